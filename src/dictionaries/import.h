// Actor dictionaries of others become tables in the form of kb/, to be read on top of it (an overlay).
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "dictionaries/actor_codes.h"
#include "dictionaries/dictionary.h"
#include "knowledge/knowledge.h"

namespace casus {

struct Dictionaries {
  std::vector<ActorDictionary> actors;
  std::vector<AgentDictionary> agents;
};

struct ImportOptions {
  CodeScheme scheme = CodeScheme::cameo;
  std::string as_of;   // ISO 8601 day: the last for which an open end is known to be open
  std::string source;  // an id for sources.tsv, also part of the ids of persons and organisations
  std::string title;   // what that source is
};

struct OverlayTable {
  std::vector<std::string> columns;
  std::set<std::vector<std::string>> rows;

  // As a file with these columns; those that the table does not have are left empty.
  std::string text(const std::vector<std::string>& wanted) const;
};

struct Overlay {
  std::map<std::string, OverlayTable> tables;  // by file name, all that an import can fill
  // What is not taken over, a list for each dictionary in its order.
  std::vector<std::vector<Remark>> actor_remarks;
  std::vector<std::vector<Remark>> agent_remarks;
  std::size_t known = 0;  // names and roles that the knowledge base has already
};

// The same input gives the same overlay.
Overlay import_dictionaries(const Dictionaries& dictionaries, const ActorCodes& codes, const Knowledge& knowledge,
                            const ImportOptions& options);

// The latest day that the dictionaries name, up to `today`; empty where there is none.
std::string latest_day(const std::vector<ActorDictionary>& actors, std::string_view today);

}  // namespace casus
