#include "actors/drafts.h"

namespace casus {

bool is_one_of(Thing thing, std::initializer_list<Thing> wanted) { return std::find(wanted.begin(), wanted.end(), thing) != wanted.end(); }

bool is_human(const Draft& draft) { return is_one_of(draft.thing, {Thing::person, Thing::office, Thing::individual}); }

void set_codes(Actor& actor, const std::string& country, const std::string& sector, const std::string& code) {
  if (!country.empty()) actor.country = country;
  if (!sector.empty()) actor.sectors = {sector};
  if (!country.empty() || code.empty()) {
    const std::string made = country + sector;
    if (!made.empty()) actor.code = made;
  } else {
    actor.code = code;
  }
}

// "IGOUNO", and not a mere sector such as "GOV", which says nothing of whose it is.
bool is_whole_code(const Actor& actor) { return actor.code && actor.code->size() > 3; }

Drafts::Drafts(const ParsedReport& report, std::vector<Mark> marks) : report_(report), marks_(std::move(marks)), links_(marks_.size()) {
  for (std::size_t m = 0; m < marks_.size(); ++m) {
    mark_at_.emplace(marks_[m].head, m);
    countries_.insert(marks_[m].country);
  }
}

std::optional<std::size_t> Drafts::mark_at(std::size_t head) const {
  const auto found = mark_at_.find(head);
  return found == mark_at_.end() ? std::nullopt : std::optional(found->second);
}

DraftId Drafts::add(Draft draft) {
  drafts_.push_back(std::move(draft));
  return drafts_.size() - 1;
}

// What a draft can be found by: a long report has too many to look at each. Keys say of what kind they are: "state ARM".
void Drafts::index(const std::string& key, DraftId d) {
  auto& found = by_key_[key];
  if (std::find(found.begin(), found.end(), d) == found.end()) found.push_back(d);
}

const std::vector<DraftId>& Drafts::indexed(const std::string& key) const {
  static const std::vector<DraftId> kNone;
  const auto found = by_key_.find(key);
  return found == by_key_.end() ? kNone : found->second;
}

void Drafts::link(std::size_t m, DraftId d) {
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
      draft.actor.name = mark.standing < 3 ? report_.text(mark.name) : std::string(report_.knowledge().state(mark.country)->name);
    }
  }
  if (mark.thing == Thing::pronoun) draft.pronouns += mark.gender == Gender::male ? 1 : mark.gender == Gender::female ? -1 : 0;
  else if (draft.gender == Gender::unknown && mark.thing != Thing::set) draft.gender = mark.gender;
  if (draft.territory.empty()) draft.territory = mark.territory;
}

const std::vector<DraftId>* Drafts::meant_at(std::size_t token) const {
  const auto m = mark_at(token);
  return !m || links_[*m].empty() ? nullptr : &links_[*m];
}

// As meant_at; "thousands of students" means the students.
const std::vector<DraftId>* Drafts::meant_by(std::size_t token) const {
  if (const auto* meant = meant_at(token)) return meant;
  if (report_.word(token).xpos != "NNS") return nullptr;
  for (const std::size_t child : report_.tree().children(token, "nmod")) {
    const auto m = mark_at(child);
    if (child > token && m && marks_[*m].plural) return meant_at(child);
  }
  return nullptr;
}

std::optional<DraftId> Drafts::owner_of(const Mark& mark) const {
  if (!mark.owner) return std::nullopt;
  const auto m = mark_at(*mark.owner);
  // "Their armies" are those of each.
  if (!m || links_[*m].size() != 1) return std::nullopt;
  return links_[*m].front();
}

std::string Drafts::country_of(const Mark& mark) const {
  if (!mark.country.empty()) return mark.country;
  const auto owner = owner_of(mark);
  return owner ? drafts_[*owner].actor.country.value_or("") : "";
}

void Drafts::add_titles(Actor& actor, const Mark& mark) const {
  for (const TitleUse& title : mark.titles) {
    const auto same = std::find_if(actor.roles.begin(), actor.roles.end(), [&](const Role& r) { return r.office == title.office; });
    const Span span = report_.span(title.range);
    if (same != actor.roles.end()) {
      if (std::find(same->spans.begin(), same->spans.end(), span) == same->spans.end()) same->spans.push_back(span);
      if (!same->of && !title.of.empty()) same->of = title.of;
      continue;
    }
    Role role{.office = title.office, .from = Source::text, .spans = {span}};
    if (!title.of.empty()) role.of = title.of;
    if (!report_.date().empty()) role.as_of = report_.date();
    actor.roles.push_back(std::move(role));
  }
  if (!actor.country && !actor.code && (!mark.country.empty() || !mark.code.empty()))
    set_codes(actor, mark.country, mark.sector, mark.code);
  else if (actor.sectors.empty() && !mark.sector.empty())
    set_codes(actor, actor.country.value_or(""), mark.sector, actor.code.value_or(""));
}

// "She is a refugee from Ruritania": what a later mention tells of a person whom nothing else introduced.
void Drafts::introduce(DraftId d, std::size_t m) {
  Draft& draft = drafts_[d];
  if (draft.thing != Thing::person || draft.actor.country || is_whole_code(draft.actor)) return;
  add_titles(draft.actor, marks_[m]);
}

DraftId Drafts::state(const std::string& code) {
  if (const auto& known = indexed("state " + code); !known.empty()) return known.front();
  index("state " + code, drafts_.size());
  Draft draft;
  draft.thing = Thing::state;
  draft.actor.kind = ActorKind::state;
  draft.actor.name = report_.knowledge().state(code)->name;
  draft.actor.country = code;
  draft.actor.code = code;
  draft.actor.knowledge_id = "state/" + code;
  return add(std::move(draft));
}

DraftId Drafts::found_state(const std::string& country, TokenRange words) {
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

std::string Drafts::place_around(std::size_t m) const {
  std::set<std::string> countries;
  visit_beside(m, [&](const Mark& mark) {
    if (!mark.country.empty() && (mark.thing == Thing::place || (mark.thing == Thing::state && mark.place))) countries.insert(mark.country);
  });
  return countries.size() == 1 ? *countries.begin() : "";
}

bool Drafts::is_beside_another(std::size_t m, std::string_view country) const {
  bool another = false;
  visit_beside(m, [&](const Mark& mark) { another = another || (!mark.country.empty() && mark.country != country); });
  return another;
}

std::optional<TokenRange> Drafts::affiliation_words(const Draft& draft) const {
  for (const std::size_t m : draft.marks) {
    if (marks_[m].affiliation && marks_[m].country == draft.actor.country) return marks_[m].affiliation;
    for (const Nationality& other : marks_[m].others)
      if (other.country == draft.actor.country) return other.range;
  }
  return std::nullopt;
}

}  // namespace casus
