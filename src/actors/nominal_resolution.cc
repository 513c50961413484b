#include "actors/nominal_resolution.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "actors/sectors.h"

namespace casus {
namespace {

constexpr std::size_t kFar = 60;  // sentences: longer than news reports are, and no more than a reader remembers

// The same noun, or its last word: "the ministry" after "the foreign ministry".
bool is_again(const Mark& mark, const Draft& draft) {
  return draft.lemma == mark.lemma || (mark.definite && draft.lemma.ends_with(" " + mark.lemma));
}

}  // namespace

NominalResolution::NominalResolution(const ParsedReport& report, Drafts& drafts, NameResolution& names, const LearnedAntecedents& learned)
    : report_(report), drafts_(drafts), names_(names), learned_(learned) {}

void NominalResolution::resolve(std::size_t m) {
  switch (drafts_.mark(m).thing) {
    case Thing::office:
      drafts_.link(m, office(m));
      break;
    case Thing::state: {
      const DraftId state = government(m);
      drafts_.link(m, state == kNoDraft ? untold_government(m) : state);
      break;
    }
    case Thing::body:
    case Thing::group:
      drafts_.link(m, collective(m));
      break;
    case Thing::people:
      drafts_.link(m, people(m));
      break;
    case Thing::individual:
      drafts_.link(m, individual(m));
      break;
    case Thing::again: {
      const DraftId before = again(m);
      const bool group = before == kNoDraft && drafts_.mark(m).nominal == NominalKind::band_again;
      if (group) found_group(m);
      drafts_.link(m, group ? collective(m) : before);
      break;
    }
    case Thing::set:
      several(m);
      break;
    default:
      break;
  }
}

DraftId NominalResolution::office(std::size_t m) {
  const Mark& mark = drafts_.mark(m);
  if (mark.same_as) {
    const auto same = drafts_.mark_at(*mark.same_as);
    return !same || drafts_.links(*same).empty() ? kNoDraft : drafts_.links(*same).front();
  }
  if (mark.titles.empty()) return kNoDraft;
  const std::string& title = mark.titles.front().office;
  const std::string country = drafts_.country_of(mark);
  const auto owner = drafts_.owner_of(mark);
  const auto holds = [&](DraftId d, bool exact) {
    const Draft& draft = drafts_[d];
    if (!is_one_of(draft.thing, {Thing::person, Thing::office}) || draft.plural) return false;
    if (mark.gender != Gender::unknown && draft.gender != Gender::unknown && mark.gender != draft.gender) return false;
    if (owner && drafts_[*owner].thing != Thing::state && draft.owner != owner) return false;
    if (mark.owner && !owner) return false;
    if (!country.empty() && draft.actor.country != country) return false;
    if (country.empty() && !mark.code.empty() && draft.actor.code != mark.code) return false;
    return std::any_of(draft.actor.roles.begin(), draft.actor.roles.end(),
                       [&](const Role& r) { return exact ? r.office == title : report_.knowledge().is_office_kind(title, r.office); });
  };
  for (const bool exact : {true, false}) {
    const DraftId before = drafts_.look_back(m, exact ? kFar : 6, [&](const Mark&, DraftId d) { return holds(d, exact); });
    if (before != kNoDraft) return before;
  }
  if (!country.empty() || !mark.code.empty())
    for (const DraftId d : drafts_.indexed("office " + title))
      if (!drafts_[d].marks.empty() && holds(d, true)) return d;
  if (const DraftId d = not_introduced(m); d != kNoDraft) {
    drafts_.introduce(d, m);
    return d;
  }
  drafts_.index("office " + title, drafts_.size());
  Draft draft;
  draft.thing = Thing::office;
  draft.actor.kind = ActorKind::role;
  draft.actor.name = mark.others.empty() ? report_.text(mark.name) : name_of(mark);
  draft.gender = mark.gender;
  draft.owner = owner;
  if (owner) draft.actor.name = name_with_owner(mark, *owner);
  const bool untold = country.empty() && mark.code.empty() && !mark.owner;
  set_codes(draft.actor, untold ? country_around(m) : country, mark.sector, mark.code);
  drafts_.add_titles(draft.actor, mark);
  return drafts_.add(std::move(draft));
}

// "Ada Kern will appeal. The Ruritanian judge was found guilty": who was named shortly before, with nothing said of who she is.
DraftId NominalResolution::not_introduced(std::size_t m) const {
  const Mark& mark = drafts_.mark(m);
  if (!mark.definite || mark.plural || (drafts_.country_of(mark).empty() && mark.code.empty())) return kNoDraft;
  constexpr std::size_t kNear = 2;
  DraftId found = kNoDraft;
  bool several = false;
  drafts_.look_back(m, kNear, [&](const Mark& other, DraftId d) {
    const Draft& draft = drafts_[d];
    const bool free = draft.thing == Thing::person && other.form == MentionForm::name && draft.actor.roles.empty() &&
                      draft.actor.sectors.empty() && !draft.actor.country && !draft.actor.code && !draft.actor.knowledge_id;
    const bool agrees = mark.gender == Gender::unknown || draft.gender == Gender::unknown || mark.gender == draft.gender;
    if (!free || !agrees) return false;
    several = several || (found != kNoDraft && found != d);
    found = d;
    return false;
  });
  return several ? kNoDraft : found;
}

// "the government", "his administration": of the owner's state, else of the state meant last.
DraftId NominalResolution::government(std::size_t m) {
  const std::string country = drafts_.country_of(drafts_.mark(m));
  if (!country.empty()) {
    drafts_.mark(m).country = country;
    return drafts_.state(country);
  }
  if (drafts_.mark(m).owner) return kNoDraft;
  if (const DraftId same = government_so_called(m); same != kNoDraft) {
    drafts_.mark(m).country = *drafts_[same].actor.country;
    return same;
  }
  const DraftId d = drafts_.look_back(m, 4, [&](const Mark&, DraftId id) { return drafts_[id].thing == Thing::state; });
  if (d != kNoDraft) drafts_.mark(m).country = *drafts_[d].actor.country;
  return d;
}

// "the junta" after "Ruritania's junta", if no other state's was called so.
DraftId NominalResolution::government_so_called(std::size_t m) const {
  const Mark& mark = drafts_.mark(m);
  DraftId found = kNoDraft;
  bool several = false;
  drafts_.look_back(m, kFar, [&](const Mark& other, DraftId d) {
    if (other.thing != Thing::state || other.form != MentionForm::nominal || other.lemma != mark.lemma || !drafts_[d].actor.country)
      return false;
    several = several || (found != kNoDraft && found != d);
    found = d;
    return false;
  });
  return several ? kNoDraft : found;
}

// "the administration" of whose state nothing was said yet
DraftId NominalResolution::untold_government(std::size_t m) {
  Mark& mark = drafts_.mark(m);
  if (mark.owner || !mark.acts || !mark.definite || !is_bare(mark)) return kNoDraft;
  mark.thing = Thing::body;
  mark.kind = ActorKind::organisation;
  mark.sector = "GOV";
  return collective(m);
}

// Bodies and groups: the same noun of the same country is the same; a noun without a country, that of the last one.
DraftId NominalResolution::collective(std::size_t m) {
  Mark& mark = drafts_.mark(m);
  const auto owner = drafts_.owner_of(mark);
  const bool untold = !mark.owner && mark.code.empty() && drafts_.country_of(mark).empty();
  const std::string country = untold ? country_around(m) : drafts_.country_of(mark);
  const std::optional<DraftId> person_owner = owner && drafts_[*owner].thing != Thing::state ? owner : std::nullopt;
  std::string sector = mark.sector;
  if (owner && sector.empty() && !drafts_[*owner].actor.sectors.empty()) sector = drafts_[*owner].actor.sectors.front();
  const auto fits = [&](const Draft& draft) {
    if (draft.thing != mark.thing || draft.owner != person_owner || !is_again(mark, draft)) return false;
    // "troops" after "Ruritanian troops" are others; "the troops" are those.
    if (!mark.definite && mark.plural && draft.actor.country.value_or("") != country) return false;
    if (!draft.actor.sectors.empty() && !sector.empty() && draft.actor.sectors.front() != sector) return false;
    if (untold) return true;
    return country.empty() ? mark.code.empty() || draft.actor.code == mark.code : draft.actor.country == country;
  };
  if (const DraftId named = names_.known_by_acronym(mark); named != kNoDraft) return named;
  const DraftId before = drafts_.look_back(m, kFar, [&](const Mark&, DraftId d) { return fits(drafts_[d]); });
  if (before != kNoDraft) {
    Draft& draft = drafts_[before];
    if (!draft.named_well && mark.affiliation) name_well(draft, mark);
    return before;
  }
  if (untold && mark.thing == Thing::body && is_bare(mark))
    if (const DraftId named = names_.named_with_noun(m, kFar); named != kNoDraft) return named;
  Draft draft;
  draft.thing = mark.thing;
  draft.actor.kind = mark.kind;
  draft.plural = mark.plural;
  draft.lemma = mark.lemma;
  draft.owner = person_owner;
  draft.actor.name = report_.text(mark.name);
  if (owner) draft.actor.name = name_with_owner(mark, *owner);
  else if (mark.affiliation) name_well(draft, mark);
  set_codes(draft.actor, country, sector, owner && country.empty() ? drafts_[*owner].actor.code.value_or("") : mark.code);
  return drafts_.add(std::move(draft));
}

// Nothing but an article and the noun itself.
bool NominalResolution::is_bare(const Mark& mark) const {
  const auto words = static_cast<std::size_t>(std::count(mark.lemma.begin(), mark.lemma.end(), ' ')) + 1;
  return report_.without_article(mark.range).size() <= words;
}

// "The army" of a report on one state is that state's; where several are near, nobody says whose it is.
std::string NominalResolution::country_around(std::size_t m) const {
  constexpr std::size_t kNear = 2;
  const Mark& mark = drafts_.mark(m);
  // "police" needs no article; "foreign troops", "139 prisoners" may be anybody's. Rebels are mostly those of a state that is named beside
  // them; "the terrorist group" is one that has a name.
  const bool party = mark.plural && contends_for_state(mark.sector);
  const bool body = (mark.definite || mark.sector == "COP") && is_bare(mark) && (mark.plural || mark.sector != "REB");
  if ((!body && !party) || is_often_foreign(mark.sector)) return "";
  const auto may_tell = [&](const Mark& other, Thing thing) {
    return (body || thing == Thing::state || thing == Thing::place) && !is_across(mark, other) &&
           (!party || mark.sector != "PTY" || is_where(other));
  };
  std::set<std::string> near;
  drafts_.look_back(m, body ? kNear : 0, [&](const Mark& other, DraftId d) {
    if (drafts_[d].actor.country && may_tell(other, drafts_[d].thing)) near.insert(*drafts_[d].actor.country);
    return false;
  });
  for (std::size_t k = m + 1; k < drafts_.marks() && report_.sentence_index(drafts_.mark(k).head) == report_.sentence_index(mark.head); ++k)
    if (!drafts_.mark(k).country.empty() && may_tell(drafts_.mark(k), drafts_.mark(k).thing)) near.insert(drafts_.mark(k).country);
  if (near.size() == 1) return *near.begin();
  if (!near.empty() || !body) return "";
  std::set<std::string> all = {drafts_.countries().begin(), drafts_.countries().end()};
  all.erase("");
  if (all.size() != 1) return "";
  for (std::size_t k = 0; k < drafts_.marks(); ++k)
    if (k != m && !drafts_.mark(k).country.empty() && !is_across(mark, drafts_.mark(k))) return *all.begin();
  return "";
}

// Does the other stand on the other side of the mark's verb? "The fishermen criticized Ruritania" tells nothing of whose they are; rebels
// have mostly to do with their own state.
bool NominalResolution::is_across(const Mark& mark, const Mark& other) const {
  if (mark.sector == "REB") return false;
  std::size_t own = mark.head;
  while (report_.relation_is(own, {"conj", "appos"}) && report_.word(own).head != kRoot) own = report_.word(own).head;
  const std::size_t verb = report_.word(own).head;
  if (verb == kRoot || !report_.relation_is(own, {"nsubj", "obj", "iobj", "obl"}) || is_where(other)) return false;
  for (std::size_t t = other.head; t != kRoot && t != own; t = report_.word(t).head)
    if (report_.word(t).head == verb) return report_.relation_is(t, {"nsubj", "obj", "iobj", "obl", "ccomp", "xcomp"});
  return false;
}

// "in Ruritania"
bool NominalResolution::is_where(const Mark& mark) const { return mark.place && report_.preposition(mark.head) == "in"; }

void NominalResolution::name_well(Draft& draft, const Mark& mark) const {
  draft.actor.name = name_of(mark);
  draft.named_well = true;
}

std::string NominalResolution::name_of(const Mark& mark) const {
  if (mark.others.empty() || !mark.affiliation) return report_.text(report_.without_article(mark.name));
  return report_.text(*mark.affiliation) + " " + (mark.titles.empty() ? report_.text(mark.noun) : mark.titles.front().office);
}

// "his office" by whose it is.
std::string NominalResolution::name_with_owner(const Mark& mark, DraftId owner) const {
  const bool pronoun = drafts_.mark(*drafts_.mark_at(*mark.owner)).thing == Thing::pronoun;
  if (!pronoun || *mark.owner != mark.range.first || mark.name.size() < 2) return report_.text(mark.name);
  const std::string& name = drafts_[owner].actor.name;
  return name + (drafts_[owner].plural ? "’ " : "’s ") + report_.text({mark.name.first + 1, mark.name.last});
}

DraftId NominalResolution::people(std::size_t m) {
  const Mark& mark = drafts_.mark(m);
  const std::string country = drafts_.country_of(mark);
  if (!country.empty()) {
    if (const auto& known = drafts_.indexed("people " + country); !known.empty()) return known.front();
    drafts_.index("people " + country, drafts_.size());
  }
  if (mark.definite && country.empty()) {
    const DraftId before = drafts_.look_back(m, 3, [&](const Mark&, DraftId d) { return drafts_[d].thing == Thing::people; });
    if (before != kNoDraft) return before;
  }
  Draft draft;
  draft.thing = Thing::people;
  draft.actor.kind = ActorKind::people;
  draft.plural = true;
  draft.actor.name = report_.text(report_.without_article(mark.name));
  set_codes(draft.actor, country, mark.sector, "");
  return drafts_.add(std::move(draft));
}

DraftId NominalResolution::individual(std::size_t m) {
  const Mark& mark = drafts_.mark(m);
  if (mark.definite) {
    const DraftId before = drafts_.look_back(
        m, 6, [&](const Mark& other, DraftId d) { return drafts_[d].thing == Thing::individual && other.lemma == mark.lemma; });
    if (before != kNoDraft) return before;
    if (const DraftId d = not_introduced(m); d != kNoDraft) {
      drafts_.introduce(d, m);
      return d;
    }
  }
  Draft draft;
  draft.thing = Thing::individual;
  draft.actor.kind = ActorKind::person;
  draft.lemma = mark.lemma;
  draft.actor.name = report_.text(mark.name);
  set_codes(draft.actor, drafts_.country_of(mark), mark.sector, mark.code);
  return drafts_.add(std::move(draft));
}

// "the rebels" of whom nothing was said yet
void NominalResolution::found_group(std::size_t m) {
  drafts_.mark(m).thing = Thing::group;
  drafts_.mark(m).kind = ActorKind::group;
  drafts_.mark(m).name = drafts_.mark(m).range;
}

DraftId NominalResolution::again(std::size_t m) {
  const Mark& mark = drafts_.mark(m);
  if (mark.owner) return country_of_owner(mark);
  constexpr std::size_t kNear = 4;
  constexpr std::size_t kStillInMind = 8;
  if (mark.nominal == NominalKind::body_again)
    if (const DraftId named = names_.named_with_noun(m, kStillInMind); named != kNoDraft) return named;
  constexpr float kSure = 0.5F;
  const auto learned = learned_.of(mark.head, [&](std::size_t token) { return drafts_.meant_by(token); });
  if (!learned.empty() && learned.front().probability > kSure && learned.front().means.size() == 1) {
    const DraftId d = learned.front().means.front();
    // A place that is not known is a country only where more than nearness says so.
    if (can_be(mark, drafts_[d]) || (mark.nominal == NominalKind::country && drafts_[d].is_country)) return d;
  }
  const std::size_t reach = mark.nominal == NominalKind::band_again ? kFar : kNear;
  return drafts_.look_back(m, reach, [&](const Mark& other, DraftId d) { return other.thing != Thing::set && can_be(mark, drafts_[d]); });
}

// "his country", "our country"
DraftId NominalResolution::country_of_owner(const Mark& mark) {
  const auto owner = drafts_.owner_of(mark);
  if (!owner) return kNoDraft;
  if (is_one_of(drafts_[*owner].thing, {Thing::state, Thing::place})) return *owner;
  const auto& country = drafts_[*owner].actor.country;
  return is_human(drafts_[*owner]) && country ? drafts_.state(*country) : kNoDraft;
}

// Whether a word that only points back may mean it.
bool NominalResolution::can_be(const Mark& mark, const Draft& draft) const {
  switch (mark.nominal) {
    case NominalKind::country:
      return draft.thing == Thing::state;
    case NominalKind::body_again:
      return is_one_of(draft.thing, {Thing::organisation, Thing::body}) &&
             (mark.lemma == "group" ? draft.actor.sectors.empty() || !is_of_state(draft.actor.sectors.front())
                                    : draft.actor.kind == ActorKind::organisation);
    case NominalKind::band_again:
      return draft.actor.kind == ActorKind::group && !draft.actor.sectors.empty() && draft.actor.sectors.front() == "REB";
    default:
      if (!is_one_of(draft.thing, {Thing::person, Thing::individual})) return false;
      if (mark.lemma == "man") return draft.gender != Gender::female;
      if (mark.lemma == "woman") return draft.gender != Gender::male;
      return std::any_of(draft.actor.roles.begin(), draft.actor.roles.end(),
                         [&](const Role& role) { return report_.knowledge().is_office_kind(mark.lemma, role.office); });
  }
}

// The last who were named in one row, as many as the mark counts, and all fit; nobody where there is no such row.
std::vector<DraftId> NominalResolution::named_together(std::size_t m, const std::function<bool(const Draft&)>& fits) const {
  std::vector<DraftId> row;
  const std::size_t count = drafts_.mark(m).count;
  for (std::size_t k = m; k-- > 0 && row.size() != count;) {
    row = drafts_.links(k);
    for (const std::size_t other : report_.tree().children(drafts_.mark(k).head, "conj"))
      if (const std::vector<DraftId>* meant = drafts_.meant_at(other)) row.insert(row.end(), meant->begin(), meant->end());
    if (!std::all_of(row.begin(), row.end(), [&](DraftId d) { return fits(drafts_[d]); })) row.clear();
  }
  return row.size() == count ? row : std::vector<DraftId>{};
}

// "both sides" where two, be they states or a state and its rebels, are spoken of far more than any other: those.
std::vector<DraftId> NominalResolution::two_spoken_of_most(std::size_t m) const {
  constexpr std::ptrdiff_t kFewest = 2;
  constexpr std::ptrdiff_t kFarMore = 2;  // times as much as the third
  std::vector<std::pair<std::ptrdiff_t, DraftId>> spoken_of;
  for (DraftId d = 0; d < drafts_.size(); ++d) {
    const Draft& draft = drafts_[d];
    const bool rebels = is_one_of(draft.thing, {Thing::organisation, Thing::group}) && draft.actor.country &&
                        !draft.actor.sectors.empty() && draft.actor.sectors.front() == "REB";
    if (!rebels && (draft.thing != Thing::state || draft.only_place)) continue;
    const auto before = std::count_if(draft.marks.begin(), draft.marks.end(), [&](std::size_t mark) { return mark < m; });
    if (before > 0) spoken_of.emplace_back(before, d);
  }
  std::stable_sort(spoken_of.begin(), spoken_of.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  if (spoken_of.size() < 2 || spoken_of[1].first < kFewest) return {};
  if (spoken_of.size() > 2 && spoken_of[2].first * kFarMore > spoken_of[1].first) return {};
  return {spoken_of[0].second, spoken_of[1].second};
}

// "the two leaders", "the two": the last so many who fit.
void NominalResolution::several(std::size_t m) {
  const std::string lemma = drafts_.mark(m).lemma;
  const NominalKind kind = drafts_.mark(m).nominal;
  std::vector<DraftId> found;
  constexpr std::size_t kNear = 3;
  const bool bare = lemma.empty();  // "the two"
  const auto collect = [&](auto fits) {
    found.clear();
    drafts_.look_back(m, bare ? kNear : kFar, [&](const Mark& other, DraftId d) {
      if (other.thing != Thing::set && fits(drafts_[d]) && std::find(found.begin(), found.end(), d) == found.end()) found.push_back(d);
      return found.size() == drafts_.mark(m).count;
    });
    return found.size() == drafts_.mark(m).count;
  };
  const auto is_person = [&](const Draft& d) {
    if ((lemma == "man" || lemma == "men") && d.gender == Gender::female) return false;
    if ((lemma == "woman" || lemma == "women") && d.gender == Gender::male) return false;
    return is_one_of(d.thing, {Thing::person, Thing::office}) && !d.plural;
  };
  const auto is_of_office = [&](const Draft& d) {
    const auto& roles = d.actor.roles;
    return is_person(d) && (roles.empty() || std::any_of(roles.begin(), roles.end(), [&](const Role& r) {
                              return report_.knowledge().is_office_kind(lemma, r.office);
                            }));
  };
  const auto is_state = [](const Draft& d) {
    return (d.thing == Thing::state || (d.thing == Thing::place && d.is_country)) && !d.only_place;
  };
  const auto is_side = [](const Draft& d) { return is_one_of(d.thing, {Thing::organisation, Thing::body, Thing::group}); };
  // "the three powers" after "Ruritania, Sylvania and Moldavia": so many who were named together go before the last so many.
  constexpr std::size_t kMany = 3;
  if (drafts_.mark(m).count >= kMany && kind == NominalKind::set_state) found = named_together(m, is_state);
  if (drafts_.mark(m).count == 2 && kind == NominalKind::set_state) found = two_spoken_of_most(m);
  if (!found.empty()) {
    for (const DraftId d : found) drafts_.link(m, d);
    return;
  }
  const bool complete = bare                              ? collect(is_person) || collect(is_state) || collect(is_side)
                        : kind == NominalKind::set_person ? collect(is_of_office) || collect(is_person)
                        : kind == NominalKind::set_state  ? collect(is_state)
                                                          : collect(is_side);
  if (complete)
    for (const DraftId d : found) drafts_.link(m, d);
}

}  // namespace casus
