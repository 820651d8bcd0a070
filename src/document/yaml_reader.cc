#include "document/yaml_reader.h"

#include <algorithm>
#include <sstream>
#include <utility>

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include "base/pointer.h"
#include "document/builder.h"
#include "document/byte_checks.h"
#include "document/reporter.h"
#include "document/syntax/merge_conflict.h"
#include "document/yaml_events.h"

namespace simrules {
namespace {

using nlohmann::json;

/// Returns the byte that a mark of yaml-cpp stands for; a mark without a place means the start.
std::size_t offset_of(const YAML::Mark& mark, std::size_t size) {
  return mark.pos < 0 ? 0 : std::min(static_cast<std::size_t>(mark.pos), size);
}

/// Tells whether a collection has a tag or an anchor of its own; its first key may have them, too.
bool marked(const std::string& tag, YAML::anchor_t anchor) { return tag != "?" || anchor != 0; }

/// Hands yaml-cpp's events on as offsets and values: the text at the offset says the rest better.
class EventForwarder final : public YAML::EventHandler {
 public:
  EventForwarder(YamlEvents& events, std::size_t size) : events_(events), size_(size) {}

  void OnDocumentStart(const YAML::Mark& mark) override {
    events_.start_document(offset_of(mark, size_));
  }
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t /*anchor*/) override {
    events_.null(offset_of(mark, size_));
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t /*anchor*/) override {
    events_.alias(offset_of(mark, size_));
  }
  void OnScalar(const YAML::Mark& mark,
                const std::string& /*tag*/,
                YAML::anchor_t /*anchor*/,
                const std::string& value) override {
    events_.scalar(offset_of(mark, size_), value);
  }
  void OnSequenceStart(const YAML::Mark& mark,
                       const std::string& tag,
                       YAML::anchor_t anchor,
                       YAML::EmitterStyle::value /*style*/) override {
    events_.open(offset_of(mark, size_), json::value_t::array, marked(tag, anchor));
  }
  void OnSequenceEnd() override { events_.close(); }
  void OnMapStart(const YAML::Mark& mark,
                  const std::string& tag,
                  YAML::anchor_t anchor,
                  YAML::EmitterStyle::value /*style*/) override {
    events_.open(offset_of(mark, size_), json::value_t::object, marked(tag, anchor));
  }
  void OnMapEnd() override { events_.close(); }

 private:
  YamlEvents& events_;
  std::size_t size_;
};

/// Returns the text as the parser shall see it: a byte order mark and the carriage returns of line
/// ends, which were reported, become a comment and blanks of the same length, so that the rest of
/// the mistakes can be told at their places.
std::string readable(std::string_view text) {
  std::string out(text);
  if (out.starts_with(kByteOrderMark)) out.replace(0, kByteOrderMark.size(), "##\n");
  for (std::size_t i = out.find('\r'); i != std::string::npos; i = out.find('\r', i)) out[i] = ' ';
  return out;
}

/// Runs the parser over one document and looks whether anything follows it; false if it had to stop.
bool parse(YamlEvents& events, Reporter& reporter) {
  const std::string_view text = reporter.source().text();
  const bool failed_before = reporter.failed();
  EventForwarder handler(events, text.size());
  try {
    std::istringstream stream{readable(text)};
    YAML::Parser parser(stream);
    // Some inputs give yaml-cpp a next document for ever; the second one ends the run.
    if (parser.HandleNextDocument(handler)) parser.HandleNextDocument(handler);
  } catch (const YamlEvents::Stop&) {
    return false;
  } catch (const YAML::Exception& error) {
    // What was wrong with the bytes may well be the reason.
    if (!failed_before) events.syntax_error(error.msg, offset_of(error.mark, text.size()));
    return false;
  }
  events.flush();
  if (events.has_value() || reporter.failed()) return true;
  reporter.report({.check = "empty-document",
                   .span = {},
                   .message = "the file holds no value",
                   .help = "write the document, or delete the file"});
  return false;
}

/// Notes what a place that was refused for its bytes takes away: a key or a scalar; nothing if it is
/// in a comment.
void note_place(Document& document, std::size_t offset) {
  const auto holds = [&](const SourceSpan& span) {
    return span.begin <= offset && offset < span.end;
  };
  document.spans.for_each([&](const std::string& pointer, const NodeSpans& node) {
    // What a second equal key took the place of has a place and no value.
    const json::json_pointer at(pointer);
    if (node.key && holds(*node.key)) {
      document.refused.insert(pointer);
      document.lacking.insert(pointer_parent(pointer));
    } else if (holds(node.value) && document.value.contains(at) &&
               !document.value.at(at).is_structured()) {
      document.refused.insert(pointer);
    }
  });
}

/// Notes what the faults of a document take away from it.
void note_refusals(Document& document, const Reporter& reporter) {
  document.sound = !reporter.failed();
  for (const Refusal& refusal : reporter.refusals()) {
    if (refusal.lacking) document.lacking.insert(*refusal.lacking);
    if (refusal.lacking == refusal.pointer) continue;
    if (refusal.pointer.empty()) {
      note_place(document, refusal.span.begin);
    } else {
      document.refused.insert(refusal.pointer);
    }
  }
}

}  // namespace

std::optional<Document> read_doubtful_yaml(std::string path,
                                           std::string text,
                                           const DocumentLimits& limits,
                                           DiagnosticSink& sink) {
  Document document;
  document.source = SourceFile(std::move(path), std::move(text));
  Reporter reporter(document.source, sink);
  const bool parsable = check_yaml_bytes(limits, reporter);
  if (!check_merge_conflicts(reporter) || !parsable) return std::nullopt;
  DocumentBuilder builder(limits, reporter);
  YamlEvents events(builder, reporter);
  if (!parse(events, reporter)) return std::nullopt;
  document.value = builder.take_value();
  document.spans = builder.take_spans();
  note_refusals(document, reporter);
  if (!document.sound && !document.value.is_structured()) return std::nullopt;
  return document;
}

std::optional<Document> read_yaml(std::string path,
                                  std::string text,
                                  const DocumentLimits& limits,
                                  DiagnosticSink& sink) {
  auto document = read_doubtful_yaml(std::move(path), std::move(text), limits, sink);
  if (document && !document->sound) return std::nullopt;
  return document;
}

}  // namespace simrules
