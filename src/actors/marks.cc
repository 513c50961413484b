// Two passes over the tokens. First the proper names: what the knowledge base knows and what the tagger found, without overlaps, the
// longer first. Then the nouns between them: titles and role nouns, each with its noun phrase, from whose other words come country,
// sector and possessor. A title before or beside a person's name joins it.
#include "actors/marks.h"

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <set>

#include "actors/locating.h"
#include "actors/recognition.h"
#include "core/unicode.h"
#include "knowledge/readings.h"

namespace casus {
namespace {

constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();

bool any_of(std::string_view text, std::initializer_list<std::string_view> wanted) {
  return std::find(wanted.begin(), wanted.end(), text) != wanted.end();
}

bool starts_in_capitals(std::string_view form) {
  const auto text = from_utf8(form);
  return text && !text->empty() && (is_upper(text->front()) || is_digit(text->front()));
}

// A proper name: found by the tagger (person, organisation) or known (an entry).
struct Proper {
  TokenRange range;
  std::size_t head = 0;
  const Entry* entry = nullptr;  // null where only the tagger knows it
  NameKind kind = NameKind::other;
  std::size_t adjective_of = kNone;  // another proper name
  const KnownPlace* place = nullptr;
  std::string country;  // of a body that is named by its place: "University of Nairobi"
};

// A title or role noun.
struct Noun {
  TokenRange range;
  std::size_t head = 0;
  std::size_t np_first = 0;  // where its noun phrase begins
  std::vector<const Entry*> entries;
  bool plural = false;
  std::string key;  // the words that are known, folded: of a plural mostly the lemma
};

struct Affiliation {
  std::string country;
  std::string code;
  std::string sector;
  const KnownTerritory* territory = nullptr;  // whose country it is claimed from
  std::optional<TokenRange> range;
  std::optional<std::size_t> owner;
  std::vector<Nationality> others;  // "Russian and" of "Russian and Turkish officials"
};

class MarkFinder {
 public:
  MarkFinder(const Document& document, const Tokens& tokens, const Parse& parse, const Tree& tree, const Names& names,
             const Knowledge& knowledge, std::string_view date)
      : document_(document),
        tokens_(tokens),
        parse_(parse),
        tree_(tree),
        names_(names),
        knowledge_(knowledge),
        date_(date),
        phrases_(tokens, parse, knowledge),
        proper_at_(tokens.tokens.size(), kNone),
        noun_at_(tokens.tokens.size(), kNone),
        sentence_(tokens.tokens.size()) {}

  std::vector<Mark> find() {
    for (const TokenRange& sentence : tokens_.sentences)
      for (std::size_t i = sentence.first; i < sentence.last; ++i) sentence_[i] = sentence;
    find_adjectives();
    find_propers();
    find_nouns();
    used_.resize(nouns_.size());
    for (const Proper& proper : propers_) mark_proper(proper);
    for (const Noun& noun : nouns_) mark_noun(noun);
    for (std::size_t i = 0; i < tokens_.tokens.size(); ++i) mark_pronoun(i);
    std::stable_sort(marks_.begin(), marks_.end(), [](const Mark& a, const Mark& b) { return a.head < b.head; });
    return std::move(marks_);
  }

 private:
  const Word& word(std::size_t token) const { return parse_.words[token]; }
  const std::string& form(std::size_t token) const { return tokens_.tokens[token].form; }
  std::string lower_form(std::size_t token) const { return fold(form(token)); }
  bool relation_is(std::size_t token, std::initializer_list<std::string_view> wanted) const {
    return std::any_of(wanted.begin(), wanted.end(), [&](std::string_view w) { return is_relation(word(token).relation, w); });
  }
  std::string text(TokenRange range) const { return slice(document_, tokens_.span(range)); }
  std::string joined_forms(TokenRange range) const {
    std::string text;
    for (std::size_t i = range.first; i < range.last; ++i) text += form(i);
    return text;
  }

  // The token of the range whose head lies outside.
  std::size_t head_of(TokenRange range) const {
    for (std::size_t i = range.first; i < range.last; ++i)
      if (!range.contains(word(i).head)) return i;
    return range.last - 1;
  }

  bool is_modifier(std::size_t head) const { return relation_is(head, {"amod", "compound", "nmod:desc", "flat", "nmod:unmarked"}); }

  // --- proper names

  void find_propers() {
    std::vector<Proper> found;
    for (const Name& name : whole_names()) {
      const TokenRange range = with_given_names(trimmed(name), name.kind);
      if (range.size() == 0 || name.kind == NameKind::other || is_in_dateline(range) || is_role_noun(range)) continue;
      found.push_back({range, head_of(range), nullptr,
                       has_demonym(range)                                                    ? NameKind::location
                       : is_called_who(range) || follows_role(range) || precedes_role(range) ? NameKind::person
                                                                                             : name.kind});
    }
    for (std::size_t i = 0; i < tokens_.tokens.size(); ++i)
      for (const PhraseMatch& match : phrases_.starting_at(i))
        if (const Entry* entry = proper_entry(match)) {
          found.push_back({match.range, head_of(match.range), entry, NameKind::other});
          break;
        }
    for (Proper& proper : found)
      if (!proper.entry && proper.kind == NameKind::organisation) proper.entry = organisation_within(proper.range);
    add_known_names(found);
    forget_names_of_persons(found);
    explain_acronyms(found);
    std::stable_sort(found.begin(), found.end(), [&](const Proper& a, const Proper& b) { return weight(a) > weight(b); });
    for (const Proper& proper : found) {
      bool free = true;
      for (std::size_t i = proper.range.first; i < proper.range.last; ++i) free = free && proper_at_[i] == kNone;
      if (!free) continue;
      for (std::size_t i = proper.range.first; i < proper.range.last; ++i) proper_at_[i] = propers_.size();
      propers_.push_back(proper);
    }
    add_titled_names();
    add_bare_leaders();
    add_unknown_adjectives();
    locate_places();
    join_bodies_and_places();
  }

  // "University of Nairobi", "Bank of America", where the tagger saw the place alone.
  void join_bodies_and_places() {
    for (std::size_t i = 1; i + 1 < tokens_.tokens.size(); ++i) {
      if (lower_form(i) != "of" || proper_at_[i] != kNone || proper_at_[i - 1] != kNone || proper_at_[i + 1] == kNone) continue;
      const Proper& place = propers_[proper_at_[i + 1]];
      const bool state = place.entry && place.entry->sense <= Sense::seat;
      const bool located = !place.entry && place.kind == NameKind::location;
      if (word(i - 1).xpos != "NNP" || !starts_in_capitals(form(i - 1)) || !(state || located) || !is_body_word(i - 1)) continue;
      Proper body{{i - 1, place.range.last}, i - 1, nullptr, NameKind::organisation};
      if (place.place) body.country = place.place->country;
      else if (state) body.country = knowledge_.state(place.entry->row).code;
      const std::size_t old = proper_at_[i + 1];
      for (std::size_t k = body.range.first; k < body.range.last; ++k) proper_at_[k] = old;
      propers_[old] = std::move(body);
    }
  }

  bool is_body_word(std::size_t token) const {
    for (const PhraseMatch& match : phrases_.starting_at(token))
      if (match.range.size() == 1 && !match.by_lemma)
        for (const Entry& entry : match.entries)
          if (entry.sense == Sense::nominal && any_of_kinds(entry, {NominalKind::body})) return true;
    return false;
  }

  void locate_places() {
    std::set<std::string_view> countries;
    for (const Proper& proper : propers_)
      if (proper.entry && proper.entry->sense <= Sense::seat && namesakes(proper).empty())
        countries.insert(knowledge_.state(proper.entry->row).code);
    for (Proper& proper : propers_)
      for (const Entry* namesake : namesakes(proper))
        if (countries.contains(knowledge_.state(namesake->row).code)) {
          proper.entry = namesake;
          break;
        }
    for (Proper& proper : propers_) {
      const bool state = proper.entry && proper.entry->sense == Sense::state;
      if (state) proper.place = town_abroad(proper);
      const bool town = proper.entry && (proper.entry->sense == Sense::capital || proper.entry->sense == Sense::city);
      if (!town && (proper.entry || proper.kind != NameKind::location || proper.adjective_of != kNone)) continue;
      proper.place = locate(text(proper.range), knowledge_, date_, [&](std::string_view country) { return countries.contains(country); });
      if (town && proper.place && proper.place->country != knowledge_.state(proper.entry->row).code) proper.place = nullptr;
    }
  }

  // Full names of those in office that the tagger took for something else, or cut in two.
  void add_known_names(std::vector<Proper>& found) const {
    constexpr std::size_t kLongestName = 5;  // tokens
    for (std::size_t i = 0; i < tokens_.tokens.size(); ++i) {
      if (word(i).upos != "PROPN" || !starts_in_capitals(form(i))) continue;
      std::size_t end = i;
      while (end < std::min(sentence_[i].last, i + kLongestName) && (word(end).upos == "PROPN" || form(end) == "-")) ++end;
      for (std::size_t last = end; last > i + 1; --last) {
        const TokenRange name{i, last};
        const auto tagged = std::find_if(found.begin(), found.end(), [&](const Proper& proper) {
          return !proper.entry && proper.kind == NameKind::person && proper.range.first <= i && last <= proper.range.last;
        });
        if (tagged != found.end()) break;
        const auto persons = knowledge_.persons_named(text(name));
        const bool in_office =
            std::any_of(persons.begin(), persons.end(), [&](const KnownPerson* p) { return p->term_at(date_) != nullptr; });
        if (!in_office) continue;
        found.push_back({name, head_of(name), nullptr, NameKind::person});
        i = last - 1;
        break;
      }
    }
  }

  // Once the report has a person called India, "India" alone is she, unless something else in the report is of the state.
  void forget_names_of_persons(std::vector<Proper>& found) const {
    std::set<std::string_view> names;
    for (const Proper& proper : found)
      if (!proper.entry && proper.kind == NameKind::person && proper.range.size() > 1)
        for (std::size_t i = proper.range.first; i < proper.range.last; ++i) names.insert(form(i));
    const auto is_of_state = [](const Proper& proper) { return proper.entry && proper.entry->sense <= Sense::seat; };
    std::set<std::string_view> states;
    for (const Proper& proper : found)
      if (is_of_state(proper) && proper.range.size() == 1 && names.contains(form(proper.range.first)) && !is_told_otherwise(proper, found))
        states.insert(form(proper.range.first));
    for (Proper& proper : found) {
      if (proper.range.size() > 1 || !states.contains(form(proper.range.first))) continue;
      proper.entry = nullptr;
      proper.kind = NameKind::person;
    }
  }

  // Does the report name the state, or what else the word stands for, in another way too?
  static bool is_told_otherwise(const Proper& proper, const std::vector<Proper>& found) {
    return std::any_of(found.begin(), found.end(), [&](const Proper& other) {
      return other.entry && other.entry->sense <= Sense::seat && other.entry->row == proper.entry->row &&
             other.entry->sense != proper.entry->sense;
    });
  }

  // "the Union of Coal Miners (UCM)": the words that make an acronym in brackets are its name, whatever else bears the acronym.
  void explain_acronyms(std::vector<Proper>& found) const {
    std::set<std::string> explained;
    for (std::size_t i = 1; i + 2 < tokens_.tokens.size(); ++i) {
      if (form(i) != "(" || form(i + 2) != ")" || !is_acronym(form(i + 1))) continue;
      const std::size_t first = begin_of_name(i, form(i + 1));
      if (first == kNone) continue;
      const TokenRange name{first, i};
      const bool known = std::any_of(found.begin(), found.end(), [&](const Proper& proper) {
        return proper.entry && proper.entry->sense == Sense::organisation && proper.range.last == i && proper.range.first <= first + 1;
      });
      if (known) continue;
      found.push_back({name, head_of(name), nullptr, NameKind::organisation});
      explained.insert(form(i + 1));
    }
    for (std::size_t i = 0; i < tokens_.tokens.size(); ++i) {
      if (!explained.contains(form(i))) continue;
      std::erase_if(found, [&](const Proper& proper) { return proper.range == TokenRange{i, i + 1}; });
      found.push_back({{i, i + 1}, i, nullptr, NameKind::organisation});
    }
  }

  // Where the capitalised words that end before the token begin to make the acronym; small words between them count for nothing.
  std::size_t begin_of_name(std::size_t end, std::string_view acronym) const {
    constexpr std::size_t kLongestName = 14;  // tokens
    std::size_t letters = acronym.size();
    for (std::size_t i = end; i > sentence_[end].first && end - i < kLongestName; --i) {
      const std::string& word = form(i - 1);
      if (!starts_in_capitals(word)) {
        if (!any_of(word, {"of", "for", "the", "and", "in", "on", "to", "-", "'s", "’s"})) return kNone;
        continue;
      }
      if (word[0] != acronym[letters - 1]) return kNone;
      if (--letters == 0) return i - 1;
    }
    return kNone;
  }

  // "Fatah Party", "the Taliban movement": a known name and a word for what it is.
  const Entry* organisation_within(TokenRange range) const {
    for (const PhraseMatch& match : phrases_.starting_at(range.first)) {
      if (match.range.last > range.last || match.by_lemma) continue;
      const Entry* entry = proper_entry(match);
      if (!entry || entry->sense != Sense::organisation) continue;
      if (match.range == range) return entry;
      for (const PhraseMatch& tail : phrases_.starting_at(match.range.last)) {
        if (tail.range.last != range.last) continue;
        const auto nouns = noun_entries(tail);
        if (nouns && std::any_of(nouns->begin(), nouns->end(), [&](const Entry* noun) {
              return noun->sense == Sense::nominal && any_of_kinds(*noun, {NominalKind::body, NominalKind::band});
            }))
          return entry;
      }
    }
    return nullptr;
  }

  // Of a state's name that is another's too: the readings, where there are several.
  std::vector<const Entry*> namesakes(const Proper& proper) const {
    if (!proper.entry || proper.entry->sense > Sense::demonyms) return {};
    std::vector<const Entry*> found;
    for (const PhraseMatch& match : phrases_.starting_at(proper.range.first))
      if (match.range == proper.range && !match.by_lemma)
        for (const Entry& entry : match.entries)
          if (entry.sense == proper.entry->sense && entry.period.contains(date_)) found.push_back(&entry);
    return found.size() > 1 ? found : std::vector<const Entry*>{};
  }

  // "Lebanon, New Hampshire" is no state: a division of another one follows. Null where it is one.
  const KnownPlace* town_abroad(const Proper& proper) const {
    std::size_t i = proper.range.last;
    if (i + 1 >= sentence_[proper.head].last || (form(i) != "," && lower_form(i) != "in")) return nullptr;
    constexpr std::size_t kFarthest = 5;  // "in the state of New Hampshire"
    const std::size_t end = form(i) == "," ? i + 2 : std::min(sentence_[proper.head].last, i + kFarthest);
    for (++i; i < end && proper_at_[i] == kNone;) ++i;
    if (i >= end || propers_[proper_at_[i]].entry) return nullptr;
    for (const KnownPlace* division : knowledge_.places_named(text(propers_[proper_at_[i]].range)))
      if (division->feature == "ADM1" && division->country != knowledge_.state(proper.entry->row).code) return division;
    return nullptr;
  }

  // A person's name that the tagger cut in two is one where the tree says so.
  std::vector<Name> whole_names() const {
    std::vector<Name> whole;
    for (const Name& name : names_.names) {
      const bool continues = !whole.empty() && whole.back().kind == NameKind::person && name.kind == NameKind::person &&
                             whole.back().range.last == name.range.first && relation_is(name.range.first, {"flat"}) &&
                             whole.back().range.contains(word(name.range.first).head);
      if (continues) whole.back().range.last = name.range.last;
      else whole.push_back(name);
    }
    return whole;
  }

  // "Kern, who was born there": no place, whatever the tagger says.
  bool is_called_who(TokenRange name) const {
    if (!preposition(head_of(name)).empty()) return false;
    for (const std::size_t clause : tree_.children(head_of(name), "acl:relcl"))
      for (const std::size_t child : tree_.children(clause))
        if (word(child).xpos == "WP" && lower_form(child) == "who") return true;
    return false;
  }

  // What the tagger left out: a given name before, the rest of a hyphenated name behind.
  TokenRange with_given_names(TokenRange range, NameKind kind) const {
    if (kind != NameKind::person) return range;
    while (range.last + 1 < sentence_[range.first].last && form(range.last) == "-" && word(range.last + 1).upos == "PROPN" &&
           are_joined(range.last - 1) && are_joined(range.last))
      range.last += 2;
    if (range.size() != 1) return range;
    for (std::size_t i = range.first; i > sentence_[range.first].first; --i) {
      const std::size_t before = i - 1;
      if (word(before).xpos != "NNP" || knowledge_.gender_of_given_name(form(before)) == Gender::unknown) break;
      if (std::any_of(names_.names.begin(), names_.names.end(), [&](const Name& name) { return name.range.contains(before); })) break;
      range.first = before;
    }
    return range;
  }

  bool are_joined(std::size_t token) const { return tokens_.span({token, token + 1}).end == tokens_.span({token + 1, token + 2}).start; }

  // "Lazaro Font, 52, a Ruritanian teacher"
  bool precedes_role(TokenRange name) const {
    const std::size_t end = sentence_[name.first].last;
    if (name.size() < 2 || name.last + 2 >= end || form(name.last) != "," || !knowledge_.places_named(text(name)).empty()) return false;
    std::size_t i = name.last + 1;
    if (word(i).upos == "NUM" && i + 2 < end && form(i + 1) == ",") i += 2;
    if (!any_of(lower_form(i), {"a", "an"})) return false;
    constexpr std::size_t kFarthest = 5;  // tokens
    for (std::size_t k = i + 1; k < std::min(end, i + 1 + kFarthest) && any_of(word(k).upos, {"ADJ", "NOUN", "PROPN"}); ++k)
      if (is_role_word(k)) return true;
    return false;
  }

  bool is_role_word(std::size_t token) const {
    for (const PhraseMatch& match : phrases_.starting_at(token))
      for (const Entry& entry : match.entries)
        if (!match.by_lemma &&
            (entry.sense == Sense::office || (entry.sense == Sense::nominal && any_of_kinds(entry, {NominalKind::member}))))
          return true;
    return false;
  }

  // "the Ruritanian exile Lazaro Font": no place, whatever the tagger says.
  bool follows_role(TokenRange name) const {
    if (name.size() < 2 || name.first == sentence_[name.first].first || word(name.first - 1).upos != "NOUN") return false;
    if (starts_in_capitals(form(name.first - 1)) || !knowledge_.places_named(text(name)).empty()) return false;
    for (const PhraseMatch& match : phrases_.starting_at(name.first - 1))
      if (match.range.size() == 1 && !match.by_lemma)
        for (const Entry& entry : match.entries)
          if (entry.sense == Sense::nominal && any_of_kinds(entry, {NominalKind::member})) return true;
    return false;
  }

  // "VELGRAD, March 14 (Continental Press) -" tells who writes and where, and is no part of the story.
  bool is_in_dateline(TokenRange range) const {
    const TokenRange sentence = sentence_[range.first];
    if (!tokens_.tokens[sentence.first].paragraph_start && sentence.first != 0) return false;
    constexpr std::size_t kLongestDateline = 16;  // tokens
    const auto text = from_utf8(form(sentence.first));
    if (!text || text->size() < 2 || !std::all_of(text->begin(), text->end(), [](char32_t c) { return is_upper(c) || !is_letter(c); }))
      return false;
    for (std::size_t i = range.last; i < std::min(sentence.last, sentence.first + kLongestDateline); ++i)
      if (any_of(form(i), {"-", "–", "—", "--"})) return true;
    return false;
  }

  // "Foreign Ministry" is nobody's name; whose it is tells its phrase.
  bool is_role_noun(TokenRange range) const {
    for (const PhraseMatch& match : phrases_.starting_at(range.first))
      if (match.range == range)
        for (const Entry& entry : match.entries)
          if (entry.sense == Sense::nominal && any_of_kinds(entry, {NominalKind::body, NominalKind::band, NominalKind::government}))
            return true;
    return false;
  }

  // A name of one word is that of a country, whatever the tagger says, where the report has the adjective to it.
  bool has_demonym(TokenRange name) const {
    if (name.size() != 1) return false;
    const auto candidates = adjectives_.equal_range(stem_of(name.first));
    return std::any_of(candidates.first, candidates.second,
                       [&](const auto& adjective) { return knowledge_.is_demonym_of(form(adjective.second), form(name.first)); });
  }

  // What a country's name and its adjective share at least.
  std::string stem_of(std::size_t token) const { return fold(form(token)).substr(0, 4); }

  void find_adjectives() {
    std::set<std::string> seen;
    for (std::size_t i = 0; i < tokens_.tokens.size(); ++i)
      if (is_free_adjective(i) && seen.insert(form(i)).second) adjectives_.emplace(stem_of(i), i);
  }

  bool is_free_adjective(std::size_t token) const {
    return (word(token).upos == "ADJ" || word(token).upos == "PROPN") && relation_is(token, {"amod", "compound"}) &&
           starts_in_capitals(form(token));
  }

  // Adjectives to names of countries that are not known: "Ruritanian" where the report has "Ruritania".
  void add_unknown_adjectives() {
    std::multimap<std::string, std::size_t> countries;
    std::set<std::string> seen;
    for (std::size_t p = 0; p < propers_.size(); ++p)
      if (!propers_[p].entry && propers_[p].kind == NameKind::location && seen.insert(form(propers_[p].head)).second)
        countries.emplace(stem_of(propers_[p].head), p);
    for (std::size_t i = 0; i < tokens_.tokens.size(); ++i) {
      if (proper_at_[i] != kNone && propers_[proper_at_[i]].range.size() > 1) continue;
      if (proper_at_[i] != kNone && propers_[proper_at_[i]].entry) continue;
      if (!is_free_adjective(i)) continue;
      const auto candidates = countries.equal_range(stem_of(i));
      for (auto candidate = candidates.first; candidate != candidates.second; ++candidate) {
        const std::size_t p = candidate->second;
        if (!knowledge_.is_demonym_of(form(i), form(propers_[p].head))) continue;
        const Proper adjective{{i, i + 1}, i, nullptr, NameKind::location, p};
        if (proper_at_[i] != kNone) propers_[proper_at_[i]] = adjective;
        else {
          proper_at_[i] = propers_.size();
          propers_.push_back(adjective);
        }
        break;
      }
    }
  }

  // The longer first; of equal ones what is known, unless it is a given name that the tagger takes for a person.
  std::size_t weight(const Proper& proper) const {
    std::size_t weight = 4 * proper.range.size() + 1;
    if (proper.entry) ++weight;
    const bool given_name = proper.kind == NameKind::person && knowledge_.gender_of_given_name(form(proper.range.first)) != Gender::unknown;
    if (given_name && !is_name_of_a_state(proper.range) && !(proper.range.size() == 1 && is_among_states(proper.head))) weight += 2;
    return weight;
  }

  // "Jordan", "Israel" alone: that they are given names too counts for nothing.
  bool is_name_of_a_state(TokenRange range) const {
    for (const PhraseMatch& match : phrases_.starting_at(range.first))
      if (match.range == range && !match.by_lemma)
        if (const Entry* entry = proper_entry(match)) return entry->sense == Sense::state;
    return false;
  }

  // "the United States and Jordan"
  bool is_among_states(std::size_t head) const {
    std::vector<std::size_t> partners = tree_.children(head, "conj");
    if (relation_is(head, {"conj"})) partners.push_back(word(head).head);
    return std::any_of(partners.begin(), partners.end(), [&](std::size_t partner) {
      std::size_t first = partner;
      while (first > sentence_[partner].first && word(first - 1).head == partner && relation_is(first - 1, {"compound", "amod"})) --first;
      for (const PhraseMatch& match : phrases_.starting_at(first))
        for (const Entry& entry : match.entries)
          if (match.range.contains(partner) && entry.sense == Sense::state) return true;
      return false;
    });
  }

  // Without article, title, nationality and possessive ending, which taggers take along now and then.
  TokenRange trimmed(const Name& name) const {
    TokenRange range = name.range;
    while (range.size() > 0 && any_of(lower_form(range.last - 1), {"'s", "'", ",", "."})) --range.last;
    if (range.size() > 1 && word(range.first).upos == "DET") ++range.first;
    if (name.kind == NameKind::location) range = nationality_alone(without_direction(range));
    for (bool again = name.kind == NameKind::person; again && range.size() > 1;) {
      again = false;
      for (const PhraseMatch& match : phrases_.starting_at(range.first)) {
        if (match.range.last >= range.last || (!proper_entry(match) && !noun_entries(match).has_value())) continue;
        if (knowledge_.gender_of_given_name(form(range.first)) != Gender::unknown) break;
        range.first = match.range.last;
        while (range.size() > 1 && any_of(lower_form(range.first), {"'s", "'", "-"})) ++range.first;
        again = true;
        break;
      }
    }
    return range;
  }

  // "Ruritanian city" is no name.
  TokenRange nationality_alone(TokenRange name) const {
    for (const PhraseMatch& match : phrases_.starting_at(name.first)) {
      if (match.range.last >= name.last || starts_in_capitals(form(match.range.last))) continue;
      const Entry* entry = proper_entry(match);
      if (entry && entry->sense == Sense::adjective) return match.range;
    }
    return name;
  }

  // "south Ruritania", "Western Ruritania": where the rest is known and the whole is not.
  TokenRange without_direction(TokenRange name) const {
    for (TokenRange rest = name; rest.size() > 1 && word(rest.first).upos == "ADJ";) {
      ++rest.first;
      for (const PhraseMatch& match : phrases_.starting_at(rest.first))
        if (match.range == rest && proper_entry(match)) return rest;
    }
    return name;
  }

  const Entry* proper_entry(const PhraseMatch& match) const {
    if (match.by_lemma) return nullptr;
    const bool small = !starts_in_capitals(form(match.range.first));
    const std::size_t head = head_of(match.range);
    if (any_of(word(head).upos, {"VERB", "AUX", "ADP", "PRON"})) return nullptr;
    const bool attributive = word(head).upos == "ADJ" || relation_is(head, {"amod", "compound"}) || is_before_noun(match.range);
    return choose(match.entries, {.date = date_,
                                  .attributive = attributive,
                                  .in_capitals = is_acronym(joined_forms(match.range)),
                                  .begins_small = small,
                                  .acts = stands_for_government(head)});
  }

  // "Kyrgyz Prime Minister": a title or role noun follows, whatever the tree says.
  bool is_before_noun(TokenRange range) const {
    if (range.last >= sentence_[range.first].last || word(range.last - 1).xpos == "NNPS") return false;
    const std::vector<PhraseMatch> matches = phrases_.starting_at(range.last);
    return std::any_of(matches.begin(), matches.end(), [&](const PhraseMatch& match) { return noun_entries(match).has_value(); });
  }

  bool is_before_name(std::size_t token) const {
    return token < tokens_.tokens.size() && proper_at_[token] != kNone && propers_[proper_at_[token]].kind == NameKind::person;
  }

  // Names that the tagger missed after a title: "Prime Minister Tu'ivakano".
  void add_titled_names() {
    for (std::size_t i = 0; i < tokens_.tokens.size(); ++i) {
      if (proper_at_[i] != kNone) continue;
      for (const PhraseMatch& match : phrases_.starting_at(i)) {
        const bool title = !match.by_lemma && std::any_of(match.entries.begin(), match.entries.end(), [&](const Entry& entry) {
          return entry.sense == Sense::office || (entry.sense == Sense::nominal && any_of_kinds(entry, {NominalKind::member}));
        });
        if (title && add_name_at(match.range.last, starts_in_capitals(form(i)) ? 1 : 2)) break;
        // "a Ruritanian mayor, Ada Kern"
        const bool comma = match.range.last < sentence_[i].last && form(match.range.last) == ",";
        if (title && comma && add_name_at(match.range.last + 1, 2)) break;
      }
    }
  }

  // Takes the free names from the token on for a person's, if they are as many as `least`.
  bool add_name_at(std::size_t first, std::size_t least) {
    if (first >= tokens_.tokens.size()) return false;
    std::size_t last = first;
    while (last < sentence_[first].last && is_free_name(last)) ++last;
    if (last < first + least) return false;
    for (std::size_t k = first; k < last; ++k) proper_at_[k] = propers_.size();
    propers_.push_back({{first, last}, head_of({first, last}), nullptr, NameKind::person});
    return true;
  }

  bool is_free_name(std::size_t token) const {
    return proper_at_[token] == kNone && word(token).xpos == "NNP" && starts_in_capitals(form(token)) &&
           phrases_.starting_at(token).empty();
  }

  // Surnames of leaders in office that the tagger missed.
  void add_bare_leaders() {
    for (std::size_t i = 0; i < tokens_.tokens.size(); ++i) {
      const bool beside = (i > sentence_[i].first && word(i - 1).upos == "PROPN" && proper_at_[i - 1] == kNone) ||
                          (i + 1 < sentence_[i].last && word(i + 1).upos == "PROPN");
      if (proper_at_[i] != kNone || word(i).upos != "PROPN" || beside || form(i).size() < 4 || !starts_in_capitals(form(i))) continue;
      const auto persons = knowledge_.persons_by_surname(form(i));
      const bool in_office =
          std::any_of(persons.begin(), persons.end(), [&](const KnownPerson* p) { return p->term_at(date_) != nullptr; });
      if (!in_office || !phrases_.starting_at(i).empty()) continue;
      proper_at_[i] = propers_.size();
      propers_.push_back({{i, i + 1}, i, nullptr, NameKind::person});
    }
  }

  // --- nouns

  std::optional<std::vector<const Entry*>> noun_entries(const PhraseMatch& match) const {
    std::vector<const Entry*> entries;
    for (const Entry& entry : match.entries)
      if (entry.sense == Sense::office || entry.sense == Sense::nominal) {
        if (entry.sense == Sense::nominal && any_of_kinds(entry, {NominalKind::modifier, NominalKind::place_verb, NominalKind::service_verb,
                                                                  NominalKind::ethnicity, NominalKind::former}))
          continue;
        entries.push_back(&entry);
      }
    if (entries.empty()) return std::nullopt;
    return entries;
  }

  bool any_of_kinds(const Entry& entry, std::initializer_list<NominalKind> kinds) const {
    return std::find(kinds.begin(), kinds.end(), knowledge_.nominal(entry.row).kind) != kinds.end();
  }

  const Nominal* nominal_of(const Noun& noun, std::initializer_list<NominalKind> kinds) const {
    for (const Entry* entry : noun.entries)
      if (entry->sense == Sense::nominal && any_of_kinds(*entry, kinds)) return &knowledge_.nominal(entry->row);
    return nullptr;
  }

  const Title* title_of(const Noun& noun) const {
    for (const Entry* entry : noun.entries)
      if (entry->sense == Sense::office) return &knowledge_.title(entry->row);
    return nullptr;
  }

  void find_nouns() {
    for (std::size_t i = 0; i < tokens_.tokens.size(); ++i) {
      if (proper_at_[i] != kNone) continue;
      const std::vector<PhraseMatch> matches = phrases_.starting_at(i);
      for (const PhraseMatch& match : matches) {
        auto entries = noun_entries(match);
        for (const PhraseMatch& other : matches) {
          if (&other == &match || other.range != match.range || !entries) continue;
          if (const auto more = noun_entries(other)) entries->insert(entries->end(), more->begin(), more->end());
        }
        bool free = entries.has_value();
        for (std::size_t k = match.range.first; k < match.range.last && free; ++k) free = proper_at_[k] == kNone;
        if (!free) continue;
        const std::size_t head = head_of(match.range);
        const bool noun = word(head).upos == "NOUN" || word(head).upos == "PROPN";
        const bool quantity = any_of(word(head).upos, {"ADJ", "PRON", "DET"}) && relation_is(head, {"nsubj", "obj", "obl", "nmod", "conj"});
        const bool rank = word(head).upos == "ADJ" && is_before_name(match.range.last);
        if (!noun && !quantity && !rank) continue;
        const bool many =
            word(head).xpos == "NNS" || word(head).xpos == "NNPS" || word(head).feats.find("Number=Plur") != std::string::npos;
        for (std::size_t k = match.range.first; k < match.range.last; ++k) noun_at_[k] = nouns_.size();
        nouns_.push_back({match.range, head, 0, std::move(*entries), many, match.key});
        i = match.range.last - 1;
        break;
      }
    }
    for (Noun& noun : nouns_) noun.np_first = np_start(noun.head, noun.range.first);
  }

  // Where the noun phrase of a head begins: its modifiers to the left, without clauses and quotation marks.
  std::size_t np_start(std::size_t head, std::size_t first) const {
    std::size_t start = std::min(head, first);
    for (const std::size_t child : tree_.children(head)) {
      if (child >= head || !relation_is(child, {"det", "amod", "compound", "nummod", "nmod", "flat", "case:none", "advmod"})) continue;
      if (relation_is(child, {"nmod"}) && has_preposition(child)) continue;
      start = std::min(start, tree_.extent(child).first);
    }
    for (std::size_t i = start; i < std::min(head, first); ++i)
      if (word(i).upos == "ADP" || any_of(form(i), {",", "“", "”", "\"", "``", "''", "(", ")", ";", ":"})) start = i + 1;
    return with_nationality(start);
  }

  // The nationality right before a phrase belongs to it, whatever the tree says: "Russian Foreign Minister".
  std::size_t with_nationality(std::size_t start) const {
    if (start == sentence_[start].first || proper_at_[start - 1] == kNone) return start;
    const Proper& before = propers_[proper_at_[start - 1]];
    if (proper_at_[start] != kNone || word(start).upos == "DET" || is_sponsor(before.range)) return start;
    const bool other = before.entry && (before.entry->sense == Sense::territory_adjective ||
                                        (before.entry->sense == Sense::organisation && before.entry->cased));
    return other || is_nationality(before) ? before.range.first : start;
  }

  bool has_preposition(std::size_t token) const {
    for (const std::size_t child : tree_.children(token, "case"))
      if (!any_of(lower_form(child), {"'s", "'"})) return true;
    return false;
  }

  std::string preposition(std::size_t token) const {
    for (const std::size_t child : tree_.children(token, "case"))
      if (!any_of(lower_form(child), {"'s", "'"})) return lower_form(child);
    // A coordinated noun shares the preposition of the first.
    if (relation_is(token, {"conj"}) && word(token).head != kRoot && word(token).head < token) return preposition(word(token).head);
    return "";
  }

  // "Turkish-backed", "Russian-led": who backs or leads is not whose they are.
  bool is_sponsor(TokenRange range) const {
    std::size_t next = range.last;
    if (next < tokens_.tokens.size() && any_of(form(next), {"-", "‑", "–"})) ++next;
    else return false;
    if (next >= tokens_.tokens.size() || is_service(next)) return false;
    return word(next).upos == "VERB" || word(next).upos == "ADJ" || word(next).xpos == "VBN";
  }

  bool take(const Proper& proper, Affiliation& affiliation) const {
    if (is_sponsor(proper.range) || is_ethnic(proper.range)) return false;
    if (!proper.entry) {
      // "a Yazidi teacher": no person's.
      if (proper.kind == NameKind::person && is_modifier(proper.head)) return false;
      affiliation.owner = proper.head;
      return true;
    }
    switch (proper.entry->sense) {
      case Sense::organisation:
      case Sense::organisation_seat: {
        const KnownOrganisation& organisation = knowledge_.organisation(proper.entry->row);
        affiliation.country = own_country(proper).value_or(std::string(organisation.country));
        affiliation.code = organisation.code;
        affiliation.sector = organisation.sector;
        break;
      }
      case Sense::territory:
      case Sense::territory_adjective:
        affiliation.territory = &knowledge_.territory(proper.entry->row);
        affiliation.country = affiliation.territory->country;
        break;
      default:
        affiliation.country = knowledge_.state(proper.entry->row).code;
    }
    affiliation.range = proper.range;
    return true;
  }

  // "ethnic Ruritanians" need not be of Ruritania.
  bool is_ethnic(TokenRange range) const {
    return range.first > sentence_[range.first].first && is_nominal(lower_form(range.first - 1), NominalKind::ethnicity);
  }

  bool is_nominal(std::string_view key, NominalKind kind) const {
    const auto entries = knowledge_.find(key);
    return std::any_of(entries.begin(), entries.end(),
                       [&](const Entry& entry) { return entry.sense == Sense::nominal && any_of_kinds(entry, {kind}); });
  }

  // What the mark does not have yet.
  void take(Mark& mark, const Affiliation& whose) const {
    if (mark.country.empty()) {
      mark.country = whose.country;
      if (governs_itself(whose.territory)) mark.territory = whose.territory->id;
    }
    if (mark.code.empty() && whose.country.empty()) mark.code = whose.code;
    if (!mark.affiliation) mark.affiliation = whose.range;
    if (!mark.owner) mark.owner = whose.owner;
    if (mark.others.empty()) mark.others = whose.others;
  }

  // Whose the words [first, last) with this head are: by what stands before them in their phrase, else by "of ..." after them.
  Affiliation affiliation(std::size_t np_first, TokenRange words, std::size_t head, std::initializer_list<std::string_view> after) const {
    Affiliation whose = affiliation_before(np_first, words.first);
    if (whose.range || (whose.owner && !is_unknown_place(*whose.owner))) return whose;
    // "a Yazidi teacher from Iraq"
    Affiliation told = affiliation_after(head, words.last, after);
    return whose.owner && told.country.empty() ? whose : told;
  }

  bool is_unknown_place(std::size_t token) const {
    return proper_at_[token] != kNone && !propers_[proper_at_[token]].entry && !propers_[proper_at_[token]].place;
  }

  Affiliation affiliation_before(std::size_t np_first, std::size_t noun_first) const {
    Affiliation affiliation;
    for (std::size_t i = noun_first; i-- > np_first;) {
      if (proper_at_[i] != kNone) {
        const Proper& proper = propers_[proper_at_[i]];
        if (proper.range.first >= np_first && take(outer_nationality(proper), affiliation)) {
          affiliation.others = coordinated_nationalities(proper);
          return affiliation;
        }
        i = proper.range.first;
      } else if (word(i).feats.find("Poss=Yes") != std::string::npos ||
                 (is_relation(word(i).relation, "nmod:poss") && noun_at_[i] != kNone)) {
        affiliation.owner = i;
        return affiliation;
      }
    }
    return affiliation;
  }

  Affiliation affiliation_after(std::size_t head, std::size_t last, std::initializer_list<std::string_view> prepositions) const {
    Affiliation affiliation;
    for (const std::size_t child : tree_.children(head, "nmod")) {
      if (child < head || !any_of(preposition(child), prepositions)) continue;
      const TokenRange extent{np_start(child, child), child + 1};
      // "a spokesman for the Ruritanian army"
      const std::string sector = noun_at_[child] == kNone ? "" : sector_with_possessor(nouns_[noun_at_[child]]);
      for (std::size_t i = extent.last; i-- > extent.first;)
        if (proper_at_[i] != kNone && take(propers_[proper_at_[i]], affiliation)) {
          if (!sector.empty()) affiliation.sector = sector;
          return affiliation;
        }
      if (affiliation.sector.empty()) affiliation.sector = sector;
      if (noun_at_[child] != kNone) {
        const Noun& inner = nouns_[noun_at_[child]];
        if (title_of(inner)) affiliation.owner = inner.head;
        else if (nominal_of(inner, {NominalKind::body, NominalKind::band, NominalKind::government})) {
          Affiliation further = affiliation_after(child, inner.range.last, {"of", "in", "from"});
          if (further.sector.empty()) further.sector = affiliation.sector;
          if (!further.country.empty() || !further.code.empty() || further.owner) return further;
        }
      }
    }
    if (!affiliation.owner) take_next(last, prepositions, affiliation);
    return affiliation;
  }

  // The name in the phrase right after a preposition, where the tree does not tell: "head of the self-proclaimed Ruritanian Republic".
  void take_next(std::size_t token, std::initializer_list<std::string_view> prepositions, Affiliation& affiliation) const {
    if (token == 0 || token >= sentence_[token - 1].last || !any_of(lower_form(token), prepositions)) return;
    constexpr std::size_t kLongestModifiers = 6;  // tokens
    for (std::size_t i = token + 1; i < std::min(sentence_[token].last, token + kLongestModifiers); ++i) {
      if (proper_at_[i] != kNone) {
        take(propers_[proper_at_[i]], affiliation);
        return;
      }
      if (!any_of(word(i).upos, {"DET", "ADJ", "ADV", "X"}) && form(i) != "-" && word(i).xpos != "VBN") return;
    }
  }

  bool is_nationality(const Proper& proper) const {
    return proper.entry && (proper.entry->sense == Sense::adjective || (proper.entry->sense == Sense::state && proper.entry->cased));
  }

  // "a Ruritanian Sylvanian leader" is of Ruritania.
  const Proper& outer_nationality(const Proper& inner) const {
    if (inner.range.first == sentence_[inner.head].first || !is_nationality(inner) || proper_at_[inner.range.first - 1] == kNone)
      return inner;
    const Proper& outer = propers_[proper_at_[inner.range.first - 1]];
    return is_nationality(outer) && outer.entry->sense == Sense::adjective ? outer : inner;
  }

  // To the left of one: "Russian" and "Turkish" of "Russian, Turkish and Iranian diplomats".
  std::vector<Nationality> coordinated_nationalities(const Proper& last) const {
    std::vector<Nationality> others;
    if (!is_nationality(last)) return others;
    for (std::size_t first = last.range.first; first > sentence_[last.head].first;) {
      std::size_t i = first - 1;
      if (!any_of(lower_form(i), {"and", "or", "&", ","})) break;
      if (i > sentence_[last.head].first && form(i) != "," && form(i - 1) == ",") --i;
      if (i == sentence_[last.head].first || proper_at_[i - 1] == kNone || !is_nationality(propers_[proper_at_[i - 1]])) break;
      const Proper& other = propers_[proper_at_[i - 1]];
      others.push_back({std::string(knowledge_.state(other.entry->row).code), other.range});
      first = other.range.first;
    }
    return others;
  }

  // "the Ruritanian Senate" is not the Senate that is known.
  std::optional<std::string> own_country(const Proper& organisation) const {
    const KnownOrganisation& known = knowledge_.organisation(organisation.entry->row);
    if (known.country.empty() && !std::string_view(known.code).starts_with("NGO")) return std::nullopt;
    const Affiliation whose = affiliation_before(np_start(organisation.head, organisation.range.first), organisation.range.first);
    if (whose.country.empty() || whose.country == known.country) return std::nullopt;
    return whose.country;
  }

  bool governs_itself(const KnownTerritory* territory) const {
    return territory && !territory->sector.empty() && territory->period.contains(date_);
  }

  // Ministers and soldiers of a territory that governs itself are not those of the state that it is claimed from.
  std::string sector_in(const Affiliation& whose, const std::string& sector) const {
    const bool of_state = any_of(sector, {"", "GOV", "MIL", "SPY", "COP", "LEG", "JUD"});
    return of_state && governs_itself(whose.territory) ? std::string(whose.territory->sector) : sector;
  }

  // "the parliament's committee" is of the parliament.
  std::string sector_with_possessor(const Noun& noun) const {
    const Nominal* body = nominal_of(noun, {NominalKind::body});
    if (body && body->weak)
      for (const std::size_t possessor : tree_.children(noun.head, "nmod:poss"))
        if (noun_at_[possessor] != kNone)
          if (std::string sector = sector_of_noun(nouns_[noun_at_[possessor]]); !sector.empty()) return sector;
    return sector_of_noun(noun);
  }

  std::string sector_of_noun(const Noun& noun) const {
    for (const Entry* entry : noun.entries) {
      if (entry->sense == Sense::nominal && !any_of_kinds(*entry, {NominalKind::deed}) && !knowledge_.nominal(entry->row).sector.empty())
        return std::string(knowledge_.nominal(entry->row).sector);
      if (entry->sense == Sense::office && !knowledge_.title(entry->row).sector.empty())
        return std::string(knowledge_.title(entry->row).sector);
    }
    return "";
  }

  std::string sector_of_modifiers(std::size_t np_first, std::size_t noun_first) const {
    for (std::size_t i = noun_first; i-- > np_first;)
      for (const PhraseMatch& match : phrases_.starting_at(i)) {
        if (match.range.last > noun_first) continue;
        for (const Entry& entry : match.entries) {
          if (entry.sense == Sense::nominal && !knowledge_.nominal(entry.row).sector.empty() && !any_of_kinds(entry, {NominalKind::deed}))
            return std::string(knowledge_.nominal(entry.row).sector);
          if (entry.sense == Sense::office && !knowledge_.title(entry.row).sector.empty())
            return std::string(knowledge_.title(entry.row).sector);
        }
      }
    return "";
  }

  bool is_former(std::size_t np_first, std::size_t noun_first) const {
    for (std::size_t i = np_first; i < noun_first; ++i)
      for (const PhraseMatch& match : phrases_.starting_at(i))
        for (const Entry& entry : match.entries)
          if (entry.sense == Sense::nominal && any_of_kinds(entry, {NominalKind::former})) return true;
    return false;
  }

  // Adds a title's office, country and sector to the mark.
  void add_title(Mark& mark, const Noun& noun, const Title& title, std::size_t np_first) {
    Affiliation whose = affiliation(np_first, noun.range, noun.head, {"of", "for", "at", "from"});
    // "a lawmaker in Ruritania"; diplomats and journalists are mostly abroad.
    const bool at_home = !knowledge_.is_office_kind("diplomat", title.office) && !title.weak && title.sector != "JRN";
    if (at_home && whose.country.empty() && whose.code.empty() && !whose.owner)
      whose = affiliation_after(noun.head, noun.range.last, {"in"});
    // Neither exile nor death makes one less of an opponent or a journalist.
    const bool official = any_of(title.sector, {"", "GOV", "MIL", "LEG", "JUD", "COP", "SPY", "PTY"});
    const bool former = official && is_former(np_first, noun.range.first);
    std::string sector(title.sector);
    if (title.weak) {
      const std::string modifiers = !whose.sector.empty() ? whose.sector : sector_of_modifiers(np_first, noun.range.first);
      if (!modifiers.empty()) sector = modifiers;
      else if (!whose.code.empty() && whose.country.empty()) sector.clear();
    }
    if (!whose.sector.empty() && knowledge_.is_office_kind("rank", title.office)) sector = whose.sector;
    sector = former ? "ELI" : sector_in(whose, sector);
    if (mark.gender == Gender::unknown) mark.gender = title.gender;
    const bool held_before = mark.sector == "ELI" && !former && !sector.empty();  // "the customs chief, retired major Kern"
    if (mark.sector.empty() || held_before) mark.sector = sector;
    take(mark, whose);
    if (title.office.empty()) return;
    TitleUse use;
    use.office = former ? as_former(title.office) : std::string(title.office);
    use.of = !whose.country.empty() ? whose.country : whose.code;
    use.range = {noun.range.first, noun.range.last};
    mark.titles.push_back(std::move(use));
  }

  // "an officer in the gendarmerie"
  bool is_within_body(const Noun& noun) const {
    for (const std::size_t child : tree_.children(noun.head, "nmod"))
      if (preposition(child) == "in" && noun_at_[child] != kNone)
        return nominal_of(nouns_[noun_at_[child]], {NominalKind::body, NominalKind::band, NominalKind::government}) != nullptr;
    return false;
  }

  // --- marks

  void mark_proper(const Proper& proper) {
    if (!proper.entry) {
      if (proper.kind == NameKind::person) mark_person(proper);
      else if (proper.kind == NameKind::location) mark_place(proper);
      else mark_named_organisation(proper);
      return;
    }
    switch (proper.entry->sense) {
      case Sense::organisation:
        mark_known_organisation(proper, MentionForm::name);
        break;
      case Sense::organisation_seat:
        if (stands_for_government(proper.head)) mark_known_organisation(proper, MentionForm::metonym);
        break;
      case Sense::territory:
        mark_territory(proper);
        break;
      case Sense::territory_adjective:
        if (names_a_doer(proper)) mark_territory(proper);
        break;
      case Sense::demonym:
      case Sense::demonyms:
        mark_demonym(proper);
        break;
      default:
        mark_state(proper);
    }
  }

  void mark_person(const Proper& proper) {
    Mark mark;
    mark.thing = Thing::person;
    mark.kind = ActorKind::person;
    mark.range = mark.name = proper.range;
    mark.head = proper.head;
    std::size_t start = mark.range.first;
    for (std::size_t noun = role_before(mark.range); noun != kNone; noun = role_before(nouns_[noun].range)) {
      start = std::min(start, std::min(np_start(proper.head, nouns_[noun].np_first), nouns_[noun].np_first));
      add_role(mark, nouns_[noun], start);
      used_[noun] = true;
    }
    mark.range.first = start;
    if (!tells_whose(mark)) take_nationality_before(mark);
    if (mark.range != mark.name) mark.head = head_of(mark.range);
    if (!tells_whose(mark)) take_from_phrase_after(mark, proper.head);
    if (mark.gender == Gender::unknown && mark.name.size() > 1) mark.gender = knowledge_.gender_of_given_name(form(mark.name.first));
    for (std::size_t n = first_noun(sentence_[proper.head]); n < nouns_.size() && nouns_[n].range.first < sentence_[proper.head].last; ++n)
      if (is_role(nouns_[n]) && !nouns_[n].plural && !mark.range.contains(nouns_[n].head) && is_beside(proper, mark.range, nouns_[n])) {
        add_role(mark, nouns_[n], nouns_[n].np_first);
        if (!is_predicate(nouns_[n].head)) same_.emplace(n, mark.head);
        else used_[n] = true;
      }
    describe_by_other_nouns(mark, proper.head);
    describe_by_deeds(mark, proper.head);
    if (!tells_whose(mark) || mark.sector.empty()) describe_by_neighbours(mark);
    marks_.push_back(std::move(mark));
  }

  static bool tells_whose(const Mark& mark) { return !mark.country.empty() || !mark.code.empty() || mark.owner.has_value(); }

  // A title, or what an individual is: "nurse".
  bool is_role(const Noun& noun) const { return title_of(noun) || nominal_of(noun, {NominalKind::member}); }

  void add_role(Mark& mark, const Noun& noun, std::size_t np_first) {
    if (const Title* title = title_of(noun)) return add_title(mark, noun, *title, np_first);
    const Nominal& member = *nominal_of(noun, {NominalKind::member});
    const Affiliation whose = affiliation(np_first, noun.range, noun.head, {"of", "for", "at", "from", "in", "with"});
    take(mark, whose);
    if (!mark.sector.empty()) return;
    const std::string modifiers = sector_of_modifiers(np_first, noun.range.first);
    mark.sector = member.sector;
    if (member.weak && !modifiers.empty()) mark.sector = modifiers;
    else if (member.weak && !whose.sector.empty()) mark.sector = whose.sector;
    mark.sector = sector_in(whose, mark.sector);
  }

  // "Dutch marine biologist Joost Blom"
  void take_nationality_before(Mark& mark) const {
    constexpr std::size_t kMostNouns = 4;
    const std::size_t begin = sentence_[mark.range.first].first;
    for (std::size_t i = mark.range.first; i > begin && mark.range.first - i <= kMostNouns; --i) {
      const std::size_t before = i - 1;
      if (proper_at_[before] != kNone) {
        const Proper& proper = propers_[proper_at_[before]];
        Affiliation whose;
        if (!is_nationality(proper) || !take(proper, whose)) return;
        take(mark, whose);
        if (mark.sector.empty()) mark.sector = sector_of_modifiers(i, mark.name.first);
        mark.range.first = proper.range.first;
        return;
      }
      if (!any_of(word(before).upos, {"NOUN", "ADJ"}) && form(before) != "-" && noun_at_[before] == kNone) return;
    }
  }

  // By a noun that is no role in itself: "Ada Kern, a Ruritanian glazier", "Kern is a glazier from Ruritania".
  void describe_by_other_nouns(Mark& mark, std::size_t head) const {
    const TokenRange sentence = sentence_[head];
    for (std::size_t n = sentence.first; n < sentence.last && !tells_whose(mark); ++n) {
      const bool noun = word(n).upos == "NOUN" && word(n).xpos != "NNS" && noun_at_[n] == kNone;
      const bool nationality = proper_at_[n] != kNone && names_a_people(propers_[proper_at_[n]]);
      if ((!noun && !nationality) || mark.range.contains(n)) continue;
      const bool apposition =
          (mark.range.contains(word(n).head) && relation_is(n, {"appos"})) || (word(head).head == n && relation_is(head, {"appos"}));
      const bool predicate = is_predicate(n) && word(head).head == n && relation_is(head, {"nsubj"});
      if (!apposition && !predicate) continue;
      if (noun) {
        describe_by(mark, n);
        continue;
      }
      Affiliation whose;
      if (take(propers_[proper_at_[n]], whose)) take(mark, whose);
    }
  }

  static bool names_a_people(const Proper& proper) {
    return proper.entry && (proper.entry->sense == Sense::adjective || proper.entry->sense == Sense::demonym);
  }

  void describe_by(Mark& mark, std::size_t noun) const {
    const std::size_t np_first = np_start(noun, noun);
    const Affiliation whose = affiliation(np_first, {noun, noun + 1}, noun, {"of", "for", "at", "from", "in", "with"});
    take(mark, whose);
    if (mark.sector.empty()) mark.sector = sector_in(whose, !whose.sector.empty() ? whose.sector : sector_of_modifiers(np_first, noun));
  }

  // "Kern, who commands the Ruritanian rebels", "was appointed head of the navy": by what one leads, serves or becomes.
  void describe_by_deeds(Mark& mark, std::size_t head) {
    std::vector<std::size_t> verbs = tree_.children(head, "acl");
    if (word(head).head != kRoot && relation_is(head, {"nsubj"})) verbs.push_back(word(head).head);
    const std::size_t after = mark.range.last + 1;  // "Kern, speaking for the government"
    if (after < sentence_[head].last && form(after - 1) == "," && word(after).xpos == "VBG") verbs.push_back(after);
    for (const std::size_t verb : verbs)
      for (const std::size_t object : tree_.children(verb))
        if (object > verb && tells_what_one_is(verb, object)) describe_by_object(mark, object);
  }

  bool tells_what_one_is(std::size_t verb, std::size_t object) const {
    const Noun* noun = noun_at_[object] == kNone ? nullptr : &nouns_[noun_at_[object]];
    if (relation_is(object, {"obl"})) {
      const std::string how = preposition(object);
      const bool body = noun && nominal_of(*noun, {NominalKind::body, NominalKind::band, NominalKind::government});
      return how == "as" || (is_service(verb) && (how == "for" || (body && any_of(how, {"in", "on"}))));
    }
    // "named an ambassador" is what one does to another; "was named ambassador" is what one becomes.
    const bool role = noun && is_role(*noun) && !noun->plural;
    const bool becomes = relation_is(object, {"xcomp"}) || tree_.has_child(verb, "aux:pass");
    return is_service(verb) && relation_is(object, {"obj", "xcomp"}) && (becomes || !role);
  }

  void describe_by_object(Mark& mark, std::size_t object) {
    const std::size_t noun = noun_at_[object];
    if (noun != kNone && is_role(nouns_[noun]) && !nouns_[noun].plural) return add_role(mark, nouns_[noun], nouns_[noun].np_first);
    if (!tells_whose(mark)) {
      Affiliation whose;
      if (proper_at_[object] != kNone) take(propers_[proper_at_[object]], whose);
      if (whose.country.empty() && whose.code.empty() && !whose.owner)
        whose = affiliation(np_start(object, object), {object, object + 1}, object, {"of", "in", "from"});
      take(mark, whose);
      if (mark.sector.empty()) mark.sector = whose.sector;
    }
    if (mark.sector.empty() && noun != kNone) mark.sector = sector_of_noun(nouns_[noun]);
  }

  // By what stands right beside the name, where the tree does not tell.
  void describe_by_neighbours(Mark& mark) {
    const TokenRange sentence = sentence_[mark.head];
    const TokenRange name = mark.range;
    if (name.first >= sentence.first + 2 && any_of(form(name.first - 1), {"'s", "’s", "'", "’"})) take_possessor(mark, name.first - 2);
    if (name.last + 2 < sentence.last && form(name.last) == "(" && proper_at_[name.last + 1] != kNone) {
      const std::size_t closing = propers_[proper_at_[name.last + 1]].range.last;
      if (closing < sentence.last && form(closing) == ")") take_proper_at(mark, name.last + 1);
    }
    std::size_t comma = name.last;
    if (comma + 2 < sentence.last && form(comma) == "," && word(comma + 1).upos == "NUM" && form(comma + 2) == ",") comma += 2;
    if (comma + 1 < sentence.last && form(comma) == ",") describe_by_phrase_at(mark, comma + 1);
    describe_by_phrase_before(mark);
  }

  void take_proper_at(Mark& mark, std::size_t token) const {
    Affiliation whose;
    if (proper_at_[token] != kNone && take(propers_[proper_at_[token]], whose)) take(mark, whose);
  }

  // "Ruritania's Ada Kern", "the Ruritanian interior ministry's Ada Kern"
  void take_possessor(Mark& mark, std::size_t token) const {
    if (proper_at_[token] != kNone) return take_proper_at(mark, token);
    if (noun_at_[token] == kNone) return take(mark, affiliation_before(np_start(token, token), token));
    const Noun& noun = nouns_[noun_at_[token]];
    if (title_of(noun) || !nominal_of(noun, {NominalKind::body, NominalKind::band, NominalKind::government})) return;
    take(mark, affiliation(noun.np_first, noun.range, noun.head, {"of"}));
    if (mark.sector.empty()) mark.sector = sector_of_noun(noun);
  }

  // "Ada Kern, 52, a Ruritanian teacher,", "Ada Kern, one of the Ruritanian judges,"
  void describe_by_phrase_at(Mark& mark, std::size_t start) {
    const std::size_t end = sentence_[start].last;
    const bool one_of = start + 2 < end && lower_form(start) == "one" && lower_form(start + 1) == "of";
    const bool both = lower_form(start) == "both";
    const std::size_t first = start + (one_of ? 2 : both ? 1 : 0);
    std::size_t last = first;
    while (last < end && (any_of(word(last).upos, {"DET", "ADJ", "NOUN", "PROPN"}) || any_of(form(last), {"-", "'s", "’s"}))) ++last;
    const bool clause = last < end && any_of(word(last).upos, {"VERB", "AUX"}) && !any_of(word(last).xpos, {"VBG", "VBN"});
    if (last == first || last >= end || clause) return;
    const std::size_t n = last - 1;
    const bool plural = any_of(word(n).xpos, {"NNS", "NNPS"});
    if (plural != (one_of || both)) return;
    describe_by_noun(mark, n, first);
  }

  void describe_by_noun(Mark& mark, std::size_t n, std::size_t np_first) {
    if (proper_at_[n] != kNone) {
      if (names_a_people(propers_[proper_at_[n]]) && !tells_whose(mark)) take_proper_at(mark, n);
    } else if (noun_at_[n] != kNone && is_role(nouns_[noun_at_[n]])) {
      add_role(mark, nouns_[noun_at_[n]], std::min(np_first, nouns_[noun_at_[n]].np_first));
    } else if (word(n).upos == "NOUN" && !tells_whose(mark)) {
      describe_by(mark, n);
    }
  }

  // "Ruritania's ambassador in Sylvania, Ada Kern,", "one of the judges, Ada Kern,", "three soldiers, among them Ada Kern"
  void describe_by_phrase_before(Mark& mark) {
    const TokenRange sentence = sentence_[mark.head];
    const TokenRange name = mark.range;
    if (name.first < sentence.first + 2) return;
    const std::string before = lower_form(name.first - 1);
    const std::string further = lower_form(name.first - 2);
    const bool member =
        before == "including" || (before == "them" && any_of(further, {"among", "of"})) || (before == "by" && further == "led");
    const bool closed = name.last >= sentence.last || any_of(form(name.last), {",", ".", ")", ";", ":", "”", "\"", "''"});
    if (!member && (before != "," || !closed)) return;
    constexpr std::size_t kFarthest = 8;  // tokens
    for (std::size_t i = name.first - 1; i > sentence.first && name.first - i <= (member ? 2 * kFarthest : kFarthest); --i) {
      const std::size_t t = i - 1;
      if (!member && (any_of(word(t).upos, {"VERB", "AUX"}) || (word(t).upos == "PUNCT" && form(t) != "-"))) return;
      if (noun_at_[t] == kNone || !is_role(nouns_[noun_at_[t]])) continue;
      const Noun& noun = nouns_[noun_at_[t]];
      const bool one_of =
          noun.np_first >= sentence.first + 2 && lower_form(noun.np_first - 1) == "of" && lower_form(noun.np_first - 2) == "one";
      if (noun.plural != (member || one_of)) {
        if (member) continue;
        return;
      }
      return add_role(mark, noun, noun.np_first);
    }
  }

  // By its form too: lemmas of participles are often wrong.
  bool is_service(std::size_t verb) const {
    return is_nominal(fold(word(verb).lemma), NominalKind::service_verb) || is_nominal(lower_form(verb), NominalKind::service_verb);
  }

  // "President Kern of Ruritania"
  void take_from_phrase_after(Mark& mark, std::size_t head) const {
    const Affiliation whose = affiliation_after(head, mark.name.last, {"of", "from"});
    take(mark, whose);
    const bool by_rank = std::all_of(mark.titles.begin(), mark.titles.end(),
                                     [&](const TitleUse& title) { return knowledge_.is_office_kind("rank", title.office); });
    if (by_rank && !whose.sector.empty()) mark.sector = whose.sector;
    for (TitleUse& title : mark.titles)
      if (title.of.empty()) title.of = !whose.country.empty() ? whose.country : whose.code;
  }

  std::size_t first_noun(TokenRange sentence) const {
    const auto first = std::lower_bound(nouns_.begin(), nouns_.end(), sentence.first,
                                        [](const Noun& noun, std::size_t t) { return noun.range.first < t; });
    return static_cast<std::size_t>(first - nouns_.begin());
  }

  std::size_t role_before(TokenRange name) const {
    if (name.first == sentence_[name.first].first) return kNone;
    std::size_t last = name.first - 1;
    // "ambassador to Ruritania Ada Kern"
    if (proper_at_[last] != kNone && propers_[proper_at_[last]].entry) {
      const std::size_t first = propers_[proper_at_[last]].range.first;
      if (first >= sentence_[last].first + 2 && word(first - 1).upos == "ADP") last = first - 2;
    }
    const std::size_t noun = noun_at_[last];
    if (noun == kNone || !is_role(nouns_[noun]) || nouns_[noun].plural) return kNone;
    // "the student leader": a word that only says what leader
    const bool modifier = noun_at_[name.first] != kNone && word(nouns_[noun].head).head == nouns_[noun_at_[name.first]].head &&
                          relation_is(nouns_[noun].head, {"compound", "amod"});
    return modifier ? kNone : noun;
  }

  bool is_predicate(std::size_t head) const { return tree_.has_child(head, "cop"); }

  // In apposition ("Ada Kern, the interior minister", "the interior minister, Ada Kern"), or said of him ("Kern is the interior minister").
  bool is_beside(const Proper& person, TokenRange with_title, const Noun& noun) const {
    if (noun.range.last == person.range.first) return false;
    if (is_before_comma(person, with_title, noun)) return true;
    if (is_predicate(noun.head)) return word(person.head).head == noun.head && is_relation(word(person.head).relation, "nsubj");
    const bool hangs = with_title.contains(word(noun.head).head);
    if (!hangs && word(person.head).head != noun.head) return false;
    const std::size_t lower = hangs ? noun.head : person.head;
    // "ambassador to Ruritania Ada Kern"
    const bool before = noun.head < person.head && relation_is(lower, {"nmod:desc", "compound", "nmod:unmarked"});
    return before || is_relation(word(lower).relation, "appos");
  }

  // "Its spokesman, Colonel Otto Sample, said": trees often miss that these are one.
  bool is_before_comma(const Proper& person, TokenRange with_title, const Noun& noun) const {
    if (noun.range.last + 1 != with_title.first || form(noun.range.last) != ",") return false;
    if (person.range.last >= tokens_.tokens.size() || form(person.range.last) != "," || sentence_[noun.head] != sentence_[person.head])
      return false;
    const bool indefinite = noun.np_first == noun.range.first || any_of(lower_form(noun.np_first), {"a", "an"});
    return !indefinite && (word(noun.head).head == person.head || relation_is(noun.head, {"nsubj", "obj", "appos", "conj"}));
  }

  static bool names_a_country(const Entry& entry) {
    return entry.sense <= Sense::seat || entry.sense == Sense::territory || entry.sense == Sense::territory_adjective;
  }

  void mark_named_organisation(const Proper& proper) {
    Mark mark;
    mark.thing = Thing::organisation;
    mark.kind = ActorKind::organisation;
    mark.range = mark.name = proper.range;
    mark.head = proper.head;
    // The words of the name and of its phrase tell country and sector: "Ruritanian Interior Ministry".
    const std::size_t np_first = np_start(proper.head, proper.range.first);
    Affiliation whose;
    std::size_t told = 0;  // up to where the words have told a sector: a guard within "National Guard" tells none
    for (std::size_t i = proper.range.first; i < proper.range.last; ++i)
      for (const PhraseMatch& match : phrases_.starting_at(i)) {
        if (match.range.last > proper.range.last) continue;
        if (const Entry* entry = proper_entry(match); entry && whose.country.empty() && names_a_country(*entry))
          take({match.range, match.range.first, entry}, whose);
        if (i < told) continue;
        if (const auto nouns = noun_entries(match))
          for (const Entry* entry : *nouns)
            if (entry->sense == Sense::nominal && !knowledge_.nominal(entry->row).sector.empty()) {
              mark.sector = knowledge_.nominal(entry->row).sector;
              told = match.range.last;
            }
      }
    if (!proper.country.empty()) {
      whose.country = proper.country;
    } else if (whose.country.empty()) {
      whose = affiliation(np_first, proper.range, proper.head, {"of"});
      mark.affiliation = whose.range;
      if (mark.sector.empty()) mark.sector = whose.sector;
    }
    mark.country = whose.country;
    mark.sector = sector_in(whose, mark.sector);
    if (mark.country.empty() || mark.sector.empty()) describe_by_body_beside(mark);
    marks_.push_back(std::move(mark));
  }

  // "the Ruritanian newspaper Volya", "a Ruritanian newspaper, Volya,", "Volya, a Ruritanian newspaper,"
  void describe_by_body_beside(Mark& mark) {
    const TokenRange sentence = sentence_[mark.head];
    const std::size_t before = mark.range.first;
    const auto body_at = [&](std::size_t token) {
      return noun_at_[token] != kNone && !nouns_[noun_at_[token]].plural &&
             nominal_of(nouns_[noun_at_[token]], {NominalKind::body, NominalKind::band});
    };
    std::size_t token = kNone;
    if (before > sentence.first && body_at(before - 1)) token = before - 1;
    else if (before >= sentence.first + 2 && form(before - 1) == "," && body_at(before - 2)) token = before - 2;
    else
      for (const std::size_t child : tree_.children(mark.head, "appos"))
        if (child > mark.head && body_at(child)) token = child;
    if (token == kNone) return;
    const std::size_t index = noun_at_[token];
    const Noun& noun = nouns_[index];
    if (mark.country.empty()) {
      const Affiliation whose = affiliation(noun.np_first, noun.range, noun.head, {"of", "in"});
      mark.country = whose.country;
      if (!mark.affiliation) mark.affiliation = whose.range;
    }
    if (mark.sector.empty()) mark.sector = sector_of_noun(noun);
    if (token + 1 == before) used_[index] = true;
    else same_.emplace(index, mark.head);
  }

  void mark_known_organisation(const Proper& proper, MentionForm form_of_mention) {
    const KnownOrganisation& organisation = knowledge_.organisation(proper.entry->row);
    Mark mark;
    mark.thing = Thing::organisation;
    mark.form = form_of_mention;
    mark.kind = organisation.kind;
    mark.range = mark.name = proper.range;
    mark.head = proper.head;
    mark.country = organisation.country;
    mark.sector = organisation.sector;
    mark.code = organisation.code;
    mark.knowledge_id = organisation.id;
    if (const auto own = own_country(proper)) {
      mark.country = *own;
      mark.code.clear();
      mark.knowledge_id.clear();
    }
    marks_.push_back(std::move(mark));
  }

  void mark_place(const Proper& proper) {
    if (is_in_dateline(proper.range)) return;
    Mark mark;
    mark.thing = Thing::place;
    mark.kind = ActorKind::place;
    mark.range = proper.range;
    if (proper.place) {
      mark.country = proper.place->country;
      if (!proper.entry || proper.entry->sense != Sense::state) mark.knowledge_id = proper.place->id;
    } else if (proper.entry) {
      mark.country = knowledge_.state(proper.entry->row).code;
    }
    mark.name = proper.adjective_of == kNone ? proper.range : propers_[proper.adjective_of].range;
    mark.head = proper.head;
    mark.hidden = proper.adjective_of != kNone && !names_a_doer(proper);
    mark.standing = proper.adjective_of != kNone ? 3 : 0;
    mark.acts = proper.adjective_of == kNone ? acts(proper.head) : !mark.hidden;
    mark.place = !mark.acts && is_where(proper.head);
    marks_.push_back(std::move(mark));
  }

  void mark_territory(const Proper& proper) {
    Mark mark;
    mark.range = mark.name = proper.range;
    mark.head = proper.head;
    mark.standing = proper.entry->sense == Sense::territory ? 0 : 3;
    set_territory(mark, knowledge_.territory(proper.entry->row));
    marks_.push_back(std::move(mark));
  }

  void set_territory(Mark& mark, const KnownTerritory& territory) const {
    mark.thing = Thing::territory;
    mark.kind = ActorKind::place;
    mark.country = territory.country;
    if (governs_itself(&territory)) mark.sector = territory.sector;
    mark.knowledge_id = territory.id;
  }

  void mark_demonym(const Proper& proper) {
    if (is_modifier(proper.head)) return;
    Mark mark;
    mark.thing = Thing::people;
    mark.kind = ActorKind::people;
    mark.form = MentionForm::nominal;
    mark.range = {np_start(proper.head, proper.range.first), proper.range.last};
    mark.name = proper.range;
    mark.head = proper.head;
    if (is_ethnic(proper.range)) take(mark, where_of(proper.head, proper.range.last));
    else mark.country = knowledge_.state(proper.entry->row).code;
    mark.sector = "CVL";
    mark.plural = true;
    mark.lemma = "people";
    marks_.push_back(std::move(mark));
  }

  // "Ethnic Ruritanians demonstrated in Sylvania": where they are, by their own phrase or by what they do.
  Affiliation where_of(std::size_t head, std::size_t last) const {
    Affiliation where = affiliation_after(head, last, {"in", "of", "from"});
    for (std::size_t t = head; where.country.empty() && word(t).head != kRoot && relation_is(t, {"nsubj", "nmod", "compound"});)
      t = word(t).head, where = affiliation_of_phrases(t, "obl", {"in"});
    for (const std::size_t clause : tree_.children(head, "acl"))
      if (where.country.empty()) where = affiliation_of_phrases(clause, "obl", {"in"});
    return where;
  }

  Affiliation affiliation_of_phrases(std::size_t head, std::string_view relation,
                                     std::initializer_list<std::string_view> prepositions) const {
    Affiliation affiliation;
    for (const std::size_t child : tree_.children(head, relation))
      if (any_of(preposition(child), prepositions) && proper_at_[child] != kNone && take(propers_[proper_at_[child]], affiliation)) break;
    return affiliation;
  }

  void mark_state(const Proper& proper) {
    const Sense sense = proper.entry->sense;
    const bool adjective = sense == Sense::adjective;
    if (sense == Sense::city || (sense == Sense::state && proper.place)) return mark_place(proper);
    if ((adjective || is_modifier(proper.head)) && sense != Sense::seat && !names_a_doer(proper)) return;
    const bool metonym = sense == Sense::capital || sense == Sense::seat;
    if (metonym && !is_modifier(proper.head) && !stands_for_government(proper.head)) {
      if (sense == Sense::capital) mark_place(proper);
      return;
    }
    Mark mark;
    mark.thing = Thing::state;
    mark.kind = ActorKind::state;
    mark.form = metonym ? MentionForm::metonym : MentionForm::name;
    mark.range = mark.name = proper.range;
    if (sense == Sense::seat && !is_modifier(proper.head) && mark.range.first > sentence_[mark.range.first].first &&
        lower_form(mark.range.first - 1) == "the") {
      --mark.range.first;
      mark.name = mark.range;
    }
    mark.head = proper.head;
    mark.country = knowledge_.state(proper.entry->row).code;
    mark.standing = sense == Sense::state ? 0 : adjective ? 3 : sense == Sense::capital ? 1 : 2;
    mark.acts = metonym || acts(proper.head) || adjective;
    mark.place = !mark.acts && is_where(proper.head);
    marks_.push_back(std::move(mark));
  }

  // "the Ruritanian attack": the adjective names who attacks.
  bool names_a_doer(const Proper& proper) const {
    const std::size_t noun = word(proper.head).head;
    if (noun == kRoot || noun < proper.range.last || is_sponsor(proper.range) || noun_at_[noun] == kNone) return false;
    return nominal_of(nouns_[noun_at_[noun]], {NominalKind::deed}) != nullptr;
  }

  bool acts(std::size_t head) const {
    if (relation_is(head, {"conj"}) && word(head).head != kRoot) return acts(word(head).head);
    if (relation_is(head, {"nsubj"}) && !is_relation(word(head).relation, "nsubj:pass")) {
      const std::size_t verb = word(head).head;
      return verb != kRoot && word(verb).upos == "VERB" && !(word(verb).lemma == "be" || word(verb).lemma == "have");
    }
    return is_relation(word(head).relation, "obl:agent") || (relation_is(head, {"obl"}) && preposition(head) == "by");
  }

  bool is_where(std::size_t head) const {
    return relation_is(head, {"obl", "nmod", "conj"}) &&
           any_of(preposition(head), {"in", "at", "near", "from", "through", "across", "into", "within", "inside", "outside", "around",
                                      "over", "throughout", "between"});
  }

  bool is_place_verb(std::size_t verb) const { return is_nominal(fold(word(verb).lemma), NominalKind::place_verb); }

  // Does a capital's or seat's name mean the government that sits there?
  bool stands_for_government(std::size_t head) const {
    const std::size_t above = word(head).head;
    if (above == kRoot) return false;
    if (relation_is(head, {"conj"})) return stands_for_government(above);
    if (relation_is(head, {"nsubj:pass"})) return !is_place_verb(above);
    if (relation_is(head, {"nsubj"})) return word(above).upos == "VERB" || tree_.has_child(above, "aux");
    if (relation_is(head, {"obj", "iobj"})) return !is_place_verb(above);
    if (relation_is(head, {"nmod:poss"})) return noun_at_[above] != kNone && !nominal_of(nouns_[noun_at_[above]], {NominalKind::people});
    if (relation_is(head, {"obl", "nmod"}))
      return any_of(preposition(head), {"with", "against", "between", "by", "among", "towards", "toward"}) ||
             (preposition(head) == "for" && relation_is(head, {"nmod"}));
    return false;
  }

  void mark_noun(const Noun& noun) {
    const std::size_t index = static_cast<std::size_t>(&noun - nouns_.data());
    if (used_[index]) return;
    const auto same = same_.find(index);
    if (same == same_.end() && ((is_modifier(noun.head) && !is_body_of_a_state(noun)) || is_predicate(noun.head))) return;
    Mark mark;
    mark.form = MentionForm::nominal;
    mark.range = {noun.np_first, std::max(noun.head + 1, noun.range.last)};
    mark.head = noun.head;
    mark.plural = noun.plural;
    mark.lemma = noun.key;
    const std::string first = lower_form(noun.np_first);
    mark.definite = any_of(first, {"the", "this", "that", "these", "those", "both"});
    if (same != same_.end()) mark.same_as = same->second;
    const bool described = !mark.same_as && describe(mark, noun);
    if (mark.same_as || described) {
      if (!mark.others.empty()) {
        mark.noun = {noun.range.first, noun.range.last};
        mark.range.first = std::min(mark.range.first, mark.others.back().range.first);
      }
      if (mark.same_as) {
        mark.thing = Thing::office;
        mark.name = mark.range;
      }
      marks_.push_back(std::move(mark));
    }
  }

  // "Ruritanian police" in "Ruritanian police custody": as a modifier of what is no actor itself.
  bool is_body_of_a_state(const Noun& noun) const {
    const std::size_t above = word(noun.head).head;
    if (above == kRoot || above < noun.head || noun_at_[above] != kNone || proper_at_[above] != kNone) return false;
    return nominal_of(noun, {NominalKind::body, NominalKind::band}) && !affiliation_before(noun.np_first, noun.range.first).country.empty();
  }

  // What the noun stands for; false where it is no actor.
  bool describe(Mark& mark, const Noun& noun) {
    if (is_set(mark, noun)) return true;
    if (any_of(lower_form(noun.np_first), {"no", "any", "every", "each", "neither", "either"})) return false;
    const Affiliation whose = affiliation(noun.np_first, noun.range, noun.head, {"of"});
    const std::string modifiers = sector_of_modifiers(noun.np_first, noun.range.first);
    take(mark, whose);
    const bool bare = whose.country.empty() && whose.code.empty() && !whose.owner && modifiers.empty();
    if (points_back(mark, noun, bare)) return true;
    extend(mark, noun, {"of"});
    // "rebels in Ruritania": where they are says whose they are, if nothing else does.
    if (whose.country.empty() && whose.code.empty() && (!whose.owner || is_unknown_place(*whose.owner))) {
      Affiliation where = affiliation(noun.np_first, noun.range, noun.head, {"from", "in", "at"});
      if (where.country.empty() && has_ethnicity(noun)) where = where_of(noun.head, noun.range.last);
      // A place that is not known tells nothing of them.
      if (!where.owner || !is_unknown_place(*where.owner)) {
        take(mark, where);
        if (!where.country.empty() || where.owner) extend(mark, noun, {"from", "in", "at"});
      }
    }
    if (const Nominal* government = nominal_of(noun, {NominalKind::government})) return describe_government(mark, *government, whose);
    const Title* title = title_of(noun);
    if (title && (!noun.plural || (!mark.others.empty() && !title->weak)) && !title->office.empty()) {
      const bool indefinite = any_of(lower_form(noun.np_first), {"a", "an", "any", "another", "one", "some", "no", "every", "each"});
      if (!indefinite) {
        mark.thing = Thing::office;
        mark.kind = ActorKind::role;
        mark.country.clear();
        mark.code.clear();
        mark.owner.reset();
        add_title(mark, noun, *title, noun.np_first);
        return true;
      }
    }
    // "the Ruritanian and Sylvanian sides"
    if (nominal_of(noun, {NominalKind::set_state}) && !whose.country.empty() && !whose.territory) {
      mark.thing = Thing::state;
      mark.kind = ActorKind::state;
      mark.acts = true;
      mark.standing = 3;
      return true;
    }
    if (const Nominal* people = nominal_of(noun, {NominalKind::people})) return describe_people(mark, noun, *people);
    if (const Nominal* body = nominal_of(noun, {NominalKind::body})) {
      mark.thing = Thing::body;
      mark.kind = ActorKind::organisation;
      // "an office", "a delegation" without a word on whose it is: nobody in particular.
      if (body->weak && bare && !mark.definite) return false;
      return set_sector(mark, *body, whose, modifiers) && (!noun.plural || set_group(mark));
    }
    if (const Nominal* band = nominal_of(noun, {NominalKind::band})) return set_sector(mark, *band, whose, modifiers) && set_group(mark);
    if (const Nominal* member = nominal_of(noun, {NominalKind::member})) {
      if (!set_sector(mark, *member, whose, modifiers)) return false;
      return noun.plural ? set_group(mark) : set_individual(mark);
    }
    if (title) {
      mark.sector = sector_in(whose, title->weak && !modifiers.empty() ? modifiers : std::string(title->sector));
      return noun.plural ? set_group(mark) : set_individual(mark);
    }
    return false;
  }

  bool has_ethnicity(const Noun& noun) const {
    for (std::size_t i = noun.np_first; i < noun.range.first; ++i)
      if (is_nominal(lower_form(i), NominalKind::ethnicity)) return true;
    return false;
  }

  // "the two leaders", "both sides"
  bool is_set(Mark& mark, const Noun& noun) const {
    const Nominal* set = nominal_of(noun, {NominalKind::set, NominalKind::set_person, NominalKind::set_state});
    if (!noun.plural || !set) return false;
    mark.nominal = set->kind;
    for (std::size_t i = noun.np_first; i < noun.range.first; ++i) {
      if (word(i).head != noun.head) continue;
      const std::string text = lower_form(i);
      constexpr std::array<std::string_view, 8> numbers{"two", "three", "four", "five", "six", "seven", "eight", "nine"};
      const auto number = std::find(numbers.begin(), numbers.end(), text);
      if (text == "both") mark.count = 2;
      else if (number != numbers.end() && mark.definite) mark.count = static_cast<std::size_t>(number - numbers.begin()) + 2;
    }
    if (mark.count == 0) return false;
    mark.thing = Thing::set;
    return true;
  }

  bool points_back(Mark& mark, const Noun& noun, bool bare) const {
    if (!mark.owner && (!mark.definite || !bare)) return false;
    const Nominal* again =
        nominal_of(noun, {NominalKind::country, NominalKind::body_again, NominalKind::person_again, NominalKind::band_again});
    if (!again || (mark.owner && again->kind != NominalKind::country)) return false;
    if (noun.plural != (again->kind == NominalKind::band_again)) return false;
    if (again->kind == NominalKind::person_again && title_of(noun)) return false;
    for (const std::size_t child : tree_.children(noun.head, "nmod"))
      if (child > noun.head && preposition(child) == "of") return false;
    mark.thing = Thing::again;
    mark.nominal = again->kind;
    mark.sector = sector_of_noun(noun);
    return true;
  }

  bool describe_government(Mark& mark, const Nominal& government, const Affiliation& whose) {
    if (mark.country.empty() && !mark.owner && (government.sector.empty() || !mark.definite)) return false;
    mark.standing = 3;
    if (whose.territory) {
      set_territory(mark, *whose.territory);
      if (mark.sector.empty()) mark.sector = government.sector;
      return true;
    }
    mark.thing = Thing::state;
    mark.kind = ActorKind::state;
    mark.acts = !government.sector.empty();
    return true;
  }

  bool describe_people(Mark& mark, const Noun& noun, const Nominal& people) {
    const bool quantity = word(noun.head).upos != "NOUN" && word(noun.head).upos != "PROPN";
    if (mark.country.empty()) {
      const Affiliation where = affiliation(noun.np_first, noun.range, noun.head, {"of", "in", "from", "across"});
      take(mark, where);
    }
    if (mark.country.empty() && (quantity || !relation_is(mark.head, {"nsubj", "obj", "obl:agent"}))) return false;
    extend(mark, noun, {"of", "in", "from", "across"});
    mark.thing = Thing::people;
    mark.kind = ActorKind::people;
    mark.sector = people.sector;
    mark.plural = true;
    return true;
  }

  // The mention takes along the phrase after the noun that says whose they are.
  void extend(Mark& mark, const Noun& noun, std::initializer_list<std::string_view> prepositions) const {
    for (const std::size_t child : tree_.children(noun.head, "nmod"))
      if (child == mark.range.last + 1 || (child > noun.head && any_of(preposition(child), prepositions))) {
        if (child < noun.head || !any_of(preposition(child), prepositions)) continue;
        std::size_t last = child + 1;
        if (proper_at_[child] != kNone) last = std::max(last, propers_[proper_at_[child]].range.last);
        mark.range.last = std::max(mark.range.last, last);
        mark.name = mark.range;
        return;
      }
    mark.name = mark.range;
  }

  bool set_sector(Mark& mark, const Nominal& nominal, const Affiliation& whose, const std::string& modifiers) const {
    mark.sector = nominal.sector;
    if (nominal.weak && !whose.sector.empty()) mark.sector = whose.sector;
    if (nominal.weak && !modifiers.empty()) mark.sector = modifiers;
    mark.sector = sector_in(whose, mark.sector);
    return !mark.sector.empty() || !mark.country.empty() || !mark.code.empty() || mark.owner.has_value();
  }

  bool set_group(Mark& mark) const {
    mark.thing = Thing::group;
    mark.kind = ActorKind::group;
    mark.plural = true;
    return true;
  }

  // A lone person without a name: an actor only where he takes part in something.
  bool set_individual(Mark& mark) const {
    mark.thing = Thing::individual;
    mark.kind = ActorKind::person;
    return relation_is(mark.head, {"nsubj", "obj", "iobj", "obl:agent", "conj"}) && !mark.sector.empty();
  }

  void mark_pronoun(std::size_t token) {
    if (word(token).upos != "PRON" && word(token).xpos != "PRP$") return;
    const std::string text = lower_form(token);
    const bool relative = word(token).feats.find("PronType=Rel") != std::string::npos || any_of(word(token).xpos, {"WP", "WDT", "WP$"});
    Mark mark;
    mark.thing = Thing::pronoun;
    mark.form = MentionForm::pronoun;
    mark.range = mark.name = {token, token + 1};
    mark.head = token;
    mark.lemma = text;
    if (any_of(text, {"he", "him", "his", "himself"})) mark.gender = Gender::male;
    else if (any_of(text, {"she", "her", "hers", "herself"})) mark.gender = Gender::female;
    else if (any_of(text, {"they", "them", "their", "theirs", "themselves"})) mark.plural = true;
    else if (any_of(text, {"it", "its", "itself"})) mark.lemma = "it";
    else if (any_of(text, {"i", "me", "my", "myself"})) mark.lemma = "i";
    else if (any_of(text, {"we", "us", "our", "ours", "ourselves"}) && form(token) != "US") mark.lemma = "we";
    else if (relative && any_of(text, {"who", "whom", "which", "that", "whose"})) mark.lemma = "who";
    else return;
    if (relation_is(token, {"expl"})) return;
    if (mark.gender != Gender::unknown && relation_is(token, {"nsubj"})) describe_subject(mark);
    marks_.push_back(std::move(mark));
  }

  // "She is a refugee from Ruritania"
  void describe_subject(Mark& mark) {
    const std::size_t predicate = word(mark.head).head;
    if (predicate == kRoot) return;
    const std::size_t n = noun_at_[predicate];
    if (n != kNone && is_predicate(predicate) && is_role(nouns_[n]) && !nouns_[n].plural) add_role(mark, nouns_[n], nouns_[n].np_first);
    else describe_by_other_nouns(mark, mark.head);
    describe_by_deeds(mark, mark.head);
  }

  const Document& document_;
  const Tokens& tokens_;
  const Parse& parse_;
  const Tree& tree_;
  const Names& names_;
  const Knowledge& knowledge_;
  std::string_view date_;
  Phrases phrases_;
  std::vector<Proper> propers_;
  std::vector<Noun> nouns_;
  std::vector<std::size_t> proper_at_;
  std::vector<std::size_t> noun_at_;
  std::vector<TokenRange> sentence_;
  std::vector<bool> used_;                              // nouns that are titles of a name
  std::map<std::size_t, std::size_t> same_;             // nouns in apposition, and the head of the name
  std::multimap<std::string, std::size_t> adjectives_;  // capitalised ones by their stems, each form once
  std::vector<Mark> marks_;
};

}  // namespace

std::vector<Mark> find_marks(const Document& document, const Tokens& tokens, const Parse& parse, const Tree& tree, const Names& names,
                             const Knowledge& knowledge, std::string_view date) {
  return MarkFinder(document, tokens, parse, tree, names, knowledge, date).find();
}

}  // namespace casus
