#include "knowledge/doubts.h"

#include <algorithm>
#include <tuple>

#include "knowledge/describe.h"
#include "knowledge/lists.h"

namespace casus {
namespace {

struct Holding {
  const KnownPerson* person;
  const Term* term;
};

auto office_of(const Holding& holding) {
  return std::tuple(holding.term->of.view(), holding.term->territory.view(), holding.term->office.view());
}

// The last day for which the term is known.
std::string_view known_end(const Term& term) { return term.period.to.empty() ? term.as_of : term.period.to; }

bool is_shared(const Knowledge& knowledge, const Term& term) {
  const std::string_view of = term.territory.empty() ? term.of : term.territory;
  return std::ranges::any_of(knowledge.lists().shared_offices, [&](const SharedOffice& shared) {
    return shared.office == term.office && (shared.of.empty() || shared.of == of);
  });
}

void doubt_overlaps(const Knowledge& knowledge, std::vector<std::string>& doubts) {
  std::vector<Holding> holdings;
  for (const KnownPerson& person : knowledge.lists().persons)
    for (const Term& term : person.terms)
      if (!is_shared(knowledge, term)) holdings.push_back({&person, &term});
  std::ranges::stable_sort(holdings, [](const Holding& a, const Holding& b) {
    return std::pair(office_of(a), a.term->period.from.view()) < std::pair(office_of(b), b.term->period.from.view());
  });
  for (std::size_t i = 0; i < holdings.size(); ++i) {
    const Holding& first = holdings[i];
    for (std::size_t j = i + 1; j < holdings.size() && office_of(holdings[j]) == office_of(first); ++j) {
      const Holding& second = holdings[j];
      const std::string_view end = known_end(*first.term);
      if (second.term->period.from >= end || second.term->period.from.starts_with(end)) break;
      if (second.person == first.person) continue;
      doubts.push_back(place_of(knowledge, second.term->fact) + ": " + std::string(second.person->name) + " becomes " +
                       std::string(second.term->office) + " of " + std::string(second.term->of) + " on " +
                       std::string(second.term->period.from) + ", while " + std::string(first.person->name) + " (" +
                       place_of(knowledge, first.term->fact) + ") is to " + std::string(end) +
                       "; correct one, or name the office in shared_offices.tsv");
    }
  }
}

// Readings of one class shut each other out, wherever the name stands.
int class_of(Sense sense) {
  switch (sense) {
    case Sense::adjective:
    case Sense::territory_adjective:
      return 1;
    case Sense::demonym:
    case Sense::demonyms:
      return 2;
    case Sense::office:
    case Sense::nominal:
      return 0;
    default:
      return 3;
  }
}

bool overlap(const Period& a, const Period& b) {
  const auto before = [](const Period& x, const Period& y) { return !x.to.empty() && !y.from.empty() && x.to <= y.from; };
  return !before(a, b) && !before(b, a);
}

void doubt_names(const Knowledge& knowledge, std::vector<std::string>& doubts) {
  for (const Slot& slot : knowledge.lists().entry_slots) {
    const auto entries = knowledge.lists().entries.subspan(slot.first, slot.count);
    for (std::size_t i = 0; i < entries.size(); ++i)
      for (std::size_t j = i + 1; j < entries.size(); ++j) {
        const Entry &a = entries[i], &b = entries[j];
        if (class_of(a.sense) == 0 || class_of(a.sense) != class_of(b.sense) || a.cased != b.cased || !overlap(a.period, b.period) ||
            name_of(knowledge, a) == name_of(knowledge, b))
          continue;
        doubts.push_back(place_of(knowledge, b.fact) + ": \"" + std::string(slot.key) + "\" is " + std::string(name_of(knowledge, b)) +
                         " here and " + std::string(name_of(knowledge, a)) + " in " + place_of(knowledge, a.fact) +
                         ", which wins; give them dates, or take one out");
      }
  }
}

}  // namespace

std::vector<std::string> doubts_about(const Knowledge& knowledge) {
  std::vector<std::string> doubts;
  doubt_overlaps(knowledge, doubts);
  doubt_names(knowledge, doubts);
  std::ranges::sort(doubts);
  return doubts;
}

}  // namespace casus
