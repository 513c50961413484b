// Phrases with names make situations; those with the same kind of story and the same names are one. What points back ("the war", "the
// fighting") is told of the one named last before it, else of the first after it. A situation without a name stays where its course is
// told.
#include "situations/situations.h"

#include <algorithm>

#include "events/grammar.h"
#include "situations/context_parties.h"
#include "situations/courses.h"
#include "situations/phrases.h"
#include "timeplace/calendar.h"

namespace casus {
namespace {

struct Draft {
  std::vector<std::size_t> phrases;  // indices, the first one makes it
  std::set<std::string> keys;
};

bool includes(const std::set<std::string>& more, const std::set<std::string>& less) {
  return std::includes(more.begin(), more.end(), less.begin(), less.end());
}

// The year, month or day that lies so long before.
std::optional<Date> date_before(const Duration& duration, const std::string& from) {
  const auto days = days_of(from);
  if (!days) return std::nullopt;
  const std::chrono::year_month_day day(days->first);
  std::string value;
  switch (duration.unit) {
    case Unit::year:
      value = iso_year(static_cast<int>(day.year()) - duration.n);
      break;
    case Unit::month:
      value = iso_month(month_of(days->first) - std::chrono::months(duration.n));
      break;
    case Unit::week: {
      const Day monday = monday_of(days->first - std::chrono::weeks(duration.n));
      value = iso_interval(monday, monday + std::chrono::days(6));
      break;
    }
    case Unit::day:
      value = iso_day(days->first - std::chrono::days(duration.n));
      break;
  }
  return Date{std::move(value), DateFrom::relative, duration.spans};
}

class SituationFinder {
 public:
  SituationFinder(const Document& document, const Tokens& tokens, const Tree& tree, const Actors& actors, const Dates& dates,
                  const Events& events, const TimeRules& time_rules, const Lexicon& lexicon, const Knowledge& knowledge,
                  const SituationRules& rules)
      : document_(document),
        tokens_(tokens),
        tree_(tree),
        actors_(actors),
        dates_(dates),
        events_(events),
        knowledge_(knowledge),
        rules_(rules),
        phrases_(find_situation_phrases(tokens, tree, actors, dates, knowledge, rules)),
        courses_(find_courses(phrases_, tokens, Grammar(tokens, tree, lexicon), dates, time_rules, lexicon, rules)) {}

  std::vector<Situation> find() {
    for (std::size_t i = 0; i < phrases_.size(); ++i)
      if (phrases_[i].naming == Naming::full && exists(i)) add_named(i);
    for (std::size_t i = 0; i < phrases_.size(); ++i)
      if (phrases_[i].naming == Naming::half && exists(i)) add_half_named(i);
    for (std::size_t i = 0; i < phrases_.size(); ++i)
      if (phrases_[i].naming == Naming::none && exists(i)) add_pointing(i);
    for (const std::size_t half_named : left_)
      if (Draft* meant = pointed_at(half_named)) meant->phrases.push_back(half_named);
    std::vector<ToldSituation> told;
    for (const Draft& draft : drafts_)
      if (is_named(draft) || is_dated(draft) || has_parties(draft) || is_domestic(draft)) told.push_back(told_situation(draft));
    std::sort(told.begin(), told.end(), [](const ToldSituation& a, const ToldSituation& b) {
      const Span one = a.situation.spans.front(), other = b.situation.spans.front();
      return std::pair(one.start, one.end) < std::pair(other.start, other.end);
    });
    std::vector<Situation> situations;
    for (ToldSituation& one : with_parties_of_context(std::move(told), tokens_, tree_, actors_, knowledge_, rules_))
      if (auto found = completed(std::move(one))) situations.push_back(*std::move(found));
    return situations;
  }

 private:
  // "A war", "any talks" and what does not point to anything may be only thought of, unless it is told that it began.
  bool exists(std::size_t index) const {
    const SituationPhrase& phrase = phrases_[index];
    if (phrase.kind->lasts == Lasts::onset && is_only_thought_of(phrase.head)) return false;
    if (phrase.article == Article::definite) return true;
    if (phrase.article == Article::absent && (phrase.plural || phrase.naming == Naming::full)) return true;
    return std::any_of(courses_.begin(), courses_.end(),
                       [&](const ToldCourse& told) { return told.phrase == index && told.tells && (told.happened || told.date); });
  }

  // "a feared invasion"
  bool is_only_thought_of(std::size_t head) const {
    return std::any_of(events_.events.begin(), events_.events.end(),
                       [&](const Event& event) { return !took_place(event) && overlaps(event.trigger.spans, tokens_.tokens[head].span); });
  }

  bool tell_the_same(std::size_t phrase, const Draft& draft) const {
    return phrases_[phrase].kind->joins == phrases_[draft.phrases.front()].kind->joins;
  }

  void add_named(std::size_t index) {
    const auto& keys = phrases_[index].keys;
    for (Draft& draft : drafts_)
      if (tell_the_same(index, draft) && (includes(draft.keys, keys) || includes(keys, draft.keys))) {
        draft.phrases.push_back(index);
        draft.keys.insert(keys.begin(), keys.end());
        return;
      }
    drafts_.push_back({.phrases = {index}, .keys = keys});
  }

  void add_half_named(std::size_t index) {
    if (Draft* meant = pointed_at(index)) meant->phrases.push_back(index);
    else if (is_dated({.phrases = {index}, .keys = {}}) || is_held_by_somebody(index) ||
             (phrases_[index].article == Article::definite && phrases_[index].kind->lasts == Lasts::period))
      drafts_.push_back({.phrases = {index}, .keys = {}});
    else left_.push_back(index);
  }

  void add_pointing(std::size_t index) {
    if (Draft* meant = pointed_at(index)) meant->phrases.push_back(index);
    else drafts_.push_back({.phrases = {index}, .keys = {}});
  }

  bool is_held_by_somebody(std::size_t index) const {
    Situation found;
    add_parties_by_course({.phrases = {index}, .keys = {}}, found);
    return !found.parties.empty();
  }

  Draft* pointed_at(std::size_t index) {
    Draft* before = nullptr;
    Draft* after = nullptr;
    std::size_t last_before = 0;
    for (Draft& draft : drafts_) {
      if (!tell_the_same(index, draft)) continue;
      if (!after) after = &draft;
      for (const std::size_t phrase : draft.phrases)
        if (phrase < index && (!before || phrase >= last_before)) {
          before = &draft;
          last_before = phrase;
        }
    }
    return before ? before : after;
  }

  bool is_named(const Draft& draft) const { return phrases_[draft.phrases.front()].naming != Naming::none; }

  bool is_dated(const Draft& draft) const {
    return std::any_of(courses_.begin(), courses_.end(), [&](const ToldCourse& told) { return is_of(told, draft) && told.date; }) ||
           own_date_of_onset(draft);
  }

  // "the insurgency"
  bool is_domestic(const Draft& draft) const {
    const SituationPhrase& phrase = phrases_[draft.phrases.front()];
    return phrase.domestic && phrase.article == Article::definite;
  }

  // By events told in its own words: "held talks", "the clashes with the guards of Rur".
  bool has_parties(const Draft& draft) const {
    Situation found;
    add_parties_of_events(draft, found);
    add_parties_by_course(draft, found);
    std::set<std::string> countries;
    for (const ActorId id : found.parties)
      if (actor(id).country) countries.insert(*actor(id).country);
    return countries.size() > 1;
  }

  static bool is_of(const ToldCourse& told, const Draft& draft) {
    return std::find(draft.phrases.begin(), draft.phrases.end(), told.phrase) != draft.phrases.end();
  }

  ToldSituation told_situation(const Draft& draft) const {
    const SituationPhrase& main = main_phrase(draft);
    ToldSituation told{.situation = {.kind = main.kind->kind}, .phrases = {}, .main = &main};
    Situation& found = told.situation;
    take_parties(draft, *main.kind, found);
    if (main.kind->lasts == Lasts::day) take_day(draft, found);
    else take_course(draft, found);
    for (const std::size_t phrase : draft.phrases) {
      told.phrases.push_back(&phrases_[phrase]);
      found.spans.push_back(tokens_.span(phrases_[phrase].name));
    }
    std::sort(found.spans.begin(), found.spans.end());
    return told;
  }

  // With its name and events; "the talks" is a name where it is told between whom and since when.
  std::optional<Situation> completed(ToldSituation told) const {
    Situation& found = told.situation;
    const bool named = told.main->naming != Naming::none;
    const bool known = !found.parties.empty() && (found.began || told.main->domestic);
    if (!named && told.main->domestic && !known && !found.began) return std::nullopt;
    if (named || known) found.name = slice(document_, tokens_.span(told.main->name));
    take_events(found);
    return std::move(found);
  }

  // Of all that tell it by a name the one of the kind that stands first in the table, and the fullest of these.
  const SituationPhrase& main_phrase(const Draft& draft) const {
    const auto rank = [&](std::size_t index) {
      const SituationPhrase& phrase = phrases_[index];
      return std::tuple(phrase.naming == Naming::none, phrase.kind, phrase.naming);
    };
    return phrases_[*std::min_element(draft.phrases.begin(), draft.phrases.end(),
                                      [&](std::size_t a, std::size_t b) { return rank(a) < rank(b); })];
  }

  // --- between whom, and where

  void take_parties(const Draft& draft, const SituationKind& kind, Situation& found) const {
    for (const std::size_t index : draft.phrases) {
      for (const ActorId id : phrases_[index].actors)
        if (is_party(id, kind)) add_party(id, found);
      if (kind.scene == Setting::party)
        for (const ActorId id : phrases_[index].actors)
          if (actor(id).kind == ActorKind::place) add_country_of(id, found);
      for (const TokenRange range : phrases_[index].places) add_place(range, found);
    }
    add_parties_of_events(draft, found);
    add_parties_by_course(draft, found);
  }

  // Who open, hold or end talks are between whom they are.
  void add_parties_by_course(const Draft& draft, Situation& found) const {
    for (const ToldCourse& told : courses_) {
      if (!is_of(told, draft) || !told.happened || phrases_[told.phrase].kind->scene != Setting::venue) continue;
      for (const std::size_t head : told.by)
        if (const ActorMention* mention = actors_.headed_by(head))
          for (const ActorId id : mention->actors) add_side(id, found);
    }
  }

  void add_parties_of_events(const Draft& draft, Situation& found) const {
    for (const Event& event : events_.events) {
      const bool own = std::any_of(draft.phrases.begin(), draft.phrases.end(), [&](std::size_t index) {
        return overlaps(event.trigger.spans, tokens_.tokens[phrases_[index].head].span) &&
               rules_.may_belong(phrases_[index].kind->kind, event);
      });
      if (!own || !took_place(event)) continue;
      for (const auto* side : {&event.actors, &event.recipients})
        for (const ActorId id : *side) add_side(id, found);
    }
  }

  // Of a person his state, where the report names it.
  void add_side(ActorId id, Situation& found) const {
    const Actor& one = actor(id);
    if (one.kind == ActorKind::state || one.kind == ActorKind::organisation || one.kind == ActorKind::group) add_party(id, found);
    else add_country_of(id, found);
  }

  static bool took_place(const Event& event) {
    return event.status == Status::asserted || event.status == Status::alleged || event.status == Status::historical;
  }

  static bool overlaps(const Spans& spans, Span other) {
    return std::any_of(spans.begin(), spans.end(), [&](Span span) { return span.overlaps(other); });
  }

  const Actor& actor(ActorId id) const { return actors_.actors[id.index]; }

  bool is_party(ActorId id, const SituationKind& kind) const {
    const Actor& one = actor(id);
    if (one.kind == ActorKind::person || one.kind == ActorKind::role) return false;
    return one.kind != ActorKind::place || (kind.scene == Setting::party && is_country(one, knowledge_)) || is_between(id);
  }

  // Places in "talks between Russia and Georgia".
  bool is_between(ActorId id) const { return is_country(actor(id), knowledge_) && !is_venue(id); }

  bool is_venue(ActorId id) const {
    return std::any_of(actors_.mentions.begin(), actors_.mentions.end(), [&](const ActorMention& mention) {
      return mention.actors == std::vector{id} && std::any_of(phrases_.begin(), phrases_.end(), [&](const SituationPhrase& phrase) {
               return phrase.name.contains(mention.head) && stands_alone(mention.head, phrase);
             });
    });
  }

  // Not coordinated with another.
  bool stands_alone(std::size_t head, const SituationPhrase& phrase) const {
    const bool coordinated = tree_.has_child(head, "conj") || is_relation(tree_.word(head).relation, "conj");
    return !coordinated && tree_.word(head).head == phrase.head;
  }

  static void add_party(ActorId id, Situation& found) {
    if (std::find(found.parties.begin(), found.parties.end(), id) == found.parties.end()) found.parties.push_back(id);
  }

  // The state that a place in the name belongs to, where the report names it.
  void add_country_of(ActorId place, Situation& found) const {
    for (std::uint32_t i = 0; i < actors_.actors.size(); ++i)
      if (actor(place).country && actor({i}).country == actor(place).country && is_country(actor({i}), knowledge_)) add_party({i}, found);
  }

  void add_place(TokenRange range, Situation& found) const {
    const ActorMention* mention = actors_.covering(range.first);
    const Span span = tokens_.span(range);
    const std::string name = slice(document_, span);
    for (Place& place : found.places)
      if (place.name == name) return place.spans.push_back(span);
    Place place{.name = name, .spans = {span}};
    if (mention && mention->actors.size() == 1) place.country = actor(mention->actors.front()).country;
    found.places.push_back(std::move(place));
  }

  // --- when

  bool is_past(const Date& date) const {
    const auto days = days_of(date.value);
    const auto published = dates_.published ? days_of(dates_.published->value) : std::nullopt;
    return days && published && days->first <= published->first;
  }

  void take_course(const Draft& draft, Situation& found) const {
    bool ended = false, began = false, goes_on = false;
    std::optional<Date> resumed;
    for (const ToldCourse& told : courses_) {
      if (!is_of(told, draft) || !told.tells || !told.happened) continue;
      const bool ahead = told.date && !is_past(*told.date);
      if (told.tells == Course::ends) {
        ended = ended || !ahead;
        if (told.date && !found.ended) found.ended = told.date;
      }
      if (told.tells == Course::begins || told.tells == Course::dates) {
        began = began || !ahead;
        if (told.date && !found.began) found.began = told.date;
      }
      if (told.tells == Course::resumes) {
        began = began || !ahead;
        if (told.date && !resumed) resumed = told.date;
      }
      goes_on = goes_on || told.tells == Course::lasts;
    }
    if (!found.began) found.began = own_date_of_onset(draft);
    began = began || (found.began && is_past(*found.began));
    if (!found.began) found.began = reckoned_back(draft, found.ended);
    if (!found.began) found.began = resumed;
    for (const std::size_t index : draft.phrases)
      if (!found.began) found.began = year_in_name(phrases_[index]);
    if (ended) found.status = "ended";
    else if (began || goes_on) found.status = "ongoing";
  }

  std::optional<Date> reckoned_back(const Draft& draft, const std::optional<Date>& ended) const {
    const auto& from = ended ? ended : dates_.published;
    for (const ToldCourse& told : courses_)
      if (is_of(told, draft) && told.since && from && (told.tells || ended || is_still_on(draft)))
        return date_before(*told.since, from->value);
    return std::nullopt;
  }

  bool is_still_on(const Draft& draft) const {
    return std::any_of(courses_.begin(), courses_.end(),
                       [&](const ToldCourse& told) { return is_of(told, draft) && told.tells == Course::lasts && told.happened; });
  }

  void take_day(const Draft& draft, Situation& found) const {
    for (const ToldCourse& told : courses_)
      if (is_of(told, draft) && told.date && !found.began && told.tells != Course::ends) found.began = told.date;
    for (const std::size_t index : draft.phrases)
      if (!found.began) found.began = own_date(phrases_[index]);
    for (const std::size_t index : draft.phrases)
      if (!found.began) found.began = year_in_name(phrases_[index]);
    if (!found.began) return;
    const auto days = days_of(found.began->value);
    const auto published = dates_.published ? days_of(dates_.published->value) : std::nullopt;
    if (!days || !published || days->last >= published->first) return;
    found.ended = found.began;
    found.status = "ended";
  }

  // "the 1967 war"
  std::optional<Date> year_in_name(const SituationPhrase& phrase) const {
    for (std::size_t token = phrase.name.first; token < phrase.name.last; ++token)
      if (is_year(tokens_.tokens[token].form)) return Date{tokens_.tokens[token].form, DateFrom::text, {tokens_.tokens[token].span}};
    return std::nullopt;
  }

  std::optional<Date> own_date_of_onset(const Draft& draft) const {
    for (const std::size_t index : draft.phrases)
      if (phrases_[index].kind->lasts == Lasts::onset)
        if (auto date = own_date(phrases_[index])) return date;
    return std::nullopt;
  }

  // "the earthquake of April 25".
  std::optional<Date> own_date(const SituationPhrase& phrase) const {
    const DateMention* mention = dates_.of_predicate(phrase.head);
    return mention ? std::optional(mention->date) : std::nullopt;
  }

  // --- what belongs to it

  std::set<std::string> countries_of(const Situation& found) const {
    std::set<std::string> countries;
    for (const ActorId id : found.parties)
      if (actor(id).country) countries.insert(*actor(id).country);
    for (const Place& place : found.places)
      if (place.country) countries.insert(*place.country);
    return countries;
  }

  void take_events(Situation& found) const {
    const auto countries = countries_of(found);
    for (std::uint32_t i = 0; i < events_.events.size(); ++i) {
      const Event& event = events_.events[i];
      if (took_place(event) && rules_.may_belong(found.kind, event) && is_within(event.date, found) &&
          (involves(event, countries) || is_itself(event, found)))
        found.events.push_back({i});
    }
  }

  static bool is_within(const std::optional<Date>& date, const Situation& found) {
    const auto days = date ? days_of(date->value) : std::nullopt;
    if (!days) return true;
    const auto began = found.began ? days_of(found.began->value) : std::nullopt;
    const auto ended = found.ended ? days_of(found.ended->value) : std::nullopt;
    return (!began || began->first <= days->last) && (!ended || days->first <= ended->last);
  }

  // Its outbreak, told by its own words.
  static bool is_itself(const Event& event, const Situation& found) {
    return std::any_of(found.spans.begin(), found.spans.end(), [&](Span span) { return overlaps(event.trigger.spans, span); });
  }

  bool involves(const Event& event, const std::set<std::string>& countries) const {
    const auto is_of_one = [&](ActorId id) { return actor(id).country && countries.contains(*actor(id).country); };
    return std::any_of(event.actors.begin(), event.actors.end(), is_of_one) ||
           std::any_of(event.recipients.begin(), event.recipients.end(), is_of_one) ||
           (event.place && event.place->country && countries.contains(*event.place->country));
  }

  const Document& document_;
  const Tokens& tokens_;
  const Tree& tree_;
  const Actors& actors_;
  const Dates& dates_;
  const Events& events_;
  const Knowledge& knowledge_;
  const SituationRules& rules_;
  const std::vector<SituationPhrase> phrases_;
  const std::vector<ToldCourse> courses_;
  std::vector<Draft> drafts_;
  std::vector<std::size_t> left_;  // indices of phrases named by half that make none
};

}  // namespace

Situations find_situations(const Document& document, const Tokens& tokens, const Parse& parse, const Actors& actors, const Dates& dates,
                           const Events& events, const TimeRules& time_rules, const Lexicon& lexicon, const Knowledge& knowledge,
                           const SituationRules& rules) {
  const Tree tree(tokens, parse);
  return {SituationFinder(document, tokens, tree, actors, dates, events, time_rules, lexicon, knowledge, rules).find()};
}

Events with_ordinals_dated(const Events& events, const Situations& situations) {
  Events dated = events;
  for (Event& event : dated.events) {
    if (!event.ordinal) continue;
    for (std::uint32_t i = 0; i < situations.situations.size(); ++i) {
      const Situation& situation = situations.situations[i];
      const Spans& told = event.ordinal->spans;
      const auto counts_from = [&](Span span) {
        return std::any_of(told.begin(), told.end(), [&](Span anchor) { return anchor.contains(span); });
      };
      if (std::none_of(situation.spans.begin(), situation.spans.end(), counts_from)) continue;
      event.ordinal->since = SituationId{i};
      if (!event.ordinal->since_date && situation.began) event.ordinal->since_date = situation.began->value;
    }
  }
  return dated;
}

}  // namespace casus
