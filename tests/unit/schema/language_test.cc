#include <gtest/gtest.h>

#include "schema/embedded_languages.h"
#include "schema/language/check.h"
#include "schema/language/collection.h"
#include "schema/language/file.h"
#include "schema/language/place.h"
#include "support/schema_fixture.h"

namespace simrules {
namespace {

using nlohmann::json;

const std::string kFolder = std::string(kSourceDir) + "/schemas/";

Schema schema_of(const std::string& name) {
  DiagnosticList sink;
  auto schema = load_schema_file(kFolder + name, sink);
  EXPECT_TRUE(schema) << shown(sink);
  return std::move(*schema);
}

TEST(FieldPlace, IsAPointerWithoutNoise) {
  EXPECT_EQ(field_place(""), "policy");
  EXPECT_EQ(field_place("/properties/kind"), "policy/kind");
  EXPECT_EQ(field_place("/definitions/limit/properties/max"), "limit/max");
  EXPECT_EQ(field_place("/definitions/limits/items"), "limits/[]");
  EXPECT_EQ(field_place("/definitions/names/additionalProperties"), "names/*");
  EXPECT_EQ(field_place("/definitions/a/properties/properties"), "a/properties");
}

TEST(Languages, ThatAreShippedLackNothing) {
  const Schema shape = schema_of("language.schema.json");
  const Schema policy = schema_of("policy.schema.json");
  std::vector<LanguageFile> files;
  for (const LanguageText& text : embedded_languages()) {
    files.push_back({text.tag, text.tag + ".json", text.text});
  }
  DiagnosticList sink;
  EXPECT_TRUE(check_languages(files, shape, policy.value(), sink));
  EXPECT_TRUE(sink.empty()) << shown(sink);
  EXPECT_TRUE(are_built_in(files));
}

TEST(Languages, FallBackToEnglish) {
  const LanguagesPtr languages = languages_of(
      {{"kab", R"({"language": "kab", "name": "Toy", "fields": {"a": {"label": "x"}}})"},
       {"en",
        R"({"language": "en", "name": "English", "fields": {
           "a": {"label": "A", "words": {"w": "word"}, "phrases": {"noun": "the a"}},
           "b": {"label": "B", "phrases": {"noun": "the b"}}},
           "messages": {"report": {"title": "Title"}}})"}});
  EXPECT_EQ(languages->tags(), (std::vector<std::string>{"en", "kab"}));
  const Language& toy = languages->find("kab");
  EXPECT_EQ(toy.field("a")->label, "x");
  EXPECT_EQ(toy.field("a")->words.at("w"), "word");
  EXPECT_FALSE(toy.field("a")->phrases.contains("noun"));
  EXPECT_EQ(toy.field("b")->phrases.at("noun"), "the b");
  EXPECT_EQ(toy.message("report", "title"), "Title");
  EXPECT_EQ(languages->find("none").name, "English");
  EXPECT_THROW(toy.message("report", "gone"), std::out_of_range);
}

TEST(Languages, NameCountriesAndCurrencies) {
  const LanguagesPtr& languages = built_in_languages();
  EXPECT_EQ(languages->find("en").name_of("countries", "TW"), "Taiwan");
  EXPECT_EQ(languages->find("ja").name_of("countries", "GB"), "イギリス");
  EXPECT_EQ(languages->find("zh").name_of("countries", "JP"), "日本");
  EXPECT_EQ(languages->find("ja").name_of("currencies", "JPY"), "円");
  EXPECT_EQ(languages->find("zh").name_of("languages", "ja"), "日语");
  EXPECT_EQ(languages->find("en").name_of("countries", "XX"), "");
}

TEST(WholeLanguage, HasTheNamesInIt) {
  const json whole = json::parse(whole_language(embedded_languages().front()));
  EXPECT_EQ(whole.at("language"), "en");
  EXPECT_EQ(whole.at("names").at("countries").at("XK"), "Kosovo");
}

TEST(TakeLanguages, LetsARepositoryAddAndOutweigh) {
  const Schema shape = schema_of("language.schema.json");
  const Schema policy = schema_of("policy.schema.json");
  json toy = json::parse(embedded_languages().front().text);
  toy["language"] = "kab";
  toy["messages"]["report"]["title"] = "Tioy";
  DiagnosticList sink;
  const auto taken = take_languages({{"kab", "kab.json", toy.dump()}}, shape, policy.value(), sink);
  ASSERT_NE(taken, nullptr) << shown(sink);
  EXPECT_EQ(taken->find("kab").message("report", "title"), "Tioy");
  EXPECT_NE(taken->find("ja").message("report", "title"), "Tioy");
  toy["messages"]["report"].erase("title");
  EXPECT_NE(take_languages({{"kab", "kab.json", toy.dump()}}, shape, policy.value(), sink),
            nullptr);
  EXPECT_TRUE(sink.empty());
  EXPECT_EQ(take_languages({{"fr", "fr.json", toy.dump()}}, shape, policy.value(), sink), nullptr);
  EXPECT_EQ(take_languages({{"fr", "fr.json", "{"}}, shape, policy.value(), sink), nullptr);
  EXPECT_EQ(sink.sorted().size(), 2U) << shown(sink);
}

}  // namespace
}  // namespace simrules
