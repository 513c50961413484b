// casus as a library: load an engine once, share it between threads, read reports into records.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "casus/arithmetic.h"
#include "casus/record.h"
#include "casus/result.h"

namespace casus {

// What is known of a report beside its text. Text and title are UTF-8; dates ISO 8601 days.
struct Report {
  std::string text;
  std::optional<std::string> id;
  std::optional<std::string> title;  // read as the text's first line
  std::optional<std::string> outlet;
  std::optional<std::string> url;
  std::optional<std::string> published;
  DateFrom published_from = DateFrom::metadata;
};

struct EnginePaths {
  std::string model;      // a .safetensors file, docs/formats/model.md
  std::string knowledge;  // the folder kb/
  std::string rules;      // the folder rules/
  // What `casus kb build` made of the folder kb/; where it is missing or older than the tables these are compiled in memory.
  std::string compiled_knowledge = {};
  // Folders in the form of kb/ whose rows add to, correct and remove ours; or one file that `casus kb build` made, which stands alone.
  std::vector<std::string> overlays = {};
  // The event head's weights, another such file; empty: events by the lexicon alone.
  std::string event_model = {};
  // A folder with types and frames of the user's own (docs/formats/codebook.md); empty: PLOVER, as in rules/.
  std::string codebook = {};
};

// Weights, knowledge and rules: loaded once, then immutable; any number of threads may read with one engine.
class Engine {
 public:
  static Result<Engine> load(const EnginePaths& paths, Arithmetic arithmetic = Arithmetic::int8);

  Engine(Engine&&) noexcept;
  Engine& operator=(Engine&&) noexcept;
  ~Engine();

  // Fails where the text is not UTF-8, holds NUL bytes or nothing to read, or is longer than 1 MiB; every other text gives a record.
  Result<Record> read(const Report& report) const;

  std::string_view model_version() const;
  std::string_view knowledge_version() const;

  struct Parts;
  const Parts& parts() const { return *parts_; }

 private:
  explicit Engine(std::unique_ptr<const Parts> parts);
  std::unique_ptr<const Parts> parts_;
};

// Where the installed or built program finds model, kb and rules: CASUS_DATA, else the build's or the install's data folder.
EnginePaths default_paths();

std::string_view version();

// The record as one line of JSON (schema/record-1.json), or indented by two spaces.
enum class Layout { one_line, indented };
std::string to_json(const Record& record, Layout layout = Layout::one_line);

}  // namespace casus
