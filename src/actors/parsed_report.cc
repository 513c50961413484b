#include "actors/parsed_report.h"

#include <algorithm>

#include "actors/recognition.h"
#include "core/unicode.h"
#include "knowledge/readings.h"

namespace casus {

bool is_one_of(std::string_view text, std::initializer_list<std::string_view> wanted) {
  return std::find(wanted.begin(), wanted.end(), text) != wanted.end();
}

bool starts_in_capitals(std::string_view form) {
  const auto text = from_utf8(form);
  return text && !text->empty() && (is_upper(text->front()) || is_digit(text->front()));
}

ParsedReport::ParsedReport(const Document& document, const Tokens& tokens, const Parse& parse, const Tree& tree, const Knowledge& knowledge,
                           std::string_view date)
    : document_(document),
      tokens_(tokens),
      parse_(parse),
      tree_(tree),
      knowledge_(knowledge),
      date_(date),
      phrases_(tokens, parse, knowledge),
      sentence_(tokens.tokens.size()),
      sentence_index_(tokens.tokens.size()) {
  for (std::size_t s = 0; s < tokens_.sentences.size(); ++s)
    for (std::size_t i = tokens_.sentences[s].first; i < tokens_.sentences[s].last; ++i) {
      sentence_[i] = tokens_.sentences[s];
      sentence_index_[i] = s;
    }
}

std::string ParsedReport::lower_form(std::size_t token) const { return fold(form(token)); }

std::string ParsedReport::text(TokenRange range) const { return slice(document_, tokens_.span(range)); }

// What a country's name and its adjective share at least.
std::string ParsedReport::country_stem(std::size_t token) const { return fold(form(token)).substr(0, 4); }

// "VELGRAD, March 14 (Continental Press) -" tells who writes and where, and is no part of the story.
bool ParsedReport::is_in_dateline(TokenRange range) const {
  const TokenRange sentence = sentence_[range.first];
  if (!tokens_.tokens[sentence.first].paragraph_start && sentence.first != 0) return false;
  constexpr std::size_t kLongestDateline = 16;  // tokens
  const auto text = from_utf8(form(sentence.first));
  if (!text || text->size() < 2 || !std::all_of(text->begin(), text->end(), [](char32_t c) { return is_upper(c) || !is_letter(c); }))
    return false;
  for (std::size_t i = range.last; i < std::min(sentence.last, sentence.first + kLongestDateline); ++i)
    if (is_one_of(form(i), {"-", "–", "—", "--"})) return true;
  return false;
}

bool ParsedReport::touches_next(std::size_t token) const {
  return tokens_.span({token, token + 1}).end == tokens_.span({token + 1, token + 2}).start;
}

bool ParsedReport::is_capitalised_modifier(std::size_t token) const {
  return (word(token).upos == "ADJ" || word(token).upos == "PROPN") && relation_is(token, {"amod", "compound"}) &&
         starts_in_capitals(form(token));
}

bool ParsedReport::relation_is(std::size_t token, std::initializer_list<std::string_view> wanted) const {
  return std::any_of(wanted.begin(), wanted.end(), [&](std::string_view w) { return is_relation(word(token).relation, w); });
}

// The token of the range whose head lies outside.
std::size_t ParsedReport::head_of(TokenRange range) const {
  for (std::size_t i = range.first; i < range.last; ++i)
    if (!range.contains(word(i).head)) return i;
  return range.last - 1;
}

TokenRange ParsedReport::without_article(TokenRange range) const {
  if (range.size() > 1 && word(range.first).upos == "DET") ++range.first;
  return range;
}

bool ParsedReport::is_modifier(std::size_t head) const {
  return relation_is(head, {"amod", "compound", "nmod:desc", "flat", "nmod:unmarked"});
}

bool ParsedReport::is_predicate(std::size_t head) const { return tree_.has_child(head, "cop"); }

bool ParsedReport::has_preposition(std::size_t token) const {
  for (const std::size_t child : tree_.children(token, "case"))
    if (!is_one_of(lower_form(child), {"'s", "'"})) return true;
  return false;
}

std::string ParsedReport::preposition(std::size_t token) const {
  for (const std::size_t child : tree_.children(token, "case"))
    if (!is_one_of(lower_form(child), {"'s", "'"})) return lower_form(child);
  // A coordinated noun shares the preposition of the first.
  if (relation_is(token, {"conj"}) && word(token).head != kRoot && word(token).head < token) return preposition(word(token).head);
  return "";
}

// "Turkish-backed": who backs them is not whose they are. Who leads them is: "Russian-led".
bool ParsedReport::is_sponsor(TokenRange range) const {
  std::size_t next = range.last;
  if (next < size() && is_one_of(form(next), {"-", "‑", "–"})) ++next;
  else return false;
  if (next >= size() || is_service(next)) return false;
  return word(next).upos == "VERB" || word(next).upos == "ADJ" || word(next).xpos == "VBN";
}

// Does a capital's or seat's name mean the government that sits there?
bool ParsedReport::stands_for_government(std::size_t head, const IsActor& is_actor) const {
  const std::size_t above = word(head).head;
  if (above == kRoot) return false;
  if (relation_is(head, {"conj"})) return stands_for_government(above, is_actor);
  if (relation_is(head, {"nsubj:pass"})) return !is_place_verb(above);
  if (relation_is(head, {"nsubj"})) return word(above).upos == "VERB" || tree_.has_child(above, "aux");
  if (relation_is(head, {"obj", "iobj"})) return !is_place_verb(above);
  if (relation_is(head, {"nmod:poss"})) return is_actor && is_actor(above);
  if (relation_is(head, {"obl", "nmod"}))
    return is_one_of(preposition(head), {"with", "against", "between", "by", "among", "towards", "toward"}) ||
           (preposition(head) == "for" && relation_is(head, {"nmod"}));
  return false;
}

const Entry* ParsedReport::proper_entry(const PhraseMatch& match, const IsActor& is_actor) const {
  if (match.by_lemma) return nullptr;
  const bool small = !starts_in_capitals(form(match.range.first));
  const std::size_t head = head_of(match.range);
  if (is_one_of(word(head).upos, {"VERB", "AUX", "ADP", "PRON"})) return nullptr;
  const bool attributive = word(head).upos == "ADJ" || relation_is(head, {"amod", "compound"}) || is_before_noun(match.range);
  return choose(match.entries, {.date = date_,
                                .attributive = attributive,
                                .in_capitals = is_acronym(joined_forms(match.range)),
                                .begins_small = small,
                                .acts = stands_for_government(head, is_actor)});
}

std::string ParsedReport::joined_forms(TokenRange range) const {
  std::string text;
  for (std::size_t i = range.first; i < range.last; ++i) text += form(i);
  return text;
}

// "Kyrgyz Prime Minister": a title or role noun follows, whatever the tree says.
bool ParsedReport::is_before_noun(TokenRange range) const {
  if (range.last >= sentence_[range.first].last || word(range.last - 1).xpos == "NNPS") return false;
  const std::vector<PhraseMatch> matches = phrases_at(range.last);
  return std::any_of(matches.begin(), matches.end(), [&](const PhraseMatch& match) { return noun_entries(match).has_value(); });
}

bool ParsedReport::is_noun(const Entry& entry) const {
  return entry.sense == Sense::office ||
         (entry.sense == Sense::nominal && !is_of_kind(entry, {NominalKind::modifier, NominalKind::place_verb, NominalKind::service_verb,
                                                               NominalKind::ethnicity, NominalKind::former}));
}

std::optional<std::vector<const Entry*>> ParsedReport::noun_entries(const PhraseMatch& match) const {
  std::vector<const Entry*> entries;
  for (const Entry& entry : match.entries)
    if (is_noun(entry)) entries.push_back(&entry);
  if (entries.empty()) return std::nullopt;
  return entries;
}

bool ParsedReport::is_of_kind(const Entry& entry, std::initializer_list<NominalKind> kinds) const {
  return entry.sense == Sense::nominal && std::find(kinds.begin(), kinds.end(), knowledge_.nominal(entry.row).kind) != kinds.end();
}

// A title, or what an individual is: "nurse".
bool ParsedReport::is_role(const PhraseMatch& match) const {
  return !match.by_lemma && std::any_of(match.entries.begin(), match.entries.end(), [&](const Entry& entry) {
    return entry.sense == Sense::office || is_of_kind(entry, {NominalKind::member});
  });
}

bool ParsedReport::is_of_kind_at(std::size_t token, std::initializer_list<NominalKind> kinds) const {
  for (const PhraseMatch& match : phrases_at(token))
    if (match.range.size() == 1 && !match.by_lemma)
      for (const Entry& entry : match.entries)
        if (is_of_kind(entry, kinds)) return true;
  return false;
}

std::string_view ParsedReport::sector_of(const Entry& entry) const {
  if (entry.sense == Sense::office) return knowledge_.title(entry.row).sector;
  if (entry.sense == Sense::nominal && !is_of_kind(entry, {NominalKind::deed, NominalKind::opponent}))
    return knowledge_.nominal(entry.row).sector;
  return "";
}

bool ParsedReport::is_nominal(std::string_view key, NominalKind kind) const {
  const auto entries = knowledge_.find(key);
  return std::any_of(entries.begin(), entries.end(), [&](const Entry& entry) { return is_of_kind(entry, {kind}); });
}

// By its form too: lemmas of participles are often wrong.
bool ParsedReport::is_service(std::size_t verb) const {
  return is_nominal(fold(word(verb).lemma), NominalKind::service_verb) || is_nominal(lower_form(verb), NominalKind::service_verb);
}

bool ParsedReport::is_place_verb(std::size_t verb) const { return is_nominal(fold(word(verb).lemma), NominalKind::place_verb); }

// "ethnic Ruritanians" need not be of Ruritania.
bool ParsedReport::is_ethnic(TokenRange range) const {
  return range.first > sentence_[range.first].first && is_nominal(lower_form(range.first - 1), NominalKind::ethnicity);
}

}  // namespace casus
