// The lexicon: frames that say which words over which relations mean which event. Files: rules/lexicon/, format: docs/formats/lexicon.md.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "casus/record.h"
#include "casus/result.h"
#include "events/ontology.h"
#include "events/word_pattern.h"
#include "syntax/parse.h"

namespace casus {

// A place beside a predicate. Subject and object are those of the active clause, whatever the sentence makes of it.
// casing: the predicate's own preposition ("is under siege").
enum class Function { subject, object, indirect, preposition, particle, auxiliary, modifier, complement, purpose, casing, speaker, self };

struct Slot {
  Function function = Function::subject;
  std::string preposition;  // "on", "because_of"

  bool operator==(const Slot&) const = default;
};

// As the tables have it: "object", "because_of".
std::string_view name_of(const Slot& slot);

// Which lemmas fit: listed ones, pairs of a head and a dependent ("cease+fire"), or every one.
struct WordTest {
  bool everything = false;
  bool somebody = false;  // <somebody>: whatever means a person, a group or people
  std::unordered_set<std::string> lemmas;
  std::vector<std::pair<std::string, std::string>> pairs;
  std::vector<std::string> classes;  // whose words these are, among others
};

// Whether whatever fits `less` fits `more` too.
bool contains(const WordTest& more, const WordTest& less);

// A dependent that must be there, or must not.
struct Child {
  Slot slot;
  WordTest words;
  bool wanted = true;
  std::string text;  // as the table has it: "object:@weapon"
};

enum class RoleName { actor, recipient, both, initiator, content };

// The first alternative that finds somebody fills the role; slots of one alternative add up.
struct Argument {
  RoleName role = RoleName::actor;
  std::vector<std::vector<Slot>> alternatives;
};

// several: at least two; direct: named by the head of the phrase itself; light: the predicate is a noun carried by a light verb ("launched
// an attack").
enum class Attribute { present, several, direct, light, kind, sector, country };

struct Condition {
  RoleName role = RoleName::actor;
  Attribute attribute = Attribute::present;
  std::vector<std::string> values;
  bool wanted = true;
  std::string text;  // as the table has it: "actor.kind=state"
};

struct Predicate {
  std::string lemma;  // "*" is every verb
  std::string upos;
};

struct Frame {
  std::string id;  // "consult.speak-by-phone": file and row
  std::vector<Predicate> predicates;
  std::vector<Child> children;
  std::vector<Argument> arguments;
  std::vector<Condition> conditions;
  bool bare = false;        // an event even without anybody
  Need actor = Need::free;  // of its type, as the next
  Need recipient = Need::free;
  bool occasion = false;     // not in a clause of purpose
  bool of_codebook = false;  // a user's own
  bool of_head = false;      // of whatever word the event head proposes
  std::string type;          // empty where the words are no event, and nobody else's either
  std::string mode;
  std::string cameo;
  std::optional<Status> status;
  std::string text;  // the predicate's cell of the table
  std::string example;
  std::string expected;
  std::string place;  // file and line

  bool is_event() const { return !type.empty(); }
  const Argument* argument(RoleName role) const;
};

// A word that says of what stands in its complement how it is meant: "deny", "plan to", "attempt".
struct Operator {
  std::string id;
  std::vector<Predicate> predicates;
  std::vector<Child> children;
  std::vector<Slot> content;
  Status status = Status::asserted;
  std::string example;
  std::string expected;
  std::string place;
};

// A dependent that says how its head is meant: "not", "may", "allegedly".
struct Cue {
  std::string relation;
  Status status = Status::asserted;
};

// A word that speaks for a context.
struct ContextWord {
  std::string context;  // empty: it speaks for none
  WordPattern pattern;
  bool in_clause = false;  // only for the event in whose clause it stands, else for all of its sentence
};

// What an event itself and those who are meant beside it say of its context. Empty, or 0: whatever it is.
struct EventContext {
  std::string context;
  std::string type;
  std::string mode;
  std::string cameo;  // how the event's code begins
  std::string sector;
  std::size_t countries = 0;  // of its parties, at least
  std::vector<WordPattern> words;
};

class Lexicon {
 public:
  // `folder` is rules/lexicon. Every file *.tsv in it holds frames. Errors name file and line, and what was expected.
  static Result<Lexicon> load(const std::string& folder, const Ontology& ontology, const std::optional<CodebookFolder>& codebook = {});

  const std::vector<Frame>& frames() const { return frames_; }
  const std::vector<Operator>& operators() const { return operators_; }
  // Indices of what may stand at a word with this lemma, in the order of the files.
  std::span<const std::uint32_t> frames_at(const std::string& lemma) const;
  std::span<const std::uint32_t> operators_at(const std::string& lemma) const;
  // Frames of every verb.
  const std::vector<std::uint32_t>& frames_of_any() const { return any_verb_; }

  // A tagger's lemma may be wrong where the word is rare. Irregular forms (in lower case) have theirs from a table; else one that the
  // lexicon knows stays; else it is the lemma that the lexicon knows and that this form is a regular inflection of, if there is one.
  std::string lemma(const std::string& form, const Word& tagged) const;

  std::optional<Status> cue(std::string_view relation, const std::string& lemma) const;
  // What a statement's act says of its content.
  std::optional<Status> act(const std::string& act) const;
  const WordTest& words(const std::string& word_class) const;
  // Whether the lemma stands in any table.
  bool knows(const std::string& lemma) const { return vocabulary_.contains(lemma); }
  // For the lemma of an irregular form that the word is, if it is one.
  std::optional<std::string> lemma_of_irregular(const std::string& form) const;
  // "fourth" -> 4; by the form in lower case.
  std::optional<int> ordinal(const std::string& form) const;
  // For words that no frame knows and the event head does; null where the table has no such type. Without a mode that the type has, none.
  const Frame* proposed(std::string_view type, std::string_view mode) const;
  // Those with this lemma; pairs also under the other's.
  std::span<const ContextWord> context_words(const std::string& lemma) const;
  const std::vector<EventContext>& event_contexts() const { return event_contexts_; }

  class Loader;

 private:
  std::vector<Frame> frames_;
  std::vector<Operator> operators_;
  std::vector<Frame> proposed_;  // for each type without a mode, then with each
  std::unordered_map<std::string, std::vector<std::uint32_t>> frame_index_;
  std::unordered_map<std::string, std::vector<std::uint32_t>> operator_index_;
  std::vector<std::uint32_t> any_verb_;
  std::unordered_map<std::string, std::vector<Cue>> cues_;  // by lemma
  std::unordered_map<std::string, Status> acts_;
  std::unordered_map<std::string, WordTest> classes_;
  std::unordered_map<std::string, std::vector<ContextWord>> context_words_;  // by lemma
  std::vector<EventContext> event_contexts_;
  std::unordered_set<std::string> vocabulary_;
  std::unordered_set<std::string> verbs_;                   // predicates
  std::unordered_map<std::string, std::string> irregular_;  // form -> lemma
  std::unordered_map<std::string, int> ordinals_;
};

}  // namespace casus
