#include "timeplace/dates.h"

#include <algorithm>
#include <string_view>

#include "timeplace/calendar.h"
#include "timeplace/dateline.h"
#include "timeplace/tense.h"
#include "timeplace/time_expressions.h"

namespace casus {
namespace {

constexpr std::string_view kDating[] = {"obl", "nmod", "advmod", "nummod", "compound", "appos", "dep"};
// "since Monday" and "before October" say when something else was.
constexpr std::string_view kElsewhere[] = {"since", "until", "till", "before", "after", "from", "by", "ahead", "than", "for"};
constexpr std::string_view kPartsOfTime[] = {"night", "morning", "evening", "afternoon", "day",    "end",     "beginning",
                                             "start", "eve",     "week",    "month",     "hour",   "earlier", "late",
                                             "early", "later",   "spring",  "summer",    "autumn", "fall",    "winter"};
// Verbs that say little beside the noun that happens: "held talks on Monday".
constexpr std::string_view kLight[] = {"have",  "hold",  "make", "take",  "launch",    "conduct", "carry",    "stage", "mount",
                                       "begin", "start", "give", "place", "undertake", "resume",  "continue", "sign",  "reach"};

template <std::size_t N>
bool is_one_of(const std::string_view (&words)[N], std::string_view word) {
  return std::find(words, words + N, word) != words + N;
}

bool has_dating_relation(std::size_t token, const Tree& tree) {
  return std::any_of(std::begin(kDating), std::end(kDating),
                     [&](std::string_view relation) { return is_relation(tree.word(token).relation, relation); });
}

bool points_elsewhere(std::size_t token, const Tree& tree) {
  const auto cases = tree.children(token, "case");
  return std::any_of(cases.begin(), cases.end(), [&](std::size_t word) { return is_one_of(kElsewhere, tree.word(word).lemma); });
}

// The tree as seen from a predicate: which expression of time is its own, and whose clause it shares.
class Search {
 public:
  Search(const std::vector<DateMention>& mentions, const Tree& tree) : mentions_(mentions), tree_(tree) {}

  const DateMention* date(std::size_t token) const {
    if (const DateMention* own = attached(token)) return own;
    const std::size_t sharing = shared_clause(token);
    return sharing == kRoot ? nullptr : date(sharing);
  }

 private:
  const DateMention* covering(std::size_t token) const {
    const auto found = std::find_if(mentions_.begin(), mentions_.end(), [&](const DateMention& m) { return m.range.contains(token); });
    return found == mentions_.end() ? nullptr : &*found;
  }

  const DateMention* attached(std::size_t token) const {
    for (const std::size_t child : tree_.children(token)) {
      if (!has_dating_relation(child, tree_) || points_elsewhere(child, tree_)) continue;
      const DateMention* mention = covering(child);
      if (mention && mention->range.contains(token)) continue;
      if (mention) return mention;
      if (is_one_of(kPartsOfTime, tree_.word(child).lemma))
        if (const DateMention* below = attached(child)) return below;
    }
    return nullptr;
  }

  // The predicate above whose time is also that of `token`; kRoot where there is none.
  std::size_t shared_clause(std::size_t token) const {
    const Word& word = tree_.word(token);
    if (word.head == kRoot) return kRoot;
    const Word& above = tree_.word(word.head);
    const bool verb = word.upos == "VERB" || word.upos == "AUX";
    if (is_relation(word.relation, "conj")) return !verb || word.xpos == above.xpos ? word.head : kRoot;
    if (is_relation(word.relation, "xcomp")) return looks_ahead(above.lemma) ? kRoot : word.head;
    if (is_relation(word.relation, "advcl") && verb) {
      const bool finite = word.xpos == "VBD" || word.xpos == "VBZ" || word.xpos == "VBP";
      return finite ? kRoot : word.head;
    }
    if (is_relation(word.relation, "nsubj") && above.upos == "VERB" && !verb) return word.head;
    if (is_relation(word.relation, "obj") && is_one_of(kLight, above.lemma)) return word.head;
    return kRoot;
  }

  const std::vector<DateMention>& mentions_;
  const Tree& tree_;
};

// The day of the document as it was given, where it is one.
std::optional<Date> given_date(const Document& document) {
  if (!document.info.published) return std::nullopt;
  const auto day = parse_day(document.info.published->value);
  if (!day) return std::nullopt;
  Date given = *document.info.published;
  given.value = iso_day(*day);
  return given;
}

std::optional<Date> dateline_date(const Dateline& dateline, const Tokens& tokens) {
  if (!dateline.day || !dateline.day->year) return std::nullopt;
  const auto day = make_day(*dateline.day->year, dateline.day->month, dateline.day->day);
  if (!day) return std::nullopt;
  return Date{iso_day(*day), DateFrom::dateline, {tokens.span(dateline.day_range)}};
}

}  // namespace

const DateMention* Dates::of_predicate(std::size_t token, const Tree& tree) const { return Search(mentions, tree).date(token); }

Dates find_dates(const Document& document, const Tokens& tokens, const Parse& parse) {
  Dates dates;
  const auto dateline = find_dateline(tokens);
  dates.published = given_date(document);
  if (dateline) {
    dates.dateline_place = dateline->place;
    if (!dates.published) dates.published = dateline_date(*dateline, tokens);
  }
  const Tree tree(tokens, parse);
  dates.mentions = find_time_expressions(tokens, parse, tree, dates.published ? parse_day(dates.published->value) : std::nullopt);
  return dates;
}

}  // namespace casus
