#include "syntax/lemma_script.h"

#include <gtest/gtest.h>

#include <tuple>
#include <vector>

namespace casus {
namespace {

TEST(LemmaScript, ChangesForms) {
  const std::vector<std::tuple<const char*, const char*, const char*>> table = {
      {"L;0;", "Talks", "talks"},   {"K;0;", "Talks", "Talks"},
      {"L;1;", "Talks", "talk"},    {"L;3;y", "Armies", "army"},
      {"L;2;e;f", "abcd", "abe;f"}, {"L;1;", "\u00c9t\u00e9s", "\u00e9t\u00e9"},
      {"=be", "Were", "be"},        {"==", "=", "="},
      {"L;1;", "A", "a"},     // nothing would be left
      {"L;3;y", "It", "it"},  // too short to be cut
      {"L;2;go", "GO", "go"},
  };
  for (const auto& [script, form, want] : table) {
    const auto made = LemmaScript::make(script);
    ASSERT_TRUE(made) << script;
    EXPECT_EQ(made->apply(form), want) << script << " " << form;
  }
}

TEST(LemmaScript, RefusesOtherScripts) {
  for (const char* script : {"", "=", "K", "K;", "K;0", "K;;", "X;0;", "K;-1;", "K;1x;", "K;999999999999999999999;", "K;101;"})
    EXPECT_FALSE(LemmaScript::make(script)) << script;
}

}  // namespace
}  // namespace casus
