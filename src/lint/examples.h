// The examples of the lexicon's rows, read with the whole engine.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "casus/casus.h"
#include "events/lexicon.h"

namespace casus {

struct Example {
  std::string place;  // file and line
  std::string text;
  std::string expected;
};

// Of frames and operators, in the order of the files.
std::vector<Example> examples_of(const Lexicon& lexicon);

// What came out instead, as lines for people; nothing where the example comes out as expected.
std::optional<std::string> fault_of(const Example& example, const Engine& engine);

}  // namespace casus
