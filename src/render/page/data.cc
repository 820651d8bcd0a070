#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "release/contents/stated.h"
#include "release/stored/manifest.h"
#include "render/page/parts.h"
#include "render/page/text.h"
#include "render/release/feed_atom.h"
#include "wording/number.h"
#include "wording/words.h"

namespace simrules {
namespace {

using nlohmann::json;

/// The files that list the others, and so are written behind the page.
constexpr const char* kLaterFiles[] = {"datapackage.json", kManifestName, kSumsName};

/// Lists what people download, with their media types.
std::vector<std::pair<std::string, std::string>> distributions(const PageView& view) {
  return {{view.content.dataset_file(), "application/json"}, {"rules.csv", "text/csv"}};
}

json file_rows(const PageView& view) {
  std::vector<FileEntry> entries;
  for (const ReleaseFile& file : view.files) entries.push_back(entry_of(file));
  std::ranges::sort(entries, {}, &FileEntry::path);
  json rows = json::array();
  for (const FileEntry& entry : entries) {
    rows.push_back({{"path", entry.path},
                    {"bytes", grouped_number(json(entry.bytes))},
                    {"sha256", entry.sha256}});
  }
  return rows;
}

/// Lists the pages of the other languages, and this one.
json language_links(const PageView& view) {
  json links = json::array();
  for (const std::string& tag : page_languages(view.schema)) {
    const Language& words = view.schema.language(tag);
    links.push_back({{"tag", words.html_lang},
                     {"name", words.name},
                     {"href", page_name(tag, view.part)},
                     {"is_here", tag == view.language()}});
  }
  return links;
}

std::string title_of(const PageView& view) {
  const std::string& title = view.message("title");
  if (!view.part.empty()) return fmt::format("{} · {}", part_name(view.part, view.words), title);
  const TopicQuestion* asked = view.asked();
  return asked == nullptr ? title
                          : fmt::format("{} · {}", asked->text("question", view.language()), title);
}

/// Writes what search engines read of a dataset.
/// Source: schema.org Dataset; no `<` may stand in it, which could end the element.
std::string linked_data(const PageView& view) {
  const DatasetAbout& about = view.content.head.about;
  json distribution = json::array();
  for (const auto& [path, type] : distributions(view)) {
    if (std::ranges::find(view.files, path, &ReleaseFile::name) == view.files.end()) continue;
    distribution.push_back(
        {{"@type", "DataDownload"}, {"encodingFormat", type}, {"contentUrl", path}});
  }
  json data = {{"@context", "https://schema.org"},
               {"@type", "Dataset"},
               {"name", name_of(about)},
               {"description", view.message("description")},
               {"version", view.content.version},
               {"datePublished", view.content.released},
               {"temporalCoverage", fmt::format("../{}", view.content.released)},
               {"inLanguage", view.words.html_lang},
               {"isAccessibleForFree", true},
               {"distribution", std::move(distribution)}};
  if (!licence_address(licence_of(view.content.head.about)).empty())
    data["license"] = licence_address(licence_of(view.content.head.about));
  if (!about.homepage.empty()) data["url"] = about.homepage;
  std::string out;
  for (const char c : data.dump()) {
    if (c == '<') {
      out += "\\u003c";
    } else {
      out += c;
    }
  }
  return out;
}

}  // namespace

json data_part(const PageView& view) {
  const ReleaseContent& content = view.content;
  json later = json::array();
  for (const char* path : kLaterFiles) later.push_back({{"path", path}});
  const std::string& home = content.head.about.homepage;
  return {
      {"files", file_rows(view)},
      {"later", std::move(later)},
      {"version", content.version},
      {"released", content.released},
      {"schema_version", content.head.schema_version},
      {"tool_version", content.tool_version},
      {"has_previous", content.previous.has_value()},
      {"previous_html",
       content.previous
           ? page_text(content.head.schema.language(view.language()),
                       "previous_digest",
                       {{"version", html_escaped(content.previous->link.version)},
                        {"digest",
                         fmt::format("<code>{}</code>",
                                     html_escaped(content.previous->link.manifest_sha256))}})
           : ""},
      {"licence", licence_of(view.content.head.about)},
      {"licence_address", licence_address(licence_of(view.content.head.about))},
      {"has_licence", !licence_address(licence_of(view.content.head.about)).empty()},
      {"has_home", !home.empty()},
      {"home", home},
      {"feed", fmt::format("../{}", kFeedName)},
      {"cite_html",
       page_text(view.words,
                 "cite_as",
                 {{"name", html_escaped(name_of(content.head.about))},
                  {"version", html_escaped(content.version)},
                  {"day", html_escaped(content.released)},
                  {"file", content.has_dataset_file ? kDatasetName : kStatedName},
                  {"digest", fmt::format("<code>{}</code>", html_escaped(content.head.sha256))}})}};
}

json head_part(const PageView& view) {
  return {{"lang", view.words.html_lang},
          {"title", title_of(view)},
          {"description", view.message("description")},
          {"links", language_links(view)},
          {"feed", fmt::format("../{}", kFeedName)},
          {"dataset", view.content.dataset_file()},
          {"name", name_of(view.content.head.about)},
          {"linked_data", linked_data(view)}};
}

}  // namespace simrules
