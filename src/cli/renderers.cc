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

Renderers release_renderers(const Jobs& jobs) {
  return {{
              {.name = "rules.ndjson", .render = alone<rules_ndjson>},
              {.name = "tables", .render_each = machine_table_files},
              {.name = "rules.csv", .render_each = rules_csv_files},
              {.name = "by-policy", .render_each = by_policy_files},
              {.name = "CHANGELOG.md", .render_each = changelogs},
              {.name = "types", .render_each = type_files},
              {.name = kRedirectsName, .render = redirects_file},
              {.name = kDeprecationsName, .render = deprecations_file},
              {.name = kVocabularyName, .render = vocabulary_file},
              {.name = kPoliciesName, .render = policies_file, .lists = true},
              {.name = "report.html", .render_in = pages, .lists = true},
              {.name = "datapackage.json", .render = data_package, .lists = true},
          },
          jobs};
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
