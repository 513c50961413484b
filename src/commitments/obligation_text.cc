#include "commitments/obligation_text.h"

#include <algorithm>

namespace casus {
namespace {

// "pull its last soldiers out": how far a verb's particle may be, where the tree has it elsewhere.
constexpr std::size_t kParticleWithin = 5;
// In the tables, for the name of a place.
constexpr std::string_view kPlace = "<place>";

}  // namespace

std::string ObligationText::lemma(std::size_t token) const {
  const Word& word = tree.word(token);
  return word.upos == "VERB" ? lexicon.lemma(grammar.lower_form(token), word) : lemma_of(token, tree);
}

bool ObligationText::fits_one(std::size_t token, const std::vector<WordPattern>& patterns) const {
  const Word& word = tree.word(token);
  const std::string own = lemma(token);
  return std::any_of(patterns.begin(), patterns.end(), [&](const WordPattern& pattern) {
    return pattern.lemma == own && (pattern.tag.empty() || pattern.tag == word.upos || pattern.tag == word.xpos) &&
           (pattern.beside.empty() || fits(token, pattern, tree) || is_followed_by(token, pattern.beside));
  });
}

bool ObligationText::is_followed_by(std::size_t token, const std::string& particle) const {
  const std::size_t last = std::min(sentence(token).last, token + 1 + kParticleWithin);
  for (std::size_t at = token + 1; at < last; ++at) {
    if (grammar.is_verb(at)) return false;
    if (grammar.lower_form(at) == particle) return true;
  }
  return false;
}

bool ObligationText::is_place(std::size_t token) const {
  if (places.headed_by(token)) return true;
  const ActorMention* mention = actors.headed_by(token);
  if (!mention || mention->actors.size() != 1 || mention->form == MentionForm::pronoun) return false;
  const ActorKind kind = actors.actors[mention->actors.front().index].kind;
  return kind == ActorKind::place || kind == ActorKind::state;
}

bool ObligationText::is_in_act(std::string_view acts, StatementId statement) const {
  const auto& act = statements.statements[statement.index].act;
  return act && rules.is_in(acts, *act);
}

std::optional<std::size_t> ObligationText::instrument_at(std::size_t token) const {
  for (std::size_t i = 0; i < instruments.size(); ++i)
    if (instruments[i].range.contains(token)) return i;
  return std::nullopt;
}

std::optional<std::size_t> ObligationText::instrument_near(std::size_t token) const {
  const TokenRange around = sentence(token);
  std::optional<std::size_t> nearest;
  std::size_t least = around.size();
  for (std::size_t i = 0; i < instruments.size(); ++i) {
    const std::size_t head = instruments[i].head;
    if (!around.contains(head)) continue;
    const std::size_t distance = head < token ? token - head : head - token;
    if (distance >= least) continue;
    least = distance;
    nearest = i;
  }
  return nearest;
}

bool ObligationText::is_negated(std::size_t predicate) const {
  for (const std::size_t child : tree.children(predicate)) {
    if (is("negation", child)) return true;
    const std::string& relation = tree.word(child).relation;
    if (!is_relation(relation, "obj") && !is_relation(relation, "nsubj")) continue;
    const auto& below = tree.children(child);
    if (std::any_of(below.begin(), below.end(), [&](std::size_t word) {
          return (tree.word(word).relation == "det" || tree.word(word).relation == "cc:preconj") && is("negation", word);
        }))
      return true;
  }
  return false;
}

std::vector<std::size_t> ObligationText::own_subtree(std::size_t head) const {
  std::vector<std::size_t> found = {head};
  for (std::size_t next = 0; next < found.size(); ++next)
    for (const std::size_t child : tree.children(found[next]))
      if (found[next] != head || tree.word(child).relation != "conj") found.push_back(child);
  std::sort(found.begin(), found.end());
  return found;
}

TokenRange ObligationText::extent(std::size_t head) const {
  TokenRange range{head, head + 1};
  for (const std::size_t token : tree.subtree(head)) {
    if (tree.word(token).upos == "PUNCT") continue;
    range.first = std::min(range.first, token);
    range.last = std::max(range.last, token + 1);
  }
  return range;
}

bool ObligationText::has_company(std::size_t head, const std::vector<Company>& company) const {
  if (company.empty()) return true;
  const auto below = own_subtree(head);
  return std::all_of(company.begin(), company.end(), [&](const Company& one) {
    return one.wanted == std::any_of(below.begin(), below.end(), [&](std::size_t token) {
             return token != head && (one.words.contains(lemma(token)) || one.words.contains(grammar.lower_form(token)) ||
                                      is_pronoun_for(token, one.words) || (one.words.contains(std::string(kPlace)) && is_place(token)));
           });
  });
}

bool ObligationText::is_pronoun_for(std::size_t token, const LemmaSet& words) const {
  const ActorMention* mention = actors.headed_by(token);
  if (!mention || mention->form != MentionForm::pronoun || mention->actors.size() != 1) return false;
  return std::any_of(actors.mentions.begin(), actors.mentions.end(), [&](const ActorMention& other) {
    return other.actors == mention->actors && other.form == MentionForm::nominal && words.contains(lemma(other.head));
  });
}

}  // namespace casus
