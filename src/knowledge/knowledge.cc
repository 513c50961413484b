#include "knowledge/knowledge.h"

#include <sys/stat.h>

#include <algorithm>

#include "core/unicode.h"
#include "knowledge/compile.h"
#include "knowledge/sound.h"

namespace casus {
namespace {

int year_of(std::string_view date) {
  int year = 0;
  for (const char c : date.substr(0, 4)) year = year * 10 + (c - '0');
  return year;
}

// The same day, kTrustedYears later; dates compare as text.
std::string trusted_until(std::string_view as_of) {
  return std::to_string(year_of(as_of) + kTrustedYears) + std::string(as_of.size() > 4 ? as_of.substr(4) : "-12-31");
}

template <class Value>
std::span<const Value> values_of(std::string_view key, std::span<const KeySlot> slots, std::span<const Value> values) {
  if (slots.empty()) return {};
  for (std::size_t at = slot_of(key, slots.size()); slots[at].count > 0; at = at + 1 == slots.size() ? 0 : at + 1)
    if (slots[at].key == key) return values.subspan(slots[at].first, slots[at].count);
  return {};
}

// The records whose `member` is `key`, in a list that is sorted by it.
template <class Record>
std::span<const Record> with(std::span<const Record> list, Text Record::*member, std::string_view key) {
  const auto [first, last] = std::ranges::equal_range(list, key, {}, [&](const Record& record) { return (record.*member).view(); });
  return {first, last};
}

template <class Record>
const Record* one_with(std::span<const Record> list, Text Record::*member, std::string_view key) {
  const auto found = with(list, member, key);
  return found.empty() ? nullptr : &found.front();
}

template <class Record>
std::vector<const Record*> rows_of(std::span<const NamedRow> names, std::span<const Record> list) {
  std::vector<const Record*> found;
  for (const NamedRow& name : names)
    if (std::find(found.begin(), found.end(), &list[name.row]) == found.end()) found.push_back(&list[name.row]);
  return found;
}

bool is_newer(const struct stat& a, const struct stat& b) {
  return a.st_mtim.tv_sec != b.st_mtim.tv_sec ? a.st_mtim.tv_sec > b.st_mtim.tv_sec : a.st_mtim.tv_nsec > b.st_mtim.tv_nsec;
}

// No table has changed since the file was made of them, by time or by size: one that was put back has an older time.
bool is_current(const Knowledge& knowledge, const std::string& file, const std::string& folder) {
  struct stat compiled {};
  if (stat(file.c_str(), &compiled) != 0) return false;
  return std::ranges::none_of(knowledge.lists().tables, [&](const KnownTable& made_from) {
    struct stat table {};
    if (made_from.folder != kBaseFolder || stat((folder + "/" + std::string(made_from.file)).c_str(), &table) != 0) return false;
    return is_newer(table, compiled) || static_cast<std::uint64_t>(table.st_size) != made_from.bytes;
  });
}

bool is_file(const std::string& path) {
  struct stat status {};
  return stat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode);
}

}  // namespace

bool Period::contains(std::string_view date) const {
  if (date.empty()) return true;
  if (!from.empty() && date < from && !from.starts_with(date)) return false;
  return to.empty() || date <= to || date.starts_with(to);
}

bool Term::holds_at(std::string_view date) const {
  const bool open = period.to.empty();
  return date.empty() ? open : period.contains(date) && !(open && date > trusted_until(as_of));
}

std::vector<const Term*> KnownPerson::terms_at(std::string_view date) const {
  std::vector<const Term*> held;
  for (const Term& term : terms)
    if (term.holds_at(date)) held.push_back(&term);
  return held;
}

const Term* KnownPerson::term_at(std::string_view date) const {
  const auto held = std::find_if(terms.begin(), terms.end(), [&](const Term& term) { return term.holds_at(date); });
  return held == terms.end() ? nullptr : &*held;
}

bool KnownTreaty::in_force(std::string_view date) const {
  return Period{period.from.empty() ? signed_on : period.from, period.to}.contains(date);
}

struct Knowledge::Data {
  Bytes bytes;
  Lists<View> lists;
};

Result<Knowledge> Knowledge::load(const KnowledgePaths& paths) {
  if (const auto file = std::ranges::find_if(paths.overlays, is_file); file != paths.overlays.end()) {
    if (paths.overlays.size() == 1) return open(*file);
    return Error{*file + ": a compiled knowledge base stands alone; name it without others, or compile it with them"};
  }
  if (paths.overlays.empty() && is_file(paths.file)) {
    auto bytes = Bytes::map(paths.file);
    if (!bytes) return bytes.error();
    if (!is_of_another_version(*bytes)) {
      auto knowledge = from(std::move(*bytes), paths.file);
      if (!knowledge || is_current(*knowledge, paths.file, paths.folder)) return knowledge;
    }
  }
  const auto tables = Tables::read(paths.folder, paths.overlays);
  if (!tables) return tables.error();
  auto compiled = compile(*tables);
  if (const auto* errors = std::get_if<std::vector<std::string>>(&compiled)) return Error{errors->front()};
  return from(std::move(std::get<Bytes>(compiled)), paths.folder);
}

Result<Knowledge> Knowledge::open(const std::string& file) {
  auto bytes = Bytes::map(file);
  if (!bytes) return bytes.error();
  return from(std::move(*bytes), file);
}

Result<Knowledge> Knowledge::from_bytes(std::string_view bytes, const std::string& origin) { return from(Bytes::copy_of(bytes), origin); }

Result<Knowledge> Knowledge::from(Bytes bytes, const std::string& origin) {
  const auto lists = open_lists(bytes, origin);
  if (!lists) return lists.error();
  return Knowledge(std::unique_ptr<const Data>(new Data{std::move(bytes), *lists}));
}

Knowledge::Knowledge(std::unique_ptr<const Data> data) : data_(std::move(data)) {}
Knowledge::Knowledge(Knowledge&&) noexcept = default;
Knowledge& Knowledge::operator=(Knowledge&&) noexcept = default;
Knowledge::~Knowledge() = default;

const Lists<View>& Knowledge::lists() const { return data_->lists; }
std::string_view Knowledge::bytes() const { return data_->bytes.text(); }
std::string_view Knowledge::version() const { return lists().editions[0].version; }
const KnownTable& Knowledge::table_of(const Fact& fact) const { return lists().tables[fact.table]; }
const KnownSource& Knowledge::source_of(const Fact& fact) const { return lists().sources[fact.source]; }

std::span<const Entry> Knowledge::find(std::string_view key) const { return values_of(key, lists().entry_slots, lists().entries); }

std::size_t Knowledge::longest_key(std::string_view first_word) const {
  const FirstWord* found = one_with(lists().first_words, &FirstWord::word, first_word);
  return found ? found->longest_key : 0;
}

const KnownState& Knowledge::state(std::uint32_t row) const { return lists().states[row]; }
const KnownOrganisation& Knowledge::organisation(std::uint32_t row) const { return lists().organisations[row]; }
const KnownTerritory& Knowledge::territory(std::uint32_t row) const { return lists().territories[row]; }
const Title& Knowledge::title(std::uint32_t row) const { return lists().titles[row]; }
const Nominal& Knowledge::nominal(std::uint32_t row) const { return lists().nominals[row]; }

const KnownState* Knowledge::state(std::string_view code) const { return one_with(lists().states, &KnownState::code, code); }
const KnownOrganisation* Knowledge::organisation(std::string_view id) const {
  return one_with(lists().organisations, &KnownOrganisation::id, id);
}
const KnownTerritory* Knowledge::territory(std::string_view id) const { return one_with(lists().territories, &KnownTerritory::id, id); }
const KnownTreaty* Knowledge::treaty(std::string_view id) const { return one_with(lists().treaties, &KnownTreaty::id, id); }
std::span<const StateCode> Knowledge::codes_of(std::string_view state) const { return with(lists().state_codes, &StateCode::state, state); }

std::span<const NamedRow> Knowledge::full_names(std::string_view name) const {
  return values_of(sound(name), lists().person_name_slots, lists().person_names);
}

std::span<const NamedRow> Knowledge::surnames(std::string_view surname) const {
  return values_of(sound(surname), lists().surname_slots, lists().surnames);
}

std::vector<const KnownPerson*> Knowledge::persons_named(std::string_view full_name) const {
  std::vector<const KnownPerson*> found = rows_of(full_names(full_name), lists().persons);
  const std::string name = sound(full_name);
  if (!found.empty() || name.find(' ') == std::string::npos) return found;
  for (const KnownPerson* person : rows_of(values_of(last_word(name), lists().name_word_slots, lists().name_words), lists().persons)) {
    const std::string known = " " + sound(person->name) + " ";
    bool all = true;
    for_each_word(name, [&](std::string_view word) { all = all && known.find(" " + std::string(word) + " ") != std::string::npos; });
    if (all) found.push_back(person);
  }
  return found;
}

std::vector<const KnownPerson*> Knowledge::persons_by_surname(std::string_view surname) const {
  return rows_of(surnames(surname), lists().persons);
}

std::span<const NamedRow> Knowledge::place_names(std::string_view name) const {
  return values_of(key_of(name), lists().place_name_slots, lists().place_names);
}

std::vector<const KnownPlace*> Knowledge::places_named(std::string_view name) const {
  auto found = rows_of(place_names(name), lists().places);
  std::stable_sort(found.begin(), found.end(), [](const KnownPlace* a, const KnownPlace* b) { return a->population > b->population; });
  return found;
}

std::vector<const Membership*> Knowledge::members_of(std::string_view organisation, std::string_view date) const {
  std::vector<const Membership*> found;
  for (const Membership& membership : with(lists().memberships, &Membership::organisation, organisation))
    if (membership.period.contains(date)) found.push_back(&membership);
  return found;
}

std::vector<const Membership*> Knowledge::memberships_of(std::string_view member, std::string_view date) const {
  const auto& memberships = lists().memberships;
  const auto rows = std::ranges::equal_range(lists().memberships_by_member, member, {},
                                             [&](std::uint32_t row) { return memberships[row].member.view(); });
  std::vector<const Membership*> found;
  for (const std::uint32_t row : rows)
    if (memberships[row].period.contains(date)) found.push_back(&memberships[row]);
  return found;
}

bool Knowledge::is_party(const KnownTreaty& treaty, std::string_view party, std::string_view date) const {
  const auto is_full_member = [&](const TreatyParty& of) {
    const auto members = members_of(of.party, date);
    return std::any_of(members.begin(), members.end(), [&](const Membership* membership) {
      return membership->member == party && membership->status == MembershipStatus::member;
    });
  };
  return std::any_of(treaty.parties.begin(), treaty.parties.end(), [&](const TreatyParty& bound) {
    return bound.period.contains(date) && (bound.party == party || is_full_member(bound));
  });
}

std::vector<const KnownTreaty*> Knowledge::treaties_between(std::string_view a, std::string_view b, std::string_view date) const {
  std::vector<const KnownTreaty*> found;
  for (const KnownTreaty& treaty : lists().treaties)
    if (treaty.in_force(date) && is_party(treaty, a, date) && is_party(treaty, b, date)) found.push_back(&treaty);
  return found;
}

bool Knowledge::is_demonym_of(std::string_view adjective, std::string_view name) const {
  const std::string a = fold(adjective);
  const std::string n = fold(name);
  constexpr std::size_t kShortestStem = 4;
  const auto common = static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), n.begin(), n.end()).first - a.begin());
  const auto is_ending = [&](std::string_view text) {
    return std::any_of(lists().demonym_endings.begin(), lists().demonym_endings.end(),
                       [&](const DemonymEnding& known) { return known.ending == text; });
  };
  // A stem loses two letters at most: "Norway", "Norwegian" is beyond this rule.
  for (std::size_t stem = common; stem >= kShortestStem && stem + 2 >= n.size(); --stem)
    if (a.size() > stem && is_ending(std::string_view(a).substr(stem))) return true;
  return false;
}

bool Knowledge::is_office_kind(std::string_view general, std::string_view office) const {
  if (general == office) return true;
  const auto kinds = with(lists().office_kinds, &OfficeKind::general, general);
  return std::any_of(kinds.begin(), kinds.end(), [&](const OfficeKind& kind) { return kind.office == office; });
}

Gender Knowledge::gender_of_given_name(std::string_view name) const {
  const GivenName* found = one_with(lists().given_names, &GivenName::name, fold(name));
  return found ? found->gender : Gender::unknown;
}

std::string Knowledge::sound(std::string_view name) const { return sound_of(name, lists().spelling); }

std::string sound_of(std::string_view name, std::span<const Spelling> spelling) {
  std::string text = key_of(name);
  for (const auto& [from, to, fact] : spelling)
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
      text.replace(at, from.size(), to.view());
  return text;
}

}  // namespace casus
