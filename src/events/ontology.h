// The coding schemes as data: types and modes (PLOVER's, or a codebook's), CAMEO's codes, and what becomes of an event inside another.
// Files: rules/ontology/.
#pragma once

#include <map>
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

struct ModeFacts {
  std::string mode;
  std::optional<double> score;
  std::string cameo;
};

// A codebook may leave out quad class, score and CAMEO code (empty).
struct TypeFacts {
  std::optional<int> quad;  // 1 to 4
  std::optional<double> score;
  std::string cameo;
  Need actor = Need::free;
  Need recipient = Need::free;
  FromComplement complement = FromComplement::none;
  std::vector<ModeFacts> modes;
};

// What an outer event (or the future) makes of an inner one. Empty mode and cameo: as they were.
struct Embedding {
  std::string type;
  std::string mode;
  std::string cameo;
  bool absorbed = false;         // the inner event is part of the outer one
  std::optional<Status> status;  // of an inner event that stays
};

class Ontology {
 public:
  // `folder` holds types.tsv, modes.tsv, cameo.tsv and embedding.tsv. Errors name file and line.
  static Result<Ontology> load(const std::string& folder);

  using Types = std::map<std::string, TypeFacts, std::less<>>;  // by name

  const Types& types() const { return types_; }
  // Null where there is none of that name.
  const TypeFacts* type(std::string_view name) const;
  const ModeFacts* mode(std::string_view type, std::string_view mode) const;
  std::optional<double> goldstein(std::string_view cameo) const;
  // Fills quad, scores and, where it has none, the CAMEO code.
  void complete(Event& event) const;

  std::optional<Embedding> embed(std::string_view outer, std::string_view inner, std::string_view inner_mode) const;
  std::optional<Embedding> in_future(std::string_view inner, std::string_view inner_mode) const;
  std::optional<Embedding> in_negated_future(std::string_view inner, std::string_view inner_mode) const;

 private:
  struct Row {
    std::string outer;
    std::string inner;  // "*" is any
    std::string mode;   // "*" is any
    Embedding result;
  };

  std::optional<Embedding> find(std::string_view outer, std::string_view inner, std::string_view mode) const;
  std::optional<Error> load_types(const std::string& file);
  std::optional<Error> load_modes(const std::string& file);
  std::optional<Error> load_cameo(const std::string& file);
  std::optional<Error> load_embedding(const std::string& file);

  Types types_;
  std::unordered_map<std::string, double> goldstein_;
  std::vector<Row> embeddings_;
};

}  // namespace casus
