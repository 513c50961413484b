// All that the knowledge base holds, as lists of records. While it is compiled they are vectors; in its bytes they lie one after the other.
#pragma once

#include <tuple>
#include <vector>

#include "knowledge/knowledge.h"

namespace casus {

struct Edition {
  Text version;
};

struct OfficeKind {
  Text general;
  Text office;
  Fact fact;
};

// An office that several may hold at once in a state or organisation; in all, where `of` is empty.
struct SharedOffice {
  Text office;
  Text of;
  Fact fact;
};

// The highest offices, the first first.
struct OfficeRank {
  Text office;
  Fact fact;
};

struct Spelling {
  Text from;
  Text to;
  Fact fact;
};

struct DemonymEnding {
  Text ending;
  Fact fact;
};

struct GivenName {
  Text name;  // folded
  Gender gender = Gender::unknown;
  Fact fact;
};

struct FirstWord {
  Text word;
  std::uint32_t longest_key = 0;  // words
};

// A place of an open-addressing table: a key with its values in the list beside, or nothing (count 0).
struct KeySlot {
  Text key;
  std::uint32_t first = 0;
  std::uint32_t count = 0;
};

template <template <class> class List>
struct Lists {
  List<Edition> editions;  // one
  List<KnownTable> tables;
  List<KnownSource> sources;              // by id
  List<KnownState> states;                // by code
  List<StateCode> state_codes;            // by state
  List<KnownOrganisation> organisations;  // by id
  List<KnownTerritory> territories;       // by id
  List<Title> titles;
  List<OfficeKind> office_kinds;      // by general, office
  List<SharedOffice> shared_offices;  // by office, of
  List<OfficeRank> office_ranks;
  List<Nominal> nominals;
  List<Spelling> spelling;  // in order
  List<DemonymEnding> demonym_endings;
  List<GivenName> given_names;   // by name
  List<KnownPerson> persons;     // by id
  List<Term> terms;              // by person
  List<KnownPlace> places;       // by id
  List<Membership> memberships;  // by organisation
  List<std::uint32_t> memberships_by_member;
  List<KnownTreaty> treaties;        // by id
  List<TreatyParty> treaty_parties;  // by treaty
  List<TreatyDuty> treaty_duties;    // by treaty
  List<Text> texts;                  // what lists of strings are made of
  List<FirstWord> first_words;       // by word
  List<KeySlot> entry_slots;
  List<Entry> entries;
  List<KeySlot> person_name_slots;  // by sound
  List<NamedRow> person_names;
  List<KeySlot> surname_slots;  // by sound
  List<NamedRow> surnames;
  List<KeySlot> name_word_slots;  // by the sound of each word of names of three words or more
  List<NamedRow> name_words;
  List<KeySlot> place_name_slots;  // by key
  List<NamedRow> place_names;
  List<char> letters;  // of all strings
};

// `visit` gets one list of each of `lists`, in the order in which they lie in the file.
template <class Visit, class... L>
void each_list(Visit visit, L&... lists) {
  visit(lists.editions...);
  visit(lists.tables...);
  visit(lists.sources...);
  visit(lists.states...);
  visit(lists.state_codes...);
  visit(lists.organisations...);
  visit(lists.territories...);
  visit(lists.titles...);
  visit(lists.office_kinds...);
  visit(lists.shared_offices...);
  visit(lists.office_ranks...);
  visit(lists.nominals...);
  visit(lists.spelling...);
  visit(lists.demonym_endings...);
  visit(lists.given_names...);
  visit(lists.persons...);
  visit(lists.terms...);
  visit(lists.places...);
  visit(lists.memberships...);
  visit(lists.memberships_by_member...);
  visit(lists.treaties...);
  visit(lists.treaty_parties...);
  visit(lists.treaty_duties...);
  visit(lists.texts...);
  visit(lists.first_words...);
  visit(lists.entry_slots...);
  visit(lists.entries...);
  visit(lists.person_name_slots...);
  visit(lists.person_names...);
  visit(lists.surname_slots...);
  visit(lists.surnames...);
  visit(lists.name_word_slots...);
  visit(lists.name_words...);
  visit(lists.place_name_slots...);
  visit(lists.place_names...);
  visit(lists.letters...);
}

// The members of each record: what is written, and checked when a file is opened.
template <class Record>
constexpr auto members_of_record = std::tuple<>();
#define CASUS_RECORD(Record, ...) \
  template <>                     \
  inline constexpr auto members_of_record<Record> = std::tuple(__VA_ARGS__)
CASUS_RECORD(Edition, &Edition::version);
CASUS_RECORD(KnownTable, &KnownTable::folder, &KnownTable::file, &KnownTable::bytes);
CASUS_RECORD(KnownSource, &KnownSource::id, &KnownSource::what, &KnownSource::licence, &KnownSource::fact);
CASUS_RECORD(KnownState, &KnownState::code, &KnownState::name, &KnownState::fact);
CASUS_RECORD(StateCode, &StateCode::state, &StateCode::scheme, &StateCode::code, &StateCode::period, &StateCode::fact);
CASUS_RECORD(KnownOrganisation, &KnownOrganisation::id, &KnownOrganisation::name, &KnownOrganisation::kind, &KnownOrganisation::code,
             &KnownOrganisation::country, &KnownOrganisation::sector, &KnownOrganisation::period, &KnownOrganisation::fact);
CASUS_RECORD(KnownTerritory, &KnownTerritory::id, &KnownTerritory::name, &KnownTerritory::country, &KnownTerritory::sector,
             &KnownTerritory::period, &KnownTerritory::fact);
CASUS_RECORD(Title, &Title::office, &Title::sector, &Title::weak, &Title::gender, &Title::fact);
CASUS_RECORD(OfficeKind, &OfficeKind::general, &OfficeKind::office, &OfficeKind::fact);
CASUS_RECORD(SharedOffice, &SharedOffice::office, &SharedOffice::of, &SharedOffice::fact);
CASUS_RECORD(OfficeRank, &OfficeRank::office, &OfficeRank::fact);
CASUS_RECORD(Nominal, &Nominal::kind, &Nominal::sector, &Nominal::weak, &Nominal::fact);
CASUS_RECORD(Spelling, &Spelling::from, &Spelling::to, &Spelling::fact);
CASUS_RECORD(DemonymEnding, &DemonymEnding::ending, &DemonymEnding::fact);
CASUS_RECORD(GivenName, &GivenName::name, &GivenName::gender, &GivenName::fact);
CASUS_RECORD(KnownPerson, &KnownPerson::id, &KnownPerson::name, &KnownPerson::surname, &KnownPerson::gender, &KnownPerson::born,
             &KnownPerson::terms, &KnownPerson::fact);
CASUS_RECORD(Term, &Term::office, &Term::of, &Term::period, &Term::as_of, &Term::territory, &Term::fact);
CASUS_RECORD(KnownPlace, &KnownPlace::id, &KnownPlace::name, &KnownPlace::feature, &KnownPlace::country, &KnownPlace::admin1,
             &KnownPlace::latitude, &KnownPlace::longitude, &KnownPlace::population, &KnownPlace::period, &KnownPlace::fact);
CASUS_RECORD(Membership, &Membership::organisation, &Membership::member, &Membership::status, &Membership::period, &Membership::fact);
CASUS_RECORD(KnownTreaty, &KnownTreaty::id, &KnownTreaty::name, &KnownTreaty::other_names, &KnownTreaty::kind, &KnownTreaty::signed_on,
             &KnownTreaty::period, &KnownTreaty::parties, &KnownTreaty::duties, &KnownTreaty::fact);
CASUS_RECORD(TreatyParty, &TreatyParty::party, &TreatyParty::period, &TreatyParty::fact);
CASUS_RECORD(TreatyDuty, &TreatyDuty::article, &TreatyDuty::duty, &TreatyDuty::bound, &TreatyDuty::beneficiary, &TreatyDuty::condition,
             &TreatyDuty::territory, &TreatyDuty::fact);
CASUS_RECORD(FirstWord, &FirstWord::word, &FirstWord::longest_key);
CASUS_RECORD(KeySlot, &KeySlot::key, &KeySlot::first, &KeySlot::count);
CASUS_RECORD(Entry, &Entry::sense, &Entry::row, &Entry::cased, &Entry::small, &Entry::shared, &Entry::period, &Entry::fact);
CASUS_RECORD(NamedRow, &NamedRow::row, &NamedRow::fact);
CASUS_RECORD(Period, &Period::from, &Period::to);
#undef CASUS_RECORD

}  // namespace casus
