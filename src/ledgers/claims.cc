#include "ledgers/claims.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>

namespace casus {
namespace {

constexpr std::array<std::string_view, 4> kContentWords = {"NOUN", "PROPN", "VERB", "ADJ"};
constexpr double kSameWords = 0.5;           // share of the shorter proposition's words
constexpr std::size_t kNearbySentences = 3;  // how far back an answer without words of its own looks

struct OpenClaim {
  Claim claim;
  std::set<ActorId> accused;
  std::set<ActorId> about;  // named in the proposition
  std::set<std::string> lemmas;
  std::size_t last_sentence = 0;
};

class ClaimFinder {
 public:
  ClaimFinder(const Tokens& tokens, const Parse& parse, const Actors& actors, const Statements& statements, const Events& events,
              const LedgerRules& rules)
      : tokens_(tokens), tree_(tokens, parse), actors_(actors), statements_(statements), events_(events), rules_(rules) {}

  std::vector<Claim> find() {
    for (std::uint32_t i = 0; i < statements_.statements.size(); ++i)
      if (const StanceRule* rule = rules_.stance_of(statements_.statements[i].act.value_or(""))) take({i}, *rule);
    std::vector<Claim> claims;
    for (OpenClaim& open : open_) {
      open.claim.standing = standing(open.claim);
      claims.push_back(std::move(open.claim));
    }
    return claims;
  }

 private:
  const StatementTokens& places(StatementId id) const { return statements_.tokens[id.index]; }

  void take(StatementId id, const StanceRule& rule) {
    OpenClaim* claim = claim_for(id, rule);
    if (!claim && rule.opens && !places(id).content.empty()) claim = open(id);
    if (!claim) return;
    add_position(*claim, id, rule);
    claim->last_sentence = sentence_of(id);
  }

  std::size_t sentence_of(StatementId id) const {
    const StatementTokens& place = places(id);
    if (place.cue) return tokens_.sentence_of(place.cue->first);
    return place.content.empty() ? 0 : tokens_.sentence_of(place.content.front().first);
  }

  OpenClaim* claim_for(StatementId id, const StanceRule& rule) {
    const std::set<ActorId> pronouns = actors_in(id, MentionForm::pronoun);
    const std::set<std::string> lemmas = lemmas_of(id);
    for (auto open = open_.rbegin(); open != open_.rend(); ++open) {
      const bool answers = rule.stance != "asserts" && is_accused(*open, id);
      const bool refers = std::any_of(pronouns.begin(), pronouns.end(), [&](ActorId actor) { return open->about.contains(actor); });
      const bool near = !rule.opens && sentence_of(id) <= open->last_sentence + kNearbySentences;
      if (answers || refers || near || same_words(open->lemmas, lemmas)) return &*open;
    }
    return nullptr;
  }

  bool is_accused(const OpenClaim& open, StatementId id) const {
    const auto& speakers = statements_.statements[id.index].speakers;
    return std::any_of(speakers.begin(), speakers.end(), [&](ActorId speaker) {
      return std::any_of(open.accused.begin(), open.accused.end(), [&](ActorId accused) { return same_side(speaker, accused); });
    });
  }

  bool same_side(ActorId one, ActorId other) const {
    const Actor& a = actors_.actors[one.index];
    const Actor& b = actors_.actors[other.index];
    const auto speaks_for_state = [](const Actor& actor) { return actor.kind == ActorKind::state || actor.code == *actor.country + "GOV"; };
    return one == other || (a.country && a.country == b.country && speaks_for_state(a) && speaks_for_state(b));
  }

  static bool same_words(const std::set<std::string>& one, const std::set<std::string>& other) {
    const std::size_t fewer = std::min(one.size(), other.size());
    if (fewer < 2) return false;
    const auto common = std::count_if(one.begin(), one.end(), [&](const std::string& lemma) { return other.contains(lemma); });
    return static_cast<double>(common) >= kSameWords * static_cast<double>(fewer);
  }

  std::set<ActorId> actors_in(StatementId id, std::optional<MentionForm> form) const {
    std::set<ActorId> found;
    for (const ActorMention& mention : actors_.mentions)
      for (const TokenRange range : places(id).content)
        if (range.contains(mention.head) && (!form || mention.form == *form)) found.insert(mention.actors.begin(), mention.actors.end());
    return found;
  }

  std::set<std::string> lemmas_of(StatementId id) const {
    std::set<std::string> lemmas;
    for (const TokenRange range : places(id).content)
      for (std::size_t token = range.first; token < range.last; ++token)
        if (std::find(kContentWords.begin(), kContentWords.end(), tree_.word(token).upos) != kContentWords.end())
          lemmas.insert(tree_.word(token).lemma);
    return lemmas;
  }

  OpenClaim* open(StatementId id) {
    const Words& content = *statements_.statements[id.index].content;
    OpenClaim claim;
    claim.claim.proposition = {.text = content.text, .event = event_in(id), .spans = content.spans};
    claim.claim.spans = content.spans;
    claim.about = actors_in(id, std::nullopt);
    claim.accused = accused_by(id);
    claim.lemmas = lemmas_of(id);
    open_.push_back(std::move(claim));
    return &open_.back();
  }

  // The first event that the statement's content tells of.
  std::optional<EventId> event_in(StatementId id) const {
    for (std::uint32_t i = 0; i < events_.events.size(); ++i)
      if (events_.events[i].attribution == id) return EventId{i};
    return std::nullopt;
  }

  // Those to whom the accusation at the cue is addressed.
  std::set<ActorId> accused_by(StatementId id) const {
    if (!places(id).cue) return {};
    const Span cue = tokens_.span(*places(id).cue);
    for (const Event& event : events_.events)
      if (rules_.is_accusation(event.type) &&
          std::any_of(event.trigger.spans.begin(), event.trigger.spans.end(), [&](const Span& span) { return span.overlaps(cue); }))
        return {event.recipients.begin(), event.recipients.end()};
    return {};
  }

  void add_position(OpenClaim& open, StatementId id, const StanceRule& rule) {
    const Statement& statement = statements_.statements[id.index];
    const std::string stance = rule.stance == "asserts" && is_hinted(id) ? "implies" : rule.stance;
    Position position{.actor = {}, .stance = stance, .statement = id, .date = statement.date, .spans = statement.spans};
    if (statement.speakers.empty()) open.claim.positions.push_back(position);
    for (const ActorId speaker : statement.speakers) {
      position.actor = speaker;
      open.claim.positions.push_back(position);
    }
    open.claim.spans.insert(open.claim.spans.end(), statement.spans.begin(), statement.spans.end());
    std::sort(open.claim.spans.begin(), open.claim.spans.end());
    open.claim.spans.erase(std::unique(open.claim.spans.begin(), open.claim.spans.end()), open.claim.spans.end());
  }

  bool is_hinted(StatementId id) const {
    if (!places(id).cue) return false;
    for (std::size_t token = places(id).cue->first; token < places(id).cue->last; ++token) {
      if (rules_.is_hint(tree_.word(token).lemma)) return true;
      for (const std::size_t child : tree_.children(token))
        if (rules_.is_hint(tree_.word(child).lemma)) return true;
    }
    return false;
  }

  static std::string standing(const Claim& claim) {
    const auto takes = [&](std::string_view one, std::string_view other) {
      return std::any_of(claim.positions.begin(), claim.positions.end(),
                         [&](const Position& position) { return position.stance == one || position.stance == other; });
    };
    if (takes("asserts", "implies") && takes("denies", "doubts")) return "contested";
    if (takes("asserts", "implies") && takes("declines", "no-knowledge")) return "unconfirmed";
    return "uncontested";
  }

  const Tokens& tokens_;
  const Tree tree_;
  const Actors& actors_;
  const Statements& statements_;
  const Events& events_;
  const LedgerRules& rules_;
  std::vector<OpenClaim> open_;
};

}  // namespace

Claims find_claims(const Tokens& tokens, const Parse& parse, const Actors& actors, const Statements& statements, const Events& events,
                   const LedgerRules& rules) {
  Claims found{ClaimFinder(tokens, parse, actors, statements, events, rules).find()};
  std::stable_sort(found.claims.begin(), found.claims.end(), [](const Claim& a, const Claim& b) { return a.spans < b.spans; });
  return found;
}

}  // namespace casus
