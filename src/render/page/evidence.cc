#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/member.h"
#include "base/text.h"
#include "render/page/parts.h"
#include "render/page/text.h"
#include "wording/date.h"
#include "wording/value.h"

namespace simrules {
namespace {

using nlohmann::json;

const FieldSpec* source_spec(const PolicySchema& schema) {
  const FieldSpec* list = schema.root().member("sources");
  return list == nullptr ? nullptr : list->items.get();
}

/// Makes a link of a text if the address is one on https.
std::string linked(std::string_view url, const std::string& html) {
  if (!url.starts_with("https://")) return html;
  return fmt::format("<a href=\"{}\">{}</a>", html_escaped(url), html);
}

/// Names a source as people call it: the title of one without a page, else who published it.
std::string name_html(const Source& source, std::string_view tag, const PageView& view) {
  const bool has_title = source.url().empty() && source.title();
  return linked(source.url(),
                has_title ? html_of(source.title(), view.words)
                          : html_run(source.publisher(), tag, view.words));
}

/// Returns the language of a source for the mark of its name; empty for a name in plain letters, which
/// every language has.
std::string_view name_language(const Source& source) {
  const bool is_plain = std::ranges::all_of(source.publisher(), [](char c) { return c > 0; });
  return is_plain ? std::string_view() : source.language();
}

/// Names a language as it names itself where we know it, else by its tag.
std::string tongue_of(const std::string& tag, const PageView& view) {
  const auto& known = view.schema.languages();
  const bool is_known = std::ranges::find(known, tag) != known.end();
  return is_known ? view.schema.language(tag).name : tag;
}

}  // namespace

json evidence_line(const Evidence& evidence, const Policy& policy, const PageView& view) {
  const Source source = policy.find_source(evidence.source());
  const FieldSpec* spec = source_spec(view.schema);
  const std::string tag(source.language());
  const std::string day = fmt::format("<time>{}</time>", html_escaped(source.accessed()));
  return {{"claim_html", html_of(evidence.claim(), view.words)},
          {"source_html", name_html(source, name_language(source), view)},
          {"tier", field_word(source.raw(), "tier", spec, view.language())},
          {"tier_class", in_slug_letters(source.tier())},
          {"tongue", tongue_of(tag, view)},
          {"read_html", page_text(view.words, "read_on", {{"day", day}})},
          {"archived", source.is_archived()},
          {"copy_html", linked(source.archive(), page_text(view.words, "archived", {}))}};
}

json evidence_part(const Item& item, const ShownPolicy& policy, const PageView& view) {
  json supporting = json::array();
  json opposing = json::array();
  for (const Evidence& evidence : item.evidence()) {
    json line = evidence_line(evidence, *policy.shown, view);
    (evidence.contradicts() ? opposing : supporting).push_back(std::move(line));
  }
  const auto count = [&](const char* use, const json& list) {
    return fill_message(view.words, "page", use, {{"count", std::to_string(list.size())}});
  };
  const bool is_split = !supporting.empty() && !opposing.empty();
  return {{"has", !supporting.empty() || !opposing.empty()},
          {"is_split", is_split},
          {"for_count", count("count_for", supporting)},
          {"against_count", count("count_against", opposing)},
          {"side", opposing.empty() ? "for" : "against"},
          {"lines",
           is_split           ? json::array()
           : opposing.empty() ? supporting
                              : opposing},
          {"for", std::move(supporting)},
          {"against", std::move(opposing)}};
}

}  // namespace simrules
