// A section is a heading and its items. An item is a row of fields, wrapped between fields with a hanging indent, and below it the
// words it rests on, on one line that is cut to the width with the decisive words in view:
//
//   EVENTS 2
//     e1  2031-05-03  Maren Tolk, Jon Aske  CONSULT phone  asserted  4th since 2031-04-27
//         Tolk and Aske spoke by telephone on Saturday for the fourth time since the war …
#include "format/brief.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <functional>
#include <map>

#include "core/check.h"
#include "core/unicode.h"
#include "format/ids.h"
#include "format/record_text.h"

namespace casus {
namespace {

constexpr std::size_t kNarrowest = 30;     // a narrower terminal wraps by itself
constexpr std::size_t kWidestTitle = 100;  // of a first line that need not be a headline, where there is no width
constexpr std::size_t kMargin = 2;
constexpr std::size_t kGap = 2;
constexpr std::size_t kWidestColumn = 28;  // a longer name or code pushes its row to the right, not all rows

using Fields = std::vector<StyledText>;

// What is looked at around the decisive words when a sentence has no end.
constexpr std::size_t kFarthestFromFocus = 600;  // code points

std::string ordinal_number(int n) {
  const int tens = n % 100;
  const bool teen = tens > 10 && tens < 14;
  constexpr std::array<const char*, 4> endings = {"th", "st", "nd", "rd"};
  return std::to_string(n) + (teen || n % 10 > 3 ? "th" : endings[static_cast<std::size_t>(n % 10)]);
}

std::string number_text(double value) {
  char text[32];
  std::snprintf(text, sizeof text, value == std::trunc(value) ? "%.0f" : "%g", value);
  return text;
}

std::string quoted(const std::string& words) { return "“" + words + "”"; }

// An act, a status, an office with hyphens is for programs.
std::string spaced(std::string text) {
  std::replace(text.begin(), text.end(), '-', ' ');
  return text;
}

// By PLOVER's quad class; a codebook's type may have none.
Style style_of(std::optional<int> quad) {
  switch (quad.value_or(0)) {
    case 1:
    case 2:
      return Style::cooperation;
    case 3:
      return Style::conflict_in_words;
    case 4:
      return Style::conflict;
    default:
      return Style::plain;
  }
}

StyledText faint(const std::string& text) { return {text, Style::faint}; }

class Brief {
 public:
  Brief(const Record& record, const BriefOptions& options) : record_(record), options_(options), text_(record) {
    if (options_.width) options_.width = std::max(*options_.width, kNarrowest);
  }

  std::string write() {
    write_head();
    for (const std::string& name : section_names()) write_section(*section(name));
    write_notes();
    return std::move(out_);
  }

 private:
  // --- lines

  void line(const StyledText& text) {
    out_ += text.render(options_.colour);
    while (out_.ends_with(' ')) out_.pop_back();
    out_ += "\n";
  }

  StyledText indented(std::size_t indent, const StyledText& text) const { return StyledText().space(indent).add(text); }

  std::size_t room(std::size_t indent) const { return *options_.width - std::min(indent, *options_.width / 2); }

  void heading(const std::string& name, std::size_t count) {
    std::string title = name;
    std::transform(title.begin(), title.end(), title.begin(), [](char c) { return static_cast<char>(std::toupper(c)); });
    out_ += "\n";
    line(StyledText(title, Style::strong).space(1).add(std::to_string(count), Style::faint));
    if (count == 0) line(indented(kMargin, faint("none found")));
  }

  // Fields that do not fit move to the next line, below the end of the first; what is longer than a line goes over several.
  void row(const StyledText& first, const Fields& fields) {
    StyledText current = indented(kMargin, first).space(kGap);
    const std::size_t indent = current.columns();
    const auto next_line = [&] {
      line(current);
      current = StyledText().space(indent);
    };
    for (const StyledText& field : fields) {
      if (field.empty()) continue;
      const std::size_t gap = current.columns() > indent ? kGap : 0;
      if (!options_.width || current.columns() + gap + field.columns() <= *options_.width) {
        current.space(gap).add(field);
        continue;
      }
      if (gap > 0) next_line();
      const auto parts = field.wrapped(room(indent));
      for (const StyledText& part : parts) {
        if (&part != &parts.front()) next_line();
        current.add(part);
      }
    }
    line(current);
  }

  void cut_line(std::size_t indent, const StyledText& text) { line(indented(indent, options_.width ? text.cut(room(indent)) : text)); }

  // The sentence around `focus`, with every one of `spans` marked.
  void words_line(std::size_t indent, Span focus, const Spans& spans) {
    Span sentence = text_.sentence(focus);
    CASUS_CHECK(focus.end <= text_.text().size() && sentence.end <= text_.text().size());
    sentence.start = std::max(sentence.start, focus.start - std::min(focus.start, kFarthestFromFocus));
    sentence.end = std::max(focus.end, std::min(sentence.end, focus.end + kFarthestFromFocus));
    const auto part = [&](std::size_t start, std::size_t end) {
      std::vector<Style> styles(end - start, Style::plain);
      for (const Span& span : spans)
        for (std::size_t i = std::max(span.start, start); i < std::min(span.end, end); ++i) styles[i - start] = Style::focus;
      return StyledText().add(std::u32string_view(text_.text()).substr(start, end - start), styles);
    };
    const StyledText before = part(sentence.start, focus.start);
    const StyledText decisive = part(focus.start, focus.end);
    const StyledText whole = StyledText(before).add(decisive).add(part(focus.end, sentence.end));
    const std::size_t first = before.cells().size();
    line(indented(indent, options_.width ? whole.cut(room(indent), first, first + decisive.cells().size()) : whole));
  }

  void words_line(std::size_t indent, const Spans& spans) {
    if (!spans.empty()) words_line(indent, spans.front(), spans);
  }

  template <class Item>
  StyledText id(std::size_t index, const std::vector<Item>& items) const {
    const auto last = static_cast<std::uint32_t>(items.size() - 1);
    return faint(id_text(Id<Item>{static_cast<std::uint32_t>(index)})).pad(id_text(Id<Item>{last}).size());
  }

  template <class Item>
  std::size_t indent(const std::vector<Item>& items) const {
    return kMargin + id(0, items).columns() + kGap;
  }

  template <class Item>
  std::size_t widest(const std::vector<Item>& items, const std::function<StyledText(const Item&)>& field) const {
    std::size_t width = 0;
    for (const Item& item : items) width = std::max(width, field(item).columns());
    return std::min(width, kWidestColumn);
  }

  // --- names

  std::string names(const std::vector<ActorId>& actors) const {
    std::vector<std::string> list;
    for (const ActorId actor : actors) list.push_back(text_.name(actor));
    return join(list, ", ");
  }

  template <class Item>
  std::string ids(const std::vector<Id<Item>>& list) const {
    std::vector<std::string> texts;
    for (const Id<Item> item : list) texts.push_back(id_text(item));
    return join(texts, " ");
  }

  static std::string date(const std::optional<Date>& date) { return date ? date->value : ""; }

  StyledText ordinal(const std::optional<Ordinal>& ordinal) const {
    if (!ordinal) return {};
    std::string since = ordinal->since_date.value_or("");
    if (since.empty() && ordinal->since) since = id_text(*ordinal->since);
    return {ordinal_number(ordinal->n) + (since.empty() ? " time" : " since " + since)};
  }

  // A place that is told by a phrase ("along the border") has its preposition.
  StyledText place(const std::optional<Place>& place) const {
    if (!place) return {};
    const auto name = from_utf8(place->name);
    const bool phrase = !place->latitude && name && !name->empty() && is_lower(name->front());
    return StyledText(phrase ? place->name : "in " + place->name);
  }

  // --- the report

  void write_head() {
    const DocumentInfo& document = record_.document;
    const std::string published = document.published ? "published " + document.published->value : "date of publication unknown";
    const StyledText title(document.title.value_or(first_line()), Style::strong);
    line(title.cut(document.title && !options_.width ? title.columns() : options_.width.value_or(kWidestTitle)));
    std::vector<std::string> about;
    std::optional<std::string> coded_by;
    if (record_.codebook) coded_by = "events coded by " + record_.codebook->name + " " + record_.codebook->version;
    for (const auto& part : {document.outlet, std::optional(published), document.place, language(), document.url, coded_by})
      if (part && !part->empty()) about.push_back(*part);
    cut_line(0, faint(join(about, " · ")));
  }

  // A text without a title is known by how it begins; one without words, by its id.
  std::string first_line() const {
    const std::string& text = record_.document.text;
    const std::size_t start = text.find_first_not_of("\n\r\t ");
    if (start == std::string::npos) return record_.document.id;
    return text.substr(start, text.find('\n', start) - start);
  }

  std::optional<std::string> language() const {
    const auto& language = record_.document.language;
    return language && *language != "en" ? std::optional("language " + *language) : std::nullopt;
  }

  // --- sections

  bool wanted(Section section, std::size_t count) const {
    const auto& sections = options_.sections;
    if (!sections.empty()) return std::find(sections.begin(), sections.end(), section) != sections.end();
    return count > 0 || section == Section::actors || section == Section::events || section == Section::statements;
  }

  void write_section(Section section) {
    switch (section) {
      case Section::actors:
        return write_items(section, record_.actors);
      case Section::events:
        return write_items(section, record_.events);
      case Section::statements:
        return write_items(section, record_.statements);
      case Section::situations:
        return write_items(section, record_.situations);
      case Section::contacts:
        return write_items(section, record_.contacts);
      case Section::claims:
        return write_items(section, record_.claims);
      case Section::commitments:
        return write_items(section, record_.commitments);
    }
  }

  template <class Item>
  void write_items(Section section, const std::vector<Item>& items) {
    if (!wanted(section, items.size())) return;
    heading(section_names()[static_cast<std::size_t>(section)], items.size());
    for (std::size_t i = 0; i < items.size(); ++i) write_item(id(i, items), items[i], indent(items));
  }

  void write_item(const StyledText& id, const Actor& actor, std::size_t indent) {
    static const auto name = [](const Actor& each) { return StyledText(each.name, Style::strong); };
    static const auto code = [](const Actor& each) { return StyledText(each.code.value_or("-"), each.code ? Style::plain : Style::faint); };
    static const auto kind = [](const Actor& each) { return faint(std::string(to_string(each.kind))); };
    Fields fields;
    for (const auto& field : std::array<std::function<StyledText(const Actor&)>, 3>{name, code, kind})
      fields.push_back(field(actor).pad(widest(record_.actors, field)));
    for (const Role& role : actor.roles) fields.push_back(role_text(role));
    if (!actor.member_of.empty()) fields.push_back(faint("part of " + names(actor.member_of)));
    row(id, fields);
    cut_line(indent, mentions(actor));
  }

  static StyledText role_text(const Role& role) {
    StyledText text(role.office + (role.of ? " of " + *role.of : ""));
    if (role.from == Source::knowledge) text.space(1).add("(not in the text)", Style::faint);
    return text;
  }

  // Each wording once, with how often it stands: "Tolk ×4, she ×2, the prime minister".
  StyledText mentions(const Actor& actor) const {
    std::vector<std::string> order;
    std::map<std::string, int> counts;
    for (const Mention& mention : actor.mentions) {
      const std::string words = text_.words(mention.span);
      if (++counts[words] == 1) order.push_back(words);
    }
    StyledText text;
    for (const std::string& words : order) {
      if (!text.empty()) text.add(", ", Style::faint);
      text.add(words, Style::plain);
      if (counts[words] > 1) text.add(" ×" + std::to_string(counts[words]), Style::faint);
    }
    return text;
  }

  void write_item(const StyledText& id, const Event& event, std::size_t indent) {
    static const auto when = [](const Event& each) { return each.date ? StyledText(each.date->value) : faint("-"); };
    Fields fields = {when(event).pad(widest<Event>(record_.events, when)),
                     who(event),
                     type(event),
                     status(event),
                     ordinal(event.ordinal),
                     place(event.place)};
    for (const std::string& harm : harms(event)) fields.emplace_back(harm);
    if (event.attribution) fields.push_back(attribution(*event.attribution));
    row(id, fields);
    words_line(indent, event.trigger.spans.empty() ? event.spans : event.trigger.spans);
  }

  StyledText who(const Event& event) const {
    StyledText text;
    if (event.actors.empty()) text.add("somebody", Style::faint);
    else text.add(names(event.actors), Style::strong);
    if (!event.recipients.empty()) text.add(" → ", Style::faint).add(names(event.recipients), Style::strong);
    return text;
  }

  static StyledText type(const Event& event) { return {event.type + (event.mode ? " " + *event.mode : ""), style_of(event.quad)}; }

  static StyledText status(const Event& event) {
    return {std::string(to_string(event.status)), event.status == Status::asserted ? Style::faint : Style::warning};
  }

  static std::vector<std::string> harms(const Event& event) {
    std::vector<std::string> texts;
    const Casualties& casualties = event.casualties;
    if (casualties.killed) texts.push_back(std::to_string(*casualties.killed) + " killed");
    if (casualties.injured) texts.push_back(std::to_string(*casualties.injured) + " injured");
    if (texts.empty() && casualties.text) texts.push_back(quoted(*casualties.text));
    for (const Number& number : event.numbers) {
      if (!texts.empty() && (number.what == "killed" || number.what == "injured")) continue;
      texts.push_back(number.what + " " + number.text.value_or(number.low ? number_text(*number.low) : ""));
    }
    return texts;
  }

  StyledText attribution(StatementId id) const {
    return faint("says " + text_.speaker(id).value_or("somebody") + " (" + id_text(id) + ")");
  }

  void write_item(const StyledText& id, const Statement& statement, std::size_t indent) {
    Fields fields = {speaker(statement)};
    if (statement.cue) fields.emplace_back(quoted(statement.cue->text));
    if (statement.act) fields.push_back(act(statement));
    if (statement.form) fields.push_back(faint(std::string(to_string(*statement.form))));
    if (!statement.addressees.empty()) fields.emplace_back("to " + names(statement.addressees));
    if (!statement.via.empty()) fields.emplace_back("via " + names(statement.via));
    if (statement.medium) fields.push_back(faint(*statement.medium));
    if (statement.within) fields.push_back(faint("within " + id_text(*statement.within)));
    fields.push_back(faint(date(statement.date)));
    row(id, fields);
    if (statement.content && !statement.content->text.empty()) cut_line(indent, content(statement));
    else words_line(indent, statement.spans);
  }

  static StyledText content(const Statement& statement) {
    const std::string& words = statement.content->text;
    return StyledText(statement.form == SpeechForm::direct && !words.starts_with("“") ? quoted(words) : words);
  }

  // Acts that say no by themselves need not be told to be negative.
  static StyledText act(const Statement& statement) {
    static const std::array<std::string_view, 6> negative = {"deny", "doubt", "refuse", "reject", "decline", "no-knowledge"};
    const bool says_no = std::find(negative.begin(), negative.end(), *statement.act) != negative.end();
    const bool negated = statement.polarity == Polarity::negative && !says_no;
    return {(negated ? "not " : "") + spaced(*statement.act), negated ? Style::warning : Style::plain};
  }

  // The words stand beside the name where they are another name for it: "Jon Aske (the president)".
  StyledText speaker(const Statement& statement) const {
    const std::string name = names(statement.speakers);
    const std::string words = statement.speaker ? statement.speaker->text : "";
    if (name.empty()) return words.empty() ? faint("somebody") : StyledText(words, Style::strong);
    StyledText text(name, Style::strong);
    if (!words.empty() && name.find(words) == std::string::npos) text.space(1).add("(" + words + ")", Style::faint);
    return text;
  }

  void write_item(const StyledText& id, const Situation& situation, std::size_t indent) {
    Fields fields = {StyledText(situation.name.value_or(situation.kind), Style::strong)};
    if (situation.name) fields.push_back(faint(spaced(situation.kind)));
    fields.emplace_back(situation.status == "unknown" ? "" : situation.status);
    if (situation.began) fields.emplace_back("since " + situation.began->value);
    if (situation.ended) fields.emplace_back("until " + situation.ended->value);
    if (!situation.parties.empty()) fields.emplace_back("between " + names(situation.parties));
    std::vector<std::string> where;
    for (const Place& each : situation.places) where.push_back(each.name);
    if (!where.empty()) fields.emplace_back("in " + join(where, ", "));
    if (!situation.events.empty()) fields.push_back(faint("events " + ids(situation.events)));
    row(id, fields);
    words_line(indent, situation.spans);
  }

  void write_item(const StyledText& id, const Contact& contact, std::size_t indent) {
    Fields fields = {StyledText(date(contact.date)), StyledText(names(contact.parties), Style::strong), StyledText(contact.kind),
                     ordinal(contact.ordinal), place(contact.place)};
    if (contact.initiator) fields.emplace_back("at the instance of " + text_.name(*contact.initiator));
    for (const Words& topic : contact.topics) fields.emplace_back("about " + quoted(topic.text));
    if (!contact.outcomes.empty()) fields.push_back(faint("outcome " + ids(contact.outcomes)));
    if (!contact.readouts.empty()) fields.push_back(faint("told in " + ids(contact.readouts)));
    if (contact.event) fields.push_back(faint("event " + id_text(*contact.event)));
    row(id, fields);
    words_line(indent, contact.spans);
  }

  void write_item(const StyledText& id, const Claim& claim, std::size_t indent) {
    const Proposition& proposition = claim.proposition;
    const Style style = claim.standing == "uncontested" ? Style::faint : Style::warning;
    Fields fields = {StyledText(claim.standing, style), StyledText(proposition.text, Style::strong)};
    if (proposition.event) fields.push_back(faint("event " + id_text(*proposition.event)));
    row(id, fields);
    for (const Position& position : claim.positions) {
      Fields parts = {StyledText(position.actor ? text_.name(*position.actor) : "somebody"), faint(date(position.date))};
      if (position.statement) parts.push_back(faint(id_text(*position.statement)));
      parts.push_back(faint(spaced(position.why)));
      row(StyledText().space(indent - kMargin).add(spaced(position.stance)), parts);
      words_line(indent + kGap, position.spans);
    }
    if (claim.positions.empty()) words_line(indent, claim.spans);
  }

  void write_item(const StyledText& id, const Commitment& commitment, std::size_t indent) {
    const auto parties = [this](const Commitment& each) { return bound_to(each); };
    static const auto duty = [](const Commitment& each) { return StyledText(spaced(each.duty.value_or("-"))); };
    Fields fields = {bound_to(commitment).pad(widest<Commitment>(record_.commitments, parties)),
                     duty(commitment).pad(widest<Commitment>(record_.commitments, duty))};
    if (commitment.instrument) fields.push_back(instrument(*commitment.instrument));
    if (commitment.condition) fields.emplace_back("if " + quoted(commitment.condition->text));
    for (const Scope& scope : commitment.includes) fields.emplace_back("covers " + scope_text(scope));
    for (const Scope& scope : commitment.excludes) fields.emplace_back("not " + scope_text(scope));
    fields.emplace_back("triggered: " + commitment.triggered, commitment.triggered == "no" ? Style::faint : Style::warning);
    if (commitment.because) fields.emplace_back("because " + quoted(commitment.because->text));
    if (commitment.terms) add_terms(*commitment.terms, fields);
    if (commitment.from == Source::knowledge) fields.push_back(faint("(not in the text)"));
    for (const StatementId statement : commitment.statements) fields.push_back(attribution(statement));
    row(id, fields);
    words_line(indent, commitment.spans);
  }

  StyledText bound_to(const Commitment& commitment) const {
    StyledText text(commitment.bound.empty() ? "somebody" : names(commitment.bound), Style::strong);
    if (!commitment.beneficiaries.empty()) text.add(" → ", Style::faint).add(names(commitment.beneficiaries), Style::strong);
    return text;
  }

  static StyledText instrument(const Instrument& instrument) {
    return StyledText("under " + instrument.name).add(instrument.article ? " (article " + *instrument.article + ")" : "", Style::plain);
  }

  static void add_terms(const TreatyTerms& terms, Fields& fields) {
    if (terms.condition) fields.emplace_back("if: " + *terms.condition);
    if (terms.territory) fields.emplace_back("territory: " + *terms.territory);
    if (terms.as_of) fields.emplace_back("as of " + *terms.as_of);
  }

  std::string scope_text(const Scope& scope) const {
    if (scope.text) return *scope.text;
    if (scope.actor) return text_.name(*scope.actor);
    return scope.code.value_or("?");
  }

  void write_notes() {
    if (record_.notes.empty()) return;
    heading("notes", record_.notes.size());
    for (const Note& note : record_.notes) {
      row(StyledText("!", Style::warning), {StyledText(note.code, Style::strong), StyledText(note.message)});
      words_line(kMargin + 1 + kGap, note.spans);
    }
  }

  const Record& record_;
  BriefOptions options_;
  RecordText text_;
  std::string out_;
};

}  // namespace

const std::vector<std::string>& section_names() {
  static const std::vector<std::string> names = {"actors", "events", "statements", "situations", "contacts", "claims", "commitments"};
  return names;
}

std::optional<Section> section(std::string_view name) {
  const auto& names = section_names();
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return std::nullopt;
  return static_cast<Section>(found - names.begin());
}

std::string brief(const Record& record, const BriefOptions& options) { return Brief(record, options).write(); }

}  // namespace casus
