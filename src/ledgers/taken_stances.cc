#include "ledgers/taken_stances.h"

#include <algorithm>
#include <array>

#include "core/unicode.h"
#include "statements/participants.h"

namespace casus {
namespace {

constexpr std::string_view kNoStance = "none";
constexpr std::array<std::string_view, 3> kContentWords = {"NOUN", "VERB", "ADJ"};

bool is_any(std::string_view relation, std::initializer_list<std::string_view> wanted) {
  return std::any_of(wanted.begin(), wanted.end(), [&](std::string_view one) { return is_relation(relation, one); });
}

template <class Items, class Item>
void add_once(Items& items, const Item& item) {
  if (std::find(items.begin(), items.end(), item) == items.end()) items.push_back(item);
}

// Ascending tokens as ranges.
std::vector<TokenRange> as_ranges(const std::vector<std::size_t>& tokens) {
  std::vector<TokenRange> ranges;
  for (const std::size_t token : tokens) {
    if (ranges.empty() || ranges.back().last != token) ranges.push_back({token, token});
    ranges.back().last = token + 1;
  }
  return ranges;
}

class StanceFinder {
 public:
  explicit StanceFinder(const ClaimInput& input)
      : in_(input),
        tree_(input.tokens, input.parse),
        rules_(input.rules.claims),
        is_cue_(input.tokens.tokens.size()),
        is_taken_(input.tokens.tokens.size()) {
    for (const StatementTokens& place : in_.statements.tokens)
      if (place.cue) std::fill(is_cue_.begin() + offset(place.cue->first), is_cue_.begin() + offset(place.cue->last), true);
  }

  std::vector<TakenStance> find() {
    read_contents();
    for (std::uint32_t i = 0; i < in_.statements.statements.size(); ++i) take_statement({i});
    for (const Event& event : in_.events.events) take_event(event);
    for (std::size_t token = 0; token < in_.tokens.tokens.size(); ++token) take_words(token);
    std::stable_sort(found_.begin(), found_.end(),
                     [](const TakenStance& a, const TakenStance& b) { return a.spans.front().start < b.spans.front().start; });
    return std::move(found_);
  }

  Matter matter_at(const std::vector<TokenRange>& tokens) const { return matter_of(tokens); }

 private:
  static std::ptrdiff_t offset(std::size_t token) { return static_cast<std::ptrdiff_t>(token); }
  const Statement& statement(StatementId id) const { return in_.statements.statements[id.index]; }
  const StatementTokens& places(StatementId id) const { return in_.statements.tokens[id.index]; }

  // What the heads of contents say of the matter. Words that do so take no stance of their own.
  void read_contents() {
    said_.resize(in_.statements.statements.size());
    for (std::uint32_t i = 0; i < said_.size(); ++i) {
      said_[i] = said_of({i});
      if (said_[i])
        for (const std::size_t token : said_[i]->words) is_taken_[token] = true;
    }
  }

  std::optional<StanceMatch> said_of(StatementId id) const {
    std::optional<StanceMatch> best;
    const auto keep = [&](std::optional<StanceMatch> found) {
      if (found && (!best || found->words.size() > best->words.size())) best = std::move(found);
    };
    for (const std::size_t head : heads_of(places(id).content, tree_))
      for (const std::size_t part : tree_.conjuncts(head)) {
        keep(rules_.answers.match(part, StancePart::said, in_.tokens, tree_));
        if (is_said_of_speaker(part, id)) keep(rules_.answers.match(part, StancePart::does, in_.tokens, tree_));
      }
    return best;
  }

  // "it had no information", "no comment", "the ministry was not aware".
  bool is_said_of_speaker(std::size_t predicate, StatementId id) const {
    const auto subjects = tree_.children(predicate, "nsubj");
    if (subjects.empty() || tree_.word(subjects.front()).upos == "PRON") return true;
    return is_one_side(actors_at(subjects.front(), tree_, in_.actors), statement(id).speakers);
  }

  bool is_one_side(const std::vector<ActorId>& some, const std::vector<ActorId>& others) const {
    return std::any_of(some.begin(), some.end(), [&](ActorId one) {
      return std::any_of(others.begin(), others.end(), [&](ActorId other) {
        return one == other || rules_.same_side(in_.actors.actors[one.index], in_.actors.actors[other.index]);
      });
    });
  }

  std::optional<StanceMatch> done_by(StatementId id) const {
    std::optional<StanceMatch> best;
    if (!places(id).cue) return best;
    for (std::size_t token = places(id).cue->first; token < places(id).cue->last; ++token) {
      auto found = rules_.answers.match(token, StancePart::does, in_.tokens, tree_);
      if (found && (!best || found->words.size() > best->words.size())) best = std::move(found);
    }
    return best;
  }

  void take_statement(StatementId id) {
    const Statement& said = statement(id);
    const StatementTokens& place = places(id);
    if (place.cue && is_taken_[place.cue->first] && said.within) return;
    const StanceRule* rule = rule_of(id);
    const Event* accusation = place.cue ? accusation_at(*place.cue) : nullptr;
    const auto done = done_by(id);
    const std::optional<StanceMatch>& said_of_it = said_[id.index];
    const bool says_more = said_of_it && (!done || said_of_it->words.size() > done->words.size());
    const StanceMatch* words = says_more ? &*said_of_it : done ? &*done : nullptr;
    if (!words && !rule) return;
    const std::string stance = words ? words->stance : rule->stance;
    if (stance == kNoStance || (stance.empty() && !tells_clause(place.content))) return;
    TakenStance taken{.statement = id,
                      .speakers = said.speakers,
                      .stance = stance,
                      .at = start_of(id),
                      .matter = matter_of(matter_tokens(place.content, words, stance)),
                      .spans = said.spans};
    taken.matter.tokens = place.content;
    if (!words) taken.opens = rule->opens;
    else if (words->pattern->part == StancePart::does) taken.opens = opening_by_words(stance, rule);
    taken.agrees = words && stance == "asserts";
    taken.asks = stance.empty();
    if (taken.asks) taken.speakers.clear();
    else if (said.speakers.empty() && place.cue)
      if (const auto subject = subject_of(done ? done->words.front() : place.cue->last - 1))
        taken.speakers = actors_at(*subject, tree_, in_.actors);
    if (words) taken.matter.refers = taken.matter.refers || names_account(*words);
    taken.accuses = taken.stance == "asserts" && (accusation || (rule && rule->opens == ClaimOpening::always));
    if (taken.stance == "asserts" && is_hinted(id)) taken.stance = "implies";
    if (taken.accuses) taken.opens = ClaimOpening::always;
    if (accusation) taken.matter.doers.insert(accusation->recipients.begin(), accusation->recipients.end());
    taken.replies = place.cue && has_lemma(*place.cue, rules_.replies);
    taken.contradicts = place.cue && has_lemma(*place.cue, rules_.contradictions);
    taken.is_by_pronoun = place.speaker.size() == 1 && tree_.word(place.speaker.front().first).upos == "PRON";
    add(std::move(taken));
  }

  // "We will close nothing" declines as an act of speech, and says of a closure that there was none.
  const StanceRule* rule_of(StatementId id) const {
    const StanceRule* rule = rules_.stance_of(statement(id).act.value_or(""));
    const auto& cue = places(id).cue;
    const bool declines = rule && rule->stance == "declines";
    return declines && cue && asserts(cue->first) && tells_clause(places(id).content) ? rules_.stance_of("assert") : rule;
  }

  bool tells_clause(const std::vector<TokenRange>& content) const {
    const auto heads = heads_of(content, tree_);
    return std::any_of(heads.begin(), heads.end(), [&](std::size_t head) { return tree_.has_child(head, "nsubj"); });
  }

  // Without the words that tell the stance; who will not speak says nothing by when or why he does not.
  std::vector<TokenRange> matter_tokens(const std::vector<TokenRange>& content, const StanceMatch* words, std::string_view stance) const {
    std::vector<std::size_t> tokens;
    for (const TokenRange& range : content)
      for (std::size_t token = range.first; token < range.last; ++token) tokens.push_back(token);
    if (words) leave_out(tokens, *words, stance);
    return as_ranges(tokens);
  }

  void leave_out(std::vector<std::size_t>& tokens, const StanceMatch& words, std::string_view stance) const {
    std::vector<std::size_t> gone = words.words;
    if (is_silent(stance))
      for (const std::size_t word : words.words)
        for (const std::size_t clause : tree_.children(word, "advcl")) {
          const auto below = tree_.subtree(clause);
          gone.insert(gone.end(), below.begin(), below.end());
        }
    std::erase_if(tokens, [&](std::size_t token) { return std::find(gone.begin(), gone.end(), token) != gone.end(); });
  }

  static bool is_silent(std::string_view stance) { return stance == "declines" || stance == "no-knowledge"; }

  bool names_account(const StanceMatch& match) const {
    return std::any_of(match.words.begin() + 1, match.words.end(),
                       [&](std::size_t token) { return is_account(token) && !tells_itself(token); });
  }

  static ClaimOpening opening_by_words(std::string_view stance, const StanceRule* rule) {
    if (stance == "denies") return ClaimOpening::always;
    if (stance == "doubts") return ClaimOpening::answered;
    if (stance != "asserts" && stance != "implies") return ClaimOpening::never;
    if (!rule) return ClaimOpening::never;
    return rule->stance == "denies" ? ClaimOpening::answered : rule->opens;
  }

  std::size_t start_of(StatementId id) const {
    const StatementTokens& place = places(id);
    if (place.cue) return place.cue->first;
    return place.content.empty() ? 0 : place.content.front().first;
  }

  bool has_lemma(TokenRange range, const std::set<std::string>& lemmas) const {
    for (std::size_t token = range.first; token < range.last; ++token)
      if (lemmas.contains(tree_.word(token).lemma)) return true;
    return false;
  }

  bool is_hinted(StatementId id) const {
    if (const auto& cue = places(id).cue) {
      if (has_lemma(*cue, rules_.hints)) return true;
      for (std::size_t token = cue->first; token < cue->last; ++token)
        for (const std::size_t child : tree_.children(token))
          if (rules_.hints.contains(tree_.word(child).lemma)) return true;
    }
    for (const std::size_t head : heads_of(places(id).content, tree_))
      for (const std::size_t child : tree_.children(head))
        if (rules_.hedges.contains(tree_.word(child).lemma)) return true;
    return false;
  }

  const Event* accusation_at(TokenRange cue) const {
    const Span span = in_.tokens.span(cue);
    for (const Event& event : in_.events.events)
      if (in_.rules.is_accusation(event) &&
          std::any_of(event.trigger.spans.begin(), event.trigger.spans.end(), [&](const Span& part) { return part.overlaps(span); }))
        return &event;
    return nullptr;
  }

  std::vector<std::size_t> tokens_at(const Spans& spans) const {
    std::vector<std::size_t> tokens;
    for (const Span& span : spans) {
      const auto& all = in_.tokens.tokens;
      auto token =
          std::lower_bound(all.begin(), all.end(), span.start, [](const Token& one, std::uint32_t start) { return one.span.end <= start; });
      for (; token != all.end() && token->span.start < span.end; ++token) tokens.push_back(static_cast<std::size_t>(token - all.begin()));
    }
    return tokens;
  }

  std::size_t top_of(const std::vector<std::size_t>& tokens) const {
    for (const std::size_t token : tokens)
      if (std::none_of(tokens.begin(), tokens.end(), [&](std::size_t other) { return other != token && tree_.is_ancestor(other, token); }))
        return token;
    return tokens.front();
  }

  // Accusations that are no statement, and what the report tells itself.
  void take_event(const Event& event) {
    const auto trigger = tokens_at(event.trigger.spans);
    if (trigger.empty()) return;
    const std::size_t top = top_of(trigger);
    const bool accuses = in_.rules.is_accusation(event);
    const bool in_cue = std::any_of(trigger.begin(), trigger.end(), [&](std::size_t token) { return is_cue_[token]; });
    if (in_cue || is_taken_[top] || rules_.answers.match(top, StancePart::does, in_.tokens, tree_)) return;
    if (accuses && !event.actors.empty()) {
      TakenStance taken{.speakers = event.actors,
                        .stance = "asserts",
                        .opens = ClaimOpening::always,
                        .at = top,
                        .matter = matter_of(as_ranges(below(top, Leave::subjects))),
                        .accuses = true,
                        .spans = event.spans};
      taken.matter.doers = {event.recipients.begin(), event.recipients.end()};
      is_taken_[top] = true;
      add(std::move(taken));
    } else if (!accuses && !event.attribution && event.status != Status::negated) {
      TakenStance told{
          .opens = ClaimOpening::answered, .at = top, .matter = matter_of(as_ranges(below(top, Leave::clauses))), .spans = event.spans};
      add(std::move(told));
    }
  }

  enum class Leave { subjects, clauses };

  // The subtree without the subject, or without what is coordinated with it.
  std::vector<std::size_t> below(std::size_t top, Leave leave) const {
    std::vector<std::size_t> tokens = tree_.subtree(top);
    for (const std::size_t child : tree_.children(top)) {
      const std::string& relation = tree_.word(child).relation;
      const bool left = is_any(relation, {"punct", "parataxis"}) ||
                        (leave == Leave::subjects ? is_any(relation, {"nsubj", "cc", "aux", "nmod:poss"}) : is_any(relation, {"cc"})) ||
                        (is_relation(relation, "conj") && tree_.has_child(child, "nsubj"));
      if (!left) continue;
      const auto gone = tree_.subtree(child);
      std::erase_if(tokens, [&](std::size_t token) { return std::binary_search(gone.begin(), gone.end(), token); });
    }
    if (leave == Leave::subjects) std::erase(tokens, top);
    return tokens;
  }

  // Predicates of answers.tsv that are no statement's cue, and speech beside a clause: "as the ministry claims".
  void take_words(std::size_t token) {
    if (is_cue_[token] || is_taken_[token]) return;
    const Word& word = tree_.word(token);
    const bool is_had = word.upos == "NOUN" && !tree_.has_child(token, "nsubj");
    if (is_unreal(token)) return;
    const auto found = rules_.answers.match(token, is_had ? StancePart::has : StancePart::does, in_.tokens, tree_);
    const bool beside = !found && is_relation(word.relation, "advcl") && is_parenthetic(token) && asserts(token);
    if (!found && !beside) return;
    const std::string stance = found ? found->stance : "asserts";
    const auto subject = is_had ? owner_of(token) : subject_of(token);
    if (!subject || stance == kNoStance || is_told_by_himself(token, *subject)) return;
    TakenStance taken{.speakers = actors_at(*subject, tree_, in_.actors), .stance = stance, .at = token};
    taken.agrees = stance == "asserts";
    auto tokens = beside ? below(word.head, Leave::clauses) : below(token, Leave::subjects);
    if (found) leave_out(tokens, *found, stance);
    taken.matter = matter_of(as_ranges(tokens));
    if (found && names_account(*found)) taken.matter.refers = true;
    if (found && tells_clause_below(token)) taken.opens = opening_by_clause(stance);
    if (beside || is_relation(word.relation, "acl")) taken.matter.refers = true;
    const auto own = below(token, Leave::clauses);
    for (const TokenRange& range : as_ranges(own)) taken.spans.push_back(in_.tokens.span(range));
    add(std::move(taken));
  }

  // "bristled at the charge that it had shelled the town", "lets it be understood that"
  bool tells_clause_below(std::size_t predicate) const {
    const auto is_clause = [&](std::size_t token) {
      return is_relation(tree_.word(token).relation, "ccomp") || tree_.word(token).relation == "acl";
    };
    const auto& children = tree_.children(predicate);
    return std::any_of(children.begin(), children.end(), [&](std::size_t child) {
      const auto& below_it = tree_.children(child);
      return is_clause(child) ||
             (is_any(tree_.word(child).relation, {"obj", "obl", "xcomp"}) && std::any_of(below_it.begin(), below_it.end(), is_clause));
    });
  }

  static ClaimOpening opening_by_clause(std::string_view stance) {
    if (stance == "denies") return ClaimOpening::always;
    return is_silent(stance) ? ClaimOpening::never : ClaimOpening::answered;
  }

  // "must acknowledge", "if he denies it", "a refusal to acknowledge"
  bool is_unreal(std::size_t verb) const {
    const Word& word = tree_.word(verb);
    const bool is_infinitive = word.feats.find("VerbForm=Inf") != std::string::npos;
    if (is_infinitive && is_any(word.relation, {"acl", "advcl"})) return true;
    const auto& children = tree_.children(verb);
    return std::any_of(children.begin(), children.end(), [&](std::size_t child) {
      return is_any(tree_.word(child).relation, {"aux", "mark"}) && rules_.unreal.contains(lower(tree_.word(child).lemma));
    });
  }

  bool asserts(std::size_t cue) const {
    const auto match = in_.cues.match(cue, in_.tokens, tree_);
    if (match && (match->rule->content.empty() || match->rule->content.front().slot != CueSlot::clause)) return false;
    const StanceRule* rule = match ? rules_.stance_of(match->act()) : nullptr;
    return rule && rule->stance == "asserts";
  }

  // In the words of the same speaker, whose statement has been read.
  bool is_told_by_himself(std::size_t predicate, std::size_t subject) const {
    const auto within = in_.statements.holding(predicate);
    return within && is_one_side(actors_at(subject, tree_, in_.actors), statement(*within).speakers);
  }

  bool is_parenthetic(std::size_t clause) const {
    const auto& children = tree_.children(clause);
    return std::any_of(children.begin(), children.end(), [&](std::size_t child) {
      return is_any(tree_.word(child).relation, {"mark", "advmod"}) && rules_.parenthetic.contains(lower(tree_.word(child).lemma));
    });
  }

  // Also of "continues to deny" and of the second of two verbs.
  std::optional<std::size_t> subject_of(std::size_t predicate) const {
    while (true) {
      const auto subjects = tree_.children(predicate, "nsubj");
      for (const std::size_t subject : subjects)
        if (!actors_at(subject, tree_, in_.actors).empty()) return subject;
      if (!subjects.empty() || !is_any(tree_.word(predicate).relation, {"xcomp", "conj"})) return std::nullopt;
      predicate = tree_.word(predicate).head;
    }
  }

  // "Doha's denial", "a denial from Doha"
  std::optional<std::size_t> owner_of(std::size_t noun) const {
    for (const std::size_t child : tree_.children(noun)) {
      if (actors_at(child, tree_, in_.actors).empty()) continue;
      const auto cases = tree_.children(child, "case");
      const bool is_source =
          std::any_of(cases.begin(), cases.end(), [&](std::size_t word) { return rules_.sources.contains(lower(tree_.word(word).lemma)); });
      if (is_relation(tree_.word(child).relation, "nmod:poss") || (is_relation(tree_.word(child).relation, "nmod") && is_source))
        return child;
    }
    return std::nullopt;
  }

  Matter matter_of(const std::vector<TokenRange>& ranges) const {
    Matter matter{.tokens = ranges};
    const auto holds_token = [&](std::size_t token) { return holds(ranges, token); };
    for (std::uint32_t i = 0; i < in_.events.events.size(); ++i) {
      const Event& event = in_.events.events[i];
      const auto trigger = tokens_at(event.trigger.spans);
      if (trigger.empty() || !holds_token(top_of(trigger)) || in_.rules.is_accusation(event)) continue;
      matter.events.push_back({i});
      matter.doers.insert(event.actors.begin(), event.actors.end());
    }
    for (const ActorMention& mention : in_.actors.mentions) {
      if (!holds_token(mention.head)) continue;
      auto& actors = mention.form == MentionForm::pronoun ? matter.pronouns : matter.named;
      actors.insert(mention.actors.begin(), mention.actors.end());
      if (is_any(tree_.word(mention.head).relation, {"nsubj", "obl:agent"}))
        matter.doers.insert(mention.actors.begin(), mention.actors.end());
    }
    const auto heads = heads_of(ranges, tree_);
    for (const TokenRange& range : ranges)
      for (std::size_t token = range.first; token < range.last; ++token) {
        add_word(token, matter);
        if (tree_.word(token).feats.find("Person=1") != std::string::npos) matter.is_first_person = true;
      }
    matter.is_only_actors =
        !heads.empty() && std::all_of(heads.begin(), heads.end(), [&](std::size_t head) { return in_.actors.headed_by(head) != nullptr; });
    for (const std::size_t head : heads) {
      if (is_account(head) && !tells_itself(head)) matter.refers = true;
      if (is_definite(head)) matter.is_definite = true;
      std::vector<std::size_t> parts = {head};
      for (const std::size_t child : tree_.children(head)) {
        if (!is_any(tree_.word(child).relation, {"nsubj", "obj", "obl"})) continue;
        if (is_account(child) && !means_actor(child) && !tells_itself(child)) matter.refers = true;
        parts.push_back(child);
      }
      if (is_told_negated(parts, tree_)) matter.is_negated = true;
    }
    return matter;
  }

  bool is_account(std::size_t token) const { return rules_.accounts.contains(lower(tree_.word(token).lemma)); }

  // "a rumour that the army had crossed the river"
  bool tells_itself(std::size_t noun) const {
    const auto& children = tree_.children(noun);
    return std::any_of(children.begin(), children.end(), [&](std::size_t child) { return tree_.word(child).relation == "acl"; });
  }

  // "it" that means an actor is no account of anything.
  bool means_actor(std::size_t token) const { return tree_.word(token).upos == "PRON" && in_.actors.headed_by(token); }

  bool is_definite(std::size_t noun) const {
    if (tree_.word(noun).upos != "NOUN") return false;
    const auto& children = tree_.children(noun);
    return std::any_of(children.begin(), children.end(), [&](std::size_t child) {
      return tree_.word(child).feats.find("Definite=Def") != std::string::npos || is_relation(tree_.word(child).relation, "nmod:poss");
    });
  }

  void add_word(std::size_t token, Matter& matter) const {
    const Word& word = tree_.word(token);
    const std::string lemma = lower(word.lemma);
    if (rules_.others.contains(lemma) && word.head != kRoot && is_account(word.head) &&
        is_any(tree_.word(word.head).relation, {"obj", "nsubj"}))
      matter.refers_elsewhere = true;
    if (word.upos == "PROPN") add_once(matter.names, lemma);
    const bool tells = std::find(kContentWords.begin(), kContentWords.end(), word.upos) != kContentWords.end();
    if (tells && !rules_.accounts.contains(lemma) && !rules_.common.contains(lemma)) add_once(matter.lemmas, lemma);
  }

  void add(TakenStance taken) {
    if (taken.spans.empty()) return;
    taken.sentence = in_.tokens.sentence_of(taken.at);
    found_.push_back(std::move(taken));
  }

  const ClaimInput& in_;
  const Tree tree_;
  const ClaimRules& rules_;
  std::vector<bool> is_cue_;    // of a statement
  std::vector<bool> is_taken_;  // words that a stance was read from
  std::vector<std::optional<StanceMatch>> said_;
  std::vector<TakenStance> found_;
};

}  // namespace

Matter find_matter(const ClaimInput& input, const std::vector<TokenRange>& tokens) { return StanceFinder(input).matter_at(tokens); }

std::vector<TakenStance> find_taken_stances(const ClaimInput& input) { return StanceFinder(input).find(); }

}  // namespace casus
