// A stack of places still to be read, the next one on top. A directory is replaced by its entries when its turn comes, so that
// no more than the names in the open directories are held; below the entries of a directory that was named lies a mark
// that tells whether any report was found in it.

#include "document/reports.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <istream>
#include <nlohmann/json.hpp>
#include <string_view>
#include <utility>

#include "document/document.h"

namespace casus {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

constexpr std::size_t kLongestLine = 8 * kLongestReport;  // JSON writes a character in up to six bytes ("\u00e9" for two)
constexpr std::size_t kLongestUrl = 2048;
constexpr std::size_t kLongestName = 512;  // bytes of id, outlet; headlines are a line, not a text
constexpr std::size_t kLongestTitle = 4096;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

enum class Kind { text, json_lines, other };

Kind kind_by_name(const fs::path& path) {
  std::string extension = path.extension().string();
  for (char& c : extension)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  if (extension == ".txt" || extension == ".text") return Kind::text;
  if (extension == ".jsonl" || extension == ".ndjson") return Kind::json_lines;
  return Kind::other;
}

// A file that was named itself is read whatever its name.
Kind kind_of_named(const fs::path& path) {
  if (path.extension() == ".json") return Kind::json_lines;
  const Kind kind = kind_by_name(path);
  return kind == Kind::other ? Kind::text : kind;
}

Error too_long(std::string_view what, std::size_t limit) {
  return Error{std::string(what) + " longer than " + std::to_string(limit) + " bytes: split it into single reports"};
}

bool has_control_or_space(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) <= 0x20 || c == 0x7F; });
}

bool has_control(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
}

Error field_error(std::string_view name, const std::string& fault) {
  std::string message(1, '"');
  message.append(name).append("\" ").append(fault);
  return Error{std::move(message)};
}

// An absent, null or empty field is nothing; a number is taken where ids are numbers.
Result<std::optional<std::string>> text_field(const Json& object, const char* name, std::size_t limit) {
  const auto field = object.find(name);
  if (field == object.end() || field->is_null()) return std::optional<std::string>();
  if (field->is_number_integer() && std::string_view(name) == "id") return std::optional<std::string>(field->dump());
  if (!field->is_string()) return field_error(name, "is not a string");
  std::string text = field->get<std::string>();
  if (text.size() > limit) return field_error(name, "is longer than " + std::to_string(limit) + " bytes");
  return text.empty() ? std::optional<std::string>() : std::optional<std::string>(std::move(text));
}

std::optional<Error> find_fault(const Report& report) {
  if (report.published && !iso_day(*report.published))
    return Error{"\"published\" is not an ISO 8601 day or date and time such as 2020-10-07: \"" + *report.published + "\""};
  if (report.url && has_control_or_space(*report.url)) return Error{"\"url\" has spaces or control characters"};
  if (report.id && has_control(*report.id)) return Error{"\"id\" has control characters"};
  if (report.outlet && has_control(*report.outlet)) return Error{"\"outlet\" has control characters"};
  return std::nullopt;
}

Result<Report> report_from_json(std::string_view line) {
  const Json object = Json::parse(line, nullptr, false);
  if (object.is_discarded()) return Error{"not JSON: each line must be one whole object in UTF-8"};
  if (!object.is_object()) return Error{"not a JSON object with a \"text\""};

  Report report;
  auto text = text_field(object, "text", kLongestReport);
  if (!text) return text.error();
  if (!*text) return Error{"no \"text\": nothing to read"};
  report.text = *std::move(*text);

  struct Field {
    const char* name;
    std::size_t limit;
    std::optional<std::string>* target;
  };
  const std::array<Field, 5> fields = {{{"id", kLongestName, &report.id},
                                        {"title", kLongestTitle, &report.title},
                                        {"published", kLongestName, &report.published},
                                        {"outlet", kLongestName, &report.outlet},
                                        {"url", kLongestUrl, &report.url}}};
  for (const Field& field : fields) {
    auto value = text_field(object, field.name, field.limit);
    if (!value) return value.error();
    *field.target = *std::move(value);
  }
  if (auto fault = find_fault(report)) return *std::move(fault);
  if (report.published) report.published = iso_day(*report.published);
  return report;
}

bool is_blank(std::string_view line) { return line.find_first_not_of(" \t\r\n\v\f") == std::string_view::npos; }

// The names in a directory that may hold reports: directories and regular files, not hidden, in the order of their bytes.
std::vector<fs::path> entries_of(const fs::path& folder, std::error_code& error) {
  std::vector<fs::path> entries;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    const fs::path& path = at->path();
    if (path.filename().string().starts_with('.')) continue;
    std::error_code unreadable;
    // A link to a directory may lead back up.
    const bool directory = at->is_directory(unreadable) && !at->is_symlink(unreadable);
    const bool report = at->is_regular_file(unreadable) && kind_by_name(path) != Kind::other;
    if (directory || report) entries.push_back(path);
  }
  std::sort(entries.begin(), entries.end(), [](const fs::path& a, const fs::path& b) { return a.native() < b.native(); });
  return entries;
}

// Nothing at the end; `whole` is false where the line was longer than the limit and only its begin was kept.
struct Line {
  std::string text;
  bool whole = true;
};

}  // namespace

struct ReportReader::State {
  struct Pending {
    fs::path path;
    bool named = false;          // by the caller, not found in a directory
    bool end_of_folder = false;  // the mark below the entries of a named directory
    std::uint64_t files_before = 0;
  };

  std::vector<Pending> pending;
  std::istream* standard_input = nullptr;
  std::uint64_t files = 0;
  std::uint64_t bytes = 0;

  // The JSON Lines being read, if any.
  std::ifstream file;
  std::istream* lines = nullptr;
  std::string lines_origin;
  std::uint64_t line_number = 0;
  bool lines_had_report = false;

  std::optional<ReadReport> take(const Pending& place);
  std::optional<ReadReport> open_folder(const Pending& place);
  std::optional<ReadReport> open_file(const Pending& place);
  std::optional<ReadReport> open_standard_input();
  std::optional<ReadReport> next_of_lines();
  std::optional<Line> next_line();
  void begin_lines(std::istream& stream, std::string origin);
  Result<Report> read_text(std::istream& stream, std::string text);
};

void ReportReader::State::begin_lines(std::istream& stream, std::string origin) {
  lines = &stream;
  lines_origin = std::move(origin);
  line_number = 0;
  lines_had_report = false;
}

// Appends to `text` what is left of the stream, up to one byte more than a report may have.
Result<Report> ReportReader::State::read_text(std::istream& stream, std::string text) {
  std::array<char, 1 << 16> block;
  while (text.size() <= kLongestReport && stream.good()) {
    stream.read(block.data(), block.size());
    text.append(block.data(), static_cast<std::size_t>(stream.gcount()));
    bytes += static_cast<std::uint64_t>(stream.gcount());
  }
  if (stream.bad()) return Error{std::string("cannot be read: ") + std::strerror(errno)};
  if (text.size() > kLongestReport) return too_long("text", kLongestReport);
  Report report;
  report.text = std::move(text);
  return report;
}

std::optional<ReadReport> ReportReader::State::open_folder(const Pending& place) {
  std::error_code error;
  std::vector<fs::path> entries = entries_of(place.path, error);
  if (error) return ReadReport{place.path.string(), Error{"cannot be listed: " + error.message()}};
  if (place.named) pending.push_back({.path = place.path, .named = true, .end_of_folder = true, .files_before = files});
  for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry) pending.push_back({.path = std::move(*entry)});
  return std::nullopt;
}

std::optional<ReadReport> ReportReader::State::open_file(const Pending& place) {
  ++files;
  const std::string origin = place.path.string();
  const Kind kind = place.named ? kind_of_named(place.path) : kind_by_name(place.path);
  std::error_code unknown_size;  // of a pipe
  const std::uintmax_t size = fs::is_regular_file(place.path, unknown_size) ? fs::file_size(place.path, unknown_size) : 0;
  if (kind == Kind::text && !unknown_size && size > kLongestReport) {
    bytes += size;
    return ReadReport{origin, Error{"longer than " + std::to_string(kLongestReport) + " bytes (" + std::to_string(size) +
                                    "): split it into single reports, or give an archive as JSON Lines (.jsonl)"}};
  }
  file = std::ifstream();
  errno = 0;
  file.open(place.path, std::ios::binary);
  if (!file) return ReadReport{origin, Error{std::string("cannot be opened: ") + std::strerror(errno)}};
  if (kind == Kind::text) return ReadReport{origin, read_text(file, {})};
  begin_lines(file, origin);
  return std::nullopt;
}

std::optional<ReadReport> ReportReader::State::open_standard_input() {
  ++files;
  std::istream& input = *standard_input;
  std::string begin;
  while (begin.size() < kLongestReport) {
    const int c = input.peek();
    if (c == std::char_traits<char>::eof()) break;
    const bool mark = begin.size() < kByteOrderMark.size() && static_cast<char>(c) == kByteOrderMark[begin.size()];
    if (!mark && !is_blank(std::string(1, static_cast<char>(c)))) break;
    begin.push_back(static_cast<char>(input.get()));
  }
  if (input.peek() != '{') return ReadReport{"standard input", read_text(input, std::move(begin))};
  begin_lines(input, "standard input");
  line_number = static_cast<std::uint64_t>(std::count(begin.begin(), begin.end(), '\n'));
  return std::nullopt;
}

std::optional<Line> ReportReader::State::next_line() {
  constexpr int kEnd = std::char_traits<char>::eof();
  std::streambuf& buffer = *lines->rdbuf();
  int c = buffer.sbumpc();
  if (c == kEnd) return std::nullopt;
  Line line;
  for (; c != kEnd && c != '\n'; c = buffer.sbumpc()) {
    ++bytes;
    if (line.text.size() < kLongestLine) line.text.push_back(static_cast<char>(c));
    else line.whole = false;
  }
  ++bytes;
  ++line_number;
  return line;
}

std::optional<ReadReport> ReportReader::State::next_of_lines() {
  while (auto line = next_line()) {
    std::string_view text = line->text;
    if (line_number == 1 && text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
    if (line->whole && is_blank(text)) continue;
    lines_had_report = true;
    const std::string origin = lines_origin + ":" + std::to_string(line_number);
    if (!line->whole) return ReadReport{origin, too_long("line", kLongestLine)};
    return ReadReport{origin, report_from_json(text)};
  }
  lines = nullptr;
  if (lines_had_report) return std::nullopt;
  return ReadReport{lines_origin, Error{"empty: nothing to read"}};
}

std::optional<ReadReport> ReportReader::State::take(const Pending& place) {
  if (place.end_of_folder) {
    if (files > place.files_before) return std::nullopt;
    return ReadReport{place.path.string(), Error{"no reports in this directory: those of .txt and .jsonl files are read; "
                                                 "name other files themselves"}};
  }
  if (place.named && place.path == "-") return open_standard_input();
  std::error_code error;
  const fs::file_status status = fs::status(place.path, error);
  if (!fs::exists(status)) return ReadReport{place.path.string(), Error{"no such file or directory: check the path"}};
  return fs::is_directory(status) ? open_folder(place) : open_file(place);
}

ReportReader::ReportReader(std::vector<std::string> paths, std::istream& standard_input) : state_(std::make_unique<State>()) {
  state_->standard_input = &standard_input;
  for (auto path = paths.rbegin(); path != paths.rend(); ++path) state_->pending.push_back({.path = *path, .named = true});
}

ReportReader::ReportReader(ReportReader&&) noexcept = default;
ReportReader::~ReportReader() = default;

std::optional<ReadReport> ReportReader::next() {
  for (;;) {
    if (state_->lines)
      if (auto report = state_->next_of_lines()) return report;
    if (state_->lines) continue;
    if (state_->pending.empty()) return std::nullopt;
    const State::Pending place = std::move(state_->pending.back());
    state_->pending.pop_back();
    if (auto report = state_->take(place)) return report;
  }
}

std::uint64_t ReportReader::bytes_read() const { return state_->bytes; }

std::uint64_t total_bytes(const std::vector<std::string>& paths) {
  std::uint64_t total = 0;
  std::vector<fs::path> pending(paths.begin(), paths.end());
  while (!pending.empty()) {
    const fs::path path = std::move(pending.back());
    pending.pop_back();
    std::error_code error;
    if (fs::is_directory(path, error)) {
      for (fs::path& entry : entries_of(path, error)) pending.push_back(std::move(entry));
    } else if (fs::is_regular_file(path, error)) {
      const std::uintmax_t size = fs::file_size(path, error);
      if (!error) total += size;
    }
  }
  return total;
}

}  // namespace casus
