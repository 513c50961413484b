// Events and letters are taken in the order of the text; each joins the last contact before it with which it agrees, or is a new one. Then
// come the nouns that point back.
#include "ledgers/contact_gathering.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "events/details.h"
#include "ledgers/contact_letters.h"
#include "timeplace/calendar.h"

namespace casus {
namespace {

constexpr std::string_view kAfter = "after";
constexpr std::array<std::string_view, 5> kBeside = {"in", "during", "at", kAfter, "following"};
constexpr std::size_t kNear = 4;  // sentences over which "the two ministers" are those told of before

bool was_held(Status status) { return status == Status::asserted || status == Status::alleged || status == Status::historical; }

// Of the kinds of one, in its order, those that the other may be too.
ContactKinds common(const ContactKinds& one, const ContactKinds& other) {
  ContactKinds both;
  for (const std::string& kind : one)
    if (std::find(other.begin(), other.end(), kind) != other.end()) both.push_back(kind);
  return both;
}

bool is_within(const Date& one, const Date& other) {
  const auto inner = days_of(one.value), outer = days_of(other.value);
  return inner && outer && outer->first <= inner->first && inner->last <= outer->last;
}

bool may_be_on_one_day(const std::optional<Date>& one, const std::optional<Date>& other) {
  return !one || !other || is_within(*one, *other) || is_within(*other, *one);
}

// The narrower of two that may be one.
std::optional<Date> narrower(const std::optional<Date>& told, const std::optional<Date>& again) {
  if (!told || !again) return told ? told : again;
  return is_within(*again, *told) ? again : told;
}

bool may_be_in_one_place(const std::optional<Place>& one, const std::optional<Place>& other) {
  if (!one || !other || one->name == other->name) return true;
  const auto is_whole_country = [](const Place& place) { return place.feature_class == "A" || !place.feature_class; };
  return one->country && one->country == other->country && (is_whole_country(*one) || is_whole_country(*other));
}

bool differ(const std::optional<Ordinal>& one, const std::optional<Ordinal>& other) { return one && other && one->n != other->n; }

template <class Value>
void fill(std::optional<Value>& told, const std::optional<Value>& again) {
  if (!told) told = again;
}

void add_words(TokenList& words, const TokenList& more) {
  words.insert(words.end(), more.begin(), more.end());
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
}

void add_spans(Spans& spans, const Spans& more) {
  spans.insert(spans.end(), more.begin(), more.end());
  std::sort(spans.begin(), spans.end());
  spans.erase(std::unique(spans.begin(), spans.end()), spans.end());
}

class ContactGatherer {
 public:
  explicit ContactGatherer(const ContactScene& scene) : scene_(scene) {}

  GatheredContacts gather() {
    std::vector<GatheredContact> tellings = tellings_of_events();
    for (GatheredContact& telling : tellings_beside_deeds(tellings)) tellings.push_back(std::move(telling));
    for (ToldLetter& letter : find_letters(scene_)) tellings.push_back(telling_of(letter));
    std::stable_sort(tellings.begin(), tellings.end(),
                     [](const GatheredContact& one, const GatheredContact& other) { return one.words.front() < other.words.front(); });
    for (GatheredContact& telling : tellings) take(std::move(telling));
    take_nouns();
    return std::move(contacts_);
  }

 private:
  std::vector<GatheredContact> tellings_of_events() const {
    std::vector<GatheredContact> tellings;
    for (std::uint32_t i = 0; i < scene_.events.events.size(); ++i) {
      const Event& event = scene_.events.events[i];
      const TokenList words = scene_.tokens_in(event.trigger.spans);
      const ContactRule* rule = scene_.rules.rule_of(event, with_parts(words), scene_.tree);
      if (!rule || rule->kinds.empty() || words.empty()) continue;
      const bool planned = rule->planned || event.status == Status::future;
      if ((!was_held(event.status) && event.status != Status::future) || is_imagined(words)) continue;
      tellings.push_back({.contact = contact_of(EventId{i}, words), .kinds = rule->kinds, .planned = planned, .words = words});
    }
    return tellings;
  }

  // "talks would be pointless"
  bool is_imagined(const TokenList& words) const {
    if (words.size() != 1 || !is_relation(scene_.tree.word(words.front()).relation, "nsubj")) return false;
    const std::size_t head = scene_.tree.word(words.front()).head;
    const auto& beside = scene_.tree.children(head);
    return !scene_.grammar.is_verb(head) && std::any_of(beside.begin(), beside.end(), [&](std::size_t word) {
      const auto status = scene_.lexicon.cue(scene_.tree.word(word).relation, scene_.tree.word(word).lemma);
      return status && !was_held(*status);
    });
  }

  // "In a phone conversation he urged him to leave", "they agreed after four days of talks": whoever does it, and with whom or to whom.
  std::vector<GatheredContact> tellings_beside_deeds(const std::vector<GatheredContact>& told) const {
    std::vector<GatheredContact> tellings;
    for (std::size_t noun = 0; noun < scene_.tokens.tokens.size(); ++noun) {
      const ContactKinds* kinds = scene_.rules.kinds_of_noun(noun, scene_.tree);
      const std::size_t verb = kinds ? deed_beside(noun) : kRoot;
      if (verb == kRoot || points_back(noun) || is_told(noun, told)) continue;
      const ContactParties parties = parties_beside(noun, verb);
      if (parties.size() < 2) continue;
      tellings.push_back({.contact = contact_beside(noun, verb, parties), .kinds = *kinds, .planned = false, .words = {noun}});
    }
    return tellings;
  }

  // The verb that says what was done in the contact; also where it stands below a measure: "four days of talks".
  std::size_t deed_beside(std::size_t noun) const {
    const std::size_t whole = whole_of(noun), verb = scene_.tree.word(whole).head;
    if (verb == kRoot || !scene_.grammar.is_verb(verb) || !is_relation(scene_.tree.word(whole).relation, "obl")) return kRoot;
    const std::string preposition = scene_.grammar.preposition_of(whole);
    const bool is_beside = std::find(kBeside.begin(), kBeside.end(), preposition) != kBeside.end();
    const auto& words = scene_.tree.children(verb);
    const bool happened = std::none_of(words.begin(), words.end(), [&](std::size_t word) {
      const auto status = scene_.lexicon.cue(scene_.tree.word(word).relation, scene_.tree.word(word).lemma);
      return status && !was_held(*status);
    });
    return is_beside && happened ? verb : kRoot;
  }

  static bool is_told(std::size_t noun, const std::vector<GatheredContact>& told) {
    return std::any_of(told.begin(), told.end(), [&](const GatheredContact& telling) {
      return telling.contact.parties.size() > 1 && std::binary_search(telling.words.begin(), telling.words.end(), noun);
    });
  }

  ContactParties parties_beside(std::size_t noun, std::size_t verb) const {
    ContactParties parties;
    add_meant(parties, scene_.grammar.subjects(verb));
    if (parties.empty()) return parties;
    for (const std::string_view with : {"with", "between"}) add_meant(parties, scene_.grammar.prepositional({noun}, with));
    if (parties.size() > 1) return parties;
    TokenList others = scene_.grammar.objects(verb);
    for (const std::size_t other : scene_.tree.children(verb, "iobj")) others.push_back(other);
    for (const std::string_view to : {"to", "with"})
      for (const std::size_t other : scene_.grammar.prepositional({verb}, to)) others.push_back(other);
    for (const std::size_t other : others)
      if (scene_.actors.headed_by(other) || scene_.actors.covering(other)) add_meant(parties, {other});
    return parties;
  }

  void add_meant(ContactParties& parties, const TokenList& phrases) const {
    for (const std::size_t phrase : phrases)
      for (const ActorId actor : scene_.meant_by(phrase))
        if (std::none_of(parties.begin(), parties.end(), [&](ActorId party) { return party == actor; })) parties.push_back(actor);
  }

  Contact contact_beside(std::size_t noun, std::size_t verb, const ContactParties& parties) const {
    const auto ordinal = ordinal_at(noun);
    auto date = date_beside({noun}, ordinal);
    if (!date)
      if (const DateMention* mention = scene_.dates.of_predicate(verb); mention && scene_.grammar.preposition_of(whole_of(noun)) != kAfter)
        date = mention->date;
    return {.kind = {},
            .parties = parties,
            .initiator = {},
            .date = date,
            .place = {},
            .ordinal = ordinal,
            .topics = {},
            .outcomes = {},
            .readouts = {},
            .event = {},
            .spans = {scene_.tokens.tokens[noun].span}};
  }

  Contact contact_of(EventId id, const TokenList& words) const {
    const Event& event = scene_.event(id);
    return {.kind = {},
            .parties = parties_of(event, scene_),
            .initiator = event.initiator,
            .date = event.date ? event.date : date_beside(words, event.ordinal),
            .place = event.place,
            .ordinal = event.ordinal,
            .topics = {},
            .outcomes = {},
            .readouts = {},
            .event = id,
            .spans = event.spans};
  }

  // Of what is ahead, which events do not have, and of the verb whose subject it is: "the talks broke down on Friday".
  std::optional<Date> date_beside(const TokenList& words, const std::optional<Ordinal>& ordinal) const {
    const auto is_its_own = [&](const DateMention* mention) { return mention && !(ordinal && is_counted_from(*ordinal, *mention)); };
    for (const std::size_t word : words) {
      if (const DateMention* mention = scene_.dates.of_predicate(word); is_its_own(mention)) return mention->date;
      const std::size_t noun = whole_of(word), verb = scene_.tree.word(noun).head;
      if (verb == kRoot || !is_relation(scene_.tree.word(noun).relation, "nsubj")) continue;
      if (const DateMention* mention = scene_.dates.of_predicate(verb); is_its_own(mention)) return mention->date;
    }
    return std::nullopt;
  }

  bool is_counted_from(const Ordinal& ordinal, const DateMention& mention) const {
    const Span day = scene_.tokens.span(mention.range);
    return std::any_of(ordinal.spans.begin(), ordinal.spans.end(), [&](Span span) { return span.overlaps(day); });
  }

  // "the third round of talks"
  std::size_t whole_of(std::size_t noun) const {
    const std::size_t head = scene_.tree.word(noun).head;
    const bool is_part =
        head != kRoot && is_relation(scene_.tree.word(noun).relation, "nmod") && scene_.grammar.preposition_of(noun) == "of";
    return is_part ? head : noun;
  }

  GatheredContact telling_of(const ToldLetter& letter) const {
    const DateMention* mention = date_of(letter);
    Contact contact{.kind = {},
                    .parties = {letter.writer},
                    .initiator = letter.writer,
                    .date = mention ? std::optional(mention->date) : std::nullopt,
                    .place = {},
                    .ordinal = find_ordinal(letter.words, scene_.tokens, scene_.grammar, scene_.dates, scene_.lexicon),
                    .topics = {},
                    .outcomes = {},
                    .readouts = {},
                    .event = {},
                    .spans = spans_of(letter.words, scene_.tokens)};
    if (letter.addressee) contact.parties.push_back(*letter.addressee);
    return {.contact = std::move(contact), .kinds = {kLetter}, .planned = letter.planned, .words = letter.words};
  }

  // Of a letter that is dated itself, its own.
  const DateMention* date_of(const ToldLetter& letter) const {
    for (const std::size_t word : letter.words)
      if (word != letter.predicate)
        for (const DateMention& mention : scene_.dates.mentions)
          if (scene_.tree.extent(word).contains(mention.range.first)) return &mention;
    return scene_.dates.of_predicate(letter.predicate);
  }

  // Also what stands before a noun: "telephone conversation".
  TokenList with_parts(const TokenList& words) const {
    TokenList all = words;
    for (const std::size_t word : words)
      for (const std::string_view relation : {"compound", "amod"}) {
        const TokenList parts = scene_.tree.children(word, relation);
        all.insert(all.end(), parts.begin(), parts.end());
      }
    return all;
  }

  void take(GatheredContact telling) {
    name_parties(telling);
    add_host(telling);
    add_others(telling);
    if (telling.contact.parties.size() < 2)
      if (GatheredContact* told = told_before(telling)) return merge(*told, std::move(telling));
    if (GatheredContact* told = find_same(telling)) return merge(*told, std::move(telling));
    if (telling.contact.parties.size() > 1) contacts_.push_back(std::move(telling));
  }

  // Whom "the two sides" and an answer's missing addressee mean: those of the last contact.
  void name_parties(GatheredContact& telling) const {
    ContactParties& parties = telling.contact.parties;
    const bool nameless = parties.size() == 1 && is_nameless(parties.front(), scene_);
    const bool answers = parties.size() == 1 && telling.kinds.front() == kLetter;
    if (!nameless && !answers) return;
    const GatheredContact* before = contact_before(telling.words.front(), contacts_, kNear, scene_);
    if (!before) return;
    const ContactParties& told = before->contact.parties;
    if (nameless) parties = told;
    else if (before->contact.initiator != parties.front() && has_party(told, parties.front(), scene_))
      for (const ActorId party : told)
        if (!is_same_party(party, parties.front(), scene_)) parties.push_back(party);
  }

  // "made a trip to Ruritania", where the event has the visitor alone.
  void add_host(GatheredContact& telling) const {
    ContactParties& parties = telling.contact.parties;
    if (parties.size() != 1 || telling.kinds.front() != kVisit) return;
    TokenList hosts = telling.words;
    for (const std::size_t word : telling.words)
      if (const std::size_t head = scene_.tree.word(word).head; head != kRoot && scene_.grammar.is_verb(head)) hosts.push_back(head);
    for (const std::string_view where : {"to", "in", "at"})
      for (const std::size_t phrase : scene_.grammar.prepositional(hosts, where))
        for (const ActorId host : scene_.meant_by(phrase))
          if (parties.size() == 1 && !same_side(scene_.actor(host), scene_.actor(parties.front()))) parties.push_back(host);
  }

  // "met them for talks", where the event has one alone.
  void add_others(GatheredContact& telling) const {
    ContactParties& parties = telling.contact.parties;
    if (parties.size() != 1 || telling.kinds.front() == kLetter) return;
    for (const std::size_t word : telling.words) {
      if (scene_.grammar.is_verb(word)) add_meant(parties, scene_.grammar.objects(word));
      for (const std::string_view with : {"with", "between"}) add_meant(parties, scene_.grammar.prepositional({word}, with));
    }
  }

  // "The talks were held in Oslo": of whom, has been told.
  GatheredContact* told_before(const GatheredContact& telling) {
    for (const std::size_t word : telling.words)
      if (scene_.tree.word(word).upos == "NOUN" && points_back(word))
        if (GatheredContact* told = meant_by(word, telling.kinds); told && told->planned == telling.planned) return told;
    return nullptr;
  }

  GatheredContact* find_same(const GatheredContact& telling) {
    for (auto contact = contacts_.rbegin(); contact != contacts_.rend(); ++contact)
      if (is_same(*contact, telling)) return &*contact;
    return nullptr;
  }

  bool is_same(const GatheredContact& told, const GatheredContact& again) const {
    const Contact &one = told.contact, &other = again.contact;
    if (told.planned != again.planned || common(told.kinds, again.kinds).empty()) return false;
    if (told.kinds.front() == kLetter && one.initiator != other.initiator) return false;
    return are_same_parties(one.parties, other.parties, scene_) && may_be_on_one_day(one.date, other.date) &&
           may_be_in_one_place(one.place, other.place) && !differ(one.ordinal, other.ordinal);
  }

  void merge(GatheredContact& told, GatheredContact again) const {
    told.kinds = common(told.kinds, again.kinds);
    add_words(told.words, again.words);
    Contact& contact = told.contact;
    if (again.contact.parties.size() > 1) contact.parties = joined(contact.parties, again.contact.parties, scene_);
    contact.date = narrower(contact.date, again.contact.date);
    fill(contact.initiator, again.contact.initiator);
    fill(contact.place, again.contact.place);
    fill(contact.ordinal, again.contact.ordinal);
    fill(contact.event, again.contact.event);
    add_spans(contact.spans, again.contact.spans);
  }

  void take_nouns() {
    for (std::size_t token = 0; token < scene_.tokens.tokens.size(); ++token)
      if (const ContactKinds* kinds = scene_.rules.kinds_of_noun(token, scene_.tree); kinds && points_back(token))
        if (GatheredContact* contact = meant_by(token, *kinds)) take_noun(*contact, token, *kinds);
  }

  // "the call", "their third meeting"; not "another call".
  bool points_back(std::size_t noun) const {
    bool definite = false;
    for (const std::size_t child : scene_.tree.children(noun)) {
      const Word& word = scene_.tree.word(child);
      if (is_relation(word.relation, "det")) definite = scene_.lexicon.words("pointing").lemmas.contains(word.lemma);
      else if (is_relation(word.relation, "nmod:poss")) definite = true;
      else if (scene_.lexicon.ordinal(scene_.grammar.lower_form(child))) definite = true;
      else if (is_relation(word.relation, "amod") && scene_.lexicon.words("another").lemmas.contains(word.lemma)) return false;
    }
    return definite;
  }

  // The last before it of a kind that it may be, unless its own words tell of others.
  GatheredContact* meant_by(std::size_t noun, const ContactKinds& kinds) {
    const auto ordinal = ordinal_at(noun);
    GatheredContact* last = nullptr;
    for (GatheredContact& contact : contacts_) {
      if (std::binary_search(contact.words.begin(), contact.words.end(), noun)) return nullptr;
      if (contact.words.front() > noun || common(contact.kinds, kinds).empty() || contact.planned) continue;
      if (differ(contact.contact.ordinal, ordinal) || names_others(noun, contact)) continue;
      if (!last || last_word_before(contact, noun) > last_word_before(*last, noun)) last = &contact;
    }
    return last;
  }

  static std::size_t last_word_before(const GatheredContact& contact, std::size_t token) {
    return *std::prev(std::lower_bound(contact.words.begin(), contact.words.end(), token));
  }

  // "the talks with Iran" after talks with Iraq.
  bool names_others(std::size_t noun, const GatheredContact& contact) const {
    for (const std::string_view preposition : {"with", "between", "by", "to"})
      for (const std::size_t phrase : scene_.grammar.prepositional({noun}, preposition))
        for (const ActorId actor : scene_.meant_by(phrase))
          if (!is_nameless(actor, scene_) && !has_country_of_party(contact, actor)) return true;
    return false;
  }

  bool has_country_of_party(const GatheredContact& contact, ActorId actor) const {
    const auto& parties = contact.contact.parties;
    return std::any_of(parties.begin(), parties.end(),
                       [&](ActorId party) { return party == actor || same_side(scene_.actor(party), scene_.actor(actor)); });
  }

  // Also where it is said of the noun: "the visit is his second".
  std::optional<Ordinal> ordinal_at(std::size_t noun) const {
    return find_ordinal({noun}, scene_.tokens, scene_.grammar, scene_.dates, scene_.lexicon);
  }

  void take_noun(GatheredContact& contact, std::size_t noun, const ContactKinds& kinds) const {
    add_words(contact.words, {noun});
    fill(contact.contact.date, date_beside({noun}, ordinal_at(noun)));
    if (const ContactKinds narrowed = common(contact.kinds, kinds); narrowed.size() < contact.kinds.size()) contact.kinds = narrowed;
    if (contact.contact.ordinal) return;
    contact.contact.ordinal = ordinal_at(noun);
    if (contact.contact.ordinal) add_spans(contact.contact.spans, contact.contact.ordinal->spans);
  }

  static constexpr const char* kLetter = "letter";
  static constexpr const char* kVisit = "visit";

  const ContactScene& scene_;
  GatheredContacts contacts_;
};

}  // namespace

GatheredContacts gather_contacts(const ContactScene& scene) { return ContactGatherer(scene).gather(); }

const GatheredContact* contact_before(std::size_t token, const GatheredContacts& contacts, std::size_t far, const ContactScene& scene) {
  const std::size_t sentence = scene.tokens.sentence_of(token);
  const GatheredContact* last = nullptr;
  std::size_t at = 0;
  for (const GatheredContact& contact : contacts) {
    const auto after = std::upper_bound(contact.words.begin(), contact.words.end(), token);
    if (after == contact.words.begin()) continue;
    const std::size_t word = *std::prev(after);
    if (scene.tokens.sentence_of(word) + far < sentence || (last && word < at)) continue;
    last = &contact;
    at = word;
  }
  return last;
}

}  // namespace casus
