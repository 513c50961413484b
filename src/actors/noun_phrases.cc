#include "actors/noun_phrases.h"

#include <algorithm>

namespace casus {

NounPhrases::NounPhrases(const ParsedReport& report, const ProperNames& names)
    : report_(report), names_(names), knowledge_(report.knowledge()), tree_(report.tree()), noun_at_(report.size(), kNoIndex) {
  find();
}

std::span<const Noun> NounPhrases::starting_in(TokenRange range) const {
  const auto starts_before = [](const Noun& noun, std::size_t token) { return noun.range.first < token; };
  const auto first = std::lower_bound(nouns_.begin(), nouns_.end(), range.first, starts_before);
  const auto last = std::lower_bound(first, nouns_.end(), range.last, starts_before);
  return {first, last};
}

void NounPhrases::find() {
  for (std::size_t i = 0; i < report_.size(); ++i) {
    if (names_.at(i)) continue;
    const std::vector<PhraseMatch> matches = report_.phrases_at(i);
    for (const PhraseMatch& match : matches) {
      auto entries = report_.noun_entries(match);
      for (const PhraseMatch& other : matches) {
        if (&other == &match || other.range != match.range || !entries) continue;
        if (const auto more = report_.noun_entries(other)) entries->insert(entries->end(), more->begin(), more->end());
      }
      bool free = entries.has_value();
      for (std::size_t k = match.range.first; k < match.range.last && free; ++k) free = !names_.at(k);
      if (!free) continue;
      std::size_t head = report_.head_of(match.range);
      // "the premier's national security adviser": trees often give the adjective to the owner.
      const std::size_t end = match.range.last - 1;
      if (report_.word(head).upos == "ADJ" && report_.word(end).upos == "NOUN") head = end;
      const bool noun = report_.word(head).upos == "NOUN" || report_.word(head).upos == "PROPN";
      const bool quantity =
          is_one_of(report_.word(head).upos, {"ADJ", "PRON", "DET"}) && report_.relation_is(head, {"nsubj", "obj", "obl", "nmod", "conj"});
      const bool rank = report_.word(head).upos == "ADJ" && is_before_name(match.range.last);
      if (!noun && !quantity && !rank) continue;
      const bool many =
          is_one_of(report_.word(head).xpos, {"NNS", "NNPS"}) || report_.word(head).feats.find("Number=Plur") != std::string::npos;
      for (std::size_t k = match.range.first; k < match.range.last; ++k) noun_at_[k] = nouns_.size();
      nouns_.push_back({match.range, head, 0, std::move(*entries), many, match.key});
      i = match.range.last - 1;
      break;
    }
  }
  for (Noun& noun : nouns_) noun.np_first = np_start(noun.head, noun.range.first);
}

bool NounPhrases::is_before_name(std::size_t token) const {
  return token < report_.size() && names_.at(token) && names_.at(token)->kind == NameKind::person;
}

// Where the noun phrase of a head begins: its modifiers to the left, without clauses and quotation marks.
std::size_t NounPhrases::np_start(std::size_t head, std::size_t first) const {
  std::size_t start = std::min(head, first);
  for (const std::size_t child : tree_.children(head)) {
    if (child >= head || !report_.relation_is(child, {"det", "amod", "compound", "nummod", "nmod", "flat", "case:none", "advmod"}))
      continue;
    if (report_.relation_is(child, {"nmod"}) && report_.has_preposition(child)) continue;
    start = std::min(start, tree_.extent(child).first);
  }
  for (std::size_t i = start; i < std::min(head, first); ++i)
    if (report_.word(i).upos == "ADP" || is_one_of(report_.form(i), {",", "“", "”", "\"", "``", "''", "(", ")", ";", ":"})) start = i + 1;
  if (start < std::min(head, first) && report_.word(start).upos == "CCONJ") ++start;
  return with_nationality(start);
}

// The nationality right before a phrase belongs to it, whatever the tree says: "Russian Foreign Minister".
std::size_t NounPhrases::with_nationality(std::size_t start) const {
  if (start == report_.sentence(start).first || !names_.at(start - 1)) return start;
  const ProperName& before = *names_.at(start - 1);
  if (names_.at(start) || report_.word(start).upos == "DET" || report_.is_sponsor(before.range)) return start;
  const bool other = before.entry && (before.entry->sense == Sense::territory_adjective || is_adjective_of_organisation(before) ||
                                      (before.entry->sense == Sense::organisation && before.entry->cased));
  return other || is_nationality(before) ? before.range.first : start;
}

const Nominal* NounPhrases::nominal_of(const Noun& noun, std::initializer_list<NominalKind> kinds) const {
  for (const Entry* entry : noun.entries)
    if (report_.is_of_kind(*entry, kinds)) return &knowledge_.nominal(entry->row);
  return nullptr;
}

const Title* NounPhrases::title_of(const Noun& noun) const {
  for (const Entry* entry : noun.entries)
    if (entry->sense == Sense::office) return &knowledge_.title(entry->row);
  return nullptr;
}

// A title, or what an individual is: "nurse".
bool NounPhrases::is_role(const Noun& noun) const { return title_of(noun) || nominal_of(noun, {NominalKind::member}); }

std::string NounPhrases::sector_of_noun(const Noun& noun) const {
  for (const Entry* entry : noun.entries)
    if (const std::string_view sector = report_.sector_of(*entry); !sector.empty()) return std::string(sector);
  return "";
}

std::string NounPhrases::sector_of_modifiers(std::size_t np_first, std::size_t noun_first) const {
  std::string sector;
  for (std::size_t i = np_first; i < noun_first;) {
    const std::size_t start = i++;
    // "European Union foreign policy chief": a name's words tell no trade.
    if (names_.at(start) && names_.at(start)->entry) continue;
    // The longest first: the guard of a "coast guard commander" is no guard.
    for (const PhraseMatch& match : report_.phrases_at(start)) {
      const std::string told = match.range.last > noun_first ? "" : sector_of_entries(match);
      if (told.empty()) continue;
      sector = told;
      i = match.range.last;
      break;
    }
  }
  return sector;
}

std::string NounPhrases::sector_of_entries(const PhraseMatch& match) const {
  for (const Entry& entry : match.entries)
    if (const std::string_view sector = report_.sector_of(entry); !sector.empty()) return std::string(sector);
  return "";
}

}  // namespace casus
