// Events on whole documents against gold/events, where every event is marked: what is not marked is a false alarm.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "casus/result.h"
#include "evaluation/coded_events.h"
#include "evaluation/score.h"

namespace casus {

// The text stays where it is: `source` is a file below the folder of corpora.
struct EventDocument {
  std::string id;
  std::string source;
  std::optional<std::string> published;  // ISO 8601 day
  std::string sha256;                    // of the whole text in UTF-8, hexadecimal
  std::size_t read = 0;                  // code points of the text that are marked, from its beginning
  std::vector<CodedEvent> events;
};

// JSON Lines: {"id", "source", "published", "sha256", "read", "events": [...]}, events as in coded_events.h. Errors name `origin` and the
// line.
Result<std::vector<EventDocument>> read_event_documents(std::string_view text, std::string_view origin);

struct DocumentEventScores {
  // Precision, recall and F1: of events by trigger, by type too, by source and target country too, and by status too. Counts: right,
  // false, missed.
  std::vector<Score> figures;
  // Of the pairs of one type: those that agree in actors' countries, recipients' countries, status, mode, date (the same days,
  // or none on both sides); and of those with a date in the gold, the ones with that date. Counts: how many of how many.
  std::vector<Score> shares;
};

// A predicted event and a gold event may pair where the predicted trigger overlaps the gold's trigger or one of its later mentions; each
// is in one pair. Of several, the pair at the trigger itself is made first, then those that agree in type, in countries, in status. A
// further event at a later mention of a gold event that is in a pair is neither right nor false.
// By type the pairs are made anew, of equal types only; countries and status are judged on these. A side agrees where both have no country
// or share one; in a gold event of several actors and no recipient the actors may stand on either side. A country is the code's first three
// letters, UNO and EUR also behind IGO; a sector alone is none.
// Predictions are found by the document's id; a document without one has none. Units of the intervals are documents.
DocumentEventScores score_document_events(const std::vector<EventDocument>& gold, const EventsById& predicted);

}  // namespace casus
