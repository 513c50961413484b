// Which words tell a contact and of what kind, what it is about, what comes of it and whose word on it counts. Files: rules/ledgers/.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "casus/record.h"
#include "casus/result.h"
#include "events/ontology.h"
#include "events/word_pattern.h"
#include "syntax/parse.h"

namespace casus {

using WordPatterns = std::vector<WordPattern>;  // empty: any word

// The likeliest first; none where what fits is no contact.
using ContactKinds = std::vector<std::string>;

struct ContactRule {
  std::string type;  // of the event
  std::string mode;  // "*" is any
  WordPatterns words;
  ContactKinds kinds;
  bool planned = false;
};

// "sent a letter to": where an answer's addressee is not told, he is whoever wrote the last.
struct LetterRule {
  WordPatterns predicates;  // verbs; empty: any
  WordPatterns letters;     // empty: none is told
  std::string place;        // of the letter beside the predicate: "obj" or a preposition
  bool answers = false;
};

// What hangs below the word at `place` is what was spoken about: "obj", "subject", or a preposition.
struct TopicRule {
  WordPattern word;
  std::string place;
};

struct OutcomeRule {
  std::string type;
  bool joint = false;  // only where two parties do it together
};

struct ContactRules {
  std::vector<ContactRule> contacts;
  std::vector<LetterRule> letters;
  std::vector<TopicRule> topics;
  std::vector<OutcomeRule> outcomes;
  std::vector<std::string> silent_acts;  // of statements that tell nothing

  // `folder` is rules/ledgers. Errors name file and line.
  static Result<ContactRules> load(const std::string& folder, const Ontology& ontology, const std::optional<CodebookFolder>& codebook = {});

  // The first that fits: of its words, those whose indices are given.
  const ContactRule* rule_of(const Event& event, const std::vector<std::size_t>& words, const Tree& tree) const;
  // Of contacts that a noun may stand for, with what stands before it ("phone conversation"); none where it stands for none.
  const ContactKinds* kinds_of_noun(std::size_t token, const Tree& tree) const;
  const OutcomeRule* outcome_of(std::string_view type) const;
  bool is_silent(std::string_view act) const;
  // Events of such types announce contacts or agree on them; those of contacts that are held have other types.
  bool is_planned(const Event& event) const;
};

bool fits_any(std::size_t token, const WordPatterns& patterns, const Tree& tree);

}  // namespace casus
