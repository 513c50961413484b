// Marks become actors in two passes in the order of the text. First those that carry a name (name_resolution.cc), with what is known of
// persons (known_persons.cc). Then those that point to somebody or found an actor without a name: titles and role nouns
// (nominal_resolution.cc), pronouns (pronoun_resolution.cc); each looks back over what was meant before it. At the end states are founded
// for those who belong to them (belonging.cc), and everything is numbered by its first span.
#include "actors/actors.h"

#include <algorithm>
#include <tuple>

#include "actors/belonging.h"
#include "actors/drafts.h"
#include "actors/home.h"
#include "actors/known_persons.h"
#include "actors/learned_antecedents.h"
#include "actors/marks.h"
#include "actors/name_resolution.h"
#include "actors/nominal_resolution.h"
#include "actors/parsed_report.h"
#include "actors/pronoun_resolution.h"
#include "actors/pronouns.h"
#include "actors/speakers.h"
#include "actors/state_before.h"
#include "core/check.h"

namespace casus {
namespace {

class Resolver {
 public:
  Resolver(const Document& document, const Tokens& tokens, const Parse& parse, const Names& names, const Attributions& attributions,
           const Coreference& coreference, const Knowledge& knowledge, std::string_view date)
      : tree_(tokens, parse),
        report_(document, tokens, parse, tree_, knowledge, date),
        drafts_(report_, find_marks(report_, names)),
        quotations_(document, tokens),
        speakers_(tokens, attributions, quotations_),
        grammar_(report_, quotations_),
        learned_(coreference),
        names_(report_, drafts_),
        nominals_(report_, drafts_, names_, learned_),
        pronouns_(report_, drafts_, quotations_, speakers_, grammar_, learned_) {}

  Actors resolve() {
    const std::size_t marks = drafts_.marks();
    for (std::size_t m = 0; m < marks; ++m) names_.resolve(m);
    for (DraftId d = 0; d < drafts_.size(); ++d) {
      if (drafts_[d].thing != Thing::person) continue;
      if (const Term* term = recognise_person(report_, drafts_, d)) differences_.push_back({d, term});
      for (const Role& role : drafts_[d].actor.roles) drafts_.index("office " + role.office, d);
    }
    for (std::size_t m = 0; m < marks; ++m)
      if (drafts_.links(m).empty() && !pronouns_.waits_for_speaker(drafts_.mark(m))) resolve_mark(m);
    for (DraftId d = 0; d < drafts_.size(); ++d) inherit_from_owner(report_.knowledge(), drafts_, d);
    for (std::size_t m = 0; m < marks; ++m)
      if (drafts_.links(m).empty() && pronouns_.waits_for_speaker(drafts_.mark(m))) resolve_mark(m);
    for (DraftId d = 0; d < drafts_.size(); ++d) inherit_from_owner(report_.knowledge(), drafts_, d);
    for (DraftId d = 0; d < drafts_.size(); ++d) settle_by_state_before(d);
    const Home home = find_home(drafts_);
    for (DraftId d = 0; d < drafts_.size(); ++d) settle_at_home(drafts_, d, home);
    for (DraftId d = 0; d < drafts_.size(); ++d) join_state(drafts_, d);
    return finish();
  }

 private:
  void resolve_one(std::size_t m) {
    if (drafts_.mark(m).thing != Thing::pronoun) return nominals_.resolve(m);
    pronouns_.resolve(m);
    if (drafts_.links(m).size() == 1) drafts_.introduce(drafts_.links(m).front(), m);
  }

  void resolve_mark(std::size_t m) {
    resolve_one(m);
    if (drafts_.mark(m).others.empty()) return;
    // "French and Dutch officials" are two groups.
    const Mark mark = drafts_.mark(m);
    for (const Nationality& other : mark.others) {
      drafts_.mark(m).country = other.country;
      drafts_.mark(m).affiliation = other.range;
      for (TitleUse& title : drafts_.mark(m).titles) title.of = other.country;
      resolve_one(m);
    }
    drafts_.mark(m) = mark;
  }

  void settle_by_state_before(DraftId d) {
    const std::string country = state_before(report_, drafts_, quotations_, d);
    if (country.empty()) return;
    Actor& actor = drafts_[d].actor;
    set_codes(actor, country, actor.sectors.front(), "");
    actor.country_from_report = true;
    for (Role& role : actor.roles)
      if (!role.of) role.of = country;
    if (drafts_[d].thing != Thing::person || actor.knowledge_id) return;
    if (const Term* term = recognise_person(report_, drafts_, d)) differences_.push_back({d, term});
  }

  Actors finish() {
    for (DraftId d = 0; d < drafts_.size(); ++d) complete(drafts_[d]);
    const std::vector<DraftId> order = order_of_text();
    std::vector<std::optional<ActorId>> renumbered(drafts_.size());
    for (std::size_t i = 0; i < order.size(); ++i) renumbered[order[i]] = ActorId{static_cast<std::uint32_t>(i)};
    Actors actors;
    for (const DraftId d : order) {
      Actor actor = std::move(drafts_[d].actor);
      std::vector<ActorId> member_of;
      for (const ActorId of : actor.member_of)
        if (const auto id = renumbered[of.index]) member_of.push_back(*id);
      actor.member_of = std::move(member_of);
      actors.actors.push_back(std::move(actor));
    }
    for (const auto& [d, term] : differences_)
      if (renumbered[d]) actors.differences.push_back({*renumbered[d], term});
    for (std::size_t m = 0; m < drafts_.marks(); ++m) {
      if (drafts_.mark(m).hidden) continue;
      ActorMention mention{drafts_.mark(m).range, drafts_.mark(m).head, drafts_.mark(m).form, {}};
      for (const DraftId d : drafts_.links(m))
        if (renumbered[d]) mention.actors.push_back(*renumbered[d]);
      if (mention.actors.empty()) continue;
      std::sort(mention.actors.begin(), mention.actors.end());
      actors.mentions.push_back(std::move(mention));
    }
    std::stable_sort(actors.mentions.begin(), actors.mentions.end(), [](const auto& a, const auto& b) { return a.range < b.range; });
    return actors;
  }

  // Without those whom no words mean, and without mere places that nothing is known of.
  std::vector<DraftId> order_of_text() const {
    std::vector<DraftId> order;
    for (DraftId d = 0; d < drafts_.size(); ++d) {
      const bool idle = drafts_[d].thing == Thing::place && drafts_[d].only_place && !drafts_[d].actor.country;
      if (!drafts_[d].actor.spans.empty() && !idle) order.push_back(d);
    }
    std::stable_sort(order.begin(), order.end(), [&](DraftId a, DraftId b) {
      const Span& x = drafts_[a].actor.spans.front();
      const Span& y = drafts_[b].actor.spans.front();
      return std::tie(x.start, x.end) < std::tie(y.start, y.end);
    });
    return order;
  }

  void complete(Draft& draft) const {
    Actor& actor = draft.actor;
    if (draft.thing == Thing::state && draft.only_place) actor.kind = ActorKind::place;
    if (draft.thing == Thing::place && draft.is_country && !actor.country) {
      actor.kind = ActorKind::state;
      if (std::any_of(draft.marks.begin(), draft.marks.end(), [&](std::size_t m) { return drafts_.mark(m).acts; })) actor.sectors = {"GOV"};
    }
    for (const std::size_t m : draft.marks)
      if (!drafts_.mark(m).hidden) actor.mentions.push_back({report_.span(drafts_.mark(m).range), drafts_.mark(m).form});
    std::stable_sort(actor.mentions.begin(), actor.mentions.end(), [](const Mention& a, const Mention& b) { return a.span < b.span; });
    const auto twice =
        std::unique(actor.mentions.begin(), actor.mentions.end(), [](const Mention& a, const Mention& b) { return a.span == b.span; });
    actor.mentions.erase(twice, actor.mentions.end());
    for (const Mention& mention : actor.mentions) actor.spans.push_back(mention.span);
  }

  Tree tree_;
  ParsedReport report_;
  Drafts drafts_;
  Quotations quotations_;
  Speakers speakers_;
  PronounGrammar grammar_;
  LearnedAntecedents learned_;
  NameResolution names_;
  NominalResolution nominals_;
  PronounResolution pronouns_;
  std::vector<std::pair<DraftId, const Term*>> differences_;
};

// Visits the mentions that may hold the token: they begin at most a sentence's length before it.
template <class Visit>
void visit_around(const std::vector<ActorMention>& mentions, std::size_t token, Visit visit) {
  auto after =
      std::upper_bound(mentions.begin(), mentions.end(), token, [](std::size_t t, const ActorMention& m) { return t < m.range.first; });
  while (after != mentions.begin() && (after - 1)->range.first + kLongestSentence > token) visit(*--after);
}

}  // namespace

const ActorMention* Actors::headed_by(std::size_t token) const {
  const ActorMention* first = nullptr;
  visit_around(mentions, token, [&](const ActorMention& mention) {
    if (mention.head == token) first = &mention;
  });
  return first;
}

const ActorMention* Actors::covering(std::size_t token) const {
  const ActorMention* shortest = nullptr;
  visit_around(mentions, token, [&](const ActorMention& mention) {
    if (mention.range.contains(token) && (!shortest || mention.range.size() <= shortest->range.size())) shortest = &mention;
  });
  return shortest;
}

Actors find_actors(const Document& document, const Tokens& tokens, const Parse& parse, const Names& names, const Attributions& attributions,
                   const Coreference& coreference, const Knowledge& knowledge, const std::optional<Date>& published) {
  CASUS_CHECK(tokens.tokens.size() == parse.words.size());
  const std::string date = published ? published->value.substr(0, 10) : "";
  return Resolver(document, tokens, parse, names, attributions, coreference, knowledge, date).resolve();
}

}  // namespace casus
