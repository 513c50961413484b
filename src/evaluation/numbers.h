// How many: figures of texts, with what they count and whose it is (gold/numbers).
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "casus/record.h"
#include "casus/result.h"
#include "evaluation/score.h"

namespace casus {

struct Figure {
  Span span;  // code points
  std::string what;
  std::optional<double> low;
  std::optional<double> high;
  std::optional<std::string> unit;
  std::optional<std::string> of;  // of gold, a state or body: "UKR", "UNO"; of a prediction the actor's whole code
  bool superseded = false;
  bool in_event = false;  // of a prediction: an event of the record has it
};

struct NumberText {
  std::string id;
  std::string text;  // UTF-8
  std::optional<std::string> published;
  std::vector<Figure> figures;
  Spans none;  // numerals that count nothing
};

using FiguresById = std::map<std::string, std::vector<Figure>, std::less<>>;

// JSON Lines: {"id", "published", "text", "numbers": [{"span", "what", "low", "high", "unit", "of", "superseded"}, ...], "none": [span,
// ...]}. Errors name `origin` and the line.
Result<std::vector<NumberText>> read_number_gold(std::string_view text, std::string_view origin);

// JSON Lines: {"id", "numbers": [...]}, each with "in_event" besides.
Result<FiguresById> read_figures(std::string_view text, std::string_view origin);
std::string write_figures(const FiguresById& figures);

// A state's code is the country of the actor's; UNO, IGO and IMG are a part of it ("IGOUNO").
bool is_of(const std::optional<std::string>& gold, const std::optional<std::string>& predicted);

// Shares of the gold figures that are not superseded for which the words have one in the same place: with all that belongs to it right, of
// each kind and of all; with kind, bounds and unit right; of all those found, in an event. Then the share of `none` where a figure is
// found. Counts: right, wrong, missing. Units of the intervals are texts.
std::vector<Score> score_numbers(const std::vector<NumberText>& gold, const FiguresById& predicted);

}  // namespace casus
