#include "document/json_reader.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "document/builder.h"
#include "document/byte_checks.h"
#include "document/foreign_json.h"
#include "document/reporter.h"
#include "document/scalar.h"
#include "document/syntax/merge_conflict.h"

namespace simrules {
namespace {

using nlohmann::json;

constexpr std::string_view kWhiteSpace = " \t\r\n";

/// Reads bytes and counts them, so that the handler knows where a token ends.
class CountingIterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  CountingIterator(const char* at, std::size_t* count) : at_(at), count_(count) {}

  reference operator*() const { return *at_; }
  CountingIterator& operator++() {
    ++at_;
    ++*count_;
    return *this;
  }
  CountingIterator operator++(int) {
    const CountingIterator before = *this;
    ++*this;
    return before;
  }
  bool operator==(const CountingIterator& other) const { return at_ == other.at_; }
  bool operator!=(const CountingIterator& other) const { return at_ != other.at_; }

 private:
  const char* at_;
  std::size_t* count_;
};

std::size_t skip(std::string_view text, std::size_t at, std::string_view characters) {
  return std::min(text.find_first_not_of(characters, at), text.size());
}

/// Finds the end of a number by the grammar: the parser reads one byte more before it knows.
std::size_t number_end(std::string_view text, std::size_t begin) {
  const std::size_t digits = begin + (text[begin] == '-' ? 1 : 0);
  const std::size_t whole = text[digits] == '0' ? digits + 1 : skip(text, digits, "0123456789");
  const bool decimal = whole < text.size() && std::string_view(".eE").find(text[whole]) < 3;
  return decimal ? skip(text, whole, "0123456789+-.eE") : whole;
}

/// Takes the events of nlohmann's parser; false ends its run.
class SaxHandler {
 public:
  SaxHandler(DocumentBuilder& builder,
             Reporter& reporter,
             const std::size_t& consumed,
             bool is_ours)
      : builder_(builder),
        reporter_(reporter),
        is_ours_(is_ours),
        text_(reporter.source().text()),
        consumed_(consumed) {}

  bool null() { return builder_.scalar(token(), nullptr); }
  bool boolean(bool value) { return builder_.scalar(token(), value); }
  bool number_integer(json::number_integer_t value) {
    if (is_ours_ && value < -kMaxInteger) report_too_large();
    return builder_.scalar(number(), value);
  }
  bool number_unsigned(json::number_unsigned_t value) {
    if (is_ours_ && value > static_cast<json::number_unsigned_t>(kMaxInteger)) report_too_large();
    return builder_.scalar(number(), value);
  }
  bool number_float(json::number_float_t value, const std::string& /*text*/) {
    return builder_.scalar(number(), value);
  }
  bool string(std::string& value) {
    check_text(value);
    return builder_.scalar(token(), std::move(value));
  }
  bool binary(json::binary_t& /*value*/) { return false; }
  bool start_object(std::size_t /*size*/) { return builder_.open(json::value_t::object, begin()); }
  bool start_array(std::size_t /*size*/) { return builder_.open(json::value_t::array, begin()); }
  bool end_object() { return close(); }
  bool end_array() { return close(); }
  bool key(std::string& value) {
    check_text(value);
    builder_.key(token(), std::move(value));
    return true;
  }
  bool parse_error(std::size_t position,
                   const std::string& last_token,
                   const json::exception& error);

 private:
  /// Between two tokens there is only white space and a separator.
  std::size_t begin() const {
    std::size_t at = builder_.end();
    while (at < text_.size() && (text_[at] <= ' ' || text_[at] == ',' || text_[at] == ':')) ++at;
    return at;
  }
  SourceSpan token() const { return {begin(), consumed_}; }
  SourceSpan number() const { return {begin(), number_end(text_, begin())}; }
  bool close() {
    builder_.close(consumed_);
    return true;
  }
  void check_text(const std::string& value);
  void report_too_large();

  DocumentBuilder& builder_;
  Reporter& reporter_;
  bool is_ours_;
  std::string_view text_;
  const std::size_t& consumed_;
};

void SaxHandler::check_text(const std::string& value) {
  const bool plain =
      std::all_of(value.begin(), value.end(), [](char c) { return c >= 0x20 && c < 0x7F; });
  if (plain) return;
  if (!is_ours_) return;
  check_decoded_text(value, token(), builder_.next_pointer(), TextChecks::kCharacters, reporter_);
}

void SaxHandler::report_too_large() {
  const SourceSpan span = number();
  reporter_.report({.check = "integer-too-large",
                    .span = span,
                    .message = fmt::format("{} is beyond {}, the limit of an integer",
                                           quoted(text_.substr(span.begin, span.end - span.begin)),
                                           kMaxInteger),
                    .help = "write it with a larger unit, or as a string",
                    .pointer = builder_.next_pointer()});
}

/// What may stand next, for a message.
struct Expectation {
  std::size_t at;
  const char* what;
  bool takes_string;
};

Expectation expected_next(std::string_view text, const DocumentBuilder& builder) {
  const std::size_t at = skip(text, builder.end(), kWhiteSpace);
  const bool started = builder.end() > 0;
  if (builder.at_root()) return {at, started ? "nothing behind the value" : "a value", !started};
  const bool empty = builder.end() == builder.begin() + 1;
  const bool after_key = !builder.in_list() && !builder.expects_key();
  const char separator = after_key ? ':' : ',';
  const bool separated = !empty && at < text.size() && text[at] == separator;
  if (separated) {
    const bool wants_key = !after_key && !builder.in_list();
    return {
        skip(text, at + 1, kWhiteSpace), wants_key ? "a key in double quotes" : "a value", true};
  }
  if (after_key) return {at, "`:`", false};
  if (empty)
    return {at, builder.in_list() ? "a value or `]`" : "a key in double quotes or `}`", true};
  return {at, builder.in_list() ? "`,` or `]`" : "`,` or `}`", false};
}

bool SaxHandler::parse_error(std::size_t /*position*/,
                             const std::string& /*last_token*/,
                             const json::exception& error) {
  constexpr int kOutOfRange = 406;
  const Expectation next = expected_next(text_, builder_);
  const bool bracket = std::string_view(",:[]{}").find(text_.substr(next.at, 1)) < 6;
  const std::size_t delimiter = text_.find_first_of(" \t\r\n,:[]{}", next.at + 1);
  const std::size_t end = bracket ? next.at + 1 : std::min(delimiter, text_.size());
  const std::string found = next.at == text_.size() ? std::string("the end of the file")
                                                    : quoted(text_.substr(next.at, end - next.at));
  Fault finding{.check = "json-syntax",
                .span = {next.at, std::max(end, next.at)},
                .message = fmt::format("expected {}, found {}", next.what, found),
                .help = "JSON has no comments and no comma before a closing bracket",
                .pointer = builder_.next_pointer()};
  if (next.takes_string && next.at < text_.size() && text_[next.at] == '"') {
    finding.span.end = std::max(consumed_, next.at + 1);
    finding.message = "the string is not closed, or holds a control character or an unknown escape";
    finding.help =
        "close it in the same line; write a backslash as `\\\\` and a line break as `\\n`";
  } else if (error.id == kOutOfRange) {
    finding.message = fmt::format("the number {} is too large", found);
    finding.help = "write it as a string";
  }
  reporter_.report(std::move(finding));
  return false;
}

std::optional<Document> read(std::string path,
                             std::string text,
                             const DocumentLimits& limits,
                             DiagnosticSink& sink,
                             bool is_ours) {
  Document document;
  document.source = SourceFile(std::move(path), std::move(text));
  Reporter reporter(document.source, sink);
  if (!check_json_bytes(limits, reporter) || !check_merge_conflicts(reporter)) return std::nullopt;
  DocumentBuilder builder(limits, reporter);
  std::size_t consumed = 0;
  SaxHandler handler(builder, reporter, consumed, is_ours);
  const std::string_view bytes = document.source.text();
  const bool complete = json::sax_parse(CountingIterator(bytes.data(), &consumed),
                                        CountingIterator(bytes.data() + bytes.size(), &consumed),
                                        &handler);
  if (!complete || reporter.failed()) return std::nullopt;
  document.value = builder.take_value();
  document.spans = builder.take_spans();
  return document;
}

}  // namespace

std::optional<Document> read_json(std::string path,
                                  std::string text,
                                  const DocumentLimits& limits,
                                  DiagnosticSink& sink) {
  return read(std::move(path), std::move(text), limits, sink, true);
}

std::optional<Document> read_foreign_json(std::string path,
                                          std::string text,
                                          const DocumentLimits& limits,
                                          DiagnosticSink& sink) {
  return read(std::move(path), std::move(text), limits, sink, false);
}

}  // namespace simrules
