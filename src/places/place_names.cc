// Three sources, the surer first: what the tagger takes for a location; names of states that the knowledge base has; and other names of the
// gazetteer where the words beside them say that they are places ("shelled Goma", "the town of Goma", "in Goma").
#include "places/place_names.h"

#include <algorithm>
#include <optional>

#include "core/unicode.h"
#include "knowledge/words.h"

namespace casus {
namespace {

constexpr std::size_t kLongestName = 6;  // tokens

bool starts_with_capital(const std::string& form) {
  const auto letters = from_utf8(form);
  return letters && !letters->empty() && is_upper(letters->front());
}

class Finder {
 public:
  explicit Finder(const NamedText& text)
      : text_(text), tag_at_(text.tokens.tokens.size(), nullptr), taken_(text.tokens.tokens.size(), false) {
    for (const Name& name : text.tagged.names)
      for (std::size_t i = name.range.first; i < name.range.last; ++i) tag_at_[i] = &name;
  }

  PlaceNames find() {
    for (const Name& name : text_.tagged.names)
      if (name.kind == NameKind::location) add_tagged(name.range);
    for (const TokenRange sentence : text_.tokens.sentences) scan(sentence);
    std::sort(found_.names.begin(), found_.names.end(), [](const PlaceName& a, const PlaceName& b) { return a.range < b.range; });
    share_nouns();
    return std::move(found_);
  }

 private:
  const Word& word(std::size_t token) const { return text_.tree.word(token); }
  const std::string& form(std::size_t token) const { return text_.tokens.tokens[token].form; }
  std::string key(TokenRange range) const { return key_of(text_.tokens.forms(range)); }

  std::size_t head_of(TokenRange range) const {
    for (std::size_t i = range.first; i < range.last; ++i)
      if (word(i).head == kRoot || !range.contains(word(i).head)) return i;
    return range.first;
  }

  bool is_known(TokenRange range) const {
    const std::string words = key(range);
    return !text_.knowledge.place_names(words).empty() || state_entry(words, range) != nullptr;
  }

  // Of a state or territory, not of a government.
  const Entry* state_entry(const std::string& words, TokenRange range) const {
    for (const Entry& entry : text_.knowledge.find(words)) {
      const bool telling = entry.sense <= Sense::demonyms || entry.sense == Sense::seat || entry.sense == Sense::territory ||
                           entry.sense == Sense::territory_adjective;
      if (!telling || !entry.period.contains(text_.date)) continue;
      if (entry.cased && !is_acronym(text_.tokens.forms(range))) continue;
      return &entry;
    }
    return nullptr;
  }

  std::string_view country_of(const Entry& entry) const {
    if (entry.sense == Sense::territory || entry.sense == Sense::territory_adjective) return text_.knowledge.territory(entry.row).country;
    return text_.knowledge.state(entry.row).code;
  }

  void add_tagged(TokenRange range) {
    while (range.size() > 1 && !starts_with_capital(form(range.first)) && !is_known(range)) ++range.first;
    while (range.size() > 1 && (word(range.last - 1).upos == "PUNCT" || word(range.last - 1).upos == "PART")) --range.last;
    range = longest_known_around(range);
    // "eastern Lutz"
    for (TokenRange rest = range; rest.size() > 1 && word(rest.first).upos == "ADJ" && !is_known(range);) {
      ++rest.first;
      if (is_known(rest)) range = rest;
    }
    add(range);
  }

  // What the tagger left out of a known name: "Xai" of "Xai-Xai", "Al" of "Al Bayda".
  TokenRange longest_known_around(TokenRange range) const {
    const TokenRange sentence = text_.tokens.sentences[text_.tokens.sentence_of(range.first)];
    TokenRange outer = range;
    while (outer.last < sentence.last && outer.size() < kLongestName && may_belong(outer.last)) ++outer.last;
    while (outer.first > sentence.first && outer.size() < kLongestName && may_belong(outer.first - 1)) --outer.first;
    for (std::size_t size = outer.size(); size > range.size(); --size)
      for (std::size_t first = outer.first; first + size <= outer.last; ++first)
        if (first <= range.first && first + size >= range.last && is_known({first, first + size}) && ends_with_word({first, first + size}))
          return {first, first + size};
    return range;
  }

  bool may_belong(std::size_t token) const { return !tag_at_[token] && (word(token).upos == "PROPN" || word(token).xpos == "HYPH"); }

  bool ends_with_word(TokenRange range) const { return word(range.first).upos != "PUNCT" && word(range.last - 1).upos != "PUNCT"; }

  void scan(TokenRange sentence) {
    for (std::size_t i = sentence.first; i < sentence.last;) {
      const std::size_t end = std::min(sentence.last, i + kLongestName);
      const std::size_t after = starts_with_capital(form(i)) ? known_from(i, end) : i;
      i = std::max(after, i + 1);
    }
  }

  // Returns where the longest known name that begins at the token ends, or the token.
  std::size_t known_from(std::size_t first, std::size_t end) {
    for (std::size_t last = end; last > first; --last) {
      const TokenRange range{first, last};
      if (word(last - 1).upos == "PUNCT" || word(last - 1).upos == "PART") continue;
      const std::string words = key(range);
      if (words.empty()) continue;
      if (const Entry* entry = state_entry(words, range)) {
        found_.states.push_back({range, words, country_of(*entry)});
        if ((entry->sense == Sense::state || entry->sense == Sense::territory) && stands_alone(range)) add(range);
        return last;
      }
      if (taken_[first] || word(first).upos != "PROPN" || text_.knowledge.place_names(words).empty() || !stands_alone(range) ||
          is_of_a_person(range))
        continue;
      const bool told = is_told_as_place(range);
      if (!told && !may_be_place(range)) continue;
      add(range, !told);
      return last;
    }
    return first;
  }

  // No part of a longer name that the tagger sees.
  bool stands_alone(TokenRange range) const {
    for (std::size_t i = range.first; i < range.last; ++i)
      if (tag_at_[i] && (tag_at_[i]->range.first < range.first || tag_at_[i]->range.last > range.last)) return false;
    return true;
  }

  // Somebody in the report bears the name.
  bool is_of_a_person(TokenRange range) const {
    if (range.size() > 1) return false;
    return std::any_of(text_.tagged.names.begin(), text_.tagged.names.end(), [&](const Name& name) {
      if (name.kind != NameKind::person || name.range.size() < 2) return false;
      for (std::size_t i = name.range.first; i < name.range.last; ++i)
        if (form(i) == form(range.first)) return true;
      return false;
    });
  }

  bool is_told_as_place(TokenRange range) const {
    const std::size_t head = head_of(range);
    const Word& own = word(head);
    if (is_located(head) || noun_beside(range) || is_of_office(head) || begins_dateline(range) || acts_as_place(head)) return true;
    return is_relation(own.relation, "obj") && own.head != kRoot && is_place_verb(own.head);
  }

  bool acts_as_place(std::size_t head) const {
    const ActorMention* mention = text_.actors.headed_by(head);
    return mention && mention->actors.size() == 1 && text_.actors.actors[mention->actors.front().index].kind == ActorKind::place;
  }

  // "the mayor of Lutz"
  bool is_of_office(std::size_t head) const {
    const std::size_t office = word(head).head;
    if (!is_relation(word(head).relation, "nmod") || office == kRoot || preposition_of(head, text_.tree) != "of") return false;
    const auto entries = text_.knowledge.find(key_of(word(office).lemma));
    return std::any_of(entries.begin(), entries.end(), [](const Entry& entry) { return entry.sense == Sense::office; });
  }

  // Not what the words beside it nor the knowledge base take for somebody.
  bool may_be_place(TokenRange range) const {
    const std::size_t head = head_of(range);
    const bool organisation = tag_at_[head] && tag_at_[head]->kind == NameKind::organisation;
    if (organisation && preposition_of(head, text_.tree).empty() && !is_relation(word(head).relation, "conj")) return false;
    if (is_relation(word(head).relation, "nsubj") || is_relation(word(head).relation, "nmod:poss")) return false;
    const std::string words = text_.tokens.forms(range);
    const auto entries = text_.knowledge.find(key(range));
    return text_.knowledge.gender_of_given_name(words) == Gender::unknown && text_.knowledge.persons_by_surname(words).empty() &&
           std::all_of(entries.begin(), entries.end(),
                       [](const Entry& entry) { return entry.sense == Sense::capital || entry.sense == Sense::city; });
  }

  bool is_place_verb(std::size_t verb) const {
    const auto entries = text_.knowledge.find(key_of(word(verb).lemma));
    const auto by_form = text_.knowledge.find(key_of(form(verb)));
    const auto takes_place = [&](const Entry& entry) {
      return entry.sense == Sense::nominal && text_.knowledge.nominal(entry.row).kind == NominalKind::place_verb;
    };
    return std::any_of(entries.begin(), entries.end(), takes_place) || std::any_of(by_form.begin(), by_form.end(), takes_place);
  }

  void add(TokenRange range, bool doubtful = false) {
    for (std::size_t i = range.first; i < range.last; ++i)
      if (taken_[i]) return;
    PlaceName name{.range = range, .head = head_of(range), .key = key(range), .doubtful = doubtful};
    name.phrase = name.head;
    if (is_another_thing(name) || is_paper(range, name.head) || is_part_of_name(range, name.head) || follows_title(range) || is_body(range))
      return;
    if (const auto noun = noun_beside(range)) call(name, *noun);
    else if (const PlaceNoun* last = range.size() > 1 ? name_noun(range.last - 1) : nullptr;
             last && !text_.knowledge.place_names(name.key).size())
      name = called_within(name, *last);
    name.located = is_located(name.phrase);
    for (std::size_t i = range.first; i < range.last; ++i) taken_[i] = true;
    found_.names.push_back(std::move(name));
  }

  void call(PlaceName& name, std::size_t noun) const {
    name.noun = name_noun(noun);
    name.noun_lemma = word(noun).lemma;
    name.phrase = noun;
  }

  // "Lutz Province", of which only "Lutz" is known.
  PlaceName called_within(PlaceName name, const PlaceNoun& noun) const {
    name.noun = &noun;
    name.noun_lemma = lower(word(name.range.last - 1).lemma);
    name.key = key({name.range.first, name.range.last - 1});
    return name;
  }

  const PlaceNoun* name_noun(std::size_t token) const {
    const PlaceNoun* noun = text_.rules.noun(lower(word(token).lemma));
    return noun && noun->kind == PlaceNounKind::name ? noun : nullptr;
  }

  // "city" in "the city of Tripoli", "the city, Tripoli" and "Tripoli city".
  std::optional<std::size_t> noun_beside(TokenRange range) const {
    const std::size_t head = head_of(range);
    const Word& own = word(head);
    if (own.head != kRoot && name_noun(own.head)) {
      const std::string preposition = preposition_of(head, text_.tree);
      // "the mountains of Lutz" lie there.
      const bool several = word(own.head).xpos.ends_with('S') && text_.tree.children(head, "conj").empty();
      const bool of = is_relation(own.relation, "nmod") && preposition == "of" && !several;
      const bool joined = preposition.empty() && (own.relation == "compound" || own.relation == "appos" || own.relation == "flat" ||
                                                  own.relation == "nmod" || own.relation == "nmod:desc" || own.relation == "nmod:unmarked");
      if (of || joined) return own.head;
    }
    for (const std::string_view relation : {"appos", "compound", "nmod:desc", "flat"})
      for (const std::size_t child : text_.tree.children(head, relation))
        if (!range.contains(child) && name_noun(child) && child < head) return child;
    return std::nullopt;
  }

  // A person, an organisation, a government, or who says something.
  bool is_another_thing(const PlaceName& name) const {
    if (begins_dateline(name.range)) return false;
    if (is_relation(word(name.head).relation, "conj") && word(name.head).head != kRoot)
      if (const ActorMention* first = text_.actors.headed_by(word(name.head).head); first && first->form == MentionForm::metonym)
        return true;
    if (const ActorMention* mention = text_.actors.headed_by(name.head); mention && mention->actors.size() == 1) {
      const ActorKind kind = text_.actors.actors[mention->actors.front().index].kind;
      const bool told = tag_at_[name.head] && tag_at_[name.head]->kind == NameKind::location;
      if (mention->form == MentionForm::metonym) return true;
      const bool of_name = mention->form == MentionForm::name && mention->range.size() > name.range.size();
      if (of_name && (kind == ActorKind::organisation || kind == ActorKind::group)) return true;
      if (mention->form == MentionForm::name && kind == ActorKind::person && told) return true;
    }
    return std::any_of(text_.attributions.attributions.begin(), text_.attributions.attributions.end(), [&](const Attribution& attribution) {
      return std::any_of(attribution.source.begin(), attribution.source.end(), [&](TokenRange source) {
        return source.contains(name.head) && head_of(source) == name.head && is_relation(word(name.head).relation, "nsubj");
      });
    });
  }

  // "Baku, July 14: the ministry says"
  bool begins_dateline(TokenRange range) const {
    const bool begins = range.first == 0 || text_.tokens.tokens[range.first].paragraph_start;
    return begins && !text_.dateline.empty() && key(range) == text_.dateline;
  }

  // "the Lutz Post", of which nothing is known
  bool is_body(TokenRange range) const {
    if (range.size() == 1 || is_known(range) || text_.rules.noun(lower(word(range.last - 1).lemma))) return false;
    const auto entries = text_.knowledge.find(key_of(form(range.last - 1)));
    return std::any_of(entries.begin(), entries.end(), [&](const Entry& entry) {
      return entry.sense == Sense::nominal && text_.knowledge.nominal(entry.row).kind == NominalKind::body;
    });
  }

  // "the London Mining Network"
  bool is_part_of_name(TokenRange range, std::size_t head) const {
    const std::size_t whole = word(head).head;
    if (word(head).relation != "compound" || whole == kRoot || range.contains(whole) || word(whole).upos != "PROPN") return false;
    if (tag_at_[whole] && tag_at_[whole]->kind == NameKind::person) return false;
    return !text_.rules.noun(lower(word(whole).lemma)) && text_.knowledge.find(key_of(form(whole))).empty();
  }

  // "Ms. Paris"
  bool follows_title(TokenRange range) const {
    if (range.first == 0 || text_.tokens.tokens[range.first].paragraph_start) return false;
    const std::size_t before = range.first - 1;
    if (word(before).upos != "PROPN" && !starts_with_capital(form(before))) return false;
    const auto entries = text_.knowledge.find(key_of(form(before)));
    return std::any_of(entries.begin(), entries.end(), [](const Entry& entry) { return entry.sense == Sense::office; });
  }

  // "the Geneva Convention", "the Treaty of Rome", "the Camp David accords"
  bool is_paper(TokenRange range, std::size_t head) const {
    const Word& own = word(head);
    if (own.head == kRoot || range.contains(own.head)) return false;
    const PlaceNoun* noun = text_.rules.noun(lower(word(own.head).lemma));
    if (!noun || noun->kind != PlaceNounKind::paper) return false;
    const std::string preposition = preposition_of(head, text_.tree);
    if (preposition == "of") return word(own.head).upos == "PROPN" || starts_with_capital(form(own.head));
    return preposition.empty() && own.relation != "nmod:poss";
  }

  bool is_located(std::size_t phrase) const {
    const std::string preposition = preposition_of(phrase, text_.tree);
    if (!preposition.empty()) return text_.rules.is_locative(preposition);
    return is_relation(word(phrase).relation, "conj") && word(phrase).head != kRoot && is_located(word(phrase).head);
  }

  // "the provinces of Homs and Hama", "Homs and Hama provinces"
  void share_nouns() {
    for (PlaceName& name : found_.names) {
      if (name.noun || !is_relation(word(name.head).relation, "conj")) continue;
      for (const PlaceName& first : found_.names)
        if (first.noun && first.head == word(name.head).head && first.phrase != first.head && word(first.phrase).xpos.ends_with('S')) {
          name.noun = first.noun;
          name.noun_lemma = first.noun_lemma;
          name.located = first.located;
        }
    }
  }

  const NamedText& text_;
  std::vector<const Name*> tag_at_;  // by token
  std::vector<bool> taken_;          // by token
  PlaceNames found_;
};

}  // namespace

std::string preposition_of(std::size_t head, const Tree& tree) {
  std::string joined;
  for (const std::size_t child : tree.children(head, "case")) {
    if (tree.word(child).upos == "PART") continue;
    joined += (joined.empty() ? "" : "_") + tree.word(child).lemma;
    for (const std::size_t more : tree.children(child, "fixed")) joined += "_" + tree.word(more).lemma;
  }
  return joined;
}

PlaceNames find_place_names(const NamedText& text) { return Finder(text).find(); }

}  // namespace casus
