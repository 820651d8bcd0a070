#include "document/document.h"

#include "base/pointer.h"

namespace simrules {
namespace {

const NodeSpans* find_nearest(const SourceMap& spans, std::string pointer) {
  while (true) {
    const auto found = spans.find(pointer);
    if (found != spans.end()) return &found->second;
    if (pointer.empty()) return nullptr;
    pointer = pointer_parent(pointer);
  }
}

}  // namespace

bool Document::is_refused(std::string pointer) const {
  while (!pointer.empty() && !refused.contains(pointer)) pointer = pointer_parent(pointer);
  return !pointer.empty();
}

Place Document::value_place(const std::string& pointer) const {
  const NodeSpans* found = find_nearest(spans, pointer);
  return source.place(found ? found->value : SourceSpan{});
}

Place Document::key_place(const std::string& pointer) const {
  const NodeSpans* found = find_nearest(spans, pointer);
  return source.place(found ? found->key.value_or(found->value) : SourceSpan{});
}

}  // namespace simrules
