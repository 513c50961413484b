#include "record_output.h"

#include "format/html.h"
#include "format/tsv.h"

namespace casus {
namespace {

constexpr std::string_view kBetweenBriefs = "\n────────────────────────────────────────\n\n";

std::string_view separator(Format format) {
  if (format == Format::brief) return kBetweenBriefs;
  return format == Format::html ? kHtmlSeparator : std::string_view();
}

}  // namespace

void RecordOutput::begin() {
  if (format_ == Format::tsv) output_.write(tsv_header());
  if (format_ == Format::html) output_.write(std::string(html_head()));
}

bool RecordOutput::add(const std::optional<std::string>& record) {
  if (format_ == Format::json) return add_json(record);
  if (!record) return true;
  const bool parted = written_++ > 0;
  return output_.write((parted ? std::string(separator(format_)) : "") + *record);
}

bool RecordOutput::add_json(const std::optional<std::string>& record) {
  ++reports_;
  if (reports_ == 1) {
    first_ = record;
    return true;
  }
  if (reports_ == 2) {
    if (!output_.write("[")) return false;
    if (first_ && !output_.write((written_++ > 0 ? ",\n" : "\n") + *first_)) return false;
    first_.reset();
  }
  return !record || output_.write((written_++ > 0 ? ",\n" : "\n") + *record);
}

void RecordOutput::end() {
  if (format_ == Format::html) output_.write(std::string(html_tail()));
  if (format_ != Format::json) return;
  if (reports_ > 1) output_.write("\n]\n");
  if (first_) output_.write(*first_ + "\n");
}

}  // namespace casus
