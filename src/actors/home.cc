#include "actors/home.h"

#include <map>

#include "actors/sectors.h"

namespace casus {
namespace {

constexpr std::size_t kFewestMarks = 6;
constexpr double kNearlyAll = 0.75;

}  // namespace

std::string home_country(const Drafts& drafts) {
  std::map<std::string, std::size_t> marks;
  std::size_t all = 0;
  for (DraftId d = 0; d < drafts.size(); ++d) {
    if (!drafts[d].actor.country) continue;
    marks[*drafts[d].actor.country] += drafts[d].marks.size();
    all += drafts[d].marks.size();
  }
  if (all < kFewestMarks) return {};
  for (const auto& [country, count] : marks)
    if (static_cast<double>(count) >= kNearlyAll * static_cast<double>(all)) return country;
  return {};
}

void settle_at_home(Drafts& drafts, DraftId d, const std::string& country) {
  Draft& draft = drafts[d];
  if (country.empty() || draft.actor.country || is_whole_code(draft.actor)) return;
  if (is_one_of(draft.thing, {Thing::state, Thing::territory, Thing::place, Thing::set, Thing::pronoun})) return;
  const std::string sector = draft.actor.sectors.empty() ? "" : draft.actor.sectors.front();
  if (!sector.empty() && (is_often_foreign(sector) || sector == "REB")) return;
  set_codes(draft.actor, country, sector, "");
  draft.actor.country_from_report = true;
}

}  // namespace casus
