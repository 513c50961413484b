#include "events/details.h"

#include <algorithm>
#include <string_view>

#include "core/unicode.h"

namespace casus {
namespace {

constexpr std::string_view kSince = "since";

bool is_event_time(const std::string& relation) {
  return is_relation(relation, "obl") || is_relation(relation, "nmod") || is_relation(relation, "advmod");
}

class OrdinalFinder {
 public:
  OrdinalFinder(const Tokens& tokens, const Grammar& grammar, const Dates& dates, const Lexicon& lexicon)
      : tokens_(tokens), grammar_(grammar), tree_(grammar.tree()), dates_(dates), lexicon_(lexicon) {}

  std::optional<Ordinal> find(const TokenList& told) const {
    for (const std::size_t host : with_rounds(told))
      for (const std::size_t child : tree_.children(host))
        if (is_time(child)) {
          for (const std::size_t modifier : tree_.children(child, "amod"))
            if (const auto n = lexicon_.ordinal(grammar_.lower_form(modifier)))
              return counted(*n, trimmed(tree_.extent(child)), {child, host});
        } else if (tree_.word(child).relation == "amod" && !grammar_.is_verb(host)) {
          if (const auto n = lexicon_.ordinal(grammar_.lower_form(child))) return counted(*n, {child, child + 1}, {host});
        }
    // "the visit is his second"
    for (const std::size_t host : told)
      if (const std::size_t head = tree_.word(host).head; head != kRoot && is_relation(tree_.word(host).relation, "nsubj"))
        if (const auto n = lexicon_.ordinal(grammar_.lower_form(head))) return counted(*n, {head, head + 1}, {head});
    return std::nullopt;
  }

 private:
  // "the third round of talks"
  TokenList with_rounds(TokenList hosts) const {
    for (std::size_t i = 0; i < hosts.size(); ++i) {
      const std::size_t head = tree_.word(hosts[i]).head;
      if (head == kRoot || !is_relation(tree_.word(hosts[i]).relation, "nmod")) continue;
      if (lexicon_.words("measure").lemmas.contains(tree_.word(head).lemma)) hosts.push_back(head);
    }
    return hosts;
  }

  bool is_time(std::size_t token) const { return tree_.word(token).lemma == "time" && is_event_time(tree_.word(token).relation); }

  Ordinal counted(int n, TokenRange range, const TokenList& hosts) const {
    Ordinal ordinal{.n = n, .since = {}, .since_date = {}, .spans = {tokens_.span(range)}};
    for (const TokenRange anchor : anchors(hosts)) {
      if (anchor.first < range.last)
        ordinal.spans.front() = tokens_.span({std::min(range.first, anchor.first), std::max(range.last, anchor.last)});
      else if (anchor.first == range.last) ordinal.spans.front().end = tokens_.span(anchor).end;
      else ordinal.spans.push_back(tokens_.span(anchor));
      for (const DateMention& mention : dates_.mentions)
        if (anchor.contains(mention.range.first) && tree_.word(anchor.first).lemma == kSince) ordinal.since_date = mention.date.value;
      break;
    }
    return ordinal;
  }

  // What it is counted from: "since the war began", "in two years".
  std::vector<TokenRange> anchors(const TokenList& hosts) const {
    std::vector<TokenRange> found;
    for (const std::size_t since : grammar_.prepositional(hosts, kSince)) found.push_back(trimmed(tree_.extent(since)));
    for (const std::size_t host : hosts)
      for (const std::size_t clause : tree_.children(host))
        for (const std::size_t mark : tree_.children(clause, "mark"))
          if (tree_.word(mark).lemma == kSince) found.push_back(trimmed(tree_.extent(clause)));
    for (const std::string_view within : {"in", "within"})
      for (const std::size_t span : grammar_.prepositional(hosts, within))
        if (lexicon_.words("timespan").lemmas.contains(tree_.word(span).lemma)) found.push_back(trimmed(tree_.extent(span)));
    for (const std::size_t host : hosts)
      for (const std::size_t span : tree_.children(host))
        if (lexicon_.words("timespan").lemmas.contains(tree_.word(span).lemma) && is_this(span))
          found.push_back(trimmed(tree_.extent(span)));
    // "their first talks since Kern took office", where the tree has it otherwise.
    for (const std::size_t host : hosts)
      if (found.empty() && host + 1 < grammar_.size() && grammar_.lower_form(host + 1) == kSince) found.push_back(to_next_comma(host + 1));
    return found;
  }

  // "the second meeting this year"
  bool is_this(std::size_t span) const {
    const TokenList determiners = tree_.children(span, "det");
    return std::any_of(determiners.begin(), determiners.end(), [&](std::size_t word) { return tree_.word(word).lemma == "this"; });
  }

  TokenRange to_next_comma(std::size_t first) const {
    const TokenRange sentence = tokens_.sentences[tokens_.sentence_of(first)];
    std::size_t last = first + 1;
    while (last < sentence.last && tree_.word(last).upos != "PUNCT") ++last;
    return {first, last};
  }

  TokenRange trimmed(TokenRange range) const {
    while (range.size() > 1 && tree_.word(range.first).upos == "PUNCT") ++range.first;
    while (range.size() > 1 && tree_.word(range.last - 1).upos == "PUNCT") --range.last;
    return range;
  }

  const Tokens& tokens_;
  const Grammar& grammar_;
  const Tree& tree_;
  const Dates& dates_;
  const Lexicon& lexicon_;
};

}  // namespace

Spans spans_of(TokenList tokens, const Tokens& all) {
  std::sort(tokens.begin(), tokens.end());
  Spans spans;
  std::size_t last = static_cast<std::size_t>(-1);
  for (const std::size_t token : tokens) {
    if (token == last) continue;
    if (!spans.empty() && token == last + 1) spans.back().end = all.tokens[token].span.end;
    else spans.push_back(all.tokens[token].span);
    last = token;
  }
  return spans;
}

std::optional<Ordinal> find_ordinal(const TokenList& hosts, const Tokens& tokens, const Grammar& grammar, const Dates& dates,
                                    const Lexicon& lexicon) {
  return OrdinalFinder(tokens, grammar, dates, lexicon).find(hosts);
}

}  // namespace casus
