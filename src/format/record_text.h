// What the writers for people and tables need of a record: its words and the names that ids stand for.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "casus/record.h"

namespace casus {

class RecordText {
 public:
  explicit RecordText(const Record& record);

  const std::u32string& text() const { return text_; }
  std::string words(Span span) const;
  // The sentence that holds the start of `span`; the span itself where none does.
  Span sentence(Span span) const;

  const Actor& actor(ActorId id) const;
  const std::string& name(ActorId id) const { return actor(id).name; }
  // The speakers' names, else the words for the source, else nothing.
  std::optional<std::string> speaker(StatementId statement) const;

 private:
  const Record* record_;  // owned by the caller, who keeps it alive
  std::u32string text_;
};

// To three places: more would pretend to a precision that no model has.
std::optional<double> rounded_confidence(std::optional<double> confidence);

std::string join(const std::vector<std::string>& items, const std::string& separator);

}  // namespace casus
