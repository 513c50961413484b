#include "commitments/reactions.h"

#include <algorithm>

#include "commitments/duty_contents.h"

namespace casus {
namespace {

constexpr std::size_t kSentencesAway = 2;

std::size_t sentence_of(const StatementTokens& said, const ObligationText& text) {
  return text.tokens.sentence_of(said.cue ? said.cue->first : said.content.front().first);
}

bool is_negative(const StatementTokens& said, const ObligationText& text) {
  return std::any_of(said.content.begin(), said.content.end(), [&](TokenRange range) {
    for (std::size_t token = range.first; token < range.last; ++token)
      if (text.is("negation", token) || text.is("belittling", token)) return true;
    return false;
  });
}

// "had not left": of what was, and not of what will be.
bool is_left_undone(const StatementTokens& said, const ObligationText& text) {
  bool negative = false, happened = false;
  for (const TokenRange range : said.content)
    for (std::size_t token = range.first; token < range.last; ++token) {
      if (text.is("future", token)) return false;
      negative = negative || text.is("negation", token);
      happened = happened || (text.is("happened", token) && is_relation(text.tree.word(token).relation, "aux"));
    }
  return negative && happened;
}

// "refused to withdraw its troops", of a ceasefire
bool is_of_another_duty(const StatementTokens& said, const std::string& duty, const ObligationText& text) {
  bool another = false;
  for (const TokenRange range : said.content)
    for (std::size_t token = range.first; token < range.last; ++token) {
      if (!text.grammar.is_verb(token)) continue;
      const auto told = duty_at(token, Wording::straight, text);
      if (told && told->tells->duty == duty) return false;
      another = another || told;
    }
  return another;
}

bool names_one(const StatementTokens& said, const PartyList& parties, const ObligationText& text) {
  const TokenRange sentence = text.tokens.sentences[sentence_of(said, text)];
  return std::any_of(text.actors.mentions.begin(), text.actors.mentions.end(), [&](const ActorMention& mention) {
    if (!sentence.contains(mention.head)) return false;
    const PartyList meant = parties_of(mention.actors, text);
    return std::any_of(meant.begin(), meant.end(),
                       [&](ActorId one) { return std::find(parties.begin(), parties.end(), one) != parties.end(); });
  });
}

// In the sentence after the duty is told, who is not bound says that it is not done: "No money has come, Iceland said".
Dueness told_by(StatementId id, const PartyList& bound, bool follows, const ObligationText& text) {
  const StatementTokens& said = text.statements.tokens[id.index];
  const PartyList side = parties_of(text.statements.statements[id.index].speakers, text);
  const bool is_bound =
      std::any_of(side.begin(), side.end(), [&](ActorId one) { return std::find(bound.begin(), bound.end(), one) != bound.end(); });
  if (is_bound) return text.is_in_act("rejecting", id) || is_negative(said, text) ? Dueness::undue : Dueness::unknown;
  if (!side.empty() && follows && is_left_undone(said, text)) return Dueness::due;
  return !side.empty() && text.is_in_act("accusing", id) && names_one(said, bound, text) ? Dueness::due : Dueness::unknown;
}

// "But its tanks still stand there."
bool is_contrary(TokenRange sentence, const PartyList& bound, const ObligationText& text) {
  bool contrary = text.is("contrast", sentence.first), names_bound = false;
  for (std::size_t token = sentence.first; token < sentence.last; ++token) {
    if (text.statements.holding(token)) return false;
    contrary = contrary || text.is("undone", token);
    const ActorMention* mention = text.actors.headed_by(token);
    const PartyList meant = mention ? parties_of(mention->actors, text) : PartyList{};
    names_bound = names_bound || std::any_of(meant.begin(), meant.end(),
                                             [&](ActorId one) { return std::find(bound.begin(), bound.end(), one) != bound.end(); });
  }
  return contrary && names_bound;
}

}  // namespace

std::vector<DutyTelling> find_reactions(const PartyList& bound, const std::string& duty, const std::vector<StatementId>& told,
                                        std::size_t sentence, const ObligationText& text) {
  std::vector<DutyTelling> reactions;
  for (std::uint32_t i = 0; i < text.statements.statements.size(); ++i) {
    const StatementTokens& said = text.statements.tokens[i];
    if (said.content.empty() || std::find(told.begin(), told.end(), StatementId{i}) != told.end()) continue;
    if (is_of_another_duty(said, duty, text)) continue;
    const std::size_t there = sentence_of(said, text);
    const std::size_t apart = there < sentence ? sentence - there : there - sentence;
    const Dueness tells = apart > kSentencesAway ? Dueness::unknown : told_by({i}, bound, there == sentence + 1, text);
    if (tells == Dueness::unknown) continue;
    DutyTelling reaction;
    reaction.cue = said.cue ? said.cue->first : said.content.front().first;
    reaction.tells = tells;
    reaction.statement = StatementId{i};
    reaction.reason = said.content;
    reaction.words = said.content;
    reactions.push_back(std::move(reaction));
  }
  if (const auto& sentences = text.tokens.sentences; sentence + 1 < sentences.size() && is_contrary(sentences[sentence + 1], bound, text)) {
    DutyTelling contrary;
    contrary.cue = sentences[sentence + 1].first;
    contrary.tells = Dueness::due;
    contrary.reason = contrary.words = {sentences[sentence + 1]};
    reactions.push_back(std::move(contrary));
  }
  return reactions;
}

}  // namespace casus
