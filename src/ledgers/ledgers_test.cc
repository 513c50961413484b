#include <gtest/gtest.h>

#include "ledgers/claims.h"
#include "ledgers/ledger_rules.h"
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

}  // namespace
}  // namespace casus
