#include "document/yaml_writer.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>

#include "base/pointer.h"
#include "document/scalar.h"
#include "document/spans.h"

namespace simrules {
namespace {

constexpr std::size_t kWidth = 100;
constexpr std::size_t kIndent = 2;

/// What every reader takes for a part of a plain scalar, in brackets as well.
bool is_harmless(unsigned char c) {
  constexpr std::string_view kMarks = " _-./()+%'";
  const bool is_ascii = c < 0x80;
  const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  const bool is_digit = c >= '0' && c <= '9';
  return !is_ascii || is_letter || is_digit || kMarks.find(static_cast<char>(c)) != kMarks.npos;
}

bool is_mark(char c) { return c == ' ' || (c >= '!' && c <= '/'); }

bool is_null_word(std::string_view text) {
  return text == "null" || text == "Null" || text == "NULL";
}

bool is_plain(std::string_view text) {
  return !text.empty() && !is_mark(text.front()) && text.back() != ' ' && !is_null_word(text) &&
         std::ranges::all_of(text, is_harmless) && resolve_plain(text).kind == ScalarKind::kString;
}

/// Writes a value in one line.
std::string flow_text(const WrittenValue& value) {
  if (value.is_string() && is_plain(value.get_ref<const std::string&>())) return value;
  if (!value.is_structured()) return value.dump();
  std::string text;
  for (const auto& [name, member] : value.items()) {
    if (!text.empty()) text += ", ";
    if (value.is_object()) text += flow_text(name) + ": ";
    text += flow_text(member);
  }
  return value.is_object() ? "{" + text + "}" : "[" + text + "]";
}

bool is_list_of_objects(const WrittenValue& value) {
  return value.is_array() && !value.empty() && value.front().is_object();
}

bool fits(const WrittenValue& value, std::size_t column) {
  const bool has_lists =
      value.is_object() && std::any_of(value.begin(), value.end(), is_list_of_objects);
  return !is_list_of_objects(value) && !has_lists && column + flow_text(value).size() <= kWidth;
}

/// Tells whether a text says the same when its lines are broken at spaces and joined again.
bool can_fold(std::string_view text) {
  return text.find("  ") == text.npos && text.find_first_of("\n\t\r\\") == text.npos &&
         text.front() != ' ' && text.back() != ' ';
}

std::string folded(std::string_view text, std::size_t column) {
  const std::string indent = "\n" + std::string(column, ' ');
  std::string out = ">-";
  std::size_t width = kWidth;
  while (!text.empty()) {
    const std::string_view word = text.substr(0, text.find(' '));
    text.remove_prefix(std::min(word.size() + 1, text.size()));
    const bool is_new_line = width + 1 + word.size() > kWidth;
    out += is_new_line ? indent : " ";
    out += word;
    width = (is_new_line ? column : width + 1) + word.size();
  }
  return out;
}

std::string block_members(const WrittenValue& members, std::size_t column);

std::string block_item(const WrittenValue& item, std::size_t column) {
  const bool is_short = fits(item, column + kIndent);
  return "- " + (is_short ? flow_text(item) : block_members(item, column + kIndent));
}

/// Writes what stands behind the colon of a member.
std::string member_text(const std::string& name, const WrittenValue& value, std::size_t column) {
  const std::string indent = "\n" + std::string(column + kIndent, ' ');
  if (fits(value, column + name.size() + kIndent)) return " " + flow_text(value);
  if (value.is_object()) return indent + block_members(value, column + kIndent);
  if (value.is_string()) {
    const auto& text = value.get_ref<const std::string&>();
    return " " + (can_fold(text) ? folded(text, column + kIndent) : flow_text(value));
  }
  if (!is_list_of_objects(value)) return " " + flow_text(value);
  std::string text;
  for (const WrittenValue& item : value) text += indent + block_item(item, column + kIndent);
  return text;
}

/// Writes members one below the other; the first stands where the text begins.
std::string block_members(const WrittenValue& members, std::size_t column) {
  std::string text;
  for (const auto& [name, value] : members.items()) {
    if (!text.empty()) text += "\n" + std::string(column, ' ');
    text += flow_text(name) + ":" + member_text(name, value, column);
  }
  return text;
}

/// A collection of a document, and where its first child begins and its last one ends.
/// Shape: the column is that of its keys, or of the dashes of its items.
struct Collection {
  const Document& document;
  SourceSpan span;
  bool is_flow = false;
  bool is_empty = true;
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t column = 0;

  TextEdit edit(std::size_t at, std::string text) const {
    return document.source.edit({at, at}, std::move(text));
  }
};

Collection collection_at(const Document& document, const std::string& pointer) {
  const std::string_view text = document.source.text();
  const nlohmann::json& value = document.value.at(nlohmann::json::json_pointer(pointer));
  Collection found{document, document.spans.at(pointer).value};
  found.is_flow = text[found.span.begin] == '{' || text[found.span.begin] == '[';
  found.begin = text.size();
  for (const auto& [name, member] : value.items()) {
    const NodeSpans& child = document.spans.at(pointer_join(pointer, name));
    found.is_empty = false;
    found.begin = std::min(found.begin, child.key.value_or(child.value).begin);
    found.end = std::max(found.end, child.value.end);
  }
  const std::size_t first = value.is_array() ? found.span.begin : found.begin;
  found.column = static_cast<std::size_t>(byte_column(text, std::min(first, text.size())));
  return found;
}

/// Puts a text behind the last child: into the same brackets, or below its line with its comment.
TextEdit add_behind(const Collection& to, const std::string& flow, const std::string& block) {
  if (to.is_flow && to.is_empty) return to.edit(to.span.begin + 1, flow);
  if (to.is_flow) return to.edit(to.end, ", " + flow);
  const std::string_view text = to.document.source.text();
  const std::size_t line_end = std::min(text.find('\n', to.end), text.size());
  return to.edit(line_end, "\n" + std::string(to.column, ' ') + block);
}

}  // namespace

TextEdit add_members(const Document& document,
                     const std::string& pointer,
                     const WrittenValue& members) {
  const Collection to = collection_at(document, pointer);
  const std::string flow = flow_text(members);
  return add_behind(to, flow.substr(1, flow.size() - 2), block_members(members, to.column));
}

TextEdit add_first_item(const Document& document,
                        const std::string& pointer,
                        const WrittenValue& item) {
  const Collection to = collection_at(document, pointer);
  if (to.is_flow) {
    return to.edit(to.span.begin + 1, flow_text(item) + (to.is_empty ? "" : ", "));
  }
  return to.edit(to.span.begin, block_item(item, to.column) + "\n" + std::string(to.column, ' '));
}

TextEdit add_last_item(const Document& document,
                       const std::string& pointer,
                       const WrittenValue& item) {
  const Collection to = collection_at(document, pointer);
  return add_behind(to, flow_text(item), block_item(item, to.column));
}

}  // namespace simrules
