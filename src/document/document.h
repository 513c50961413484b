// A report as it is read: its text in code points, and what came with it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "casus/casus.h"
#include "casus/record.h"
#include "casus/result.h"

namespace casus {

inline constexpr std::size_t kLongestReport = 1 << 20;  // bytes; news reports stay below a fifth of it

struct Document {
  DocumentInfo info;    // `sentences` and `language` are still empty
  std::u32string text;  // the code points of info.text
};

// BOM dropped, CRLF made LF, the title (where given) put before as the first line; otherwise untouched.
Result<Document> make_document(const Report& report);

std::string slice(const Document& document, Span span);
Words words(const Document& document, Spans spans);

}  // namespace casus
