#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <regex>
#include <string>
#include <unordered_map>
#include <vector>

#include <nlohmann/json.hpp>

#include "schema/format.h"
#include "schema/spec/words.h"

namespace simrules {

/// What one schema says, ready for a walk: keywords are looked up once, not once for each value.
/// Shape: pointers are null and lists empty where the keyword is absent; `types` has one bit for
///        each JSON type; `json` is the schema that references lead to. Not to be shared between threads.
struct SchemaNode {
  const nlohmann::json* json = nullptr;
  unsigned types = ~0U;
  const nlohmann::json* values = nullptr;
  const nlohmann::json* constant = nullptr;
  const std::string* pattern = nullptr;
  PatternWords pattern_words;
  const Format* format = nullptr;
  const Format* key_format = nullptr;
  const nlohmann::json* minimum = nullptr;
  const nlohmann::json* maximum = nullptr;
  const nlohmann::json* above = nullptr;
  const nlohmann::json* below = nullptr;
  std::optional<std::size_t> min_length;
  std::optional<std::size_t> max_length;
  std::optional<std::size_t> min_items;
  std::optional<std::size_t> max_items;
  std::optional<std::size_t> min_properties;
  std::optional<std::size_t> max_properties;
  bool unique_items = false;
  std::vector<std::string> required;
  const nlohmann::json* properties = nullptr;
  const nlohmann::json* additional = nullptr;
  const nlohmann::json* dependencies = nullptr;
  const nlohmann::json* items = nullptr;
  const nlohmann::json* all_of = nullptr;
  const nlohmann::json* any_of = nullptr;
  const nlohmann::json* one_of = nullptr;
  const nlohmann::json* excluded = nullptr;
  const nlohmann::json* condition = nullptr;
  const nlohmann::json* consequence = nullptr;
  const nlohmann::json* alternative = nullptr;

  /// Returns the text of an annotation; empty where it is absent.
  std::string text(const char* keyword) const;

  /// Tells whether a text matches the pattern.
  bool matches(const std::string& text) const;

  /// The pattern, compiled when a text is matched first: in any thread, as the character tables that
  /// this reads were filled when the schema was made.
  mutable std::optional<std::regex> regex = {};

  /// Whether a format is in it, once somebody has asked.
  mutable std::optional<bool> has_formats = {};
};

/// Returns the bit of a value's type; a whole number has the bits of `integer` and of `number`.
unsigned type_bits(const nlohmann::json& value);

/// The schemas of a linted document, each prepared when it is first asked for.
/// Shape: not to be shared between threads; the schema must outlive it.
class SchemaIndex {
 public:
  explicit SchemaIndex(const nlohmann::json& root) : root_(root) {}

  const nlohmann::json& root() const { return root_; }

  /// Returns what a schema says, its references followed.
  const SchemaNode& node(const nlohmann::json& schema);

  /// Tells whether a schema, or one inside it, has a format of texts or of keys.
  bool has_formats(const SchemaNode& node);

 private:
  const nlohmann::json& root_;
  std::unordered_map<const nlohmann::json*, const SchemaNode*> by_place_;
  std::unordered_map<const nlohmann::json*, std::unique_ptr<SchemaNode>> nodes_;
};

}  // namespace simrules
