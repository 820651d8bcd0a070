#include <cctype>
#include <filesystem>
#include <regex>
#include <sstream>
#include <string>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "run_example.h"
#include "support/source_dir.h"

namespace simrules {
namespace {

namespace fs = std::filesystem;

bool is_capital(char c) { return std::isupper(static_cast<unsigned char>(c)) != 0; }

/// Tells what is wrong with the wording of a message; empty if nothing is.
std::string fault_of_message(const std::string& message) {
  if (message.size() < 2) return "is hardly a message";
  // Names such as JSON stay as they are.
  if (is_capital(message[0]) && !is_capital(message[1])) return "begins with a capital letter";
  if (message.back() == '.') return "ends with a period";
  if (message.back() == ' ' || message.find("  ") != std::string::npos) return "has stray spaces";
  return "";
}

/// Returns the message in a line of text output; empty if there is none.
std::string message_of(const std::string& line) {
  static const std::regex kFinding(R"(^([^ ].*:\d+:\d+: )?(error|warning): (.*) \[[a-z0-9-]+\]$)");
  static const std::regex kRemark(R"(^([^ ].*:\d+:\d+: )?(note|help): (.*)$)");
  std::smatch match;
  const bool found =
      std::regex_match(line, match, kFinding) || std::regex_match(line, match, kRemark);
  return found ? match[3].str() : "";
}

TEST(Messages, BeginInLowerCaseAndEndWithoutAPeriod) {
  std::size_t messages = 0;
  for (const auto& entry : fs::recursive_directory_iterator(fs::path(kSourceDir) / "tests/cases")) {
    const std::string path = entry.path().lexically_relative(kSourceDir).string();
    const std::string name = entry.path().filename().string();
    if (path.find("/expected/") == std::string::npos || (name != "stdout" && name != "stderr")) {
      continue;
    }
    std::istringstream lines(repository_file(path));
    for (std::string line; std::getline(lines, line);) {
      const std::string message = message_of(line);
      if (message.empty()) continue;
      ++messages;
      EXPECT_EQ(fault_of_message(message), "") << path << ": " << line;
    }
  }
  EXPECT_GT(messages, 300U);
}

/// Checks the hints of a schema, which become the help of messages.
void expect_hints(const nlohmann::json& node, std::size_t& hints) {
  if (!node.is_structured()) return;
  for (const auto& [key, value] : node.items()) {
    if (key == "x-help" && value.is_string()) {
      ++hints;
      EXPECT_EQ(fault_of_message(value.get<std::string>()), "") << value;
    }
    expect_hints(value, hints);
  }
}

TEST(Messages, OfTheSchemaAreWordedLikeOthers) {
  std::size_t hints = 0;
  expect_hints(nlohmann::json::parse(repository_file("schemas/policy.schema.json")), hints);
  EXPECT_GT(hints, 10U);
}

TEST(Messages, AreToldApartFromOtherLines) {
  EXPECT_EQ(message_of("a b.yaml:1:2: error: it is so [some-check]"), "it is so");
  EXPECT_EQ(message_of("error: it is so [some-check]"), "it is so");
  EXPECT_EQ(message_of("a.yaml:1:2: note: here"), "here");
  EXPECT_EQ(message_of("help: do it"), "do it");
  EXPECT_EQ(message_of("   12 | help: do it"), "");
  EXPECT_EQ(message_of("1 error"), "");
  EXPECT_NE(fault_of_message("It is so"), "");
  EXPECT_NE(fault_of_message("it is so."), "");
  EXPECT_NE(fault_of_message("it  is so"), "");
  EXPECT_EQ(fault_of_message("JSON has no comments"), "");
  EXPECT_EQ(fault_of_message("`It` is so"), "");
}

}  // namespace
}  // namespace simrules
