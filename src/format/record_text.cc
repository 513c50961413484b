#include "format/record_text.h"

#include <algorithm>
#include <cmath>

#include "core/check.h"
#include "core/unicode.h"

namespace casus {

RecordText::RecordText(const Record& record) : record_(&record), text_(from_utf8(record.document.text).value_or(U"")) {}

std::string RecordText::words(Span span) const {
  CASUS_CHECK(span.start <= span.end && span.end <= text_.size());
  return to_utf8(std::u32string_view(text_).substr(span.start, span.length()));
}

Span RecordText::sentence(Span span) const {
  const Spans& sentences = record_->document.sentences;
  const auto after = std::upper_bound(sentences.begin(), sentences.end(), span.start,
                                      [](std::size_t at, const Span& sentence) { return at < sentence.start; });
  if (after == sentences.begin() || (after - 1)->end <= span.start) return span;
  return *(after - 1);
}

const Actor& RecordText::actor(ActorId id) const {
  CASUS_CHECK(id.index < record_->actors.size());
  return record_->actors[id.index];
}

std::optional<std::string> RecordText::speaker(StatementId id) const {
  CASUS_CHECK(id.index < record_->statements.size());
  const Statement& statement = record_->statements[id.index];
  std::vector<std::string> names;
  for (const ActorId actor : statement.speakers) names.push_back(name(actor));
  if (!names.empty()) return join(names, ", ");
  if (statement.speaker) return statement.speaker->text;
  return std::nullopt;
}

std::optional<double> rounded_confidence(std::optional<double> confidence) {
  constexpr double places = 1000;
  return confidence ? std::optional(std::round(*confidence * places) / places) : std::nullopt;
}

std::string join(const std::vector<std::string>& items, const std::string& separator) {
  std::string out;
  for (const std::string& item : items) out += (out.empty() ? "" : separator) + item;
  return out;
}

}  // namespace casus
