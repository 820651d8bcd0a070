#pragma once

#include <string>

namespace simrules {

/// Returns the role of a network without which a kind of brand contradicts itself; empty for a kind
/// that any network suits.
std::string needed_network_role(const std::string& kind);

}  // namespace simrules
