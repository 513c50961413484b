// Every row is checked and becomes a record. Names become keys (folded words joined by a space) in open-addressing tables.
#include "knowledge/compile.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include "core/sectors.h"
#include "knowledge/duties.h"
#include "knowledge/sound.h"

namespace casus {
namespace {

template <class Value, std::size_t N>
using Names = std::array<std::pair<std::string_view, Value>, N>;

constexpr Names<NominalKind, 19> kNominalKinds{{{"member", NominalKind::member},
                                                {"band", NominalKind::band},
                                                {"body", NominalKind::body},
                                                {"state", NominalKind::government},
                                                {"people", NominalKind::people},
                                                {"country", NominalKind::country},
                                                {"body-again", NominalKind::body_again},
                                                {"band-again", NominalKind::band_again},
                                                {"person-again", NominalKind::person_again},
                                                {"set", NominalKind::set},
                                                {"set-person", NominalKind::set_person},
                                                {"set-state", NominalKind::set_state},
                                                {"modifier", NominalKind::modifier},
                                                {"deed", NominalKind::deed},
                                                {"place-verb", NominalKind::place_verb},
                                                {"ethnicity", NominalKind::ethnicity},
                                                {"service-verb", NominalKind::service_verb},
                                                {"former", NominalKind::former},
                                                {"opponent", NominalKind::opponent}}};

constexpr std::string_view kShared = "shared ";
constexpr Names<Sense, 3> kOrganisationForms{
    {{"name", Sense::organisation}, {"adjective", Sense::organisation_adjective}, {"seat", Sense::organisation_seat}}};

constexpr Names<Sense, 8> kWordForms{{{"short", Sense::state},
                                      {"name", Sense::state},
                                      {"adjective", Sense::adjective},
                                      {"demonym", Sense::demonym},
                                      {"demonyms", Sense::demonyms},
                                      {"capital", Sense::capital},
                                      {"city", Sense::city},
                                      {"seat", Sense::seat}}};

constexpr Names<Gender, 3> kGenders{{{"", Gender::unknown}, {"m", Gender::male}, {"f", Gender::female}}};

constexpr Names<MembershipStatus, 5> kStatuses{{{"member", MembershipStatus::member},
                                                {"suspended", MembershipStatus::suspended},
                                                {"associate", MembershipStatus::associate},
                                                {"participant", MembershipStatus::participant},
                                                {"co-chair", MembershipStatus::co_chair}}};

// The scheme of ISO 3166-3: treaties name states of the past by it.
constexpr std::string_view kWithdrawn = "iso-withdrawn";

constexpr std::size_t kMostErrors = 20;

template <class Value, std::size_t N>
std::optional<Value> named(const Names<Value, N>& names, std::string_view name) {
  for (const auto& [text, value] : names)
    if (text == name) return value;
  return std::nullopt;
}

template <class Number>
std::optional<Number> number(std::string_view text) {
  Number value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

// From keys to lists of values: add all, then lay out.
template <class Value>
class KeyedValues {
 public:
  void add(std::string key, Value value) {
    if (key.empty()) return;
    auto slot = numbers_.find(key);
    if (slot == numbers_.end()) {
      keys_.push_back(std::move(key));
      values_.emplace_back();
      slot = numbers_.emplace(keys_.back(), keys_.size() - 1).first;
    }
    auto& values = values_[slot->second];
    if (std::none_of(values.begin(), values.end(), [&](const Value& known) { return says_the_same(known, value); }))
      values.push_back(value);
  }

  // Keys stay where they are for as long as this lives.
  void lay_out(std::vector<KeySlot>& slots, std::vector<Value>& values) const {
    if (keys_.empty()) return;
    slots.assign(keys_.size() * 4 / 3 + 2, {});
    for (std::size_t i = 0; i < keys_.size(); ++i) {
      std::size_t at = slot_of(keys_[i], slots.size());
      while (slots[at].count > 0) at = at + 1 == slots.size() ? 0 : at + 1;
      slots[at] = {std::string_view(keys_[i]), static_cast<std::uint32_t>(values.size()), static_cast<std::uint32_t>(values_[i].size())};
      values.insert(values.end(), values_[i].begin(), values_[i].end());
    }
  }

 private:
  static bool says_the_same(const NamedRow& a, const NamedRow& b) { return a.row == b.row; }
  static bool says_the_same(const Entry& a, const Entry& b) {
    return a.sense == b.sense && a.row == b.row && a.cased == b.cased && a.small == b.small && a.shared == b.shared &&
           a.period.from == b.period.from && a.period.to == b.period.to;
  }

  std::deque<std::string> keys_;
  std::vector<std::vector<Value>> values_;
  std::unordered_map<std::string_view, std::size_t> numbers_;
};

class Compiler {
 public:
  explicit Compiler(const Tables& tables) : tables_(tables) {}

  std::variant<Bytes, std::vector<std::string>> compile() {
    lists_.editions.push_back({std::string_view(tables_.version())});
    for (const TableFile& file : tables_.files())
      lists_.tables.push_back({std::string_view(file.folder), std::string_view(file.file), file.bytes});
    sources();
    states();
    state_codes();
    state_words();
    organisations();
    organisation_names();
    territories();
    territory_names();
    offices();
    office_kinds();
    office_order();
    shared_offices();
    nominals();
    spelling();
    demonym_endings();
    given_names();
    persons();
    person_names();
    terms();
    places();
    place_names();
    memberships();
    treaties();
    if (!errors_.empty()) return std::move(errors_);
    entries_.lay_out(lists_.entry_slots, lists_.entries);
    person_names_.lay_out(lists_.person_name_slots, lists_.person_names);
    surnames_.lay_out(lists_.surname_slots, lists_.surnames);
    name_words_.lay_out(lists_.name_word_slots, lists_.name_words);
    place_names_.lay_out(lists_.place_name_slots, lists_.place_names);
    for (const auto& [word, longest] : longest_) lists_.first_words.push_back({std::string_view(word), longest});
    return lay_out(lists_, tables_.checksum());
  }

 private:
  using Ids = std::unordered_map<std::string_view, std::uint32_t>;

  // --- one row

  template <class ReadRow>
  void each(TableId id, ReadRow read_row) {
    const std::string_view header = kTableForms[static_cast<std::size_t>(id)].header;
    const bool has_source = header.ends_with("\tsource");
    for (const FactRow& row : tables_.rows(id)) {
      if (errors_.size() >= kMostErrors) return;
      row_ = &row;
      sound_ = true;
      for (const std::string_view cell : row.cells) demand(cell.size() <= NearList<char>::kMost, "a cell is too long; shorten it", row[0]);
      fact_ = {.table = row.table, .line = row.line};
      if (has_source) {
        const auto source = sources_.find(row.cells.back());
        demand(source != sources_.end(), "source is not in sources.tsv", row.cells.back(), "add it there");
        if (source != sources_.end()) fact_.source = static_cast<std::uint16_t>(source->second);
      }
      read_row(row);
    }
  }

  // The first fault of a row is told.
  bool demand(bool holds, std::string_view what, std::string_view value, std::string_view remedy = "") {
    if (holds || !sound_) return holds;
    sound_ = false;
    errors_.push_back(tables_.place(*row_) + ": " + std::string(what) + ": \"" + std::string(value) + "\"" +
                      (remedy.empty() ? "" : "; " + std::string(remedy)));
    return false;
  }

  template <class Value>
  Value demanded(std::optional<Value> value, std::string_view what, std::string_view text, std::string_view remedy = "") {
    demand(value.has_value(), what, text, remedy);
    return value.value_or(Value{});
  }

  Period period(std::size_t from) {
    const Period period{(*row_)[from], (*row_)[from + 1]};
    demand(period.from.empty() || is_date(period.from), "not an ISO 8601 date", period.from);
    demand(period.to.empty() || is_date(period.to), "not an ISO 8601 date", period.to);
    // A day within the month or year that ends it is no later.
    demand(period.to.empty() || period.from <= period.to || period.from.starts_with(period.to), "ends before it starts", period.to);
    return period;
  }

  // Registers the id of the row that is about to be added as number `index`.
  void identify(Ids& ids, std::size_t index) {
    const std::string_view id = (*row_)[0];
    demand(!id.empty() && ids.emplace(id, static_cast<std::uint32_t>(index)).second, "id is empty or stands twice", id);
  }

  std::uint32_t refer(const Ids& ids, std::string_view id, std::string_view what, std::string_view file) {
    const auto found = ids.find(id);
    demand(found != ids.end(), "no such " + std::string(what), id, "add it to " + std::string(file));
    return found == ids.end() ? 0 : found->second;
  }

  void refer_to_state(std::string_view code) { refer(states_, code, "state", "states.tsv"); }
  void refer_to_sector(std::string_view sector) { demand(sector.empty() || is_sector(sector), "no such sector", sector); }

  bool is_actor(std::string_view id) const { return states_.contains(id) || organisations_.contains(id) || territories_.contains(id); }
  void refer_to_actor(std::string_view id) { demand(is_actor(id), "no such state, organisation or territory", id, "add it to its table"); }

  void refer_to_office(std::string_view office) {
    demand(offices_.contains(office), "no such office", office, "give it words in offices.tsv");
  }

  bool weak(std::string_view strength) {
    demand(strength == "own" || strength == "weak", "strength is neither own nor weak", strength);
    return strength == "weak";
  }

  // A list in one cell, divided by "|".
  NearList<Text> split(std::string_view cell) {
    std::vector<Text>& parts = lists_of_texts_.emplace_back();
    for (std::size_t start = 0; start < cell.size();) {
      const std::size_t end = std::min(cell.find('|', start), cell.size());
      parts.push_back(cell.substr(start, end - start));
      start = end + 1;
    }
    return std::span<const Text>(parts);
  }

  // --- names

  void add_name(std::string_view name, Entry entry) {
    const std::vector<std::string> words = key_words(name);
    if (words.empty()) return;
    entry.cased = is_acronym(name);
    entry.small = name.front() >= 'a' && name.front() <= 'z';
    entry.fact = fact_;
    entries_.add(key_of(name), entry);
    std::uint32_t& longest = longest_[words.front()];
    longest = std::max(longest, static_cast<std::uint32_t>(words.size()));
  }

  std::string sound(std::string_view name) const { return sound_of(name, lists_.spelling); }

  // --- tables

  void sources() {
    each(TableId::sources, [&](const FactRow& row) {
      identify(sources_, lists_.sources.size());
      fact_.source = static_cast<std::uint16_t>(lists_.sources.size());
      lists_.sources.push_back({row[0], row[1], row[2], fact_});
    });
    if (lists_.sources.size() > 0xffff) errors_.push_back("sources.tsv: more than 65,535 sources; take some together");
  }

  void states() {
    each(TableId::states, [&](const FactRow& row) {
      demand(row[0].size() == 3, "not an ISO 3166 alpha-3 code", row[0]);
      const auto index = static_cast<std::uint32_t>(lists_.states.size());
      identify(states_, index);
      lists_.states.push_back({row[0], row[1], fact_});
      add_name(row[1], {.sense = Sense::state, .row = index});
      if (row[2] != row[1]) add_name(row[2], {.sense = Sense::state, .row = index});
    });
  }

  void state_codes() {
    each(TableId::state_codes, [&](const FactRow& row) {
      refer_to_state(row[0]);
      if (row[1] == kWithdrawn) former_states_.insert(row[2]);
      lists_.state_codes.push_back({row[0], row[1], row[2], period(3), fact_});
    });
  }

  void state_words() {
    each(TableId::state_words, [&](const FactRow& row) {
      const std::uint32_t state = refer(states_, row[0], "state", "states.tsv");
      const Sense form = demanded(named(kWordForms, row[1]), "no such form", row[1]);
      const Period holds = period(3);
      if (sound_ && (row[2] != lists_.states[state].name || form != Sense::state))
        add_name(row[2], {.sense = form, .row = state, .period = holds});
    });
  }

  void organisations() {
    each(TableId::organisations, [&](const FactRow& row) {
      demand(row[2] == "organisation" || row[2] == "group", "kind is neither organisation nor group", row[2]);
      if (!row[4].empty()) refer_to_state(row[4]);
      refer_to_sector(row[5]);
      demand(!row[3].empty(), "no code", row[0]);
      const Period holds = period(6);
      const auto index = static_cast<std::uint32_t>(lists_.organisations.size());
      identify(organisations_, index);
      add_name(row[1], {.sense = Sense::organisation, .row = index, .period = holds});
      lists_.organisations.push_back(
          {row[0], row[1], row[2] == "group" ? ActorKind::group : ActorKind::organisation, row[3], row[4], row[5], holds, fact_});
    });
  }

  void organisation_names() {
    each(TableId::organisation_names, [&](const FactRow& row) {
      const std::uint32_t index = refer(organisations_, row[0], "organisation", "organisations.tsv");
      const std::size_t after_shared = row[1].starts_with(kShared) ? kShared.size() : 0;
      const Sense sense = demanded(named(kOrganisationForms, row[1].substr(after_shared)), "no such form", row[1]);
      demand(after_shared == 0 || !lists_.organisations[index].country.empty(), "shares a name, but is of no state", row[0]);
      if (sound_)
        add_name(row[2], {.sense = sense, .row = index, .shared = after_shared > 0, .period = lists_.organisations[index].period});
    });
  }

  void territories() {
    each(TableId::territories, [&](const FactRow& row) {
      refer_to_state(row[2]);
      refer_to_sector(row[3]);
      const Period holds = period(4);
      const auto index = static_cast<std::uint32_t>(lists_.territories.size());
      identify(territories_, index);
      add_name(row[1], {.sense = Sense::territory, .row = index});
      lists_.territories.push_back({row[0], row[1], row[2], row[3], holds, fact_});
    });
  }

  void territory_names() {
    each(TableId::territory_names, [&](const FactRow& row) {
      const std::uint32_t index = refer(territories_, row[0], "territory", "territories.tsv");
      demand(row[1] == "name" || row[1] == "adjective", "no such form", row[1]);
      if (sound_) add_name(row[2], {.sense = row[1] == "adjective" ? Sense::territory_adjective : Sense::territory, .row = index});
    });
  }

  void offices() {
    each(TableId::offices, [&](const FactRow& row) {
      refer_to_sector(row[2]);
      const bool gives_way = weak(row[3]);
      const Gender gender = demanded(named(kGenders, row[4]), "gender is neither m, f nor empty", row[4]);
      add_name(row[0], {.sense = Sense::office, .row = static_cast<std::uint32_t>(lists_.titles.size())});
      lists_.titles.push_back({row[1], row[2], gives_way, gender, fact_});
      offices_.insert(row[1]);
    });
  }

  void office_kinds() {
    each(TableId::office_kinds, [&](const FactRow& row) {
      refer_to_office(row[1]);
      lists_.office_kinds.push_back({row[0], row[1], fact_});
    });
  }

  void office_order() {
    each(TableId::office_order, [&](const FactRow& row) {
      refer_to_office(row[1]);
      ranks_.emplace(row[1], static_cast<std::uint32_t>(ranks_.size()));
      lists_.office_ranks.push_back({row[1], fact_});
    });
  }

  void shared_offices() {
    each(TableId::shared_offices, [&](const FactRow& row) {
      refer_to_office(row[0]);
      if (!row[1].empty()) refer_to_actor(row[1]);
      lists_.shared_offices.push_back({row[0], row[1], fact_});
    });
  }

  void nominals() {
    each(TableId::nominals, [&](const FactRow& row) {
      const NominalKind kind = demanded(named(kNominalKinds, row[1]), "no such kind", row[1]);
      refer_to_sector(row[2]);
      const bool gives_way = weak(row[3]);
      add_name(row[0], {.sense = Sense::nominal, .row = static_cast<std::uint32_t>(lists_.nominals.size())});
      lists_.nominals.push_back({kind, row[2], gives_way, fact_});
    });
  }

  void spelling() {
    each(TableId::spelling, [&](const FactRow& row) {
      demand(!row[1].empty(), "replaces nothing", row[0]);
      demand(row[1] != row[2], "replaces a spelling by itself", row[1]);
      demand(row[2].size() <= 2 * row[1].size(), "more than doubles a spelling", row[2], "take two steps");
      demand(row[1].empty() || row[2].find(row[1]) == std::string_view::npos, "a spelling would be replaced for ever", row[1],
             "let no replacement hold what it replaces");
      if (sound_) lists_.spelling.push_back({row[1], row[2], fact_});
    });
  }

  void demonym_endings() {
    each(TableId::demonym_endings, [&](const FactRow& row) { lists_.demonym_endings.push_back({row[0], fact_}); });
  }

  void given_names() {
    each(TableId::given_names, [&](const FactRow& row) {
      demand(row[1] == "m" || row[1] == "f", "gender is neither m nor f", row[1]);
      lists_.given_names.push_back({row[0], row[1] == "m" ? Gender::male : Gender::female, fact_});
    });
  }

  void persons() {
    each(TableId::persons, [&](const FactRow& row) {
      const Gender gender = demanded(named(kGenders, row[3]), "gender is neither m, f nor empty", row[3]);
      demand(row[4].empty() || is_date(row[4]), "not an ISO 8601 date", row[4]);
      const auto index = static_cast<std::uint32_t>(lists_.persons.size());
      identify(persons_, index);
      const std::string surname = sound(row[2]);
      add_person_name(row[1], index);
      surnames_.add(surname, {index, fact_});
      surnames_.add(std::string(last_word(surname)), {index, fact_});
      lists_.persons.push_back({.id = row[0], .name = row[1], .surname = row[2], .gender = gender, .born = row[4], .fact = fact_});
    });
  }

  void add_person_name(std::string_view written, std::uint32_t person) {
    const std::string name = sound(written);
    person_names_.add(name, {person, fact_});
    if (std::count(name.begin(), name.end(), ' ') > 1)
      for_each_word(name, [&](std::string_view word) { name_words_.add(std::string(word), {person, fact_}); });
  }

  // A name of one word is a surname that he is known by too.
  void person_names() {
    each(TableId::person_names, [&](const FactRow& row) {
      const std::uint32_t person = refer(persons_, row[0], "person", "persons.tsv");
      if (row[1].find(' ') == std::string_view::npos) surnames_.add(sound(row[1]), {person, fact_});
      else add_person_name(row[1], person);
    });
  }

  void terms() {
    std::vector<std::pair<std::uint32_t, Term>> terms;
    each(TableId::terms, [&](const FactRow& row) {
      const std::uint32_t person = refer(persons_, row[0], "person", "persons.tsv");
      refer_to_office(row[1]);
      refer_to_actor(row[2]);
      demand(row[4].empty() ? is_date(row[5]) : row[5].empty(), "as_of is given where, and only where, the end is open", row[5]);
      Term term{.office = row[1], .of = row[2], .period = period(3), .as_of = row[5], .fact = fact_};
      if (const auto territory = territories_.find(row[2]); territory != territories_.end()) {
        term.territory = row[2];
        term.of = lists_.territories[territory->second].country;
      }
      terms.emplace_back(person, term);
    });
    const auto rank = [&](const Term& term) {
      const auto found = ranks_.find(term.office);
      return found == ranks_.end() ? static_cast<std::uint32_t>(ranks_.size()) : found->second;
    };
    std::stable_sort(terms.begin(), terms.end(), [&](const auto& a, const auto& b) {
      if (a.first != b.first) return a.first < b.first;
      if (rank(a.second) != rank(b.second)) return rank(a.second) < rank(b.second);
      return a.second.period.from > b.second.period.from;
    });
    for (const auto& [person, term] : terms) lists_.terms.push_back(term);
    attach(terms, lists_.terms, [&](std::uint32_t person) -> NearList<Term>& { return lists_.persons[person].terms; });
  }

  // `items` lie in the order of their owners in `list`: gives each owner its own.
  template <class Item, class Owned>
  void attach(const std::vector<std::pair<std::uint32_t, Item>>& items, const std::vector<Item>& list, Owned owned) {
    for (std::size_t first = 0; first < items.size();) {
      std::size_t last = first;
      while (last < items.size() && items[last].first == items[first].first) ++last;
      if (errors_.empty()) owned(items[first].first) = std::span(list).subspan(first, last - first);
      first = last;
    }
  }

  void places() {
    each(TableId::places, [&](const FactRow& row) {
      if (!row[3].empty()) refer_to_state(row[3]);
      const double latitude = demanded(number<double>(row[5]), "not a latitude in degrees", row[5]);
      const double longitude = demanded(number<double>(row[6]), "not a longitude in degrees", row[6]);
      demand(std::abs(latitude) <= 90, "not a latitude in degrees", row[5]);
      demand(std::abs(longitude) <= 180, "not a longitude in degrees", row[6]);
      const auto population = row[7].empty() ? 0 : demanded(number<std::uint32_t>(row[7]), "not a number of people", row[7]);
      const auto index = static_cast<std::uint32_t>(lists_.places.size());
      identify(places_, index);
      place_names_.add(key_of(row[1]), {index, fact_});
      lists_.places.push_back({row[0], row[1], row[2], row[3], row[4], latitude, longitude, population, period(8), fact_});
    });
  }

  void place_names() {
    each(TableId::place_names, [&](const FactRow& row) {
      const std::uint32_t place = refer(places_, row[0], "place", "places.tsv");
      place_names_.add(key_of(row[1]), {place, fact_});
    });
  }

  void memberships() {
    each(TableId::memberships, [&](const FactRow& row) {
      refer(organisations_, row[0], "organisation", "organisations.tsv");
      if (!former_states_.contains(row[1])) refer_to_actor(row[1]);
      const MembershipStatus status = demanded(named(kStatuses, row[2]), "no such status", row[2]);
      lists_.memberships.push_back({row[0], row[1], status, period(3), fact_});
      if (organisations_.contains(row[1])) demand(!is_within(row[0], row[1]), "is a member of its own member", row[1]);
    });
    auto& by_member = lists_.memberships_by_member;
    for (std::uint32_t i = 0; i < lists_.memberships.size(); ++i) by_member.push_back(i);
    std::stable_sort(by_member.begin(), by_member.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return lists_.memberships[a].member < lists_.memberships[b].member; });
  }

  // Is `inner` the organisation `outer`, or a member of it by way of others?
  bool is_within(std::string_view inner, std::string_view outer) const {
    std::set<std::string_view> seen{inner};
    std::vector<std::string_view> waiting{inner};
    while (!waiting.empty()) {
      const std::string_view one = waiting.back();
      waiting.pop_back();
      if (one == outer) return true;
      for (const Membership& membership : lists_.memberships)
        if (membership.member == one && seen.insert(membership.organisation).second) waiting.push_back(membership.organisation);
    }
    return false;
  }

  void treaties() {
    each(TableId::treaties, [&](const FactRow& row) {
      identify(treaties_, lists_.treaties.size());
      KnownTreaty treaty{.id = row[0], .name = row[1], .signed_on = row[4], .fact = fact_};
      treaty.kind = demanded(duty_named(row[3]), "no such kind", row[3]);
      demand(row[4].empty() || is_date(row[4]), "not an ISO 8601 date", row[4]);
      treaty.period = period(5);
      treaty.other_names = split(row[2]);
      lists_.treaties.push_back(treaty);
    });
    std::vector<std::pair<std::uint32_t, TreatyParty>> parties;
    std::set<std::pair<std::uint32_t, std::string_view>> bound;
    each(TableId::treaty_parties, [&](const FactRow& row) {
      const std::uint32_t treaty = refer(treaties_, row[0], "treaty", "treaties.tsv");
      if (!former_states_.contains(row[1])) refer_to_actor(row[1]);
      parties.emplace_back(treaty, TreatyParty{row[1], period(2), fact_});
      lists_.treaty_parties.push_back(parties.back().second);
      bound.emplace(treaty, row[1]);
    });
    std::vector<std::pair<std::uint32_t, TreatyDuty>> duties;
    each(TableId::treaty_duties, [&](const FactRow& row) {
      const std::uint32_t treaty = refer(treaties_, row[0], "treaty", "treaties.tsv");
      TreatyDuty duty{.article = row[1], .condition = row[5], .territory = row[6], .fact = fact_};
      duty.duty = demanded(duty_named(row[2]), "no such duty", row[2]);
      demand(duty.duty != Duty::assurance, "no such duty", row[2]);
      duty.bound = split(row[3]);
      duty.beneficiary = split(row[4]);
      for (const Text& party : duty.bound) demand(bound.contains({treaty, party}), "is not a party to the treaty", party);
      for (const Text& party : duty.beneficiary)
        demand(bound.contains({treaty, party}) || states_.contains(party), "is neither a party to the treaty nor a state", party);
      duties.emplace_back(treaty, duty);
      lists_.treaty_duties.push_back(duty);
    });
    gather_texts();
    for (std::size_t i = 0; i < duties.size(); ++i) duties[i].second = lists_.treaty_duties[i];
    attach(parties, lists_.treaty_parties, [&](std::uint32_t treaty) -> NearList<TreatyParty>& { return lists_.treaties[treaty].parties; });
    attach(duties, lists_.treaty_duties, [&](std::uint32_t treaty) -> NearList<TreatyDuty>& { return lists_.treaties[treaty].duties; });
    check_treaties();
  }

  // Lists in cells were each made alone; now they lie in one list.
  void gather_texts() {
    std::size_t count = 0;
    for (const auto& texts : lists_of_texts_) count += texts.size();
    lists_.texts.reserve(count);
    const auto gather = [&](NearList<Text>& list) {
      const std::size_t first = lists_.texts.size();
      lists_.texts.insert(lists_.texts.end(), list.begin(), list.end());
      list = std::span<const Text>(lists_.texts).subspan(first);
    };
    for (KnownTreaty& treaty : lists_.treaties) gather(treaty.other_names);
    for (TreatyDuty& duty : lists_.treaty_duties) {
      gather(duty.bound);
      gather(duty.beneficiary);
    }
  }

  void check_treaties() {
    std::size_t index = 0;
    each(TableId::treaties, [&](const FactRow& row) {
      if (index >= lists_.treaties.size()) return;
      const KnownTreaty& treaty = lists_.treaties[index++];
      if (!errors_.empty()) return;
      demand(!treaty.parties.empty(), "has no party", row[0], "add them to treaty_parties.tsv");
      demand(!treaty.duties.empty(), "has no duty", row[0], "add them to treaty_duties.tsv");
      demand(treaty.kind == Duty::assurance ||
                 std::any_of(treaty.duties.begin(), treaty.duties.end(), [&](const TreatyDuty& duty) { return duty.duty == treaty.kind; }),
             "is of a kind that none of its duties is of", row[3]);
    });
  }

  const Tables& tables_;
  Lists<Vector> lists_;
  std::vector<std::string> errors_;
  const FactRow* row_ = nullptr;
  bool sound_ = true;  // so far, of the row
  Fact fact_;          // of the row

  Ids sources_, states_, organisations_, territories_, persons_, places_, treaties_;
  std::unordered_set<std::string_view> offices_, former_states_;
  std::unordered_map<std::string_view, std::uint32_t> ranks_;
  KeyedValues<Entry> entries_;
  KeyedValues<NamedRow> person_names_, surnames_, name_words_, place_names_;
  std::map<std::string, std::uint32_t> longest_;
  std::deque<std::vector<Text>> lists_of_texts_;
};

}  // namespace

std::variant<Bytes, std::vector<std::string>> compile(const Tables& tables) { return Compiler(tables).compile(); }

}  // namespace casus
