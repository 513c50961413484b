// Spans written as labels of words: B-, I- and E- open, continue and close a span of several words, S- is a span of one, O none.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "casus/result.h"
#include "names/names.h"
#include "tensor/matrix.h"

namespace casus {

class Bioes {
 public:
  // `labels` in the order of the scores; fails where one is none of the kinds above or of a kind of name that is not known.
  static Result<Bioes> make(const std::vector<std::string>& labels);

  // The labels [words] of the highest sum of scores [words, labels] that leave no span broken. Scores that are no numbers count as the
  // lowest.
  std::vector<std::size_t> best(const Matrix& scores) const;
  // The names of sound labels, ranges counted from the first word; confidence is not set.
  std::vector<Name> names(std::span<const std::size_t> labels) const;

 private:
  enum class Part { outside, begin, inside, end, single };
  struct Label {
    Part part = Part::outside;
    NameKind kind = NameKind::other;
  };
  static bool opens(const Label& label) { return label.part == Part::outside || label.part == Part::begin || label.part == Part::single; }
  static bool closed(const Label& label) { return label.part == Part::outside || label.part == Part::end || label.part == Part::single; }
  static bool may_follow(const Label& before, const Label& after);

  std::vector<Label> labels_;
};

}  // namespace casus
