// Bytes -> compiled knowledge base. Taken as a file they are refused with one line or open. Taken as changes (three bytes of place, one of
// value) to a sound file whose checksum is then made to fit, nothing outside the file is read, whatever is looked up.
#include <xxhash.h>

#include <algorithm>
#include <cstring>
#include <string>

#include "explanation/explain.h"
#include "fuzz.h"
#include "knowledge/knowledge.h"

namespace {

constexpr std::size_t kChecksum = 24;
constexpr std::size_t kSummedFrom = 32;

void open_and_use(const std::string& bytes) {
  const auto knowledge = casus::Knowledge::from_bytes(bytes, "input");
  if (!knowledge) {
    const std::string& message = knowledge.error().message;
    require(message.starts_with("input: ") && std::count(message.begin(), message.end(), '\n') == 0,
            "a refusal is one line with its origin");
    return;
  }
  for (const char* words : {"Estmark", "Vorish", "Kessel", "V.R.", "prime minister", "Aske", "Maren Tolk", "Lutz", "Grey Isles"})
    for (const char* date : {"", "2012-05-01"}) require(!casus::explain(*knowledge, words, date).empty(), "everything can be explained");
  (void)knowledge->treaties_between("EST", "VOR", "2000-01-01");
  (void)knowledge->members_of("organisation/pact", "2000-01-01");
  (void)knowledge->memberships_of("EST", "");
  (void)knowledge->gender_of_given_name("jon");
  (void)knowledge->is_demonym_of("Estish", "Estmark");
}

const std::string& sound_file() {
  static const auto loaded = casus::Knowledge::load(CASUS_TREE "/tests/data/knowledge");
  require(loaded.has_value(), "the small world loads");
  static const std::string bytes(loaded->bytes());
  return bytes;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  open_and_use(std::string(as_text(data, size)));
  std::string changed = sound_file();
  for (std::size_t i = 0; i + 4 <= size; i += 4)
    changed[(data[i] | data[i + 1] << 8 | data[i + 2] << 16) % changed.size()] = static_cast<char>(data[i + 3]);
  const std::uint64_t sum = XXH3_64bits(changed.data() + kSummedFrom, changed.size() - kSummedFrom);
  std::memcpy(changed.data() + kChecksum, &sum, sizeof sum);
  open_and_use(changed);
  return 0;
}
