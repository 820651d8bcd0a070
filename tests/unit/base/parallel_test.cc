#include "base/threads/parallel.h"

#include <atomic>
#include <stdexcept>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace simrules {
namespace {

TEST(Parallel, every_index_is_worked_on_once_by_a_thread_below_the_number_of_jobs) {
  for (const std::size_t jobs : {0U, 1U, 2U, 7U}) {
    for (const std::size_t count : {0U, 1U, 5U, 1000U}) {
      std::vector<std::atomic<int>> calls(count);
      std::atomic<bool> fits = true;
      for_each_index(count, jobs, [&](std::size_t index, std::size_t thread) {
        ++calls[index];
        if (thread != 0 && thread >= jobs) fits = false;
      });
      for (const auto& each : calls) EXPECT_EQ(each, 1);
      EXPECT_TRUE(fits);
    }
  }
}

TEST(Parallel, what_a_call_throws_is_passed_on) {
  for (const std::size_t jobs : {1U, 4U}) {
    const auto fail = [](std::size_t index, std::size_t) {
      if (index == 3) throw std::runtime_error("third");
    };
    EXPECT_THROW(for_each_index(100, jobs, fail), std::runtime_error);
  }
}

}  // namespace
}  // namespace simrules
