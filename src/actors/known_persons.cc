#include "actors/known_persons.h"

#include <algorithm>

#include "actors/recognition.h"

namespace casus {
namespace {

bool tells(const Knowledge& knowledge, const Role& role, const Term& term) {
  return knowledge.is_office_kind(role.office, term.office) || knowledge.is_office_kind(term.office, role.office);
}

Role known_role(const Term& term, const std::string& of, std::string_view date) {
  Role role{.office = std::string(term.office), .of = of, .from = Source::knowledge};
  if (!date.empty()) role.as_of = std::string(term.period.to.empty() && date > term.as_of ? std::string_view(term.as_of) : date);
  return role;
}

// "the Ruritanian prime minister"
bool is_of_unknown_land(const Drafts& drafts, const Draft& draft) {
  return std::any_of(draft.marks.begin(), draft.marks.end(), [&](std::size_t m) {
    const auto owner = drafts.owner_of(drafts.mark(m));
    return owner && drafts[*owner].thing == Thing::place && !drafts[*owner].actor.country;
  });
}

std::string sector_of(const Knowledge& knowledge, std::string_view office) {
  for (const Entry& entry : knowledge.find(office))
    if (entry.sense == Sense::office) return std::string(knowledge.title(entry.row).sector);
  return "GOV";
}

}  // namespace

const Term* recognise_person(const ParsedReport& report, Drafts& drafts, DraftId d) {
  const Knowledge& knowledge = report.knowledge();
  Draft& draft = drafts[d];
  Actor& actor = draft.actor;
  const Told told{.name = actor.name,
                  .gender = draft.gender,
                  .of = !draft.territory.empty() ? draft.territory
                        : actor.country          ? *actor.country
                        : is_whole_code(actor)   ? *actor.code
                                                 : std::string_view(),
                  .of_unknown_land = is_of_unknown_land(drafts, draft),
                  .roles = &actor.roles,
                  .mentions = [&](std::string_view code) { return drafts.countries().contains(code); }};
  const auto recognition = recognise(told, knowledge, report.date());
  if (!recognition) return nullptr;
  actor.knowledge_id = recognition->person->id;
  if (draft.gender == Gender::unknown) draft.gender = recognition->person->gender;
  if (!recognition->term) {
    // Whose offices he held later, with no office yet.
    const std::string state(recognition->person->terms.front().of);
    if (!actor.country && !is_whole_code(actor) && knowledge.state(state))
      set_codes(actor, state, actor.sectors.empty() ? "" : actor.sectors.front(), "");
    return nullptr;
  }
  const Term& term = *recognition->term;
  const KnownOrganisation* organisation = knowledge.organisation(term.of);
  const std::string of(organisation ? organisation->code : term.of);
  const auto join = [&](const std::string& sector) {
    const std::string first = actor.sectors.empty() ? sector : actor.sectors.front();
    if (!actor.country) set_codes(actor, organisation ? "" : of, first, organisation ? of : "");
    else if (actor.sectors.empty()) set_codes(actor, *actor.country, first, "");
  };
  switch (recognition->tenure) {
    case Tenure::out_of_office:
      if (!organisation) join("ELI");
      return nullptr;
    case Tenure::told_former:
      for (Role& role : actor.roles)
        if (!role.of && former_office(role.office)) role.of = of;
      join("ELI");
      return nullptr;
    case Tenure::told_otherwise:
      break;
    case Tenure::in_office:
      if (std::none_of(actor.roles.begin(), actor.roles.end(), [&](const Role& role) { return tells(knowledge, role, term); }))
        actor.roles.push_back(known_role(term, of, report.date()));
      break;
  }
  for (Role& role : actor.roles)
    if (!role.of && tells(knowledge, role, term)) role.of = of;
  join(sector_of(knowledge, term.office));
  return recognition->tenure == Tenure::told_otherwise ? &term : nullptr;
}

}  // namespace casus
