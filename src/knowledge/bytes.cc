#include "knowledge/bytes.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xxhash.h>

#include <cerrno>
#include <cstring>
#include <type_traits>
#include <unordered_map>

namespace casus {
namespace {

constexpr char kMagic[8] = {'c', 'a', 's', 'u', 's', '-', 'k', 'b'};
constexpr std::uint32_t kFormat = 1;
constexpr std::uint32_t kByteOrder = 0x01020304;
constexpr std::size_t kAlignment = 16;

struct Header {
  char magic[8];
  std::uint32_t byte_order;
  std::uint32_t format;
  std::uint64_t size;
  std::uint64_t checksum;  // XXH3 of all that follows it
  std::uint64_t tables_checksum;
  std::uint32_t lists;
  std::uint32_t layout;  // XXH3 of the records' sizes and numbers of members, its lower half
};
static_assert(sizeof(Header) == 48);
constexpr std::size_t kSummedFrom = offsetof(Header, tables_checksum);

struct ListPlace {
  std::uint64_t offset;
  std::uint32_t count;
  std::uint32_t record_size;
};

template <class T>
using Writable = std::span<T>;

std::size_t count_lists() {
  std::size_t count = 0;
  const Lists<View> lists{};
  each_list([&](const auto&) { ++count; }, lists);
  return count;
}

std::uint32_t layout_hash() {
  std::vector<std::uint32_t> sizes;
  const Lists<View> lists{};
  each_list(
      [&](const auto& list) {
        using Record = typename std::remove_cvref_t<decltype(list)>::value_type;
        sizes.push_back(sizeof(Record));
        sizes.push_back(std::tuple_size_v<std::remove_cvref_t<decltype(members_of_record<Record>)>>);
      },
      lists);
  return static_cast<std::uint32_t>(XXH3_64bits(sizes.data(), sizes.size() * sizeof(sizes[0])));
}

template <class L>
auto& list_of(L& lists, const Term*) {
  return lists.terms;
}
template <class L>
auto& list_of(L& lists, const TreatyParty*) {
  return lists.treaty_parties;
}
template <class L>
auto& list_of(L& lists, const TreatyDuty*) {
  return lists.treaty_duties;
}
template <class L>
auto& list_of(L& lists, const Text*) {
  return lists.texts;
}

template <class Record, class Visit>
void each_member(Visit visit) {
  std::apply([&](auto... members) { (visit(members), ...); }, members_of_record<Record>);
}

std::uint64_t checksum_of(std::span<const std::byte> bytes) { return XXH3_64bits(bytes.data() + kSummedFrom, bytes.size() - kSummedFrom); }

// Strings once each, in the order in which they are first met.
class Pool {
 public:
  void add(std::string_view text) {
    if (!text.empty() && places_.emplace(text, size_).second) {
      strings_.push_back(text);
      size_ += text.size();
    }
  }
  std::size_t size() const { return size_; }
  std::size_t place(std::string_view text) const { return places_.at(text); }
  void write(char* out) const {
    for (const std::string_view text : strings_) {
      std::memcpy(out, text.data(), text.size());
      out += text.size();
    }
  }

 private:
  std::unordered_map<std::string_view, std::size_t> places_;
  std::vector<std::string_view> strings_;
  std::size_t size_ = 0;
};

void collect(Pool& pool, const Text& text) { pool.add(text); }
template <class Other>
void collect([[maybe_unused]] Pool& pool, [[maybe_unused]] const Other& record) {
  each_member<Other>([&](auto member) { collect(pool, record.*member); });
}

// Writes one record into bytes that are zero, member by member, so that what lies between them stays zero.
class Copier {
 public:
  Copier(const Lists<Vector>& from, const Lists<Writable>& to, const Pool& pool) : from_(from), to_(to), pool_(pool) {}

  template <class T>
  void copy(T& out, const T& in) const {
    if constexpr (std::tuple_size_v < std::remove_cvref_t < decltype(members_of_record<T>) >>> 0)
      each_member<T>([&](auto member) { copy(out.*member, in.*member); });
    else out = in;
  }
  void copy(Text& out, const Text& in) const {
    if (!in.empty()) out = std::string_view(to_.letters.data() + pool_.place(in), in.size());
  }
  template <class T>
  void copy(NearList<T>& out, const NearList<T>& in) const {
    if (in.empty()) return;
    const auto& items = list_of(from_, in.data());
    out = std::span<const T>(list_of(to_, in.data())).subspan(static_cast<std::size_t>(in.data() - items.data()), in.size());
  }

 private:
  const Lists<Vector>& from_;
  const Lists<Writable>& to_;
  const Pool& pool_;
};

// Looks at every member of every record; remembers whether all were sound.
class Inspector {
 public:
  explicit Inspector(const Lists<View>& lists) : lists_(lists) {}

  bool sound() const { return sound_; }
  void require(bool holds) { sound_ = sound_ && holds; }

  void inspect(const std::uint32_t&) {}
  void inspect(const std::uint64_t&) {}
  void inspect(const double&) {}
  void inspect(const Text& text) { inside(text.view(), lists_.letters); }
  void inspect(const Fact& fact) { require(fact.table < lists_.tables.size() && fact.source < lists_.sources.size()); }
  void inspect(const bool& value) {
    unsigned char byte;
    std::memcpy(&byte, &value, 1);
    require(byte <= 1);
  }
  void inspect(const Sense& value) { require(value <= Sense::nominal); }
  void inspect(const NominalKind& value) { require(value <= NominalKind::opponent); }
  void inspect(const Gender& value) { require(value <= Gender::female); }
  void inspect(const MembershipStatus& value) { require(value <= MembershipStatus::co_chair); }
  void inspect(const Duty& value) { require(value <= Duty::access); }
  void inspect(const ActorKind& value) { require(value >= ActorKind::person && value <= ActorKind::role); }
  template <class T>
  void inspect(const NearList<T>& items) {
    inside(items, list_of(lists_, items.data()));
  }
  template <class Record>
  requires std::is_class_v<Record>
  void inspect(const Record& record) {
    each_member<Record>([&](auto member) { inspect(record.*member); });
  }

  // A table of slots ends every search: one slot at least is free.
  template <class Value>
  void inspect_slots(std::span<const KeySlot> slots, std::span<const Value> values) {
    bool free = slots.empty();
    for (const KeySlot& slot : slots) {
      free = free || slot.count == 0;
      require(slot.first <= values.size() && slot.count <= values.size() - slot.first);
    }
    require(free);
  }

  void inspect_rows(std::span<const NamedRow> names, std::size_t rows) {
    for (const NamedRow& name : names) require(name.row < rows);
  }

  void inspect_entries() {
    for (const Entry& entry : lists_.entries) {
      if (entry.sense <= Sense::seat) require(entry.row < lists_.states.size());
      else if (entry.sense <= Sense::organisation_adjective) require(entry.row < lists_.organisations.size());
      else if (entry.sense <= Sense::territory_adjective) require(entry.row < lists_.territories.size());
      else if (entry.sense == Sense::office) require(entry.row < lists_.titles.size());
      else require(entry.row < lists_.nominals.size());
    }
  }

 private:
  template <class Range, class T>
  void inside(const Range& range, std::span<const T> whole) {
    if (range.empty()) return;
    const auto start = reinterpret_cast<std::uintptr_t>(range.data());
    const auto first = reinterpret_cast<std::uintptr_t>(whole.data());
    require(start >= first && start - first <= whole.size_bytes() && range.size() <= (whole.size_bytes() - (start - first)) / sizeof(T) &&
            (start - first) % sizeof(T) == 0);
  }

  const Lists<View>& lists_;
  bool sound_ = true;
};

bool is_sound(const Lists<View>& lists) {
  Inspector inspector(lists);
  inspector.require(lists.editions.size() == 1);
  each_list(
      [&](const auto& list) {
        using T = typename std::remove_cvref_t<decltype(list)>::value_type;
        if constexpr (std::is_class_v<T>)
          for (const auto& record : list) inspector.inspect(record);
      },
      lists);
  inspector.inspect_slots(lists.entry_slots, lists.entries);
  inspector.inspect_slots(lists.person_name_slots, lists.person_names);
  inspector.inspect_slots(lists.surname_slots, lists.surnames);
  inspector.inspect_slots(lists.name_word_slots, lists.name_words);
  inspector.inspect_slots(lists.place_name_slots, lists.place_names);
  inspector.inspect_rows(lists.person_names, lists.persons.size());
  inspector.inspect_rows(lists.surnames, lists.persons.size());
  inspector.inspect_rows(lists.name_words, lists.persons.size());
  inspector.inspect_rows(lists.place_names, lists.places.size());
  inspector.inspect_entries();
  // Else a name could be replaced for ever, or grow beyond bounds.
  for (const Spelling& spelling : lists.spelling)
    inspector.require(inspector.sound() && !spelling.from.empty() && spelling.to.size() <= 2 * spelling.from.size());
  for (const std::uint32_t row : lists.memberships_by_member) inspector.require(row < lists.memberships.size());
  return inspector.sound();
}

}  // namespace

void Bytes::Release::operator()(std::byte* start) const {
  if (mapped > 0) munmap(start, mapped);
  else operator delete[](start, std::align_val_t(kAlignment));
}

Bytes Bytes::zeroes(std::size_t size) {
  auto* const start = static_cast<std::byte*>(operator new[](size, std::align_val_t(kAlignment)));
  std::memset(start, 0, size);
  return {std::unique_ptr<std::byte[], Release>(start, Release{}), size};
}

Bytes Bytes::copy_of(std::string_view bytes) {
  Bytes copy = zeroes(bytes.size());
  std::memcpy(copy.data(), bytes.data(), bytes.size());
  return copy;
}

Result<Bytes> Bytes::map(const std::string& path) {
  const auto failure = [&](const std::string& what) { return Error{path + ": cannot be read: " + what + "; install casus again"}; };
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return failure(std::strerror(errno));
  struct stat status {};
  const bool regular = fstat(file, &status) == 0 && S_ISREG(status.st_mode);
  const auto size = static_cast<std::size_t>(status.st_size);
  if (!regular || size == 0) {
    ::close(file);
    if (regular) return zeroes(0);
    return failure("it is not a regular file");
  }
  // All of it is looked at when it is opened.
  void* mapped = mmap(nullptr, size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, file, 0);
  const int reason = errno;
  ::close(file);
  if (mapped == MAP_FAILED) return failure(std::strerror(reason));
  return Bytes(std::unique_ptr<std::byte[], Release>(static_cast<std::byte*>(mapped), Release{size}), size);
}

std::size_t slot_of(std::string_view key, std::size_t slots) {
  // The upper half of a product of 32 bits divides them evenly.
  return static_cast<std::size_t>(((XXH3_64bits(key.data(), key.size()) & 0xffffffff) * slots) >> 32);
}

Bytes lay_out(const Lists<Vector>& lists, std::uint64_t tables_checksum) {
  Pool pool;
  each_list(
      [&](const auto& list) {
        if constexpr (std::is_class_v<typename std::remove_cvref_t<decltype(list)>::value_type>)
          for (const auto& record : list) collect(pool, record);
      },
      lists);

  std::vector<ListPlace> places;
  std::size_t end = sizeof(Header) + count_lists() * sizeof(ListPlace);
  each_list(
      [&](const auto& list) {
        using T = typename std::remove_cvref_t<decltype(list)>::value_type;
        const std::size_t count = std::is_same_v<T, char> ? pool.size() : list.size();
        end = (end + kAlignment - 1) / kAlignment * kAlignment;
        places.push_back({end, static_cast<std::uint32_t>(count), sizeof(T)});
        end += count * sizeof(T);
      },
      lists);

  Bytes bytes = Bytes::zeroes(end);
  Lists<Writable> out;
  auto place = places.begin();
  each_list(
      [&](auto& list) {
        using T = typename std::remove_cvref_t<decltype(list)>::value_type;
        list = {reinterpret_cast<T*>(bytes.data() + place->offset), place->count};
        ++place;
      },
      out);
  pool.write(out.letters.data());
  const Copier copier(lists, out, pool);
  each_list(
      [&](const auto& from, const auto& to) {
        if constexpr (!std::is_same_v<typename std::remove_cvref_t<decltype(from)>::value_type, char>)
          for (std::size_t i = 0; i < from.size(); ++i) copier.copy(to[i], from[i]);
      },
      lists, out);

  Header header{.byte_order = kByteOrder,
                .format = kFormat,
                .size = end,
                .tables_checksum = tables_checksum,
                .lists = static_cast<std::uint32_t>(places.size()),
                .layout = layout_hash()};
  std::memcpy(header.magic, kMagic, sizeof kMagic);
  std::memcpy(bytes.data(), &header, sizeof header);
  std::memcpy(bytes.data() + sizeof header, places.data(), places.size() * sizeof(ListPlace));
  const std::uint64_t checksum = checksum_of(bytes.view());
  std::memcpy(bytes.data() + offsetof(Header, checksum), &checksum, sizeof checksum);
  return bytes;
}

Result<Lists<View>> open_lists(const Bytes& bytes, const std::string& origin) {
  const auto refuse = [&](const std::string& what) {
    return Error{origin + ": " + what + "; make it anew with casus kb build, or install casus again"};
  };
  const std::string_view text = bytes.text();
  Header header{};
  if (text.size() < sizeof header || text.substr(0, sizeof kMagic) != std::string_view(kMagic, sizeof kMagic))
    return refuse("is no knowledge base that casus compiled");
  std::memcpy(&header, text.data(), sizeof header);
  if (header.byte_order != kByteOrder) return refuse("was compiled on a machine with another order of bytes");
  if (header.format != kFormat) return refuse("has format " + std::to_string(header.format) + ", not " + std::to_string(kFormat));
  if (header.size != text.size())
    return refuse("is cut short or has been added to: " + std::to_string(text.size()) + " bytes of " + std::to_string(header.size));
  if (header.checksum != checksum_of(bytes.view())) return refuse("is damaged: its checksum is not that of its bytes");
  const std::size_t wanted = count_lists();
  if (header.lists != wanted || text.size() < sizeof header + wanted * sizeof(ListPlace))
    return refuse("holds " + std::to_string(header.lists) + " lists, not " + std::to_string(wanted));

  Lists<View> lists;
  bool fits = true;
  std::size_t index = 0;
  each_list(
      [&](auto& list) {
        using T = typename std::remove_cvref_t<decltype(list)>::value_type;
        ListPlace place{};
        std::memcpy(&place, text.data() + sizeof header + index++ * sizeof place, sizeof place);
        fits = fits && place.record_size == sizeof(T) && place.offset % kAlignment == 0 && place.offset <= text.size() &&
               place.count <= (text.size() - place.offset) / sizeof(T);
        if (fits) list = {reinterpret_cast<const T*>(text.data() + place.offset), place.count};
      },
      lists);
  if (!fits || !is_sound(lists)) return refuse("is not laid out as this version of casus wants it");
  return lists;
}

bool is_of_another_version(const Bytes& bytes) {
  Header header{};
  const std::string_view text = bytes.text();
  if (text.size() < sizeof header || !text.starts_with(std::string_view(kMagic, sizeof kMagic))) return false;
  std::memcpy(&header, text.data(), sizeof header);
  return header.byte_order == kByteOrder && (header.format != kFormat || header.lists != count_lists() || header.layout != layout_hash());
}

}  // namespace casus
