#include <future>
#include <optional>
#include <utility>

#include "casus/casus.h"
#include "reading/engine_parts.h"

namespace casus {

ScratchPool::Loan ScratchPool::borrow() {
  const std::lock_guard lock(mutex_);
  if (idle_.empty()) return {*this, std::make_unique<Scratch>()};
  auto scratch = std::move(idle_.back());
  idle_.pop_back();
  return {*this, std::move(scratch)};
}

void ScratchPool::take_back(std::unique_ptr<Scratch> scratch) {
  const std::lock_guard lock(mutex_);
  idle_.push_back(std::move(scratch));
}

Engine::Engine(std::unique_ptr<const Parts> parts) : parts_(std::move(parts)) {}
Engine::Engine(Engine&&) noexcept = default;
Engine& Engine::operator=(Engine&&) noexcept = default;
Engine::~Engine() = default;

Result<Engine> Engine::load(const EnginePaths& paths, Arithmetic arithmetic) {
  // Where the tables are not compiled yet, they take longer than the weights.
  auto loading = std::async(std::launch::async, [&] {
    return Knowledge::load({.folder = paths.knowledge, .file = paths.compiled_knowledge, .overlays = paths.overlays});
  });
  const auto weights = WeightsFile::open(paths.model, arithmetic);
  if (!weights) return weights.error();
  auto token_rules = TokenRules::load(paths.rules + "/tokens");
  if (!token_rules) return token_rules.error();
  auto encoder = Encoder::load(*weights);
  if (!encoder) return encoder.error();
  auto parser = Parser::load(*weights);
  if (!parser) return parser.error();
  auto names = NamesHead::load(*weights);
  if (!names) return names.error();
  auto attribution = AttributionHead::load(*weights);
  if (!attribution) return attribution.error();
  auto factuality = FactualityHead::load(*weights);
  if (!factuality) return factuality.error();
  auto antecedents = AntecedentHead::load(*weights);
  if (!antecedents) return antecedents.error();
  std::optional<EventHead> event_head;
  if (!paths.event_model.empty() && paths.codebook.empty()) {
    const auto event_weights = WeightsFile::open(paths.event_model, arithmetic);
    if (!event_weights) return event_weights.error();
    if (event_weights->version() != weights->version())
      return event_weights->error("reads vectors of the model " + event_weights->version() + ", and the model is " + weights->version());
    auto head = EventHead::load(*event_weights);
    if (!head) return head.error();
    event_head.emplace(*std::move(head));
  }
  auto knowledge = loading.get();
  if (!knowledge) return knowledge.error();
  auto place_rules = PlaceRules::load(paths.rules + "/places");
  if (!place_rules) return place_rules.error();
  auto time_rules = TimeRules::load(paths.rules + "/time");
  if (!time_rules) return time_rules.error();
  auto quantities = QuantityRules::load(paths.rules);
  if (!quantities) return quantities.error();
  auto cues = Cues::load(paths.rules + "/speech");
  if (!cues) return cues.error();
  std::optional<CodebookFolder> codebook;
  if (!paths.codebook.empty()) {
    auto opened = open_codebook(paths.codebook, paths.rules);
    if (!opened) return opened.error();
    codebook = *std::move(opened);
  }
  auto ontology = Ontology::load(paths.rules + "/ontology", codebook);
  if (!ontology) return ontology.error();
  auto lexicon = Lexicon::load(paths.rules + "/lexicon", *ontology, codebook);
  if (!lexicon) return lexicon.error();
  auto ledgers = LedgerRules::load(paths.rules + "/ledgers", *ontology, codebook);
  if (!ledgers) return ledgers.error();
  auto situations = SituationRules::load(paths.rules + "/situations", *ontology, codebook);
  if (!situations) return situations.error();
  auto commitments = CommitmentRules::load(paths.rules + "/commitments");
  if (!commitments) return commitments.error();
  auto instruments = InstrumentRules::load(paths.rules + "/commitments", *knowledge);
  if (!instruments) return instruments.error();
  // The pool's mutex keeps Parts where it is made.
  return Engine(std::unique_ptr<const Parts>(new Parts{.model_version = weights->version(),
                                                       .token_rules = *std::move(token_rules),
                                                       .encoder = *std::move(encoder),
                                                       .parser = *std::move(parser),
                                                       .names = *std::move(names),
                                                       .attribution = *std::move(attribution),
                                                       .factuality = *std::move(factuality),
                                                       .antecedents = *std::move(antecedents),
                                                       .event_head = std::move(event_head),
                                                       .knowledge = *std::move(knowledge),
                                                       .place_rules = *std::move(place_rules),
                                                       .time_rules = *std::move(time_rules),
                                                       .quantities = *std::move(quantities),
                                                       .cues = *std::move(cues),
                                                       .codebook = codebook ? std::optional(codebook->codebook) : std::nullopt,
                                                       .ontology = *std::move(ontology),
                                                       .lexicon = *std::move(lexicon),
                                                       .ledgers = *std::move(ledgers),
                                                       .situations = *std::move(situations),
                                                       .commitments = *std::move(commitments),
                                                       .instruments = *std::move(instruments),
                                                       .scratches = {}}));
}

std::string_view Engine::model_version() const { return parts_->model_version; }
std::string_view Engine::knowledge_version() const { return parts_->knowledge.version(); }

}  // namespace casus
