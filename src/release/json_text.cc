#include "release/json_text.h"

#include <nlohmann/json.hpp>

namespace simrules {

std::string json_text(const nlohmann::json& value) { return value.dump(2) + '\n'; }

}  // namespace simrules
