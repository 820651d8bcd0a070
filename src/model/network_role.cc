#include "model/network_role.h"

#include <map>

namespace simrules {

std::string needed_network_role(const std::string& kind) {
  static const std::map<std::string, std::string> roles = {{"mno", "own"}, {"mvno", "host"}};
  const auto found = roles.find(kind);
  return found == roles.end() ? "" : found->second;
}

}  // namespace simrules
