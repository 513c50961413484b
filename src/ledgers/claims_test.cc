#include "ledgers/claims.h"

#include <gtest/gtest.h>

#include "ledgers/claim_links.h"
#include "syntax/conllu.h"

namespace casus {
namespace {

const LedgerRules& rules() {
  static const LedgerRules loaded = [] {
    const auto ontology = Ontology::load("rules/ontology");
    EXPECT_TRUE(ontology) << ontology.error().message;
    auto read = LedgerRules::load("rules/ledgers", *ontology);
    EXPECT_TRUE(read) << read.error().message;
    return *std::move(read);
  }();
  return loaded;
}

const Cues& cues() {
  static const Cues loaded = [] {
    auto read = Cues::load("rules/speech");
    EXPECT_TRUE(read) << read.error().message;
    return *std::move(read);
  }();
  return loaded;
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

std::vector<Claim> claims_in(const Conllu& text, const Actors& actors, const Statements& statements, const Events& events) {
  return find_claims({text.document, text.tokens, text.parse, actors, statements, events, cues(), rules()}).claims;
}

std::vector<std::string> positions_of(const Claim& claim) {
  std::vector<std::string> told;
  for (const Position& position : claim.positions)
    told.push_back((position.actor ? std::to_string(position.actor->index) : "-") + " " + position.stance + " " + position.why);
  return told;
}

using Told = std::vector<std::string>;

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
  const Actor gunmen{.name = "gunmen", .kind = ActorKind::group};
  const Actors actors{.actors = {state("Ruz", "RUZ"), state("Karo", "KAR"), gunmen, state("Lutz", "LUT")},
                      .mentions = {mention(0, 0), mention(2, 1), mention(5, 2, MentionForm::nominal), mention(7, 1), mention(12, 3),
                                   mention(14, 2, MentionForm::pronoun)}};
  Statements statements;
  add_statement(statements, text, 0, "accuse", 1, {3, 6});
  add_statement(statements, text, 1, "deny", 8, {9, 11});
  add_statement(statements, text, 3, "deny", 13, {14, 16});
  const Events events{{event("ACCUSE", text, 1, {{0}}, {{1}}), event("MOBILIZE", text, 4, {{1}})}};
  const auto claims = claims_in(text, actors, statements, events);
  ASSERT_EQ(claims.size(), 1u);
  EXPECT_EQ(claims[0].standing, "contested");
  EXPECT_EQ(claims[0].proposition.event, EventId{1});
  EXPECT_EQ(positions_of(claims[0]), (Told{"0 asserts tells", "1 denies answers", "3 denies refers"}));
}

TEST(Claims, ADenialOfSomethingElseIsAClaimOfItsOwn) {
  const Conllu text = parsed(
      "1 Ruz Ruz PROPN NNP _ 2 nsubj\n2 accused accuse VERB VBD _ 0 root\n3 Karo Karo PROPN NNP _ 2 obj\n4 of of SCONJ IN _ 5 mark\n"
      "5 sending send VERB VBG _ 2 advcl\n6 gunmen gunman NOUN NNS _ 5 obj\n7 . . PUNCT . _ 2 punct\n\n"
      "1 Karo Karo PROPN NNP _ 2 nsubj\n2 denied deny VERB VBD _ 0 root\n3 a a DET DT _ 5 det\n4 different different ADJ JJ _ 5 amod\n"
      "5 charge charge NOUN NN _ 2 obj\n6 of of ADP IN _ 7 case\n7 theft theft NOUN NN _ 5 nmod\n8 . . PUNCT . _ 2 punct\n");
  const Actors actors{.actors = {state("Ruz", "RUZ"), state("Karo", "KAR")}, .mentions = {mention(0, 0), mention(2, 1), mention(7, 1)}};
  Statements statements;
  add_statement(statements, text, 0, "accuse", 1, {3, 6});
  add_statement(statements, text, 1, "deny", 8, {9, 14});
  const auto claims = claims_in(text, actors, statements, {{event("ACCUSE", text, 1, {{0}}, {{1}})}});
  ASSERT_EQ(claims.size(), 2u);
  EXPECT_EQ(claims[0].standing, "uncontested");
  EXPECT_EQ(claims[1].standing, "contested");
}

constexpr const char* kReports =
    "1 Ruz Ruz PROPN NNP _ 2 nsubj\n2 said say VERB VBD _ 0 root\n3 gunmen gunman NOUN NNS _ 4 nsubj\n4 crossed cross VERB VBD _ 2 ccomp\n"
    "5 . . PUNCT . _ 2 punct\n\n"
    "1 Karo Karo PROPN NNP _ 2 nsubj\n2 ridiculed ridicule VERB VBD _ 0 root\n3 this this PRON DT _ 2 obj\n4 . . PUNCT . _ 2 punct\n\n"
    "1 Lutz Lutz PROPN NNP _ 4 nsubj\n2 did do AUX VBD _ 4 aux\n3 not not PART RB _ 4 advmod\n4 comment comment VERB VB _ 0 root\n"
    "5 . . PUNCT . _ 4 punct\n";

TEST(Claims, WhatIsToldIsOneWhereSomebodyAnswersWithWordsOfTheTable) {
  const Conllu text = parsed(kReports);
  const Actors actors{.actors = {state("Ruz", "RUZ"), state("Karo", "KAR"), state("Lutz", "LUT")},
                      .mentions = {mention(0, 0), mention(5, 1), mention(9, 2)}};
  Statements statements;
  add_statement(statements, text, 0, "assert", 1, {2, 4});
  const auto claims = claims_in(text, actors, statements, {});
  ASSERT_EQ(claims.size(), 1u);
  EXPECT_EQ(claims[0].proposition.text, "gunmen crossed");
  EXPECT_EQ(positions_of(claims[0]), (Told{"0 asserts tells", "1 denies refers", "2 declines follows"}));
}

TEST(Claims, ADenialOfAnotherDeedByWhoeverIsNotChargedIsAClaimOfItsOwn) {
  const Conllu text = parsed(
      "1 Ruz Ruz PROPN NNP _ 2 nsubj\n2 said say VERB VBD _ 0 root\n3 Karo Karo PROPN NNP _ 4 nsubj\n4 helped help VERB VBD _ 2 ccomp\n"
      "5 . . PUNCT . _ 2 punct\n\n"
      "1 Karo Karo PROPN NNP _ 2 nsubj\n2 denied deny VERB VBD _ 0 root\n3 shelling shell VERB VBG _ 2 xcomp\n4 . . PUNCT . _ 2 punct\n");
  const Actors actors{.actors = {state("Ruz", "RUZ"), state("Karo", "KAR")}, .mentions = {mention(0, 0), mention(2, 1), mention(5, 1)}};
  Statements statements;
  add_statement(statements, text, 0, "assert", 1, {2, 4});
  add_statement(statements, text, 1, "deny", 6, {7, 8});
  const Events events{{event("AID", text, 3, {{1}}), event("ASSAULT", text, 7, {{1}})}};
  const auto claims = claims_in(text, actors, statements, events);
  ASSERT_EQ(claims.size(), 1u);
  EXPECT_EQ(claims[0].proposition.text, "shelling");
  EXPECT_EQ(positions_of(claims[0]), (Told{"1 denies tells"}));
}

constexpr const char* kQuestion =
    "1 Asked ask VERB VBN _ 0 root\n2 whether whether SCONJ IN _ 4 mark\n3 gunmen gunman NOUN NNS _ 4 nsubj\n"
    "4 crossed cross VERB VBD _ 1 ccomp\n5 . . PUNCT . _ 1 punct\n\n"
    "1 Karo Karo PROPN NNP _ 2 nsubj\n2 ridiculed ridicule VERB VBD _ 0 root\n3 this this PRON DT _ 2 obj\n4 . . PUNCT . _ 2 punct\n\n";

TEST(Claims, AQuestionIsOneOnceSomebodyDeniesWhatItAsks) {
  const Conllu text = parsed(kQuestion);
  const Actors actors{.actors = {state("Ruz", "RUZ"), state("Karo", "KAR")}, .mentions = {mention(5, 1)}};
  Statements statements;
  add_statement(statements, text, 0, "ask", 0, {1, 4});
  const auto claims = claims_in(text, actors, statements, {});
  ASSERT_EQ(claims.size(), 1u);
  EXPECT_EQ(claims[0].proposition.text, "gunmen crossed");
  EXPECT_EQ(positions_of(claims[0]), (Told{"1 denies refers"})) << "who asks takes no position";
}

TEST(Claims, AQuestionThatNobodyAnswersIsNone) {
  const Conllu text = parsed(kQuestion);
  const Actors actors{.actors = {state("Ruz", "RUZ")}, .mentions = {}};
  Statements statements;
  add_statement(statements, text, 0, "ask", 0, {1, 4});
  for (const Claim& claim : claims_in(text, actors, statements, {})) EXPECT_NE(claim.proposition.text, "gunmen crossed");
}

TEST(Claims, WhatNobodyAnswersIsNone) {
  const Conllu text = parsed(kReports);
  const Actors actors{.actors = {state("Ruz", "RUZ")}, .mentions = {mention(0, 0)}};
  Statements statements;
  add_statement(statements, text, 0, "assert", 1, {2, 4});
  EXPECT_TRUE(claims_in(text, actors, statements, {}).empty());
}

TEST(StanceWords, AreNegatedWithTheVerbTheyShareASubjectWith) {
  const Conllu text = parsed(
      "1 Ruz Ruz PROPN NNP _ 3 nsubj\n2 neither neither CCONJ CC _ 3 cc:preconj\n3 confirmed confirm VERB VBD _ 0 root\n"
      "4 nor nor CCONJ CC _ 5 cc\n5 denied deny VERB VBD _ 3 conj\n6 it it PRON PRP _ 5 obj\n");
  const Tree tree(text.tokens, text.parse);
  const auto& answers = rules().claims.answers;
  EXPECT_EQ(answers.match(2, StancePart::does, text.tokens, tree)->stance, "declines");
  EXPECT_EQ(answers.match(4, StancePart::does, text.tokens, tree)->stance, "declines");
}

TEST(WordFamilies, ShareTheirBeginning) {
  EXPECT_TRUE(same_family("shell", "shelling"));
  EXPECT_TRUE(same_family("deploy", "deployment"));
  EXPECT_FALSE(same_family("bomb", "border"));
  EXPECT_FALSE(same_family("gas", "gassing"));
}

TEST(Sides, ThoseWhoAnswerForAStateAreOne) {
  const Actor ruz = state("Ruz", "RUZ"), karo = state("Karo", "KAR");
  const Actor army{.code = "RUZMIL", .country = "RUZ", .sectors = {"MIL"}};
  const Actor rebels{.code = "RUZREB", .country = "RUZ", .sectors = {"REB"}};
  EXPECT_TRUE(rules().claims.same_side(ruz, army));
  EXPECT_TRUE(rules().claims.same_side(rebels, rebels));
  EXPECT_FALSE(rules().claims.same_side(ruz, rebels));
  EXPECT_FALSE(rules().claims.same_side(ruz, karo));
}

}  // namespace
}  // namespace casus
