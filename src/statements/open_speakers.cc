#include "statements/open_speakers.h"

#include <algorithm>
#include <string_view>

#include "statements/said_words.h"

namespace casus {
namespace {

// Where the tree does not agree on the source of a quotation, it is right in three of four with this confidence, with less in half of them
// (PolNeAR, training part).
constexpr double kSureSpeaker = 0.6;

bool is_person(const Actor& actor) { return actor.kind == ActorKind::person || actor.kind == ActorKind::role; }

// "The abbot's letter says ...": words that stand for the actor.
bool stands_for_another(const std::vector<TokenRange>& source, const Tree& tree, const Actors& actors) {
  const auto heads = heads_of(source, tree);
  return heads.size() == 1 && !actors.headed_by(heads.front());
}

bool speak_as(const Statements& found, std::size_t statement, std::string_view pronoun, const Tree& tree, const Actors& actors) {
  const auto& speakers = found.statements[statement].speakers;
  if (speakers.empty()) return false;
  const Actor& first = actors.actors[speakers.front().index];
  const bool several = speakers.size() > 1 || first.kind == ActorKind::group || first.kind == ActorKind::people;
  if (pronoun == "they") return several;
  if (speakers.size() > 1) return false;
  if (pronoun == "it") return !is_person(first) || stands_for_another(found.tokens[statement].speaker, tree, actors);
  return is_person(first);
}

bool starts_paragraph_between(std::size_t from, std::size_t to, const Tokens& tokens) {
  for (std::size_t at = from + 1; at <= to; ++at)
    if (tokens.tokens[at].paragraph_start) return true;
  return false;
}

// "The guard said the gate was open. Nobody had come, it added."
bool goes_on(const Statements& found, std::size_t statement, const Tokens& tokens, const Tree& tree, const Actors& actors) {
  const auto& source = found.tokens[statement].speaker;
  const auto& before = found.tokens[statement - 1].cue;
  if (!found.statements[statement].speakers.empty() || source.size() != 1 || source.front().size() != 1) return false;
  const std::size_t pronoun = source.front().first;
  const std::string& lemma = tree.word(pronoun).lemma;
  if (lemma != "it" && lemma != "he" && lemma != "she" && lemma != "they") return false;
  if (!before || before->first > pronoun) return false;
  return speak_as(found, statement - 1, lemma, tree, actors) && !starts_paragraph_between(before->first, pronoun, tokens);
}

bool is_quoted(const Statement& statement) { return statement.form == SpeechForm::direct || statement.form == SpeechForm::mixed; }

}  // namespace

void settle_open_speakers(Statements& found, const Tokens& tokens, const Tree& tree, const Actors& actors) {
  for (std::size_t i = 1; i < found.statements.size(); ++i)
    if (goes_on(found, i, tokens, tree, actors)) found.statements[i].speakers = found.statements[i - 1].speakers;
  for (std::uint32_t i = 0; i < found.statements.size(); ++i) {
    Statement& statement = found.statements[i];
    const bool sure = found.tokens[i].tree_agrees || statement.confidence.value_or(1) >= kSureSpeaker;
    if (!is_quoted(statement) || sure || statement.speakers.empty()) continue;
    statement.speakers.clear();
    found.of_uncertain_speaker.push_back({i});
  }
}

Spans quotations_of_nobody(const Statements& found, const Quotations& quotations, const Tokens& tokens, const Tree& tree) {
  std::vector<bool> said(tokens.tokens.size(), false);
  for (const StatementTokens& statement : found.tokens)
    for (const TokenRange& range : statement.content)
      for (std::size_t at = range.first; at < range.last; ++at) said[at] = true;
  Spans spans;
  for (const Quotation& quotation : quotations.all()) {
    const TokenRange& range = quotation.tokens;
    bool free = range.size() > 0;
    for (std::size_t at = range.first; at < range.last; ++at) free = free && !said[at];
    if (free && stops(quotation, tokens) && has_verb({range}, tree)) spans.push_back(quotation.span);
  }
  return spans;
}

}  // namespace casus
