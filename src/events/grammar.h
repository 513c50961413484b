// Deep grammar: who is subject and object of a predicate, whatever the sentence makes of it. Passives, relative clauses, participles,
// control, coordination, nominalisations and light verbs are undone here, once for all frames.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "events/lexicon.h"
#include "syntax/parse.h"
#include "token/tokens.h"

namespace casus {

using TokenList = std::vector<std::size_t>;

// With the lemmas that the lexicon knows, but for names.
Parse with_known_lemmas(const Tokens& tokens, Parse parse, const Lexicon& lexicon);

class Grammar {
 public:
  // All must outlive this.
  Grammar(const Tokens& tokens, const Tree& tree, const Lexicon& lexicon) : tokens_(tokens), tree_(tree), lexicon_(lexicon) {}

  const Tree& tree() const { return tree_; }
  std::size_t size() const { return tokens_.tokens.size(); }  // in words
  std::string lower_form(std::size_t token) const;

  bool is_verb(std::size_t token) const { return tree_.word(token).upos == "VERB" || tree_.word(token).upos == "AUX"; }
  bool is_passive(std::size_t verb) const;
  bool is_agentless(std::size_t verb) const { return is_passive(verb) && agents(verb).empty(); }
  // Of verbs, adjectives and event nouns: those who do it, those to whom it is done. Heads of noun phrases, without their conjuncts.
  TokenList subjects(std::size_t predicate) const;
  TokenList objects(std::size_t predicate) const;
  // What carries an event noun in its clause: "launch" in "launched an attack"; else the noun itself.
  std::size_t clause_of(std::size_t noun) const;
  // The heads of noun phrases with this preposition at any of `hosts`.
  TokenList prepositional(const TokenList& hosts, std::string_view preposition) const;
  // The heads of clauses in complement of `predicate`; with a preposition, of gerunds after it.
  TokenList complements(std::size_t predicate) const;
  // What it is done for: "sent doctors to help the refugees".
  TokenList purposes(std::size_t predicate) const;
  TokenList gerunds(const TokenList& hosts, std::string_view preposition) const;
  // The lemma of a phrase's preposition, several words joined by "_" ("because_of"); empty where there is none.
  std::string preposition_of(std::size_t head) const;
  // Also by the first of several ("out" of "out of"), and by all of them.
  bool has_preposition(std::size_t head, std::string_view preposition) const;
  bool is_infinitive(std::size_t verb) const;
  // "backs", "does not back", "is backed".
  bool is_simple_present(std::size_t verb) const;
  // What something is done, meant or apt for ("to help them", "the power to help them"), but for plans ("a decision to help them").
  bool is_purpose(std::size_t verb) const;
  // "is to be released", and in headlines "Farmers to block roads".
  bool is_arranged(std::size_t verb) const;
  // "Farmers to block roads", "Curfew to be imposed": the sentence has nothing finite.
  bool is_headline_infinitive(std::size_t verb) const;
  // "It was the second attack": a noun that names again what was told before.
  bool is_resumed(std::size_t noun) const;
  bool has_own_subject(std::size_t verb) const { return tree_.has_child(verb, "nsubj") || tree_.has_child(verb, "csubj"); }

  // What fills a slot of a predicate. `hosts`: the predicate and the words that make one predicate with it.
  TokenList fill(std::size_t predicate, const TokenList& hosts, const Slot& slot) const;
  // A word, or the head of a phrase with it as a part ("peace talks", "series of talks", "talks and visits").
  bool fits(std::size_t token, const WordTest& test) const;

 private:
  TokenList surface_subjects(std::size_t verb, int depth) const;
  TokenList subjects(std::size_t predicate, int depth) const;
  TokenList objects(std::size_t predicate, int depth) const;
  TokenList addressees(std::size_t verb, std::size_t infinitive) const;
  TokenList controllers(std::size_t verb, int depth) const;
  TokenList phrases_of(const TokenList& hosts, std::string_view preposition) const;
  TokenList particles(std::size_t verb) const;
  TokenList bare_obliques(std::size_t verb) const;
  TokenList after_particle(const TokenList& hosts, std::string_view preposition) const;
  TokenList agents(std::size_t verb) const;
  TokenList noun_subjects(std::size_t noun, int depth) const;
  TokenList joined_antecedents(std::size_t verb) const;
  TokenList named_by(std::size_t pronoun) const;
  TokenList misplaced_agents(std::size_t noun) const;
  TokenList noun_objects(std::size_t noun) const;
  std::size_t light_verb(std::size_t noun) const;
  bool is_relative_pronoun(std::size_t token) const;
  bool has_lemma(std::size_t token, std::string_view word_class) const;
  bool fits_alone(std::size_t token, const WordTest& test) const;

  const Tokens& tokens_;
  const Tree& tree_;
  const Lexicon& lexicon_;
};

}  // namespace casus
