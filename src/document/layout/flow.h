#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

namespace simrules {

/// A value whose members are written in the order that they have.
using WrittenValue = nlohmann::ordered_json;

/// Units: columns of a terminal.
inline constexpr std::size_t kLineWidth = 120;

/// Writes a value in one line, in brackets and with quotes only where a reader could misread it.
std::string flow_text(const WrittenValue& value);

/// Writes a value in brackets, in the lines that it needs behind what takes `used` columns of the first
/// one; the others stand `indent` in.
/// Shape: nothing if it takes more lines than can be taken in at a glance.
std::optional<std::string> wrapped_text(const WrittenValue& value,
                                        std::size_t used,
                                        std::size_t indent);

/// Writes a text below its key, in lines that are joined at spaces when they are read.
/// Shape: nothing for a text that would not be the same then.
std::optional<std::string> folded_text(std::string_view text, std::size_t indent);

}  // namespace simrules
