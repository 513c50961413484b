// All measures are ratios of sums over documents, so a draw of documents is a sum of their sums.
#include "evaluation/coreference.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <set>

#include "evaluation/assignment.h"

namespace casus {
namespace {

double ratio(double part, double whole) { return whole > 0 ? 100 * part / whole : 0; }
constexpr std::array<const char*, 3> kMeasures = {"MUC", "B-cubed", "CEAF-e"};
using Measures = std::array<SidedCounts, kMeasures.size()>;

double conll_f1(const Measures& measures) {
  double total = 0;
  for (const SidedCounts& counts : measures) total += f1(counts);
  return total / static_cast<double>(measures.size());
}

void add(Measures& sum, const Measures& document) {
  for (std::size_t m = 0; m < sum.size(); ++m) add(sum[m], document[m]);
}

// For each chain how many of its mentions lie in which of the other side's chains; mentions in none of them are left out.
std::vector<std::map<std::size_t, std::size_t>> overlaps(const Chains& chains, const Chains& others) {
  std::map<std::size_t, std::size_t> chain_of;
  for (std::size_t i = 0; i < others.size(); ++i)
    for (const std::size_t token : others[i]) chain_of[token] = i;
  std::vector<std::map<std::size_t, std::size_t>> found(chains.size());
  for (std::size_t i = 0; i < chains.size(); ++i)
    for (const std::size_t token : chains[i])
      if (const auto other = chain_of.find(token); other != chain_of.end()) ++found[i][other->second];
  return found;
}

struct Part {
  double found = 0;
  double all = 0;
};

// Links kept: a chain that the other side holds in n parts has lost n - 1 of its links; mentions of no chain are parts of their own.
Part muc(const Chains& chains, const Chains& others) {
  Part part;
  const auto found = overlaps(chains, others);
  for (std::size_t i = 0; i < chains.size(); ++i) {
    std::size_t shared = 0;
    for (const auto& [other, mentions] : found[i]) shared += mentions;
    const std::size_t parts = found[i].size() + chains[i].size() - shared;
    part.found += static_cast<double>(chains[i].size() - parts);
    part.all += static_cast<double>(chains[i].size() - 1);
  }
  return part;
}

// For each mention the share of its chain that lies in its chain of the other side.
Part b_cubed(const Chains& chains, const Chains& others) {
  Part part;
  const auto found = overlaps(chains, others);
  for (std::size_t i = 0; i < chains.size(); ++i) {
    for (const auto& [other, mentions] : found[i])
      part.found += static_cast<double>(mentions * mentions) / static_cast<double>(chains[i].size());
    part.all += static_cast<double>(chains[i].size());
  }
  return part;
}

// The best pairing of chains by phi 4, twice the shared mentions over the mentions of both.
double ceaf_e(const Chains& gold, const Chains& predicted) {
  std::vector<std::vector<double>> similarities(gold.size(), std::vector<double>(predicted.size()));
  const auto found = overlaps(gold, predicted);
  for (std::size_t i = 0; i < gold.size(); ++i)
    for (const auto& [other, mentions] : found[i])
      similarities[i][other] = 2 * static_cast<double>(mentions) / static_cast<double>(gold[i].size() + predicted[other].size());
  return best_assignment(similarities);
}

SidedCounts counts_of(Part precise, Part recalled) {
  return {.predicted_hits = precise.found, .predicted = precise.all, .gold_hits = recalled.found, .gold = recalled.all};
}

Measures measures_of(const ChainedDocument& document) {
  const Chains &gold = document.gold, &predicted = document.predicted;
  const double similarity = ceaf_e(gold, predicted);
  return {counts_of(muc(predicted, gold), muc(gold, predicted)), counts_of(b_cubed(predicted, gold), b_cubed(gold, predicted)),
          counts_of({similarity, static_cast<double>(predicted.size())}, {similarity, static_cast<double>(gold.size())})};
}

Measures sum_of(const std::vector<Measures>& documents, const std::vector<std::size_t>& drawn) {
  Measures sum{};
  for (const std::size_t document : drawn) add(sum, documents[document]);
  return sum;
}

Score conll_score(std::string name, const std::vector<Measures>& documents) {
  Measures all{};
  for (const Measures& document : documents) add(all, document);
  const Interval interval = bootstrap(documents.size(), [&](const auto& drawn) { return conll_f1(sum_of(documents, drawn)); });
  return {.measure = std::move(name), .value = conll_f1(all), .low = interval.low, .high = interval.high};
}

Score score_of_measure(std::size_t m, const std::vector<Measures>& documents) {
  std::vector<SidedCounts> counts;
  for (const Measures& document : documents) counts.push_back(document[m]);
  return sided_f1_score(kMeasures[m], counts);
}

struct Tally {
  std::size_t right = 0;
  std::size_t all = 0;
};

Score accuracy(std::string name, const std::vector<Tally>& documents) {
  const auto percent = [&](const std::vector<std::size_t>& drawn) {
    Tally sum;
    for (const std::size_t document : drawn) {
      sum.right += documents[document].right;
      sum.all += documents[document].all;
    }
    return ratio(static_cast<double>(sum.right), static_cast<double>(sum.all));
  };
  std::vector<std::size_t> each(documents.size());
  for (std::size_t i = 0; i < each.size(); ++i) each[i] = i;
  const Interval interval = bootstrap(documents.size(), percent);
  return {.measure = std::move(name), .value = percent(each), .low = interval.low, .high = interval.high};
}

std::vector<Tally> by_document(const std::vector<ResolvedPronoun>& pronouns, const std::string* genre) {
  std::map<std::size_t, Tally> documents;
  for (const ResolvedPronoun& pronoun : pronouns) {
    if (genre && pronoun.genre != *genre) continue;
    Tally& tally = documents[pronoun.document];
    ++tally.all;
    tally.right += pronoun.right ? 1 : 0;
  }
  std::vector<Tally> tallies;
  for (const auto& [document, tally] : documents) tallies.push_back(tally);
  return tallies;
}

std::string_view entities_of(std::string_view misc) {
  constexpr std::string_view key = "Entity=";
  for (std::size_t at = 0; at < misc.size();) {
    const std::size_t end = std::min(misc.find('|', at), misc.size());
    if (misc.substr(at).starts_with(key)) return misc.substr(at + key.size(), end - at - key.size());
    at = end + 1;
  }
  return {};
}

struct OpenedMention {
  std::string_view entity;
  std::size_t word = 0;  // the first of the minimal span, counted from 1 in the mention's own words
};

// "12-person-giv:act-nnnnn-cf1-2,3-coref"
std::optional<OpenedMention> opened_mention(std::string_view fields) {
  OpenedMention mention{.entity = fields.substr(0, fields.find('-'))};
  for (int field = 0; field < 5; ++field) {
    const std::size_t dash = fields.find('-');
    if (dash == std::string_view::npos) return std::nullopt;
    fields.remove_prefix(dash + 1);
  }
  const auto [end, error] = std::from_chars(fields.data(), fields.data() + fields.size(), mention.word);
  if (error != std::errc() || mention.word == 0) return std::nullopt;
  return mention;
}

}  // namespace

Result<std::vector<EntityMention>> entity_mentions(const Conllu& file, std::size_t first_sentence, std::size_t last_sentence,
                                                   std::string_view origin) {
  std::map<std::size_t, std::string> entity_of;
  for (std::size_t s = first_sentence; s < last_sentence; ++s) {
    const TokenRange sentence = file.tokens.sentences[s];
    for (std::size_t i = sentence.first; i < sentence.last; ++i) {
      const std::string_view entities = entities_of(file.misc[i]);
      for (std::size_t at = entities.find('('); at != std::string_view::npos; at = entities.find('(', at + 1)) {
        const auto mention = opened_mention(entities.substr(at + 1, entities.find_first_of("()", at + 1) - at - 1));
        if (!mention)
          return Error{std::string(origin) + ": sentence " + file.sentence_ids[s] + ", word " + std::to_string(i - sentence.first + 1) +
                       ": a mention without its minimal span, the 6th field of Entity="};
        if (const std::size_t token = i + mention->word - 1; token < sentence.last) entity_of.emplace(token, mention->entity);
      }
    }
  }
  std::vector<EntityMention> mentions;
  for (auto& [token, entity] : entity_of) mentions.push_back({.token = token, .entity = entity});
  return mentions;
}

std::string genre_of(std::string_view sentence_id) {
  constexpr std::string_view corpus = "GUM_";
  if (!sentence_id.starts_with(corpus)) return {};
  sentence_id.remove_prefix(corpus.size());
  return std::string(sentence_id.substr(0, sentence_id.find('_')));
}

Chains entity_chains(const std::vector<EntityMention>& mentions) {
  std::map<std::string_view, std::vector<std::size_t>> entities;
  for (const EntityMention& mention : mentions) entities[mention.entity].push_back(mention.token);
  Chains chains;
  for (auto& [entity, tokens] : entities)
    if (tokens.size() > 1) chains.push_back(std::move(tokens));
  return chains;
}

std::vector<ResolvedPronoun> resolved_pronouns(const Conllu& file, const std::vector<EntityMention>& mentions,
                                               const Antecedents& antecedents, std::size_t document, std::string_view genre) {
  std::vector<ResolvedPronoun> pronouns;
  std::map<std::string_view, std::set<std::size_t>> seen;  // an entity's mentions so far
  for (const EntityMention& mention : mentions) {
    std::set<std::size_t>& earlier = seen[mention.entity];
    const Word& word = file.parse.words[mention.token];
    if (word.upos == "PRON" && word.feats.find("Person=3") != std::string::npos && !earlier.empty()) {
      const auto [first, last] = antecedents.equal_range(mention.token);
      const bool right = std::any_of(first, last, [&](const auto& antecedent) { return earlier.contains(antecedent.second); });
      pronouns.push_back({.document = document, .genre = std::string(genre), .answered = first != last, .right = right});
    }
    earlier.insert(mention.token);
  }
  return pronouns;
}

std::vector<Score> score_coreference(const std::vector<ChainedDocument>& documents) {
  std::vector<Measures> all;
  std::map<std::string, std::vector<Measures>> by_genre;
  for (const ChainedDocument& document : documents) {
    all.push_back(measures_of(document));
    if (!document.genre.empty()) by_genre[document.genre].push_back(all.back());
  }
  std::vector<Score> scores;
  for (std::size_t m = 0; m < kMeasures.size(); ++m) scores.push_back(score_of_measure(m, all));
  scores.push_back(conll_score("CoNLL", all));
  for (const auto& [genre, measures] : by_genre) scores.push_back(conll_score("CoNLL " + genre, measures));
  return scores;
}

std::vector<Score> score_pronouns(const std::vector<ResolvedPronoun>& pronouns) {
  std::set<std::string> genres;
  for (const ResolvedPronoun& pronoun : pronouns)
    if (!pronoun.genre.empty()) genres.insert(pronoun.genre);
  std::vector<Score> scores = {accuracy("all", by_document(pronouns, nullptr))};
  for (const std::string& genre : genres) scores.push_back(accuracy(genre, by_document(pronouns, &genre)));
  return scores;
}

}  // namespace casus
