// The titles and role nouns of a report between its proper names, each with its noun phrase.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <span>
#include <string>
#include <vector>

#include "actors/parsed_report.h"
#include "actors/proper_names.h"
#include "knowledge/knowledge.h"
#include "token/tokens.h"

namespace casus {

struct Noun {
  TokenRange range;
  std::size_t head = 0;
  std::size_t np_first = 0;  // where its noun phrase begins
  std::vector<const Entry*> entries;
  bool plural = false;
  std::string key;  // the words that are known, folded: of a plural mostly the lemma
};

class NounPhrases {
 public:
  // Both must outlive it.
  NounPhrases(const ParsedReport& report, const ProperNames& names);

  const std::vector<Noun>& all() const { return nouns_; }
  const Noun* at(std::size_t token) const { return noun_at_[token] == kNoIndex ? nullptr : &nouns_[noun_at_[token]]; }
  std::span<const Noun> starting_in(TokenRange range) const;

  // Where the noun phrase of any head begins; `first` is the first of the words that have the head.
  std::size_t np_start(std::size_t head, std::size_t first) const;

  const Nominal* nominal_of(const Noun& noun, std::initializer_list<NominalKind> kinds) const;
  const Title* title_of(const Noun& noun) const;
  bool is_role(const Noun& noun) const;

  // Sectors are PLOVER's; empty where nothing is told.
  std::string sector_of_noun(const Noun& noun) const;
  std::string sector_of_modifiers(std::size_t np_first, std::size_t noun_first) const;

 private:
  void find();
  std::string sector_of_entries(const PhraseMatch& match) const;
  bool is_before_name(std::size_t token) const;
  std::size_t with_nationality(std::size_t start) const;

  const ParsedReport& report_;
  const ProperNames& names_;
  const Knowledge& knowledge_;
  const Tree& tree_;
  std::vector<Noun> nouns_;
  std::vector<std::size_t> noun_at_;  // by token
};

}  // namespace casus
