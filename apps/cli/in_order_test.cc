#include "in_order.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <memory>
#include <numeric>

namespace casus {
namespace {

// 0, 1, ... below `count`.
struct Numbers {
  std::size_t count;
  std::size_t at = 0;
  std::optional<std::size_t> operator()() { return at < count ? std::optional(at++) : std::nullopt; }
};

TEST(InOrder, ResultsComeInTheOrderOfTheInputs) {
  for (const std::size_t jobs : {1, 2, 3, 16}) {
    for (const std::size_t count : {0, 1, 2, 200}) {
      std::vector<std::size_t> taken;
      in_order(
          jobs, Numbers{count},
          [](std::size_t number) {
            std::this_thread::sleep_for(std::chrono::microseconds(number * 7919 % 200));
            return number;
          },
          [&](std::size_t number) {
            taken.push_back(number);
            return true;
          });
      std::vector<std::size_t> expected(count);
      std::iota(expected.begin(), expected.end(), std::size_t{0});
      EXPECT_EQ(taken, expected) << jobs << " jobs";
    }
  }
}

TEST(InOrder, FewAreOnTheirWay) {
  constexpr std::size_t kJobs = 4;
  std::atomic<std::size_t> given = 0;
  std::atomic<std::size_t> most = 0;
  std::size_t taken = 0;
  in_order(
      kJobs,
      [&]() -> std::optional<std::size_t> {
        if (given == 300) return std::nullopt;
        return given++;
      },
      [](std::size_t number) {
        // The first is the slowest: all others must wait for it.
        if (number == 0) std::this_thread::sleep_for(std::chrono::milliseconds(50));
        return number;
      },
      [&](std::size_t) {
        most = std::max<std::size_t>(most, given - taken);
        ++taken;
        return true;
      });
  EXPECT_EQ(taken, 300u);
  EXPECT_LE(most, kJobs * kAhead);
}

TEST(InOrder, StopsWhenNobodyWantsMore) {
  for (const std::size_t jobs : {1, 4}) {
    std::atomic<std::size_t> worked = 0;
    std::size_t taken = 0;
    in_order(
        jobs, Numbers{100000},
        [&](std::size_t number) {
          ++worked;
          return number;
        },
        [&](std::size_t) { return ++taken < 5; });
    EXPECT_EQ(taken, 5u);
    EXPECT_LE(worked, 5 + jobs * kAhead);
  }
}

TEST(InOrder, ResultsNeedNotBeCopied) {
  std::size_t sum = 0;
  in_order(
      3, Numbers{10}, [](std::size_t number) { return std::make_unique<std::size_t>(number); },
      [&](std::unique_ptr<std::size_t> number) {
        sum += *number;
        return true;
      });
  EXPECT_EQ(sum, 45u);
}

}  // namespace
}  // namespace casus
