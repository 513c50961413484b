#include "token/token_rules.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "token/marked.h"

namespace casus {
namespace {

namespace fs = std::filesystem;

TEST(TokenRules, EveryExampleOfTheTablesHolds) {
  ASSERT_GT(token_rules().examples.size(), 300U);
  for (const TokenExample& example : token_rules().examples) EXPECT_EQ(split_again(example.marked), example.marked) << example.place;
}

TEST(TokenRules, SaysWhatIsWrongWithARow) {
  const fs::path folder = fs::temp_directory_path() / ("casus-token-rules-" + std::to_string(getpid()));
  struct Case {
    const char* file;
    const char* row;
    const char* message;
  };
  const Case cases[] = {
      {"abbreviations.tsv", "Zz.\ttitle", ": 2 columns, not 3"},
      {"abbreviations.tsv", "Zz.\tduke\tZz. Lind", ": \"duke\" is not known here"},
      {"clitics.tsv", "'s\tRuritania¦'s", ": \"'s\" stands twice"},
      {"words.tsv", "zz\t", ": a column is empty or not UTF-8"},
      {"words.tsv", "zz\t\xFF", ": a column is empty or not UTF-8"},
      {"scripts.tsv", "xx\tz\ta", ": first and last are one character each, in order"},
  };
  for (const Case& wanted : cases) {
    fs::remove_all(folder);
    fs::copy("rules/tokens", folder);
    std::ofstream(folder / wanted.file, std::ios::app) << wanted.row << "\n";
    const auto rules = TokenRules::load(folder.string());
    ASSERT_FALSE(rules) << wanted.row;
    EXPECT_TRUE(rules.error().message.starts_with((folder / wanted.file).string() + ":")) << rules.error().message;
    EXPECT_TRUE(rules.error().message.ends_with(wanted.message)) << rules.error().message;
  }
  fs::remove(folder / "units.tsv");
  fs::copy_file("rules/tokens/scripts.tsv", folder / "scripts.tsv", fs::copy_options::overwrite_existing);
  EXPECT_TRUE(TokenRules::load(folder.string()).error().message.ends_with("units.tsv: cannot be opened: check the folder of rules"));
  fs::remove_all(folder);
}

}  // namespace
}  // namespace casus
