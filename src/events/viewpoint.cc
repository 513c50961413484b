#include "events/viewpoint.h"

#include <algorithm>
#include <optional>

#include "events/roles.h"

namespace casus {
namespace {

constexpr int kMonthsOfYear = 12;
constexpr int kLongBefore = 3;  // months: the story of a report covers some weeks
constexpr int kClose = 1;

bool has_year(const std::string& date) { return date.size() >= 4 && date.find_first_not_of("0123456789") >= 4; }

// Months since the year 0; a year alone is taken for its end, an interval for its beginning.
std::optional<int> months(const std::string& date) {
  if (!has_year(date)) return std::nullopt;
  const bool has_month = date.size() >= 7 && date[4] == '-';
  return std::stoi(date.substr(0, 4)) * kMonthsOfYear + (has_month ? std::stoi(date.substr(5, 2)) : kMonthsOfYear);
}

}  // namespace

Viewpoint::Viewpoint(const Statements& statements, const Actors& actors, const Dates& dates) : statements_(statements), actors_(actors) {
  published_ = dates.published.has_value();
  if (published_) today_ = dates.published->value;
  else
    for (const DateMention& mention : dates.mentions) today_ = std::max(today_, mention.date.value);
}

const Statement* Viewpoint::told_by(std::size_t token) const {
  const auto holding = statements_.holding(token);
  if (!holding || statements_.statements[holding->index].speakers.empty()) return nullptr;
  return &statements_.statements[holding->index];
}

bool Viewpoint::is_said_by(const Statement& statement, const std::vector<ActorId>& side) const {
  return std::any_of(statement.speakers.begin(), statement.speakers.end(), [&](ActorId speaker) {
    return std::any_of(side.begin(), side.end(),
                       [&](ActorId actor) { return same_side(actors_.actors[speaker.index], actors_.actors[actor.index]); });
  });
}

bool Viewpoint::is_said_by_outsider(const Statement& statement) const {
  return std::any_of(statement.speakers.begin(), statement.speakers.end(),
                     [&](ActorId speaker) { return !actors_.actors[speaker.index].country; });
}

bool Viewpoint::is_said_by_accuser(const Statement& statement, const std::vector<ActorId>& doers,
                                   const std::vector<ActorId>& sufferers) const {
  const auto has_country = [&](ActorId id) { return actors_.actors[id.index].country.has_value(); };
  if (std::none_of(doers.begin(), doers.end(), has_country) || is_said_by(statement, doers)) return false;
  if (!sufferers.empty()) return is_said_by(statement, sufferers);
  return std::any_of(statement.speakers.begin(), statement.speakers.end(), has_country);
}

bool Viewpoint::lies_ahead(const std::string& date) const {
  const std::string begin = date.substr(0, date.find('/'));
  return published_ && has_year(begin) && begin > today_;
}

bool Viewpoint::lies_long_before(const std::string& date) const {
  const auto then = months(date), now = months(today_);
  return then && now && *now - *then > kLongBefore;
}

bool Viewpoint::lies_close(const std::string& date) const {
  const auto then = months(date), now = months(today_);
  const bool has_month = date.size() >= 7;
  return published_ && has_month && then && now && *now - *then <= kClose;
}

}  // namespace casus
