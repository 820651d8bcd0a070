#include "diff/direction.h"

#include <algorithm>
#include <iterator>

namespace simrules {
namespace {

/// How a ranked field moves: numbers and dates by size, sets by content, enum words by what they
/// allow.
struct RankedWords {
  Better better;
  bool is_enum;
  const char* when_better;
  const char* when_worse;
};

constexpr RankedWords kRankedWords[] = {
    {Better::kHigher, false, "increased", "decreased"},
    {Better::kLower, false, "decreased", "increased"},
    {Better::kTrue, false, "enabled", "disabled"},
    {Better::kFalse, false, "disabled", "enabled"},
    {Better::kLater, false, "extended", "brought-forward"},
    {Better::kLater, true, "widened", "narrowed"},
    {Better::kEarlier, false, "brought-forward", "extended"},
    {Better::kEarlier, true, "widened", "narrowed"},
    {Better::kMore, false, "widened", "narrowed"},
    {Better::kFewer, false, "shortened", "lengthened"},
};

const char* presence_word(ChangeKind kind, const char* otherwise) {
  if (kind == ChangeKind::kAdded) return "introduced";
  return kind == ChangeKind::kRemoved ? "removed" : otherwise;
}

const char* ranked_word(const FieldSpec& spec, bool is_better) {
  const bool is_ordered = spec.better == Better::kLater || spec.better == Better::kEarlier;
  const bool is_enum = is_ordered && !spec.words.empty();
  const auto* row = std::find_if(
      std::begin(kRankedWords), std::end(kRankedWords), [&](const RankedWords& ranked) {
        return ranked.better == spec.better && ranked.is_enum == is_enum;
      });
  if (row == std::end(kRankedWords)) return "changed";
  return is_better ? row->when_better : row->when_worse;
}

}  // namespace

const std::vector<DirectionWord>& direction_words() {
  static const std::vector<DirectionWord> words = {
      {"increased", "decreased"},  {"decreased", "increased"},      {"enabled", "disabled"},
      {"disabled", "enabled"},     {"extended", "brought-forward"}, {"brought-forward", "extended"},
      {"widened", "narrowed"},     {"narrowed", "widened"},         {"lengthened", "shortened"},
      {"shortened", "lengthened"}, {"loosened", "tightened"},       {"tightened", "loosened"},
      {"introduced", "removed"},   {"removed", "introduced"},       {"clarified", "obscured"},
      {"obscured", "clarified"},   {"recorded", "unrecorded"},      {"unrecorded", "recorded"},
      {"reworded", "reworded"},    {"changed", "changed"},
  };
  return words;
}

std::optional<std::string> mirror_id(std::string_view id) {
  for (const DirectionWord& direction : direction_words()) {
    const std::string suffix = std::string("-") + direction.word;
    if (!id.ends_with(suffix)) continue;
    id.remove_suffix(suffix.size() - 1);
    return std::string(id) + direction.mirror;
  }
  return std::nullopt;
}

std::string direction_word(const FieldSpec& spec, const Direction& direction) {
  if (direction.kind == ChangeKind::kRecorded) return "recorded";
  if (direction.is_unrecorded) return "unrecorded";
  if (spec.area == Area::kEditorial) return presence_word(direction.kind, "reworded");
  if (spec.area == Area::kEvidence) return presence_word(direction.kind, "changed");
  if (direction.is_whole) return presence_word(direction.kind, "changed");
  switch (direction.order) {
    case Order::kClarified:
      return "clarified";
    case Order::kObscured:
      return "obscured";
    case Order::kBetter:
      return direction.is_verdict ? "loosened" : ranked_word(spec, true);
    case Order::kWorse:
      return direction.is_verdict ? "tightened" : ranked_word(spec, false);
    default:
      return presence_word(direction.kind, "changed");
  }
}

Impact impact_of(const FieldSpec& spec, Order order) {
  if (spec.area == Area::kEvidence) return Impact::kEvidence;
  if (spec.area == Area::kEditorial) return Impact::kEditorial;
  switch (order) {
    case Order::kWorse:
      return Impact::kMoreRestrictive;
    case Order::kMixed:
      return Impact::kMixed;
    case Order::kObscured:
      return Impact::kObscured;
    case Order::kBetter:
      return Impact::kMorePermissive;
    case Order::kClarified:
      return Impact::kClarified;
    default:
      return Impact::kNeutral;
  }
}

}  // namespace simrules
