#include "schema/explain/fix.h"

#include <algorithm>
#include <string_view>

#include <fmt/format.h>

#include "base/pointer.h"
#include "base/text.h"
#include "document/scalar.h"
#include "document/spans.h"

namespace simrules {
namespace {

std::string_view raw_text(const Walk& walk, SourceSpan span) {
  return walk.document.source.text().substr(span.begin, span.end - span.begin);
}

std::optional<NodeSpans> spans_at(const Walk& walk, const std::string& pointer) {
  return walk.document.spans.find(pointer);
}

/// Tells whether a scalar is written in one line, which makes it safe to write anew.
bool is_simple(std::string_view raw) {
  return !raw.empty() && raw.find('\n') == std::string_view::npos && raw[0] != '|' && raw[0] != '>';
}

bool is_printable_ascii(char c) { return c >= 0x20 && c < 0x7F; }

/// Tells whether a word means itself without quotes, wherever it stands.
bool is_plain_word(std::string_view text) {
  constexpr std::string_view kFollowing = "-_./+";
  const auto is_inner = [&](char c) {
    return is_alphanumeric(c) || kFollowing.find(c) != std::string_view::npos;
  };
  return !text.empty() && is_letter(text[0]) && std::all_of(text.begin(), text.end(), is_inner) &&
         resolve_plain(text).kind == ScalarKind::kString;
}

/// Writes a word in the quotes of what it replaces; nothing if it needs escapes.
std::optional<std::string> in_notation_of(std::string_view raw, const std::string& word) {
  const bool simple = word.find_first_of("\"'\\") == std::string::npos &&
                      std::all_of(word.begin(), word.end(), is_printable_ascii);
  if (!is_simple(raw) || !simple) return std::nullopt;
  const bool quoted = raw[0] == '"' || raw[0] == '\'';
  if (quoted) return raw[0] + word + raw[0];
  return is_plain_word(word) ? word : '"' + word + '"';
}

Fix one_edit(const Walk& walk, std::string label, SourceSpan span, std::string text, bool safe) {
  return {std::move(label), {walk.document.source.edit(span, std::move(text))}, safe};
}

WayOut replacement(const Walk& walk, SourceSpan span, const std::string& proposed, bool safe) {
  WayOut out(fmt::format("did you mean {}?", quoted(proposed)));
  const auto text = in_notation_of(raw_text(walk, span), proposed);
  if (!text) return out;
  out.fix = one_edit(walk, "write " + quoted(proposed), span, *text, safe);
  return out;
}

/// Returns the lines of a list item that stands alone in them.
std::optional<SourceSpan> lines_of_item(std::string_view text, SourceSpan item) {
  const std::size_t begin = item.begin - static_cast<std::size_t>(byte_column(text, item.begin));
  const std::size_t newline = text.find('\n', item.end);
  const std::size_t end = newline == std::string_view::npos ? text.size() : newline;
  const std::string_view before = text.substr(begin, item.begin - begin);
  const std::size_t dash = before.find_first_not_of(' ');
  const bool alone =
      dash != std::string_view::npos && before[dash] == '-' &&
      before.find_first_not_of(' ', dash + 1) == std::string_view::npos &&
      text.substr(item.end, end - item.end).find_first_not_of(' ') == std::string_view::npos;
  if (!alone) return std::nullopt;
  return SourceSpan{begin, std::min(end + 1, text.size())};
}

/// Returns what goes away with an item that is not the first.
std::optional<SourceSpan> removable(const Walk& walk, const std::string& list, std::size_t index) {
  const auto spans = spans_at(walk, list);
  const auto item = spans_at(walk, pointer_join(list, index));
  const auto previous = spans_at(walk, pointer_join(list, index - 1));
  if (!spans || !item || !previous) return std::nullopt;
  const std::string_view text = walk.document.source.text();
  const bool flow = spans->value.begin < text.size() && text[spans->value.begin] == '[';
  const auto span =
      flow ? SourceSpan{previous->value.end, item->value.end} : lines_of_item(text, item->value);
  // A `#` may start a comment, and comments are kept; what else it is does not matter much.
  if (!span || raw_text(walk, *span).find('#') != std::string_view::npos) return std::nullopt;
  return span;
}

}  // namespace

WayOut other_word(const Walk& walk,
                  const std::string& word,
                  const std::string& proposed,
                  const std::vector<std::string>& candidates) {
  const auto spans = spans_at(walk, walk.pointer());
  const SourceSpan span = spans ? spans->value : SourceSpan{};
  return replacement(walk, span, proposed, is_clearly_nearest(word, candidates));
}

WayOut other_key(const Walk& walk,
                 const std::string& key,
                 const std::string& proposed,
                 const std::vector<std::string>& candidates) {
  const auto spans = spans_at(walk, pointer_join(walk.pointer(), key));
  const SourceSpan span = spans ? spans->key.value_or(SourceSpan{}) : SourceSpan{};
  return replacement(walk, span, proposed, is_clearly_nearest(key, candidates));
}

WayOut other_text(const Walk& walk, const std::string& proposed) {
  const auto spans = spans_at(walk, walk.pointer());
  return replacement(walk, spans ? spans->value : SourceSpan{}, proposed, false);
}

WayOut other_notation(const Walk& walk, std::string help, const std::string& notation) {
  WayOut out(std::move(help));
  const auto spans = spans_at(walk, walk.pointer());
  if (!spans || !is_simple(raw_text(walk, spans->value))) return out;
  out.fix = one_edit(walk, "write " + quoted(notation), spans->value, notation, true);
  return out;
}

std::string as_list(const Walk& walk, const nlohmann::json& value) {
  const auto spans = spans_at(walk, walk.pointer());
  const std::string_view raw = spans ? raw_text(walk, spans->value) : "";
  const bool quoted = !raw.empty() && (raw[0] == '"' || raw[0] == '\'');
  const bool kept = is_simple(raw) && (quoted || raw.find_first_of(",[]{}") == raw.npos);
  return fmt::format("[{}]", kept ? std::string(raw) : value.dump());
}

WayOut removal(const Walk& walk, std::size_t index) {
  WayOut out("remove one of them");
  const auto span = removable(walk, walk.pointer(), index);
  if (span) out.fix = one_edit(walk, "remove the second one", *span, "", true);
  return out;
}

}  // namespace simrules
