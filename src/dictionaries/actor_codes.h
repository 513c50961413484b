// Codes of actors in the older scheme, CAMEO, and in PLOVER's, which casus uses: what each three letters of a code stand for
// (rules/ontology/cameo_actors.tsv).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "casus/result.h"
#include "knowledge/knowledge.h"

namespace casus {

enum class CodeScheme { cameo, plover };

// What a code says, in PLOVER's letters and ISO 3166 alpha-3.
struct CodedActor {
  std::string state;
  std::string sphere;                   // "IGO", "NGO", "MNC", "IMG"
  bool is_sphere_within_state = false;  // "SYRNGO", not "NGOSYR"
  std::string organisation;             // the letters that stand for it: "UNO"
  std::string organisation_name;        // may be empty
  std::vector<std::string> sectors;
  std::string office;             // what somebody in the first sector may be called; may be empty
  bool is_group = false;          // a sector of bands rather than bodies
  std::vector<std::string> lost;  // letters that have no counterpart

  // As kb/organisations.tsv has it: "USAGOV", "IGOUNO".
  std::string code() const;
  bool is_former() const { return !sectors.empty() && sectors.front() == "ELI"; }
};

class ActorCodes {
 public:
  static Result<ActorCodes> load(const std::string& file);

  // `code`: letters and figures in threes.
  CodedActor read(std::string_view code, CodeScheme scheme, const Knowledge& knowledge) const;
  // The code of ours in that scheme; letters that CAMEO has nothing for are left out. May be empty.
  std::string write(std::string_view code, CodeScheme scheme) const;

 private:
  enum class Kind { state, sector, group, religion, sphere, organisation, region, none };
  enum class Direction { both, import, export_ };
  struct Letters {
    std::string cameo;
    Kind kind = Kind::none;
    std::string plover;
    Direction direction = Direction::both;
    std::string name;
  };

  const Letters* find(std::string_view triple, CodeScheme scheme, std::initializer_list<Kind> kinds) const;
  std::string state_of(std::string_view triple, CodeScheme scheme, const Knowledge& knowledge) const;
  void add(CodedActor& actor, std::string_view triple, CodeScheme scheme, const Knowledge& knowledge, bool is_second) const;

  std::vector<Letters> letters_;
};

}  // namespace casus
