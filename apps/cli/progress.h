// A bar on a terminal's standard error: how much of the files has been read, and how many reports.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>

namespace casus {

// "  42 %  ██████████▌                    1,234 reports", at most `columns` wide.
std::string progress_line(std::uint64_t bytes, std::uint64_t total, std::uint64_t reports, std::size_t columns);

class Progress {
 public:
  // Nothing is ever shown where the total is 0.
  explicit Progress(std::uint64_t total_bytes);

  // After each report. Draws ten times a second at most, and nothing once all is read.
  void show(std::uint64_t bytes);
  // Before anything else is printed.
  void clear();

 private:
  using Clock = std::chrono::steady_clock;

  std::uint64_t total_;
  bool drawn_ = false;
  std::uint64_t reports_ = 0;
  Clock::time_point next_ = {};
};

}  // namespace casus
