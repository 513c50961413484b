#include "ledgers/contact_outcomes.h"

#include <algorithm>
#include <optional>

namespace casus {
namespace {

constexpr std::size_t kNearTogether = 3;  // sentences after the contact in which both act
constexpr std::size_t kNearAlone = 1;     // and in which one does

class OutcomeFinder {
 public:
  OutcomeFinder(const GatheredContacts& contacts, const ContactScene& scene) : contacts_(contacts), scene_(scene) {}

  std::vector<ContactOutcome> find() const {
    std::vector<ContactOutcome> outcomes;
    for (std::uint32_t i = 0; i < scene_.events.events.size(); ++i)
      if (const auto contact = contact_of({i})) outcomes.push_back({.contact = *contact, .event = {i}});
    return outcomes;
  }

 private:
  std::optional<std::size_t> contact_of(EventId id) const {
    const Event& event = scene_.event(id);
    const OutcomeRule* rule = scene_.rules.outcome_of(event.type);
    const TokenList words = scene_.tokens_in(event.trigger.spans);
    if (!rule || words.empty() || event.actors.empty() || is_held_contact(id) || !took_place(event)) return std::nullopt;
    const bool together = event.actors.size() > 1 || is_nameless(event.actors.front(), scene_);
    const GatheredContact* contact = contact_before(words.front(), contacts_, together ? kNearTogether : kNearAlone, scene_);
    if (!contact) contact = contact_after(words.front());
    if (!contact || contact->planned || !acts_in(event, *contact)) return std::nullopt;
    if (rule->joint && !together && !is_purpose_of(words.front(), *contact)) return std::nullopt;
    return static_cast<std::size_t>(contact - contacts_.data());
  }

  static bool took_place(const Event& event) {
    return event.status == Status::asserted || event.status == Status::alleged || event.status == Status::historical;
  }

  // What they agree to hold later is an outcome too.
  bool is_held_contact(EventId id) const {
    const TokenList words = scene_.tokens_in(scene_.event(id).trigger.spans);
    return std::any_of(contacts_.begin(), contacts_.end(), [&](const GatheredContact& contact) {
      return !contact.planned &&
             (contact.contact.event == id || std::binary_search(contact.words.begin(), contact.words.end(), words.front()));
    });
  }

  // "called him to congratulate him"
  bool is_purpose_of(std::size_t word, const GatheredContact& contact) const {
    return std::any_of(contact.words.begin(), contact.words.end(), [&](std::size_t above) { return scene_.tree.word(word).head == above; });
  }

  // "They agreed on a truce after talks": in the same sentence.
  const GatheredContact* contact_after(std::size_t token) const {
    const TokenRange sentence = scene_.tokens.sentences[scene_.tokens.sentence_of(token)];
    for (const GatheredContact& contact : contacts_)
      if (std::any_of(contact.words.begin(), contact.words.end(), [&](std::size_t word) { return sentence.contains(word); }))
        return &contact;
    return nullptr;
  }

  bool acts_in(const Event& event, const GatheredContact& contact) const {
    const auto belongs = [&](ActorId actor) { return is_nameless(actor, scene_) || has_party(contact.contact.parties, actor, scene_); };
    return std::all_of(event.actors.begin(), event.actors.end(), belongs);
  }

  const GatheredContacts& contacts_;
  const ContactScene& scene_;
};

}  // namespace

std::vector<ContactOutcome> find_outcomes(const GatheredContacts& contacts, const ContactScene& scene) {
  return OutcomeFinder(contacts, scene).find();
}

}  // namespace casus
