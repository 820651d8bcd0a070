#pragma once

#include <random>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

namespace simrules {

/// Makes schemas of the keywords that we allow, and documents that meet and violate them.
class SchemaGenerator {
 public:
  explicit SchemaGenerator(unsigned seed) : random_(seed) {}

  /// Returns a schema of several keywords, some of them nested.
  nlohmann::json schema();

  /// Returns a schema whose verdicts hang on one keyword.
  nlohmann::json schema_of(const std::string& keyword);

  /// Returns a document.
  nlohmann::json document();

  /// Changes one value somewhere in a document.
  void mutate(nlohmann::json& document);

  /// Lists the keywords that verdicts can hang on, each with a maker.
  static std::vector<std::string> asserting_keywords();

  std::size_t pick(std::size_t bound);

 private:
  std::mt19937 random_;
};

}  // namespace simrules
