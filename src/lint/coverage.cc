#include "lint/coverage.h"

#include <algorithm>

#include "events/grammar.h"
#include "events/roles.h"

namespace casus {
namespace {

class Looker {
 public:
  Looker(const Layers& layers, const EventsTrace& trace, const Lexicon& lexicon, const Cues& cues)
      : layers_(layers),
        trace_(trace),
        lexicon_(lexicon),
        cues_(cues),
        tree_(layers.tokens, trace.parse),
        grammar_(layers.tokens, tree_, lexicon) {}

  Coverage look() const {
    Coverage found;
    if (layers_.language != "en") return found;
    found.reports = 1;
    found.sentences = layers_.tokens.sentences.size();
    for (const TracedMatch& traced : trace_.matches) ++found.fired[traced.match.frame->id];
    for (std::size_t token = 0; token < layers_.tokens.tokens.size(); ++token) {
      if (!may_be_predicate(token) || is_covered(token) || !is_between_actors(token)) continue;
      const Word& word = tree_.word(token);
      Sightings& sightings = found.uncovered[word.lemma + "/" + word.upos];
      if (sightings.count++ == 0) sightings.first = sighting(token);
    }
    return found;
  }

 private:
  // A noun that stands for an actor tells who somebody is.
  bool may_be_predicate(std::size_t token) const {
    const std::string& upos = tree_.word(token).upos;
    return upos == "VERB" || (upos == "NOUN" && !layers_.actors.covering(token));
  }

  bool is_covered(std::size_t token) const {
    const Word& word = tree_.word(token);
    const auto has = [&](const std::vector<Predicate>& predicates) {
      return std::any_of(predicates.begin(), predicates.end(),
                         [&](const Predicate& each) { return each.lemma == word.lemma && each.upos == word.upos; });
    };
    for (const std::uint32_t index : lexicon_.frames_at(word.lemma))
      if (has(lexicon_.frames()[index].predicates)) return true;
    for (const std::uint32_t index : lexicon_.operators_at(word.lemma))
      if (has(lexicon_.operators()[index].predicates)) return true;
    return is_part_of_match(token) || cues_.match(token, layers_.tokens, tree_);
  }

  // "held" of "held talks"
  bool is_part_of_match(std::size_t token) const {
    return std::any_of(trace_.matches.begin(), trace_.matches.end(), [&](const TracedMatch& traced) {
      return traced.match.clause == token || std::binary_search(traced.match.hosts.begin(), traced.match.hosts.end(), token);
    });
  }

  bool is_between_actors(std::size_t token) const {
    const std::vector<ActorId> doers = actors_of(grammar_.subjects(token), RoleKind::doer);
    if (doers.empty()) return false;
    TokenList others = tree_.word(token).upos == "VERB" ? grammar_.objects(token) : TokenList();
    for (const std::size_t child : tree_.children(token)) {
      const std::string& relation = tree_.word(child).relation;
      if (is_relation(relation, "obl") || is_relation(relation, "nmod") || relation == "iobj") others.push_back(child);
    }
    const std::vector<ActorId> affected = actors_of(others, RoleKind::affected);
    return std::any_of(affected.begin(), affected.end(), [&](ActorId one) {
      return std::none_of(doers.begin(), doers.end(),
                          [&](ActorId other) { return same_side(layers_.actors.actors[one.index], layers_.actors.actors[other.index]); });
    });
  }

  std::vector<ActorId> actors_of(const TokenList& heads, RoleKind kind) const {
    Resolved resolved;
    for (const std::size_t head : heads) resolve(head, kind, grammar_, layers_.actors, lexicon_, resolved);
    return resolved.actors;
  }

  Sighting sighting(std::size_t token) const {
    const Tokens& tokens = layers_.tokens;
    const std::size_t sentence = tokens.sentence_of(token);
    const Span whole = tokens.span(tokens.sentences[sentence]), word = tokens.tokens[token].span;
    return {.report = layers_.document.info.id,
            .sentence = sentence + 1,
            .text = slice(layers_.document, whole),
            .word = {word.start - whole.start, word.end - whole.start}};
  }

  const Layers& layers_;
  const EventsTrace& trace_;
  const Lexicon& lexicon_;
  const Cues& cues_;
  const Tree tree_;
  const Grammar grammar_;
};

}  // namespace

Coverage find_coverage(const Layers& layers, const EventsTrace& trace, const Lexicon& lexicon, const Cues& cues) {
  return Looker(layers, trace, lexicon, cues).look();
}

void add(Coverage& all, const Coverage& more) {
  for (const auto& [word, sightings] : more.uncovered) {
    Sightings& known = all.uncovered[word];
    if (known.count == 0 || sightings.first < known.first) known.first = sightings.first;
    known.count += sightings.count;
  }
  for (const auto& [frame, times] : more.fired) all.fired[frame] += times;
  all.reports += more.reports;
  all.sentences += more.sentences;
}

}  // namespace casus
