// A word of rules/ledgers/topics.tsv tells a topic where it is a word of the contact itself ("talks on oil"), where a party of it speaks
// ("they discussed oil"), or where the contact stands beside it ("oil was the reason for the call").
#include "ledgers/contact_topics.h"

#include <algorithm>

namespace casus {
namespace {

constexpr std::size_t kNear = 2;  // sentences after it, in which a party speaks
constexpr std::size_t kNext = 1;  // in which only the word itself tells it: "the agenda was oil"
constexpr const char* kNever = "-";
constexpr const char* kPredicate = "predicate";

class TopicFinder {
 public:
  TopicFinder(const GatheredContacts& contacts, const ContactScene& scene) : contacts_(contacts), scene_(scene), tree_(scene.tree) {}

  std::vector<ToldTopic> find() {
    for (std::size_t token = 0; token < scene_.tokens.tokens.size(); ++token)
      for (const TopicRule& rule : scene_.rules.topics)
        if (rule.place != kNever && fits(token, rule.word, tree_)) add(token, rule.place);
    return std::move(topics_);
  }

 private:
  void add(std::size_t token, const std::string& place) {
    const TokenList heads = heads_at(token, place);
    if (heads.empty()) return;
    const GatheredContact* contact = contact_of(token);
    if (!contact) return;
    for (const std::size_t head : heads)
      for (const std::size_t each : tree_.conjuncts(head))
        if (may_be_topic(each))
          keep({.contact = static_cast<std::size_t>(contact - contacts_.data()), .word = token, .range = words_of(each)});
  }

  void keep(ToldTopic topic) {
    const auto is_same = [&](const ToldTopic& other) { return other.contact == topic.contact && other.range == topic.range; };
    if (std::none_of(topics_.begin(), topics_.end(), is_same)) topics_.push_back(topic);
  }

  TokenList heads_at(std::size_t token, const std::string& place) const {
    if (place == "obj") return scene_.grammar.objects(token);
    if (place == "subject") return tree_.children(token, "nsubj");
    // "the agenda was oil"
    if (place == kPredicate)
      return is_relation(tree_.word(token).relation, "nsubj") && tree_.has_child(tree_.word(token).head, "cop")
                 ? TokenList{tree_.word(token).head}
                 : TokenList{};
    TokenList heads = scene_.grammar.prepositional({token}, place);
    const TokenList clauses = scene_.grammar.gerunds({token}, place);
    heads.insert(heads.end(), clauses.begin(), clauses.end());
    return heads;
  }

  const GatheredContact* contact_of(std::size_t token) const {
    for (const GatheredContact& contact : contacts_)
      if (std::binary_search(contact.words.begin(), contact.words.end(), token)) return &contact;
    if (const GatheredContact* beside = contact_in_clause(token)) return beside;
    const std::size_t clause = scene_.grammar.is_verb(token) ? token : scene_.grammar.clause_of(token);
    const GatheredContact* before = contact_before(token, contacts_, scene_.grammar.is_verb(clause) ? kNear : kNext, scene_);
    return before && (!scene_.grammar.is_verb(clause) || speaks(clause, *before)) ? before : nullptr;
  }

  // Below the word ("the reason for the call"), or above it ("called to discuss").
  const GatheredContact* contact_in_clause(std::size_t token) const {
    const std::size_t head = tree_.word(token).head;
    for (const GatheredContact& contact : contacts_)
      for (const std::size_t word : contact.words)
        if (word == head || (tree_.is_ancestor(token, word) && !is_topic_place(word, token))) return &contact;
    return nullptr;
  }

  // "They discussed the visit": what is spoken about is another contact.
  bool is_topic_place(std::size_t word, std::size_t token) const {
    return scene_.grammar.is_verb(token) && !is_relation(tree_.word(word).relation, "nsubj") &&
           !is_relation(tree_.word(word).relation, "obl");
  }

  bool speaks(std::size_t verb, const GatheredContact& contact) const {
    const auto speaks_alone = [&](std::size_t phrase) {
      if (tells_topics(phrase)) return true;
      const auto meant = scene_.meant_by(phrase);
      if (meant.empty()) return tree_.word(phrase).upos == "PRON" || tree_.word(phrase).upos == "NUM" || are_interlocutors(phrase, scene_);
      return std::any_of(meant.begin(), meant.end(),
                         [&](ActorId actor) { return is_nameless(actor, scene_) || has_party(contact.contact.parties, actor, scene_); });
    };
    const TokenList subjects = scene_.grammar.subjects(verb);
    if (subjects.empty()) return scene_.grammar.is_passive(verb);
    if (std::none_of(subjects.begin(), subjects.end(), speaks_alone)) return false;
    const TokenList others = scene_.grammar.prepositional({verb}, "with");
    return std::all_of(others.begin(), others.end(),
                       [&](std::size_t phrase) { return scene_.meant_by(phrase).empty() || speaks_alone(phrase); });
  }

  // "the agenda", "the main topic"
  bool tells_topics(std::size_t noun) const {
    return std::any_of(scene_.rules.topics.begin(), scene_.rules.topics.end(),
                       [&](const TopicRule& rule) { return rule.place == kPredicate && fits(noun, rule.word, tree_); });
  }

  // Neither a day nor "on the phone", "on the sidelines".
  bool may_be_topic(std::size_t head) const {
    if (scene_.rules.kinds_of_noun(head, tree_) == nullptr || !tree_.has_child(head, "case")) {
      const auto is_day = [&](const DateMention& mention) { return mention.range.contains(head); };
      const auto is_never = [&](const TopicRule& rule) { return rule.place == kNever && fits(head, rule.word, tree_); };
      return std::none_of(scene_.dates.mentions.begin(), scene_.dates.mentions.end(), is_day) &&
             std::none_of(scene_.rules.topics.begin(), scene_.rules.topics.end(), is_never) && tree_.word(head).upos != "PRON";
    }
    return false;
  }

  // Without its preposition and without those coordinated with it.
  TokenRange words_of(std::size_t head) const {
    TokenRange range = tree_.extent(head);
    for (const std::size_t child : tree_.children(head)) {
      const std::string& relation = tree_.word(child).relation;
      if (relation == "case" && child < head) range.first = std::max(range.first, child + 1);
      if ((relation == "conj" || relation == "cc") && child > head) range.last = std::min(range.last, tree_.extent(child).first);
      if (relation == "cc" && child < head) range.first = std::max(range.first, child + 1);
    }
    if (tree_.has_child(head, "cop")) range.first = std::max(range.first, tree_.children(head, "cop").front() + 1);
    while (range.size() > 1 && tree_.word(range.first).upos == "PUNCT") ++range.first;
    while (range.size() > 1 && tree_.word(range.last - 1).upos == "PUNCT") --range.last;
    return range;
  }

  const GatheredContacts& contacts_;
  const ContactScene& scene_;
  const Tree& tree_;
  std::vector<ToldTopic> topics_;
};

}  // namespace

std::vector<ToldTopic> find_topics(const GatheredContacts& contacts, const ContactScene& scene) {
  return TopicFinder(contacts, scene).find();
}

}  // namespace casus
