// The learned second opinion on what happened: reads a word that may be a predicate with its place in the tree.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "casus/result.h"
#include "encoder/vectors.h"
#include "eventhead/event_proposals.h"
#include "syntax/parse.h"
#include "tensor/linear.h"
#include "tensor/scratch.h"
#include "tensor/weights_file.h"
#include "token/tokens.h"

namespace casus {

// docs/formats/model.md, "The event head", says what it reads.
class EventHead {
 public:
  // `file` is models/events.safetensors.
  static Result<EventHead> load(const WeightsFile& file);

  EventProposals propose(const Vectors& vectors, const Tokens& tokens, const Parse& parse, Scratch& scratch) const;

  // The numbers that the hidden layer reads of the word.
  std::vector<float> inputs(std::size_t token, const Vectors& vectors, const Tree& tree) const;

 private:
  // Which of a list of names are there, as numbers 0 and 1.
  class Indicator {
   public:
    explicit Indicator(const std::vector<std::string>& names);
    std::size_t size() const { return places_.size(); }
    bool knows(std::string_view name) const { return places_.contains(std::string(name)); }
    void mark(std::string_view name, float* first) const;

   private:
    std::unordered_map<std::string, std::size_t> places_;
  };
  struct Lists {
    Indicator upos, xpos, relation, child_relation, child_lemma, cases;
    std::size_t size() const;
  };
  struct Mode {
    std::size_t type = 0;
    std::string name;
  };

  EventHead(std::unordered_map<std::string, std::uint32_t> lemmas, StoredMatrix lexical, Lists lists, std::vector<std::string> types,
            std::vector<Mode> modes, Linear hidden, Linear event, Linear of_type, Linear of_mode);

  bool is_candidate(const Word& word) const;
  // Adds `weight` times the lemma's vector.
  void add_lemma(const std::string& lemma, float weight, float* out) const;
  void mark_tree(std::size_t token, const Tree& tree, float* out) const;
  EventProposal proposal(std::size_t token, float event, const float* types, const float* modes) const;

  std::unordered_map<std::string, std::uint32_t> lemmas_;
  StoredMatrix lexical_;
  Lists lists_;
  std::vector<std::string> types_;
  std::vector<Mode> modes_;
  Linear hidden_;
  Linear event_;
  Linear of_type_;
  Linear of_mode_;
};

}  // namespace casus
