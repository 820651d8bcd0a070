#include "diff/order/direction.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

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
    {Better::kSooner, false, "brought-forward", "extended"},
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

std::string presence_word_of(const Direction& direction) {
  return presence_word(direction.kind, "changed");
}

/// Returns the word of a ranked difference: the enum word that a value fell to or rose from has its
/// own where the schema gives it one.
std::string order_word(const FieldSpec& spec, const Direction& direction) {
  const bool is_better = direction.order == Order::kBetter;
  if (direction.worse != nullptr && direction.worse->is_string()) {
    const auto turn = spec.turns.find(direction.worse->get<std::string>());
    if (turn != spec.turns.end()) return is_better ? turn->second.rise : turn->second.fall;
  }
  return ranked_word(spec, is_better);
}

void add_turns(const FieldSpec& spec, std::map<std::string, DirectionWord>& words) {
  for (const auto& [word, turn] : spec.turns) {
    words[turn.fall] = {turn.fall, turn.rise, fmt::format("It became `{}`.", word)};
    words[turn.rise] = {turn.rise, turn.fall, fmt::format("It is better than `{}` now.", word)};
  }
  for (const auto& [name, member] : spec.properties) add_turns(*member, words);
  if (spec.items != nullptr) add_turns(*spec.items, words);
}

/// Tells whether a field holds words of ours that no term hangs on.
bool is_wording(const FieldSpec& spec) {
  return spec.area == Area::kEditorial || spec.area == Area::kBookkeeping;
}

}  // namespace

std::vector<DirectionWord> direction_words(const PolicySchema& schema) {
  std::vector<DirectionWord> words = {
      {"increased", "decreased", "The number went up."},
      {"decreased", "increased", "The number went down."},
      {"enabled", "disabled", "It became true."},
      {"disabled", "enabled", "It became false."},
      {"extended", "brought-forward", "The date is later now."},
      {"brought-forward", "extended", "The date is earlier now."},
      {"widened", "narrowed", "It covers more now."},
      {"narrowed", "widened", "It covers less now."},
      {"lengthened", "shortened", "There is more on the list that restricts."},
      {"shortened", "lengthened", "There is less on the list that restricts."},
      {"introduced", "removed", "It was not there before."},
      {"removed", "introduced", "It is not there any more."},
      {"clarified", "obscured", "It was not known before."},
      {"obscured", "clarified", "It is not known any more."},
      {"recorded", "unrecorded", "The base's schema did not know the field."},
      {"unrecorded", "recorded", "The head's schema does not know the field any more."},
      {"renamed", "renamed", "It has another id."},
      {"reworded", "reworded", "The text differs; the rule does not."},
      {"changed", "changed", "It differs in a way that is neither better nor worse as a whole."},
  };
  std::map<std::string, DirectionWord> turns;
  add_turns(schema.root(), turns);
  for (auto& [name, word] : turns) words.push_back(std::move(word));
  return words;
}

std::string direction_word(const FieldSpec& spec, const Direction& direction) {
  if (direction.kind == ChangeKind::kRecorded) return "recorded";
  if (direction.is_unrecorded) return "unrecorded";
  if (is_wording(spec)) return presence_word(direction.kind, "reworded");
  if (spec.area != Area::kSubstance || direction.is_whole) return presence_word_of(direction);
  switch (direction.order) {
    case Order::kClarified:
      return "clarified";
    case Order::kObscured:
      return "obscured";
    case Order::kBetter:
    case Order::kWorse:
      // An end that comes where none was has no value that it moved from.
      if (direction.kind != ChangeKind::kChanged && !spec.absent) break;
      return order_word(spec, direction);
    default:
      break;
  }
  return presence_word_of(direction);
}

std::optional<Impact> impact_of_word(const FieldSpec& spec, std::string_view word) {
  if (spec.area == Area::kEvidence) return Impact::kEvidence;
  if (is_wording(spec)) return Impact::kEditorial;
  if (spec.area == Area::kPast) return std::nullopt;
  if (word == "clarified") return Impact::kClarified;
  if (word == "obscured") return Impact::kObscured;
  if (!spec.better_by.by.empty()) return std::nullopt;
  for (const auto& [enum_word, turn] : spec.turns) {
    if (word == turn.fall) return Impact::kMoreRestrictive;
    if (word == turn.rise) return Impact::kMorePermissive;
  }
  if (spec.better == Better::kNone) return std::nullopt;
  if (word == ranked_word(spec, true)) return Impact::kMorePermissive;
  if (word == ranked_word(spec, false)) return Impact::kMoreRestrictive;
  return std::nullopt;
}

std::set<std::string> directions_of(const FieldSpec& spec, bool is_item) {
  std::set<std::string> words = {"introduced", "removed"};
  if (is_item) return words;
  words.insert({"recorded", "unrecorded"});
  words.insert(is_wording(spec) ? "reworded" : "changed");
  if (spec.area != Area::kSubstance) return words;
  words.insert({"clarified", "obscured"});
  if (spec.better != Better::kNone) {
    words.insert({ranked_word(spec, true), ranked_word(spec, false)});
  }
  for (const auto& [word, turn] : spec.turns) words.insert({turn.fall, turn.rise});
  return words;
}

Impact impact_of(const FieldSpec& spec, Order order) {
  if (spec.area == Area::kEvidence) return Impact::kEvidence;
  if (is_wording(spec)) return Impact::kEditorial;
  // What held at another time is no gain or loss of today.
  const bool is_ranked =
      spec.area != Area::kPast || order == Order::kClarified || order == Order::kObscured;
  if (!is_ranked) return Impact::kNeutral;
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
