#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "document/document.h"
#include "model/names.h"
#include "model/policy.h"
#include "schema/schema.h"

namespace simrules {

/// How sure a rule is; derived from its evidence, never typed.
enum class Confidence { kUnverified, kClaimed, kDisputed, kConfirmed };

/// Returns the word of the dataset: `unverified`, `claimed`, `disputed`, `confirmed`.
const char* to_string(Confidence confidence);

/// One rule of a policy, and what it says.
/// Shape: `pointer` leads to it in the policy by list index; lives as long as the policy.
struct Rule : RuleView {
  std::string topic;
  std::string id;
  std::string pointer;
  Confidence confidence = Confidence::kUnverified;
};

/// A file and what it holds.
struct FileDigest {
  std::string path;
  std::string sha256;
};

/// The SHA-256 of the file that a policy is from: as a release states it, else of its bytes, computed
/// when somebody asks, because most runs do not.
class FileSha256 {
 public:
  FileSha256() = default;
  FileSha256(std::string stated) : stated_(std::move(stated)) {}
  FileSha256(const char* stated) : stated_(stated) {}
  explicit FileSha256(std::shared_ptr<const Document> file) : file_(std::move(file)) {}

  std::string hex() const;

 private:
  std::string stated_;
  std::shared_ptr<const Document> file_;
};

/// One policy, a file or an entry of a dataset, and what it says.
/// Shape: it says what the author wrote and nothing derived; `document` is empty for an entry of a
///        dataset; `owner` keeps what the views of the policy and of its rules look at; `filed_as` is
///        the id that the place of its file gives, empty where it has none; `translations` are the
///        other files that texts of it came from.
struct Policy : PolicyView {
  std::string id;
  std::string path;
  FileSha256 sha256;
  std::shared_ptr<const void> owner;
  std::shared_ptr<const Document> document;
  std::vector<Rule> rules;
  std::string filed_as = {};
  std::vector<FileDigest> translations = {};
};

/// All policies, sorted by id.
class Catalog {
 public:
  Catalog() = default;
  explicit Catalog(std::vector<Policy> policies);

  const std::vector<Policy>& policies() const { return policies_; }
  const Policy* find(std::string_view id) const;

 private:
  std::vector<Policy> policies_;
};

/// Returns the rule of a topic and an id, or nothing.
const Rule* find_rule(const Policy& policy, std::string_view topic, std::string_view id);

/// Returns the item of a list of a policy, such as a plan or a rule, by its id; nothing where it is not
/// there.
Item find_item(const PolicyView& policy, std::string_view list, std::string_view id);

/// Names a rule across the catalog.
RuleName full_name(const Policy& policy, const Rule& rule);

/// Makes a policy of a document that conforms to the schema; its digest is that of the document's text,
/// or one that is known.
Policy make_policy(Document document, const PolicySchema& schema);
Policy make_policy(Document document, FileSha256 sha256, const PolicySchema& schema);

/// Makes a policy of a dataset's entry, without the derived members.
Policy make_policy(nlohmann::json value,
                   std::string path,
                   FileSha256 sha256,
                   const std::vector<std::string>& topics);

/// Derives how sure a rule is from its evidence and the tiers of the policy's sources.
/// Shape: no evidence is `unverified`; any contradiction `disputed`; an official page or a regulator
///        in support `confirmed`; anything else `claimed`.
///        `tiers` is another state of the policy, whose tiers count for the sources that it has.
Confidence derive_confidence(const ListOf<Evidence>& evidence,
                             const PolicyView& policy,
                             const PolicyView& tiers = {});

/// Tells whether what contradicts a rule weighs less than what supports it: the carrier's own page or a
/// regulator says so, and none of them says otherwise.
bool is_upheld(const ListOf<Evidence>& evidence, const PolicyView& policy);

}  // namespace simrules
