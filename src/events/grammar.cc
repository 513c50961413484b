// The subject of the surface (nsubj, or what stands for it) is found first; voice then decides what it is in the depth. A clause without a
// subject takes that of its coordination, its controller, or the noun it modifies. Recursion is bounded: trees of real text are shallow,
// and a chain longer than this is a parse gone wrong.
#include "events/grammar.h"

#include <algorithm>

#include "core/unicode.h"

namespace casus {
namespace {

constexpr int kDeepest = 8;

void append(TokenList& list, const TokenList& more) {
  for (const std::size_t token : more)
    if (std::find(list.begin(), list.end(), token) == list.end()) list.push_back(token);
}

}  // namespace

Parse with_known_lemmas(const Tokens& tokens, Parse parse, const Lexicon& lexicon) {
  for (std::size_t i = 0; i < parse.words.size(); ++i)
    if (parse.words[i].upos != "PROPN") parse.words[i].lemma = lexicon.lemma(lower(tokens.tokens[i].form), parse.words[i]);
  return parse;
}

std::string Grammar::lower_form(std::size_t token) const { return lower(tokens_.tokens[token].form); }

bool Grammar::has_lemma(std::size_t token, std::string_view word_class) const {
  return lexicon_.words(std::string(word_class)).lemmas.contains(tree_.word(token).lemma);
}

bool Grammar::is_relative_pronoun(std::size_t token) const { return has_lemma(token, "relative"); }

bool Grammar::is_infinitive(std::size_t verb) const {
  for (const std::size_t child : tree_.children(verb, "mark"))
    if (tree_.word(child).lemma == "to") return true;
  return false;
}

bool Grammar::is_passive(std::size_t verb) const {
  const Word& word = tree_.word(verb);
  if (word.upos != "VERB") return false;
  // "Turkey relaxed controls", "has attacked Sudan", where the tree takes the subject for one of a passive.
  const TokenList auxiliaries = tree_.children(verb, "aux");
  const bool perfect =
      std::any_of(auxiliaries.begin(), auxiliaries.end(), [&](std::size_t auxiliary) { return tree_.word(auxiliary).lemma == "have"; });
  if ((word.xpos == "VBD" || perfect) && tree_.has_child(verb, "obj") && !tree_.has_child(verb, "aux:pass")) return false;
  for (const std::size_t child : tree_.children(verb))
    if (tree_.word(child).relation.ends_with(":pass") || tree_.word(child).relation == "obl:agent") return true;
  if (word.xpos != "VBN" || has_own_subject(verb) || tree_.has_child(verb, "aux")) return false;
  if (word.relation == "conj") return !tree_.has_child(verb, "obj") && word.head != kRoot && is_passive(word.head);
  return word.relation == "acl" || word.relation == "xcomp" || word.relation == "advcl" || word.relation == "amod";
}

std::string Grammar::preposition_of(std::size_t head) const {
  for (const std::size_t child : tree_.children(head)) {
    const std::string& relation = tree_.word(child).relation;
    if (relation != "case" && relation != "mark") continue;
    std::string text = tree_.word(child).lemma;
    if (relation == "mark" && (text == "that" || text == "to")) continue;
    for (const std::size_t more : tree_.children(child, "fixed")) text += "_" + tree_.word(more).lemma;
    return text;
  }
  return {};
}

bool Grammar::has_preposition(std::size_t head, std::string_view preposition) const {
  const std::string first = preposition_of(head);
  if (first.empty() || first == preposition) return !first.empty();
  if (!preposition.starts_with(first)) return false;
  std::string joined;
  for (const std::size_t child : tree_.children(head, "case")) joined += (joined.empty() ? "" : "_") + tree_.word(child).lemma;
  return joined == preposition;
}

bool Grammar::is_arranged(std::size_t verb) const {
  if (!is_verb(verb) || !is_infinitive(verb)) return false;
  const auto marks = tree_.children(verb, "mark");
  const auto is_be = [&](std::size_t child) {
    return tree_.word(child).lemma == "be" && child < marks.front() && tree_.word(child).xpos != "VB";
  };
  const auto& children = tree_.children(verb);
  if (std::any_of(children.begin(), children.end(), is_be)) return true;
  return is_headline_infinitive(verb) || (tree_.word(verb).head == kRoot && has_own_subject(verb));
}

bool Grammar::is_headline_infinitive(std::size_t verb) const {
  const Word& word = tree_.word(verb);
  if (word.head == kRoot || (word.relation != "acl" && word.relation != "advcl") || !is_infinitive(verb)) return false;
  const Word& head = tree_.word(word.head);
  return head.head == kRoot && word.head < verb && (head.upos == "NOUN" || head.upos == "PROPN") && !tree_.has_child(word.head, "cop");
}

TokenList Grammar::prepositional(const TokenList& hosts, std::string_view preposition) const {
  TokenList found;
  for (const std::size_t host : hosts)
    for (const std::size_t child : tree_.children(host)) {
      const std::string& relation = tree_.word(child).relation;
      if ((is_relation(relation, "obl") || is_relation(relation, "nmod")) && has_preposition(child, preposition)) append(found, {child});
    }
  return found;
}

// A phrase may have been attached to the object next to it, or to what an event noun is an event of.
TokenList Grammar::phrases_of(const TokenList& hosts, std::string_view preposition) const {
  TokenList found = prepositional(hosts, preposition);
  if (found.empty()) found = after_particle(hosts, preposition);
  if (found.empty() && preposition == "by")
    for (const std::size_t host : hosts) append(found, misplaced_agents(host));
  if (!found.empty()) return found;
  TokenList neighbours;
  for (const std::size_t host : hosts) append(neighbours, is_verb(host) ? tree_.children(host, "obj") : prepositional({host}, "of"));
  return prepositional(neighbours, preposition);
}

// The tree has the same particle as one, or as an adverb: "sent back migrants".
TokenList Grammar::particles(std::size_t verb) const {
  TokenList found = tree_.children(verb, "compound:prt");
  for (const std::size_t child : tree_.children(verb, "advmod"))
    if (child > verb && has_lemma(child, "particle")) append(found, {child});
  return found;
}

TokenList Grammar::bare_obliques(std::size_t verb) const {
  TokenList found = tree_.children(verb, "obl");
  std::erase_if(found, [&](std::size_t child) { return !preposition_of(child).empty(); });
  return found;
}

// "called on them to leave", where the tree has "on" as the verb's particle: they are its object, or the subject of what they are to do.
TokenList Grammar::after_particle(const TokenList& hosts, std::string_view preposition) const {
  TokenList found;
  for (const std::size_t host : hosts) {
    const TokenList beside = particles(host);
    if (std::none_of(beside.begin(), beside.end(), [&](std::size_t particle) { return tree_.word(particle).lemma == preposition; }))
      continue;
    append(found, tree_.children(host, "obj"));
    append(found, bare_obliques(host));
    if (!found.empty()) continue;
    for (const std::string_view relation : {"xcomp", "ccomp"})
      for (const std::size_t clause : tree_.children(host, relation)) append(found, tree_.children(clause, "nsubj"));
  }
  return found;
}

TokenList Grammar::gerunds(const TokenList& hosts, std::string_view preposition) const {
  TokenList found;
  for (const std::size_t host : hosts)
    for (const std::size_t child : tree_.children(host)) {
      const std::string& relation = tree_.word(child).relation;
      if ((relation == "advcl" || relation == "acl" || relation == "xcomp" || relation == "ccomp") && has_preposition(child, preposition))
        append(found, {child});
    }
  return found;
}

TokenList Grammar::complements(std::size_t predicate) const {
  TokenList found = tree_.children(predicate, "ccomp");
  append(found, tree_.children(predicate, "xcomp"));
  if (!is_verb(predicate))
    for (const std::size_t child : tree_.children(predicate))
      if (tree_.word(child).relation == "acl" && (is_infinitive(child) || has_own_subject(child))) append(found, {child});
  return found;
}

bool Grammar::is_simple_present(std::size_t verb) const {
  const auto is_present = [&](std::size_t token) { return tree_.word(token).xpos == "VBZ" || tree_.word(token).xpos == "VBP"; };
  const TokenList auxiliaries = tree_.children(verb, "aux");
  if (tree_.word(verb).upos == "VERB" && is_present(verb)) return auxiliaries.empty();
  return auxiliaries.size() == 1 && is_present(auxiliaries.front()) &&
         (tree_.word(auxiliaries.front()).lemma == "do" || tree_.word(auxiliaries.front()).relation == "aux:pass");
}

bool Grammar::is_purpose(std::size_t verb) const {
  std::size_t clause = verb;
  while (tree_.word(clause).relation == "conj" && tree_.word(clause).head != kRoot) clause = tree_.word(clause).head;
  const Word& word = tree_.word(clause);
  if (!is_infinitive(clause) || is_arranged(clause)) return false;
  if (word.relation == "advcl") return true;
  // "was the first to recognise them"
  if (word.relation == "acl" && has_lemma(word.head, "firstlast")) return false;
  const auto plans = [&](std::uint32_t index) { return lexicon_.operators()[index].status == Status::future; };
  const auto operators = word.relation == "acl" ? lexicon_.operators_at(tree_.word(word.head).lemma) : std::span<const std::uint32_t>();
  return word.relation == "acl" && std::none_of(operators.begin(), operators.end(), plans);
}

TokenList Grammar::purposes(std::size_t predicate) const {
  TokenList found;
  TokenList hosts = tree_.children(predicate, "obj");
  hosts.push_back(predicate);
  for (const std::size_t host : hosts)
    for (const std::size_t child : tree_.children(host)) {
      const std::string& relation = tree_.word(child).relation;
      if ((relation == "advcl" || relation == "acl" || relation == "xcomp") && is_infinitive(child)) append(found, {child});
    }
  return found;
}

TokenList Grammar::agents(std::size_t verb) const {
  TokenList found = tree_.children(verb, "obl:agent");
  append(found, prepositional({verb}, "by"));
  return found;
}

// "It was the second attack", "this is the first such visit": the noun names what was told before.
bool Grammar::is_resumed(std::size_t noun) const {
  if (is_verb(noun) || !tree_.has_child(noun, "cop")) return false;
  const TokenList subjects = tree_.children(noun, "nsubj");
  return std::any_of(subjects.begin(), subjects.end(), [&](std::size_t subject) { return has_lemma(subject, "resuming"); });
}

// "he and the general, who together seized power": all who are joined with the noun.
TokenList Grammar::joined_antecedents(std::size_t verb) const {
  const Word& word = tree_.word(verb);
  TokenList found = {word.head};
  for (std::size_t at = word.head; tree_.word(at).relation == "appos" && tree_.word(at).head != kRoot; at = tree_.word(at).head)
    append(found, {tree_.word(at).head});
  const auto& children = tree_.children(verb);
  const bool together = std::any_of(children.begin(), children.end(), [&](std::size_t child) { return has_lemma(child, "jointly"); });
  if (together && tree_.word(found.back()).relation == "conj") append(found, {tree_.word(found.back()).head});
  if (!together) found.resize(1);
  return found;
}

// The clause's subject as it stands, or the phrase that stands for it.
TokenList Grammar::surface_subjects(std::size_t verb, int depth) const {
  const Word& word = tree_.word(verb);
  TokenList found = tree_.children(verb, "nsubj");
  const bool relative = is_relation(word.relation, "acl:relcl");
  if (relative && word.head != kRoot &&
      std::any_of(found.begin(), found.end(), [&](std::size_t token) { return is_relative_pronoun(token); }))
    return joined_antecedents(verb);
  if (!found.empty() || word.head == kRoot || depth > kDeepest) return found;
  if (relative) return {word.head};
  return controllers(verb, depth + 1);
}

// Who is to do it: "called on Norway to leave", not "called on Friday to say so".
TokenList Grammar::addressees(std::size_t verb, std::size_t infinitive) const {
  TokenList found;
  for (const std::string_view preposition : {"on", "upon", "to", "with"}) {
    TokenList phrases = prepositional({verb}, preposition);
    append(phrases, after_particle({verb}, preposition));
    for (const std::size_t phrase : phrases)
      if (phrase < infinitive && !has_lemma(phrase, "calendar")) append(found, {phrase});
  }
  return found;
}

// Whose subject a clause without one shares.
TokenList Grammar::controllers(std::size_t verb, int depth) const {
  const Word& word = tree_.word(verb);
  const std::size_t head = word.head;
  const bool after_preposition = !preposition_of(verb).empty();
  if (is_headline_infinitive(verb)) return {head};
  if (word.relation == "conj") return is_verb(head) || tree_.has_child(head, "cop") ? surface_subjects(head, depth) : TokenList();
  if (is_infinitive(verb) && has_lemma(head, "addressing")) {
    const TokenList asked = addressees(head, verb);
    if (!asked.empty()) return asked;
  }
  if (word.relation == "xcomp" || word.relation == "ccomp" || (word.relation == "advcl" && after_preposition)) {
    if (!is_verb(head)) return subjects(head, depth);
    if (is_passive(head)) return surface_subjects(head, depth);
    const TokenList held = word.relation == "ccomp" ? TokenList() : objects(head, depth);
    return held.empty() || has_lemma(head, "subjectcontrol") ? subjects(head, depth) : held;
  }
  if (word.relation == "advcl" || word.relation == "parataxis") return subjects(head, depth);
  if (word.relation == "acl") {
    if (is_infinitive(verb) || (after_preposition && tree_.word(head).upos == "NOUN")) return subjects(head, depth);
    // "published a report accusing ...": who wrote it accuses.
    if (has_lemma(head, "document") && tree_.word(head).relation == "obj") return subjects(tree_.word(head).head, depth);
    return {head};
  }
  if (word.relation == "amod") return {head};
  return {};
}

TokenList Grammar::subjects(std::size_t predicate) const { return subjects(predicate, 0); }
TokenList Grammar::objects(std::size_t predicate) const { return objects(predicate, 0); }

TokenList Grammar::subjects(std::size_t predicate, int depth) const {
  if (depth > kDeepest) return {};
  const bool noun = !is_verb(predicate) && !tree_.has_child(predicate, "cop") && tree_.word(predicate).upos != "ADJ";
  if (noun || is_resumed(predicate)) return noun_subjects(predicate, depth + 1);
  if (is_passive(predicate)) return agents(predicate);
  return surface_subjects(predicate, depth + 1);
}

TokenList Grammar::objects(std::size_t predicate, int depth) const {
  if (depth > kDeepest) return {};
  if (!is_verb(predicate)) return noun_objects(predicate);
  const Word& word = tree_.word(predicate);
  if (is_passive(predicate)) return surface_subjects(predicate, depth + 1);
  TokenList found = tree_.children(predicate, "obj");
  if (found.empty()) found = tree_.children(predicate, "iobj");
  // "called up the reservists", where the tree has no object.
  if (found.empty() && !particles(predicate).empty())
    for (const std::size_t child : bare_obliques(predicate))
      if (child > predicate && tree_.word(child).relation == "obl") found.push_back(child);
  const bool relative = is_relation(word.relation, "acl:relcl");
  if (relative)
    for (std::size_t& token : found)
      if (is_relative_pronoun(token)) token = word.head;
  for (const std::size_t token : TokenList(found)) append(found, named_by(token));
  if (!found.empty()) return found;
  if (relative && has_own_subject(predicate)) {
    for (const std::size_t subject : tree_.children(predicate, "nsubj"))
      if (is_relative_pronoun(subject)) return {};
    return {word.head};
  }
  // "seized and burned the houses": the object stands after both.
  if (word.relation == "conj" && word.head != kRoot && is_verb(word.head))
    for (const std::size_t shared : tree_.children(word.head, "obj"))
      if (shared > predicate) found.push_back(shared);
  return found;
}

// "condemned what he called Israeli strikes": what it is called.
TokenList Grammar::named_by(std::size_t pronoun) const {
  TokenList found;
  if (!has_lemma(pronoun, "freerelative")) return found;
  for (const std::size_t verb : tree_.children(pronoun, "acl:relcl")) {
    if (!has_lemma(verb, "naming")) continue;
    append(found, tree_.children(verb, "xcomp"));
    append(found, tree_.children(verb, "obj"));
    append(found, tree_.children(verb, "nsubj"));
    append(found, prepositional({verb}, "as"));
    std::erase_if(found, [&](std::size_t token) { return is_verb(token) || token < verb; });
  }
  return found;
}

// "launched an attack", "an attack launched by X", "the attack that X launched".
std::size_t Grammar::light_verb(std::size_t noun) const {
  const Word& word = tree_.word(noun);
  if (word.head != kRoot && (word.relation == "obj" || word.relation == "nsubj:pass") && has_lemma(word.head, "light")) return word.head;
  if (word.relation == "conj" && word.head != kRoot && !is_verb(word.head)) return light_verb(word.head);
  for (const std::size_t child : tree_.children(noun, "acl"))
    if (has_lemma(child, "light")) return child;
  return kRoot;
}

std::size_t Grammar::clause_of(std::size_t noun) const {
  const std::size_t verb = light_verb(noun);
  return verb != kRoot && tree_.word(noun).head == verb ? verb : noun;
}

TokenList Grammar::noun_subjects(std::size_t noun, int depth) const {
  TokenList found = phrases_of({noun}, "by");
  const std::size_t verb = light_verb(noun);
  if (found.empty() && verb != kRoot) found = subjects(verb, depth);
  if (found.empty() && tree_.has_child(noun, "cop") && !is_resumed(noun)) found = tree_.children(noun, "nsubj");
  if (found.empty()) found = tree_.children(noun, "nmod:poss");
  const Word& word = tree_.word(noun);
  if (found.empty() && word.head != kRoot && word.relation == "obj" && has_lemma(word.head, "undertaking"))
    found = subjects(word.head, depth);
  // "responded with an air strike"
  if (found.empty() && word.head != kRoot && is_relation(word.relation, "obl") && has_lemma(word.head, "responding") &&
      has_preposition(noun, "with"))
    found = subjects(word.head, depth);
  for (const std::size_t child : tree_.children(noun)) {
    const std::string& relation = tree_.word(child).relation;
    if (relation == "amod" || relation == "compound") append(found, {child});
  }
  return found;
}

// "averted a strike by drivers": what is active has no agent, so that the phrase is the object's.
TokenList Grammar::misplaced_agents(std::size_t noun) const {
  const Word& word = tree_.word(noun);
  if (word.head == kRoot || word.relation != "obj" || !is_verb(word.head) || is_passive(word.head)) return {};
  TokenList found = prepositional({word.head}, "by");
  std::erase_if(found, [&](std::size_t phrase) { return phrase < noun; });
  return found;
}

TokenList Grammar::noun_objects(std::size_t noun) const {
  TokenList found = prepositional({noun}, "of");
  if (found.empty() && (light_verb(noun) != kRoot || !prepositional({noun}, "by").empty())) found = tree_.children(noun, "nmod:poss");
  if (found.empty()) found = tree_.children(noun, "compound");
  return found;
}

TokenList Grammar::fill(std::size_t predicate, const TokenList& hosts, const Slot& slot) const {
  switch (slot.function) {
    case Function::subject:
      return subjects(predicate);
    case Function::object:
      return objects(predicate);
    case Function::indirect:
      return tree_.children(predicate, "iobj");
    case Function::particle:
      return particles(predicate);
    case Function::casing:
      return tree_.children(predicate, "case");
    case Function::auxiliary:
      return tree_.children(predicate, "aux");
    case Function::complement:
      return complements(predicate);
    case Function::purpose:
      return purposes(predicate);
    case Function::self:
      return {predicate};
    case Function::speaker:
      return {};
    case Function::modifier: {
      TokenList found;
      for (const std::size_t child : tree_.children(predicate)) {
        const std::string& relation = tree_.word(child).relation;
        if (relation == "amod" || relation == "advmod" || relation == "compound" || relation == "obl" || relation == "nummod" ||
            relation == "nmod:desc" || relation == "obl:unmarked")
          found.push_back(child);
      }
      return found;
    }
    case Function::preposition: {
      TokenList found = phrases_of(hosts, slot.preposition);
      append(found, gerunds(hosts, slot.preposition));
      return found;
    }
  }
  return {};
}

bool Grammar::fits_alone(std::size_t token, const WordTest& test) const {
  if (test.everything) return true;
  const std::string& lemma = tree_.word(token).lemma;
  if (test.lemmas.contains(lemma)) return true;
  for (const auto& [first, second] : test.pairs) {
    if (lemma != first && lemma != second) continue;
    const std::string& other = lemma == first ? second : first;
    for (const std::size_t child : tree_.children(token))
      if (tree_.word(child).lemma == other) return true;
  }
  return false;
}

bool Grammar::fits(std::size_t token, const WordTest& test) const {
  if (fits_alone(token, test)) return true;
  for (const std::size_t child : tree_.children(token)) {
    const std::string& relation = tree_.word(child).relation;
    const bool whole = relation == "nmod" && (has_lemma(token, "measure") || tree_.word(token).upos == "NUM");
    const bool title = relation == "nmod:desc";  // "President Kern"
    const bool part = relation == "compound" || relation == "conj" || title || whole;
    if (part && fits_alone(child, test)) return true;
  }
  return false;
}

}  // namespace casus
