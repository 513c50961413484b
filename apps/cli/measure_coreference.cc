#include <algorithm>
#include <optional>

#include "actors/actors.h"
#include "coreference/links.h"
#include "evaluation/coreference.h"
#include "measuring.h"
#include "reading/engine_parts.h"

namespace casus {
namespace {

struct AnnotatedDocument {
  TokenRange sentences;
  std::string genre;
  std::vector<EntityMention> mentions;
};

Result<std::vector<AnnotatedDocument>> annotated_documents(const Conllu& file, const std::string& path) {
  std::vector<AnnotatedDocument> documents;
  std::optional<Error> failure;
  for_each_document(file.tokens, file.document_starts, [&](std::size_t first, std::size_t last) {
    auto mentions = entity_mentions(file, first, last, path);
    if (!mentions) failure = mentions.error();
    else documents.push_back({{first, last}, genre_of(file.sentence_ids[first]), *std::move(mentions)});
  });
  if (failure) return *failure;
  const bool annotated = std::any_of(documents.begin(), documents.end(), [](const auto& document) { return !document.mentions.empty(); });
  if (!annotated) return Error{path + ": no word has a mention (Entity= in MISC): name a CoNLL-U file of GUM"};
  return documents;
}

// By tokens of the whole file.
struct LinkedTokens {
  Chains chains;
  Antecedents antecedents;
};

LinkedTokens linked_tokens(const Coreference& coreference, std::size_t tokens_before) {
  const auto token = [&](std::size_t markable) { return coreference.markables[markable].first + tokens_before; };
  LinkedTokens linked;
  for (const auto& chain : coreference.chains) {
    std::vector<std::size_t>& tokens = linked.chains.emplace_back();
    for (const std::size_t markable : chain) tokens.push_back(token(markable));
  }
  for (std::size_t i = 0; i < coreference.choices.size(); ++i)
    if (const auto& antecedent = coreference.choices[i].antecedent) linked.antecedents.emplace(token(i), token(*antecedent));
  return linked;
}

// A mention's antecedent is the one before it of the same entity.
LinkedTokens linked_tokens(const std::vector<EntityMention>& mentions) {
  LinkedTokens linked{.chains = entity_chains(mentions)};
  for (const auto& chain : linked.chains)
    for (std::size_t i = 1; i < chain.size(); ++i) linked.antecedents.emplace(chain[i], chain[i - 1]);
  return linked;
}

LinkedTokens linked_by_engine(const Conllu& file, const AnnotatedDocument& document, const Engine& engine) {
  const Tokens tokens = sentences_of(file.tokens, document.sentences.first, document.sentences.last);
  const std::size_t tokens_before = file.tokens.sentences[document.sentences.first].first;
  std::vector<Markable> markables;
  for (const EntityMention& mention : document.mentions)
    markables.push_back({.head = mention.token - tokens_before, .first = mention.token - tokens_before});
  auto scratch = engine.parts().scratches.borrow();
  const Vectors vectors = engine.parts().encoder.encode(tokens, *scratch);
  return linked_tokens(find_coreference(engine.parts().antecedents, vectors, std::move(markables), *scratch), tokens_before);
}

LinkedTokens linked_from_text(const Conllu& file, const AnnotatedDocument& document, const Engine& engine) {
  const Tokens tokens = sentences_of(file.tokens, document.sentences.first, document.sentences.last);
  return linked_tokens(find_structure(tokens, engine.parts()).coreference, file.tokens.sentences[document.sentences.first].first);
}

ScoreTable chains_table(std::string title, const std::vector<AnnotatedDocument>& gold, const std::vector<LinkedTokens>& linked) {
  std::vector<ChainedDocument> documents;
  for (std::size_t i = 0; i < gold.size(); ++i)
    documents.push_back({.genre = gold[i].genre, .gold = entity_chains(gold[i].mentions), .predicted = linked[i].chains});
  return {.title = title + ", " + count(gold.size(), "document"), .scores = score_coreference(documents)};
}

// `antecedents`: one a document.
std::vector<ResolvedPronoun> pronouns_of(const Conllu& file, const std::vector<AnnotatedDocument>& gold,
                                         const std::vector<Antecedents>& antecedents) {
  std::vector<ResolvedPronoun> pronouns;
  for (std::size_t i = 0; i < gold.size(); ++i) {
    const auto resolved = resolved_pronouns(file, gold[i].mentions, antecedents[i], i, gold[i].genre);
    pronouns.insert(pronouns.end(), resolved.begin(), resolved.end());
  }
  return pronouns;
}

ScoreTable pronouns_table(const std::string& title, const std::vector<ResolvedPronoun>& pronouns) {
  return {.title = title + ", " + count(pronouns.size(), "pronoun"), .scores = score_pronouns(pronouns)};
}

ScoreTable pronouns_table(const Conllu& file, const std::vector<AnnotatedDocument>& gold, const std::vector<LinkedTokens>& linked) {
  std::vector<Antecedents> antecedents;
  for (const LinkedTokens& document : linked) antecedents.push_back(document.antecedents);
  return pronouns_table("antecedents of third-person pronouns that have one", pronouns_of(file, gold, antecedents));
}

// The words by which gold may tell the mention: its head, and the words of a name around it.
std::vector<std::size_t> tokens_of(const ActorMention& mention, const Parse& parse) {
  std::vector<std::size_t> tokens = {mention.head};
  if (parse.words[mention.head].upos != "PROPN") return tokens;
  for (std::size_t i = mention.range.first; i < mention.range.last; ++i)
    if (parse.words[i].head == mention.head && parse.words[i].upos == "PROPN") tokens.push_back(i);
  return tokens;
}

// What the actors that a pronoun means were mentioned by before it.
Antecedents antecedents_of(const Actors& actors, const Parse& parse, std::size_t tokens_before) {
  Antecedents antecedents;
  std::vector<std::vector<std::size_t>> mentioned(actors.actors.size());
  for (const ActorMention& mention : actors.mentions) {
    const std::vector<std::size_t> tokens = tokens_of(mention, parse);
    for (const ActorId id : mention.actors) {
      for (const std::size_t earlier : mentioned[id.index])
        if (earlier < mention.head) antecedents.emplace(mention.head + tokens_before, earlier + tokens_before);
      mentioned[id.index].insert(mentioned[id.index].end(), tokens.begin(), tokens.end());
    }
  }
  return antecedents;
}

// Those by actors, else by the learned choices.
Antecedents completed(Antecedents by_actors, const Antecedents& learned) {
  for (const auto& [pronoun, antecedent] : learned)
    if (!by_actors.contains(pronoun)) by_actors.emplace(pronoun, antecedent);
  return by_actors;
}

}  // namespace

Tables measure_coreference(const Gold& gold, const GetEngine& get_engine) {
  const auto file = parsed(gold.path, parse_conllu);
  if (!file) return file.error();
  const auto documents = annotated_documents(*file, gold.path);
  if (!documents) return documents.error();
  std::vector<LinkedTokens> linked;
  if (!gold.predicted.empty()) {
    const auto predicted = parsed(gold.predicted, parse_conllu);
    if (!predicted) return predicted.error();
    const auto predictions = annotated_documents(*predicted, gold.predicted);
    if (!predictions) return predictions.error();
    if (predicted->tokens.sentences != file->tokens.sentences || predictions->size() != documents->size())
      return Error{gold.predicted + ": its words are not the gold's: predict on the gold's tokens"};
    for (const AnnotatedDocument& document : *predictions) linked.push_back(linked_tokens(document.mentions));
    return std::vector<ScoreTable>{chains_table("coreference", *documents, linked), pronouns_table(*file, *documents, linked)};
  }
  const auto engine = get_engine();
  if (!engine) return engine.error();
  std::vector<LinkedTokens> from_text;
  for (const AnnotatedDocument& document : *documents) {
    linked.push_back(linked_by_engine(*file, document, **engine));
    from_text.push_back(linked_from_text(*file, document, **engine));
  }
  return std::vector<ScoreTable>{chains_table("coreference of gold mentions", *documents, linked),
                                 pronouns_table(*file, *documents, linked),
                                 chains_table("coreference of mentions found on gold tokens", *documents, from_text)};
}

Tables measure_pronouns(const Gold& gold, const GetEngine& get_engine) {
  if (!gold.predicted.empty()) return Error{gold.predicted + ": a kind without predictions from a file: leave out --predicted"};
  const auto file = parsed(gold.path, parse_conllu);
  if (!file) return file.error();
  const auto documents = annotated_documents(*file, gold.path);
  if (!documents) return documents.error();
  const auto engine = get_engine();
  if (!engine) return engine.error();
  std::vector<Antecedents> by_actors, learned, by_both;
  for (const AnnotatedDocument& document : *documents) {
    const Tokens tokens = sentences_of(file->tokens, document.sentences.first, document.sentences.last);
    const std::size_t tokens_before = file->tokens.sentences[document.sentences.first].first;
    const Structure structure = find_structure(tokens, (*engine)->parts());
    const Actors actors = find_actors(file->document, tokens, structure.parse, structure.names, structure.attributions,
                                      structure.coreference, (*engine)->parts().knowledge, std::nullopt);
    by_actors.push_back(antecedents_of(actors, structure.parse, tokens_before));
    learned.push_back(linked_tokens(structure.coreference, tokens_before).antecedents);
    by_both.push_back(completed(by_actors.back(), learned.back()));
  }
  std::vector<ResolvedPronoun> pronouns = pronouns_of(*file, *documents, by_actors);
  const ScoreTable all = pronouns_table("third-person pronouns that have an antecedent, right by the actor they are given", pronouns);
  std::erase_if(pronouns, [](const ResolvedPronoun& pronoun) { return !pronoun.answered; });
  return std::vector<ScoreTable>{all, pronouns_table("of those that are given an actor", pronouns),
                                 pronouns_table("by the learned antecedents alone", pronouns_of(*file, *documents, learned)),
                                 pronouns_table("by the actor, else the learned antecedent", pronouns_of(*file, *documents, by_both))};
}

}  // namespace casus
