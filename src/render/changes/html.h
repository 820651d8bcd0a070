#pragma once

#include <string>

#include <nlohmann/json_fwd.hpp>

#include "render/changes/comparison.h"

namespace simrules {

/// Writes a comparison as one page.
/// Shape: one file without scripts that requests nothing; every text is escaped and every link
///        leads to https.
/// Source: WCAG 2.2, level AA; Content Security Policy Level 3.
std::string changes_as_html(const Comparison& report);

/// Lists the changes of a report by section and rule, as the templates of pages take them.
/// Shape: texts are not escaped.
nlohmann::json change_sections_data(const Comparison& report);

}  // namespace simrules
