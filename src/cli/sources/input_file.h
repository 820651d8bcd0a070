#pragma once

#include <optional>
#include <string>
#include <vector>

namespace simrules {

/// A file of translations: its language, where it is and how diagnostics name it.
/// Shape: `text` stands for what the file holds, if it is given.
struct TranslationFile {
  std::string language;
  std::string path;
  std::string shown;
  std::optional<std::string> text = {};
};

/// A file to read: where it is and how diagnostics name it. `-` is standard input.
/// Shape: `text` stands for what the file holds, if it is given.
struct InputFile {
  std::string path;
  std::string shown;
  std::optional<std::string> text = {};
  std::vector<TranslationFile> translations = {};
};

}  // namespace simrules
