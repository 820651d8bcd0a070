#pragma once

#include <string>
#include <vector>

#include "cli/arguments/command.h"

namespace simrules {

/// What a part of the manual is: a heading, prose, what a term means, or lines for a shell.
enum class PartKind { kSection, kCommand, kProse, kEntry, kShell };

/// A part of the manual, whatever it is shown as.
/// Shape: what stands in backticks is typed as it stands; `term` and `value` are those of an entry,
///        such as `--format` and `FORMAT`, and one of them may be empty.
struct ManualPart {
  PartKind kind;
  std::string text;
  std::string term = {};
  std::string value = {};
};

/// Tells everything that is known of the program, from the table of its commands.
std::vector<ManualPart> manual(const std::vector<Command>& commands);

/// Writes the manual as the page simrules(1), in the language of man(7).
/// Shape: ASCII alone; other letters are written as roff names them.
std::string manual_as_roff(const std::vector<ManualPart>& parts);

/// Writes the manual as the page COMMANDS.md.
std::string manual_as_markdown(const std::vector<ManualPart>& parts);

}  // namespace simrules
