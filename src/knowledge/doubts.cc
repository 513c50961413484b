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

// Sources differ by days, and some begin before their predecessor has left.
constexpr int kMostCommonDays = 60;

// Days since the year 0, months taken as of 30.4: good enough to tell days from months. What a date leaves open is `rest`, from 0 to 1.
int days_of(std::string_view date, double rest) {
  const auto number = [&](std::size_t from, std::size_t size) {
    int value = 0;
    for (const char c : date.substr(from, size)) value = value * 10 + (c - '0');
    return value;
  };
  if (date.empty()) return 0;
  const double year = 365.25 * number(0, 4);
  if (date.size() < 7) return static_cast<int>(year + 365 * rest);
  const double month = year + 30.4 * (number(5, 2) - 1);
  return static_cast<int>(date.size() < 10 ? month + 30 * rest : month + number(8, 2));
}

// As far as the dates are sure.
int common_days(const Term& first, const Term& second) {
  const int from = std::max(days_of(first.period.from, 1), days_of(second.period.from, 1));
  return std::min(days_of(known_end(first), 0), days_of(known_end(second), 0)) - from;
}

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
      if (second.person == first.person || common_days(*first.term, *second.term) <= kMostCommonDays) continue;
      doubts.push_back(place_of(knowledge, second.term->fact) + ": " + std::string(second.person->name) + " becomes " +
                       std::string(second.term->office) + " of " + std::string(second.term->of) + " on " +
                       std::string(second.term->period.from) + ", while " + std::string(first.person->name) + " (" +
                       place_of(knowledge, first.term->fact) + ") is to " + std::string(known_end(*first.term)) +
                       "; correct one, or name the office in shared_offices.tsv");
    }
  }
}

// Readings of one class shut each other out, wherever the name stands.
int class_of(Sense sense) {
  switch (sense) {
    case Sense::adjective:
    case Sense::territory_adjective:
    case Sense::organisation_adjective:
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
  for (const KeySlot& slot : knowledge.lists().entry_slots) {
    const auto entries = knowledge.lists().entries.subspan(slot.first, slot.count);
    for (std::size_t i = 0; i < entries.size(); ++i)
      for (std::size_t j = i + 1; j < entries.size(); ++j) {
        const Entry &a = entries[i], &b = entries[j];
        if (class_of(a.sense) == 0 || class_of(a.sense) != class_of(b.sense) || a.cased != b.cased || a.shared || b.shared ||
            !overlap(a.period, b.period) || name_of(knowledge, a) == name_of(knowledge, b))
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
