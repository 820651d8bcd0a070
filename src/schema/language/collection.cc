#include "schema/language/collection.h"

#include <algorithm>
#include <optional>
#include <utility>

#include <nlohmann/json.hpp>

#include "base/text.h"
#include "document/json_reader.h"
#include "schema/embedded_languages.h"
#include "schema/language/check.h"
#include "schema/language/file.h"
#include "schema/schema_check.h"

namespace simrules {
namespace {

/// Passes errors on, and drops warnings: only who checks a language wants to know what is missing.
class ErrorSink final : public DiagnosticSink {
 public:
  explicit ErrorSink(DiagnosticSink& sink) : sink_(sink) {}

  void report(Diagnostic diagnostic) override {
    if (diagnostic.severity == Severity::kError) sink_.report(std::move(diagnostic));
  }

 private:
  DiagnosticSink& sink_;
};

/// Returns the English words that others are measured by: those of the files, else those compiled in.
std::optional<Language> english_of(const std::vector<LanguageFile>& files,
                                   const Schema& shape,
                                   DiagnosticSink& sink) {
  const auto own = std::ranges::find(files, kFallbackLanguage, &LanguageFile::tag);
  if (own == files.end()) return built_in_languages()->find(kFallbackLanguage);
  const auto document = read_json(own->path, own->text, kSchemaLimits, sink);
  if (!document) return std::nullopt;
  // What has another shape is refused when the file itself is checked.
  DiagnosticList told_later;
  if (SchemaChecker(shape).check(*document, told_later)) return read_language(document->value);
  return built_in_languages()->find(kFallbackLanguage);
}

bool has_its_tag(const Document& document, const LanguageFile& file, DiagnosticSink& sink) {
  const auto& tag = document.value.at("language").get_ref<const std::string&>();
  if (tag == file.tag) return true;
  sink.report({.check = "language-wrong-value",
               .place = document.value_place("/language"),
               .pointer = "/language",
               .message = "`language` is " + quoted(tag) + " in a file of another name",
               .help = "write " + quoted(file.tag) + ", or rename the file"});
  return false;
}

bool check_file(const LanguageFile& file, const LanguageRules& rules, DiagnosticSink& sink) {
  const auto document = read_json(file.path, file.text, kSchemaLimits, sink);
  return document && check_language(*document, rules, sink) && has_its_tag(*document, file, sink);
}

}  // namespace

bool are_built_in(const std::vector<LanguageFile>& files) {
  const std::vector<LanguageText> texts = embedded_languages();
  return std::ranges::all_of(files, [&](const LanguageFile& file) {
    const auto same = std::ranges::find(texts, file.tag, &LanguageText::tag);
    return same != texts.end() && same->text == file.text;
  });
}

bool check_languages(const std::vector<LanguageFile>& files,
                     const Schema& shape,
                     const nlohmann::json& policy,
                     DiagnosticSink& sink) {
  const std::optional<Language> english = english_of(files, shape, sink);
  if (!english) return false;
  bool is_fine = true;
  for (const LanguageFile& file : files) {
    is_fine = check_file(file, {shape, policy, *english}, sink) && is_fine;
  }
  return is_fine;
}

LanguagesPtr take_languages(const std::vector<LanguageFile>& files,
                            const Schema& shape,
                            const nlohmann::json& policy,
                            DiagnosticSink& sink) {
  std::vector<LanguageText> texts = embedded_languages();
  std::vector<LanguageFile> changed;
  for (const LanguageFile& file : files) {
    const auto place = std::ranges::find(texts, file.tag, &LanguageText::tag);
    if (place != texts.end() && place->text == file.text) continue;
    if (place == texts.end()) {
      texts.push_back({file.tag, file.text, generated_names(file.tag)});
    } else {
      place->text = file.text;
    }
    changed.push_back(file);
  }
  if (changed.empty()) return built_in_languages();
  ErrorSink errors(sink);
  if (!check_languages(changed, shape, policy, errors)) return nullptr;
  return languages_of(std::move(texts));
}

LanguagesPtr shipped_languages(const std::vector<LanguageFile>& files,
                               const Schema& shape,
                               DiagnosticSink& sink) {
  ErrorSink errors(sink);
  std::vector<LanguageText> texts;
  bool is_fine = true;
  for (const LanguageFile& file : files) {
    const auto document = read_json(file.path, file.text, kSchemaLimits, errors);
    is_fine = document && check_shape(*document, shape, errors) &&
              has_its_tag(*document, file, errors) && is_fine;
    texts.push_back({file.tag, file.text});
  }
  return is_fine ? languages_of(std::move(texts)) : nullptr;
}

}  // namespace simrules
