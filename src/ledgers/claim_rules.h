// Which acts and words take a stance on a claim. Files: stances.tsv, answers.tsv and words.tsv of rules/ledgers/.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "casus/record.h"
#include "casus/result.h"
#include "ledgers/stance_patterns.h"

namespace casus {

// When words on which nothing stands yet make a claim of their own: in any case, where somebody else answers them, or never.
enum class ClaimOpening { always, answered, never };

struct StanceRule {
  std::string act;
  std::string stance;  // empty: of nobody, as a question tells what it asks
  ClaimOpening opens = ClaimOpening::never;
};

struct ClaimRules {
  std::vector<StanceRule> stances;
  StancePatterns answers;
  std::set<std::string> accounts;        // nouns and pronouns that stand for what somebody has claimed
  std::set<std::string> others;          // words that tell one account from another: "different"
  std::set<std::string> replies;         // lemmas of cues that answer somebody
  std::set<std::string> contradictions;  // of those, lemmas of cues that say the contrary
  std::set<std::string> hints;           // lemmas beside a cue that make an assertion an implication
  std::set<std::string> hedges;          // lemmas in what is said that do
  std::set<std::string> parenthetic;     // words that set speech beside a clause: "as the ministry claims"
  std::set<std::string> unreal;          // words beside a verb by which nobody does it: "must", "if"
  std::set<std::string> sources;         // prepositions before whose words they are: "a denial from the ministry"
  std::set<std::string> common;          // lemmas that two matters may share without being one
  std::set<std::string> state_sectors;   // sectors whose actors answer for their state

  struct Files {
    std::vector<std::string> stances;
    std::vector<std::string> words;
    std::vector<std::string> answers;
  };
  // Of several files the rows of the first come first. Errors name file and line.
  static Result<ClaimRules> load(const Files& files);

  const StanceRule* stance_of(std::string_view act) const;  // of the first row
  bool answers_for_state(const Actor& actor) const;
  // The same code, or both answer for one state.
  bool same_side(const Actor& one, const Actor& other) const;
};

}  // namespace casus
