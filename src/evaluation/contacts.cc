#include "evaluation/contacts.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <sstream>
#include <utility>

#include "core/unicode.h"
#include "evaluation/coded_event_json.h"
#include "evaluation/json_lines.h"
#include "evaluation/match.h"
#include "timeplace/calendar.h"

namespace casus {
namespace {

constexpr std::size_t kEnoughParties = 2;
constexpr std::size_t kShortestTellingWord = 4;  // letters: shorter words of a name are mostly titles and articles

std::vector<Spans> each_alone(const nlohmann::json& spans) {
  std::vector<Spans> all;
  for (const nlohmann::json& span : spans) all.push_back({span_in(span)});
  return all;
}

std::optional<std::string> text_or_null(const nlohmann::json& value) {
  return value.is_null() ? std::nullopt : std::optional(value.get<std::string>());
}

std::vector<std::string> kinds_in(const std::string& joined) {
  std::vector<std::string> kinds;
  std::istringstream parts(joined);
  for (std::string kind; std::getline(parts, kind, '|');) kinds.push_back(kind);
  return kinds;
}

std::optional<CountedContact> count_in(const nlohmann::json& ordinal) {
  if (ordinal.is_null()) return std::nullopt;
  CountedContact counted{.n = ordinal.at("n").get<int>(), .words = {}};
  if (!ordinal.at("since").is_null()) counted.words = {span_in(ordinal.at("since"))};
  return counted;
}

ToldContact contact_in(const nlohmann::json& object) {
  ToldContact contact{.kinds = kinds_in(object.at("kind").get<std::string>()),
                      .planned = object.at("status").get<std::string>() == "planned",
                      .parties = {},
                      .initiator = {},
                      .date = text_or_null(object.at("date")),
                      .place = text_or_null(object.at("place")),
                      .ordinal = count_in(object.at("ordinal")),
                      .topics = each_alone(object.at("topics")),
                      .outcomes = each_alone(object.at("outcomes")),
                      .readouts = each_alone(object.at("readouts"))};
  const auto initiator = text_or_null(object.at("initiator"));
  for (const nlohmann::json& party : object.at("parties")) {
    contact.parties.push_back({.code = text_or_null(party.at("code")), .name = party.at("name").get<std::string>()});
    if (contact.parties.back().name == initiator) contact.initiator = contact.parties.back();
  }
  return contact;
}

constexpr std::size_t kCodeOfOne = 3;  // letters

// The country, or the organisation: "NAT" of "IGONAT".
std::string_view head_of(std::string_view code) {
  const bool is_organisation = code.size() > kCodeOfOne && (code.starts_with("IGO") || code.starts_with("NGO"));
  return code.substr(is_organisation ? kCodeOfOne : 0, kCodeOfOne);
}

std::set<std::string> telling_words(const std::string& name) {
  std::set<std::string> words;
  std::istringstream parts(lower(name));
  for (std::string word; parts >> word;)
    if (word.size() >= kShortestTellingWord) words.insert(word);
  return words;
}

bool is_same_party(const ContactParty& one, const ContactParty& other) {
  if (one.code && other.code) return head_of(*one.code) == head_of(*other.code);
  const auto words = telling_words(one.name), others = telling_words(other.name);
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) { return others.contains(word); });
}

std::size_t common_parties(const ToldContact& gold, const ToldContact& predicted) {
  return match(
             gold.parties.size(), predicted.parties.size(),
             [&](std::size_t right, std::size_t found) { return is_same_party(gold.parties[right], predicted.parties[found]) ? 1.0 : 0.0; })
      .size();
}

bool is_same_day(const std::optional<std::string>& gold, const std::optional<std::string>& predicted) {
  if (!gold || !predicted) return !gold && !predicted;
  const auto right = days_of(*gold), found = days_of(*predicted);
  return right && found && right->first == found->first && right->last == found->last;
}

bool is_same_place(const std::optional<std::string>& gold, const std::optional<std::string>& predicted) {
  return gold && predicted ? lower(*gold) == lower(*predicted) : !gold && !predicted;
}

bool is_same_initiator(const std::optional<ContactParty>& gold, const std::optional<ContactParty>& predicted) {
  return gold && predicted ? is_same_party(*gold, *predicted) : !gold && !predicted;
}

bool is_same_count(const std::optional<CountedContact>& gold, const std::optional<CountedContact>& predicted) {
  if (!gold || !predicted) return !gold && !predicted;
  return gold->n == predicted->n && (gold->words.empty() || overlap(gold->words, predicted->words) > 0);
}

constexpr std::array kFields = {"kind", "status", "parties", "initiator", "date", "place", "ordinal"};
using FieldsRight = std::array<bool, kFields.size()>;  // in the order of kFields

FieldsRight fields_right(const ToldContact& gold, const ToldContact& predicted) {
  const std::size_t common = common_parties(gold, predicted);
  return {std::any_of(gold.kinds.begin(), gold.kinds.end(), [&](const std::string& kind) { return kind == predicted.kinds.front(); }),
          gold.planned == predicted.planned,
          common == gold.parties.size() && common == predicted.parties.size(),
          is_same_initiator(gold.initiator, predicted.initiator),
          is_same_day(gold.date, predicted.date),
          is_same_place(gold.place, predicted.place),
          is_same_count(gold.ordinal, predicted.ordinal)};
}

double similarity(const ToldContact& gold, const ToldContact& predicted) {
  if (common_parties(gold, predicted) < kEnoughParties) return 0;
  const FieldsRight right = fields_right(gold, predicted);
  return 1.0 + static_cast<double>(std::count(right.begin(), right.end(), true));
}

Counts overlapping(const std::vector<Spans>& gold, const std::vector<Spans>& predicted) {
  const auto same = match(gold.size(), predicted.size(), [&](std::size_t right, std::size_t found) {
    return static_cast<double>(overlap(gold[right], predicted[found]));
  });
  return {.hits = same.size(), .gold = gold.size(), .predicted = predicted.size()};
}

// What one text adds to each measure.
struct ContactUnit {
  Counts contacts;
  Counts topics;
  Counts outcomes;
  Counts readouts;
  std::array<Counts, kFields.size()> fields;
};

void add(Counts& total, const Counts& more) {
  total.hits += more.hits;
  total.gold += more.gold;
  total.predicted += more.predicted;
}

ContactUnit compare(const std::vector<ToldContact>& gold, const std::vector<ToldContact>& predicted) {
  const auto same =
      match(gold.size(), predicted.size(), [&](std::size_t right, std::size_t found) { return similarity(gold[right], predicted[found]); });
  ContactUnit unit{.contacts = {.hits = same.size(), .gold = gold.size(), .predicted = predicted.size()}};
  for (const auto [right, found] : same) {
    const ToldContact &one = gold[right], &other = predicted[found];
    add(unit.topics, overlapping(one.topics, other.topics));
    add(unit.outcomes, overlapping(one.outcomes, other.outcomes));
    add(unit.readouts, overlapping(one.readouts, other.readouts));
    const FieldsRight fields = fields_right(one, other);
    for (std::size_t i = 0; i < fields.size(); ++i) add(unit.fields[i], {.hits = fields[i] ? 1u : 0u, .gold = 1});
  }
  return unit;
}

}  // namespace

Result<std::vector<ContactText>> read_contact_texts(std::string_view text, std::string_view origin) {
  std::vector<ContactText> texts;
  const auto error = for_each_object(text, origin, [&](const nlohmann::json& object) -> std::optional<Error> {
    ContactText read{.id = object.at("id").get<std::string>(),
                     .published = object.at("published").get<std::string>(),
                     .text = object.at("text").get<std::string>(),
                     .contacts = {}};
    for (const nlohmann::json& one : object.at("contacts")) read.contacts.push_back(contact_in(one));
    texts.push_back(std::move(read));
    return std::nullopt;
  });
  if (error) return *error;
  return texts;
}

ContactScores score_contacts(const std::vector<ContactText>& gold, const std::vector<ContactText>& predicted) {
  std::map<std::string, const ContactText*> by_id;
  for (const ContactText& text : predicted) by_id[text.id] = &text;
  std::vector<ContactUnit> units;
  for (const ContactText& text : gold) {
    const auto found = by_id.find(text.id);
    units.push_back(compare(text.contacts, found == by_id.end() ? std::vector<ToldContact>{} : found->second->contacts));
  }
  const auto each = [&](const auto& measure) {
    std::vector<Counts> counts;
    for (const ContactUnit& unit : units) counts.push_back(measure(unit));
    return counts;
  };
  ContactScores scores;
  for (const auto& [name, measure] : {std::pair{"contacts", &ContactUnit::contacts}, std::pair{"topics", &ContactUnit::topics},
                                      std::pair{"outcomes", &ContactUnit::outcomes}, std::pair{"readouts", &ContactUnit::readouts}})
    scores.found.push_back(counted_f1_score(name, each([measure = measure](const ContactUnit& unit) { return unit.*measure; })));
  for (std::size_t i = 0; i < kFields.size(); ++i)
    scores.told.push_back(counted_share_score(kFields[i], each([i](const ContactUnit& unit) { return unit.fields[i]; })));
  return scores;
}

}  // namespace casus
