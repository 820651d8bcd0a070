#pragma once

#include <nlohmann/json.hpp>

namespace simrules {

/// Compares two numbers by value, whole ones exactly: below, equal or above zero.
int compare_numbers(const nlohmann::json& a, const nlohmann::json& b);

/// Tells whether a number is a whole one, of whatever size.
bool is_integral(const nlohmann::json& number);

/// Tells whether a number is a multiple of another, as decimals are, not as their binary neighbours:
/// 19.99 of 0.01.
bool is_multiple(const nlohmann::json& number, const nlohmann::json& divisor);

}  // namespace simrules
