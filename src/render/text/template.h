#pragma once

#include <string>

#include <nlohmann/json_fwd.hpp>

namespace simrules {

/// Fills a Mustache template: `{{name}}` is escaped for HTML, `{{{name}}}` is not.
/// Shape: objects and lists become sections, null and false none; a name that a section lacks is
///        looked for around it, so data that differs from item to item is written out in each.
/// Errors: throws std::logic_error for a template that is none: the templates are ours.
/// Source: mustache(5).
std::string render_template(const std::string& text, const nlohmann::json& data);

}  // namespace simrules
