#include "statements/participants.h"

#include <algorithm>

#include "core/unicode.h"
#include "statements/cue_places.h"

namespace casus {
namespace {

void add_new(std::vector<ActorId>& to, const std::vector<ActorId>& more) {
  for (const ActorId id : more)
    if (std::find(to.begin(), to.end(), id) == to.end()) to.push_back(id);
}

// Parts of one name or title: "spokesman" and "Peskov", a noun and its apposition.
bool names_the_same(const Word& word) {
  for (const std::string_view relation : {"appos", "flat", "nmod:desc"})
    if (is_relation(word.relation, relation)) return true;
  return is_relation(word.relation, "compound") && word.upos == "PROPN";
}

const ActorMention* mention_at(std::size_t head, const Tree& tree, const Actors& actors) {
  const ActorMention* own = actors.headed_by(head);
  if (own && own->form == MentionForm::name) return own;
  const ActorMention* beside = nullptr;
  for (const std::size_t child : tree.children(head, "appos"))
    if (const ActorMention* mention = actors.headed_by(child); mention && !beside) beside = mention;
  // "His party, the Tea League, says": the name.
  if (beside && (!own || beside->form == MentionForm::name)) return beside;
  if (own) return own;
  if (const ActorMention* mention = actors.covering(head)) return mention;
  for (const std::size_t child : tree.children(head))
    if (names_the_same(tree.word(child)))
      if (const ActorMention* mention = actors.headed_by(child))
        if (mention->form != MentionForm::metonym) return mention;
  return nullptr;
}

bool is_noun(const Word& word) { return word.upos == "NOUN" || word.upos == "PROPN"; }

// "Many in Armenia", "officials from the league", "some of the envoys": people who are named by the place or body they belong to.
const ActorMention* belonging_mention(std::size_t head, const Tree& tree, const Actors& actors) {
  for (const std::size_t child : tree.children(head)) {
    const Word& word = tree.word(child);
    if (!is_relation(word.relation, "nmod") && !is_relation(word.relation, "obl")) continue;
    for (const std::size_t preposition : tree.children(child, "case")) {
      const std::string& lemma = tree.word(preposition).lemma;
      if (lemma == "in" || lemma == "from" || lemma == "at" || (lemma == "of" && !is_noun(tree.word(head))))
        if (const ActorMention* mention = actors.headed_by(child)) return mention;
    }
  }
  return nullptr;
}

// "The king, whose office said ...": the king.
const ActorMention* owner_before(std::size_t head, const Tree& tree, const Actors& actors) {
  for (const std::size_t child : tree.children(head, "nmod:poss")) {
    if (tree.word(child).xpos != "WP$") continue;
    const std::size_t verb = tree.word(head).head;
    if (verb != kRoot && is_relation(tree.word(verb).relation, "acl:relcl")) return mention_at(tree.word(verb).head, tree, actors);
  }
  return nullptr;
}

bool is_stand_in(std::size_t head, const Tree& tree, const Cues& cues) { return cues.stand_ins().contains(lower(tree.word(head).lemma)); }

// "the king's letter", "a statement by the ministry"
bool is_owner(std::size_t child, const Tree& tree) {
  const Word& word = tree.word(child);
  for (const std::string_view relation : {"nmod:poss", "compound", "amod"})
    if (is_relation(word.relation, relation)) return true;
  const bool phrase = is_relation(word.relation, "nmod") || is_relation(word.relation, "acl");
  return phrase && (has_introduction(child, "by", tree) || has_introduction(child, "from", tree));
}

// "a third of the delegates"
bool is_whole(std::size_t child, const Tree& tree) {
  return is_relation(tree.word(child).relation, "nmod") && has_introduction(child, "of", tree);
}

// "A statement by the ministry", "the king's letter", "a third of the delegates".
const ActorMention* one_behind(std::size_t head, const Tree& tree, const Actors& actors, const Cues& cues) {
  if (const ActorMention* owner = owner_before(head, tree, actors)) return owner;
  if (!is_stand_in(head, tree, cues)) return nullptr;
  for (const std::size_t child : tree.children(head))
    if (is_owner(child, tree) || is_whole(child, tree))
      if (const ActorMention* mention = mention_at(child, tree, actors)) return mention;
  return nullptr;
}

// "Anna Fields left. Fields said ...", "the Harbour Post ... the Post": a name's last word that looks like a common noun; of several, who
// is told of most.
const ActorMention* named_earlier(std::size_t head, const Tokens& tokens, const Actors& actors) {
  const std::string& form = tokens.tokens[head].form;
  if (lower(form) == form) return nullptr;
  const ActorMention* best = nullptr;
  const auto mentions_of = [&](const ActorMention& mention) { return actors.actors[mention.actors.front().index].mentions.size(); };
  for (const ActorMention& mention : actors.mentions) {
    if (mention.range.last > head) break;
    if (mention.form != MentionForm::name || mention.actors.size() != 1 || mention.range.size() < 2) continue;
    const ActorKind kind = actors.actors[mention.actors.front().index].kind;
    if (kind != ActorKind::person && kind != ActorKind::organisation) continue;
    if (tokens.tokens[mention.range.last - 1].form == form && (!best || mentions_of(mention) >= mentions_of(*best))) best = &mention;
  }
  return best;
}

// "the letter", without a word on which
bool is_bare_and_definite(std::size_t head, const Tree& tree) {
  bool definite = false;
  for (const std::size_t child : tree.children(head)) {
    const Word& word = tree.word(child);
    for (const std::string_view relation : {"nmod", "compound", "amod", "acl", "nummod"})
      if (is_relation(word.relation, relation)) return false;
    definite = definite || lower(word.lemma) == "the";
  }
  return definite;
}

// "The abbot's letter came late. The letter says ...": whose it was when it was last told; "the Fields campaign".
const ActorMention* owner_told_earlier(std::size_t head, const Tokens& tokens, const Tree& tree, const Actors& actors, const Cues& cues) {
  if (!is_stand_in(head, tree, cues) || tree.word(head).xpos != "NN") return nullptr;
  for (const std::size_t child : tree.children(head))
    if (is_owner(child, tree) && tree.word(child).upos == "PROPN") return named_earlier(child, tokens, actors);
  if (!is_bare_and_definite(head, tree)) return nullptr;
  for (std::size_t at = head; at-- > 0;) {
    if (tree.word(at).lemma != tree.word(head).lemma || !is_noun(tree.word(at))) continue;
    for (const std::size_t child : tree.children(at))
      if (is_owner(child, tree))
        if (const ActorMention* mention = mention_at(child, tree, actors)) return mention;
  }
  return nullptr;
}

// "Weir, Democrat of Ruritania, and Holm": the tree takes what the first one is for another speaker.
bool describes_one_before(std::size_t part, std::size_t head, const Tokens& tokens, const Actors& actors) {
  if (part == head) return false;
  const ActorMention* own = actors.headed_by(part);
  const ActorMention* before = actors.headed_by(head);
  if (!own || !before || own->form == MentionForm::name || before->form != MentionForm::name) return false;
  return part > 0 && part == before->range.last + 1 && tokens.tokens[part - 1].form == ",";
}

std::vector<ActorId> actors_at_all(const std::vector<std::size_t>& heads, const Tree& tree, const Actors& actors) {
  std::vector<ActorId> found;
  for (const std::size_t head : heads) add_new(found, actors_at(head, tree, actors));
  return found;
}

bool is_part_of(const std::vector<std::size_t>& heads, std::size_t token) {
  return std::find(heads.begin(), heads.end(), token) != heads.end();
}

// Below the cue and near it: to whom, where, how; not what is said, nor who says it.
void collect_beside(std::size_t token, int depth, const Proposal& p, const Tree& tree, std::vector<std::size_t>& found) {
  constexpr int kDeepest = 4;
  if (depth > kDeepest || holds(p.content, token)) return;
  found.push_back(token);
  for (const std::size_t child : tree.children(token)) {
    const std::string& relation = tree.word(child).relation;
    const bool other = is_relation(relation, "nsubj") || is_relation(relation, "ccomp") || is_relation(relation, "parataxis") ||
                       is_relation(relation, "conj") || is_relation(relation, "advcl") || is_relation(relation, "acl:relcl");
    if (!other && !is_part_of(p.source_heads, child)) collect_beside(child, depth + 1, p, tree, found);
  }
}

bool is_said_with(const MediumRule& rule, const std::vector<std::size_t>& words, std::size_t at, const Tokens& tokens, const Tree& tree) {
  for (std::size_t i = 0; i < rule.lemmas.size(); ++i) {
    if (at + i >= words.size() || words[at + i] != words[at] + i) return false;
    const std::size_t token = words[at + i];
    const auto& alternatives = rule.lemmas[i];
    const auto is_one = [&](const std::string& word) {
      return std::find(alternatives.begin(), alternatives.end(), word) != alternatives.end();
    };
    if (!is_one(lower(tree.word(token).lemma)) && !is_one(lower(tokens.tokens[token].form))) return false;
  }
  return true;
}

}  // namespace

std::vector<ActorId> actors_at(std::size_t head, const Tree& tree, const Actors& actors) {
  std::vector<ActorId> found;
  for (const std::size_t part : tree.conjuncts(head))
    if (const ActorMention* mention = mention_at(part, tree, actors)) add_new(found, mention->actors);
  return found;
}

std::vector<ActorId> speakers_of(const Proposal& p, const Tokens& tokens, const Tree& tree, const Actors& actors, const Cues& cues) {
  std::vector<ActorId> found;
  for (const std::size_t head : p.source_heads)
    for (const std::size_t part : tree.conjuncts(head)) {
      if (describes_one_before(part, head, tokens, actors)) continue;
      const ActorMention* mention = one_behind(part, tree, actors, cues);
      if (!mention) mention = mention_at(part, tree, actors);
      if (!mention) mention = belonging_mention(part, tree, actors);
      if (!mention) mention = owner_told_earlier(part, tokens, tree, actors, cues);
      if (!mention) mention = named_earlier(part, tokens, actors);
      if (mention) add_new(found, mention->actors);
    }
  return found;
}

bool is_of_a_thing(const Proposal& p, const Tree& tree, const Cues& cues) {
  if (p.source_heads.size() != 1) return false;
  const std::size_t head = p.source_heads.front();
  if (tree.word(head).upos != "NOUN" || tree.word(head).xpos != "NN" || is_stand_in(head, tree, cues) || tree.has_child(head, "cop"))
    return false;
  const auto words = tree.subtree(head);
  return std::none_of(words.begin(), words.end(),
                      [&](std::size_t word) { return tree.word(word).xpos == "WP" || tree.word(word).upos == "PROPN"; });
}

std::vector<ActorId> addressees_of(const Proposal& p, const Tree& tree, const Actors& actors) {
  if (!p.match) return {};
  std::vector<ActorId> found;
  for (const CuePlace& place : p.match->rule->addressee)
    for (const std::size_t child : find_at(place, *p.match, tree))
      if (!holds(p.content, child) && !is_part_of(p.source_heads, child)) add_new(found, actors_at(child, tree, actors));
  return found;
}

std::vector<ActorId> via_of(const Proposal& p, const Tree& tree, const Actors& actors) {
  if (!p.match || p.match->rule->kind != CueKind::quote) return {};
  if (!is_passive(p.head, tree)) return actors_at_all(tree.children(p.head, "nsubj"), tree, actors);
  std::vector<ActorId> found;
  for (const std::size_t child : tree.children(p.head, "obl")) {
    const auto cases = tree.children(child, "case");
    if (std::any_of(cases.begin(), cases.end(), [&](std::size_t word) { return tree.word(word).lemma == "by"; }))
      add_new(found, actors_at(child, tree, actors));
  }
  return found;
}

std::optional<std::string> medium_of(const Proposal& p, const Tokens& tokens, const Tree& tree, const Cues& cues) {
  if (p.head == kRoot) return std::nullopt;
  std::vector<std::size_t> words;
  collect_beside(p.head, 0, p, tree, words);
  std::sort(words.begin(), words.end());
  for (const MediumRule& rule : cues.media())
    for (std::size_t at = 0; at < words.size(); ++at)
      if (is_said_with(rule, words, at, tokens, tree)) return rule.medium;
  return std::nullopt;
}

}  // namespace casus
