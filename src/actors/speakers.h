// Whose words are told, by the attributions.
#pragma once

#include <cstddef>
#include <vector>

#include "attribution/attributions.h"
#include "quotation/quotations.h"
#include "token/tokens.h"

namespace casus {

class Speakers {
 public:
  Speakers(const Tokens& tokens, const Attributions& attributions, const Quotations& quotations);

  // The words that name the speaker of the quotation around the token; empty outside of quotations, where nobody is named, and in a
  // quotation within one.
  const std::vector<TokenRange>& quoted(std::size_t token) const { return sources_[quoted_[token]]; }
  // The words that name the source of the least that is told around the token, quoted or not.
  const std::vector<TokenRange>& told(std::size_t token) const { return sources_[told_[token]]; }

 private:
  std::vector<std::vector<TokenRange>> sources_;  // of the attributions, in order, then none
  std::vector<std::size_t> quoted_;               // by token: an index of sources_
  std::vector<std::size_t> told_;
};

}  // namespace casus
