#pragma once

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "schema/embedded_languages.h"

namespace simrules {

/// Texts by a word or by their use.
using Texts = std::map<std::string, std::string, std::less<>>;

/// Texts by section and use: the templates of sentences, the messages of reports.
using TextSections = std::map<std::string, Texts, std::less<>>;

/// What one language calls a field and the words of its values, and how it puts these into
/// sentences.
/// Shape: `phrases` are templates by their use (`text`, `name`, `each`, a direction word, ...);
///        `phrase_words` are the words of values where they differ in a sentence; `questions` are the
///        texts of each question that the field's words answer, by their use.
struct FieldWords {
  std::string label;
  Texts words;
  Texts phrases;
  Texts phrase_words;
  TextSections questions;
};

/// Every word of one language.
/// Shape: `fields` by the place of a field (`field_place`); `words` are those that several fields
///        share; `names` are those of `countries` and `currencies` by their codes.
struct Language {
  std::string tag;
  std::string name;
  std::string html_lang;
  std::map<std::string, FieldWords, std::less<>> fields;
  Texts words;
  TextSections sentences;
  TextSections messages;
  TextSections names;

  /// Returns what the language calls a field, or nullptr.
  const FieldWords* field(std::string_view place) const;

  /// Returns a text of the sentences; empty where there is none.
  const std::string& sentence(std::string_view section, std::string_view use) const;

  /// Returns a message of reports by its section and use.
  /// Errors: std::out_of_range for one that no language has, which is a bug.
  const std::string& message(std::string_view section, std::string_view use) const;

  /// Returns the name of a country or a currency; empty where there is none.
  const std::string& name_of(std::string_view kind, std::string_view code) const;
};

/// The languages that there are. Each is read when a word of it is asked for first.
/// Shape: never changes, and may be asked by several threads.
class Languages {
 public:
  using Reader = std::function<Language()>;
  using Readers = std::map<std::string, Reader, std::less<>>;

  /// Shape: `readers` by tag; `tags` are those that outputs are written in. What a language lacks is
  ///        taken from English unless `is_whole` says that nothing is missing in any.
  ///        `files` are what the languages are read from; none where they have no files.
  Languages(Readers readers,
            std::vector<std::string> tags,
            bool is_whole = false,
            std::shared_ptr<const std::vector<LanguageText>> files = {});

  /// Lists the tags of the languages that outputs are written in.
  const std::vector<std::string>& tags() const { return tags_; }

  /// Lists the files of the languages.
  const std::vector<LanguageText>& files() const { return *files_; }

  /// Returns a language; the English one for a tag that there is none of.
  const Language& find(std::string_view tag) const;

 private:
  const Language& read(std::string_view tag) const;

  Readers readers_;
  std::vector<std::string> tags_;
  bool is_whole_;
  std::shared_ptr<const std::vector<LanguageText>> files_;
  mutable std::mutex mutex_;
  mutable std::map<std::string, std::unique_ptr<const Language>, std::less<>> read_;
};

using LanguagesPtr = std::shared_ptr<const Languages>;

/// Gives a language the words that it lacks and another one has.
/// Shape: a field that it says anything of keeps its own `phrases`, because it may need fewer.
void fill_gaps(Language& language, const Language& from);

/// The language that others fall back to.
inline constexpr std::string_view kFallbackLanguage = "en";

}  // namespace simrules
