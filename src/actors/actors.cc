// Marks become actors in two passes in the order of the text. First those that carry a name: persons, states, organisations. Then those
// that point to somebody or found an actor without a name: titles, role nouns, pronouns, "the two leaders"; each looks back over what
// was meant before it. At the end states are founded for those who belong to them, and everything is numbered by its first span.
#include "actors/actors.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>

#include "actors/learned_antecedents.h"
#include "actors/marks.h"
#include "actors/pronouns.h"
#include "actors/recognition.h"
#include "actors/speakers.h"
#include "core/check.h"
#include "core/unicode.h"

namespace casus {
namespace {

using DraftId = std::size_t;

struct Draft {
  Actor actor;
  Thing thing = Thing::person;
  Gender gender = Gender::unknown;
  int pronouns = 0;  // that mean it: how many more are male than female
  bool plural = false;
  std::string lemma;
  std::vector<std::string> sounds;  // of a person's name, word by word
  std::string territory;            // whose it is, by its id
  int standing = 9;                 // of a state's name
  bool named_well = false;
  bool only_place = true;
  bool is_country = false;  // a place that has an adjective, an army, a president
  std::optional<DraftId> owner;
  std::vector<std::size_t> marks;
};

bool one_of(Thing thing, std::initializer_list<Thing> wanted) { return std::find(wanted.begin(), wanted.end(), thing) != wanted.end(); }

bool holds(const std::vector<TokenRange>& ranges, std::size_t token) {
  return std::any_of(ranges.begin(), ranges.end(), [&](const TokenRange& range) { return range.contains(token); });
}

std::vector<std::string> split_words(const std::string& text) {
  std::vector<std::string> words;
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find(' ', start), text.size());
    if (end > start) words.push_back(text.substr(start, end - start));
    start = end + 1;
  }
  return words;
}

class Resolver {
 public:
  Resolver(const Document& document, const Tokens& tokens, const Parse& parse, const Names& names, const Attributions& attributions,
           const Coreference& coreference, const Knowledge& knowledge, std::string date)
      : document_(document),
        tokens_(tokens),
        parse_(parse),
        knowledge_(knowledge),
        date_(std::move(date)),
        tree_(tokens, parse),
        marks_(find_marks(document, tokens, parse, tree_, names, knowledge, date_)),
        links_(marks_.size()),
        quotations_(document, tokens),
        speakers_(tokens, attributions, quotations_),
        grammar_(tokens, parse, tree_, quotations_),
        learned_(coreference) {
    for (std::size_t m = 0; m < marks_.size(); ++m) {
      mark_at_.emplace(marks_[m].head, m);
      countries_.insert(marks_[m].country);
    }
  }

  Actors resolve() {
    for (std::size_t m = 0; m < marks_.size(); ++m) {
      if (marks_[m].thing == Thing::person) link(m, person(m));
      else if (marks_[m].thing == Thing::state && !marks_[m].country.empty()) link(m, state(marks_[m].country));
      else if (marks_[m].thing == Thing::organisation) link(m, organisation(m));
      else if (marks_[m].thing == Thing::territory) link(m, territory(m));
      else if (marks_[m].thing == Thing::place) link(m, place(m));
    }
    for (DraftId d = 0; d < drafts_.size(); ++d) {
      if (drafts_[d].thing != Thing::person) continue;
      recognise_person(d);
      for (const Role& role : drafts_[d].actor.roles) index("office " + role.office, d);
    }
    const std::size_t marks = marks_.size();
    for (std::size_t m = 0; m < marks; ++m)
      if (links_[m].empty() && !waits_for_speaker(marks_[m])) resolve(m);
    for (DraftId d = 0; d < drafts_.size(); ++d) inherit_from_owner(d);
    for (std::size_t m = 0; m < marks; ++m)
      if (links_[m].empty() && waits_for_speaker(marks_[m])) resolve(m);
    for (DraftId d = 0; d < drafts_.size(); ++d) inherit_from_owner(d);
    for (DraftId d = 0; d < drafts_.size(); ++d) join_state(d);
    return finish();
  }

 private:
  const Word& word(std::size_t token) const { return parse_.words[token]; }
  std::size_t sentence(std::size_t token) const { return grammar_.sentence(token); }
  std::string text(TokenRange range) const { return slice(document_, tokens_.span(range)); }

  DraftId add(Draft draft) {
    drafts_.push_back(std::move(draft));
    return drafts_.size() - 1;
  }

  // What a draft can be found by: a long report has too many to look at each. Keys say of what kind they are: "state ARM".
  void index(const std::string& key, DraftId d) {
    auto& found = by_key_[key];
    if (std::find(found.begin(), found.end(), d) == found.end()) found.push_back(d);
  }

  const std::vector<DraftId>& indexed(const std::string& key) const {
    static const std::vector<DraftId> kNone;
    const auto found = by_key_.find(key);
    return found == by_key_.end() ? kNone : found->second;
  }

  void link(std::size_t m, DraftId d) {
    if (d == kNoDraft || std::find(links_[m].begin(), links_[m].end(), d) != links_[m].end()) return;
    links_[m].push_back(d);
    Draft& draft = drafts_[d];
    const Mark& mark = marks_[m];
    draft.marks.push_back(m);
    if (mark.thing == Thing::place) {
      if (mark.acts) draft.only_place = false;
      if (mark.standing == 3) draft.is_country = true;
    }
    if (mark.thing == Thing::state) {
      if (mark.acts && draft.actor.sectors.empty()) draft.actor.sectors.push_back("GOV");
      if (!mark.place) draft.only_place = false;
      if (mark.standing < draft.standing) {
        draft.standing = mark.standing;
        draft.actor.name = mark.standing < 3 ? text(mark.name) : std::string(knowledge_.state(mark.country)->name);
      }
    }
    if (mark.thing == Thing::pronoun) draft.pronouns += mark.gender == Gender::male ? 1 : mark.gender == Gender::female ? -1 : 0;
    else if (draft.gender == Gender::unknown && mark.thing != Thing::set) draft.gender = mark.gender;
    if (draft.territory.empty()) draft.territory = mark.territory;
  }

  // --- names

  DraftId state(const std::string& code) {
    if (const auto& known = indexed("state " + code); !known.empty()) return known.front();
    index("state " + code, drafts_.size());
    Draft draft;
    draft.thing = Thing::state;
    draft.actor.kind = ActorKind::state;
    draft.actor.name = knowledge_.state(code)->name;
    draft.actor.country = code;
    draft.actor.code = code;
    draft.actor.knowledge_id = "state/" + code;
    return add(std::move(draft));
  }

  // A town or region, or a country that is not known, by its name.
  DraftId place(std::size_t m) {
    const Mark& mark = marks_[m];
    const std::string name = text(mark.name);
    const std::string key = mark.knowledge_id.empty() ? "place " + fold(name) : mark.knowledge_id;
    if (const auto& known = indexed(key); !known.empty()) return known.front();
    index(key, drafts_.size());
    Draft draft;
    draft.thing = Thing::place;
    draft.actor.kind = ActorKind::place;
    draft.actor.name = name;
    if (!mark.knowledge_id.empty()) draft.actor.knowledge_id = mark.knowledge_id;
    set_codes(draft.actor, mark.country, "", "");
    return add(std::move(draft));
  }

  DraftId territory(std::size_t m) {
    const Mark& mark = marks_[m];
    if (const auto& known = indexed(mark.knowledge_id); !known.empty()) {
      Actor& actor = drafts_[known.front()].actor;
      if (mark.standing == 0 && mark.name.size() > 1 && actor.name.size() < text(mark.name).size()) actor.name = text(mark.name);
      return known.front();
    }
    index(mark.knowledge_id, drafts_.size());
    Draft draft;
    draft.thing = Thing::territory;
    draft.actor.kind = ActorKind::place;
    draft.actor.name = mark.standing == 0 ? text(mark.name) : std::string(knowledge_.territory(mark.knowledge_id)->name);
    draft.actor.knowledge_id = mark.knowledge_id;
    set_codes(draft.actor, mark.country, mark.sector, "");
    return add(std::move(draft));
  }

  static void set_codes(Actor& actor, const std::string& country, const std::string& sector, const std::string& code) {
    if (!country.empty()) actor.country = country;
    if (!sector.empty()) actor.sectors = {sector};
    if (!country.empty() || code.empty()) {
      const std::string made = country + sector;
      if (!made.empty()) actor.code = made;
    } else {
      actor.code = code;
    }
  }

  DraftId organisation(std::size_t m) {
    const Mark& mark = marks_[m];
    const std::string name = text(mark.name);
    const std::vector<std::string> keys = organisation_keys(mark, name);
    for (const std::string& key : keys)
      for (const DraftId d : indexed(key)) {
        Actor& actor = drafts_[d].actor;
        if (mark.knowledge_id.empty() && actor.country && !mark.country.empty() && *actor.country != mark.country) continue;
        if (mark.knowledge_id.empty() ? actor.knowledge_id && !is_acronym(name) : actor.knowledge_id != mark.knowledge_id) continue;
        if (name.size() > actor.name.size() && mark.form == MentionForm::name) actor.name = name;
        if (!actor.country && !mark.country.empty()) set_codes(actor, mark.country, mark.sector, mark.code);
        for (const std::string& also : keys) index(also, d);
        return d;
      }
    for (const std::string& key : keys) index(key, drafts_.size());
    Draft draft;
    draft.thing = Thing::organisation;
    draft.actor.kind = mark.kind;
    draft.actor.name = name;
    if (!mark.knowledge_id.empty()) draft.actor.knowledge_id = mark.knowledge_id;
    set_codes(draft.actor, mark.country, mark.sector, mark.code);
    if (draft.actor.code && is_whole_code(draft.actor)) index("code " + *draft.actor.code, drafts_.size());
    return add(std::move(draft));
  }

  // By its id where it is known, else by its name, and by the acronym that it is or makes: "Popular Front of Lutz", "PFL".
  static std::vector<std::string> organisation_keys(const Mark& mark, const std::string& name) {
    const bool known = !mark.knowledge_id.empty();
    std::vector<std::string> keys{known ? mark.knowledge_id : "organisation " + fold(name)};
    const std::string acronym = is_acronym(name) ? name : initials(name);
    if (acronym.size() > 1) keys.push_back("acronym " + acronym);
    return keys;
  }

  static std::string initials(const std::string& name) {
    std::string letters;
    for (const std::string& word : split_words(name))
      if (word[0] >= 'A' && word[0] <= 'Z') letters += word[0];
    return letters;
  }

  // "the Union of Coal Miners (UCM)": whose acronym stands in the report as a name of its own.
  DraftId known_by_acronym(const Mark& mark) {
    constexpr std::size_t kShortest = 3;
    const std::string letters = initials(text(mark.name));
    if (letters.size() < kShortest || indexed("acronym " + letters).empty()) return kNoDraft;
    const DraftId d = indexed("acronym " + letters).front();
    Actor& actor = drafts_[d].actor;
    if (!actor.country) set_codes(actor, mark.country, mark.sector, mark.code);
    actor.name = text(without_article(mark.name));
    return d;
  }

  DraftId person(std::size_t m) {
    const Mark& mark = marks_[m];
    const std::vector<std::string> sounds = split_words(knowledge_.sound(text(mark.name)));
    if (sounds.empty()) return kNoDraft;
    const DraftId known = known_person(sounds, mark);
    const DraftId d =
        known != kNoDraft ? known : add(Draft{.actor = Actor{.name = text(mark.name)}, .thing = Thing::person, .sounds = sounds});
    Draft& draft = drafts_[d];
    if (sounds.size() > draft.sounds.size()) {
      draft.sounds = sounds;
      draft.actor.name = text(mark.name);
    }
    for (const std::string& sound : sounds) index("person " + sound, d);
    add_titles(draft.actor, mark);
    return d;
  }

  // The person that a name means again: the last one mentioned whose name it fits.
  DraftId known_person(const std::vector<std::string>& sounds, const Mark& mark) const {
    for (const bool by_any_word : {false, true}) {
      DraftId best = kNoDraft;
      for (const DraftId d : indexed("person " + sounds.back())) {
        const Draft& draft = drafts_[d];
        if (!name_fits(draft.sounds, sounds, by_any_word)) continue;
        if (mark.gender != Gender::unknown && draft.gender != Gender::unknown && mark.gender != draft.gender) continue;
        if (best == kNoDraft || draft.marks.back() > drafts_[best].marks.back()) best = d;
      }
      if (best != kNoDraft) return best;
    }
    return kNoDraft;
  }

  static bool name_fits(const std::vector<std::string>& known, const std::vector<std::string>& name, bool by_any_word) {
    if (known.size() > 1 && name.size() > 1) {
      if (known.back() != name.back()) return known == name;
      const std::string& a = known.front();
      const std::string& b = name.front();
      return a == b || (std::min(a.size(), b.size()) == 1 && a[0] == b[0]) || contains(known, b) || contains(name, a);
    }
    const auto& longer = known.size() > name.size() ? known : name;
    const auto& shorter = known.size() > name.size() ? name : known;
    return longer.back() == shorter.back() || (by_any_word && contains(longer, shorter.back()));
  }

  static bool contains(const std::vector<std::string>& words, const std::string& word) {
    return std::find(words.begin(), words.end(), word) != words.end();
  }

  void add_titles(Actor& actor, const Mark& mark) {
    for (const TitleUse& title : mark.titles) {
      const auto same = std::find_if(actor.roles.begin(), actor.roles.end(), [&](const Role& r) { return r.office == title.office; });
      const Span span = tokens_.span(title.range);
      if (same != actor.roles.end()) {
        if (std::find(same->spans.begin(), same->spans.end(), span) == same->spans.end()) same->spans.push_back(span);
        if (!same->of && !title.of.empty()) same->of = title.of;
        continue;
      }
      Role role{.office = title.office, .from = Source::text, .spans = {span}};
      if (!title.of.empty()) role.of = title.of;
      if (!date_.empty()) role.as_of = date_;
      actor.roles.push_back(std::move(role));
    }
    if (!actor.country && !actor.code && (!mark.country.empty() || !mark.code.empty()))
      set_codes(actor, mark.country, mark.sector, mark.code);
    else if (actor.sectors.empty() && !mark.sector.empty())
      set_codes(actor, actor.country.value_or(""), mark.sector, actor.code.value_or(""));
  }

  // --- what is known of persons

  void recognise_person(DraftId d) {
    Draft& draft = drafts_[d];
    Actor& actor = draft.actor;
    const Told told{.name = actor.name,
                    .gender = draft.gender,
                    .of = !draft.territory.empty() ? draft.territory
                          : actor.country          ? *actor.country
                          : is_whole_code(actor)   ? *actor.code
                                                   : std::string_view(),
                    .of_unknown_land = is_of_unknown_land(draft),
                    .roles = &actor.roles,
                    .mentions = [&](std::string_view code) { return countries_.contains(code); }};
    const auto recognition = recognise(told, knowledge_, date_);
    if (!recognition) return;
    actor.knowledge_id = recognition->person->id;
    if (draft.gender == Gender::unknown) draft.gender = recognition->person->gender;
    if (!recognition->term) {
      // Whose offices he held later, with no office yet.
      const std::string state(recognition->person->terms.front().of);
      if (!actor.country && !is_whole_code(actor) && knowledge_.state(state))
        set_codes(actor, state, actor.sectors.empty() ? "" : actor.sectors.front(), "");
      return;
    }
    const Term& term = *recognition->term;
    const KnownOrganisation* organisation = knowledge_.organisation(term.of);
    const std::string of(organisation ? organisation->code : term.of);
    const auto join = [&](const std::string& sector) {
      const std::string first = actor.sectors.empty() ? sector : actor.sectors.front();
      if (!actor.country) set_codes(actor, organisation ? "" : of, first, organisation ? of : "");
      else if (actor.sectors.empty()) set_codes(actor, *actor.country, first, "");
    };
    switch (recognition->tenure) {
      case Tenure::out_of_office:
        if (!organisation) join("ELI");
        return;
      case Tenure::told_former:
        for (Role& role : actor.roles)
          if (!role.of && former_office(role.office)) role.of = of;
        join("ELI");
        return;
      case Tenure::told_otherwise:
        differences_.push_back({d, &term});
        break;
      case Tenure::in_office:
        if (std::none_of(actor.roles.begin(), actor.roles.end(), [&](const Role& role) { return tells(role, term); }))
          actor.roles.push_back(known_role(term, of));
        break;
    }
    for (Role& role : actor.roles)
      if (!role.of && tells(role, term)) role.of = of;
    join(sector_of(term.office));
  }

  bool tells(const Role& role, const Term& term) const {
    return knowledge_.is_office_kind(role.office, term.office) || knowledge_.is_office_kind(term.office, role.office);
  }

  Role known_role(const Term& term, const std::string& of) const {
    Role role{.office = std::string(term.office), .of = of, .from = Source::knowledge};
    if (!date_.empty()) role.as_of = term.period.to.empty() && std::string_view(date_) > term.as_of ? std::string(term.as_of) : date_;
    return role;
  }

  // "the Ruritanian prime minister"
  bool is_of_unknown_land(const Draft& draft) const {
    return std::any_of(draft.marks.begin(), draft.marks.end(), [&](std::size_t m) {
      const auto owner = owner_of(marks_[m]);
      return owner && drafts_[*owner].thing == Thing::place && !drafts_[*owner].actor.country;
    });
  }

  std::string sector_of(std::string_view office) const {
    for (const Entry& entry : knowledge_.find(office))
      if (entry.sense == Sense::office) return std::string(knowledge_.title(entry.row).sector);
    return "GOV";
  }

  // --- what points to somebody, or has no name

  void resolve(std::size_t m) {
    resolve_one(m);
    if (marks_[m].others.empty()) return;
    // "French and Dutch officials" are two groups.
    const Mark mark = marks_[m];
    for (const Nationality& other : mark.others) {
      marks_[m].country = other.country;
      marks_[m].affiliation = other.range;
      for (TitleUse& title : marks_[m].titles) title.of = other.country;
      resolve_one(m);
    }
    marks_[m] = mark;
  }

  void resolve_one(std::size_t m) {
    const Mark& mark = marks_[m];
    switch (mark.thing) {
      case Thing::pronoun:
        pronoun(m);
        if (links_[m].size() == 1) introduce(links_[m].front(), m);
        break;
      case Thing::office:
        link(m, office(m));
        break;
      case Thing::state:
        link(m, government(m));
        break;
      case Thing::body:
      case Thing::group:
        link(m, collective(m));
        break;
      case Thing::people:
        link(m, people(m));
        break;
      case Thing::individual:
        link(m, individual(m));
        break;
      case Thing::again: {
        const DraftId before = again(m);
        const bool group = before == kNoDraft && marks_[m].nominal == NominalKind::band_again;
        if (group) found_group(m);
        link(m, group ? collective(m) : before);
        break;
      }
      case Thing::set:
        several(m);
        break;
      default:
        break;
    }
  }

  // Calls visit(mark, draft) for what was meant before mark m, the last first, up to `sentences` back; until it says true.
  template <class Visit>
  DraftId look_back(std::size_t m, std::size_t sentences, Visit visit) const {
    for (std::size_t k = m; k-- > 0;) {
      if (sentence(marks_[k].head) + sentences < sentence(marks_[m].head)) break;
      if (marks_[k].range.contains(marks_[m].head)) continue;
      for (const DraftId d : links_[k])
        if (visit(marks_[k], d)) return d;
    }
    return kNoDraft;
  }

  std::optional<DraftId> owner_of(const Mark& mark) const {
    if (!mark.owner) return std::nullopt;
    const auto found = mark_at_.find(*mark.owner);
    // "Their armies" are those of each.
    if (found == mark_at_.end() || links_[found->second].size() != 1) return std::nullopt;
    return links_[found->second].front();
  }

  std::string country_of(const Mark& mark) const {
    if (!mark.country.empty()) return mark.country;
    const auto owner = owner_of(mark);
    return owner ? drafts_[*owner].actor.country.value_or("") : "";
  }

  // "She is a refugee from Ruritania": what a later mention tells of a person whom nothing else introduced.
  void introduce(DraftId d, std::size_t m) {
    Draft& draft = drafts_[d];
    if (draft.thing != Thing::person || draft.actor.country || is_whole_code(draft.actor)) return;
    add_titles(draft.actor, marks_[m]);
  }

  // "Ada Kern will appeal. The Ruritanian judge was found guilty": who was named shortly before, with nothing said of who she is.
  DraftId not_introduced(std::size_t m) const {
    const Mark& mark = marks_[m];
    if (!mark.definite || mark.plural || (country_of(mark).empty() && mark.code.empty())) return kNoDraft;
    constexpr std::size_t kNear = 2;
    DraftId found = kNoDraft;
    bool several = false;
    look_back(m, kNear, [&](const Mark& other, DraftId d) {
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

  DraftId office(std::size_t m) {
    const Mark& mark = marks_[m];
    if (mark.same_as) {
      const auto same = mark_at_.find(*mark.same_as);
      return same == mark_at_.end() || links_[same->second].empty() ? kNoDraft : links_[same->second].front();
    }
    if (mark.titles.empty()) return kNoDraft;
    const std::string& title = mark.titles.front().office;
    const std::string country = country_of(mark);
    const auto owner = owner_of(mark);
    const auto holds = [&](DraftId d, bool exact) {
      const Draft& draft = drafts_[d];
      if (!one_of(draft.thing, {Thing::person, Thing::office}) || draft.plural) return false;
      if (mark.gender != Gender::unknown && draft.gender != Gender::unknown && mark.gender != draft.gender) return false;
      if (owner && drafts_[*owner].thing != Thing::state && draft.owner != owner) return false;
      if (mark.owner && !owner) return false;
      if (!country.empty() && draft.actor.country != country) return false;
      if (country.empty() && !mark.code.empty() && draft.actor.code != mark.code) return false;
      return std::any_of(draft.actor.roles.begin(), draft.actor.roles.end(),
                         [&](const Role& r) { return exact ? r.office == title : knowledge_.is_office_kind(title, r.office); });
    };
    for (const bool exact : {true, false}) {
      const DraftId before = look_back(m, exact ? kFar : 6, [&](const Mark&, DraftId d) { return holds(d, exact); });
      if (before != kNoDraft) return before;
    }
    if (!country.empty() || !mark.code.empty())
      for (const DraftId d : indexed("office " + title))
        if (!drafts_[d].marks.empty() && holds(d, true)) return d;
    if (const DraftId d = not_introduced(m); d != kNoDraft) {
      introduce(d, m);
      return d;
    }
    index("office " + title, drafts_.size());
    Draft draft;
    draft.thing = Thing::office;
    draft.actor.kind = ActorKind::role;
    draft.actor.name = mark.others.empty() ? text(mark.name) : name_of(mark);
    draft.gender = mark.gender;
    draft.owner = owner;
    if (owner) draft.actor.name = name_with_owner(mark, *owner);
    const bool untold = country.empty() && mark.code.empty() && !mark.owner;
    set_codes(draft.actor, untold ? country_around(m) : country, mark.sector, mark.code);
    add_titles(draft.actor, mark);
    return add(std::move(draft));
  }

  // "the government", "his administration": of the owner's state, else of the state meant last.
  DraftId government(std::size_t m) {
    const std::string country = country_of(marks_[m]);
    if (!country.empty()) {
      marks_[m].country = country;
      return state(country);
    }
    if (marks_[m].owner) return kNoDraft;
    const DraftId d = look_back(m, 4, [&](const Mark&, DraftId id) { return drafts_[id].thing == Thing::state; });
    if (d != kNoDraft) marks_[m].country = *drafts_[d].actor.country;
    return d;
  }

  // Bodies and groups: the same noun of the same country is the same; a noun without a country, that of the last one.
  DraftId collective(std::size_t m) {
    Mark& mark = marks_[m];
    const auto owner = owner_of(mark);
    const bool untold = !mark.owner && mark.code.empty() && country_of(mark).empty();
    const std::string country = untold ? country_around(m) : country_of(mark);
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
    if (const DraftId named = known_by_acronym(mark); named != kNoDraft) return named;
    const DraftId before = look_back(m, kFar, [&](const Mark&, DraftId d) { return fits(drafts_[d]); });
    if (before != kNoDraft) {
      Draft& draft = drafts_[before];
      if (!draft.named_well && mark.affiliation) name_well(draft, mark);
      return before;
    }
    Draft draft;
    draft.thing = mark.thing;
    draft.actor.kind = mark.kind;
    draft.plural = mark.plural;
    draft.lemma = mark.lemma;
    draft.owner = person_owner;
    draft.actor.name = text(mark.name);
    if (owner) draft.actor.name = name_with_owner(mark, *owner);
    else if (mark.affiliation) name_well(draft, mark);
    set_codes(draft.actor, country, sector, owner && country.empty() ? drafts_[*owner].actor.code.value_or("") : mark.code);
    return add(std::move(draft));
  }

  // The same noun, or its last word: "the ministry" after "the foreign ministry".
  static bool is_again(const Mark& mark, const Draft& draft) {
    return draft.lemma == mark.lemma || (mark.definite && draft.lemma.ends_with(" " + mark.lemma));
  }

  // Nothing but an article and the noun itself.
  bool is_bare(const Mark& mark) const {
    const auto words = static_cast<std::size_t>(std::count(mark.lemma.begin(), mark.lemma.end(), ' ')) + 1;
    return without_article(mark.range).size() <= words;
  }

  // "The army" of a report on one state is that state's; where several are near, nobody says whose it is.
  std::string country_around(std::size_t m) const {
    static const std::set<std::string> kFromElsewhere{"", "REF", "JRN", "UAF", "UNK"};
    constexpr std::size_t kNear = 2;
    const Mark& mark = marks_[m];
    // "police" needs no article; "foreign troops", "139 prisoners" may be anybody's. Rebels are mostly those of a state that is named
    // beside them.
    const bool party = mark.plural && (mark.sector == "REB" || mark.sector == "OPP" || mark.sector == "PTY");
    const bool body = (mark.definite || mark.sector == "COP") && is_bare(mark);
    if ((!body && !party) || kFromElsewhere.contains(mark.sector)) return "";
    std::set<std::string> near;
    look_back(m, body ? kNear : 0, [&](const Mark&, DraftId d) {
      const Draft& draft = drafts_[d];
      if (draft.actor.country && (body || one_of(draft.thing, {Thing::state, Thing::place}))) near.insert(*draft.actor.country);
      return false;
    });
    for (std::size_t k = m + 1; k < marks_.size() && sentence(marks_[k].head) == sentence(mark.head); ++k)
      if (!marks_[k].country.empty() && (body || one_of(marks_[k].thing, {Thing::state, Thing::place}))) near.insert(marks_[k].country);
    if (near.size() == 1) return *near.begin();
    if (!near.empty() || !body) return "";
    std::set<std::string> all = {countries_.begin(), countries_.end()};
    all.erase("");
    return all.size() == 1 ? *all.begin() : "";
  }

  void name_well(Draft& draft, const Mark& mark) {
    draft.actor.name = name_of(mark);
    draft.named_well = true;
  }

  std::string name_of(const Mark& mark) const {
    if (mark.others.empty() || !mark.affiliation) return text(without_article(mark.name));
    return text(*mark.affiliation) + " " + (mark.titles.empty() ? text(mark.noun) : mark.titles.front().office);
  }

  // "his office" by whose it is.
  std::string name_with_owner(const Mark& mark, DraftId owner) const {
    const bool pronoun = marks_[mark_at_.at(*mark.owner)].thing == Thing::pronoun;
    if (!pronoun || *mark.owner != mark.range.first || mark.name.size() < 2) return text(mark.name);
    const std::string& name = drafts_[owner].actor.name;
    return name + (drafts_[owner].plural ? "’ " : "’s ") + text({mark.name.first + 1, mark.name.last});
  }

  TokenRange without_article(TokenRange range) const {
    if (range.size() > 1 && word(range.first).upos == "DET") ++range.first;
    return range;
  }

  DraftId people(std::size_t m) {
    const Mark& mark = marks_[m];
    const std::string country = country_of(mark);
    if (!country.empty()) {
      if (const auto& known = indexed("people " + country); !known.empty()) return known.front();
      index("people " + country, drafts_.size());
    }
    if (mark.definite && country.empty()) {
      const DraftId before = look_back(m, 3, [&](const Mark&, DraftId d) { return drafts_[d].thing == Thing::people; });
      if (before != kNoDraft) return before;
    }
    Draft draft;
    draft.thing = Thing::people;
    draft.actor.kind = ActorKind::people;
    draft.plural = true;
    draft.actor.name = text(without_article(mark.name));
    set_codes(draft.actor, country, mark.sector, "");
    return add(std::move(draft));
  }

  DraftId individual(std::size_t m) {
    const Mark& mark = marks_[m];
    if (mark.definite) {
      const DraftId before =
          look_back(m, 6, [&](const Mark& other, DraftId d) { return drafts_[d].thing == Thing::individual && other.lemma == mark.lemma; });
      if (before != kNoDraft) return before;
      if (const DraftId d = not_introduced(m); d != kNoDraft) {
        introduce(d, m);
        return d;
      }
    }
    Draft draft;
    draft.thing = Thing::individual;
    draft.actor.kind = ActorKind::person;
    draft.lemma = mark.lemma;
    draft.actor.name = text(mark.name);
    set_codes(draft.actor, country_of(mark), mark.sector, mark.code);
    return add(std::move(draft));
  }

  // "the rebels" of whom nothing was said yet
  void found_group(std::size_t m) {
    marks_[m].thing = Thing::group;
    marks_[m].kind = ActorKind::group;
    marks_[m].name = marks_[m].range;
  }

  DraftId again(std::size_t m) {
    const Mark& mark = marks_[m];
    if (mark.owner) return country_of_owner(mark);
    constexpr float kSure = 0.5F;
    const auto learned = learned_.of(mark.head, [&](std::size_t token) { return meant_by(token); });
    if (!learned.empty() && learned.front().probability > kSure && learned.front().means.size() == 1) {
      const DraftId d = learned.front().means.front();
      // A place that is not known is a country only where more than nearness says so.
      if (can_be(mark, drafts_[d]) || (mark.nominal == NominalKind::country && drafts_[d].is_country)) return d;
    }
    const std::size_t reach = mark.nominal == NominalKind::band_again ? kFar : 4;
    return look_back(m, reach, [&](const Mark& other, DraftId d) { return other.thing != Thing::set && can_be(mark, drafts_[d]); });
  }

  // "his country", "our country"
  DraftId country_of_owner(const Mark& mark) {
    const auto owner = owner_of(mark);
    if (!owner) return kNoDraft;
    if (one_of(drafts_[*owner].thing, {Thing::state, Thing::place})) return *owner;
    const auto& country = drafts_[*owner].actor.country;
    return is_human(drafts_[*owner]) && country ? state(*country) : kNoDraft;
  }

  // Whether a word that only points back may mean it.
  bool can_be(const Mark& mark, const Draft& draft) const {
    switch (mark.nominal) {
      case NominalKind::country:
        return draft.thing == Thing::state;
      case NominalKind::body_again:
        return one_of(draft.thing, {Thing::organisation, Thing::body}) &&
               (mark.lemma == "group" || draft.actor.kind == ActorKind::organisation);
      case NominalKind::band_again:
        return draft.actor.kind == ActorKind::group && !draft.actor.sectors.empty() && draft.actor.sectors.front() == "REB";
      default:
        if (!one_of(draft.thing, {Thing::person, Thing::individual})) return false;
        if (mark.lemma == "man") return draft.gender != Gender::female;
        if (mark.lemma == "woman") return draft.gender != Gender::male;
        return std::any_of(draft.actor.roles.begin(), draft.actor.roles.end(),
                           [&](const Role& role) { return knowledge_.is_office_kind(mark.lemma, role.office); });
    }
  }

  // "the two leaders": the last so many who fit.
  void several(std::size_t m) {
    const std::string lemma = marks_[m].lemma;
    const NominalKind kind = marks_[m].nominal;
    std::vector<DraftId> found;
    const auto collect = [&](auto fits) {
      found.clear();
      look_back(m, kFar, [&](const Mark& other, DraftId d) {
        if (other.thing != Thing::set && fits(drafts_[d]) && std::find(found.begin(), found.end(), d) == found.end()) found.push_back(d);
        return found.size() == marks_[m].count;
      });
      return found.size() == marks_[m].count;
    };
    const auto is_person = [&](const Draft& d) {
      if ((lemma == "man" || lemma == "men") && d.gender == Gender::female) return false;
      if ((lemma == "woman" || lemma == "women") && d.gender == Gender::male) return false;
      return one_of(d.thing, {Thing::person, Thing::office}) && !d.plural;
    };
    const auto is_of_office = [&](const Draft& d) {
      const auto& roles = d.actor.roles;
      return is_person(d) && (roles.empty() || std::any_of(roles.begin(), roles.end(),
                                                           [&](const Role& r) { return knowledge_.is_office_kind(lemma, r.office); }));
    };
    const auto is_state = [](const Draft& d) {
      return (d.thing == Thing::state || (d.thing == Thing::place && d.is_country)) && !d.only_place;
    };
    const auto is_side = [](const Draft& d) { return one_of(d.thing, {Thing::organisation, Thing::body, Thing::group}); };
    const bool complete = kind == NominalKind::set_person  ? collect(is_of_office) || collect(is_person)
                          : kind == NominalKind::set_state ? collect(is_state)
                                                           : collect(is_side);
    if (complete)
      for (const DraftId d : found) link(m, d);
  }

  // --- pronouns

  void pronoun(std::size_t m) {
    const Mark& mark = marks_[m];
    if (mark.lemma == "who") {
      relative(m);
      return;
    }
    if (is_first_person(mark)) {
      first_person(m);
      return;
    }
    const std::vector<Antecedent> antecedents = antecedents_of(m);
    if (const Antecedent* chosen = grammar_.choose(mark, antecedents))
      for (const DraftId d : chosen->means) link(m, d);
  }

  static bool is_first_person(const Mark& mark) { return mark.thing == Thing::pronoun && (mark.lemma == "i" || mark.lemma == "we"); }

  // Its speaker may be named behind the quotation.
  bool waits_for_speaker(const Mark& mark) const {
    if (is_first_person(mark)) return true;
    const auto owner = mark.owner ? mark_at_.find(*mark.owner) : mark_at_.end();
    return owner != mark_at_.end() && is_first_person(marks_[owner->second]) && !speakers_.quoted(mark.head).empty();
  }

  // In a quotation "I" is the speaker and "we" his side; elsewhere they are the writer, who is no actor.
  void first_person(std::size_t m) {
    const std::optional<DraftId> speaker = speaker_at(marks_[m].head);
    if (!speaker) return;
    if (marks_[m].lemma == "we") link(m, side_of(*speaker));
    else if (is_human(drafts_[*speaker]) && !drafts_[*speaker].plural) link(m, *speaker);
  }

  // Who speaks in the quotation around the token, where that is one.
  std::optional<DraftId> speaker_at(std::size_t token) const {
    for (const TokenRange& source : speakers_.quoted(token)) {
      const std::vector<DraftId>* meant = nullptr;
      for (std::size_t i = source.first; i < source.last; ++i) {
        const auto* here = is_hidden(i) ? nullptr : meant_at(i);
        const bool top = !source.contains(word(i).head);
        if (here && (!meant || top)) meant = here;
        if (here && top) break;
      }
      if (meant && meant->size() == 1) return meant->front();
    }
    return std::nullopt;
  }

  bool is_hidden(std::size_t token) const {
    const auto found = mark_at_.find(token);
    return found != mark_at_.end() && marks_[found->second].hidden;
  }

  // For whom a speaker says "we": a state's servant for his state, others for what they belong to.
  DraftId side_of(DraftId d) {
    if (!is_human(drafts_[d])) return d;
    static const std::set<std::string> kServants{"GOV", "MIL", "SPY"};
    const Actor& actor = drafts_[d].actor;
    if (actor.country) {
      if (actor.sectors.empty() || !kServants.contains(actor.sectors.front())) return kNoDraft;
      const auto& states = indexed("state " + *actor.country);
      if (!states.empty() && !drafts_[states.front()].marks.empty()) return states.front();
      const auto words = affiliation_words(drafts_[d]);
      return words ? found_state(*actor.country, *words) : kNoDraft;
    }
    if (!actor.member_of.empty()) return actor.member_of.front().index;
    if (is_whole_code(actor))
      for (const DraftId o : indexed("code " + *actor.code))
        if (o != d) return o;
    return kNoDraft;
  }

  static bool is_human(const Draft& draft) { return one_of(draft.thing, {Thing::person, Thing::office, Thing::individual}); }

  // Those that agree and stand near, and those that are learned to be likely.
  std::vector<Antecedent> antecedents_of(std::size_t m) const {
    constexpr float kLikely = 0.1F;
    const Mark& mark = marks_[m];
    const auto learned = learned_.of(mark.head, [&](std::size_t token) { return meant_by(token); });
    std::size_t reach = mark.lemma == "it" ? 1 : 3;
    for (const LearnedAntecedent& one : learned)
      if (one.probability > kLikely) reach = std::max(reach, sentence(mark.head) - sentence(std::min(one.last_head, mark.head)));
    const auto probability = [&](const std::vector<DraftId>& means) {
      for (const LearnedAntecedent& one : learned)
        if (one.means == means) return one.probability;
      return 0.0F;
    };
    const std::vector<DraftId> excluded = excluded_from(mark);
    const std::optional<DraftId> speaker = mark.gender != Gender::unknown ? speaker_at(mark.head) : std::nullopt;
    const std::vector<TokenRange>& source = quotations_.of_token(mark.head) ? kNoWords : speakers_.told(mark.head);
    std::vector<Antecedent> found;
    const auto add = [&](std::size_t k, const std::vector<DraftId>& means) {
      Antecedent antecedent{.means = means, .head = marks_[k].head};
      antecedent.is_pronoun = marks_[k].thing == Thing::pronoun;
      antecedent.is_coordination = means.size() > 1;
      antecedent.is_source = holds(source, marks_[k].head);
      antecedent.probability = probability(means);
      antecedent.agrees = antecedent.is_coordination || agrees(mark, means.front());
      if (!antecedent.agrees && (antecedent.probability < kLikely || !could_agree(mark, means.front()))) return;
      if (!antecedent.is_coordination) {
        antecedent.is_speaker = speaker == means.front();
        antecedent.gender_evidence = gender_evidence(mark, drafts_[means.front()]);
        if (antecedent.gender_evidence < 0 && antecedent.probability < kLikely) return;
        antecedent.mentions = drafts_[means.front()].marks.size();
      }
      found.push_back(std::move(antecedent));
    };
    for (std::size_t k = m; k-- > 0 && sentence(marks_[k].head) + reach >= sentence(mark.head);) {
      if (marks_[k].range.contains(mark.head)) continue;
      if (marks_[k].thing != Thing::set)
        for (const DraftId d : links_[k])
          if (std::find(excluded.begin(), excluded.end(), d) == excluded.end()) add(k, {d});
      if (mark.plural && sentence(marks_[k].head) + 1 >= sentence(mark.head))
        if (const std::vector<DraftId> several = coordinated(k, mark.head); several.size() > 1) add(k, several);
    }
    if (grammar_.is_possessive(mark.head))
      for (std::size_t k = m + 1; k < marks_.size() && sentence(marks_[k].head) == sentence(mark.head); ++k)
        if (marks_[k].form == MentionForm::name && grammar_.precedes_its_subject(mark.head, marks_[k].head))
          for (const DraftId d : links_[k])
            if (agrees(mark, d)) add(k, {d});
    for (const LearnedAntecedent& one : learned)
      if (one.means.empty() && one.probability > kLikely && agrees_in_form(mark, one.last_head))
        found.push_back({.head = one.last_head, .probability = one.probability});
    return found;
  }

  const std::vector<DraftId>* meant_at(std::size_t token) const {
    const auto found = mark_at_.find(token);
    return found == mark_at_.end() || links_[found->second].empty() ? nullptr : &links_[found->second];
  }

  // As meant_at; "thousands of students" means the students.
  const std::vector<DraftId>* meant_by(std::size_t token) const {
    if (const auto* meant = meant_at(token)) return meant;
    if (word(token).xpos != "NNS") return nullptr;
    for (const std::size_t child : tree_.children(token, "nmod")) {
      const auto found = mark_at_.find(child);
      if (child > token && found != mark_at_.end() && marks_[found->second].plural) return meant_at(child);
    }
    return nullptr;
  }

  // "Kern thanked him" does not mean Kern.
  std::vector<DraftId> excluded_from(const Mark& pronoun) const {
    const auto subject = grammar_.disjoint_subject(pronoun);
    const std::vector<DraftId>* meant = subject ? meant_at(*subject) : nullptr;
    return meant ? *meant : std::vector<DraftId>{};
  }

  // "Kern and Moss ... they": those who are named together at mark k, before the token.
  std::vector<DraftId> coordinated(std::size_t k, std::size_t before) const {
    std::vector<DraftId> all = links_[k];
    for (const std::size_t other : tree_.children(marks_[k].head, "conj")) {
      const auto at = mark_at_.find(other);
      if (at == mark_at_.end() || other > before) continue;
      for (const DraftId d : links_[at->second])
        if (std::find(all.begin(), all.end(), d) == all.end()) all.push_back(d);
    }
    return all;
  }

  void relative(std::size_t m) {
    std::size_t t = marks_[m].head;
    for (int steps = 0; steps < 8 && !is_relation(word(t).relation, "acl:relcl"); ++steps) {
      if (word(t).head == kRoot) return;
      t = word(t).head;
    }
    if (!is_relation(word(t).relation, "acl:relcl") || word(t).head == kRoot) return;
    const auto found = mark_at_.find(word(t).head);
    if (found == mark_at_.end()) return;
    for (const DraftId d : std::vector<DraftId>(links_[found->second])) link(m, d);
  }

  static int gender_evidence(const Mark& mark, const Draft& draft) {
    if (mark.gender == Gender::unknown) return 0;
    if (draft.gender == mark.gender) return 1;
    return mark.gender == Gender::male ? draft.pronouns : -draft.pronouns;
  }

  bool agrees(const Mark& mark, DraftId d) const {
    const Draft& draft = drafts_[d];
    if (mark.gender != Gender::unknown) return is_human(draft) && (draft.gender == Gender::unknown || draft.gender == mark.gender);
    if (mark.lemma == "it") return one_of(draft.thing, {Thing::state, Thing::organisation, Thing::body, Thing::place}) && !draft.plural;
    return one_of(draft.thing, {Thing::group, Thing::people}) || (draft.actor.kind == ActorKind::group);
  }

  // A pronoun goes on with one of its own kind, a noun has its number.
  bool agrees_in_form(const Mark& pronoun, std::size_t token) const {
    const std::string& xpos = word(token).xpos;
    if (xpos == "PRP" || xpos == "PRP$") {
      const auto found = mark_at_.find(token);
      if (found == mark_at_.end()) return false;
      const Mark& other = marks_[found->second];
      return other.gender == pronoun.gender && other.plural == pronoun.plural && (other.lemma == "it") == (pronoun.lemma == "it");
    }
    return xpos.ends_with("S") == pronoun.plural || !xpos.starts_with("NN");
  }

  // "the company ... they", "the group ... it": where more than grammar speaks for it.
  bool could_agree(const Mark& mark, DraftId d) const {
    if (mark.gender != Gender::unknown) return false;
    if (mark.plural) return one_of(drafts_[d].thing, {Thing::organisation, Thing::body});
    return one_of(drafts_[d].thing, {Thing::group, Thing::territory});
  }

  // --- belonging

  // "his spokesman", "Kern's lawyer": country and code are the owner's.
  void inherit_from_owner(DraftId d) {
    Draft& draft = drafts_[d];
    if (draft.actor.country || !one_of(draft.thing, {Thing::person, Thing::office, Thing::body, Thing::group, Thing::individual})) return;
    for (const std::size_t m : draft.marks) {
      const auto owner = owner_of(marks_[m]);
      if (!owner || *owner == d) continue;
      const Actor& actor = drafts_[*owner].actor;
      const std::string sector = draft.actor.sectors.empty() ? "" : draft.actor.sectors.front();
      if (actor.country) set_codes(draft.actor, *actor.country, sector, "");
      else if (is_whole_code(actor) && (!draft.actor.code || draft.actor.code == sector)) set_codes(draft.actor, "", sector, *actor.code);
      if (drafts_[*owner].thing == Thing::place && !actor.country) {
        drafts_[*owner].is_country = drafts_[*owner].is_country || one_of(draft.thing, {Thing::person, Thing::office, Thing::body});
        drafts_[*owner].only_place = false;
        if (draft.actor.member_of.empty()) draft.actor.member_of.push_back({static_cast<std::uint32_t>(*owner)});
      }
      for (Role& role : draft.actor.roles)
        if (!role.of && (actor.country || is_whole_code(actor))) role.of = actor.country ? actor.country : actor.code;
      return;
    }
  }

  // "IGOUNO", and not a mere sector such as "GOV", which says nothing of whose it is.
  static bool is_whole_code(const Actor& actor) { return actor.code && actor.code->size() > 3; }

  // Persons in office and bodies belong to their state or organisation; an adjective founds the state where nothing else names it.
  void join_state(DraftId d) {
    static const std::set<std::string> kOfState{"GOV", "MIL", "SPY", "COP", "LEG", "JUD"};
    Draft& draft = drafts_[d];
    if (!one_of(draft.thing, {Thing::person, Thing::office, Thing::body, Thing::organisation})) return;
    if (!draft.actor.country && draft.owner && draft.actor.member_of.empty()) draft.actor.member_of = drafts_[*draft.owner].actor.member_of;
    if (!draft.territory.empty()) {
      for (const DraftId t : indexed(draft.territory)) draft.actor.member_of.push_back({static_cast<std::uint32_t>(t)});
      return;
    }
    const std::optional<TokenRange> words = affiliation_words(draft);
    if (!draft.actor.country) {
      if (draft.thing == Thing::organisation || !is_whole_code(draft.actor)) return;
      for (const DraftId o : indexed("code " + *draft.actor.code))
        if (o != d) {
          draft.actor.member_of.push_back({static_cast<std::uint32_t>(o)});
          return;
        }
      return;
    }
    if (draft.actor.sectors.empty() || !kOfState.contains(draft.actor.sectors.front())) return;
    const std::string country = *draft.actor.country;
    const auto& existing = indexed("state " + country);
    const bool mentioned = !existing.empty() && !drafts_[existing.front()].marks.empty();
    if (!mentioned && !words) return;
    const DraftId s = mentioned ? existing.front() : found_state(country, *words);
    drafts_[s].only_place = false;
    drafts_[d].actor.member_of.push_back({static_cast<std::uint32_t>(s)});
  }

  std::optional<TokenRange> affiliation_words(const Draft& draft) const {
    for (const std::size_t m : draft.marks) {
      if (marks_[m].affiliation && marks_[m].country == draft.actor.country) return marks_[m].affiliation;
      for (const Nationality& other : marks_[m].others)
        if (other.country == draft.actor.country) return other.range;
    }
    return std::nullopt;
  }

  DraftId found_state(const std::string& country, TokenRange words) {
    Mark mark;
    mark.thing = Thing::state;
    mark.kind = ActorKind::state;
    mark.range = mark.name = words;
    mark.head = words.last - 1;
    mark.country = country;
    mark.standing = 3;
    marks_.push_back(std::move(mark));
    links_.emplace_back();
    const DraftId d = state(country);
    link(marks_.size() - 1, d);
    return d;
  }

  // --- the layer

  Actors finish() {
    std::vector<DraftId> order;
    for (DraftId d = 0; d < drafts_.size(); ++d) {
      const bool idle = drafts_[d].thing == Thing::place && drafts_[d].only_place && !drafts_[d].actor.country;
      if (drafts_[d].marks.empty() || idle) continue;
      complete(drafts_[d]);
      if (drafts_[d].actor.spans.empty()) continue;
      order.push_back(d);
    }
    std::stable_sort(order.begin(), order.end(), [&](DraftId a, DraftId b) {
      const Span& x = drafts_[a].actor.spans.front();
      const Span& y = drafts_[b].actor.spans.front();
      return std::tie(x.start, x.end) < std::tie(y.start, y.end);
    });
    std::vector<std::optional<ActorId>> renumbered(drafts_.size());
    for (std::size_t i = 0; i < order.size(); ++i) renumbered[order[i]] = ActorId{static_cast<std::uint32_t>(i)};
    Actors actors;
    for (const DraftId d : order) {
      Actor actor = std::move(drafts_[d].actor);
      std::vector<ActorId> member_of;
      for (const ActorId of : actor.member_of)
        if (const auto id = renumbered[of.index]) member_of.push_back(*id);
      actor.member_of = std::move(member_of);
      actors.actors.push_back(std::move(actor));
    }
    for (const auto& [d, term] : differences_)
      if (renumbered[d]) actors.differences.push_back({*renumbered[d], term});
    for (std::size_t m = 0; m < marks_.size(); ++m) {
      if (marks_[m].hidden) continue;
      ActorMention mention{marks_[m].range, marks_[m].head, marks_[m].form, {}};
      for (const DraftId d : links_[m])
        if (renumbered[d]) mention.actors.push_back(*renumbered[d]);
      if (mention.actors.empty()) continue;
      std::sort(mention.actors.begin(), mention.actors.end());
      actors.mentions.push_back(std::move(mention));
    }
    std::stable_sort(actors.mentions.begin(), actors.mentions.end(), [](const auto& a, const auto& b) { return a.range < b.range; });
    return actors;
  }

  void complete(Draft& draft) {
    Actor& actor = draft.actor;
    if (draft.thing == Thing::state && draft.only_place) actor.kind = ActorKind::place;
    if (draft.thing == Thing::place && draft.is_country && !actor.country) {
      actor.kind = ActorKind::state;
      if (std::any_of(draft.marks.begin(), draft.marks.end(), [&](std::size_t m) { return marks_[m].acts; })) actor.sectors = {"GOV"};
    }
    for (const std::size_t m : draft.marks)
      if (!marks_[m].hidden) actor.mentions.push_back({tokens_.span(marks_[m].range), marks_[m].form});
    std::stable_sort(actor.mentions.begin(), actor.mentions.end(), [](const Mention& a, const Mention& b) { return a.span < b.span; });
    const auto twice =
        std::unique(actor.mentions.begin(), actor.mentions.end(), [](const Mention& a, const Mention& b) { return a.span == b.span; });
    actor.mentions.erase(twice, actor.mentions.end());
    for (const Mention& mention : actor.mentions) actor.spans.push_back(mention.span);
  }

  inline static const std::vector<TokenRange> kNoWords;
  static constexpr DraftId kNoDraft = static_cast<DraftId>(-1);
  static constexpr std::size_t kFar = 60;  // sentences: longer than news reports are, and no more than a reader remembers

  const Document& document_;
  const Tokens& tokens_;
  const Parse& parse_;
  const Knowledge& knowledge_;
  std::string date_;
  Tree tree_;
  std::vector<Mark> marks_;
  std::vector<std::vector<DraftId>> links_;
  std::vector<Draft> drafts_;
  Quotations quotations_;
  Speakers speakers_;
  PronounGrammar grammar_;
  LearnedAntecedents learned_;
  std::map<std::size_t, std::size_t> mark_at_;  // by head
  std::set<std::string, std::less<>> countries_;
  std::unordered_map<std::string, std::vector<DraftId>> by_key_;
  std::vector<std::pair<DraftId, const Term*>> differences_;
};

}  // namespace

namespace {

// Visits the mentions that may hold the token: they begin at most a sentence's length before it.
template <class Visit>
void visit_around(const std::vector<ActorMention>& mentions, std::size_t token, Visit visit) {
  auto after =
      std::upper_bound(mentions.begin(), mentions.end(), token, [](std::size_t t, const ActorMention& m) { return t < m.range.first; });
  while (after != mentions.begin() && (after - 1)->range.first + kLongestSentence > token) visit(*--after);
}

}  // namespace

const ActorMention* Actors::headed_by(std::size_t token) const {
  const ActorMention* first = nullptr;
  visit_around(mentions, token, [&](const ActorMention& mention) {
    if (mention.head == token) first = &mention;
  });
  return first;
}

const ActorMention* Actors::covering(std::size_t token) const {
  const ActorMention* shortest = nullptr;
  visit_around(mentions, token, [&](const ActorMention& mention) {
    if (mention.range.contains(token) && (!shortest || mention.range.size() <= shortest->range.size())) shortest = &mention;
  });
  return shortest;
}

Actors find_actors(const Document& document, const Tokens& tokens, const Parse& parse, const Names& names, const Attributions& attributions,
                   const Coreference& coreference, const Knowledge& knowledge, const std::optional<Date>& published) {
  CASUS_CHECK(tokens.tokens.size() == parse.words.size());
  const std::string date = published ? published->value.substr(0, 10) : "";
  return Resolver(document, tokens, parse, names, attributions, coreference, knowledge, date).resolve();
}

}  // namespace casus
