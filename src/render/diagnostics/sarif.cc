#include "render/diagnostics/sarif.h"

#include <algorithm>
#include <cctype>
#include <cstddef>
#include <map>
#include <string_view>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "render/diagnostics/line_fingerprints.h"
#include "render/diagnostics/sarif_rule.h"
#include "render/text/byte_budget.h"
#include "render/text/json.h"
#include "wording/number.h"

namespace simrules {
namespace {

using nlohmann::json;

constexpr std::size_t kMostResults = 5000;
constexpr const char* kSchema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

using FingerprintsByPath = std::map<std::string, std::vector<std::string>>;

/// Writes a path as a relative reference, or as a URI if it is absolute.
/// Source: RFC 3986, sections 2.3 and 4.2.
std::string uri_of(const std::string& path) {
  std::string uri = path.starts_with('/') ? "file://" : "";
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = byte < 0x80 && (std::isalnum(byte) != 0 ||
                                       std::string_view("-._~/").find(c) != std::string_view::npos);
    uri += plain ? std::string(1, c) : fmt::format("%{:02X}", byte);
  }
  return uri;
}

/// Makes text that is shown as it is: `[text](address)` would be a link.
/// Source: OASIS SARIF 2.1.0, section 3.11.6.
std::string plain_text(const std::string& text) {
  std::string out = printable(text, kMessageBytes);
  constexpr std::string_view kLink = "](";
  for (std::size_t i = out.find(kLink); i != std::string::npos; i = out.find(kLink, i)) {
    out.replace(i, kLink.size(), "]\\u{28}");
  }
  return out;
}

std::string message_with_help(const Diagnostic& diagnostic) {
  const std::string help = diagnostic.help.empty() ? "" : "\nhelp: " + plain_text(diagnostic.help);
  return plain_text(diagnostic.message) + help;
}

json region(const Place& place) {
  return {{"startLine", place.line},
          {"startColumn", place.column},
          {"endLine", place.end_line},
          {"endColumn", place.end_column}};
}

json artifact(const Place& place) { return {{"uri", uri_of(place.path)}}; }

json location(const Place& place) {
  return {{"physicalLocation", {{"artifactLocation", artifact(place)}, {"region", region(place)}}}};
}

json related_locations(const std::vector<Note>& notes) {
  json list = json::array();
  for (const Note& note : notes) {
    json each = note.place.path.empty() ? json::object() : location(note.place);
    each["message"] = {{"text", plain_text(note.message)}};
    list.push_back(std::move(each));
  }
  return list;
}

json sarif_fix(const Fix& fix) {
  json replacements = json::array();
  for (const TextEdit& edit : fix.edits) {
    json replacement = {{"deletedRegion", region(edit.place)}};
    if (!edit.text.empty()) replacement["insertedContent"] = {{"text", edit.text}};
    replacements.push_back(std::move(replacement));
  }
  return {{"description", {{"text", plain_text(fix.label)}}},
          {"artifactChanges",
           json::array({{{"artifactLocation", artifact(fix.edits.front().place)},
                         {"replacements", std::move(replacements)}}})}};
}

json result_json(const Diagnostic& diagnostic, FingerprintsByPath& fingerprints) {
  json result = {{"ruleId", diagnostic.check},
                 {"level", to_string(diagnostic.severity)},
                 {"message", {{"text", message_with_help(diagnostic)}}},
                 {"locations", json::array({location(diagnostic.place)})}};
  if (!diagnostic.notes.empty()) result["relatedLocations"] = related_locations(diagnostic.notes);
  const std::vector<std::string>& lines = fingerprints[diagnostic.place.path];
  const auto line = static_cast<std::size_t>(std::max(diagnostic.place.line, 1)) - 1;
  if (line < lines.size()) {
    result["partialFingerprints"] = {{"primaryLocationLineHash", lines[line]}};
  }
  if (diagnostic.fix && !diagnostic.fix->edits.empty()) {
    result["fixes"] = json::array({sarif_fix(*diagnostic.fix)});
  }
  return result;
}

/// A file that cannot be read would have the fingerprint of an empty one.
std::vector<std::string> fingerprints_of(const std::string& text) {
  return text.empty() ? std::vector<std::string>() : line_fingerprints(text);
}

json notification(const std::string& level, const std::string& text) {
  return {{"level", level}, {"message", {{"text", text}}}};
}

/// Lists the rules of the results and tells each result which one is its own.
json number_rules(json& results, const std::vector<CheckInfo>& checks) {
  std::map<std::string, std::size_t> index;
  for (const json& result : results) index[result["ruleId"].get<std::string>()];
  json rules = json::array();
  for (auto& [id, position] : index) {
    const auto check = std::find_if(
        checks.begin(), checks.end(), [&id = id](const CheckInfo& each) { return each.id == id; });
    position = rules.size();
    rules.push_back(check == checks.end() ? json{{"id", id}} : sarif_rule(*check));
  }
  for (json& result : results) result["ruleIndex"] = index[result["ruleId"].get<std::string>()];
  return rules;
}

/// Puts the version first: there are readers that guess it from how a file starts.
std::string with_version(const std::string& log) {
  constexpr std::size_t kOpening = 2;
  return log.substr(0, kOpening) + "  \"version\": \"2.1.0\",\n" + log.substr(kOpening);
}

}  // namespace

std::string diagnostics_as_sarif(const std::vector<Diagnostic>& diagnostics,
                                 const RunSummary& summary,
                                 const std::vector<CheckInfo>& checks,
                                 const TextOfFile& text_of) {
  json results = json::array();
  json notifications = json::array();
  FingerprintsByPath fingerprints;
  for (const Diagnostic& diagnostic : diagnostics) {
    const std::string& path = diagnostic.place.path;
    if (path.empty()) {
      json each = notification(to_string(diagnostic.severity), message_with_help(diagnostic));
      each["descriptor"] = {{"id", diagnostic.check}};
      notifications.push_back(std::move(each));
    } else if (results.size() < kMostResults) {
      if (!fingerprints.contains(path)) fingerprints[path] = fingerprints_of(text_of(path));
      results.push_back(result_json(diagnostic, fingerprints));
    }
  }
  const std::size_t all = summary.errors + summary.warnings;
  const std::size_t shown = results.size() + notifications.size();
  if (shown < all) {
    notifications.push_back(notification(
        "warning", counted(all - shown, "more finding is", "more findings are") + " left out"));
  }
  json rules = number_rules(results, checks);
  json run = {
      {"tool",
       {{"driver",
         {{"name", "simrules"}, {"version", summary.tool_version}, {"rules", std::move(rules)}}}}},
      {"columnKind", "unicodeCodePoints"},
      {"invocations",
       json::array({{{"executionSuccessful", true},
                     {"toolExecutionNotifications", std::move(notifications)}}})},
      {"results", std::move(results)}};
  return with_version(
      log_safe_json({{"$schema", kSchema}, {"runs", json::array({std::move(run)})}}));
}

}  // namespace simrules
