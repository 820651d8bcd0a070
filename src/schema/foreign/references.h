#pragma once

#include <map>
#include <string>
#include <unordered_map>

#include <nlohmann/json.hpp>

namespace simrules {

/// The schemas of one document by the addresses that they give themselves.
/// Shape: addresses are those of `$id`, resolved from the outside in; the document must outlive it.
/// Source: JSON Schema draft-07, section 8; RFC 3986, section 5.
class SchemaAddresses {
 public:
  explicit SchemaAddresses(const nlohmann::json& root);

  /// Returns the schema that a reference in another one leads to; nullptr if it is in no place of this
  /// document.
  const nlohmann::json* find(const nlohmann::json& from, const std::string& reference) const;

  /// Tells whether a reference leads out of the document.
  bool is_remote(const nlohmann::json& from, const std::string& reference) const;

 private:
  void visit(const nlohmann::json& schema, const std::string& base);
  std::string absolute(const nlohmann::json& from, const std::string& reference) const;

  std::unordered_map<const nlohmann::json*, std::string> bases_;
  std::map<std::string, const nlohmann::json*> by_address_;
  std::string root_base_;
};

}  // namespace simrules
