// For every word the rows of its lemma, a codebook's before the built-in ones, those of what is no event before those of events, from the
// one that asks for most to the one that asks for least; the first that fits is taken. A noun that is part of a larger predicate ("held
// talks") is no predicate of its own.
#include "events/matching.h"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace casus {
namespace {

class Matcher {
 public:
  Matcher(const Grammar& grammar, const Actors& actors, const Statements& statements, const Lexicon& lexicon,
          std::vector<Attempt>* attempts)
      : grammar_(grammar), tree_(grammar.tree()), actors_(actors), statements_(statements), lexicon_(lexicon), attempts_(attempts) {}

  std::optional<Match> frame_at(std::size_t token) const {
    std::vector<const Frame*> candidates;
    const Word& word = tree_.word(token);
    for (const std::uint32_t index : lexicon_.frames_at(word.lemma)) candidates.push_back(&lexicon_.frames()[index]);
    if (is_attribute(token)) {
      for (const Frame* frame : candidates) note({.frame = frame, .token = token, .outcome = Outcome::attribute});
      return std::nullopt;
    }
    std::stable_sort(candidates.begin(), candidates.end(), [](const Frame* a, const Frame* b) { return goes_before(*a, *b); });
    return first_that_fits(candidates, token);
  }

  // Rows of every verb stand beside the verb's own ("must withdraw").
  std::optional<Match> frame_of_any_at(std::size_t token) const {
    if (tree_.word(token).upos != "VERB") return std::nullopt;
    std::vector<const Frame*> candidates;
    for (const std::uint32_t index : lexicon_.frames_of_any()) candidates.push_back(&lexicon_.frames()[index]);
    return first_that_fits(candidates, token);
  }

  // Those that name most words first.
  std::vector<OperatorMatch> operators_at(std::size_t token) const {
    std::vector<OperatorMatch> found;
    for (const std::uint32_t index : lexicon_.operators_at(tree_.word(token).lemma)) {
      const Operator& entry = lexicon_.operators()[index];
      TokenList hosts = {token};
      if (is_predicate(entry.predicates, token) && has_children(entry.children, token, hosts, nullptr))
        found.push_back({.entry = &entry, .token = token, .hosts = hosts});
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const OperatorMatch& a, const OperatorMatch& b) { return a.entry->children.size() > b.entry->children.size(); });
    return found;
  }

  Match with_roles(const Frame& frame, std::size_t token) const {
    Match match = begin(frame, token);
    fill_roles(match);
    return match;
  }

 private:
  Match begin(const Frame& frame, std::size_t token) const {
    return {.frame = &frame, .token = token, .clause = grammar_.is_verb(token) ? token : grammar_.clause_of(token), .hosts = {token}};
  }

  void note(const Attempt& attempt) const {
    if (attempts_) attempts_->push_back(attempt);
  }

  // The first that fits and has the parties that its type needs; else the first that fits, which may find them in what stands around it.
  // Those after it are tried only for who wants to know what became of them.
  std::optional<Match> first_that_fits(const std::vector<const Frame*>& candidates, std::size_t token) const {
    std::vector<Match> fitting;
    std::size_t chosen = 0;
    bool complete = false;
    std::vector<std::pair<Attempt, std::optional<std::size_t>>> tried;
    for (const Frame* frame : candidates) {
      if (complete && !attempts_) break;
      Attempt attempt{.frame = frame, .token = token, .outcome = Outcome::outranked};
      auto match = fit(*frame, token, attempts_ ? &attempt : nullptr);
      if (match && !complete && has_parties(*frame, *match)) {
        complete = true;
        chosen = fitting.size();
      }
      if (attempts_) tried.emplace_back(std::move(attempt), match ? std::optional(fitting.size()) : std::nullopt);
      if (match) fitting.push_back(std::move(*match));
    }
    for (auto& [attempt, index] : tried) {
      if (index == chosen) attempt.outcome = Outcome::chosen;
      else if (index && *index < chosen) attempt.outcome = Outcome::missing_party;
      note(attempt);
    }
    if (fitting.empty()) return std::nullopt;
    return std::move(fitting[chosen]);
  }

  // "jailed activists" says who they are, not what happened.
  bool is_attribute(std::size_t token) const { return tree_.word(token).relation == "amod" && grammar_.is_verb(token); }

  bool is_predicate(const std::vector<Predicate>& predicates, std::size_t token) const {
    const Word& word = tree_.word(token);
    return std::any_of(predicates.begin(), predicates.end(), [&](const Predicate& predicate) {
      return (predicate.lemma == word.lemma || predicate.lemma == "*") && predicate.upos == word.upos;
    });
  }

  // "agreed to leave", "accused of leaving": an event of its own.
  bool is_clause(const Slot& slot, std::size_t token) const {
    return slot.function == Function::complement || (slot.function == Function::preposition && grammar_.is_verb(token));
  }

  // Adds the words found to `hosts` where they make one predicate with the token.
  bool has_children(const std::vector<Child>& children, std::size_t token, TokenList& hosts, Attempt* attempt) const {
    for (const Child& child : children) {
      const TokenList candidates = dependents(token, hosts, child.slot);
      const auto fitting =
          std::find_if(candidates.begin(), candidates.end(), [&](std::size_t candidate) { return fits(candidate, child.words); });
      const bool found = fitting != candidates.end();
      if (attempt && found) attempt->filled.emplace_back(&child, *fitting);
      if (found != child.wanted) {
        if (attempt) tell(*attempt, child, candidates);
        return false;
      }
      if (found && !child.words.everything && !is_clause(child.slot, *fitting)) hosts.push_back(*fitting);
    }
    std::sort(hosts.begin(), hosts.end());
    return true;
  }

  bool fits(std::size_t token, const WordTest& words) const {
    return grammar_.fits(token, words) || (words.somebody && means_somebody(token));
  }

  bool means_somebody(std::size_t token) const {
    const ActorMention* mention = actors_.headed_by(token);
    return mention && std::any_of(mention->actors.begin(), mention->actors.end(), [&](ActorId id) {
             const ActorKind kind = actors_.actors[id.index].kind;
             return kind == ActorKind::person || kind == ActorKind::group || kind == ActorKind::people || kind == ActorKind::role;
           });
  }

  // What a passive keeps is its object too ("held hostage"); a phrase may stand at the light verb ("had dinner with").
  TokenList dependents(std::size_t token, const TokenList& hosts, const Slot& slot) const {
    if (slot.function == Function::object && grammar_.is_passive(token)) {
      TokenList found = grammar_.fill(token, hosts, slot);
      const TokenList kept = tree_.children(token, "obj");
      found.insert(found.end(), kept.begin(), kept.end());
      return found;
    }
    TokenList all = hosts;
    if (slot.function == Function::preposition && !grammar_.is_verb(token)) all.push_back(grammar_.clause_of(token));
    return grammar_.fill(token, all, slot);
  }

  static void tell(Attempt& attempt, const Child& child, const TokenList& candidates) {
    attempt.outcome = child.wanted ? Outcome::missing_dependent : Outcome::unwanted_dependent;
    attempt.child = &child;
    attempt.found = child.wanted ? candidates : TokenList{attempt.filled.back().second};
  }

  // `attempt`, where there is one, is told what was found and what was not.
  std::optional<Match> fit(const Frame& frame, std::size_t token, Attempt* attempt) const {
    if (!is_predicate(frame.predicates, token)) {
      if (attempt) attempt->outcome = Outcome::another_part_of_speech;
      return std::nullopt;
    }
    Match match = begin(frame, token);
    if (!has_children(frame.children, token, match.hosts, attempt)) return std::nullopt;
    if (frame.occasion && grammar_.is_purpose(token)) {
      if (attempt) attempt->outcome = Outcome::no_occasion;
      return std::nullopt;
    }
    fill_roles(match);
    const auto unmet = std::find_if(frame.conditions.begin(), frame.conditions.end(),
                                    [&](const Condition& condition) { return holds(condition, match) != condition.wanted; });
    if (unmet == frame.conditions.end()) return match;
    if (attempt) {
      attempt->outcome = Outcome::unmet_condition;
      attempt->condition = &*unmet;
      for (const Finding& finding : role_of(*unmet, match).findings) attempt->found.push_back(finding.mention);
    }
    return std::nullopt;
  }

  void fill_roles(Match& match) const {
    const Frame& frame = *match.frame;
    match.actor = fill_role(frame, RoleName::actor, RoleKind::doer, match);
    match.recipient = fill_role(frame, RoleName::recipient, RoleKind::affected, match);
    if (frame.argument(RoleName::both)) take_both(frame, match);
    if (const Resolved first = fill_role(frame, RoleName::initiator, RoleKind::doer, match); !first.actors.empty())
      match.initiator = first.actors.front();
    leave_out_actors(match, match.recipient);
    match.agentless = grammar_.is_agentless(match.token);
  }

  static bool has_parties(const Frame& frame, const Match& match) {
    if (frame.bare || !frame.is_event()) return true;
    const bool without_actor =
        match.actor.actors.empty() && (frame.actor == Need::needed || (frame.actor == Need::active && !match.agentless));
    const bool without_recipient =
        match.recipient.actors.empty() && frame.recipient == Need::needed && !(match.reciprocal && match.actor.actors.size() > 1);
    return !without_actor && !without_recipient && !(match.actor.actors.empty() && match.recipient.actors.empty());
  }

  // Everybody in one list, of at least two sides; otherwise it is told of one side alone.
  void take_both(const Frame& frame, Match& match) const {
    const Resolved all = fill_role(frame, RoleName::both, RoleKind::doer, match);
    for (std::size_t i = 0; i < all.actors.size(); ++i)
      if (std::find(match.actor.actors.begin(), match.actor.actors.end(), all.actors[i]) == match.actor.actors.end())
        match.actor.actors.push_back(all.actors[i]);
    match.actor.findings.insert(match.actor.findings.end(), all.findings.begin(), all.findings.end());
    match.actor.direct = match.actor.direct && all.direct;
    match.reciprocal = true;
  }

  static void leave_out_actors(const Match& match, Resolved& recipients) {
    std::erase_if(recipients.actors, [&](ActorId id) {
      return std::find(match.actor.actors.begin(), match.actor.actors.end(), id) != match.actor.actors.end();
    });
  }

  Resolved fill_role(const Frame& frame, RoleName role, RoleKind kind, const Match& match) const {
    const Argument* argument = frame.argument(role);
    Resolved none;
    if (!argument) return none;
    TokenList hosts = match.hosts;
    if (match.clause != match.token) hosts.push_back(match.clause);
    const bool of_is_subject = !uses_object(frame);
    for (const auto& alternative : argument->alternatives) {
      Resolved resolved;
      for (const Slot& slot : alternative) fill_slot(slot, kind, match.token, hosts, of_is_subject, resolved);
      if (role == RoleName::recipient) leave_out_actors(match, resolved);
      if (!resolved.actors.empty()) return resolved;
      none.named = none.named || resolved.named;
    }
    return none;
  }

  void fill_slot(const Slot& slot, RoleKind kind, std::size_t token, const TokenList& hosts, bool of_is_subject, Resolved& resolved) const {
    if (slot.function == Function::speaker) {
      if (const auto holding = statements_.holding(token))
        for (const ActorId speaker : statements_.statements[holding->index].speakers) resolved.actors.push_back(speaker);
      return;
    }
    TokenList found = grammar_.fill(token, hosts, slot);
    if (slot.function == Function::subject && of_is_subject && !grammar_.is_verb(token)) {
      const TokenList of = grammar_.prepositional({token}, "of");
      found.insert(found.end(), of.begin(), of.end());
    }
    for (const std::size_t head : found) {
      const std::size_t before = resolved.actors.size();
      const std::size_t findings = resolved.findings.size();
      resolved.named = resolved.named || (slot.function != Function::modifier && (tree_.word(head).upos == "PROPN" || is_nobody(head)));
      resolve(head, kind, grammar_, actors_, lexicon_, resolved);
      for (std::size_t i = findings; i < resolved.findings.size(); ++i) resolved.findings[i].slot = &slot;
      // Of a noun's subjects the first that is somebody is meant.
      if (!grammar_.is_verb(token) && slot.function == Function::subject && resolved.actors.size() > before) return;
    }
  }

  // "nobody", "no journalist": the role is filled, and by nobody.
  bool is_nobody(std::size_t head) const {
    if (lexicon_.words("nobody").lemmas.contains(tree_.word(head).lemma)) return true;
    const TokenList determiners = tree_.children(head, "det");
    return std::any_of(determiners.begin(), determiners.end(),
                       [&](std::size_t word) { return lexicon_.words("nobody").lemmas.contains(tree_.word(word).lemma); });
  }

  static bool uses_object(const Frame& frame) {
    for (const Argument& argument : frame.arguments)
      for (const auto& alternative : argument.alternatives)
        for (const Slot& slot : alternative)
          if (slot.function == Function::object) return true;
    return false;
  }

  static const Resolved& role_of(const Condition& condition, const Match& match) {
    return condition.role == RoleName::recipient ? match.recipient : match.actor;
  }

  bool holds(const Condition& condition, const Match& match) const {
    if (condition.role == RoleName::content) return !grammar_.complements(match.token).empty();
    const Resolved& role = role_of(condition, match);
    switch (condition.attribute) {
      case Attribute::present:
        // A name is somebody, known or not; a passive need not say who did it to whom it names.
        return !role.actors.empty() ||
               (condition.role == RoleName::recipient ? role.named
                                                      : match.agentless && (!match.recipient.actors.empty() || match.recipient.named));
      case Attribute::several:
        return role.actors.size() > 1 || (role.actors.size() == 1 && has_number(role));
      case Attribute::direct:
        return !role.actors.empty() && role.direct;
      case Attribute::light:
        return match.clause != match.token;
      case Attribute::kind:
      case Attribute::sector:
      case Attribute::country:
        return std::any_of(role.actors.begin(), role.actors.end(), [&](ActorId id) { return has(actors_.actors[id.index], condition); });
    }
    return false;
  }

  // "the two ministers met", "both sides met"
  bool has_number(const Resolved& role) const {
    return std::any_of(role.findings.begin(), role.findings.end(), [&](const Finding& finding) {
      const auto& children = tree_.children(finding.mention);
      return std::any_of(children.begin(), children.end(), [&](std::size_t child) {
        const Word& word = tree_.word(child);
        return (word.relation == "nummod" && word.lemma != "one") || (is_relation(word.relation, "det") && word.lemma == "both");
      });
    });
  }

  static bool has(const Actor& actor, const Condition& condition) {
    const auto listed = [&](std::string_view value) {
      return std::find(condition.values.begin(), condition.values.end(), value) != condition.values.end();
    };
    switch (condition.attribute) {
      case Attribute::kind:
        return listed(to_string(actor.kind));
      case Attribute::sector:
        return std::any_of(actor.sectors.begin(), actor.sectors.end(), listed);
      case Attribute::country:
        return actor.country && listed(*actor.country);
      default:
        return true;
    }
  }

  const Grammar& grammar_;
  const Tree& tree_;
  const Actors& actors_;
  const Statements& statements_;
  const Lexicon& lexicon_;
  std::vector<Attempt>* attempts_;
};

bool is_part_of(const Match& match, const Match& other) {
  return other.token != match.token && std::binary_search(other.hosts.begin(), other.hosts.end(), match.token);
}

// A larger predicate that the match's word belongs to.
const Match* larger_than(const Match& match, const std::vector<Match>& all) {
  const auto larger = std::find_if(all.begin(), all.end(), [&](const Match& other) { return is_part_of(match, other); });
  return larger == all.end() ? nullptr : &*larger;
}

void tell_part(const Match& match, const Match& larger, std::vector<Attempt>& attempts) {
  for (Attempt& attempt : attempts) {
    if (attempt.frame != match.frame || attempt.token != match.token) continue;
    attempt.outcome = Outcome::part_of_another;
    attempt.other = larger.token;
  }
}

}  // namespace

// Words named count most, then conditions, then a dependent that may be anything; what must not be there says little.
int demand(const Frame& frame) {
  int sum = 0;
  for (const Child& child : frame.children) sum += !child.wanted ? 0 : child.words.everything ? 2 : 4;
  return sum + static_cast<int>(std::count_if(frame.conditions.begin(), frame.conditions.end(),
                                              [](const Condition& condition) { return condition.wanted; }));
}

bool goes_before(const Frame& one, const Frame& other) {
  const auto rank = [](const Frame& frame) { return std::tuple(frame.of_codebook, !frame.is_event(), demand(frame)); };
  return rank(one) > rank(other);
}

Matches find_matches(const Grammar& grammar, const Actors& actors, const Statements& statements, const Lexicon& lexicon, std::size_t tokens,
                     std::vector<Attempt>* attempts) {
  const Matcher matcher(grammar, actors, statements, lexicon, attempts);
  Matches matches;
  std::vector<Match> found;
  for (std::size_t token = 0; token < tokens; ++token) {
    if (auto match = matcher.frame_at(token)) found.push_back(std::move(*match));
    if (auto match = matcher.frame_of_any_at(token)) found.push_back(std::move(*match));
    for (OperatorMatch& match : matcher.operators_at(token)) matches.operators.push_back(std::move(match));
  }
  for (const Match& match : found) {
    const Match* larger = larger_than(match, found);
    if (larger && attempts) tell_part(match, *larger, *attempts);
    if (!larger && match.frame->is_event()) matches.frames.push_back(match);
    if (!match.frame->is_event()) matches.refused.insert(matches.refused.end(), match.hosts.begin(), match.hosts.end());
  }
  std::sort(matches.refused.begin(), matches.refused.end());
  for (const Match& match : found)
    for (std::size_t whole = 0; whole < matches.frames.size(); ++whole)
      if (match.frame->is_event() && is_part_of(match, matches.frames[whole])) matches.parts.push_back({match, whole});
  return matches;
}

Match match_at(std::size_t token, const Frame& frame, const Grammar& grammar, const Actors& actors, const Statements& statements,
               const Lexicon& lexicon) {
  return Matcher(grammar, actors, statements, lexicon, nullptr).with_roles(frame, token);
}

}  // namespace casus
