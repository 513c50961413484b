// The name reaches from the first word before the head that is no article or passing description to the last of the phrases behind it that
// hold a name: "[two-year] Tigray war", "anti-government protests in Belarus".
#include "situations/phrases.h"

#include <algorithm>

#include "core/unicode.h"
#include "knowledge/words.h"

namespace casus {
namespace {

constexpr std::size_t kDigitsOfYear = 4;

bool is_part_of_another(const Word& word) {
  return is_relation(word.relation, "compound") || is_relation(word.relation, "flat") || word.relation == "nmod:desc";
}

class PhraseFinder {
 public:
  PhraseFinder(const Tokens& tokens, const Tree& tree, const Actors& actors, const Dates& dates, const Knowledge& knowledge,
               const SituationRules& rules)
      : tokens_(tokens), tree_(tree), actors_(actors), dates_(dates), knowledge_(knowledge), rules_(rules) {}

  std::vector<SituationPhrase> find() const {
    std::vector<SituationPhrase> phrases;
    for (std::size_t token = 0; token < tokens_.tokens.size(); ++token)
      if (const SituationKind* kind = kind_at(token)) phrases.push_back(phrase(token, *kind));
    return phrases;
  }

 private:
  const SituationKind* kind_at(std::size_t token) const {
    const Word& word = tree_.word(token);
    if ((word.upos != "NOUN" && word.upos != "PROPN") || is_part_of_another(word)) return nullptr;
    for (const SituationKind& kind : rules_.kinds)
      if (std::any_of(kind.words.begin(), kind.words.end(), [&](const WordPattern& pattern) { return fits(token, pattern, tree_); }))
        return kind.kind.empty() ? nullptr : &kind;
    return nullptr;
  }

  SituationPhrase phrase(std::size_t head, const SituationKind& kind) const {
    SituationPhrase found{.head = head, .name = {first_of_name(head), last_of_name(head)}, .kind = &kind};
    found.article = article(head);
    found.plural = tree_.word(head).feats.find("Number=Plur") != std::string::npos;
    take_mentions(found);
    for (std::size_t token = found.name.first; token < found.name.last; ++token) take_word(token, found);
    found.domestic = is_domestic(head);
    found.contested = is_contested(found.name);
    if (!found.keys.empty()) found.naming = Naming::full;
    else if (found.name.size() > 1) found.naming = Naming::half;
    return found;
  }

  bool is_domestic(std::size_t head) const {
    if (rules_.is_domestic(lemma_of(head, tree_))) return true;
    const auto& children = tree_.children(head);
    return std::any_of(children.begin(), children.end(), [&](std::size_t child) {
      return is_relation(tree_.word(child).relation, "amod") && rules_.is_domestic(tree_.word(child).lemma);
    });
  }

  bool is_contested(TokenRange name) const {
    for (std::size_t token = name.first; token < name.last; ++token)
      if (is_relation(tree_.word(token).relation, "case") && rules_.is_contested(tree_.word(token).lemma)) return true;
    return false;
  }

  Article article(std::size_t head) const {
    if (tree_.has_child(head, "nmod:poss")) return Article::definite;
    for (const std::size_t child : tree_.children(head, "det")) {
      const std::string& feats = tree_.word(child).feats;
      const bool points = feats.find("Definite=Def") != std::string::npos || feats.find("PronType=Dem") != std::string::npos;
      return points ? Article::definite : Article::indefinite;
    }
    return Article::absent;
  }

  bool is_name(std::size_t token) const {
    if (means_somebody(token)) return false;
    return tree_.word(token).upos == "PROPN" || actors_.headed_by(token) || !countries_named(token).empty();
  }

  bool holds_name(TokenRange range) const {
    for (std::size_t token = range.first; token < range.last; ++token)
      if (is_name(token)) return true;
    return false;
  }

  bool is_dated(TokenRange range) const {
    return std::any_of(dates_.mentions.begin(), dates_.mentions.end(),
                       [&](const DateMention& mention) { return range.contains(mention.range.first); });
  }

  std::size_t first_of_name(std::size_t head) const {
    std::size_t first = head;
    for (const std::size_t child : tree_.children(head)) {
      const std::string& relation = tree_.word(child).relation;
      const bool describes = is_relation(relation, "amod") || is_relation(relation, "compound") || is_relation(relation, "nmod") ||
                             is_relation(relation, "nummod");
      if (child < head && describes) first = std::min(first, tree_.extent(child).first);
    }
    for (const std::size_t owner : tree_.children(head, "nmod:poss"))
      if (const TokenRange words = tree_.extent(owner); words.first == first && !holds_name(words)) first = std::min(words.last, head);
    while (first < head && is_passing(first, head)) ++first;
    return first;
  }

  // "two-year", but not the "six" of "six-party".
  bool is_count(std::size_t token, std::size_t head) const {
    const Word& word = tree_.word(token);
    if (word.upos != "NUM") return rules_.unit(word.lemma) && word.upos == "NOUN";
    const bool counts = word.head == head || (word.head != kRoot && rules_.unit(tree_.word(word.head).lemma));
    return counts && !is_year(tokens_.tokens[token].form);
  }

  bool describes_in_passing(const std::string& word) const {
    return std::find(rules_.passing.begin(), rules_.passing.end(), word) != rules_.passing.end();
  }

  bool is_passing(std::size_t token, std::size_t head) const {
    const Word& word = tree_.word(token);
    return is_count(token, head) || word.upos == "DET" || word.upos == "PRON" || word.upos == "PUNCT" || word.upos == "ADV" ||
           word.upos == "PART" || describes_in_passing(word.lemma) || describes_in_passing(lower(tokens_.tokens[token].form));
  }

  std::size_t last_of_name(std::size_t head) const {
    std::size_t last = head + 1;
    for (const std::size_t child : tree_.children(head, "nmod")) {
      if (child < head) continue;
      const TokenRange words{tree_.extent(child).first, end_of_phrase(child)};
      if (words.first != last || is_dated(words) || !holds_name(words)) break;
      last = words.last;
    }
    return last;
  }

  // Before what is told of it beside: clauses, appositions.
  std::size_t end_of_phrase(std::size_t head) const {
    const TokenRange all = tree_.extent(head);
    for (std::size_t token = head + 1; token < all.last; ++token) {
      const Word& word = tree_.word(token);
      if (is_relation(word.relation, "acl") || is_relation(word.relation, "appos") || is_relation(word.relation, "parataxis"))
        return std::min(token, tree_.extent(token).first);
      if (word.relation == "punct" && tokens_.tokens[token].form == ",") return token;
    }
    return all.last;
  }

  // A quarrel with one person is none.
  static bool is_somebody(const Actor& actor) { return actor.kind == ActorKind::person || actor.kind == ActorKind::role; }

  bool means_somebody(std::size_t token) const {
    const ActorMention* mention = actors_.covering(token);
    return mention &&
           std::all_of(mention->actors.begin(), mention->actors.end(), [&](ActorId id) { return is_somebody(actors_.actors[id.index]); });
  }

  void take_mentions(SituationPhrase& phrase) const {
    for (const ActorMention& mention : actors_.mentions) {
      if (!phrase.name.contains(mention.head) || mention.head == phrase.head) continue;
      for (const ActorId id : mention.actors) {
        const Actor& actor = actors_.actors[id.index];
        if (is_somebody(actor)) continue;
        if (std::find(phrase.actors.begin(), phrase.actors.end(), id) == phrase.actors.end()) phrase.actors.push_back(id);
        phrase.keys.insert(is_country(actor, knowledge_) ? *actor.country : lower(actor.name));
      }
      if (mention.actors.size() == 1 && actors_.actors[mention.actors.front().index].kind == ActorKind::place)
        phrase.places.push_back(mention.range);
    }
  }

  void take_word(std::size_t token, SituationPhrase& phrase) const {
    const std::string& form = tokens_.tokens[token].form;
    if (is_year(form)) phrase.keys.insert(form);
    if (token == phrase.head) return;
    const auto countries = countries_named(token);
    for (const std::string& country : countries) {
      phrase.keys.insert(country);
      take_country(country, phrase);
    }
    const bool unknown = countries.empty() && !actors_.covering(token);
    if (unknown && tree_.word(token).upos == "PROPN") phrase.keys.insert(lower(form));
  }

  // Those of the report that are the country.
  void take_country(const std::string& country, SituationPhrase& phrase) const {
    for (std::uint32_t i = 0; i < actors_.actors.size(); ++i) {
      const Actor& actor = actors_.actors[i];
      if (actor.country == country && is_country(actor, knowledge_) &&
          std::find(phrase.actors.begin(), phrase.actors.end(), ActorId{i}) == phrase.actors.end())
        phrase.actors.push_back({i});
    }
  }

  // By the adjective ("Syrian"; of "Kyrgyz-Tajik" two), or by the name of what belongs to it, that begins at the token.
  std::vector<std::string> countries_named(std::size_t token) const {
    std::vector<std::string> countries;
    const std::string& upos = tree_.word(token).upos;
    if (upos != "ADJ" && upos != "PROPN" && upos != "NOUN") return countries;
    if (const std::string& form = tokens_.tokens[token].form; form == lower(form)) return countries;
    for (const std::string& word : key_words(tokens_.tokens[token].form))
      for (const Entry& entry : knowledge_.find(word)) add_country(country_of(entry), countries);
    std::string key = key_of(tokens_.tokens[token].form);
    const std::size_t last = std::min(token + knowledge_.longest_key(key), tokens_.tokens.size());
    for (std::size_t next = token + 1; next < last && tree_.word(next).upos == "PROPN"; ++next) {
      key += " " + key_of(tokens_.tokens[next].form);
      for (const Entry& entry : knowledge_.find(key)) add_country(country_of(entry), countries);
    }
    return countries;
  }

  std::string country_of(const Entry& entry) const {
    if (entry.sense == Sense::adjective) return std::string(knowledge_.state(entry.row).code);
    if (entry.sense == Sense::territory || entry.sense == Sense::territory_adjective)
      return std::string(knowledge_.territory(entry.row).country);
    return {};
  }

  static void add_country(std::string country, std::vector<std::string>& countries) {
    if (!country.empty() && std::find(countries.begin(), countries.end(), country) == countries.end())
      countries.push_back(std::move(country));
  }

  const Tokens& tokens_;
  const Tree& tree_;
  const Actors& actors_;
  const Dates& dates_;
  const Knowledge& knowledge_;
  const SituationRules& rules_;
};

}  // namespace

bool is_year(std::string_view form) {
  return form.size() == kDigitsOfYear && std::all_of(form.begin(), form.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_country(const Actor& actor, const Knowledge& knowledge) {
  if (!actor.country) return false;
  const KnownState* state = knowledge.state(*actor.country);
  return actor.kind == ActorKind::state || (actor.kind == ActorKind::place && state && key_of(state->name) == key_of(actor.name));
}

std::vector<SituationPhrase> find_situation_phrases(const Tokens& tokens, const Tree& tree, const Actors& actors, const Dates& dates,
                                                    const Knowledge& knowledge, const SituationRules& rules) {
  return PhraseFinder(tokens, tree, actors, dates, knowledge, rules).find();
}

}  // namespace casus
