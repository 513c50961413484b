// From matches to events: what stands between, for the steps that settle, keep, date and tell them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "actors/actors.h"
#include "document/document.h"
#include "events/events.h"
#include "events/grammar.h"
#include "events/lexicon.h"
#include "events/matching.h"
#include "events/ontology.h"
#include "events/standing.h"
#include "events/trace.h"
#include "factuality/factuality.h"
#include "places/place_rules.h"
#include "places/places.h"
#include "quantities/quantities.h"
#include "statements/statements.h"
#include "timeplace/dates.h"
#include "token/tokens.h"

namespace casus {

// With the trees of the lexicon's lemmas. All must outlive this.
struct Given : EventInput {
  const Tree& tree;
  const Grammar& grammar;

  // Frames and embeddings have types of the ontology alone.
  const TypeFacts& facts_of(const std::string& type) const;
  // What the factuality head says of a word.
  std::optional<float> witness(std::size_t token) const;
};

constexpr float kHardlyHappened = -0.6F;  // on the factuality scale of -2 to 2; one of eight below it happened (UDS, dev)

struct EventDraft {
  const Match* match = nullptr;
  Standing standing;
  std::string type;
  std::string mode;
  std::string cameo;
  std::vector<ActorId> actors;
  std::vector<ActorId> recipients;
  TokenList trigger;
  std::optional<std::size_t> absorbed_by;
  std::vector<TypeChange> changes;
  std::vector<Finding> complement;
  std::optional<std::size_t> recipients_inside;
  bool settled_future = false;        // a promise or threat made of a future
  std::vector<const Match*> effects;  // told beside it, and no events of their own
};

}  // namespace casus
