// What is known before a report is read: names of states, organisations, territories, persons and places, titles, role nouns, given
// names, memberships and treaties, each with the time it holds for. Made from the folder kb/ (kb/README.md describes the tables) as one
// block of bytes (docs/formats/knowledge.md) and used where it lies; no other code reads either.
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
#include "knowledge/near.h"
#include "knowledge/words.h"

namespace casus {

// What a phrase may stand for.
enum class Sense : std::uint32_t {
  state,                   // "Armenia"
  adjective,               // "Armenian"
  demonym,                 // "an Armenian"
  demonyms,                // "Armenians"
  capital,                 // "Yerevan": a place, or the state's government
  city,                    // a capital that never stands for the government
  seat,                    // "the Kremlin": the government
  organisation,            // "NATO"
  organisation_seat,       // "Brussels"
  organisation_adjective,  // "European", "Republican"
  territory,               // "Abkhazia"
  territory_adjective,     // "Abkhaz"
  office,                  // "prime minister"
  nominal,                 // "rebels", "army", "government"
};

// ISO 8601 days, months or years; empty: open.
struct Period {
  Text from;
  Text to;

  // An unknown (empty) date is within every period.
  bool contains(std::string_view date) const;
};

// Where a fact stands and who says it: places in the lists of tables and sources.
struct Fact {
  std::uint16_t table = 0;
  std::uint16_t source = 0;
  std::uint32_t line = 0;
};

struct KnownSource {
  Text id;
  Text what;
  Text licence;
  Fact fact;
};

// A table that the facts were made from.
struct KnownTable {
  Text folder;  // "kb", or an overlay's name
  Text file;    // "states.tsv"
  std::uint64_t bytes = 0;
};

struct KnownState {
  Text code;  // ISO 3166 alpha-3, or XKX
  Text name;
  Fact fact;
};

// A state's code in a scheme other than ISO 3166 ("cow").
struct StateCode {
  Text state;
  Text scheme;
  Text code;
  Period period;
  Fact fact;
};

struct KnownOrganisation {
  Text id;
  Text name;
  ActorKind kind = ActorKind::organisation;
  Text code;
  Text country;  // may be empty
  Text sector;   // may be empty
  Period period;
  Fact fact;
};

struct KnownTerritory {
  Text id;
  Text name;
  Text country;
  Text sector;  // "PRE" or empty
  Period period;
  Fact fact;
};

enum class Gender : std::uint32_t { unknown, male, female };

// A title or an office. A weak sector gives way to that of the words around it: "rebel leader", "police spokesman".
struct Title {
  Text office;
  Text sector;
  bool weak = false;
  Gender gender = Gender::unknown;
  Fact fact;
};

enum class NominalKind : std::uint32_t {
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
  opponent,      // whose possessor is whom they are against: "enemies of Armenia"
};

struct Nominal {
  NominalKind kind = NominalKind::member;
  Text sector;
  bool weak = false;
  Fact fact;
};

struct Term {
  Text office;
  Text of;  // a state's code or an organisation's id
  Period period;
  Text as_of;      // where the end is open: the last day for which it is known that the term had not ended
  Text territory;  // the id of the territory that the office is of; `of` is then the state it is claimed from
  Fact fact;

  // An open term is trusted for kTrustedYears after its as_of. An unknown date: is it still open?
  bool holds_at(std::string_view date) const;
};
inline constexpr int kTrustedYears = 3;

struct KnownPerson {
  Text id;
  Text name;
  Text surname;
  Gender gender = Gender::unknown;
  Text born;             // ISO 8601, or empty
  NearList<Term> terms;  // the highest office first, of one office the last first
  Fact fact;

  // The terms that hold on the date, in their order; an unknown date: those that are still open.
  std::vector<const Term*> terms_at(std::string_view date) const;
  // The first of them; may be null.
  const Term* term_at(std::string_view date) const;
};

struct KnownPlace {
  Text id;  // "geonames/616052", or of our own: "place/strait-of-hormuz"
  Text name;
  Text feature;         // a GeoNames feature code: "PPL", "ADM1", "STRT"
  Text country;         // a state's code; empty where it lies in several or none
  Text admin1;          // the name of the first-level division; may be empty
  double latitude = 0;  // degrees, WGS 84
  double longitude = 0;
  std::uint32_t population = 0;  // 0: unknown, or none
  Period period;
  Fact fact;
};

enum class MembershipStatus : std::uint32_t { member, suspended, associate, participant, co_chair };

// Who is suspended has a row as a member beside it.
struct Membership {
  Text organisation;
  Text member;  // a state's code, or an organisation's or territory's id
  MembershipStatus status = MembershipStatus::member;
  Period period;
  Fact fact;
};

enum class Duty : std::uint32_t {
  defence,
  nonaggression,
  neutrality,
  consultation,
  aid,
  assurance,  // of some states for another; only what a treaty is known for
  withdrawal,
  ceasefire,
  disarmament,
  payment,
  inspection,
  release,
  access,
};

// A state or territory, or an organisation, which stands for its members of the day.
struct TreatyParty {
  Text party;
  Period period;  // from: empty for those that are bound as long as the treaty is
  Fact fact;
};

struct TreatyDuty {
  Text article;  // may be empty
  Duty duty = Duty::defence;
  NearList<Text> bound;        // empty: all parties
  NearList<Text> beneficiary;  // empty: all parties
  Text condition;
  Text territory;  // "parties": their territory as recognised
  Fact fact;
};

struct KnownTreaty {
  Text id;
  Text name;
  NearList<Text> other_names;
  Duty kind = Duty::defence;
  Text signed_on;
  Period period;  // in force; a treaty without `from` is not known to hold before it was signed
  NearList<TreatyParty> parties;
  NearList<TreatyDuty> duties;
  Fact fact;

  bool in_force(std::string_view date) const;
};

// `row` is an index into the list that goes with the sense. Cased: an acronym, which the text must write in capitals. Small: a name that
// the text may begin with a small letter, as "al-Shabab". Shared: a name that organisations of several states bear, which tells the one
// whose state the report speaks of: "the Socialists".
struct Entry {
  Sense sense = Sense::state;
  std::uint32_t row = 0;
  bool cased = false;
  bool small = false;
  bool shared = false;
  Period period;
  Fact fact;
};

// A name of a person or place that a row gives.
struct NamedRow {
  std::uint32_t row = 0;  // an index into the list of persons, or places
  Fact fact;
};

struct KnowledgePaths {
  std::string folder;     // the tables
  std::string file = {};  // what `casus kb build` made of them; where it is missing or they changed since, they are compiled in memory
  std::vector<std::string> overlays = {};  // folders in the same form whose rows add to, correct and remove those of `folder`
};

class Bytes;
template <template <class> class List>
struct Lists;
template <class T>
using View = std::span<const T>;

// Immutable once loaded; any number of threads may read. Views live as long as it does.
class Knowledge {
 public:
  // Errors name file and line, or the compiled file, and what to do.
  static Result<Knowledge> load(const KnowledgePaths& paths);
  static Result<Knowledge> load(const std::string& folder) { return load(KnowledgePaths{.folder = folder}); }
  static Result<Knowledge> open(const std::string& file);
  // The bytes of such a file; `origin` names them in errors.
  static Result<Knowledge> from_bytes(std::string_view bytes, const std::string& origin);

  Knowledge(Knowledge&&) noexcept;
  Knowledge& operator=(Knowledge&&) noexcept;
  ~Knowledge();

  // "1.2.0"; with overlays "1.2.0+my-folder".
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

  // Those of the date in any status, suspensions beside memberships; an unknown date: all that ever were.
  std::vector<const Membership*> members_of(std::string_view organisation, std::string_view date) const;
  std::vector<const Membership*> memberships_of(std::string_view member, std::string_view date) const;

  const KnownTreaty* treaty(std::string_view id) const;
  // In force on the date between the two, each by itself or as a member of a party.
  std::vector<const KnownTreaty*> treaties_between(std::string_view a, std::string_view b, std::string_view date) const;
  bool is_party(const KnownTreaty& treaty, std::string_view party, std::string_view date) const;

  std::span<const StateCode> codes_of(std::string_view state) const;

  // May somebody in `office` be called by the `general` word? An intelligence chief is an official; an office is of its own kind.
  bool is_office_kind(std::string_view general, std::string_view office) const;

  // May the adjective be that of a country of this name, which need not be known? "Ruritanian" of "Ruritania".
  bool is_demonym_of(std::string_view adjective, std::string_view name) const;

  Gender gender_of_given_name(std::string_view name) const;
  // The name folded, without what transliterations differ in: "Sergey" and "Sergei", "Zelenskyy" and "Zelensky".
  std::string sound(std::string_view name) const;

  // All of it (knowledge/lists.h), with what each fact rests on.
  const Lists<View>& lists() const;
  const KnownTable& table_of(const Fact& fact) const;
  const KnownSource& source_of(const Fact& fact) const;

  // A name of a person or place, with the row that gives it.
  std::span<const NamedRow> full_names(std::string_view name) const;
  std::span<const NamedRow> surnames(std::string_view surname) const;
  std::span<const NamedRow> place_names(std::string_view name) const;
  std::string_view bytes() const;

  struct Data;

 private:
  static Result<Knowledge> from(Bytes bytes, const std::string& origin);
  explicit Knowledge(std::unique_ptr<const Data> data);
  std::unique_ptr<const Data> data_;
};

}  // namespace casus
