#include "validate/translations.h"

#include <utility>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/member.h"
#include "base/pointer.h"
#include "base/text.h"

namespace simrules {
namespace {

using nlohmann::json;

/// The pointers of the texts of a policy by their contexts.
using Contexts = std::map<std::string, std::string, std::less<>>;

void find_texts(const json& value,
                const FieldSpec& spec,
                const std::string& context,
                const std::string& pointer,
                Contexts& found) {
  if (value.is_object() && spec.is_text()) {
    found.emplace(context, pointer);
  } else if (value.is_object()) {
    for (const auto& [name, member] : value.items()) {
      const FieldSpec* field = spec.member(name);
      if (field == nullptr) continue;
      find_texts(member, *field, pointer_join(context, name), pointer_join(pointer, name), found);
    }
  } else if (value.is_array() && spec.items) {
    for (std::size_t i = 0; i < value.size(); ++i) {
      const std::string key(text_at(value[i], spec.key));
      const std::string at = key.empty() ? pointer_join(context, i) : pointer_join(context, key);
      find_texts(value[i], *spec.items, at, pointer_join(pointer, i), found);
    }
  }
}

/// The translation of one policy into one language.
struct Merge {
  const PoFile& file;
  const std::string& language;
  Document& document;
  DiagnosticSink& sink;
  Contexts contexts = {};
  TranslatedPlaces places = {};

  void report(const char* check,
              SourceSpan span,
              std::string message,
              std::string help,
              Severity severity = Severity::kError) {
    sink.report({.check = check,
                 .severity = severity,
                 .place = file.source.place(span),
                 .pointer = {},
                 .message = std::move(message),
                 .help = std::move(help)});
  }

  void add(const PoEntry& entry) {
    const auto found = contexts.find(entry.context);
    if (found == contexts.end()) return report_unplaced(entry);
    json& texts = document.value[json::json_pointer(found->second)];
    const std::string at = pointer_join(found->second, language);
    if (texts.contains(language)) {
      return report(
          "translation-twice",
          entry.context_span,
          fmt::format("the text has a translation into {} already", quoted(language)),
          places.contains(at) ? "take this entry out" : "take it out here or in the policy",
          Severity::kWarning);
    }
    if (member_of(texts, kFallbackLanguage) != entry.original) {
      return report("translation-stale",
                    entry.context_span,
                    "the English text is another one since it was translated, so the translation "
                    "is not shown",
                    fmt::format("translate {} and write it as `msgid`",
                                quoted(text_at(texts, kFallbackLanguage))),
                    Severity::kWarning);
    }
    if (entry.text.empty()) return;
    texts[language] = entry.text;
    places.emplace(at, file.source.place(entry.text_span));
  }

  void report_unplaced(const PoEntry& entry) {
    std::vector<std::string> known;
    for (const auto& [context, pointer] : contexts) known.push_back(context);
    const auto close = nearest(entry.context, known);
    report("translation-unplaced",
           entry.context_span,
           fmt::format("the policy has no text at {}", quoted(entry.context)),
           close ? fmt::format("did you mean {}?", quoted(*close)) : "take the entry out",
           Severity::kWarning);
  }
};

}  // namespace

TranslatedPlaces add_translations(const PoFile& translations,
                                  const std::string& language,
                                  const PolicySchema& schema,
                                  Document& document,
                                  DiagnosticSink& sink) {
  Merge merge{translations, language, document, sink};
  if (translations.language != language) {
    merge.report("translation-language",
                 {},
                 translations.language.empty()
                     ? "the file does not say which language it is in"
                     : fmt::format("the file is in {} and its name says {}",
                                   quoted(translations.language),
                                   quoted(language)),
                 fmt::format("begin it with `msgid \"\"` and `msgstr \"Language: {}\\n\"`",
                             printable(language)));
    return {};
  }
  find_texts(document.value, schema.root(), "", "", merge.contexts);
  for (const PoEntry& entry : translations.entries) merge.add(entry);
  return std::move(merge.places);
}

void TranslatedSink::report(Diagnostic diagnostic) {
  if (const auto place = places_.find(diagnostic.pointer); place != places_.end()) {
    diagnostic.place = place->second;
    // It is about a text of the policy's own file.
    diagnostic.fix.reset();
  }
  sink_.report(std::move(diagnostic));
}

const std::vector<CheckInfo>& translation_checks() {
  static const std::vector<CheckInfo> kTable = {
      {"translation-language",
       Severity::kError,
       "A file of translations does not say the language that its name says.",
       "One of the two is wrong, and readers would get texts of another language.",
       "printf 'msgid \"\"\\nmsgstr \"Language: zh\\\\n\"\\n' >policies/jp/au.ja.po\n"
       "simrules validate",
       "printf 'msgid \"\"\\nmsgstr \"Language: ja\\\\n\"\\n' >policies/jp/au.ja.po\n"
       "simrules validate",
       ExampleKind::kCommand},
      {"translation-unplaced",
       Severity::kWarning,
       "A translation is of a text that the policy does not have.",
       "It would never be shown, and the text that it was made for stays untranslated.",
       "printf 'msgctxt \"/notes/0\"\nmsgid \"Old.\"\nmsgstr \"旧。\"\n' >>policies/jp/au.zh.po\n"
       "simrules validate",
       "git restore policies/jp/au.zh.po\nsimrules validate",
       ExampleKind::kCommand},
      {"translation-twice",
       Severity::kWarning,
       "A text has two translations into one language; the first one is shown, that of the policy "
       "before all.",
       "Nobody could say which of them is meant.",
       "grep -A2 'data-gift/notes' policies/jp/au.ja.po >again\ncat again >>policies/jp/au.ja.po\n"
       "simrules validate",
       "git restore policies/jp/au.ja.po\nsimrules validate",
       ExampleKind::kCommand},
      {"translation-stale",
       Severity::kWarning,
       "The English text is another one since it was translated.",
       "The translation may say what holds no more, so it is not shown until somebody has looked.",
       "sed -i 's/^msgid \"Part of/msgid \"Some of/; s/^msgid \"The /msgid \"A /' "
       "policies/jp/au.zh.po\nsimrules validate",
       "git restore policies/jp/au.zh.po\nsimrules validate",
       ExampleKind::kCommand},
      {"translation-orphan",
       Severity::kError,
       "A file of translations belongs to no policy.",
       "Nothing reads it, and what it translates is shown in English.",
       "mv policies/jp/au.zh.po policies/jp/ua.zh.po\nsimrules validate",
       "mv policies/jp/ua.zh.po policies/jp/au.zh.po\nsimrules validate",
       ExampleKind::kCommand},
  };
  return kTable;
}

}  // namespace simrules
