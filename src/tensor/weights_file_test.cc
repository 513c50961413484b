#include "tensor/weights_file.h"

#include <gtest/gtest.h>

#include <fstream>
#include <functional>

#include "tensor/model_file_for_tests.h"

namespace casus {
namespace {

ModelFileBuilder small_file() {
  ModelFileBuilder file;
  file.add_bytes("m", {2, 3}, {1, -2, 3, 4, 5, -127});
  file.add_floats("m.scale", {2}, {0.5f, 2.0f});
  file.add_floats("v", {4}, {1, 2, 3, 4});
  return file;
}

TEST(WeightsFile, ReadsMatricesVectorsAndMetadata) {
  const auto file = WeightsFile::from_bytes(small_file().bytes(), "memory");
  ASSERT_TRUE(file) << file.error().message;
  EXPECT_EQ(file->version(), "2000-01-01.1");
  EXPECT_EQ(file->config().hidden, 32u);
  EXPECT_EQ(file->config().shapes.size(), 9u);
  EXPECT_EQ(file->config().distances, (std::vector<std::size_t>{2, 3, 5, 9, 17, 33, 65, 129}));
  EXPECT_EQ(file->vocabulary().size(), 5u);
  EXPECT_EQ(file->labels("attribution").value(), (std::vector<std::string>{"O", "B", "I"}));
  EXPECT_EQ(file->matrix("m", 2, 3)->matrix().values, (std::vector<float>{0.5f, -1, 1.5f, 8, 10, -254}));
  EXPECT_EQ(file->vector("v", 4).value(), (std::vector<float>{1, 2, 3, 4}));
}

TEST(WeightsFile, ReadsFloatsAtAnyAlignment) {
  ModelFileBuilder builder;
  builder.add_bytes("odd", {1, 1}, {1});
  builder.add_floats("odd.scale", {1}, {1.0f});
  builder.add_floats("f", {1, 2}, {3.5f, -4.5f});
  const auto file = WeightsFile::from_bytes(builder.bytes(), "memory");
  ASSERT_TRUE(file) << file.error().message;
  EXPECT_EQ(file->matrix("f", 1, 2)->matrix().values, (std::vector<float>{3.5f, -4.5f}));
}

struct Damage {
  const char* name;
  std::function<std::string()> bytes;
  const char* message;  // a part of it
};

std::string with(const std::function<void(ModelFileBuilder&)>& change) {
  ModelFileBuilder file = small_file();
  change(file);
  return file.bytes();
}

std::string with_config(const char* from, const char* to) {
  return with([&](ModelFileBuilder& file) {
    std::string& config = file.metadata["config"];
    config.replace(config.find(from), std::strlen(from), to);
  });
}

TEST(WeightsFile, RefusesDamagedFilesWithOneLine) {
  const std::string sound = small_file().bytes();
  const std::string deep(1 << 20, '[');
  const std::vector<Damage> table = {
      {"empty", [] { return std::string(); }, "has only 0 bytes"},
      {"seven bytes", [] { return std::string(7, 'x'); }, "has only 7 bytes"},
      {"huge header", [] { return std::string(8, '\xff') + "{}"; }, "is not a safetensors file"},
      {"header beyond the end", [&] { return sound.substr(0, 60); }, "is cut short"},
      {"header alone", [&] { return sound.substr(0, sound.size() - 30); }, "is cut short: tensor m"},
      {"last byte missing", [&] { return sound.substr(0, sound.size() - 1); }, "is cut short: tensor"},
      {"a byte too much", [&] { return sound + "x"; }, "is damaged"},
      {"a flipped bit",
       [&] {
         std::string bytes = sound;
         bytes.back() = static_cast<char>(bytes.back() ^ 1);
         return bytes;
       },
       "is damaged: the checksum"},
      {"no JSON", [] { return ModelFileBuilder::join("{\"a\": ", ""); }, "not a JSON object"},
      {"a list", [] { return ModelFileBuilder::join("[1, 2]", ""); }, "not a JSON object"},
      {"deep nesting", [&] { return ModelFileBuilder::join(deep, ""); }, "not a JSON object"},
      {"not UTF-8", [] { return ModelFileBuilder::join("{\"\xff\": 1}", ""); }, "not a JSON object"},
      {"no metadata", [] { return ModelFileBuilder::join("{}", ""); }, "is not a casus model"},
      {"metadata a number", [] { return ModelFileBuilder::join("{\"__metadata__\": 3}", ""); }, "is not a casus model"},
      {"another format", [] { return with([](auto& f) { f.metadata["format"] = "casus-model-9"; }); }, "its format is 'casus-model-9'"},
      {"no checksum",
       [] {
         ModelFileBuilder f = small_file();
         return ModelFileBuilder::join(f.header(false), f.data());
       },
       "is damaged"},
      {"no version", [] { return with([](auto& f) { f.metadata.erase("version"); }); }, "names no version"},
      {"another type", [] { return with([](auto& f) { f.entry("v")["dtype"] = "BF16"; }); }, "tensor v has type \"BF16\""},
      {"no type", [] { return with([](auto& f) { f.entry("v").erase("dtype"); }); }, "tensor v has type null"},
      {"tensor a string", [] { return with([](auto& f) { f.entry("v") = "x"; }); }, "tensor v has type null"},
      {"shape of three", [] { return with([](auto& f) {
                                f.entry("v")["shape"] = {1, 2, 2};
                              }); }, "no shape of one or two"},
      {"shape of a word", [] { return with([](auto& f) { f.entry("v")["shape"] = "4"; }); }, "no shape of one or two"},
      {"negative size", [] { return with([](auto& f) { f.entry("v")["shape"] = {-4}; }); }, "has the size -4"},
      {"zero size", [] { return with([](auto& f) { f.entry("v")["shape"] = {0}; }); }, "has the size 0"},
      {"size overflow", [] { return with([](auto& f) {
                               f.entry("m")["shape"] = {std::uint64_t{1} << 63, 2};
                             }); }, "has the size"},
      {"fractional size", [] { return with([](auto& f) { f.entry("v")["shape"] = {4.5}; }); }, "has the size 4.5"},
      {"shape and bytes", [] { return with([](auto& f) { f.entry("v")["shape"] = {5}; }); }, "has 16 bytes where its shape [5] needs 20"},
      {"end before begin", [] { return with([](auto& f) {
                                  f.entry("v")["data_offsets"] = {30, 14};
                                }); }, "lies outside"},
      {"negative offset", [] { return with([](auto& f) {
                                 f.entry("v")["data_offsets"] = {-2, 14};
                               }); }, "lies outside"},
      {"huge offset", [] { return with([](auto& f) {
                             f.entry("v")["data_offsets"] = {14, ~std::uint64_t{0}};
                           }); }, "is cut short"},
      {"one offset", [] { return with([](auto& f) { f.entry("v")["data_offsets"] = {14}; }); }, "lies outside"},
      {"bytes after the last", [] { return with([](auto& f) { f.data() += "rest"; }); }, "has 4 bytes after its last tensor"},
      {"config no JSON", [] { return with([](auto& f) { f.metadata["config"] = "{"; }); }, "no sensible `hidden`"},
      {"config a list", [] { return with([](auto& f) { f.metadata["config"] = "[]"; }); }, "no sensible `hidden`"},
      {"hidden zero", [] { return with_config("\"hidden\":32", "\"hidden\":0"); }, "no sensible `hidden`"},
      {"hidden huge", [] { return with_config("\"hidden\":32", "\"hidden\":999999999"); }, "no sensible `hidden`"},
      {"eps negative", [] { return with_config("1e-12", "-1"); }, "no sensible `layer_norm_eps`"},
      {"distances missing", [] { return with_config("distances", "distant"); }, "no list `distances` of positive, rising"},
      {"distances empty", [] { return with_config("[2,3,5,9,17,33,65,129]", "[]"); }, "no list `distances`"},
      {"distances falling", [] { return with_config("[2,3,5", "[2,3,3"); }, "no list `distances`"},
      {"distance zero", [] { return with_config("[2,3,5", "[0,3,5"); }, "no list `distances`"},
      {"distance a fraction", [] { return with_config("[2,3,5", "[2,3.5,5"); }, "no list `distances`"},
      {"distance huge", [] { return with_config("129]", "999999999]"); }, "no list `distances`"},
      {"vocabulary of numbers", [] { return with([](auto& f) { f.metadata["vocabulary"] = "[1]"; }); }, "`vocabulary`"},
      {"vocabulary empty", [] { return with([](auto& f) { f.metadata["vocabulary"] = "[]"; }); }, "`vocabulary`"},
      {"labels a list", [] { return with([](auto& f) { f.metadata["labels"] = "[]"; }); }, "`labels`"},
      {"labels of numbers", [] { return with([](auto& f) { f.metadata["labels"] = R"({"upos":[1]})"; }); }, "labels of upos"},
  };
  for (const Damage& damage : table) {
    const auto file = WeightsFile::from_bytes(damage.bytes(), "broken.safetensors");
    ASSERT_FALSE(file) << damage.name;
    const std::string& message = file.error().message;
    EXPECT_EQ(message.rfind("broken.safetensors: ", 0), 0u) << damage.name << ": " << message;
    EXPECT_NE(message.find(damage.message), std::string::npos) << damage.name << ": " << message;
    EXPECT_NE(message.find("restore the model file"), std::string::npos) << damage.name << ": " << message;
    EXPECT_EQ(message.find('\n'), std::string::npos) << damage.name << ": " << message;
    EXPECT_LT(message.size(), 400u) << damage.name;
  }
}

TEST(WeightsFile, SurvivesEveryTruncationAndEveryFlippedByte) {
  const std::string sound = small_file().bytes();
  for (std::size_t size = 0; size < sound.size(); ++size) EXPECT_FALSE(WeightsFile::from_bytes(sound.substr(0, size), "f")) << size;
  for (std::size_t i = 0; i < sound.size(); ++i) {
    std::string bytes = sound;
    bytes[i] = static_cast<char>(bytes[i] ^ 0x15);
    const auto file = WeightsFile::from_bytes(bytes, "f");  // a change of a label or of the version cannot be noticed
    if (file) static_cast<void>(file->matrix("m", 2, 3));
  }
}

TEST(WeightsFile, ChecksTensorsWhenTheyAreAskedFor) {
  ModelFileBuilder builder = small_file();
  builder.add_bytes("bare", {1, 2}, {1, 2});
  builder.add_floats("nan", {2}, {1.0f, NAN});
  builder.add_floats("infinite", {1, 2}, {1.0f, INFINITY});
  const auto file = WeightsFile::from_bytes(builder.bytes(), "f");
  ASSERT_TRUE(file) << file.error().message;
  EXPECT_NE(file->matrix("none", 2, 3).error().message.find("has no tensor none"), std::string::npos);
  EXPECT_NE(file->matrix("m", 3, 2).error().message.find("has shape [2, 3] instead of [3, 2]"), std::string::npos);
  EXPECT_NE(file->matrix("v", 2, 2).error().message.find("has shape [4] instead of [2, 2]"), std::string::npos);
  EXPECT_NE(file->matrix("bare", 1, 2).error().message.find("has no tensor bare.scale"), std::string::npos);
  EXPECT_NE(file->vector("m", 6).error().message.find("type I8"), std::string::npos);
  EXPECT_NE(file->vector("nan", 2).error().message.find("not a number"), std::string::npos);
  EXPECT_NE(file->matrix("infinite", 1, 2).error().message.find("not a number"), std::string::npos);
  EXPECT_NE(file->labels("upos").error().message.find("no labels of upos"), std::string::npos);
}

TEST(WeightsFile, OpensFilesAndNamesThoseItCannot) {
  const std::string path = testing::TempDir() + "casus_weights_file_test.safetensors";
  std::ofstream(path, std::ios::binary) << small_file().bytes();
  EXPECT_TRUE(WeightsFile::open(path));
  std::ofstream(path, std::ios::binary | std::ios::trunc).flush();
  EXPECT_NE(WeightsFile::open(path).error().message.find(path + ": has only 0 bytes"), std::string::npos);
  std::remove(path.c_str());
  EXPECT_NE(WeightsFile::open(path).error().message.find("No such file"), std::string::npos);
  EXPECT_NE(WeightsFile::open(testing::TempDir()).error().message.find("not a regular file"), std::string::npos);
}

}  // namespace
}  // namespace casus
