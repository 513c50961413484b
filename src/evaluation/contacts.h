// Contacts as gold/contacts has them and as they are scored.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "casus/result.h"
#include "casus/span.h"
#include "evaluation/score.h"

namespace casus {

struct ContactParty {
  std::optional<std::string> code;  // "ARMGOV"
  std::string name;
};

// `words`: of a gold ordinal those that tell from when on it is counted, none where none do; of a predicted one all.
struct CountedContact {
  int n = 0;
  Spans words;
};

// `kinds`: all that are right; a predicted contact has one. Spans count code points.
struct ToldContact {
  std::vector<std::string> kinds;
  bool planned = false;
  std::vector<ContactParty> parties;
  std::optional<ContactParty> initiator;
  std::optional<std::string> date;  // ISO 8601
  std::optional<std::string> place;
  std::optional<CountedContact> ordinal;
  std::vector<Spans> topics;
  std::vector<Spans> outcomes;
  std::vector<Spans> readouts;
};

struct ContactText {
  std::string id;
  std::string published;  // ISO 8601 day
  std::string text;       // UTF-8
  std::vector<ToldContact> contacts;
};

// JSON Lines: {"id", "published", "text", "contacts": [{"kind", "status", "parties": [{"code", "name"}], "initiator", "date", "place",
// "ordinal": {"n", "since"}, "topics": [span], "outcomes": [span], "readouts": [span]}]}. Errors name `origin` and the line.
Result<std::vector<ContactText>> read_contact_texts(std::string_view text, std::string_view origin);

struct ContactScores {
  // Precision, recall and F1 of contacts with two parties in common, and, of those found, of their topics, outcomes and readouts by
  // overlap. Counts: right, false, missed.
  std::vector<Score> found;
  // Of those found, the shares with the right kind, status, parties, initiator, date, place and ordinal. Counts: right, of.
  std::vector<Score> told;
};

// Parties are the same by country or organisation, or, where one has no code, by a word of the name. Units of the intervals are texts.
ContactScores score_contacts(const std::vector<ContactText>& gold, const std::vector<ContactText>& predicted);

}  // namespace casus
