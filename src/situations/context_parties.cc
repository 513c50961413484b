#include "situations/context_parties.h"

#include <algorithm>
#include <map>
#include <set>

namespace casus {
namespace {

using Countries = std::set<std::string>;

constexpr std::size_t kSides = 2;

class ContextParties {
 public:
  ContextParties(const Tokens& tokens, const Tree& tree, const Actors& actors, const Knowledge& knowledge, const SituationRules& rules)
      : tokens_(tokens), tree_(tree), actors_(actors), knowledge_(knowledge), rules_(rules) {}

  Countries missing(const ToldSituation& told, const std::vector<ToldSituation>& all) const {
    const bool contested = any_phrase(told, &SituationPhrase::contested);
    Countries own = countries_of(told);
    if (contested) add_countries_meant(told, own);
    if (!own.empty() && !(contested && own.size() < kSides)) return {};
    const bool domestic = any_phrase(told, &SituationPhrase::domestic);
    const Countries others = of_another(told, all, own);
    if (others.size() >= kSides || (domestic && !others.empty())) return others;
    const bool between_states = told.main->kind->scene == Setting::venue || rules_.is_settled(told.situation.kind);
    if (!domestic && between_states)
      if (Countries pair = pair_around(told, own); !pair.empty()) return pair;
    if (!others.empty()) return others;
    return own.empty() && !contested ? named_most(1) : Countries{};
  }

  // Those of the report that are the countries.
  void add(const Countries& countries, Situation& situation) const {
    std::set<std::uint32_t> found;
    for (const std::string& country : countries)
      if (const auto id = actor_of(country)) found.insert(id->index);
    for (const std::uint32_t index : found)
      if (std::find(situation.parties.begin(), situation.parties.end(), ActorId{index}) == situation.parties.end())
        situation.parties.push_back({index});
  }

  // "the protests in Yerevan", where the state itself is not named.
  void add_scene(ToldSituation& told) const {
    if (told.main->kind->scene != Setting::party) return;
    for (const SituationPhrase* phrase : told.phrases)
      for (const ActorId id : phrase->actors)
        if (actor(id).country && !phrase->contested && told.situation.parties.empty()) told.situation.parties.push_back(id);
  }

 private:
  static bool any_phrase(const ToldSituation& told, bool SituationPhrase::*is) {
    return std::any_of(told.phrases.begin(), told.phrases.end(), [&](const SituationPhrase* phrase) { return phrase->*is; });
  }

  const Actor& actor(ActorId id) const { return actors_.actors[id.index]; }

  Countries countries_of(const ToldSituation& told) const {
    Countries countries;
    for (const ActorId id : told.situation.parties)
      if (actor(id).country) countries.insert(*actor(id).country);
    return countries;
  }

  // Whose territory is contested, where the state itself is not named.
  void add_countries_meant(const ToldSituation& told, Countries& countries) const {
    for (const SituationPhrase* phrase : told.phrases)
      for (const std::string& key : phrase->keys)
        if (knowledge_.state(key)) countries.insert(key);
  }

  static bool includes(const Countries& more, const Countries& less) {
    return std::includes(more.begin(), more.end(), less.begin(), less.end());
  }

  // Of what the talks may settle, or of the talks that may settle it: the nearest.
  Countries of_another(const ToldSituation& told, const std::vector<ToldSituation>& all, const Countries& own) const {
    Countries nearest;
    std::size_t least = tokens_.tokens.size();
    for (const ToldSituation& other : all) {
      if (!may_settle(told, other) && !may_settle(other, told)) continue;
      const Countries countries = countries_of(other);
      if (countries.size() <= own.size() || !includes(countries, own)) continue;
      const std::size_t here = told.main->head, there = other.main->head;
      if (const std::size_t away = std::max(here, there) - std::min(here, there); away < least) {
        least = away;
        nearest = countries;
      }
    }
    return nearest;
  }

  bool may_settle(const ToldSituation& talks, const ToldSituation& other) const {
    return talks.main->kind->scene == Setting::venue && rules_.is_settled(other.situation.kind);
  }

  // The two that the report names most, where its own sentences or those beside them name both.
  Countries pair_around(const ToldSituation& told, const Countries& own) const {
    const Countries pair = named_most(kSides);
    if (pair.size() < kSides || !includes(pair, own)) return {};
    for (const int away : {0, -1, 1})
      for (const SituationPhrase* phrase : told.phrases) {
        Countries countries = named_in(static_cast<int>(tokens_.sentence_of(phrase->head)) + away);
        countries.insert(own.begin(), own.end());
        if (includes(countries, pair)) return pair;
      }
    return {};
  }

  Countries named_in(int sentence) const {
    Countries countries;
    for (const ActorMention& mention : actors_.mentions) {
      if (static_cast<int>(tokens_.sentence_of(mention.head)) != sentence || is_only_where(mention.head)) continue;
      for (const ActorId id : mention.actors) {
        const bool venue = actor(id).kind == ActorKind::place && !is_country(actor(id), knowledge_);
        if (actor(id).country && !venue) countries.insert(*actor(id).country);
      }
    }
    return countries;
  }

  bool is_only_where(std::size_t head) const {
    const auto cases = tree_.children(head, "case");
    return std::any_of(cases.begin(), cases.end(), [&](std::size_t word) { return rules_.is_where(tree_.word(word).lemma); });
  }

  // Empty where others are named as often.
  Countries named_most(std::size_t wanted) const {
    std::map<std::string, int> mentions;
    for (const ActorMention& mention : actors_.mentions)
      for (const ActorId id : mention.actors)
        if (actor(id).country) ++mentions[*actor(id).country];
    std::vector<std::pair<int, std::string>> ranked;
    for (const auto& [country, count] : mentions) ranked.emplace_back(count, country);
    std::sort(ranked.rbegin(), ranked.rend());
    if (ranked.size() < wanted || (ranked.size() > wanted && ranked[wanted].first == ranked[wanted - 1].first)) return {};
    Countries most;
    for (std::size_t i = 0; i < wanted; ++i) most.insert(ranked[i].second);
    return most;
  }

  std::optional<ActorId> actor_of(const std::string& country) const {
    for (std::uint32_t i = 0; i < actors_.actors.size(); ++i)
      if (actors_.actors[i].country == country && is_country(actors_.actors[i], knowledge_)) return ActorId{i};
    return std::nullopt;
  }

  const Tokens& tokens_;
  const Tree& tree_;
  const Actors& actors_;
  const Knowledge& knowledge_;
  const SituationRules& rules_;
};

}  // namespace

std::vector<ToldSituation> with_parties_of_context(std::vector<ToldSituation> told, const Tokens& tokens, const Tree& tree,
                                                   const Actors& actors, const Knowledge& knowledge, const SituationRules& rules) {
  const ContextParties context(tokens, tree, actors, knowledge, rules);
  std::vector<Countries> missing;
  for (const ToldSituation& one : told) missing.push_back(context.missing(one, told));
  for (std::size_t i = 0; i < told.size(); ++i) {
    context.add(missing[i], told[i].situation);
    if (told[i].situation.parties.empty()) context.add_scene(told[i]);
  }
  return told;
}

}  // namespace casus
