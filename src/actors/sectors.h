// What PLOVER's sectors say of those who have them.
#pragma once

#include <string_view>

namespace casus {

bool is_of_state(std::string_view sector);         // its government, forces, parliament or courts
bool speaks_for_state(std::string_view sector);    // by saying "we"
bool contends_for_state(std::string_view sector);  // rebels, opposition, parties
bool ends_with_office(std::string_view sector);    // nobody has it who is out of office, exiled or dead
bool is_domestic(std::string_view sector);         // parties, parliament and courts, which reports on affairs at home speak of
bool governs(std::string_view sector);             // its government and police, and who was in them
bool is_often_foreign(std::string_view sector);    // those around them tell nothing of whose they are

}  // namespace casus
