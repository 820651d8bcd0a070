#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "schema/foreign/evaluate.h"

namespace simrules {

/// One walk through a value and its schema.
/// Shape: each question, a value by a schema, is answered once, so that branches in branches take no
///        longer than there are questions; `steps` is what it takes without that.
class ForeignWalk {
 public:
  using json = nlohmann::json;
  using Faults = std::vector<ForeignFault>;

  ForeignWalk(ForeignEvaluator& evaluator, Faults* faults)
      : evaluator_(evaluator), faults_(faults) {}

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

  ForeignEvaluator& evaluator_;
  Faults* faults_;
  std::set<std::pair<const json*, const json*>> active_;
  std::map<std::pair<const json*, const json*>, Judged> judged_;
  double steps_ = 0;
  std::size_t assumed_ = 0;
  std::size_t explained_ = 0;
};

}  // namespace simrules
