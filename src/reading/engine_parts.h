// What an Engine holds, for the program's own tools; not part of the public API.
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <vector>

#include "attribution/attribution_head.h"
#include "casus/casus.h"
#include "commitments/commitment_rules.h"
#include "commitments/instrument_rules.h"
#include "coreference/antecedent_head.h"
#include "encoder/encoder.h"
#include "eventhead/event_head.h"
#include "events/lexicon.h"
#include "events/ontology.h"
#include "factuality/factuality_head.h"
#include "knowledge/knowledge.h"
#include "ledgers/ledger_rules.h"
#include "names/names_head.h"
#include "places/place_rules.h"
#include "quantities/quantity_rules.h"
#include "situations/situation_rules.h"
#include "statements/cues.h"
#include "syntax/parser.h"
#include "tensor/scratch.h"
#include "timeplace/time_rules.h"
#include "token/token_rules.h"
#include "token/tokens.h"

namespace casus {

// Scratches that are not in use. Each thread that reads borrows one.
class ScratchPool {
 public:
  class Loan {
   public:
    Loan(ScratchPool& pool, std::unique_ptr<Scratch> scratch) : pool_(&pool), scratch_(std::move(scratch)) {}
    Loan(Loan&&) noexcept = default;
    Loan& operator=(Loan&&) = delete;
    ~Loan() {
      if (scratch_) pool_->take_back(std::move(scratch_));
    }
    Scratch& operator*() { return *scratch_; }

   private:
    ScratchPool* pool_;
    std::unique_ptr<Scratch> scratch_;
  };

  Loan borrow();

 private:
  void take_back(std::unique_ptr<Scratch> scratch);

  std::mutex mutex_;
  std::vector<std::unique_ptr<Scratch>> idle_;
};

struct Engine::Parts {
  std::string model_version;
  TokenRules token_rules;
  Encoder encoder;
  Parser parser;
  NamesHead names;
  AttributionHead attribution;
  FactualityHead factuality;
  AntecedentHead antecedents;
  std::optional<EventHead> event_head;  // none where a codebook has types of its own
  Knowledge knowledge;
  PlaceRules place_rules;
  TimeRules time_rules;
  QuantityRules quantities;
  Cues cues;
  std::optional<Codebook> codebook;
  Ontology ontology;
  Lexicon lexicon;
  LedgerRules ledgers;
  SituationRules situations;
  CommitmentRules commitments;
  InstrumentRules instruments;  // views the knowledge
  mutable ScratchPool scratches;
};

}  // namespace casus
