// The coding schemes as data: PLOVER's types and modes, CAMEO's codes, and what becomes of an event inside another. Files: rules/ontology/.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "casus/record.h"
#include "casus/result.h"

namespace casus {

enum class Need { free, needed };
// Whose place an event in the complement fills as the outer event's recipient; purpose: whom a clause of purpose names ("sent doctors to
// help B").
enum class FromComplement { none, actors, recipients, purpose };

struct TypeFacts {
  int quad = 0;
  double score = 0;
  std::string cameo;
  Need actor = Need::free;
  Need recipient = Need::free;
  FromComplement complement = FromComplement::none;
};

struct ModeFacts {
  std::string mode;
  double score = 0;
  std::string cameo;
};

// What an outer event (or the future) makes of an inner one. Empty mode and cameo: as they were.
struct Embedding {
  EventType type = EventType::agree;
  std::string mode;
  std::string cameo;
  bool absorbed = false;         // the inner event is part of the outer one
  std::optional<Status> status;  // of an inner event that stays
};

class Ontology {
 public:
  // `folder` holds types.tsv, modes.tsv, cameo.tsv and embedding.tsv. Errors name file and line.
  static Result<Ontology> load(const std::string& folder);

  const TypeFacts& type(EventType type) const { return types_[static_cast<std::size_t>(type)]; }
  const ModeFacts* mode(EventType type, std::string_view mode) const;
  std::optional<double> goldstein(std::string_view cameo) const;
  // Fills quad, scores and, where it has none, the CAMEO code.
  void complete(Event& event) const;

  std::optional<Embedding> embed(EventType outer, EventType inner, std::string_view inner_mode) const;
  std::optional<Embedding> in_future(EventType inner, std::string_view inner_mode) const;
  std::optional<Embedding> in_negated_future(EventType inner, std::string_view inner_mode) const;

 private:
  struct Row {
    std::string outer;
    std::optional<EventType> inner;  // any
    std::string mode;                // "*" is any
    Embedding result;
  };

  std::optional<Embedding> find(std::string_view outer, EventType inner, std::string_view mode) const;
  std::optional<Error> load_types(const std::string& file);
  std::optional<Error> load_modes(const std::string& file);
  std::optional<Error> load_cameo(const std::string& file);
  std::optional<Error> load_embedding(const std::string& file);

  std::vector<TypeFacts> types_;
  std::vector<std::vector<ModeFacts>> modes_;  // by type
  std::unordered_map<std::string, double> goldstein_;
  std::vector<Row> embeddings_;
};

}  // namespace casus
