// Ordinary news: sentences that tell of no political event (gold/ordinary), so that every event found is a false alarm.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "casus/result.h"
#include "evaluation/coded_events.h"
#include "evaluation/score.h"

namespace casus {

// The text stays where it is: `source` is a file below the folder of corpora.
struct OrdinarySentence {
  std::string source;
  std::string document;
  Span span;           // code points of the document
  std::string sha256;  // of the sentence in UTF-8, hexadecimal
};

// "document:start-end"
std::string id_of(const OrdinarySentence& sentence);

// JSON Lines: {"source", "document", "span": [start, end], "sha256"}. Errors name `origin` and the line.
Result<std::vector<OrdinarySentence>> read_ordinary_sentences(std::string_view text, std::string_view origin);

// Share of sentences with an event, of whatever status: of each type that is found, then of any. Counts: how many of how many. Units of
// the interval are sentences.
std::vector<Score> score_false_alarms(const std::vector<OrdinarySentence>& sentences, const EventsById& predicted);

}  // namespace casus
