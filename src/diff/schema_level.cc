#include "diff/schema_level.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "model/time/members.h"

namespace simrules {
namespace {

/// What a reason says before its place and behind it.
using Reason = std::pair<std::string, std::string>;

/// The places of each reason.
using Reasons = std::map<Level, std::map<Reason, std::set<std::string>>>;

/// One place of both schemas.
struct SchemaPair {
  const FieldSpec& base;
  const FieldSpec& head;
  std::string path;
};

std::set<std::string> less(const std::vector<std::string>& all,
                           const std::vector<std::string>& without) {
  const std::set<std::string> a(all.begin(), all.end());
  const std::set<std::string> b(without.begin(), without.end());
  std::set<std::string> rest;
  std::set_difference(a.begin(), a.end(), b.begin(), b.end(), std::inserter(rest, rest.end()));
  return rest;
}

void compare_words(const SchemaPair& pair, Reasons& reasons) {
  for (const std::string& word : less(pair.base.words, pair.head.words)) {
    const Reason reason{fmt::format("MAJOR: the word `{}` of `", word), "` is gone"};
    reasons[Level::kMajor][reason].insert(pair.path);
  }
  for (const std::string& word : less(pair.head.words, pair.base.words)) {
    const Reason reason{fmt::format("MINOR: the word `{}` of `", word), "` is new"};
    reasons[Level::kMinor][reason].insert(pair.path);
  }
}

void compare_types(const SchemaPair& pair, Reasons& reasons) {
  // A field without types, an enum, is told by its words.
  if (pair.base.types.empty() || pair.head.types.empty()) return;
  if (less(pair.base.types, pair.head.types).empty() &&
      less(pair.head.types, pair.base.types).empty()) {
    return;
  }
  reasons[Level::kMajor][{"MAJOR: `", "` has other types"}].insert(pair.path);
}

void compare(const SchemaPair& pair, Reasons& reasons);

void compare_child(const FieldSpec* base,
                   const FieldSpec* head,
                   const std::string& path,
                   Reasons& reasons) {
  if (base != nullptr && head != nullptr) return compare({*base, *head, path}, reasons);
  if (base != nullptr) {
    reasons[Level::kMajor][{"MAJOR: the field `", "` is gone"}].insert(path);
  } else if (head != nullptr) {
    reasons[Level::kMinor][{"MINOR: the field `", "` is new"}].insert(path);
  }
}

void compare(const SchemaPair& pair, Reasons& reasons) {
  compare_words(pair, reasons);
  compare_types(pair, reasons);
  const auto below = [&](std::string_view name) {
    return pair.path.empty() ? std::string(name) : fmt::format("{}/{}", pair.path, name);
  };
  for (const auto& [name, field] : pair.base.properties) {
    compare_child(field.get(), pair.head.member(name), below(name), reasons);
  }
  for (const auto& [name, field] : pair.head.properties) {
    if (pair.base.member(name) == nullptr) {
      compare_child(nullptr, field.get(), below(name), reasons);
    }
  }
  compare_child(pair.base.items.get(), pair.head.items.get(), below("*"), reasons);
}

/// Takes the places of earlier terms off a list that has those of the terms after them: the fields are
/// the same.
void drop_earlier(std::set<std::string>& paths) {
  const std::string earlier = std::string(member_name::kPreviously) + "/*/";
  std::erase_if(paths, [&](const std::string& path) {
    const std::size_t at = path.find(earlier);
    if (at == std::string::npos) return false;
    return paths.contains(path.substr(0, at) + path.substr(at + earlier.size()));
  });
}

/// Returns a place in the rules of any topic, where it is one in the rules of a topic.
std::string in_any_topic(const std::string& path, const FieldSpec& root) {
  const std::size_t slash = path.find('/');
  const FieldSpec* section = root.member(path.substr(0, slash));
  const bool is_of_rules =
      slash != std::string::npos && section != nullptr && !section->topic.empty();
  return is_of_rules ? '*' + path.substr(slash) : path;
}

/// Names a place once for all topics whose rules have it.
std::set<std::string> folded(std::set<std::string> paths, const FieldSpec& root) {
  drop_earlier(paths);
  std::map<std::string, std::set<std::string>> alike;
  for (const std::string& path : paths) alike[in_any_topic(path, root)].insert(path);
  std::set<std::string> out;
  for (const auto& [any, of_topics] : alike)
    out.insert(of_topics.size() > 1 ? any : *of_topics.begin());
  return out;
}

}  // namespace

VersionLevel schema_level(const FieldSpec& base, const FieldSpec& head) {
  Reasons reasons;
  compare({base, head, ""}, reasons);
  if (reasons.empty()) return {};
  const auto& [level, places] = *reasons.rbegin();
  VersionLevel out{level, {}};
  for (const auto& [reason, paths] : places) {
    for (const std::string& path : folded(paths, head))
      out.reasons.push_back(reason.first + path + reason.second);
  }
  std::ranges::sort(out.reasons);
  return out;
}

}  // namespace simrules
