// What a lexicon leaves out of texts: verbs and nouns between two actors that no frame covers, and frames that never fire.
#pragma once

#include <compare>
#include <cstddef>
#include <map>
#include <string>

#include "events/lexicon.h"
#include "events/trace.h"
#include "reading/layers.h"
#include "statements/cues.h"

namespace casus {

struct Sighting {
  std::string report;        // its id
  std::size_t sentence = 0;  // from 1
  std::string text;          // of the sentence
  Span word;                 // in code points of `text`

  auto operator<=>(const Sighting&) const = default;
};

struct Sightings {
  std::size_t count = 0;
  Sighting first;  // in the order of the reports' ids
};

struct Coverage {
  std::map<std::string, Sightings> uncovered;  // "stroll/VERB"
  std::map<std::string, std::size_t> fired;    // how often, by the frame's id
  std::size_t reports = 0;
  std::size_t sentences = 0;
};

// A word counts where one actor is its subject and one of another side its object or in a phrase below it, and neither a frame nor an
// operator nor a cue of speech has its lemma.
Coverage find_coverage(const Layers& layers, const EventsTrace& trace, const Lexicon& lexicon, const Cues& cues);

void add(Coverage& all, const Coverage& more);

}  // namespace casus
