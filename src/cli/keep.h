#pragma once

#include <deque>
#include <utility>

namespace simrules {

/// Keeps what a run needs until it ends, and never frees it: to take apart what was read once costs
/// as much as a good part of the run, and a process that ends gives all of it back at once.
/// Shape: for the main thread, and for few things in a process.
template <typename T>
T& keep(T value) {
  static auto& kept = *new std::deque<T>();
  return kept.emplace_back(std::move(value));
}

}  // namespace simrules
