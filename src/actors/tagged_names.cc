#include "actors/tagged_names.h"

#include <algorithm>
#include <map>
#include <set>

namespace casus {
namespace {

class TaggedNames {
 public:
  TaggedNames(const ParsedReport& report, const Names& tagged)
      : report_(report), knowledge_(report.knowledge()), tree_(report.tree()), tagged_(tagged) {
    find_adjectives();
  }

  std::vector<ProperName> find() const {
    std::vector<ProperName> found;
    for (const Name& name : whole_names()) {
      const TokenRange range = with_given_names(trimmed(name), name.kind);
      if (range.size() == 0 || name.kind == NameKind::other || report_.is_in_dateline(range) || is_role_noun(range)) continue;
      found.push_back({range, report_.head_of(range), nullptr, kind_of(range, name.kind)});
    }
    return found;
  }

 private:
  NameKind kind_of(TokenRange range, NameKind tagged) const {
    if (has_demonym(range)) return NameKind::location;
    if (is_called_who(range) || follows_role(range) || precedes_role(range)) return NameKind::person;
    return tagged == NameKind::person && follows_body(range) ? NameKind::organisation : tagged;
  }

  // A person's name that the tagger cut in two is one where the tree says so.
  std::vector<Name> whole_names() const {
    std::vector<Name> whole;
    for (const Name& name : tagged_.names) {
      const bool continues = !whole.empty() && whole.back().kind == NameKind::person && name.kind == NameKind::person &&
                             whole.back().range.last == name.range.first && report_.relation_is(name.range.first, {"flat"}) &&
                             whole.back().range.contains(report_.word(name.range.first).head);
      if (continues) whole.back().range.last = name.range.last;
      else whole.push_back(name);
    }
    return whole;
  }

  // What the tagger left out: a given name before, the rest of a hyphenated name behind.
  TokenRange with_given_names(TokenRange range, NameKind kind) const {
    if (kind != NameKind::person) return range;
    while (range.last + 1 < report_.sentence(range.first).last && report_.form(range.last) == "-" &&
           report_.word(range.last + 1).upos == "PROPN" && report_.touches_next(range.last - 1) && report_.touches_next(range.last))
      range.last += 2;
    if (range.size() != 1) return range;
    for (std::size_t i = range.first; i > report_.sentence(range.first).first; --i) {
      const std::size_t before = i - 1;
      if (report_.word(before).xpos != "NNP" || knowledge_.gender_of_given_name(report_.form(before)) == Gender::unknown) break;
      if (std::any_of(tagged_.names.begin(), tagged_.names.end(), [&](const Name& name) { return name.range.contains(before); })) break;
      range.first = before;
    }
    return range;
  }

  // Without article, title, nationality and possessive ending, which taggers take along now and then.
  TokenRange trimmed(const Name& name) const {
    TokenRange range = name.range;
    while (range.size() > 0 && is_one_of(report_.lower_form(range.last - 1), {"'s", "'", ",", "."})) --range.last;
    if (range.size() > 1 && report_.word(range.first).upos == "DET") ++range.first;
    if (name.kind == NameKind::location) range = nationality_alone(without_direction(range));
    for (bool again = name.kind == NameKind::person; again && range.size() > 1;) {
      again = false;
      for (const PhraseMatch& match : report_.phrases_at(range.first)) {
        if (match.range.last >= range.last || (!report_.proper_entry(match) && !report_.noun_entries(match).has_value())) continue;
        if (knowledge_.gender_of_given_name(report_.form(range.first)) != Gender::unknown) break;
        range.first = match.range.last;
        while (range.size() > 1 && is_one_of(report_.lower_form(range.first), {"'s", "'", "-"})) ++range.first;
        again = true;
        break;
      }
    }
    return range;
  }

  // "Ruritanian city" is no name.
  TokenRange nationality_alone(TokenRange name) const {
    for (const PhraseMatch& match : report_.phrases_at(name.first)) {
      if (match.range.last >= name.last || starts_in_capitals(report_.form(match.range.last))) continue;
      const Entry* entry = report_.proper_entry(match);
      if (entry && entry->sense == Sense::adjective) return match.range;
    }
    return name;
  }

  // "south Ruritania", "Western Ruritania": where the rest is known and the whole is not.
  TokenRange without_direction(TokenRange name) const {
    for (TokenRange rest = name; rest.size() > 1 && report_.word(rest.first).upos == "ADJ";) {
      ++rest.first;
      for (const PhraseMatch& match : report_.phrases_at(rest.first))
        if (match.range == rest && report_.proper_entry(match)) return rest;
    }
    return name;
  }

  // "Kern, who was born there": no place, whatever the tagger says.
  bool is_called_who(TokenRange name) const {
    if (!report_.preposition(report_.head_of(name)).empty()) return false;
    for (const std::size_t clause : tree_.children(report_.head_of(name), "acl:relcl"))
      for (const std::size_t child : tree_.children(clause))
        if (report_.word(child).xpos == "WP" && report_.lower_form(child) == "who") return true;
    return false;
  }

  // "the Ruritanian exile Lazaro Font": no place, whatever the tagger says.
  bool follows_role(TokenRange name) const {
    if (name.size() < 2 || name.first == report_.sentence(name.first).first || report_.word(name.first - 1).upos != "NOUN") return false;
    if (starts_in_capitals(report_.form(name.first - 1)) || !knowledge_.places_named(report_.text(name)).empty()) return false;
    return report_.is_of_kind_at(name.first - 1, {NominalKind::member});
  }

  // "the newspaper Volya": no person, whatever the tagger says.
  bool follows_body(TokenRange name) const {
    if (name.first == report_.sentence(name.first).first) return false;
    const std::size_t noun = name.first - 1, head = report_.head_of(name);
    if (report_.word(noun).xpos != "NN" || starts_in_capitals(report_.form(noun)) || !report_.is_of_kind_at(noun, {NominalKind::body}))
      return false;
    if (knowledge_.gender_of_given_name(report_.form(name.first)) != Gender::unknown) return false;
    const Word& above = report_.word(noun);
    const Word& below = report_.word(head);
    if (below.head == noun) return report_.relation_is(head, {"nmod:desc", "compound", "appos", "flat", "nmod:unmarked", "nmod"});
    // Trees often take the two for neighbours: two subjects of one verb.
    return above.head == head || (above.head == below.head && above.relation == below.relation);
  }

  // "Lazaro Font, 52, a Ruritanian teacher"
  bool precedes_role(TokenRange name) const {
    const std::size_t end = report_.sentence(name.first).last;
    if (name.size() < 2 || name.last + 2 >= end || report_.form(name.last) != "," || !knowledge_.places_named(report_.text(name)).empty())
      return false;
    std::size_t i = name.last + 1;
    if (report_.word(i).upos == "NUM" && i + 2 < end && report_.form(i + 1) == ",") i += 2;
    if (!is_one_of(report_.lower_form(i), {"a", "an"})) return false;
    constexpr std::size_t kFarthest = 5;  // tokens
    for (std::size_t k = i + 1; k < std::min(end, i + 1 + kFarthest) && is_one_of(report_.word(k).upos, {"ADJ", "NOUN", "PROPN"}); ++k)
      if (is_role_word(k)) return true;
    return false;
  }

  bool is_role_word(std::size_t token) const {
    const std::vector<PhraseMatch> matches = report_.phrases_at(token);
    return std::any_of(matches.begin(), matches.end(), [&](const PhraseMatch& match) { return report_.is_role(match); });
  }

  // "Foreign Ministry" is nobody's name; whose it is tells its phrase.
  bool is_role_noun(TokenRange range) const {
    for (const PhraseMatch& match : report_.phrases_at(range.first))
      if (match.range == range)
        for (const Entry& entry : match.entries)
          if (report_.is_of_kind(entry, {NominalKind::body, NominalKind::band, NominalKind::government})) return true;
    return false;
  }

  // A name of one word is that of a country, whatever the tagger says, where the report has the adjective to it.
  bool has_demonym(TokenRange name) const {
    if (name.size() != 1) return false;
    const auto candidates = adjectives_.equal_range(report_.country_stem(name.first));
    return std::any_of(candidates.first, candidates.second, [&](const auto& adjective) {
      return knowledge_.is_demonym_of(report_.form(adjective.second), report_.form(name.first));
    });
  }

  void find_adjectives() {
    std::set<std::string> seen;
    for (std::size_t i = 0; i < report_.size(); ++i)
      if (report_.is_capitalised_modifier(i) && seen.insert(report_.form(i)).second) adjectives_.emplace(report_.country_stem(i), i);
  }

  const ParsedReport& report_;
  const Knowledge& knowledge_;
  const Tree& tree_;
  const Names& tagged_;
  std::multimap<std::string, std::size_t> adjectives_;  // capitalised ones by their stems, each form once
};

}  // namespace

std::vector<ProperName> tagged_names(const ParsedReport& report, const Names& tagged) { return TaggedNames(report, tagged).find(); }

}  // namespace casus
