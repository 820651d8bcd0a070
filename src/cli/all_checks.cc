#include "cli/all_checks.h"

#include <algorithm>
#include <string_view>

#include "base/disk/files.h"
#include "cli/layout.h"
#include "cli/sources/baseline.h"
#include "cli/sources/deciding.h"
#include "cli/sources/loader.h"
#include "document/yaml_reader.h"
#include "gate/judgement.h"
#include "release/release.h"
#include "release/stored/publish.h"
#include "schema/language/check.h"
#include "schema/schema.h"
#include "validate/translations.h"
#include "validate/validate.h"

namespace simrules {

std::vector<CheckInfo> all_checks() {
  std::vector<CheckInfo> all;
  for (const auto* table : {&file_checks(),
                            &document_checks(),
                            &po_checks(),
                            &translation_checks(),
                            &schema_checks(),
                            &language_checks(),
                            &release_checks(),
                            &publish_checks(),
                            &loader_checks(),
                            &layout_checks(),
                            &baseline_checks(),
                            &deciding_checks(),
                            &gate_checks()}) {
    all.insert(all.end(), table->begin(), table->end());
  }
  for (const Check& check : checks()) all.push_back(check.info);
  std::ranges::sort(all, [](const CheckInfo& a, const CheckInfo& b) {
    return std::string_view(a.id) < std::string_view(b.id);
  });
  return all;
}

}  // namespace simrules
