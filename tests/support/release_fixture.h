#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "release/proof/verify.h"
#include "release/release.h"
#include "release/stored/publish.h"

namespace simrules::test {

/// Returns the schemas of the repository.
const ContractSchemas& repository_schemas();

/// Returns the description of a dataset of the repository's policy schema.
const DatasetDescription& described_dataset();

/// Makes the dataset of a release of some day.
nlohmann::json dataset_of(const Catalog& catalog, const std::string& released);

const PolicySchema& repository_policy_schema();

/// Returns a valid policy with one rule a topic; the transfer rule is `data-gift`.
nlohmann::json sample_policy(const std::string& id);

/// Makes a catalog of policies as if each were a file of the repository.
Catalog catalog_of(const std::vector<nlohmann::json>& policies);

/// Writes two small files, as the renderers of the tool would.
Renderers sample_renderers();

/// Returns the ids of what was reported, sorted, each once.
std::vector<std::string> checks_of(const DiagnosticList& findings);

/// Returns all messages, for a failure to show.
std::string messages_of(const DiagnosticList& findings);

std::string read_bytes(const std::string& path);
void write_bytes(const std::string& path, std::string_view bytes);

/// A folder of its own for each test, removed afterwards.
class ReleaseTest : public ::testing::Test {
 protected:
  ReleaseTest();
  ~ReleaseTest() override;

  std::string path(const std::string& name) const { return root_ + '/' + name; }
  std::string reports() const { return path("reports"); }

  /// Prepares a release after what is in `reports()`.
  std::optional<ReleaseContent> prepare(const Catalog& catalog,
                                        const std::string& released,
                                        DiagnosticSink& sink,
                                        std::optional<SemVer> requested = std::nullopt) const;

  /// Prepares and publishes; fails the test when that does not work.
  void release(const Catalog& catalog, const std::string& released) const;

  /// Publishes 1.0.0 with two policies and 1.1.0 with a changed rule.
  void release_two() const;

  bool verifies(DiagnosticSink& sink) const;

  /// Writes manifest, sums and index anew over a changed file, as a forger would.
  void fix_digests(const std::string& version) const;

 private:
  std::string root_;
};

}  // namespace simrules::test
