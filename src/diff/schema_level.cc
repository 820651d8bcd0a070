#include "diff/schema_level.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include <fmt/format.h>

namespace simrules {
namespace {

using Reasons = std::map<Level, std::set<std::string>>;

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
    reasons[Level::kMajor].insert(
        fmt::format("MAJOR: the word `{}` of `{}` is gone", word, pair.path));
  }
  for (const std::string& word : less(pair.head.words, pair.base.words)) {
    reasons[Level::kMinor].insert(
        fmt::format("MINOR: the word `{}` of `{}` is new", word, pair.path));
  }
}

void compare_types(const SchemaPair& pair, Reasons& reasons) {
  // A field without types, an enum, is told by its words.
  if (pair.base.types.empty() || pair.head.types.empty()) return;
  if (less(pair.base.types, pair.head.types).empty() &&
      less(pair.head.types, pair.base.types).empty()) {
    return;
  }
  reasons[Level::kMajor].insert(fmt::format("MAJOR: `{}` has other types", pair.path));
}

void compare(const SchemaPair& pair, Reasons& reasons);

void compare_child(const FieldSpec* base,
                   const FieldSpec* head,
                   const std::string& path,
                   Reasons& reasons) {
  if (base != nullptr && head != nullptr) return compare({*base, *head, path}, reasons);
  if (base != nullptr) {
    reasons[Level::kMajor].insert(fmt::format("MAJOR: the field `{}` is gone", path));
  } else if (head != nullptr) {
    reasons[Level::kMinor].insert(fmt::format("MINOR: the field `{}` is new", path));
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

}  // namespace

VersionLevel schema_level(const FieldSpec& base, const FieldSpec& head) {
  Reasons reasons;
  compare({base, head, ""}, reasons);
  if (reasons.empty()) return {};
  const auto& [level, texts] = *reasons.rbegin();
  return {level, {texts.begin(), texts.end()}};
}

}  // namespace simrules
