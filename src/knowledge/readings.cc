#include "knowledge/readings.h"

namespace casus {

int rank_of(const Entry& entry, bool attributive) {
  switch (entry.sense) {
    case Sense::adjective:
    case Sense::territory_adjective:
      return attributive ? 4 : 1;
    case Sense::demonym:
    case Sense::demonyms:
      return attributive ? 0 : 3;
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
    if (standing_of(entry, use) == Standing::stands && (!best || rank_of(entry, use.attributive) > rank_of(*best, use.attributive)))
      best = &entry;
  return best;
}

int fitness_by_name(const Knowledge& knowledge, const KnownPerson& person, bool full_name, std::string_view date) {
  const Term* term = person.term_at(date);
  if (!term) return full_name ? 1 : 0;
  const bool head = knowledge.is_office_kind("head of state or government", term->office);
  if (!full_name && !head) return 0;
  return (full_name ? 8 : 2) + (head ? 1 : 0);
}

const KnownPerson* choose(const Knowledge& knowledge, std::span<const KnownPerson* const> persons, bool full_name, std::string_view date) {
  const KnownPerson* best = nullptr;
  int best_fit = 0;
  bool tie = false;
  for (const KnownPerson* person : persons) {
    const int fit = fitness_by_name(knowledge, *person, full_name, date);
    if (fit == 0 || fit < best_fit) continue;
    tie = fit == best_fit;
    best_fit = fit;
    best = person;
  }
  return tie ? nullptr : best;
}

}  // namespace casus
