#include "events/counting.h"

#include <algorithm>
#include <optional>

namespace casus {
namespace {

constexpr std::size_t kNear = 2;  // sentences that a figure points back over

class Assigner {
 public:
  Assigner(const Given& given, const std::vector<EventDraft>& drafts, std::vector<ToldEvent>& told)
      : given_(given), drafts_(drafts), told_(told) {
    for (const ToldEvent& each : told) words_.push_back(words_of(drafts[each.draft]));
  }

  void assign() {
    for (const Quantity& quantity : given_.quantities.quantities) {
      if (quantity.superseded) continue;
      if (const auto event = event_of(quantity)) told_[*event].event.numbers.push_back(quantity.number);
    }
    for (ToldEvent& each : told_) each.event.casualties = casualties_of(each.event.numbers);
  }

 private:
  // Predicate, clause, and the words that bring the event.
  static TokenList words_of(const EventDraft& draft) {
    TokenList words = draft.trigger;
    const auto add = [&](const Match& match) {
      words.insert(words.end(), match.hosts.begin(), match.hosts.end());
      words.push_back(match.token);
      words.push_back(match.clause);
    };
    add(*draft.match);
    for (const Match* effect : draft.effects) add(*effect);
    return words;
  }

  std::optional<std::size_t> event_of(const Quantity& quantity) const {
    if (const auto event = at(quantity.predicate)) return event;
    if (const auto event = at(quantity.role)) return event;
    if (const auto event = above(quantity)) return event;
    return before(quantity);
  }

  std::optional<std::size_t> at(std::size_t token) const {
    for (std::size_t i = 0; i < told_.size(); ++i)
      if (std::find(words_[i].begin(), words_[i].end(), token) != words_[i].end()) return i;
    return std::nullopt;
  }

  bool may_have(std::size_t event, const Quantity& quantity) const {
    return given_.quantities.rules->may_belong(quantity.number.what, told_[event].event.type);
  }

  // Of a clause that holds the figure's.
  std::optional<std::size_t> above(const Quantity& quantity) const {
    for (const std::size_t first : {quantity.role, quantity.predicate})
      for (std::size_t token = first; token != kRoot; token = given_.tree.word(token).head)
        if (const auto event = at(token); event && may_have(*event, quantity)) return event;
    return std::nullopt;
  }

  // The last that is told before it, in its sentence or near.
  std::optional<std::size_t> before(const Quantity& quantity) const {
    const std::size_t sentence = given_.tokens.sentence_of(quantity.role);
    std::optional<std::size_t> last;
    for (std::size_t i = 0; i < told_.size(); ++i) {
      const std::size_t token = drafts_[told_[i].draft].match->token;
      const std::size_t there = given_.tokens.sentence_of(token);
      if (there > sentence || there + kNear < sentence || !may_have(i, quantity)) continue;
      if (there == sentence || quantity.number.total || lacks(told_[i].event, quantity.number.what)) last = i;
    }
    return last;
  }

  bool lacks(const Event& event, const std::string& what) const {
    return std::none_of(event.numbers.begin(), event.numbers.end(), [&](const Number& number) { return number.what == what; });
  }

  const Given& given_;
  const std::vector<EventDraft>& drafts_;
  std::vector<ToldEvent>& told_;
  std::vector<TokenList> words_;
};

// The last total; else the sum of those that are no parts; nothing where there is none.
std::optional<int> together(const std::vector<Number>& numbers, const std::string& what) {
  std::optional<double> sum, total;
  for (const Number& number : numbers) {
    const auto value = number.low ? number.low : number.high;
    if (!value || number.what != what || number.part) continue;
    if (number.total) total = value;
    else sum = sum.value_or(0) + *value;
  }
  const auto told = total ? total : sum;
  return told ? std::optional(static_cast<int>(*told)) : std::nullopt;
}

}  // namespace

void add_numbers(const Given& given, const std::vector<EventDraft>& drafts, std::vector<ToldEvent>& told) {
  Assigner(given, drafts, told).assign();
}

Casualties casualties_of(const std::vector<Number>& numbers) {
  Casualties casualties{.killed = together(numbers, "killed"), .injured = together(numbers, "injured"), .text = {}};
  for (const Number& number : numbers)
    if (number.what == "killed" || number.what == "injured" || number.what == "casualties")
      casualties.text = casualties.text ? *casualties.text + "; " + *number.text : number.text;
  return casualties;
}

}  // namespace casus
