#pragma once

#include <cstddef>
#include <memory>
#include <optional>

#include <nlohmann/json.hpp>

namespace simrules {

/// Where a longer text is matched with a pattern, std::regex may exhaust the stack; documents of ours
/// have shorter ones by their limits.
inline constexpr std::size_t kMaxMatchedBytes = 2048;

/// A value as all validators read it: 2.0 is the whole number 2, and a whole number that a double
/// cannot hold is a double. It says what valijson must be asked with care about.
/// Shape: keeps a reference to the value that it was made of.
class JudgedValue {
 public:
  explicit JudgedValue(const nlohmann::json& value);

  const nlohmann::json& value() const { return normalized_ ? *normalized_ : original_; }

  /// Tells whether a text or key holds a NUL, where a text ends to valijson.
  bool holds_nul() const { return holds_nul_; }

  /// Tells whether a list is so long that comparing each pair of its items takes very long.
  bool has_long_list() const { return has_long_list_; }

  /// Tells whether a text or key holds more than ASCII, of which a pattern sees the bytes.
  bool has_wide_text() const { return has_wide_text_; }

  /// Tells whether a text or key could exhaust the stack in a pattern.
  bool has_long_text() const { return has_long_text_; }

  /// Tells whether a number is so large that two of them are one double.
  bool has_large_number() const { return has_large_number_; }

 private:
  void look_at(const nlohmann::json& value);
  void look_at_text(const std::string& text);

  const nlohmann::json& original_;
  std::optional<nlohmann::json> normalized_;
  bool has_odd_number_ = false;
  bool holds_nul_ = false;
  bool has_long_list_ = false;
  bool has_wide_text_ = false;
  bool has_long_text_ = false;
  bool has_large_number_ = false;
};

/// valijson with one schema. Make one per thread: its validator must not be shared.
class Judge {
 public:
  /// Gives valijson what a verdict depends on of a schema: no annotations, no formats.
  /// Returns nothing if it does not take it.
  static std::unique_ptr<Judge> of(const nlohmann::json& schema);
  ~Judge();

  /// Tells whether a value conforms; nothing about one that valijson cannot be asked about.
  std::optional<bool> verdict(const JudgedValue& value);

 private:
  struct Engine;
  explicit Judge(std::unique_ptr<Engine> engine);

  std::unique_ptr<Engine> engine_;
};

}  // namespace simrules
