#include "schema/foreign/references.h"

#include <algorithm>
#include <cctype>
#include <vector>

#include "base/member.h"
#include "schema/foreign/parts.h"
#include "schema/reference.h"

namespace simrules {
namespace {

using nlohmann::json;

/// An address in the parts that resolving takes it apart by.
struct Address {
  std::string scheme;
  std::string authority;
  std::string path;
  std::string fragment;
};

bool has_scheme(const std::string& text) {
  const std::size_t colon = text.find(':');
  return colon != std::string::npos && colon > 0 &&
         std::isalpha(static_cast<unsigned char>(text[0])) != 0 &&
         std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(colon), [](char c) {
           return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '+' || c == '-' ||
                  c == '.';
         });
}

Address parts_of(std::string text) {
  Address address;
  if (const std::size_t hash = text.find('#'); hash != std::string::npos) {
    address.fragment = text.substr(hash);
    text.erase(hash);
  }
  if (has_scheme(text)) {
    const std::size_t colon = text.find(':');
    address.scheme = text.substr(0, colon + 1);
    text.erase(0, colon + 1);
  }
  if (text.starts_with("//")) {
    const std::size_t end = std::min(text.find_first_of("/?", 2), text.size());
    address.authority = text.substr(0, end);
    text.erase(0, end);
  }
  address.path = text;
  return address;
}

std::string without_dots(const std::string& path) {
  std::vector<std::string> parts;
  std::string out;
  for (std::size_t begin = 0; begin <= path.size();) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    const std::string part = path.substr(begin, end - begin);
    const bool is_last = end == path.size();
    if (part == "..") {
      if (parts.size() > 1) parts.pop_back();
      if (is_last) parts.emplace_back();
    } else if (part != ".") {
      parts.push_back(part);
    } else if (is_last) {
      parts.emplace_back();
    }
    begin = end + 1;
  }
  for (std::size_t i = 0; i < parts.size(); ++i) out += (i > 0 ? "/" : "") + parts[i];
  return out;
}

std::string joined(const Address& address) {
  return address.scheme + address.authority + address.path + address.fragment;
}

/// Resolves a reference against a base.
std::string resolved(const std::string& base, const std::string& reference) {
  Address to = parts_of(reference);
  if (!to.scheme.empty()) return joined(to);
  const Address from = parts_of(base);
  to.scheme = from.scheme;
  if (!to.authority.empty()) return joined(to);
  to.authority = from.authority;
  if (to.path.empty()) {
    to.path = from.path;
  } else if (to.path[0] != '/') {
    const std::size_t slash = from.path.rfind('/');
    const std::string folder = slash == std::string::npos
                                   ? std::string(from.authority.empty() ? "" : "/")
                                   : from.path.substr(0, slash + 1);
    to.path = without_dots(folder + to.path);
  } else {
    to.path = without_dots(to.path);
  }
  return joined(to);
}

std::string document_of(const std::string& address) { return address.substr(0, address.find('#')); }

}  // namespace

SchemaAddresses::SchemaAddresses(const json& root) {
  by_address_.emplace("", &root);
  visit(root, "");
  root_base_ = bases_.at(&root);
}

void SchemaAddresses::visit(const json& schema, const std::string& outer) {
  std::string base = outer;
  // Beside `$ref` nothing counts, and so no `$id`.
  const std::string id(text_at(schema, "$id"));
  if (!id.empty() && !schema.contains("$ref")) {
    const std::string address = resolved(outer, id);
    by_address_.emplace(address.ends_with('#') ? document_of(address) : address, &schema);
    if (!id.starts_with('#')) base = document_of(address);
  }
  bases_[&schema] = base;
  for_each_part(schema, [&](const json& part, const std::string&) {
    if (part.is_object()) visit(part, base);
  });
}

std::string SchemaAddresses::absolute(const json& from, const std::string& reference) const {
  const auto known = bases_.find(&from);
  return resolved(known == bases_.end() ? root_base_ : known->second, reference);
}

bool SchemaAddresses::is_remote(const json& from, const std::string& reference) const {
  const std::string document = document_of(absolute(from, reference));
  return !by_address_.contains(document) && document != root_base_;
}

const json* SchemaAddresses::find(const json& from, const std::string& reference) const {
  const std::string address = absolute(from, reference);
  if (const auto exact = by_address_.find(address); exact != by_address_.end())
    return exact->second;
  const std::string document = document_of(address);
  const auto known = by_address_.find(document == root_base_ ? "" : document);
  if (known == by_address_.end()) return nullptr;
  const std::string fragment = address.substr(document.size());
  if (fragment.empty() || fragment == "#") return known->second;
  const auto pointer = reference_pointer(fragment);
  return pointer ? find_value(*known->second, *pointer) : nullptr;
}

}  // namespace simrules
