// Both sides are laid out on the characters that are not white space. Predicted words belong to the gold sentence in which they
// begin, so that the counts of one sentence can be drawn together.
#include "evaluation/treebank.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>

#include "core/unicode.h"
#include "evaluation/lines.h"

namespace casus {
namespace {

struct Places {
  std::u32string characters;
  std::vector<Span> words;
  std::vector<Span> sentences;
};

Places lay_out(const AnalysedText& analysed) {
  Places places;
  std::vector<std::size_t> before(analysed.text.size() + 1, 0);
  for (std::size_t i = 0; i < analysed.text.size(); ++i) {
    before[i] = places.characters.size();
    if (!is_space(analysed.text[i])) places.characters += analysed.text[i];
  }
  before.back() = places.characters.size();
  const auto place = [&](Span span) { return Span{before[span.start], before[span.end]}; };
  for (const Token& token : analysed.tokens.tokens) places.words.push_back(place(token.span));
  for (const TokenRange& sentence : analysed.tokens.sentences) places.sentences.push_back(place(analysed.tokens.span(sentence)));
  return places;
}

std::string around(const std::u32string& text, std::size_t at) {
  constexpr std::size_t kWindow = 20;
  const std::size_t start = at - std::min(at, kWindow);
  return "..." + to_utf8(std::u32string_view(text).substr(start, 2 * kWindow)) + "...";
}

std::optional<Error> difference(const std::u32string& gold, const std::u32string& predicted) {
  const auto [g, p] = std::mismatch(gold.begin(), gold.end(), predicted.begin(), predicted.end());
  if (g == gold.end() && p == predicted.end()) return std::nullopt;
  const auto at = static_cast<std::size_t>(g - gold.begin());
  return Error{"the texts differ at non-space character " + std::to_string(at) + ": gold " + around(gold, at) + ", predicted " +
               around(predicted, at)};
}

// For each gold word the predicted word over the same characters. Where several cover the same, they pair in order.
std::vector<std::optional<std::size_t>> align(const std::vector<Span>& gold, const std::vector<Span>& predicted) {
  std::map<Span, std::vector<std::size_t>> waiting;
  for (std::size_t i = predicted.size(); i-- > 0;) waiting[predicted[i]].push_back(i);
  std::vector<std::optional<std::size_t>> partners(gold.size());
  for (std::size_t i = 0; i < gold.size(); ++i) {
    const auto found = waiting.find(gold[i]);
    if (found == waiting.end() || found->second.empty()) continue;
    partners[i] = found->second.back();
    found->second.pop_back();
  }
  return partners;
}

std::string_view without_subtype(std::string_view relation) { return relation.substr(0, relation.find(':')); }

// The features that treebanks of all languages share, as the shared task lists them; others (ExtPos, Style, ...) are not compared.
constexpr std::array<std::string_view, 21> kUniversalFeatures = {
    "Abbr",   "Animacy", "Aspect",   "Case",   "Definite", "Degree",   "Evident", "Foreign", "Gender",   "Mood", "NumType",
    "Number", "Person",  "Polarity", "Polite", "Poss",     "PronType", "Reflex",  "Tense",   "VerbForm", "Voice"};

std::set<std::string_view> universal_features(std::string_view feats) {
  std::set<std::string_view> kept;
  for (const std::string_view feature : cells_of(feats, '|'))
    if (std::find(kUniversalFeatures.begin(), kUniversalFeatures.end(), feature.substr(0, feature.find('='))) != kUniversalFeatures.end())
      kept.insert(feature);
  return kept;
}

class Comparison {
 public:
  Comparison(const AnalysedText& gold, const AnalysedText& predicted, Places gold_places, Places predicted_places)
      : gold_(gold), predicted_(predicted), gold_places_(std::move(gold_places)), predicted_places_(std::move(predicted_places)) {
    partners_ = align(gold_places_.words, predicted_places_.words);
    totals_.resize(gold_places_.sentences.size());
    for (std::size_t s = 0; s < totals_.size(); ++s) totals_[s].gold = gold_.tokens.sentences[s].size();
    for (const Span& word : predicted_places_.words) ++totals_[gold_sentence_at(word.start)].predicted;
  }

  std::vector<Score> scores() const {
    std::vector<Score> all;
    all.push_back(score("words", [](std::size_t, std::size_t) { return true; }));
    all.push_back(f1_score("sentences", sentence_counts()));
    const auto field = [this](std::string Word::*member) {
      return [this, member](std::size_t g, std::size_t p) { return gold_.parse.words[g].*member == predicted_.parse.words[p].*member; };
    };
    all.push_back(score("UPOS", field(&Word::upos)));
    all.push_back(score("XPOS", field(&Word::xpos)));
    all.push_back(score("UFeats", [this](std::size_t g, std::size_t p) {
      return universal_features(gold_.parse.words[g].feats) == universal_features(predicted_.parse.words[p].feats);
    }));
    all.push_back(score("lemmas", field(&Word::lemma)));
    all.push_back(score("UAS", [this](std::size_t g, std::size_t p) { return same_head(g, p); }));
    all.push_back(score("LAS", [this](std::size_t g, std::size_t p) {
      return same_head(g, p) && without_subtype(gold_.parse.words[g].relation) == without_subtype(predicted_.parse.words[p].relation);
    }));
    all.push_back(score("LAS+", [this](std::size_t g, std::size_t p) {
      return same_head(g, p) && gold_.parse.words[g].relation == predicted_.parse.words[p].relation;
    }));
    return all;
  }

 private:
  std::size_t gold_sentence_at(std::size_t character) const {
    const auto& sentences = gold_places_.sentences;
    const auto next =
        std::upper_bound(sentences.begin(), sentences.end(), character, [](std::size_t at, const Span& span) { return at < span.start; });
    return next == sentences.begin() ? 0 : static_cast<std::size_t>(next - sentences.begin()) - 1;
  }

  static std::optional<Span> head_place(const AnalysedText& side, const Places& places, std::size_t word) {
    const std::size_t head = side.parse.words[word].head;
    return head == kRoot ? std::nullopt : std::optional(places.words[head]);
  }

  bool same_head(std::size_t gold, std::size_t predicted) const {
    return head_place(gold_, gold_places_, gold) == head_place(predicted_, predicted_places_, predicted);
  }

  template <class Agrees>
  Score score(std::string measure, Agrees agrees) const {
    std::vector<Counts> units = totals_;
    for (std::size_t s = 0; s < units.size(); ++s)
      for (std::size_t i = gold_.tokens.sentences[s].first; i < gold_.tokens.sentences[s].last; ++i)
        if (partners_[i] && agrees(i, *partners_[i])) ++units[s].hits;
    return f1_score(std::move(measure), units);
  }

  std::vector<Counts> sentence_counts() const {
    const std::set<Span> predicted(predicted_places_.sentences.begin(), predicted_places_.sentences.end());
    std::vector<Counts> units(gold_places_.sentences.size());
    for (std::size_t s = 0; s < units.size(); ++s) units[s] = {.hits = predicted.count(gold_places_.sentences[s]), .gold = 1};
    for (const Span& sentence : predicted_places_.sentences) ++units[gold_sentence_at(sentence.start)].predicted;
    return units;
  }

  const AnalysedText& gold_;
  const AnalysedText& predicted_;
  Places gold_places_;
  Places predicted_places_;
  std::vector<std::optional<std::size_t>> partners_;
  std::vector<Counts> totals_;  // a gold sentence: its words, and the predicted words that begin in it
};

}  // namespace

Result<std::vector<Score>> score_treebank(const AnalysedText& gold, const AnalysedText& predicted) {
  Places gold_places = lay_out(gold);
  Places predicted_places = lay_out(predicted);
  if (gold_places.sentences.empty()) return Error{"the gold has no sentences"};
  if (auto error = difference(gold_places.characters, predicted_places.characters)) return *std::move(error);
  return Comparison(gold, predicted, std::move(gold_places), std::move(predicted_places)).scores();
}

}  // namespace casus
