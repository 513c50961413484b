// Facts in words.
#pragma once

#include <string>
#include <string_view>

#include "knowledge/knowledge.h"

namespace casus {

// "kb/terms.tsv:12"
std::string place_of(const Knowledge& knowledge, const Fact& fact);
// Of the state, organisation or territory that a proper entry means: "Armenia".
std::string_view name_of(const Knowledge& knowledge, const Entry& entry);
// "since 2018-05-08", "1998 to 2019-03-23", "at any time"
std::string in_words(const Period& period);

}  // namespace casus
