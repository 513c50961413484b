#include "events/retelling.h"

#include <algorithm>
#include <set>
#include <string>

#include "events/counting.h"
#include "timeplace/calendar.h"

namespace casus {
namespace {

using Parties = std::vector<ActorId>;
using Lemmas = std::set<std::string>;

constexpr std::size_t kNear = 2;      // sentences that a noun without parties points back over
constexpr double kSameContent = 0.5;  // share of the words of the shorter content

bool has(const Parties& parties, ActorId id) { return std::find(parties.begin(), parties.end(), id) != parties.end(); }

bool share(const Parties& one, const Parties& other) {
  return std::any_of(one.begin(), one.end(), [&](ActorId id) { return has(other, id); });
}

bool is_part_of(const Parties& few, const Parties& many) {
  return std::all_of(few.begin(), few.end(), [&](ActorId id) { return has(many, id); });
}

// What stands for one event while more of its words are found.
struct Telling {
  ToldEvent told;
  std::vector<std::size_t> drafts;
};

class Joiner {
 public:
  Joiner(const Given& given, const std::vector<EventDraft>& drafts) : given_(given), drafts_(drafts) {}

  Retold join(std::vector<ToldEvent> told) {
    Retold retold;
    for (ToldEvent& one : told) {
      const auto same = std::find_if(tellings_.rbegin(), tellings_.rend(), [&](const Telling& telling) {
        return is_same(telling, one) && (one.of_its_own ? has_reason(telling, one) : is_near(telling, one));
      });
      if (same != tellings_.rend()) {
        retold.event_of.push_back(static_cast<std::size_t>(tellings_.rend() - same) - 1);
        take_up(*same, one);
      } else if (one.of_its_own) {
        retold.event_of.push_back(tellings_.size());
        tellings_.push_back({.told = one, .drafts = {one.draft}});
      } else {
        retold.event_of.push_back(std::nullopt);
      }
    }
    for (Telling& telling : tellings_) retold.events.push_back(std::move(telling.told));
    return retold;
  }

 private:
  bool is_same(const Telling& earlier, const ToldEvent& later) const {
    const Event& a = earlier.told.event;
    const Event& b = later.event;
    return a.type == b.type && agree(a.mode, b.mode) && same_status(a, b) && may_be_of_one_time(a.date, b.date) &&
           may_be_at_one_place(a.place, b.place) && !differ(a.ordinal, b.ordinal) && !differ(a.numbers, b.numbers) &&
           may_be_the_same(a.actors, b.actors) && may_be_the_same(a.recipients, b.recipients) && !is_another(drafts_[later.draft]);
  }

  template <class Value>
  static bool agree(const std::optional<Value>& one, const std::optional<Value>& other) {
    return !one || !other || *one == *other;
  }

  // Background that has no date of its own is what was told with one; a date of the past makes another event of what the report is about.
  static bool same_status(const Event& earlier, const Event& later) {
    if (earlier.status == later.status) return true;
    const auto happened = [](Status status) { return status == Status::asserted || status == Status::historical; };
    if (!happened(earlier.status) || !happened(later.status)) return false;
    return earlier.date || !later.date;
  }

  static bool may_be_of_one_time(const std::optional<Date>& one, const std::optional<Date>& other) {
    if (!one || !other) return true;
    const auto a = days_of(one->value), b = days_of(other->value);
    return !a || !b || (a->first <= b->last && b->first <= a->last);
  }

  static bool may_be_at_one_place(const std::optional<Place>& one, const std::optional<Place>& other) {
    if (!one || !other || one->name == other->name) return true;
    if (!one->latitude || !other->latitude) return true;
    if (one->geonames_id && one->geonames_id == other->geonames_id) return true;
    // A town told in the one, its province or state in the other.
    const bool area = one->feature_class == "A" || other->feature_class == "A";
    return area && one->country == other->country;
  }

  static bool differ(const std::optional<Ordinal>& one, const std::optional<Ordinal>& other) { return one && other && one->n != other->n; }

  static bool differ(const std::vector<Number>& one, const std::vector<Number>& other) {
    return std::any_of(one.begin(), one.end(), [&](const Number& a) {
      return std::any_of(other.begin(), other.end(), [&](const Number& b) {
        return a.what == b.what && !a.part && !b.part && !a.total && !b.total &&
               ((a.high && b.low && *a.high < *b.low) || (b.high && a.low && *b.high < *a.low));
      });
    });
  }

  // One names more of them than the other, or tells the place of those whom the other names.
  bool may_be_the_same(const Parties& one, const Parties& other) const {
    if (is_part_of(one, other) || is_part_of(other, one)) return true;
    return std::all_of(one.begin(), one.end(), [&](ActorId a) {
      return std::any_of(other.begin(), other.end(), [&](ActorId b) { return a == b || is_place_of(a, b) || is_place_of(b, a); });
    });
  }

  bool is_place_of(ActorId place, ActorId other) const {
    const Actor& where = given_.actors.actors[place.index];
    const Actor& who = given_.actors.actors[other.index];
    const bool place_like = where.kind == ActorKind::place || where.kind == ActorKind::state;
    const bool people = who.kind == ActorKind::people || who.kind == ActorKind::place || who.kind == ActorKind::state;
    return place_like && people && (!who.country || who.country == where.country);
  }

  // "another attack", "a second attack"
  bool is_another(const EventDraft& draft) const {
    if (given_.grammar.is_resumed(draft.match->token)) return false;
    const WordTest& further = given_.lexicon.words("further");
    for (const std::size_t host : draft.match->hosts)
      for (const std::size_t child : given_.tree.children(host))
        if (further.lemmas.contains(given_.tree.word(child).lemma)) return true;
    return false;
  }

  bool has_reason(const Telling& earlier, const ToldEvent& later) const {
    const Event& a = earlier.told.event;
    const Event& b = later.event;
    const bool place = a.place && b.place;
    if (tells_only_the_doer(a, b) && names_its_noun_again(later.draft)) return is_near(earlier, later);
    if (!share(a.actors, b.actors) && !share(a.recipients, b.recipients) && !place) return false;
    if (given_.facts_of(a.type).by_words) return same_content(earlier, later);
    if (same_lemma(earlier, later) || name_the_same_sides(a, b)) return true;
    const bool date = a.date && b.date && a.date->value == b.date->value;
    return points_back(given_, drafts_[later.draft]) || (!is_verb(later.draft) && (date || place));
  }

  static bool tells_only_the_doer(const Event& earlier, const Event& later) {
    return earlier.actors.empty() && !earlier.recipients.empty() && later.recipients.empty() && !later.actors.empty();
  }

  // "The ultimatum came from Oslo"
  bool names_its_noun_again(std::size_t draft) const {
    const Match& match = *drafts_[draft].match;
    const WordTest& pointing = given_.lexicon.words("pointing");
    return std::any_of(match.hosts.begin(), match.hosts.end(), [&](std::size_t host) {
      const auto determiners = given_.tree.children(host, "det");
      return given_.tree.word(host).upos == "NOUN" && std::any_of(determiners.begin(), determiners.end(), [&](std::size_t word) {
               return pointing.lemmas.contains(given_.tree.word(word).lemma);
             });
    });
  }

  // To whom it was done, or all who did it together.
  static bool name_the_same_sides(const Event& one, const Event& other) {
    const auto common = std::count_if(one.actors.begin(), one.actors.end(), [&](ActorId id) { return has(other.actors, id); });
    if (share(one.recipients, other.recipients)) return common > 0 || one.actors.empty() || other.actors.empty();
    return common > 1;
  }

  bool is_near(const Telling& earlier, const ToldEvent& later) const {
    const std::size_t last = given_.tokens.sentence_of(drafts_[earlier.drafts.back()].match->token);
    return given_.tokens.sentence_of(drafts_[later.draft].match->token) <= last + kNear;
  }

  bool is_verb(std::size_t draft) const { return given_.grammar.is_verb(drafts_[draft].match->token); }

  bool same_lemma(const Telling& earlier, const ToldEvent& later) const {
    const std::string& lemma = given_.tree.word(drafts_[later.draft].match->token).lemma;
    return std::any_of(earlier.drafts.begin(), earlier.drafts.end(), [&](std::size_t draft) {
      return given_.tree.word(drafts_[draft].match->token).lemma == lemma || same_deed_noun(draft, later.draft);
    });
  }

  // "an air strike on the town", "the strike killed ten"
  bool same_deed_noun(std::size_t earlier, std::size_t later) const {
    const Lemmas nouns = deed_nouns(earlier), others = deed_nouns(later);
    return std::any_of(nouns.begin(), nouns.end(), [&](const std::string& noun) { return others.contains(noun); });
  }

  // The event noun of a predicate, itself or a verb's subject.
  Lemmas deed_nouns(std::size_t draft) const {
    Lemmas nouns;
    const Match& match = *drafts_[draft].match;
    for (const std::size_t host : match.hosts) {
      const Word& word = given_.tree.word(host);
      if (word.upos == "NOUN" && (host == match.token || word.relation == "nsubj")) nouns.insert(word.lemma);
    }
    return nouns;
  }

  bool same_content(const Telling& earlier, const ToldEvent& later) const {
    const Lemmas words = content_of(later.draft);
    return std::any_of(earlier.drafts.begin(), earlier.drafts.end(), [&](std::size_t draft) {
      const Lemmas others = content_of(draft);
      const std::size_t fewer = std::min(words.size(), others.size());
      if (fewer == 0) return same_lemma(earlier, later);
      const auto common = std::count_if(words.begin(), words.end(), [&](const std::string& lemma) { return others.contains(lemma); });
      return static_cast<double>(common) >= kSameContent * static_cast<double>(fewer);
    });
  }

  // What is said: nouns, verbs and adjectives below the predicate; the parties aside.
  Lemmas content_of(std::size_t draft) const {
    const Match& match = *drafts_[draft].match;
    Lemmas lemmas;
    for (const std::size_t token : given_.tree.subtree(match.clause)) {
      const Word& word = given_.tree.word(token);
      if (word.upos != "NOUN" && word.upos != "VERB" && word.upos != "ADJ" && word.upos != "PROPN") continue;
      if (std::binary_search(match.hosts.begin(), match.hosts.end(), token) || given_.actors.headed_by(token)) continue;
      lemmas.insert(word.lemma);
    }
    return lemmas;
  }

  // What the later telling adds; what was told first stays.
  void take_up(Telling& telling, const ToldEvent& later) const {
    Event& event = telling.told.event;
    const Event& more = later.event;
    telling.drafts.push_back(later.draft);
    const auto fill = [](auto& field, const auto& other) {
      if (!field) field = other;
    };
    if (!event.mode && more.mode) {
      event.mode = more.mode;
      event.cameo = more.cameo;
      given_.ontology.complete(event);
    }
    if (event.actors.empty() || (more.actors.size() > event.actors.size() && is_part_of(event.actors, more.actors)))
      event.actors = more.actors;
    if (event.recipients.empty() || (more.recipients.size() > event.recipients.size() && is_part_of(event.recipients, more.recipients)))
      event.recipients = more.recipients;
    std::erase_if(event.recipients, [&](ActorId id) { return has(event.actors, id); });
    fill(event.initiator, more.initiator);
    fill(event.ordinal, more.ordinal);
    fill(event.place, more.place);
    if (more.date && (!event.date || more.date->value.size() > event.date->value.size())) event.date = more.date;
    const std::vector<Number> known = event.numbers;
    for (const Number& number : more.numbers)
      if (number.total || std::none_of(known.begin(), known.end(), [&](const Number& one) { return one.what == number.what; }))
        event.numbers.push_back(number);
    event.casualties = casualties_of(event.numbers);
    for (const std::string& context : more.contexts)
      if (std::find(event.contexts.begin(), event.contexts.end(), context) == event.contexts.end()) event.contexts.push_back(context);
    std::sort(event.contexts.begin(), event.contexts.end());
    // What the report itself tells once rests on nobody's word.
    if (!more.attribution) event.attribution.reset();
    event.confidence = std::max(event.confidence, more.confidence);
    event.spans.insert(event.spans.end(), more.spans.begin(), more.spans.end());
    std::sort(event.spans.begin(), event.spans.end());
    event.spans.erase(std::unique(event.spans.begin(), event.spans.end()), event.spans.end());
  }

  const Given& given_;
  const std::vector<EventDraft>& drafts_;
  std::vector<Telling> tellings_;
};

}  // namespace

bool points_back(const Given& given, const EventDraft& draft) {
  if (given.grammar.is_verb(draft.match->token)) return false;
  if (given.grammar.is_resumed(draft.match->token)) return true;
  const WordTest& pointing = given.lexicon.words("pointing");
  const auto determiners = given.tree.children(draft.match->token, "det");
  return std::any_of(determiners.begin(), determiners.end(),
                     [&](std::size_t word) { return pointing.lemmas.contains(given.tree.word(word).lemma); });
}

Retold join_retellings(const Given& given, const std::vector<EventDraft>& drafts, std::vector<ToldEvent> told) {
  return Joiner(given, drafts).join(std::move(told));
}

}  // namespace casus
