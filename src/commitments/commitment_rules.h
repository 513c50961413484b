// What words tell of obligations: who is bound, to what, when and where it holds, and whether it is due. Files: rules/commitments/.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "casus/result.h"
#include "events/lexicon.h"
#include "events/word_pattern.h"

namespace casus {

using LemmaSet = std::unordered_set<std::string>;  // lemmas

// Words that must stand below a head, or must not.
struct Company {
  LemmaSet words;
  bool wanted = true;
};

enum class Negation { any, negated, plain };

// To whom a duty is owed where no words tell: several who are bound owe it to each other; or whose the place is that it names.
enum class Owed { as_told, each_other, owner_of_place };

// What somebody is bound to, told by the head of a clause or phrase: "to [withdraw] its troops", "the [release] of prisoners".
struct DutyContent {
  std::string duty;
  std::vector<WordPattern> heads;
  std::vector<Company> company;
  Negation negation = Negation::any;
  std::vector<Slot> beneficiaries;  // the first that names somebody
  std::vector<Slot> includes;
  Owed owed = Owed::as_told;
  std::string example;
  std::string place;
};

// binds: somebody is bound. modal: the verb above it is what somebody has to do. provides: an instrument says that it is done; bars: that
// it is not done. keeps: an instrument or obligation is kept, or is not; breaks: it is broken or invoked, and not due where that is
// negated.
enum class ObligationKind { binds, modal, provides, bars, keeps, breaks };
enum class Dueness { unknown, due, undue };
enum class CueNeed { duty, instrument };

struct ObligationCue {
  ObligationKind kind = ObligationKind::binds;
  std::vector<WordPattern> words;
  std::vector<Slot> bound;
  std::vector<Slot> content;
  std::vector<Slot> beneficiaries;
  Dueness tells = Dueness::unknown;
  CueNeed needs = CueNeed::duty;  // duty: words of the content tell one, or the instrument's name does; instrument: one in the sentence
  std::string example;
  std::string place;
};

// What an instrument is about, by a word in its name.
struct InstrumentDuty {
  std::string duty;
  LemmaSet words;
  bool to_claimant = false;  // who asks for it is owed it
};

// occasion: a reason where the obligation is due, else a condition ("when it was attacked").
enum class Introduces { condition, reason, occasion, instrument };
// Before which words: inverted is an auxiliary before its subject ("should it be attacked").
enum class Introduced { clause, phrase, any, inverted };

struct Introducer {
  Introduces what = Introduces::condition;
  std::vector<std::string> words;  // in small letters, one after the other
  Introduced before = Introduced::any;
  std::vector<Company> company;
  std::string example;
};

enum class Reach { covers, leaves_out };

struct ScopeCue {
  std::vector<WordPattern> words;
  std::vector<Slot> slots;  // what is covered, or left out
  Reach reach = Reach::covers;
  std::vector<Slot> instrument;
  std::string example;
};

// Words that say whether an obligation that was told is due.
struct Stance {
  Dueness tells = Dueness::undue;
  std::vector<WordPattern> words;
  Negation negation = Negation::any;
  bool of_instrument = false;  // only where an instrument or obligation is its subject
  std::string example;
};

// Who may be bound: by the sector of its code.
// body: an organisation of its own name is bound itself, others are the state.
enum class BoundAs { itself, body, state };

struct CommitmentRules {
  std::vector<DutyContent> duties;
  std::vector<ObligationCue> cues;
  std::vector<InstrumentDuty> instrument_duties;
  std::vector<Introducer> introducers;
  std::vector<ScopeCue> scopes;
  std::vector<Stance> stances;
  std::unordered_map<std::string, BoundAs> parties;   // by sector
  std::unordered_map<std::string, LemmaSet> classes;  // of words
  std::unordered_map<std::string, std::vector<std::size_t>> cue_index, duty_index, scope_index, stance_index, introducer_index;

  // `folder` is rules/commitments. Errors name file and line.
  static Result<CommitmentRules> load(const std::string& folder);

  bool is_in(std::string_view word_class, const std::string& lemma) const;
};

}  // namespace casus
