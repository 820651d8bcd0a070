#pragma once

#include <cstddef>
#include <functional>

namespace simrules {

/// Calls `work` once for each index below `count`, with the number of the thread that does it, which
/// is below `jobs`; returns when all is done.
/// Errors: passes on what a call throws; then the calls that had not begun may be left out.
void for_each_index(std::size_t count,
                    std::size_t jobs,
                    const std::function<void(std::size_t index, std::size_t thread)>& work);

}  // namespace simrules
