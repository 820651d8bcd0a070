#pragma once

#include <string>
#include <string_view>

namespace simrules {

/// Makes a report safe to be printed into the log of a runner, which takes a line that begins with
/// `::name` and `##[name]` anywhere for commands, whoever wrote the text.
/// Shape:  says the same to whoever reads the format: escapes of JSON, references of HTML and Markdown.
///         The format `github` is of commands and stays as it is.
/// Source: ActionCommand.cs of github.com/actions/runner, which trims white space of any kind.
std::string log_safe(std::string_view text, std::string_view format);

}  // namespace simrules
