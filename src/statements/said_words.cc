#include "statements/said_words.h"

#include <algorithm>

#include "statements/cue_places.h"

namespace casus {
namespace {

bool has_quotation(const std::vector<TokenRange>& ranges, const Quotations& quotations) {
  for (const TokenRange& range : ranges)
    for (std::size_t at = range.first; at < range.last; ++at)
      if (quotations.of_token(at)) return true;
  return false;
}

class ContentCompleter {
 public:
  ContentCompleter(const std::vector<bool>& said, const Tokens& tokens, const Tree& tree, const Quotations& quotations)
      : said_(said), tokens_(tokens), tree_(tree), quotations_(quotations) {}

  void complete(Proposal& p) const {
    keep_in_sentence(p.content, p);
    if (!p.match) return;
    const auto words = content_from_tree(p);
    if (words.empty()) {
      if (rests_on_tree(*p.match) && !has_quotation(p.content, quotations_) && !has_infinitive(p.content)) p.content.clear();
      return;
    }
    const bool agree = std::any_of(words.begin(), words.end(), [&](std::size_t word) { return holds(p.content, word); });
    if (!agree || p.match->rule->kind == CueKind::quote) p.content = ranges_of(words, tokens_);
    else if (!has_head_of(words, p.content)) add_words(p.content, words, tokens_);
    remove_others_clauses(p);
    remove_others(p, words);
  }

 private:
  // "called her": without what she is called, that is a phone call, and so is "called her on Monday" without what she is called on to do.
  static bool rests_on_tree(const CueMatch& match) {
    const auto& places = match.rule->content;
    const auto only = [&](auto slot) { return std::all_of(places.begin(), places.end(), slot); };
    if (only([](const CuePlace& place) { return place.slot == CueSlot::predicate; })) return !places.empty();
    return match.words.size() > 1 && !places.empty() &&
           only([](const CuePlace& place) { return place.slot == CueSlot::clause || place.slot == CueSlot::infinitive; });
  }

  // "called on both camps to stop": trees take it for a purpose, too.
  bool has_infinitive(const std::vector<TokenRange>& ranges) const {
    for (const TokenRange& range : ranges)
      for (std::size_t at = range.first; at < range.last; ++at)
        if (tree_.word(at).xpos == "VB" && has_introduction(at, "to", tree_)) return true;
    return false;
  }

  // Else what the model has of the clause is a fragment.
  bool has_head_of(const std::vector<std::size_t>& words, const std::vector<TokenRange>& content) const {
    return std::any_of(words.begin(), words.end(), [&](std::size_t word) {
      const std::size_t head = tree_.word(word).head;
      return holds(content, word) && (head == kRoot || !std::binary_search(words.begin(), words.end(), head));
    });
  }

  // "Asked whether they fled, she said ...": the clause of a verb that is itself no content. "She said no and denied that ...": nor is the
  // next verb.
  void remove_others_clauses(Proposal& p) const {
    std::vector<std::size_t> kept;
    for (const TokenRange& range : p.content)
      if (!belongs_to_other(range, p))
        for (std::size_t at = range.first; at < range.last; ++at) kept.push_back(at);
    for (const std::size_t next : tree_.children(p.head, "conj"))
      if (!quotations_.of_token(next) && next > p.head) remove_subtree(kept, next, tree_);
    p.content = ranges_of(kept, tokens_);
  }

  bool belongs_to_other(const TokenRange& range, const Proposal& p) const {
    const std::size_t governor = tree_.word(heads_of({range}, tree_).front()).head;
    if (governor == kRoot || tree_.word(governor).upos != "VERB" || holds(p.content, governor) || holds(p.cue, governor)) return false;
    const auto& words = p.match->words;
    return tree_.is_ancestor(p.head, governor) && std::find(words.begin(), words.end(), governor) == words.end();
  }

  // What only the model took for content: who is spoken to, who is accused of it, and since when.
  void remove_others(Proposal& p, const std::vector<std::size_t>& words) const {
    std::vector<CuePlace> places = p.match->rule->addressee;
    if (p.match->act() == "accuse") places.push_back({CueSlot::object, {}});
    std::vector<std::size_t> others;
    const auto add_others = [&](std::size_t child) {
      const auto below = tree_.subtree(child);
      others.insert(others.end(), below.begin(), below.end());
    };
    for (const CuePlace& place : places)
      for (const std::size_t child : find_at(place, *p.match, tree_)) add_others(child);
    if (p.match->act() == "accuse")
      for (const std::size_t when : tree_.children(p.head, "obl"))
        if (when < words.front()) add_others(when);
    std::vector<std::size_t> kept;
    for (const TokenRange& range : p.content)
      for (std::size_t at = range.first; at < range.last; ++at)
        if (std::find(others.begin(), others.end(), at) == others.end() || std::binary_search(words.begin(), words.end(), at))
          kept.push_back(at);
    for (const CuePlace& place : p.match->rule->content)
      if (place.slot == CueSlot::preposition && !kept.empty() && tree_.word(kept.front()).lemma == place.preposition)
        kept.erase(kept.begin());
    p.content = ranges_of(kept, tokens_);
  }

  void keep_in_sentence(std::vector<TokenRange>& ranges, const Proposal& p) const {
    if (p.head == kRoot) return;
    const TokenRange sentence = tokens_.sentences[tokens_.sentence_of(p.head)];
    const auto outside = [&](const TokenRange& range) { return range.last <= sentence.first || range.first >= sentence.last; };
    if (!std::all_of(ranges.begin(), ranges.end(), outside)) std::erase_if(ranges, outside);
  }

  std::vector<std::size_t> content_from_tree(const Proposal& p) const {
    if (p.match->rule->kind == CueKind::source) return framed_content(p);
    const auto& places = p.match->rule->content;
    const auto has = [&](CueSlot slot) {
      return std::any_of(places.begin(), places.end(), [&](const CuePlace& place) { return place.slot == slot; });
    };
    for (const CuePlace& place : places)
      if (auto found = content_at(place, p); !found.empty()) return found;
    if (has(CueSlot::clause))
      if (auto found = interrupted_clause(p); !found.empty()) return found;
    if (has(CueSlot::quotation))
      if (auto found = quotation_beside(p); !found.empty()) return found;
    auto deep = deep_content(p);
    return deep.empty() ? antecedent(p) : deep;
  }

  // "The plant is unsafe, which they deny", "claims that they deny": what the relative clause is about.
  std::vector<std::size_t> antecedent(const Proposal& p) const {
    const auto& places = p.match->rule->content;
    const bool of_object = std::any_of(places.begin(), places.end(), [](const CuePlace& place) { return place.slot == CueSlot::object; });
    if (!of_object || !is_relation(tree_.word(p.head).relation, "acl:relcl")) return {};
    const auto objects = tree_.children(p.head, "obj");
    const bool relative = std::any_of(objects.begin(), objects.end(), [&](std::size_t word) { return tree_.word(word).xpos == "WDT"; });
    if (!relative) return {};
    auto words = tree_.subtree(tree_.word(p.head).head);
    remove_subtree(words, p.head, tree_);
    return words;
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

  // "They were shelled; the rebels claimed one attack"
  bool says_an_object(const Proposal& p) const {
    const auto& listeners = p.match->rule->addressee;
    const bool listens =
        std::any_of(listeners.begin(), listeners.end(), [](const CuePlace& place) { return place.slot == CueSlot::object; });
    return !listens && tree_.has_child(p.head, "obj");
  }

  // "The dam, she said, is safe": the clause that the cue stands in as an aside.
  std::vector<std::size_t> interrupted_clause(const Proposal& p) const {
    const Word& word = tree_.word(p.head);
    if (!is_relation(word.relation, "parataxis") || word.head == kRoot || says_an_object(p)) return {};
    auto words = tree_.subtree(word.head);
    remove_subtree(words, p.head, tree_);
    if (quotations_.of_token(word.head)) std::erase_if(words, [&](std::size_t token) { return !quotations_.of_token(token); });
    return words;
  }

  // A word or two in marks, with neither a verb nor a stop, is a name or a doubt: 'the so-called "summit"'.
  bool is_speech(const Quotation& quotation) const {
    return quotation.tokens.size() > 0 && (stops(quotation, tokens_) || has_verb({quotation.tokens}, tree_));
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
      if (!is_speech(quotations_.all()[*found]) || (p.from_tree && said_[at])) continue;
      nearest = &quotations_.all()[*found];
      distance = away;
    }
    if (!nearest) return {};
    std::vector<std::size_t> words;
    for (std::size_t at = nearest->tokens.first; at < nearest->tokens.last; ++at) words.push_back(at);
    return words;
  }

  const std::vector<bool>& said_;
  const Tokens& tokens_;
  const Tree& tree_;
  const Quotations& quotations_;
};

}  // namespace

void complete_content(Proposal& proposal, const std::vector<bool>& said, const Tokens& tokens, const Tree& tree,
                      const Quotations& quotations) {
  ContentCompleter(said, tokens, tree, quotations).complete(proposal);
}

bool stops(const Quotation& quotation, const Tokens& tokens) {
  const std::string& last = tokens.tokens[quotation.tokens.last - 1].form;
  return last == "," || last == "." || last == "!" || last == "?";
}

bool is_told(const std::vector<TokenRange>& content, const Tree& tree, const Quotations& quotations) {
  const auto heads = heads_of(content, tree);
  return has_quotation(content, quotations) ||
         std::any_of(heads.begin(), heads.end(), [&](std::size_t head) { return tree.has_child(head, "nsubj"); });
}

bool has_verb(const std::vector<TokenRange>& ranges, const Tree& tree) {
  for (const TokenRange& range : ranges)
    for (std::size_t at = range.first; at < range.last; ++at)
      if (tree.word(at).upos == "VERB" || tree.word(at).upos == "AUX") return true;
  return false;
}

}  // namespace casus
