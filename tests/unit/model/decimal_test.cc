#include "model/amounts/decimal.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace simrules {
namespace {

using nlohmann::json;

TEST(ParseDecimal, RefusesWhatIsNoPlainDecimal) {
  for (const json& value : {json("1e3"),
                            json(""),
                            json("-"),
                            json("1."),
                            json(".5"),
                            json("1 "),
                            json("0x1F"),
                            json("1_000"),
                            json("unlimited"),
                            json("１"),
                            json(true),
                            json(nullptr),
                            json::array(),
                            json::object()}) {
    EXPECT_FALSE(parse_decimal(value)) << value;
  }
}

struct ComparisonCase {
  const char* smaller;
  const char* greater;
};

TEST(CompareDecimals, OrdersExactly) {
  const ComparisonCase cases[] = {
      {"0", "0.000000001"},
      {"-1", "0"},
      {"-2", "-1.5"},
      {"9", "10"},
      {"0.1", "0.10000000000000000000000001"},
      {"0.00181", "0.0019"},
      {"9007199254740992", "9007199254740993"},
      {"99999999999999999999999999999999999999", "100000000000000000000000000000000000000"},
  };
  for (const ComparisonCase& c : cases) {
    const Decimal smaller = *parse_decimal(c.smaller);
    const Decimal greater = *parse_decimal(c.greater);
    EXPECT_TRUE(is_lt(compare(smaller, greater))) << c.smaller << " < " << c.greater;
    EXPECT_TRUE(is_gt(compare(greater, smaller))) << c.greater << " > " << c.smaller;
  }
}

TEST(CompareDecimals, IgnoresHowANumberIsWritten) {
  for (const auto& [a, b] : {std::pair<json, json>{"1.5", "1.50"},
                             {"007", 7},
                             {"-0", 0},
                             {"0.000", 0},
                             {550, "550.00"}}) {
    EXPECT_TRUE(is_eq(compare(*parse_decimal(a), *parse_decimal(b)))) << a << " = " << b;
  }
}

TEST(MultiplyDecimal, NeverRoundsNorOverflows) {
  const auto product = multiply(*parse_decimal("999999999999.999999999"), 9223372036854775807);
  EXPECT_TRUE(is_eq(compare(product, *parse_decimal("9223372036854775806990776627963.145224193"))));
  EXPECT_TRUE(is_eq(compare(multiply(*parse_decimal(0), 1000), *parse_decimal(0))));
  EXPECT_TRUE(is_eq(compare(multiply(*parse_decimal("0.5"), 1000), *parse_decimal(500))));
}

}  // namespace
}  // namespace simrules
