#include "syntax/lemma_script.h"

#include <charconv>

#include "core/unicode.h"

namespace casus {

Result<LemmaScript> LemmaScript::make(std::string_view script) {
  LemmaScript made;
  const Error unknown{"lemma script '" + std::string(script.substr(0, 40)) + "' is none of K;N;SUFFIX, L;N;SUFFIX and =LEMMA"};
  if (script.size() > 1 && script[0] == '=') {
    made.kind_ = Kind::whole;
    made.text_ = script.substr(1);
    return made;
  }
  const std::size_t end = script.find(';', 2);
  if (script.size() < 4 || (script[0] != 'K' && script[0] != 'L') || script[1] != ';' || end == std::string_view::npos) return unknown;
  made.kind_ = script[0] == 'K' ? Kind::keep : Kind::lower;
  const auto [after, failure] = std::from_chars(script.data() + 2, script.data() + end, made.cut_);
  if (failure != std::errc() || after != script.data() + end || made.cut_ > 100) return unknown;
  made.text_ = script.substr(end + 1);
  return made;
}

std::string LemmaScript::apply(std::string_view form) const {
  if (kind_ == Kind::whole) return text_;
  const std::string base = kind_ == Kind::lower ? lower(form) : std::string(form);
  const auto characters = from_utf8(base);
  if (!characters || cut_ > characters->size()) return base;
  std::string lemma = to_utf8(std::u32string_view(*characters).substr(0, characters->size() - cut_)) + text_;
  return lemma.empty() ? base : lemma;
}

}  // namespace casus
