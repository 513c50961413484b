#include "quantities/amounts.h"

#include <algorithm>
#include <charconv>

#include "core/unicode.h"

namespace casus {
namespace {

constexpr double kHundred = 100;  // what is smaller may follow it: "two hundred and fifty"

// "1,200" -> 1200, "2.5" -> 2.5; with what follows the digits: "20m".
struct Written {
  double value = 0;
  std::string rest;
};

std::optional<Written> written_number(const std::string& form) {
  std::string digits;
  std::size_t at = 0;
  for (; at < form.size() && ((form[at] >= '0' && form[at] <= '9') || form[at] == ',' || form[at] == '.'); ++at)
    if (form[at] != ',') digits += form[at];
  if (digits.empty() || digits.front() == '.') return std::nullopt;
  Written written{.value = 0, .rest = form.substr(at)};
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), written.value);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return written;
}

// One numeral: a value, exact or the least of what is meant.
struct Numeral {
  double value = 0;
  bool exact = true;
  std::size_t end = 0;
  double factor = 1;  // the last that multiplied it
};

class Finder {
 public:
  Finder(const Tokens& tokens, const Parse& parse, const QuantityRules& rules) : tokens_(tokens), parse_(parse), rules_(rules) {
    for (const Token& token : tokens.tokens) forms_.push_back(lower(token.form));
  }

  std::vector<Amount> find() {
    std::vector<Amount> amounts;
    for (const TokenRange sentence : tokens_.sentences) {
      sentence_ = sentence;
      for (std::size_t at = sentence.first; at < sentence.last;) {
        const auto amount = amount_at(at);
        at = amount ? amount->words.last : at + 1;
        // "one in three" counts neither.
        const auto other = amount && rules_.is("ratio", form(at)) ? amount_at(at + 1) : std::nullopt;
        if (other) at = other->words.last;
        else if (amount) amounts.push_back(*amount);
      }
    }
    return amounts;
  }

 private:
  std::optional<Amount> amount_at(std::size_t first) const {
    const auto one = numeral_at(first);
    if (!one || is_within_name(first)) return std::nullopt;
    Amount amount{.words = {first, one->end}, .numeral = {first, one->end}, .low = one->value, .high = one->value};
    if (!one->exact) amount.high.reset();
    else if (const auto other = other_end(first, *one)) {
      amount.numeral.last = amount.words.last = other->end;
      // "2 to 3 million", "two or three dozen"
      if (one->factor == 1 && *amount.low < other->factor) *amount.low *= other->factor;
      amount.high = other->value;
      if (*amount.low >= *amount.high) return plain(first, *one);
    }
    bound(amount);
    return amount;
  }

  Amount plain(std::size_t first, const Numeral& numeral) const {
    Amount amount{.words = {first, numeral.end}, .numeral = {first, numeral.end}, .low = numeral.value, .high = numeral.value};
    bound(amount);
    return amount;
  }

  std::string form(std::size_t token) const { return sentence_.contains(token) ? forms_[token] : std::string(); }
  bool is_joined(std::size_t token) const { return sentence_.contains(token + 1) && !tokens_.tokens[token].space_after; }
  std::optional<double> word(std::size_t token, NumberWord kind) const { return rules_.number_word(form(token), kind); }
  bool is_article(std::size_t token) const { return form(token) == "a" || form(token) == "an"; }

  // "F-16", "P5+1", "Mi-28", and the tail of a figure that was cut off one before it.
  bool is_within_name(std::size_t first) const {
    if (first == sentence_.first || !is_joined(first - 1)) return false;
    const std::string& mark = forms_[first - 1];
    if (mark != "-" && mark != "+" && mark != "/" && mark != "–" && mark != ":") return false;
    return first - 1 > sentence_.first && is_joined(first - 2);
  }

  std::optional<Numeral> numeral_at(std::size_t at) const {
    if (const auto found = fraction_at(at)) return found;
    if (const auto found = vague_at(at)) return found;
    return exact_at(at);
  }

  // "half a million", "a quarter of a million", "half of a million"
  std::optional<Numeral> fraction_at(std::size_t at) const {
    if (is_article(at)) ++at;
    const auto fraction = word(at, NumberWord::fraction);
    if (!fraction) return std::nullopt;
    ++at;
    if (form(at) == "of") ++at;
    if (is_article(at)) ++at;
    const auto factor = word(at, NumberWord::factor);
    if (!factor) return std::nullopt;
    return Numeral{.value = *fraction * *factor, .end = at + 1, .factor = *factor};
  }

  // "dozens", "tens of thousands", "several hundred", "a handful", "a couple of thousand"
  std::optional<Numeral> vague_at(std::size_t at) const {
    if (const auto plural = word(at, NumberWord::plural)) {
      if (const auto factor = word(at + 2, NumberWord::factor); factor && word(at + 2, NumberWord::plural) && form(at + 1) == "of")
        return Numeral{.value = *plural * *factor, .exact = false, .end = at + 3, .factor = *factor};
      return Numeral{.value = *plural, .exact = false, .end = at + 1};
    }
    const bool article = is_article(at);
    std::size_t next = article ? at + 1 : at;
    const bool last = !article && at > sentence_.first && (parse_.words[at - 1].upos == "ADJ" || parse_.words[at - 1].upos == "DET");
    const auto vague = word(next, NumberWord::vague);
    const auto after_article = article || last ? word(next, NumberWord::vague_after_a) : std::nullopt;
    const auto pair = article ? word(next, NumberWord::pair) : std::nullopt;
    if (!vague && !after_article && !pair) return std::nullopt;
    ++next;
    std::size_t factor_at = form(next) == "of" ? next + 1 : next;
    if (const auto factor = word(factor_at, NumberWord::factor))
      return Numeral{.value = 2 * *factor, .exact = pair.has_value(), .end = factor_at + 1, .factor = *factor};
    const double value = vague ? *vague : pair ? *pair : *after_article;
    return Numeral{.value = value, .exact = pair.has_value(), .end = next};
  }

  std::optional<Numeral> exact_at(std::size_t at) const {
    if (is_article(at)) {
      const auto factor = word(at + 1, NumberWord::factor);
      if (!factor) return std::nullopt;
      return with_factors({.value = 1, .end = at + 1});
    }
    if (const auto written = written_number(form(at))) {
      if (written->rest.empty()) return with_factors({.value = written->value, .end = at + 1});
      if (is_lower_bound(written->rest)) return Numeral{.value = written->value, .exact = false, .end = at + 1};
      const auto factor = rules_.number_word(written->rest, NumberWord::factor);
      if (!factor) return std::nullopt;
      return Numeral{.value = written->value * *factor, .end = at + 1, .factor = *factor};
    }
    const auto value = word(at, NumberWord::numeral);
    if (!value) return std::nullopt;
    const std::string& upos = parse_.words[at].upos;
    if (upos != "NUM" && upos != "NOUN" && upos != "ADJ" && upos != "PRON") return std::nullopt;
    // "no one", "this one"
    if (*value == 1 && at > sentence_.first && parse_.words[at - 1].upos == "DET") return std::nullopt;
    Numeral numeral{.value = *value, .end = at + 1};
    add_units(numeral);
    return with_factors(numeral);
  }

  // "50+"
  bool is_lower_bound(const std::string& mark) const {
    return std::any_of(rules_.after().begin(), rules_.after().end(), [&](const BoundPhrase& phrase) {
      return phrase.bound == Bound::least && phrase.words.size() == 1 && phrase.words.front() == mark;
    });
  }

  // "twenty-five"
  void add_units(Numeral& numeral) const {
    constexpr double kTen = 10, kTwenty = 20;
    const std::size_t hyphen = form(numeral.end) == "-" ? 1 : 0;
    const auto units = word(numeral.end + hyphen, NumberWord::numeral);
    if (!units || *units >= kTen || numeral.value < kTwenty || (hyphen == 0 && !is_number_beside(numeral.end))) return;
    numeral.value += *units;
    numeral.end += hyphen + 1;
  }

  bool is_number_beside(std::size_t token) const { return sentence_.contains(token) && parse_.words[token].upos == "NUM"; }

  // "two and a half million"
  void add_fraction(Numeral& numeral) const {
    constexpr std::size_t kWords = 3;
    if (form(numeral.end) != "and" || !is_article(numeral.end + 1)) return;
    const auto fraction = word(numeral.end + 2, NumberWord::fraction);
    if (!fraction) return;
    numeral.value += *fraction;
    numeral.end += kWords;
  }

  // "two hundred and fifty thousand", "2.2 bn", "two dozen"
  Numeral with_factors(Numeral numeral) const {
    double total = 0;
    add_fraction(numeral);
    for (;;) {
      if (const auto factor = factor_after(numeral.end)) {
        numeral.value *= *factor;
        numeral.factor = *factor;
        numeral.end += 1;
        if (*factor > kHundred) total += std::exchange(numeral.value, 0);
        continue;
      }
      const std::size_t next = form(numeral.end) == "and" ? numeral.end + 1 : numeral.end;
      const auto more = word(next, NumberWord::numeral);
      if (numeral.factor < kHundred || !more || written_number(form(numeral.end))) break;
      Numeral rest{.value = *more, .end = next + 1};
      add_units(rest);
      numeral.value += rest.value;
      numeral.end = rest.end;
    }
    numeral.value += total;
    return numeral;
  }

  // A factor's plural is no multiple: "in 2013 thousands fled".
  std::optional<double> factor_after(std::size_t token) const {
    const auto factor = word(token, NumberWord::factor);
    if (factor && word(token, NumberWord::plural)) return std::nullopt;
    return factor;
  }

  // "50 to 60", "between 50 and 60", "50-60"; not "from 51 to 46".
  std::optional<Numeral> other_end(std::size_t first, const Numeral& one) const {
    const std::string before = first > sentence_.first ? forms_[first - 1] : std::string();
    const std::string& joint = form(one.end);
    const bool between = before == "between" && joint == "and";
    const bool to = (joint == "to" || joint == "-" || joint == "–" || joint == "or") && before != "from";
    if (!between && !to) return std::nullopt;
    const auto other = exact_at(one.end + 1);
    if (!other || (joint == "-" && other->value <= one.value)) return std::nullopt;
    return other;
  }

  void bound(Amount& amount) const {
    for (bool found = true; found;) {
      found = false;
      for (const BoundPhrase& phrase : rules_.before()) {
        const std::size_t size = phrase.words.size();
        if (amount.words.first < sentence_.first + size || !matches(phrase, amount.words.first - size)) continue;
        amount.words.first -= size;
        set(phrase.bound, amount);
        found = true;
        break;
      }
    }
    for (const BoundPhrase& phrase : rules_.after()) {
      if (!matches(phrase, amount.words.last)) continue;
      amount.words.last += phrase.words.size();
      set(phrase.bound, amount);
      return;
    }
  }

  bool matches(const BoundPhrase& phrase, std::size_t first) const {
    for (std::size_t i = 0; i < phrase.words.size(); ++i)
      if (form(first + i) != phrase.words[i]) return false;
    return true;
  }

  static void set(Bound bound, Amount& amount) {
    if (bound == Bound::about) return;
    if (!amount.low || !amount.high) {
      // "at least dozens" bounds no more than "dozens"; "up to dozens" is at most so many.
      if (bound == Bound::most && amount.low) amount.high = std::exchange(amount.low, std::nullopt);
      return;
    }
    if (bound == Bound::least) amount.high.reset();
    else amount.low.reset();
  }

  const Tokens& tokens_;
  const Parse& parse_;
  const QuantityRules& rules_;
  std::vector<std::string> forms_;
  TokenRange sentence_;
};

}  // namespace

std::vector<Amount> find_amounts(const Tokens& tokens, const Parse& parse, const QuantityRules& rules) {
  return Finder(tokens, parse, rules).find();
}

}  // namespace casus
