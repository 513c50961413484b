// Names against files of BIO tags: exact spans, as in the CoNLL 2003 shared task.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "casus/result.h"
#include "casus/span.h"
#include "evaluation/score.h"
#include "token/tokens.h"

namespace casus {

// The span counts tokens of its sentence.
struct LabelledSpan {
  TokenRange range;
  std::string label;  // "PER", "ORG", "LOC", "MISC"
  auto operator<=>(const LabelledSpan&) const = default;
};

struct NamedSentence {
  std::string id;  // empty where the file has none
  std::vector<std::string> forms;
  std::vector<LabelledSpan> names;
};

// Lines "form TAB tag", a blank line after each sentence, "# sent_id = ..." before it; tags O, B-PER, I-PER, and so on. An I that
// continues nothing begins a name, as in the shared task's scorer. Errors name `origin` and the line.
Result<std::vector<NamedSentence>> read_bio(std::string_view text, std::string_view origin);

// A span counts if both ends and the label agree. One line a label, then all of them. Where the gold has no MISC at all the
// prediction's are left out. Units of the interval are sentences. Both lists are as long.
std::vector<Score> score_names(const std::vector<NamedSentence>& gold, const std::vector<std::vector<LabelledSpan>>& predicted);

}  // namespace casus
