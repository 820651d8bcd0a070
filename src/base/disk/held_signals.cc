#include "base/disk/held_signals.h"

#include <array>
#include <ctime>

namespace simrules {
namespace {

constexpr std::array<int, 3> kStops{SIGHUP, SIGINT, SIGTERM};

bool is_ignored(int signal) {
  struct sigaction action {};
  return ::sigaction(signal, nullptr, &action) == 0 && action.sa_handler == SIG_IGN;
}

}  // namespace

HeldSignals::HeldSignals() {
  ::sigemptyset(&held_);
  for (const int signal : kStops) {
    if (!is_ignored(signal)) ::sigaddset(&held_, signal);
  }
  ::pthread_sigmask(SIG_BLOCK, &held_, &before_);
}

HeldSignals::~HeldSignals() { ::pthread_sigmask(SIG_SETMASK, &before_, nullptr); }

bool HeldSignals::arrived() const {
  sigset_t pending;
  ::sigpending(&pending);
  for (const int signal : kStops) {
    if (::sigismember(&held_, signal) == 1 && ::sigismember(&pending, signal) == 1) return true;
  }
  return false;
}

void HeldSignals::drop() {
  const timespec now{};
  while (::sigtimedwait(&held_, nullptr, &now) > 0) {
  }
}

}  // namespace simrules
