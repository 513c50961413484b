// Which known person a report's words mean, if any: a wrong one is worse than none.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "casus/record.h"
#include "knowledge/knowledge.h"

namespace casus {

// All that a report tells of one person.
struct Told {
  std::string_view name;  // the fullest
  Gender gender = Gender::unknown;
  std::string_view of;           // a state's or organisation's code, or a territory's id; empty where none is told
  bool of_unknown_land = false;  // "the Ruritanian prime minister": nobody who is known
  const std::vector<Role>* roles = nullptr;
  std::function<bool(std::string_view code)> mentions;  // is the state in the report?
};

enum class Tenure {
  in_office,
  out_of_office,  // all of the terms are over
  told_former,    // the report says that the office was held before
  told_otherwise  // the report gives an office that was not held on the day
};

struct Recognition {
  const KnownPerson* person = nullptr;
  const Term* term = nullptr;  // null where no single term is meant
  Tenure tenure = Tenure::in_office;
};

// Nothing where nobody fits, or several do equally well. An office of the report has to be one that was held, if not that day; a surname
// alone means somebody in office whom office or state tells.
std::optional<Recognition> recognise(const Told& told, const Knowledge& knowledge, std::string_view date);

// What the report calls a former office, by the office's name: "president" of "former president"; nothing of others.
std::optional<std::string_view> former_office(std::string_view office);
std::string as_former(std::string_view office);

}  // namespace casus
