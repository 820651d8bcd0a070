#include <algorithm>
#include <cstdint>
#include <set>

#include <fmt/format.h>

#include "base/pointer.h"
#include "base/text.h"
#include "schema/lint/keyword.h"
#include "schema/lint/lint.h"
#include "schema/reference.h"

namespace simrules {

namespace {

using nlohmann::json;

// A walk of schema and document follows references, so a small file can describe an enormous
// schema.
constexpr std::uint64_t kMaxExpanded = 200'000;
constexpr int kMaxDepth = 64;

struct Extent {
  bool open = true;
  std::uint64_t size = 1;
  int depth = 1;
};

struct ReferenceLint {
  SchemaLint& lint;
  std::unordered_map<std::string, Extent> extents;
  std::set<std::pair<std::string, bool>> seen_formats;
};

/// Returns where a `$ref` leads to, if that is a schema of this document.
std::optional<std::string> checked_target(SchemaLint& lint,
                                          const std::string& reference,
                                          const std::string& pointer) {
  auto target = reference_pointer(reference);
  const std::string here = pointer_join(pointer, "$ref");
  if (!target) {
    lint.value_error("schema-remote-reference",
                     here,
                     fmt::format("the reference {} leaves the document", quoted(reference)),
                     "copy what it refers to into `definitions` and refer to `#/definitions/...`");
    return std::nullopt;
  }
  // valijson leaves out empty parts and decodes after it has split.
  const bool readable = reference.find("//") == std::string::npos && reference.back() != '/' &&
                        reference.find("%7") == std::string::npos &&
                        pointer_split(*target).size() == pointer_split(reference.substr(1)).size();
  if (!readable) {
    lint.value_error("schema-unresolved-reference",
                     here,
                     fmt::format("validators read the reference {} differently", quoted(reference)),
                     "give the definition a name of letters, digits and hyphens");
    return std::nullopt;
  }
  if (lint.positions.count(*target) != 0) return target;
  std::vector<std::string> names;
  const auto definitions = lint.document.value.find("definitions");
  if (definitions != lint.document.value.end()) {
    for (const auto& [name, node] : definitions->items()) {
      names.push_back(fmt::format("#{}", pointer_join("/definitions", name)));
    }
  }
  const auto close = nearest(reference, names);
  lint.value_error("schema-unresolved-reference",
                   here,
                   fmt::format("the reference {} leads to no schema", quoted(reference)),
                   close ? fmt::format("did you mean {}?", quoted(*close))
                         : "refer to a schema of this document: `#/definitions/...`");
  return std::nullopt;
}

struct Edge {
  std::string pointer;
  bool is_reference;
};

/// Lists the schemas that checking a value against a schema goes on to.
std::vector<Edge> edges_of(ReferenceLint& state, const json& node, const std::string& pointer) {
  if (const auto reference = node.find("$ref"); reference != node.end()) {
    const auto target =
        checked_target(state.lint, reference->get_ref<const std::string&>(), pointer);
    return target ? std::vector<Edge>{{*target, true}} : std::vector<Edge>();
  }
  std::vector<Edge> edges;
  for (const Subschema& child : subschemas(node, pointer)) {
    if (child.keyword != "definitions") edges.push_back({child.pointer, false});
  }
  return edges;
}

/// Measures a schema with everything that it refers to, and refuses one that refers to itself.
Extent measure(ReferenceLint& state, const std::string& pointer, int level) {
  if (const auto known = state.extents.find(pointer); known != state.extents.end()) {
    return known->second;
  }
  state.extents[pointer] = Extent{};
  Extent extent{false, 1, 1};
  // Beyond the limit the caller reports; going on could exhaust the stack.
  if (level > 2 * kMaxDepth) return state.extents[pointer] = Extent{false, 1, level};
  for (const Edge& edge : edges_of(state, *state.lint.positions.at(pointer), pointer)) {
    const Extent inner = measure(state, edge.pointer, level + 1);
    if (inner.open) {
      state.lint.value_error(
          "schema-cyclic-reference",
          edge.is_reference ? pointer_join(pointer, "$ref") : pointer,
          fmt::format("the reference leads back to {}", quoted(fmt::format("#{}", edge.pointer))),
          "write out as many levels as the data has");
      continue;
    }
    extent.size = std::min(extent.size + inner.size, kMaxExpanded + 1);
    extent.depth = std::max(extent.depth, inner.depth + 1);
  }
  return state.extents[pointer] = extent;
}

bool is_condition(std::string_view keyword) {
  return keyword == "if" || keyword == "not" || keyword == "anyOf" || keyword == "oneOf";
}

/// Refuses a `format` that decides a condition: the verdict would hang on it, but validators ignore
/// it.
void lint_formats(ReferenceLint& state, const std::string& pointer, bool deciding) {
  if (!state.seen_formats.insert({pointer, deciding}).second) return;
  const json& node = *state.lint.positions.at(pointer);
  if (const auto reference = node.find("$ref"); reference != node.end()) {
    const auto target = reference_pointer(reference->get_ref<const std::string&>());
    lint_formats(state, *target, deciding);
    return;
  }
  if (deciding && node.contains("format")) {
    state.lint.key_error(
        "schema-misplaced-format",
        pointer_join(pointer, "format"),
        "`format` decides a condition",
        "use `format` outside of `if`, `not`, `anyOf` and `oneOf`; a `pattern` may stand there");
  }
  for (const Subschema& child : subschemas(node, pointer)) {
    if (child.keyword == "definitions") continue;
    lint_formats(state, child.pointer, deciding || is_condition(child.keyword));
  }
}

}  // namespace

void lint_references(SchemaLint& lint) {
  ReferenceLint state{lint, {}, {}};
  std::vector<std::string> pointers;
  for (const auto& [pointer, node] : lint.positions) pointers.push_back(pointer);
  // The order of a hash map must not decide which reference of a cycle is reported.
  std::sort(pointers.begin(), pointers.end());
  for (const std::string& pointer : pointers) {
    const Extent extent = measure(state, pointer, 0);
    if (extent.size <= kMaxExpanded && extent.depth <= kMaxDepth) continue;
    lint.value_error(
        "schema-too-complex",
        pointer,
        fmt::format("the schema has more than {} parts or {} levels with what it refers to",
                    kMaxExpanded,
                    kMaxDepth),
        "refer less often to schemas that refer to others");
    break;
  }
  if (!lint.ok) return;
  lint_formats(state, "", false);
}

}  // namespace simrules
