// The record: what casus makes of one report. The JSON form is described by schema/record-1.json; names are the same.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "casus/span.h"

namespace casus {

// The index of an item in its list of the record; printed as a letter and index + 1 ("a1").
template <class Item>
struct Id {
  std::uint32_t index = 0;
  auto operator<=>(const Id&) const = default;
};

struct Actor;
struct Statement;
struct Event;
struct Situation;
struct Contact;
struct Claim;
struct Commitment;
using ActorId = Id<Actor>;
using StatementId = Id<Statement>;
using EventId = Id<Event>;
using SituationId = Id<Situation>;
using ContactId = Id<Contact>;
using ClaimId = Id<Claim>;
using CommitmentId = Id<Commitment>;

// The report's words, to the letter; where spans are several, their texts joined by a space. UTF-8.
struct Words {
  std::string text;
  Spans spans;
};

enum class DateFrom { option, metadata, dateline, text, relative, ordinal, knowledge };

// `value` is ISO 8601: a day, a month, a year or an interval "2020-09-28/2020-10-04".
struct Date {
  std::string value;
  DateFrom from = DateFrom::text;
  Spans spans;
};

struct Ordinal {
  int n = 0;
  std::optional<SituationId> since;
  std::optional<std::string> since_date;
  Spans spans;
};

struct Place {
  std::string name;
  std::optional<std::int64_t> geonames_id;
  std::optional<std::string> feature_class;  // of GeoNames: "P" for populated places
  std::optional<std::string> feature_code;   // of GeoNames: "PPLC"
  std::optional<std::string> country;        // ISO 3166 alpha-3
  std::optional<std::string> admin1;
  std::optional<double> latitude;  // degrees, WGS 84
  std::optional<double> longitude;
  Spans spans;
};

// Code points of `text` are what every Span counts. UTF-8.
struct DocumentInfo {
  std::string id;
  std::optional<std::string> title;
  std::optional<std::string> outlet;
  std::optional<std::string> place;
  std::optional<std::string> language;  // ISO 639-1; "und" where undetermined
  std::optional<std::string> url;
  std::optional<Date> published;
  std::string text;
  Spans sentences;
};

enum class ActorKind { person, state, organisation, group, place, people, role };
enum class MentionForm { name, nominal, pronoun, metonym };
enum class Source { text, knowledge };

struct Role {
  std::string office;
  std::optional<std::string> of;     // an actor code
  std::optional<std::string> as_of;  // ISO 8601 day
  Source from = Source::text;
  Spans spans;
};

struct Mention {
  Span span;
  MentionForm form = MentionForm::name;
};

struct Actor {
  std::string name;
  ActorKind kind = ActorKind::person;
  std::optional<std::string> code;     // country + sector: "ARMGOV"; "IGO...", "NGO..." where no country
  std::optional<std::string> country;  // ISO 3166 alpha-3
  bool country_from_report = false;    // no words tell it: the place in the sentence does, or what the report is about
  std::vector<std::string> sectors;    // PLOVER sectors
  std::vector<Role> roles;
  std::optional<std::string> knowledge_id;
  std::vector<ActorId> member_of;
  std::vector<Mention> mentions;
  Spans spans;
};

enum class SpeechForm { direct, indirect, mixed };
enum class Polarity { positive, negative };

struct Statement {
  std::vector<ActorId> speakers;
  std::optional<Words> speaker;
  std::vector<ActorId> via;
  std::vector<ActorId> addressees;
  std::optional<std::string> medium;
  std::optional<Words> cue;
  std::optional<std::string> act;  // one of speech_acts()
  std::optional<SpeechForm> form;
  std::optional<Words> content;
  Polarity polarity = Polarity::positive;
  std::optional<StatementId> within;
  std::optional<Date> date;
  std::optional<double> confidence;
  Spans spans;
};

enum class Status { asserted, alleged, denied, negated, hypothetical, future, demanded, historical };

struct Casualties {
  std::optional<int> killed;
  std::optional<int> injured;
  std::optional<std::string> text;
};

struct Number {
  std::string what;
  std::optional<double> low;
  std::optional<double> high;
  std::optional<std::string> unit;
  std::optional<ActorId> of;
  bool part = false;   // of another figure: "including three children"
  bool total = false;  // a sum that the words give: "bringing the toll to nine"
  std::optional<std::string> text;
  Spans spans;
};

struct Event {
  std::string type;  // "CONSULT": a type of the codebook, see rules/ontology
  std::optional<std::string> mode;
  std::vector<std::string> contexts;
  std::optional<std::string> cameo;  // text: "041"
  std::optional<int> quad;           // 1 to 4
  std::optional<double> goldstein;
  std::optional<double> plover_score;
  std::vector<ActorId> actors;
  std::vector<ActorId> recipients;
  std::optional<ActorId> initiator;
  Status status = Status::asserted;
  std::optional<Ordinal> ordinal;
  std::optional<Date> date;
  std::optional<Place> place;
  Casualties casualties;
  std::vector<Number> numbers;
  std::optional<StatementId> attribution;
  std::optional<double> confidence;
  std::string rule;
  Words trigger;
  Spans spans;
};

struct Situation {
  std::string kind;
  std::optional<std::string> name;
  std::vector<ActorId> parties;
  std::vector<Place> places;
  std::optional<Date> began;
  std::optional<Date> ended;
  std::string status = "unknown";
  std::vector<EventId> events;
  Spans spans;
};

struct Contact {
  std::string kind;
  std::vector<ActorId> parties;
  std::optional<ActorId> initiator;
  std::optional<Date> date;
  std::optional<Place> place;
  std::optional<Ordinal> ordinal;
  std::vector<Words> topics;
  std::vector<EventId> outcomes;
  std::vector<StatementId> readouts;
  std::optional<EventId> event;
  Spans spans;
};

struct Proposition {
  std::string text;
  std::optional<EventId> event;
  Spans spans;
};

struct Position {
  std::optional<ActorId> actor;
  std::string stance;
  std::optional<StatementId> statement;
  std::optional<Date> date;
  std::string why;  // the ground on which it is on this claim: tells, same-event, answers, refers, same-words, follows
  Spans spans;
};

struct Claim {
  Proposition proposition;
  std::vector<Position> positions;
  std::string standing;
  Spans spans;
};

struct Scope {
  std::optional<std::string> code;
  std::optional<ActorId> actor;
  std::optional<std::string> text;
};

struct Instrument {
  std::string name;
  std::optional<std::string> knowledge_id;
  std::optional<std::string> article;  // "5", "42(7)"
};

// What a treaty of the knowledge base says, in words of its tables.
struct TreatyTerms {
  std::optional<std::string> condition;
  std::optional<std::string> territory;
  std::string source;                // its id in kb/sources.tsv
  std::optional<std::string> as_of;  // the day for which the treaty holds and the bound are its parties: that of publication
};

struct Commitment {
  std::vector<ActorId> bound;
  std::vector<ActorId> beneficiaries;
  std::optional<Instrument> instrument;
  std::optional<std::string> duty;
  std::optional<Words> condition;
  std::vector<Scope> includes;
  std::vector<Scope> excludes;
  std::string triggered = "unknown";
  std::optional<Words> because;
  std::vector<StatementId> statements;
  Source from = Source::text;
  std::optional<TreatyTerms> terms;  // of those that are not from the text
  Spans spans;
};

// What the reader could not do or left out, and why. Codes are listed in docs/notes.md.
struct Note {
  std::string code;
  std::string message;
  Spans spans;
};

// What the events are coded by, where that is not the built-in PLOVER.
struct Codebook {
  std::string name;
  std::string version;
};

struct Record {
  int schema = 1;
  std::string casus;
  std::string model;
  std::string knowledge;
  std::optional<Codebook> codebook;
  DocumentInfo document;
  std::vector<Actor> actors;
  std::vector<Statement> statements;
  std::vector<Event> events;
  std::vector<Place> places;  // those that the report names, each once
  std::vector<Situation> situations;
  std::vector<Contact> contacts;
  std::vector<Claim> claims;
  std::vector<Commitment> commitments;
  std::vector<Note> notes;
};

// The names of the enumerations as they stand in the JSON ("organisation").
std::string_view to_string(DateFrom);
std::string_view to_string(ActorKind);
std::string_view to_string(MentionForm);
std::string_view to_string(Source);
std::string_view to_string(SpeechForm);
std::string_view to_string(Polarity);
std::string_view to_string(Status);
std::optional<Status> status(std::string_view name);
// Capital letters, digits and hyphens: "CONSULT", "RELEASE-WATER".
bool is_type_name(std::string_view name);

}  // namespace casus
