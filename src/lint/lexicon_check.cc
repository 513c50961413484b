// A row never wins where another, tried before it, fits wherever it fits: the other asks for the same dependents with at least its words,
// and for no more conditions. Rows are tried from the one that asks for most, those that ask for as much in the order of the files.
#include "lint/lexicon_check.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>
#include <span>
#include <unordered_set>
#include <utility>

#include "core/rule_table.h"
#include "events/matching.h"
#include "lint/expectation.h"
#include "statements/cues.h"

namespace casus {
namespace {

// Classes that C++ asks for by their name.
constexpr std::array<std::string_view, 37> kClassesOfTheEngine = {
    "preposition", "particle",    "relative",     "condition", "subjectcontrol", "light",        "measure",   "collective",
    "document",    "private",     "also",         "adding",    "maybe",          "inverted",     "unreal",    "notyet",
    "longspan",    "backwards",   "following",    "further",   "pointing",       "current",      "answering", "addressing",
    "calendar",    "undertaking", "firstlast",    "nobody",    "violence",       "freerelative", "naming",    "resuming",
    "responding",  "jointly",     "interlocutor", "timespan",  "another"};

constexpr std::size_t kShortLemma = 4;  // letters: "do", "rise" change more than their ending

bool same_slots(const Argument* one, const Argument* other) {
  if (!one || !other) return one == other;
  return one->alternatives == other->alternatives;
}

// Conditions of the two see the same actors. An actor need not be there in a passive that has a recipient, who in turn is no actor.
bool same_parties(const Frame& one, const Frame& other) {
  const auto same = [&](RoleName name) { return same_slots(one.argument(name), other.argument(name)); };
  return same(RoleName::actor) && same(RoleName::both) && same(RoleName::recipient);
}

int strictness(Need need) { return need == Need::free ? 0 : need == Need::active ? 1 : 2; }

// Where `loose` lacks somebody whom its type needs, `strict` does too: otherwise the next row is taken.
bool lacks_no_more(const Frame& loose, const Frame& strict) {
  if (loose.bare || loose.type.empty()) return true;
  return !strict.bare && !strict.type.empty() && same_parties(loose, strict) && strictness(loose.actor) <= strictness(strict.actor) &&
         strictness(loose.recipient) <= strictness(strict.recipient);
}

// Whatever meets the child of `strict` meets that of `loose`.
bool follows(const Child& loose, const Child& strict) {
  if (loose.wanted != strict.wanted || loose.slot != strict.slot) return false;
  return loose.wanted ? contains(loose.words, strict.words) : contains(strict.words, loose.words);
}

// `loose` fits at each word that `strict` fits.
bool fits_wherever(const Frame& loose, const Frame& strict) {
  return (!loose.occasion || strict.occasion) && lacks_no_more(loose, strict) &&
         std::all_of(loose.children.begin(), loose.children.end(),
                     [&](const Child& child) {
                       return std::any_of(strict.children.begin(), strict.children.end(),
                                          [&](const Child& other) { return follows(child, other); });
                     }) &&
         std::all_of(loose.conditions.begin(), loose.conditions.end(), [&](const Condition& condition) {
           return (condition.role == RoleName::content || same_parties(loose, strict)) &&
                  std::any_of(strict.conditions.begin(), strict.conditions.end(),
                              [&](const Condition& other) { return other.text == condition.text; });
         });
}

bool has_predicate(const Frame& frame, const Predicate& wanted) {
  return std::any_of(frame.predicates.begin(), frame.predicates.end(),
                     [&](const Predicate& each) { return each.lemma == wanted.lemma && each.upos == wanted.upos; });
}

std::string file_of(const std::string& place) { return place.substr(place.find_last_of('/') + 1); }

class Check {
 public:
  Check(const Lexicon& lexicon, const Ontology& ontology, const std::string& folder)
      : lexicon_(lexicon),
        ontology_(ontology),
        parts_(folder + "/parts/"),
        embeddings_((std::filesystem::path(folder).parent_path() / "ontology" / "embedding.tsv").string()) {}

  std::vector<LexiconRemark> all() {
    for (std::size_t i = 0; i < lexicon_.frames().size(); ++i) {
      const Frame& frame = lexicon_.frames()[i];
      check_rivals(i);
      check_words(frame.predicates, frame.children, frame.place);
      check_example(frame);
    }
    for (const Operator& entry : lexicon_.operators()) check_words(entry.predicates, entry.children, entry.place);
    check_classes();
    check_acts();
    check_embeddings();
    return std::move(remarks_);
  }

 private:
  void error(const std::string& place, const std::string& message) { remarks_.push_back({Gravity::error, place, message}); }
  void hint(const std::string& place, const std::string& message) { remarks_.push_back({Gravity::hint, place, message}); }

  // The row that takes every word of this predicate before `index` is tried.
  const Frame* taker(std::size_t index, const Predicate& predicate) const {
    const Frame& frame = lexicon_.frames()[index];
    const auto rows =
        predicate.lemma == "*" ? std::span<const std::uint32_t>(lexicon_.frames_of_any()) : lexicon_.frames_at(predicate.lemma);
    for (const std::uint32_t other : rows) {
      const Frame& rival = lexicon_.frames()[other];
      if (other == index || !has_predicate(rival, predicate)) continue;
      const bool before = goes_before(rival, frame) || (!goes_before(frame, rival) && other < index);
      if (before && fits_wherever(rival, frame)) return &rival;
    }
    return nullptr;
  }

  void check_rivals(std::size_t index) {
    const Frame& frame = lexicon_.frames()[index];
    const Frame* rival = nullptr;
    std::string taken;
    std::size_t count = 0;
    for (const Predicate& predicate : frame.predicates) {
      const Frame* other = taker(index, predicate);
      if (!other) continue;
      rival = other;
      ++count;
      taken += (taken.empty() ? "" : "|") + predicate.lemma;
    }
    if (!rival) return;
    const std::string by = rival->id + " (" + file_of(rival->place) + ") fits wherever it does and is tried before";
    if (count == frame.predicates.size()) error(frame.place, "never wins: " + by + "; ask for more, stand before it, or leave it out");
    else hint(frame.place, "never wins at " + taken + ": " + by + "; leave the word out of one of them, or ask for more");
  }

  // Lemmas that no token can have.
  void check_words(const std::vector<Predicate>& predicates, const std::vector<Child>& children, const std::string& place) {
    for (const Predicate& predicate : predicates) {
      const auto lemma = lexicon_.lemma_of_irregular(predicate.lemma);
      if (predicate.upos == "VERB" && !lemma) check_ending(predicate.lemma, place);
      if (lemma && *lemma != predicate.lemma) hint(place, misread(predicate.lemma, *lemma));
    }
    for (const Child& child : children) check_lemmas(child.words.lemmas, child.words.classes, place);
  }

  static std::string misread(const std::string& word, const std::string& lemma) {
    return "'" + word + "' itself is read as '" + lemma +
           "' (parts/inflections.tsv), only its other forms are found; change it there, or write '" + lemma + "'";
  }

  void check_ending(const std::string& verb, const std::string& place) {
    const std::string lemma = lexicon_.lemma(verb, Word{.lemma = verb, .upos = "VERB"});
    if (lemma != verb) error(place, "'" + verb + "' is read as a form of '" + lemma + "'; write the lemma");
  }

  // Words of classes are looked at where the class stands.
  void check_lemmas(const std::unordered_set<std::string>& lemmas, const std::vector<std::string>& classes, const std::string& place) {
    for (const std::string& word : lemmas) {
      const auto in_class = [&](const std::string& name) { return lexicon_.words(name).lemmas.contains(word); };
      if (std::any_of(classes.begin(), classes.end(), in_class)) continue;
      const auto lemma = lexicon_.lemma_of_irregular(word);
      if (lemma && *lemma != word) hint(place, misread(word, *lemma));
      if (word.ends_with('s') && lemmas.contains(word.substr(0, word.size() - 1)))
        hint(place, "'" + word + "' is the plural of a word that is there; leave it out");
    }
  }

  void check_example(const Frame& frame) {
    const auto expectation = read_expectation(frame.expected);
    if (!expectation)
      error(frame.place, "cannot read what is expected, '" + frame.expected + "'; write TYPE mode ACTORS -> RECIPIENTS status");
    else if (expectation->type && !ontology_.type(*expectation->type))
      error(frame.place, "expects the unknown type '" + *expectation->type + "'; types are in ontology/types.tsv");
    if (!shows_predicate(frame))
      error(frame.place, "the example has none of the row's predicates; give one with '" + frame.predicates.front().lemma + "'");
  }

  bool shows_predicate(const Frame& frame) const {
    const auto forms = forms_of(frame.example);
    return std::any_of(frame.predicates.begin(), frame.predicates.end(), [&](const Predicate& predicate) {
      return predicate.lemma == "*" ||
             std::any_of(forms.begin(), forms.end(), [&](const std::string& form) { return is_form_of(form, predicate.lemma); });
    });
  }

  // In small letters; of words with hyphens also the parts.
  static std::vector<std::string> forms_of(const std::string& sentence) {
    std::vector<std::string> forms;
    std::string whole, part;
    for (const char c : sentence + " ") {
      const auto byte = static_cast<unsigned char>(c);
      const bool in_part = byte >= 0x80 || std::isalnum(byte);
      if (in_part) part += static_cast<char>(std::tolower(byte));
      if (in_part || c == '-') whole += static_cast<char>(std::tolower(byte));
      if (!in_part && !part.empty()) forms.push_back(std::exchange(part, {}));
      if (!in_part && c != '-' && !whole.empty()) forms.push_back(std::exchange(whole, {}));
    }
    return forms;
  }

  // Endings are not undone one by one: a common beginning is enough.
  bool is_form_of(const std::string& form, const std::string& lemma) const {
    const std::size_t beginning = lemma.size() > kShortLemma ? lemma.size() - 2 : 1;
    return lexicon_.lemma_of_irregular(form) == lemma || form.starts_with(std::string_view(lemma).substr(0, beginning));
  }

  void check_classes() {
    std::unordered_set<std::string> used;
    for (const std::string_view name : kClassesOfTheEngine) used.emplace(name);
    const auto take = [&](const std::vector<Child>& children) {
      for (const Child& child : children) used.insert(child.words.classes.begin(), child.words.classes.end());
    };
    for (const Frame& frame : lexicon_.frames()) take(frame.children);
    for (const Operator& entry : lexicon_.operators()) take(entry.children);
    const auto table = read_rules(parts_ + "words.tsv", {"class", "words"});
    if (!table) return;
    for (std::size_t i = 0; i < table->rows.size(); ++i) {
      const auto& row = table->rows[i];
      if (!used.contains(row[0])) hint(table->place(i), "no row uses the class '" + row[0] + "'; leave it out");
      const auto words = split(row[1], ' ');
      if (row[0] == "preposition") continue;  // "toward" and "towards" are two
      check_lemmas({words.begin(), words.end()}, {}, table->place(i));
    }
  }

  void check_acts() {
    const auto table = read_rules(parts_ + "acts.tsv", {"act", "status"});
    if (!table) return;
    const auto& acts = speech_acts();
    for (std::size_t i = 0; i < table->rows.size(); ++i)
      if (std::find(acts.begin(), acts.end(), table->rows[i][0]) == acts.end())
        error(table->place(i), "no statement has the act '" + table->rows[i][0] + "'; acts are those of rules/speech");
  }

  // The first row that fits decides.
  void check_embeddings() {
    const auto table = read_rules(embeddings_, {"outer", "inner", "mode", "type", "new-mode", "cameo", "then"});
    if (!table) return;
    const auto takes = [](const std::string& wide, const std::string& narrow) { return wide == "*" || wide == narrow; };
    for (std::size_t i = 0; i < table->rows.size(); ++i) {
      const auto& row = table->rows[i];
      const auto before = std::find_if(table->rows.begin(), table->rows.begin() + static_cast<std::ptrdiff_t>(i), [&](const auto& other) {
        return other[0] == row[0] && takes(other[1], row[1]) && takes(other[2], row[2]);
      });
      if (before == table->rows.begin() + static_cast<std::ptrdiff_t>(i)) continue;
      const auto line = table->lines[static_cast<std::size_t>(before - table->rows.begin())];
      error(table->place(i), "never decides: line " + std::to_string(line) + " fits wherever it does; stand before it, or leave it out");
    }
  }

  const Lexicon& lexicon_;
  const Ontology& ontology_;
  const std::string parts_;
  const std::string embeddings_;
  std::vector<LexiconRemark> remarks_;
};

}  // namespace

std::vector<LexiconRemark> check_lexicon(const Lexicon& lexicon, const Ontology& ontology, const std::string& folder) {
  return Check(lexicon, ontology, folder).all();
}

}  // namespace casus
