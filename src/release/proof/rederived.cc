#include "release/proof/rederived.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "release/contents/parts/left_out.h"
#include "release/reporting.h"

namespace simrules {
namespace {

using nlohmann::json;

bool lists_others(const std::string& name) { return name == kManifestName || name == kSumsName; }

/// Says which tool wrote what differs: another one may write the same data in other words.
std::string help_of(const StoredRelease& stored) {
  const std::string& maker = stored.manifest.tool_version;
  return fmt::format(
      "the release was made by simrules {}; restore its files from where they were published",
      maker);
}

/// Units: lines, 1-based.
std::size_t first_different_line(std::string_view a, std::string_view b) {
  const auto [end, other] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  return 1 + static_cast<std::size_t>(std::count(a.begin(), end, '\n'));
}

std::map<std::string, json> by_fingerprint(const std::string& text) {
  std::map<std::string, json> changes;
  const json value = json::parse(text, nullptr, false);
  if (!value.is_object()) return changes;
  for (const json& change : value.value("changes", json::array())) {
    if (change.is_object()) changes[change.value("fingerprint", json()).dump()] = change;
  }
  return changes;
}

std::string name_of(const json& change) {
  const json& policy = change.at("policy");
  return fmt::format("{} of {}", change.at("pointer").dump(), policy.dump());
}

json effects_of(const std::string& text) {
  const json value = json::parse(text, nullptr, false);
  return value.is_object() ? value.value("effects", json::array()) : json::array();
}

/// Names the first effect that is told otherwise; empty where none is.
std::string differing_effect(const std::string& stored, const std::string& expected) {
  const json there = effects_of(stored);
  for (std::size_t i = 0; const json& effect : effects_of(expected)) {
    const bool is_same = there.is_array() && i < there.size() && there[i] == effect;
    if (!is_same)
      return fmt::format("it tells the effect on {} of {} differently",
                         effect.at("rule").dump(),
                         effect.at("policy").dump());
    ++i;
  }
  return "";
}

/// Names the first change that one side lacks or tells otherwise.
std::string what_differs(const std::string& stored, const std::string& expected) {
  const std::map<std::string, json> there = by_fingerprint(stored);
  const std::map<std::string, json> wanted = by_fingerprint(expected);
  for (const auto& [fingerprint, change] : wanted) {
    const auto found = there.find(fingerprint);
    if (found == there.end()) return "it lacks the change of " + name_of(change);
    if (found->second != change)
      return "it tells the change of " + name_of(change) + " differently";
  }
  for (const auto& [fingerprint, change] : there) {
    if (!wanted.contains(fingerprint)) return "it has a change too many: " + fingerprint;
  }
  const std::string effect = differing_effect(stored, expected);
  return effect.empty() ? fmt::format("line {} differs", first_different_line(stored, expected))
                        : effect;
}

bool report_difference(const StoredRelease& stored,
                       const ReleaseFile& expected,
                       DiagnosticSink& sink) {
  const std::string path = stored.folder + '/' + expected.name;
  const std::string& found = stored.files.at(expected.name);
  const bool is_changes = tells_changes(expected.name);
  const std::string what =
      is_changes ? printable(what_differs(found, expected.bytes))
                 : fmt::format("line {} differs", first_different_line(found, expected.bytes));
  return report_error(sink,
                      is_changes ? "release-changes-differ" : "release-file-differs",
                      path,
                      fmt::format("{} is not what the datasets give: {}", quoted(path), what),
                      help_of(stored));
}

bool compare(const StoredRelease& stored, const ReleaseFile& expected, DiagnosticSink& sink) {
  const auto found = stored.files.find(expected.name);
  if (found != stored.files.end()) {
    return found->second == expected.bytes || report_difference(stored, expected, sink);
  }
  const std::string path = stored.folder + '/' + expected.name;
  return report_error(sink,
                      "release-file-missing",
                      path,
                      fmt::format("{} is not there and not in the manifest", quoted(path)),
                      help_of(stored));
}

bool is_derived(const std::vector<ReleaseFile>& derived, const std::string& name) {
  return std::ranges::binary_search(derived, name, {}, &ReleaseFile::name);
}

bool compare_all(const StoredRelease& stored,
                 const std::vector<ReleaseFile>& derived,
                 DiagnosticSink& sink) {
  bool equal = true;
  for (const ReleaseFile& file : derived) {
    if (!lists_others(file.name)) equal = compare(stored, file, sink) && equal;
  }
  for (const auto& [name, bytes] : stored.files) {
    if (is_derived(derived, name)) continue;
    const std::string path = stored.folder + '/' + name;
    equal = report_error(sink,
                         "release-file-extra",
                         path,
                         fmt::format("{} does not follow from the datasets", quoted(path)),
                         help_of(stored));
  }
  // A difference above is one in the manifest too; it is told once.
  if (!equal) return false;
  for (const ReleaseFile& file : derived) {
    if (lists_others(file.name)) equal = compare(stored, file, sink) && equal;
  }
  return equal;
}

}  // namespace

std::optional<IndexEntry> make_again(const StoredRelease& stored,
                                     const Dataset& dataset,
                                     const std::optional<PreviousRelease>& previous,
                                     const Renderers& renderers,
                                     DiagnosticSink& sink) {
  // The schemas that shipped may let values pass that what writes the files does not expect.
  try {
    const auto content = rederive_release(stored, dataset, previous, sink, renderers.jobs);
    if (!content || !compare_all(stored, release_files(*content, renderers), sink))
      return std::nullopt;
    return index_entry(*content, stored.manifest_sha256);
  } catch (const json::exception& error) {
    report_error(
        sink,
        "release-unreadable",
        stored.folder,
        fmt::format(
            "the files of {} cannot be written again: {}", quoted(stored.folder), error.what()),
        help_of(stored));
    return std::nullopt;
  }
}

}  // namespace simrules
