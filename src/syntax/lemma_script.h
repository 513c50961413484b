// Lemmas as changes of the form, learned as labels: "L;3;y" lowers, cuts three characters and adds a y ("Armies" -> "army").
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "casus/result.h"

namespace casus {

class LemmaScript {
 public:
  // `K;N;SUFFIX` keeps the form, `L;N;SUFFIX` lowers it; then N characters are cut from its end and SUFFIX appended. `=LEMMA` is the lemma
  // itself.
  static Result<LemmaScript> make(std::string_view script);

  // Never empty where the form is not: where nothing would be left, the form as the script keeps or lowers it.
  std::string apply(std::string_view form) const;

 private:
  enum class Kind { keep, lower, whole };
  Kind kind_ = Kind::keep;
  std::size_t cut_ = 0;  // characters
  std::string text_;     // the suffix, or the lemma
};

}  // namespace casus
