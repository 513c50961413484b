#include "actors/home.h"

#include <algorithm>
#include <map>

#include "actors/sectors.h"

namespace casus {
namespace {

constexpr std::size_t kFewestMarks = 6;
constexpr double kNearlyAll = 0.75;
constexpr double kMost = 0.6;
constexpr std::size_t kFarMore = 4;  // times as much as is spoken of any other

std::string sector_of(const Draft& draft) { return draft.actor.sectors.empty() ? "" : draft.actor.sectors.front(); }

template <class Condition>
std::string country_of_nearly_all(const Drafts& drafts, Condition counts) {
  std::map<std::string, std::size_t> marks;
  std::size_t all = 0;
  for (DraftId d = 0; d < drafts.size(); ++d) {
    if (!drafts[d].actor.country || !counts(drafts[d])) continue;
    marks[*drafts[d].actor.country] += drafts[d].marks.size();
    all += drafts[d].marks.size();
  }
  if (all < kFewestMarks) return {};
  for (const auto& [country, count] : marks) {
    const bool no_other = std::all_of(marks.begin(), marks.end(), [&, &own = country, &most = count](const auto& other) {
      return other.first == own || other.second * kFarMore <= most;
    });
    if (static_cast<double>(count) >= (no_other ? kMost : kNearlyAll) * static_cast<double>(all)) return country;
  }
  return {};
}

std::string place_of(const Drafts& drafts, const Draft& draft) {
  for (const std::size_t m : draft.marks)
    if (std::string country = drafts.place_around(m); !country.empty()) return country;
  return {};
}

bool is_beside_another(const Drafts& drafts, const Draft& draft, std::string_view country) {
  return std::any_of(draft.marks.begin(), draft.marks.end(), [&](std::size_t m) { return drafts.is_beside_another(m, country); });
}

std::string settled(const Drafts& drafts, const Draft& draft, const Home& home) {
  const std::string sector = sector_of(draft);
  if (sector == "CVL")
    if (std::string place = place_of(drafts, draft); !place.empty()) return place;
  if (!sector.empty() && (is_often_foreign(sector) || sector == "REB")) return {};
  if (!home.country.empty()) return home.country;
  // Bodies are those of a state that stands beside them: "the ruling party in Ruritania".
  if (is_domestic(sector) && draft.thing != Thing::body) return home.domestic;
  const bool of_some_state = is_domestic(sector) || governs(sector);
  return of_some_state && !is_beside_another(drafts, draft, home.domestic) ? home.domestic : "";
}

}  // namespace

Home find_home(const Drafts& drafts) {
  return {country_of_nearly_all(drafts, [](const Draft&) { return true; }),
          country_of_nearly_all(drafts, [](const Draft& draft) { return is_domestic(sector_of(draft)); })};
}

void settle_at_home(Drafts& drafts, DraftId d, const Home& home) {
  Draft& draft = drafts[d];
  if (draft.actor.country || is_whole_code(draft.actor)) return;
  if (is_one_of(draft.thing, {Thing::state, Thing::territory, Thing::place, Thing::set, Thing::pronoun})) return;
  const std::string country = settled(drafts, draft, home);
  if (country.empty()) return;
  set_codes(draft.actor, country, sector_of(draft), "");
  draft.actor.country_from_report = true;
}

}  // namespace casus
