#include "lint/expectation.h"

#include <algorithm>
#include <sstream>

namespace casus {
namespace {

std::vector<std::string> codes(const std::string& word) {
  std::vector<std::string> list;
  std::istringstream in(word);
  for (std::string code; std::getline(in, code, '+');)
    if (code != "*") list.push_back(code);
  return list;
}

bool is_code(const std::string& word) { return word[0] == '*' || (word[0] >= 'A' && word[0] <= 'Z'); }

bool all_there(const std::vector<std::string>& wanted, const std::vector<ActorId>& ids, const Record& record) {
  return std::all_of(wanted.begin(), wanted.end(), [&](const std::string& code) {
    return std::any_of(ids.begin(), ids.end(), [&](ActorId id) {
      const Actor& actor = record.actors[id.index];
      return (actor.code && actor.code->starts_with(code)) || actor.country == code;
    });
  });
}

std::string codes_of(const std::vector<ActorId>& ids, const Record& record) {
  std::string text;
  for (const ActorId id : ids) text += (text.empty() ? "" : "+") + record.actors[id.index].code.value_or(record.actors[id.index].name);
  return text.empty() ? "*" : text;
}

}  // namespace

std::optional<Expectation> read_expectation(std::string_view text) {
  Expectation result;
  std::istringstream in{std::string(text)};
  std::string word;
  in >> word;
  if (word.empty()) return std::nullopt;
  if (word != "none") {
    if (!is_type_name(word)) return std::nullopt;
    result.type = word;
  }
  if (result.type) result.status = Status::asserted;
  bool after_arrow = false;
  while (in >> word) {
    if (word == "->") after_arrow = true;
    else if (const auto named = status(word)) result.status = *named;
    else if (is_code(word)) (after_arrow ? result.recipients : result.actors) = codes(word);
    else if (result.mode.empty()) result.mode = word;
    else return std::nullopt;
  }
  return result;
}

bool is_met(const Expectation& expectation, const Record& record) {
  if (!expectation.type)
    return std::none_of(record.events.begin(), record.events.end(),
                        [&](const Event& event) { return !expectation.status || event.status == *expectation.status; });
  return std::any_of(record.events.begin(), record.events.end(), [&](const Event& event) {
    return event.type == *expectation.type && (expectation.mode.empty() || event.mode == expectation.mode) &&
           event.status == *expectation.status && all_there(expectation.actors, event.actors, record) &&
           all_there(expectation.recipients, event.recipients, record);
  });
}

std::string describe(const Event& event, const Record& record) {
  std::string text = event.type;
  if (event.mode) text += " " + *event.mode;
  text += " " + codes_of(event.actors, record);
  if (!event.recipients.empty()) text += " -> " + codes_of(event.recipients, record);
  return text + " " + std::string(to_string(event.status));
}

}  // namespace casus
