// Text -> record: every text that makes a document gives a record whose spans lie in its text, and whose JSON is one
// line.
#include <algorithm>

#include "casus/casus.h"
#include "core/unicode.h"
#include "document/document.h"
#include "fuzz.h"

namespace {

const casus::Engine& engine() {
  static const auto loaded = casus::Engine::load(casus::default_paths());
  if (!loaded) std::fprintf(stderr, "%s\n", loaded.error().message.c_str());
  require(loaded.has_value(), "the engine loads");
  return *loaded;
}

template <class Item>
void check_spans(const std::vector<Item>& items, std::size_t length) {
  for (const Item& item : items)
    for (const casus::Span& span : item.spans) require(span.start <= span.end && span.end <= length, "spans lie in the text");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const casus::Report report{.text = std::string(as_text(data, size))};
  const auto record = engine().read(report);
  require(record.has_value() == casus::make_document(report).has_value(), "what makes a document gives a record");
  if (!record) return 0;
  const std::size_t length = casus::from_utf8(record->document.text)->size();
  check_spans(record->actors, length);
  check_spans(record->statements, length);
  check_spans(record->events, length);
  check_spans(record->notes, length);
  const std::string json = casus::to_json(*record);
  require(std::count(json.begin(), json.end(), '\n') == 0, "JSON is one line");
  return 0;
}
