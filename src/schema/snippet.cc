#include "schema/snippet.h"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include "base/pointer.h"

namespace simrules {
namespace {

using nlohmann::ordered_json;

/// One `${...}`, or the text before it.
/// Shape: `name` is the number or the variable; empty for text.
struct SnippetPiece {
  std::string name;
  std::string text;
};

/// Cuts what stands between `${` and `}` into the name and the proposal; of a choice, that is the
/// first word.
SnippetPiece placeholder(std::string_view inside) {
  const std::size_t end = inside.find_first_of(":|");
  if (end == std::string_view::npos) return {std::string(inside), ""};
  const std::string_view rest = inside.substr(end + 1);
  const std::size_t stop = inside[end] == '|' ? rest.find_first_of(",|") : rest.size();
  return {std::string(inside.substr(0, end)), std::string(rest.substr(0, stop))};
}

std::vector<SnippetPiece> pieces_of(std::string_view text) {
  std::vector<SnippetPiece> pieces;
  while (!text.empty()) {
    const std::size_t begin = text.find("${");
    const std::size_t end = begin == std::string_view::npos ? begin : text.find('}', begin);
    if (begin != 0) pieces.push_back({"", std::string(text.substr(0, begin))});
    if (end == std::string_view::npos) break;
    pieces.push_back(placeholder(text.substr(begin + 2, end - begin - 2)));
    text.remove_prefix(end + 1);
  }
  return pieces;
}

/// Calls a function with each text of a document and its pointer.
template <typename Function>
void for_each_text(ordered_json& node, const std::string& pointer, const Function& function) {
  if (node.is_string()) function(node, pointer);
  if (!node.is_structured()) return;
  std::size_t index = 0;
  for (auto& [key, value] : node.items()) {
    const std::string below =
        node.is_array() ? pointer_join(pointer, index++) : pointer_join(pointer, key);
    for_each_text(value, below, function);
  }
}

/// Gives the tab stops that a field replaces as a whole their values.
void link_tab_stops(ordered_json& body, SnippetInput& input) {
  for_each_text(body, "", [&](const ordered_json& text, const std::string& pointer) {
    const auto field = input.fields.find(pointer);
    const std::vector<SnippetPiece> pieces = pieces_of(text.get<std::string>());
    const bool alone = pieces.size() == 1 && !pieces.front().name.empty();
    if (field != input.fields.end() && alone) {
      input.variables.emplace(pieces.front().name, field->second);
    }
  });
}

const ordered_json* snippet_body(const ordered_json& schema, std::string_view label) {
  const auto snippets = schema.find("defaultSnippets");
  if (snippets == schema.end()) return nullptr;
  const auto found = std::find_if(snippets->begin(), snippets->end(), [&](const auto& snippet) {
    return snippet.is_object() && snippet.value("label", ordered_json()) == label &&
           snippet.value("body", ordered_json()).is_object();
  });
  return found == snippets->end() ? nullptr : &(*found)["body"];
}

}  // namespace

std::optional<SnippetDocument> expand_snippet(const PolicySchema& schema,
                                              std::string_view label,
                                              const SnippetInput& input) {
  // The order of members is only in the schema's text: the value has them sorted.
  const ordered_json root =
      ordered_json::parse(schema.schema().document().source.text(), nullptr, false);
  const ordered_json* body = root.is_object() ? snippet_body(root, label) : nullptr;
  if (body == nullptr) return std::nullopt;
  SnippetDocument document{*body, {}};
  SnippetInput known = input;
  link_tab_stops(document.value, known);
  for_each_text(document.value, "", [&](ordered_json& text, const std::string& pointer) {
    if (const auto field = known.fields.find(pointer); field != known.fields.end()) {
      text = field->second;
      return;
    }
    std::string filled;
    for (const SnippetPiece& piece : pieces_of(text.get<std::string>())) {
      const auto given = known.variables.find(piece.name);
      filled += given == known.variables.end() ? piece.text : given->second;
      const bool proposed = !piece.name.empty() && given == known.variables.end();
      if (proposed) document.defaults.insert(pointer);
    }
    text = filled;
  });
  return document;
}

}  // namespace simrules
