// The kinds of gold that `casus eval` knows: each is read, predicted by the engine (or from a file), and scored.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "casus/casus.h"
#include "casus/result.h"
#include "evaluation/score.h"

namespace casus {

struct Gold {
  std::string path;
  std::string sentences;            // for factuality: the CoNLL-U file with the sentences
  std::string corpora;              // for events and ordinary: the folder that the documents' sources lie in
  std::string predicted;            // a prediction in the gold's own format; empty: the engine predicts
  std::string written_predictions;  // where what the engine predicts is written; empty: nowhere
};

struct ScoreTable {
  std::string title;
  std::vector<std::string> counts;  // names of the columns of the scores' counts; none where they have no counts
  std::vector<Score> scores;
  std::vector<std::string> remarks;  // what was left out, and why
};

// Loads the engine when it is first needed; its failures are the measure's.
using GetEngine = std::function<Result<const Engine*>()>;

struct Measure {
  std::string_view kind;
  std::string_view extension;  // of the gold files that are taken for this kind; empty: the kind is always named
  Result<std::vector<ScoreTable>> (*run)(const Gold& gold, const GetEngine& engine);
  bool writes_predictions = false;
};

const std::vector<Measure>& measures();

}  // namespace casus
