#include "timeplace/narrative.h"

#include <algorithm>

#include "timeplace/predicate_dates.h"
#include "timeplace/shifting.h"

namespace casus {
namespace {

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
    if (by.anchor != TimeAnchor::event) return from_told(index);
    if (const auto own = date_below(by.event, index)) return counted(all_[*own], by);
    const auto found = from_event(index);
    return found ? found : from_told(index);
  }

  std::optional<CalendarSpan> counted(const ReadExpression& from, const Anchored& by) const {
    return from.reading.period ? shifted(*from.reading.period, by, text_.published) : std::nullopt;
  }

  // The last date before that is told precisely enough.
  std::optional<CalendarSpan> from_told(std::size_t index) const {
    for (std::size_t i = index; i-- > 0;)
      if (const auto found = counted(all_[i], *all_[index].reading.anchored)) return found;
    return std::nullopt;
  }

  // The date of another word for the event, in the order of the text.
  std::optional<CalendarSpan> from_event(std::size_t index) const {
    const Anchored& by = *all_[index].reading.anchored;
    std::vector<TokenRange> ranges;
    for (const ReadExpression& each : all_) ranges.push_back(each.reading.period ? each.range : TokenRange{});
    const PredicateDates dates(ranges, text_.tree, text_.rules);
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

  std::optional<std::size_t> date_below(std::size_t event, std::size_t except) const {
    const TokenRange extent = text_.tree.extent(event);
    for (std::size_t i = 0; i < all_.size(); ++i)
      if (i != except && all_[i].reading.period && extent.contains(all_[i].range.first) && all_[i].range.last <= extent.last &&
          all_[i].range.first > all_[except].range.first)
        return i;
    return std::nullopt;
  }

  // "the fighting", "they fought": a noun made of the verb, or the same word.
  static bool names_same(const Word& word, const std::string& lemma) {
    return word.lemma == lemma || (word.upos == "VERB" && lemma.starts_with(word.lemma) && lemma == word.lemma + "ing");
  }

  std::optional<CalendarSpan> from_birth(const Anchored& by) const {
    std::vector<TokenRange> ranges;
    for (const ReadExpression& each : all_) ranges.push_back(each.reading.period ? each.range : TokenRange{});
    const PredicateDates dates(ranges, text_.tree, text_.rules);
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
