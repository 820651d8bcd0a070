#include "render/release/parts/redirects.h"

#include <map>
#include <optional>
#include <utility>

#include <nlohmann/json.hpp>

#include "base/member.h"
#include "history/trail.h"
#include "release/contents/json_text.h"
#include "release/contents/parts/small_files.h"
#include "render/release/parts/head.h"

namespace simrules {
namespace {

using nlohmann::json;

constexpr const char* kRedirects = "redirects";
constexpr const char* kFrom = "from";
constexpr const char* kTo = "to";
constexpr const char* kSince = "since";

/// What became of an id.
/// Shape: `to` is empty where it is gone.
struct Redirect {
  std::string to;
  std::string since;
};
using Redirects = std::map<std::string, Redirect>;

bool is_there(const Catalog& catalog, const std::string& id) {
  const std::optional<RuleName> name = parse_rule_name(id);
  const Policy* policy = name ? catalog.find(name->policy) : nullptr;
  if (policy == nullptr) return false;
  return name->is_policy() || find_rule(*policy, name->topic, name->id) != nullptr;
}

/// Adds an id unless it is still in use; what was said of it before gives way, and since when stays.
void add(Redirects& redirects, const Catalog& head, const std::string& id, const Redirect& now) {
  if (is_there(head, id)) return;
  const auto [place, is_new] = redirects.emplace(id, now);
  if (!is_new) place->second.to = now.to;
}

/// Takes over what the release before listed.
Redirects earlier_redirects(const ReleaseContent& content) {
  Redirects redirects;
  if (!content.previous) return redirects;
  for (const json& entry : member_of(content.previous->redirects, kRedirects)) {
    const json& to = entry.at(kTo);
    add(redirects,
        content.head.catalog,
        entry.at(kFrom).get<std::string>(),
        {to.is_null() ? "" : to.get<std::string>(), entry.at(kSince).get<std::string>()});
  }
  return redirects;
}

/// Adds what the release before had and this one has not.
void add_gone(Redirects& redirects, const ReleaseContent& content) {
  if (!content.previous) return;
  const Catalog& base = content.previous->dataset.catalog;
  const Catalog& head = content.head.catalog;
  const auto add_name = [&](const RuleName& name) {
    const std::string id = to_string(name);
    if (is_there(head, id)) return;
    const auto now = name_in_head(name, base, head);
    add(redirects, head, id, {now ? to_string(*now) : "", content.version});
  };
  for (const Policy& policy : base.policies()) {
    add_name({policy.id});
    for (const Rule& rule : policy.rules) add_name(full_name(policy, rule));
  }
}

/// Adds what the policies themselves say of former ids.
void add_declared(Redirects& redirects, const ReleaseContent& content) {
  const Catalog& head = content.head.catalog;
  for (const Policy& policy : head.policies()) {
    for (const std::string_view former : policy.formerly())
      add(redirects, head, std::string(former), {policy.id, content.version});
    for (const Retired& retired : policy.retired()) {
      const RuleName name = parse_local_name(policy.id, retired.id());
      add(redirects, head, to_string(name), {std::string(retired.moved_to()), content.version});
    }
  }
}

/// Follows an id that went to one which is gone itself; empty where nothing takes its place.
std::string destination(const Redirects& redirects, const Catalog& head, std::string id) {
  // As many steps as there are redirects: more would go in a circle.
  for (std::size_t i = 0; i <= redirects.size() && !id.empty(); ++i) {
    if (is_there(head, id)) return id;
    const auto next = redirects.find(id);
    id = next == redirects.end() ? std::string() : next->second.to;
  }
  return {};
}

}  // namespace

std::string redirects_file(const ReleaseContent& content, const std::vector<ReleaseFile>&) {
  Redirects redirects = earlier_redirects(content);
  add_gone(redirects, content);
  add_declared(redirects, content);
  json list = json::array();
  for (const auto& [id, redirect] : redirects) {
    const std::string to = destination(redirects, content.head.catalog, redirect.to);
    list.push_back({{kFrom, id},
                    {"kind", id.find('#') == std::string::npos ? "policy" : "rule"},
                    {kTo, to.empty() ? json() : json(to)},
                    {kSince, redirect.since}});
  }
  json text = small_file_head(kRedirectsName, content);
  text[kRedirects] = std::move(list);
  return compact_json_text(text);
}

}  // namespace simrules
