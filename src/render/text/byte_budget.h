#pragma once

#include <cstddef>
#include <string_view>

namespace simrules {

/// The most of a message that a report shows: its quoted parts are cut by themselves, and this only stops a runaway.
inline constexpr std::size_t kMessageBytes = 4000;

/// Takes lines as long as there is room, and counts those that it leaves out.
/// Units: bytes.
class ByteBudget {
 public:
  explicit ByteBudget(std::size_t bytes) : left_(bytes) {}

  /// Tells whether the line fits beside what was taken before.
  bool take(std::string_view line) {
    const bool fits = line.size() <= left_;
    if (fits) left_ -= line.size();
    if (!fits) ++left_out_;
    return fits;
  }

  std::size_t left_out() const { return left_out_; }

 private:
  std::size_t left_;
  std::size_t left_out_ = 0;
};

}  // namespace simrules
