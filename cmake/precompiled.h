#pragma once

// What most files include, compiled once for all of them. Each file still names what it uses: a build without it
// (CMAKE_DISABLE_PRECOMPILE_HEADERS) compiles as well.
#include <algorithm>
#include <array>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

// What every file would instantiate is compiled once, in base/json_instance.cc.
extern template class nlohmann::basic_json<>;
