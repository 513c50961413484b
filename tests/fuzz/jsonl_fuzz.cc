// Bytes -> reports, as standard input brings them: the reader ends, and each failure is one line.
#include <algorithm>
#include <sstream>

#include "document/reports.h"
#include "fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::istringstream input{std::string(as_text(data, size))};
  casus::ReportReader reader({"-"}, input);
  std::size_t reports = 0;
  while (const auto read = reader.next()) {
    require(++reports <= size + 1, "there are no more reports than bytes");
    if (read->report) continue;
    const std::string& message = read->report.error().message;
    require(!message.empty() && std::count(message.begin(), message.end(), '\n') == 0, "a failure is one line");
  }
  return 0;
}
