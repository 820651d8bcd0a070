#include "render/sentences.h"

#include <fmt/format.h>

#include "render/fields.h"
#include "render/ui_words.h"

namespace simrules {

std::string change_sentence(const Change& change, const ChangeContext& context) {
  const ChangeWords words = describe_change(change, context);
  const std::string subject =
      words.rule.empty() ? words.policy : fmt::format("{} · {}", words.policy, words.rule);
  return fmt::format("{}{}{} {} → {}{}",
                     subject,
                     ui_word(Ui::kColon, context.language),
                     words.field,
                     words.before,
                     words.after,
                     context.language == "en" ? "." : "。");
}

std::string rule_sentence(const Rule& rule,
                          const Policy& policy,
                          const PolicySchema& schema,
                          std::string_view language) {
  return fmt::format("{} · {}{}{}{}",
                     policy_name(policy, language),
                     rule_name(rule, schema, language),
                     ui_word(Ui::kColon, language),
                     rule_field_text(rule, field::kVerdict, schema, language),
                     language == "en" ? "." : "。");
}

std::string cause_phrase(const Change& change, const ChangeContext& context) {
  return describe_change(change, context).cause;
}

}  // namespace simrules
