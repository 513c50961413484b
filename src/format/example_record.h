// A record built by hand that uses every kind of item, for the tests of the writers.
#pragma once

#include <string>

#include "casus/record.h"
#include "core/unicode.h"

namespace casus {

// The span of `words` in the record's text, from the code point `from` on.
inline Span span_of(const Record& record, const std::string& words, std::size_t from = 0) {
  const std::u32string wanted = *from_utf8(words);
  const std::size_t start = from_utf8(record.document.text)->find(wanted, from);
  return {start, start + wanted.size()};
}

inline Words words_of(const Record& record, const std::string& words) { return {words, {span_of(record, words)}}; }

inline Record example_document() {
  Record record{.casus = "1.2.3", .model = "m1", .knowledge = "k1"};
  record.document = {
      .id = "r1",
      .title = "Vorland and Estmark talk",
      .outlet = "Northern Wire",
      .place = "Kessel",
      .language = "en",
      .published = Date{"2031-05-04", DateFrom::option, {}},
      .text =
          "Vorland and Estmark talk\n"
          "Vorland’s prime minister, Maren Tolk, spoke with Jon Aske by phone on Saturday for the fourth time since the war began. "
          "“We will go on,” she said. "
          "Estmark denied that it had shelled Lutz, where 20 people died. "
          "The Sund Pact binds Vorland to help."};
  for (const char* sentence :
       {"Vorland and Estmark talk",
        "Vorland’s prime minister, Maren Tolk, spoke with Jon Aske by phone on Saturday for the fourth time since the war began.",
        "“We will go on,” she said.", "Estmark denied that it had shelled Lutz, where 20 people died.",
        "The Sund Pact binds Vorland to help."})
    record.document.sentences.push_back(span_of(record, sentence));
  return record;
}

inline void add_example_actors(Record& record) {
  const Span tolk = span_of(record, "Maren Tolk");
  const Span she = span_of(record, "she");
  record.actors = {
      {.name = "Vorland",
       .kind = ActorKind::state,
       .code = "VOR",
       .country = "VOR",
       .mentions = {{span_of(record, "Vorland")}},
       .spans = {span_of(record, "Vorland")}},
      {.name = "Estmark",
       .kind = ActorKind::state,
       .code = "EST",
       .country = "EST",
       .mentions = {{span_of(record, "Estmark")}},
       .spans = {span_of(record, "Estmark")}},
      {.name = "Maren Tolk",
       .code = "VORGOV",
       .country = "VOR",
       .sectors = {"GOV"},
       .roles = {{.office = "prime minister", .of = "VOR", .as_of = "2031-05-04", .spans = {span_of(record, "prime minister")}}},
       .knowledge_id = "person/maren-tolk",
       .member_of = {ActorId{0}},
       .mentions = {{tolk}, {she, MentionForm::pronoun}},
       .spans = {tolk, she}},
      {.name = "Jon Aske", .mentions = {{span_of(record, "Jon Aske")}}, .spans = {span_of(record, "Jon Aske")}},
  };
}

inline void add_example_items(Record& record) {
  record.statements = {{.speakers = {ActorId{2}},
                        .speaker = words_of(record, "she"),
                        .cue = words_of(record, "said"),
                        .act = "assert",
                        .form = SpeechForm::direct,
                        .content = words_of(record, "We will go on,"),
                        .confidence = 0.9731234f,
                        .spans = {span_of(record, "“We will go on,” she said")}},
                       {.speakers = {ActorId{1}},
                        .speaker = Words{"Estmark", {span_of(record, "Estmark", 100)}},
                        .cue = words_of(record, "denied"),
                        .act = "deny",
                        .form = SpeechForm::indirect,
                        .content = words_of(record, "it had shelled Lutz, where 20 people died"),
                        .spans = {span_of(record, "Estmark denied that it had shelled Lutz, where 20 people died")}}};
  record.events = {{.type = "CONSULT",
                    .mode = "phone",
                    .contexts = {"diplomatic"},
                    .cameo = "041",
                    .quad = 1,
                    .goldstein = 1.0,
                    .plover_score = 1.5,
                    .actors = {ActorId{2}, ActorId{3}},
                    .initiator = ActorId{2},
                    .ordinal = Ordinal{4, SituationId{0}, "2031-04-27", {span_of(record, "for the fourth time")}},
                    .date = Date{"2031-05-03", DateFrom::relative, {span_of(record, "Saturday")}},
                    .confidence = 0.9,
                    .rule = "lexicon/consult.speak",
                    .trigger = words_of(record, "spoke"),
                    .spans = {span_of(record, "spoke")}},
                   {.type = "ASSAULT",
                    .mode = "heavy-weapons",
                    .recipients = {ActorId{0}},
                    .status = Status::denied,
                    .place = Place{"Lutz", 12, "P", "PPL", "VOR", std::nullopt, 51.5, -2.25, {span_of(record, "Lutz")}},
                    .casualties = {20, std::nullopt, "20 people died"},
                    .numbers = {{.what = "killed", .low = 20, .text = "20 people", .spans = {span_of(record, "20 people")}}},
                    .attribution = StatementId{1},
                    .rule = "lexicon/assault.shell",
                    .trigger = words_of(record, "shelled"),
                    .spans = {span_of(record, "shelled")}}};
  record.situations = {{.kind = "war",
                        .name = "the war",
                        .parties = {ActorId{0}, ActorId{1}},
                        .began = Date{"2031-04-27", DateFrom::knowledge, {}},
                        .status = "ongoing",
                        .events = {EventId{1}},
                        .spans = {span_of(record, "the war")}}};
  record.contacts = {{.kind = "call",
                      .parties = {ActorId{2}, ActorId{3}},
                      .date = Date{"2031-05-03", DateFrom::relative, {span_of(record, "Saturday")}},
                      .readouts = {StatementId{0}},
                      .event = EventId{0},
                      .spans = {span_of(record, "spoke")}}};
  record.claims = {{.proposition = {"it had shelled Lutz", EventId{1}, {span_of(record, "it had shelled Lutz")}},
                    .positions = {{ActorId{1}, "denies", StatementId{1}, std::nullopt, "tells", {span_of(record, "denied")}}},
                    .standing = "uncontested",
                    .spans = {span_of(record, "it had shelled Lutz")}}};
  record.commitments = {{.bound = {ActorId{0}},
                         .instrument = Instrument{"Sund Pact", "treaty/sund"},
                         .duty = "defence",
                         .includes = {{.code = "VOR", .text = "the coast"}},
                         .triggered = "disputed",
                         .spans = {span_of(record, "The Sund Pact binds Vorland to help")}}};
  record.notes = {{"place-unknown", "no place named Lutz is known", {span_of(record, "Lutz")}}};
}

inline Record example_record() {
  Record record = example_document();
  add_example_actors(record);
  add_example_items(record);
  return record;
}

}  // namespace casus
