#include "output.h"

#include <gtest/gtest.h>

#include <filesystem>

namespace casus {
namespace {

TEST(Output, SaysWhatCannotBeWritten) {
  const auto output = Output::open(::testing::TempDir() + "/no/such/folder/file");
  ASSERT_FALSE(output);
  EXPECT_NE(output.error().message.find("file: cannot be written: No such file or directory: create"), std::string::npos);
}

TEST(Output, AFullDiskIsAnError) {
  if (!std::filesystem::exists("/dev/full")) GTEST_SKIP() << "no /dev/full";
  auto output = Output::open("/dev/full");
  ASSERT_TRUE(output);
  EXPECT_FALSE(output->write("text"));
  EXPECT_FALSE(output->write("text"));
  EXPECT_FALSE(output->close());
  ASSERT_TRUE(output->error());
  EXPECT_NE(output->error()->message.find("No space left"), std::string::npos);
}

}  // namespace
}  // namespace casus
