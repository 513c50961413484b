// What binds: treaties, pacts, truces and the like that a report names, and which treaty of the knowledge base each is.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "actors/actors.h"
#include "commitments/instrument_rules.h"
#include "document/document.h"
#include "knowledge/knowledge.h"
#include "syntax/parse.h"
#include "timeplace/dates.h"
#include "token/tokens.h"

namespace casus {

struct InstrumentMention {
  TokenRange range;      // its name, with "article 5 of the" before it
  std::size_t head = 0;  // of the range
  InstrumentKind kind = InstrumentKind::treaty;
  std::string name;                      // as in the text, without article
  std::optional<std::string> article;    // "5", "42(7)"
  const KnownTreaty* treaty = nullptr;   // lives as long as the knowledge; null where none, or not one alone, fits
  std::optional<std::size_t> refers_to;  // index of the mention before it that "the treaty" points back to
};

// In the order of the text. A treaty is told by its name, or by words for what it binds to and the parties in the phrase, the sentence or
// else the report ("the defence pact between ..."), if just one that was signed by the day of publication fits.
std::vector<InstrumentMention> find_instruments(const Document& document, const Tokens& tokens, const Tree& tree, const Actors& actors,
                                                const Dates& dates, const Knowledge& knowledge, const InstrumentRules& rules);

// What an actor is in the tables of treaties and memberships: a state's code, the id of an organisation or territory.
std::vector<std::string> party_names(const Actor& actor);

}  // namespace casus
