#include "evaluation/gap.h"

#include <optional>

#include "core/check.h"
#include "core/unicode.h"
#include "evaluation/lines.h"

namespace casus {
namespace {

constexpr std::string_view kHeader = "ID\tText\tPronoun\tPronoun-offset\tA\tA-offset\tA-coref\tB\tB-offset\tB-coref";
constexpr std::size_t kColumns = 10;

// The span of `form` at `offset` of the text, if it stands there.
std::optional<Span> place(const std::u32string& text, std::string_view form, std::string_view offset) {
  const auto characters = from_utf8(form);
  const auto start = number_of(offset);
  if (!characters || characters->empty() || !start || *start < 0 || *start >= static_cast<double>(text.size())) return std::nullopt;
  const auto at = static_cast<std::size_t>(*start);
  if (text.compare(at, characters->size(), *characters) != 0) return std::nullopt;
  return Span{at, at + characters->size()};
}

bool is_true(std::string_view cell) { return cell == "TRUE" || cell == "True"; }

bool is_feminine(const GapSnippet& snippet) {
  const std::string form = lower(to_utf8(snippet.text.substr(snippet.pronoun.start, snippet.pronoun.length())));
  return form == "she" || form == "her" || form == "hers";
}

Counts counts_of(const std::array<bool, 2>& gold, const std::array<bool, 2>& predicted) {
  Counts counts;
  for (std::size_t name = 0; name < 2; ++name) {
    counts.gold += gold[name] ? 1 : 0;
    counts.predicted += predicted[name] ? 1 : 0;
    counts.hits += gold[name] && predicted[name] ? 1 : 0;
  }
  return counts;
}

struct GenderedCounts {
  Counts counts;
  bool feminine = false;
};

double bias(const std::vector<GenderedCounts>& snippets, const std::vector<std::size_t>& drawn) {
  std::vector<Counts> feminine, masculine;
  for (const std::size_t i : drawn) (snippets[i].feminine ? feminine : masculine).push_back(snippets[i].counts);
  const double denominator = f1(sum(masculine));
  return denominator > 0 ? f1(sum(feminine)) / denominator : 0;
}

}  // namespace

Result<std::vector<GapSnippet>> read_gap(std::string_view text, std::string_view origin) {
  const auto lines = lines_of(text);
  if (!lines.front().starts_with(kHeader)) return error_at(origin, 1, "expected the header of GAP, from ID to B-coref, separated by tabs");
  std::vector<GapSnippet> snippets;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const auto cells = cells_of(lines[i]);
    if (cells.size() < kColumns)
      return error_at(origin, i + 1,
                      "expected at least " + std::to_string(kColumns) + " tab-separated columns, found " + std::to_string(cells.size()));
    auto characters = from_utf8(cells[1]);
    if (!characters) return error_at(origin, i + 1, "the text is not UTF-8");
    const auto pronoun = place(*characters, cells[2], cells[3]), a = place(*characters, cells[4], cells[5]),
               b = place(*characters, cells[7], cells[8]);
    if (!pronoun || !a || !b) return error_at(origin, i + 1, "the pronoun or a name does not stand at its offset");
    snippets.push_back({.id = std::string(cells[0]),
                        .text = *std::move(characters),
                        .pronoun = *pronoun,
                        .names = {*a, *b},
                        .coreferent = {is_true(cells[6]), is_true(cells[9])}});
  }
  return snippets;
}

std::vector<Score> score_gap(const std::vector<GapSnippet>& snippets, const std::vector<std::array<bool, 2>>& predicted) {
  CASUS_CHECK(snippets.size() == predicted.size());
  std::vector<GenderedCounts> gendered;
  std::vector<Counts> all, masculine, feminine;
  std::vector<std::size_t> each;
  for (std::size_t i = 0; i < snippets.size(); ++i) {
    gendered.push_back({counts_of(snippets[i].coreferent, predicted[i]), is_feminine(snippets[i])});
    all.push_back(gendered[i].counts);
    (gendered[i].feminine ? feminine : masculine).push_back(gendered[i].counts);
    each.push_back(i);
  }
  const Interval interval = bootstrap(gendered.size(), [&](const auto& drawn) { return bias(gendered, drawn); });
  return {f1_score("all", all), f1_score("masculine", masculine), f1_score("feminine", feminine),
          Score{.measure = "bias", .value = bias(gendered, each), .low = interval.low, .high = interval.high}};
}

}  // namespace casus
