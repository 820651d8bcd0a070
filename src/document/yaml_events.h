#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "document/builder.h"
#include "document/reporter.h"
#include "document/scalar.h"

namespace simrules {

/// Turns a YAML parser's events into a document and refuses what a policy file may not contain.
/// Shape: each event comes with the byte offset of its first token, an anchor or a tag included;
///        `marked` tells whether a list or an object has one.
class YamlEvents {
 public:
  /// Ends the parser's run from inside a callback, after the reason was reported.
  struct Stop {};

  YamlEvents(DocumentBuilder& builder, Reporter& reporter)
      : builder_(builder), reporter_(reporter), text_(reporter.source().text()) {}

  void start_document(std::size_t at);
  void null(std::size_t at);
  void alias(std::size_t at);
  void scalar(std::size_t at, const std::string& value);
  void open(std::size_t at, nlohmann::json::value_t type, bool marked);
  void close();

  /// Reports what was held back while an error of the parser could still be the better word for it.
  void flush();

  /// Reports an error of the parser in our words.
  void syntax_error(std::string_view parser_text, std::size_t at);

  /// Tells whether a document was read and holds a value.
  bool has_value() const { return documents_ == 1 && !root_null_; }

 private:
  void refuse_property(SourceSpan span);
  std::size_t skip_properties(std::size_t at);
  SourceSpan scalar_span(std::size_t begin, const std::string& value);
  bool check_lost_escape(SourceSpan quoted);
  bool check_escapes(SourceSpan quoted);
  void check_backslashes(SourceSpan span, const std::string& value);
  void take_key(SourceSpan span, const std::string& value, const Scalar& scalar, bool plain);
  void take_value(SourceSpan span, const std::string& value, const Scalar& scalar);
  void refuse_ambiguous(SourceSpan span,
                        const Scalar& scalar,
                        std::string pointer,
                        std::optional<std::string> lacking);
  void place(SourceSpan span, nlohmann::json value);
  void place_refused(SourceSpan span);

  DocumentBuilder& builder_;
  Reporter& reporter_;
  std::string_view text_;
  std::optional<Fault> held_;
  std::size_t properties_end_ = 0;
  int documents_ = 0;
  int skipping_ = 0;
  bool root_null_ = false;
};

}  // namespace simrules
