#include "render/answers/brands_text.h"

#include <algorithm>
#include <string>

#include <fmt/format.h>

#include "base/text.h"
#include "model/policy.h"
#include "render/text/terminal.h"
#include "render/text/verdict_mark.h"
#include "wording/rule.h"
#include "wording/words.h"

namespace simrules {
namespace {

/// What every part of the output needs.
struct BrandsWriter {
  const PolicySchema& schema;
  std::string language;
  bool color;

  const Language& words() const { return schema.language(language); }
  const std::string& word(const char* use) const { return words().message("report", use); }
  std::string answer(AnswerWord word) const {
    return printable(words().message("answers", to_string(word)));
  }
};

std::string plans_of(const BrandsWriter& writer,
                     const BrandAnswer& brand,
                     const PlanAnswer& group) {
  std::string names;
  for (const std::string_view id : group.plans) {
    const std::string_view name = brand.policy->find_plan(id).name().in(writer.language);
    if (!names.empty()) names += writer.word("list_comma");
    names += printable(name.empty() ? id : name);
  }
  return names;
}

std::string rule_line(const BrandsWriter& writer, const Policy& policy, const Rule& rule) {
  return fmt::format("{} · {}",
                     printable(rule_phrase({writer.schema, writer.language, &policy.raw()}, rule)),
                     printable(rule_short(rule, policy, writer.schema, writer.language)));
}

std::string brand_text(const BrandsWriter& writer, const BrandAnswer& brand) {
  const QuestionAnswer& answer = brand.answer;
  const VerdictMark& mark = verdict_mark(to_string(answer.word));
  const std::string name = printable(policy_name(*brand.policy, writer.language));
  const std::string word = fmt::format(
      "{} ({})", writer.answer(answer.word), confidence_word(answer.confidence, writer.words()));
  std::string out = fmt::format("{} {}{}{}\n",
                                paint(mark.sign, mark.ink, writer.color),
                                paint(name, Ink::kStrong, writer.color),
                                writer.word("colon"),
                                paint(word, mark.ink, writer.color));
  if (answer.word == AnswerWord::kByPlan) {
    for (const PlanAnswer& group : answer.groups) {
      out += hanging(fmt::format("{} {}{}{}",
                                 verdict_mark(to_string(group.word)).sign,
                                 writer.answer(group.word),
                                 writer.word("colon"),
                                 plans_of(writer, brand, group)),
                     "  ");
    }
  }
  for (const Rule* rule : answer.rules) {
    out += hanging(rule_line(writer, *brand.policy, *rule), "    ");
  }
  return out;
}

std::string question_text(const BrandsWriter& writer,
                          const Answers& answers,
                          const TopicQuestion& question) {
  const std::string asked = printable(question.text("question", writer.language));
  std::string out = paint(asked, Ink::kStrong, writer.color) + '\n';
  std::string unknown;
  for (const BrandAnswer& brand : answers.questions) {
    if (brand.question != &question) continue;
    if (brand.answer.word != AnswerWord::kUnknown) {
      out += brand_text(writer, brand);
      continue;
    }
    if (!unknown.empty()) unknown += writer.word("list_comma");
    unknown += printable(policy_name(*brand.policy, writer.language));
  }
  if (unknown.empty()) return out;
  const std::string line = fmt::format("{} {}{}{}",
                                       verdict_mark(to_string(AnswerWord::kUnknown)).sign,
                                       writer.answer(AnswerWord::kUnknown),
                                       writer.word("colon"),
                                       unknown);
  return out + hanging(line);
}

}  // namespace

std::string brands_as_text(const Answers& answers,
                           const PolicySchema& schema,
                           std::string_view language,
                           bool color) {
  const BrandsWriter writer{schema, std::string(language), color};
  std::string out;
  for (const TopicQuestion& question : schema.questions()) {
    const bool is_asked = std::ranges::any_of(
        answers.questions, [&](const BrandAnswer& brand) { return brand.question == &question; });
    if (is_asked) out += (out.empty() ? "" : "\n") + question_text(writer, answers, question);
  }
  return out;
}

}  // namespace simrules
