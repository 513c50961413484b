// The words of a report with their dependency trees, and which of them the knowledge base knows: all that the search for actors reads.
#pragma once

#include <cstddef>
#include <functional>
#include <initializer_list>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "actors/phrases.h"
#include "document/document.h"
#include "knowledge/knowledge.h"
#include "syntax/parse.h"
#include "token/tokens.h"

namespace casus {

inline constexpr std::size_t kNoIndex = std::numeric_limits<std::size_t>::max();

bool is_one_of(std::string_view text, std::initializer_list<std::string_view> wanted);
bool starts_in_capitals(std::string_view form);  // or with a digit

// Says of a token whether it may be the noun of an actor; empty before the nouns are known.
using IsActor = std::function<bool(std::size_t noun)>;

class ParsedReport {
 public:
  // All must outlive it. The date is the report's, ISO 8601; may be empty.
  ParsedReport(const Document& document, const Tokens& tokens, const Parse& parse, const Tree& tree, const Knowledge& knowledge,
               std::string_view date);

  const Tree& tree() const { return tree_; }
  const Knowledge& knowledge() const { return knowledge_; }
  std::string_view date() const { return date_; }

  // --- words
  std::size_t size() const { return tokens_.tokens.size(); }
  const Word& word(std::size_t token) const { return parse_.words[token]; }
  const std::string& form(std::size_t token) const { return tokens_.tokens[token].form; }
  std::string lower_form(std::size_t token) const;
  TokenRange sentence(std::size_t token) const { return sentence_[token]; }
  std::size_t sentence_index(std::size_t token) const { return sentence_index_[token]; }
  bool starts_paragraph(std::size_t token) const { return tokens_.tokens[token].paragraph_start; }
  Span span(TokenRange range) const { return tokens_.span(range); }
  std::string text(TokenRange range) const;
  bool touches_next(std::size_t token) const;  // no space between
  std::string country_stem(std::size_t token) const;
  bool is_in_dateline(TokenRange range) const;

  // --- grammar
  bool relation_is(std::size_t token, std::initializer_list<std::string_view> wanted) const;  // "nsubj" for "nsubj:pass" too
  std::size_t head_of(TokenRange range) const;                                                // the token whose head lies outside
  TokenRange without_article(TokenRange range) const;
  bool is_modifier(std::size_t head) const;
  bool is_predicate(std::size_t head) const;  // "is a glazier"
  bool has_preposition(std::size_t token) const;
  std::string preposition(std::size_t token) const;  // in small letters; empty where there is none
  bool is_sponsor(TokenRange range) const;
  bool is_capitalised_modifier(std::size_t token) const;
  bool stands_for_government(std::size_t head, const IsActor& is_actor) const;

  // --- what is known
  std::vector<PhraseMatch> phrases_at(std::size_t token) const { return phrases_.starting_at(token); }
  // What the words name, as they stand here. Null where they are no name.
  const Entry* proper_entry(const PhraseMatch& match, const IsActor& is_actor = {}) const;
  // The titles and role nouns that the words are; nothing where they are none.
  std::optional<std::vector<const Entry*>> noun_entries(const PhraseMatch& match) const;
  bool is_of_kind(const Entry& entry, std::initializer_list<NominalKind> kinds) const;    // a nominal of one of them
  bool is_of_kind_at(std::size_t token, std::initializer_list<NominalKind> kinds) const;  // the word alone, as it stands
  bool is_role(const PhraseMatch& match) const;
  std::string_view sector_of(const Entry& entry) const;  // PLOVER; empty where the words tell none
  bool is_nominal(std::string_view key, NominalKind kind) const;
  bool is_service(std::size_t verb) const;
  bool is_place_verb(std::size_t verb) const;
  bool is_ethnic(TokenRange name) const;

 private:
  std::string joined_forms(TokenRange range) const;
  bool is_before_noun(TokenRange range) const;
  bool is_noun(const Entry& entry) const;

  const Document& document_;
  const Tokens& tokens_;
  const Parse& parse_;
  const Tree& tree_;
  const Knowledge& knowledge_;
  std::string_view date_;
  Phrases phrases_;
  std::vector<TokenRange> sentence_;         // by token
  std::vector<std::size_t> sentence_index_;  // by token
};

}  // namespace casus
