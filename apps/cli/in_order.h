// Work on a stream of inputs in several threads, with the results in the order of the inputs and few of either in memory.
//
// Workers take inputs one at a time, under a lock, as long as no more than `kAhead` times their number are on their way; a result
// waits in its slot until all before it were handed on. The calling thread does the handing on and nothing else.
#pragma once

#include <algorithm>
#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace casus {

inline constexpr std::size_t kAhead = 2;

// `next() -> optional<Input>` is called by one thread at a time, `work(Input) -> Made` by all of them, and `take(Made) -> bool` by
// the caller's thread; where it says false, no further inputs are taken. None of them may throw.
template <class Next, class Work, class Take>
void in_order(std::size_t jobs, Next next, Work work, Take take) {
  if (jobs <= 1) {
    while (auto input = next())
      if (!take(work(std::move(*input)))) return;
    return;
  }
  using Made = decltype(work(*next()));
  const std::size_t limit = jobs * kAhead;
  std::mutex source;
  std::mutex state;
  std::condition_variable changed;
  std::vector<std::optional<Made>> slots(limit);
  std::size_t taken = 0;
  std::size_t handed_on = 0;
  bool ended = false;

  const auto worker = [&] {
    for (;;) {
      std::unique_lock turn(source);
      {
        std::unique_lock lock(state);
        changed.wait(lock, [&] { return ended || taken - handed_on < limit; });
        if (ended) return;
      }
      auto input = next();
      std::size_t place = 0;
      {
        const std::lock_guard lock(state);
        if (!input) ended = true;
        if (!ended) place = taken++;
      }
      changed.notify_all();
      if (ended) return;
      turn.unlock();
      Made output = work(std::move(*input));
      {
        const std::lock_guard lock(state);
        slots[place % limit] = std::move(output);
      }
      changed.notify_all();
    }
  };

  std::vector<std::jthread> workers;
  for (std::size_t i = 0; i < jobs; ++i) workers.emplace_back(worker);
  for (;;) {
    std::optional<Made> output;
    {
      std::unique_lock lock(state);
      changed.wait(lock, [&] { return slots[handed_on % limit].has_value() || (ended && handed_on == taken); });
      if (ended && handed_on == taken) break;
      output = std::exchange(slots[handed_on % limit], std::nullopt);
    }
    const bool more = take(std::move(*output));
    {
      const std::lock_guard lock(state);
      ++handed_on;
      if (!more) ended = true;
    }
    changed.notify_all();
    if (!more) break;
  }
}

}  // namespace casus
