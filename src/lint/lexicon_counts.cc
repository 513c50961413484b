#include "lint/lexicon_counts.h"

#include <algorithm>
#include <set>

namespace casus {
namespace {

class Tally {
 public:
  void add(const Frame& frame) {
    ++rows_;
    std::vector<std::string> demanded;
    for (const Child& child : frame.children)
      if (child.wanted) demanded.push_back(child.text);
    std::sort(demanded.begin(), demanded.end());
    for (const Predicate& predicate : frame.predicates) {
      std::string text = predicate.lemma + "/" + predicate.upos;
      lemmas_.insert(text);
      for (const std::string& child : demanded) text += " " + child;
      predicates_.insert(text);
    }
  }

  FrameCounts counts() const { return {.rows = rows_, .lemmas = lemmas_.size(), .predicates = predicates_.size()}; }

 private:
  std::size_t rows_ = 0;
  std::set<std::string> lemmas_;
  std::set<std::string> predicates_;
};

ModeCounts count_mode(const Lexicon& lexicon, const std::string& type, const std::string& mode) {
  Tally tally;
  for (const Frame& frame : lexicon.frames())
    if (frame.type == type && frame.mode == mode) tally.add(frame);
  return {.type = type, .mode = mode, .counts = tally.counts()};
}

}  // namespace

LexiconCounts count_lexicon(const Lexicon& lexicon, const Ontology& ontology) {
  LexiconCounts counts{.all = {}, .operators = lexicon.operators().size(), .modes = {}};
  Tally all;
  for (const Frame& frame : lexicon.frames())
    if (frame.is_event()) all.add(frame);
  counts.all = all.counts();
  for (const auto& [type, facts] : ontology.types()) {
    counts.modes.push_back(count_mode(lexicon, type, ""));
    for (const ModeFacts& mode : facts.modes) counts.modes.push_back(count_mode(lexicon, type, mode.mode));
  }
  return counts;
}

}  // namespace casus
