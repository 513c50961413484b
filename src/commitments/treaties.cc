#include "commitments/treaties.h"

#include <algorithm>
#include <set>

#include "knowledge/describe.h"
#include "knowledge/duties.h"

namespace casus {
namespace {

// The territory of the parties, as tables have it.
constexpr std::string_view kOfParties = "parties";

bool contains(const std::vector<ActorId>& ids, ActorId id) { return std::find(ids.begin(), ids.end(), id) != ids.end(); }

std::optional<std::string> unless_empty(std::string_view text) { return text.empty() ? std::nullopt : std::optional<std::string>(text); }

// "1, 2, 5" with each once.
void join(std::optional<std::string>& list, std::string_view text, std::string_view separator) {
  if (text.empty()) return;
  if (!list) list = std::string(text);
  else if (list->find(text) == std::string::npos) *list += std::string(separator) + std::string(text);
}

class TreatyReader {
 public:
  TreatyReader(const Tokens& tokens, const Actors& actors, const Dates& dates, const std::vector<InstrumentMention>& instruments,
               const std::vector<Commitment>& told, const Knowledge& knowledge)
      : tokens_(tokens),
        actors_(actors),
        published_(dates.published ? dates.published->value : ""),
        instruments_(instruments),
        told_(told),
        knowledge_(knowledge) {}

  TreatyReading read() {
    std::set<const KnownTreaty*> done;
    for (const InstrumentMention& mention : instruments_)
      if (mention.treaty && done.insert(mention.treaty).second) read_treaty(*mention.treaty);
    std::stable_sort(reading_.commitments.begin(), reading_.commitments.end(),
                     [](const Commitment& a, const Commitment& b) { return a.spans.front() < b.spans.front(); });
    return std::move(reading_);
  }

 private:
  void read_treaty(const KnownTreaty& treaty) {
    std::vector<const Commitment*> told;
    for (const Commitment& each : told_)
      if (each.instrument && each.instrument->knowledge_id && treaty.id == *each.instrument->knowledge_id) told.push_back(&each);
    for (const Commitment* each : told) compare(*each, treaty);
    if (!treaty.in_force(published_)) return;
    const std::size_t first = reading_.commitments.size();
    for (const TreatyDuty& duty : treaty.duties)
      if (is_asked_for(duty, treaty, told)) add(duty, treaty, told, first);
  }

  bool is_asked_for(const TreatyDuty& duty, const KnownTreaty& treaty, const std::vector<const Commitment*>& told) const {
    bool by_article = false;
    for (const InstrumentMention& mention : instruments_)
      if (mention.treaty == &treaty && mention.article) {
        if (duty.article == *mention.article) return true;
        by_article = true;
      }
    if (std::any_of(told.begin(), told.end(), [&](const Commitment* each) { return each->duty == name_of(duty.duty); })) return true;
    return !by_article && told.empty() && duty.duty == treaty.kind && is_of_them_alone(treaty);
  }

  // Of many a treaty is named without any duty in mind.
  bool is_of_them_alone(const KnownTreaty& treaty) const {
    const auto all = parties(treaty);
    return std::any_of(all.begin(), all.end(), [&](ActorId id) { return is_body(id); }) ||
           std::all_of(treaty.parties.begin(), treaty.parties.end(), [&](const TreatyParty& party) {
             return !party.period.contains(published_) ||
                    std::any_of(all.begin(), all.end(), [&](ActorId id) { return is_called(id, party.party); });
           });
  }

  bool is_called(ActorId id, std::string_view party) const {
    const auto names = party_names(actor(id));
    return std::find(names.begin(), names.end(), party) != names.end();
  }

  // --- between whom

  bool is_one_of(ActorId id, const NearList<Text>& parties) const {
    return std::any_of(parties.begin(), parties.end(), [&](const Text& party) { return is_called(id, party); });
  }

  bool is_party(ActorId id, const KnownTreaty& treaty, std::string_view date) const {
    const auto names = party_names(actor(id));
    return std::any_of(names.begin(), names.end(), [&](const std::string& name) { return knowledge_.is_party(treaty, name, date); });
  }

  // Not a person or an office of one.
  bool may_be_bound(ActorId id) const {
    const Actor& one = actor(id);
    if (one.kind == ActorKind::state) return true;
    return (one.kind == ActorKind::organisation || one.kind == ActorKind::group || one.kind == ActorKind::place) && one.knowledge_id &&
           (knowledge_.organisation(*one.knowledge_id) || knowledge_.territory(*one.knowledge_id));
  }

  template <class Test>
  std::vector<ActorId> actors_that(Test test) const {
    std::vector<ActorId> found;
    for (std::uint32_t i = 0; i < actors_.actors.size(); ++i)
      if (may_be_bound({i}) && test(ActorId{i})) found.push_back({i});
    return found;
  }

  std::vector<ActorId> parties(const KnownTreaty& treaty) const {
    return actors_that([&](ActorId id) { return is_itself_party(id, treaty); });
  }

  // A ministry is not a party where its state is.
  bool is_itself_party(ActorId id, const KnownTreaty& treaty) const {
    const Actor& one = actor(id);
    if (one.kind == ActorKind::state) return is_party(id, treaty, published_);
    return one.knowledge_id && knowledge_.is_party(treaty, *one.knowledge_id, published_);
  }

  bool is_body(ActorId id) const { return actor(id).kind == ActorKind::organisation; }

  struct Sides {
    std::vector<ActorId> bound;
    std::vector<ActorId> beneficiaries;
  };

  Sides sides(const TreatyDuty& duty, const KnownTreaty& treaty, const std::vector<const Commitment*>& told) const {
    const auto all = parties(treaty);
    const auto among = [&](const NearList<Text>& named) {
      return named.empty() ? all : actors_that([&](ActorId id) { return is_one_of(id, named); });
    };
    Sides found{among(duty.bound), among(duty.beneficiary)};
    if (!duty.bound.empty()) return found;
    for (const Commitment* each : told)
      if (each->duty == name_of(duty.duty) && are_among(each->bound, found.bound) && are_among(each->beneficiaries, found.beneficiaries))
        return {each->bound, each->beneficiaries};
    return through_body(found);
  }

  static bool are_among(const std::vector<ActorId>& some, const std::vector<ActorId>& all) {
    return !some.empty() && std::all_of(some.begin(), some.end(), [&](ActorId id) { return contains(all, id); });
  }

  // An organisation owes it to its members.
  Sides through_body(Sides sides) const {
    const auto is_organisation = [&](ActorId id) { return is_body(id); };
    if (std::none_of(sides.bound.begin(), sides.bound.end(), is_organisation)) return sides;
    std::erase_if(sides.bound, [&](ActorId id) { return !is_body(id); });
    if (std::any_of(sides.beneficiaries.begin(), sides.beneficiaries.end(), [&](ActorId id) { return !is_body(id); }))
      std::erase_if(sides.beneficiaries, is_organisation);
    return sides;
  }

  // --- what

  void add(const TreatyDuty& duty, const KnownTreaty& treaty, const std::vector<const Commitment*>& told, std::size_t first) {
    Sides between = sides(duty, treaty, told);
    if (between.bound.empty() || between.beneficiaries.empty() || is_alone(between)) return;
    const std::string name(name_of(duty.duty));
    for (std::size_t i = first; i < reading_.commitments.size(); ++i) {
      Commitment& other = reading_.commitments[i];
      if (other.duty != name || other.bound != between.bound || other.beneficiaries != between.beneficiaries) continue;
      join(other.instrument->article, duty.article, ", ");
      join(other.terms->condition, duty.condition, "; ");
      return;
    }
    Commitment commitment{.bound = std::move(between.bound), .beneficiaries = std::move(between.beneficiaries)};
    commitment.instrument = Instrument{std::string(treaty.name.view()), std::string(treaty.id.view()), unless_empty(duty.article)};
    commitment.duty = name;
    commitment.includes = covered(duty, commitment.beneficiaries);
    commitment.from = Source::knowledge;
    commitment.terms = TreatyTerms{unless_empty(duty.condition), unless_empty(duty.territory),
                                   std::string(knowledge_.source_of(duty.fact).id.view()), unless_empty(published_)};
    for (const InstrumentMention& mention : instruments_)
      if (mention.treaty == &treaty) commitment.spans.push_back(tokens_.span(mention.range));
    reading_.commitments.push_back(std::move(commitment));
  }

  // Nobody owes it to himself.
  static bool is_alone(const Sides& sides) { return sides.bound.size() == 1 && sides.bound == sides.beneficiaries; }

  // The parties' territories are those of the actors; a territory by another name is told in the terms.
  std::vector<Scope> covered(const TreatyDuty& duty, const std::vector<ActorId>& beneficiaries) const {
    std::vector<Scope> scopes;
    if (duty.territory != kOfParties) return scopes;
    for (const ActorId id : beneficiaries) {
      Scope scope;
      scope.code = actor(id).code;
      scope.actor = id;
      scopes.push_back(std::move(scope));
    }
    return scopes;
  }

  // --- where report and treaty differ

  void compare(const Commitment& commitment, const KnownTreaty& treaty) {
    const std::string name(treaty.name.view());
    if (!treaty.in_force(published_))
      return differ(name + " was in force " +
                        in_words({treaty.period.from.empty() ? treaty.signed_on : treaty.period.from, treaty.period.to}) +
                        " by the knowledge base, not" + on_the_day(),
                    commitment);
    for (const ActorId id : commitment.bound) {
      if (!may_be_bound(id)) continue;
      if (const auto suspended = suspended_in(id, treaty))
        differ(actor(id).name + " was suspended from " + *suspended + on_the_day() + " by the knowledge base", commitment);
      else if (!is_party(id, treaty, published_))
        differ(actor(id).name + " was no party to " + name + on_the_day() + " by the knowledge base", commitment);
    }
    const bool is_known = std::any_of(treaty.duties.begin(), treaty.duties.end(),
                                      [&](const TreatyDuty& duty) { return commitment.duty == name_of(duty.duty); });
    if (commitment.duty == name_of(Duty::defence) && !is_known && treaty.kind != Duty::assurance)
      differ(name + " binds to " + std::string(name_of(treaty.kind)) + ", not to defence, by the knowledge base", commitment);
  }

  std::string on_the_day() const { return published_.empty() ? "" : " on " + published_; }

  std::optional<std::string> suspended_in(ActorId id, const KnownTreaty& treaty) const {
    for (const std::string& name : party_names(actor(id)))
      for (const Membership* membership : knowledge_.memberships_of(name, published_)) {
        const bool is_body_of = std::any_of(treaty.parties.begin(), treaty.parties.end(),
                                            [&](const TreatyParty& party) { return party.party == membership->organisation; });
        if (!published_.empty() && is_body_of && membership->status == MembershipStatus::suspended)
          return std::string(knowledge_.organisation(membership->organisation)->name.view());
      }
    return std::nullopt;
  }

  void differ(std::string message, const Commitment& commitment) {
    const auto same = [&](const Note& note) { return note.message == message; };
    if (const auto found = std::find_if(reading_.notes.begin(), reading_.notes.end(), same); found != reading_.notes.end())
      found->spans.insert(found->spans.end(), commitment.spans.begin(), commitment.spans.end());
    else reading_.notes.push_back({.code = "treaty-differs", .message = std::move(message), .spans = commitment.spans});
  }

  const Actor& actor(ActorId id) const { return actors_.actors[id.index]; }

  const Tokens& tokens_;
  const Actors& actors_;
  const std::string published_;
  const std::vector<InstrumentMention>& instruments_;
  const std::vector<Commitment>& told_;
  const Knowledge& knowledge_;
  TreatyReading reading_;
};

}  // namespace

TreatyReading read_treaties(const Tokens& tokens, const Actors& actors, const Dates& dates,
                            const std::vector<InstrumentMention>& instruments, const std::vector<Commitment>& told,
                            const Knowledge& knowledge) {
  return TreatyReader(tokens, actors, dates, instruments, told, knowledge).read();
}

}  // namespace casus
