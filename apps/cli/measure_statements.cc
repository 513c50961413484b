#include "attribution_tables.h"
#include "casus/casus.h"
#include "core/unicode.h"
#include "evaluation/attributions.h"
#include "measuring.h"
#include "output.h"

namespace casus {
namespace {

Spans spans_of(const std::optional<Words>& words) { return words ? words->spans : Spans{}; }

// PolNeAR marks no attribution in what another says.
AttributedArticle attributed(const std::string& id, const std::vector<Statement>& statements) {
  AttributedArticle article{.id = id};
  for (const Statement& one : statements)
    if (!one.within) article.attributions.push_back({spans_of(one.speaker), spans_of(one.cue), spans_of(one.content)});
  return article;
}

Result<std::vector<AttributedArticle>> read_articles(const std::vector<AttributedArticle>& gold, const Engine& engine) {
  std::vector<AttributedArticle> found;
  for (const AttributedArticle& article : gold) {
    const auto record = engine.read({.text = to_utf8(article.text)});
    if (!record) return Error{article.id + ": " + record.error().message};
    found.push_back(attributed(article.id, record->statements));
  }
  return found;
}

}  // namespace

Tables measure_statements(const Gold& gold, const GetEngine& get_engine) {
  const auto expected = parsed(gold.path, read_attributions);
  if (!expected) return expected.error();
  const std::string what = "statements of the record, " + count(expected->size(), "article");
  if (!gold.predicted.empty()) {
    const auto predicted = parsed(gold.predicted, read_attributions);
    if (!predicted) return predicted.error();
    return attribution_tables(*expected, *predicted, what);
  }
  const auto engine = get_engine();
  if (!engine) return engine.error();
  const auto found = read_articles(*expected, **engine);
  if (!found) return found.error();
  if (!gold.written_predictions.empty())
    if (const auto written = write_file(gold.written_predictions, write_attributions(*found)); !written) return written.error();
  return attribution_tables(*expected, *found, what);
}

}  // namespace casus
