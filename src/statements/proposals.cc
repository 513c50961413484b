// Every match of the lexicon in a tree is a possible cue; a shorter match inside a longer one ("say" in "declined to say") is not. The
// model's attributions come first: each takes the match at its cue, several with the same match are joined, and cues that the lexicon calls
// no speech are dropped. A match that no attribution took is proposed where its content hangs below it in the tree and somebody says it.
#include "statements/proposals.h"

#include <algorithm>
#include <map>

#include "statements/cue_places.h"
#include "statements/said_words.h"
#include "statements/sources.h"
#include "statements/subjects.h"

namespace casus {
namespace {

// A cue that the lexicon does not know counts from this confidence of the model on, and only with a source: with a clause as its content,
// and with less ("many dislike the plan").
constexpr double kUnknownCue = 0.5;
constexpr double kUnknownAttitude = 0.9;
// Cues that only the model proposes are mostly no speech where it is in doubt ("a fund backing him").
constexpr double kLeftToModel = 0.75;
// The trees alone are right less often than the model.
constexpr double kTreeConfidence = 0.6;

bool is_first_or_second_person(const Word& word) {
  for (const std::string_view lemma : {"I", "i", "we", "you"})
    if (word.lemma == lemma) return true;
  return false;
}

bool is_modal(const Word& word) { return word.xpos == "MD"; }

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
    std::vector<bool> said(tokens_.tokens.size(), false);
    for (Proposal& proposal : proposals_) {
      if (!complete(proposal, said)) continue;
      for (const TokenRange& range : proposal.content)
        std::fill_n(said.begin() + static_cast<std::ptrdiff_t>(range.first), range.size(), true);
      found.push_back(std::move(proposal));
    }
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
        if (const auto known = by_head_.find(*matched); known != by_head_.end())
          return join(proposals_[known->second], attribution, tokens_);
        by_head_[*matched] = proposals_.size();
      }
    }
    proposals_.push_back(std::move(proposal));
  }

  static void join(Proposal& proposal, const Attribution& attribution, const Tokens& all) {
    if (attribution.cue.size() > 0) proposal.cue.push_back(attribution.cue);
    std::sort(proposal.cue.begin(), proposal.cue.end());
    proposal.content.insert(proposal.content.end(), attribution.content.begin(), attribution.content.end());
    add_words(proposal.content, {}, all);
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
    if (is_mere_idea(head)) return false;
    const bool infinitive = word.xpos == "VB" && has_introduction(head, "to", tree_);
    if (infinitive && !is_relation(word.relation, "advcl") && !is_courtesy(match.act())) return false;
    if (is_attitude(match.act()) && (quotations_.of_token(head) || is_own_report(head))) return false;
    const auto subjects = sources_by_tree(head, match, tree_);
    if (subjects.empty()) return is_passive(head, tree_) && !is_relation(word.relation, "acl") && !match.negated;
    return !is_first_or_second_person(tree_.word(subjects.front()));
  }

  // "a duty of telling them", "a plan for refusing", "refusing is wise", "denied ordering them".
  bool is_mere_idea(std::size_t head) const {
    const Word& word = tree_.word(head);
    if (is_relation(word.relation, "csubj")) return true;
    if (word.xpos != "VBG") return false;
    if (is_relation(word.relation, "xcomp")) return matches_.count(word.head) && matches_.at(word.head).polarity() == Polarity::negative;
    return is_relation(word.relation, "acl") && tree_.has_child(head, "mark");
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

  bool is_unknown_saying(const Proposal& p) const {
    if (p.content.empty() || p.source.empty()) return false;
    return p.confidence >= (is_told(p.content, tree_, quotations_) ? kUnknownCue : kUnknownAttitude);
  }

  // False: no statement. `said`: the words that those before it say.
  bool complete(Proposal& p, const std::vector<bool>& said) const {
    if (p.match && p.match->act().empty()) return false;
    if (p.match && !holds(p.cue, p.head)) p.cue = cue_ranges(*p.match);
    complete_source(p, tokens_, tree_);
    if (p.match && p.match->rule->kind == CueKind::adjective) remove_source_from_content(p);
    complete_content(p, said, tokens_, tree_, quotations_);
    if (is_relative(p.content)) return false;
    if (!p.match) return is_unknown_saying(p);
    if (p.match->rule->content.empty() && p.confidence < kLeftToModel && !is_told(p.content, tree_, quotations_)) return false;
    return !p.content.empty() || may_be_wordless(p.head, *p.match);
  }

  // "She was not convinced": the model takes whom a passive is about for its content.
  static void remove_source_from_content(Proposal& p) {
    std::erase_if(p.content, [&](const TokenRange& range) {
      return std::any_of(p.source_heads.begin(), p.source_heads.end(), [&](std::size_t head) { return range.contains(head); });
    });
  }

  // "a loss that was reported in the press": the pronoun alone says nothing.
  bool is_relative(const std::vector<TokenRange>& content) const {
    if (content.size() != 1 || content.front().size() != 1) return false;
    const std::string& tag = tree_.word(content.front().first).xpos;
    return tag == "WDT" || tag == "WP" || tag == "IN";
  }

  // "did not elaborate"; but "without telling them" is no answer that is refused.
  bool may_be_wordless(std::size_t head, const CueMatch& match) const {
    const auto& places = match.rule->content;
    if (std::any_of(places.begin(), places.end(), [](const CuePlace& place) { return place.slot == CueSlot::none; })) return true;
    const auto& listeners = match.rule->addressee;
    const bool listens =
        std::any_of(listeners.begin(), listeners.end(), [](const CuePlace& place) { return place.slot == CueSlot::object; });
    return match.negated && match.act() == "decline" && !(listens && tree_.has_child(head, "obj"));
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

void add_words(std::vector<TokenRange>& ranges, std::vector<std::size_t> words, const Tokens& all) {
  for (const TokenRange& range : ranges)
    for (std::size_t at = range.first; at < range.last; ++at) words.push_back(at);
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  ranges = ranges_of(words, all);
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

}  // namespace casus
