#include "syntax/parser.h"

#include <algorithm>
#include <array>

#include "core/check.h"
#include "core/unicode.h"
#include "syntax/spanning_tree.h"

namespace casus {
namespace {

// Words of these classes have lower-case lemmas wherever they stand, save "I": in headlines and at the beginning of sentences.
constexpr std::array<std::string_view, 7> kClosedClasses = {"ADP", "AUX", "CCONJ", "DET", "PART", "PRON", "SCONJ"};

std::string lemma_of(const LemmaScript& script, const std::string& form, const std::string& upos) {
  std::string lemma = script.apply(form);
  const bool closed = std::find(kClosedClasses.begin(), kClosedClasses.end(), upos) != kClosedClasses.end();
  return closed && lemma != "I" ? lower(lemma) : lemma;
}

// Sentences in parts that are short enough to be parsed.
std::vector<TokenRange> parts_of(const Tokens& tokens) {
  std::vector<TokenRange> parts;
  for (const TokenRange sentence : tokens.sentences)
    for (std::size_t first = sentence.first; first < sentence.last; first += kLongestSentence)
      parts.push_back({first, std::min(first + kLongestSentence, sentence.last)});
  return parts;
}

// One tree out of the trees of a long sentence's parts.
void join_parts(const Tokens& tokens, Parse& parse) {
  for (const TokenRange sentence : tokens.sentences) {
    if (sentence.size() <= kLongestSentence) continue;
    std::size_t root = kRoot;
    for (std::size_t i = sentence.first; i < sentence.last; ++i) {
      Word& word = parse.words[i];
      if (word.head != kRoot) continue;
      if (root == kRoot) {
        root = i;
        continue;
      }
      word.head = root;
      word.relation = "parataxis";
    }
  }
}

}  // namespace

Parser::Parser(LabelHead upos, LabelHead xpos, LabelHead feats, LabelHead lemma, std::vector<LemmaScript> scripts, LemmaEndings endings,
               ArcHead arcs, RelationHead relations, std::size_t root_relation)
    : upos_(std::move(upos)),
      xpos_(std::move(xpos)),
      feats_(std::move(feats)),
      lemma_(std::move(lemma)),
      scripts_(std::move(scripts)),
      endings_(std::move(endings)),
      arcs_(std::move(arcs)),
      relations_(std::move(relations)),
      root_relation_(root_relation) {}

Result<Parser> Parser::load(const WeightsFile& file) {
  auto upos = LabelHead::load(file, "upos");
  if (!upos) return upos.error();
  auto xpos = LabelHead::load(file, "xpos");
  if (!xpos) return xpos.error();
  auto feats = LabelHead::load(file, "feats");
  if (!feats) return feats.error();
  auto lemma = LabelHead::load(file, "lemma");
  if (!lemma) return lemma.error();
  std::vector<LemmaScript> scripts;
  for (const std::string& label : lemma->labels()) {
    auto script = LemmaScript::make(label);
    if (!script) return file.error(script.error().message);
    scripts.push_back(*std::move(script));
  }
  auto endings = LemmaEndings::load(file, xpos->labels().size(), scripts.size());
  if (!endings) return endings.error();
  auto arcs = ArcHead::load(file);
  if (!arcs) return arcs.error();
  auto relations = RelationHead::load(file);
  if (!relations) return relations.error();
  const auto& names = relations->labels();
  const auto root = static_cast<std::size_t>(std::find(names.begin(), names.end(), "root") - names.begin());
  if (root == names.size() || names.size() < 2) return file.error("labels of relation: there is no `root` among others");
  return Parser(*std::move(upos), *std::move(xpos), *std::move(feats), *std::move(lemma), std::move(scripts), *std::move(endings),
                *std::move(arcs), *std::move(relations), root);
}

void Parser::tag(const Vectors& vectors, const Tokens& tokens, Parse& parse, Scratch& scratch) const {
  const auto upos = upos_.best(vectors, scratch), xpos = xpos_.best(vectors, scratch), feats = feats_.best(vectors, scratch);
  for (std::size_t i = 0; i < parse.words.size(); ++i) {
    Word& word = parse.words[i];
    word.upos = upos_.labels()[upos[i]];
    word.xpos = xpos_.labels()[xpos[i]];
    word.feats = feats_.labels()[feats[i]];
  }
  lemma_.each(vectors, scratch, [&](std::size_t i, std::span<const float> scores) {
    Word& word = parse.words[i];
    const std::string& form = tokens.tokens[i].form;
    word.lemma = lemma_of(scripts_[endings_.choose(scores, form, word.upos, xpos[i])], form, word.upos);
  });
}

void Parser::attach(const Vectors& vectors, TokenRange words, const std::vector<TokenRange>& sentences, Parse& parse,
                    Scratch& scratch) const {
  const float* rows = vectors.words.row(words.first).data();
  const ArcHead::Words prepared = arcs_.prepare(rows, words.size(), scratch);
  std::vector<std::size_t> heads(words.size());  // counted from words.first
  for (const TokenRange sentence : sentences) {
    const std::size_t first = sentence.first - words.first;
    const auto tree = best_tree(arcs_.scores(prepared, first, sentence.size()));
    for (std::size_t i = 0; i < tree.size(); ++i) heads[first + i] = tree[i] == kRoot ? kRoot : first + tree[i];
  }
  Matrix scores = relations_.scores(rows, words.size(), heads, scratch);
  for (std::size_t i = 0; i < words.size(); ++i) {
    Word& word = parse.words[words.first + i];
    const auto row = scores.row(i);
    if (heads[i] == kRoot) {
      word.relation = relations_.labels()[root_relation_];
      continue;
    }
    word.head = words.first + heads[i];
    // The best of the others.
    std::size_t best = root_relation_ == 0 ? 1 : 0;
    for (std::size_t r = 0; r < row.size(); ++r)
      if (r != root_relation_ && row[r] > row[best]) best = r;
    word.relation = relations_.labels()[best];
  }
}

Parse Parser::parse(const Vectors& vectors, const Tokens& tokens, Scratch& scratch) const {
  CASUS_CHECK(vectors.words.rows == tokens.tokens.size());
  Parse parse;
  parse.words.resize(tokens.tokens.size());
  tag(vectors, tokens, parse, scratch);
  const std::vector<TokenRange> parts = parts_of(tokens);
  for (std::size_t first = 0; first < parts.size();) {
    std::vector<TokenRange> sentences = {parts[first++]};
    TokenRange words = sentences.front();
    while (first < parts.size() && parts[first].last - words.first <= kWordBlock) {
      words.last = parts[first].last;
      sentences.push_back(parts[first++]);
    }
    attach(vectors, words, sentences, parse, scratch);
  }
  join_parts(tokens, parse);
  return parse;
}

}  // namespace casus
