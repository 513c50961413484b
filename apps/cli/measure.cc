#include "measure.h"

#include "measuring.h"

namespace casus {

const std::vector<Measure>& measures() {
  static const std::vector<Measure> all = {{"treebank", ".conllu", measure_treebank},
                                           {"names", ".bio", measure_names},
                                           {"entities", "entities.json", measure_entities},
                                           {"factuality", ".tsv", measure_factuality},
                                           {"attributions", ".jsonl", measure_attributions, true},
                                           {"statements", "", measure_statements, true},
                                           {"coreference", ".conllu", measure_coreference},
                                           {"pronouns", ".conllu", measure_pronouns},
                                           {"gap", ".tsv", measure_gap},
                                           {"dates", "", measure_dates, true},
                                           {"status", "", measure_status, true},
                                           {"numbers", "", measure_numbers, true},
                                           {"plover", "", measure_plover, true},
                                           {"events", "", measure_events, true},
                                           {"ordinary", "", measure_ordinary, true},
                                           {"places", "", measure_places, true},
                                           {"contexts", "", measure_contexts, true},
                                           {"situations", "", measure_situations},
                                           {"claims", "", measure_claims},
                                           {"contacts", "", measure_contacts},
                                           {"duties", "", measure_duties}};
  return all;
}

}  // namespace casus
