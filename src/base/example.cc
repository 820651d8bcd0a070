#include "base/example.h"

#include <algorithm>
#include <charconv>
#include <cstddef>

#include <fmt/format.h>

#include "base/text.h"

namespace simrules {
namespace {

constexpr std::string_view kOpen = "{{";
constexpr std::string_view kTimes = " * ";
constexpr std::string_view kClose = "}}";
constexpr std::size_t kShownTimes = 3;

std::string times(std::string_view text, std::size_t count) {
  std::string all;
  for (std::size_t i = 0; i < count; ++i) all += text;
  return all;
}

/// Copies an example and puts `write(text, count)` in the place of each repeated text.
template <class Write>
std::string replace_repeats(std::string_view example, Write write) {
  std::string all;
  while (true) {
    const std::size_t open = example.find(kOpen);
    const std::size_t star = example.find(kTimes, open);
    const std::size_t close = example.find(kClose, star);
    if (close == std::string_view::npos) return all.append(example);
    const std::string_view number = example.substr(open + kOpen.size(), star - open - kOpen.size());
    std::size_t count = 0;
    std::from_chars(number.data(), number.data() + number.size(), count);
    const std::size_t text = star + kTimes.size();
    all += example.substr(0, open);
    all += write(example.substr(text, close - text), count);
    example.remove_prefix(close + kClose.size());
  }
}

}  // namespace

std::string expanded_example(std::string_view example) { return replace_repeats(example, times); }

std::vector<std::string> shown_example(std::string_view example) {
  const std::string brief = replace_repeats(example, [](std::string_view text, std::size_t count) {
    return fmt::format("{}… ({} times)", times(text, kShownTimes), count);
  });
  std::vector<std::string> lines;
  for (std::string_view rest = brief; !rest.empty();) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    lines.push_back(printable(rest.substr(0, end)));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return lines;
}

}  // namespace simrules
