#include "situations/context_parties.h"

#include <algorithm>
#include <map>
#include <set>

namespace casus {
namespace {

using Countries = std::set<std::string>;

constexpr std::size_t kSides = 2;
constexpr int kLeastMentions = 3;

class ContextParties {
 public:
  ContextParties(const Tokens& tokens, const Tree& tree, const Actors& actors, const Knowledge& knowledge, const SituationRules& rules)
      : tokens_(tokens), tree_(tree), actors_(actors), knowledge_(knowledge), rules_(rules) {}

  Countries missing(const ToldSituation& told, const std::vector<ToldSituation>& all) const {
    const bool contested = any_phrase(told, &SituationPhrase::contested);
    Countries own = countries_of(told);
    if (contested) add_countries_meant(told, own);
    if (!own.empty() && !(contested && own.size() < kSides)) return {};
    if (Countries others = of_another(told, all, own); !others.empty()) return others;
    const bool domestic = any_phrase(told, &SituationPhrase::domestic);
    if (!domestic)
      if (Countries pair = pair_around(told, own); !pair.empty()) return pair;
    return own.empty() && !contested ? named_most() : Countries{};
  }

  // Those of the report that are the countries.
  void add(const Countries& countries, Situation& situation) const {
    for (const std::string& country : countries) {
      const auto id = actor_of(country);
      if (id && std::find(situation.parties.begin(), situation.parties.end(), *id) == situation.parties.end())
        situation.parties.push_back(*id);
    }
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

  // In its own sentences, before them, and after them.
  Countries pair_around(const ToldSituation& told, const Countries& own) const {
    for (const int away : {0, -1, 1})
      for (const SituationPhrase* phrase : told.phrases) {
        Countries countries = named_in(static_cast<int>(tokens_.sentence_of(phrase->head)) + away);
        countries.insert(own.begin(), own.end());
        if (countries.size() == kSides) return countries;
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

  Countries named_most() const {
    std::map<std::string, int> mentions;
    for (const ActorMention& mention : actors_.mentions)
      for (const ActorId id : mention.actors)
        if (actor(id).country) ++mentions[*actor(id).country];
    Countries most;
    int times = kLeastMentions - 1;
    for (const auto& [country, count] : mentions) {
      if (count > times) most = {country};
      else if (count == times) most.clear();
      times = std::max(times, count);
    }
    return most;
  }

  std::optional<ActorId> actor_of(const std::string& country) const {
    std::optional<ActorId> body;
    for (std::uint32_t i = 0; i < actors_.actors.size(); ++i) {
      const Actor& one = actors_.actors[i];
      if (one.country != country) continue;
      if (is_country(one, knowledge_)) return ActorId{i};
      if (!body && (one.kind == ActorKind::organisation || one.kind == ActorKind::group)) body = ActorId{i};
    }
    return body;
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
