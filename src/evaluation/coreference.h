// Coreference against GUM (Zeldes 2017): the measures of the CoNLL 2012 shared task, as Pradhan et al. (2014) define them.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "casus/result.h"
#include "evaluation/score.h"
#include "syntax/conllu.h"

namespace casus {

// A mention stands for itself by one token: the first of its minimal span. An entity's name holds within its document.
struct EntityMention {
  std::size_t token = 0;
  std::string entity;
};

// Tokens of mentions, each in one chain at most.
using Chains = std::vector<std::vector<std::size_t>>;

struct ChainedDocument {
  std::string genre;  // "news"
  Chains gold;
  Chains predicted;
};

// A third-person pronoun that the gold links to an earlier mention.
struct ResolvedPronoun {
  std::size_t document = 0;  // the unit of the interval
  std::string genre;
  bool answered = false;  // an antecedent is predicted
  bool right = false;     // and is an earlier mention of the same entity
};

// The mentions of a document by the MISC column (Entity=(GRP-etype-infstat-salience-centering-minspan-...), in order; of mentions with
// one token the outermost. Errors name `origin` and the sentence.
Result<std::vector<EntityMention>> entity_mentions(const Conllu& file, std::size_t first_sentence, std::size_t last_sentence,
                                                   std::string_view origin);

// "news" of the sentence "GUM_news_iodine-12"; empty where the id is no such.
std::string genre_of(std::string_view sentence_id);

// Entities of two mentions or more.
Chains entity_chains(const std::vector<EntityMention>& mentions);

// By pronouns; where several tokens stand for what is meant, one of them must be right.
using Antecedents = std::multimap<std::size_t, std::size_t>;

// Third-person pronouns among the mentions that have an earlier mention of their entity, right where `antecedents` names one.
std::vector<ResolvedPronoun> resolved_pronouns(const Conllu& file, const std::vector<EntityMention>& mentions,
                                               const Antecedents& antecedents, std::size_t document, std::string_view genre);

// MUC, B-cubed and CEAF-e (phi 4) with precision and recall; CoNLL, their mean F1, over all documents, then by genre. Units of the
// intervals are documents.
std::vector<Score> score_coreference(const std::vector<ChainedDocument>& documents);

// How many in a hundred are right: all, then by genre.
std::vector<Score> score_pronouns(const std::vector<ResolvedPronoun>& pronouns);

}  // namespace casus
