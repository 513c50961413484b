// A report's words as the search for commitments reads them: trees with their deep grammar, who is named, instruments, and the tables.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "actors/actors.h"
#include "commitments/commitment_rules.h"
#include "commitments/instruments.h"
#include "document/document.h"
#include "events/grammar.h"
#include "events/lexicon.h"
#include "places/places.h"
#include "statements/statements.h"
#include "syntax/parse.h"
#include "token/tokens.h"

namespace casus {

// All must outlive it.
struct ObligationText {
  const Document& document;
  const Tokens& tokens;
  const Tree& tree;
  const Grammar& grammar;
  const Actors& actors;
  const Places& places;
  const Statements& statements;
  const std::vector<InstrumentMention>& instruments;
  const Lexicon& lexicon;
  const CommitmentRules& rules;

  TokenRange sentence(std::size_t token) const { return tokens.sentences[tokens.sentence_of(token)]; }
  // Where the tagger's is of no word, the lexicon's; small letters also where it is a name's.
  std::string lemma(std::size_t token) const;
  bool is(std::string_view word_class, std::size_t token) const {
    return rules.is_in(word_class, lemma(token)) || rules.is_in(word_class, grammar.lower_form(token));
  }
  bool fits_one(std::size_t token, const std::vector<WordPattern>& patterns) const;

  // Whether the class, of speech acts, has that of the statement.
  bool is_in_act(std::string_view acts, StatementId statement) const;

  // Index of the mention that holds the token.
  std::optional<std::size_t> instrument_at(std::size_t token) const;
  // A phrase headed by the token names a place or state.
  bool is_place(std::size_t token) const;
  // The nearest in its sentence.
  std::optional<std::size_t> instrument_near(std::size_t token) const;

  // By "not", "no", "never", "neither" at the predicate, its subject or its object.
  bool is_negated(std::size_t predicate) const;
  // Below `head`, which may be a phrase or a clause; what is coordinated with it is not below it.
  bool has_company(std::size_t head, const std::vector<Company>& company) const;
  // In the next words, before another verb.
  bool is_followed_by(std::size_t token, const std::string& particle) const;
  // "admit them", of inspectors.
  bool is_pronoun_for(std::size_t token, const LemmaSet& words) const;
  // First to last word of the subtree, without punctuation at its ends.
  TokenRange extent(std::size_t head) const;
  // The tokens below the head that are its own, without what is coordinated with it.
  std::vector<std::size_t> own_subtree(std::size_t head) const;
};

}  // namespace casus
