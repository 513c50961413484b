// Every event of a type in contacts.tsv that took place and has two parties or more is a contact. What is told after it of the same
// parties belongs to it: events that they do together are outcomes, statements about them all are readouts, and what these discuss are
// topics.
#include "ledgers/contacts.h"

#include <algorithm>
#include <set>

namespace casus {
namespace {

using Parties = std::set<ActorId>;

bool took_place(Status status) { return status == Status::asserted || status == Status::alleged || status == Status::historical; }

Parties parties_of(const Event& event) {
  Parties parties(event.actors.begin(), event.actors.end());
  parties.insert(event.recipients.begin(), event.recipients.end());
  return parties;
}

Parties parties_of(const Contact& contact) { return {contact.parties.begin(), contact.parties.end()}; }

void add_spans(Spans& spans, const Spans& more) {
  spans.insert(spans.end(), more.begin(), more.end());
  std::sort(spans.begin(), spans.end());
  spans.erase(std::unique(spans.begin(), spans.end()), spans.end());
}

class ContactFinder {
 public:
  ContactFinder(const Document& document, const Tokens& tokens, const Parse& parse, const Actors& actors, const Statements& statements,
                const Events& events, const LedgerRules& rules)
      : document_(document),
        tokens_(tokens),
        tree_(tokens, parse),
        actors_(actors),
        statements_(statements),
        events_(events),
        rules_(rules) {}

  std::vector<Contact> find() {
    for (std::uint32_t i = 0; i < events_.events.size(); ++i)
      if (rules_.is_contact(events_.events[i].type)) add_contact({i});
    for (std::uint32_t i = 0; i < events_.events.size(); ++i)
      if (!rules_.is_contact(events_.events[i].type)) add_outcome({i});
    for (std::uint32_t i = 0; i < statements_.statements.size(); ++i) add_readout({i});
    std::sort(contacts_.begin(), contacts_.end(), [](const Contact& a, const Contact& b) { return a.spans < b.spans; });
    return std::move(contacts_);
  }

 private:
  const Event& event(EventId id) const { return events_.events[id.index]; }

  std::size_t token_at(std::size_t offset) const {
    const auto& all = tokens_.tokens;
    const auto after = std::upper_bound(all.begin(), all.end(), offset, [](std::size_t at, const Token& t) { return at < t.span.start; });
    return after == all.begin() ? 0 : static_cast<std::size_t>(after - all.begin()) - 1;
  }

  std::string_view kind_of(const Event& event) const {
    const std::string mode = event.mode.value_or("");
    for (const Span& span : event.trigger.spans) {
      const auto kind = rules_.kind_of(event.type, mode, tree_.word(token_at(span.start)).lemma);
      if (kind != "meeting") return kind;
    }
    return rules_.kind_of(event.type, mode, "");
  }

  void add_contact(EventId id) {
    const Event& consult = event(id);
    const Parties parties = parties_of(consult);
    if (!took_place(consult.status) || parties.size() < 2) return;
    const std::string kind(kind_of(consult));
    if (Contact* told = find_same(kind, parties, consult.date)) return merge(*told, consult);
    contacts_.push_back({.kind = kind,
                         .parties = {parties.begin(), parties.end()},
                         .initiator = consult.initiator,
                         .date = consult.date,
                         .place = consult.place,
                         .ordinal = consult.ordinal,
                         .topics = {},
                         .outcomes = {},
                         .readouts = {},
                         .event = id,
                         .spans = consult.spans});
  }

  Contact* find_same(const std::string& kind, const Parties& parties, const std::optional<Date>& date) {
    for (Contact& contact : contacts_)
      if (contact.kind == kind && parties_of(contact) == parties && (!date || !contact.date || date->value == contact.date->value))
        return &contact;
    return nullptr;
  }

  static void merge(Contact& told, const Event& again) {
    if (!told.date) told.date = again.date;
    if (!told.initiator) told.initiator = again.initiator;
    if (!told.place) told.place = again.place;
    if (!told.ordinal) told.ordinal = again.ordinal;
    add_spans(told.spans, again.spans);
  }

  // The contact of these parties that was told last before `offset`.
  Contact* last_before(std::size_t offset, const Parties& parties) {
    Contact* found = nullptr;
    for (Contact& contact : contacts_)
      if (contact.spans.front().start < offset && parties_of(contact) == parties &&
          (!found || contact.spans.front().start > found->spans.front().start))
        found = &contact;
    return found;
  }

  void add_outcome(EventId id) {
    const Event& outcome = event(id);
    if (outcome.spans.empty() || !took_place(outcome.status)) return;
    if (Contact* contact = last_before(outcome.spans.front().start, parties_of(outcome))) contact->outcomes.push_back(id);
  }

  // A statement whose content is about all parties of the last contact told before it.
  void add_readout(StatementId id) {
    const auto& content = statements_.tokens[id.index].content;
    if (content.empty() || statements_.statements[id.index].within) return;
    Parties about;
    for (const ActorMention& mention : actors_.mentions)
      if (std::any_of(content.begin(), content.end(), [&](TokenRange range) { return range.contains(mention.head); }))
        about.insert(mention.actors.begin(), mention.actors.end());
    Contact* contact = nullptr;
    for (Contact& candidate : contacts_)
      if (candidate.spans.front().start < tokens_.span(content.front()).start && is_about(about, candidate) &&
          (!contact || candidate.spans.front().start > contact->spans.front().start))
        contact = &candidate;
    if (!contact) return;
    contact->readouts.push_back(id);
    add_topics(*contact, content);
  }

  static bool is_about(const Parties& about, const Contact& contact) {
    return std::all_of(contact.parties.begin(), contact.parties.end(), [&](ActorId party) { return about.contains(party); });
  }

  void add_topics(Contact& contact, const std::vector<TokenRange>& content) {
    for (const TokenRange range : content)
      for (std::size_t token = range.first; token < range.last; ++token)
        for (const TopicRule& rule : rules_.topics)
          if (rule.lemma == tree_.word(token).lemma)
            for (const std::size_t head : topics_below(token, rule.place)) add_topic(contact, head);
  }

  std::vector<std::size_t> topics_below(std::size_t token, const std::string& place) const {
    if (place == "obj") return tree_.children(token, "obj");
    std::vector<std::size_t> found;
    for (const std::size_t child : tree_.children(token))
      for (const std::size_t marker : tree_.children(child, "case"))
        if (tree_.word(marker).lemma == place) found.push_back(child);
    return found;
  }

  void add_topic(Contact& contact, std::size_t head) { contact.topics.push_back(words(document_, {tokens_.span(tree_.extent(head))})); }

  const Document& document_;
  const Tokens& tokens_;
  const Tree tree_;
  const Actors& actors_;
  const Statements& statements_;
  const Events& events_;
  const LedgerRules& rules_;
  std::vector<Contact> contacts_;
};

}  // namespace

Contacts find_contacts(const Document& document, const Tokens& tokens, const Parse& parse, const Actors& actors,
                       const Statements& statements, const Events& events, const LedgerRules& rules) {
  return {ContactFinder(document, tokens, parse, actors, statements, events, rules).find()};
}

}  // namespace casus
