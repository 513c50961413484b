#include "statements/statements.h"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>

#include "core/unicode.h"
#include "quotation/quotations.h"
#include "statements/contents.h"
#include "statements/open_speakers.h"
#include "statements/participants.h"
#include "statements/proposals.h"
#include "statements/said_words.h"
#include "statements/sources.h"

namespace casus {
namespace {

std::size_t size_of(const std::vector<TokenRange>& ranges) {
  return std::accumulate(ranges.begin(), ranges.end(), std::size_t{0}, [](std::size_t sum, const TokenRange& r) { return sum + r.size(); });
}

Spans spans_of(const std::vector<TokenRange>& ranges, const Tokens& tokens) {
  Spans spans;
  for (const TokenRange& range : ranges) spans.push_back(tokens.span(range));
  return spans;
}

std::optional<Words> words_of(const std::vector<TokenRange>& ranges, const Document& document, const Tokens& tokens) {
  if (ranges.empty()) return std::nullopt;
  return words(document, spans_of(ranges, tokens));
}

// In order; those that overlap are joined.
Spans joined(Spans spans) {
  std::sort(spans.begin(), spans.end());
  Spans result;
  for (const Span& span : spans) {
    if (!result.empty() && span.start < result.back().end) result.back().end = std::max(result.back().end, span.end);
    else result.push_back(span);
  }
  return result;
}

// "According to the agencies, he said ...": what frames another's cue is no statement but on whose word we have that one.
class Framing {
 public:
  Framing(const std::vector<Proposal>& proposals, const Tokens& tokens, const Tree& tree)
      : proposals_(proposals), tokens_(tokens), tree_(tree), framed_(proposals.size()) {
    for (std::size_t i = 0; i < proposals.size(); ++i)
      if (proposals[i].head != kRoot) by_sentence_[tokens.sentence_of(proposals[i].head)].push_back(i);
    for (std::size_t i = 0; i < proposals.size(); ++i)
      if (proposals[i].match && proposals[i].match->rule->kind == CueKind::source) framed_[i] = cue_framed_by(i);
  }

  // The proposal whose cue is framed by `frame`.
  std::optional<std::size_t> framed(std::size_t frame) const { return frame < framed_.size() ? framed_[frame] : std::nullopt; }

 private:
  std::optional<std::size_t> cue_framed_by(std::size_t frame) const {
    const Proposal& outer = proposals_[frame];
    if (outer.source_heads.empty()) return std::nullopt;
    const std::size_t top = is_relation(tree_.word(outer.head).relation, "case") ? outer.source_heads.front() : outer.head;
    const std::size_t clause = tree_.word(top).head;
    for (const std::size_t i : by_sentence_.at(tokens_.sentence_of(outer.head))) {
      const std::size_t head = proposals_[i].head;
      if (i == frame || proposals_[i].source.empty()) continue;
      if (head == clause || tree_.word(head).head == kRoot) return i;
    }
    return std::nullopt;
  }

  const std::vector<Proposal>& proposals_;
  const Tokens& tokens_;
  const Tree& tree_;
  std::map<std::size_t, std::vector<std::size_t>> by_sentence_;
  std::vector<std::optional<std::size_t>> framed_;
};

// Words that follow each other at the start of the content, adverbs left out.
constexpr std::size_t kContentStart = 10;

class ContentReader {
 public:
  ContentReader(const Tokens& tokens, const Tree& tree, const Cues& cues) : tokens_(tokens), tree_(tree), cues_(cues) {}

  std::optional<std::string> act(const std::vector<TokenRange>& content) const {
    std::vector<std::vector<std::string>> start;
    for (const TokenRange& range : content)
      for (std::size_t at = range.first; at < range.last && start.size() < kContentStart; ++at)
        if (tree_.word(at).upos != "ADV") start.push_back(lemmas(at));
    for (const ContentRule& rule : cues_.contents())
      if (says(rule, start)) return rule.act;
    return std::nullopt;
  }

 private:
  std::vector<std::string> lemmas(std::size_t token) const {
    auto found = cues_.lemmas(token, tokens_, tree_);
    for (std::string& lemma : found) lemma = lower(lemma);
    return found;
  }

  static bool says(const ContentRule& rule, const std::vector<std::vector<std::string>>& start) {
    for (std::size_t at = 0; at + rule.lemmas.size() <= start.size(); ++at) {
      std::size_t i = 0;
      while (i < rule.lemmas.size() && have_one_in_common(start[at + i], rule.lemmas[i])) ++i;
      if (i == rule.lemmas.size()) return true;
    }
    return false;
  }

  static bool have_one_in_common(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    return std::find_first_of(a.begin(), a.end(), b.begin(), b.end()) != a.end();
  }

  const Tokens& tokens_;
  const Tree& tree_;
  const Cues& cues_;
};

class Writer {
 public:
  Writer(const Document& document, const Tokens& tokens, const Tree& tree, const Quotations& quotations, const Actors& actors,
         const Dates& dates, const Cues& cues)
      : document_(document), tokens_(tokens), tree_(tree), quotations_(quotations), actors_(actors), dates_(dates), cues_(cues) {}

  Statement statement(const Proposal& p, const std::vector<TokenRange>& content) const {
    Statement s;
    s.speakers = speakers_of(p, tokens_, tree_, actors_, cues_);
    s.speaker = words_of(trimmed(p.source, document_, tokens_, quotations_), document_, tokens_);
    s.via = via_of(p, tree_, actors_);
    s.addressees = addressees_of(p, tree_, actors_);
    s.medium = medium_of(p, tokens_, tree_, cues_);
    s.cue = words_of(p.cue, document_, tokens_);
    s.act = act(p, content);
    s.form = form_of(content, document_, tokens_, quotations_);
    s.content = words_of(content, document_, tokens_);
    s.polarity = p.match ? p.match->polarity() : negated(p);
    if (p.head != kRoot)
      if (const DateMention* mention = dates_.of_predicate(p.head)) s.date = mention->date;
    s.confidence = p.confidence;
    s.spans = spans(s);
    return s;
  }

 private:
  std::optional<std::string> act(const Proposal& p, const std::vector<TokenRange>& content) const {
    if (!p.match && !p.cue.empty() && !is_told(content, tree_, quotations_)) return std::nullopt;
    const std::string by_cue = p.match ? p.match->act() : "assert";
    if (by_cue != "assert" && by_cue != "inform") return by_cue;
    return ContentReader(tokens_, tree_, cues_).act(content).value_or(by_cue);
  }

  Polarity negated(const Proposal& p) const {
    return p.head != kRoot && is_negated({p.head}, tree_) ? Polarity::negative : Polarity::positive;
  }

  static Spans spans(const Statement& s) {
    Spans all;
    for (const auto* part : {&s.speaker, &s.cue, &s.content})
      if (*part) all.insert(all.end(), (*part)->spans.begin(), (*part)->spans.end());
    return joined(std::move(all));
  }

  const Document& document_;
  const Tokens& tokens_;
  const Tree& tree_;
  const Quotations& quotations_;
  const Actors& actors_;
  const Dates& dates_;
  const Cues& cues_;
};

std::optional<TokenRange> whole(const std::vector<TokenRange>& ranges) {
  if (ranges.empty()) return std::nullopt;
  return TokenRange{ranges.front().first, ranges.back().last};
}

// For each token, the statements whose content holds it.
std::vector<std::vector<std::uint32_t>> holders_of(const std::vector<StatementTokens>& all, std::size_t tokens) {
  std::vector<std::vector<std::uint32_t>> holders(tokens);
  for (std::size_t i = 0; i < all.size(); ++i)
    for (const TokenRange& range : all[i].content)
      for (std::size_t at = range.first; at < range.last; ++at) holders[at].push_back(static_cast<std::uint32_t>(i));
  return holders;
}

// The smallest content around the cue that is longer than the statement's own.
std::optional<StatementId> around(std::size_t statement, const std::vector<StatementTokens>& all,
                                  const std::vector<std::vector<std::uint32_t>>& holders) {
  const StatementTokens& own = all[statement];
  if (!own.cue) return std::nullopt;
  std::optional<std::uint32_t> best;
  for (const std::uint32_t i : holders[own.cue->first]) {
    if (i == statement || size_of(all[i].content) <= size_of(own.content)) continue;
    if (all[i].cue && holds(own.content, all[i].cue->first)) continue;
    if (!best || size_of(all[i].content) < size_of(all[*best].content)) best = i;
  }
  if (!best) return std::nullopt;
  return StatementId{*best};
}

// A statement on its way into the record.
struct Written {
  std::size_t proposal = 0;
  Statement statement;
  StatementTokens tokens;
};

// What a cue that the lexicon does not know says on behalf of nobody known: "the collision revived an old question".
constexpr double kUnknownOfNobody = 0.7;

bool is_doubtful(const Proposal& p, const Statement& statement) {
  if (p.match || p.cue.empty() || !statement.speakers.empty()) return false;
  return !statement.act || p.confidence < kUnknownOfNobody;
}

// Feelings and promises are people's: "the technology promises to save fuel" is no statement.
bool is_figurative(const Proposal& p, const Statement& statement, const Tree& tree, const Cues& cues) {
  if (!statement.act || !statement.speakers.empty() || !is_of_a_thing(p, tree, cues)) return false;
  constexpr std::array<std::string_view, 11> kOfPeople{"agree",  "believe", "doubt",  "expect",   "fear", "hope",
                                                       "invite", "promise", "refuse", "threaten", "want"};
  return std::find(kOfPeople.begin(), kOfPeople.end(), *statement.act) != kOfPeople.end();
}

// The model's source is that of the tree.
bool agrees(const Proposal& p, const Tree& tree) {
  if (!p.match || p.from_tree) return false;
  const auto heads = sources_by_tree(p.head, *p.match, tree);
  return std::any_of(heads.begin(), heads.end(), [&](std::size_t head) {
    return std::find(p.source_heads.begin(), p.source_heads.end(), head) != p.source_heads.end();
  });
}

void pass_on(const Statement& frame, Statement& inner) {
  for (const ActorId id : frame.speakers)
    if (std::find(inner.via.begin(), inner.via.end(), id) == inner.via.end()) inner.via.push_back(id);
  for (const auto* part : {&frame.cue, &frame.speaker})
    if (*part) inner.spans.insert(inner.spans.end(), (*part)->spans.begin(), (*part)->spans.end());
  inner.spans = joined(std::move(inner.spans));
}

// Those who are named as the source of another's saying pass that one on.
void move_frames(std::vector<Written>& written, const Framing& framing) {
  std::map<std::size_t, std::size_t> by_proposal;
  for (std::size_t i = 0; i < written.size(); ++i) by_proposal[written[i].proposal] = i;
  std::vector<bool> moved(written.size(), false);
  for (std::size_t i = 0; i < written.size(); ++i) {
    const auto target = framing.framed(written[i].proposal);
    const auto found = target ? by_proposal.find(*target) : by_proposal.end();
    if (found == by_proposal.end() || moved[found->second]) continue;
    pass_on(written[i].statement, written[found->second].statement);
    moved[i] = true;
  }
  std::size_t index = 0;
  std::erase_if(written, [&](const Written&) { return moved[index++]; });
}

Statements in_order(std::vector<Written> written, std::size_t tokens) {
  std::stable_sort(written.begin(), written.end(),
                   [](const Written& a, const Written& b) { return a.statement.spans.front() < b.statement.spans.front(); });
  Statements sorted;
  for (Written& w : written) {
    sorted.statements.push_back(std::move(w.statement));
    sorted.tokens.push_back(std::move(w.tokens));
  }
  const auto holders = holders_of(sorted.tokens, tokens);
  for (std::size_t i = 0; i < sorted.statements.size(); ++i) sorted.statements[i].within = around(i, sorted.tokens, holders);
  return sorted;
}

}  // namespace

std::optional<StatementId> Statements::holding(std::size_t token) const {
  std::optional<std::size_t> best;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (!holds(tokens[i].content, token)) continue;
    if (!best || size_of(tokens[i].content) < size_of(tokens[*best].content)) best = i;
  }
  if (!best) return std::nullopt;
  return StatementId{static_cast<std::uint32_t>(*best)};
}

Statements find_statements(const Document& document, const Tokens& tokens, const Parse& parse, const Attributions& attributions,
                           const Actors& actors, const Dates& dates, const Cues& cues) {
  const Tree tree(tokens, parse);
  const Quotations quotations(document, tokens);
  auto proposals = find_proposals(tokens, tree, attributions, quotations, cues);
  const Framing framing(proposals, tokens, tree);
  carry_on_quotations(proposals, document, tokens, tree, quotations);

  const Writer writer(document, tokens, tree, quotations, actors, dates, cues);
  std::vector<Written> written;
  for (std::size_t i = 0; i < proposals.size(); ++i) {
    const auto content = trimmed(proposals[i].content, document, tokens, quotations);
    Statement statement = writer.statement(proposals[i], content);
    if (is_doubtful(proposals[i], statement) || is_figurative(proposals[i], statement, tree, cues)) continue;
    if (!statement.spans.empty())
      written.push_back({i, std::move(statement), {proposals[i].source, whole(proposals[i].cue), content, agrees(proposals[i], tree)}});
  }
  move_frames(written, framing);
  Statements found = in_order(std::move(written), tokens.tokens.size());
  settle_open_speakers(found, tokens, tree, actors);
  found.unattributed = quotations_of_nobody(found, quotations, tokens, tree);
  return found;
}

}  // namespace casus
