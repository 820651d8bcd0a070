#pragma once

#include <csignal>

namespace simrules {

/// Holds back the signals that ask a run to stop, so that it can first undo what it has begun.
/// Shape: what arrived meanwhile takes effect when this ends, in the thread that made it; a signal
///        that is ignored is not held.
class HeldSignals {
 public:
  HeldSignals();
  ~HeldSignals();
  HeldSignals(const HeldSignals&) = delete;
  HeldSignals& operator=(const HeldSignals&) = delete;

  /// Tells whether somebody asked to stop.
  bool arrived() const;

  /// Forgets what arrived: it is too late to undo anything.
  void drop();

 private:
  sigset_t held_;
  sigset_t before_;
};

}  // namespace simrules
