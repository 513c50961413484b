#include "timeplace/narrative.h"

#include <algorithm>

#include "timeplace/predicate_dates.h"
#include "timeplace/shifting.h"

namespace casus {
namespace {

constexpr std::size_t kFarthest = 4;         // sentences
constexpr std::size_t kFarthestOfEvent = 2;  // where the report tells no date of the event itself

class Resolver {
 public:
  Resolver(const TimeText& text, std::vector<ReadExpression>& all) : text_(text), all_(all) {}

  void resolve() {
    for (std::size_t i = 0; i < all_.size(); ++i) {
      const auto& anchored = all_[i].reading.anchored;
      if (!anchored || all_[i].reading.period) continue;
      all_[i].reading.period = resolved(i, *anchored);
    }
  }

 private:
  std::optional<CalendarSpan> resolved(std::size_t index, const Anchored& by) const {
    if (by.anchor == TimeAnchor::birth) return from_birth(by);
    if (by.anchor != TimeAnchor::event) return from_told(index, kFarthest);
    if (const auto own = date_within(by.event, index)) return counted(all_[*own], by);
    if (const auto found = from_event(index)) return found;
    return stands_behind_date(index) ? all_[index - 1].reading.period : from_told(index, kFarthestOfEvent);
  }

  // "on Sunday, four days after the killings": the Sunday in other words.
  bool stands_behind_date(std::size_t index) const {
    if (index == 0 || all_[index].range.first != all_[index - 1].range.last + 1) return false;
    return text_.tokens.tokens[all_[index - 1].range.last].form == ",";
  }

  std::optional<CalendarSpan> counted(const ReadExpression& from, const Anchored& by) const {
    return from.reading.period ? shifted(*from.reading.period, by, text_.published) : std::nullopt;
  }

  // The last date before, within so many sentences, that is told precisely enough.
  std::optional<CalendarSpan> from_told(std::size_t index, std::size_t sentences) const {
    const std::size_t here = text_.tokens.sentence_of(all_[index].range.first);
    for (std::size_t i = index; i-- > 0 && text_.tokens.sentence_of(all_[i].range.first) + sentences >= here;)
      if (const auto found = counted(all_[i], *all_[index].reading.anchored)) return found;
    return std::nullopt;
  }

  PredicateDates predicate_dates() const {
    std::vector<TokenRange> ranges;
    for (const ReadExpression& each : all_) ranges.push_back(each.reading.period ? each.range : TokenRange{});
    return {ranges, text_.tree, text_.rules};
  }

  // The date of another word for the event, in the order of the text.
  std::optional<CalendarSpan> from_event(std::size_t index) const {
    const Anchored& by = *all_[index].reading.anchored;
    const PredicateDates dates = predicate_dates();
    const std::string& lemma = text_.parse.words[by.event].lemma;
    for (std::size_t token = 0; token < text_.parse.words.size(); ++token) {
      if (token == by.event || !names_same(text_.parse.words[token], lemma)) continue;
      auto date = dates.of(token);
      const std::size_t head = text_.parse.words[token].head;
      if (!date && head != kRoot) date = dates.of(head);
      if (!date || *date == index) continue;
      if (const auto found = counted(all_[*date], by)) return found;
    }
    return std::nullopt;
  }

  // "the eve of the vote of 5 May", "the eve of the convention in July": told in the same phrase.
  std::optional<std::size_t> date_within(std::size_t event, std::size_t index) const {
    const TokenRange phrase = all_[index].range, below_event = text_.tree.extent(event);
    std::size_t head = phrase.first;
    while (phrase.contains(text_.tree.word(head).head)) head = text_.tree.word(head).head;
    const TokenRange below_head = text_.tree.extent(head);
    for (std::size_t i = index + 1; i < all_.size(); ++i) {
      const std::size_t first = all_[i].range.first;
      if (all_[i].reading.period && (below_event.contains(first) || below_head.contains(first))) return i;
    }
    return std::nullopt;
  }

  // "the fighting", "they fought": a noun made of the verb, or the same word.
  static bool names_same(const Word& word, const std::string& lemma) {
    return word.lemma == lemma || (word.upos == "VERB" && lemma.starts_with(word.lemma) && lemma == word.lemma + "ing");
  }

  std::optional<CalendarSpan> from_birth(const Anchored& by) const {
    const PredicateDates dates = predicate_dates();
    for (std::size_t token = 0; token < text_.parse.words.size(); ++token) {
      if (!text_.rules.is(ClauseUse::birth, text_.parse.words[token].lemma)) continue;
      const auto date = dates.of(token);
      if (date) return counted(all_[*date], by);
    }
    return std::nullopt;
  }

  const TimeText& text_;
  std::vector<ReadExpression>& all_;
};

}  // namespace

void resolve_in_narrative(const TimeText& text, std::vector<ReadExpression>& expressions) { Resolver(text, expressions).resolve(); }

}  // namespace casus
