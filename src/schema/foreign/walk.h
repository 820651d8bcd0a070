#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "schema/foreign/pattern.h"
#include "schema/foreign/references.h"

namespace simrules {

/// The format that is checked; the others say nothing that all validators agree on.
inline constexpr const char* kCheckedFormat = "date";

/// Something in a value that a schema does not allow.
/// Shape: `at_key` tells that the key at the pointer is meant and not its value.
struct ForeignFault {
  const char* check;
  std::string pointer;
  std::string message;
  std::string help;
  bool at_key = false;
};

/// What is read of a schema once: where its references lead, and its patterns.
class ReadSchema {
 public:
  explicit ReadSchema(const nlohmann::json& root) : addresses_(root) {}

  const SchemaAddresses& addresses() const { return addresses_; }

  /// Returns a pattern of the schema, read when it is first asked for.
  const Pattern& pattern(const std::string& text);

 private:
  SchemaAddresses addresses_;
  std::unordered_map<std::string, Pattern> patterns_;
};

/// One walk through a value and its schema.
/// Shape: each question, a value by a schema, is answered once, so that branches in branches take no
///        longer than there are questions; `steps` is what it takes without that.
class ForeignWalk {
 public:
  using json = nlohmann::json;
  using Faults = std::vector<ForeignFault>;

  ForeignWalk(ReadSchema& schema, Faults* faults) : schema_(schema), faults_(faults) {}

  /// Judges, and tells why not.
  bool walk(const json& schema, const json& value, const std::string& at);

  double steps() const { return steps_; }

 private:
  /// The answer to a question, and what it took.
  struct Judged {
    bool conforms;
    double steps;
  };

  /// Judges by each keyword, and tells why.
  bool judge(const json& schema, const json& value, const std::string& at);
  /// Judges without telling why, each question once.
  bool conforms(const json& schema, const json& value);
  bool fail(const char* check, const std::string& at, std::string message, std::string help = "");
  bool fail_at_key(const char* check,
                   const std::string& at,
                   std::string message,
                   std::string help = "");

  bool type(const json& schema, const json& value, const std::string& at);
  bool words(const json& schema, const json& value, const std::string& at);
  bool bound(const json& schema, const char* keyword, const json& value, const std::string& at);
  bool number(const json& schema, const json& value, const std::string& at);
  bool count(const json& schema,
             const char* keyword,
             std::size_t size,
             const char* noun,
             const std::string& at);
  bool matches(const std::string& pattern, const std::string& text, const std::string& at);
  /// Checks the one format that every reader takes alike.
  bool date(const json& schema, const std::string& text, const std::string& at);
  bool text(const json& schema, const json& value, const std::string& at);

  bool list(const json& schema, const json& value, const std::string& at);
  bool distinct(const json& value, const std::string& at);
  bool object(const json& schema, const json& value, const std::string& at);
  bool member(const json& schema, const std::string& key, const json& value, const std::string& at);
  bool dependencies(const json& schema, const json& value, const std::string& at);

  /// Tells the faults of the branch that comes nearest: that with the fewest, which are deepest.
  bool no_branch(const json& branches, const json& value, const std::string& at);
  bool choices(const json& schema, const json& value, const std::string& at);

  ReadSchema& schema_;
  Faults* faults_;
  std::set<std::pair<const json*, const json*>> active_;
  std::map<std::pair<const json*, const json*>, Judged> judged_;
  double steps_ = 0;
  std::size_t assumed_ = 0;
  std::size_t explained_ = 0;
};

}  // namespace simrules
