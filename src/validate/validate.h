#pragma once

#include <algorithm>
#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/diagnostic.h"
#include "base/threads/parallel.h"
#include "model/catalog.h"
#include "schema/schema.h"
#include "schema/schema_check.h"

namespace simrules {

/// Who has a network code as its own, and in which policy.
struct NetworkOwner {
  const Policy* policy;
  std::string_view owner;
};

/// The policies of a run by the ids that they have, and by those that they had.
/// Shape: of several with one former id the first is the one that the run has first.
struct PolicyIndex {
  std::map<std::string_view, const Policy*> by_id;
  std::multimap<std::string_view, const Policy*> by_former_id;
  std::map<std::string_view, std::vector<NetworkOwner>> owners_of_code;
};

/// A value of a policy with its specification.
/// Shape: `around` is the visit of the object or list that it is in, null for the policy itself; `key` is
///        null for an item of a list, which is known by its `index`.
struct FieldVisit {
  const FieldSpec& spec;
  const nlohmann::json& value;
  const FieldVisit* around = nullptr;
  const std::string* key = nullptr;
  std::size_t index = 0;

  /// Returns the pointer of the value: made when there is something to say, which is rare.
  std::string pointer() const;
};

struct DatedItem;

/// What a semantic check sees.
/// Shape: `policy` conforms to the schema and was read from a file, so that diagnostics have
///        places; `policy_ids` are the ids that a reference may name, sorted, also of policies that
///        this run does not check; `index` has those that it does; `checker` is of the schema, made by
///        the first check that needs it; `day` is that of judgement, and what depends on it is not
///        judged without one; `is_untouched` tells that what is judged did not touch the policy, so
///        that what time alone made wrong is a warning; `fields` are all values of the policy that the
///        schema knows, parents first, and `dated` all items that have terms over time, both listed
///        once for all checks.
struct CheckContext {
  const Policy& policy;
  const std::vector<std::string>& policy_ids;
  const PolicyIndex& index;
  const PolicySchema& schema;
  const std::deque<FieldVisit>& fields;
  const std::vector<DatedItem>& dated;
  std::optional<SchemaChecker>& checker;
  std::optional<PartialDate> day = {};
  bool is_untouched = false;

  /// Tells whether a reference may name a policy.
  bool knows(std::string_view id) const { return std::ranges::binary_search(policy_ids, id); }
};

/// When policies are judged, and for what.
/// Shape: `is_untouched` tells of which policies nothing is judged that was edited; of none where it is
///        empty, and is asked from any thread.
struct Occasion {
  std::optional<PartialDate> day = {};
  std::function<bool(const Policy&)> is_untouched = {};
};

/// One row of the table of checks: its documentation and the function that runs it.
struct Check {
  CheckInfo info;
  void (*run)(const CheckContext& context, const CheckInfo& info, DiagnosticSink& sink);
};

/// Lists the semantic checks: what JSON Schema cannot say.
const std::vector<Check>& checks();

/// Runs every check on some policies, as of the day of an occasion if it has one.
/// Errors: the ids of `checks()`.
void validate(const std::vector<const Policy*>& policies,
              const std::vector<std::string>& policy_ids,
              const PolicySchema& schema,
              DiagnosticSink& sink,
              const Occasion& occasion = {},
              const Jobs& jobs = {});

/// Tells whether policies and what is in them can be matched with those of another side: no id stands
/// twice.
/// Errors: `duplicate-id`.
bool are_told_apart(const std::vector<const Policy*>& policies,
                    const PolicySchema& schema,
                    DiagnosticSink& sink);

}  // namespace simrules
