#include <gtest/gtest.h>

#include "ledgers/claims.h"
#include "ledgers/contacts.h"
#include "ledgers/denials.h"
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

constexpr const char* kDispute =
    "1 Ruz Ruz PROPN NNP _ 2 nsubj\n2 accused accuse VERB VBD _ 0 root\n3 Karo Karo PROPN NNP _ 2 obj\n4 of of SCONJ IN _ 5 mark\n"
    "5 sending send VERB VBG _ 2 advcl\n6 gunmen gunman NOUN NNS _ 5 obj\n7 . . PUNCT . _ 2 punct\n\n"
    "1 Karo Karo PROPN NNP _ 2 nsubj\n2 denied deny VERB VBD _ 0 root\n3 recruiting recruit VERB VBG _ 2 xcomp\n4 anyone anyone PRON NN _ "
    "3 obj\n"
    "5 . . PUNCT . _ 2 punct\n\n"
    "1 Lutz Lutz PROPN NNP _ 2 nsubj\n2 denied deny VERB VBD _ 0 root\n3 their their PRON PRP$ _ 4 nmod:poss\n4 presence presence NOUN NN "
    "_ 2 obj\n"
    "5 . . PUNCT . _ 2 punct\n";

TEST(Claims, MeetWhereTheAccusedAnswersAndWherePronounsRefer) {
  const Conllu text = parsed(kDispute);
  Actor gunmen{.name = "gunmen", .kind = ActorKind::group};
  Actors actors{.actors = {state("Ruz", "RUZ"), state("Karo", "KAR"), gunmen, state("Lutz", "LUT")},
                .mentions = {mention(0, 0), mention(2, 1), mention(5, 2, MentionForm::nominal), mention(7, 1), mention(12, 3),
                             mention(14, 2, MentionForm::pronoun)}};
  Statements statements;
  add_statement(statements, text, 0, "accuse", 1, {3, 6});
  add_statement(statements, text, 1, "deny", 8, {9, 11});
  add_statement(statements, text, 3, "deny", 13, {14, 16});
  Event sending = event("MOBILIZE", text, 4, {{1}});
  sending.attribution = StatementId{0};
  Events events{{event("ACCUSE", text, 1, {{0}}, {{1}}), sending}};
  const auto found = find_claims(text.tokens, text.parse, actors, statements, events, rules());
  ASSERT_EQ(found.claims.size(), 1u);
  const Claim& claim = found.claims.front();
  EXPECT_EQ(claim.standing, "contested");
  EXPECT_EQ(claim.proposition.event, EventId{1});
  ASSERT_EQ(claim.positions.size(), 3u);
  EXPECT_EQ(claim.positions[0].stance, "asserts");
  EXPECT_EQ(claim.positions[1].stance, "denies");
  EXPECT_EQ(claim.positions[2].actor, ActorId{3});
}

TEST(Claims, KeepStrangersApart) {
  const Conllu text = parsed(kDispute);
  Actors actors{.actors = {state("Ruz", "RUZ"), state("Karo", "KAR")}, .mentions = {mention(0, 0), mention(7, 1)}};
  Statements statements;
  add_statement(statements, text, 0, "accuse", 1, {3, 6});
  add_statement(statements, text, 1, "deny", 8, {9, 11});
  const auto found = find_claims(text.tokens, text.parse, actors, statements, {}, rules());
  ASSERT_EQ(found.claims.size(), 2u);
  EXPECT_EQ(found.claims[0].standing, "uncontested");
}

TEST(Denials, WhatIsDeniedInItsClaimIsDenied) {
  Event told{.type = "MOBILIZE"};
  told.attribution = StatementId{0};
  const Event witnessed{.type = "MOBILIZE"};
  Claim claim{.proposition = {.text = "", .event = EventId{0}, .spans = {}}};
  claim.positions = {{.actor = {}, .stance = "asserts", .statement = StatementId{0}, .date = {}, .spans = {}}};
  const Events events{{told, witnessed}};
  EXPECT_EQ(with_denials(events, {{claim}}).events[0].status, Status::asserted);
  claim.positions.push_back({.actor = {}, .stance = "denies", .statement = StatementId{1}, .date = {}, .spans = {}});
  const Events denied = with_denials(events, {{claim}});
  EXPECT_EQ(denied.events[0].status, Status::denied);
  EXPECT_EQ(denied.events[1].status, Status::asserted);
}

}  // namespace
}  // namespace casus
