#include "release/contents/stated.h"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "document/json_reader.h"
#include "release/contents/dataset.h"
#include "release/reporting.h"
#include "schema/schema_check.h"

namespace simrules {
namespace {

using nlohmann::json;

constexpr const char* kPath = "path";
constexpr const char* kSha256 = "sha256";
constexpr const char* kPolicyKey = "policy";

/// Passes on what was found in one line of a file.
class LineSink final : public DiagnosticSink {
 public:
  LineSink(DiagnosticSink& target, int line) : target_(target), line_(line) {}

  void report(Diagnostic diagnostic) override {
    diagnostic.check = "release-unreadable";
    diagnostic.place.line += line_ - 1;
    diagnostic.place.end_line += line_ - 1;
    target_.report(std::move(diagnostic));
  }

 private:
  DiagnosticSink& target_;
  int line_;
};

bool has_members(const json& value) {
  return value.is_object() && value.size() == 3 && value.contains(kPath) &&
         value[kPath].is_string() && value.contains(kSha256) && value[kSha256].is_string() &&
         value.contains(kPolicyKey);
}

/// Reads the policy of a line.
std::optional<Policy> read_line(const std::string& path,
                                std::string_view line,
                                const PolicySchema& schema,
                                SchemaChecker& checker,
                                DiagnosticSink& sink) {
  auto document = read_json(path, std::string(line), kDatasetLimits, sink);
  if (!document) return std::nullopt;
  if (!has_members(document->value)) {
    report_error(sink,
                 "release-unreadable",
                 path,
                 fmt::format("a line of {} holds no policy with its file", quoted(path)),
                 "restore the files of the release from where they were published");
    return std::nullopt;
  }
  auto file = document->value[kPath].get<std::string>();
  auto digest = document->value[kSha256].get<std::string>();
  json value = std::move(document->value[kPolicyKey]);
  document->value = std::move(value);
  document->spans = {};
  if (!checker.check(*document, sink)) return std::nullopt;
  return make_policy(
      std::move(document->value), std::move(file), std::move(digest), schema.topics());
}

}  // namespace

std::string stated_text(const Catalog& catalog) {
  std::string text;
  for (const Policy& policy : catalog.policies()) {
    const json line = {
        {kPath, policy.path}, {kSha256, policy.sha256.hex()}, {kPolicyKey, policy.raw()}};
    text += line.dump() + '\n';
  }
  return text;
}

std::vector<StatedLine> stated_lines(std::string_view text) {
  // The members of a line are sorted, so that it begins with the path.
  static const std::string kStart = fmt::format("{{\"{}\":\"", kPath);
  std::vector<StatedLine> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    StatedLine line{{}, text.substr(0, end)};
    if (line.text.starts_with(kStart)) {
      line.path = line.text.substr(kStart.size());
      line.path = line.path.substr(0, line.path.find('"'));
    }
    lines.push_back(line);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

std::optional<Catalog> read_stated(const std::string& path,
                                   std::string_view text,
                                   const PolicySchema& schema,
                                   DiagnosticSink& sink,
                                   const std::set<std::string>& left_out,
                                   const Jobs& jobs) {
  struct Read {
    bool is_wanted = true;
    std::optional<Policy> policy = {};
    WaitingDiagnostics found = {};
  };
  const std::vector<StatedLine> lines = stated_lines(text);
  std::vector<SchemaChecker> checkers;
  for (std::size_t i = 0; i < jobs.thread_count(); ++i) checkers.emplace_back(schema.schema());
  std::vector<Read> read(lines.size());
  for_each_index(lines.size(), jobs, "policies read", [&](std::size_t i, std::size_t thread) {
    read[i].is_wanted = !left_out.contains(std::string(lines[i].path));
    if (!read[i].is_wanted) return;
    LineSink line(read[i].found, static_cast<int>(i) + 1);
    read[i].policy = read_line(path, lines[i].text, schema, checkers[thread], line);
  });
  std::vector<Policy> policies;
  bool is_sound = true;
  for (Read& each : read) {
    each.found.pass_on(sink);
    is_sound = is_sound && (each.policy || !each.is_wanted);
    if (each.policy) policies.push_back(std::move(*each.policy));
  }
  if (!is_sound) return std::nullopt;
  Catalog catalog(std::move(policies));
  if (!has_unique_ids(catalog, path, sink)) return std::nullopt;
  return catalog;
}

}  // namespace simrules
