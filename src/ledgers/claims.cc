// Stances in the order of the text: each joins the claim that it has most ground to be on, or opens one.
#include "ledgers/claims.h"

#include <algorithm>
#include <set>

#include "ledgers/claim_links.h"

namespace casus {
namespace {

constexpr std::string_view kTells = "tells";

struct ReadClaim {
  OpenClaim open;
  std::vector<std::string_view> why;  // one a stance
};

bool is_against(const TakenStance& taken) { return taken.stance == "denies" || taken.stance == "doubts"; }

bool is_silent(const TakenStance& taken) { return taken.stance == "declines" || taken.stance == "no-knowledge"; }

// Whoever confirms or will not speak must be known.
bool is_told(const TakenStance& taken) { return !taken.stance.empty() && !(taken.speakers.empty() && (is_silent(taken) || taken.agrees)); }

template <class Item>
void merge(std::vector<Item>& into, const std::vector<Item>& more) {
  for (const Item& item : more)
    if (std::find(into.begin(), into.end(), item) == into.end()) into.push_back(item);
}

void merge(Matter& into, const Matter& more) {
  merge(into.events, more.events);
  merge(into.lemmas, more.lemmas);
  merge(into.names, more.names);
  into.doers.insert(more.doers.begin(), more.doers.end());
  into.named.insert(more.named.begin(), more.named.end());
}

class ClaimReader {
 public:
  explicit ClaimReader(const ClaimInput& input) : in_(input) {}

  std::vector<Claim> read() {
    for (const TakenStance& taken : find_taken_stances(in_)) take(taken);
    std::vector<Claim> claims;
    for (const ReadClaim& read : claims_)
      if (is_kept(read)) claims.push_back(written(read));
    return claims;
  }

 private:
  void take(TakenStance taken) {
    ReadClaim* best = nullptr;
    std::optional<ClaimLink> link;
    for (ReadClaim& claim : claims_) {
      auto found = link_to(claim.open, taken, in_);
      if (!found || (link && found->weight < link->weight)) continue;
      link = std::move(found);
      best = &claim;
    }
    if (!best && taken.accuses && taken.matter.is_only_actors) best = told_before(taken, link);
    if (best && is_own_telling(*best, taken)) return;
    if (!best && goes_on(taken)) return;
    if (best) {
      taken.stance = link->stance;
      join(*best, std::move(taken), link->why);
    } else if (taken.opens != ClaimOpening::never && !taken.matter.tokens.empty() && (!taken.matter.lemmas.empty() || taken.accuses)) {
      open(std::move(taken));
    } else if (taken.matter.refers && (is_against(taken) || taken.agrees)) {
      open_before(std::move(taken));
    }
  }

  // A cue inside another of the same speaker: "repeated its claim that".
  static bool is_own_telling(const ReadClaim& claim, const TakenStance& taken) {
    const TakenStance& first = claim.open.taken.front();
    return first.sentence == taken.sentence && first.speakers == taken.speakers && first.stance == "asserts" && taken.stance == "asserts";
  }

  // Whoever has just denied or doubted and tells no deed gives his reasons.
  bool goes_on(const TakenStance& taken) {
    if (!taken.is_by_pronoun || taken.stance != "asserts" || taken.accuses || taken.agrees || !taken.matter.events.empty()) return false;
    const auto answered = std::find_if(claims_.rbegin(), claims_.rend(), [&](const ReadClaim& claim) {
      const TakenStance& last = claim.open.taken.back();
      return is_against(last) && !last.speakers.empty() && last.speakers == taken.speakers && taken.sentence <= last.sentence + 1;
    });
    if (answered == claims_.rend()) return false;
    answered->open.last_sentence = taken.sentence;
    return true;
  }

  // What is referred to and was read as nobody's telling is the sentence before.
  void open_before(TakenStance taken) {
    if (taken.sentence == 0) return;
    const TokenRange before = in_.tokens.sentences[taken.sentence - 1];
    open({.opens = ClaimOpening::answered,
          .at = before.first,
          .sentence = taken.sentence - 1,
          .matter = find_matter(in_, {before}),
          .spans = {in_.tokens.span(before)}});
    join(claims_.back(), std::move(taken), "refers");
  }

  // Blame without a deed is for what the report has just told.
  ReadClaim* told_before(const TakenStance& taken, std::optional<ClaimLink>& link) {
    for (auto claim = claims_.rbegin(); claim != claims_.rend(); ++claim) {
      const bool told = claim->open.taken.front().stance.empty();
      if (!told || taken.sentence > claim->open.last_sentence + 1) continue;
      link = ClaimLink{.why = "refers", .stance = taken.stance, .weight = 1};
      return &*claim;
    }
    return nullptr;
  }

  void join(ReadClaim& claim, TakenStance taken, std::string_view why) {
    OpenClaim& open = claim.open;
    open.last_sentence = std::max(open.last_sentence, taken.sentence);
    if (taken.stance == "asserts" || taken.stance == "implies")
      open.matter.doers.insert(taken.matter.doers.begin(), taken.matter.doers.end());
    if (why == "same-event" || why == "same-words") merge(open.matter, taken.matter);
    open.taken.push_back(std::move(taken));
    claim.why.push_back(why);
  }

  void open(TakenStance taken) {
    OpenClaim open{.taken = {}, .matter = taken.matter, .first_sentence = taken.sentence, .last_sentence = taken.sentence};
    open.taken.push_back(std::move(taken));
    claims_.push_back({std::move(open), {kTells}});
  }

  // An accusation, a denial; else what others than who tells it deny, doubt, confirm, or will not speak of.
  static bool is_kept(const ReadClaim& claim) {
    const auto& taken = claim.open.taken;
    if (std::any_of(taken.begin(), taken.end(), [](const TakenStance& one) { return one.opens == ClaimOpening::always; })) return true;
    if (taken.front().stance == "implies" && !taken.front().matter.events.empty()) return true;
    const bool is_asked = taken.front().asks;
    return std::any_of(taken.begin() + 1, taken.end(), [&](const TakenStance& one) {
      return is_told(one) && !(is_asked && is_silent(one)) && one.speakers != taken.front().speakers &&
             (one.agrees || (one.stance != "asserts" && one.stance != "implies"));
    });
  }

  Claim written(const ReadClaim& read) const {
    const auto& taken = read.open.taken;
    Claim claim{
        .proposition = proposition(taken.front().matter, read.open.matter), .positions = {}, .standing = standing(taken), .spans = {}};
    claim.spans = claim.proposition.spans;
    for (std::size_t i = 0; i < taken.size(); ++i)
      if (is_told(taken[i])) add_positions(claim, taken, i, read.why[i]);
    std::sort(claim.spans.begin(), claim.spans.end());
    claim.spans.erase(std::unique(claim.spans.begin(), claim.spans.end()), claim.spans.end());
    return claim;
  }

  Proposition proposition(const Matter& first, const Matter& all) const {
    Spans spans;
    for (const TokenRange& range : without_mark(first.tokens)) spans.push_back(in_.tokens.span(range));
    const auto event = all.events.empty() ? std::nullopt : std::optional(all.events.front());
    return {.text = words(in_.document, spans).text, .event = event, .spans = spans};
  }

  // "that it had shelled the town" is the proposition "it had shelled the town".
  std::vector<TokenRange> without_mark(std::vector<TokenRange> ranges) const {
    if (!ranges.empty() && ranges.front().size() > 1 && in_.parse.words[ranges.front().first].relation == "mark") ++ranges.front().first;
    return ranges;
  }

  void add_positions(Claim& claim, const std::vector<TakenStance>& all, std::size_t index, std::string_view why) const {
    const TakenStance& taken = all[index];
    if (is_said_twice(all, index)) return;
    Position position{
        .actor = {}, .stance = taken.stance, .statement = taken.statement, .date = {}, .why = std::string(why), .spans = taken.spans};
    if (taken.statement) position.date = in_.statements.statements[taken.statement->index].date;
    if (taken.speakers.empty()) claim.positions.push_back(position);
    for (const ActorId speaker : taken.speakers) {
      position.actor = speaker;
      claim.positions.push_back(position);
    }
    claim.spans.insert(claim.spans.end(), taken.spans.begin(), taken.spans.end());
  }

  // In one sentence, by the same speakers with the same stance.
  static bool is_said_twice(const std::vector<TakenStance>& all, std::size_t index) {
    return std::any_of(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(index), [&](const TakenStance& earlier) {
      return earlier.sentence == all[index].sentence && earlier.speakers == all[index].speakers && earlier.stance == all[index].stance;
    });
  }

  // What is denied, doubted or left open has been told by somebody, if not in this report.
  static std::string standing(const std::vector<TakenStance>& taken) {
    if (std::any_of(taken.begin(), taken.end(), is_against)) return "contested";
    const bool is_open = std::any_of(taken.begin(), taken.end(), [](const TakenStance& one) {
      return is_told(one) && (one.stance == "declines" || one.stance == "no-knowledge");
    });
    return is_open ? "unconfirmed" : "uncontested";
  }

  const ClaimInput& in_;
  std::vector<ReadClaim> claims_;
};

}  // namespace

Claims find_claims(const ClaimInput& input) {
  Claims found{ClaimReader(input).read()};
  std::stable_sort(found.claims.begin(), found.claims.end(), [](const Claim& a, const Claim& b) { return a.spans < b.spans; });
  return found;
}

}  // namespace casus
