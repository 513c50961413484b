// What the measures share: gold files read, documents read by the engine one by one, and what they are together.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "evaluation/coded_events.h"
#include "measure.h"
#include "reading/structure.h"
#include "syntax/conllu.h"

namespace casus {

using Tables = Result<std::vector<ScoreTable>>;

Tables measure_treebank(const Gold& gold, const GetEngine& get_engine);
Tables measure_names(const Gold& gold, const GetEngine& get_engine);
Tables measure_entities(const Gold& gold, const GetEngine& get_engine);
Tables measure_factuality(const Gold& gold, const GetEngine& get_engine);
Tables measure_attributions(const Gold& gold, const GetEngine& get_engine);
Tables measure_statements(const Gold& gold, const GetEngine& get_engine);
Tables measure_coreference(const Gold& gold, const GetEngine& get_engine);
Tables measure_pronouns(const Gold& gold, const GetEngine& get_engine);
Tables measure_gap(const Gold& gold, const GetEngine& get_engine);
Tables measure_dates(const Gold& gold, const GetEngine& get_engine);
Tables measure_status(const Gold& gold, const GetEngine& get_engine);
Tables measure_numbers(const Gold& gold, const GetEngine& get_engine);
Tables measure_plover(const Gold& gold, const GetEngine& get_engine);
Tables measure_events(const Gold& gold, const GetEngine& get_engine);
Tables measure_ordinary(const Gold& gold, const GetEngine& get_engine);
Tables measure_places(const Gold& gold, const GetEngine& get_engine);
Tables measure_contexts(const Gold& gold, const GetEngine& get_engine);
Tables measure_situations(const Gold& gold, const GetEngine& get_engine);
Tables measure_claims(const Gold& gold, const GetEngine& get_engine);
Tables measure_contacts(const Gold& gold, const GetEngine& get_engine);
Tables measure_duties(const Gold& gold, const GetEngine& get_engine);

Result<std::string> content_of(const std::string& path);

template <class Parsed>
Result<Parsed> parsed(const std::string& path, Result<Parsed> (*parse)(std::string_view, std::string_view)) {
  const auto content = content_of(path);
  if (!content) return content.error();
  return parse(*content, path);
}

inline Result<Conllu> parse_conllu(std::string_view text, std::string_view origin) { return read_conllu(text, origin); }

// "1 sentence", "2 sentences"
std::string count(std::size_t n, const std::string& noun);

Document document_with(const std::u32string& text);

// What the engine reads in reports, by their ids, each read alone.
Result<EventsById> events_in(const std::vector<Report>& reports, const GetEngine& get_engine);

// The same, or what the file of predictions has; written where that is asked for.
Result<EventsById> predicted_events(const Gold& gold, const std::vector<Report>& reports, const GetEngine& get_engine);

// `starts` are the sentences at which documents begin; what stands before the first belongs to a document too.
template <class Take>
void for_each_document(const Tokens& tokens, const std::vector<std::size_t>& starts, Take take) {
  std::vector<std::size_t> edges = {0};
  for (const std::size_t start : starts)
    if (start > edges.back()) edges.push_back(start);
  edges.push_back(tokens.sentences.size());
  for (std::size_t i = 0; i + 1 < edges.size(); ++i)
    if (edges[i] < edges[i + 1]) take(edges[i], edges[i + 1]);
}

// Tokens as given, read document by document.
Structure structure_of_tokens(const Tokens& tokens, const std::vector<std::size_t>& starts, const Engine& engine);

}  // namespace casus
