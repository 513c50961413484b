#include "record_output.h"

#include "format/tsv.h"

namespace casus {
namespace {

constexpr const char* kBetweenBriefs = "\n────────────────────────────────────────\n\n";

}  // namespace

void RecordOutput::begin() {
  if (format_ == Format::tsv) output_.write(tsv_header());
}

bool RecordOutput::add(const std::optional<std::string>& record) {
  if (format_ == Format::json) return add_json(record);
  if (!record) return true;
  const bool parted = format_ == Format::brief && written_++ > 0;
  return output_.write((parted ? kBetweenBriefs : "") + *record);
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
  if (format_ != Format::json) return;
  if (reports_ > 1) output_.write("\n]\n");
  if (first_) output_.write(*first_ + "\n");
}

}  // namespace casus
