// Reports made by hand for the tests of events: trees, and actors by the words that name them.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "events/events.h"
#include "syntax/trees_for_tests.h"

namespace casus {

inline const PlaceRules& place_rules_for_tests() {
  static const auto rules = PlaceRules::load("rules/places");
  EXPECT_TRUE(rules) << (rules ? "" : rules.error().message);
  return *rules;
}

struct Scene {
  Conllu text;
  Actors actors;
  Dates dates;
  Places places;
  Statements statements;
  Factuality factuality;
  EventProposals proposals;

  explicit Scene(const std::string& rows) : text(trees(rows)) {}

  std::size_t at(const std::string& form) const {
    for (std::size_t i = 0; i < text.tokens.tokens.size(); ++i)
      if (text.tokens.tokens[i].form == form) return i;
    ADD_FAILURE() << "no token " << form;
    return 0;
  }

  // Every token with one of these forms names the actor with this country code.
  Scene& actor(const std::string& code, const std::vector<std::string>& forms, ActorKind kind = ActorKind::state) {
    const ActorId id{static_cast<std::uint32_t>(actors.actors.size())};
    actors.actors.push_back({.name = code, .kind = kind, .code = code, .country = code.substr(0, 3)});
    if (code.size() > 3) actors.actors.back().sectors = {code.substr(3)};
    for (std::size_t i = 0; i < text.tokens.tokens.size(); ++i)
      for (const std::string& form : forms)
        if (text.tokens.tokens[i].form == form)
          actors.mentions.push_back({.range = {i, i + 1}, .head = i, .form = MentionForm::name, .actors = {id}});
    std::sort(actors.mentions.begin(), actors.mentions.end(), [](const auto& a, const auto& b) { return a.range < b.range; });
    return *this;
  }

  // Every token with this form is the name of the place with this number of GeoNames; a state's where it has none.
  Scene& place(const std::string& form, std::optional<std::int64_t> geonames_id, Breadth breadth = Breadth::town) {
    for (std::size_t i = 0; i < text.tokens.tokens.size(); ++i)
      if (text.tokens.tokens[i].form == form)
        places.mentions.push_back({.range = {i, i + 1},
                                   .head = i,
                                   .phrase = i,
                                   .place = {.name = form,
                                             .geonames_id = geonames_id,
                                             .feature_code = breadth == Breadth::town ? "PPL" : "ADM1",
                                             .country = form,
                                             .spans = {text.tokens.tokens[i].span}},
                                   .breadth = breadth,
                                   .located = true});
    std::sort(places.mentions.begin(), places.mentions.end(), [](const auto& a, const auto& b) { return a.range < b.range; });
    return *this;
  }

  // The tokens [first, last] are said by the first actor with this code.
  Scene& said(const std::string& code, const std::string& act, const std::string& first, const std::string& last) {
    Statement statement;
    statement.act = act;
    for (std::uint32_t i = 0; i < actors.actors.size(); ++i)
      if (actors.actors[i].code == code) statement.speakers = {ActorId{i}};
    statements.statements.push_back(statement);
    statements.tokens.push_back({.speaker = {}, .cue = {}, .content = {{at(first), at(last) + 1}}});
    return *this;
  }

  Events events() const {
    const auto ontology = Ontology::load("rules/ontology");
    EXPECT_TRUE(ontology) << (ontology ? "" : ontology.error().message);
    const auto lexicon = Lexicon::load("rules/lexicon", *ontology);
    EXPECT_TRUE(lexicon) << (lexicon ? "" : lexicon.error().message);
    const auto rules = QuantityRules::load("rules");
    EXPECT_TRUE(rules) << (rules ? "" : rules.error().message);
    const Quantities quantities = find_quantities(text.document, text.tokens, text.parse, actors, dates, knowledge(), *rules);
    return find_events({text.document, text.tokens, text.parse, factuality, proposals, actors, dates, quantities, places, statements,
                        place_rules_for_tests(), *lexicon, *ontology});
  }

  // The tests run in the project's root.
  static const Knowledge& knowledge() {
    static const auto loaded = Knowledge::load("tests/data/knowledge");
    if (!loaded) throw std::runtime_error(loaded.error().message);
    return *loaded;
  }

  // One a line, in the order of the events: "ASSAULT aerial ISR -> SYR asserted".
  std::string summary() const {
    std::string lines;
    for (const Event& event : events().events) lines += (lines.empty() ? "" : "\n") + line(event);
    return lines;
  }

 private:
  std::string codes(const std::vector<ActorId>& ids) const {
    std::string line_text;
    for (const ActorId id : ids) line_text += (line_text.empty() ? "" : "+") + *actors.actors[id.index].code;
    return line_text.empty() ? "*" : line_text;
  }

  std::string line(const Event& event) const {
    std::string line_text = event.type;
    if (event.mode) line_text += " " + *event.mode;
    line_text += " " + codes(event.actors);
    if (!event.recipients.empty()) line_text += " -> " + codes(event.recipients);
    return line_text + " " + std::string(to_string(event.status));
  }
};

}  // namespace casus
