#include "evaluation/contacts.h"
#include "measuring.h"
#include "reading/engine_parts.h"

namespace casus {
namespace {

ContactParty party_of(const Record& record, ActorId id) {
  const Actor& actor = record.actors[id.index];
  return {.code = actor.code ? actor.code : actor.country, .name = actor.name};
}

Spans spans_of(const std::optional<Words>& words) { return words ? words->spans : Spans{}; }

ToldContact told_contact_of(const Record& record, const Contact& contact, const ContactRules& rules) {
  ToldContact told{.kinds = {contact.kind},
                   .planned = contact.event && rules.is_planned(record.events[contact.event->index]),
                   .parties = {},
                   .initiator = {},
                   .date = contact.date ? std::optional(contact.date->value) : std::nullopt,
                   .place = contact.place ? std::optional(contact.place->name) : std::nullopt,
                   .ordinal = {},
                   .topics = {},
                   .outcomes = {},
                   .readouts = {}};
  for (const ActorId party : contact.parties) told.parties.push_back(party_of(record, party));
  if (contact.initiator) told.initiator = party_of(record, *contact.initiator);
  if (contact.ordinal) told.ordinal = {.n = contact.ordinal->n, .words = contact.ordinal->spans};
  for (const Words& topic : contact.topics) told.topics.push_back(topic.spans);
  for (const EventId outcome : contact.outcomes) told.outcomes.push_back(record.events[outcome.index].trigger.spans);
  for (const StatementId readout : contact.readouts) told.readouts.push_back(spans_of(record.statements[readout.index].cue));
  return told;
}

Result<std::vector<ContactText>> predicted_contacts(const std::vector<ContactText>& gold, const GetEngine& get_engine) {
  const auto engine = get_engine();
  if (!engine) return engine.error();
  std::vector<ContactText> predicted;
  for (const ContactText& text : gold) {
    const auto record = (*engine)->read({.text = text.text, .id = text.id, .published = text.published});
    if (!record) return Error{text.id + ": " + record.error().message};
    predicted.push_back({.id = text.id, .published = text.published, .text = text.text, .contacts = {}});
    for (const Contact& contact : record->contacts)
      predicted.back().contacts.push_back(told_contact_of(*record, contact, (*engine)->parts().ledgers.contacts));
  }
  return predicted;
}

}  // namespace

Tables measure_contacts(const Gold& gold, const GetEngine& get_engine) {
  const auto texts = parsed(gold.path, read_contact_texts);
  if (!texts) return texts.error();
  const auto predicted = gold.predicted.empty() ? predicted_contacts(*texts, get_engine) : parsed(gold.predicted, read_contact_texts);
  if (!predicted) return predicted.error();
  ContactScores scores = score_contacts(*texts, *predicted);
  return std::vector<ScoreTable>{
      {.title = "contacts by two of their parties, " + count(texts->size(), "text") + "; of those found what belongs to them",
       .counts = {"right", "false", "missed"},
       .scores = std::move(scores.found),
       .remarks = {}},
      {.title = "of those found", .counts = {"right", "of"}, .scores = std::move(scores.told), .remarks = {}}};
}

}  // namespace casus
