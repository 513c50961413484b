#include "knowledge/describe.h"

namespace casus {

std::string place_of(const Knowledge& knowledge, const Fact& fact) {
  const KnownTable& table = knowledge.table_of(fact);
  return std::string(table.folder) + "/" + std::string(table.file) + ":" + std::to_string(fact.line);
}

std::string_view name_of(const Knowledge& knowledge, const Entry& entry) {
  if (entry.sense <= Sense::seat) return knowledge.state(entry.row).name;
  if (entry.sense <= Sense::organisation_adjective) return knowledge.organisation(entry.row).name;
  if (entry.sense <= Sense::territory_adjective) return knowledge.territory(entry.row).name;
  return {};
}

std::string in_words(const Period& period) {
  if (period.from.empty() && period.to.empty()) return "at any time";
  if (period.to.empty()) return "since " + std::string(period.from);
  if (period.from.empty()) return "until " + std::string(period.to);
  return std::string(period.from) + " to " + std::string(period.to);
}

}  // namespace casus
