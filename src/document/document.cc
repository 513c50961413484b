#include "document/document.h"

#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <utility>

#include "core/check.h"
#include "core/unicode.h"

namespace casus {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

std::string_view without_byte_order_mark(std::string_view text) {
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  return text;
}

std::string with_line_feeds(std::string_view text) {
  std::string lines;
  lines.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i)
    if (text[i] != '\r' || i + 1 == text.size() || text[i + 1] != '\n') lines.push_back(text[i]);
  return lines;
}

// "byte 812 (line 14)": bytes from 0 as in a hex dump, lines from 1 as in an editor.
std::string place_of(std::string_view text, std::size_t byte) {
  const auto line = 1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(byte), '\n');
  return "byte " + std::to_string(byte) + " (line " + std::to_string(line) + ")";
}

bool is_blank(std::u32string_view text) {
  return std::all_of(text.begin(), text.end(), [](char32_t c) { return is_space(c) || is_invisible(c); });
}

// White space of any kind made single spaces, none at the ends.
std::string one_line(std::u32string_view text) {
  std::u32string line;
  for (const char32_t c : text) {
    if (!is_space(c)) line.push_back(c);
    else if (!line.empty() && line.back() != U' ') line.push_back(U' ');
  }
  while (!line.empty() && line.back() == U' ') line.pop_back();
  return to_utf8(line);
}

std::optional<Error> find_fault(std::string_view utf8) {
  if (utf8.size() > kLongestReport)
    return Error{"longer than " + std::to_string(kLongestReport) + " bytes (" + std::to_string(utf8.size()) +
                 "): give each report as a file of its own, or an archive as JSON Lines (.jsonl)"};
  if (const auto byte = first_invalid_byte(utf8))
    return Error{"not UTF-8 at " + place_of(utf8, *byte) + ": convert it, for example with iconv -f WINDOWS-1252 -t UTF-8"};
  if (const auto byte = utf8.find('\0'); byte != std::string_view::npos)
    return Error{"NUL byte at " + place_of(utf8, byte) + ": is this a text file?"};
  return std::nullopt;
}

std::string content_id(std::string_view utf8) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned int length = 0;
  CASUS_CHECK(EVP_Digest(utf8.data(), utf8.size(), digest.data(), &length, EVP_sha256(), nullptr) == 1);
  constexpr std::string_view kHex = "0123456789abcdef";
  std::string id;
  for (std::size_t i = 0; i < 8; ++i) {
    id.push_back(kHex[digest[i] >> 4]);
    id.push_back(kHex[digest[i] & 15]);
  }
  return id;
}

std::string first_line(std::string_view text) {
  const auto line = from_utf8(text.substr(0, text.find('\n')));
  return line ? one_line(*line) : std::string();
}

Result<std::optional<std::string>> clean_title(const std::optional<std::string>& title) {
  if (!title) return std::optional<std::string>();
  const std::string_view given = without_byte_order_mark(*title);
  if (const auto fault = find_fault(given)) return Error{"title: " + fault->message};
  std::string line = one_line(*from_utf8(given));
  return line.empty() ? std::optional<std::string>() : std::optional<std::string>(std::move(line));
}

Result<std::optional<Date>> clean_date(const Report& report) {
  if (!report.published) return std::optional<Date>();
  auto day = iso_day(*report.published);
  if (!day) return Error{"published \"" + *report.published + "\": not an ISO 8601 day such as 2020-10-07"};
  return std::optional<Date>(Date{.value = std::move(*day), .from = report.published_from, .spans = {}});
}

}  // namespace

Result<Document> make_document(const Report& report) {
  const std::string_view given = without_byte_order_mark(report.text);
  if (auto fault = find_fault(given)) return *std::move(fault);
  auto title = clean_title(report.title);
  if (!title) return title.error();
  auto published = clean_date(report);
  if (!published) return published.error();

  std::string text = with_line_feeds(given);
  if (is_blank(*from_utf8(text))) return Error{"empty: nothing to read"};
  if (*title && first_line(text) != **title) text = **title + "\n\n" + text;
  if (text.size() > kLongestReport) return *find_fault(text);

  Document document;
  document.text = *from_utf8(text);
  document.info.id = report.id ? *report.id : content_id(text);
  document.info.title = *std::move(title);
  document.info.outlet = report.outlet;
  document.info.url = report.url;
  document.info.published = *std::move(published);
  document.info.text = std::move(text);
  return document;
}

std::string slice(const Document& document, Span span) {
  CASUS_CHECK(span.start <= span.end && span.end <= document.text.size());
  return to_utf8(std::u32string_view(document.text).substr(span.start, span.length()));
}

Words words(const Document& document, Spans spans) {
  Words words;
  for (const Span span : spans) {
    if (!words.text.empty()) words.text.push_back(' ');
    words.text += slice(document, span);
  }
  words.spans = std::move(spans);
  return words;
}

std::optional<std::string> iso_day(std::string_view text) {
  constexpr std::string_view kShape = "dddd-dd-dd";
  if (text.size() < kShape.size()) return std::nullopt;
  if (text.size() > kShape.size() && text[kShape.size()] != 'T' && text[kShape.size()] != ' ') return std::nullopt;
  const std::string_view day = text.substr(0, kShape.size());
  for (std::size_t i = 0; i < day.size(); ++i)
    if (kShape[i] == 'd' ? day[i] < '0' || day[i] > '9' : day[i] != kShape[i]) return std::nullopt;

  const auto number = [&](std::size_t from, std::size_t count) { return std::stoi(std::string(day.substr(from, count))); };
  const int year = number(0, 4), month = number(5, 2), date = number(8, 2);
  if (month < 1 || month > 12) return std::nullopt;
  const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  constexpr std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const int days = kDays[static_cast<std::size_t>(month - 1)] + (leap && month == 2 ? 1 : 0);
  if (date < 1 || date > days) return std::nullopt;
  return std::string(day);
}

}  // namespace casus
