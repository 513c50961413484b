// A word of courses.tsv tells the course of the situation that is its subject or object; a pronoun there means the situation named last.
// What something has done since a day began on that day. "In its third year" and "three-year" count back.
#include "situations/courses.h"

#include <algorithm>
#include <charconv>

namespace casus {
namespace {

constexpr int kFarthestHost = 4;  // words above a date

class CourseFinder {
 public:
  CourseFinder(const std::vector<SituationPhrase>& phrases, const Tokens& tokens, const Grammar& grammar, const Dates& dates,
               const TimeRules& time_rules, const Lexicon& lexicon, const SituationRules& rules)
      : phrases_(phrases),
        tokens_(tokens),
        grammar_(grammar),
        tree_(grammar.tree()),
        dates_(dates),
        time_rules_(time_rules),
        lexicon_(lexicon),
        rules_(rules) {}

  std::vector<ToldCourse> find() {
    for (std::size_t token = 0; token < tokens_.tokens.size(); ++token) {
      add_by_word(token);
      if (const auto unit = rules_.unit(tree_.word(token).lemma); unit && tree_.word(token).upos == "NOUN") add_by_unit(token, *unit);
    }
    for (const DateMention& mention : dates_.mentions) add_since(mention);
    return std::move(told_);
  }

 private:
  // --- words that tell a course

  void add_by_word(std::size_t token) {
    for (const CourseRule& rule : rules_.courses)
      if (std::any_of(rule.words.begin(), rule.words.end(), [&](const WordPattern& word) { return fits(token, word, tree_); }))
        for (const auto& [phrase, in_part] : phrases_at(token, rule.place)) {
          if (is_told(token, phrase)) continue;
          ToldCourse course{.phrase = phrase, .tells = rule.tells, .happened = happened(token, rule.tells), .date = date_of(token)};
          if (rule.tells == Course::dates && !course.date) course.date = year_below(token);
          if (rule.place == CoursePlace::object) course.by = with_conjuncts(grammar_.subjects(token));
          if (in_part) {
            course.tells = rule.tells == Course::ends ? std::nullopt : std::optional(Course::lasts);
            course.date.reset();
          }
          if (rule.tells == Course::lasts) {
            course.since = duration_below(token);
            // "lasted five days" is over.
            if (course.since && tree_.word(token).xpos == "VBD") course.tells.reset();
          }
          words_.emplace_back(token, phrase);
          told_.push_back(std::move(course));
        }
  }

  // By another row.
  bool is_told(std::size_t token, std::size_t phrase) const {
    return std::find(words_.begin(), words_.end(), std::pair(token, phrase)) != words_.end();
  }

  TokenList with_conjuncts(TokenList heads) const {
    for (std::size_t i = 0; i < heads.size(); ++i)
      for (const std::size_t conjunct : tree_.children(heads[i], "conj"))
        if (std::find(heads.begin(), heads.end(), conjunct) == heads.end()) heads.push_back(conjunct);
    return heads;
  }

  // Indices of phrases, and whether only a part of what it names is meant ("a third round of the talks").
  std::vector<std::pair<std::size_t, bool>> phrases_at(std::size_t token, CoursePlace place) const {
    TokenList heads;
    switch (place) {
      case CoursePlace::subject:
        heads = grammar_.is_passive(token) ? TokenList{} : subjects(token);
        break;
      case CoursePlace::object:
        heads = grammar_.objects(token);
        break;
      case CoursePlace::of:
        heads = grammar_.prepositional({token}, "of");
        break;
    }
    std::vector<std::pair<std::size_t, bool>> found;
    const auto add = [&](std::optional<std::size_t> phrase, bool in_part) {
      const auto is_same = [&](const auto& other) { return other.first == *phrase; };
      if (phrase && std::none_of(found.begin(), found.end(), is_same)) found.emplace_back(*phrase, in_part);
    };
    for (const std::size_t head : heads) {
      auto phrase = phrase_at(head);
      if (!phrase && is_relation(tree_.word(token).relation, "acl")) phrase = phrase_around(head);
      add(phrase, false);
      if (!rules_.is_part(tree_.word(head).lemma)) continue;
      for (const std::size_t whole : grammar_.prepositional({head}, "of")) add(phrase_with_head(whole), true);
    }
    return found;
  }

  TokenList subjects(std::size_t token) const {
    if (grammar_.is_verb(token)) return grammar_.subjects(token);
    TokenList found = tree_.children(token, "nsubj");
    if (is_relation(tree_.word(token).relation, "acl")) found.push_back(tree_.word(token).head);
    if (is_relation(tree_.word(token).relation, "conj") && found.empty()) return subjects(tree_.word(token).head);
    return found;
  }

  // The one with this head; of a pronoun for things the one that was named last.
  std::optional<std::size_t> phrase_at(std::size_t head) const {
    std::optional<std::size_t> before;
    for (std::size_t i = 0; i < phrases_.size(); ++i) {
      if (phrases_[i].head == head) return i;
      if (phrases_[i].head < head) before = i;
    }
    const Word& word = tree_.word(head);
    const bool thing = word.upos == "PRON" && word.feats.find("Person=3") != std::string::npos &&
                       word.feats.find("Gender=Masc") == std::string::npos && word.feats.find("Gender=Fem") == std::string::npos;
    const bool near = before && tokens_.sentence_of(phrases_[*before].head) + 1 >= tokens_.sentence_of(head);
    return thing && near ? before : std::nullopt;
  }

  // "the war with Rur, which began in May": the tree takes the last name for what began.
  std::optional<std::size_t> phrase_around(std::size_t token) const {
    for (std::size_t i = 0; i < phrases_.size(); ++i)
      if (phrases_[i].name.contains(token)) return i;
    return std::nullopt;
  }

  bool is_denied(std::size_t token) const {
    const auto& children = tree_.children(token);
    return std::any_of(children.begin(), children.end(), [&](std::size_t child) {
      return lexicon_.cue(tree_.word(child).relation, tree_.word(child).lemma) == Status::negated;
    });
  }

  bool has_modal(std::size_t token) const {
    const auto auxiliaries = tree_.children(token, "aux");
    return std::any_of(auxiliaries.begin(), auxiliaries.end(), [&](std::size_t word) { return tree_.word(word).xpos == "MD"; });
  }

  bool happened(std::size_t token, Course tells) const {
    if (is_denied(token) || has_modal(token)) return false;
    const std::string& tag = tree_.word(token).xpos;
    if (!grammar_.is_verb(token) || tag == "VBD" || tag == "VBN") return true;
    return (tells == Course::lasts || tells == Course::dates) && tag != "VB";
  }

  // --- when

  const DateMention* covering(std::size_t token) const {
    for (const DateMention& mention : dates_.mentions)
      if (mention.range.contains(token)) return &mention;
    return nullptr;
  }

  // "dates back to 1991"
  std::optional<Date> year_below(std::size_t token) const {
    for (const std::size_t child : tree_.children(token, "obl"))
      if (is_year(tokens_.tokens[child].form)) return Date{tokens_.tokens[child].form, DateFrom::text, {tokens_.span({child, child + 1})}};
    return std::nullopt;
  }

  std::optional<Date> date_of(std::size_t token) const {
    if (const DateMention* mention = dates_.of_predicate(token)) return mention->date;
    for (const DateMention& mention : dates_.mentions)
      if (hangs_below(head_of(mention.range), token)) return mention.date;
    return std::nullopt;
  }

  // In a phrase of a phrase of the word: "began with a coup on March 22".
  bool hangs_below(std::size_t date, std::size_t token) const {
    if (points_elsewhere(date)) return false;
    std::size_t at = date;
    while (at != token) {
      const Word& word = tree_.word(at);
      if (!is_relation(word.relation, "obl") && !is_relation(word.relation, "nmod")) return false;
      at = word.head;
    }
    return true;
  }

  // A day that something lasts since, or comes after.
  bool points_elsewhere(std::size_t date) const {
    const auto cases = tree_.children(date, "case");
    return std::any_of(cases.begin(), cases.end(), [&](std::size_t word) { return rules_.is_elsewhere(tree_.word(word).lemma); });
  }

  void add_since(const DateMention& mention) {
    const std::size_t head = head_of(mention.range);
    const auto cases = tree_.children(head, "case");
    const auto marks = tree_.children(head, "mark");
    const auto is_since = [&](std::size_t word) { return rules_.is_since(tree_.word(word).lemma); };
    if (std::none_of(cases.begin(), cases.end(), is_since) && std::none_of(marks.begin(), marks.end(), is_since)) return;
    std::size_t host = tree_.word(head).head;
    for (int step = 0; step < kFarthestHost && host != kRoot; ++step, host = tree_.word(host).head) {
      auto phrase = phrase_of_clause(host);
      if (!phrase && rules_.is_fight(grammar_.lower_form(host))) phrase = domestic_phrase_near(host);
      if (!phrase) continue;
      told_.push_back({.phrase = *phrase, .tells = Course::begins, .happened = true, .date = mention.date, .since = {}, .by = {}});
      told_.push_back({.phrase = *phrase, .tells = Course::lasts, .happened = true, .date = {}, .since = {}, .by = {}});
      return;
    }
  }

  // "The rebels have fought the government since May. The insurgency ..."
  std::optional<std::size_t> domestic_phrase_near(std::size_t token) const {
    for (std::size_t i = 0; i < phrases_.size(); ++i) {
      const std::size_t told = tokens_.sentence_of(phrases_[i].head), here = tokens_.sentence_of(token);
      if (phrases_[i].domestic && told <= here + 1 && here <= told + 1) return i;
    }
    return std::nullopt;
  }

  std::optional<std::size_t> phrase_of_clause(std::size_t host) const {
    if (const auto itself = phrase_at(host)) return itself;
    TokenList heads = subjects(host);
    const TokenList objects = grammar_.objects(host);
    heads.insert(heads.end(), objects.begin(), objects.end());
    for (const std::size_t head : heads)
      if (const auto phrase = phrase_at(head)) return phrase;
    return std::nullopt;
  }

  std::size_t head_of(TokenRange range) const {
    for (std::size_t token = range.first; token < range.last; ++token)
      if (!range.contains(tree_.word(token).head)) return token;
    return range.first;
  }

  // --- how long

  std::optional<int> value_of(std::size_t token) const {
    const std::string form = grammar_.lower_form(token);
    if (const auto known = time_rules_.value(TimeUse::number, form)) return known;
    int value = 0;
    const auto [end, error] = std::from_chars(form.data(), form.data() + form.size(), value);
    if (error != std::errc() || end != form.data() + form.size() || value <= 0) return std::nullopt;
    return value;
  }

  std::optional<Duration> counted(std::size_t unit_token, Unit unit) const {
    for (const std::size_t child : tree_.children(unit_token, "nummod"))
      if (const auto n = value_of(child)) return Duration{*n, unit, {tokens_.span({std::min(child, unit_token), unit_token + 1})}};
    return std::nullopt;
  }

  std::optional<Duration> duration_below(std::size_t token) const {
    for (const std::size_t child : tree_.children(token))
      if (const auto unit = rules_.unit(tree_.word(child).lemma))
        if (const auto found = counted(child, *unit)) return found;
    return std::nullopt;
  }

  // "the two-year war", "the two-year-old war", "in its third year", "the third day of fighting".
  void add_by_unit(std::size_t token, Unit unit) {
    const std::size_t host = tree_.word(token).head;
    if (const auto phrase = phrase_with_head(host); phrase && token < phrases_[*phrase].head) {
      if (auto duration = counted(token, unit))
        told_.push_back({.phrase = *phrase, .tells = {}, .happened = true, .date = {}, .since = std::move(duration), .by = {}});
      return;
    }
    if (host != kRoot && tree_.word(host).upos == "ADJ" && is_relation(tree_.word(host).relation, "amod"))
      if (const auto phrase = phrase_with_head(tree_.word(host).head)) {
        if (auto duration = counted(token, unit))
          told_.push_back(
              {.phrase = *phrase, .tells = Course::lasts, .happened = true, .date = {}, .since = std::move(duration), .by = {}});
        return;
      }
    const auto n = ordinal_of(token);
    const auto phrase = n ? phrase_of_ordinal(token) : std::nullopt;
    if (!phrase) return;
    const Duration duration{*n - 1, unit, {tokens_.span(tree_.extent(token))}};
    told_.push_back({.phrase = *phrase, .tells = Course::lasts, .happened = true, .date = {}, .since = duration, .by = {}});
  }

  std::optional<std::size_t> phrase_with_head(std::size_t token) const {
    for (std::size_t i = 0; i < phrases_.size(); ++i)
      if (phrases_[i].head == token) return i;
    return std::nullopt;
  }

  std::optional<int> ordinal_of(std::size_t token) const {
    for (const std::size_t child : tree_.children(token, "amod"))
      if (const auto known = lexicon_.ordinal(grammar_.lower_form(child))) return known;
    return std::nullopt;
  }

  // Whose third year it is: by "of", or by a pronoun that means the only situation before it in the sentence.
  std::optional<std::size_t> phrase_of_ordinal(std::size_t token) const {
    for (const std::size_t whole : grammar_.prepositional({token}, "of"))
      if (const auto phrase = phrase_with_head(whole)) return phrase;
    const auto owners = tree_.children(token, "nmod:poss");
    if (owners.empty() || tree_.word(owners.front()).upos != "PRON") return std::nullopt;
    return phrase_at(owners.front());
  }

  const std::vector<SituationPhrase>& phrases_;
  const Tokens& tokens_;
  const Grammar& grammar_;
  const Tree& tree_;
  const Dates& dates_;
  const TimeRules& time_rules_;
  const Lexicon& lexicon_;
  const SituationRules& rules_;
  std::vector<ToldCourse> told_;
  std::vector<std::pair<std::size_t, std::size_t>> words_;  // that tell a course, and of which phrase
};

}  // namespace

std::vector<ToldCourse> find_courses(const std::vector<SituationPhrase>& phrases, const Tokens& tokens, const Grammar& grammar,
                                     const Dates& dates, const TimeRules& time_rules, const Lexicon& lexicon, const SituationRules& rules) {
  return CourseFinder(phrases, tokens, grammar, dates, time_rules, lexicon, rules).find();
}

}  // namespace casus
