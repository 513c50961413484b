#include "events/details.h"

#include <algorithm>
#include <string_view>

#include "core/unicode.h"

namespace casus {
namespace {

bool is_event_time(const std::string& relation) {
  return is_relation(relation, "obl") || is_relation(relation, "nmod") || is_relation(relation, "advmod");
}

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

std::optional<Ordinal> find_ordinal(const Match& match, const Tokens& tokens, const Grammar& grammar, const Dates& dates,
                                    const Lexicon& lexicon) {
  const Tree& tree = grammar.tree();
  TokenList hosts = match.hosts;
  if (match.clause != match.token) hosts.push_back(match.clause);
  for (const std::size_t host : hosts)
    for (const std::size_t child : tree.children(host)) {
      const bool of_time = tree.word(child).lemma == "time" && is_event_time(tree.word(child).relation);
      const std::size_t ordered = of_time ? child : host;
      if (!of_time && !(tree.word(child).relation == "amod" && !grammar.is_verb(host))) continue;
      for (const std::size_t modifier : of_time ? tree.children(ordered, "amod") : TokenList{child}) {
        const auto n = lexicon.ordinal(grammar.lower_form(modifier));
        if (!n) continue;
        Ordinal ordinal{.n = *n};
        const TokenRange extent = of_time ? tree.extent(child) : TokenRange{modifier, modifier + 1};
        TokenRange told = extent;
        TokenList anchors = grammar.prepositional({ordered, host}, "since");
        const TokenList clauses = grammar.gerunds({ordered, host}, "since");
        anchors.insert(anchors.end(), clauses.begin(), clauses.end());
        for (const std::size_t since : anchors) {
          const TokenRange phrase = tree.extent(since);
          told = {std::min(told.first, phrase.first), std::max(told.last, phrase.last)};
          for (const DateMention& mention : dates.mentions)
            if (phrase.contains(mention.range.first)) ordinal.since_date = mention.date.value;
        }
        ordinal.spans = {tokens.span(told)};
        return ordinal;
      }
    }
  return std::nullopt;
}

}  // namespace casus
