#include "render/text/template.h"

#include <stdexcept>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace simrules {
namespace {

using nlohmann::json;

TEST(RenderTemplate, FillsSectionsAndEscapes) {
  struct Row {
    std::string text;
    std::string data;
    std::string filled;
  };
  const std::vector<Row> rows{
      {"{{a}}", R"({"a": "<b> & \"c\" 'd'"})", "&lt;b&gt; &amp; &quot;c&quot; &apos;d&apos;"},
      {"{{{a}}}", R"({"a": "<b>"})", "<b>"},
      {"{{a}}", R"({"a": "{{b}}", "b": "no"})", "{{b}}"},
      {"{{a}} {{b}}", R"({"a": 5, "b": 1234567})", "5 1234567"},
      {"{{#l}}{{x}},{{/l}}", R"({"l": [{"x": 1}, {"x": 2}]})", "1,2,"},
      {"{{#l}}yes{{/l}}{{^l}}no{{/l}}", R"({"l": []})", "no"},
      {"{{#l}}yes{{/l}}{{^l}}no{{/l}}", R"({"l": null})", "no"},
      {"{{#l}}yes{{/l}}{{^l}}no{{/l}}", R"({"l": true})", "yes"},
      {"a\n{{#l}}\n- {{x}}\n{{/l}}\nb\n", R"({"l": [{"x": "データ"}]})", "a\n- データ\nb\n"}};
  for (const Row& row : rows) {
    EXPECT_EQ(render_template(row.text, json::parse(row.data)), row.filled) << row.text;
  }
}

TEST(RenderTemplate, RefusesWhatIsNoTemplate) {
  EXPECT_THROW(render_template("{{#a}}", json::object()), std::logic_error);
}

}  // namespace
}  // namespace simrules
