// Ids as they are written: a letter for the list and the place in it, from one ("a1").
#pragma once

#include <string>

#include "casus/record.h"

namespace casus {

template <class Item>
inline constexpr char kIdLetter = '?';
template <>
inline constexpr char kIdLetter<Actor> = 'a';
template <>
inline constexpr char kIdLetter<Statement> = 's';
template <>
inline constexpr char kIdLetter<Event> = 'e';
template <>
inline constexpr char kIdLetter<Situation> = 'u';
template <>
inline constexpr char kIdLetter<Contact> = 'k';
template <>
inline constexpr char kIdLetter<Claim> = 'c';
template <>
inline constexpr char kIdLetter<Commitment> = 'o';

template <class Item>
std::string id_text(Id<Item> id) {
  static_assert(kIdLetter<Item> != '?', "a list of the record without a letter");
  return kIdLetter<Item> + std::to_string(id.index + 1);
}

}  // namespace casus
