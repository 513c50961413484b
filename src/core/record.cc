#include "casus/record.h"

#include <algorithm>
#include <array>

namespace casus {
namespace {

constexpr std::array<std::string_view, 8> kStatuses = {"asserted",     "alleged", "denied",   "negated",
                                                       "hypothetical", "future",  "demanded", "historical"};
constexpr std::array<std::string_view, 7> kDateSources = {"option", "metadata", "dateline", "text", "relative", "ordinal", "knowledge"};
constexpr std::array<std::string_view, 7> kActorKinds = {"person", "state", "organisation", "group", "place", "people", "role"};
constexpr std::array<std::string_view, 4> kMentionForms = {"name", "nominal", "pronoun", "metonym"};
constexpr std::array<std::string_view, 3> kSpeechForms = {"direct", "indirect", "mixed"};

template <class Enum, std::size_t N>
std::string_view name_of(const std::array<std::string_view, N>& names, Enum value) {
  return names[static_cast<std::size_t>(value)];
}

template <class Enum, std::size_t N>
std::optional<Enum> value_of(const std::array<std::string_view, N>& names, std::string_view name) {
  for (std::size_t i = 0; i < N; ++i)
    if (names[i] == name) return static_cast<Enum>(i);
  return std::nullopt;
}

}  // namespace

std::string_view to_string(DateFrom value) { return name_of(kDateSources, value); }
std::string_view to_string(ActorKind value) { return name_of(kActorKinds, value); }
std::string_view to_string(MentionForm value) { return name_of(kMentionForms, value); }
std::string_view to_string(Source value) { return value == Source::text ? "text" : "knowledge"; }
std::string_view to_string(SpeechForm value) { return name_of(kSpeechForms, value); }
std::string_view to_string(Polarity value) { return value == Polarity::positive ? "positive" : "negative"; }
std::string_view to_string(Status value) { return name_of(kStatuses, value); }
std::optional<Status> status(std::string_view name) { return value_of<Status>(kStatuses, name); }

bool is_type_name(std::string_view name) {
  return !name.empty() && name[0] >= 'A' && name[0] <= 'Z' &&
         std::all_of(name.begin(), name.end(), [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-'; });
}

}  // namespace casus
