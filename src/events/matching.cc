// For every word the rows of its lemma, from the one that asks for most to the one that asks for least; the first that fits is taken. A
// noun that is part of a larger predicate ("held talks") is no predicate of its own.
#include "events/matching.h"

#include <algorithm>
#include <iterator>

namespace casus {
namespace {

class Matcher {
 public:
  Matcher(const Grammar& grammar, const Actors& actors, const Statements& statements, const Lexicon& lexicon)
      : grammar_(grammar), tree_(grammar.tree()), actors_(actors), statements_(statements), lexicon_(lexicon) {}

  std::optional<Match> frame_at(std::size_t token) const {
    if (is_attribute(token)) return std::nullopt;
    std::vector<const Frame*> candidates;
    const Word& word = tree_.word(token);
    for (const std::uint32_t index : lexicon_.frames_at(word.lemma)) candidates.push_back(&lexicon_.frames()[index]);
    std::stable_sort(candidates.begin(), candidates.end(), [](const Frame* a, const Frame* b) { return demand(*a) > demand(*b); });
    for (const Frame* frame : candidates)
      if (auto match = fit(*frame, token)) return match;
    return std::nullopt;
  }

  // Rows of every verb stand beside the verb's own ("must withdraw").
  std::optional<Match> frame_of_any_at(std::size_t token) const {
    if (tree_.word(token).upos != "VERB") return std::nullopt;
    for (const std::uint32_t index : lexicon_.frames_of_any())
      if (auto match = fit(lexicon_.frames()[index], token)) return match;
    return std::nullopt;
  }

  // Those that name most words first.
  std::vector<OperatorMatch> operators_at(std::size_t token) const {
    std::vector<OperatorMatch> found;
    for (const std::uint32_t index : lexicon_.operators_at(tree_.word(token).lemma)) {
      const Operator& entry = lexicon_.operators()[index];
      TokenList hosts = {token};
      if (is_predicate(entry.predicates, token) && has_children(entry.children, token, hosts))
        found.push_back({.entry = &entry, .token = token, .hosts = hosts});
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const OperatorMatch& a, const OperatorMatch& b) { return a.entry->children.size() > b.entry->children.size(); });
    return found;
  }

 private:
  // "jailed activists" says who they are, not what happened.
  bool is_attribute(std::size_t token) const { return tree_.word(token).relation == "amod" && grammar_.is_verb(token); }

  // Words named count most, then conditions, then a dependent that may be anything; what must not be there says little.
  static int demand(const Frame& frame) {
    int sum = 0;
    for (const Child& child : frame.children) sum += !child.wanted ? 0 : child.words.everything ? 2 : 4;
    return sum + static_cast<int>(frame.conditions.size());
  }

  bool is_predicate(const std::vector<Predicate>& predicates, std::size_t token) const {
    const Word& word = tree_.word(token);
    return std::any_of(predicates.begin(), predicates.end(), [&](const Predicate& predicate) {
      return (predicate.lemma == word.lemma || predicate.lemma == "*") && predicate.upos == word.upos;
    });
  }

  // Adds the words found to `hosts` where they make one predicate with the token.
  bool has_children(const std::vector<Child>& children, std::size_t token, TokenList& hosts) const {
    for (const Child& child : children) {
      bool found = false;
      for (const std::size_t candidate : grammar_.fill(token, hosts, child.slot)) {
        if (!grammar_.fits(candidate, child.words)) continue;
        found = true;
        // A clause in complement is an event of its own.
        if (child.wanted && !child.words.everything && child.slot.function != Function::complement) hosts.push_back(candidate);
        break;
      }
      if (found != child.wanted) return false;
    }
    std::sort(hosts.begin(), hosts.end());
    return true;
  }

  std::optional<Match> fit(const Frame& frame, std::size_t token) const {
    if (!is_predicate(frame.predicates, token)) return std::nullopt;
    Match match{.frame = &frame, .token = token, .clause = grammar_.is_verb(token) ? token : grammar_.clause_of(token), .hosts = {token}};
    if (!has_children(frame.children, token, match.hosts)) return std::nullopt;
    match.actor = fill_role(frame, RoleName::actor, RoleKind::doer, match);
    match.recipient = fill_role(frame, RoleName::recipient, RoleKind::affected, match);
    if (frame.argument(RoleName::both)) take_both(frame, match);
    if (const Resolved first = fill_role(frame, RoleName::initiator, RoleKind::doer, match); !first.actors.empty())
      match.initiator = first.actors.front();
    leave_out_actors(match);
    if (!meets(frame.conditions, match)) return std::nullopt;
    return match;
  }

  // Everybody in one list, of at least two sides; otherwise it is told of one side alone.
  void take_both(const Frame& frame, Match& match) const {
    const Resolved all = fill_role(frame, RoleName::both, RoleKind::doer, match);
    for (std::size_t i = 0; i < all.actors.size(); ++i)
      if (std::find(match.actor.actors.begin(), match.actor.actors.end(), all.actors[i]) == match.actor.actors.end())
        match.actor.actors.push_back(all.actors[i]);
    match.actor.tokens.insert(match.actor.tokens.end(), all.tokens.begin(), all.tokens.end());
    match.actor.direct = match.actor.direct && all.direct;
    match.reciprocal = true;
  }

  static void leave_out_actors(Match& match) {
    auto& recipients = match.recipient.actors;
    std::erase_if(recipients, [&](ActorId id) {
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
      resolved.named = resolved.named || (slot.function == Function::object && tree_.word(head).upos == "PROPN");
      resolve(head, kind, grammar_, actors_, lexicon_, resolved);
      // Of a noun's subjects the first that is somebody is meant.
      if (!grammar_.is_verb(token) && slot.function == Function::subject && resolved.actors.size() > before) return;
    }
  }

  static bool uses_object(const Frame& frame) {
    for (const Argument& argument : frame.arguments)
      for (const auto& alternative : argument.alternatives)
        for (const Slot& slot : alternative)
          if (slot.function == Function::object) return true;
    return false;
  }

  bool meets(const std::vector<Condition>& conditions, const Match& match) const {
    return std::all_of(conditions.begin(), conditions.end(),
                       [&](const Condition& condition) { return holds(condition, match) == condition.wanted; });
  }

  bool holds(const Condition& condition, const Match& match) const {
    if (condition.role == RoleName::content) return !grammar_.complements(match.token).empty();
    const bool of_recipient = condition.role == RoleName::recipient;
    const Resolved& role = of_recipient ? match.recipient : match.actor;
    switch (condition.attribute) {
      case Attribute::present:
        // A name is somebody, known or not.
        return !role.actors.empty() || (of_recipient && role.named);
      case Attribute::several:
        return role.actors.size() > 1;
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
};

bool is_part_of(const Match& match, const Match& other) {
  return other.token != match.token && std::binary_search(other.hosts.begin(), other.hosts.end(), match.token);
}

}  // namespace

Matches find_matches(const Grammar& grammar, const Actors& actors, const Statements& statements, const Lexicon& lexicon,
                     std::size_t tokens) {
  const Matcher matcher(grammar, actors, statements, lexicon);
  Matches matches;
  std::vector<Match> found;
  for (std::size_t token = 0; token < tokens; ++token) {
    if (auto match = matcher.frame_at(token)) found.push_back(std::move(*match));
    if (auto match = matcher.frame_of_any_at(token)) found.push_back(std::move(*match));
    for (OperatorMatch& match : matcher.operators_at(token)) matches.operators.push_back(std::move(match));
  }
  const auto is_whole = [&](const Match& match) {
    return std::none_of(found.begin(), found.end(), [&](const Match& other) { return is_part_of(match, other); });
  };
  std::copy_if(found.begin(), found.end(), std::back_inserter(matches.frames), is_whole);
  for (const Match& match : found)
    for (std::size_t whole = 0; whole < matches.frames.size(); ++whole)
      if (is_part_of(match, matches.frames[whole])) matches.parts.push_back({match, whole});
  return matches;
}

}  // namespace casus
