#include "release/contents/told/field_form.h"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "schema/spec/words.h"

namespace simrules {
namespace {

using nlohmann::json;

constexpr const char* kKeyword = "x-dataset";

/// The formats of dates that may be less than a day; a word such as `unknown` may stand for one.
constexpr const char* kPartialFormats[] = {"partial-date", "first-day", "last-day"};

ListSummary summary_of(const json& written) {
  ListSummary summary{written.at("name"), written.at("title"), {}, {}};
  for (const char* state : {"none", "some", "null"}) {
    const json& word = written.at(state);
    summary.words.push_back(word.at("word"));
    summary.meanings.push_back(word.at("meaning"));
  }
  return summary;
}

}  // namespace

FieldForm form_of(const json& node) {
  const bool has_text = allows_type(node, "string");
  const bool has_number = allows_type(node, "integer");
  if (allows_type(node, "array")) return has_text ? FieldForm::kListOrWord : FieldForm::kOne;
  if (allows_type(node, "object"))
    return has_text || has_number ? FieldForm::kQuantity : FieldForm::kOne;
  if (has_text && has_number)
    return words_of(node).empty() ? FieldForm::kDecimal : FieldForm::kDecimalOrWord;
  const std::string format = node.value("format", "");
  const bool is_partial = std::ranges::find(kPartialFormats, format) != std::end(kPartialFormats);
  return has_text && is_partial ? FieldForm::kPartialDate : FieldForm::kOne;
}

FieldTelling telling_of(const std::string& field, const json& node) {
  FieldTelling telling{.name = field};
  const auto keyword = node.find(kKeyword);
  const json& written = keyword == node.end() ? json::object() : *keyword;
  telling.name = written.value("name", field);
  telling.description = written.value("description", "");
  telling.otherwise = written.value("otherwise", "");
  if (form_of(node) == FieldForm::kListOrWord) {
    const std::vector<std::string> words = words_of(node);
    telling.flag = written.value(
        "flag", fmt::format("{}_{}", telling.name, words.empty() ? "whole" : words.front()));
  }
  if (written.contains("summary")) telling.summary = summary_of(written.at("summary"));
  return telling;
}

}  // namespace simrules
