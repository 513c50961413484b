#include <gtest/gtest.h>

#include "ledgers/contacts.h"
#include "syntax/conllu.h"

namespace casus {
namespace {

LedgerRules rules() {
  const auto ontology = Ontology::load("rules/ontology");
  EXPECT_TRUE(ontology) << ontology.error().message;
  auto loaded = LedgerRules::load("rules/ledgers", *ontology);
  EXPECT_TRUE(loaded) << loaded.error().message;
  return *loaded;
}

Conllu parsed(std::string_view rows) {
  auto read = read_conllu(rows, "test", ConlluStyle::loose);
  EXPECT_TRUE(read) << read.error().message;
  return *read;
}

Actor state(const std::string& name, const std::string& code) {
  return {.name = name, .kind = ActorKind::state, .code = code, .country = code, .sectors = {"GOV"}};
}

ActorMention mention(std::size_t token, std::uint32_t actor, MentionForm form = MentionForm::name) {
  return {.range = {token, token + 1}, .head = token, .form = form, .actors = {{actor}}};
}

Words words_at(const Conllu& text, TokenRange range) { return words(text.document, {text.tokens.span(range)}); }

Event event(std::string type, const Conllu& text, std::size_t trigger, std::vector<ActorId> actors, std::vector<ActorId> recipients = {}) {
  const Words words = words_at(text, {trigger, trigger + 1});
  return {.type = type, .actors = std::move(actors), .recipients = std::move(recipients), .trigger = words, .spans = words.spans};
}

void add_statement(Statements& statements, const Conllu& text, std::uint32_t speaker, std::string act, std::size_t cue,
                   TokenRange content) {
  Statement statement{.speakers = {{speaker}}, .act = std::move(act), .content = words_at(text, content)};
  statement.spans = {text.tokens.span({std::min(cue, content.first), std::max(cue + 1, content.last)})};
  statements.statements.push_back(statement);
  statements.tokens.push_back({.speaker = {}, .cue = TokenRange{cue, cue + 1}, .content = {content}});
}

constexpr const char* kCall =
    "1 Ruz Ruz PROPN NNP _ 2 nsubj\n2 phoned phone VERB VBD _ 0 root\n3 Karo Karo PROPN NNP _ 2 obj\n4 . . PUNCT . _ 2 punct\n\n"
    "1 They they PRON PRP _ 2 nsubj\n2 discussed discuss VERB VBD _ 0 root\n3 the the DET DT _ 4 det\n4 border border NOUN NN _ 2 obj\n"
    "5 , , PUNCT , _ 7 punct\n6 Lutz Lutz PROPN NNP _ 7 nsubj\n7 said say VERB VBD _ 2 parataxis\n8 . . PUNCT . _ 2 punct\n";

TEST(Contacts, JoinsWhatIsToldOfTheSameParties) {
  const Conllu text = parsed(kCall);
  Actors actors{
      .actors = {state("Ruz", "RUZ"), state("Karo", "KAR"), state("Lutz", "LUT")},
      .mentions = {
          mention(0, 0), mention(2, 1), {.range = {4, 5}, .head = 4, .form = MentionForm::pronoun, .actors = {{0}, {1}}}, mention(9, 2)}};
  Statements statements;
  add_statement(statements, text, 2, "assert", 10, {4, 8});
  Event call = event("CONSULT", text, 1, {{0}, {1}});
  call.mode = "phone";
  Events events{{call, event("AGREE", text, 5, {{0}, {1}})}};
  const auto found = find_contacts(text.document, text.tokens, text.parse, actors, statements, events, rules());
  ASSERT_EQ(found.contacts.size(), 1u);
  const Contact& contact = found.contacts.front();
  EXPECT_EQ(contact.kind, "call");
  EXPECT_EQ(contact.outcomes, std::vector<EventId>{{1}});
  EXPECT_EQ(contact.readouts, std::vector<StatementId>{{0}});
  ASSERT_EQ(contact.topics.size(), 1u);
  EXPECT_EQ(contact.topics.front().text, "the border");
}

TEST(Contacts, LeaveOutWhatDidNotTakePlace) {
  const Conllu text = parsed(kCall);
  Event call = event("CONSULT", text, 1, {{0}, {1}});
  call.status = Status::negated;
  const Actors actors{.actors = {state("Ruz", "RUZ"), state("Karo", "KAR")}, .mentions = {}};
  EXPECT_TRUE(find_contacts(text.document, text.tokens, text.parse, actors, {}, {{call}}, rules()).contacts.empty());
}

}  // namespace
}  // namespace casus
