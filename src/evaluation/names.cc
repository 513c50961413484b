#include "evaluation/names.h"

#include <algorithm>
#include <array>
#include <set>

#include "core/check.h"
#include "evaluation/lines.h"

namespace casus {
namespace {

constexpr std::array<std::string_view, 4> kLabels = {"PER", "ORG", "LOC", "MISC"};

class Reader {
 public:
  explicit Reader(std::string_view origin) : origin_(origin) {}

  Result<std::vector<NamedSentence>> read(std::string_view text) {
    const auto lines = lines_of(text);
    for (std::size_t i = 0; i < lines.size(); ++i)
      if (auto error = take(lines[i], i + 1)) return *std::move(error);
    end_sentence();
    return std::move(sentences_);
  }

 private:
  std::optional<Error> take(std::string_view line, std::size_t number) {
    constexpr std::string_view kId = "# sent_id = ";
    if (line.empty()) {
      end_sentence();
    } else if (line.starts_with(kId)) {
      sentence_.id = line.substr(kId.size());
    } else if (!line.starts_with("# ")) {
      return take_row(line, number);
    }
    return std::nullopt;
  }

  std::optional<Error> take_row(std::string_view line, std::size_t number) {
    const auto cells = cells_of(line);
    if (cells.size() != 2 || cells[0].empty()) return error_at(origin_, number, "expected a form, a tab and a tag");
    const std::string_view tag = cells[1];
    const std::size_t at = sentence_.forms.size();
    sentence_.forms.emplace_back(cells[0]);
    if (tag == "O") return std::nullopt;
    if (!tag.starts_with("B-") && !tag.starts_with("I-"))
      return error_at(origin_, number, "tag " + std::string(tag) + " is not O, B-... or I-...");
    const std::string_view label = tag.substr(2);
    if (std::find(kLabels.begin(), kLabels.end(), label) == kLabels.end())
      return error_at(origin_, number, "name type " + std::string(label) + " is not PER, ORG, LOC or MISC");
    auto& names = sentence_.names;
    const bool continues = tag[0] == 'I' && !names.empty() && names.back().range.last == at && names.back().label == label;
    if (continues) names.back().range.last = at + 1;
    else names.push_back({.range = {at, at + 1}, .label = std::string(label)});
    return std::nullopt;
  }

  void end_sentence() {
    if (!sentence_.forms.empty()) sentences_.push_back(std::move(sentence_));
    sentence_ = {};
  }

  std::string_view origin_;
  NamedSentence sentence_;
  std::vector<NamedSentence> sentences_;
};

std::set<LabelledSpan> with_labels(const std::vector<LabelledSpan>& spans, const std::vector<std::string_view>& labels) {
  std::set<LabelledSpan> kept;
  for (const LabelledSpan& span : spans)
    if (std::find(labels.begin(), labels.end(), span.label) != labels.end()) kept.insert(span);
  return kept;
}

Score score_labels(std::string measure, const std::vector<NamedSentence>& gold, const std::vector<std::vector<LabelledSpan>>& predicted,
                   const std::vector<std::string_view>& labels) {
  std::vector<Counts> units(gold.size());
  for (std::size_t s = 0; s < gold.size(); ++s) {
    const auto expected = with_labels(gold[s].names, labels);
    const auto found = with_labels(predicted[s], labels);
    units[s] = {.gold = expected.size(), .predicted = found.size()};
    for (const LabelledSpan& span : found) units[s].hits += expected.count(span);
  }
  return f1_score(std::move(measure), units);
}

}  // namespace

Result<std::vector<NamedSentence>> read_bio(std::string_view text, std::string_view origin) { return Reader(origin).read(text); }

std::vector<Score> score_names(const std::vector<NamedSentence>& gold, const std::vector<std::vector<LabelledSpan>>& predicted) {
  CASUS_CHECK(gold.size() == predicted.size());
  const bool has_misc = std::any_of(gold.begin(), gold.end(), [](const NamedSentence& sentence) {
    return std::any_of(sentence.names.begin(), sentence.names.end(), [](const LabelledSpan& span) { return span.label == "MISC"; });
  });
  std::vector<std::string_view> labels(kLabels.begin(), kLabels.end());
  if (!has_misc) labels.pop_back();
  std::vector<Score> scores;
  for (const std::string_view label : labels) scores.push_back(score_labels(std::string(label), gold, predicted, {label}));
  scores.push_back(score_labels("names", gold, predicted, labels));
  return scores;
}

}  // namespace casus
