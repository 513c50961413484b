#include "actors/state_before.h"

#include <algorithm>
#include <set>
#include <string_view>

#include "actors/sectors.h"

namespace casus {
namespace {

constexpr std::string_view kPostedAbroad = "posted abroad";
constexpr std::string_view kVoice = "voice of others";

class StateBefore {
 public:
  StateBefore(const ParsedReport& report, const Drafts& drafts, const Quotations& quotations, DraftId d)
      : report_(report), drafts_(drafts), quotations_(quotations), draft_(drafts[d]) {}

  std::string find() const {
    if (const std::string of = state_of_office_before(); !of.empty()) return of;
    if (!may_be_told()) return "";
    if (const std::string of = state_of_body_in_title(); !of.empty()) return of;
    const std::size_t m = draft_.marks.front();
    const TokenRange sentence = report_.sentence(drafts_.mark(m).head);
    // "Velgrad begged to differ: nobody, Foreign Ministry spokesman Ada Kern said, ..."
    for (std::size_t i = drafts_.mark(m).range.first; i-- > sentence.first;)
      if (is_one_of(report_.form(i), {":", ";"})) {
        const States states = states_in({sentence.first, i}, m);
        if (!states.empty()) return only(states);
      }
    for (std::size_t first = sentence.first; first > 0 && !report_.starts_paragraph(first);) {
      const TokenRange before = report_.sentence(first - 1);
      const States states = states_in(before, m);
      if (!states.empty()) return only(states);
      first = before.first;
    }
    return "";
  }

 private:
  using States = std::set<std::string>;

  bool may_be_told() const {
    const Actor& actor = draft_.actor;
    if (!is_one_of(draft_.thing, {Thing::person, Thing::office}) || draft_.plural || draft_.marks.empty()) return false;
    if (actor.country || is_whole_code(actor) || actor.roles.empty() || actor.sectors.empty()) return false;
    const std::string& sector = actor.sectors.front();
    if (!is_of_state(sector) && (!contends_for_state(sector) || sector == "REB")) return false;
    return std::none_of(actor.roles.begin(), actor.roles.end(),
                        [&](const Role& role) { return report_.knowledge().is_office_kind(kPostedAbroad, role.office); }) &&
           std::none_of(draft_.marks.begin(), draft_.marks.end(), [&](std::size_t m) {
             const auto owner = drafts_.owner_of(drafts_.mark(m));
             return owner && is_human(drafts_[*owner]);
           });
  }

  // "Ruritania recalled its ambassador. ... The ambassador, Ada Kern, ..."
  std::string state_of_office_before() const {
    const Actor& actor = draft_.actor;
    if (draft_.thing != Thing::person || draft_.marks.empty() || actor.country || is_whole_code(actor) || actor.sectors.empty()) return "";
    const std::size_t m = draft_.marks.front();
    States states;
    for (const TitleUse& title : drafts_.mark(m).titles) {
      if (title.range.first == 0 || report_.lower_form(title.range.first - 1) != "the") continue;
      for (DraftId d = 0; d < drafts_.size(); ++d) {
        const Draft& other = drafts_[d];
        const bool before = is_one_of(other.thing, {Thing::person, Thing::office}) && !other.marks.empty() && other.marks.front() < m;
        if (!before || !other.actor.country) continue;
        for (const Role& role : other.actor.roles)
          if (role.office == title.office) states.insert(*other.actor.country);
      }
    }
    return only(states);
  }

  // "the army chief" where the report has told whose the army is
  std::string state_of_body_in_title() const {
    States states;
    for (const std::size_t m : draft_.marks)
      for (const TitleUse& title : drafts_.mark(m).titles)
        if (title.range.size() > 1)
          for (DraftId d = 0; d < drafts_.size(); ++d)
            if (drafts_[d].thing == Thing::body && drafts_[d].actor.country && drafts_[d].lemma == report_.lower_form(title.range.first))
              states.insert(*drafts_[d].actor.country);
    return only(states);
  }

  // Of those who are named in the words, quotations aside, before mark m. Whom a word only describes ("Ruritania, whose neighbour Sylvania
  // is") counts where nobody else is named, and places where neither is.
  States states_in(TokenRange words, std::size_t m) const {
    States named, aside, somewhere;
    for (std::size_t k = m; k-- > 0 && drafts_.mark(k).head >= words.first;) {
      const Mark& mark = drafts_.mark(k);
      if (!words.contains(mark.head) || quotations_.of_token(mark.head)) continue;
      // Fishermen and students may be from anywhere.
      const bool place = mark.thing == Thing::place;
      const bool scene = mark.place || report_.relation_is(mark.head, {"nsubj"});
      if ((place && !scene) || is_one_of(mark.thing, {Thing::group, Thing::individual, Thing::people})) continue;
      States& states = place || mark.place ? somewhere : describes_another(mark.head) ? aside : named;
      for (const DraftId d : drafts_.links(k))
        if (drafts_[d].actor.country) states.insert(*drafts_[d].actor.country);
    }
    return !named.empty() ? named : !aside.empty() ? aside : somewhere;
  }

  bool describes_another(std::size_t head) const {
    for (std::size_t t = head; report_.word(t).head != kRoot; t = report_.word(t).head) {
      if (report_.relation_is(t, {"acl"})) return true;
      if (report_.relation_is(t, {"nmod"}) && !report_.relation_is(report_.word(t).head, {"nsubj"})) return true;
    }
    return false;
  }

  static std::string only(const States& states) { return states.size() == 1 ? *states.begin() : ""; }

  const ParsedReport& report_;
  const Drafts& drafts_;
  const Quotations& quotations_;
  const Draft& draft_;
};

bool is_nothing_but_a_voice(const ParsedReport& report, const Mark& mark) {
  return mark.titles.size() == 1 && mark.titles.front().range.first == mark.range.first &&
         report.knowledge().is_office_kind(kVoice, mark.titles.front().office);
}

}  // namespace

std::optional<std::size_t> body_before(const ParsedReport& report, const Drafts& drafts, const Quotations& quotations, DraftId d) {
  const Draft& draft = drafts[d];
  if (draft.thing != Thing::person || draft.actor.country || is_whole_code(draft.actor) || draft.marks.empty()) return std::nullopt;
  const std::size_t m = draft.marks.front();
  if (drafts.mark(m).owner || !is_nothing_but_a_voice(report, drafts.mark(m))) return std::nullopt;
  const std::size_t sentence = report.sentence_index(drafts.mark(m).head);
  for (std::size_t k = m; k-- > 0 && report.sentence_index(drafts.mark(k).head) + 1 >= sentence;) {
    const std::size_t head = drafts.mark(k).head;
    if (!report.relation_is(head, {"nsubj"}) || quotations.of_token(head)) continue;
    for (const DraftId o : drafts.links(k))
      if (is_one_of(drafts[o].thing, {Thing::state, Thing::organisation, Thing::body})) return head;
  }
  return std::nullopt;
}

std::string state_before(const ParsedReport& report, const Drafts& drafts, const Quotations& quotations, DraftId d) {
  return StateBefore(report, drafts, quotations, d).find();
}

}  // namespace casus
