#include "ledgers/contact_letters.h"

#include <algorithm>

namespace casus {
namespace {

constexpr const char* kObject = "obj";
constexpr const char* kToWhom = "to";

class LetterFinder {
 public:
  explicit LetterFinder(const ContactScene& scene) : scene_(scene) {}

  std::vector<ToldLetter> find() const {
    std::vector<ToldLetter> letters;
    for (std::size_t token = 0; token < scene_.tokens.tokens.size(); ++token)
      for (const LetterRule& rule : scene_.rules.letters)
        if (auto letter = letter_at(token, rule)) {
          letters.push_back(std::move(*letter));
          break;
        }
    return letters;
  }

 private:
  std::optional<ToldLetter> letter_at(std::size_t token, const LetterRule& rule) const {
    const bool any_verb = rule.predicates.empty() && scene_.grammar.is_verb(token);
    if ((!any_verb && !fits_any(token, rule.predicates, scene_.tree)) || !happens(token)) return std::nullopt;
    const auto letter = letter_of(token, rule);
    if (!rule.letters.empty() && !letter) return std::nullopt;
    const auto writer = first_meant(scene_.grammar.subjects(token));
    const auto addressee = first_meant(addressees(token, letter));
    if (!writer || writer == addressee || (!addressee && !rule.answers)) return std::nullopt;
    TokenList words = {token};
    if (letter) words.push_back(*letter);
    std::sort(words.begin(), words.end());
    return ToldLetter{.predicate = token, .words = words, .writer = *writer, .addressee = addressee, .planned = is_ahead(token)};
  }

  std::optional<std::size_t> letter_of(std::size_t predicate, const LetterRule& rule) const {
    const TokenList phrases =
        rule.place == kObject ? scene_.grammar.objects(predicate) : scene_.grammar.prepositional({predicate}, rule.place);
    const auto found =
        std::find_if(phrases.begin(), phrases.end(), [&](std::size_t phrase) { return fits_any(phrase, rule.letters, scene_.tree); });
    return found == phrases.end() ? std::nullopt : std::optional(*found);
  }

  TokenList addressees(std::size_t predicate, std::optional<std::size_t> letter) const {
    TokenList found = scene_.tree.children(predicate, "iobj");
    TokenList hosts = {predicate};
    if (letter) hosts.push_back(*letter);
    const TokenList more = scene_.grammar.prepositional(hosts, kToWhom);
    found.insert(found.end(), more.begin(), more.end());
    return found;
  }

  std::optional<ActorId> first_meant(const TokenList& phrases) const {
    for (const std::size_t phrase : phrases)
      if (const auto meant = scene_.meant_by(phrase); !meant.empty()) return meant.front();
    return std::nullopt;
  }

  std::optional<Status> told_by(std::size_t token) const {
    for (const std::size_t child : scene_.tree.children(token))
      if (const auto status = scene_.lexicon.cue(scene_.tree.word(child).relation, scene_.tree.word(child).lemma)) return status;
    return std::nullopt;
  }

  bool is_ahead(std::size_t predicate) const { return told_by(predicate) == Status::future; }

  // Neither "did not write" nor "refused to write".
  bool happens(std::size_t predicate) const {
    const auto status = told_by(predicate);
    if (status && *status != Status::future) return false;
    const Word& word = scene_.tree.word(predicate);
    if (!is_relation(word.relation, "xcomp") && !is_relation(word.relation, "ccomp")) return true;
    const auto above = scene_.lexicon.operators_at(scene_.tree.word(word.head).lemma);
    return std::all_of(above.begin(), above.end(), [&](std::uint32_t index) {
      const Status governs = scene_.lexicon.operators()[index].status;
      return governs == Status::asserted || governs == Status::alleged || governs == Status::historical;
    });
  }

  const ContactScene& scene_;
};

}  // namespace

std::vector<ToldLetter> find_letters(const ContactScene& scene) { return LetterFinder(scene).find(); }

}  // namespace casus
