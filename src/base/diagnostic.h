#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace simrules {

enum class Severity { kWarning, kError };

/// Returns `warning` or `error`.
const char* to_string(Severity severity);

/// A range of a file's text.
/// Units: byte offsets, the end exclusive.
struct SourceSpan {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// A range in a file as people count it.
/// Shape: the source line is the one that the range starts in, without its line break.
///        An empty path is no place: what was found concerns a run and no file.
/// Units: lines and columns are 1-based, columns count code points, the end is exclusive.
struct Place {
  std::string path;
  int line = 1;
  int column = 1;
  int end_line = 1;
  int end_column = 1;
  std::string source_line;
};

/// A second place that explains a diagnostic.
struct Note {
  Place place;
  std::string message;
};

/// A range of a file and the text to put there; an empty range inserts, an empty text deletes.
/// Shape: `place` is `span` as people count it.
struct TextEdit {
  SourceSpan span;
  Place place;
  std::string text;
};

/// A way out of a diagnostic that a program can take, in the file of the diagnostic's place.
/// Shape: `label` says what it does, such as "rename it to `roaming`"; the edits are in order and do
///        not overlap; a `safe` one cannot change what the author evidently meant, so it may be
///        applied unseen.
struct Fix {
  std::string label;
  std::vector<TextEdit> edits;
  bool safe = true;
};

/// One finding of a check at one place.
/// Shape: `pointer` is the RFC 6901 pointer of the value concerned; empty is the whole document.
struct Diagnostic {
  std::string check;
  Severity severity = Severity::kError;
  Place place;
  std::string pointer;
  std::string message;
  std::string help;
  std::vector<Note> notes = {};
  std::optional<Fix> fix = {};
};

/// What the examples of a check are, and so how a test shows that they are true.
enum class ExampleKind {
  kPolicy,        // members of a policy; whatever they leave out is valid
  kYaml,          // a YAML file by itself
  kJson,          // a JSON file by itself
  kSchema,        // a JSON Schema by itself
  kPolicySchema,  // members of the policy schema, beside those that it has
  kLanguage,  // members of the Japanese language file, beside those that it has; null takes one out
  kGate,      // members of a policy in the base, a line `# becomes`, those in the head
  kCommand,   // command lines; what they do is shown by a case
};

/// What a check looks for, for people: the documentation of a check is part of its table row.
/// Shape: `summary` and `why` are one sentence each, of what is wrong and of the harm in it.
///        `wrong` makes the check report and `right` does not; base/example.h expands and shows both.
struct CheckInfo {
  const char* id;
  Severity severity;
  const char* summary;
  const char* why;
  const char* wrong;
  const char* right;
  ExampleKind example = ExampleKind::kPolicy;
};

/// Takes findings; errors in user data go here and never into an exception.
class DiagnosticSink {
 public:
  virtual ~DiagnosticSink() = default;
  virtual void report(Diagnostic diagnostic) = 0;
};

/// Keeps what one of several threads finds until it is its turn.
class WaitingDiagnostics final : public DiagnosticSink {
 public:
  void report(Diagnostic diagnostic) override { found_.push_back(std::move(diagnostic)); }

  /// Passes on what was found, in the order of its finding.
  void pass_on(DiagnosticSink& sink);

 private:
  std::vector<Diagnostic> found_;
};

/// Keeps findings, at most `per_file` for each path and one more if it is the last, and counts all of
/// them.
class DiagnosticList final : public DiagnosticSink {
 public:
  explicit DiagnosticList(std::size_t per_file = 20) : per_file_(per_file) {}

  void report(Diagnostic diagnostic) override;

  /// Takes over what another list kept and counted.
  void absorb(const DiagnosticList& other);

  /// Lists what was kept, by path, line, column and check.
  std::vector<Diagnostic> sorted() const;
  std::size_t count(Severity severity) const;

  /// Tells whether any finding of the given checks was kept.
  bool has_any(const std::vector<CheckInfo>& checks) const;

  /// Tells whether nothing was reported, not even a warning.
  bool empty() const { return counts_.empty(); }

 private:
  std::size_t per_file_;
  std::vector<Diagnostic> kept_;
  std::map<std::string, std::size_t> count_by_path_;
  std::map<Severity, std::size_t> counts_;
};

}  // namespace simrules
