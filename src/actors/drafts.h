// The actors of a report while it is being found out who they are, and whom each mark means so far.
#pragma once

#include <algorithm>
#include <cstddef>
#include <functional>
#include <initializer_list>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "actors/mark.h"
#include "actors/parsed_report.h"
#include "casus/record.h"
#include "token/tokens.h"

namespace casus {

using DraftId = std::size_t;
inline constexpr DraftId kNoDraft = static_cast<DraftId>(-1);

struct Draft {
  Actor actor;
  Thing thing = Thing::person;
  Gender gender = Gender::unknown;
  int pronouns = 0;  // that mean it: how many more are male than female
  bool plural = false;
  std::string lemma;
  std::vector<std::string> sounds;  // of a person's name, word by word
  std::string territory;            // whose it is, by its id
  int standing = 9;                 // of a state's name
  bool named_well = false;
  bool only_place = true;
  bool is_country = false;  // a place that has an adjective, an army, a president
  std::optional<DraftId> owner;
  std::vector<std::size_t> marks;
};

bool is_one_of(Thing thing, std::initializer_list<Thing> wanted);
bool is_human(const Draft& draft);

// Country and sector are one code, unless the organisation has one of its own. Empty ones change nothing.
void set_codes(Actor& actor, const std::string& country, const std::string& sector, const std::string& code);
bool is_whole_code(const Actor& actor);

class Drafts {
 public:
  // The report must outlive it.
  Drafts(const ParsedReport& report, std::vector<Mark> marks);

  std::size_t size() const { return drafts_.size(); }
  Draft& operator[](DraftId d) { return drafts_[d]; }
  const Draft& operator[](DraftId d) const { return drafts_[d]; }
  DraftId add(Draft draft);
  void index(const std::string& key, DraftId d);
  const std::vector<DraftId>& indexed(const std::string& key) const;

  std::size_t marks() const { return marks_.size(); }
  Mark& mark(std::size_t m) { return marks_[m]; }
  const Mark& mark(std::size_t m) const { return marks_[m]; }
  std::optional<std::size_t> mark_at(std::size_t head) const;
  const std::set<std::string, std::less<>>& countries() const { return countries_; }  // of all marks

  void link(std::size_t m, DraftId d);
  const std::vector<DraftId>& links(std::size_t m) const { return links_[m]; }  // whom the mark means
  const std::vector<DraftId>* meant_at(std::size_t token) const;
  const std::vector<DraftId>* meant_by(std::size_t token) const;
  std::optional<DraftId> owner_of(const Mark& mark) const;
  std::string country_of(const Mark& mark) const;  // or its owner's

  // Calls visit(mark, draft) for what was meant before mark m, the last first, up to `sentences` back; until it says true.
  template <class Visit>
  DraftId look_back(std::size_t m, std::size_t sentences, Visit visit) const {
    for (std::size_t k = m; k-- > 0;) {
      if (report_.sentence_index(marks_[k].head) + sentences < report_.sentence_index(marks_[m].head)) break;
      if (marks_[k].range.contains(marks_[m].head)) continue;
      for (const DraftId d : links_[k])
        if (visit(marks_[k], d)) return d;
    }
    return kNoDraft;
  }

  void add_titles(Actor& actor, const Mark& mark) const;
  void introduce(DraftId d, std::size_t m);

  DraftId state(const std::string& code);
  DraftId found_state(const std::string& country, TokenRange words);      // by words that say whose somebody is
  std::string place_around(std::size_t m) const;                          // the state of the places in its sentence, if they are of one
  bool is_beside_another(std::size_t m, std::string_view country) const;  // does its sentence have a mark of another state?
  std::optional<TokenRange> affiliation_words(const Draft& draft) const;

 private:
  // Calls visit(mark) for the others in the sentence of mark m.
  template <class Visit>
  void visit_beside(std::size_t m, Visit visit) const {
    const auto same = [&](std::size_t k) { return report_.sentence_index(marks_[k].head) == report_.sentence_index(marks_[m].head); };
    for (std::size_t k = m; k-- > 0 && same(k);) visit(marks_[k]);
    for (std::size_t k = m + 1; k < marks_.size() && same(k); ++k) visit(marks_[k]);
  }

  const ParsedReport& report_;
  std::vector<Mark> marks_;
  std::vector<std::vector<DraftId>> links_;
  std::vector<Draft> drafts_;
  std::map<std::size_t, std::size_t> mark_at_;  // by head
  std::set<std::string, std::less<>> countries_;
  std::unordered_map<std::string, std::vector<DraftId>> by_key_;
};

}  // namespace casus
