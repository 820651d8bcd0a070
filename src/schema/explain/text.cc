#include "schema/explain/text.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "schema/spec/words.h"

namespace simrules {

namespace {

using nlohmann::json;

std::string range_of(const SchemaNode& node) {
  const std::string least = node.minimum ? dumped(*node.minimum) : "";
  const std::string most = node.maximum ? dumped(*node.maximum) : "";
  if (!least.empty() && !most.empty()) return fmt::format(" from {} to {}", least, most);
  if (!least.empty()) return fmt::format(" of at least {}", least);
  if (!most.empty()) return fmt::format(" of at most {}", most);
  if (node.above) return fmt::format(" above {}", dumped(*node.above));
  if (node.below) return fmt::format(" below {}", dumped(*node.below));
  return "";
}

std::string expected_text(const SchemaNode& node) {
  if (node.format) return node.format->expected;
  if (has_words(node)) {
    return "text such as " + quoted(node.json->at("examples").front().get<std::string>());
  }
  if (node.pattern && node.text("description").empty())
    return fmt::format("text that matches {}", quoted(*node.pattern));
  return "a string";
}

std::string expected_object(const SchemaNode& node) {
  if (node.required.empty()) return "a mapping";
  return "a mapping with " + quoted_list(node.required, "and");
}

std::string expected_type(const SchemaNode& node, const std::string& type) {
  if (type == "integer") return "a whole number" + range_of(node);
  if (type == "number") return "a number" + range_of(node);
  if (type == "string") return expected_text(node);
  if (type == "boolean") return "`true` or `false`";
  if (type == "array") return "a list";
  if (type == "object") return expected_object(node);
  return "`null`";
}

std::string joined(const std::vector<std::string>& parts) {
  std::string out;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const bool last = i + 1 == parts.size();
    if (i > 0) out += last ? " or " : ", ";
    out += parts[i];
  }
  return out;
}

std::string expected_words(const std::vector<std::string>& words) {
  return words.size() > kMaxWords ? fmt::format("one of its {} words", words.size())
                                  : quoted_list(words);
}

std::size_t count_words(std::string_view text) {
  return 1 + static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
           return c == ' ' || c == '_' || c == '-';
         }));
}

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

}  // namespace

std::string dumped(const json& value) {
  return value.is_string() ? value.get<std::string>()
                           : value.dump(-1, ' ', false, json::error_handler_t::replace);
}

std::vector<std::string> words_of_node(const SchemaNode& node) {
  if (node.values == nullptr && node.constant == nullptr) return node.pattern_words.words;
  std::vector<std::string> words;
  if (node.values)
    for (const json& value : *node.values) words.push_back(dumped(value));
  if (node.constant) words.push_back(dumped(*node.constant));
  return words;
}

std::string expected_of(const SchemaNode& node) {
  const std::vector<std::string> words = words_of_node(node);
  if (node.values || node.constant) return expected_words(words);
  std::vector<std::string> parts;
  for (const std::string& type : types_of(*node.json)) {
    if (type != "string" || words.empty()) parts.push_back(expected_type(node, type));
  }
  if (words.empty()) return parts.empty() ? "another value" : joined(parts);
  if (parts.empty()) return expected_words(words);
  return fmt::format("{}, or {}", fmt::join(parts, ", "), expected_words(words));
}

bool has_words(const SchemaNode& node) {
  const auto examples = node.json->find("examples");
  return examples != node.json->end() && examples->is_array() && !examples->empty() &&
         examples->front().is_string();
}

std::string quoted_value(const json& value) { return quoted(dumped(value)); }

std::string describe_value(const json& value) {
  if (value.is_string()) return "the string " + quoted_value(value);
  if (value.is_number()) return "the number " + quoted_value(value);
  if (value.is_array()) return "a list";
  if (value.is_object()) return "a mapping";
  return quoted_value(value);
}

std::string name_of(const Walk& walk, const SchemaNode& node) {
  if (walk.path.empty()) return "the document";
  const PathStep& last = walk.path.back();
  if (last.key == nullptr) {
    const bool named = walk.path.size() > 1 && walk.path[walk.path.size() - 2].key != nullptr;
    const std::string item = fmt::format("item {}", last.index + 1);
    return named ? fmt::format("{} of {}", item, quoted(*walk.path[walk.path.size() - 2].key))
                 : item;
  }
  const std::string title = annotation(walk, node, "title");
  const bool says_more = !title.empty() && count_words(title) > count_words(*last.key);
  return says_more ? fmt::format("{} ({})", quoted(*last.key), printable(title))
                   : quoted(*last.key);
}

const SchemaNode* field_of(const Walk& walk) {
  const SchemaNode* node = &walk.index.node(walk.index.root());
  for (const PathStep& step : walk.path) {
    const json* next = node->items;
    if (step.key != nullptr) {
      const bool known = node->properties != nullptr && node->properties->contains(*step.key);
      next = known ? &node->properties->at(*step.key) : node->additional;
    }
    if (next == nullptr || !next->is_object()) return nullptr;
    node = &walk.index.node(*next);
  }
  return node;
}

std::string annotation(const Walk& walk, const SchemaNode& node, const char* keyword) {
  std::string text = node.text(keyword);
  if (!text.empty()) return text;
  const SchemaNode* field = field_of(walk);
  return field == nullptr ? std::string() : field->text(keyword);
}

std::string phrase(std::string sentence) {
  if (!sentence.empty() && sentence.back() == '.') sentence.pop_back();
  const bool is_word = sentence.size() > 1 && !is_capital(sentence[1]);
  if (is_word && is_capital(sentence[0])) sentence[0] = static_cast<char>(sentence[0] - 'A' + 'a');
  return sentence;
}

std::string help_of(const Walk& walk, const SchemaNode& node) {
  std::string help = annotation(walk, node, "x-help");
  if (!help.empty()) return help;
  const std::string description = phrase(annotation(walk, node, "description"));
  return description.empty() ? "" : "what belongs here: " + description;
}

std::string counted(std::size_t count, const std::string& noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

}  // namespace simrules
