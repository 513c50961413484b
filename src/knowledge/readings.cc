#include "knowledge/readings.h"

namespace casus {

int rank_of(const Entry& entry, const Use& use) {
  switch (entry.sense) {
    case Sense::adjective:
    case Sense::territory_adjective:
      return use.attributive ? 4 : 1;
    case Sense::demonym:
    case Sense::demonyms:
      return use.attributive ? 0 : 3;
    case Sense::organisation_seat:
      return use.acts ? 3 : 1;
    default:
      return 2;
  }
}

Standing standing_of(const Entry& entry, const Use& use) {
  if (entry.sense == Sense::office || entry.sense == Sense::nominal) return Standing::is_no_name;
  if (entry.cased && !use.in_capitals) return Standing::not_in_capitals;
  return entry.period.contains(use.date) ? Standing::stands : Standing::out_of_time;
}

const Entry* choose(std::span<const Entry> entries, const Use& use) {
  const Entry* best = nullptr;
  for (const Entry& entry : entries)
    if (standing_of(entry, use) == Standing::stands && (!best || rank_of(entry, use) > rank_of(*best, use))) best = &entry;
  return best;
}

}  // namespace casus
