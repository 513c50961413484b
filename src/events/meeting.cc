#include "events/meeting.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

namespace casus {
namespace {

constexpr float kProposes = 0.75F;    // from this probability of an event on, and
constexpr float kOfOneType = 0.5F;     // this of its type, a word that no frame knows is one
constexpr float kContradicts = 0.02F;  // below this a frame that names its word alone is no event

class Meeting {
 public:
  Meeting(const EventProposals& proposals, const Grammar& grammar, const Actors& actors, const Statements& statements,
          const Lexicon& lexicon, std::vector<Attempt>* attempts)
      : proposals_(proposals), grammar_(grammar), actors_(actors), statements_(statements), lexicon_(lexicon), attempts_(attempts) {}

  Matches meet(const Matches& matches) const {
    std::vector<std::pair<Match, std::optional<std::size_t>>> all;  // with their places before
    for (std::size_t i = 0; i < matches.frames.size(); ++i)
      if (Match match = with_opinion(matches.frames[i]); is_outweighed(match)) tell_outweighed(match);
      else all.emplace_back(std::move(match), i);
    for (const EventProposal& proposal : proposals_.proposals)
      if (is_free(proposal, matches) && !is_outdone(proposal))
        if (auto match = proposed(proposal)) all.emplace_back(std::move(*match), std::nullopt);
    std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.first.token < b.first.token; });
    Matches met{.frames = {}, .parts = {}, .operators = matches.operators, .refused = matches.refused};
    std::map<std::size_t, std::size_t> places;
    for (auto& [match, before] : all) {
      if (before) places[*before] = met.frames.size();
      met.frames.push_back(std::move(match));
    }
    for (const Part& part : matches.parts)
      if (const auto whole = places.find(part.whole); whole != places.end())
        met.parts.push_back({.match = part.match, .whole = whole->second});
    return met;
  }

 private:
  // At the word of the predicate, or at the verb that carries it.
  Match with_opinion(Match match) const {
    const auto take = [&](std::size_t token) {
      if (const EventProposal* proposal = proposals_.at(token))
        match.probability = std::max(match.probability.value_or(0), proposals_.probability(*proposal, match.frame->type));
    };
    for (const std::size_t token : match.hosts) take(token);
    take(match.clause);
    return match;
  }

  static bool is_outweighed(const Match& match) {
    return match.probability && *match.probability < kContradicts && demand(*match.frame) == 0 && !match.frame->bare;
  }

  void tell_outweighed(const Match& match) const {
    if (!attempts_) return;
    for (Attempt& attempt : *attempts_)
      if (attempt.frame == match.frame && attempt.token == match.token) attempt.outcome = Outcome::outweighed;
  }

  static bool is_wanted(const EventProposal& proposal) {
    return proposal.event >= kProposes && proposal.types[proposal.best()] >= kOfOneType;
  }

  // No predicate of a frame has the word, or is carried by it.
  bool is_free(const EventProposal& proposal, const Matches& matches) const {
    if (!is_wanted(proposal) || std::binary_search(matches.refused.begin(), matches.refused.end(), proposal.token)) return false;
    const std::size_t clause = grammar_.is_verb(proposal.token) ? proposal.token : grammar_.clause_of(proposal.token);
    return std::none_of(matches.frames.begin(), matches.frames.end(), [&](const Match& match) {
      return match.clause == proposal.token || match.clause == clause ||
             std::binary_search(match.hosts.begin(), match.hosts.end(), proposal.token);
    });
  }

  // Of a word and the one that it hangs on, both of one type, the likelier tells it: "launched an attack".
  bool is_outdone(const EventProposal& proposal) const {
    const auto outdoes = [&](std::size_t token) {
      const EventProposal* other = proposals_.at(token);
      return other && is_wanted(*other) && other->best() == proposal.best() && other->event > proposal.event;
    };
    const Tree& tree = grammar_.tree();
    const std::size_t head = tree.word(proposal.token).head;
    const auto& children = tree.children(proposal.token);
    return (head != kRoot && outdoes(head)) || std::any_of(children.begin(), children.end(), outdoes);
  }

  std::optional<Match> proposed(const EventProposal& proposal) const {
    const Frame* frame = lexicon_.proposed(proposals_.types[proposal.best()], proposal.mode);
    if (!frame) return std::nullopt;
    Match match = match_at(proposal.token, *frame, grammar_, actors_, statements_, lexicon_);
    match.probability = proposals_.probability(proposal, frame->type);
    if (attempts_) attempts_->push_back({.frame = frame, .token = proposal.token, .outcome = Outcome::chosen});
    return match;
  }

  const EventProposals& proposals_;
  const Grammar& grammar_;
  const Actors& actors_;
  const Statements& statements_;
  const Lexicon& lexicon_;
  std::vector<Attempt>* attempts_;
};

}  // namespace

Matches meet(const Matches& matches, const EventProposals& proposals, const Grammar& grammar, const Actors& actors,
             const Statements& statements, const Lexicon& lexicon, std::vector<Attempt>* attempts) {
  return proposals.proposals.empty() ? matches : Meeting(proposals, grammar, actors, statements, lexicon, attempts).meet(matches);
}

}  // namespace casus
