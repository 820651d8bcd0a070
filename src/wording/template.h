#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace simrules {

/// Fills a sentence template of the schema: `{name}` or `{name:form}` is replaced by what `lookup`
/// returns, and `[...]` is left out where a placeholder of its own came out empty.
/// Shape: brackets nest; an inner one that is left out takes nothing else with it.
std::string fill_template(
    std::string_view text,
    const std::function<std::string(std::string_view name, std::string_view form)>& lookup);

}  // namespace simrules
