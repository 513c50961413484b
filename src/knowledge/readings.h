// Which of the things that words may mean they do mean, as far as the words themselves and the day tell.
#pragma once

#include <span>
#include <string_view>

#include "knowledge/knowledge.h"

namespace casus {

// How words stand in a report.
struct Use {
  std::string_view date;      // of the report; may be empty
  bool attributive = false;   // they describe the noun behind them: "Armenian officials"
  bool in_capitals = false;   // as an acronym has to be
  bool begins_small = false;  // with a small letter
  bool acts = false;          // as a government does: "Brussels agreed"
};

enum class Standing { stands, is_no_name, not_in_capitals, out_of_time };

// May a name be read so? Offices and nominals are no names.
Standing standing_of(const Entry& entry, const Use& use);

// The higher, the likelier: an adjective goes first where it describes a noun, and last where it does not; who comes from a country is
// not meant before a noun; what has its seat in a place is meant where the place acts; a name of one's own goes before a shared one.
int rank_of(const Entry& entry, const Use& use);

// Of the readings that stand, that of the highest rank, and of equal ones the first; where none stands, a state or organisation of another
// time, which a report may look back to. Null where there is none.
const Entry* choose(std::span<const Entry> entries, const Use& use);

}  // namespace casus
