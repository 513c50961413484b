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
    if (match.frame->status) standing.add({*match.frame->status, ReasonKind::frame, match.token});
    if (match.clause != match.token) take_in(look(match.token), standing);
    standing.outer = of_any_verb(match);
    walk(match.clause, index, standing);
    ask_statement(match.token, standing);
    return standing;
  }

 private:
  using Reasons = std::vector<Reason>;

  static bool is_of_any_verb(const Match& match) { return match.frame->predicates.front().lemma == "*"; }

  // "must withdraw": the row of every verb stands at the same word.
  std::optional<std::size_t> of_any_verb(const Match& match) const {
    for (std::size_t i = 0; i < matches_.frames.size(); ++i) {
      const Match& other = matches_.frames[i];
      if (&other != &match && other.token == match.token && is_of_any_verb(other)) return i;
    }
    return std::nullopt;
  }

  static void take_in(const Reasons& reasons, Standing& standing) {
    for (const Reason& reason : reasons) standing.add(reason);
  }

  static bool has(const Reasons& reasons, Status status) {
    return std::any_of(reasons.begin(), reasons.end(), [&](const Reason& reason) { return reason.status == status; });
  }

  void walk(std::size_t from, std::size_t index, Standing& standing) const {
    std::size_t at = from;
    Local local = Local::look;
    for (int step = 0; step < kHighest; ++step) {
      // "must" is what makes the row of every verb a request; it does not ask for the request.
      const bool own = step == 0 && is_of_any_verb(matches_.frames[index]);
      if (local == Local::look && !own) {
        take_in(look(at), standing);
        standing.conditional = standing.conditional || is_conditional(at);
      }
      const Word& word = tree_.word(at);
      if (word.head == kRoot) return;
      if (is_relation(word.relation, "conj")) {
        local = shares_its_auxiliaries(at) ? Local::look : Local::pass;
        at = word.head;
        continue;
      }
      const OperatorMatch* entry = operator_over(at, matches_.frames[index]);
      const auto outer = holding(at, index);
      if (outer && !entry) entry = surer_than(*outer, at);
      if (outer && !(entry && (names_more(*entry) || surer_than(*outer, at)))) {
        if (!standing.outer) standing.outer = outer;
        const std::size_t clause = matches_.frames[*outer].clause;
        if (doubted(clause)) standing.govern({Status::hypothetical, ReasonKind::outer, clause});
        return;
      }
      if (entry) {
        apply(*entry, at, standing);
        at = entry->token;
        local = Local::pass;
        continue;
      }
      const auto next = pass(at, standing);
      if (!next) return;
      at = word.head;
      local = *next;
    }
  }

  // "was not shelled or bombed", but not "was not shelled and fled".
  bool shares_its_auxiliaries(std::size_t verb) const {
    const Word& word = tree_.word(verb);
    return grammar_.is_verb(verb) && !grammar_.has_own_subject(verb) && !tree_.has_child(verb, "aux") &&
           tree_.word(word.head).xpos == word.xpos;
  }

  // What the dependents of a word and its own form say of it.
  Reasons look(std::size_t token) const {
    Reasons reasons;
    const std::size_t inverted = inverted_auxiliary(token);
    for (const std::size_t child : tree_.children(token))
      if (child != inverted) ask(child, reasons);
    const bool open = inverted != kRoot || is_question(token) || is_left_open(reasons);
    if (inverted != kRoot) reasons.push_back({Status::hypothetical, ReasonKind::grammar, inverted});
    if (is_question(token)) reasons.push_back({Status::hypothetical, ReasonKind::grammar, token});
    if (const std::size_t unreal = unreal_perfect(token); unreal != kRoot)
      reasons.push_back({Status::hypothetical, ReasonKind::grammar, unreal});
    if (const std::size_t had = past_perfect(token); had != kRoot) reasons.push_back({Status::historical, ReasonKind::grammar, had});
    if (const std::size_t span = long_ago(token); span != kRoot) reasons.push_back({Status::historical, ReasonKind::grammar, span});
    if (grammar_.is_arranged(token))
      reasons.push_back({is_still_to_come(token) ? Status::negated : Status::future, ReasonKind::grammar, token});
    if (is_subjunctive(token)) reasons.push_back({Status::demanded, ReasonKind::grammar, token});
    // "if they do not withdraw", "whether they should": what is left open is neither said not to have happened nor asked for.
    if (open)
      std::erase_if(reasons, [](const Reason& reason) { return reason.status == Status::negated || reason.status == Status::demanded; });
    return reasons;
  }

  void ask(std::size_t child, Reasons& reasons) const {
    const Word& word = tree_.word(child);
    if (word.relation == "conj") return;
    const auto say = [&](const std::optional<Status>& status, std::size_t token) {
      if (status && !(*status == Status::negated && adds(token))) reasons.push_back({*status, ReasonKind::cue, token});
    };
    say(lexicon_.cue(word.relation, joined(child)), child);
    const bool phrase = is_relation(word.relation, "obl") || is_relation(word.relation, "nmod");
    const bool argument = is_relation(word.relation, "nsubj") || word.relation == "obj";
    if (phrase)
      if (const std::string preposition = grammar_.preposition_of(child); !preposition.empty())
        say(lexicon_.cue(preposition, word.lemma), child);
    // "no sanctions were imposed", "according to unconfirmed reports"
    if (!phrase && !argument) return;
    const std::string base = word.relation.substr(0, word.relation.find(':'));
    for (const std::size_t below : tree_.children(child))
      say(lexicon_.cue(base + "/" + tree_.word(below).relation, tree_.word(below).lemma), below);
  }

  // "in case", "instead of": the words of one fixed expression, joined.
  std::string joined(std::size_t token) const {
    std::string text = tree_.word(token).lemma;
    for (const std::size_t more : tree_.children(token, "fixed")) text += "_" + tree_.word(more).lemma;
    return text;
  }

  // "not only"
  bool adds(std::size_t negation) const {
    const auto& added = lexicon_.words("adding").lemmas;
    const std::size_t head = tree_.word(negation).head;
    const auto is_adding = [&](std::size_t token) {
      return token > negation && token <= negation + 2 && added.contains(tree_.word(token).lemma);
    };
    if (head != kRoot && is_adding(head)) return true;
    const auto& beside = tree_.children(head == kRoot ? negation : head);
    return std::any_of(beside.begin(), beside.end(), is_adding);
  }

  // A condition, or a word that leaves both possible ("may not"); "cannot" does not.
  bool is_left_open(const Reasons& reasons) const {
    const auto& both = lexicon_.words("maybe").lemmas;
    return std::any_of(reasons.begin(), reasons.end(), [&](const Reason& reason) {
      if (reason.status != Status::hypothetical) return false;
      return is_relation(tree_.word(reason.token).relation, "mark") || both.contains(tree_.word(reason.token).lemma);
    });
  }

  // "Should they attack, ...", "had they attacked": a condition without "if". kRoot where there is none.
  std::size_t inverted_auxiliary(std::size_t token) const {
    if (!is_relation(tree_.word(token).relation, "advcl")) return kRoot;
    const auto subjects = tree_.children(token, "nsubj");
    const auto& auxiliaries = lexicon_.words("inverted").lemmas;
    for (const std::size_t child : tree_.children(token)) {
      const std::string& relation = tree_.word(child).relation;
      if (!subjects.empty() && child > subjects.front()) return kRoot;
      if (relation == "mark" && !auxiliaries.contains(tree_.word(child).lemma)) return kRoot;
      if ((relation == "aux" || relation == "mark" || relation == "cop") && auxiliaries.contains(tree_.word(child).lemma) &&
          !subjects.empty())
        return child;
    }
    return kRoot;
  }

  // "would have attacked"
  std::size_t unreal_perfect(std::size_t token) const {
    const auto auxiliaries = tree_.children(token, "aux");
    const bool perfect =
        std::any_of(auxiliaries.begin(), auxiliaries.end(), [&](std::size_t child) { return grammar_.lower_form(child) == "have"; });
    for (const std::size_t child : auxiliaries)
      if (perfect && lexicon_.words("unreal").lemmas.contains(tree_.word(child).lemma)) return child;
    return kRoot;
  }

  // "insisted that the minister resign"
  bool is_subjunctive(std::size_t token) const {
    const Word& word = tree_.word(token);
    const bool content = word.relation == "ccomp" || word.relation == "acl";
    return content && word.xpos == "VB" && tree_.has_child(token, "mark") && !grammar_.is_infinitive(token) &&
           !tree_.has_child(token, "aux") && grammar_.has_own_subject(token);
  }

  // "is yet to be released"
  bool is_still_to_come(std::size_t token) const {
    const auto& children = tree_.children(token);
    return std::any_of(children.begin(), children.end(),
                       [&](std::size_t child) { return lexicon_.words("notyet").lemmas.contains(tree_.word(child).lemma); });
  }

  bool is_question(std::size_t token) const {
    if (tree_.word(token).head != kRoot) return false;
    const auto& children = tree_.children(token);
    return !children.empty() && tree_.word(children.back()).relation == "punct" && tree_.word(children.back()).lemma == "?";
  }

  // "would attack if ..."
  bool is_conditional(std::size_t token) const {
    for (const std::size_t child : tree_.children(token, "advcl")) {
      if (inverted_auxiliary(child) != kRoot) return true;
      for (const std::size_t mark : tree_.children(child, "mark"))
        if (lexicon_.words("condition").lemmas.contains(tree_.word(mark).lemma)) return true;
    }
    return false;
  }

  // Outside of reported speech the past perfect goes back before the story.
  std::size_t past_perfect(std::size_t token) const {
    if (tree_.word(token).relation == "ccomp" || statements_.holding(token)) return kRoot;
    for (const std::size_t child : tree_.children(token, "aux"))
      if (grammar_.lower_form(child) == "had") return child;
    return kRoot;
  }

  // "two decades ago", "four years earlier", "ten years after they withdrew"
  std::size_t long_ago(std::size_t token) const {
    for (const std::size_t child : tree_.children(token))
      for (const std::size_t span : {child, tree_.children(child).empty() ? child : tree_.children(child).front()})
        if (goes_back(span)) return span;
    return kRoot;
  }

  bool goes_back(std::size_t span) const {
    const std::size_t next = span + 1;
    if (!lexicon_.words("longspan").lemmas.contains(tree_.word(span).lemma) || tree_.has_child(span, "case")) return false;
    if (next >= grammar_.size()) return false;
    const Word& word = tree_.word(next);
    if (word.relation == "mark") return word.head == tree_.word(span).head && lexicon_.words("following").lemmas.contains(word.lemma);
    return is_relation(word.relation, "advmod") && lexicon_.words("backwards").lemmas.contains(word.lemma);
  }

  bool negated(std::size_t token) const { return has(look(token), Status::negated); }

  bool doubted(std::size_t token) const {
    const Reasons reasons = look(token);
    return has(reasons, Status::negated) || has(reasons, Status::hypothetical);
  }

  bool stands_in(std::size_t child, const TokenList& hosts, const Slot& slot) const {
    const Word& word = tree_.word(child);
    const bool below = std::find(hosts.begin(), hosts.end(), word.head) != hosts.end();
    if (!below && slot.function != Function::preposition && slot.function != Function::object) return false;
    switch (slot.function) {
      case Function::complement:
        return word.relation == "ccomp" || word.relation == "xcomp" || is_extraposed(child) || is_content_of_noun(child);
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
        return is_relation(word.relation, "nsubj") || is_relation(word.relation, "csubj");
      case Function::self:
        return false;
      default:
        return false;
    }
  }

  // "it is said that they attacked"
  bool is_extraposed(std::size_t child) const {
    const Word& word = tree_.word(child);
    return is_relation(word.relation, "csubj") && word.head != kRoot && tree_.has_child(word.head, "expl");
  }

  // "the claim that they attacked it"; where nothing is left for the noun to be in the clause, "that" is no relative pronoun.
  bool is_content_of_noun(std::size_t child) const {
    const Word& word = tree_.word(child);
    if (word.head == kRoot || grammar_.is_verb(word.head) || !is_relation(word.relation, "acl")) return false;
    if (word.relation == "acl") return grammar_.is_infinitive(child) || grammar_.has_own_subject(child);
    const auto& pronouns = lexicon_.words("relative").lemmas;
    const auto is_gap = [&](std::size_t token) { return pronouns.contains(tree_.word(token).lemma); };
    const auto subjects = tree_.children(child, "nsubj"), objects = tree_.children(child, "obj");
    return !subjects.empty() && !is_gap(subjects.front()) && (grammar_.is_passive(child) || !objects.empty()) &&
           std::none_of(objects.begin(), objects.end(), is_gap);
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

  // An operator that names the event itself says nothing of it: an attempt on a life that failed is one.
  static bool names(const OperatorMatch& entry, const Match& event) {
    return std::any_of(entry.hosts.begin(), entry.hosts.end(), [&](std::size_t host) {
      return host != entry.token && std::binary_search(event.hosts.begin(), event.hosts.end(), host);
    });
  }

  const OperatorMatch* operator_over(std::size_t child, const Match& event) const {
    for (const OperatorMatch& entry : matches_.operators) {
      if (entry.token == child || !near(child, entry.token) || names(entry, event)) continue;
      for (const Slot& slot : entry.entry->content)
        if (stands_in(child, entry.hosts, slot)) return &entry;
    }
    return nullptr;
  }

  static bool names_more(const OperatorMatch& entry) { return !entry.entry->children.empty(); }

  // An operator that names more than its own word is surer than a frame at the same word: "dismissed a report that they attacked" refuses
  // nothing. Null where there is none that governs the clause or the noun above it.
  const OperatorMatch* surer_than(std::size_t frame, std::size_t child) const {
    const std::size_t noun = tree_.word(child).head;
    for (const OperatorMatch& entry : matches_.operators) {
      if (entry.token != matches_.frames[frame].token || !names_more(entry)) continue;
      for (const Slot& slot : entry.entry->content)
        if (stands_in(child, entry.hosts, slot) || (noun != entry.token && stands_in(noun, entry.hosts, slot))) return &entry;
    }
    return nullptr;
  }

  // An operator that is itself negated turns: "did not deny", "has no plans to", "did not fail to", "was not able to"; who does not fear
  // that something may happen leaves it open.
  static Status turned(Status status, bool infinitive) {
    switch (status) {
      case Status::denied:
        return Status::alleged;
      case Status::future:
      case Status::asserted:
        return Status::negated;
      case Status::negated:
        return Status::asserted;
      case Status::hypothetical:
        return infinitive ? Status::negated : Status::hypothetical;
      default:
        return Status::hypothetical;
    }
  }

  void apply(const OperatorMatch& entry, std::size_t content, Standing& standing) const {
    Reasons own = look(entry.token);
    const std::size_t clause = grammar_.clause_of(entry.token);
    if (clause != entry.token || tree_.word(entry.token).relation == "obj") {
      const Reasons above = look(tree_.word(entry.token).head);
      own.insert(own.end(), above.begin(), above.end());
    }
    Status status = entry.entry->status;
    // "not guilty": its own words do not turn it.
    std::erase_if(
        own, [&](const Reason& reason) { return std::find(entry.hosts.begin(), entry.hosts.end(), reason.token) != entry.hosts.end(); });
    if (has(own, Status::negated)) status = turned(status, grammar_.is_infinitive(content));
    if (status != Status::asserted) standing.govern({status, ReasonKind::governor, entry.token});
    if (status == Status::denied) return;
    for (const Reason& reason : own)
      if (reason.status == Status::hypothetical || reason.status == Status::future || reason.status == Status::demanded ||
          reason.status == Status::denied)
        standing.govern(reason);
  }

  // A word above that is neither predicate nor operator: whether to climb on, and what its clause says is asked.
  std::optional<Local> pass(std::size_t at, Standing& standing) const {
    const Word& word = tree_.word(at);
    const std::string& relation = word.relation;
    const Reason open{Status::hypothetical, ReasonKind::unvouched, at};
    if (relation == "ccomp") {
      if (negated(word.head)) standing.govern({Status::hypothetical, ReasonKind::governor, word.head});
      return Local::pass;
    }
    if (relation == "xcomp") {
      if (grammar_.is_infinitive(at)) standing.govern(open);
      return Local::look;
    }
    if (relation == "advcl") {
      if (grammar_.is_infinitive(at)) {
        if (!standing.has(Status::future)) standing.govern(open);
        return std::nullopt;
      }
      const bool participle = tree_.word(at).xpos == "VBG" && tree_.children(at, "mark").empty();
      return participle ? std::optional(Local::look) : std::nullopt;
    }
    if (relation == "acl") {
      if (grammar_.is_infinitive(at) && !grammar_.is_headline_infinitive(at)) standing.govern(open);
      return std::nullopt;
    }
    const bool in_a_measure = is_relation(relation, "nmod") && lexicon_.words("measure").lemmas.contains(tree_.word(word.head).lemma);
    if (in_a_measure || relation == "compound") return Local::look;
    return std::nullopt;
  }

  // "asked them to free the sailors whom they had arrested": the arrest is not asked for.
  bool is_told_aside(std::size_t token, const StatementTokens& statement) const {
    const auto in_content = [&](std::size_t at) {
      return std::any_of(statement.content.begin(), statement.content.end(), [&](const TokenRange& range) { return range.contains(at); });
    };
    for (std::size_t at = token; tree_.word(at).head != kRoot && in_content(tree_.word(at).head); at = tree_.word(at).head)
      if (tree_.word(at).relation == "acl:relcl" && !is_content_of_noun(at)) return true;
    return false;
  }

  // "accused them of fraud and threatened to sue", where the content runs on over the next deed of the speaker.
  bool stands_beside(std::size_t token, const TokenRange& cue) const {
    const Word& word = tree_.word(token);
    return is_relation(word.relation, "conj") && word.head != kRoot && cue.contains(word.head) && grammar_.is_verb(word.head);
  }

  void ask_statement(std::size_t token, Standing& standing) const {
    const auto id = statements_.holding(token);
    if (!id) return;
    const Statement& statement = statements_.statements[id->index];
    const StatementTokens& tokens = statements_.tokens[id->index];
    const std::size_t at = tokens.cue ? tokens.cue->first : token;
    if (tokens.cue && stands_beside(token, *tokens.cue)) return;
    const bool aside = is_told_aside(token, tokens);
    if (statement.act)
      if (const auto status = lexicon_.act(*statement.act); status && *status != Status::asserted)
        if (!aside || *status == Status::alleged) standing.govern({*status, ReasonKind::speech, at});
    if (statement.polarity == Polarity::negative && !aside && !standing.has(Status::denied))
      standing.govern({Status::hypothetical, ReasonKind::speech, at});
  }

  const Matches& matches_;
  const Grammar& grammar_;
  const Tree& tree_;
  const Statements& statements_;
  const Lexicon& lexicon_;
};

}  // namespace

void Standing::add(Reason reason) {
  if (std::find(reasons_.begin(), reasons_.end(), reason) == reasons_.end()) reasons_.push_back(reason);
}

void Standing::govern(Reason reason) {
  if (reason.status == Status::hypothetical || reason.status == Status::demanded || reason.status == Status::denied)
    retract(Status::negated);
  add(reason);
}

void Standing::retract(Status status) {
  std::erase_if(reasons_, [&](const Reason& reason) { return reason.status == status; });
}

bool Standing::is_unvouched() const {
  return status() == Status::hypothetical && std::all_of(reasons_.begin(), reasons_.end(), [](const Reason& reason) {
           return reason.status != Status::hypothetical || reason.kind == ReasonKind::unvouched;
         });
}

bool Standing::has(Status status) const {
  return std::any_of(reasons_.begin(), reasons_.end(), [&](const Reason& reason) { return reason.status == status; });
}

bool Standing::is_negated_beside() const {
  return std::any_of(reasons_.begin(), reasons_.end(),
                     [](const Reason& reason) { return reason.status == Status::negated && reason.kind != ReasonKind::governor; });
}

std::optional<std::size_t> Standing::because(Status status) const {
  for (const Reason& reason : reasons_)
    if (reason.status == status) return reason.token;
  return std::nullopt;
}

Status Standing::status() const {
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
