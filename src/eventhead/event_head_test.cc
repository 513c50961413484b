#include "eventhead/event_head.h"

#include <gtest/gtest.h>

#include <cmath>

#include "syntax/conllu.h"
#include "tensor/model_file_for_tests.h"
#include "tensor/reference.h"

namespace casus {
namespace {

constexpr std::size_t kVectors = 32, kLexical = 64, kBits = 3 + 2 + 1 + 2 + 1 + 1, kInputs = 2 * kLexical + kVectors + kBits, kHidden = 256;

ModelFileBuilder small_head() {
  ModelFileBuilder builder;
  builder.metadata["vocabulary"] = R"(["meet","shell","town"])";
  builder.metadata["labels"] =
      R"({"event_upos":["VERB","NOUN","ADJ"],"event_xpos":["VBD","NN"],"event_relation":["root"],"event_child_relation":["nsubj","obj"],)"
      R"("event_child_lemma":["not"],"event_case":["in"],"event_types":["CONSULT","ASSAULT"],"event_modes":["CONSULT/","CONSULT/visit"]})";
  builder.add_random("lemmas", {3, kLexical});
  builder.add_random("hidden.weight", {kHidden, kInputs});
  builder.add_random("hidden.bias", {kHidden});
  for (const auto& [name, outputs] : {std::pair{"event", 1}, {"types", 2}, {"modes", 2}}) {
    builder.add_random(std::string(name) + ".weight", {static_cast<std::size_t>(outputs), kHidden});
    builder.add_random(std::string(name) + ".bias", {static_cast<std::size_t>(outputs)});
  }
  builder.add_random("words", {5, kVectors}, 1);
  return builder;
}

const char* const kTree =
    "1\tTroops\ttroop\tNOUN\tNNS\t_\t2\tnsubj\t_\t_\n2\tshelled\tshell\tVERB\tVBD\t_\t0\troot\t_\t_\n3\ttowns\ttown\tNOUN\tNNS\t_"
    "\t2\tobj\t_\t_\n"
    "4\tin\tin\tADP\tIN\t_\t5\tcase\t_\t_\n5\tSyria\tSyria\tPROPN\tNNP\t_\t2\tobl\t_\t_\n\n";

TEST(EventHead, ReadsLemmasVectorAndPlaceInTheTree) {
  const auto file = WeightsFile::from_bytes(small_head().bytes(), "memory");
  ASSERT_TRUE(file) << file.error().message;
  const auto head = EventHead::load(*file);
  ASSERT_TRUE(head) << head.error().message;
  const auto text = read_conllu(kTree, "test");
  ASSERT_TRUE(text);
  const Vectors vectors{.words = file->matrix("words", 5, kVectors)->matrix(), .windows = {{0, 5}}};
  const Tree tree(text->tokens, text->parse);
  const auto inputs = head->inputs(1, vectors, tree);
  ASSERT_EQ(inputs.size(), kInputs);
  const Matrix lemmas = file->matrix("lemmas", 3, kLexical)->matrix();
  for (std::size_t i = 0; i < kLexical; ++i) {
    EXPECT_FLOAT_EQ(inputs[i], lemmas.row(1)[i]);
    EXPECT_FLOAT_EQ(inputs[kLexical + i], lemmas.row(2)[i]);
  }
  for (std::size_t i = 0; i < kVectors; ++i) EXPECT_FLOAT_EQ(inputs[2 * kLexical + i], vectors.words.row(1)[i]);
  EXPECT_EQ(std::vector<float>(inputs.end() - kBits, inputs.end()), (std::vector<float>{1, 0, 0, 1, 0, 1, 1, 1, 0, 1}));
}

TEST(EventHead, SaysHowLikelyEachWordTellsOfEachType) {
  const auto file = WeightsFile::from_bytes(small_head().bytes(), "memory");
  const auto head = EventHead::load(*file);
  ASSERT_TRUE(head) << head.error().message;
  const auto text = read_conllu(kTree, "test");
  const Vectors vectors{.words = file->matrix("words", 5, kVectors)->matrix(), .windows = {{0, 5}}};
  Scratch scratch;
  const EventProposals found = head->propose(vectors, text->tokens, text->parse, scratch);
  ASSERT_EQ(found.proposals.size(), 3u);  // no name, no preposition
  const EventProposal* shelled = found.at(1);
  ASSERT_NE(shelled, nullptr);
  EXPECT_EQ(found.at(4), nullptr);

  Matrix x(1, kInputs);
  x.values = head->inputs(1, vectors, Tree(text->tokens, text->parse));
  Matrix hidden = reference::linear(x, file->matrix("hidden.weight", kHidden, kInputs)->matrix(), *file->vector("hidden.bias", kHidden));
  reference::gelu(hidden.values);
  const auto out = [&](const char* name, std::size_t outputs) {
    return reference::linear(hidden, file->matrix(std::string(name) + ".weight", outputs, kHidden)->matrix(),
                             *file->vector(std::string(name) + ".bias", outputs));
  };
  EXPECT_NEAR(shelled->event, 1 / (1 + std::exp(-out("event", 1).values[0])), 1e-3);
  const Matrix types = out("types", 2);
  const float assault = 1 / (1 + std::exp(types.values[0] - types.values[1]));
  EXPECT_NEAR(shelled->types[1], assault, 1e-3);
  EXPECT_NEAR(found.probability(*shelled, "ASSAULT"), shelled->event * assault, 1e-3);
  EXPECT_EQ(found.probability(*shelled, "AID"), 0);
}

TEST(EventHead, NamesWhatIsMissing) {
  ModelFileBuilder builder = small_head();
  builder.erase("modes.weight");
  const auto head = EventHead::load(*WeightsFile::from_bytes(builder.bytes(), "m"));
  ASSERT_FALSE(head);
  EXPECT_NE(head.error().message.find("m: has no tensor modes.weight"), std::string::npos) << head.error().message;
}

}  // namespace
}  // namespace casus
