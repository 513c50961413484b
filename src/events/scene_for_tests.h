// Reports made by hand for the tests of events: trees as loose CoNLL-U ("form lemma upos xpos head relation"), actors by the words that
// name them.
#pragma once

#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <vector>

#include "events/events.h"
#include "syntax/conllu.h"

namespace casus {

inline Conllu trees(const std::string& rows) {
  std::istringstream in(rows);
  std::string conllu;
  int number = 0;
  for (std::string line; std::getline(in, line);) {
    std::istringstream words(line);
    std::vector<std::string> row;
    for (std::string word; words >> word;) row.push_back(word);
    if (row.empty()) {
      if (number > 0) conllu += "\n";
      number = 0;
      continue;
    }
    conllu += std::to_string(++number) + "\t" + row[0] + "\t" + row[1] + "\t" + row[2] + "\t" + row[3] + "\t_\t" + row[4] + "\t" + row[5] +
              "\t_\t_\n";
  }
  if (number > 0) conllu += "\n";
  auto read = read_conllu(conllu, "test");
  EXPECT_TRUE(read) << (read ? "" : read.error().message);
  return *std::move(read);
}

struct Scene {
  Conllu text;
  Actors actors;
  Dates dates;
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
    return find_events(text.document, text.tokens, text.parse, factuality, proposals, actors, dates, statements, *lexicon, *ontology);
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
