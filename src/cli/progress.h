#pragma once

#include <chrono>
#include <mutex>

#include "base/threads/parallel.h"

namespace simrules {

/// Says on one line of a terminal how far work is that takes more than a second: rewritten in place,
/// and erased when it ends. The clock decides when to draw, and nothing else.
class TerminalProgress final : public Progress {
 public:
  /// Tells whether somebody looks: standard error is a terminal that can erase a line, and no log.
  static bool is_seen();

  ~TerminalProgress() override;
  void tell(std::string_view step, std::size_t done, std::size_t all) override;
  void end() override;

 private:
  using Clock = std::chrono::steady_clock;

  std::mutex lock_;
  Clock::time_point next_ = Clock::now() + std::chrono::seconds(1);
  bool is_drawn_ = false;
};

}  // namespace simrules
