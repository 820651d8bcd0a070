#include "render/json_output.h"

#include <nlohmann/json.hpp>

namespace simrules {

std::string json_output(const nlohmann::json& value) {
  return value.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

}  // namespace simrules
