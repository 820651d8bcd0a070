#include "render/changes/ids.h"

#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "release/contents/json_text.h"
#include "release/contents/schemas.h"
#include "render/text/markdown.h"

namespace simrules {
namespace {

using nlohmann::json;

/// Says where the id comes up: "transfer rules", "policies".
std::string owner_of(const ChangeId& id) {
  return id.topic.empty() ? "policies" : id.topic + " rules";
}

std::string impact_text(const ChangeId& id, const FieldSpec& spec) {
  const auto impact = impact_of_word(spec, id.direction.word);
  return impact ? to_string(*impact) : "impact hangs on the values";
}

std::string field_name_of(const std::string& path) { return path.empty() ? "as a whole" : path; }

std::string one_as_text(const ChangeId& id) {
  std::string text =
      fmt::format("{} (change of {})\n\n{}\n", id.id, owner_of(id), id.direction.meaning);
  text += id.mirror == id.id ? "It is the same the other way round.\n"
                             : fmt::format("The other way round it is {}.\n", id.mirror);
  if (!id.fields.empty()) text += "\nstands for:\n";
  for (const auto& [path, spec] : id.fields) {
    text += fmt::format(
        "    {} ({}): {}\n", field_name_of(path), impact_text(id, *spec), spec->description);
  }
  return text;
}

std::string paths_of(const ChangeId& id) {
  std::string paths;
  for (const auto& [path, spec] : id.fields) {
    paths += (paths.empty() ? "" : ", ") + field_name_of(path);
  }
  return paths;
}

json fields_json(const ChangeId& id) {
  json fields = json::array();
  for (const auto& [path, spec] : id.fields) {
    const auto impact = impact_of_word(*spec, id.direction.word);
    fields.push_back({{"path", path},
                      {"label", spec->label("en")},
                      {"description", spec->description},
                      {"impact", impact ? json(to_string(*impact)) : json()}});
  }
  return fields;
}

}  // namespace

std::string change_ids_as_text(const std::vector<ChangeId>& ids) {
  if (ids.size() == 1) return one_as_text(ids.front());
  std::string text;
  for (const ChangeId& id : ids) text += fmt::format("{:<44} {}\n", id.id, id.direction.meaning);
  return text;
}

std::string change_ids_as_json(const std::vector<ChangeId>& ids) {
  json rows = json::array();
  for (const ChangeId& id : ids) {
    rows.push_back({{"id", id.id},
                    {"topic", id.topic.empty() ? json() : json(id.topic)},
                    {"direction", id.direction.word},
                    {"meaning", id.direction.meaning},
                    {"mirror", id.mirror},
                    {"fields", fields_json(id)}});
  }
  return json_text({{"schema_version", kJsonSchemaVersion}, {"change_ids", std::move(rows)}});
}

std::string change_ids_as_markdown(const std::vector<ChangeId>& ids) {
  if (ids.size() == 1) {
    return fmt::format("## {}\n\n{}\n", ids.front().id, markdown_block(one_as_text(ids.front())));
  }
  std::string page = "| change | says | of | the other way round |\n|---|---|---|---|\n";
  for (const ChangeId& id : ids) {
    page += fmt::format("| {} | {} | {} | {} |\n",
                        markdown_code(id.id, MarkdownPlace::kCell),
                        markdown_name(id.direction.meaning, MarkdownPlace::kCell),
                        markdown_name(paths_of(id), MarkdownPlace::kCell),
                        markdown_code(id.mirror, MarkdownPlace::kCell));
  }
  return page;
}

}  // namespace simrules
