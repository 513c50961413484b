// The texts that gold files mark, read from the corpora, which stay where they are.
#pragma once

#include <string>
#include <vector>

#include "casus/span.h"
#include "measure.h"

namespace casus {

struct MarkedText {
  enum class Checksum { of_document, of_span };

  std::string source;    // a file below the folder of corpora
  std::string document;  // its id, as in gold/events/texts.py
  Span span;             // code points of the document
  std::string sha256;    // in UTF-8, hexadecimal
  Checksum checksum = Checksum::of_document;
};

// What the spans hold, in UTF-8, in the same order. Fails where --corpora is not given, a source lacks a document, or a text is not the
// one that was marked.
Result<std::vector<std::string>> texts_of(const std::vector<MarkedText>& marked, const Gold& gold);

}  // namespace casus
