// Every match of the lexicon in a tree is a possible cue; a shorter match inside a longer one ("say" in "declined to say") is not. The
// model's attributions come first: each takes the match at its cue, several with the same match are joined, and cues that the lexicon calls
// no speech are dropped. A match that no attribution took is proposed where its content hangs below it in the tree and somebody says it.
#include "statements/proposals.h"

#include <algorithm>
#include <map>

namespace casus {
namespace {

// A cue that the lexicon does not know counts from this confidence of the model on, and only with a source and a clause as content.
constexpr double kUnknownCue = 0.5;
// The trees alone are right less often than the model.
constexpr double kTreeConfidence = 0.6;

bool is_first_or_second_person(const Word& word) {
  for (const std::string_view lemma : {"I", "i", "we", "you"})
    if (word.lemma == lemma) return true;
  return false;
}

bool is_modal(const Word& word) { return word.xpos == "MD"; }

void remove_subtree(std::vector<std::size_t>& from, std::size_t top, const Tree& tree) {
  const auto below = tree.subtree(top);
  std::vector<std::size_t> rest;
  std::set_difference(from.begin(), from.end(), below.begin(), below.end(), std::back_inserter(rest));
  from = std::move(rest);
}

bool has_introduction(std::size_t token, const std::string& word, const Tree& tree) {
  for (const std::size_t child : tree.children(token)) {
    const Word& w = tree.word(child);
    if ((is_relation(w.relation, "case") || is_relation(w.relation, "mark")) && w.lemma == word) return true;
  }
  return false;
}

bool is_clause(std::size_t token, const Tree& tree) {
  const Word& word = tree.word(token);
  if (is_relation(word.relation, "ccomp")) return true;
  return is_relation(word.relation, "acl") && !is_relation(word.relation, "acl:relcl") && has_introduction(token, "that", tree);
}

bool is_infinitive(std::size_t token, const Tree& tree) {
  const Word& word = tree.word(token);
  if (is_relation(word.relation, "xcomp")) return true;
  const bool non_finite = word.xpos == "VB" || word.xpos == "VBG";
  return non_finite && (is_relation(word.relation, "ccomp") || word.relation == "acl");
}

bool fits(const CuePlace& place, std::size_t child, bool passive, const Tree& tree) {
  const std::string& relation = tree.word(child).relation;
  switch (place.slot) {
    case CueSlot::clause:
      return is_clause(child, tree);
    case CueSlot::infinitive:
      return is_infinitive(child, tree);
    case CueSlot::object:
      if (tree.word(child).xpos == "WDT" || tree.word(child).xpos == "WP") return false;
      return is_relation(relation, "obj") || is_relation(relation, "iobj") || (passive && is_relation(relation, "nsubj:pass"));
    case CueSlot::predicate:
      return is_relation(relation, "xcomp") && tree.word(child).upos != "VERB" && tree.has_child(tree.word(child).head, "obj");
    case CueSlot::preposition:
      return !is_relation(relation, "nsubj") && has_introduction(child, place.preposition, tree);
    case CueSlot::quotation:
    case CueSlot::none:
      return false;
  }
  return false;
}

// Walks up to the word whose subject is that of `verb` ("the king rose, saying": "rose"), and gives the heads of what speaks.
class SubjectFinder {
 public:
  // Whose subject an infinitive behind an object has: "urged him to resign", but "called him to thank him".
  enum class Control { object, subject };
  explicit SubjectFinder(const Tree& tree, Control control = Control::object) : tree_(tree), control_(control) {}

  std::vector<std::size_t> find(std::size_t verb) const {
    std::size_t at = verb;
    for (int steps = 0; steps < kMostSteps && at != kRoot; ++steps) {
      if (is_passive(at, tree_)) return agents(at, at == verb);
      if (const auto subject = own_subject(at)) return {*subject};
      const Word& word = tree_.word(at);
      if (word.head == kRoot) return {};
      if (is_relation(word.relation, "acl")) return {word.head};
      if (is_relation(word.relation, "xcomp") && control_ == Control::object)
        if (const auto controller = object_of(word.head)) return {*controller};
      if (!takes_subject_from_above(word)) return {};
      at = word.head;
    }
    return {};
  }

 private:
  static constexpr int kMostSteps = 6;

  static bool takes_subject_from_above(const Word& word) {
    for (const std::string_view relation : {"conj", "xcomp", "advcl", "parataxis"})
      if (is_relation(word.relation, relation)) return relation != "advcl" || word.xpos == "VBG" || word.xpos == "VB" || word.xpos == "VBN";
    return false;
  }

  std::optional<std::size_t> object_of(std::size_t verb) const {
    for (const std::string_view relation : {"iobj", "obj"})
      if (const auto found = tree_.children(verb, relation); !found.empty()) return found.front();
    return std::nullopt;
  }

  std::optional<std::size_t> own_subject(std::size_t verb) const {
    for (const std::size_t subject : tree_.children(verb, "nsubj")) {
      const Word& word = tree_.word(subject);
      const bool relative = word.xpos == "WP" || word.xpos == "WDT" || word.lemma == "who" || word.lemma == "which";
      if (!relative) return subject;
      if (is_relation(tree_.word(verb).relation, "acl:relcl")) return tree_.word(verb).head;
    }
    return std::nullopt;
  }

  // Below a passive: "by the king". A clause that shares a passive's subject ("was killed, saying") is not spoken by its agent.
  std::vector<std::size_t> agents(std::size_t verb, bool own) const {
    if (!own) {
      const auto subjects = tree_.children(verb, "nsubj:pass");
      return subjects.empty() ? std::vector<std::size_t>{} : std::vector<std::size_t>{subjects.front()};
    }
    for (const std::size_t child : tree_.children(verb)) {
      const Word& word = tree_.word(child);
      if (is_relation(word.relation, "obl:agent") || (is_relation(word.relation, "obl") && has_introduction(child, "by", tree_)))
        return {child};
    }
    return {};
  }

  const Tree& tree_;
  Control control_;
};

// The nominal's words, without the clauses that tell more of it.
std::vector<std::size_t> nominal_words(std::size_t head, const Tree& tree) {
  auto words = tree.subtree(head);
  for (const std::size_t child : tree.children(head))
    for (const std::string_view relation : {"acl", "advcl", "parataxis", "case", "punct"})
      if (is_relation(tree.word(child).relation, relation)) remove_subtree(words, child, tree);
  return words;
}

class Proposer {
 public:
  Proposer(const Tokens& tokens, const Tree& tree, const Quotations& quotations, const Cues& cues)
      : tokens_(tokens), tree_(tree), quotations_(quotations) {
    for (std::size_t at = 0; at < tokens.tokens.size(); ++at)
      if (auto match = cues.match(at, tokens, tree)) matches_.emplace(at, *std::move(match));
    drop_inner_matches();
  }

  std::vector<Proposal> propose(const Attributions& attributions) {
    for (const Attribution& attribution : attributions.attributions) take(attribution);
    for (const auto& [head, match] : matches_)
      if (!by_head_.count(head)) propose_from_tree(head, match);
    std::vector<Proposal> found;
    for (Proposal& proposal : proposals_)
      if (complete(proposal)) found.push_back(std::move(proposal));
    drop_repeated(found);
    std::stable_sort(found.begin(), found.end(), [](const Proposal& a, const Proposal& b) { return position(a) < position(b); });
    return found;
  }

 private:
  // "She agreed, saying: ...": where the trees alone find a second cue for the same words of the same source, one is enough.
  void drop_repeated(std::vector<Proposal>& proposals) const {
    std::map<std::size_t, std::vector<std::size_t>> by_sentence;
    for (std::size_t i = 0; i < proposals.size(); ++i)
      if (proposals[i].head != kRoot) by_sentence[tokens_.sentence_of(proposals[i].head)].push_back(i);
    std::vector<bool> repeated(proposals.size(), false);
    for (const auto& [sentence, members] : by_sentence)
      for (const std::size_t i : members)
        for (const std::size_t j : members)
          if (i != j && !repeated[j] && repeats(proposals[i], proposals[j])) repeated[i] = true;
    std::size_t index = 0;
    std::erase_if(proposals, [&](const Proposal&) { return repeated[index++]; });
  }

  static bool repeats(const Proposal& own, const Proposal& other) {
    if (!own.from_tree || own.content.empty() || own.source_heads != other.source_heads || holds(other.content, own.head)) return false;
    return std::all_of(own.content.begin(), own.content.end(),
                       [&](const TokenRange& range) { return holds(other.content, range.first) && holds(other.content, range.last - 1); });
  }

  static std::size_t position(const Proposal& p) {
    if (!p.cue.empty()) return p.cue.front().first;
    return p.content.empty() ? 0 : p.content.front().first;
  }

  void drop_inner_matches() {
    std::vector<std::size_t> inner;
    for (const auto& [head, match] : matches_)
      for (const std::size_t word : match.words)
        if (word != head && matches_.count(word) && matches_.at(word).words.size() < match.words.size()) inner.push_back(word);
    for (const std::size_t head : inner) {
      outer_[head] = kRoot;
      matches_.erase(head);
    }
    for (const auto& [head, match] : matches_)
      for (const std::size_t word : match.words) outer_[word] = head;
  }

  // "also stressed": where the model marks the adverb as a cue of its own, its verb's.
  std::optional<std::size_t> match_above(const TokenRange& cue) const {
    for (std::size_t at = cue.first; at < cue.last; ++at) {
      const Word& word = tree_.word(at);
      if (word.upos != "ADV" && word.upos != "AUX" && word.upos != "PART") return std::nullopt;
      if (word.head != kRoot && matches_.count(word.head)) return word.head;
    }
    return std::nullopt;
  }

  // The match at one of the cue's words; of several, the one that is highest in the tree.
  std::optional<std::size_t> match_in(const TokenRange& cue) const {
    std::optional<std::size_t> best;
    for (std::size_t at = cue.first; at < cue.last; ++at) {
      const auto outer = outer_.find(at);
      if (outer == outer_.end() || outer->second == kRoot || !matches_.count(outer->second)) continue;
      if (!best || tree_.is_ancestor(outer->second, *best)) best = outer->second;
    }
    return best;
  }

  void take(const Attribution& attribution) {
    Proposal proposal;
    proposal.source = attribution.source;
    proposal.content = attribution.content;
    proposal.confidence = attribution.confidence;
    if (attribution.cue.size() > 0) {
      proposal.cue = {attribution.cue};
      const auto tops = heads_of(proposal.cue, tree_);
      const auto verb = std::find_if(tops.begin(), tops.end(), [&](std::size_t top) { return tree_.word(top).upos == "VERB"; });
      proposal.head = verb != tops.end() ? *verb : tops.front();
      auto matched = match_in(attribution.cue);
      if (!matched) matched = match_above(attribution.cue);
      if (matched) {
        proposal.head = *matched;
        proposal.match = matches_.at(*matched);
        if (const auto known = by_head_.find(*matched); known != by_head_.end()) return join(proposals_[known->second], attribution);
        by_head_[*matched] = proposals_.size();
      }
    }
    proposals_.push_back(std::move(proposal));
  }

  static void join(Proposal& proposal, const Attribution& attribution) {
    if (attribution.cue.size() > 0) proposal.cue.push_back(attribution.cue);
    std::sort(proposal.cue.begin(), proposal.cue.end());
    proposal.content.insert(proposal.content.end(), attribution.content.begin(), attribution.content.end());
    std::sort(proposal.content.begin(), proposal.content.end());
    if (proposal.source.empty()) proposal.source = attribution.source;
  }

  void propose_from_tree(std::size_t head, const CueMatch& match) {
    if (match.act().empty() || match.rule->content.empty() || !may_be_said(head, match)) return;
    Proposal proposal;
    proposal.head = head;
    proposal.match = match;
    proposal.confidence = kTreeConfidence;
    proposal.from_tree = true;
    by_head_[head] = proposals_.size();
    proposals_.push_back(std::move(proposal));
  }

  // What the trees alone call speech is told as done, not as possible, and not by the reporter's "I" or "you".
  bool may_be_said(std::size_t head, const CueMatch& match) const {
    const Word& word = tree_.word(head);
    if (match.rule->kind == CueKind::source) return true;
    if (word.upos == "NOUN" && match.words.size() == 1) return false;
    if (is_relation(word.relation, "amod") || is_relation(word.relation, "compound") || is_relation(word.relation, "case")) return false;
    for (const std::size_t child : tree_.children(head)) {
      const Word& below = tree_.word(child);
      if (is_relation(below.relation, "aux") && is_modal(below) && !match.negated) return false;
      if (is_relation(below.relation, "mark") && (below.lemma == "if" || below.lemma == "unless" || below.lemma == "whether")) return false;
    }
    const bool infinitive = word.xpos == "VB" && has_introduction(head, "to", tree_);
    if (infinitive && !is_relation(word.relation, "advcl") && !is_courtesy(match.act())) return false;
    if (is_attitude(match.act()) && (quotations_.of_token(head) || is_own_report(head))) return false;
    const auto subjects = source_from_tree(head, match);
    if (subjects.empty()) return is_passive(head, tree_) && !is_relation(word.relation, "acl") && !match.negated;
    return !is_first_or_second_person(tree_.word(subjects.front()));
  }

  // What is called for, travelled for, written for: "called to congratulate him".
  static bool is_courtesy(std::string_view act) {
    return act == "congratulate" || act == "thank" || act == "condole" || act == "apologise";
  }

  static bool is_attitude(std::string_view act) {
    for (const std::string_view attitude : {"believe", "hope", "fear", "expect", "want", "doubt"})
      if (act == attitude) return true;
    return false;
  }

  // "She said she felt ...": one statement.
  bool is_own_report(std::size_t head) const {
    const Word& word = tree_.word(head);
    if (!is_relation(word.relation, "ccomp") || !matches_.count(word.head)) return false;
    const auto subjects = tree_.children(head, "nsubj");
    return !subjects.empty() && tree_.word(subjects.front()).upos == "PRON";
  }

  // False: no statement.
  bool complete(Proposal& p) const {
    if (p.match && p.match->act().empty()) return false;
    if (p.match && !holds(p.cue, p.head)) p.cue = cue_ranges(*p.match);
    complete_source(p);
    complete_content(p);
    if (!p.match) return !p.content.empty() && p.confidence >= kUnknownCue && !p.source.empty() && has_verb(p.content);
    return !p.content.empty() || may_be_wordless(*p.match);
  }

  // The model's words that fit the tree's, and those of the tree. What lies in other sentences is left to the quotations.
  void complete_content(Proposal& p) const {
    keep_in_sentence(p.content, p);
    if (!p.match) return;
    const auto words = content_from_tree(p);
    if (words.empty()) {
      if (needs_predicate(*p.match) && !has_quotation(p.content)) p.content.clear();
      return;
    }
    const bool overlap = std::any_of(words.begin(), words.end(), [&](std::size_t word) { return holds(p.content, word); });
    if (!overlap) p.content.clear();
    std::erase_if(p.content, [&](const TokenRange& range) {
      return std::none_of(words.begin(), words.end(), [&](std::size_t word) { return range.contains(word); });
    });
    join_words(p.content, words);
    remove_what_is_no_content(p);
  }

  // "called her": without what she is called, that is a phone call.
  static bool needs_predicate(const CueMatch& match) {
    const auto& places = match.rule->content;
    return places.size() == 1 && places.front().slot == CueSlot::predicate;
  }

  bool has_quotation(const std::vector<TokenRange>& ranges) const {
    for (const TokenRange& range : ranges)
      for (std::size_t at = range.first; at < range.last; ++at)
        if (quotations_.of_token(at)) return true;
    return false;
  }

  // What only the model took for content: who is spoken to or of, and the preposition before what is said.
  void remove_what_is_no_content(Proposal& p) const {
    std::vector<std::size_t> others;
    std::vector<CuePlace> places = p.match->rule->addressee;
    places.push_back({CueSlot::object, {}});
    for (const CuePlace& place : places)
      for (const std::size_t child : find_at(place, *p.match, tree_)) {
        const auto below = tree_.subtree(child);
        others.insert(others.end(), below.begin(), below.end());
      }
    for (const CuePlace& place : p.match->rule->content)
      for (const std::size_t child : find_at(place, *p.match, tree_))
        for (const std::size_t introduction : tree_.children(child))
          if (place.slot == CueSlot::preposition && tree_.word(introduction).lemma == place.preposition) others.push_back(introduction);
    const auto words = content_from_tree(p);
    std::vector<std::size_t> kept;
    for (const TokenRange& range : p.content)
      for (std::size_t at = range.first; at < range.last; ++at)
        if (std::find(others.begin(), others.end(), at) == others.end() || std::binary_search(words.begin(), words.end(), at))
          kept.push_back(at);
    while (!kept.empty() && is_relation(tree_.word(kept.back()).relation, "cc")) kept.pop_back();
    p.content = ranges_of(kept, tokens_);
  }

  void keep_in_sentence(std::vector<TokenRange>& ranges, const Proposal& p) const {
    if (p.head == kRoot) return;
    const TokenRange sentence = tokens_.sentences[tokens_.sentence_of(p.head)];
    const auto outside = [&](const TokenRange& range) { return range.last <= sentence.first || range.first >= sentence.last; };
    if (!std::all_of(ranges.begin(), ranges.end(), outside)) std::erase_if(ranges, outside);
  }

  void join_words(std::vector<TokenRange>& ranges, std::vector<std::size_t> words) const {
    for (const TokenRange& range : ranges)
      for (std::size_t at = range.first; at < range.last; ++at) words.push_back(at);
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    ranges = ranges_of(words, tokens_);
  }

  static bool may_be_wordless(const CueMatch& match) {
    const auto& places = match.rule->content;
    return (match.negated && match.act() == "decline") ||
           std::any_of(places.begin(), places.end(), [](const CuePlace& place) { return place.slot == CueSlot::none; });
  }

  bool has_verb(const std::vector<TokenRange>& ranges) const {
    for (const TokenRange& range : ranges)
      for (std::size_t at = range.first; at < range.last; ++at)
        if (tree_.word(at).upos == "VERB" || tree_.word(at).upos == "AUX") return true;
    return false;
  }

  // The matched words with what negates them, and the words between where they stand close together.
  std::vector<TokenRange> cue_ranges(const CueMatch& match) const {
    std::vector<std::size_t> words = match.words;
    for (const std::size_t child : tree_.children(match.words.front()))
      if (match.negated && (is_relation(tree_.word(child).relation, "aux") || tree_.word(child).lemma == "not")) words.push_back(child);
    for (const std::size_t word : match.words)
      for (const std::size_t child : tree_.children(word, "det"))
        if (match.negated && word != match.words.front()) words.push_back(child);
    std::erase_if(words, [&](std::size_t word) { return is_relation(tree_.word(word).relation, "mark"); });
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    constexpr std::size_t kClose = 6;
    if (words.back() - words.front() < kClose) return {{words.front(), words.back() + 1}};
    return ranges_of(words, tokens_);
  }

  void complete_source(Proposal& p) const {
    std::vector<std::size_t> heads;
    if (p.match) heads = source_from_tree(p.head, *p.match);
    else if (p.head != kRoot) heads = SubjectFinder(tree_).find(p.head);
    keep_likely_source(p, heads);
    if (p.source.empty()) {
      if (p.match) p.source = nominal_ranges(heads);
    } else {
      std::erase_if(heads, [&](std::size_t head) { return !holds(p.source, head); });
      if (heads.empty()) heads = heads_of(p.source, tree_);
      for (TokenRange& range : p.source)
        while (range.size() > 1 && ends_loosely(range.last - 1)) --range.last;
    }
    p.source_heads = std::move(heads);
  }

  // "Kim, who"
  bool ends_loosely(std::size_t token) const {
    const Word& word = tree_.word(token);
    return word.upos == "PUNCT" || word.xpos == "WP" || word.xpos == "WDT";
  }

  // "who", "which": the tree knows whom they mean.
  bool is_relative(const TokenRange& range) const {
    return range.size() == 1 && (tree_.word(range.first).xpos == "WP" || tree_.word(range.first).xpos == "WDT");
  }

  // Of several sources that the model marks: those that the tree has too, else the nearest; none of another sentence if the tree has one.
  void keep_likely_source(Proposal& p, const std::vector<std::size_t>& heads) const {
    if (p.source.empty() || p.head == kRoot) return;
    if (!heads.empty()) std::erase_if(p.source, [&](const TokenRange& range) { return is_relative(range); });
    if (p.source.empty()) return;
    const auto has_head = [&](const TokenRange& range) {
      return std::any_of(heads.begin(), heads.end(), [&](std::size_t head) { return range.contains(head); });
    };
    if (std::any_of(p.source.begin(), p.source.end(), has_head)) {
      std::erase_if(p.source, [&](const TokenRange& range) { return !has_head(range); });
      std::vector<std::size_t> words;
      for (const TokenRange& range : nominal_ranges(heads))
        for (std::size_t at = range.first; at < range.last; ++at) words.push_back(at);
      join_words(p.source, std::move(words));
      return;
    }
    const auto distance = [&](const TokenRange& range) { return range.first > p.head ? range.first - p.head : p.head - range.first; };
    const auto nearest = *std::min_element(p.source.begin(), p.source.end(),
                                           [&](const TokenRange& a, const TokenRange& b) { return distance(a) < distance(b); });
    const bool same_sentence = tokens_.sentence_of(nearest.first) == tokens_.sentence_of(p.head);
    p.source = same_sentence || heads.empty() ? std::vector<TokenRange>{nearest} : std::vector<TokenRange>{};
  }

  std::vector<TokenRange> nominal_ranges(const std::vector<std::size_t>& heads) const {
    std::vector<TokenRange> ranges;
    for (const std::size_t head : heads) {
      const auto words = ranges_of(nominal_words(head, tree_), tokens_);
      ranges.insert(ranges.end(), words.begin(), words.end());
    }
    return ranges;
  }

  std::vector<std::size_t> source_from_tree(std::size_t head, const CueMatch& match) const {
    if (match.rule->kind == CueKind::source) return framed_source(match);
    if (match.rule->kind == CueKind::quote) return find_at({CueSlot::object, {}}, match, tree_);
    return subject_finder(match).find(head);
  }

  SubjectFinder subject_finder(const CueMatch& match) const {
    return SubjectFinder(tree_, is_courtesy(match.act()) ? SubjectFinder::Control::subject : SubjectFinder::Control::object);
  }

  // "according to the king": the noun that the words introduce; "in the words of the king": the noun below them.
  std::vector<std::size_t> framed_source(const CueMatch& match) const {
    const Word& word = tree_.word(match.words.front());
    if (is_relation(word.relation, "case") && word.head != kRoot) return {word.head};
    for (const std::string_view relation : {"nmod", "obl", "obj"})
      if (const auto found = tree_.children(match.words.front(), relation); !found.empty()) return {found.front()};
    return {};
  }

  std::vector<std::size_t> content_from_tree(const Proposal& p) const {
    if (p.match->rule->kind == CueKind::source) return framed_content(p);
    for (const CuePlace& place : p.match->rule->content) {
      auto found = place.slot == CueSlot::quotation ? quotation_beside(p) : content_at(place, p);
      if (!found.empty()) return found;
    }
    return deep_content(p);
  }

  std::vector<std::size_t> framed_content(const Proposal& p) const {
    if (p.source_heads.empty()) return {};
    const std::size_t framed = is_relation(tree_.word(p.head).relation, "case") ? p.source_heads.front() : p.head;
    const std::size_t clause = tree_.word(framed).head;
    if (clause == kRoot) return {};
    auto words = tree_.subtree(clause);
    remove_subtree(words, framed, tree_);
    return words;
  }

  std::vector<std::size_t> content_at(const CuePlace& place, const Proposal& p) const {
    std::vector<std::size_t> words;
    auto places = find_at(place, *p.match, tree_);
    if (place.slot == CueSlot::predicate && !places.empty()) places.push_back(tree_.children(p.head, "obj").front());
    if (place.slot == CueSlot::clause && places.size() > 1) places = {likeliest_clause(places, p.head)};
    for (const std::size_t child : places) {
      if (std::find(p.source_heads.begin(), p.source_heads.end(), child) != p.source_heads.end()) continue;
      auto below = tree_.subtree(child);
      if (place.slot == CueSlot::clause && quotations_.of_token(child)) drop_across(below, child, p.head);
      if (place.slot == CueSlot::preposition) drop_introduction(below, child, place.preposition);
      words.insert(words.end(), below.begin(), below.end());
      if (place.slot != CueSlot::clause && place.slot != CueSlot::predicate) break;
    }
    if (words.empty() && place.slot == CueSlot::clause) return interrupted_clause(p);
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return words;
  }

  // 'Asked about it, she said: "No."': words on the other side of the cue, not quoted, are none of the quotation.
  void drop_across(std::vector<std::size_t>& words, std::size_t clause, std::size_t cue) const {
    std::erase_if(words, [&](std::size_t word) { return !quotations_.of_token(word) && (word < cue) != (clause < cue); });
  }

  // A verb has one clause as its object: the quoted one, else the nearest.
  std::size_t likeliest_clause(const std::vector<std::size_t>& clauses, std::size_t head) const {
    const auto rank = [&](std::size_t clause) {
      const std::size_t away = clause > head ? clause - head : head - clause;
      return std::pair(!quotations_.of_token(clause), away);
    };
    return *std::min_element(clauses.begin(), clauses.end(), [&](std::size_t a, std::size_t b) { return rank(a) < rank(b); });
  }

  // "accused him since May of lying": the preposition may hang deeper than it should.
  std::vector<std::size_t> deep_content(const Proposal& p) const {
    for (const CuePlace& place : p.match->rule->content) {
      if (place.slot != CueSlot::preposition) continue;
      for (const std::size_t token : tree_.subtree(p.head)) {
        if (tree_.word(token).xpos != "VBG" || !has_introduction(token, place.preposition, tree_) || token < p.head) continue;
        auto words = tree_.subtree(token);
        drop_introduction(words, token, place.preposition);
        return words;
      }
    }
    return {};
  }

  void drop_introduction(std::vector<std::size_t>& words, std::size_t head, const std::string& preposition) const {
    if (!words.empty() && words.front() != head && tree_.word(words.front()).lemma == preposition) words.erase(words.begin());
  }

  // "The dam, she said, is safe": the clause that the cue stands in as an aside.
  std::vector<std::size_t> interrupted_clause(const Proposal& p) const {
    const Word& word = tree_.word(p.head);
    if (!is_relation(word.relation, "parataxis") || word.head == kRoot) return {};
    auto words = tree_.subtree(word.head);
    remove_subtree(words, p.head, tree_);
    if (quotations_.of_token(word.head)) std::erase_if(words, [&](std::size_t token) { return !quotations_.of_token(token); });
    return words;
  }

  // A word or two in marks, with neither a verb nor a stop, is a name or a doubt: 'the so-called "summit"'.
  bool is_speech(const Quotation& quotation) const {
    if (quotation.tokens.size() == 0) return false;
    const std::string& last = tokens_.tokens[quotation.tokens.last - 1].form;
    const bool stops = last == "," || last == "." || last == "!" || last == "?";
    return stops || has_verb({quotation.tokens});
  }

  // The nearest quotation of the cue's sentence.
  std::vector<std::size_t> quotation_beside(const Proposal& p) const {
    const TokenRange sentence = tokens_.sentences[tokens_.sentence_of(p.head)];
    const Quotation* nearest = nullptr;
    std::size_t distance = sentence.size();
    for (std::size_t at = sentence.first; at < sentence.last; ++at) {
      const auto found = quotations_.of_token(at);
      const std::size_t away = at < p.head ? p.head - at : at - p.head;
      if (!found || away >= distance || quotations_.of_token(p.head) == found || holds(p.source, at)) continue;
      if (!is_speech(quotations_.all()[*found])) continue;
      nearest = &quotations_.all()[*found];
      distance = away;
    }
    if (!nearest) return {};
    std::vector<std::size_t> words;
    for (std::size_t at = nearest->tokens.first; at < nearest->tokens.last; ++at) words.push_back(at);
    return words;
  }

  const Tokens& tokens_;
  const Tree& tree_;
  const Quotations& quotations_;
  std::map<std::size_t, CueMatch> matches_;     // by their head
  std::map<std::size_t, std::size_t> outer_;    // from each word of a cue to the cue's head; kRoot where a longer cue took it
  std::map<std::size_t, std::size_t> by_head_;  // from the head of a match to its proposal
  std::vector<Proposal> proposals_;
};

}  // namespace

std::vector<Proposal> find_proposals(const Tokens& tokens, const Tree& tree, const Attributions& attributions, const Quotations& quotations,
                                     const Cues& cues) {
  return Proposer(tokens, tree, quotations, cues).propose(attributions);
}

std::vector<TokenRange> ranges_of(const std::vector<std::size_t>& tokens, const Tokens& all) {
  std::vector<TokenRange> ranges;
  for (const std::size_t token : tokens) {
    if (!ranges.empty() && ranges.back().last == token && !all.tokens[token].paragraph_start) ++ranges.back().last;
    else ranges.push_back({token, token + 1});
  }
  return ranges;
}

bool holds(const std::vector<TokenRange>& ranges, std::size_t token) {
  return std::any_of(ranges.begin(), ranges.end(), [&](const TokenRange& range) { return range.contains(token); });
}

std::vector<std::size_t> heads_of(const std::vector<TokenRange>& ranges, const Tree& tree) {
  std::vector<std::size_t> heads;
  for (const TokenRange& range : ranges)
    for (std::size_t at = range.first; at < range.last; ++at) {
      const std::size_t head = tree.word(at).head;
      if ((head == kRoot || !holds(ranges, head)) && !is_relation(tree.word(at).relation, "punct")) heads.push_back(at);
    }
  if (heads.empty() && !ranges.empty()) heads.push_back(ranges.front().first);
  return heads;
}

std::vector<std::size_t> find_at(const CuePlace& place, const CueMatch& match, const Tree& tree) {
  std::vector<std::size_t> found;
  const bool passive = is_passive(match.words.front(), tree);
  for (const std::size_t word : match.words)
    for (const std::size_t child : tree.children(word)) {
      const bool part_of_cue = std::find(match.words.begin(), match.words.end(), child) != match.words.end();
      if (!part_of_cue && fits(place, child, passive, tree)) found.push_back(child);
    }
  return found;
}

bool is_passive(std::size_t verb, const Tree& tree) {
  return tree.has_child(verb, "nsubj:pass") || tree.has_child(verb, "aux:pass") ||
         (tree.word(verb).xpos == "VBN" && tree.has_child(verb, "obl:agent"));
}

}  // namespace casus
