#pragma once

#include <optional>
#include <string>
#include <vector>

#include "gate/diagnostic.h"
#include "gate/input.h"

namespace simrules {

/// One entry of the levels file: what the diagnostics that it selects count as.
/// Shape: an empty selector selects everything; `level` is empty for `ignore`; `pointer` leads to the
///        entry in the file.
struct LevelEntry {
  std::string check;
  std::optional<Severity> level;
  std::string policy;
  std::string rule;
  std::string change;
  std::string fingerprint;
  std::string reason;
  std::string pointer;
};

/// Reads the entries of a levels file that conforms to schemas/levels.schema.json.
std::vector<LevelEntry> read_levels(const nlohmann::json& file);

/// Reports what the change checks found at the level that the last entry which selects it gives;
/// returns what is ignored, by name and with the reason.
std::vector<std::string> report_levelled(std::vector<GateDiagnostic> found,
                                         const std::vector<LevelEntry>& levels,
                                         DiagnosticSink& sink);

/// Refuses entries that no change check, policy, rule or change of the comparison fits: they would
/// lie in wait for a later one.
/// Errors: `unmatched-level`.
void check_levels(const std::vector<LevelEntry>& levels,
                  const Document& file,
                  const GateInput& input,
                  DiagnosticSink& sink);

}  // namespace simrules
