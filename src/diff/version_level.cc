#include "diff/version_level.h"

#include <algorithm>
#include <optional>
#include <set>

#include <fmt/format.h>

#include "base/pointer.h"
#include "diff/compare/renames.h"

namespace simrules {
namespace {

struct LevelReason {
  Level level;
  std::string text;
};

bool is_gone(const Change& change, std::size_t depth) {
  return change.kind == ChangeKind::kRemoved && pointer_split(change.pointer).size() == depth;
}

/// Tells why consumers lose an id; nothing while they can still follow it.
std::optional<std::string> lost_id(const Change& change, const Catalog& head) {
  if (is_gone(change, 0)) return "is gone and no policy names it in `formerly`";
  constexpr std::size_t kRuleDepth = 2;
  if (change.rule.empty() || !is_gone(change, kRuleDepth)) return std::nullopt;
  const Policy* policy = head.find(change.policy);
  if (policy == nullptr) return std::nullopt;
  if (!policy->find_retired(change.topic, change.rule).moved_to().empty()) return std::nullopt;
  return fmt::format("{} is gone without `moved_to`", local_name(change.topic, change.rule));
}

/// Returns what another id asks for: consumers follow one that is declared.
std::optional<Level> rename_level(const Change& change, const Catalog& head) {
  if (!is_rename(change)) return std::nullopt;
  const RuleName item = item_at(address_of(change, DiffSide::kHead));
  constexpr std::size_t kItemField = 3;
  const bool is_rule =
      change.topic == item.topic && pointer_split(change.pointer).size() == kItemField;
  const Policy* policy = head.find(change.policy);
  if (!is_rule || policy == nullptr) return Level::kMinor;
  const std::string before = change.before.get<std::string>();
  const bool is_declared =
      is_move(change) || policy->find_retired(change.topic, before).successor().has_value();
  return is_declared ? Level::kMinor : Level::kMajor;
}

LevelReason reason_for(const Change& change, const Catalog& head) {
  const std::string what = fmt::format("{} in {}", change.id, change.policy);
  if (const auto lost = lost_id(change, head)) {
    return {Level::kMajor, fmt::format("MAJOR: {}: {}", what, *lost)};
  }
  if (const auto level = rename_level(change, head)) {
    const std::string word = *level == Level::kMajor ? "MAJOR" : "MINOR";
    return {*level, fmt::format("{}: {}", word, what)};
  }
  if (!is_substance(change)) {
    return {Level::kPatch, "PATCH: " + what};
  }
  return {Level::kMinor, "MINOR: " + what};
}

}  // namespace

const char* to_string(Level level) {
  switch (level) {
    case Level::kNone:
      return "none";
    case Level::kPatch:
      return "patch";
    case Level::kMinor:
      return "minor";
    case Level::kMajor:
      return "major";
  }
  return "none";
}

VersionLevel version_level(const std::vector<Change>& changes, const Catalog& head) {
  std::vector<LevelReason> reasons;
  VersionLevel result;
  for (const Change& change : changes) {
    reasons.push_back(reason_for(change, head));
    result.level = std::max(result.level, reasons.back().level);
  }
  std::set<std::string> texts;
  for (const LevelReason& reason : reasons) {
    if (reason.level == result.level) texts.insert(reason.text);
  }
  result.reasons.assign(texts.begin(), texts.end());
  return result;
}

SemVer next_version(const SemVer& base, Level level) {
  switch (level) {
    case Level::kNone:
      return base;
    case Level::kPatch:
      return {base.major, base.minor, base.patch + 1};
    case Level::kMinor:
      return {base.major, base.minor + 1, 0};
    case Level::kMajor:
      return {base.major + 1, 0, 0};
  }
  return base;
}

}  // namespace simrules
