#include "cli/renderers.h"

#include "release/contents/parts/small_files.h"
#include "render/page/door.h"
#include "render/page/page.h"
#include "render/release/changelog.h"
#include "render/release/feed_atom.h"
#include "render/release/parts/deprecations.h"
#include "render/release/parts/latest.h"
#include "render/release/parts/policy_files.h"
#include "render/release/parts/redirects.h"
#include "render/release/parts/vocabulary.h"
#include "render/release/tables/data_package.h"
#include "render/release/tables/machine_tables.h"
#include "render/release/tables/rules_csv.h"
#include "render/release/tables/rules_ndjson.h"
#include "render/release/type_files.h"

namespace simrules {
namespace {

/// Makes a renderer of a function that needs no list of the other files.
template <std::string (*render)(const ReleaseContent&)>
std::string alone(const ReleaseContent& content, const std::vector<ReleaseFile>&) {
  return render(content);
}

}  // namespace

const std::vector<FileRenderer>& release_renderers() {
  static const std::vector<FileRenderer> kTable = {
      {"CHANGELOG.md", nullptr, changelogs},
      {"rules.csv", nullptr, rules_csv_files},
      {"tables", nullptr, machine_table_files},
      {"types", nullptr, type_files},
      {"rules.ndjson", alone<rules_ndjson>},
      {"by-policy", nullptr, by_policy_files},
      // It lists those before it.
      {kPoliciesName, policies_file},
      {kRedirectsName, redirects_file},
      {kDeprecationsName, deprecations_file},
      {kVocabularyName, vocabulary_file},
      // They list what was written before them.
      {"report.html", nullptr, pages},
      // It lists all others.
      {"datapackage.json", data_package},
  };
  return kTable;
}

const std::vector<IndexView>& index_views() {
  static const std::vector<IndexView> kTable = {
      {kFeedName, feed_atom, kFirstFeedVersion},
      {"feeds of countries", nullptr, kFirstToldVersion, country_feeds},
      {kLatestName, latest_file},
      {kIndexSchemaName, published_index_schema},
      {kLatestSchemaName, published_latest_schema},
      {kDoorName, door_html},
  };
  return kTable;
}

}  // namespace simrules
