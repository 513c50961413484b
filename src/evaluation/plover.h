// Events against PLOVER's gold standard records and against PLV: sentences with the events, or the one root, that they tell.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "casus/result.h"
#include "evaluation/score.h"

namespace casus {

struct PloverEvent {
  std::string type;  // of 2021: "ASSAULT"; of PLV also "YIELD"
  std::optional<std::string> mode;
  std::vector<std::string> sources;  // codes, of which the first three letters are compared
  std::vector<std::string> targets;
  bool operator==(const PloverEvent&) const = default;
};

struct PloverSentence {
  std::string id;
  std::string text;                 // UTF-8; empty in predictions
  std::optional<std::string> date;  // ISO 8601 day
  std::vector<PloverEvent> events;
};

// A sentence of PLV has one root and nothing else; in roots CONCEDE and RETREAT are one, YIELD.
struct PloverGold {
  std::vector<PloverSentence> sentences;
  bool roots = false;
};

// JSON Lines: {"id", "text", "date", "events": [{"type", "mode", "source", "target"}, ...]}, or with "root" in place of the events; text
// and date may be missing. A source or target is null, a code, or a list of codes or of objects with "country", "org" or "code". Types of
// older editions become those of 2021. Errors name `origin` and the line.
Result<PloverGold> read_plover(std::string_view text, std::string_view origin);

// The same, without text and date.
std::string write_plover(const std::vector<PloverSentence>& sentences);

struct PloverScores {
  // TYPE, QUAD: sets of types and of quad classes of each sentence. STRICT, SRC, TGT, not for roots: a predicted event (type, source
  // country, target country; one for each pair of countries) is right if some gold event has its type, its source or none and its target or
  // none; a gold event of several sources and no target takes them either way round. Recall is over gold events with a source. SRC and TGT
  // need the source or the target only. Counts, of TYPE and QUAD: right, false, missed.
  std::vector<Score> figures;
  // EXACT, HIT, EMPTY: sentences whose set of types is the gold's, shares one with it, is empty. MODE, not for roots: gold events with a
  // mode and a type that was found whose mode was found too. macro F1: mean over the gold's types. Counts: how many of how many.
  std::vector<Score> shares;
  std::vector<Score> types;  // TYPE by type
};

// Predictions are found by the gold sentence's id; a sentence without one has none. Units of the intervals are sentences.
PloverScores score_plover(const PloverGold& gold, const std::vector<PloverSentence>& predicted);

}  // namespace casus
