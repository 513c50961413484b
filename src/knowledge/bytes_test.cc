#include "knowledge/bytes.h"

#include <gtest/gtest.h>
#include <xxhash.h>

#include <cstring>

#include "knowledge/compile.h"

namespace casus {
namespace {

// The tests run in the project's root.
Bytes compiled(const std::string& folder) {
  const auto tables = Tables::read(folder);
  if (!tables) throw std::runtime_error(tables.error().message);
  auto made = compile(*tables);
  if (const auto* errors = std::get_if<std::vector<std::string>>(&made)) throw std::runtime_error(errors->front());
  return std::move(std::get<Bytes>(made));
}

const std::string& small_world() {
  static const std::string bytes(compiled("tests/data/knowledge").text());
  return bytes;
}

std::string error_of(std::string_view bytes) {
  const auto opened = Knowledge::from_bytes(bytes, "x.kb");
  return opened ? "" : opened.error().message;
}

// The checksum (docs/formats/knowledge.md) made right again, so that what it guards is looked at.
std::string with_checksum(std::string bytes) {
  const std::uint64_t sum = XXH3_64bits(bytes.data() + 32, bytes.size() - 32);
  std::memcpy(bytes.data() + 24, &sum, sizeof sum);
  return bytes;
}

// Looks up what there is, in all ways.
void use(const Knowledge& knowledge) {
  for (const char* name : {"estmark", "kessel", "prime minister", "isles"}) {
    for (const Entry& entry : knowledge.find(name)) (void)entry.period.contains("2020");
    (void)knowledge.longest_key(name);
  }
  for (const char* name : {"Aske", "Jon Aske", "Maren Tolk", "Lutz"}) {
    for (const KnownPerson* person : knowledge.persons_named(name)) (void)person->term_at("2020-01-01");
    for (const KnownPerson* person : knowledge.persons_by_surname(name)) (void)person->terms_at("");
    (void)knowledge.places_named(name);
  }
  (void)knowledge.treaties_between("EST", "VOR", "2000-01-01");
  (void)knowledge.memberships_of("EST", "2000-01-01");
  (void)knowledge.gender_of_given_name("jon");
  (void)knowledge.is_demonym_of("Estish", "Estmark");
}

TEST(Bytes, TheSameTablesGiveTheSameBytes) {
  EXPECT_EQ(compiled("tests/data/knowledge").text(), small_world());
  EXPECT_TRUE(compiled("kb").text() == compiled("kb").text());
}

TEST(Bytes, RoundTrip) {
  EXPECT_EQ(error_of(small_world()), "");
  const auto knowledge = Knowledge::from_bytes(small_world(), "x.kb");
  EXPECT_EQ(knowledge->bytes(), small_world());
}

TEST(Bytes, EveryFlippedByteIsSeen) {
  for (std::size_t i = 0; i < small_world().size(); ++i) {
    std::string bytes = small_world();
    bytes[i] = static_cast<char>(bytes[i] ^ 0x40);
    ASSERT_NE(error_of(bytes), "") << i;
  }
}

// Whoever makes the checksum fit can say wrong things, but make nothing be read that is not there.
TEST(Bytes, NoFlippedByteLeadsOutside) {
  std::size_t refused = 0;
  for (std::size_t i = 0; i < small_world().size(); ++i)
    for (const char flip : {'\x01', '\x40', '\xff'}) {
      std::string bytes = small_world();
      bytes[i] = static_cast<char>(bytes[i] ^ flip);
      const auto opened = Knowledge::from_bytes(with_checksum(std::move(bytes)), "x.kb");
      if (opened) use(*opened);
      else ++refused;
    }
  EXPECT_GT(refused, small_world().size() / 10);
}

TEST(Bytes, EveryCutIsSeen) {
  for (std::size_t size = 0; size < small_world().size(); size += size < 1000 ? 1 : 97)
    ASSERT_NE(error_of(small_world().substr(0, size)), "");
  EXPECT_NE(error_of(small_world() + "x"), "");
}

TEST(Bytes, RefusalsAreOneLineThatSaysWhatToDo) {
  const std::string remedy = "; make it anew with casus kb build, or install casus again";
  EXPECT_EQ(error_of(""), "x.kb: is no knowledge base that casus compiled" + remedy);
  EXPECT_EQ(error_of(std::string(1000, 'x')), "x.kb: is no knowledge base that casus compiled" + remedy);
  EXPECT_EQ(error_of(small_world().substr(0, 1000)),
            "x.kb: is cut short or has been added to: 1000 bytes of " + std::to_string(small_world().size()) + remedy);
  std::string other = small_world();
  other[12] = 9;
  EXPECT_EQ(error_of(other), "x.kb: has format 9, not 1" + remedy);
  other = small_world();
  std::swap(other[8], other[11]);
  EXPECT_EQ(error_of(other), "x.kb: was compiled on a machine with another order of bytes" + remedy);
  other = small_world();
  other.back() ^= 1;
  EXPECT_EQ(error_of(other), "x.kb: is damaged: its checksum is not that of its bytes" + remedy);
}

TEST(Bytes, AFileOfAnotherVersionIsToldFromABrokenOne) {
  std::string other = small_world();
  other[44] ^= 1;
  EXPECT_TRUE(is_of_another_version(Bytes::copy_of(other)));
  EXPECT_FALSE(is_of_another_version(Bytes::copy_of(small_world())));
  EXPECT_FALSE(is_of_another_version(Bytes::copy_of("something else")));
}

TEST(Near, ACopyMeasuresItsDistanceAnew) {
  const std::string word = "word";
  Text text = std::string_view(word);
  const auto copies = std::make_unique<std::vector<Text>>(1000, text);
  EXPECT_EQ(copies->back(), "word");
  text = copies->back();
  EXPECT_EQ(text, word);
  EXPECT_EQ(Text(), "");
  EXPECT_LT(Text("a"), "b");
  EXPECT_EQ("word" == text, true);
}

}  // namespace
}  // namespace casus
