#include "actors/persons.h"

#include <algorithm>

#include "actors/recognition.h"
#include "actors/sectors.h"
#include "core/unicode.h"

namespace casus {
namespace {

bool tells_whose(const Mark& mark) { return !mark.country.empty() || !mark.code.empty() || mark.owner.has_value(); }

}  // namespace

Persons::Persons(const ParsedReport& report, const ProperNames& names, const NounPhrases& nouns, const Affiliations& affiliations)
    : report_(report), names_(names), nouns_(nouns), affiliations_(affiliations), knowledge_(report.knowledge()), tree_(report.tree()) {}

NamedPerson Persons::named(const ProperName& name) const {
  NamedPerson person;
  Mark& mark = person.mark;
  mark.thing = Thing::person;
  mark.kind = ActorKind::person;
  mark.range = mark.name = name.range;
  mark.head = name.head;
  std::size_t start = mark.range.first;
  for (const Noun* noun = role_before(mark.range); noun; noun = role_before(noun->range)) {
    start = std::min({start, nouns_.np_start(name.head, noun->np_first), noun->np_first});
    add_role(mark, *noun, start);
    person.titles.push_back(noun);
  }
  mark.range.first = start;
  if (!tells_whose(mark)) take_nationality_before(mark);
  if (mark.range != mark.name) mark.head = report_.head_of(mark.range);
  if (!tells_whose(mark)) take_from_phrase_after(mark, name.head);
  if (mark.gender == Gender::unknown && mark.name.size() > 1) mark.gender = knowledge_.gender_of_given_name(report_.form(mark.name.first));
  for (const Noun& noun : nouns_.starting_in(report_.sentence(name.head)))
    if (nouns_.is_role(noun) && !noun.plural && !mark.range.contains(noun.head) && is_beside(name, mark.range, noun)) {
      add_role(mark, noun, noun.np_first);
      (report_.is_predicate(noun.head) ? person.titles : person.appositions).push_back(&noun);
    }
  describe_by_other_nouns(mark, name.head);
  describe_by_deeds(mark, name.head);
  if (!tells_whose(mark) || mark.sector.empty())
    if (const Noun* noun = describe_by_neighbours(mark)) person.appositions.push_back(noun);
  return person;
}

void Persons::describe_subject(Mark& mark) const {
  const std::size_t predicate = report_.word(mark.head).head;
  if (predicate == kRoot) return;
  const Noun* noun = nouns_.at(predicate);
  if (noun && report_.is_predicate(predicate) && nouns_.is_role(*noun) && !noun->plural) add_role(mark, *noun, noun->np_first);
  else describe_by_other_nouns(mark, mark.head);
  describe_by_deeds(mark, mark.head);
}

const Noun* Persons::role_before(TokenRange name) const {
  if (name.first == report_.sentence(name.first).first) return nullptr;
  std::size_t last = name.first - 1;
  // "ambassador to Ruritania Ada Kern"
  if (names_.at(last) && names_.at(last)->entry) {
    const std::size_t first = names_.at(last)->range.first;
    if (first >= report_.sentence(last).first + 2 && report_.word(first - 1).upos == "ADP") last = first - 2;
  }
  const Noun* noun = nouns_.at(last);
  if (!noun || !nouns_.is_role(*noun) || noun->plural) return nullptr;
  // "the student leader": a word that only says what leader
  const bool modifier = nouns_.at(name.first) && report_.word(noun->head).head == nouns_.at(name.first)->head &&
                        report_.relation_is(noun->head, {"compound", "amod"});
  return modifier ? nullptr : noun;
}

// Adds a title's office, country and sector to the mark.
void Persons::add_title(Mark& mark, const Noun& noun, const Title& title, std::size_t np_first) const {
  Affiliation whose = affiliations_.of(np_first, noun.range, noun.head, {"of", "for", "at", "from"});
  // "a lawmaker in Ruritania"; diplomats and journalists are mostly abroad.
  const bool at_home = !knowledge_.is_office_kind("diplomat", title.office) && !title.weak && title.sector != "JRN";
  if (at_home && whose.country.empty() && whose.code.empty() && !whose.owner)
    whose = affiliations_.after(noun.head, noun.range.last, {"in"});
  // Neither exile nor death makes one less of an opponent or a journalist.
  const bool official = ends_with_office(title.sector);
  const bool former = official && is_former(np_first, noun.range.first);
  std::string sector(title.sector);
  if (title.weak) {
    const std::string modifiers = !whose.sector.empty() ? whose.sector : nouns_.sector_of_modifiers(np_first, noun.range.first);
    if (!modifiers.empty()) sector = modifiers;
    else if (!whose.code.empty() && whose.country.empty()) sector.clear();
  }
  if (!whose.sector.empty() && knowledge_.is_office_kind("rank", title.office)) sector = whose.sector;
  sector = former ? "ELI" : affiliations_.sector_in(whose, sector);
  if (mark.gender == Gender::unknown) mark.gender = title.gender;
  // "the customs chief, retired major Kern"; not "former Ruritanian president Kern, the envoy of the bloc"
  const bool elsewhere = whose.owner || !whose.code.empty() || (!whose.country.empty() && whose.country != mark.country);
  const bool held_before = mark.sector == "ELI" && !former && !(tells_whose(mark) && elsewhere);
  // "General Kern, the commander of the rebels", "Colonel Kern, the interior minister"
  const bool by_rank = !former && has_ranks_only(mark) && (!title.weak || !whose.sector.empty());
  if (mark.sector.empty() || ((held_before || by_rank) && !sector.empty())) mark.sector = sector;
  affiliations_.take(mark, whose);
  if (title.office.empty()) return;
  TitleUse use;
  use.office = former ? as_former(title.office) : std::string(title.office);
  use.of = !whose.country.empty() ? whose.country : whose.code;
  use.range = {noun.range.first, noun.range.last};
  mark.titles.push_back(std::move(use));
}

bool Persons::has_ranks_only(const Mark& mark) const {
  return !mark.titles.empty() && std::all_of(mark.titles.begin(), mark.titles.end(),
                                             [&](const TitleUse& title) { return knowledge_.is_office_kind("rank", title.office); });
}

void Persons::add_role(Mark& mark, const Noun& noun, std::size_t np_first) const {
  if (const Title* title = nouns_.title_of(noun)) return add_title(mark, noun, *title, np_first);
  const Nominal& member = *nouns_.nominal_of(noun, {NominalKind::member});
  const Affiliation whose = affiliations_.of(np_first, noun.range, noun.head, {"of", "for", "at", "from", "in", "with"});
  affiliations_.take(mark, whose);
  if (!mark.sector.empty()) return;
  const std::string modifiers = nouns_.sector_of_modifiers(np_first, noun.range.first);
  mark.sector = member.sector;
  if (member.weak && !modifiers.empty()) mark.sector = modifiers;
  else if (member.weak && !whose.sector.empty()) mark.sector = whose.sector;
  mark.sector = affiliations_.sector_in(whose, mark.sector);
}

bool Persons::is_former(std::size_t np_first, std::size_t noun_first) const {
  for (std::size_t i = np_first; i < noun_first; ++i)
    for (const PhraseMatch& match : report_.phrases_at(i))
      for (const Entry& entry : match.entries)
        if (report_.is_of_kind(entry, {NominalKind::former})) return true;
  return false;
}

// "Dutch marine biologist Joost Blom"
void Persons::take_nationality_before(Mark& mark) const {
  constexpr std::size_t kMostNouns = 4;
  const std::size_t begin = report_.sentence(mark.range.first).first;
  for (std::size_t i = mark.range.first; i > begin && mark.range.first - i <= kMostNouns; --i) {
    const std::size_t before = i - 1;
    if (names_.at(before)) {
      const ProperName& name = *names_.at(before);
      Affiliation whose;
      if ((!is_nationality(name) && !is_adjective_of_organisation(name)) || !affiliations_.take(name, whose)) return;
      affiliations_.take(mark, whose);
      if (mark.sector.empty()) mark.sector = nouns_.sector_of_modifiers(i, mark.name.first);
      if (mark.sector.empty()) mark.sector = whose.sector;
      mark.range.first = name.range.first;
      return;
    }
    if (!is_one_of(report_.word(before).upos, {"NOUN", "ADJ"}) && report_.form(before) != "-" && !nouns_.at(before)) return;
  }
}

// "President Kern of Ruritania"
void Persons::take_from_phrase_after(Mark& mark, std::size_t head) const {
  const Affiliation whose = affiliations_.after(head, mark.name.last, {"of", "from"});
  affiliations_.take(mark, whose);
  if ((mark.titles.empty() || has_ranks_only(mark)) && !whose.sector.empty()) mark.sector = whose.sector;
  for (TitleUse& title : mark.titles)
    if (title.of.empty()) title.of = !whose.country.empty() ? whose.country : whose.code;
}

// In apposition ("Ada Kern, the interior minister", "the interior minister, Ada Kern"), or said of him ("Kern is the interior minister").
bool Persons::is_beside(const ProperName& person, TokenRange with_title, const Noun& noun) const {
  if (noun.range.last == person.range.first) return false;
  if (is_before_comma(person, with_title, noun)) return true;
  if (report_.is_predicate(noun.head))
    return report_.word(person.head).head == noun.head && is_relation(report_.word(person.head).relation, "nsubj");
  const bool hangs = with_title.contains(report_.word(noun.head).head);
  if (!hangs && report_.word(person.head).head != noun.head) return false;
  const std::size_t lower = hangs ? noun.head : person.head;
  // "ambassador to Ruritania Ada Kern"
  const bool before = noun.head < person.head && report_.relation_is(lower, {"nmod:desc", "compound", "nmod:unmarked"});
  return before || is_relation(report_.word(lower).relation, "appos");
}

// "Its spokesman, Colonel Otto Sample, said": trees often miss that these are one.
bool Persons::is_before_comma(const ProperName& person, TokenRange with_title, const Noun& noun) const {
  if (noun.range.last + 1 != with_title.first || report_.form(noun.range.last) != ",") return false;
  if (person.range.last >= report_.size() || report_.form(person.range.last) != "," ||
      report_.sentence(noun.head) != report_.sentence(person.head))
    return false;
  const bool indefinite = noun.np_first == noun.range.first || is_one_of(report_.lower_form(noun.np_first), {"a", "an"});
  return !indefinite && (report_.word(noun.head).head == person.head || report_.relation_is(noun.head, {"nsubj", "obj", "appos", "conj"}));
}

// By a noun that is no role in itself: "Ada Kern, a Ruritanian glazier", "Kern is a glazier from Ruritania".
void Persons::describe_by_other_nouns(Mark& mark, std::size_t head) const {
  const TokenRange sentence = report_.sentence(head);
  for (std::size_t n = sentence.first; n < sentence.last && !tells_whose(mark); ++n) {
    const bool noun = report_.word(n).upos == "NOUN" && report_.word(n).xpos != "NNS" && !nouns_.at(n);
    const bool nationality = names_.at(n) && names_a_people(*names_.at(n));
    if ((!noun && !nationality) || mark.range.contains(n)) continue;
    const bool apposition = (mark.range.contains(report_.word(n).head) && report_.relation_is(n, {"appos"})) ||
                            (report_.word(head).head == n && report_.relation_is(head, {"appos"}));
    const bool predicate = report_.is_predicate(n) && report_.word(head).head == n && report_.relation_is(head, {"nsubj"});
    if (!apposition && !predicate) continue;
    if (noun) {
      describe_by(mark, n);
      continue;
    }
    Affiliation whose;
    if (affiliations_.take(*names_.at(n), whose)) affiliations_.take(mark, whose);
  }
}

void Persons::describe_by(Mark& mark, std::size_t noun) const {
  const std::size_t np_first = nouns_.np_start(noun, noun);
  const Affiliation whose = affiliations_.of(np_first, {noun, noun + 1}, noun, {"of", "for", "at", "from", "in", "with"});
  affiliations_.take(mark, whose);
  if (mark.sector.empty())
    mark.sector = affiliations_.sector_in(whose, !whose.sector.empty() ? whose.sector : nouns_.sector_of_modifiers(np_first, noun));
}

// "Kern, who commands the Ruritanian rebels", "was appointed head of the navy": by what one leads, serves or becomes.
void Persons::describe_by_deeds(Mark& mark, std::size_t head) const {
  std::vector<std::size_t> verbs = tree_.children(head, "acl");
  for (const std::size_t noun : tree_.children(head, "appos"))
    for (const std::size_t verb : tree_.children(noun, "acl")) verbs.push_back(verb);
  if (report_.word(head).head != kRoot && report_.relation_is(head, {"nsubj"})) verbs.push_back(report_.word(head).head);
  const std::size_t after = mark.range.last + 1;  // "Kern, speaking for the government"
  if (after < report_.sentence(head).last && report_.form(after - 1) == "," && report_.word(after).xpos == "VBG") verbs.push_back(after);
  for (const std::size_t verb : verbs)
    for (const std::size_t object : tree_.children(verb)) {
      if (object > verb && tells_what_one_is(verb, object)) describe_by_object(mark, object);
      if (object > verb && is_ruler(object) && !tells_whose(mark)) mark.owner = object;
    }
}

// "who had been jailed under Kern": of Kern's state
bool Persons::is_ruler(std::size_t object) const {
  return report_.relation_is(object, {"obl"}) && report_.preposition(object) == "under" && names_.at(object) &&
         names_.at(object)->head == object && !names_.at(object)->entry && names_.at(object)->kind == NameKind::person;
}

bool Persons::tells_what_one_is(std::size_t verb, std::size_t object) const {
  const Noun* noun = nouns_.at(object);
  if (report_.relation_is(object, {"obl"})) {
    const std::string how = report_.preposition(object);
    const bool body = noun && nouns_.nominal_of(*noun, {NominalKind::body, NominalKind::band, NominalKind::government});
    return how == "as" || (report_.is_service(verb) && (how == "for" || (body && is_one_of(how, {"in", "on"}))));
  }
  // "named an ambassador" is what one does to another; "was named ambassador" is what one becomes.
  const bool role = noun && nouns_.is_role(*noun) && !noun->plural;
  const bool becomes = report_.relation_is(object, {"xcomp"}) || tree_.has_child(verb, "aux:pass");
  return report_.is_service(verb) && report_.relation_is(object, {"obj", "xcomp"}) && (becomes || !role);
}

void Persons::describe_by_object(Mark& mark, std::size_t object) const {
  const Noun* noun = nouns_.at(object);
  if (noun && nouns_.is_role(*noun) && !noun->plural) return add_role(mark, *noun, noun->np_first);
  if (!tells_whose(mark)) {
    Affiliation whose;
    if (names_.at(object)) affiliations_.take(*names_.at(object), whose);
    if (whose.country.empty() && whose.code.empty() && !whose.owner)
      whose = affiliations_.of(nouns_.np_start(object, object), {object, object + 1}, object, {"of", "in", "from"});
    affiliations_.take(mark, whose);
    if (mark.sector.empty()) mark.sector = whose.sector;
  }
  if (mark.sector.empty() && noun) mark.sector = nouns_.sector_of_noun(*noun);
  // "who speaks for the government": whose that is, the report may tell elsewhere
  if (!tells_whose(mark) && noun && nouns_.nominal_of(*noun, {NominalKind::body, NominalKind::band, NominalKind::government}))
    mark.owner = noun->head;
}

// By what stands right beside the name, where the tree does not tell.
const Noun* Persons::describe_by_neighbours(Mark& mark) const {
  const TokenRange sentence = report_.sentence(mark.head);
  const TokenRange name = mark.range;
  take_constituency(mark);
  if (name.first >= sentence.first + 2 && is_one_of(report_.form(name.first - 1), {"'s", "’s", "'", "’"}))
    take_possessor(mark, name.first - 2);
  if (name.last + 2 < sentence.last && report_.form(name.last) == "(" && names_.at(name.last + 1)) {
    const std::size_t closing = names_.at(name.last + 1)->range.last;
    if (closing < sentence.last && report_.form(closing) == ")") take_proper_at(mark, name.last + 1);
  }
  std::size_t comma = name.last;
  if (comma + 2 < sentence.last && report_.form(comma) == "," && report_.word(comma + 1).upos == "NUM" && report_.form(comma + 2) == ",")
    comma += 2;
  if (comma + 1 < sentence.last && report_.form(comma) == ",") describe_by_phrase_at(mark, comma + 1);
  return describe_by_phrase_before(mark);
}

// "Ada Kern (D-Calif.)", "Ada Kern, R-Ky.,": the letter of a party and a division of the state.
void Persons::take_constituency(Mark& mark) const {
  const std::size_t bracket = mark.name.last;
  if (!mark.country.empty() || bracket + 3 >= report_.sentence(mark.head).last || !is_one_of(report_.form(bracket), {"(", ","})) return;
  if (report_.form(bracket + 1).size() != 1 || !starts_in_capitals(report_.form(bracket + 1)) ||
      !is_one_of(report_.form(bracket + 2), {"-", "‑", "–"}))
    return;
  for (const KnownPlace* division : knowledge_.places_named(report_.form(bracket + 3))) {
    if (division->feature != "ADM1") continue;
    mark.country = division->country;
    return;
  }
}

void Persons::take_proper_at(Mark& mark, std::size_t token) const {
  Affiliation whose;
  if (names_.at(token) && affiliations_.take(*names_.at(token), whose)) affiliations_.take(mark, whose);
}

// "Ruritania's Ada Kern", "the Ruritanian interior ministry's Ada Kern"
void Persons::take_possessor(Mark& mark, std::size_t token) const {
  if (names_.at(token)) return take_proper_at(mark, token);
  if (!nouns_.at(token)) return affiliations_.take(mark, affiliations_.before(nouns_.np_start(token, token), token));
  const Noun& noun = *nouns_.at(token);
  if (nouns_.title_of(noun) || !nouns_.nominal_of(noun, {NominalKind::body, NominalKind::band, NominalKind::government})) return;
  affiliations_.take(mark, affiliations_.of(noun.np_first, noun.range, noun.head, {"of"}));
  if (mark.sector.empty()) mark.sector = nouns_.sector_of_noun(noun);
}

// "Ada Kern, 52, a Ruritanian teacher,", "Ada Kern, one of the Ruritanian judges,"
void Persons::describe_by_phrase_at(Mark& mark, std::size_t start) const {
  const std::size_t end = report_.sentence(start).last;
  const bool one_of = start + 2 < end && report_.lower_form(start) == "one" && report_.lower_form(start + 1) == "of";
  const bool both = report_.lower_form(start) == "both";
  const std::size_t first = start + (one_of ? 2 : both ? 1 : 0);
  std::size_t last = first;
  while (last < end &&
         (is_one_of(report_.word(last).upos, {"DET", "ADJ", "NOUN", "PROPN"}) || is_one_of(report_.form(last), {"-", "'s", "’s"})))
    ++last;
  const bool clause =
      last < end && is_one_of(report_.word(last).upos, {"VERB", "AUX"}) && !is_one_of(report_.word(last).xpos, {"VBG", "VBN"});
  if (last == first || last >= end || clause) return;
  const std::size_t n = last - 1;
  const bool plural = is_one_of(report_.word(n).xpos, {"NNS", "NNPS"});
  if (plural != (one_of || both)) return;
  describe_by_noun(mark, n, first);
}

// "Ruritania's ambassador in Sylvania, Ada Kern,", "one of the judges, Ada Kern,", "three soldiers, among them Ada Kern"
const Noun* Persons::describe_by_phrase_before(Mark& mark) const {
  const TokenRange sentence = report_.sentence(mark.head);
  const TokenRange name = mark.range;
  if (name.first < sentence.first + 2) return nullptr;
  const std::string before = report_.lower_form(name.first - 1);
  const std::string further = report_.lower_form(name.first - 2);
  const bool member =
      before == "including" || (before == "them" && is_one_of(further, {"among", "of"})) || (before == "by" && further == "led");
  const bool closed = name.last >= sentence.last || is_one_of(report_.form(name.last), {",", ".", ")", ";", ":", "”", "\"", "''"});
  if (!member && (before != "," || !closed)) return nullptr;
  constexpr std::size_t kFarthest = 8;  // tokens
  for (std::size_t i = name.first - 1; i > sentence.first && name.first - i <= (member ? 2 * kFarthest : kFarthest); --i) {
    const std::size_t t = i - 1;
    if (!member && (is_one_of(report_.word(t).upos, {"VERB", "AUX"}) || (report_.word(t).upos == "PUNCT" && report_.form(t) != "-")))
      return nullptr;
    if (!nouns_.at(t) || !nouns_.is_role(*nouns_.at(t))) continue;
    const Noun& noun = *nouns_.at(t);
    const bool one_of = noun.np_first >= sentence.first + 2 && report_.lower_form(noun.np_first - 1) == "of" &&
                        report_.lower_form(noun.np_first - 2) == "one";
    if (noun.plural != (member || one_of)) {
      if (member) continue;
      return nullptr;
    }
    add_role(mark, noun, noun.np_first);
    return member || one_of ? nullptr : &noun;
  }
  return nullptr;
}

void Persons::describe_by_noun(Mark& mark, std::size_t n, std::size_t np_first) const {
  if (names_.at(n)) {
    if (names_a_people(*names_.at(n)) && !tells_whose(mark)) take_proper_at(mark, n);
  } else if (nouns_.at(n) && nouns_.is_role(*nouns_.at(n))) {
    add_role(mark, *nouns_.at(n), std::min(np_first, nouns_.at(n)->np_first));
  } else if (report_.word(n).upos == "NOUN" && !tells_whose(mark)) {
    describe_by(mark, n);
  }
}

}  // namespace casus
