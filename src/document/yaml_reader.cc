#include "document/yaml_reader.h"

#include <algorithm>
#include <sstream>
#include <utility>

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include "document/builder.h"
#include "document/byte_checks.h"
#include "document/merge_conflict.h"
#include "document/reporter.h"
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
class Handler final : public YAML::EventHandler {
 public:
  Handler(YamlEvents& events, std::size_t size) : events_(events), size_(size) {}

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

/// Runs the parser over one document and looks whether anything follows it.
void parse(YamlEvents& events, Reporter& reporter) {
  const std::string_view text = reporter.source().text();
  const bool failed_before = reporter.failed();
  Handler handler(events, text.size());
  try {
    std::istringstream stream{std::string(text)};
    YAML::Parser parser(stream);
    // Some inputs give yaml-cpp a next document for ever; the second one ends the run.
    if (parser.HandleNextDocument(handler)) parser.HandleNextDocument(handler);
  } catch (const YamlEvents::Stop&) {
    return;
  } catch (const YAML::Exception& error) {
    // What was wrong with the bytes may well be the reason.
    if (!failed_before) events.syntax_error(error.msg, offset_of(error.mark, text.size()));
    return;
  }
  events.flush();
  if (events.has_value() || reporter.failed()) return;
  reporter.report({.check = "empty-document",
                   .span = {},
                   .message = "the file holds no value",
                   .help = "write the document, or delete the file"});
}

}  // namespace

std::optional<Document> read_yaml(std::string path,
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
  parse(events, reporter);
  if (reporter.failed()) return std::nullopt;
  document.value = builder.take_value();
  document.spans = builder.take_spans();
  return document;
}

}  // namespace simrules
