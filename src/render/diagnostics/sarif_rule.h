#pragma once

#include <nlohmann/json_fwd.hpp>

#include "base/diagnostic.h"

namespace simrules {

/// Describes a check as a rule of SARIF, with its help as text and as Markdown.
/// Source: OASIS SARIF 2.1.0, section 3.49.
nlohmann::json sarif_rule(const CheckInfo& check);

}  // namespace simrules
