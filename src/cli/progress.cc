#include "cli/progress.h"

#include <cstdio>
#include <cstdlib>
#include <string>

#include <fmt/format.h>
#include <unistd.h>

namespace simrules {
namespace {

/// How often the line is drawn.
constexpr std::chrono::milliseconds kPause(100);

/// Source: ECMA-48, EL.
constexpr const char* kErase = "\r\x1b[K";

std::string_view value_of(const char* variable) {
  const char* value = std::getenv(variable);
  return value == nullptr ? std::string_view() : value;
}

void draw(const std::string& text) {
  std::fwrite(text.data(), 1, text.size(), stderr);
  std::fflush(stderr);
}

}  // namespace

bool TerminalProgress::is_seen() {
  const std::string_view term = value_of("TERM");
  return isatty(STDERR_FILENO) != 0 && !term.empty() && term != "dumb" && value_of("CI").empty();
}

TerminalProgress::~TerminalProgress() { end(); }

void TerminalProgress::tell(std::string_view step, std::size_t done, std::size_t all) {
  const std::unique_lock<std::mutex> hold(lock_, std::try_to_lock);
  const Clock::time_point now = Clock::now();
  // Who waits for the terminal does no work.
  if (!hold || now < next_) return;
  next_ = now + kPause;
  is_drawn_ = true;
  draw(fmt::format("{}{} of {} {}", kErase, done, all, step));
}

void TerminalProgress::end() {
  if (is_drawn_) draw(kErase);
  is_drawn_ = false;
}

}  // namespace simrules
