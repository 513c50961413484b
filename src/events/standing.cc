// From the clause of a predicate upwards. At every clause on the way its own words are asked first ("not", "may", "if"); then the word
// above: is it a predicate with this clause in its content (an outer event: stop), or an operator ("deny", "plan")? A clause whose verb is
// neither lets through what it says itself where the clause below is part of it (xcomp, participles), and nothing but doubt where it merely
// reports (ccomp).
#include "events/standing.h"

#include <algorithm>
#include <array>
#include <utility>

namespace casus {
namespace {

constexpr int kHighest = 24;  // clauses above one another; more is a parse gone wrong

enum class Local { look, pass };

class Climber {
 public:
  Climber(const Matches& matches, const Grammar& grammar, const Statements& statements, const Lexicon& lexicon)
      : matches_(matches), grammar_(grammar), tree_(grammar.tree()), statements_(statements), lexicon_(lexicon) {}

  Standing climb(std::size_t index) {
    const Match& match = matches_.frames[index];
    Standing standing;
    if (match.frame->status) standing.statuses.add(*match.frame->status);
    if (match.clause != match.token) look(match.token, standing.statuses);
    standing.outer = of_any_verb(match);
    walk(match.clause, index, standing);
    ask_statement(match.token, standing.statuses);
    return standing;
  }

 private:
  static bool is_of_any_verb(const Match& match) { return match.frame->predicates.front().lemma == "*"; }

  // "must withdraw": the row of every verb stands at the same word.
  std::optional<std::size_t> of_any_verb(const Match& match) const {
    for (std::size_t i = 0; i < matches_.frames.size(); ++i) {
      const Match& other = matches_.frames[i];
      if (&other != &match && other.token == match.token && is_of_any_verb(other)) return i;
    }
    return std::nullopt;
  }

  void walk(std::size_t from, std::size_t index, Standing& standing) const {
    std::size_t at = from;
    Local local = Local::look;
    for (int step = 0; step < kHighest; ++step) {
      // "must" is what makes the row of every verb a request; it does not ask for the request.
      const bool own = step == 0 && is_of_any_verb(matches_.frames[index]);
      if (local == Local::look && !own) {
        look(at, standing.statuses);
        standing.conditional = standing.conditional || is_conditional(at);
      }
      const Word& word = tree_.word(at);
      if (word.head == kRoot) return;
      if (is_relation(word.relation, "conj")) {
        const bool shares = grammar_.is_verb(at) && !grammar_.has_own_subject(at) && !has_own_auxiliary(at);
        local = shares ? Local::look : Local::pass;
        at = word.head;
        continue;
      }
      if (const auto outer = holding(at, index)) {
        if (!standing.outer) standing.outer = outer;
        if (doubted(matches_.frames[*outer].clause)) standing.statuses.add(Status::hypothetical);
        return;
      }
      if (const OperatorMatch* entry = operator_over(at)) {
        apply(*entry, standing.statuses);
        at = entry->token;
        local = Local::pass;
        continue;
      }
      const auto next = pass(at, standing.statuses);
      if (!next) return;
      at = word.head;
      local = *next;
    }
  }

  bool has_own_auxiliary(std::size_t verb) const {
    return std::any_of(tree_.children(verb).begin(), tree_.children(verb).end(),
                       [&](std::size_t child) { return tree_.word(child).relation == "aux"; });
  }

  // What the dependents of a word say of it.
  void look(std::size_t token, StatusSet& statuses) const {
    for (const std::size_t child : tree_.children(token)) {
      const Word& word = tree_.word(child);
      if (word.relation == "conj") continue;
      if (const auto status = lexicon_.cue(word.relation, word.lemma)) statuses.add(*status);
    }
    if (is_question(token)) statuses.add(Status::hypothetical);
    if (is_past_perfect(token)) statuses.add(Status::historical);
    if (is_arranged(token)) statuses.add(Status::future);
  }

  // "is to be released", and in headlines "Farmers to block roads"
  bool is_arranged(std::size_t token) const {
    if (!grammar_.is_verb(token) || !grammar_.is_infinitive(token)) return false;
    const auto marks = tree_.children(token, "mark");
    const auto is_be = [&](std::size_t child) {
      return tree_.word(child).lemma == "be" && child < marks.front() && tree_.word(child).xpos != "VB";
    };
    if (marks.empty()) return false;
    const auto& children = tree_.children(token);
    if (std::any_of(children.begin(), children.end(), is_be)) return true;
    return tree_.word(token).head == kRoot && grammar_.has_own_subject(token);
  }

  bool is_question(std::size_t token) const {
    if (tree_.word(token).head != kRoot) return false;
    const auto& children = tree_.children(token);
    return !children.empty() && tree_.word(children.back()).relation == "punct" && tree_.word(children.back()).lemma == "?";
  }

  // "would attack if ..."
  bool is_conditional(std::size_t token) const {
    for (const std::size_t child : tree_.children(token, "advcl"))
      for (const std::size_t mark : tree_.children(child, "mark"))
        if (lexicon_.words("condition").lemmas.contains(tree_.word(mark).lemma)) return true;
    return false;
  }

  // Outside of reported speech the past perfect goes back before the story.
  bool is_past_perfect(std::size_t token) const {
    if (tree_.word(token).relation == "ccomp" || statements_.holding(token)) return false;
    for (const std::size_t child : tree_.children(token, "aux"))
      if (grammar_.lower_form(child) == "had") return true;
    return false;
  }

  bool negated(std::size_t token) const {
    for (const std::size_t child : tree_.children(token))
      if (const auto status = lexicon_.cue(tree_.word(child).relation, tree_.word(child).lemma); status == Status::negated) return true;
    return false;
  }

  bool doubted(std::size_t token) const {
    StatusSet statuses;
    look(token, statuses);
    return statuses.has(Status::negated) || statuses.has(Status::hypothetical);
  }

  bool stands_in(std::size_t child, const TokenList& hosts, const Slot& slot) const {
    const Word& word = tree_.word(child);
    const bool below = std::find(hosts.begin(), hosts.end(), word.head) != hosts.end();
    if (!below && slot.function != Function::preposition && slot.function != Function::object) return false;
    switch (slot.function) {
      case Function::complement:
        return word.relation == "ccomp" || word.relation == "xcomp" ||
               (word.relation == "acl" && !grammar_.is_verb(word.head) &&
                (grammar_.is_infinitive(child) || grammar_.has_own_subject(child)));
      case Function::purpose:
        return (word.relation == "advcl" || word.relation == "xcomp") && grammar_.is_infinitive(child);
      case Function::object: {
        for (const std::size_t host : hosts) {
          const TokenList objects = grammar_.objects(host);
          if (std::find(objects.begin(), objects.end(), child) != objects.end()) return true;
        }
        return false;
      }
      case Function::preposition: {
        for (const std::size_t host : hosts) {
          const TokenList found = grammar_.fill(host, hosts, slot);
          if (std::find(found.begin(), found.end(), child) != found.end()) return true;
        }
        return false;
      }
      case Function::subject:
        return is_relation(word.relation, "nsubj") || word.relation == "csubj";
      case Function::self:
        return false;
      default:
        return false;
    }
  }

  bool near(std::size_t child, std::size_t token) const {
    const std::size_t head = tree_.word(child).head;
    if (head == token || head == kRoot) return head == token;
    if (tree_.word(head).head == token) return true;
    return tree_.word(token).head != kRoot && tree_.word(token).head == head;
  }

  std::optional<std::size_t> holding(std::size_t child, std::size_t index) const {
    static const Slot kComplement{.function = Function::complement, .preposition = {}};
    for (std::size_t i = 0; i < matches_.frames.size(); ++i) {
      const Match& match = matches_.frames[i];
      if (i == index || match.token == child || match.clause == child) continue;
      TokenList hosts = match.hosts;
      if (match.clause != match.token) hosts.push_back(match.clause);
      if (std::none_of(hosts.begin(), hosts.end(), [&](std::size_t host) { return near(child, host); })) continue;
      const Argument* content = match.frame->argument(RoleName::content);
      if (!content && stands_in(child, hosts, kComplement)) return i;
      if (!content) continue;
      for (const auto& alternative : content->alternatives)
        for (const Slot& slot : alternative)
          if (stands_in(child, hosts, slot)) return i;
    }
    return std::nullopt;
  }

  const OperatorMatch* operator_over(std::size_t child) const {
    for (const OperatorMatch& entry : matches_.operators) {
      if (entry.token == child || !near(child, entry.token)) continue;
      for (const Slot& slot : entry.entry->content)
        if (stands_in(child, entry.hosts, slot)) return &entry;
    }
    return nullptr;
  }

  // An operator that is itself negated turns: "did not deny", "has no plans to", "did not fail to".
  void apply(const OperatorMatch& entry, StatusSet& statuses) const {
    StatusSet own;
    look(entry.token, own);
    const std::size_t clause = grammar_.clause_of(entry.token);
    if (clause != entry.token || tree_.word(entry.token).relation == "obj") look(tree_.word(entry.token).head, own);
    Status status = entry.entry->status;
    if (own.has(Status::negated)) {
      own.remove(Status::negated);
      switch (status) {
        case Status::denied:
          status = Status::alleged;
          break;
        case Status::future:
        case Status::asserted:
          status = Status::negated;
          break;
        case Status::negated:
          status = Status::asserted;
          break;
        default:
          status = Status::hypothetical;
      }
    }
    if (status != Status::asserted) statuses.add(status);
    for (const Status other : {Status::hypothetical, Status::future, Status::demanded, Status::denied})
      if (own.has(other) && status != Status::denied) statuses.add(other);
  }

  // A word above that is neither predicate nor operator: whether to climb on, and what its clause says is asked.
  std::optional<Local> pass(std::size_t at, StatusSet& statuses) const {
    const Word& word = tree_.word(at);
    const std::string& relation = word.relation;
    if (relation == "ccomp") {
      if (negated(word.head)) statuses.add(Status::hypothetical);
      return Local::pass;
    }
    if (relation == "xcomp") {
      if (grammar_.is_infinitive(at)) statuses.add(Status::hypothetical);
      return Local::look;
    }
    if (relation == "advcl") {
      if (grammar_.is_infinitive(at)) {
        statuses.add(Status::hypothetical);
        return std::nullopt;
      }
      const bool participle = tree_.word(at).xpos == "VBG" && tree_.children(at, "mark").empty();
      return participle ? std::optional(Local::look) : std::nullopt;
    }
    if (relation == "acl") {
      if (grammar_.is_infinitive(at)) statuses.add(Status::hypothetical);
      return std::nullopt;
    }
    const bool in_a_measure = is_relation(relation, "nmod") && lexicon_.words("measure").lemmas.contains(tree_.word(word.head).lemma);
    if (in_a_measure || relation == "compound") return Local::look;
    return std::nullopt;
  }

  void ask_statement(std::size_t token, StatusSet& statuses) const {
    const auto id = statements_.holding(token);
    if (!id) return;
    const Statement& statement = statements_.statements[id->index];
    if (statement.act)
      if (const auto status = lexicon_.act(*statement.act); status && *status != Status::asserted) statuses.add(*status);
    if (statement.polarity == Polarity::negative && !statuses.has(Status::denied)) statuses.add(Status::hypothetical);
  }

  const Matches& matches_;
  const Grammar& grammar_;
  const Tree& tree_;
  const Statements& statements_;
  const Lexicon& lexicon_;
};

}  // namespace

Status StatusSet::first() const {
  constexpr std::array kOrder = {Status::negated, Status::denied,  Status::demanded,  Status::hypothetical,
                                 Status::future,  Status::alleged, Status::historical};
  for (const Status status : kOrder)
    if (has(status)) return status;
  return Status::asserted;
}

std::vector<Standing> find_standings(const Matches& matches, const Grammar& grammar, const Statements& statements, const Lexicon& lexicon) {
  Climber climber(matches, grammar, statements, lexicon);
  std::vector<Standing> standings;
  for (std::size_t i = 0; i < matches.frames.size(); ++i) standings.push_back(climber.climb(i));
  return standings;
}

}  // namespace casus
