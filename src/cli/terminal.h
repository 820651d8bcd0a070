#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

namespace simrules {

/// When to colour: `auto` asks the environment and whether the stream is a terminal.
enum class ColorMode { kAuto, kAlways, kNever };

/// Lists the words for when to colour, the default first.
std::vector<std::string> color_words();

/// Returns what one of these words means; the default for any other one.
ColorMode color_mode(std::string_view word);

/// Standard output took not all of a result; the command has failed then.
struct OutputFailed {
  int error;
};

/// The process's streams: results go to standard output, everything else to standard error.
class Terminal {
 public:
  explicit Terminal(ColorMode mode = ColorMode::kAuto, bool quiet = false);

  /// Errors: throws OutputFailed, for then the result is lost.
  void print(std::string_view text) const;
  void note(std::string_view text) const;

  /// Writes to standard error what a run that is to be quiet leaves out.
  void remark(std::string_view text) const;

  bool is_quiet() const { return is_quiet_; }
  bool colors_out() const { return color_out_; }
  bool colors_err() const { return color_err_; }

 private:
  bool color_out_;
  bool color_err_;
  bool is_quiet_;
};

/// One report to make: its format, and the file it goes to; an empty file is standard output.
struct OutputRequest {
  std::string format;
  std::string file;
};

/// The formats that a command knows, each with the function that makes its bytes.
using FormatTable = std::map<std::string, std::function<std::string(bool color)>>;

/// Says on standard error that there is not enough memory, and which limit the process has.
/// Shape: takes no memory itself.
void note_no_memory() noexcept;

/// Prints findings as text on standard error; for findings that are not the command's result. A run that
/// is to be quiet leaves out all but errors.
void print_findings(const DiagnosticList& findings, const Terminal& terminal);

/// Makes every requested report.
/// Errors: false when a file cannot be written, or what is asked for has fewer formats than its
///         command; the reason is on standard error.
bool write_outputs(const std::vector<OutputRequest>& requests,
                   const FormatTable& formats,
                   const Terminal& terminal);

}  // namespace simrules
