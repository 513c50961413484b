// Who is who: the actors of a report, and every place where one is meant.
#pragma once

#include <optional>
#include <vector>

#include "attribution/attributions.h"
#include "casus/record.h"
#include "coreference/coreference.h"
#include "knowledge/knowledge.h"
#include "names/names.h"
#include "syntax/parse.h"
#include "token/tokens.h"

namespace casus {

// "the two leaders" means several actors. Words that belong to the mention: range; its syntactic head: head.
struct ActorMention {
  TokenRange range;
  std::size_t head = 0;
  MentionForm form = MentionForm::name;
  std::vector<ActorId> actors;
};

// The report gives a person an office that he held at another time.
struct TermDifference {
  ActorId actor;
  const Term* known = nullptr;  // lives as long as the knowledge
};

// Actors by their first span; mentions by their range.
struct Actors {
  std::vector<Actor> actors;
  std::vector<ActorMention> mentions;
  std::vector<TermDifference> differences;

  const ActorMention* headed_by(std::size_t token) const;
  const ActorMention* covering(std::size_t token) const;  // the shortest
};

// Offices are those of the day of publication; where that is unknown, those last known. What the report's own words say wins.
Actors find_actors(const Document& document, const Tokens& tokens, const Parse& parse, const Names& names, const Attributions& attributions,
                   const Coreference& coreference, const Knowledge& knowledge, const std::optional<Date>& published);

}  // namespace casus
