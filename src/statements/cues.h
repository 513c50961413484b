// The lexicon of speech: which words say that somebody says something, and what kind of saying it is.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "casus/record.h"
#include "casus/result.h"
#include "syntax/parse.h"

namespace casus {

// Where in the tree the content (or the person spoken to) hangs below the cue.
enum class CueSlot {
  clause,      // a clause: ccomp, or the clause that the cue interrupts or ends
  infinitive,  // xcomp or advcl: "to withdraw", "recruiting"
  object,
  predicate,    // what the object is called, with the object: "called the raid a mistake"
  preposition,  // whatever the word in `preposition` introduces: "of", "for", "on"
  quotation,    // quoted words beside the cue
  none          // the cue is a statement without content
};

enum class CueKind {
  verb,
  adjective,  // "confident that"
  noun,       // "of the opinion that"
  source,     // "according to": stands before its source
  quote       // "Interfax quoted him as saying": the object speaks, the subject passes it on
};

struct CuePlace {
  CueSlot slot = CueSlot::clause;
  std::string preposition;
};

// A row of cues.tsv. `words` are the head's lemma and, each below the ones before it in the tree, those that go with it; each is a set of
// alternatives. An act that is empty: no statement.
struct CueRule {
  std::vector<std::vector<std::string>> words;
  std::string act;          // of the plain cue
  std::string negated_act;  // of "did not CUE"
  Polarity polarity = Polarity::positive;
  std::vector<CuePlace> content;
  std::vector<CuePlace> addressee;
  CueKind kind = CueKind::verb;
  std::string example;
  std::size_t line = 0;
};

struct CueMatch {
  const CueRule* rule = nullptr;   // owned by the Cues
  std::vector<std::size_t> words;  // tokens; the head first
  bool negated = false;

  const std::string& act() const { return negated ? rule->negated_act : rule->act; }
  Polarity polarity() const { return negated ? Polarity::negative : rule->polarity; }
};

// A row of contents.tsv: lemmas that make a plain assertion something else ("not aware": no-knowledge), each a set of alternatives.
struct ContentRule {
  std::vector<std::vector<std::string>> lemmas;
  std::string act;
};

// A row of media.tsv: lemmas beside the cue that name the medium ("news conference": press), each a set of alternatives.
struct MediumRule {
  std::vector<std::vector<std::string>> lemmas;
  std::string medium;
};

// Loaded once, then immutable.
class Cues {
 public:
  // `folder` holds cues.tsv, forms.tsv, contents.tsv, media.tsv and stand_ins.tsv (described in rules/speech/README.md). Errors name file
  // and line.
  static Result<Cues> load(const std::string& folder);

  // The rule with most words whose head is `token`. A word counts by its lemma and by its form, since taggers err on lemmas.
  std::optional<CueMatch> match(std::size_t token, const Tokens& tokens, const Tree& tree) const;
  const std::vector<CueRule>& rules() const { return rules_; }
  const std::vector<ContentRule>& contents() const { return contents_; }
  const std::vector<MediumRule>& media() const { return media_; }
  // Lemmas of nouns that as a source stand for others: "letter", "majority".
  const std::set<std::string, std::less<>>& stand_ins() const { return stand_ins_; }
  // The words of the rules that the token may be a form of, its lemma first.
  std::vector<std::string> lemmas(std::size_t token, const Tokens& tokens, const Tree& tree) const;

 private:
  std::vector<CueRule> rules_;
  std::unordered_map<std::string, std::vector<std::size_t>> by_head_;  // indices of rules_ by the lemma of their head
  std::unordered_map<std::string, std::vector<std::string>> lemmas_;   // of each form that a word of the rules may have
  std::vector<ContentRule> contents_;
  std::vector<MediumRule> media_;
  std::set<std::string, std::less<>> stand_ins_;
};

// The acts of the record, "assert" first.
const std::vector<std::string_view>& speech_acts();

// "did not say", "gave no details", "no one said": whether the clause of the words is negated.
bool is_negated(const std::vector<std::size_t>& words, const Tree& tree);

}  // namespace casus
