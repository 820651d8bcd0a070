#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "schema/explain/fix.h"
#include "schema/explain/slip.h"
#include "schema/explain/text.h"
#include "schema/explain/walk.h"
#include "schema/judge.h"

namespace simrules {

namespace {

using nlohmann::json;

constexpr std::size_t kMaxListedWords = 40;

bool is_whole_text(const std::string& text) {
  const std::size_t start = text.size() > 1 && text[0] == '-' ? 1 : 0;
  // Without quotes, YAML readers do not agree on a number that starts with a zero.
  const bool leading_zero = text.size() > 1 && text[start] == '0';
  return !text.empty() && text.size() < 16 && !leading_zero &&
         std::all_of(text.begin() + static_cast<std::ptrdiff_t>(start), text.end(), [](char c) {
           return c >= '0' && c <= '9';
         });
}

/// Tells whether a value that was meant would be right.
bool is_fine(Walk& walk, const SchemaNode& node, const json& value) {
  const bool format_fits = node.format == nullptr || !value.is_string() ||
                           node.format->accepts(value.get_ref<const std::string&>());
  return format_fits && conforms(walk, *node.json, value);
}

/// Returns the way out of a text that says more than its field takes: `5GB`, `¥980`.
std::optional<WayOut> slip_way_out(Walk& walk, const SchemaNode& node, const json& value) {
  auto slip = find_slip(walk, node, value);
  // A condition that narrows a field leaves its units to the field.
  const SchemaNode* field = slip ? nullptr : field_of(walk);
  if (field != nullptr) slip = find_slip(walk, *field, value);
  if (!slip) return std::nullopt;
  const std::string notation = flow_notation(slip->meant);
  WayOut out = other_notation(walk, fmt::format("{}: {}", slip->why, quoted(notation)), notation);
  if (!conforms(walk, *node.json, slip->meant)) return std::nullopt;
  if (out.fix) out.fix->safe = slip->safe;
  return out;
}

WayOut list_way_out(Walk& walk, const json& value) {
  const std::string notation = as_list(walk, value);
  return other_notation(walk, fmt::format("write a list: {}", quoted(notation)), notation);
}

/// Returns the way out of a wrong type where the value shows what was meant.
WayOut type_way_out(Walk& walk, const SchemaNode& node, const json& value) {
  constexpr std::string_view kTrue[] = {"true", "yes", "on", "Yes", "True"};
  constexpr std::string_view kFalse[] = {"false", "no", "off", "No", "False"};
  const unsigned integer = type_bits(json(1));
  const unsigned text = type_bits(json(""));
  if (value.is_string() && (node.types & integer) != 0 && is_whole_text(value)) {
    return other_notation(
        walk, fmt::format("write it without quotes: {}", quoted_value(value)), value);
  }
  if (value.is_string() && (node.types & type_bits(json(true))) != 0) {
    const auto& word = value.get_ref<const std::string&>();
    const auto is_word = [&](std::string_view other) { return word == other; };
    if (std::any_of(std::begin(kTrue), std::end(kTrue), is_word))
      return other_notation(walk, "write `true` without quotes", "true");
    if (std::any_of(std::begin(kFalse), std::end(kFalse), is_word))
      return other_notation(walk, "write `false` without quotes", "false");
  }
  if (value.is_number_integer() && (node.types & text) != 0 && is_fine(walk, node, value.dump())) {
    const std::string notation = "\"" + value.dump() + "\"";
    return other_notation(walk, fmt::format("write it in quotes: {}", quoted(notation)), notation);
  }
  const bool list = node.types == type_bits(json::array());
  if (list && !value.is_structured() && is_fine(walk, node, json::array({value}))) {
    return list_way_out(walk, value);
  }
  if (const auto slip = slip_way_out(walk, node, value)) return *slip;
  return help_of(walk, node);
}

WayOut word_way_out(Walk& walk, const SchemaNode& node, const json& value) {
  const std::string word = dumped(value);
  const std::vector<std::string> words = words_of_node(node);
  const auto close = nearest(word, words);
  // Who forgets a letter means the word; who writes longer ones means an item of the list.
  const bool is_word = close && word.size() <= close->size() + 1;
  const bool is_item = (node.types & type_bits(json::array())) != 0 && !value.is_structured() &&
                       is_fine(walk, node, json::array({value}));
  if (is_item && !is_word) return list_way_out(walk, value);
  if (close) return other_word(walk, word, *close, words);
  // A message names the words itself if they are few, and nobody reads a list of very many.
  if (words.size() > kMaxWords && words.size() <= kMaxListedWords) {
    return fmt::format("the words are {}", quoted_list(words, "and"));
  }
  return help_of(walk, node);
}

/// Finds the allowed value that differs from a value by its quotes only.
const json* unquoted_twin(const SchemaNode& node, const json& value) {
  if (value.is_structured()) return nullptr;
  const auto is_twin = [&](const json& allowed) { return dumped(allowed) == dumped(value); };
  if (node.constant != nullptr) return is_twin(*node.constant) ? node.constant : nullptr;
  if (node.values == nullptr) return nullptr;
  const auto twin = std::find_if(node.values->begin(), node.values->end(), is_twin);
  return twin == node.values->end() ? nullptr : &*twin;
}

WayOut quotes_way_out(const Walk& walk, const json& twin) {
  return other_notation(
      walk,
      fmt::format(
          "write it {} quotes: {}", twin.is_string() ? "in" : "without", quoted(twin.dump())),
      twin.dump());
}

void report_word(Walk& walk, const Spot& spot) {
  const json* twin = unquoted_twin(spot.node, spot.value);
  // A mapping or a list in the place of a word is too long to quote.
  const bool described = twin != nullptr || spot.value.is_structured();
  const auto slip = slip_way_out(walk, spot.node, spot.value);
  report_value(walk,
               "unknown-word",
               FindingRank::kWord,
               fmt::format("{} is {}, expected {}",
                           name_of(walk, spot.node),
                           described ? describe_value(spot.value) : quoted_value(spot.value),
                           expected_of(spot.node)),
               twin != nullptr ? quotes_way_out(walk, *twin)
               : slip          ? *slip
                               : word_way_out(walk, spot.node, spot.value));
}

/// Guesses what an identifier was meant to be: in lower case, with hyphens.
std::string pattern_guess(const SchemaNode& node, std::string text) {
  for (char& c : text) {
    c = to_lower(c);
    if (c == '_' || c == ' ') c = '-';
  }
  return node.matches(text) ? text : std::string();
}

void report_pattern(Walk& walk, const Spot& spot) {
  const auto& text = spot.value.get_ref<const std::string&>();
  const SchemaNode& node = spot.node;
  std::string help = annotation(walk, node, "patternErrorMessage");
  if (help.empty()) help = help_of(walk, node);
  const std::vector<std::string>& words = node.pattern_words.words;
  const auto close = nearest(text, words);
  const std::string guess = pattern_guess(node, text);
  const auto slip = slip_way_out(walk, node, text);
  // Few can read a pattern: it is shown where the schema has no words for it.
  const bool says_what = has_words(node) || !words.empty();
  const std::string wrong = says_what       ? "expected " + expected_of(node)
                            : !help.empty() ? "which has another form than it needs"
                                            : "which does not match " + quoted(*node.pattern);
  report_value(walk,
               "wrong-pattern",
               FindingRank::kPattern,
               fmt::format("{} is {}, {}", name_of(walk, node), quoted(text), wrong),
               slip            ? *slip
               : close         ? other_word(walk, text, *close, words)
               : guess.empty() ? help
                               : other_text(walk, guess));
}

bool walk_pattern(Walk& walk, const Spot& spot, const std::string& text) {
  const SchemaNode& node = spot.node;
  if (node.pattern == nullptr) return true;
  const auto& [words, has_others] = node.pattern_words;
  if (!words.empty() && !has_others) {
    if (std::find(words.begin(), words.end(), text) != words.end()) return true;
    if (walk.explains()) report_word(walk, spot);
    return false;
  }
  if (text.size() > kMaxMatchedBytes) {
    if (walk.explains()) {
      report_value(walk,
                   "too-long",
                   FindingRank::kBound,
                   fmt::format("{} has {} bytes, expected at most {} where a pattern is checked",
                               name_of(walk, node),
                               text.size(),
                               kMaxMatchedBytes),
                   help_of(walk, node));
    }
    return false;
  }
  if (node.matches(text)) return true;
  if (walk.explains()) report_pattern(walk, spot);
  return false;
}

bool walk_length(Walk& walk, const Spot& spot, const std::string& text) {
  const SchemaNode& node = spot.node;
  if (!node.min_length && !node.max_length) return true;
  const std::size_t length = count_code_points(text);
  const bool short_of = node.min_length && length < *node.min_length;
  const bool beyond = node.max_length && length > *node.max_length;
  if (!short_of && !beyond) return true;
  if (walk.explains()) {
    report_value(walk,
                 short_of ? "too-short" : "too-long",
                 FindingRank::kBound,
                 fmt::format("{} has {}, expected at {} {}",
                             name_of(walk, node),
                             counted(length, "character"),
                             short_of ? "least" : "most",
                             short_of ? *node.min_length : *node.max_length),
                 help_of(walk, node));
  }
  return false;
}

}  // namespace

bool equal_values(const json& a, const json& b) {
  if (a.is_number() && b.is_number()) return a.get<double>() == b.get<double>();
  if (a.type() != b.type() || a.size() != b.size()) return false;
  if (a.is_array()) return std::equal(a.begin(), a.end(), b.begin(), equal_values);
  if (!a.is_object()) return a == b;
  for (const auto& [name, value] : a.items()) {
    const auto other = b.find(name);
    if (other == b.end() || !equal_values(value, *other)) return false;
  }
  return true;
}

bool walk_type(Walk& walk, const Spot& spot) {
  if ((spot.node.types & type_bits(spot.value)) != 0) return true;
  if (walk.explains()) {
    report_value(walk,
                 "wrong-type",
                 FindingRank::kType,
                 fmt::format("{} is {}, expected {}",
                             name_of(walk, spot.node),
                             describe_value(spot.value),
                             expected_of(spot.node)),
                 type_way_out(walk, spot.node, spot.value));
  }
  return false;
}

bool walk_words(Walk& walk, const Spot& spot) {
  const auto same = [&](const json& value) { return equal_values(value, spot.value); };
  const bool known = spot.node.values == nullptr ||
                     std::any_of(spot.node.values->begin(), spot.node.values->end(), same);
  if (known && (spot.node.constant == nullptr || same(*spot.node.constant))) return true;
  if (walk.explains()) report_word(walk, spot);
  return false;
}

bool walk_text(Walk& walk, const Spot& spot) {
  const auto& text = spot.value.get_ref<const std::string&>();
  bool ok = walk_pattern(walk, spot, text);
  ok = walk_length(walk, spot, text) && ok;
  check_format(walk, spot, text);
  return ok;
}

void check_format(Walk& walk, const Spot& spot, const std::string& text) {
  const Format* format = spot.node.format;
  if (format == nullptr || !walk.explains() || format->accepts(text)) return;
  const FormatHint hint = format->hint == nullptr ? FormatHint{} : format->hint(text);
  const std::string wrong =
      hint.wrong.empty() ? fmt::format("expected {}", format->expected) : hint.wrong;
  report_value(walk,
               format->check,
               // What was meant says more than that the text is too long for it.
               hint.meant.empty() ? FindingRank::kFormat : FindingRank::kWord,
               fmt::format("{} is {}, {}", name_of(walk, spot.node), quoted(text), wrong),
               hint.meant.empty() ? help_of(walk, spot.node) : other_text(walk, hint.meant));
}

bool walk_number(Walk& walk, const Spot& spot) {
  const SchemaNode& node = spot.node;
  const double number = spot.value.get<double>();
  const bool small = (node.minimum && number < node.minimum->get<double>()) ||
                     (node.above && number <= node.above->get<double>());
  const bool large = (node.maximum && number > node.maximum->get<double>()) ||
                     (node.below && number >= node.below->get<double>());
  if (!small && !large) return true;
  if (walk.explains()) {
    report_value(walk,
                 small ? "too-small" : "too-large",
                 FindingRank::kBound,
                 fmt::format("{} is {}, expected {}",
                             name_of(walk, node),
                             quoted_value(spot.value),
                             expected_of(node)),
                 help_of(walk, node));
  }
  return false;
}

}  // namespace simrules
