#include <casus/casus.h>

#include <iostream>

int main() {
  const auto engine = casus::Engine::load(casus::default_paths());
  if (!engine) return std::cerr << engine.error().message << '\n', 1;
  const auto record = engine->read({.text = "Rebels shelled the port of Lund on Monday, the army said.", .published = "2024-05-08"});
  if (!record) return std::cerr << record.error().message << '\n', 1;
  for (const casus::Event& event : record->events)
    std::cout << event.type << ' ' << (event.date ? event.date->value : "undated") << ": " << event.trigger.text << '\n';
}
