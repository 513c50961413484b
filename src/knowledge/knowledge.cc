// Every table is read whole; rows keep views into its text. Names become keys (folded words joined by a space) in one hash map
// whose values are indices into a list of entries, sorted so that those of one key lie together. Keys live in an arena.
#include "knowledge/knowledge.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstring>
#include <unordered_map>
#include <utility>

#include "core/unicode.h"
#include "knowledge/table.h"

namespace casus {
namespace {

class Arena {
 public:
  std::string_view keep(std::string_view text) {
    if (text.size() > left_) {
      left_ = std::max(kBlock, text.size());
      blocks_.push_back(std::make_unique<char[]>(left_));
      next_ = blocks_.back().get();
    }
    char* const start = next_;
    std::memcpy(start, text.data(), text.size());
    next_ += text.size();
    left_ -= text.size();
    return {start, text.size()};
  }

 private:
  static constexpr std::size_t kBlock = 1 << 16;
  std::vector<std::unique_ptr<char[]>> blocks_;
  char* next_ = nullptr;
  std::size_t left_ = 0;
};

// From keys to lists of values; add all, then close(), then find().
template <class Value>
class Index {
 public:
  void reserve(std::size_t keys) { slots_.reserve(keys); }

  void add(std::string_view key, Value value, Arena& arena) {
    auto slot = slots_.find(key);
    if (slot == slots_.end()) slot = slots_.emplace(arena.keep(key), static_cast<std::uint32_t>(slots_.size())).first;
    added_.emplace_back(slot->second, value);
  }

  void close() {
    std::stable_sort(added_.begin(), added_.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    starts_.assign(slots_.size() + 1, 0);
    for (const auto& [slot, value] : added_) ++starts_[slot + 1];
    for (std::size_t i = 1; i < starts_.size(); ++i) starts_[i] += starts_[i - 1];
    values_.reserve(added_.size());
    for (const auto& [slot, value] : added_) values_.push_back(value);
    added_ = {};
  }

  std::span<const Value> find(std::string_view key) const {
    const auto slot = slots_.find(key);
    if (slot == slots_.end()) return {};
    return std::span(values_).subspan(starts_[slot->second], starts_[slot->second + 1] - starts_[slot->second]);
  }

 private:
  std::unordered_map<std::string_view, std::uint32_t> slots_;
  std::vector<std::pair<std::uint32_t, Value>> added_;
  std::vector<std::uint32_t> starts_;
  std::vector<Value> values_;
};

constexpr std::array<std::pair<std::string_view, NominalKind>, 18> kNominalKinds{{{"member", NominalKind::member},
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
                                                                                  {"former", NominalKind::former}}};

constexpr std::array<std::pair<std::string_view, Sense>, 8> kWordForms{{{"short", Sense::state},
                                                                        {"name", Sense::state},
                                                                        {"adjective", Sense::adjective},
                                                                        {"demonym", Sense::demonym},
                                                                        {"demonyms", Sense::demonyms},
                                                                        {"capital", Sense::capital},
                                                                        {"city", Sense::city},
                                                                        {"seat", Sense::seat}}};

// PLOVER's sectors (manual of 2023) and none.
constexpr std::array<std::string_view, 24> kSectors{"COP", "GOV", "JUD", "LEG", "MIL", "PRM", "PTY", "REB", "SPY", "UAF", "UNK", "AGR",
                                                    "BUS", "CRM", "CVL", "EDU", "ELI", "JRN", "LAB", "MED", "OPP", "PRE", "REL", "SOC"};

bool is_sector(std::string_view text) {
  return text.empty() || text == "REF" || std::find(kSectors.begin(), kSectors.end(), text) != kSectors.end();
}

std::optional<Gender> gender_from(std::string_view text) {
  if (text.empty()) return Gender::unknown;
  if (text == "m") return Gender::male;
  if (text == "f") return Gender::female;
  return std::nullopt;
}

template <class Value, std::size_t N>
std::optional<Value> named(const std::array<std::pair<std::string_view, Value>, N>& names, std::string_view name) {
  for (const auto& [text, value] : names)
    if (text == name) return value;
  return std::nullopt;
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) {
    if (!text.empty()) text += ' ';
    text += word;
  }
  return text;
}

template <class Visit>
void for_each_word(std::string_view text, Visit visit) {
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find(' ', start), text.size());
    visit(text.substr(start, end - start));
    start = end + 1;
  }
}

std::string_view last_word(std::string_view name) {
  const std::size_t space = name.find_last_of(' ');
  return space == std::string_view::npos ? name : name.substr(space + 1);
}

}  // namespace

struct Knowledge::Data {
  std::vector<Table> tables;
  Arena arena;
  std::string version;
  std::vector<KnownState> states;
  std::vector<KnownOrganisation> organisations;
  std::vector<KnownTerritory> territories;
  std::vector<Title> titles;
  std::vector<Nominal> nominals;
  std::vector<KnownPerson> persons;
  std::vector<KnownPlace> places;
  std::vector<std::pair<std::string_view, std::string_view>> spelling;
  Index<Entry> entries;
  Index<std::uint32_t> persons_by_name;     // by sound
  Index<std::uint32_t> persons_by_surname;  // by sound
  Index<std::uint32_t> persons_by_word;     // by the sound of each word of names of three words or more
  Index<std::uint32_t> places_by_name;      // by key
  std::vector<std::string_view> demonym_endings;
  std::vector<std::string_view> office_order;  // the highest first
  std::unordered_map<std::string_view, std::uint32_t> state_rows;
  std::unordered_map<std::string_view, std::uint32_t> organisation_rows;
  std::unordered_map<std::string_view, std::uint32_t> territory_rows;
  std::unordered_map<std::string_view, std::uint32_t> place_rows;
  std::vector<std::pair<std::string_view, Gender>> given_names;  // sorted, as their table is
  std::unordered_map<std::string_view, std::uint8_t> longest;
  std::unordered_multimap<std::string_view, std::string_view> office_kinds;

  std::string sound(std::string_view name) const {
    std::string text = joined(key_words(name));
    for (const auto& [from, to] : spelling)
      for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
    return text;
  }

  void add_name(std::string_view name, Entry entry) {
    const std::vector<std::string> words = key_words(name);
    if (words.empty()) return;
    entry.cased = is_acronym(name);
    entry.small = name.front() >= 'a' && name.front() <= 'z';
    entries.add(joined(words), entry, arena);
    auto first = longest.find(words.front());
    if (first == longest.end()) first = longest.emplace(arena.keep(words.front()), 0).first;
    first->second = static_cast<std::uint8_t>(std::max<std::size_t>(first->second, std::min<std::size_t>(words.size(), 255)));
  }
};

namespace {

template <class Number>
std::optional<Number> number(std::string_view text) {
  Number value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

// Reads the tables one by one; stops at the first error.
class Loader {
 public:
  Loader(std::string folder, Knowledge::Data& data) : folder_(std::move(folder)), data_(data) {}

  std::optional<Error> load() {
    data_.entries.reserve(8192);
    data_.persons_by_name.reserve(8192);
    data_.persons_by_surname.reserve(8192);
    using Step = void (Loader::*)();
    for (const Step step : {&Loader::version,      &Loader::sources,         &Loader::states,
                            &Loader::state_words,  &Loader::organisations,   &Loader::organisation_names,
                            &Loader::territories,  &Loader::territory_names, &Loader::offices,
                            &Loader::office_kinds, &Loader::office_order,    &Loader::nominals,
                            &Loader::spelling,     &Loader::demonym_endings, &Loader::given_names,
                            &Loader::persons,      &Loader::person_names,    &Loader::terms,
                            &Loader::places,       &Loader::place_names}) {
      (this->*step)();
      if (error_) return error_;
    }
    data_.entries.close();
    data_.persons_by_name.close();
    data_.persons_by_surname.close();
    data_.persons_by_word.close();
    data_.places_by_name.close();
    return std::nullopt;
  }

 private:
  template <class ReadRow>
  void each(const std::string& file, std::string_view header, ReadRow read_row) {
    auto read = Table::read(folder_ + "/" + file, header);
    if (!read) {
      error_ = read.error();
      return;
    }
    data_.tables.push_back(std::move(read).value());
    const Table& table = data_.tables.back();
    const std::size_t source = static_cast<std::size_t>(std::count(header.begin(), header.end(), '\t'));
    const bool has_source = header.ends_with("source");
    for (std::size_t i = 0; i < table.size() && !error_; ++i) {
      const Row row = table.row(i);
      if (has_source) demand(table, row, sources_.contains(row[source]), "source is not in sources.tsv", row[source]);
      if (!error_) read_row(table, row);
    }
  }

  void demand(const Table& table, const Row& row, bool holds, std::string_view what, std::string_view value) {
    if (!holds && !error_) error_ = table.error(row, std::string(what) + ": \"" + std::string(value) + "\"");
  }

  Period period(const Table& table, const Row& row, std::size_t from) {
    const Period period{row[from], row[from + 1]};
    demand(table, row, period.from.empty() || is_date(period.from), "not an ISO 8601 date", period.from);
    demand(table, row, period.to.empty() || is_date(period.to), "not an ISO 8601 date", period.to);
    demand(table, row, period.to.empty() || period.from <= period.to, "ends before it starts", period.to);
    return period;
  }

  // Registers the id of the row that is about to be added as number `index`.
  void identify(const Table& table, const Row& row, std::unordered_map<std::string_view, std::uint32_t>& ids, std::size_t index) {
    demand(table, row, !row[0].empty() && ids.emplace(row[0], static_cast<std::uint32_t>(index)).second, "id is empty or stands twice",
           row[0]);
  }

  bool is_state(std::string_view code) const { return data_.state_rows.contains(code); }

  void version() {
    auto read = Table::read(folder_ + "/VERSION", "version");
    if (!read) error_ = read.error();
    else if (read->size() != 1) error_ = Error{folder_ + "/VERSION: expected one line after the header"};
    else data_.version = read->row(0)[0];
  }

  void sources() {
    each("sources.tsv", "id\twhat\tlicence", [&](const Table&, const Row& row) { sources_.emplace(row[0], 0); });
  }

  void states() {
    each("states.tsv", "code\tname\tofficial\tsource", [&](const Table& table, const Row& row) {
      demand(table, row, row[0].size() == 3, "not an ISO 3166 alpha-3 code", row[0]);
      identify(table, row, data_.state_rows, data_.states.size());
      const auto index = static_cast<std::uint32_t>(data_.states.size());
      data_.states.push_back({row[0], row[1]});
      data_.add_name(row[1], {.sense = Sense::state, .row = index});
      if (row[2] != row[1]) data_.add_name(row[2], {.sense = Sense::state, .row = index});
    });
  }

  void state_words() {
    each("state_words.tsv", "state\tform\twords\tfrom\tto\tsource", [&](const Table& table, const Row& row) {
      const auto form = named(kWordForms, row[1]);
      demand(table, row, is_state(row[0]), "no such state", row[0]);
      demand(table, row, form.has_value(), "no such form", row[1]);
      const Period holds = period(table, row, 3);
      if (error_) return;
      const std::uint32_t state = data_.state_rows.at(row[0]);
      if (row[2] != data_.states[state].name) data_.add_name(row[2], {.sense = *form, .row = state, .period = holds});
      else if (*form != Sense::state) data_.add_name(row[2], {.sense = *form, .row = state, .period = holds});
    });
  }

  void organisations() {
    each("organisations.tsv", "id\tname\tkind\tcode\tcountry\tsectors\tfrom\tto\tsource", [&](const Table& table, const Row& row) {
      demand(table, row, row[2] == "organisation" || row[2] == "group", "kind is neither organisation nor group", row[2]);
      demand(table, row, row[4].empty() || is_state(row[4]), "no such state", row[4]);
      demand(table, row, is_sector(row[5]), "no such sector", row[5]);
      demand(table, row, !row[3].empty(), "no code", row[0]);
      const Period holds = period(table, row, 6);
      identify(table, row, data_.organisation_rows, data_.organisations.size());
      if (error_) return;
      data_.add_name(row[1],
                     {.sense = Sense::organisation, .row = static_cast<std::uint32_t>(data_.organisations.size()), .period = holds});
      data_.organisations.push_back(
          {row[0], row[1], row[2] == "group" ? ActorKind::group : ActorKind::organisation, row[3], row[4], row[5], holds});
    });
  }

  void organisation_names() {
    each("organisation_names.tsv", "organisation\tform\tname\tsource", [&](const Table& table, const Row& row) {
      demand(table, row, data_.organisation_rows.contains(row[0]), "no such organisation", row[0]);
      demand(table, row, row[1] == "name" || row[1] == "seat", "no such form", row[1]);
      if (error_) return;
      const std::uint32_t index = data_.organisation_rows.at(row[0]);
      const Sense sense = row[1] == "seat" ? Sense::organisation_seat : Sense::organisation;
      data_.add_name(row[2], {.sense = sense, .row = index, .period = data_.organisations[index].period});
    });
  }

  void territories() {
    each("territories.tsv", "id\tname\tcountry\tsector\tfrom\tto\tsource", [&](const Table& table, const Row& row) {
      demand(table, row, is_state(row[2]), "no such state", row[2]);
      demand(table, row, is_sector(row[3]), "no such sector", row[3]);
      const Period holds = period(table, row, 4);
      identify(table, row, data_.territory_rows, data_.territories.size());
      if (error_) return;
      data_.add_name(row[1], {.sense = Sense::territory, .row = static_cast<std::uint32_t>(data_.territories.size()), .period = {}});
      data_.territories.push_back({row[0], row[1], row[2], row[3], holds});
    });
  }

  void territory_names() {
    each("territory_names.tsv", "territory\tform\tname\tsource", [&](const Table& table, const Row& row) {
      demand(table, row, data_.territory_rows.contains(row[0]), "no such territory", row[0]);
      demand(table, row, row[1] == "name" || row[1] == "adjective", "no such form", row[1]);
      if (error_) return;
      const Sense sense = row[1] == "adjective" ? Sense::territory_adjective : Sense::territory;
      data_.add_name(row[2], {.sense = sense, .row = data_.territory_rows.at(row[0]), .period = {}});
    });
  }

  void offices() {
    each("offices.tsv", "words\toffice\tsector\tstrength\tgender\tsource", [&](const Table& table, const Row& row) {
      const auto gender = gender_from(row[4]);
      demand(table, row, is_sector(row[2]), "no such sector", row[2]);
      demand(table, row, row[3] == "own" || row[3] == "weak", "strength is neither own nor weak", row[3]);
      demand(table, row, gender.has_value(), "gender is neither m, f nor empty", row[4]);
      if (error_) return;
      data_.add_name(row[0], {.sense = Sense::office, .row = static_cast<std::uint32_t>(data_.titles.size()), .period = {}});
      data_.titles.push_back({row[1], row[2], row[3] == "weak", *gender});
    });
  }

  void office_kinds() {
    each("office_kinds.tsv", "general\toffice\tsource", [&](const Table&, const Row& row) { data_.office_kinds.emplace(row[0], row[1]); });
  }

  void office_order() {
    each("office_order.tsv", "order\toffice\tsource", [&](const Table&, const Row& row) { data_.office_order.push_back(row[1]); });
  }

  void nominals() {
    each("nominals.tsv", "words\tkind\tsector\tstrength\tsource", [&](const Table& table, const Row& row) {
      const auto kind = named(kNominalKinds, row[1]);
      demand(table, row, kind.has_value(), "no such kind", row[1]);
      demand(table, row, is_sector(row[2]), "no such sector", row[2]);
      demand(table, row, row[3] == "own" || row[3] == "weak", "strength is neither own nor weak", row[3]);
      if (error_) return;
      data_.add_name(row[0], {.sense = Sense::nominal, .row = static_cast<std::uint32_t>(data_.nominals.size()), .period = {}});
      data_.nominals.push_back({*kind, row[2], row[3] == "weak"});
    });
  }

  void spelling() {
    each("spelling.tsv", "order\tfrom\tto\tsource", [&](const Table& table, const Row& row) {
      demand(table, row, row[1].size() > row[2].size() || row[1] != row[2], "replaces a spelling by itself", row[1]);
      demand(table, row, row[2].find(row[1]) == std::string_view::npos, "a spelling would be replaced for ever", row[1]);
      data_.spelling.emplace_back(row[1], row[2]);
    });
  }

  void demonym_endings() {
    each("demonym_endings.tsv", "ending\tsource", [&](const Table&, const Row& row) { data_.demonym_endings.push_back(row[0]); });
  }

  void given_names() {
    each("given_names.tsv", "name\tgender\tsource", [&](const Table& table, const Row& row) {
      const auto gender = gender_from(row[1]);
      demand(table, row, gender && *gender != Gender::unknown, "gender is neither m nor f", row[1]);
      if (!error_) data_.given_names.emplace_back(row[0], *gender);
    });
  }

  void persons() {
    each("persons.tsv", "id\tname\tsurname\tgender\tborn\tsource", [&](const Table& table, const Row& row) {
      const auto gender = gender_from(row[3]);
      demand(table, row, gender.has_value(), "gender is neither m, f nor empty", row[3]);
      demand(table, row, data_.persons.empty() || data_.persons.back().id != row[0], "id stands twice", row[0]);
      if (error_) return;
      const auto index = static_cast<std::uint32_t>(data_.persons.size());
      demand(table, row, row[4].empty() || is_date(row[4]), "not an ISO 8601 date", row[4]);
      const std::string surname = data_.sound(row[2]);
      add_person_name(row[1], index);
      data_.persons_by_surname.add(surname, index, data_.arena);
      if (last_word(surname) != surname) data_.persons_by_surname.add(last_word(surname), index, data_.arena);
      data_.persons.push_back({row[0], row[1], row[2], *gender, row[4], {}});
    });
  }

  void add_person_name(std::string_view written, std::uint32_t index) {
    const std::string name = data_.sound(written);
    data_.persons_by_name.add(name, index, data_.arena);
    if (std::count(name.begin(), name.end(), ' ') > 1)
      for_each_word(name, [&](std::string_view word) { data_.persons_by_word.add(word, index, data_.arena); });
  }

  // A name of one word is a surname that he is known by too.
  void person_names() {
    std::size_t person = 0;
    each("person_names.tsv", "person\tname\tsource", [&](const Table& table, const Row& row) {
      while (person < data_.persons.size() && data_.persons[person].id < row[0]) ++person;
      demand(table, row, person < data_.persons.size() && data_.persons[person].id == row[0], "no such person", row[0]);
      if (error_) return;
      const auto index = static_cast<std::uint32_t>(person);
      if (row[1].find(' ') == std::string_view::npos) data_.persons_by_surname.add(data_.sound(row[1]), index, data_.arena);
      else add_person_name(row[1], index);
    });
  }

  void terms() {
    std::size_t person = 0;
    each("terms.tsv", "person\toffice\tof\tfrom\tto\tas_of\tsource", [&](const Table& table, const Row& row) {
      // Both tables are sorted by person.
      while (person < data_.persons.size() && data_.persons[person].id < row[0]) ++person;
      demand(table, row, person < data_.persons.size() && data_.persons[person].id == row[0], "no such person", row[0]);
      const auto territory = data_.territory_rows.find(row[2]);
      const bool in_territory = territory != data_.territory_rows.end();
      demand(table, row, is_state(row[2]) || in_territory || data_.organisation_rows.contains(row[2]),
             "no such state, organisation or territory", row[2]);
      demand(table, row, row[4].empty() ? is_date(row[5]) : row[5].empty(), "as_of is given where, and only where, the end is open",
             row[5]);
      const Period holds = period(table, row, 3);
      if (error_) return;
      if (in_territory)
        data_.persons[person].terms.push_back({row[1], data_.territories[territory->second].country, holds, row[5], row[2]});
      else data_.persons[person].terms.push_back({row[1], row[2], holds, row[5], {}});
    });
    std::unordered_map<std::string_view, std::size_t> ranks;
    for (const std::string_view office : data_.office_order) ranks.emplace(office, ranks.size());
    const auto rank = [&](const Term& term) {
      const auto found = ranks.find(term.office);
      return found == ranks.end() ? ranks.size() : found->second;
    };
    for (KnownPerson& known : data_.persons)
      std::stable_sort(known.terms.begin(), known.terms.end(), [&](const Term& a, const Term& b) {
        return rank(a) != rank(b) ? rank(a) < rank(b) : a.period.from > b.period.from;
      });
  }

  void places() {
    each("places.tsv", "id\tname\tfeature\tcountry\tadmin1\tlatitude\tlongitude\tpopulation\tfrom\tto\tsource",
         [&](const Table& table, const Row& row) {
           const auto latitude = number<double>(row[5]);
           const auto longitude = number<double>(row[6]);
           const auto population = row[7].empty() ? std::optional<std::uint32_t>(0) : number<std::uint32_t>(row[7]);
           demand(table, row, row[3].empty() || is_state(row[3]), "no such state", row[3]);
           demand(table, row, latitude && std::abs(*latitude) <= 90, "not a latitude in degrees", row[5]);
           demand(table, row, longitude && std::abs(*longitude) <= 180, "not a longitude in degrees", row[6]);
           demand(table, row, population.has_value(), "not a number of people", row[7]);
           const Period holds = period(table, row, 8);
           const auto index = static_cast<std::uint32_t>(data_.places.size());
           identify(table, row, data_.place_rows, index);
           if (error_) return;
           data_.places_by_name.add(joined(key_words(row[1])), index, data_.arena);
           data_.places.push_back({row[0], row[1], row[2], row[3], row[4], *latitude, *longitude, *population, holds});
         });
  }

  void place_names() {
    each("place_names.tsv", "place\tname\tsource", [&](const Table& table, const Row& row) {
      demand(table, row, data_.place_rows.contains(row[0]), "no such place", row[0]);
      if (!error_) data_.places_by_name.add(joined(key_words(row[1])), data_.place_rows.at(row[0]), data_.arena);
    });
  }

  std::string folder_;
  Knowledge::Data& data_;
  std::unordered_map<std::string_view, int> sources_;
  std::optional<Error> error_;
};

int year_of(std::string_view date) {
  int year = 0;
  for (const char c : date.substr(0, 4)) year = year * 10 + (c - '0');
  return year;
}

// The same day, kTrustedYears later; dates compare as text.
std::string trusted_until(std::string_view as_of) {
  return std::to_string(year_of(as_of) + kTrustedYears) + std::string(as_of.size() > 4 ? as_of.substr(4) : "-12-31");
}

}  // namespace

bool Period::contains(std::string_view date) const {
  if (date.empty()) return true;
  if (!from.empty() && date < from && !from.starts_with(date)) return false;
  return to.empty() || date <= to || date.starts_with(to);
}

bool Term::holds_at(std::string_view date) const {
  const bool open = period.to.empty();
  return date.empty() ? open : period.contains(date) && (!open || date <= trusted_until(as_of));
}

std::vector<const Term*> KnownPerson::terms_at(std::string_view date) const {
  std::vector<const Term*> held;
  for (const Term& term : terms)
    if (term.holds_at(date)) held.push_back(&term);
  return held;
}

const Term* KnownPerson::term_at(std::string_view date) const {
  const std::vector<const Term*> held = terms_at(date);
  return held.empty() ? nullptr : held.front();
}

Result<Knowledge> Knowledge::load(const std::string& folder) {
  auto data = std::make_unique<Data>();
  data->tables.reserve(32);
  if (auto error = Loader(folder, *data).load()) return *error;
  return Knowledge(std::move(data));
}

Knowledge::Knowledge(std::unique_ptr<const Data> data) : data_(std::move(data)) {}
Knowledge::Knowledge(Knowledge&&) noexcept = default;
Knowledge& Knowledge::operator=(Knowledge&&) noexcept = default;
Knowledge::~Knowledge() = default;

std::string_view Knowledge::version() const { return data_->version; }
std::span<const Entry> Knowledge::find(std::string_view key) const { return data_->entries.find(key); }

std::size_t Knowledge::longest_key(std::string_view first_word) const {
  const auto found = data_->longest.find(first_word);
  return found == data_->longest.end() ? 0 : found->second;
}

const KnownState& Knowledge::state(std::uint32_t row) const { return data_->states[row]; }
const KnownOrganisation& Knowledge::organisation(std::uint32_t row) const { return data_->organisations[row]; }
const KnownTerritory& Knowledge::territory(std::uint32_t row) const { return data_->territories[row]; }

const Title& Knowledge::title(std::uint32_t row) const { return data_->titles[row]; }
const Nominal& Knowledge::nominal(std::uint32_t row) const { return data_->nominals[row]; }

const KnownState* Knowledge::state(std::string_view code) const {
  const auto found = data_->state_rows.find(code);
  return found == data_->state_rows.end() ? nullptr : &data_->states[found->second];
}

const KnownOrganisation* Knowledge::organisation(std::string_view id) const {
  const auto found = data_->organisation_rows.find(id);
  return found == data_->organisation_rows.end() ? nullptr : &data_->organisations[found->second];
}

const KnownTerritory* Knowledge::territory(std::string_view id) const {
  const auto found = data_->territory_rows.find(id);
  return found == data_->territory_rows.end() ? nullptr : &data_->territories[found->second];
}

std::vector<const KnownPerson*> Knowledge::persons_named(std::string_view full_name) const {
  std::vector<const KnownPerson*> found;
  const std::string name = data_->sound(full_name);
  for (const std::uint32_t row : data_->persons_by_name.find(name)) found.push_back(&data_->persons[row]);
  if (!found.empty() || name.find(' ') == std::string::npos) return found;
  for (const std::uint32_t row : data_->persons_by_word.find(last_word(name))) {
    const std::string known = " " + data_->sound(data_->persons[row].name) + " ";
    bool all = true;
    for_each_word(name, [&](std::string_view word) { all = all && known.find(" " + std::string(word) + " ") != std::string::npos; });
    if (all) found.push_back(&data_->persons[row]);
  }
  return found;
}

std::vector<const KnownPerson*> Knowledge::persons_by_surname(std::string_view surname) const {
  std::vector<const KnownPerson*> found;
  for (const std::uint32_t row : data_->persons_by_surname.find(data_->sound(surname))) found.push_back(&data_->persons[row]);
  return found;
}

std::vector<const KnownPlace*> Knowledge::places_named(std::string_view name) const {
  std::vector<const KnownPlace*> found;
  for (const std::uint32_t row : data_->places_by_name.find(joined(key_words(name))))
    if (std::find(found.begin(), found.end(), &data_->places[row]) == found.end()) found.push_back(&data_->places[row]);
  std::stable_sort(found.begin(), found.end(), [](const KnownPlace* a, const KnownPlace* b) { return a->population > b->population; });
  return found;
}

bool Knowledge::is_demonym_of(std::string_view adjective, std::string_view name) const {
  const std::string a = fold(adjective);
  const std::string n = fold(name);
  constexpr std::size_t kShortestStem = 4;
  const auto common = static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), n.begin(), n.end()).first - a.begin());
  // A stem loses two letters at most: "Norway", "Norwegian" is beyond this rule.
  for (std::size_t stem = common; stem >= kShortestStem && stem + 2 >= n.size(); --stem)
    if (a.size() > stem && std::find(data_->demonym_endings.begin(), data_->demonym_endings.end(), std::string_view(a).substr(stem)) !=
                               data_->demonym_endings.end())
      return true;
  return false;
}

bool Knowledge::is_office_kind(std::string_view general, std::string_view office) const {
  if (general == office) return true;
  const auto [begin, end] = data_->office_kinds.equal_range(general);
  return std::any_of(begin, end, [&](const auto& kind) { return kind.second == office; });
}

Gender Knowledge::gender_of_given_name(std::string_view name) const {
  const std::string folded = fold(name);
  const auto& names = data_->given_names;
  const auto found =
      std::lower_bound(names.begin(), names.end(), folded, [](const auto& entry, std::string_view key) { return entry.first < key; });
  return found == names.end() || found->first != folded ? Gender::unknown : found->second;
}

std::string Knowledge::sound(std::string_view name) const { return data_->sound(name); }

std::vector<std::string> key_words(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  const auto finish = [&] {
    if (word.ends_with("'s")) word.resize(word.size() - 2);
    while (word.ends_with('\'')) word.pop_back();
    while (word.starts_with('\'')) word.erase(0, 1);
    if (!word.empty()) words.push_back(std::move(word));
    word.clear();
  };
  for (const char c : fold(text)) {
    if (c == ' ' || c == '-' || c == '/' || c == '\n' || c == '\t') finish();
    else if (static_cast<unsigned char>(c) >= 0x80 || c == '\'' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z')) word += c;
  }
  finish();
  return words;
}

bool is_acronym(std::string_view text) {
  std::size_t letters = 0;
  for (const char c : text) {
    if ((c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80 || c == ' ') return false;
    letters += c >= 'A' && c <= 'Z';
  }
  return letters >= 2;
}

}  // namespace casus
