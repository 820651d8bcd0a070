#include "document/po_reader.h"

#include <array>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "base/text.h"
#include "document/byte_checks.h"
#include "document/reporter.h"

namespace simrules {
namespace {

constexpr std::string_view kLanguageField = "Language:";

/// The letters that a backslash stands before, and what they mean.
constexpr std::array<std::pair<char, char>, 4> kEscapes = {
    {{'n', '\n'}, {'t', '\t'}, {'"', '"'}, {'\\', '\\'}}};

/// Reads one file, a line at a time.
class Reader {
 public:
  Reader(PoFile& file, Reporter& reporter) : file_(file), reporter_(reporter) {}

  void read() {
    const std::string_view text = file_.source.text();
    for (std::size_t at = 0; at < text.size() && !reporter_.failed();) {
      const std::size_t end = std::min(text.find('\n', at), text.size());
      line(at, text.substr(at, end - at));
      at = end + 1;
    }
    if (!reporter_.failed()) finish_entry();
  }

 private:
  /// The string that a keyword or a line below it adds to.
  enum class Part { kNone, kContext, kOriginal, kText };

  void line(std::size_t at, std::string_view line) {
    const std::size_t indent = std::min(line.find_first_not_of(' '), line.size());
    at += indent;
    line.remove_prefix(indent);
    if (line.empty()) return finish_entry();
    if (line.front() == '#') return comment(line);
    if (line.front() == '"') return string(at, line);
    for (const auto& [keyword, part] : kKeywords) {
      if (!line.starts_with(keyword) || line.substr(keyword.size(), 1) != " ") continue;
      begin(part);
      const std::size_t quote = std::min(line.find('"'), line.size());
      return string(at + quote, line.substr(quote));
    }
    fail({at, at + line.size()},
         "this line is no part of a PO file",
         "an entry is `msgctxt`, `msgid` and `msgstr`, each with a text in double quotes");
  }

  void comment(std::string_view line) {
    if (line.starts_with("#~")) return;
    // A comment belongs to the entry below it.
    if (part_ == Part::kText) finish_entry();
    if (line.starts_with("#,") && line.find("fuzzy") != std::string_view::npos) is_fuzzy_ = true;
  }

  void begin(Part part) {
    const bool is_new = part_ == Part::kText || (part == Part::kContext && part_ != Part::kNone);
    if (is_new) finish_entry();
    part_ = part;
  }

  void string(std::size_t at, std::string_view line) {
    if (part_ == Part::kNone) {
      return fail({at, at + line.size()},
                  "a text belongs to no keyword",
                  "write `msgctxt`, `msgid` or `msgstr` before the first text");
    }
    const std::size_t last = line.find_last_not_of(' ');
    if (line.size() < 2 || line.front() != '"' || last == 0 || line[last] != '"') {
      return fail({at, at + line.size()},
                  "a text is not in double quotes",
                  "put a double quote before it and one behind it");
    }
    const SourceSpan span{at, at + last + 1};
    std::string& target = part_ == Part::kContext    ? entry_.context
                          : part_ == Part::kOriginal ? entry_.original
                                                     : entry_.text;
    if (part_ == Part::kContext) entry_.context_span = span;
    if (part_ == Part::kText) entry_.text_span = span;
    decode(span.begin + 1, line.substr(1, last - 1), target);
    check_decoded_text(target, span, "", TextChecks::kCharactersAndWords, reporter_);
  }

  void decode(std::size_t at, std::string_view written, std::string& out) {
    for (std::size_t i = 0; i < written.size(); ++i) {
      if (written[i] == '"') {
        return fail({at + i, at + i + 1},
                    "a double quote ends the text before its end",
                    "put a backslash before it");
      }
      if (written[i] != '\\') {
        out += written[i];
        continue;
      }
      const char letter = ++i < written.size() ? written[i] : '\0';
      const auto* known = std::ranges::find(kEscapes, letter, &std::pair<char, char>::first);
      if (known == kEscapes.end()) {
        return fail({at + i - 1, at + i},
                    "a backslash stands before something else than n, t, a quote or a backslash",
                    "write a backslash itself as two");
      }
      out += known->second;
    }
  }

  void finish_entry() {
    const bool is_header = entry_.context.empty() && entry_.original.empty();
    if (part_ != Part::kNone && is_header) {
      read_header();
    } else if (part_ == Part::kText) {
      if (is_fuzzy_) entry_.text.clear();
      file_.entries.push_back(std::move(entry_));
    } else if (part_ != Part::kNone) {
      fail(entry_.context_span, "the entry has no `msgstr`", "add it, empty for no translation");
    }
    entry_ = {};
    part_ = Part::kNone;
    is_fuzzy_ = false;
  }

  void read_header() {
    const std::size_t at = entry_.text.find(kLanguageField);
    if (at == std::string::npos) return;
    const std::size_t begin = at + kLanguageField.size();
    file_.language = std::string(trimmed(
        std::string_view(entry_.text).substr(begin, entry_.text.find('\n', begin) - begin)));
  }

  static std::string_view trimmed(std::string_view text) {
    while (text.starts_with(' ')) text.remove_prefix(1);
    while (text.ends_with(' ')) text.remove_suffix(1);
    return text;
  }

  void fail(SourceSpan span, std::string message, std::string help) {
    reporter_.report({.check = "translation-syntax",
                      .span = span,
                      .message = std::move(message),
                      .help = std::move(help)});
  }

  static constexpr std::array<std::pair<std::string_view, Part>, 3> kKeywords = {
      {{"msgctxt", Part::kContext}, {"msgid", Part::kOriginal}, {"msgstr", Part::kText}}};

  PoFile& file_;
  Reporter& reporter_;
  PoEntry entry_;
  Part part_ = Part::kNone;
  bool is_fuzzy_ = false;
};

}  // namespace

std::optional<PoFile> read_po(std::string path, std::string text, DiagnosticSink& sink) {
  PoFile file;
  file.source = SourceFile(std::move(path), std::move(text));
  Reporter reporter(file.source, sink);
  if (!check_json_bytes(kPoLimits, reporter)) return std::nullopt;
  Reader(file, reporter).read();
  if (reporter.failed()) return std::nullopt;
  return file;
}

const std::vector<CheckInfo>& po_checks() {
  static const std::vector<CheckInfo> kTable = {
      {"translation-syntax",
       Severity::kError,
       "A file of translations is no PO file.",
       "The editors of translators could not open it, and nobody would read what it says.",
       "printf 'msgid \"A note.\\nmsgstr \"\"\\n' >policies/jp/au.ja.po\nsimrules validate",
       "printf 'msgid \"\"\\nmsgstr \"Language: ja\\\\n\"\\n' >policies/jp/au.ja.po\nsimrules "
       "validate",
       ExampleKind::kCommand},
  };
  return kTable;
}

}  // namespace simrules
