#include "model/catalog.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include <nlohmann/json.hpp>

#include "base/digest.h"
#include "base/member.h"
#include "base/pointer.h"
#include "model/policy_id.h"

namespace simrules {
namespace {

using nlohmann::json;

std::vector<Rule> rules_of(const json& value, const std::vector<std::string>& topics) {
  std::vector<Rule> rules;
  const PolicyView policy(&value);
  for (const std::string& topic : topics) {
    const auto section = value.find(topic);
    if (section == value.end()) continue;
    for (std::size_t i = 0; i < section->size(); ++i) {
      const json& rule = (*section)[i];
      const RuleView view(&rule);
      rules.push_back({view,
                       topic,
                       rule.value("id", ""),
                       pointer_join(pointer_join("", topic), i),
                       derive_confidence(view.evidence(), policy)});
    }
  }
  return rules;
}

Policy assemble(const std::shared_ptr<const json>& value,
                std::string path,
                FileSha256 sha256,
                const std::vector<std::string>& topics) {
  return {PolicyView(value.get()),
          value->value("id", ""),
          std::move(path),
          std::move(sha256),
          value,
          nullptr,
          rules_of(*value, topics)};
}

}  // namespace

Catalog::Catalog(std::vector<Policy> policies) : policies_(std::move(policies)) {
  std::sort(policies_.begin(), policies_.end(), [](const Policy& a, const Policy& b) {
    return std::tie(a.id, a.path) < std::tie(b.id, b.path);
  });
}

std::string FileSha256::hex() const {
  return file_ == nullptr ? stated_ : sha256_hex(file_->source.text());
}

const Policy* Catalog::find(std::string_view id) const {
  const auto found = std::lower_bound(
      policies_.begin(), policies_.end(), id, [](const Policy& policy, std::string_view key) {
        return policy.id < key;
      });
  return found != policies_.end() && found->id == id ? &*found : nullptr;
}

const Rule* find_rule(const Policy& policy, std::string_view topic, std::string_view id) {
  const auto found = std::find_if(policy.rules.begin(), policy.rules.end(), [&](const Rule& rule) {
    return rule.topic == topic && rule.id == id;
  });
  return found == policy.rules.end() ? nullptr : &*found;
}

Item find_item(const PolicyView& policy, std::string_view list, std::string_view id) {
  for (const NamedItem& item : ListOf<NamedItem>(&member_of(policy.raw(), list))) {
    if (item.id() == id) return item;
  }
  return {};
}

RuleName full_name(const Policy& policy, const Rule& rule) {
  return {policy.id, rule.topic, rule.id};
}

namespace {

Policy make_policy(std::shared_ptr<const Document> shared,
                   FileSha256 sha256,
                   const PolicySchema& schema) {
  // The value lives inside the document: one owner keeps both.
  const std::shared_ptr<const json> value(shared, &shared->value);
  Policy policy = assemble(value, shared->source.path(), std::move(sha256), schema.topics());
  policy.document = std::move(shared);
  policy.filed_as = id_of_path(policy.path);
  return policy;
}

}  // namespace

Policy make_policy(Document document, const PolicySchema& schema) {
  auto shared = std::make_shared<const Document>(std::move(document));
  return make_policy(shared, FileSha256(shared), schema);
}

Policy make_policy(Document document, FileSha256 sha256, const PolicySchema& schema) {
  return make_policy(
      std::make_shared<const Document>(std::move(document)), std::move(sha256), schema);
}

Policy make_policy(json value,
                   std::string path,
                   FileSha256 sha256,
                   const std::vector<std::string>& topics) {
  return assemble(
      std::make_shared<const json>(std::move(value)), std::move(path), std::move(sha256), topics);
}

}  // namespace simrules
