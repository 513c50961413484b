// A lexicon in a folder of its own, with few words in its parts; tests write its rows. Its ontology is the one that ships.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "events/lexicon.h"

namespace casus {

inline constexpr const char* kFrameHeader = "id\tpredicate\targuments\tconditions\ttype\tmode\tcameo\tstatus\texample\texpected\n";

class LexiconFiles : public ::testing::Test {
 protected:
  void SetUp() override {
    const auto* test = ::testing::UnitTest::GetInstance()->current_test_info();
    folder_ = std::filesystem::temp_directory_path() / (std::string("casus-lexicon-") + test->test_suite_name() + "-" + test->name());
    std::filesystem::create_directories(folder_ / "parts");
    write("parts/words.tsv", "class\twords\npreposition\ton with\nweapon\tshell cease+fire\n");
    write("parts/operators.tsv", "id\tpredicate\tcontent\tstatus\texample\texpected\ndeny\tdeny\tcomp|object\tdenied\t\t\n");
    write("parts/cues.tsv", "relation\twords\tstatus\nadvmod\tnot\tnegated\n");
    write("parts/acts.tsv", "act\tstatus\ndeny\tdenied\n");
    write("parts/contexts.tsv", "context\twords\nmilitary\tarmy\n");
    write("parts/ordinals.tsv", "word\tvalue\nsecond\t2\n");
    write("parts/event_contexts.tsv", "context\ttype\tmode\tcameo\tsector\tcountries\twords\nmilitary\tASSAULT\taerial\t\t\t\t\n");
    write("parts/inflections.tsv", "lemma\tforms\nshoot\tshot\n");
    write("parts/proposals.tsv", "type\targuments\nASSAULT\tactor=subject recipient=object|on\n");
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  void write(const std::string& name, const std::string& text) { std::ofstream(folder_ / name) << text; }
  // Rows of one file of frames, without its header.
  void write_frames(const std::string& rows) { write("a.tsv", kFrameHeader + rows); }

  // The tests run in the project's root.
  static const Ontology& ontology() {
    static const auto loaded = Ontology::load("rules/ontology");
    if (!loaded) throw std::runtime_error(loaded.error().message);
    return *loaded;
  }

  Lexicon lexicon() const {
    auto loaded = Lexicon::load(folder_.string(), ontology());
    EXPECT_TRUE(loaded) << (loaded ? "" : loaded.error().message);
    return *std::move(loaded);
  }

  std::filesystem::path folder_;
};

}  // namespace casus
