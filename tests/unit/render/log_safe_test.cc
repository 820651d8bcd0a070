#include "render/text/log_safe.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace simrules {
namespace {

TEST(LogSafe, BreaksCommandsThatBeginALine) {
  EXPECT_EQ(log_safe("::error::x\na ::b::\n", "text"), "\\u{3A}:error::x\na ::b::\n");
  EXPECT_EQ(log_safe("a\n \t\u3000\u00A0::add-mask::1", "text"),
            "a\n \t\u3000\u00A0\\u{3A}:add-mask::1");
  EXPECT_EQ(log_safe("a\r::x::", "text"), "a\r\\u{3A}:x::");
  EXPECT_EQ(log_safe("::x::", "markdown"), "&#58;:x::");
}

TEST(LogSafe, BreaksCommandsWithinALine) {
  EXPECT_EQ(log_safe("a ##[error]b", "text"), "a \\u{23}#[error]b");
  EXPECT_EQ(log_safe("a ##[error]b", "html"), "a &#35;#[error]b");
}

TEST(LogSafe, KeepsWhatJsonSays) {
  const nlohmann::json value = {{"a", "::x:: ##[error]"}};
  const std::string safe = log_safe(value.dump(2), "json");
  EXPECT_EQ(safe.find("##["), std::string::npos);
  EXPECT_EQ(nlohmann::json::parse(safe), value);
}

TEST(LogSafe, LeavesAlonePlainTextAndCommandsThatAreMeant) {
  EXPECT_EQ(log_safe("a: b\n# [x]\n", "text"), "a: b\n# [x]\n");
  EXPECT_EQ(log_safe("::error::x\n", "github"), "::error::x\n");
}

}  // namespace
}  // namespace simrules
