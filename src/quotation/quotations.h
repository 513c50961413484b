// Words between quotation marks.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "casus/span.h"
#include "token/tokens.h"

namespace casus {

struct Quotation {
  Span span;                             // without its marks
  TokenRange tokens;                     // without its marks; may be empty
  bool closed = false;                   // else it runs to the end of its paragraph
  std::optional<std::size_t> continues;  // the quotation of the paragraph before that goes on here
};

// The outermost quotations in the order of the text; none runs over the end of a paragraph. In time linear in the text's length.
class Quotations {
 public:
  Quotations(const Document& document, const Tokens& tokens);

  const std::vector<Quotation>& all() const { return all_; }
  // The quotation that holds the token, else nothing.
  std::optional<std::size_t> of_token(std::size_t token) const { return of_token_[token]; }

 private:
  std::vector<Quotation> all_;
  std::vector<std::optional<std::size_t>> of_token_;
};

bool is_quotation_mark(char32_t c);

}  // namespace casus
