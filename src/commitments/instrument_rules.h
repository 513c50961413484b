// What words name that which binds, and the names that the treaties of the knowledge base have. Files: rules/commitments/instruments.tsv,
// instrument_words.tsv.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "casus/result.h"
#include "events/word_pattern.h"
#include "knowledge/knowledge.h"

namespace casus {

enum class InstrumentKind { none, treaty, agreement, truce, resolution, law, part };

struct InstrumentNoun {
  InstrumentKind kind = InstrumentKind::none;  // none: looks like one
  std::vector<WordPattern> words;
  std::vector<InstrumentKind> points_back;
};

// A name of a treaty, by its words without articles.
struct TreatyName {
  std::vector<std::string> words;
  const KnownTreaty* treaty = nullptr;
  bool acronym = false;
  bool telling = false;  // has a word that is not of any treaty's: "Rio Treaty", not "Security Treaty"
};

struct TreatyWords {
  const KnownTreaty* treaty = nullptr;
  std::set<std::string> of_names;
  std::set<std::string> of_kind;
  std::set<std::string> telling;  // of its names, those that are not any treaty's
};

struct InstrumentRules {
  std::vector<InstrumentNoun> nouns;
  std::set<std::string, std::less<>> passing;
  std::set<std::string, std::less<>> unmade;
  std::set<std::string, std::less<>> again;
  std::set<std::string, std::less<>> of;
  std::set<std::string, std::less<>> about;
  std::set<std::string, std::less<>> owed;
  std::map<std::string, std::string, std::less<>> same;  // to the one that stands for all of them
  std::map<Duty, std::set<std::string>> kinds;
  std::map<std::string, std::vector<TreatyName>, std::less<>> names;  // by the first word, the longest first
  std::vector<TreatyWords> treaties;

  // `folder` is rules/commitments; `knowledge` must outlive the rules. Errors name file and line.
  static Result<InstrumentRules> load(const std::string& folder, const Knowledge& knowledge);

  // The words of a name as they are compared: folded, without articles, of those that are the same the one that stands for all.
  std::vector<std::string> words_of(std::string_view name) const;
  // "agreement" for "accords", where they are the same.
  std::string one_for_all(const std::string& word) const;
  // "defence", "peace"
  bool tells_kind(const std::string& word) const;
  // The first that fits; may be null, or one of the kind none.
  const InstrumentNoun* noun(std::size_t token, const Tree& tree) const;
};

}  // namespace casus
