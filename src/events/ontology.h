// The coding schemes as data: types and modes (PLOVER's, or a codebook's), CAMEO's codes, and what becomes of an event inside another.
// Files: rules/ontology/.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "casus/record.h"
#include "casus/result.h"
#include "events/codebook_folder.h"

namespace casus {

// active: needed but in a passive, which need not say who did it.
enum class Need { free, needed, active };
// Whose place an event in the complement fills as the outer event's recipient; purpose: whom a clause of purpose names ("sent doctors to
// help B").
enum class FromComplement { none, actors, recipients, purpose };

// Whether somebody political must be among those who do it or to whom it is done.
enum class Parties { any, political };

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
  Parties parties = Parties::any;
  bool by_words = false;         // two of the same parties are one only where they say the same
  bool told_in_present = false;  // the simple present tells an act and no habit ("accuses")
  std::vector<ModeFacts> modes;
};

// Type and mode are empty where the code is none of the ontology's events (a comment, an appeal; any code where a codebook has other
// types).
struct CameoFacts {
  double goldstein = 0;
  std::string type;
  std::string mode;
};

// What an outer event (or the future) makes of an inner one. Empty mode and cameo: as they were.
struct Embedding {
  std::string type;
  std::string mode;
  std::string cameo;
  bool absorbed = false;         // the inner event is part of the outer one
  std::optional<Status> status;  // of an inner event that stays
  std::string place;             // file and line
};

class Ontology {
 public:
  // `folder` is rules/ontology. Errors name file and line.
  static Result<Ontology> load(const std::string& folder, const std::optional<CodebookFolder>& codebook = {});

  using Types = std::map<std::string, TypeFacts, std::less<>>;  // by name

  const Types& types() const { return types_; }
  // Null where there is none of that name.
  const TypeFacts* type(std::string_view name) const;
  const ModeFacts* mode(std::string_view type, std::string_view mode) const;
  const CameoFacts* cameo(std::string_view code) const;
  bool has_context(std::string_view name) const { return contexts_.contains(name); }
  // By its sectors; whose sector is not known may be.
  bool is_political(const Actor& actor) const;
  // Fills quad, scores and, where it has none, the CAMEO code.
  void complete(Event& event) const;

  // Null where the event stays what it is.
  const Embedding* embed(std::string_view outer, std::string_view inner, std::string_view inner_mode) const;
  const Embedding* in_future(std::string_view inner, std::string_view inner_mode) const;
  const Embedding* in_negated_future(std::string_view inner, std::string_view inner_mode) const;

 private:
  struct Row {
    std::string outer;
    std::string inner;  // "*" is any
    std::string mode;   // "*" is any
    Embedding result;
  };

  struct CameoRow {
    CameoFacts facts;
    std::string place;  // file and line
  };

  const Embedding* find(std::string_view outer, std::string_view inner, std::string_view mode) const;
  std::optional<Error> load_cameo(const std::string& file, bool codes_events);
  std::optional<Error> load_types(const std::string& file);
  std::optional<Error> load_sectors(const std::string& file);
  std::optional<Error> load_modes(const std::string& file);
  std::optional<Error> load_contexts(const std::string& file);
  std::optional<Error> load_embedding(const std::string& file);
  std::optional<Error> check_cameo() const;

  Types types_;
  std::map<std::string, CameoRow, std::less<>> cameo_;  // by code
  std::set<std::string, std::less<>> contexts_;
  std::map<std::string, bool, std::less<>> sectors_;  // whether political
  std::vector<Row> embeddings_;
};

}  // namespace casus
