// Which of the mentions around it a pronoun refers to.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "actors/mark.h"
#include "actors/parsed_report.h"
#include "quotation/quotations.h"
#include "syntax/parse.h"

namespace casus {

// A mention that a pronoun may refer to.
struct Antecedent {
  std::vector<std::size_t> means;  // ids of the caller's; several of a coordination, none where it is nobody of the record
  std::size_t head = 0;            // token
  bool is_pronoun = false;
  bool is_coordination = false;
  bool is_speaker = false;   // of the quotation that the pronoun stands in
  bool is_source = false;    // of what is told, the pronoun among it, in words not his own
  bool agrees = true;        // in number and kind; else only learned evidence speaks for it
  int gender_evidence = 0;   // above 0: what it means is known to be of the pronoun's gender; below: other pronouns say not
  std::size_t mentions = 0;  // of what it means, so far
  float probability = 0;     // that the pronoun refers to what it means, as learned
};

// What the trees of a report say of where a pronoun's antecedent may stand. Both arguments must outlive it.
class PronounGrammar {
 public:
  PronounGrammar(const ParsedReport& report, const Quotations& quotations);

  bool is_possessive(std::size_t token) const;
  bool is_subject(std::size_t head) const;

  // The subject that an object of its clause cannot mean: "Kern thanked him".
  std::optional<std::size_t> disjoint_subject(const Mark& pronoun) const;
  // "In his speech, Kern said ...": a subject behind the possessive pronoun that stands in its clause.
  bool precedes_its_subject(std::size_t pronoun, std::size_t subject) const;

  // The likeliest; null where nothing speaks for any.
  const Antecedent* choose(const Mark& pronoun, const std::vector<Antecedent>& antecedents) const;

 private:
  const Word& word(std::size_t token) const { return report_.word(token); }
  bool is_reflexive(const Mark& pronoun) const;
  double salience(const Mark& pronoun, const Antecedent& antecedent) const;
  std::size_t clause_of(std::size_t token) const;
  std::optional<std::size_t> subject_of(std::size_t verb) const;
  bool possesses_around(std::size_t possessor, std::size_t token) const;
  bool is_main(std::size_t subject) const;

  const ParsedReport& report_;
  const Quotations& quotations_;
};

}  // namespace casus
