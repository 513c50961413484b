// The one place that knows the order of the steps.
#include <algorithm>

#include "commitments/commitments.h"
#include "commitments/treaties.h"
#include "ledgers/claims.h"
#include "ledgers/contacts.h"
#include "ledgers/denials.h"
#include "reading/engine_parts.h"
#include "reading/layers.h"

namespace casus {
namespace {

Record begin_record(const Layers& layers, const Engine& engine) {
  Record record;
  record.casus = version();
  record.model = engine.model_version();
  record.knowledge = engine.knowledge_version();
  record.codebook = engine.parts().codebook;
  record.document = layers.document.info;
  record.document.sentences = layers.tokens.sentence_spans();
  record.document.language = layers.language;
  return record;
}

void note(Record& record, std::string code, std::string message, Spans spans = {}) {
  record.notes.push_back({.code = std::move(code), .message = std::move(message), .spans = std::move(spans)});
}

std::string counted(std::size_t n, const std::string& noun) { return std::to_string(n) + " " + noun + (n == 1 ? "" : "s"); }

void note_language(Record& record) {
  const std::string language = *record.document.language;
  note(record, "language-not-read",
       language == "und" ? "the text's language could not be told; casus reads English, so nothing was read from it"
                         : "the text is not English (" + language + "); casus reads English, so nothing was read from it");
}

void note_places(Record& record) {
  Spans unknown;
  for (const Place& place : record.places)
    if (!place.latitude) unknown.insert(unknown.end(), place.spans.begin(), place.spans.end());
  if (unknown.empty()) return;
  const auto count = std::count_if(record.places.begin(), record.places.end(), [](const Place& place) { return !place.latitude; });
  note(record, "places-not-resolved",
       std::to_string(count) + " of " + std::to_string(record.places.size()) +
           " places are in no table, or share their name with others and the text does not tell which is meant",
       std::move(unknown));
}

void note_quotations(Record& record, const Statements& found) {
  if (!found.of_uncertain_speaker.empty()) {
    Spans spans;
    for (const StatementId id : found.of_uncertain_speaker)
      if (const auto& content = found.statements[id.index].content) spans.insert(spans.end(), content->spans.begin(), content->spans.end());
    note(record, "speaker-uncertain",
         "who says " + counted(found.of_uncertain_speaker.size(), "quotation") + " is not sure: `speakers` is left empty",
         std::move(spans));
  }
  if (!found.unattributed.empty())
    note(record, "quotation-unattributed", counted(found.unattributed.size(), "quotation") + " could be given to nobody",
         found.unattributed);
}

void note_what_is_missing(Record& record, const Tokens& tokens) {
  if (!record.document.published)
    note(record, "published-unknown", "no date of publication was given or found: words such as \"Monday\" have no date");
  for (const TokenRange sentence : tokens.sentences)
    if (sentence.size() >= kLongestSentence)
      note(record, "sentence-cut", "a sentence of more than " + std::to_string(kLongestSentence) + " tokens was cut",
           {tokens.span(sentence)});
  if (record.events.empty()) note(record, "no-events", "no sentence tells of something between actors that a rule of the lexicon knows");
  if (record.statements.empty()) note(record, "no-statements", "nobody in the text says something");
  note_places(record);
}

// Where the report gives somebody an office that the knowledge base has for another time, the report's word is kept.
void note_differences(Record& record, const Actors& actors) {
  for (const TermDifference& difference : actors.differences) {
    const Actor& actor = actors.actors[difference.actor.index];
    const Term& known = *difference.known;
    std::string message = actor.name + " is " + std::string(known.office) +
                          " by the report's word; the knowledge base has that office from " +
                          (known.period.from.empty() ? "an unknown day" : std::string(known.period.from));
    message += known.period.to.empty() ? " on" : " to " + std::string(known.period.to);
    Spans spans;
    for (const Role& role : actor.roles) spans.insert(spans.end(), role.spans.begin(), role.spans.end());
    note(record, "knowledge-differs", std::move(message), std::move(spans));
  }
}

// What the report tells before what the treaty at the same words says.
std::vector<Commitment> in_order(std::vector<Commitment> told, const std::vector<Commitment>& known) {
  told.insert(told.end(), known.begin(), known.end());
  std::stable_sort(told.begin(), told.end(), [](const Commitment& a, const Commitment& b) { return a.spans < b.spans; });
  return told;
}

}  // namespace

Result<Layers> read_layers(const Report& report, const Engine::Parts& engine, EventsTrace* trace) {
  auto document = make_document(report);
  if (!document) return document.error();
  Layers layers;
  layers.document = *std::move(document);
  layers.tokens = split(layers.document, engine.token_rules);
  layers.language = guess_language(layers.document, layers.tokens, engine.token_rules);
  if (layers.language != "en") return layers;
  layers.structure = find_structure(layers.tokens, engine);
  const Structure& structure = layers.structure;
  layers.dates = find_dates(layers.document, layers.tokens, structure.parse, engine.time_rules);
  layers.actors = find_actors(layers.document, layers.tokens, structure.parse, structure.names, structure.attributions,
                              structure.coreference, engine.knowledge, layers.dates.published);
  layers.quantities =
      find_quantities(layers.document, layers.tokens, structure.parse, layers.actors, layers.dates, engine.knowledge, engine.quantities);
  layers.statements =
      find_statements(layers.document, layers.tokens, structure.parse, structure.attributions, layers.actors, layers.dates, engine.cues);
  layers.places = find_places(layers.tokens, structure.parse, structure.names, structure.attributions, layers.actors, layers.dates,
                              engine.knowledge, engine.place_rules);
  layers.events =
      find_events({layers.document, layers.tokens, structure.parse, structure.factuality, structure.proposals, layers.actors, layers.dates,
                   layers.quantities, layers.places, layers.statements, engine.place_rules, engine.lexicon, engine.ontology},
                  trace);
  layers.situations = find_situations(layers.document, layers.tokens, structure.parse, layers.actors, layers.dates, layers.events,
                                      engine.time_rules, engine.lexicon, engine.knowledge, engine.situations);
  return layers;
}

Result<Record> Engine::read(const Report& report) const {
  const auto layers = read_layers(report, *parts_);
  if (!layers) return layers.error();
  const auto& [document, language, tokens, structure, dates, actors, quantities, places, statements, undated, situations] = *layers;
  Record record = begin_record(*layers, *this);
  if (language != "en") {
    note_language(record);
    return record;
  }
  const Events events = with_ordinals_dated(undated, situations);
  const Contacts contacts =
      find_contacts({document, tokens, structure.parse, actors, dates, statements, events, parts_->lexicon, parts_->ledgers.contacts});
  const Claims claims = find_claims({document, tokens, structure.parse, actors, statements, events, parts_->cues, parts_->ledgers});

  const auto instruments =
      find_instruments(document, tokens, Tree(tokens, structure.parse), actors, dates, parts_->knowledge, parts_->instruments);
  const Commitments commitments =
      find_commitments(document, tokens, structure.parse, actors, places, statements, instruments, parts_->lexicon, parts_->commitments);
  const TreatyReading treaties = read_treaties(tokens, actors, dates, instruments, commitments.commitments, parts_->knowledge);

  record.document.published = dates.published;
  record.document.place = dates.dateline_place;
  record.actors = actors.actors;
  record.statements = statements.statements;
  record.events = with_denials(events, claims).events;
  record.places = distinct_places(places);
  record.situations = situations.situations;
  record.contacts = contacts.contacts;
  record.claims = claims.claims;
  record.commitments = in_order(commitments.commitments, treaties.commitments);
  note_quotations(record, statements);
  note_differences(record, actors);
  record.notes.insert(record.notes.end(), treaties.notes.begin(), treaties.notes.end());
  note_what_is_missing(record, tokens);
  return record;
}

}  // namespace casus
