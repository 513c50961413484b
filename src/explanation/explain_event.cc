#include "explanation/explain_event.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <map>

#include "explanation/tree_drawing.h"
#include "format/styled_text.h"

namespace casus {
namespace {

constexpr std::size_t kColumns = 4;  // tree, tags, relation, mark
constexpr std::size_t kGap = 2;
constexpr std::size_t kLongestCell = 60;  // columns of a row's words

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : std::string(between)) + part;
  return text;
}

std::size_t columns_of(const std::string& text) {
  std::size_t columns = 0;
  for (const char c : text) columns += (static_cast<unsigned char>(c) & 0xC0U) != 0x80 ? 1 : 0;
  return columns;
}

std::string quoted(const std::string& text) { return "\"" + text + "\""; }

std::string with_two_digits(double value) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.2f", value);
  return text.data();
}

std::string_view in_words(PhrasePart part) {
  switch (part) {
    case PhrasePart::head:
      return "its head";
    case PhrasePart::apposition:
      return "the name beside it";
    case PhrasePart::members:
      return "those that it is a group of";
    case PhrasePart::agent:
      return "who it is by";
    case PhrasePart::owner:
      return "its owner";
    case PhrasePart::modifier:
      return "the word before it";
    case PhrasePart::of:
      return "what it is of";
    case PhrasePart::place:
      return "where it is";
  }
  return "";
}

std::string_view in_words(Weakness weakness) {
  switch (weakness) {
    case Weakness::indirect_actor:
      return "a part of the phrase, not its head, names the actor";
    case Weakness::indirect_recipient:
      return "a part of the phrase, not its head, names the recipient";
    case Weakness::no_actor:
      return "nobody is found who did it";
    case Weakness::bare_noun:
      return "the predicate is a noun that no light verb carries";
    case Weakness::witness_disagrees:
      return "the factuality head disagrees";
  }
  return "";
}

std::string_view in_words(ReasonKind kind) {
  switch (kind) {
    case ReasonKind::frame:
      return "as the frame itself says";
    case ReasonKind::cue:
      return "a word beside the predicate";
    case ReasonKind::governor:
      return "a word above it";
    case ReasonKind::outer:
      return "an event that it stands inside of";
    case ReasonKind::speech:
      return "the act of the statement";
    case ReasonKind::grammar:
      return "its tense, its mood or a question";
    case ReasonKind::date:
      return "the day of the event";
    case ReasonKind::unvouched:
      return "an infinitive that nothing vouches for";
    case ReasonKind::witness:
      return "by the factuality head, where the words are silent";
  }
  return "";
}

std::string in_words(const Argument& argument) {
  std::vector<std::string> alternatives;
  for (const auto& alternative : argument.alternatives) {
    std::vector<std::string> slots;
    for (const Slot& slot : alternative) slots.emplace_back(name_of(slot));
    alternatives.push_back(joined(slots, ","));
  }
  return joined(alternatives, "|");
}

// "rules/lexicon/aid.tsv:14" -> "aid.tsv:14"
std::string file_of(const std::string& place) { return place.substr(place.find_last_of('/') + 1); }

// Lists of words can be long.
std::string cut(const std::string& text) { return StyledText(text).cut(kLongestCell).render(Colour::no); }

bool is_of_any_verb(const Frame& frame) { return frame.predicates.front().lemma == "*"; }

std::string coded(const std::string& type, const std::string& mode) { return mode.empty() ? type : type + " " + mode; }
std::string coded(const Event& event) { return coded(event.type, event.mode.value_or("")); }
std::string named(EventId id) { return "e" + std::to_string(id.index + 1); }

class Explainer {
 public:
  Explainer(const Layers& layers, const EventsTrace& trace) : layers_(layers), trace_(trace) {}

  std::string event(EventId id) {
    const Event& event = layers_.events.events[id.index];
    const auto traced = std::find_if(trace_.matches.begin(), trace_.matches.end(), [&](const auto& each) { return each.event == id; });
    text_ = named(id) + " " + coded(event) + (event.cameo ? " (CAMEO " + *event.cameo + ")" : "") + ": " + actors(event.actors);
    if (!event.recipients.empty()) text_ += " -> " + actors(event.recipients);
    text_ += ", " + std::string(to_string(event.status)) + "\n";
    draw(layers_.tokens.sentence_of(traced->match.token), marks(*traced));
    add_frame(*traced);
    add_parties(event, *traced);
    add_standing(event, *traced);
    add_confidence(event, *traced);
    add_rivals(traced->match);
    return text_;
  }

  std::string sentence(std::size_t index) {
    const TokenRange range = layers_.tokens.sentences[index];
    std::map<std::size_t, std::string> events;
    std::string all;
    for (const TracedMatch& traced : trace_.matches) {
      if (!traced.event || !range.contains(traced.match.token)) continue;
      add_to(events[traced.match.token], named(*traced.event));
      add_to(all, named(*traced.event));
    }
    text_ = "sentence " + std::to_string(index + 1) + " of " + std::to_string(layers_.tokens.sentences.size()) + ": " +
            (all.empty() ? "no event" : all) + "\n";
    draw(index, events);
    const std::size_t before = text_.size();
    for (std::size_t token = range.first; token < range.last; ++token) add_predicate(token);
    if (text_.size() == before) {
      title("The lexicon knows no word of it as a predicate");
      add_verbs(range);
    }
    return text_;
  }

 private:
  void line(const std::string& text) { text_ += "    " + printable(text) + "\n"; }
  void title(const std::string& text) { text_ += "\n  " + printable(text) + "\n"; }

  static void add_to(std::string& list, const std::string& more) { list += (list.empty() ? "" : ", ") + more; }

  const std::string& form(std::size_t token) const { return layers_.tokens.tokens[token].form; }
  const Word& word(std::size_t token) const { return trace_.parse.words[token]; }

  std::string words_at(const TokenList& tokens) const {
    std::string list;
    for (const std::size_t token : tokens) add_to(list, quoted(form(token)));
    return list;
  }

  std::string mention(std::size_t head) const {
    const ActorMention* found = layers_.actors.headed_by(head);
    return quoted(found ? slice(layers_.document, layers_.tokens.span(found->range)) : form(head));
  }

  std::string actor(ActorId id) const {
    const Actor& known = layers_.actors.actors[id.index];
    return known.name + " (" + (known.code ? *known.code + ", " : "") + "a" + std::to_string(id.index + 1) + ")";
  }

  std::string actors(const std::vector<ActorId>& ids) const {
    std::string list;
    for (const ActorId id : ids) add_to(list, actor(id));
    return list.empty() ? "nobody" : list;
  }

  // "lexicon/aid.send (rules/lexicon/aid.tsv:14): send|ship object:@aid"
  static std::string row(const Frame& frame) { return "lexicon/" + frame.id + " (" + frame.place + "): " + frame.text; }

  // --- the tree

  // `marks` stand beside the words.
  void draw(std::size_t sentence, const std::map<std::size_t, std::string>& marks) {
    const TokenRange range = layers_.tokens.sentences[sentence];
    const std::vector<std::string> lines = draw_tree(trace_.parse, range);
    std::vector<std::array<std::string, kColumns>> rows;
    std::array<std::size_t, kColumns> widths{};
    for (std::size_t token = range.first; token < range.last; ++token) {
      const Word& parsed = word(token);
      rows.push_back({lines[token - range.first] + printable(form(token)), parsed.upos + " " + parsed.xpos, parsed.relation,
                      marks.contains(token) ? printable(marks.at(token)) : ""});
      for (std::size_t i = 0; i < kColumns; ++i) widths[i] = std::max(widths[i], columns_of(rows.back()[i]));
    }
    text_ += "\n";
    for (const auto& row : rows) {
      std::string text = std::string(2 * kGap, ' ');
      for (std::size_t i = 0; i < kColumns; ++i) text += row[i] + std::string(widths[i] - columns_of(row[i]) + kGap, ' ');
      text.erase(text.find_last_not_of(' ') + 1);
      text_ += text + "\n";
    }
  }

  std::map<std::size_t, std::string> marks(const TracedMatch& traced) const {
    std::map<std::size_t, std::string> found;
    const Attempt& attempt = attempt_of(traced.match);
    found[traced.match.token] = "predicate";
    for (const auto& [child, token] : attempt.filled)
      if (child->wanted) add_to(found[token], std::string(name_of(child->slot)));
    if (traced.match.clause != traced.match.token) add_to(found[traced.match.clause], "carries the noun");
    for (const Finding& finding : traced.match.actor.findings) add_to(found[finding.mention], "actor");
    for (const Finding& finding : traced.match.recipient.findings) add_to(found[finding.mention], "recipient");
    for (const Finding& finding : traced.complement) add_to(found[finding.mention], "recipient");
    return found;
  }

  // --- an event

  const Attempt& attempt_of(const Match& match) const {
    return *std::find_if(trace_.attempts.begin(), trace_.attempts.end(),
                         [&](const Attempt& attempt) { return attempt.token == match.token && attempt.frame == match.frame; });
  }

  void add_frame(const TracedMatch& traced) {
    const Frame& frame = *traced.match.frame;
    title(frame.of_head ? "the event head" : "the frame");
    line(frame.of_head ? "no frame has the word; who takes part is read as " + frame.id + " (" + frame.place + ") has it: " + frame.text
                       : row(frame));
    line(quoted(form(traced.match.token)) + " is its predicate (" + word(traced.match.token).lemma + "/" + word(traced.match.token).upos +
         ")");
    for (const auto& [child, token] : attempt_of(traced.match).filled)
      if (child->wanted) line(quoted(form(token)) + " is its " + cut(child->text));
    if (traced.match.clause != traced.match.token) line(quoted(form(traced.match.clause)) + " carries the noun");
    line("says " + coded(frame.type, frame.mode) + (frame.cameo.empty() ? "" : ", CAMEO " + frame.cameo));
    for (const TypeChange& change : traced.changes) line(in_words(change));
  }

  std::string in_words(const TypeChange& change) const {
    const Embedding& by = *change.by;
    const std::string what = coded(by.type, by.mode.empty() && by.type == change.type ? change.mode : by.mode);
    if (!change.inner)
      return (change.because ? "is still to come by " + quoted(form(*change.because)) : "is still to come") + ": becomes " + what + " (" +
             by.place + ")";
    const TracedMatch& inner = trace_.matches[*change.inner];
    return "holds " + in_short(inner) + ": becomes " + what + " (" + by.place + ")";
  }

  // "ASSAULT by "attacked""
  std::string in_short(const TracedMatch& traced) const {
    return (traced.event ? named(*traced.event) + ", " : "") + coded(traced.match.frame->type, traced.match.frame->mode) + " by " +
           quoted(form(traced.match.token));
  }

  void add_parties(const Event& event, const TracedMatch& traced) {
    title("who");
    add_role("actor", RoleName::actor, event.actors, traced.match.actor, traced);
    if (!traced.match.reciprocal) add_role("recipient", RoleName::recipient, event.recipients, traced.match.recipient, traced);
    for (const Finding& finding : traced.complement) line("recipient " + in_words(finding, "in the complement"));
    if (traced.recipients_inside && traced.match.recipient.actors.empty())
      line("recipient " + actors(event.recipients) + ": taken from " + in_short(trace_.matches[*traced.recipients_inside]));
    if (event.initiator) line("initiator " + actor(*event.initiator));
  }

  void add_role(const std::string& name, RoleName role, const std::vector<ActorId>& ids, const Resolved& resolved,
                const TracedMatch& traced) {
    const Argument* argument = traced.match.frame->argument(role);
    if (!argument && role == RoleName::actor) argument = traced.match.frame->argument(RoleName::both);
    if (!argument) return;
    for (const Finding& finding : resolved.findings)
      line(name + " " + in_words(finding, finding.slot ? "as " + std::string(name_of(*finding.slot)) : ""));
    if (ids.empty()) line(name + " nobody: none found as " + casus::in_words(*argument));
    else if (resolved.findings.empty() && !resolved.actors.empty()) line(name + " " + actors(resolved.actors) + ": who says the sentence");
  }

  // "Mali (MLI, a2): as object, by its owner, "Mali" of "army""
  std::string in_words(const Finding& finding, const std::string& where) const {
    const ActorMention* found = layers_.actors.headed_by(finding.mention);
    std::string text = (found ? actors(found->actors) : mention(finding.mention)) + ": ";
    if (!where.empty()) text += where + ", ";
    if (finding.part == PhrasePart::head) return text + "by the phrase's head, " + mention(finding.mention);
    return text + "by " + std::string(casus::in_words(finding.part)) + ", " + mention(finding.mention) + " in the phrase of " +
           quoted(form(finding.phrase));
  }

  void add_standing(const Event& event, const TracedMatch& traced) {
    title("how it is meant: " + std::string(to_string(event.status)));
    for (const Reason& reason : traced.standing.reasons()) line(in_words(reason));
    if (traced.standing.outer) line("stands inside " + in_short(trace_.matches[*traced.standing.outer]));
    if (event.attribution) line(in_words(*event.attribution));
    if (event.date) {
      std::vector<std::string> spans;
      for (const Span span : event.date->spans) spans.push_back(slice(layers_.document, span));
      line("on " + event.date->value + (spans.empty() ? "" : ", by " + quoted(joined(spans, " "))));
    }
  }

  // "denied by "denied", a word above it"
  std::string in_words(const Reason& reason) const {
    return std::string(to_string(reason.status)) + " by " + quoted(form(reason.token)) + ", " + std::string(casus::in_words(reason.kind));
  }

  std::string in_words(StatementId id) const {
    const Statement& statement = layers_.statements.statements[id.index];
    return "in statement s" + std::to_string(id.index + 1) + " of " + actors(statement.speakers) +
           (statement.act ? ", act " + *statement.act : "") + (statement.cue ? ", by " + quoted(statement.cue->text) : "");
  }

  void add_confidence(const Event& event, const TracedMatch& traced) {
    double full = event.confidence.value_or(0);
    for (const Deduction& deduction : traced.deductions) full /= deduction.factor;
    title("confidence " + with_two_digits(event.confidence.value_or(0)));
    const Match& match = traced.match;
    line(with_two_digits(full) + (match.frame->of_head ? " by the event head alone" : " where a frame fits in all parts"));
    if (match.probability)
      line("the event head gives " + with_two_digits(static_cast<double>(*match.probability)) + " to " + match.frame->type);
    for (const Deduction& deduction : traced.deductions)
      line("times " + with_two_digits(deduction.factor) + ": " + std::string(casus::in_words(deduction.weakness)));
    if (traced.witness) line("the factuality head gives " + with_two_digits(static_cast<double>(*traced.witness)) + " (-2 no, 2 yes)");
  }

  void add_rivals(const Match& match) {
    const Attempt& winner = attempt_of(match);
    std::vector<const Attempt*> rivals;
    for (const Attempt& attempt : trace_.attempts)
      if (attempt.token == match.token && &attempt != &winner && is_of_any_verb(*attempt.frame) == is_of_any_verb(*match.frame))
        rivals.push_back(&attempt);
    title(rivals.empty() ? "no other frame has this word" : "the frames that lost");
    add_attempts(rivals, &winner);
  }

  // --- what became of frames

  void add_attempts(const std::vector<const Attempt*>& attempts, const Attempt* winner) {
    std::size_t others = 0;
    for (const Attempt* attempt : attempts) {
      others += attempt->outcome == Outcome::another_part_of_speech ? 1 : 0;
      if (attempt->outcome == Outcome::another_part_of_speech) continue;
      line("lexicon/" + attempt->frame->id + " (" + file_of(attempt->frame->place) + ") " + why(*attempt, winner));
    }
    if (others > 0) line(std::to_string(others) + (others == 1 ? " is" : " are") + " for another part of speech");
  }

  std::string found_or(const TokenList& found, const std::string& nothing) const {
    return found.empty() ? nothing : "found " + words_at(found);
  }

  std::string why(const Attempt& attempt, const Attempt* winner) const {
    switch (attempt.outcome) {
      case Outcome::chosen:
        return attempt.frame->is_event() ? "fits" : "fits: the words are no event";
      case Outcome::outranked:
        return "fits too, but " + compared(*attempt.frame, *winner->frame);
      case Outcome::part_of_another:
        return "fits, but the word is a part of the predicate at " + quoted(form(attempt.other));
      case Outcome::attribute:
        return "a participle before its noun says who somebody is, not what happened";
      case Outcome::another_part_of_speech:
        return "is for another part of speech";
      case Outcome::missing_dependent:
        return "needs " + cut(attempt.child->text) + ", " + found_or(attempt.found, "nothing is there");
      case Outcome::unwanted_dependent:
        return "is ruled out by " + cut(attempt.child->text) + ", " + words_at(attempt.found);
      case Outcome::no_occasion:
        return "asks for what happened, and this tells what for";
      case Outcome::unmet_condition:
        return unmet(attempt);
      case Outcome::outweighed:
        return "fits, but the event head says that the word tells of none";
      case Outcome::missing_party:
        return "fits, but lacks somebody whom its type needs";
    }
    return "";
  }

  static std::string compared(const Frame& loser, const Frame& winner) {
    const int asked = demand(loser), by_winner = demand(winner);
    if (winner.of_codebook && !loser.of_codebook) return "is none of the codebook's, whose row won";
    if (loser.is_event() && !winner.is_event()) return "what is no event is tried before it";
    if (asked == by_winner) return "stands after the one that won, which asks for as much";
    return "asks for less than the one that won: " + std::to_string(asked) + " against " + std::to_string(by_winner);
  }

  std::string unmet(const Attempt& attempt) const {
    const Condition& condition = *attempt.condition;
    std::vector<std::string> mentions;
    for (const std::size_t head : attempt.found) mentions.push_back(mention(head));
    const std::string found = mentions.empty() ? "nobody is found" : "found " + joined(mentions, ", ");
    if (condition.role == RoleName::content || condition.attribute == Attribute::light) return "asks for " + condition.text;
    const Argument* argument = attempt.frame->argument(condition.role);
    if (!argument) argument = attempt.frame->argument(RoleName::both);
    return (condition.wanted ? "needs " : "rules out by ") + condition.text + ", " + found +
           (argument && mentions.empty() ? " as " + casus::in_words(*argument) : "");
  }

  // --- a sentence

  void add_predicate(std::size_t token) {
    std::vector<const Attempt*> losers;
    const Attempt* winner = nullptr;
    const Attempt* outweighed = nullptr;  // the winner among the frames
    for (const Attempt& attempt : trace_.attempts) {
      if (attempt.token != token || is_hopeless(attempt)) continue;
      if (attempt.outcome == Outcome::chosen) winner = &attempt;
      else losers.push_back(&attempt);
      if (attempt.outcome == Outcome::outweighed) outweighed = &attempt;
    }
    const bool tried =
        std::any_of(losers.begin(), losers.end(), [](const Attempt* loser) { return loser->outcome != Outcome::another_part_of_speech; });
    if (!winner && !tried) return;
    title(quoted(form(token)) + " (" + word(token).lemma + "/" + word(token).upos + ")");
    if (winner && !winner->frame->is_event()) add_attempts({winner}, winner);
    bool is_event = false;
    for (const TracedMatch& traced : trace_.matches) {
      if (traced.match.token != token) continue;
      line(became(traced));
      is_event = is_event || traced.event;
    }
    if (!is_event) add_attempts(losers, winner ? winner : outweighed);
  }

  // Of the rows that every verb has, only those that nearly fit are worth a word.
  static bool is_hopeless(const Attempt& attempt) {
    return is_of_any_verb(*attempt.frame) &&
           (attempt.outcome == Outcome::missing_dependent || attempt.outcome == Outcome::another_part_of_speech);
  }

  std::string became(const TracedMatch& traced) const {
    const std::string type = traced.changes.empty() ? traced.match.frame->type : traced.changes.back().by->type;
    const std::string frame = (traced.match.frame->of_head ? "" : "lexicon/") + traced.match.frame->id;
    switch (traced.fate) {
      case Fate::event:
        return "is " + named(*traced.event) + ", by " + frame;
      case Fate::absorbed:
        return frame + " fits: a part of " + in_short(trace_.matches[*traced.other]);
      case Fate::repeated:
        return frame + " fits, but says again what " + in_short(trace_.matches[*traced.other]) + " says";
      case Fate::habit:
        return frame + " fits, but the present tells what holds or recurs: no event";
      case Fate::without_politics:
        return frame + " fits, but " + type + " needs somebody political among its parties: no event";
      case Fate::without_parties:
        return frame + " fits, but no actor and no recipient is found: no event";
      case Fate::without_actor:
        return frame + " fits, but " + type + " needs an actor, and none is found: no event";
      case Fate::without_recipient:
        return frame + " fits, but " + type + " needs a recipient, and none is found: no event";
    }
    return "";
  }

  void add_verbs(TokenRange range) {
    for (std::size_t token = range.first; token < range.last; ++token)
      if (word(token).upos == "VERB") line(quoted(form(token)) + " (" + word(token).lemma + "/VERB) is in no row");
  }

  const Layers& layers_;
  const EventsTrace& trace_;
  std::string text_;
};

}  // namespace

std::string explain_event(const Layers& layers, const EventsTrace& trace, EventId event) { return Explainer(layers, trace).event(event); }

std::string explain_sentence(const Layers& layers, const EventsTrace& trace, std::size_t sentence) {
  return Explainer(layers, trace).sentence(sentence);
}

}  // namespace casus
