// What is known before a report is read: names of states, organisations, territories and persons, titles, role nouns and given
// names, each with the time it holds for. Read from the folder kb/ (kb/README.md describes the tables); no other code reads it.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "casus/record.h"
#include "casus/result.h"

namespace casus {

// What a phrase may stand for.
enum class Sense {
  state,                // "Armenia"
  adjective,            // "Armenian"
  demonym,              // "an Armenian"
  demonyms,             // "Armenians"
  capital,              // "Yerevan": a place, or the state's government
  city,                 // a capital that never stands for the government
  seat,                 // "the Kremlin": the government
  organisation,         // "NATO"
  organisation_seat,    // "Brussels"
  territory,            // "Abkhazia"
  territory_adjective,  // "Abkhaz"
  office,               // "prime minister"
  nominal,              // "rebels", "army", "government"
};

// ISO 8601 days, months or years; empty: open.
struct Period {
  std::string_view from;
  std::string_view to;

  // An unknown (empty) date is within every period.
  bool contains(std::string_view date) const;
};

struct KnownState {
  std::string_view code;  // ISO 3166 alpha-3, or XKX
  std::string_view name;
};

struct KnownOrganisation {
  std::string_view id;
  std::string_view name;
  ActorKind kind = ActorKind::organisation;
  std::string_view code;
  std::string_view country;  // may be empty
  std::string_view sector;   // may be empty
  Period period;
};

struct KnownTerritory {
  std::string_view id;
  std::string_view name;
  std::string_view country;
  std::string_view sector;  // "PRE" or empty
  Period period;
};

enum class Gender { unknown, male, female };

// A title or an office. A weak sector gives way to that of the words around it: "rebel leader", "police spokesman".
struct Title {
  std::string_view office;
  std::string_view sector;
  bool weak = false;
  Gender gender = Gender::unknown;
};

enum class NominalKind {
  member,        // an individual; in the plural a group: "soldier"
  band,          // a group: "militia"
  body,          // an organisation: "army"
  government,    // the state itself: "government", "authorities"
  people,        // "residents"
  country,       // the state named before: "the country"
  body_again,    // the organisation named before: "the alliance"
  band_again,    // the group named before: "the militants"
  person_again,  // the person named before: "the man"
  set,           // with a number or "both", several named before: "the two groups"
  set_person,    // the same of persons: "the two leaders"
  set_state,     // the same of states: "both sides"
  modifier,      // gives a sector to its noun: "separatist"
  deed,          // what an actor does; the adjective before it names the doer: "attack"
  former,        // turns an office into one held before: "ousted"
  place_verb,    // a verb whose object is a place: "shell"
  ethnicity,     // a people, not a state, is told by the word after it: "ethnic"
  service_verb,  // a verb whose object its subject belongs to: "command"
};

struct Nominal {
  NominalKind kind = NominalKind::member;
  std::string_view sector;
  bool weak = false;
};

struct Term {
  std::string_view office;
  std::string_view of;  // a state's code or an organisation's id
  Period period;
  std::string_view as_of;      // where the end is open: the last day for which it is known that the term had not ended
  std::string_view territory;  // the id of the territory that the office is of; `of` is then the state it is claimed from

  // An open term is trusted for kTrustedYears after its as_of; an unknown (empty) date is within open terms alone.
  bool holds_at(std::string_view date) const;
};

struct KnownPerson {
  std::string_view id;
  std::string_view name;
  std::string_view surname;
  Gender gender = Gender::unknown;
  std::string_view born;    // ISO 8601, or empty
  std::vector<Term> terms;  // the highest office first, of one office the last first

  // The terms that hold on the date, in their order.
  std::vector<const Term*> terms_at(std::string_view date) const;
  // The first of them; may be null.
  const Term* term_at(std::string_view date) const;
};

inline constexpr int kTrustedYears = 3;

struct KnownPlace {
  std::string_view id;  // "geonames/616052", or of our own: "place/strait-of-hormuz"
  std::string_view name;
  std::string_view feature;  // a GeoNames feature code: "PPL", "ADM1", "STRT"
  std::string_view country;  // a state's code; empty where it lies in several or none
  std::string_view admin1;   // the name of the first-level division; may be empty
  double latitude = 0;       // degrees, WGS 84
  double longitude = 0;
  std::uint32_t population = 0;  // 0: unknown, or none
  Period period;
};

// `row` is an index into the list that goes with the sense. Cased: an acronym, which the text must write in capitals. Small: a name that
// the text may begin with a small letter, as "al-Shabab".
struct Entry {
  Sense sense = Sense::state;
  std::uint32_t row = 0;
  bool cased = false;
  bool small = false;
  Period period;
};

// Immutable once loaded; any number of threads may read. Views live as long as it does.
class Knowledge {
 public:
  // Checks every row; the error names file, line and what is wrong.
  static Result<Knowledge> load(const std::string& folder);

  Knowledge(Knowledge&&) noexcept;
  Knowledge& operator=(Knowledge&&) noexcept;
  ~Knowledge();

  std::string_view version() const;

  // What `key` may stand for: words as key_words() makes them, joined by single spaces.
  std::span<const Entry> find(std::string_view key) const;
  // The most words that a key beginning with this word has; 0 where none does.
  std::size_t longest_key(std::string_view first_word) const;

  const KnownState& state(std::uint32_t row) const;
  const KnownState* state(std::string_view code) const;
  const KnownOrganisation& organisation(std::uint32_t row) const;
  const KnownOrganisation* organisation(std::string_view id) const;
  const KnownTerritory& territory(std::uint32_t row) const;
  const KnownTerritory* territory(std::string_view id) const;
  const Title& title(std::uint32_t row) const;
  const Nominal& nominal(std::uint32_t row) const;

  // Persons who have this name, or all of these two or more words in their name, whatever the transliteration.
  std::vector<const KnownPerson*> persons_named(std::string_view full_name) const;
  // By the surname, or the word of it that comes last.
  std::vector<const KnownPerson*> persons_by_surname(std::string_view surname) const;

  // Places of this name, the most populous first.
  std::vector<const KnownPlace*> places_named(std::string_view name) const;

  // May somebody in `office` be called by the `general` word? An intelligence chief is an official; an office is of its own kind.
  bool is_office_kind(std::string_view general, std::string_view office) const;

  // May the adjective be that of a country of this name, which need not be known? "Ruritanian" of "Ruritania".
  bool is_demonym_of(std::string_view adjective, std::string_view name) const;

  Gender gender_of_given_name(std::string_view name) const;
  // The name folded, without what transliterations differ in: "Sergey" and "Sergei", "Zelenskyy" and "Zelensky".
  std::string sound(std::string_view name) const;

  struct Data;

 private:
  explicit Knowledge(std::unique_ptr<const Data> data);
  std::unique_ptr<const Data> data_;
};

// The words of a token or phrase as keys have them: folded, full stops dropped, split at hyphens, slashes and spaces.
// "U.N." -> "un"; "Nagorno-Karabakh" -> "nagorno", "karabakh"; "'s" and punctuation give none.
std::vector<std::string> key_words(std::string_view text);
// Do the letters of the text stand in capitals, as an acronym's must?
bool is_acronym(std::string_view text);

}  // namespace casus
