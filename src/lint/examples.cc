#include "lint/examples.h"

#include "lint/expectation.h"

namespace casus {

std::vector<Example> examples_of(const Lexicon& lexicon) {
  std::vector<Example> examples;
  for (const Frame& frame : lexicon.frames()) examples.push_back({frame.place, frame.example, frame.expected});
  for (const Operator& entry : lexicon.operators())
    if (!entry.example.empty()) examples.push_back({entry.place, entry.example, entry.expected});
  return examples;
}

std::optional<std::string> fault_of(const Example& example, const Engine& engine) {
  const auto expectation = read_expectation(example.expected);
  if (!expectation) return example.place + ": cannot read '" + example.expected + "'";
  Report report;
  report.text = example.text;
  report.published = "2020-10-07";
  const auto record = engine.read(report);
  if (record && is_met(*expectation, *record)) return std::nullopt;
  std::string fault = example.place + ": " + example.text + "\n  expected " + example.expected;
  if (!record) return fault;
  for (const Event& event : record->events) fault += "\n  found    " + describe(event, *record) + "  (" + event.rule + ")";
  return fault;
}

}  // namespace casus
