// Whom the pronouns mean.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "actors/drafts.h"
#include "actors/learned_antecedents.h"
#include "actors/parsed_report.h"
#include "actors/pronouns.h"
#include "actors/speakers.h"
#include "quotation/quotations.h"

namespace casus {

class PronounResolution {
 public:
  // All must outlive it.
  PronounResolution(const ParsedReport& report, Drafts& drafts, const Quotations& quotations, const Speakers& speakers,
                    const PronounGrammar& grammar, const LearnedAntecedents& learned);

  void resolve(std::size_t m);
  bool waits_for_speaker(const Mark& mark) const;

 private:
  void first_person(std::size_t m);
  void relative(std::size_t m);
  void after_name(std::size_t m);
  std::optional<DraftId> speaker_at(std::size_t token) const;
  bool is_hidden(std::size_t token) const;
  DraftId author_before(std::size_t m) const;
  DraftId side_of(DraftId d);
  std::vector<Antecedent> antecedents_of(std::size_t m) const;
  std::vector<DraftId> excluded_from(const Mark& pronoun) const;
  std::vector<DraftId> coordinated(std::size_t k, std::size_t before) const;
  bool agrees(const Mark& mark, DraftId d) const;
  bool agrees_in_form(const Mark& pronoun, std::size_t token) const;
  bool could_agree(const Mark& mark, DraftId d) const;

  const ParsedReport& report_;
  Drafts& drafts_;
  const Quotations& quotations_;
  const Speakers& speakers_;
  const PronounGrammar& grammar_;
  const LearnedAntecedents& learned_;
};

}  // namespace casus
