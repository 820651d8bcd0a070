#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "document/document.h"
#include "document/reporter.h"

namespace simrules {

/// Builds a value and its places from a reader's events, within limits.
/// Shape:  events come in the order of the text; in an object each value follows its key.
/// Errors: `duplicate-key`, `too-deep`, `too-many-nodes`, `list-too-long`, `scalar-too-long`,
///         `key-too-long`.
class DocumentBuilder {
 public:
  DocumentBuilder(const DocumentLimits& limits, Reporter& reporter)
      : limits_(limits), reporter_(reporter) {}

  /// Starts a list or an object; false when a limit says that reading ends here.
  bool open(nlohmann::json::value_t type, std::size_t begin);

  /// Ends the innermost list or object.
  void close(std::size_t end);

  /// Names the next value of the innermost object; a second key of that name is reported.
  void key(SourceSpan span, std::string text);

  /// Names the next value by a key that was reported already.
  void refused_key(SourceSpan span, std::string text);

  /// Adds a string, number or boolean; false when a limit says that reading ends here.
  bool scalar(SourceSpan span, nlohmann::json value);

  bool root_has_children() const { return !value_.empty() && value_.is_structured(); }
  bool at_root() const { return frames_.empty(); }
  bool in_list() const { return !frames_.empty() && frames_.back().list != nullptr; }
  bool expects_key() const { return !frames_.empty() && !in_list() && !has_key_; }

  /// Returns where the innermost list or object begins.
  std::size_t begin() const { return frames_.back().begin; }

  /// Returns where the last thing read ends.
  std::size_t end() const { return end_; }

  /// Returns the place of the key that waits for its value.
  SourceSpan pending_key() const { return key_span_; }

  /// Returns the pointer of the value that comes next; of the object itself when a key comes next.
  std::string next_pointer() const;

  nlohmann::json take_value() { return std::move(value_); }
  SourceMap take_spans() { return std::move(spans_); }

 private:
  struct Frame {
    nlohmann::json::array_t* list;
    nlohmann::json::object_t* object;
    SourceMap::Number number;
    std::size_t begin;
    std::size_t pointer_size;
  };

  /// A value where it was put, and its number among the places.
  struct Placed {
    nlohmann::json* value;
    SourceMap::Number number;
  };

  Placed place(nlohmann::json value, SourceSpan span);
  bool count_node(SourceSpan span);
  void check_list_length(SourceSpan span);

  const DocumentLimits& limits_;
  Reporter& reporter_;
  nlohmann::json value_;
  SourceMap spans_;
  std::vector<Frame> frames_;
  std::string pointer_;
  std::string key_;
  SourceSpan key_span_;
  bool has_key_ = false;
  std::size_t nodes_ = 0;
  std::size_t end_ = 0;
};

}  // namespace simrules
