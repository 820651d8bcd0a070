#include <string>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "render/page/parts.h"
#include "render/page/text.h"
#include "wording/rule.h"
#include "wording/words.h"

namespace simrules {
namespace {

using nlohmann::json;

/// Returns where the answer of a policy is told: its first rule, else the policy.
std::string target_of(const ShownPolicy& policy,
                      const QuestionAnswer& answer,
                      const PageView& view) {
  const std::string anchor =
      answer.rules.empty() ? policy.id() : anchor_of(*answer.rules.front(), *policy.on_day);
  return address_of(*policy.shown, anchor, view);
}

json cell(const ShownPolicy& policy, std::size_t question, const PageView& view) {
  const QuestionAnswer& answer = policy.answers[question];
  const std::string word = to_string(answer.word);
  return {{"class", in_slug_letters(word)},
          {"column", question},
          {"word", view.words.message("answers", word)},
          {"target", target_of(policy, answer, view)},
          {"is_known", answer.word != AnswerWord::kUnknown}};
}

json row(const ShownPolicy& policy, const PageView& view) {
  json cells = json::array();
  for (std::size_t q = 0; q < policy.answers.size(); ++q) cells.push_back(cell(policy, q, view));
  return {{"href", address_of(*policy.shown, policy.id(), view)},
          {"id", policy.id()},
          {"name_html", html_of(policy.shown->name(), view.words)},
          {"classes", filter_classes(policy, view)},
          {"search", search_text(*policy.shown)},
          {"cells", std::move(cells)}};
}

json legend(const PageView& view) {
  json out = json::array();
  for (const AnswerWord word : all_answers()) {
    const char* name = to_string(word);
    out.push_back(
        {{"class", in_slug_letters(name)}, {"word", view.words.message("answers", name)}});
  }
  return out;
}

}  // namespace

json matrix_part(const PageView& view) {
  json columns = json::array();
  const auto& questions = view.schema.questions();
  for (std::size_t q = 0; q < questions.size(); ++q) {
    columns.push_back({{"column", q},
                       {"label", questions[q].text("label", view.language())},
                       {"question", questions[q].text("question", view.language())}});
  }
  json rows = json::array();
  json folded = json::array();
  for (const ShownPolicy& policy : view.policies) {
    if (policy.is_unknown()) {
      folded.push_back({{"href", address_of(*policy.shown, policy.id(), view)},
                        {"id", policy.id()},
                        {"classes", filter_classes(policy, view)},
                        {"search", search_text(*policy.shown)},
                        {"name_html", html_of(policy.shown->name(), view.words)}});
    } else {
      rows.push_back(row(policy, view));
    }
  }
  const std::string count = counted(view.words, "brands", folded.size());
  return {{"columns", std::move(columns)},
          {"rows", std::move(rows)},
          {"legend", legend(view)},
          {"has_folded", !folded.empty()},
          {"folded_text", fill_message(view.words, "page", "folded", {{"brands", count}})},
          {"folded", std::move(folded)}};
}

}  // namespace simrules
