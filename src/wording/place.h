#pragma once

#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

#include "model/catalog.h"
#include "model/names.h"
#include "schema/schema.h"
#include "schema/spec/find_field.h"
#include "wording/phrasing.h"

namespace simrules {

/// What changes are put into words with: the names of policies and rules are in the catalogs.
struct ChangeContext {
  const Catalog& base;
  const Catalog& head;
  const PolicySchema& schema;
  std::string language = "en";

  /// Returns the words of the language.
  const Language& words() const { return schema.language(language); }
};

/// Returns the field that a path such as `tax`, `window/length` or `../fees` leads to from the object
/// that the field at a pointer is in; nothing where the schema knows none.
const FieldSpec* find_beside(const FieldSpec& root,
                             std::string_view pointer,
                             std::string_view path);

/// Returns the value at such a pointer, or nullptr.
const nlohmann::json* value_at(const nlohmann::json& policy,
                               const FieldSpec& root,
                               std::string_view pointer);

/// Returns a policy as the head has it, else the base; nullptr if neither has it.
const Policy* find_policy(std::string_view id, const ChangeContext& context);

/// Tells whether an address is that of a rule's confidence, which the diff derives and no schema
/// has a field for.
bool is_confidence(const Address& address, const PolicySchema& schema);

/// Returns the policy of an address in a way that values of its side can refer to.
Phrasing phrasing_of(const Address& address, const ChangeContext& context);

/// Names the field at an address inside its rule or policy, from the inside out: "price of the
/// reissue fee (store)", "再発行の料金（店舗）の価格".
/// Shape: items are named by what the head says of them, else the base.
std::string field_phrase(const Address& address, const ChangeContext& context);

/// Names the field at an address inside its rule, plan or zone in the same way.
std::string inner_field_phrase(const Address& address, const ChangeContext& context);

/// Puts a value that stands at an address into words; null is what absence states.
std::string phrase_at(const Address& address,
                      const nlohmann::json& value,
                      const ChangeContext& context);

/// Puts the member beside an address that a template asks for into words; empty where that side has
/// none.
std::string sibling_phrase(const Address& address,
                           std::string_view name,
                           std::string_view form,
                           const ChangeContext& context);

}  // namespace simrules
