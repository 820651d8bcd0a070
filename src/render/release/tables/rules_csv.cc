#include "render/release/tables/rules_csv.h"

#include <fmt/format.h>

#include "document/byte_checks.h"
#include "release/contents/parts/localized_name.h"
#include "render/release/tables/csv.h"
#include "render/release/tables/readable_cells.h"
#include "schema/language/collection.h"

namespace simrules {
namespace {

std::string rules_csv(const ReleaseContent& content, const std::string& language) {
  const PolicySchema& schema = content.head.schema;
  std::vector<std::string> cells;
  for (const ReadableColumn& column : rules_csv_columns(schema, language))
    cells.push_back(column.name);
  // What a spreadsheet takes a file for text in UTF-8 by.
  std::string text = std::string(kByteOrderMark) + csv_line(cells);
  for (const Policy& policy : content.current.whole.policies()) {
    const Phrasing phrasing{schema, language, &policy.raw()};
    for (const Rule& rule : policy.rules) {
      const ReadableRow row{policy, rule, content.current.on_day.find(policy.id), phrasing};
      cells.clear();
      for (const ReadableCells& column : readable_cells()) cells.push_back(column.cell(row));
      text += csv_line(cells);
    }
  }
  return text;
}

}  // namespace

std::string rules_csv_name(const std::string& language) {
  return localized_name("rules.csv", language);
}

std::vector<ReadableColumn> rules_csv_columns(const PolicySchema& schema,
                                              const std::string& language) {
  std::vector<ReadableColumn> columns;
  for (const ReadableCells& column : readable_cells()) {
    std::string title = schema.language(language).message("table", column.name);
    // Programs read the English table, too: there a column is called as it is in the others.
    columns.push_back({language == kFallbackLanguage ? column.name : title, title});
  }
  return columns;
}

std::vector<ReleaseFile> rules_csv_files(const ReleaseContent& content,
                                         const std::vector<ReleaseFile>&) {
  std::vector<ReleaseFile> files;
  for (const std::string& language : content.head.schema.languages())
    files.push_back({rules_csv_name(language), rules_csv(content, language)});
  return files;
}

}  // namespace simrules
