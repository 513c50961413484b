// What each word speaks for is looked up once. An event takes what the words of its sentence speak for (some of them only in its clause),
// what the rows on events add, and what so many sentences speak of that the report is about it.
#include "events/contexts.h"

#include <algorithm>
#include <map>
#include <set>

namespace casus {
namespace {

using Contexts = std::set<std::string>;

// A report is about what a third of its sentences, and not only a few, speak of: of 70 news reports 24 of the 25 such contexts were what
// the report as a whole is about; of those that a fifth speaks of, one in five was not.
constexpr std::size_t kLeastSentences = 3;
constexpr double kGoodPart = 1.0 / 3;

class ContextFinder {
 public:
  explicit ContextFinder(const Given& given) : given_(given), said_(given.tokens.tokens.size()) {
    for (std::size_t token = 0; token < said_.size(); ++token) said_[token] = said_by(token);
    find_contexts_of_report();
  }

  Contexts of(const EventDraft& draft, const Event& event) const {
    const TokenRange sentence = given_.tokens.sentences[given_.tokens.sentence_of(draft.match->token)];
    Contexts found = of_report_;
    for (std::size_t token = sentence.first; token < sentence.last; ++token)
      for (const ContextWord* word : said_[token])
        if (!tells_who_says_it(token, *draft.match) && (!word->in_clause || given_.tree.is_ancestor(draft.match->clause, token)))
          found.insert(word->context);
    for (const EventContext& row : given_.lexicon.event_contexts())
      if (!found.contains(row.context) && holds(row, event, *draft.match, sentence)) found.insert(row.context);
    return found;
  }

 private:
  // Where a pair fits, what the word says alone does not count.
  std::vector<const ContextWord*> said_by(std::size_t token) const {
    std::vector<const ContextWord*> alone, paired;
    for (const ContextWord& word : given_.lexicon.context_words(lemma_of(token, given_.tree)))
      if (fits(token, word.pattern, given_.tree)) (word.pattern.beside.empty() ? alone : paired).push_back(&word);
    auto& said = paired.empty() ? alone : paired;
    std::erase_if(said, [](const ContextWord* word) { return word->context.empty(); });
    return said;
  }

  // "..., the foreign minister said": what happened need not be about what its source is.
  bool tells_who_says_it(std::size_t token, const Match& match) const {
    const auto holds = [](const std::vector<TokenRange>& ranges, std::size_t word) {
      return std::any_of(ranges.begin(), ranges.end(), [&](TokenRange range) { return range.contains(word); });
    };
    const auto& statements = given_.statements.tokens;
    return std::any_of(statements.begin(), statements.end(), [&](const StatementTokens& statement) {
      return holds(statement.content, match.token) &&
             (holds(statement.speaker, token) || (statement.cue && statement.cue->contains(token)));
    });
  }

  void find_contexts_of_report() {
    std::map<std::string, std::size_t> sentences_of;
    for (const TokenRange sentence : given_.tokens.sentences) {
      Contexts spoken_of;
      for (std::size_t token = sentence.first; token < sentence.last; ++token)
        for (const ContextWord* word : said_[token]) spoken_of.insert(word->context);
      for (const std::string& context : spoken_of) ++sentences_of[context];
    }
    const double good_part = kGoodPart * static_cast<double>(given_.tokens.sentences.size());
    for (const auto& [context, sentences] : sentences_of)
      if (sentences >= kLeastSentences && static_cast<double>(sentences) >= good_part) of_report_.insert(context);
  }

  bool holds(const EventContext& row, const Event& event, const Match& match, TokenRange sentence) const {
    return (row.type.empty() || row.type == event.type) && (row.mode.empty() || row.mode == event.mode) &&
           (row.cameo.empty() || (event.cameo && event.cameo->starts_with(row.cameo))) && countries_of(event) >= row.countries &&
           (row.sector.empty() || names_sector(sentence, match, row.sector)) && (row.words.empty() || has_word(sentence, row.words));
  }

  std::size_t countries_of(const Event& event) const {
    std::set<std::string> countries;
    for (const auto* side : {&event.actors, &event.recipients})
      for (const ActorId id : *side)
        if (const auto& country = given_.actors.actors[id.index].country) countries.insert(*country);
    return countries.size();
  }

  // A state has all sectors of those who are called by its name.
  bool names_sector(TokenRange sentence, const Match& match, const std::string& sector) const {
    const auto is_of_sector = [&](ActorId id) {
      const Actor& actor = given_.actors.actors[id.index];
      return actor.kind != ActorKind::state && std::find(actor.sectors.begin(), actor.sectors.end(), sector) != actor.sectors.end();
    };
    return std::any_of(given_.actors.mentions.begin(), given_.actors.mentions.end(), [&](const ActorMention& mention) {
      return sentence.contains(mention.head) && !tells_who_says_it(mention.head, match) &&
             std::any_of(mention.actors.begin(), mention.actors.end(), is_of_sector);
    });
  }

  bool has_word(TokenRange sentence, const std::vector<WordPattern>& words) const {
    for (std::size_t token = sentence.first; token < sentence.last; ++token)
      for (const WordPattern& word : words)
        if (fits(token, word, given_.tree)) return true;
    return false;
  }

  const Given& given_;
  std::vector<std::vector<const ContextWord*>> said_;  // by token
  Contexts of_report_;
};

}  // namespace

void add_contexts(const Given& given, const std::vector<EventDraft>& drafts, std::vector<ToldEvent>& told) {
  if (told.empty()) return;
  const ContextFinder finder(given);
  for (ToldEvent& each : told) {
    const Contexts found = finder.of(drafts[each.draft], each.event);
    each.event.contexts.assign(found.begin(), found.end());
  }
}

}  // namespace casus
