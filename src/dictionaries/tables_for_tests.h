// What the tests of this folder read: our own tables, loaded once.
#pragma once

#include <stdexcept>

#include "dictionaries/actor_codes.h"
#include "knowledge/knowledge.h"

namespace casus {

template <class Value>
const Value& sound(const Result<Value>& loaded) {
  if (!loaded) throw std::runtime_error(loaded.error().message);
  return *loaded;
}

inline const Knowledge& knowledge() {
  static const auto loaded = Knowledge::load(std::string("kb"));
  return sound(loaded);
}

inline const ActorCodes& codes() {
  static const auto loaded = ActorCodes::load("rules/ontology/cameo_actors.tsv");
  return sound(loaded);
}

}  // namespace casus
