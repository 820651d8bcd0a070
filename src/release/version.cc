#include "release/version.h"

#include <iterator>
#include <utility>

#include <fmt/format.h>

#include "base/text.h"
#include "diff/schema_level.h"
#include "release/reporting.h"

namespace simrules {
namespace {

constexpr SemVer kFirstVersion{1, 0, 0};

VersionPlan first_plan(const std::optional<SemVer>& requested) {
  return {Level::kMajor, requested.value_or(kFirstVersion), {"first release"}};
}

std::string joined(const std::vector<std::string>& reasons) {
  std::string text;
  for (const std::string& reason : reasons) text += (text.empty() ? "" : "; ") + reason;
  return text;
}

bool report_too_low(DiagnosticSink& sink, const SemVer& requested, const VersionPlan& plan) {
  const std::string version = to_string(requested);
  return report_error(sink,
                      "version-too-low",
                      "",
                      fmt::format("version {} was asked for but the changes need {}: {}",
                                  quoted(version),
                                  quoted(to_string(*plan.next)),
                                  joined(plan.reasons)),
                      "ask for that version or a higher one, or for none");
}

}  // namespace

VersionLevel weightier(VersionLevel a, VersionLevel b) {
  if (a.level != b.level) return a.level < b.level ? b : a;
  std::move(b.reasons.begin(), b.reasons.end(), std::back_inserter(a.reasons));
  return a;
}

VersionLevel shape_level(const DatasetShape& base, const DatasetShape& head) {
  VersionLevel fields = schema_level(base.fields, head.fields);
  if (base.schema_version == head.schema_version) return fields;
  return weightier({Level::kMajor,
                    {fmt::format("MAJOR: the dataset's schema_version is {}, not {}",
                                 head.schema_version,
                                 base.schema_version)}},
                   std::move(fields));
}

std::optional<VersionPlan> plan_version(const std::vector<Change>& changes,
                                        const Catalog& head,
                                        const VersionRequest& request,
                                        DiagnosticSink& sink) {
  if (request.is_first) return first_plan(request.requested);
  VersionLevel found = weightier(request.shape, version_level(changes, head));
  VersionPlan plan{found.level, std::nullopt, std::move(found.reasons)};
  if (plan.level == Level::kNone || !request.base) return plan;
  plan.next = next_version(*request.base, plan.level);
  if (!request.requested || *request.requested == *plan.next) return plan;
  if (*request.requested < *plan.next) {
    report_too_low(sink, *request.requested, plan);
    return std::nullopt;
  }
  plan.reasons.push_back(fmt::format("{} was asked for", to_string(*request.requested)));
  plan.next = request.requested;
  return plan;
}

}  // namespace simrules
