// Text -> record: every text that is UTF-8 and not too long gives a record whose spans lie in its text, and whose JSON is one line.
#include <algorithm>

#include "casus/casus.h"
#include "core/unicode.h"
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
  const auto record = engine().read({.text = std::string(as_text(data, size))});
  if (!record) {
    require(casus::first_invalid_byte(as_text(data, size)).has_value() || size > (1 << 20),
            "only a text that is no UTF-8 or too long is refused");
    return 0;
  }
  const std::size_t length = casus::from_utf8(record->document.text)->size();
  check_spans(record->actors, length);
  check_spans(record->statements, length);
  check_spans(record->events, length);
  check_spans(record->notes, length);
  const std::string json = casus::to_json(*record);
  require(std::count(json.begin(), json.end(), '\n') == 0, "JSON is one line");
  return 0;
}
