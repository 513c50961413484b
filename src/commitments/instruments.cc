#include "commitments/instruments.h"

#include <algorithm>
#include <set>

#include "commitments/instrument_phrases.h"
#include "timeplace/calendar.h"

namespace casus {
namespace {

// For so long "the accord" between two is the one that they signed last.
constexpr auto kNews = std::chrono::days(100);

using Parties = std::set<std::string>;

bool is_year_number(const std::string& word) {
  return word.size() == 4 && (word.starts_with("19") || word.starts_with("20")) &&
         std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool has_article(const KnownTreaty& treaty, std::string_view article) {
  return std::any_of(treaty.duties.begin(), treaty.duties.end(), [&](const TreatyDuty& duty) { return duty.article == article; });
}

// What a phrase says of which instrument it is.
struct Description {
  std::vector<std::string> words;
  std::vector<std::string> years;
  std::vector<std::vector<std::string>> parties;  // each by all that the tables may call it
  bool unmade = false;
  bool again = false;  // "the treaty", "that treaty"

  bool is_bare() const { return words.empty() && years.empty(); }
};

class InstrumentFinder {
 public:
  InstrumentFinder(const Document& document, const Tokens& tokens, const Tree& tree, const Actors& actors, const Dates& dates,
                   const Knowledge& knowledge, const InstrumentRules& rules)
      : tokens_(tokens),
        tree_(tree),
        actors_(actors),
        knowledge_(knowledge),
        rules_(rules),
        published_(dates.published ? dates.published->value : ""),
        phrases_(find_instrument_phrases(document, tokens, tree, rules)) {
    for (InstrumentPhrase& phrase : owed_in_bodies()) phrases_.push_back(std::move(phrase));
    std::stable_sort(phrases_.begin(), phrases_.end(), [](const auto& a, const auto& b) { return a.range.first < b.range.first; });
    for (const InstrumentPhrase& phrase : phrases_)
      mentions_.push_back({.range = phrase.range,
                           .head = phrase.head,
                           .kind = phrase.kind,
                           .name = slice(document, tokens.span(phrase.name)),
                           .article = phrase.article});
  }

  std::vector<InstrumentMention> find() {
    if (mentions_.empty()) return {};
    everywhere_ = parties_in({0, tokens_.tokens.size()});
    for (std::size_t i = 0; i < mentions_.size(); ++i) resolve(i);
    for (std::size_t i = 0; i < mentions_.size(); ++i)
      if (phrases_[i].kind == InstrumentKind::part && mentions_[i].article) mentions_[i].treaty = by_article(mentions_[i]);
    return std::move(mentions_);
  }

 private:
  // "CSTO obligations": by the treaty that the organisation is named after.
  std::vector<InstrumentPhrase> owed_in_bodies() const {
    std::vector<InstrumentPhrase> found;
    for (const ActorMention& mention : actors_.mentions) {
      const std::size_t above = tree_.word(mention.head).head;
      if (above == kRoot || above < mention.head || mention.form != MentionForm::name || mention.actors.size() != 1) continue;
      if (!modifies_noun(mention.head, tree_) && !is_relation(tree_.word(mention.head).relation, "nmod")) continue;
      if (!rules_.owed.contains(lemma_of(above, tree_))) continue;
      const TreatyName* name = founding_treaty(actors_.actors[mention.actors.front().index]);
      if (name)
        found.push_back({.range = mention.range, .head = mention.head, .noun = mention.head, .name = mention.range, .names = {name}});
    }
    return found;
  }

  const TreatyName* founding_treaty(const Actor& actor) const {
    const KnownOrganisation* organisation = actor.knowledge_id ? knowledge_.organisation(*actor.knowledge_id) : nullptr;
    if (!organisation) return nullptr;
    const auto words = rules_.words_of(organisation->name);
    const auto named = words.empty() ? rules_.names.end() : rules_.names.find(words.front());
    if (named == rules_.names.end()) return nullptr;
    for (const TreatyName& name : named->second)
      if (name.words.size() + 1 == words.size() && std::equal(name.words.begin(), name.words.end(), words.begin())) return &name;
    return nullptr;
  }

  void resolve(std::size_t index) {
    const InstrumentPhrase& phrase = phrases_[index];
    InstrumentMention& mention = mentions_[index];
    if (!phrase.names.empty() && (mention.treaty = by_name(phrase))) return;
    if (phrase.kind == InstrumentKind::part) return;
    const Description description = describe(phrase);
    if (description.unmade || (description.is_bare() && point_back(index, description))) return;
    if (phrase.kind != InstrumentKind::treaty && phrase.kind != InstrumentKind::agreement) return;
    if (!description.is_bare()) mention.treaty = by_description(phrase, description);
    else if (description.again) mention.treaty = signed_last(phrase);
  }

  Description describe(const InstrumentPhrase& phrase) const {
    Description description;
    for (std::size_t token = phrase.name.first; token < phrase.name.last; ++token)
      if (token != phrase.noun && !is_relation(tree_.word(token).relation, "case") && !names_actor(token))
        for (const std::string& word : rules_.words_of(tokens_.tokens[token].form)) take_word(word, description);
    for (const std::size_t child : tree_.children(phrase.noun)) {
      const std::string& relation = tree_.word(child).relation;
      const std::string lemma = lemma_of(child, tree_);
      if (is_relation(relation, "det") || is_relation(relation, "amod")) {
        description.again = description.again || rules_.again.contains(lemma);
        description.unmade = description.unmade || rules_.unmade.contains(lemma);
      } else if (is_relation(relation, "nmod") && child >= phrase.name.last && is_about(child)) {
        description.words.push_back(lemma);
      }
    }
    take_parties(phrase, description);
    description.again = description.again || modifies_noun(phrase.noun, tree_);
    return description;
  }

  void take_word(const std::string& word, Description& description) const {
    if (is_year_number(word)) description.years.push_back(word);
    else if (const auto state = state_called(word)) description.parties.push_back({*state});
    else if (rules_.unmade.contains(word)) description.unmade = true;
    else if (!rules_.passing.contains(word) || rules_.tells_kind(word)) description.words.push_back(word);
  }

  // "the US-Japan security treaty"
  std::optional<std::string> state_called(const std::string& word) const {
    for (const Entry& entry : knowledge_.find(word))
      if (entry.sense == Sense::state || entry.sense == Sense::adjective) return std::string(knowledge_.state(entry.row).code.view());
    return std::nullopt;
  }

  // "a treaty on school exchanges"
  bool is_about(std::size_t token) const {
    const auto cases = tree_.children(token, "case");
    return std::any_of(cases.begin(), cases.end(), [&](std::size_t each) { return rules_.about.contains(tree_.word(each).lemma); });
  }

  // Whom it is between, or of: told by the parties.
  bool names_actor(std::size_t token) const {
    const ActorMention* mention = actors_.covering(token);
    return mention && mention->form != MentionForm::pronoun && !rules_.noun(mention->head, tree_) && !means_place(*mention);
  }

  bool means_place(const ActorMention& mention) const {
    return std::all_of(mention.actors.begin(), mention.actors.end(),
                       [&](ActorId id) { return actors_.actors[id.index].kind == ActorKind::place; });
  }

  bool point_back(std::size_t index, const Description& description) {
    const InstrumentNoun* noun = rules_.noun(phrases_[index].noun, tree_);
    if (!noun || !description.again) return false;
    for (std::size_t i = index; i-- > 0;) {
      const bool same = lemma_of(phrases_[i].noun, tree_) == lemma_of(phrases_[index].noun, tree_);
      if (!same && std::find(noun->points_back.begin(), noun->points_back.end(), phrases_[i].kind) == noun->points_back.end()) continue;
      mentions_[index].treaty = mentions_[i].treaty;
      mentions_[index].refers_to = mentions_[i].refers_to.value_or(i);
      return true;
    }
    return false;
  }

  // --- parties

  Parties parties_in(TokenRange range) const {
    Parties parties;
    for (const ActorMention& mention : actors_.mentions) {
      if (!range.contains(mention.head)) continue;
      if (means_place(mention)) continue;
      for (const ActorId id : mention.actors)
        for (std::string& name : party_names(actors_.actors[id.index])) parties.insert(std::move(name));
    }
    return parties;
  }

  Parties parties_beside(const InstrumentPhrase& phrase) const { return parties_in(tokens_.sentences[tokens_.sentence_of(phrase.head)]); }

  // "its pact with Armenia", "the CSTO treaty"; no clause about it.
  void take_parties(const InstrumentPhrase& phrase, Description& description) const {
    for (const std::size_t child : tree_.children(phrase.noun)) {
      if (!is_relation(tree_.word(child).relation, "nmod") && !modifies_noun(child, tree_)) continue;
      for (const ActorMention& mention : actors_.mentions)
        if (tree_.extent(child).contains(mention.head) && !means_place(mention))
          for (const ActorId id : mention.actors) description.parties.push_back(party_names(actors_.actors[id.index]));
    }
  }

  std::ptrdiff_t count_bound(const KnownTreaty& treaty, const Parties& parties, std::string_view date) const {
    return std::count_if(parties.begin(), parties.end(),
                         [&](const std::string& party) { return knowledge_.is_party(treaty, party, date); });
  }

  static bool is_between(const KnownTreaty& treaty, const Parties& parties) {
    return std::all_of(treaty.parties.begin(), treaty.parties.end(),
                       [&](const TreatyParty& each) { return parties.contains(std::string(each.party.view())); });
  }

  // Of an organisation that is among them.
  bool has_body_among(const KnownTreaty& treaty, const Parties& parties) const {
    return std::any_of(treaty.parties.begin(), treaty.parties.end(), [&](const TreatyParty& each) {
      return knowledge_.organisation(each.party) && parties.contains(std::string(each.party.view()));
    });
  }

  bool was_signed(const KnownTreaty& treaty) const {
    const std::string_view day = treaty.signed_on.empty() ? treaty.period.from : treaty.signed_on;
    return published_.empty() || day <= std::string_view(published_);
  }

  bool has_ended(const KnownTreaty& treaty) const {
    return !published_.empty() && !treaty.period.to.empty() && treaty.period.to < std::string_view(published_);
  }

  // --- which treaty

  // A name that could be another's needs two of its parties in the report. Ended treaties and former parties count: that they hold no more
  // may be what the report is about.
  const KnownTreaty* by_name(const InstrumentPhrase& phrase) const {
    std::vector<const KnownTreaty*> fitting, nearer;
    const Parties beside = parties_beside(phrase);
    for (const TreatyName* name : phrase.names) {
      const KnownTreaty& treaty = *name->treaty;
      const int needed = name->telling && (!name->acronym || treaty.parties.size() > 2) ? 1 : 2;
      if (!was_signed(treaty) || count_bound(treaty, everywhere_, {}) < needed) continue;
      fitting.push_back(&treaty);
      if (count_bound(treaty, beside, {}) > 1) nearer.push_back(&treaty);
    }
    if (fitting.size() == 1) return fitting.front();
    return nearer.size() == 1 ? nearer.front() : nullptr;
  }

  const KnownTreaty* by_description(const InstrumentPhrase& phrase, const Description& description) const {
    const auto fitting = described(description);
    if (fitting.empty()) return nullptr;
    if (const auto found = one_among(fitting, parties_beside(phrase), description)) return *found;
    return one_among(fitting, everywhere_, description).value_or(nullptr);
  }

  // Every word is one of the treaty's names or of what it is known for; whoever is named in the phrase is a party.
  std::vector<const TreatyWords*> described(const Description& description) const {
    std::vector<const TreatyWords*> fitting;
    for (const TreatyWords& each : rules_.treaties) {
      const KnownTreaty& treaty = *each.treaty;
      const auto is_told = [&](const std::string& word) { return each.of_names.contains(word) || each.of_kind.contains(word); };
      const auto is_of = [&](const std::string& year) {
        return treaty.signed_on.starts_with(year) || treaty.period.from.starts_with(year);
      };
      const auto is_bound = [&](const std::vector<std::string>& names) {
        return std::any_of(names.begin(), names.end(),
                           [&](const std::string& name) { return knowledge_.is_party(treaty, name, published_); });
      };
      if (was_signed(treaty) && !has_ended(treaty) && std::all_of(description.words.begin(), description.words.end(), is_told) &&
          std::all_of(description.years.begin(), description.years.end(), is_of) &&
          std::all_of(description.parties.begin(), description.parties.end(), is_bound))
        fitting.push_back(&each);
    }
    return fitting;
  }

  // Nothing: none of them binds who is among the parties; null: several do.
  std::optional<const KnownTreaty*> one_among(const std::vector<const TreatyWords*>& fitting, const Parties& parties,
                                              const Description& description) const {
    std::vector<const KnownTreaty*> between, named;
    for (const TreatyWords* each : fitting) {
      const KnownTreaty& treaty = *each->treaty;
      const auto bound = count_bound(treaty, parties, published_);
      if (bound > 1 && (is_between(treaty, parties) || has_body_among(treaty, parties))) between.push_back(&treaty);
      else if ((bound > 0 && is_named(*each, description)) || (bound > 1 && !description.years.empty())) named.push_back(&treaty);
    }
    const auto& found = between.empty() ? named : between;
    if (found.empty()) return std::nullopt;
    return found.size() == 1 ? found.front() : nullptr;
  }

  // By a word that is not any treaty's.
  bool is_named(const TreatyWords& treaty, const Description& description) const {
    return std::any_of(description.words.begin(), description.words.end(),
                       [&](const std::string& word) { return treaty.telling.contains(word); });
  }

  const KnownTreaty* signed_last(const InstrumentPhrase& phrase) const {
    for (const Parties& parties : {parties_beside(phrase), everywhere_}) {
      std::vector<const KnownTreaty*> found;
      for (const TreatyWords& each : rules_.treaties)
        if (was_signed(*each.treaty) && is_news(*each.treaty) && is_between(*each.treaty, parties)) found.push_back(each.treaty);
      if (!found.empty()) return found.size() == 1 ? found.front() : nullptr;
    }
    return nullptr;
  }

  bool is_news(const KnownTreaty& treaty) const {
    const auto day = days_of(std::string(treaty.signed_on.view()));
    const auto today = days_of(published_);
    return day && today && today->first - day->first <= kNews;
  }

  // Of a treaty that is named, or of one whose body is: in the phrase, the sentence, the report.
  const KnownTreaty* by_article(const InstrumentMention& mention) const {
    const TokenRange sentence = tokens_.sentences[tokens_.sentence_of(mention.head)];
    for (const TokenRange range : {tree_.extent(mention.head), sentence, TokenRange{0, tokens_.tokens.size()}}) {
      const Parties parties = parties_in(range);
      std::set<const KnownTreaty*> found;
      for (const InstrumentMention& other : mentions_)
        if (other.treaty && range.contains(other.head) && has_article(*other.treaty, *mention.article)) found.insert(other.treaty);
      for (const TreatyWords& each : rules_.treaties)
        if (was_signed(*each.treaty) && !has_ended(*each.treaty) && has_article(*each.treaty, *mention.article) &&
            has_body_among(*each.treaty, parties))
          found.insert(each.treaty);
      if (!found.empty()) return found.size() == 1 ? *found.begin() : nullptr;
    }
    return nullptr;
  }

  const Tokens& tokens_;
  const Tree& tree_;
  const Actors& actors_;
  const Knowledge& knowledge_;
  const InstrumentRules& rules_;
  const std::string published_;
  std::vector<InstrumentPhrase> phrases_;
  std::vector<InstrumentMention> mentions_;  // one a phrase
  Parties everywhere_;
};

}  // namespace

std::vector<InstrumentMention> find_instruments(const Document& document, const Tokens& tokens, const Tree& tree, const Actors& actors,
                                                const Dates& dates, const Knowledge& knowledge, const InstrumentRules& rules) {
  return InstrumentFinder(document, tokens, tree, actors, dates, knowledge, rules).find();
}

std::vector<std::string> party_names(const Actor& actor) {
  std::vector<std::string> names;
  if (actor.country) names.push_back(*actor.country);
  if (actor.knowledge_id && actor.kind != ActorKind::person && actor.kind != ActorKind::state) names.push_back(*actor.knowledge_id);
  return names;
}

}  // namespace casus
