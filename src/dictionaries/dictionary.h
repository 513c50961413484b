// Actor and agent dictionaries of TABARI and PETRARCH as they are written: phrases, codes, the days that these hold for.
// docs/formats/dictionaries.md has the grammar and the oddities that are met.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace casus {

// Something that is not taken over. `what` names its kind, the same for all of a kind; `text` is what it was about.
struct Remark {
  std::size_t line = 0;  // from 1
  std::string_view what;
  std::string text;
};

struct CodedPeriod {
  std::string code;  // capitals and digits in threes, or "---": not to be coded
  // ISO 8601 days, both within the period; empty: open.
  std::string from;
  std::string to;
};

struct ActorEntry {
  std::size_t line = 0;
  std::vector<std::string> phrases;  // words with single blanks between; never empty
  std::vector<CodedPeriod> codes;    // never empty; one without days holds where no other does
};

struct ActorDictionary {
  std::vector<ActorEntry> entries;
  std::vector<Remark> remarks;
  std::size_t stems = 0;  // phrases that may end in the middle of a word
};

// Plurals are not kept: casus finds them by the lemma.
struct AgentEntry {
  std::size_t line = 0;
  std::string phrase;
  std::string code;          // capitals and digits in threes
  bool goes_before = false;  // "IGO~": before the code of the country, not after it
};

struct AgentDictionary {
  std::vector<AgentEntry> entries;
  std::vector<Remark> remarks;
};

// UTF-8; bytes that are not are taken for Latin-1. Any bytes give a dictionary: what cannot be read is a remark.
ActorDictionary read_actors(std::string_view bytes);
AgentDictionary read_agents(std::string_view bytes);

}  // namespace casus
