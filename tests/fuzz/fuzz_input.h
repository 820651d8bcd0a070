#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "base/diagnostic.h"
#include "model/catalog.h"
#include "schema/schema.h"

/// One run of a target on some bytes; each target is a program of its own.
/// Shape: the name and the type are those that libFuzzer calls.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace simrules {

/// Ends the program, so that the input is kept, where something that must hold does not.
void require(bool holds, const char* what);

/// Returns the policy schema that is compiled in; read once.
const PolicySchema& shipped_schema();

/// Loads a schema that is compiled in.
Schema built_in_schema(const char* name);

/// Reads a policy as a run does: YAML, then the schema; nothing where either refuses it.
std::optional<Policy> policy_of(std::string text, DiagnosticList& findings);

/// Writes findings in every format, and requires that no text of the input becomes a command of GitHub's
/// runner there.
void write_everywhere(const DiagnosticList& findings);

/// Requires that each line is a command of ours or none, as GitHub's runner reads lines.
void require_own_commands(const std::string& output);

}  // namespace simrules
