// A statement is a readout where its content has a word of the contact, what it was about or what came of it; where a party tells what
// both did; and where one party says something to the other in it.
#include "ledgers/contact_readouts.h"

#include <algorithm>
#include <optional>

namespace casus {
namespace {

constexpr std::size_t kNear = 2;  // sentences after it
constexpr std::size_t kNext = 1;  // in which a party's own word is on it, whatever it says

class ReadoutFinder {
 public:
  ReadoutFinder(const GatheredContacts& contacts, const std::vector<ToldTopic>& topics, const std::vector<ContactOutcome>& outcomes,
                const ContactScene& scene)
      : contacts_(contacts), topics_(topics), outcomes_(outcomes), scene_(scene) {}

  std::vector<ContactReadout> find() const {
    std::vector<ContactReadout> readouts;
    for (std::uint32_t i = 0; i < scene_.statements.statements.size(); ++i)
      if (const auto contact = contact_of({i})) readouts.push_back({.contact = *contact, .statement = {i}});
    return readouts;
  }

 private:
  using Index = std::optional<std::size_t>;

  Index contact_of(StatementId id) const {
    const Statement& statement = scene_.statements.statements[id.index];
    const StatementTokens& tokens = scene_.statements.tokens[id.index];
    if (statement.within || tokens.content.empty() || statement.polarity == Polarity::negative) return std::nullopt;
    if (statement.act && scene_.rules.is_silent(*statement.act)) return std::nullopt;
    if (is_itself_told(tokens)) return std::nullopt;
    if (const Index told = by_words(tokens)) return told;
    const GatheredContact* before = contact_before(tokens.content.front().first, contacts_, kNear, scene_);
    if (!before || before->planned ||
        !(is_about_all(*before, tokens) || is_said_in(*before, statement) || tells_of_both(*before, statement, tokens) ||
          tells_at_once(*before, statement, tokens)))
      return std::nullopt;
    return static_cast<std::size_t>(before - contacts_.data());
  }

  static bool holds(const std::vector<TokenRange>& ranges, std::size_t token) {
    return std::any_of(ranges.begin(), ranges.end(), [&](TokenRange range) { return range.contains(token); });
  }

  // Its cue is a word of the contact or of what came of it: "called him to complain", "agreed to meet".
  bool is_itself_told(const StatementTokens& tokens) const {
    if (!tokens.cue) return false;
    for (const GatheredContact& contact : contacts_)
      if (std::any_of(contact.words.begin(), contact.words.end(), [&](std::size_t word) { return tokens.cue->contains(word); }))
        return true;
    return std::any_of(outcomes_.begin(), outcomes_.end(),
                       [&](const ContactOutcome& outcome) { return tokens.cue->contains(first_word(outcome)); });
  }

  std::size_t first_word(const ContactOutcome& outcome) const {
    return scene_.tokens_in(scene_.event(outcome.event).trigger.spans).front();
  }

  // In the content, or in what is said of the speaker: "who chaired the talks".
  Index by_words(const StatementTokens& tokens) const {
    std::vector<TokenRange> ranges = tokens.content;
    for (const TokenRange speaker : tokens.speaker)
      for (std::size_t token = speaker.first; token < speaker.last; ++token) ranges.push_back(scene_.tree.extent(token));
    for (std::size_t i = 0; i < contacts_.size(); ++i) {
      const TokenList& words = contacts_[i].words;
      if (std::any_of(words.begin(), words.end(), [&](std::size_t word) { return holds(ranges, word); })) return i;
    }
    for (const ToldTopic& topic : topics_)
      if (holds(tokens.content, topic.word)) return topic.contact;
    for (const ContactOutcome& outcome : outcomes_)
      if (holds(tokens.content, first_word(outcome))) return outcome.contact;
    return std::nullopt;
  }

  ContactParties meant_in(const StatementTokens& tokens) const {
    ContactParties meant;
    for (const ActorMention& mention : scene_.actors.mentions)
      if (holds(tokens.content, mention.head)) meant.insert(meant.end(), mention.actors.begin(), mention.actors.end());
    return meant;
  }

  bool is_about_all(const GatheredContact& contact, const StatementTokens& tokens) const {
    const ContactParties meant = meant_in(tokens);
    const ContactParties& parties = contact.contact.parties;
    return std::all_of(parties.begin(), parties.end(), [&](ActorId party) { return has_party(meant, party, scene_); });
  }

  bool is_party(const GatheredContact& contact, const std::vector<ActorId>& actors) const {
    return std::any_of(actors.begin(), actors.end(), [&](ActorId actor) { return has_party(contact.contact.parties, actor, scene_); });
  }

  // "Kern told Moss that the siege must end"
  bool is_said_in(const GatheredContact& contact, const Statement& statement) const {
    return is_party(contact, statement.speakers) && is_party(contact, statement.addressees);
  }

  bool tells_at_once(const GatheredContact& contact, const Statement& statement, const StatementTokens& tokens) const {
    return is_party(contact, statement.speakers) && contact_before(tokens.content.front().first, contacts_, kNext, scene_) == &contact;
  }

  // "We spoke frankly", said by one of them.
  bool tells_of_both(const GatheredContact& contact, const Statement& statement, const StatementTokens& tokens) const {
    if (!is_party(contact, statement.speakers)) return false;
    const ContactParties meant = meant_in(tokens);
    return std::any_of(meant.begin(), meant.end(), [&](ActorId actor) {
      return has_party(contact.contact.parties, actor, scene_) && !has_party(statement.speakers, actor, scene_);
    });
  }

  const GatheredContacts& contacts_;
  const std::vector<ToldTopic>& topics_;
  const std::vector<ContactOutcome>& outcomes_;
  const ContactScene& scene_;
};

}  // namespace

std::vector<ContactReadout> find_readouts(const GatheredContacts& contacts, const std::vector<ToldTopic>& topics,
                                          const std::vector<ContactOutcome>& outcomes, const ContactScene& scene) {
  return ReadoutFinder(contacts, topics, outcomes, scene).find();
}

}  // namespace casus
