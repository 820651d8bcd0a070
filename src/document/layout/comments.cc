#include "document/layout/comments.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string_view>
#include <utility>

namespace simrules {
namespace {

/// A place of the text where a value or its key begins or ends.
struct Mark {
  std::size_t at;
  std::string pointer;
};

/// What a comment can be about, and what only looks like one.
/// Shape: each is sorted by place. Of values that begin at one place the outer one comes first, of
///        those that end at one place the inner one last.
struct Landscape {
  std::vector<Mark> begins;
  std::vector<Mark> ends;
  std::vector<SourceSpan> scalars;
};

/// Notes a key or a value that is no collection. In a block a `#` is text only below the line on which
/// it begins; a comment there is about it.
void add_scalar(Landscape& found,
                std::string_view text,
                SourceSpan scalar,
                const std::string& pointer) {
  const char first = text[scalar.begin];
  if (first == '|' || first == '>') {
    found.ends.push_back({scalar.begin + 1, pointer});
    scalar.begin = std::min(text.find('\n', scalar.begin), scalar.end);
  }
  found.ends.push_back({scalar.end, pointer});
  found.scalars.push_back(scalar);
}

Landscape survey(const Document& document) {
  Landscape found;
  const std::string_view text = document.source.text();
  document.spans.for_each([&](const std::string& pointer, const NodeSpans& spans) {
    found.begins.push_back({spans.key.value_or(spans.value).begin, pointer});
    if (spans.key) add_scalar(found, text, *spans.key, pointer);
    const auto& value = document.value.at(nlohmann::json::json_pointer(pointer));
    if (value.is_structured()) {
      found.ends.push_back({spans.value.end, pointer});
    } else {
      add_scalar(found, text, spans.value, pointer);
    }
  });
  const auto outer_first = [](const Mark& a, const Mark& b) {
    return std::pair(a.at, a.pointer.size()) < std::pair(b.at, b.pointer.size());
  };
  std::ranges::sort(found.begins, outer_first);
  std::ranges::sort(found.ends, outer_first);
  std::ranges::sort(found.scalars, {}, &SourceSpan::begin);
  return found;
}

/// Finds the comments: a `#` outside of every scalar, up to the end of its line.
std::vector<SourceSpan> comment_spans(std::string_view text, const Landscape& landscape) {
  std::vector<SourceSpan> found;
  auto scalar = landscape.scalars.begin();
  for (std::size_t at = text.find('#'); at < text.size(); at = text.find('#', at)) {
    while (scalar != landscape.scalars.end() && scalar->end <= at) ++scalar;
    if (scalar != landscape.scalars.end() && scalar->begin <= at) {
      at = scalar->end;
      continue;
    }
    const std::size_t end = std::min(text.find('\n', at), text.size());
    found.push_back({at, std::min(text.find_last_not_of(' ', end - 1) + 1, end)});
    at = end;
  }
  return found;
}

/// Returns the value that ends last before a comment, if it does so in the same line.
const Mark* ends_before(std::string_view text, const Landscape& landscape, std::size_t comment) {
  const auto next = std::ranges::upper_bound(landscape.ends, comment, {}, &Mark::at);
  if (next == landscape.ends.begin()) return nullptr;
  const Mark& last = *std::prev(next);
  const bool is_same_line = text.substr(last.at, comment - last.at).find('\n') == text.npos;
  return is_same_line ? &last : nullptr;
}

}  // namespace

Comments comments_of(const Document& document) {
  Comments comments;
  const std::string_view text = document.source.text();
  if (text.find('#') == text.npos) return comments;
  const Landscape landscape = survey(document);
  for (const SourceSpan& span : comment_spans(text, landscape)) {
    std::string comment(text.substr(span.begin, span.end - span.begin));
    if (const Mark* before = ends_before(text, landscape, span.begin)) {
      Comment& there = comments.at[before->pointer];
      // Whatever stands in one line now has room for one comment.
      if (!there.behind.empty()) there.above.push_back(std::move(there.behind));
      there.behind = std::move(comment);
      continue;
    }
    const auto next = std::ranges::lower_bound(landscape.begins, span.end, {}, &Mark::at);
    if (next == landscape.begins.end()) {
      comments.below.push_back(std::move(comment));
      continue;
    }
    comments.at[next->pointer].above.push_back(std::move(comment));
  }
  return comments;
}

std::vector<std::string> texts_of(const Comments& comments) {
  std::vector<std::string> texts = comments.below;
  for (const auto& [pointer, comment] : comments.at) {
    texts.insert(texts.end(), comment.above.begin(), comment.above.end());
    if (!comment.behind.empty()) texts.push_back(comment.behind);
  }
  std::ranges::sort(texts);
  return texts;
}

}  // namespace simrules
