#include "evaluation/claims.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "core/unicode.h"
#include "evaluation/json_lines.h"
#include "evaluation/match.h"

namespace casus {
namespace {

constexpr std::array<std::string_view, 6> kStances = {"asserts", "implies", "denies", "doubts", "declines", "no-knowledge"};

Span span_of(const nlohmann::json& pair) { return {pair.at(0).get<std::uint32_t>(), pair.at(1).get<std::uint32_t>()}; }

StancePosition position_in(const nlohmann::json& object) {
  const nlohmann::json& actor = object.at("actor");
  return {.actor = actor.is_null() ? std::nullopt : std::optional(actor.get<std::string>()),
          .name = object.at("name").get<std::string>(),
          .stance = object.at("stance").get<std::string>(),
          .spans = {span_of(object.at("span"))}};
}

StancedClaim claim_in(const nlohmann::json& object) {
  StancedClaim claim{.proposition = {}, .positions = {}, .standing = object.at("standing").get<std::string>()};
  for (const nlohmann::json& span : object.at("proposition")) claim.proposition.push_back(span_of(span));
  for (const nlohmann::json& position : object.at("positions")) claim.positions.push_back(position_in(position));
  return claim;
}

bool overlap(const Spans& some, const Spans& others) {
  return std::any_of(some.begin(), some.end(), [&](const Span& one) {
    return std::any_of(others.begin(), others.end(), [&](const Span& other) { return one.overlaps(other); });
  });
}

// "ARM" of "ARMGOV", "UNO" of "IGOUNO" and of "UNO"; nothing where a code has only sectors.
std::optional<std::string> owner_of(const std::optional<std::string>& code) {
  constexpr std::size_t kLetters = 3;
  if (!code) return std::nullopt;
  const bool is_organisation = code->starts_with("IGO") || code->starts_with("NGO");
  if (is_organisation && code->size() == kLetters) return code;
  return code->substr(is_organisation ? kLetters : 0, kLetters);
}

// A state and its government are one.
std::optional<std::string> without_government(const std::optional<std::string>& code) {
  constexpr std::string_view kGovernment = "GOV";
  return code && code->size() == 6 && code->ends_with(kGovernment) ? std::optional(code->substr(0, 3)) : code;
}

bool is_shared(const StancePosition& position, const StancedClaim& claim) {
  return std::any_of(claim.positions.begin(), claim.positions.end(), [&](const StancePosition& other) {
    return other.actor != position.actor && owner_of(other.actor) == owner_of(position.actor);
  });
}

bool holds(const std::string& longer, const std::string& shorter) { return !shorter.empty() && longer.find(shorter) != std::string::npos; }

bool same_name(const std::string& one, const std::string& other) {
  const std::string a = lower(one), b = lower(other);
  return holds(a, b) || holds(b, a);
}

bool same_actor(const StancePosition& gold, const StancedClaim& claim, const StancePosition& predicted) {
  if (!predicted.actor) return same_name(gold.name, predicted.name);
  if (is_shared(gold, claim)) return without_government(gold.actor) == without_government(predicted.actor);
  return owner_of(gold.actor) == owner_of(predicted.actor);
}

std::vector<StancePosition> each_once(const std::vector<StancePosition>& positions) {
  std::vector<StancePosition> once;
  for (const StancePosition& position : positions)
    if (std::none_of(once.begin(), once.end(), [&](const StancePosition& other) {
          const bool same =
              position.actor ? without_government(other.actor) == without_government(position.actor) : other.name == position.name;
          return same && other.actor.has_value() == position.actor.has_value() && other.stance == position.stance;
        }))
      once.push_back(position);
  return once;
}

std::vector<MatchedPair> right_positions(const StancedClaim& gold, const StancedClaim& predicted) {
  return match(gold.positions.size(), predicted.positions.size(), [&](std::size_t right, std::size_t found) {
    const StancePosition& wanted = gold.positions[right];
    const StancePosition& given = predicted.positions[found];
    return wanted.stance == given.stance && same_actor(wanted, gold, given) ? 1.0 : 0.0;
  });
}

bool shares_position(const StancedClaim& gold, const StancedClaim& predicted) {
  return std::any_of(gold.positions.begin(), gold.positions.end(), [&](const StancePosition& one) {
    return std::any_of(predicted.positions.begin(), predicted.positions.end(),
                       [&](const StancePosition& other) { return overlap(one.spans, other.spans); });
  });
}

// What one report adds to each measure.
struct ClaimUnit {
  Counts positions;
  std::map<std::string_view, Counts> by_stance;
  Counts claims;
  Counts standings;
};

void count_stances(ClaimUnit& unit, const std::vector<StancedClaim>& claims, std::size_t Counts::*side) {
  for (const StancedClaim& claim : claims)
    for (const StancePosition& position : claim.positions) {
      ++(unit.positions.*side);
      for (const std::string_view stance : kStances)
        if (position.stance == stance) ++(unit.by_stance[stance].*side);
    }
}

ClaimUnit compare(const std::vector<StancedClaim>& gold, const std::vector<StancedClaim>& predicted) {
  const auto tells = [&](std::size_t right, std::size_t found) { return overlap(gold[right].proposition, predicted[found].proposition); };
  const auto tells_any = [&](std::size_t found) {
    for (std::size_t right = 0; right < gold.size(); ++right)
      if (tells(right, found)) return true;
    return false;
  };
  constexpr double kSharesPosition = 0.1, kTells = 0.2;  // below one right position: they only decide between equals
  const auto met = match(gold.size(), predicted.size(), [&](std::size_t right, std::size_t found) {
    const double base = tells(right, found)                                                   ? kTells
                        : !tells_any(found) && shares_position(gold[right], predicted[found]) ? kSharesPosition
                                                                                              : 0.0;
    return base == 0.0 ? 0.0 : base + static_cast<double>(right_positions(gold[right], predicted[found]).size());
  });
  ClaimUnit unit;
  count_stances(unit, gold, &Counts::gold);
  count_stances(unit, predicted, &Counts::predicted);
  unit.claims = {.hits = 0, .gold = gold.size(), .predicted = predicted.size()};
  for (const auto [right, found] : met) {
    const auto positions = right_positions(gold[right], predicted[found]);
    for (const MatchedPair& pair : positions) {
      ++unit.positions.hits;
      for (const std::string_view stance : kStances)
        if (gold[right].positions[pair.gold].stance == stance) ++unit.by_stance[stance].hits;
    }
    if (positions.empty()) continue;
    ++unit.claims.hits;
    ++unit.standings.gold;
    if (gold[right].standing == predicted[found].standing) ++unit.standings.hits;
  }
  return unit;
}

std::vector<StancedClaim> with_positions_once(std::vector<StancedClaim> claims) {
  for (StancedClaim& claim : claims) claim.positions = each_once(claim.positions);
  return claims;
}

}  // namespace

Result<std::vector<ClaimReport>> read_claim_reports(std::string_view text, std::string_view origin) {
  std::vector<ClaimReport> reports;
  const auto error = for_each_object(text, origin, [&](const nlohmann::json& object) -> std::optional<Error> {
    ClaimReport report{.id = object.at("id").get<std::string>(),
                       .published = object.at("published").get<std::string>(),
                       .text = object.at("text").get<std::string>(),
                       .claims = {}};
    for (const nlohmann::json& claim : object.at("claims")) report.claims.push_back(claim_in(claim));
    reports.push_back(std::move(report));
    return std::nullopt;
  });
  if (error) return *error;
  return reports;
}

ClaimScores score_claims(const std::vector<ClaimReport>& gold, const std::vector<ClaimReport>& predicted) {
  std::map<std::string, const ClaimReport*> by_id;
  for (const ClaimReport& report : predicted) by_id[report.id] = &report;
  std::vector<ClaimUnit> units;
  for (const ClaimReport& report : gold) {
    const auto found = by_id.find(report.id);
    units.push_back(
        compare(report.claims, found == by_id.end() ? std::vector<StancedClaim>{} : with_positions_once(found->second->claims)));
  }
  const auto of = [&](auto measure) {
    std::vector<Counts> counts;
    for (ClaimUnit& unit : units) counts.push_back(measure(unit));
    return counts;
  };
  ClaimScores scores;
  scores.positions.push_back(counted_f1_score("positions", of([](ClaimUnit& unit) { return unit.positions; })));
  for (const std::string_view stance : kStances)
    scores.positions.push_back(counted_f1_score(std::string(stance), of([&](ClaimUnit& unit) { return unit.by_stance[stance]; })));
  scores.positions.push_back(counted_f1_score("claims", of([](ClaimUnit& unit) { return unit.claims; })));
  scores.standings.push_back(counted_share_score("standing", of([](ClaimUnit& unit) { return unit.standings; })));
  return scores;
}

}  // namespace casus
