// The floor: what reading YAML with yaml-cpp into JSON and one verdict of valijson cost by
// themselves, with no place, no check and no message. What simrules costs above it is its own.
//   floor SCHEMA FOLDER
#include <algorithm>
#include <charconv>
#include <cstdint>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/parser.h>

namespace {

using nlohmann::json;
using valijson::adapters::NlohmannJsonAdapter;

/// Reads a plain scalar by the core schema, as far as policies go.
json plain(const std::string& text) {
  if (text == "true") return true;
  if (text == "false") return false;
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error == std::errc() && end == text.data() + text.size()) return number;
  return text;
}

/// Builds the value of a document from its events.
class Builder final : public YAML::EventHandler {
 public:
  json value;

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark&, YAML::anchor_t) override { add(nullptr); }
  void OnAlias(const YAML::Mark&, YAML::anchor_t) override {}
  void OnScalar(const YAML::Mark&,
                const std::string& tag,
                YAML::anchor_t,
                const std::string& text) override {
    if (awaits_key()) {
      keys_.push_back(text);
    } else {
      add(tag == "?" ? plain(text) : json(text));
    }
  }
  void OnSequenceStart(const YAML::Mark&,
                       const std::string&,
                       YAML::anchor_t,
                       YAML::EmitterStyle::value) override {
    open_.push_back({add(json::array()), keys_.size()});
  }
  void OnSequenceEnd() override { open_.pop_back(); }
  void OnMapStart(const YAML::Mark&,
                  const std::string&,
                  YAML::anchor_t,
                  YAML::EmitterStyle::value) override {
    open_.push_back({add(json::object()), keys_.size()});
  }
  void OnMapEnd() override { open_.pop_back(); }

 private:
  struct Open {
    json* value;
    std::size_t keys;
  };

  bool awaits_key() const {
    return !open_.empty() && open_.back().value->is_object() && keys_.size() == open_.back().keys;
  }

  json* add(json part) {
    if (open_.empty()) return &(value = std::move(part));
    json& parent = *open_.back().value;
    if (parent.is_array()) return &parent.emplace_back(std::move(part));
    json& member = parent[std::move(keys_.back())] = std::move(part);
    keys_.pop_back();
    return &member;
  }

  std::vector<Open> open_;
  std::vector<std::string> keys_;
};

json read_yaml(const std::filesystem::path& path) {
  std::ifstream file(path);
  YAML::Parser parser(file);
  Builder builder;
  parser.HandleNextDocument(builder);
  return std::move(builder.value);
}

/// Takes the formats out of a schema: simrules judges them itself, for valijson compiles a regular
/// expression for each date that it looks at.
void drop_formats(json& schema) {
  if (schema.is_object() && schema.contains("format") && schema["format"].is_string()) {
    schema.erase("format");
  }
  for (json& part : schema) {
    if (part.is_structured()) drop_formats(part);
  }
}

/// Judges every YAML file of a folder; returns how many do not conform.
int judge(const char* schema_path, const char* folder) {
  json schema = json::parse(std::ifstream(schema_path));
  drop_formats(schema);
  valijson::Schema compiled;
  valijson::SchemaParser(valijson::SchemaParser::kDraft7)
      .populateSchema(NlohmannJsonAdapter(schema), compiled);
  valijson::Validator validator(valijson::Validator::kStrongTypes);
  int files = 0, refused = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.path().extension() != ".yaml") continue;
    const json policy = read_yaml(entry.path());
    ++files;
    if (!validator.validate(compiled, NlohmannJsonAdapter(policy), nullptr)) ++refused;
  }
  std::printf("%d files, %d of them do not conform\n", files, refused);
  return refused;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fputs("usage: floor SCHEMA FOLDER\n", stderr);
    return 2;
  }
  try {
    return judge(argv[1], argv[2]) == 0 ? 0 : 1;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "floor: %s\n", error.what());
    return 2;
  }
}
