// Each candidate of a name has a score, the sum of
//   what is known     log10 of its people
//   words beside it   the candidate lies in the place or state named beside it: kBeside
//   states            up to kStates, the more words tell of the candidate's state, and the nearer they stand
//   other places      up to kNear for the nearest, by distance; kDivision where one is its division, or of the same division
// The last needs the other names resolved: a few rounds are read, each with what the one before found.
#include "places/resolution.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "knowledge/words.h"

namespace casus {
namespace {

constexpr int kRounds = 4;
// In powers of ten of people: a town of a thousand in the state named beside it wins over a metropolis elsewhere.
constexpr double kBeside = 5;
constexpr double kStates = 2.5;
constexpr double kNear = 1.2;
constexpr double kDivision = 0.9;
constexpr double kNearby = 120;  // km after which nearness has lost two thirds of its weight
// How much an actor's state counts beside one that is named.
constexpr double kOfActor = 0.5;
// How much less a word counts for each sentence that it stands away.
constexpr double kFading = 0.3;

constexpr double kUnknownPeople = 3;  // a village
// Regions and waters have no count of people, and are meant more often than a town of their name.
constexpr double kRegion = 5.7;
constexpr double kState = 7;  // of whose people nothing is known; else one more than they make
// Without a word on its state a place must be so populous, and so much more than those of its name in other states.
constexpr double kKnownEverywhere = 5;
constexpr double kFarMore = 0.6;

// Another spelling that is also the name of a place in the same state means that one.
constexpr double kBySpelling = 1.5;
// What a report must tell for a name that only the gazetteer takes for a place's.
constexpr double kCertain = 1.5;
// Places whose own meaning is still open count so much.
constexpr double kOpen = 0.3;
// Of a name only so many candidates, and only names within so many sentences of each other, are compared while all is open.
constexpr std::size_t kMostOpen = 32;
constexpr std::size_t kFarthestOpen = 1;

double prior(const PlaceCandidate& candidate) {
  if (candidate.state) return candidate.place && candidate.place->population > 0 ? 1 + std::log10(candidate.place->population) : kState;
  if (!candidate.place) return kRegion;
  if (candidate.place->population > 0) return std::log10(candidate.place->population);
  return is_populated(*candidate.place) || is_division(*candidate.place) ? kUnknownPeople : kRegion;
}

class Resolution {
 public:
  Resolution(const NamedText& text, const PlaceNames& names, const std::vector<CountryHint>& hints)
      : text_(text), names_(names.names), states_(names.states), meant_(names_.size()) {
    for (const PlaceName& name : names_) {
      candidates_.push_back(candidates_of(name, text.knowledge, text.rules, text.date));
      sentence_.push_back(text.tokens.sentence_of(name.head));
      priors_.push_back(priors_of(name, candidates_.back()));
    }
    for (const StateWord& state : states_) told_.push_back({state.country, text.tokens.sentence_of(state.range.first), 1, state.key});
    for (const CountryHint& hint : hints) told_.push_back({hint.country, text.tokens.sentence_of(hint.token), kOfActor, {}});
    find_neighbours();
  }

  std::vector<std::optional<PlaceCandidate>> resolve() {
    for (int round = 0; round < kRounds; ++round) {
      std::vector<std::optional<PlaceCandidate>> next(names_.size());
      for (const auto& group : groups()) resolve_group(group, next);
      if (next == meant_) break;
      meant_ = std::move(next);
    }
    return std::move(meant_);
  }

 private:
  // Less for a spelling that is the name of another place in the same state.
  std::vector<double> priors_of(const PlaceName& name, const std::vector<PlaceCandidate>& candidates) const {
    std::vector<double> priors;
    for (const PlaceCandidate& candidate : candidates) priors.push_back(prior(candidate));
    if (candidates.size() < 2) return priors;
    const std::string sound = text_.knowledge.sound(name.key);
    std::vector<bool> bears;
    for (const PlaceCandidate& candidate : candidates)
      bears.push_back(candidate.place && !candidate.state && text_.knowledge.sound(candidate.place->name) == sound);
    for (std::size_t c = 0; c < candidates.size(); ++c) {
      if (bears[c] || candidates[c].state) continue;
      for (std::size_t other = 0; other < candidates.size(); ++other)
        if (bears[other] && candidates[other].country == candidates[c].country) {
          priors[c] -= kBySpelling;
          break;
        }
    }
    return priors;
  }

  struct Told {
    std::string_view country;
    std::size_t sentence = 0;
    double weight = 1;
    std::string key;
  };

  // Names of the same words and the same kind of noun.
  std::vector<std::vector<std::size_t>> groups() const {
    std::map<std::pair<std::string, const PlaceNoun*>, std::vector<std::size_t>> by_name;
    for (std::size_t n = 0; n < names_.size(); ++n) by_name[{names_[n].key, names_[n].noun}].push_back(n);
    std::vector<std::vector<std::size_t>> all;
    for (auto& [key, group] : by_name) all.push_back(std::move(group));
    return all;
  }

  // Words that stand beside a name with nothing but words like "in the northern province of" between.
  bool is_beside(TokenRange a, TokenRange b) const {
    constexpr std::size_t kFarthest = 8;  // tokens
    const TokenRange gap = a.first < b.first ? TokenRange{a.last, b.first} : TokenRange{b.last, a.first};
    if (gap.first > gap.last || gap.size() > kFarthest) return false;
    for (std::size_t i = gap.first; i < gap.last; ++i) {
      const Word& word = text_.tree.word(i);
      const bool joins = word.upos == "ADP" || word.upos == "DET" || word.upos == "ADJ" || word.upos == "PART" || word.upos == "PUNCT";
      if (!joins && !text_.rules.noun(word.lemma) && !is_state_word(i)) return false;
    }
    return true;
  }

  bool is_state_word(std::size_t token) const {
    return std::any_of(states_.begin(), states_.end(), [&](const StateWord& state) { return state.range.contains(token); });
  }

  void find_neighbours() {
    names_beside_.resize(names_.size());
    states_beside_.resize(names_.size());
    for (std::size_t n = 0; n < names_.size(); ++n) {
      for (std::size_t other = n + 1; other < names_.size() && sentence_[other] == sentence_[n]; ++other)
        if (is_beside(names_[n].range, names_[other].range)) {
          names_beside_[n].push_back(other);
          names_beside_[other].push_back(n);
        }
      for (const StateWord& state : states_)
        if (state.range != names_[n].range && text_.tokens.sentence_of(state.range.first) == sentence_[n] &&
            is_beside(names_[n].range, state.range))
          states_beside_[n].push_back(state.country);
    }
  }

  bool is_told_beside(std::size_t n, const PlaceCandidate& candidate) const {
    if (candidate.state) return false;
    for (const std::string_view country : states_beside_[n])
      if (candidate.country == country) return true;
    for (const std::size_t other : names_beside_[n])
      for (const PlaceCandidate& outer : candidates_[other])
        if (lies_in(candidate, outer) || (!is_same_name(n, other) && lies_in(outer, candidate))) return true;
    return false;
  }

  bool is_same_name(std::size_t a, std::size_t b) const { return names_[a].key == names_[b].key; }

  static double nearness(std::size_t a, std::size_t b) { return 1 / (1 + kFading * static_cast<double>(a > b ? a - b : b - a)); }

  double by_states(std::size_t n, const PlaceCandidate& candidate) const {
    double told = 0;
    for (const Told& state : told_)
      if (state.country == candidate.country && state.key != names_[n].key) told += state.weight * nearness(state.sentence, sentence_[n]);
    for (std::size_t other = 0; other < names_.size(); ++other)
      if (meant_[other] && !meant_[other]->state && meant_[other]->country == candidate.country && !is_same_name(n, other))
        told += nearness(sentence_[other], sentence_[n]);
    return kStates * (1 - std::exp(-1.2 * told));
  }

  double by_places(std::size_t n, const PlaceCandidate& candidate) const {
    if (!candidate.place || candidate.state) return 0;
    double near = 0;
    double division = 0;
    const auto compare = [&](const PlaceCandidate& other, double weight) {
      if (!other.place || other.state) return;
      near = std::max(near, weight * std::exp(-distance_between(*candidate.place, *other.place) / kNearby));
      const bool same =
          !other.place->admin1.empty() && candidate.place->admin1 == other.place->admin1 && other.country == candidate.country;
      if (same || lies_in(candidate, other) || lies_in(other, candidate)) division = std::max(division, weight);
    };
    for (std::size_t other = 0; other < names_.size(); ++other) {
      if (is_same_name(n, other)) continue;
      const double weight = nearness(sentence_[other], sentence_[n]);
      if (meant_[other]) compare(*meant_[other], weight);
      else if (is_open_beside(n, other))
        for (const PlaceCandidate& open : candidates_[other]) compare(open, kOpen * weight);
    }
    return kNear * near + kDivision * division;
  }

  bool is_open_beside(std::size_t n, std::size_t other) const {
    const std::size_t a = sentence_[n], b = sentence_[other];
    return candidates_[other].size() <= kMostOpen && (a > b ? a - b : b - a) <= kFarthestOpen;
  }

  struct Scores {
    std::vector<double> all;      // by candidate
    std::vector<double> context;  // what the report tells for it
    bool beside = false;          // words beside the name tell one
  };

  Scores scores_of(std::size_t n) const {
    Scores scores;
    for (std::size_t c = 0; c < candidates_[n].size(); ++c) {
      const PlaceCandidate& candidate = candidates_[n][c];
      const bool beside = is_told_beside(n, candidate);
      scores.beside = scores.beside || beside;
      scores.context.push_back((beside ? kBeside : 0) + by_states(n, candidate) + by_places(n, candidate));
      scores.all.push_back(priors_[n][c] + scores.context.back());
    }
    return scores;
  }

  void resolve_group(const std::vector<std::size_t>& group, std::vector<std::optional<PlaceCandidate>>& next) const {
    const std::size_t first = group.front();
    if (candidates_[first].empty()) return;
    std::vector<Scores> scores;
    for (const std::size_t n : group) scores.push_back(scores_of(n));
    std::optional<PlaceCandidate> last;
    for (std::size_t g = 0; g < group.size(); ++g)
      if (scores[g].beside) {
        next[group[g]] = best(group[g], scores[g]);
        if (!last) last = next[group[g]];
      }
    Scores joint = scores.front();
    for (const Scores& other : scores)
      for (std::size_t c = 0; c < joint.all.size(); ++c) {
        joint.all[c] = std::max(joint.all[c], other.all[c]);
        joint.context[c] = std::max(joint.context[c], other.context[c]);
      }
    for (std::size_t g = 0; g < group.size(); ++g) {
      if (scores[g].beside) last = next[group[g]];
      else next[group[g]] = last ? last : best(first, joint);
    }
  }

  std::optional<PlaceCandidate> best(std::size_t n, const Scores& scores) const {
    const auto top = static_cast<std::size_t>(std::max_element(scores.all.begin(), scores.all.end()) - scores.all.begin());
    const PlaceCandidate& meant = candidates_[n][top];
    constexpr double kSomething = 0.3;
    if (names_[n].doubtful) return scores.context[top] >= kCertain ? std::optional(meant) : std::nullopt;
    const bool in_one_state = std::all_of(candidates_[n].begin(), candidates_[n].end(),
                                          [&](const PlaceCandidate& other) { return other.country == meant.country; });
    if (in_one_state || scores.context[top] >= kSomething || meant.state) return meant;
    if (scores.all[top] < kKnownEverywhere) return std::nullopt;
    for (std::size_t c = 0; c < scores.all.size(); ++c)
      if (candidates_[n][c].country != meant.country && scores.all[c] + kFarMore > scores.all[top]) return std::nullopt;
    return meant;
  }

  const NamedText& text_;
  const std::vector<PlaceName>& names_;
  const std::vector<StateWord>& states_;
  std::vector<std::vector<PlaceCandidate>> candidates_;  // by name, as all below
  std::vector<std::vector<double>> priors_;
  std::vector<std::size_t> sentence_;
  std::vector<std::vector<std::size_t>> names_beside_;
  std::vector<std::vector<std::string_view>> states_beside_;
  std::vector<Told> told_;
  std::vector<std::optional<PlaceCandidate>> meant_;
};

}  // namespace

std::vector<std::optional<PlaceCandidate>> resolve_places(const NamedText& text, const PlaceNames& names,
                                                          const std::vector<CountryHint>& hints) {
  return Resolution(text, names, hints).resolve();
}

}  // namespace casus
