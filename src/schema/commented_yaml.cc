#include "schema/commented_yaml.h"

#include <algorithm>
#include <cstddef>
#include <set>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "base/date.h"
#include "base/pointer.h"
#include "base/text.h"
#include "document/scalar.h"
#include "schema/reference.h"

namespace simrules {
namespace {

using nlohmann::json;
using nlohmann::ordered_json;

constexpr std::size_t kWidth = 100;
constexpr std::size_t kStep = 2;
/// More words than these are listed without their meanings: an editor and the pages have those.
constexpr std::size_t kMostExplained = 8;
constexpr std::size_t kMostOnOneLine = 3;

bool is_null(std::string_view text) { return text == "null" || text == "Null" || text == "NULL"; }

/// Tells whether a text means itself without quotes, wherever it stands.
bool is_plain(std::string_view text) {
  if (parse_date(text)) return true;
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  const auto is_inner = [&](char c) {
    constexpr std::string_view kOthers = " -_./";
    const bool foreign = static_cast<unsigned char>(c) >= 0x80;
    return is_letter(c) || (c >= '0' && c <= '9') || kOthers.find(c) != kOthers.npos || foreign;
  };
  return !text.empty() && (is_letter(text[0]) || static_cast<unsigned char>(text[0]) >= 0x80) &&
         text.back() != ' ' && std::all_of(text.begin(), text.end(), is_inner) && !is_null(text) &&
         resolve_plain(text).kind == ScalarKind::kString;
}

std::string scalar(const ordered_json& value) {
  const bool plain = !value.is_string() || is_plain(value.get_ref<const std::string&>());
  return plain && value.is_string() ? value.get<std::string>() : value.dump();
}

bool is_short(const ordered_json& value) {
  if (!value.is_structured()) return true;
  const bool flat = std::none_of(
      value.begin(), value.end(), [](const ordered_json& each) { return each.is_structured(); });
  return flat && (value.is_array() || value.size() <= kMostOnOneLine);
}

/// Writes a value on one line: `{en: Name}`, `[JP]`, `2026-11-22`.
std::string on_one_line(const ordered_json& value) {
  if (!value.is_structured()) return scalar(value);
  std::vector<std::string> parts;
  for (const auto& [key, member] : value.items()) {
    parts.push_back(value.is_array() ? scalar(member) : fmt::format("{}: {}", key, scalar(member)));
  }
  const std::string inside = fmt::format("{}", fmt::join(parts, ", "));
  return value.is_array() ? '[' + inside + ']' : '{' + inside + '}';
}

/// Adds a comment, broken at blanks; later lines stand below the text of the first one.
void add_comment(std::string& out,
                 std::size_t indent,
                 std::string_view first,
                 const std::string& text) {
  std::string line = std::string(indent, ' ') + std::string(first);
  const std::string later = std::string(indent, ' ') + "#" + std::string(first.size() - 1, ' ');
  bool begun = false;
  for (std::string_view rest = text; !rest.empty();) {
    const std::size_t end = std::min(rest.find(' '), rest.size());
    if (begun && display_width(line) + 1 + end > kWidth) {
      out += line + '\n';
      line = later;
      begun = false;
    }
    line += (begun ? " " : "") + std::string(rest.substr(0, end));
    begun = true;
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  out += line + '\n';
}

class Writer {
 public:
  Writer(const SnippetDocument& document, const PolicySchema& schema)
      : document_(document), schema_(schema.schema().value()) {}

  std::string write() {
    members(document_.value, "", resolve_at(schema_, schema_, ""), 0);
    return out_;
  }

 private:
  static std::string text_of(const json& node, const char* key) {
    const auto found = node.find(key);
    return found == node.end() || !found->is_string()
               ? ""
               : printable(found->get<std::string>(), kWidth * kStep);
  }

  /// Says what a field wants; returns without a word for what was said before.
  void explain(const ResolvedSchema& field, std::size_t indent) {
    if (!explained_.insert(field.pointer).second) return;
    const std::string description = text_of(*field.node, "description");
    if (description.empty()) return;
    add_comment(
        out_, indent, "# ", fmt::format("{}: {}", text_of(*field.node, "title"), description));
    const auto words = field.node->find("enum");
    if (words != field.node->end()) explain_words(*words, *field.node, indent);
  }

  void explain_words(const json& words, const json& node, std::size_t indent) {
    const json meanings = node.value("enumDescriptions", json::array());
    std::vector<std::string> all;
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (!words[i].is_string()) return;
      all.push_back(printable(words[i].get<std::string>()));
      if (words.size() > kMostExplained || i >= meanings.size()) continue;
      const std::string meaning = printable(meanings[i].get<std::string>(), kWidth * kStep);
      add_comment(out_, indent, "#   ", fmt::format("{}: {}", all.back(), meaning));
    }
    if (words.size() > kMostExplained) {
      add_comment(out_, indent, "#   ", fmt::format("one of {}", fmt::join(all, ", ")));
    }
  }

  /// Tells what else the schema lets stand in an object.
  void tell_others(const ordered_json& value, const ResolvedSchema& node, std::size_t indent) {
    if (!others_told_.insert(node.pointer).second) return;
    std::vector<std::string> others;
    const json properties = node.node->value("properties", json::object());
    for (const auto& [name, unused] : properties.items()) {
      if (!value.contains(name)) others.push_back(printable(name));
    }
    if (others.empty()) return;
    add_comment(out_, indent, "# ", fmt::format("There may also be: {}.", fmt::join(others, ", ")));
  }

  ResolvedSchema child(const ResolvedSchema& node, const char* keyword) const {
    const auto found = node.node->find(keyword);
    static const json kNothing = json::object();
    if (found == node.node->end() || !found->is_object()) return {&kNothing, ""};
    return resolve_at(schema_, *found, pointer_join(node.pointer, keyword));
  }

  ResolvedSchema member(const ResolvedSchema& node, const std::string& name) const {
    const ResolvedSchema properties = child(node, "properties");
    return child(properties, name.c_str());
  }

  std::string mark(const std::string& pointer) const {
    const auto next = document_.defaults.lower_bound(pointer);
    const bool own = next != document_.defaults.end() &&
                     (*next == pointer || next->rfind(pointer + '/', 0) == 0);
    return own ? "  # change this\n" : "\n";
  }

  /// Writes the members of an object; those of a list's item begin behind its dash.
  void members(const ordered_json& object,
               const std::string& pointer,
               const ResolvedSchema& node,
               std::size_t indent,
               bool is_item = false) {
    bool behind_dash = is_item;
    for (const auto& [name, value] : object.items()) {
      const std::string below = pointer_join(pointer, name);
      const ResolvedSchema field = member(node, name);
      explain(field, behind_dash ? indent - kStep : indent);
      out_ += behind_dash ? std::string(indent - kStep, ' ') + "- " : std::string(indent, ' ');
      out_ += name + ':';
      behind_dash = false;
      this->value(value, below, field, indent);
    }
    tell_others(object, node, indent);
  }

  void value(const ordered_json& value,
             const std::string& pointer,
             const ResolvedSchema& node,
             std::size_t indent) {
    if (is_short(value)) {
      out_ += ' ' + on_one_line(value) + mark(pointer);
      return;
    }
    out_ += '\n';
    if (value.is_object()) return members(value, pointer, node, indent + kStep);
    const ResolvedSchema item = child(node, "items");
    for (std::size_t i = 0; i < value.size(); ++i) {
      members(value[i], pointer_join(pointer, i), item, indent + kStep + kStep, true);
    }
  }

  const SnippetDocument& document_;
  const json& schema_;
  std::string out_;
  std::set<std::string> explained_ = {""};
  std::set<std::string> others_told_ = {};
};

}  // namespace

std::string commented_yaml(const SnippetDocument& document, const PolicySchema& schema) {
  return Writer(document, schema).write();
}

}  // namespace simrules
