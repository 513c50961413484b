// Tables become the bytes that Knowledge reads.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "knowledge/bytes.h"
#include "knowledge/tables.h"

namespace casus {

// The bytes; or what is wrong, a line for each row with file, line and remedy, where every row was looked at.
std::variant<Bytes, std::vector<std::string>> compile(const Tables& tables);

}  // namespace casus
