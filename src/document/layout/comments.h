#pragma once

#include <map>
#include <string>
#include <vector>

#include "document/document.h"

namespace simrules {

/// The comments at a value: lines above it, and the end of its line.
struct Comment {
  std::vector<std::string> above;
  std::string behind;
};

/// The comments of a document.
/// Shape: `at` is by pointer; `below` are the lines that nothing follows.
struct Comments {
  std::map<std::string, Comment> at;
  std::vector<std::string> below;
};

/// Finds the comments of a YAML document and what each is about: what ends before it in its line, else
/// what comes next.
Comments comments_of(const Document& document);

/// Returns the text of each comment.
/// Shape: sorted.
std::vector<std::string> texts_of(const Comments& comments);

}  // namespace simrules
