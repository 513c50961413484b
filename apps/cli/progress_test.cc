#include "progress.h"

#include <gtest/gtest.h>

#include "format/styled_text.h"

namespace casus {
namespace {

TEST(Progress, ALineSaysHowFarItIs) {
  EXPECT_EQ(progress_line(0, 100, 0, 60), "   0 %                                            0 reports");
  EXPECT_EQ(progress_line(50, 100, 1, 33), "  50 %  ███████▌         1 report");
  EXPECT_EQ(progress_line(100, 100, 1234567, 40), " 100 %  █████████████  1,234,567 reports");
  EXPECT_EQ(progress_line(200, 100, 1, 20), " 100 %  ██  1 report");
}

TEST(Progress, ItFits) {
  for (std::size_t columns = 1; columns < 120; ++columns)
    for (std::uint64_t bytes = 0; bytes <= 1000; bytes += 37)
      EXPECT_LE(StyledText(progress_line(bytes, 1000, bytes * bytes, columns)).columns(), columns);
}

}  // namespace
}  // namespace casus
