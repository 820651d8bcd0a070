#include "schema/foreign/trust.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/member.h"
#include "schema/foreign/parts.h"
#include "schema/foreign/references.h"
#include "schema/foreign/walk.h"
#include "schema/judge.h"
#include "schema/lint/pattern_safety.h"

namespace simrules {
namespace {

using nlohmann::json;

/// The keywords in which valijson 1.0 is wrong, and so ours decides.
/// Source: the required cases of JSON-Schema-Test-Suite, and its own source.
constexpr std::array<std::string_view, 3> kWrongInValijson = {
    "$id",            // not known: a reference through it leads elsewhere
    "multipleOf",     // reckoned in doubles: 19.99 is no multiple of 0.01, 1.5 one of 1
    "propertyNames",  // in a definition, the schema of the object itself
};

/// The keywords whose schemas judge the same value again, and not one inside it.
constexpr std::array<std::string_view, 8> kInPlace = {
    "allOf", "anyOf", "oneOf", "not", "if", "then", "else", "dependencies"};

template <typename Words>
bool contains(const Words& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

/// Tells whether a pattern means the same to std::regex and takes no long time there, wherever in a
/// text it is found.
bool is_safe_pattern(std::string pattern) {
  if (!pattern.starts_with('^')) pattern.insert(0, "^");
  if (!pattern.ends_with('$')) pattern += '$';
  return !find_pattern_problem(pattern);
}

/// Tells whether a reference is one to a place of the document, in letters that need no decoding.
bool is_plain_reference(const std::string& reference) {
  if (reference == "#") return true;
  return reference.starts_with("#/") && !reference.ends_with('/') &&
         reference.find("//") == std::string::npos &&
         reference.find_first_of("%~", 1) == std::string::npos;
}

class Reader {
 public:
  explicit Reader(const json& root) : root_(root), addresses_(root) {}

  bool reads(const json& schema) {
    if (!schema.is_object()) return true;
    if (!reads_keywords(schema) || !comes_to_an_end(schema)) return false;
    bool fine = true;
    for_each_part(schema,
                  [&](const json& part, const std::string&) { fine = fine && reads(part); });
    return fine;
  }

 private:
  bool reads_keywords(const json& schema) const {
    for (const auto& [name, value] : schema.items()) {
      const bool is_name_of_all = name == "$id" && &schema == &root_;
      if (contains(kWrongInValijson, name) && !is_name_of_all) return false;
      if (name == "format" && value == kCheckedFormat) return false;
      const std::string text(text_or_empty(&value));
      if (name == "pattern" && !is_safe_pattern(text)) return false;
      if (name == "$ref" && !is_plain_reference(text)) return false;
      if (name != "patternProperties") continue;
      for (const auto& [pattern, part] : value.items()) {
        if (!is_safe_pattern(pattern)) return false;
      }
    }
    return true;
  }

  /// Tells whether judging one value by a schema leads back to it: valijson would never end.
  bool comes_to_an_end(const json& schema) {
    if (!schema.is_object()) return true;
    const auto [step, is_new] = is_done_.emplace(&schema, false);
    if (!is_new) return step->second;
    bool fine = true;
    if (const json* reference = find_member(schema, "$ref"))
      fine = comes_to_an_end(*addresses_.find(schema, reference->get<std::string>()));
    for_each_part(schema, [&](const json& part, const std::string& pointer) {
      const std::string_view keyword =
          std::string_view(pointer).substr(1, pointer.find('/', 1) - 1);
      if (contains(kInPlace, keyword)) fine = fine && comes_to_an_end(part);
    });
    return is_done_[&schema] = fine;
  }

  const json& root_;
  SchemaAddresses addresses_;
  std::unordered_map<const json*, bool> is_done_;
};

}  // namespace

bool is_right_in_valijson(const json& root) {
  return !JudgedValue(root).has_large_number() && Reader(root).reads(root);
}

bool has_patterns(const json& schema) {
  if (!schema.is_object()) return false;
  bool found = schema.contains("pattern") || schema.contains("patternProperties");
  for_each_part(schema,
                [&](const json& part, const std::string&) { found = found || has_patterns(part); });
  return found;
}

}  // namespace simrules
