#include "actors/affiliations.h"

#include <algorithm>

#include "actors/sectors.h"

namespace casus {

Affiliations::Affiliations(const ParsedReport& report, const ProperNames& names, const NounPhrases& nouns)
    : report_(report), names_(names), nouns_(nouns), knowledge_(report.knowledge()), tree_(report.tree()) {}

// Whose the words [first, last) with this head are: by what stands before them in their phrase, else by "of ..." after them.
Affiliation Affiliations::of(std::size_t np_first, TokenRange words, std::size_t head, Prepositions prepositions) const {
  Affiliation whose = before(np_first, words.first);
  if (whose.range || (whose.owner && !names_.is_unknown_place(*whose.owner))) return whose;
  // "a Yazidi teacher from Iraq"
  Affiliation told = after(head, words.last, prepositions);
  return whose.owner && told.country.empty() ? whose : told;
}

Affiliation Affiliations::before(std::size_t np_first, std::size_t noun_first) const {
  Affiliation affiliation;
  for (std::size_t i = noun_first; i-- > np_first;) {
    if (names_.at(i)) {
      const ProperName& name = *names_.at(i);
      if (name.range.first >= np_first && take(outer_nationality(name), affiliation)) {
        affiliation.others = coordinated_nationalities(name);
        return affiliation;
      }
      i = name.range.first;
    } else if (report_.word(i).feats.find("Poss=Yes") != std::string::npos ||
               (is_relation(report_.word(i).relation, "nmod:poss") && nouns_.at(i))) {
      affiliation.owner = i;
      return affiliation;
    }
  }
  return affiliation;
}

Affiliation Affiliations::after(std::size_t head, std::size_t last, Prepositions prepositions) const {
  Affiliation affiliation;
  for (const std::size_t child : tree_.children(head, "nmod")) {
    if (child < head || !(is_one_of(report_.preposition(child), prepositions) || serves_somebody(child))) continue;
    const TokenRange extent{nouns_.np_start(child, child), child + 1};
    // "a spokesman for the Ruritanian army"
    const std::string sector = !nouns_.at(child) ? "" : sector_with_possessor(*nouns_.at(child));
    for (std::size_t i = extent.last; i-- > extent.first;)
      if (names_.at(i) && take(*names_.at(i), affiliation)) {
        if (!sector.empty()) affiliation.sector = sector;
        return affiliation;
      }
    if (affiliation.sector.empty()) affiliation.sector = sector;
    if (nouns_.at(child)) {
      const Noun& inner = *nouns_.at(child);
      if (nouns_.title_of(inner)) affiliation.owner = inner.head;
      else if (nouns_.nominal_of(inner, {NominalKind::body, NominalKind::band, NominalKind::government})) {
        Affiliation further = after(child, inner.range.last, {"of", "in", "from"});
        if (further.sector.empty()) further.sector = affiliation.sector;
        if (!further.country.empty() || !further.code.empty() || further.owner) return further;
      }
    }
  }
  if (!affiliation.owner) take_next(last, prepositions, affiliation);
  return affiliation;
}

// "an adviser to Kern", "an aide to the president"; not "an envoy to Ruritania"
bool Affiliations::serves_somebody(std::size_t object) const {
  if (report_.preposition(object) != "to") return false;
  if (names_.at(object)) return !names_.at(object)->entry && names_.at(object)->kind == NameKind::person;
  return nouns_.at(object) && nouns_.title_of(*nouns_.at(object));
}

// The name in the phrase right after a preposition, where the tree does not tell: "head of the self-proclaimed Ruritanian Republic".
void Affiliations::take_next(std::size_t token, Prepositions prepositions, Affiliation& affiliation) const {
  if (token == 0 || token >= report_.sentence(token - 1).last || !is_one_of(report_.lower_form(token), prepositions)) return;
  constexpr std::size_t kLongestModifiers = 6;  // tokens
  for (std::size_t i = token + 1; i < std::min(report_.sentence(token).last, token + kLongestModifiers); ++i) {
    if (names_.at(i)) {
      take(*names_.at(i), affiliation);
      return;
    }
    if (!is_one_of(report_.word(i).upos, {"DET", "ADJ", "ADV", "X"}) && report_.form(i) != "-" && report_.word(i).xpos != "VBN") return;
  }
}

// "Ethnic Ruritanians demonstrated in Sylvania": where they are, by their own phrase or by what they do.
Affiliation Affiliations::where_of(std::size_t head, std::size_t last) const {
  Affiliation where = after(head, last, {"in", "of", "from"});
  for (std::size_t t = head;
       where.country.empty() && report_.word(t).head != kRoot && report_.relation_is(t, {"nsubj", "nmod", "compound"});)
    t = report_.word(t).head, where = of_phrases(t, "obl", {"in"});
  for (const std::size_t clause : tree_.children(head, "acl"))
    if (where.country.empty()) where = of_phrases(clause, "obl", {"in"});
  return where;
}

Affiliation Affiliations::of_phrases(std::size_t head, std::string_view relation, Prepositions prepositions) const {
  Affiliation affiliation;
  for (const std::size_t child : tree_.children(head, relation))
    if (is_one_of(report_.preposition(child), prepositions) && names_.at(child) && take(*names_.at(child), affiliation)) break;
  return affiliation;
}

// "the Ruritanian Senate" is not the Senate that is known.
std::optional<std::string> Affiliations::own_country(const ProperName& organisation) const {
  const KnownOrganisation& known = knowledge_.organisation(organisation.entry->row);
  if (known.country.empty() && !std::string_view(known.code).starts_with("NGO")) return std::nullopt;
  const Affiliation whose = before(nouns_.np_start(organisation.head, organisation.range.first), organisation.range.first);
  if (whose.country.empty() || whose.country == known.country) return std::nullopt;
  return whose.country;
}

bool Affiliations::take(const ProperName& name, Affiliation& affiliation) const {
  if (report_.is_sponsor(name.range) || report_.is_ethnic(name.range)) return false;
  if (!name.entry) {
    // "a Yazidi teacher": no person's; "the Kern administration" is Kern's.
    if (name.kind == NameKind::person && report_.is_modifier(name.head) && !describes_a_government(name)) return false;
    affiliation.owner = name.head;
    return true;
  }
  switch (name.entry->sense) {
    case Sense::organisation:
    case Sense::organisation_seat:
    case Sense::organisation_adjective: {
      const KnownOrganisation& organisation = knowledge_.organisation(name.entry->row);
      affiliation.country = own_country(name).value_or(std::string(organisation.country));
      affiliation.code = organisation.code;
      affiliation.sector = organisation.sector;
      break;
    }
    case Sense::territory:
    case Sense::territory_adjective:
      affiliation.territory = &knowledge_.territory(name.entry->row);
      affiliation.country = affiliation.territory->country;
      break;
    default:
      affiliation.country = knowledge_.state(name.entry->row).code;
  }
  affiliation.range = name.range;
  return true;
}

bool Affiliations::describes_a_government(const ProperName& name) const {
  const std::size_t noun = report_.word(name.head).head;
  return noun != kRoot && nouns_.at(noun) && nouns_.nominal_of(*nouns_.at(noun), {NominalKind::government});
}

// What the mark does not have yet.
void Affiliations::take(Mark& mark, const Affiliation& whose) const {
  if (mark.country.empty()) {
    mark.country = whose.country;
    if (governs_itself(whose.territory)) mark.territory = whose.territory->id;
  }
  if (mark.code.empty() && whose.country.empty()) mark.code = whose.code;
  if (!mark.affiliation) mark.affiliation = whose.range;
  if (!mark.owner) mark.owner = whose.owner;
  if (mark.others.empty()) mark.others = whose.others;
}

// "a Ruritanian Sylvanian leader", "Ruritanian Republican troops" are of Ruritania.
const ProperName& Affiliations::outer_nationality(const ProperName& inner) const {
  const bool adjective = is_nationality(inner) || is_adjective_of_organisation(inner);
  if (!adjective || inner.range.first == report_.sentence(inner.head).first || !names_.at(inner.range.first - 1)) return inner;
  const ProperName& outer = *names_.at(inner.range.first - 1);
  return is_nationality(outer) && outer.entry->sense == Sense::adjective ? outer : inner;
}

// To the left of one: "Russian" and "Turkish" of "Russian, Turkish and Iranian diplomats".
std::vector<Nationality> Affiliations::coordinated_nationalities(const ProperName& last) const {
  std::vector<Nationality> others;
  if (!is_nationality(last)) return others;
  for (std::size_t first = last.range.first; first > report_.sentence(last.head).first;) {
    std::size_t i = first - 1;
    if (!is_one_of(report_.lower_form(i), {"and", "or", "&", ","})) break;
    if (i > report_.sentence(last.head).first && report_.form(i) != "," && report_.form(i - 1) == ",") --i;
    if (i == report_.sentence(last.head).first || !names_.at(i - 1) || !is_nationality(*names_.at(i - 1))) break;
    const ProperName& other = *names_.at(i - 1);
    others.push_back({std::string(knowledge_.state(other.entry->row).code), other.range});
    first = other.range.first;
  }
  return others;
}

bool Affiliations::governs_itself(const KnownTerritory* territory) const {
  return territory && !territory->sector.empty() && territory->period.contains(report_.date());
}

// Ministers and soldiers of a territory that governs itself are not those of the state that it is claimed from.
std::string Affiliations::sector_in(const Affiliation& whose, const std::string& sector) const {
  const bool of_state = sector.empty() || is_of_state(sector);
  return of_state && governs_itself(whose.territory) ? std::string(whose.territory->sector) : sector;
}

void Affiliations::set_territory(Mark& mark, const KnownTerritory& territory) const {
  mark.thing = Thing::territory;
  mark.kind = ActorKind::place;
  mark.country = territory.country;
  if (governs_itself(&territory)) mark.sector = territory.sector;
  mark.knowledge_id = territory.id;
}

// "the parliament's committee" is of the parliament.
std::string Affiliations::sector_with_possessor(const Noun& noun) const {
  const Nominal* body = nouns_.nominal_of(noun, {NominalKind::body});
  if (body && body->weak)
    for (const std::size_t possessor : tree_.children(noun.head, "nmod:poss"))
      if (nouns_.at(possessor))
        if (std::string sector = nouns_.sector_of_noun(*nouns_.at(possessor)); !sector.empty()) return sector;
  return nouns_.sector_of_noun(noun);
}

}  // namespace casus
