// A report as it is read: its text in code points, and what came with it.
#pragma once

#include <cstddef>
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

// BOM dropped, CRLF made LF, the title (where given) put before as the first line with a blank line after it, unless the
// text begins with that line; otherwise untouched. Fails where text or title is not UTF-8, holds NUL bytes or nothing to
// read, is longer than kLongestReport, or where `published` is no ISO 8601 day. Messages do not name the file.
Result<Document> make_document(const Report& report);

// Both check that the spans lie within the text.
std::string slice(const Document& document, Span span);
Words words(const Document& document, Spans spans);

// The day of an ISO 8601 day or date and time ("2020-10-07T09:30:00Z"); nothing where there is no such day.
std::optional<std::string> iso_day(std::string_view text);

}  // namespace casus
