// Reading the files of rules/lexicon: word classes first, then frames, operators, cues, acts, contexts and ordinals. Frames are kept in
// the order of their files' names and rows, and found by the lemma of their predicate.
#include "events/lexicon.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <filesystem>

#include "core/rule_table.h"

namespace casus {
namespace {

template <class Value>
using Named = std::pair<std::string_view, Value>;

constexpr std::array<Named<Function>, 11> kFunctions = {{{"subject", Function::subject},
                                                         {"object", Function::object},
                                                         {"indirect", Function::indirect},
                                                         {"prt", Function::particle},
                                                         {"aux", Function::auxiliary},
                                                         {"mod", Function::modifier},
                                                         {"comp", Function::complement},
                                                         {"purpose", Function::purpose},
                                                         {"case", Function::casing},
                                                         {"speaker", Function::speaker},
                                                         {"self", Function::self}}};
constexpr std::array<Named<RoleName>, 5> kRoles = {{{"actor", RoleName::actor},
                                                    {"recipient", RoleName::recipient},
                                                    {"both", RoleName::both},
                                                    {"initiator", RoleName::initiator},
                                                    {"content", RoleName::content}}};
constexpr std::array<Named<Attribute>, 3> kAttributes = {
    {{"kind", Attribute::kind}, {"sector", Attribute::sector}, {"country", Attribute::country}}};
constexpr std::array<Named<Attribute>, 3> kPlainAttributes = {
    {{"several", Attribute::several}, {"direct", Attribute::direct}, {"light", Attribute::light}}};
constexpr std::string_view kNoEvent = "-";
constexpr std::string_view kNoContext = "-";
constexpr std::string_view kInClause = "clause";
template <class Names, class Value = typename Names::value_type::second_type>
std::optional<Value> named(const Names& names, std::string_view name) {
  for (const auto& [text, value] : names)
    if (text == name) return value;
  return std::nullopt;
}

bool is_word(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return (c >= 'a' && c <= 'z') || c == '_' || c == '-'; });
}

std::optional<double> number(const std::string& text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

// What regular endings may have been put on: "arrived" from "arriv", "arrive"; "stopped" from "stop"; "ties" from "tie", "ty".
std::vector<std::string> stems_of(const std::string& form) {
  constexpr std::size_t kShortest = 2;
  std::vector<std::string> stems;
  const auto without = [&](std::string_view ending, std::string_view instead) {
    if (form.ends_with(ending) && form.size() >= ending.size() + kShortest)
      stems.push_back(form.substr(0, form.size() - ending.size()).append(instead));
  };
  without("ies", "y");
  without("s", "");
  without("es", "");
  without("ied", "y");
  for (const std::string_view ending : {"ed", "ing"}) {
    without(ending, "");
    without(ending, "e");
    if (form.size() < ending.size() + kShortest + 1 || !form.ends_with(ending)) continue;
    const std::string stem = form.substr(0, form.size() - ending.size());
    if (stem[stem.size() - 1] == stem[stem.size() - 2]) stems.push_back(stem.substr(0, stem.size() - 1));
  }
  return stems;
}

}  // namespace

bool contains(const WordTest& more, const WordTest& less) {
  if (more.everything) return true;
  const auto has = [&](const std::string& lemma) { return more.lemmas.contains(lemma); };
  return !less.everything && std::all_of(less.lemmas.begin(), less.lemmas.end(), has) &&
         std::all_of(less.pairs.begin(), less.pairs.end(), [&](const auto& pair) {
           return (has(pair.first) && has(pair.second)) || std::find(more.pairs.begin(), more.pairs.end(), pair) != more.pairs.end();
         });
}

const Argument* Frame::argument(RoleName role) const {
  for (const Argument& argument : arguments)
    if (argument.role == role) return &argument;
  return nullptr;
}

std::string_view name_of(const Slot& slot) {
  for (const auto& [name, function] : kFunctions)
    if (function == slot.function) return name;
  return slot.preposition;
}

// Every reader of a cell sets `problem_` where the cell makes no sense; the caller of a row adds the place.
class Lexicon::Loader {
 public:
  Loader(const std::string& folder, const Ontology& ontology, const std::optional<CodebookFolder>& codebook)
      : files_(folder, "lexicon", codebook), ontology_(ontology) {}

  Result<Lexicon> load() {
    for (auto step :
         {&Loader::load_classes, &Loader::load_frames, &Loader::load_operators, &Loader::load_cues, &Loader::load_acts,
          &Loader::load_contexts, &Loader::load_event_contexts, &Loader::load_ordinals, &Loader::load_inflections, &Loader::load_proposals})
      if (auto error = (this->*step)()) return *error;
    collect_vocabulary();
    return std::move(lexicon_);
  }

 private:
  template <class Read>
  std::optional<Error> each_row(const std::string& file, const std::vector<std::string>& columns, Read read,
                                std::optional<std::size_t> needed = {}) {
    const auto table = read_rules(file, columns, needed);
    if (!table) return table.error();
    for (std::size_t i = 0; i < table->rows.size(); ++i) {
      problem_.clear();
      place_ = table->place(i);
      read(table->rows[i]);
      if (!problem_.empty()) return Error{place_ + ": " + problem_};
    }
    return std::nullopt;
  }

  // The codebook's rows before the built-in ones: where rows vie, its come first.
  template <class Read>
  std::optional<Error> each_row_of_part(const std::string& name, const std::vector<std::string>& columns, Read read) {
    for (const std::string& file : files_.general("parts/" + name))
      if (auto error = each_row(file, columns, read)) return error;
    return std::nullopt;
  }

  // The codebook's rows after the built-in ones: what they say of a word takes the place of what is there.
  template <class Read>
  std::optional<Error> each_row_of_part_over(const std::string& name, const std::vector<std::string>& columns, Read read) {
    const auto files = files_.general("parts/" + name);
    for (auto file = files.rbegin(); file != files.rend(); ++file)
      if (auto error = each_row(*file, columns, read)) return error;
    return std::nullopt;
  }

  std::optional<Error> load_classes() {
    std::unordered_set<std::string> own;
    return each_row_of_part_over("words.tsv", {"class", "words"}, [&](const auto& row) {
      if (!is_word(row[0])) problem_ = "a class is named by small letters, not '" + row[0] + "'";
      const bool replaces = files_.is_own(place_) && own.insert(row[0]).second;
      WordTest words = replaces ? WordTest() : lexicon_.classes_[row[0]];
      for (const std::string& word : split(row[1], ' ')) add_word(words, word);
      lexicon_.classes_[row[0]] = std::move(words);
    });
  }

  std::optional<Error> load_frames() {
    const auto files = files_.all_coding();
    if (!files) return files.error();
    for (const std::string& file : *files) {
      const std::string stem = std::filesystem::path(file).stem().string();
      const bool own = files_.is_own(file);
      auto error = each_row(file, {"id", "predicate", "arguments", "conditions", "type", "mode", "cameo", "status", "example", "expected"},
                            [&](const auto& row) { add_frame(stem, row, own); });
      if (error) return error;
    }
    return std::nullopt;
  }

  void add_frame(const std::string& stem, const std::vector<std::string>& row, bool own) {
    if (!own && own_ids_.contains(stem + "." + row[0])) return;
    Frame frame;
    frame.id = id(stem, row[0]);
    frame.of_codebook = own;
    if (own) own_ids_.insert(frame.id);
    frame.place = place_;
    frame.text = row[1];
    read_predicate(row[1], frame.predicates, frame.children);
    for (const std::string& text : split(row[2], ' ')) frame.arguments.push_back(argument(text));
    for (const std::string& text : split(row[3], ' ')) {
      if (text == "bare") frame.bare = true;
      else if (text == "occasion") frame.occasion = true;
      else frame.conditions.push_back(condition(text));
    }
    if (row[4] != kNoEvent) read_coding(row[4], row[5], row[6], frame);
    else if (!row[5].empty() || !row[6].empty() || !row[7].empty()) problem_ = "what is no event has no mode, code or status";
    if (!row[7].empty()) frame.status = status(row[7]);
    if (row[8].empty() || row[9].empty()) problem_ = "a frame needs an example sentence and what is expected of it";
    frame.example = row[8];
    frame.expected = row[9];
    const auto index = static_cast<std::uint32_t>(lexicon_.frames_.size());
    for (const Predicate& predicate : frame.predicates) {
      if (predicate.lemma == "*") lexicon_.any_verb_.push_back(index);
      else add_to(lexicon_.frame_index_[predicate.lemma], index);
    }
    lexicon_.frames_.push_back(std::move(frame));
  }

  // A CAMEO code alone stands for its type and mode.
  void read_coding(const std::string& type, const std::string& mode, const std::string& cameo, Frame& frame) {
    const CameoFacts* facts = ontology_.cameo(cameo);
    frame.cameo = cameo;
    frame.type = type.empty() && facts ? facts->type : type;
    frame.mode = type.empty() && facts && mode.empty() ? facts->mode : mode;
    if (!cameo.empty() && !facts) problem_ = "unknown CAMEO code '" + cameo + "'";
    else if (frame.type.empty()) problem_ = "a frame needs a type, or a CAMEO code that has one";
    else if (!ontology_.type(frame.type)) problem_ = "unknown type '" + frame.type + "'; types are in ontology/types.tsv";
    else if (!frame.mode.empty() && !ontology_.mode(frame.type, frame.mode)) problem_ = frame.type + " has no mode '" + frame.mode + "'";
    if (const TypeFacts* needs = ontology_.type(frame.type)) {
      frame.actor = needs->actor;
      frame.recipient = needs->recipient;
    }
  }

  std::optional<Error> load_operators() {
    return each_row_of_part("operators.tsv", {"id", "predicate", "content", "status", "example", "expected"}, [&](const auto& row) {
      Operator entry;
      entry.id = id("operators", row[0]);
      entry.place = place_;
      read_predicate(row[1], entry.predicates, entry.children);
      for (const std::string& text : split(row[2], '|')) entry.content.push_back(slot(text));
      entry.status = status(row[3]);
      entry.example = row[4];
      entry.expected = row[5];
      const auto index = static_cast<std::uint32_t>(lexicon_.operators_.size());
      for (const Predicate& predicate : entry.predicates) add_to(lexicon_.operator_index_[predicate.lemma], index);
      lexicon_.operators_.push_back(std::move(entry));
    });
  }

  std::optional<Error> load_cues() {
    return each_row_of_part("cues.tsv", {"relation", "words", "status"}, [&](const auto& row) {
      if (row[1].empty()) problem_ = "a cue needs its words";
      for (const std::string& word : split(row[1], ' ')) lexicon_.cues_[word].push_back({.relation = row[0], .status = status(row[2])});
    });
  }

  std::optional<Error> load_acts() {
    return each_row_of_part_over("acts.tsv", {"act", "status"}, [&](const auto& row) { lexicon_.acts_[row[0]] = status(row[1]); });
  }

  std::optional<Error> load_contexts() {
    constexpr std::size_t kNeededColumns = 2;
    const auto add_row = [&](const auto& row) {
      if (row[0] != kNoContext) check_context(row[0]);
      if (!row[2].empty() && row[2] != kInClause) problem_ = "reach is empty or \"" + std::string(kInClause) + "\", not '" + row[2] + "'";
      for (const std::string& text : split(row[1], ' ')) {
        ContextWord word{.context = {}, .pattern = pattern(text)};
        if (row[0] != kNoContext) word.context = row[0];
        word.in_clause = row[2] == kInClause;
        add_context_word(std::move(word));
      }
    };
    for (const std::string& file : files_.general("parts/contexts.tsv"))
      if (auto error = each_row(file, {"context", "words", "reach"}, add_row, kNeededColumns)) return error;
    return std::nullopt;
  }

  std::optional<Error> load_event_contexts() {
    const std::vector<std::string> columns = {"context", "type", "mode", "cameo", "sector", "countries", "words"};
    for (const std::string& file : files_.coding("parts/event_contexts.tsv"))
      if (auto error = each_row(file, columns, [&](const auto& row) { add_event_context(row); })) return error;
    return std::nullopt;
  }

  void add_event_context(const std::vector<std::string>& row) {
    check_context(row[0]);
    EventContext rule{.context = row[0], .type = row[1], .mode = row[2], .cameo = row[3], .sector = row[4], .words = {}};
    if (!rule.type.empty() && !ontology_.type(rule.type)) problem_ = "unknown type '" + rule.type + "'; types are in ontology/types.tsv";
    if (!rule.mode.empty() && !ontology_.mode(rule.type, rule.mode)) problem_ = rule.type + " has no mode '" + rule.mode + "'";
    if (!row[5].empty()) {
      const auto countries = number(row[5]);
      if (!countries || *countries < 1) problem_ = "countries is a number from 1, not '" + row[5] + "'";
      else rule.countries = static_cast<std::size_t>(*countries);
    }
    for (const std::string& text : split(row[6], ' ')) rule.words.push_back(pattern(text));
    if (std::all_of(row.begin() + 1, row.end(), [](const std::string& cell) { return cell.empty(); }))
      problem_ = "a row asks for something beside its context";
    lexicon_.event_contexts_.push_back(std::move(rule));
  }

  void check_context(const std::string& name) {
    if (!ontology_.has_context(name)) problem_ = "unknown context '" + name + "'; contexts are in ontology/contexts.tsv";
  }

  WordPattern pattern(const std::string& text) {
    auto parsed = parse_word_pattern(text);
    if (parsed) return *std::move(parsed);
    problem_ = parsed.error().message;
    return {};
  }

  void add_context_word(ContextWord word) {
    auto& words = lexicon_.context_words_;
    if (!word.pattern.beside.empty()) {
      ContextWord other = word;
      std::swap(other.pattern.lemma, other.pattern.beside);
      words[other.pattern.lemma].push_back(std::move(other));
    }
    words[word.pattern.lemma].push_back(std::move(word));
  }

  std::optional<Error> load_ordinals() {
    return each_row_of_part_over("ordinals.tsv", {"word", "value"}, [&](const auto& row) {
      const auto value = number(row[1]);
      if (!value) problem_ = "'" + row[1] + "' is not a number";
      else lexicon_.ordinals_[row[0]] = static_cast<int>(*value);
    });
  }

  std::optional<Error> load_inflections() {
    return each_row_of_part_over("inflections.tsv", {"lemma", "forms"}, [&](const auto& row) {
      for (const std::string& form : split(row[1], ' ')) lexicon_.irregular_[form] = row[0];
    });
  }

  // A codebook's types are not those that the head has learned.
  std::optional<Error> load_proposals() {
    if (files_.has_codebook()) return std::nullopt;
    return each_row_of_part("proposals.tsv", {"type", "arguments"}, [&](const auto& row) {
      const TypeFacts* facts = ontology_.type(row[0]);
      if (!facts) {
        problem_ = "unknown type '" + row[0] + "'; types are in ontology/types.tsv";
        return;
      }
      Frame frame{.predicates = {{.lemma = "", .upos = ""}}, .of_head = true, .type = row[0], .text = row[1], .place = place_};
      frame.id = "head." + row[0];
      frame.actor = facts->actor;
      frame.recipient = facts->recipient;
      for (const std::string& text : split(row[1], ' ')) frame.arguments.push_back(argument(text));
      lexicon_.proposed_.push_back(frame);
      for (const ModeFacts& mode : facts->modes) {
        frame.mode = mode.mode;
        lexicon_.proposed_.push_back(frame);
      }
    });
  }

  void collect_vocabulary() {
    const auto of_children = [&](const std::vector<Child>& children) {
      for (const Child& child : children) add_words(child.words);
    };
    const auto of_predicates = [&](const std::vector<Predicate>& predicates) {
      for (const Predicate& predicate : predicates)
        if (predicate.upos == "VERB") lexicon_.verbs_.insert(predicate.lemma);
    };
    for (const Frame& frame : lexicon_.frames_) {
      of_predicates(frame.predicates);
      of_children(frame.children);
    }
    for (const Operator& entry : lexicon_.operators_) {
      of_predicates(entry.predicates);
      of_children(entry.children);
    }
    for (const auto& [name, words] : lexicon_.classes_) add_words(words);
    for (const auto& [lemma, frames] : lexicon_.frame_index_) lexicon_.vocabulary_.insert(lemma);
    for (const auto& [lemma, operators] : lexicon_.operator_index_) lexicon_.vocabulary_.insert(lemma);
    for (const auto& [lemma, words] : lexicon_.context_words_)
      for (const ContextWord& word : words)
        if (word.pattern.beside.empty()) lexicon_.vocabulary_.insert(lemma);
  }

  void add_words(const WordTest& test) {
    lexicon_.vocabulary_.insert(test.lemmas.begin(), test.lemmas.end());
    for (const auto& [first, second] : test.pairs) {
      lexicon_.vocabulary_.insert(first);
      lexicon_.vocabulary_.insert(second);
    }
  }

  static void add_to(std::vector<std::uint32_t>& list, std::uint32_t index) {
    if (list.empty() || list.back() != index) list.push_back(index);
  }

  std::string id(const std::string& stem, const std::string& name) {
    if (!is_word(name)) problem_ = "an id has small letters and hyphens, not '" + name + "'";
    const std::string full = stem + "." + name;
    if (!ids_.insert(full).second) problem_ = "the id '" + name + "' is there already";
    return full;
  }

  Status status(const std::string& text) {
    const auto found = casus::status(text);
    if (!found) problem_ = "unknown status '" + text + "'";
    return found.value_or(Status::asserted);
  }

  // "speak|talk/VERB object:@weapon prt:!out"
  void read_predicate(const std::string& cell, std::vector<Predicate>& predicates, std::vector<Child>& children) {
    const auto parts = split(cell, ' ');
    if (parts.empty()) {
      problem_ = "no predicate";
      return;
    }
    for (const std::string& text : split(parts[0], '|')) predicates.push_back(predicate(text));
    for (std::size_t i = 1; i < parts.size(); ++i) children.push_back(child(parts[i]));
  }

  Predicate predicate(const std::string& text) {
    const std::size_t slash = text.find('/');
    Predicate result{.lemma = text.substr(0, slash), .upos = slash == std::string::npos ? "VERB" : text.substr(slash + 1)};
    if (!is_word(result.lemma) && result.lemma != "*") problem_ = "a predicate is a lemma in small letters, not '" + text + "'";
    if (!is_upos(result.upos)) problem_ = "unknown part of speech in '" + text + "'";
    return result;
  }

  Child child(const std::string& text) {
    const std::size_t colon = text.find(':');
    if (colon == std::string::npos || colon + 1 == text.size()) {
      problem_ = "expected slot:words, not '" + text + "'";
      return {};
    }
    std::string words = text.substr(colon + 1);
    const bool wanted = !words.starts_with('!');
    if (!wanted) words.erase(0, 1);
    Child result{.slot = slot(text.substr(0, colon)), .words = {}, .wanted = wanted, .text = text};
    for (const std::string& word : split(words, '|')) add_word(result.words, word);
    return result;
  }

  void add_word(WordTest& test, const std::string& word) {
    if (word == "*") test.everything = true;
    else if (word == "<somebody>") test.somebody = true;
    else if (word.starts_with('@')) add_class(test, word.substr(1));
    else if (const std::size_t plus = word.find('+'); plus != std::string::npos)
      test.pairs.emplace_back(word.substr(0, plus), word.substr(plus + 1));
    else test.lemmas.insert(word);
  }

  void add_class(WordTest& test, const std::string& name) {
    const auto found = lexicon_.classes_.find(name);
    if (found == lexicon_.classes_.end()) {
      problem_ = "unknown word class '@" + name + "'; classes are in parts/words.tsv, above their use";
      return;
    }
    test.somebody = test.somebody || found->second.somebody;
    test.lemmas.insert(found->second.lemmas.begin(), found->second.lemmas.end());
    test.pairs.insert(test.pairs.end(), found->second.pairs.begin(), found->second.pairs.end());
    test.classes.push_back(name);
    test.classes.insert(test.classes.end(), found->second.classes.begin(), found->second.classes.end());
  }

  Slot slot(const std::string& text) {
    if (const auto function = named(kFunctions, text)) return {.function = *function, .preposition = {}};
    const auto prepositions = lexicon_.classes_.find("preposition");
    if (prepositions == lexicon_.classes_.end() || !prepositions->second.lemmas.contains(text))
      problem_ = "'" + text + "' is neither a slot nor a preposition (class preposition in parts/words.tsv)";
    return {.function = Function::preposition, .preposition = text};
  }

  Argument argument(const std::string& text) {
    const std::size_t equals = text.find('=');
    const auto role = named(kRoles, text.substr(0, equals));
    if (!role || equals == std::string::npos) {
      problem_ = "expected role=slots (actor, recipient, both, initiator, content), not '" + text + "'";
      return {};
    }
    Argument result{.role = *role, .alternatives = {}};
    for (const std::string& alternative : split(text.substr(equals + 1), '|')) {
      auto& slots = result.alternatives.emplace_back();
      for (const std::string& name : split(alternative, ',')) slots.push_back(slot(name));
    }
    return result;
  }

  // "recipient", "!recipient", "actor.kind=state|group"
  Condition condition(std::string text) {
    Condition result{.text = text};
    if (text.starts_with('!')) {
      result.wanted = false;
      text.erase(0, 1);
    }
    const std::size_t dot = std::min(text.find('.'), text.size());
    const std::size_t equals = std::min(text.find('='), text.size());
    const auto role = named(kRoles, text.substr(0, std::min(dot, equals)));
    if (!role) problem_ = "expected a role in the condition '" + text + "'";
    else result.role = *role;
    if (dot == text.size()) return result;
    if (const auto plain = named(kPlainAttributes, std::string_view(text).substr(dot + 1))) {
      result.attribute = *plain;
      return result;
    }
    const auto attribute = named(kAttributes, text.substr(dot + 1, equals - dot - 1));
    if (!attribute || equals == text.size()) {
      problem_ = "expected role.kind=..., role.sector=... or role.country=... in the condition '" + text + "'";
      return result;
    }
    result.attribute = *attribute;
    result.values = split(text.substr(equals + 1), '|');
    return result;
  }

  const RuleFiles files_;
  const Ontology& ontology_;
  Lexicon lexicon_;
  std::unordered_set<std::string> ids_;
  std::unordered_set<std::string> own_ids_;  // of the codebook's frames
  std::string problem_;
  std::string place_;
};

Result<Lexicon> Lexicon::load(const std::string& folder, const Ontology& ontology, const std::optional<CodebookFolder>& codebook) {
  return Loader(folder, ontology, codebook).load();
}

std::span<const std::uint32_t> Lexicon::frames_at(const std::string& lemma) const {
  const auto found = frame_index_.find(lemma);
  return found == frame_index_.end() ? std::span<const std::uint32_t>() : std::span<const std::uint32_t>(found->second);
}

std::span<const std::uint32_t> Lexicon::operators_at(const std::string& lemma) const {
  const auto found = operator_index_.find(lemma);
  return found == operator_index_.end() ? std::span<const std::uint32_t>() : std::span<const std::uint32_t>(found->second);
}

std::string Lexicon::lemma(const std::string& form, const Word& tagged) const {
  if (const auto found = irregular_.find(form); found != irregular_.end()) return found->second;
  const bool may_be_past = tagged.upos == "VERB" && form.ends_with("ed") && tagged.lemma == form;
  if (vocabulary_.contains(tagged.lemma) && !may_be_past) return tagged.lemma;
  // "prepared" is an adjective of the lexicon, but not where it is a verb.
  if (tagged.upos != "VERB" && vocabulary_.contains(form)) return form;
  const auto stems = stems_of(form);
  const auto first_in = [&](const std::unordered_set<std::string>& words) {
    return std::find_if(stems.begin(), stems.end(), [&](const std::string& stem) { return words.contains(stem); });
  };
  // "feed" is no past of "fee", which is no verb.
  if (may_be_past && verbs_.contains(form) && first_in(verbs_) == stems.end()) return form;
  if (const auto stem = first_in(vocabulary_); stem != stems.end()) return *stem;
  return vocabulary_.contains(form) ? form : tagged.lemma;
}

std::optional<std::string> Lexicon::lemma_of_irregular(const std::string& form) const {
  const auto found = irregular_.find(form);
  return found == irregular_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<Status> Lexicon::cue(std::string_view relation, const std::string& lemma) const {
  const auto found = cues_.find(lemma);
  if (found == cues_.end()) return std::nullopt;
  for (const Cue& cue : found->second)
    if (relation.starts_with(cue.relation)) return cue.status;
  return std::nullopt;
}

std::optional<int> Lexicon::ordinal(const std::string& form) const {
  const auto found = ordinals_.find(form);
  return found == ordinals_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<Status> Lexicon::act(const std::string& act) const {
  const auto found = acts_.find(act);
  return found == acts_.end() ? std::nullopt : std::optional(found->second);
}

const WordTest& Lexicon::words(const std::string& word_class) const {
  static const WordTest kNone;
  const auto found = classes_.find(word_class);
  return found == classes_.end() ? kNone : found->second;
}

const Frame* Lexicon::proposed(std::string_view type, std::string_view mode) const {
  const Frame* plain = nullptr;
  for (const Frame& frame : proposed_) {
    if (frame.type != type) continue;
    if (frame.mode == mode) return &frame;
    if (frame.mode.empty()) plain = &frame;
  }
  return plain;
}

std::span<const ContextWord> Lexicon::context_words(const std::string& lemma) const {
  const auto found = context_words_.find(lemma);
  return found == context_words_.end() ? std::span<const ContextWord>() : std::span<const ContextWord>(found->second);
}

}  // namespace casus
