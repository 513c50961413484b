#include "actors/proper_names.h"

#include <algorithm>
#include <map>
#include <set>

#include "actors/locating.h"
#include "actors/tagged_names.h"

namespace casus {
namespace {

// People of a town that is rather meant than somebody in the report whose surname it is.
constexpr std::uint32_t kKnownByItself = 100'000;

class ProperNameFinder {
 public:
  explicit ProperNameFinder(const ParsedReport& report)
      : report_(report), knowledge_(report.knowledge()), tree_(report.tree()), date_(report.date()), name_at_(report.size(), kNoIndex) {}

  ProperNames find(const Names& tagged) {
    std::vector<ProperName> found = tagged_names(report_, tagged);
    add_known_names(found);
    add_known_persons(found);
    for (ProperName& name : found)
      if (!name.entry && name.kind == NameKind::organisation) name.entry = organisation_within(name.range);
    settle_shared_names(found);
    forget_names_of_persons(found);
    explain_acronyms(found);
    keep_longest(std::move(found));
    add_last_words();
    add_titled_names();
    add_bare_leaders();
    add_unknown_adjectives();
    locate_places();
    share_places();
    join_bodies_and_places();
    return {std::move(names_), std::move(name_at_)};
  }

 private:
  void add_known_names(std::vector<ProperName>& found) const {
    for (std::size_t i = 0; i < report_.size(); ++i)
      for (const PhraseMatch& match : report_.phrases_at(i))
        if (const Entry* entry = report_.proper_entry(match)) {
          found.push_back({match.range, report_.head_of(match.range), entry, NameKind::other});
          break;
        }
  }

  // Without names that mean nothing here.
  void settle_shared_names(std::vector<ProperName>& found) const {
    const std::map<std::string_view, std::size_t> spoken_of = states_spoken_of(found);
    std::vector<ProperName> settled;
    for (ProperName& name : found) {
      const Entry* meant = name.entry ? meant_by(name, spoken_of) : nullptr;
      if (name.entry && !meant) continue;
      name.entry = meant;
      settled.push_back(std::move(name));
    }
    found = std::move(settled);
  }

  // "the Socialists" are those of the state that the report speaks of most, among those that have such a party; where it speaks of none of
  // them, the party that is known by the name everywhere, if there is one.
  const Entry* meant_by(const ProperName& name, const std::map<std::string_view, std::size_t>& spoken_of) const {
    const auto times = [&](const Entry& entry) {
      const auto state = spoken_of.find(knowledge_.organisation(entry.row).country);
      return state == spoken_of.end() ? std::size_t{0} : state->second;
    };
    if (!is_of_organisation(*name.entry)) return name.entry;
    if (name.entry->shared && begins_a_noun(name)) return nullptr;
    if (is_any_adjective(name) && times(*name.entry) == 0) return nullptr;
    if (!name.entry->shared && times(*name.entry) > 0) return name.entry;
    const Entry* meant = name.entry->shared ? nullptr : name.entry;
    std::size_t most = 0;
    for (const Entry* bearer : bearers_of_shared_name(name)) {
      if (most > 0 && times(*bearer) == most) meant = nullptr;
      if (times(*bearer) <= most) continue;
      meant = bearer;
      most = times(*bearer);
    }
    return meant;
  }

  static bool is_of_organisation(const Entry& entry) {
    return entry.sense >= Sense::organisation && entry.sense <= Sense::organisation_adjective;
  }

  // "Democratic reforms" at the start of a sentence: written so whatever they are.
  bool is_any_adjective(const ProperName& name) const {
    const TokenRange sentence = report_.sentence(name.head);
    return is_adjective_of_organisation(name) && name.range.first == sentence.first && name.range.last < sentence.last &&
           !starts_in_capitals(report_.form(name.range.last)) && !knowledge_.organisation(name.entry->row).country.empty();
  }

  // "Labour minister": no party's.
  bool begins_a_noun(const ProperName& name) const {
    const std::vector<PhraseMatch> matches = report_.phrases_at(name.range.first);
    return std::any_of(matches.begin(), matches.end(),
                       [&](const PhraseMatch& match) { return match.range.size() > name.range.size() && report_.noun_entries(match); });
  }

  // Empty where the name is nobody's but one.
  std::vector<const Entry*> bearers_of_shared_name(const ProperName& name) const {
    std::vector<const Entry*> bearers;
    bool shared = false;
    for (const PhraseMatch& match : report_.phrases_at(name.range.first)) {
      if (match.range != name.range || match.by_lemma) continue;
      for (const Entry& entry : match.entries) {
        if (entry.sense != name.entry->sense || !entry.period.contains(date_)) continue;
        bearers.push_back(&entry);
        shared = shared || entry.shared;
      }
    }
    return shared ? bearers : std::vector<const Entry*>{};
  }

  // How often names of states and of what is of one state alone, and leaders in office, stand in the report.
  std::map<std::string_view, std::size_t> states_spoken_of(const std::vector<ProperName>& found) const {
    std::vector<std::size_t> longest(report_.size(), 0);  // of the names that hold the token
    for (const ProperName& name : found)
      for (std::size_t i = name.range.first; i < name.range.last; ++i) longest[i] = std::max(longest[i], name.range.size());
    std::map<std::string_view, std::size_t> times;
    for (const ProperName& name : found) {
      const Entry* entry = name.entry;
      // "Korea" within "North Korea"
      if (longest[name.range.first] > name.range.size() || is_any_adjective(name)) continue;
      if (!entry) {
        if (name.kind == NameKind::person)
          if (const Term* term = term_of_leader(name)) ++times[term->of];
      } else if (entry->sense <= Sense::seat) {
        ++times[knowledge_.state(entry->row).code];
      } else if (is_of_organisation(*entry)) {
        if (bearers_of_shared_name(name).empty()) ++times[knowledge_.organisation(entry->row).country];
      } else if (entry->sense <= Sense::territory_adjective) {
        ++times[knowledge_.territory(entry->row).country];
      }
    }
    times.erase("");
    return times;
  }

  // Of a head of state or government in office who has no namesake among them.
  const Term* term_of_leader(const ProperName& name) const {
    const std::string words = report_.text(name.range);
    const Term* found = nullptr;
    for (const KnownPerson* person : name.range.size() > 1 ? knowledge_.persons_named(words) : knowledge_.persons_by_surname(words)) {
      const Term* term = person->term_at(date_);
      if (!term || !knowledge_.is_office_kind("head of state or government", term->office)) continue;
      if (found) return nullptr;
      found = term;
    }
    return found;
  }

  // Full names of those in office that the tagger took for something else, or cut in two.
  void add_known_persons(std::vector<ProperName>& found) const {
    constexpr std::size_t kLongestName = 5;                  // tokens
    std::vector<std::size_t> person_end(report_.size(), 0);  // of the tagged person's name that covers the token
    for (const ProperName& name : found)
      if (!name.entry && name.kind == NameKind::person)
        for (std::size_t i = name.range.first; i < name.range.last; ++i) person_end[i] = std::max(person_end[i], name.range.last);
    for (std::size_t i = 0; i < report_.size(); ++i) {
      if (report_.word(i).upos != "PROPN" || !starts_in_capitals(report_.form(i))) continue;
      std::size_t end = i;
      while (end < std::min(report_.sentence(i).last, i + kLongestName) && (report_.word(end).upos == "PROPN" || report_.form(end) == "-"))
        ++end;
      for (std::size_t last = end; last > i + 1; --last) {
        const TokenRange words{i, last};
        if (last <= person_end[i]) break;
        const auto persons = knowledge_.persons_named(report_.text(words));
        if (std::none_of(persons.begin(), persons.end(), [&](const KnownPerson* person) { return person->term_at(date_) != nullptr; }))
          continue;
        found.push_back({words, report_.head_of(words), nullptr, NameKind::person});
        i = last - 1;
        break;
      }
    }
  }

  void keep_longest(std::vector<ProperName> found) {
    std::stable_sort(found.begin(), found.end(), [&](const ProperName& a, const ProperName& b) { return weight(a) > weight(b); });
    for (ProperName& name : found) {
      bool free = true;
      for (std::size_t i = name.range.first; i < name.range.last; ++i) free = free && name_at_[i] == kNoIndex;
      if (free) add(std::move(name));
    }
  }

  // "the Front" after "the Popular Front", where no other name ends so.
  void add_last_words() {
    std::map<std::string, std::set<std::string>> names_by_last_word;
    for (const ProperName& name : names_)
      if (name.range.size() > 1 && is_organisation(name) && report_.word(name.range.last - 1).upos == "PROPN")
        names_by_last_word[report_.form(name.range.last - 1)].insert(report_.text(name.range));
    for (std::size_t i = 1; i < report_.size(); ++i) {
      if (name_at_[i] != kNoIndex || report_.word(i).upos != "PROPN" || report_.lower_form(i - 1) != "the" || begins_in_name(i + 1))
        continue;
      const auto names = names_by_last_word.find(report_.form(i));
      if (names == names_by_last_word.end() || names->second.size() > 1 || is_role_or_body(i)) continue;
      add({{i, i + 1}, i, nullptr, NameKind::organisation});
    }
  }

  static bool is_organisation(const ProperName& name) {
    return name.entry ? name.entry->sense == Sense::organisation : name.kind == NameKind::organisation;
  }

  bool begins_in_name(std::size_t token) const { return token < report_.size() && report_.word(token).upos == "PROPN"; }

  bool is_role_or_body(std::size_t token) const {
    const std::vector<PhraseMatch> matches = report_.phrases_at(token);
    return std::any_of(matches.begin(), matches.end(), [&](const PhraseMatch& match) { return report_.noun_entries(match).has_value(); });
  }

  void add(ProperName name) {
    for (std::size_t i = name.range.first; i < name.range.last; ++i) name_at_[i] = names_.size();
    names_.push_back(std::move(name));
  }

  // "Fatah Party", "the Taliban movement": a known name and a word for what it is.
  const Entry* organisation_within(TokenRange range) const {
    for (const PhraseMatch& match : report_.phrases_at(range.first)) {
      if (match.range.last > range.last || match.by_lemma) continue;
      const Entry* entry = report_.proper_entry(match);
      if (!entry || entry->sense != Sense::organisation || entry->shared) continue;
      if (match.range == range) return entry;
      for (const PhraseMatch& tail : report_.phrases_at(match.range.last)) {
        if (tail.range.last != range.last) continue;
        const auto nouns = report_.noun_entries(tail);
        if (nouns && std::any_of(nouns->begin(), nouns->end(), [&](const Entry* noun) {
              return report_.is_of_kind(*noun, {NominalKind::body, NominalKind::band});
            }))
          return entry;
      }
    }
    return nullptr;
  }

  // Once the report has a person called India, "India" alone is she, unless something else in the report is of the state.
  void forget_names_of_persons(std::vector<ProperName>& found) const {
    std::set<std::string_view> names;
    for (const ProperName& name : found)
      if (!name.entry && name.kind == NameKind::person && name.range.size() > 1)
        for (std::size_t i = name.range.first; i < name.range.last; ++i) names.insert(report_.form(i));
    std::set<std::string_view> states;
    for (const ProperName& name : found)
      if (is_of_state(name) && name.range.size() == 1 && names.contains(report_.form(name.range.first)) && !is_told_otherwise(name, found))
        states.insert(report_.form(name.range.first));
    for (ProperName& name : found) {
      if (name.range.size() > 1 || !states.contains(report_.form(name.range.first))) continue;
      name.entry = nullptr;
      name.kind = NameKind::person;
    }
  }

  static bool is_of_state(const ProperName& name) { return name.entry && name.entry->sense <= Sense::seat; }

  // Does the report tell of the state by another word too?
  static bool is_told_otherwise(const ProperName& name, const std::vector<ProperName>& found) {
    return std::any_of(found.begin(), found.end(), [&](const ProperName& other) {
      return is_of_state(other) && other.entry->row == name.entry->row && other.entry->sense != name.entry->sense;
    });
  }

  // "the Union of Coal Miners (UCM)": the words that make an acronym in brackets are its name, whatever else bears the acronym.
  void explain_acronyms(std::vector<ProperName>& found) const {
    std::set<std::string> explained;
    for (std::size_t i = 1; i + 2 < report_.size(); ++i) {
      if (report_.form(i) != "(" || report_.form(i + 2) != ")" || !is_acronym(report_.form(i + 1))) continue;
      const std::size_t first = begin_of_name(i, report_.form(i + 1));
      if (first == kNoIndex) continue;
      const TokenRange words{first, i};
      const bool known = std::any_of(found.begin(), found.end(), [&](const ProperName& name) {
        return name.entry && name.entry->sense == Sense::organisation && name.range.last == i && name.range.first <= first + 1;
      });
      if (known) continue;
      found.push_back({words, report_.head_of(words), nullptr, NameKind::organisation});
      explained.insert(report_.form(i + 1));
    }
    for (std::size_t i = 0; i < report_.size(); ++i) {
      if (!explained.contains(report_.form(i))) continue;
      std::erase_if(found, [&](const ProperName& name) { return name.range == TokenRange{i, i + 1}; });
      found.push_back({{i, i + 1}, i, nullptr, NameKind::organisation});
    }
  }

  // Where the capitalised words that end before the token begin to make the acronym; small words between them count for nothing.
  std::size_t begin_of_name(std::size_t end, std::string_view acronym) const {
    constexpr std::size_t kLongestName = 14;  // tokens
    std::size_t letters = acronym.size();
    for (std::size_t i = end; i > report_.sentence(end).first && end - i < kLongestName; --i) {
      const std::string& word = report_.form(i - 1);
      if (!starts_in_capitals(word)) {
        if (!is_one_of(word, {"of", "for", "the", "and", "in", "on", "to", "-", "'s", "’s"})) return kNoIndex;
        continue;
      }
      if (word[0] != acronym[letters - 1]) return kNoIndex;
      if (--letters == 0) return i - 1;
    }
    return kNoIndex;
  }

  // The longer first; of equal ones what is known, unless it is a given name that the tagger takes for a person.
  std::size_t weight(const ProperName& name) const {
    std::size_t weight = 4 * name.range.size() + 1;
    if (name.entry) ++weight;
    const bool given_name =
        name.kind == NameKind::person && knowledge_.gender_of_given_name(report_.form(name.range.first)) != Gender::unknown;
    if (given_name && !is_name_of_a_state(name.range) && !(name.range.size() == 1 && is_among_states(name.head))) weight += 2;
    return weight;
  }

  // "Jordan", "Israel" alone: that they are given names too counts for nothing.
  bool is_name_of_a_state(TokenRange range) const {
    for (const PhraseMatch& match : report_.phrases_at(range.first))
      if (match.range == range && !match.by_lemma)
        if (const Entry* entry = report_.proper_entry(match)) return entry->sense == Sense::state;
    return false;
  }

  // "the United States and Jordan"
  bool is_among_states(std::size_t head) const {
    std::vector<std::size_t> partners = tree_.children(head, "conj");
    if (report_.relation_is(head, {"conj"})) partners.push_back(report_.word(head).head);
    return std::any_of(partners.begin(), partners.end(), [&](std::size_t partner) {
      std::size_t first = partner;
      while (first > report_.sentence(partner).first && report_.word(first - 1).head == partner &&
             report_.relation_is(first - 1, {"compound", "amod"}))
        --first;
      for (const PhraseMatch& match : report_.phrases_at(first))
        for (const Entry& entry : match.entries)
          if (match.range.contains(partner) && entry.sense == Sense::state) return true;
      return false;
    });
  }

  // Names that the tagger missed after a title: "Prime Minister Tu'ivakano".
  void add_titled_names() {
    for (std::size_t i = 0; i < report_.size(); ++i) {
      if (name_at_[i] != kNoIndex) continue;
      for (const PhraseMatch& match : report_.phrases_at(i)) {
        const bool title = report_.is_role(match);
        if (title && add_name_at(match.range.last, starts_in_capitals(report_.form(i)) ? 1 : 2)) break;
        // "a Ruritanian mayor, Ada Kern"
        const bool comma = match.range.last < report_.sentence(i).last && report_.form(match.range.last) == ",";
        if (title && comma && add_name_at(match.range.last + 1, 2)) break;
      }
    }
  }

  // Takes the free names from the token on for a person's, if they are as many as `least`.
  bool add_name_at(std::size_t first, std::size_t least) {
    if (first >= report_.size()) return false;
    std::size_t last = first;
    while (last < report_.sentence(first).last && is_free_name(last)) ++last;
    if (last < first + least) return false;
    add({{first, last}, report_.head_of({first, last}), nullptr, NameKind::person});
    return true;
  }

  bool is_free_name(std::size_t token) const {
    return name_at_[token] == kNoIndex && report_.word(token).xpos == "NNP" && starts_in_capitals(report_.form(token)) &&
           report_.phrases_at(token).empty();
  }

  // Surnames of leaders in office that the tagger missed.
  void add_bare_leaders() {
    for (std::size_t i = 0; i < report_.size(); ++i) {
      const bool beside = (i > report_.sentence(i).first && report_.word(i - 1).upos == "PROPN" && name_at_[i - 1] == kNoIndex) ||
                          (i + 1 < report_.sentence(i).last && report_.word(i + 1).upos == "PROPN");
      if (name_at_[i] != kNoIndex || report_.word(i).upos != "PROPN" || beside || report_.form(i).size() < 4 ||
          !starts_in_capitals(report_.form(i)))
        continue;
      const auto persons = knowledge_.persons_by_surname(report_.form(i));
      const bool in_office =
          std::any_of(persons.begin(), persons.end(), [&](const KnownPerson* p) { return p->term_at(date_) != nullptr; });
      if (!in_office || !report_.phrases_at(i).empty()) continue;
      add({{i, i + 1}, i, nullptr, NameKind::person});
    }
  }

  // Adjectives to names of countries that are not known: "Ruritanian" where the report has "Ruritania".
  void add_unknown_adjectives() {
    std::multimap<std::string, std::size_t> countries;
    std::set<std::string> seen;
    for (std::size_t p = 0; p < names_.size(); ++p)
      if (!names_[p].entry && names_[p].kind == NameKind::location && seen.insert(report_.form(names_[p].head)).second)
        countries.emplace(report_.country_stem(names_[p].head), p);
    for (std::size_t i = 0; i < report_.size(); ++i) {
      if (name_at_[i] != kNoIndex && names_[name_at_[i]].range.size() > 1) continue;
      if (name_at_[i] != kNoIndex && names_[name_at_[i]].entry) continue;
      if (!report_.is_capitalised_modifier(i)) continue;
      const auto candidates = countries.equal_range(report_.country_stem(i));
      for (auto candidate = candidates.first; candidate != candidates.second; ++candidate) {
        const std::size_t p = candidate->second;
        if (!knowledge_.is_demonym_of(report_.form(i), report_.form(names_[p].head))) continue;
        const ProperName adjective{{i, i + 1}, i, nullptr, NameKind::location, p};
        if (name_at_[i] != kNoIndex) names_[name_at_[i]] = adjective;
        else add(adjective);
        break;
      }
    }
  }

  // What is a place once is no person elsewhere in the report, unless somebody bears the name.
  void share_places() {
    std::map<std::string, const KnownPlace*> places;
    for (const ProperName& name : names_)
      if (!name.entry && name.place) places.emplace(report_.text(name.range), name.place);
    for (const ProperName& name : names_)
      if (!name.entry && name.kind == NameKind::person && name.range.size() > 1)
        for (std::size_t i = name.range.first; i < name.range.last; ++i) places.erase(report_.form(i));
    for (ProperName& name : names_) {
      if (name.entry || name.place || name.kind == NameKind::location) continue;
      const auto known = places.find(report_.text(name.range));
      if (known == places.end()) continue;
      name.kind = NameKind::location;
      name.place = known->second;
    }
  }

  void locate_places() {
    std::set<std::string_view> countries;
    for (const ProperName& name : names_)
      if (name.entry && name.entry->sense <= Sense::seat && namesakes(name).empty())
        countries.insert(knowledge_.state(name.entry->row).code);
    for (ProperName& name : names_)
      for (const Entry* namesake : namesakes(name))
        if (countries.contains(knowledge_.state(namesake->row).code)) {
          name.entry = namesake;
          break;
        }
    for (ProperName& name : names_) {
      const bool state = name.entry && name.entry->sense == Sense::state;
      if (state) name.place = town_abroad(name);
      const bool town = name.entry && (name.entry->sense == Sense::capital || name.entry->sense == Sense::city);
      if (!town && (name.entry || name.kind != NameKind::location || name.adjective_of != kNoIndex)) continue;
      name.place =
          locate(report_.text(name.range), knowledge_, date_, [&](std::string_view country) { return countries.contains(country); });
      if (town && name.place && name.place->country != knowledge_.state(name.entry->row).code) name.place = nullptr;
      if (!town && name.place && name.place->population < kKnownByItself && is_word_of_a_person(name)) name.place = nullptr;
    }
  }

  // Somebody in the report bears the name.
  bool is_word_of_a_person(const ProperName& name) const {
    return name.range.size() == 1 && std::any_of(names_.begin(), names_.end(), [&](const ProperName& other) {
             if (other.entry || other.kind != NameKind::person || other.range.size() < 2) return false;
             for (std::size_t i = other.range.first; i < other.range.last; ++i)
               if (report_.form(i) == report_.form(name.range.first)) return true;
             return false;
           });
  }

  // Of a state's name that is another's too: the readings, where there are several.
  std::vector<const Entry*> namesakes(const ProperName& name) const {
    if (!name.entry || name.entry->sense > Sense::demonyms) return {};
    std::vector<const Entry*> found;
    for (const PhraseMatch& match : report_.phrases_at(name.range.first))
      if (match.range == name.range && !match.by_lemma)
        for (const Entry& entry : match.entries)
          if (entry.sense == name.entry->sense && entry.period.contains(date_)) found.push_back(&entry);
    return found.size() > 1 ? found : std::vector<const Entry*>{};
  }

  // "Lebanon, New Hampshire" is no state: a division of another one follows. Null where it is one.
  const KnownPlace* town_abroad(const ProperName& name) const {
    std::size_t i = name.range.last;
    if (i + 1 >= report_.sentence(name.head).last || (report_.form(i) != "," && report_.lower_form(i) != "in")) return nullptr;
    constexpr std::size_t kFarthest = 5;  // "in the state of New Hampshire"
    const std::size_t end = report_.form(i) == "," ? i + 2 : std::min(report_.sentence(name.head).last, i + kFarthest);
    for (++i; i < end && name_at_[i] == kNoIndex;) ++i;
    if (i >= end || names_[name_at_[i]].entry) return nullptr;
    for (const KnownPlace* division : knowledge_.places_named(report_.text(names_[name_at_[i]].range)))
      if (division->feature == "ADM1" && division->country != knowledge_.state(name.entry->row).code) return division;
    return nullptr;
  }

  // "University of Nairobi", "Bank of America", where the tagger saw the place alone.
  void join_bodies_and_places() {
    for (std::size_t i = 1; i + 1 < report_.size(); ++i) {
      if (report_.lower_form(i) != "of" || name_at_[i] != kNoIndex || name_at_[i - 1] != kNoIndex || name_at_[i + 1] == kNoIndex) continue;
      const ProperName& place = names_[name_at_[i + 1]];
      const bool state = place.entry && place.entry->sense <= Sense::seat;
      const bool located = !place.entry && place.kind == NameKind::location;
      if (report_.word(i - 1).xpos != "NNP" || !starts_in_capitals(report_.form(i - 1)) || !(state || located) ||
          !report_.is_of_kind_at(i - 1, {NominalKind::body}))
        continue;
      ProperName body{{i - 1, place.range.last}, i - 1, nullptr, NameKind::organisation};
      if (place.place) body.country = place.place->country;
      else if (state) body.country = knowledge_.state(place.entry->row).code;
      const std::size_t old = name_at_[i + 1];
      for (std::size_t k = body.range.first; k < body.range.last; ++k) name_at_[k] = old;
      names_[old] = std::move(body);
    }
  }

  const ParsedReport& report_;
  const Knowledge& knowledge_;
  const Tree& tree_;
  std::string_view date_;
  std::vector<ProperName> names_;
  std::vector<std::size_t> name_at_;
};

}  // namespace

bool is_nationality(const ProperName& name) {
  return name.entry && (name.entry->sense == Sense::adjective || (name.entry->sense == Sense::state && name.entry->cased));
}

bool is_adjective_of_organisation(const ProperName& name) { return name.entry && name.entry->sense == Sense::organisation_adjective; }

bool names_a_people(const ProperName& name) {
  return name.entry && (name.entry->sense == Sense::adjective || name.entry->sense == Sense::demonym);
}

ProperNames::ProperNames(std::vector<ProperName> names, std::vector<std::size_t> name_at)
    : names_(std::move(names)), name_at_(std::move(name_at)) {}

bool ProperNames::is_unknown_place(std::size_t token) const {
  const ProperName* name = at(token);
  return name && !name->entry && !name->place;
}

ProperNames find_proper_names(const ParsedReport& report, const Names& tagged) { return ProperNameFinder(report).find(tagged); }

}  // namespace casus
