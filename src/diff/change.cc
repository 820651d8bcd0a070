#include "diff/change.h"

#include <algorithm>
#include <utility>

#include "base/digest.h"

namespace simrules {
namespace {

constexpr std::pair<Impact, const char*> kImpacts[] = {
    {Impact::kMoreRestrictive, "more_restrictive"},
    {Impact::kMixed, "mixed"},
    {Impact::kObscured, "obscured"},
    {Impact::kMorePermissive, "more_permissive"},
    {Impact::kClarified, "clarified"},
    {Impact::kNeutral, "neutral"},
    {Impact::kEvidence, "evidence"},
    {Impact::kEditorial, "editorial"},
};

constexpr std::pair<ChangeKind, const char*> kKinds[] = {
    {ChangeKind::kAdded, "added"},
    {ChangeKind::kRemoved, "removed"},
    {ChangeKind::kChanged, "changed"},
    {ChangeKind::kRecorded, "recorded"},
};

template <typename Value, std::size_t size>
const char* word_of(const std::pair<Value, const char*> (&rows)[size], Value value) {
  return std::find_if(std::begin(rows),
                      std::end(rows),
                      [value](const auto& row) { return row.first == value; })
      ->second;
}

std::string bytes_of(const nlohmann::json& value) {
  return value.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace

const char* to_string(Impact impact) { return word_of(kImpacts, impact); }

const char* to_string(ChangeKind kind) { return word_of(kKinds, kind); }

std::optional<Impact> parse_impact(const std::string& word) {
  for (const auto& [impact, text] : kImpacts) {
    if (word == text) return impact;
  }
  return std::nullopt;
}

std::vector<std::string> impact_words() {
  std::vector<std::string> words;
  for (const auto& [impact, word] : kImpacts) words.emplace_back(word);
  return words;
}

std::string fingerprint(const Change& change) {
  constexpr std::size_t kDigits = 12;
  const std::string bytes = change.id + '\n' + change.policy + '\n' + change.pointer + '\n' +
                            bytes_of(change.before) + '\n' + bytes_of(change.after);
  return sha256_hex(bytes).substr(0, kDigits);
}

Address address_of(const Change& change, DiffSide side) {
  return {change.policy, change.pointer, side};
}

bool is_substance(const Change& change) {
  return change.impact != Impact::kEvidence && change.impact != Impact::kEditorial;
}

Impact roll_up(const std::vector<Impact>& impacts) {
  if (impacts.empty()) return Impact::kNeutral;
  const auto has = [&](Impact impact) {
    return std::find(impacts.begin(), impacts.end(), impact) != impacts.end();
  };
  const bool both_ways = has(Impact::kMoreRestrictive) && has(Impact::kMorePermissive);
  if (both_ways || has(Impact::kMixed)) return Impact::kMixed;
  return *std::min_element(impacts.begin(), impacts.end());
}

}  // namespace simrules
