#include "eventhead/event_head.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "core/check.h"
#include "core/unicode.h"
#include "tensor/kernels.h"

namespace casus {
namespace {

constexpr std::size_t kLexical = 64;
constexpr std::size_t kHidden = 256;

bool is_object(const Word& word) { return word.relation == "obj" || word.relation == "nsubj:pass"; }

float sigmoid(float x) { return 1 / (1 + std::exp(-x)); }

std::vector<float> softmax(const float* scores, std::size_t count) {
  const float highest = *std::max_element(scores, scores + count);
  std::vector<float> all(count);
  float sum = 0;
  for (std::size_t i = 0; i < count; ++i) sum += all[i] = std::exp(scores[i] - highest);
  for (float& each : all) each /= sum;
  return all;
}

}  // namespace

EventHead::Indicator::Indicator(const std::vector<std::string>& names) {
  for (std::size_t i = 0; i < names.size(); ++i) places_.emplace(names[i], i);
}

void EventHead::Indicator::mark(std::string_view name, float* first) const {
  if (const auto found = places_.find(std::string(name)); found != places_.end()) first[found->second] = 1;
}

std::size_t EventHead::Lists::size() const {
  return upos.size() + xpos.size() + relation.size() + child_relation.size() + child_lemma.size() + cases.size();
}

EventHead::EventHead(std::unordered_map<std::string, std::uint32_t> lemmas, StoredMatrix lexical, Lists lists,
                     std::vector<std::string> types, std::vector<Mode> modes, Linear hidden, Linear event, Linear of_type, Linear of_mode)
    : lemmas_(std::move(lemmas)),
      lexical_(std::move(lexical)),
      lists_(std::move(lists)),
      types_(std::move(types)),
      modes_(std::move(modes)),
      hidden_(std::move(hidden)),
      event_(std::move(event)),
      of_type_(std::move(of_type)),
      of_mode_(std::move(of_mode)) {}

Result<EventHead> EventHead::load(const WeightsFile& file) {
  std::vector<Indicator> indicators;
  for (const char* name : {"event_upos", "event_xpos", "event_relation", "event_child_relation", "event_child_lemma", "event_case"}) {
    const auto names = file.labels(name);
    if (!names) return names.error();
    indicators.emplace_back(*names);
  }
  Lists lists{indicators[0], indicators[1], indicators[2], indicators[3], indicators[4], indicators[5]};
  auto types = file.labels("event_types");
  if (!types) return types.error();
  const auto mode_names = file.labels("event_modes");
  if (!mode_names) return mode_names.error();
  std::vector<Mode> modes;
  for (const std::string& name : *mode_names) {
    const std::size_t slash = name.find('/');
    const auto type = std::find(types->begin(), types->end(), name.substr(0, slash));
    if (slash == std::string::npos || type == types->end()) return file.error("labels event_modes: '" + name + "' is no TYPE/mode");
    modes.push_back({static_cast<std::size_t>(type - types->begin()), name.substr(slash + 1)});
  }
  auto lexical = file.matrix("lemmas", file.vocabulary().size(), kLexical);
  if (!lexical) return lexical.error();
  auto hidden = Linear::load(file, "hidden", kHidden, 2 * kLexical + file.config().hidden + lists.size());
  if (!hidden) return hidden.error();
  auto event = Linear::load(file, "event", 1, kHidden);
  if (!event) return event.error();
  auto of_type = Linear::load(file, "types", types->size(), kHidden);
  if (!of_type) return of_type.error();
  auto of_mode = Linear::load(file, "modes", modes.size(), kHidden);
  if (!of_mode) return of_mode.error();
  std::unordered_map<std::string, std::uint32_t> lemmas;
  for (const std::string& lemma : file.vocabulary()) lemmas.emplace(lemma, static_cast<std::uint32_t>(lemmas.size()));
  if (lemmas.size() != file.vocabulary().size()) return file.error("the vocabulary names a lemma twice");
  return EventHead(std::move(lemmas), *std::move(lexical), std::move(lists), *std::move(types), std::move(modes), *std::move(hidden),
                   *std::move(event), *std::move(of_type), *std::move(of_mode));
}

bool EventHead::is_candidate(const Word& word) const {
  return lists_.upos.knows(word.upos) && !(word.upos == "ADJ" && word.relation == "amod");
}

void EventHead::add_lemma(const std::string& lemma, float weight, float* out) const {
  const auto found = lemmas_.find(lower(lemma));
  if (found == lemmas_.end()) return;
  float row[kLexical];
  lexical_.read_row(found->second, row);
  for (std::size_t i = 0; i < kLexical; ++i) out[i] += weight * row[i];
}

void EventHead::mark_tree(std::size_t token, const Tree& tree, float* out) const {
  const Word& word = tree.word(token);
  lists_.upos.mark(word.upos, out);
  out += lists_.upos.size();
  lists_.xpos.mark(word.xpos, out);
  out += lists_.xpos.size();
  lists_.relation.mark(word.relation, out);
  out += lists_.relation.size();
  float* lemmas = out + lists_.child_relation.size();
  float* cases = lemmas + lists_.child_lemma.size();
  for (const std::size_t child : tree.children(token)) {
    lists_.child_relation.mark(tree.word(child).relation, out);
    lists_.child_lemma.mark(lower(tree.word(child).lemma), lemmas);
    for (const std::size_t grandchild : tree.children(child))
      if (tree.word(grandchild).relation == "case") lists_.cases.mark(lower(tree.word(grandchild).lemma), cases);
  }
}

std::vector<float> EventHead::inputs(std::size_t token, const Vectors& vectors, const Tree& tree) const {
  const std::size_t hidden = vectors.words.columns;
  std::vector<float> all(2 * kLexical + hidden + lists_.size());
  add_lemma(tree.word(token).lemma, 1, all.data());
  const auto& children = tree.children(token);
  const auto objects = std::count_if(children.begin(), children.end(), [&](std::size_t child) { return is_object(tree.word(child)); });
  for (const std::size_t child : children)
    if (is_object(tree.word(child))) add_lemma(tree.word(child).lemma, 1 / static_cast<float>(objects), all.data() + kLexical);
  const auto vector = vectors.words.row(token);
  std::copy(vector.begin(), vector.end(), all.begin() + 2 * kLexical);
  mark_tree(token, tree, all.data() + 2 * kLexical + hidden);
  return all;
}

EventProposal EventHead::proposal(std::size_t token, float event, const float* types, const float* modes) const {
  EventProposal proposal{.token = token, .event = sigmoid(event), .types = softmax(types, types_.size()), .mode = {}};
  const std::size_t best = proposal.best();
  std::optional<std::size_t> mode;
  for (std::size_t i = 0; i < modes_.size(); ++i)
    if (modes_[i].type == best && (!mode || modes[i] > modes[*mode])) mode = i;
  if (mode) proposal.mode = modes_[*mode].name;
  return proposal;
}

EventProposals EventHead::propose(const Vectors& vectors, const Tokens& tokens, const Parse& parse, Scratch& scratch) const {
  CASUS_CHECK(vectors.words.rows == parse.words.size());
  const Tree tree(tokens, parse);
  EventProposals all{.types = types_, .proposals = {}};
  std::vector<std::size_t> candidates;
  for (std::size_t token = 0; token < parse.words.size(); ++token)
    if (is_candidate(parse.words[token])) candidates.push_back(token);
  Matrix x(candidates.size(), hidden_.inputs());
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const std::vector<float> row = inputs(candidates[i], vectors, tree);
    std::copy(row.begin(), row.end(), x.row(i).begin());
  }
  const Matrix hidden = hidden_(x, scratch, After::gelu);
  const Matrix event = event_(hidden, scratch), types = of_type_(hidden, scratch), modes = of_mode_(hidden, scratch);
  for (std::size_t i = 0; i < candidates.size(); ++i)
    all.proposals.push_back(proposal(candidates[i], event.row(i)[0], types.row(i).data(), modes.row(i).data()));
  return all;
}

}  // namespace casus
