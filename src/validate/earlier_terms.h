#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "model/policy.h"
#include "model/time/timeline.h"
#include "validate/validate.h"

namespace simrules {

/// A rule, plan or zone with the terms that it had.
/// Shape: `pointer` leads to it by list index; `times` are those of `timeline_of`.
struct DatedItem {
  const std::string& section;
  const FieldSpec& spec;
  Item item;
  std::string pointer;
  std::vector<TermsTime> times;

  /// Returns the pointer of an entry of `previously`, and that of a member of it.
  std::string entry(std::size_t index) const;
  std::string entry(std::size_t index, std::string_view member) const;
};

/// Lists every rule, plan and zone of a policy; the policy and the schema must outlive the list.
std::vector<DatedItem> dated_items(const Policy& policy, const PolicySchema& schema);

/// Visits every rule, plan and zone of a policy.
void for_each_dated_item(const CheckContext& context,
                         const std::function<void(const DatedItem&)>& visit);

/// Visits every entry of `previously` of every rule, plan and zone, by its place in the list.
void for_each_entry(const CheckContext& context,
                    const std::function<void(const DatedItem&, std::size_t)>& visit);

}  // namespace simrules
