#include "ledgers/contacts.h"

#include <algorithm>

#include "ledgers/contact_gathering.h"
#include "ledgers/contact_outcomes.h"
#include "ledgers/contact_readouts.h"
#include "ledgers/contact_topics.h"

namespace casus {

namespace {

bool is_from_afar(const Contact& contact) { return contact.kind == "call" || contact.kind == "letter"; }

}  // namespace

Contacts find_contacts(const ContactInput& input) {
  const Parse lemmatised = with_known_lemmas(input.tokens, input.parse, input.lexicon);
  const Tree tree(input.tokens, lemmatised);
  const Grammar grammar(input.tokens, tree, input.lexicon);
  const ContactScene scene{input, tree, grammar};
  const GatheredContacts gathered = gather_contacts(scene);
  const auto topics = find_topics(gathered, scene);
  const auto outcomes = find_outcomes(gathered, scene);
  const auto readouts = find_readouts(gathered, topics, outcomes, scene);
  Contacts found;
  for (const GatheredContact& each : gathered) {
    found.contacts.push_back(each.contact);
    found.contacts.back().kind = each.kinds.front();
    if (is_from_afar(found.contacts.back())) found.contacts.back().place.reset();
  }
  for (const ToldTopic& topic : topics)
    found.contacts[topic.contact].topics.push_back(words(input.document, {input.tokens.span(topic.range)}));
  for (const ContactOutcome& outcome : outcomes) found.contacts[outcome.contact].outcomes.push_back(outcome.event);
  for (const ContactReadout& readout : readouts) found.contacts[readout.contact].readouts.push_back(readout.statement);
  std::sort(found.contacts.begin(), found.contacts.end(), [](const Contact& a, const Contact& b) { return a.spans < b.spans; });
  return found;
}

}  // namespace casus
