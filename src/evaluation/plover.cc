#include "evaluation/plover.h"

#include <algorithm>
#include <set>

#include "evaluation/json_lines.h"

namespace casus {
namespace {

using nlohmann::json;
using Names = std::set<std::string>;

std::string mapped(const std::map<std::string_view, std::string_view>& names, const std::string& name) {
  const auto found = names.find(name);
  return found == names.end() ? name : std::string(found->second);
}

std::string type_of_2021(const std::string& type) {
  static const std::map<std::string_view, std::string_view> kNames = {
      {"FIGHT", "ASSAULT"}, {"DEMAND", "REQUEST"}, {"DISAPPROVE", "ACCUSE"}, {"INVESTIGATE", "ACCUSE"}};
  return mapped(kNames, type);
}

std::string mode_of_2021(const std::string& mode) {
  static const std::map<std::string_view, std::string_view> kNames = {
      {"demo-org", "demo"},  {"demo-spon", "demo"},       {"strike-hun", "hunger"}, {"strike-gen", "strike"},
      {"riot-spon", "riot"}, {"riot-org", "riot"},        {"host", "visit"},        {"confiscate", "seize"},
      {"detain", "arrest"},  {"assassinate", "targeted"}, {"political", "restrict"}};
  return mapped(kNames, mode);
}

std::string quad_class(const std::string& type) {
  static const std::map<std::string_view, std::string_view> kClasses = {
      {"AGREE", "verbal cooperation"},   {"CONSULT", "verbal cooperation"},   {"SUPPORT", "verbal cooperation"},
      {"CONCEDE", "verbal cooperation"}, {"YIELD", "material cooperation"},   {"COOPERATE", "material cooperation"},
      {"AID", "material cooperation"},   {"RETREAT", "material cooperation"}, {"REQUEST", "verbal conflict"},
      {"ACCUSE", "verbal conflict"},     {"REJECT", "verbal conflict"},       {"THREATEN", "verbal conflict"},
      {"PROTEST", "material conflict"},  {"SANCTION", "material conflict"},   {"MOBILIZE", "material conflict"},
      {"COERCE", "material conflict"},   {"ASSAULT", "material conflict"}};
  const auto found = kClasses.find(type);
  return found == kClasses.end() ? "unknown" : std::string(found->second);
}

// Codes of the gold that are not ISO 3166, and those of organisations that it counts as IGO.
std::string as_iso(const std::string& code) {
  static const std::map<std::string_view, std::string_view> kCodes = {{"JAP", "JPN"}, {"ITL", "ITA"}, {"VTN", "VNM"}, {"UNO", "IGO"},
                                                                      {"INT", "IGO"}, {"ROM", "ROU"}, {"ZAR", "COD"}, {"KSV", "SRB"}};
  return mapped(kCodes, code);
}

constexpr std::size_t kCountryLetters = 3;

std::string upper(std::string code) {
  std::transform(code.begin(), code.end(), code.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
  return code;
}

// SCG, Serbia and Montenegro, stands before the code of the republic.
std::optional<std::string> country_of(std::string code) {
  if (code.empty() || code.starts_with("---")) return std::nullopt;
  if (code.starts_with("SCG") && code.size() >= 2 * kCountryLetters) code.erase(0, kCountryLetters);
  return as_iso(code.substr(0, kCountryLetters));
}

Names countries_of(const std::vector<std::string>& codes) {
  Names countries;
  for (const std::string& code : codes)
    if (auto country = country_of(upper(code))) countries.insert(*std::move(country));
  return countries;
}

std::string text_at(const json& object, const char* key) {
  return object.contains(key) && !object.at(key).is_null() ? object.at(key).get<std::string>() : std::string();
}

std::string code_in(const json& actor) {
  if (actor.is_null()) return "";
  if (!actor.is_object()) return actor.get<std::string>();
  for (const char* key : {"country", "org", "code"})
    if (std::string code = text_at(actor, key); !code.empty()) return code;
  return "";
}

std::vector<std::string> codes_in(const json& event, const char* key) {
  std::vector<std::string> codes;
  if (!event.contains(key)) return codes;
  const json& side = event.at(key);
  if (!side.is_array()) codes.push_back(code_in(side));
  else
    for (const json& actor : side) codes.push_back(code_in(actor));
  std::erase(codes, "");
  return codes;
}

std::vector<PloverEvent> events_in(const json& sentence) {
  if (sentence.contains("root") && !sentence.contains("events")) return {{.type = type_of_2021(sentence.at("root").get<std::string>())}};
  std::vector<PloverEvent> events;
  for (const json& event : sentence.at("events")) {
    const std::string type = text_at(event, "type"), mode = text_at(event, "mode");
    if (type.empty()) continue;
    events.push_back({.type = type_of_2021(type),
                      .mode = mode.empty() ? std::nullopt : std::optional(mode),
                      .sources = codes_in(event, "source"),
                      .targets = codes_in(event, "target")});
  }
  return events;
}

std::vector<PloverEvent> as_roots(std::vector<PloverEvent> events) {
  for (PloverEvent& event : events)
    if (event.type == "CONCEDE" || event.type == "RETREAT") event.type = "YIELD";
  return events;
}

Names types_of(const std::vector<PloverEvent>& events) {
  Names types;
  for (const PloverEvent& event : events) types.insert(event.type);
  return types;
}

Names quad_classes_of(const Names& types) {
  Names classes;
  for (const std::string& type : types) classes.insert(quad_class(type));
  return classes;
}

Counts compare(const Names& gold, const Names& predicted) {
  const auto hits = std::count_if(gold.begin(), gold.end(), [&](const std::string& name) { return predicted.contains(name); });
  return {.hits = static_cast<std::size_t>(hits), .gold = gold.size(), .predicted = predicted.size()};
}

struct GoldDyad {
  std::string type;
  Names sources, targets;
  bool reciprocal = false;
};

struct Dyad {
  std::string type;
  std::optional<std::string> source, target;
  auto operator<=>(const Dyad&) const = default;
};

std::vector<GoldDyad> gold_dyads(const std::vector<PloverEvent>& events) {
  std::vector<GoldDyad> dyads;
  for (const PloverEvent& event : events) {
    GoldDyad dyad{.type = event.type, .sources = countries_of(event.sources), .targets = countries_of(event.targets)};
    // Two sources of one country are two.
    dyad.reciprocal = dyad.targets.empty() && std::count_if(event.sources.begin(), event.sources.end(), [](const std::string& code) {
                                                return country_of(upper(code)).has_value();
                                              }) > 1;
    if (dyad.reciprocal) dyad.targets = dyad.sources;
    dyads.push_back(std::move(dyad));
  }
  return dyads;
}

std::vector<std::optional<std::string>> each_or_none(const Names& countries) {
  if (countries.empty()) return {std::nullopt};
  return {countries.begin(), countries.end()};
}

std::set<Dyad> predicted_dyads(const std::vector<PloverEvent>& events) {
  std::set<Dyad> dyads;
  for (const PloverEvent& event : events)
    for (const auto& source : each_or_none(countries_of(event.sources)))
      for (const auto& target : each_or_none(countries_of(event.targets))) dyads.insert({event.type, source, target});
  return dyads;
}

struct Sides {
  bool source = true;
  bool target = true;
};

bool agree(const Dyad& dyad, const GoldDyad& gold, Sides sides) {
  const auto among = [](const std::optional<std::string>& country, const Names& countries) {
    return countries.empty() || (country && countries.contains(*country));
  };
  const bool target = among(dyad.target, gold.targets) || (gold.reciprocal && !dyad.target);
  return dyad.type == gold.type && (!sides.source || among(dyad.source, gold.sources)) && (!sides.target || target);
}

SidedCounts compare_dyads(const std::vector<GoldDyad>& gold, const std::set<Dyad>& predicted, Sides sides) {
  SidedCounts counts;
  for (const Dyad& dyad : predicted) {
    counts.predicted += 1;
    if (std::any_of(gold.begin(), gold.end(), [&](const GoldDyad& one) { return agree(dyad, one, sides); })) counts.predicted_hits += 1;
  }
  for (const GoldDyad& one : gold) {
    if (one.sources.empty()) continue;
    counts.gold += 1;
    if (std::any_of(predicted.begin(), predicted.end(), [&](const Dyad& dyad) { return agree(dyad, one, sides); })) counts.gold_hits += 1;
  }
  return counts;
}

Counts compare_modes(const std::vector<PloverEvent>& gold, const std::vector<PloverEvent>& predicted) {
  Counts counts;
  for (const PloverEvent& event : gold) {
    if (!event.mode || !types_of(predicted).contains(event.type)) continue;
    ++counts.gold;
    if (std::any_of(predicted.begin(), predicted.end(), [&](const PloverEvent& one) {
          return one.type == event.type && one.mode && mode_of_2021(*one.mode) == mode_of_2021(*event.mode);
        }))
      ++counts.hits;
  }
  return counts;
}

Counts one_of_one(bool hit) { return {.hits = hit ? 1u : 0u, .gold = 1}; }

// One sentence, gold against prediction.
struct Comparison {
  Names gold_types, found_types;
  Counts modes;
  SidedCounts strict, sources, targets;
};

Comparison compare_sentence(const std::vector<PloverEvent>& gold, const std::vector<PloverEvent>& found) {
  const auto gold_sides = gold_dyads(gold);
  const auto found_sides = predicted_dyads(found);
  return {.gold_types = types_of(gold),
          .found_types = types_of(found),
          .modes = compare_modes(gold, found),
          .strict = compare_dyads(gold_sides, found_sides, {}),
          .sources = compare_dyads(gold_sides, found_sides, {.target = false}),
          .targets = compare_dyads(gold_sides, found_sides, {.source = false})};
}

using Comparisons = std::vector<Comparison>;

Comparisons compare_sentences(const PloverGold& gold, const std::vector<PloverSentence>& predicted) {
  std::map<std::string_view, const PloverSentence*> by_id;
  for (const PloverSentence& sentence : predicted) by_id[sentence.id] = &sentence;
  const auto scored = [&](const std::vector<PloverEvent>& events) { return gold.roots ? as_roots(events) : events; };
  Comparisons comparisons;
  for (const PloverSentence& sentence : gold.sentences) {
    const auto found = by_id.find(sentence.id);
    comparisons.push_back(
        compare_sentence(scored(sentence.events), found == by_id.end() ? std::vector<PloverEvent>{} : scored(found->second->events)));
  }
  return comparisons;
}

template <class UnitOf>
auto units(const Comparisons& comparisons, UnitOf unit_of) {
  std::vector<decltype(unit_of(comparisons.front()))> of_sentences;
  for (const Comparison& comparison : comparisons) of_sentences.push_back(unit_of(comparison));
  return of_sentences;
}

using CountsByType = std::map<std::string, std::vector<Counts>>;  // a type's counts in each sentence

CountsByType counts_by_type(const Comparisons& comparisons) {
  Names types;
  for (const Comparison& comparison : comparisons) {
    types.insert(comparison.gold_types.begin(), comparison.gold_types.end());
    types.insert(comparison.found_types.begin(), comparison.found_types.end());
  }
  const auto only = [](const std::string& type, const Names& names) { return names.contains(type) ? Names{type} : Names{}; };
  CountsByType counts;
  for (const std::string& type : types)
    counts[type] =
        units(comparisons, [&](const Comparison& one) { return compare(only(type, one.gold_types), only(type, one.found_types)); });
  return counts;
}

double macro_f1(const CountsByType& types, const std::vector<std::size_t>& sentences) {
  double total = 0;
  std::size_t of_gold = 0;
  for (const auto& [type, units] : types) {
    std::vector<Counts> drawn;
    for (const std::size_t sentence : sentences) drawn.push_back(units[sentence]);
    const Counts counts = sum(drawn);
    if (counts.gold == 0) continue;
    ++of_gold;
    total += f1(counts) / 100;
  }
  return of_gold == 0 ? 0 : total / static_cast<double>(of_gold);
}

Score macro_score(const CountsByType& types, std::size_t sentences) {
  std::vector<std::size_t> each(sentences);
  for (std::size_t i = 0; i < sentences; ++i) each[i] = i;
  const Interval interval = bootstrap(sentences, [&](const std::vector<std::size_t>& drawn) { return macro_f1(types, drawn); });
  return {.measure = "macro F1", .value = macro_f1(types, each), .low = interval.low, .high = interval.high};
}

}  // namespace

Result<PloverGold> read_plover(std::string_view text, std::string_view origin) {
  PloverGold gold;
  const auto error = for_each_object(text, origin, [&](const json& object) -> std::optional<Error> {
    const std::string date = text_at(object, "date");
    gold.roots = gold.roots || (object.contains("root") && !object.contains("events"));
    gold.sentences.push_back({.id = object.at("id").get<std::string>(),
                              .text = text_at(object, "text"),
                              .date = date.empty() ? std::nullopt : std::optional(date),
                              .events = events_in(object)});
    return std::nullopt;
  });
  if (error) return *error;
  return gold;
}

std::string write_plover(const std::vector<PloverSentence>& sentences) {
  std::string lines;
  for (const PloverSentence& sentence : sentences) {
    json events = json::array();
    for (const PloverEvent& event : sentence.events)
      events.push_back({{"type", event.type},
                        {"mode", event.mode ? json(*event.mode) : json(nullptr)},
                        {"source", event.sources},
                        {"target", event.targets}});
    lines += json{{"id", sentence.id}, {"events", events}}.dump() + "\n";
  }
  return lines;
}

PloverScores score_plover(const PloverGold& gold, const std::vector<PloverSentence>& predicted) {
  const Comparisons all = compare_sentences(gold, predicted);
  const CountsByType types = counts_by_type(all);
  const auto of_types = [](const Comparison& one) { return compare(one.gold_types, one.found_types); };
  const auto of_quads = [](const Comparison& one) { return compare(quad_classes_of(one.gold_types), quad_classes_of(one.found_types)); };
  const auto exact = [](const Comparison& one) { return one_of_one(one.gold_types == one.found_types); };
  const auto hit = [&](const Comparison& one) { return one_of_one(of_types(one).hits > 0); };
  const auto empty = [](const Comparison& one) { return one_of_one(one.found_types.empty()); };

  PloverScores scores{.figures = {counted_f1_score("TYPE", units(all, of_types)), counted_f1_score("QUAD", units(all, of_quads))},
                      .shares = {counted_share_score("EXACT", units(all, exact)), counted_share_score("HIT", units(all, hit)),
                                 counted_share_score("EMPTY", units(all, empty))},
                      .types = {}};
  if (!gold.roots) {
    scores.figures.push_back(sided_f1_score("STRICT", units(all, [](const Comparison& one) { return one.strict; })));
    scores.figures.push_back(sided_f1_score("SRC", units(all, [](const Comparison& one) { return one.sources; })));
    scores.figures.push_back(sided_f1_score("TGT", units(all, [](const Comparison& one) { return one.targets; })));
    scores.shares.push_back(counted_share_score("MODE", units(all, [](const Comparison& one) { return one.modes; })));
  }
  scores.shares.push_back(macro_score(types, all.size()));
  for (const auto& [type, counts] : types) scores.types.push_back(counted_f1_score(type, counts));
  return scores;
}

}  // namespace casus
