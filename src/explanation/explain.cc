#include "explanation/explain.h"

#include <algorithm>
#include <array>

#include "actors/recognition.h"
#include "knowledge/describe.h"
#include "knowledge/lists.h"
#include "knowledge/readings.h"

namespace casus {
namespace {

std::string quoted(std::string_view text) { return "\"" + std::string(text) + "\""; }
std::string on(std::string_view date) { return date.empty() ? "on an unknown day" : "on " + std::string(date); }

constexpr std::array<std::string_view, 19> kNominalKinds = {
    "an individual, in the plural a group",
    "a group",
    "an organisation",
    "the government itself",
    "people",
    "the country named before",
    "the organisation named before",
    "the group named before",
    "the person named before",
    "several named before, with a number or \"both\"",
    "several persons named before, with a number or \"both\"",
    "several states named before, with a number or \"both\"",
    "gives its noun a sector",
    "a deed: the adjective before it names the doer",
    "makes an office one held before",
    "a verb whose object is a place",
    "tells that the word after it is a people and no state",
    "a verb whose object its subject belongs to",
    "who is against those whose the words say they are",
};

struct NamedUse {
  Use use;
  std::string_view where;
};

constexpr std::array<NamedUse, 3> kUses = {{
    {{}, "as a name by itself"},
    {{.acts = true}, "where it acts"},
    {{.attributive = true}, "before a noun that it describes"},
}};

class Explanation {
 public:
  Explanation(const Knowledge& knowledge, std::string_view words, std::string_view date)
      : knowledge_(knowledge), words_(words), date_(date), key_(key_of(words)) {}

  std::string write() {
    text_ = quoted(words_) + " " + on(date_) + ", by knowledge " + std::string(knowledge_.version()) + "\n";
    const std::size_t head = text_.size();
    add_entries(key_);
    if (text_.size() == head) add_plural();
    add_persons();
    add_places();
    if (text_.size() == head) add_parts();
    return text_;
  }

 private:
  void line(const std::string& text) { text_ += "    " + text + "\n"; }
  void title(const std::string& text) { text_ += "\n  " + text + "\n"; }

  std::string where(const Fact& fact) const {
    return place_of(knowledge_, fact) + ", source " + std::string(knowledge_.source_of(fact).id);
  }

  // --- names, titles, nouns

  void add_entries(std::string_view key) {
    const auto entries = knowledge_.find(key);
    std::array<const Entry*, kUses.size()> winners;
    for (std::size_t i = 0; i < kUses.size(); ++i) winners[i] = choose(entries, use(kUses[i].use));
    for (const Entry& entry : entries) {
      title(meaning(entry));
      line(time_of(entry) + " (" + where(entry.fact) + ")");
      if (const Fact* fact = fact_of(entry); fact && (fact->line != entry.fact.line || fact->table != entry.fact.table))
        line("as " + where(*fact) + " has it");
      line(verdict(entry, winners));
    }
  }

  static std::string time_of(const Entry& entry) { return in_words(entry.period); }

  std::string meaning(const Entry& entry) const {
    const std::string name(name_of(knowledge_, entry));
    const auto state = [&] { return name + " (" + std::string(knowledge_.state(entry.row).code) + ")"; };
    const auto organisation = [&] { return name + " (" + std::string(knowledge_.organisation(entry.row).code) + ")"; };
    switch (entry.sense) {
      case Sense::state:
        return "the state " + state() + ": its government where it acts, else a place";
      case Sense::adjective:
        return "the adjective of " + state() + ": says whose the noun behind it is";
      case Sense::demonym:
        return "somebody of " + state();
      case Sense::demonyms:
        return "people of " + state();
      case Sense::capital:
        return "the capital of " + state() + ": a place, or the government where it acts";
      case Sense::city:
        return "the capital of " + state() + ": only a place, never its government";
      case Sense::seat:
        return "the seat of the government of " + state() + ": the government";
      case Sense::organisation:
        return (knowledge_.organisation(entry.row).kind == ActorKind::group ? "the group " : "the organisation ") + organisation();
      case Sense::organisation_seat:
        return "the seat of " + organisation() + ": a place, or the organisation where it acts";
      case Sense::organisation_adjective:
        return "the adjective of " + organisation() + ": says whose the noun behind it is";
      case Sense::territory:
        return "the territory " + territory(entry);
      case Sense::territory_adjective:
        return "the adjective of the territory " + territory(entry);
      case Sense::office: {
        const Title& office = knowledge_.title(entry.row);
        return "a title: " + (office.office.empty() ? "no office" : std::string(office.office)) + sector(office.sector, office.weak);
      }
      case Sense::nominal: {
        const Nominal& nominal = knowledge_.nominal(entry.row);
        return "a noun: " + std::string(kNominalKinds[static_cast<std::size_t>(nominal.kind)]) + sector(nominal.sector, nominal.weak);
      }
    }
    return name;
  }

  std::string territory(const Entry& entry) const {
    const KnownTerritory& known = knowledge_.territory(entry.row);
    std::string text = std::string(known.name) + ", claimed from " + std::string(known.country);
    if (!known.sector.empty())
      text += known.period.contains(date_) ? ", with a government of its own (" + std::string(known.sector) + ")"
                                           : ", without a government of its own on that day (" + in_words(known.period) + ")";
    return text;
  }

  static std::string sector(std::string_view sector, bool weak) {
    if (sector.empty()) return "";
    return ", sector " + std::string(sector) + (weak ? ", which gives way to that of the words around it" : "");
  }

  const Fact* fact_of(const Entry& entry) const {
    if (entry.sense <= Sense::seat) return &knowledge_.state(entry.row).fact;
    if (entry.sense <= Sense::organisation_adjective) return &knowledge_.organisation(entry.row).fact;
    if (entry.sense <= Sense::territory_adjective) return &knowledge_.territory(entry.row).fact;
    return nullptr;
  }

  Use use(Use how) const {
    how.date = date_;
    how.in_capitals = is_acronym(words_);
    return how;
  }

  std::string verdict(const Entry& entry, std::span<const Entry* const> winners) const {
    const Standing standing = standing_of(entry, use({}));
    if (standing == Standing::is_no_name) return "not a name: read where the words stand as a noun";
    if (standing == Standing::not_in_capitals) return "not so: an acronym is written in capitals";
    const bool past = standing == Standing::out_of_time;
    std::string where_it_wins;
    std::size_t wins = 0;
    for (std::size_t i = 0; i < winners.size(); ++i)
      if (winners[i] == &entry) where_it_wins += (wins++ > 0 ? ", and " : " ") + std::string(kUses[i].where);
    if (wins == winners.size()) where_it_wins.clear();
    if (wins > 0) return std::string(past ? "wins as a name of the past" : "wins") + where_it_wins;
    if (past) return "not so " + on(date_);
    if (entry.shared) return "meant where the report speaks of its state";
    const bool equal = rank_of(*winners[0], use({})) == rank_of(entry, use({}));
    return equal ? "may be meant, but another of the same rank comes first" : "may be meant, but another has a higher rank";
  }

  void add_plural() {
    const auto try_singular = [&](const std::string& singular) {
      if (knowledge_.find(singular).empty()) return false;
      title("read as the plural of " + quoted(singular) + ":");
      add_entries(singular);
      return true;
    };
    const auto without = [&](std::size_t letters) { return key_.substr(0, key_.size() - letters); };
    if (key_.ends_with("ies") && try_singular(without(3) + "y")) return;
    if (key_.ends_with("men") && try_singular(without(3) + "man")) return;
    if (key_.ends_with("s") && try_singular(without(1))) return;
    if (key_.ends_with("es")) try_singular(without(2));
  }

  // --- persons

  void add_persons() {
    const bool full = words_.find(' ') != std::string_view::npos;
    const auto names = full ? knowledge_.full_names(words_) : knowledge_.surnames(words_);
    for (const KnownPerson* person : full ? knowledge_.persons_named(words_) : knowledge_.persons_by_surname(words_)) {
      title("the person " + std::string(person->name) + " (" + std::string(person->id) + ")" +
            (person->born.empty() ? "" : ", born " + std::string(person->born)));
      for (const NamedRow& name : names)
        if (&knowledge_.lists().persons[name.row] == person) line((full ? "so named (" : "by surname (") + where(name.fact) + ")");
      for (const Term& term : person->terms) line(term_in_words(term));
      line(verdict(*person));
    }
  }

  static std::string_view land_of(const Term& term) { return term.territory.empty() ? term.of : term.territory; }

  bool recognises(const KnownPerson& person, std::string_view of, std::string_view office, std::string_view mentioned) const {
    std::vector<Role> roles;
    if (!office.empty()) roles.push_back({.office = std::string(office)});
    const Told told{.name = words_, .of = of, .roles = &roles, .mentions = [&](std::string_view code) { return code == mentioned; }};
    const auto found = recognise(told, knowledge_, date_);
    return found && found->person == &person;
  }

  // The least that a report has to tell beside the name.
  std::string verdict(const KnownPerson& person) const {
    if (recognises(person, "", "", "")) return "wins where the report tells nothing against it";
    for (const Term& term : person.terms)
      if (recognises(person, "", "", term.of)) return "wins where the report mentions " + std::string(term.of);
    for (const Term& term : person.terms)
      if (recognises(person, land_of(term), "", term.of)) return "wins where the report says of whom: " + std::string(land_of(term));
    for (const Term& term : person.terms)
      if (recognises(person, land_of(term), term.office, term.of))
        return "wins where the report says the office: " + std::string(term.office) + " of " + std::string(land_of(term));
    for (const Term& term : person.terms)
      if (recognises(person, land_of(term), as_former(term.office), term.of))
        return "wins where the report says a former office: " + std::string(term.office) + " of " + std::string(land_of(term));
    return person.term_at(date_) ? "no: somebody else is as likely, whatever the report tells"
                                 : "no: holds no office " + on(date_) + " by which the report could tell";
  }

  std::string term_in_words(const Term& term) const {
    std::string text = std::string(term.office) + " of " + std::string(term.territory.empty() ? term.of : term.territory) + ", " +
                       in_words(term.period) + (term.as_of.empty() ? "" : ", known to " + std::string(term.as_of));
    if (term.holds_at(date_)) text += ": holds";
    else if (date_.empty() || (term.period.contains(date_) && term.period.to.empty() && date_ > term.as_of))
      text += term.period.to.empty() ? ": too long ago to be sure" : ": ended";
    else text += term.period.from > date_ ? ": not yet" : ": ended";
    return text + " (" + where(term.fact) + ")";
  }

  // --- places

  void add_places() {
    const auto places = knowledge_.places_named(words_);
    bool first = true;
    for (const KnownPlace* place : places) {
      std::string text = "the place " + std::string(place->name) + " (" + std::string(place->id) + "): " + std::string(place->feature);
      if (!place->admin1.empty()) text += ", " + std::string(place->admin1);
      if (!place->country.empty()) text += ", " + std::string(place->country);
      title(text);
      for (const NamedRow& name : knowledge_.place_names(words_))
        if (&knowledge_.lists().places[name.row] == place)
          line((place->population > 0 ? std::to_string(place->population) + " people, " : "") + in_words(place->period) + " (" +
               where(name.fact) + ")");
      if (!place->period.contains(date_)) line("not so " + on(date_));
      else line(first ? "the first choice as a place, with the most people" : "after a place with more people");
      first = first && !place->period.contains(date_);
    }
  }

  // --- words that are no key by themselves

  void add_parts() {
    const std::vector<std::string> words = key_words(words_);
    std::string known;
    for (std::size_t first = 0; first < words.size();) {
      std::size_t longest = 0;
      std::string key, longest_key;
      for (std::size_t last = first; last < words.size(); ++last) {
        key += (key.empty() ? "" : " ") + words[last];
        if (last - first + 1 < words.size() && !knowledge_.find(key).empty()) {
          longest = last - first + 1;
          longest_key = key;
        }
      }
      if (longest > 0) known += (known.empty() ? "" : ", ") + quoted(longest_key);
      first += std::max<std::size_t>(longest, 1);
    }
    title("nothing is known by this name" +
          (known.empty() ? "" : "; but " + known + (known.find(',') == std::string::npos ? " is" : " are")));
  }

  const Knowledge& knowledge_;
  std::string_view words_;
  std::string_view date_;
  std::string key_;
  std::string text_;
};

}  // namespace

std::string explain(const Knowledge& knowledge, std::string_view words, std::string_view date) {
  return Explanation(knowledge, words, date).write();
}

}  // namespace casus
