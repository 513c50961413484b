#include "progress.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>

#include "terminal.h"

namespace casus {
namespace {

constexpr auto kInterval = std::chrono::milliseconds(100);
constexpr std::size_t kWidestBar = 40;
constexpr std::uint64_t kEighths = 8;

std::string grouped(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t i = digits.size(); i > 3;) digits.insert(i -= 3, ",");
  return digits;
}

std::string bar(std::uint64_t bytes, std::uint64_t total, std::size_t width) {
  constexpr std::array<const char*, kEighths> parts = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
  const auto filled =
      static_cast<std::uint64_t>(static_cast<double>(bytes) / static_cast<double>(total) * static_cast<double>(width * kEighths));
  std::string text;
  for (std::uint64_t i = 0; i < filled / kEighths; ++i) text += "█";
  const bool partial = filled % kEighths > 0;
  text += parts[filled % kEighths];
  text.append(width - filled / kEighths - (partial ? 1 : 0), ' ');
  return text;
}

void print(const std::string& text) {
  std::fwrite(text.data(), 1, text.size(), stderr);
  std::fflush(stderr);
}

}  // namespace

std::string progress_line(std::uint64_t bytes, std::uint64_t total, std::uint64_t reports, std::size_t columns) {
  bytes = std::min(bytes, total);
  const std::string percent = std::to_string(static_cast<int>(static_cast<double>(bytes) / static_cast<double>(total) * 100));
  const std::string left = std::string(4 - std::min<std::size_t>(percent.size(), 3), ' ') + percent + " %  ";
  const std::string right = "  " + grouped(reports) + (reports == 1 ? " report" : " reports");
  if (left.size() + right.size() >= columns) return (left + right).substr(0, columns);
  return left + bar(bytes, total, std::min(kWidestBar, columns - left.size() - right.size())) + right;
}

Progress::Progress(std::uint64_t total_bytes) : total_(total_bytes) {}

void Progress::show(std::uint64_t bytes) {
  ++reports_;
  if (bytes >= total_ || Clock::now() < next_) return;
  next_ = Clock::now() + kInterval;
  drawn_ = true;
  print("\r" + progress_line(bytes, total_, reports_, columns_of(STDERR_FILENO).value_or(80) - 1) + "\x1b[K");
}

void Progress::clear() {
  if (!drawn_) return;
  drawn_ = false;
  next_ = {};
  print("\r\x1b[K");
}

}  // namespace casus
