#include <string>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "render/page/parts.h"
#include "render/page/text.h"
#include "wording/words.h"

namespace simrules {
namespace {

using nlohmann::json;

/// One thing that a filter can be set to.
json choice(const char* group,
            std::size_t place,
            const std::string& value,
            const std::string& text) {
  return {{"group", group},
          {"id", fmt::format("{}{}", group, place)},
          {"value", value},
          {"text", text},
          {"class", ""}};
}

json group(const PageView& view, const char* name, const char* title, json choices) {
  return {{"group", name}, {"title", view.message(title)}, {"choices", std::move(choices)}};
}

/// Writes the condition that a choice is made.
std::string chosen(std::string_view group, std::size_t place) {
  return fmt::format(":has(#{}{}:checked)", group, place);
}

/// Hides what is found by a class, beside the choices and in the section after them, while they are
/// made. Only the section of the choices is searched for them: a browser does so for each rule again.
std::string hide(const std::string& choices, const std::string& what) {
  return fmt::format(":is(.brands{0},.brands{0} ~ .each) {1}{{display:none}}\n", choices, what);
}

}  // namespace

json filters_part(const PageView& view) {
  const auto& questions = view.schema.questions();
  json asked = json::array();
  for (std::size_t q = 0; q < questions.size(); ++q)
    asked.push_back(choice("q", q, questions[q].id(), questions[q].text("label", view.language())));
  json words = json::array();
  for (const AnswerWord word : all_answers()) {
    const std::string name = to_string(word);
    words.push_back(
        choice("a", static_cast<std::size_t>(word), name, view.words.message("answers", name)));
    words.back()["class"] = in_slug_letters(name);
  }
  json countries = json::array();
  for (const std::string& code : view.countries)
    countries.push_back(choice("c", countries.size(), code, country_name(code, view.words)));
  json kinds = json::array();
  const FieldSpec* kind = view.schema.root().member("kind");
  for (const std::string& word : view.kinds)
    kinds.push_back(choice("k",
                           kinds.size(),
                           word,
                           word_phrase({view.schema, view.language(), nullptr}, word, *kind)));
  return {{"groups",
           {group(view, "q", "filter_question", std::move(asked)),
            group(view, "a", "filter_answer", std::move(words)),
            group(view, "k", "filter_kind", std::move(kinds)),
            group(view, "c", "filter_country", std::move(countries))}}};
}

std::string filters_style(const PageView& view) {
  std::string out;
  const std::size_t questions = view.schema.questions().size();
  const std::size_t words = all_answers().size();
  for (std::size_t c = 0; c < view.countries.size(); ++c)
    out += hide(chosen("c", c), fmt::format(".f:not(.c{})", c));
  for (std::size_t k = 0; k < view.kinds.size(); ++k)
    out += hide(chosen("k", k), fmt::format(".f:not(.k{})", k));
  for (std::size_t q = 0; q < questions; ++q) {
    const std::string asked = chosen("q", q);
    out += hide(asked, fmt::format(".matrix :is(td, th + th):not(.x{})", q));
    out += hide(asked, fmt::format(".r:not(.q{})", q));
    out += hide(asked, fmt::format(".topic:not(:has(.q{}))", q));
    for (std::size_t a = 0; a < words; ++a)
      out += hide(asked + chosen("a", a), fmt::format(".f:not(.q{}a{})", q, a));
  }
  for (std::size_t a = 0; a < words; ++a)
    out += hide(chosen("a", a), fmt::format(".f:not(.a{})", a));
  // What nobody knows of the question that is asked.
  const auto unknown = static_cast<std::size_t>(AnswerWord::kUnknown);
  for (std::size_t q = 0; q < questions; ++q)
    out += hide(chosen("q", q) + ":has(#hu:checked)", fmt::format(".f.q{}a{}", q, unknown));
  return out;
}

}  // namespace simrules
