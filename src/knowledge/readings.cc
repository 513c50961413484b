#include "knowledge/readings.h"

namespace casus {
namespace {

bool outlives_its_time(const Entry& entry) {
  return entry.sense == Sense::state || entry.sense == Sense::adjective || entry.sense == Sense::organisation;
}

}  // namespace

int rank_of(const Entry& entry, const Use& use) {
  constexpr int kOwn = 5;  // more than any rank of a name that is shared
  const int own = entry.shared ? 0 : kOwn;
  switch (entry.sense) {
    case Sense::adjective:
    case Sense::territory_adjective:
    case Sense::organisation_adjective:
      return own + (use.attributive ? 4 : 1);
    case Sense::demonym:
    case Sense::demonyms:
      return own + (use.attributive ? 0 : 3);
    case Sense::organisation_seat:
      return own + (use.acts ? 3 : 1);
    default:
      return own + 2;
  }
}

Standing standing_of(const Entry& entry, const Use& use) {
  if (entry.sense == Sense::office || entry.sense == Sense::nominal) return Standing::is_no_name;
  if ((entry.cased && !use.in_capitals) || (use.begins_small && !entry.small)) return Standing::not_in_capitals;
  return entry.period.contains(use.date) ? Standing::stands : Standing::out_of_time;
}

const Entry* choose(std::span<const Entry> entries, const Use& use) {
  const Entry* best = nullptr;
  const Entry* past = nullptr;
  const auto likelier = [&](const Entry& entry, const Entry* than) { return !than || rank_of(entry, use) > rank_of(*than, use); };
  for (const Entry& entry : entries) {
    const Standing standing = standing_of(entry, use);
    if (standing == Standing::stands && likelier(entry, best)) best = &entry;
    if (standing == Standing::out_of_time && outlives_its_time(entry) && likelier(entry, past)) past = &entry;
  }
  return best ? best : past;
}

}  // namespace casus
