#include "commitments/commitment_rules.h"

#include <algorithm>
#include <array>

#include "core/rule_table.h"

namespace casus {
namespace {

template <class Value, std::size_t N>
using Named = std::array<std::pair<std::string_view, Value>, N>;

constexpr Named<ObligationKind, 6> kKinds = {{{"binds", ObligationKind::binds},
                                              {"modal", ObligationKind::modal},
                                              {"provides", ObligationKind::provides},
                                              {"bars", ObligationKind::bars},
                                              {"keeps", ObligationKind::keeps},
                                              {"breaks", ObligationKind::breaks}}};
constexpr Named<Dueness, 3> kDueness = {{{"unknown", Dueness::unknown}, {"yes", Dueness::due}, {"no", Dueness::undue}}};
constexpr Named<CueNeed, 2> kNeeds = {{{"duty", CueNeed::duty}, {"instrument", CueNeed::instrument}}};
constexpr Named<Negation, 3> kNegations = {{{"", Negation::any}, {"yes", Negation::negated}, {"no", Negation::plain}}};
constexpr Named<Introduces, 4> kIntroduces = {{{"condition", Introduces::condition},
                                               {"reason", Introduces::reason},
                                               {"occasion", Introduces::occasion},
                                               {"instrument", Introduces::instrument}}};
constexpr Named<Introduced, 4> kIntroduced = {
    {{"clause", Introduced::clause}, {"phrase", Introduced::phrase}, {"any", Introduced::any}, {"inverted", Introduced::inverted}}};
constexpr Named<Owed, 3> kOwed = {{{"", Owed::as_told}, {"each-other", Owed::each_other}, {"owner-of-place", Owed::owner_of_place}}};
constexpr Named<Reach, 2> kReaches = {{{"covers", Reach::covers}, {"leaves-out", Reach::leaves_out}}};
constexpr Named<bool, 2> kYesOrNot = {{{"yes", true}, {"", false}}};
constexpr Named<BoundAs, 3> kBoundAs = {{{"itself", BoundAs::itself}, {"body", BoundAs::body}, {"state", BoundAs::state}}};
constexpr Named<Function, 6> kFunctions = {{{"subject", Function::subject},
                                            {"object", Function::object},
                                            {"indirect", Function::indirect},
                                            {"comp", Function::complement},
                                            {"purpose", Function::purpose},
                                            {"self", Function::self}}};

// Reads one file after the other; the first row that makes no sense is the error.
class TableReader {
 public:
  TableReader(std::string folder, CommitmentRules& rules) : folder_(std::move(folder)), rules_(rules) {}

  template <class Read>
  void each_row(const std::string& file, const std::vector<std::string>& columns, Read read) {
    if (error_) return;
    const auto table = read_rules(folder_ + "/" + file, columns);
    if (!table) {
      error_ = table.error();
      return;
    }
    for (std::size_t i = 0; i < table->rows.size() && !error_; ++i) {
      place_ = table->place(i);
      read(table->rows[i]);
    }
  }

  template <class Value, std::size_t N>
  Value named(const Named<Value, N>& names, const std::string& name) {
    std::string known;
    for (const auto& [text, value] : names) {
      if (text == name) return value;
      known += (known.empty() ? "" : ", ") + (text.empty() ? "nothing" : std::string(text));
    }
    fail("expected one of " + known + ", not '" + name + "'");
    return names.front().second;
  }

  std::vector<WordPattern> patterns(const std::string& cell) {
    std::vector<WordPattern> found;
    for (const std::string& text : split(cell, '|')) {
      if (text.front() == '@') {
        for (const std::string& word : word_class(text.substr(1))) found.push_back({.lemma = word, .tag = {}, .beside = {}});
        continue;
      }
      auto pattern = parse_word_pattern(text);
      if (!pattern) fail(pattern.error().message);
      else found.push_back(*std::move(pattern));
    }
    if (found.empty()) fail("a row needs its words");
    return found;
  }

  LemmaSet words(const std::string& cell) {
    LemmaSet found;
    for (const std::string& text : split(cell, '|')) {
      if (text.front() == '@') found.merge(LemmaSet(word_class(text.substr(1))));
      else found.insert(text);
    }
    return found;
  }

  std::vector<Company> company(const std::string& cell) {
    std::vector<Company> found;
    for (const std::string& text : split(cell, ' ')) {
      const bool wanted = text.front() != '!';
      found.push_back({words(wanted ? text : text.substr(1)), wanted});
    }
    return found;
  }

  std::vector<Slot> slots(const std::string& cell) {
    std::vector<Slot> found;
    for (const std::string& text : split(cell, '|')) {
      const auto known = std::find_if(kFunctions.begin(), kFunctions.end(), [&](const auto& function) { return function.first == text; });
      if (known != kFunctions.end()) found.push_back({known->second, {}});
      else found.push_back({Function::preposition, text});
    }
    return found;
  }

  const std::string& place() const { return place_; }
  const std::optional<Error>& error() const { return error_; }

  void fail(const std::string& problem) {
    if (!error_) error_ = Error{place_ + ": " + problem};
  }

 private:
  const LemmaSet& word_class(const std::string& name) {
    const auto found = rules_.classes.find(name);
    if (found == rules_.classes.end()) fail("unknown word class '@" + name + "'; classes are in words.tsv");
    return rules_.classes[name];
  }

  std::string folder_;
  CommitmentRules& rules_;
  std::string place_;
  std::optional<Error> error_;
};

std::vector<WordPattern> verbs_unless_tagged(std::vector<WordPattern> patterns) {
  for (WordPattern& pattern : patterns)
    if (pattern.tag.empty()) pattern.tag = "VERB";
  return patterns;
}

template <class Rows, class WordsOf>
std::unordered_map<std::string, std::vector<std::size_t>> index_of(const Rows& rows, WordsOf words_of) {
  std::unordered_map<std::string, std::vector<std::size_t>> index;
  for (std::size_t i = 0; i < rows.size(); ++i)
    for (const WordPattern& pattern : words_of(rows[i])) {
      auto& at = index[pattern.lemma];
      if (at.empty() || at.back() != i) at.push_back(i);
    }
  return index;
}

}  // namespace

Result<CommitmentRules> CommitmentRules::load(const std::string& folder) {
  CommitmentRules rules;
  TableReader reader(folder, rules);
  reader.each_row("words.tsv", {"class", "words"}, [&](const auto& row) {
    for (const std::string& word : split(row[1], ' ')) rules.classes[row[0]].insert(word);
  });
  reader.each_row("parties.tsv", {"sector", "bound"}, [&](const auto& row) { rules.parties[row[0]] = reader.named(kBoundAs, row[1]); });
  reader.each_row("duties.tsv", {"duty", "heads", "company", "negated", "beneficiaries", "includes", "owed", "example"},
                  [&](const auto& row) {
                    rules.duties.push_back({.duty = row[0],
                                            .heads = reader.patterns(row[1]),
                                            .company = reader.company(row[2]),
                                            .negation = reader.named(kNegations, row[3]),
                                            .beneficiaries = reader.slots(row[4]),
                                            .includes = reader.slots(row[5]),
                                            .owed = reader.named(kOwed, row[6]),
                                            .example = row[7],
                                            .place = reader.place()});
                  });
  reader.each_row("cues.tsv", {"kind", "words", "bound", "content", "beneficiaries", "due", "needs", "example"}, [&](const auto& row) {
    rules.cues.push_back({.kind = reader.named(kKinds, row[0]),
                          .words = verbs_unless_tagged(reader.patterns(row[1])),
                          .bound = reader.slots(row[2]),
                          .content = reader.slots(row[3]),
                          .beneficiaries = reader.slots(row[4]),
                          .tells = reader.named(kDueness, row[5]),
                          .needs = reader.named(kNeeds, row[6]),
                          .example = row[7],
                          .place = reader.place()});
  });
  reader.each_row("instrument_duties.tsv", {"duty", "words", "to_claimant"}, [&](const auto& row) {
    rules.instrument_duties.push_back({row[0], reader.words(row[1]), reader.named(kYesOrNot, row[2])});
  });
  reader.each_row("introducers.tsv", {"introduces", "words", "before", "company", "example"}, [&](const auto& row) {
    rules.introducers.push_back({.what = reader.named(kIntroduces, row[0]),
                                 .words = split(row[1], ' '),
                                 .before = reader.named(kIntroduced, row[2]),
                                 .company = reader.company(row[3]),
                                 .example = row[4]});
  });
  reader.each_row("scopes.tsv", {"words", "slots", "reach", "instrument", "example"}, [&](const auto& row) {
    rules.scopes.push_back({.words = reader.patterns(row[0]),
                            .slots = reader.slots(row[1]),
                            .reach = reader.named(kReaches, row[2]),
                            .instrument = reader.slots(row[3]),
                            .example = row[4]});
  });
  reader.each_row("stances.tsv", {"due", "words", "negated", "of_instrument", "example"}, [&](const auto& row) {
    rules.stances.push_back({.tells = reader.named(kDueness, row[0]),
                             .words = reader.patterns(row[1]),
                             .negation = reader.named(kNegations, row[2]),
                             .of_instrument = reader.named(kYesOrNot, row[3]),
                             .example = row[4]});
  });
  if (reader.error()) return *reader.error();
  rules.cue_index = index_of(
      rules.cues, [](const ObligationCue& cue) -> const auto& { return cue.words; });
  rules.duty_index = index_of(
      rules.duties, [](const DutyContent& duty) -> const auto& { return duty.heads; });
  rules.scope_index = index_of(
      rules.scopes, [](const ScopeCue& cue) -> const auto& { return cue.words; });
  rules.stance_index = index_of(
      rules.stances, [](const Stance& stance) -> const auto& { return stance.words; });
  for (std::size_t i = 0; i < rules.introducers.size(); ++i) rules.introducer_index[rules.introducers[i].words.front()].push_back(i);
  return rules;
}

bool CommitmentRules::is_in(std::string_view word_class, const std::string& lemma) const {
  const auto found = classes.find(std::string(word_class));
  return found != classes.end() && found->second.contains(lemma);
}

}  // namespace casus
