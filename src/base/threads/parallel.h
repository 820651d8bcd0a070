#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>

namespace simrules {

/// Who hears how far long work is: from any thread, and often.
class Progress {
 public:
  virtual ~Progress() = default;

  /// Tells that `done` of `all` things of a step are done; the step names them: `files checked`.
  virtual void tell(std::string_view step, std::size_t done, std::size_t all) = 0;

  /// Tells that the step is over, when nobody tells of it any more.
  virtual void end() = 0;
};

/// How a run goes about many things: how many at once, how much of its input at all, and who hears how
/// far it is.
/// Shape: `progress` may be null: nobody does.
struct Jobs {
  std::size_t threads = 1;
  std::size_t most_files = 200'000;
  std::uintmax_t most_bytes = std::uintmax_t{2} << 30;
  Progress* progress = nullptr;

  /// How many threads there are at most, one at least: who gives each something of its own makes so many.
  std::size_t thread_count() const { return std::max<std::size_t>(threads, 1); }
};

/// Calls `work` once for each index below `count`, with the number of the thread that does it, which
/// is below that of the threads of `jobs`; returns when all is done. `step` names what is counted.
/// Errors: passes on what a call throws; then the calls that had not begun may be left out.
void for_each_index(std::size_t count,
                    const Jobs& jobs,
                    std::string_view step,
                    const std::function<void(std::size_t index, std::size_t thread)>& work);

}  // namespace simrules
