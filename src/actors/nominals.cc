#include "actors/nominals.h"

#include <algorithm>
#include <array>

namespace casus {

std::size_t count_of_set(std::string_view word) {
  if (is_one_of(word, {"both", "pair", "duo"})) return 2;
  constexpr std::array<std::string_view, 8> kNumbers{"two", "three", "four", "five", "six", "seven", "eight", "nine"};
  const auto number = std::find(kNumbers.begin(), kNumbers.end(), word);
  return number == kNumbers.end() ? 0 : static_cast<std::size_t>(number - kNumbers.begin()) + 2;
}

Nominals::Nominals(const ParsedReport& report, const ProperNames& names, const NounPhrases& nouns, const Affiliations& affiliations,
                   const Persons& persons)
    : report_(report), names_(names), nouns_(nouns), affiliations_(affiliations), persons_(persons), tree_(report.tree()) {}

std::optional<Mark> Nominals::mark(const Noun& noun, std::optional<std::size_t> same_as) const {
  if (!same_as && ((report_.is_modifier(noun.head) && !is_body_of_a_state(noun)) || report_.is_predicate(noun.head))) return std::nullopt;
  Mark mark;
  mark.form = MentionForm::nominal;
  mark.range = {noun.np_first, std::max(noun.head + 1, noun.range.last)};
  mark.head = noun.head;
  mark.plural = noun.plural;
  mark.lemma = noun.key;
  const std::string first = report_.lower_form(noun.np_first);
  mark.definite = is_one_of(first, {"the", "this", "that", "these", "those", "both"});
  mark.same_as = same_as;
  if (!same_as && !describe(mark, noun)) return std::nullopt;
  if (!mark.others.empty()) {
    mark.noun = noun.range;
    mark.range.first = std::min(mark.range.first, mark.others.back().range.first);
  }
  if (same_as) {
    mark.thing = Thing::office;
    mark.name = mark.range;
  }
  return mark;
}

// "Ruritanian police" in "Ruritanian police custody": as a modifier of what is no actor itself.
bool Nominals::is_body_of_a_state(const Noun& noun) const {
  const std::size_t above = report_.word(noun.head).head;
  if (above == kRoot || above < noun.head || nouns_.at(above) || names_.at(above)) return false;
  return nouns_.nominal_of(noun, {NominalKind::body, NominalKind::band}) &&
         !affiliations_.before(noun.np_first, noun.range.first).country.empty();
}

// What the noun stands for; false where it is no actor.
bool Nominals::describe(Mark& mark, const Noun& noun) const {
  if (is_set(mark, noun)) return true;
  if (is_one_of(report_.lower_form(noun.np_first), {"no", "every", "each", "neither", "either"})) return false;
  // "expelled no envoy" names nobody; "did not expel any Ruritanian envoy" says of which state.
  if (report_.lower_form(noun.np_first) == "any" && affiliations_.before(noun.np_first, noun.range.first).country.empty()) return false;
  // "a spokesman for the Ruritanian navy"
  const bool role = nouns_.is_role(noun);
  const Affiliation whose = role ? affiliations_.of(noun.np_first, noun.range, noun.head, {"of", "for"})
                                 : affiliations_.of(noun.np_first, noun.range, noun.head, {"of"});
  const std::string modifiers = nouns_.sector_of_modifiers(noun.np_first, noun.range.first);
  affiliations_.take(mark, whose);
  const bool bare = whose.country.empty() && whose.code.empty() && !whose.owner && modifiers.empty();
  if (points_back(mark, noun, bare)) return true;
  if (role) extend(mark, noun, {"of", "for"});
  else extend(mark, noun, {"of"});
  // "supporters of the government in Ruritania"
  const bool owner_tells = whose.owner && !names_.is_unknown_place(*whose.owner) && !(nouns_.at(*whose.owner) && *whose.owner > noun.head);
  if (whose.country.empty() && whose.code.empty() && !owner_tells) take_where(mark, noun);
  if (const Nominal* opponent = nouns_.nominal_of(noun, {NominalKind::opponent})) return describe_opponent(mark, noun, *opponent, whose);
  if (const Nominal* government = nouns_.nominal_of(noun, {NominalKind::government})) return describe_government(mark, *government, whose);
  const Title* title = nouns_.title_of(noun);
  if (title && is_office(mark, noun, *title)) return describe_office(mark, noun, *title);
  // "the Ruritanian and Sylvanian sides"
  if (nouns_.nominal_of(noun, {NominalKind::set_state}) && !whose.country.empty() && !whose.territory) {
    mark.thing = Thing::state;
    mark.kind = ActorKind::state;
    mark.acts = true;
    mark.standing = 3;
    return true;
  }
  if (const Nominal* people = nouns_.nominal_of(noun, {NominalKind::people})) return describe_people(mark, noun, *people);
  if (const Nominal* body = nouns_.nominal_of(noun, {NominalKind::body})) {
    mark.thing = Thing::body;
    mark.kind = ActorKind::organisation;
    // "an office", "a delegation" without a word on whose it is: nobody in particular.
    if (body->weak && bare && !mark.definite) return false;
    return set_sector(mark, *body, whose, modifiers) && (!noun.plural || set_group(mark));
  }
  // "by force"
  const bool mass = !noun.plural && bare && noun.np_first == noun.range.first;
  if (const Nominal* band = nouns_.nominal_of(noun, {NominalKind::band}); band && !(band->weak && mass))
    return set_sector(mark, *band, whose, modifiers) && set_group(mark);
  if (const Nominal* member = nouns_.nominal_of(noun, {NominalKind::member})) {
    if (!set_sector(mark, *member, whose, modifiers)) return false;
    return noun.plural ? set_group(mark) : set_individual(mark);
  }
  if (title) {
    std::string sector(title->sector);
    if (title->weak && !modifiers.empty()) sector = modifiers;
    else if (title->weak && !whose.sector.empty()) sector = whose.sector;
    mark.sector = affiliations_.sector_in(whose, sector);
    return noun.plural ? set_group(mark) : set_individual(mark);
  }
  return false;
}

// "rebels in Ruritania": where they are says whose they are, if nothing else does.
void Nominals::take_where(Mark& mark, const Noun& noun) const {
  Affiliation where = affiliations_.of(noun.np_first, noun.range, noun.head, {"from", "in", "at"});
  if (where.country.empty() && has_ethnicity(noun)) where = affiliations_.where_of(noun.head, noun.range.last);
  // A place that is not known tells nothing of them.
  if (where.owner && names_.is_unknown_place(*where.owner) && names_.at(*where.owner)->kind != NameKind::person) return;
  affiliations_.take(mark, where);
  if (!where.country.empty() || where.owner) extend(mark, noun, {"from", "in", "at"});
}

// "the prime minister", "the French and Dutch ambassadors"; not "a minister", "some ministers".
bool Nominals::is_office(const Mark& mark, const Noun& noun, const Title& title) const {
  if (title.office.empty() || (noun.plural && (mark.others.empty() || title.weak))) return false;
  return !is_one_of(report_.lower_form(noun.np_first), {"a", "an", "any", "another", "one", "some", "no", "every", "each"});
}

bool Nominals::describe_office(Mark& mark, const Noun& noun, const Title& title) const {
  mark.thing = Thing::office;
  mark.kind = ActorKind::role;
  mark.country.clear();
  mark.code.clear();
  mark.owner.reset();
  persons_.add_title(mark, noun, title, noun.np_first);
  return true;
}

bool Nominals::has_ethnicity(const Noun& noun) const {
  for (std::size_t i = noun.np_first; i < noun.range.first; ++i)
    if (report_.is_nominal(report_.lower_form(i), NominalKind::ethnicity)) return true;
  return false;
}

// "the two leaders", "both sides"
bool Nominals::is_set(Mark& mark, const Noun& noun) const {
  const Nominal* set = nouns_.nominal_of(noun, {NominalKind::set, NominalKind::set_person, NominalKind::set_state});
  if (!noun.plural || !set) return false;
  mark.nominal = set->kind;
  for (std::size_t i = noun.np_first; i < noun.range.first; ++i) {
    if (report_.word(i).head != noun.head) continue;
    const std::string text = report_.lower_form(i);
    if (text == "both" || mark.definite) mark.count = std::max(mark.count, count_of_set(text));
  }
  if (mark.count == 0) return false;
  mark.thing = Thing::set;
  return true;
}

bool Nominals::points_back(Mark& mark, const Noun& noun, bool bare) const {
  if (!mark.owner && (!mark.definite || !bare)) return false;
  const Nominal* again = noun.plural ? nouns_.nominal_of(noun, {NominalKind::band_again})
                                     : nouns_.nominal_of(noun, {NominalKind::country, NominalKind::body_again, NominalKind::person_again});
  if (!again || (mark.owner && again->kind != NominalKind::country)) return false;
  if (again->kind == NominalKind::person_again && nouns_.title_of(noun)) return false;
  for (const std::size_t child : tree_.children(noun.head, "nmod"))
    if (child > noun.head && report_.preposition(child) == "of") return false;
  mark.thing = Thing::again;
  mark.nominal = again->kind;
  mark.sector = nouns_.sector_of_noun(noun);
  return true;
}

// "enemies of Ruritania", "Ruritanian adversaries" may be anybody's; those of a person or a government are mostly of the same state.
bool Nominals::describe_opponent(Mark& mark, const Noun& noun, const Nominal& opponent, const Affiliation& whose) const {
  // "Republican rivals" are Republicans.
  if (whose.range && names_.at(whose.range->first) && is_adjective_of_organisation(*names_.at(whose.range->first))) {
    mark.sector = whose.sector;
    return noun.plural ? set_group(mark) : set_individual(mark);
  }
  const bool of_state = !mark.country.empty() || !mark.code.empty();
  if (opponent.weak && !of_state && !mark.owner) return false;
  mark.sector = of_state ? "UNK" : std::string(opponent.sector);
  mark.country.clear();
  mark.code.clear();
  mark.territory.clear();
  mark.affiliation.reset();
  mark.others.clear();
  return noun.plural ? set_group(mark) : set_individual(mark);
}

bool Nominals::describe_government(Mark& mark, const Nominal& government, const Affiliation& whose) const {
  if (mark.country.empty() && !mark.owner && (government.sector.empty() || !mark.definite)) return false;
  mark.standing = 3;
  if (whose.territory) {
    affiliations_.set_territory(mark, *whose.territory);
    if (mark.sector.empty()) mark.sector = government.sector;
    return true;
  }
  mark.thing = Thing::state;
  mark.kind = ActorKind::state;
  mark.acts = !government.sector.empty();
  return true;
}

bool Nominals::describe_people(Mark& mark, const Noun& noun, const Nominal& people) const {
  const bool quantity = report_.word(noun.head).upos != "NOUN" && report_.word(noun.head).upos != "PROPN";
  if (mark.country.empty()) {
    const Affiliation where = affiliations_.of(noun.np_first, noun.range, noun.head, {"of", "in", "from", "across"});
    affiliations_.take(mark, where);
  }
  if (mark.country.empty() && (quantity || !report_.relation_is(mark.head, {"nsubj", "obj", "obl:agent"}))) return false;
  extend(mark, noun, {"of", "in", "from", "across"});
  mark.thing = Thing::people;
  mark.kind = ActorKind::people;
  mark.sector = people.sector;
  mark.plural = true;
  return true;
}

// The mention takes along the phrase after the noun that says whose they are.
void Nominals::extend(Mark& mark, const Noun& noun, Prepositions prepositions) const {
  for (const std::size_t child : tree_.children(noun.head, "nmod"))
    if (child == mark.range.last + 1 || (child > noun.head && is_one_of(report_.preposition(child), prepositions))) {
      if (child < noun.head || !is_one_of(report_.preposition(child), prepositions)) continue;
      std::size_t last = child + 1;
      if (names_.at(child)) last = std::max(last, names_.at(child)->range.last);
      mark.range.last = std::max(mark.range.last, last);
      mark.name = mark.range;
      return;
    }
  mark.name = mark.range;
}

bool Nominals::set_sector(Mark& mark, const Nominal& nominal, const Affiliation& whose, const std::string& modifiers) const {
  mark.sector = nominal.sector;
  if (nominal.weak && !whose.sector.empty()) mark.sector = whose.sector;
  if (nominal.weak && !modifiers.empty()) mark.sector = modifiers;
  mark.sector = affiliations_.sector_in(whose, mark.sector);
  return !mark.sector.empty() || !mark.country.empty() || !mark.code.empty() || mark.owner.has_value();
}

bool Nominals::set_group(Mark& mark) const {
  mark.thing = Thing::group;
  mark.kind = ActorKind::group;
  mark.plural = true;
  return true;
}

// A lone person without a name: an actor only where he takes part in something.
bool Nominals::set_individual(Mark& mark) const {
  mark.thing = Thing::individual;
  mark.kind = ActorKind::person;
  return report_.relation_is(mark.head, {"nsubj", "obj", "iobj", "obl:agent", "conj"}) && !mark.sector.empty();
}

}  // namespace casus
