#include "schema/language/check.h"

namespace simrules {

const std::vector<CheckInfo>& language_checks() {
  static const std::vector<CheckInfo> kTable = {
      {"language-missing-word",
       Severity::kWarning,
       "A language has no word for something.",
       "It is told in English.",
       R"({"messages": {"report": {"title": null}}})",
       R"({"messages": {"report": {"title": "変更点"}}})",
       ExampleKind::kLanguage},
      {"language-unknown-key",
       Severity::kError,
       "A language has a word for something that is not there.",
       "Nothing reads it, and what was meant is told in English.",
       R"({"fields": {"limit/metrics": {"label": "項目"}}})",
       R"({"fields": {"limit/metric": {"label": "項目"}}})",
       ExampleKind::kLanguage},
      {"language-wrong-value",
       Severity::kError,
       "A language file does not have the shape of one.",
       "Its words could not be read.",
       R"({"name": ""})",
       R"({"name": "日本語"})",
       ExampleKind::kLanguage},
      {"language-unknown-placeholder",
       Severity::kError,
       "A template of a language names what nothing fills in.",
       "The sentence would have a hole.",
       R"({"sentences": {"causes": {"initial": "{who}が初めて登録"}}})",
       R"({"sentences": {"causes": {"initial": "初めて登録"}}})",
       ExampleKind::kLanguage},
      {"language-lost-placeholder",
       Severity::kError,
       "A template of a language does not tell what the English one tells.",
       "Readers of the language would know less.",
       R"({"messages": {"report": {"compared": "{base} と比較しました。"}}})",
       R"({"messages": {"report": {"compared": "{base} と {head} を比較しました。"}}})",
       ExampleKind::kLanguage},
      {"language-open-bracket",
       Severity::kError,
       "A bracket of an optional part of a template has no partner.",
       "What is left out where something is empty would be another part than is meant.",
       R"({"sentences": {"rules": {"other": "{policy} · {rule}：{verdict}[（{terms}）"}}})",
       R"({"sentences": {"rules": {"other": "{policy} · {rule}：{verdict}[（{terms}）]"}}})",
       ExampleKind::kLanguage},
  };
  return kTable;
}

}  // namespace simrules
