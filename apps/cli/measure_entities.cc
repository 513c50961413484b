#include <algorithm>
#include <filesystem>
#include <iterator>

#include "evaluation/entities.h"
#include "measuring.h"
#include "reading/engine_parts.h"

namespace casus {
namespace {

// A source's entities.json; of a folder, those of all sources in it.
Result<std::vector<std::string>> entity_files(const std::string& path) {
  if (!std::filesystem::is_directory(path)) return std::vector<std::string>{path};
  std::vector<std::string> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(path))
    if (entry.path().filename() == "entities.json") files.push_back(entry.path().string());
  std::sort(files.begin(), files.end());
  if (files.empty()) return Error{path + ": holds no entities.json: name the folder of re3d or of one of its sources"};
  return files;
}

struct EntityGold {
  std::vector<EntityDocument> documents;
  EntitiesById entities;
};

Result<EntityGold> read_entity_gold(const std::string& path) {
  const auto files = entity_files(path);
  if (!files) return files.error();
  EntityGold gold;
  for (const std::string& file : *files) {
    auto documents = parsed((std::filesystem::path(file).parent_path() / "documents.json").string(), read_entity_documents);
    if (!documents) return documents.error();
    auto entities = parsed(file, read_entities);
    if (!entities) return entities.error();
    std::move(documents->begin(), documents->end(), std::back_inserter(gold.documents));
    gold.entities.merge(*entities);
  }
  return gold;
}

std::string entity_type(NameKind kind) {
  switch (kind) {
    case NameKind::person:
      return "Person";
    case NameKind::organisation:
      return "Organisation";
    case NameKind::location:
      return "Location";
    default:
      return "";
  }
}

std::vector<Entity> entities_of(const EntityDocument& gold, const Engine& engine) {
  const Document document = document_with(gold.text);
  const Tokens tokens = split(document, engine.parts().token_rules);
  std::vector<Entity> entities;
  for (const Name& name : find_structure(tokens, engine.parts()).names.names)
    entities.push_back({.span = tokens.span(name.range), .type = entity_type(name.kind)});
  return entities;
}

}  // namespace

Tables measure_entities(const Gold& gold, const GetEngine& get_engine) {
  const auto expected = read_entity_gold(gold.path);
  if (!expected) return expected.error();
  EntitiesById found;
  if (gold.predicted.empty()) {
    const auto engine = get_engine();
    if (!engine) return engine.error();
    for (const EntityDocument& document : expected->documents) found[document.id] = entities_of(document, **engine);
  } else {
    auto predicted = parsed(gold.predicted, read_entities);
    if (!predicted) return predicted.error();
    found = *std::move(predicted);
  }
  return std::vector<ScoreTable>{
      {.title = "names, spans that overlap by half, from raw text, " + count(expected->documents.size(), "document"),
       .scores = score_entities(expected->documents, expected->entities, found)}};
}

}  // namespace casus
