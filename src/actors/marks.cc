// First the proper names (proper_names.cc), then the titles and role nouns between them (noun_phrases.cc, nominals.cc), from whose phrases
// come country, sector and possessor (affiliations.cc). A title before or beside a person's name joins it (persons.cc). Pronouns come last.
#include "actors/marks.h"

#include <algorithm>
#include <map>
#include <set>

#include "actors/affiliations.h"
#include "actors/nominals.h"
#include "actors/noun_phrases.h"
#include "actors/parsed_report.h"
#include "actors/persons.h"
#include "actors/proper_names.h"
#include "actors/sectors.h"

namespace casus {
namespace {

class MarkFinder {
 public:
  MarkFinder(const ParsedReport& report, const Names& tagged)
      : report_(report),
        knowledge_(report.knowledge()),
        names_(find_proper_names(report, tagged)),
        nouns_(report, names_),
        affiliations_(report, names_, nouns_),
        persons_(report, names_, nouns_, affiliations_),
        nominals_(report, names_, nouns_, affiliations_, persons_) {}

  std::vector<Mark> find() {
    for (const ProperName& name : names_.all()) mark_name(name);
    for (const Noun& noun : nouns_.all()) mark_noun(noun);
    for (std::size_t i = 0; i < report_.size(); ++i) mark_pronoun(i);
    for (std::size_t i = 1; i < report_.size(); ++i) mark_number(i);
    std::stable_sort(marks_.begin(), marks_.end(), [](const Mark& a, const Mark& b) { return a.head < b.head; });
    return std::move(marks_);
  }

 private:
  void mark_name(const ProperName& name) {
    if (!name.entry) {
      if (name.kind == NameKind::person) mark_person(name);
      else if (name.kind == NameKind::location) mark_place(name);
      else mark_named_organisation(name);
      return;
    }
    switch (name.entry->sense) {
      case Sense::organisation:
        mark_known_organisation(name, MentionForm::name);
        break;
      case Sense::organisation_seat:
        if (stands_for_government(name.head)) mark_known_organisation(name, MentionForm::metonym);
        break;
      case Sense::organisation_adjective:
        if (names_a_doer(name)) mark_known_organisation(name, MentionForm::name);
        break;
      case Sense::territory:
        mark_territory(name);
        break;
      case Sense::territory_adjective:
        if (names_a_doer(name)) mark_territory(name);
        break;
      case Sense::demonym:
      case Sense::demonyms:
        mark_demonym(name);
        break;
      default:
        mark_state(name);
    }
  }

  void mark_person(const ProperName& name) {
    NamedPerson person = persons_.named(name);
    titles_.insert(person.titles.begin(), person.titles.end());
    for (const Noun* noun : person.appositions) same_as_.emplace(noun, person.mark.head);
    marks_.push_back(std::move(person.mark));
  }

  void mark_named_organisation(const ProperName& name) {
    Mark mark;
    mark.thing = Thing::organisation;
    mark.kind = ActorKind::organisation;
    mark.range = mark.name = name.range;
    mark.head = name.head;
    // The words of the name and of its phrase tell country and sector: "Ruritanian Interior Ministry".
    const std::size_t np_first = nouns_.np_start(name.head, name.range.first);
    Affiliation whose;
    std::size_t told = 0;  // up to where the words have told a sector: a guard within "National Guard" tells none
    for (std::size_t i = name.range.first; i < name.range.last; ++i)
      for (const PhraseMatch& match : report_.phrases_at(i)) {
        if (match.range.last > name.range.last) continue;
        // "House Republicans"
        const bool last = match.range.last == name.range.last && match.range != name.range;
        if (const Entry* entry = report_.proper_entry(match, is_actor_);
            entry && whose.country.empty() && (names_a_country(*entry) || (last && entry->sense == Sense::organisation && !entry->shared)))
          affiliations_.take({match.range, match.range.first, entry}, whose);
        if (i < told) continue;
        if (const auto nouns = report_.noun_entries(match))
          for (const Entry* entry : *nouns)
            if (entry->sense == Sense::nominal && knowledge_.nominal(entry->row).kind != NominalKind::people &&
                tells_more(knowledge_.nominal(entry->row), mark.sector)) {
              mark.sector = knowledge_.nominal(entry->row).sector;
              told = match.range.last;
            }
      }
    if (!name.country.empty()) {
      whose.country = name.country;
    } else if (whose.country.empty()) {
      whose = affiliations_.of(np_first, name.range, name.head, {"of"});
      mark.affiliation = whose.range;
      if (mark.sector.empty()) mark.sector = whose.sector;
    }
    mark.country = whose.country;
    mark.sector = affiliations_.sector_in(whose, mark.sector);
    if (mark.country.empty() || mark.sector.empty()) describe_by_body_beside(mark);
    marks_.push_back(std::move(mark));
  }

  // A "State Security Department" is no other department.
  static bool tells_more(const Nominal& word, std::string_view sector) {
    return !word.sector.empty() && !(word.weak && word.sector == "GOV" && is_of_state(sector));
  }

  // "the Ruritanian newspaper Volya", "a Ruritanian newspaper, Volya,", "Volya, a Ruritanian newspaper,"
  void describe_by_body_beside(Mark& mark) {
    const std::size_t first = mark.range.first;
    const std::size_t start = report_.sentence(mark.head).first;
    const Noun* noun = first > start ? body_at(first - 1) : nullptr;
    const bool joined = noun != nullptr;
    if (!noun && first >= start + 2 && report_.form(first - 1) == ",") noun = body_at(first - 2);
    if (!noun)
      for (const std::size_t child : report_.tree().children(mark.head, "appos"))
        if (child > mark.head && !noun) noun = body_at(child);
    if (!noun) return;
    if (mark.country.empty()) {
      const Affiliation whose = affiliations_.of(noun->np_first, noun->range, noun->head, {"of", "in"});
      mark.country = whose.country;
      if (!mark.affiliation) mark.affiliation = whose.range;
    }
    if (mark.sector.empty()) mark.sector = nouns_.sector_of_noun(*noun);
    if (joined) titles_.insert(noun);
    else same_as_.emplace(noun, mark.head);
  }

  const Noun* body_at(std::size_t token) const {
    const Noun* noun = nouns_.at(token);
    return noun && !noun->plural && nouns_.nominal_of(*noun, {NominalKind::body, NominalKind::band, NominalKind::body_again}) ? noun
                                                                                                                              : nullptr;
  }

  static bool names_a_country(const Entry& entry) {
    return entry.sense <= Sense::seat || entry.sense == Sense::territory || entry.sense == Sense::territory_adjective;
  }

  void mark_known_organisation(const ProperName& name, MentionForm form_of_mention) {
    const KnownOrganisation& organisation = knowledge_.organisation(name.entry->row);
    Mark mark;
    mark.thing = Thing::organisation;
    mark.form = form_of_mention;
    mark.kind = organisation.kind;
    mark.range = mark.name = name.range;
    mark.head = name.head;
    mark.country = organisation.country;
    mark.sector = organisation.sector;
    mark.code = organisation.code;
    mark.knowledge_id = organisation.id;
    if (const auto own = affiliations_.own_country(name)) {
      mark.country = *own;
      mark.code.clear();
      mark.knowledge_id.clear();
    }
    join_body_beside(mark);
    marks_.push_back(std::move(mark));
  }

  // "the broadcaster Volya", "the Volya news agency", "the Kern movement": a noun that says what the named one is, and no part of it.
  void join_body_beside(Mark& mark) {
    const TokenRange sentence = report_.sentence(mark.head);
    const auto says_what_it_is = [&](const Noun& noun) {
      const std::string sector = nouns_.sector_of_noun(noun);
      if (!sector.empty()) return sector == mark.sector;
      return contends_for_state(mark.sector) && nouns_.nominal_of(noun, {NominalKind::body_again}) != nullptr;
    };
    const Noun* before = mark.range.first > sentence.first ? body_at(mark.range.first - 1) : nullptr;
    if (before && before->range.last == mark.range.first && are_joined(before->head, mark.head) && says_what_it_is(*before))
      titles_.insert(before);
    // "his party, the Union of Writers,", "the Union of Writers, his party,"
    std::vector<std::size_t> beside = report_.tree().children(mark.head, "appos");
    if (report_.relation_is(mark.head, {"appos"})) beside.push_back(report_.word(mark.head).head);
    for (const std::size_t noun : beside)
      if (body_at(noun) && body_at(noun) != before && says_what_it_is(*body_at(noun))) same_as_.emplace(body_at(noun), mark.head);
    const Noun* after = mark.range.last < sentence.last ? body_at(mark.range.last) : nullptr;
    if (!after || after->range.first != mark.range.last || report_.word(mark.head).head != after->head || !report_.is_modifier(mark.head) ||
        !says_what_it_is(*after))
      return;
    titles_.insert(after);
    mark.range.last = after->range.last;
    mark.head = after->head;
  }

  bool are_joined(std::size_t noun, std::size_t name) const {
    const bool hangs = report_.word(noun).head == name;
    if (!hangs && report_.word(name).head != noun) return false;
    return report_.relation_is(hangs ? noun : name, {"nmod:desc", "compound", "appos", "flat", "nmod:unmarked"});
  }

  void mark_place(const ProperName& name) {
    if (report_.is_in_dateline(name.range)) return;
    Mark mark;
    mark.thing = Thing::place;
    mark.kind = ActorKind::place;
    mark.range = name.range;
    if (name.place) {
      mark.country = name.place->country;
      if (!name.entry || name.entry->sense != Sense::state) mark.knowledge_id = name.place->id;
    } else if (name.entry) {
      mark.country = knowledge_.state(name.entry->row).code;
    }
    mark.name = name.adjective_of == kNoIndex ? name.range : names_.all()[name.adjective_of].range;
    mark.head = name.head;
    mark.hidden = name.adjective_of != kNoIndex && !names_a_doer(name);
    mark.standing = name.adjective_of != kNoIndex ? 3 : 0;
    mark.acts = name.adjective_of == kNoIndex ? acts(name.head) : !mark.hidden;
    mark.place = !mark.acts && is_where(name.head);
    marks_.push_back(std::move(mark));
  }

  void mark_territory(const ProperName& name) {
    Mark mark;
    mark.range = mark.name = name.range;
    mark.head = name.head;
    mark.standing = name.entry->sense == Sense::territory ? 0 : 3;
    affiliations_.set_territory(mark, knowledge_.territory(name.entry->row));
    marks_.push_back(std::move(mark));
  }

  void mark_demonym(const ProperName& name) {
    if (report_.is_modifier(name.head)) return;
    Mark mark;
    mark.thing = Thing::people;
    mark.kind = ActorKind::people;
    mark.form = MentionForm::nominal;
    mark.range = {nouns_.np_start(name.head, name.range.first), name.range.last};
    mark.name = name.range;
    mark.head = name.head;
    if (report_.is_ethnic(name.range)) affiliations_.take(mark, affiliations_.where_of(name.head, name.range.last));
    else mark.country = knowledge_.state(name.entry->row).code;
    mark.sector = "CVL";
    mark.plural = true;
    mark.lemma = "people";
    marks_.push_back(std::move(mark));
  }

  void mark_state(const ProperName& name) {
    const Sense sense = name.entry->sense;
    const bool adjective = sense == Sense::adjective;
    if (report_.is_sponsor(name.range)) return;
    if (sense == Sense::city || (sense == Sense::state && name.place)) return mark_place(name);
    if ((adjective || report_.is_modifier(name.head)) && sense != Sense::seat && !names_a_doer(name)) return;
    const bool metonym = sense == Sense::capital || sense == Sense::seat;
    if (metonym && !report_.is_modifier(name.head) && !stands_for_government(name.head)) {
      if (sense == Sense::capital) mark_place(name);
      return;
    }
    Mark mark;
    mark.thing = Thing::state;
    mark.kind = ActorKind::state;
    mark.form = metonym ? MentionForm::metonym : MentionForm::name;
    mark.range = mark.name = name.range;
    if (sense == Sense::seat && !report_.is_modifier(name.head) && mark.range.first > report_.sentence(mark.range.first).first &&
        report_.lower_form(mark.range.first - 1) == "the") {
      --mark.range.first;
      mark.name = mark.range;
    }
    mark.head = name.head;
    mark.country = knowledge_.state(name.entry->row).code;
    mark.standing = sense == Sense::state ? 0 : adjective ? 3 : sense == Sense::capital ? 1 : 2;
    mark.acts = metonym || acts(name.head) || adjective;
    mark.place = !mark.acts && is_where(name.head);
    marks_.push_back(std::move(mark));
  }

  // "the Ruritanian attack": the adjective names who attacks.
  bool names_a_doer(const ProperName& name) const {
    const std::size_t noun = report_.word(name.head).head;
    if (noun == kRoot || noun < name.range.last || report_.is_sponsor(name.range) || !nouns_.at(noun)) return false;
    return nouns_.nominal_of(*nouns_.at(noun), {NominalKind::deed}) != nullptr;
  }

  bool acts(std::size_t head) const {
    if (report_.relation_is(head, {"conj"}) && report_.word(head).head != kRoot) return acts(report_.word(head).head);
    if (report_.relation_is(head, {"nsubj"}) && !is_relation(report_.word(head).relation, "nsubj:pass")) {
      const std::size_t verb = report_.word(head).head;
      return verb != kRoot && report_.word(verb).upos == "VERB" &&
             !(report_.word(verb).lemma == "be" || report_.word(verb).lemma == "have");
    }
    return is_relation(report_.word(head).relation, "obl:agent") ||
           (report_.relation_is(head, {"obl"}) && report_.preposition(head) == "by");
  }

  bool is_where(std::size_t head) const {
    return report_.relation_is(head, {"obl", "nmod", "conj"}) &&
           is_one_of(report_.preposition(head), {"in", "at", "near", "from", "through", "across", "into", "within", "inside", "outside",
                                                 "around", "over", "throughout", "between"});
  }

  bool stands_for_government(std::size_t head) const { return report_.stands_for_government(head, is_actor_); }

  void mark_noun(const Noun& noun) {
    if (titles_.contains(&noun)) return;
    const auto same = same_as_.find(&noun);
    auto mark = nominals_.mark(noun, same == same_as_.end() ? std::nullopt : std::optional(same->second));
    if (mark) marks_.push_back(std::move(*mark));
  }

  void mark_pronoun(std::size_t token) {
    if (report_.word(token).upos != "PRON" && report_.word(token).xpos != "PRP$") return;
    const std::string text = report_.lower_form(token);
    const bool relative =
        report_.word(token).feats.find("PronType=Rel") != std::string::npos || is_one_of(report_.word(token).xpos, {"WP", "WDT", "WP$"});
    Mark mark;
    mark.thing = Thing::pronoun;
    mark.form = MentionForm::pronoun;
    mark.range = mark.name = {token, token + 1};
    mark.head = token;
    mark.lemma = text;
    if (is_one_of(text, {"he", "him", "his", "himself"})) mark.gender = Gender::male;
    else if (is_one_of(text, {"she", "her", "hers", "herself"})) mark.gender = Gender::female;
    else if (is_one_of(text, {"they", "them", "their", "theirs", "themselves"})) mark.plural = true;
    else if (is_one_of(text, {"it", "its", "itself"})) mark.lemma = "it";
    else if (is_one_of(text, {"i", "me", "my", "myself"})) mark.lemma = "i";
    else if (is_one_of(text, {"we", "us", "our", "ours", "ourselves"}) && report_.form(token) != "US") mark.lemma = "we";
    else if (relative && is_one_of(text, {"who", "whom", "which", "that", "whose"})) mark.lemma = "who";
    else return;
    if (report_.relation_is(token, {"expl"})) return;
    if (mark.gender != Gender::unknown && report_.relation_is(token, {"nsubj"})) persons_.describe_subject(mark);
    marks_.push_back(std::move(mark));
  }

  // "The two agreed", "both agreed": those of whom was told, without a noun.
  void mark_number(std::size_t token) {
    const std::string text = report_.lower_form(token);
    const std::size_t count = count_of_set(text);
    const bool both = text == "both";
    if (count == 0 || (!both && report_.lower_form(token - 1) != "the")) return;
    if (!report_.relation_is(token, {"nsubj", "obj", "obl", "nmod"}) || is_relation(report_.word(token).relation, "nummod")) return;
    const auto& children = report_.tree().children(token);
    const bool alone = std::all_of(children.begin(), children.end(), [&](std::size_t child) { return child < token; });
    if (!alone) return;
    Mark mark;
    mark.thing = Thing::set;
    mark.form = MentionForm::nominal;
    mark.range = mark.name = {both ? token : token - 1, token + 1};
    mark.head = token;
    mark.definite = mark.plural = true;
    mark.nominal = NominalKind::set;
    mark.count = count;
    marks_.push_back(std::move(mark));
  }

  const ParsedReport& report_;
  const Knowledge& knowledge_;
  const ProperNames names_;
  const NounPhrases nouns_;
  const Affiliations affiliations_;
  const Persons persons_;
  const Nominals nominals_;
  const IsActor is_actor_ = [this](std::size_t token) {
    const Noun* noun = nouns_.at(token);
    return noun && !nouns_.nominal_of(*noun, {NominalKind::people});
  };
  std::set<const Noun*> titles_;                // of a name
  std::map<const Noun*, std::size_t> same_as_;  // nouns in apposition, and the head of the name
  std::vector<Mark> marks_;
};

}  // namespace

std::vector<Mark> find_marks(const ParsedReport& report, const Names& tagged) { return MarkFinder(report, tagged).find(); }

}  // namespace casus
