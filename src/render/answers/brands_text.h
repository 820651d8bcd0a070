#pragma once

#include <string>
#include <string_view>

#include "model/query.h"

namespace simrules {

/// Writes what each brand answers to the questions of travellers, one question after the other: the
/// answer, what it is for plans that differ, and the rules that it rests on in a few words.
/// Shape: brands of which nothing is known share a line; every line ends with a line break.
std::string brands_as_text(const Answers& answers,
                           const PolicySchema& schema,
                           std::string_view language,
                           bool color);

}  // namespace simrules
