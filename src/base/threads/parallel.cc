#include "base/threads/parallel.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <new>
#include <system_error>
#include <thread>
#include <vector>

namespace simrules {

void for_each_index(std::size_t count,
                    const Jobs& jobs,
                    std::string_view step,
                    const std::function<void(std::size_t index, std::size_t thread)>& work) {
  std::atomic<std::size_t> next = 0;
  std::atomic<std::size_t> done = 0;
  std::exception_ptr failure;
  std::mutex failure_lock;
  const auto work_on = [&](std::size_t thread) {
    try {
      for (std::size_t i = next++; i < count; i = next++) {
        work(i, thread);
        ++done;
        if (jobs.progress != nullptr) jobs.progress->tell(step, done, count);
      }
    } catch (...) {
      const std::lock_guard<std::mutex> hold(failure_lock);
      failure = std::current_exception();
      next = count;
    }
  };
  {
    // Joins also where a thread cannot be started: that is too little memory.
    std::vector<std::jthread> threads;
    threads.reserve(std::min(jobs.threads, count));
    try {
      for (std::size_t i = 1; i < std::min(jobs.threads, count); ++i)
        threads.emplace_back(work_on, i);
      work_on(0);
    } catch (const std::system_error&) {
      next = count;
      throw std::bad_alloc();
    } catch (...) {
      next = count;
      throw;
    }
  }
  if (jobs.progress != nullptr) jobs.progress->end();
  if (failure) std::rethrow_exception(failure);
}

}  // namespace simrules
