#include "base/threads/parallel.h"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

namespace simrules {
namespace {

TEST(Parallel, every_index_is_worked_on_once_by_a_thread_below_the_number_of_jobs) {
  for (const std::size_t jobs : {0U, 1U, 2U, 7U}) {
    for (const std::size_t count : {0U, 1U, 5U, 1000U}) {
      std::vector<std::atomic<int>> calls(count);
      std::atomic<bool> fits = true;
      for_each_index(count, Jobs{jobs}, "calls", [&](std::size_t index, std::size_t thread) {
        ++calls[index];
        if (thread != 0 && thread >= jobs) fits = false;
      });
      for (const auto& each : calls) EXPECT_EQ(each, 1);
      EXPECT_TRUE(fits);
    }
  }
}

/// Keeps the last that it was told.
struct Heard final : Progress {
  void tell(std::string_view step, std::size_t done, std::size_t all) override {
    const std::lock_guard<std::mutex> hold(lock);
    most = std::max(most, done);
    told = std::string(step) + " of " + std::to_string(all);
    ++times;
  }
  void end() override { ++ends; }

  std::mutex lock;
  std::size_t ends = 0;
  std::size_t most = 0;
  std::size_t times = 0;
  std::string told;
};

TEST(Parallel, who_listens_hears_of_every_call) {
  for (const std::size_t threads : {1U, 4U}) {
    Heard heard;
    for_each_index(
        100, {.threads = threads, .progress = &heard}, "calls", [](std::size_t, std::size_t) {});
    EXPECT_EQ(heard.most, 100U);
    EXPECT_EQ(heard.times, 100U);
    EXPECT_EQ(heard.told, "calls of 100");
    EXPECT_EQ(heard.ends, 1U);
  }
}

TEST(Parallel, what_a_call_throws_is_passed_on) {
  for (const std::size_t jobs : {1U, 4U}) {
    const auto fail = [](std::size_t index, std::size_t) {
      if (index == 3) throw std::runtime_error("third");
    };
    EXPECT_THROW(for_each_index(100, Jobs{jobs}, "calls", fail), std::runtime_error);
  }
}

}  // namespace
}  // namespace simrules
