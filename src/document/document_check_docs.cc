#include "document/yaml_reader.h"

namespace simrules {
namespace {

CheckInfo row(const char* id,
              const char* summary,
              const char* why,
              const char* wrong,
              const char* right,
              ExampleKind example = ExampleKind::kYaml) {
  return {id, Severity::kError, summary, why, wrong, right, example};
}

std::vector<CheckInfo> byte_rows() {
  return {
      row("byte-order-mark",
          "The file starts with a byte order mark.",
          "Some readers take the mark for a part of the first key.",
          "\xEF\xBB\xBFkind: mno\n",
          "kind: mno\n"),
      row("carriage-return",
          "Lines end with a carriage return.",
          "The same policy would have other bytes on other machines, and every line would show as "
          "changed.",
          "kind: mno\r\n",
          "kind: mno\n"),
      row("tab-indentation",
          "A tab stands in the indentation.",
          "YAML forbids it, because nobody knows how wide a tab is.",
          "name:\n\ten: au\n",
          "name:\n  en: au\n"),
      row("control-character",
          "The file, or an escape in it, holds a control character.",
          "Control characters can rewrite what a terminal or a log shows.",
          "name: \"a\\0b\"\n",
          "name: \"ab\"\n"),
      row("invalid-utf8",
          "The file is not valid UTF-8.",
          "Readers would replace the bytes, each in its own way.",
          "name: caf\xE9\n",
          "name: caf\xC3\xA9\n"),
      row("invisible-character",
          "A character cannot be seen: bidirectional, zero-width, private use and the like.",
          "Two names that look alike would differ, and a review would not see it.",
          "name: a\xE2\x80\x8B"
          "u\n",
          "name: au\n"),
      row("not-nfc",
          "Text is not in Unicode normalization form C.",
          "The same word in two forms would compare as different.",
          "name: cafe\xCC\x81\n",
          "name: caf\xC3\xA9\n"),
      row("mixed-script",
          "A word mixes Latin letters with Greek or Cyrillic ones.",
          "Letters of these scripts look alike; such a word deceives readers and searches.",
          "name: d\xD0\xBE"
          "como\n",
          "name: docomo\n"),
  };
}

std::vector<CheckInfo> limit_rows() {
  return {
      row("line-too-long",
          "A line has more bytes than the limit.",
          "Nobody can review such a line.",
          "name: {{5000 * a}}\n",
          "name: >-\n  a text broken\n  into lines\n"),
      row("scalar-too-long",
          "A text has more bytes than the limit of a value.",
          "Rules are words and numbers; long prose belongs on the carrier's page.",
          "note: {{3000 * a}}\n",
          "note: one or two sentences\n"),
      row("key-too-long",
          "A key has more bytes than the limit.",
          "Keys are short words; a longer one is text that lost its place.",
          "{{65 * a}}: 1\n",
          "max_speed: 1\n"),
      row("too-deep",
          "Values are nested deeper than the limit.",
          "Deep nesting is a mistake, or an attack on the reader.",
          "a: {{16 * [}}1{{16 * ]}}\n",
          "a: [1]\n"),
      row("too-many-nodes",
          "The file has more values than the limit.",
          "A policy has some hundred values; far more are a mistake.",
          "{{250 * - [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20]\n}}",
          "- [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20]\n"),
      row("list-too-long",
          "A list has more items than the limit.",
          "The longest list that is needed names all countries of the world.",
          "countries: [JP{{256 * , JP}}]\n",
          "countries: [JP]\n"),
      row("integer-too-large",
          "An integer is larger than every reader can keep exact.",
          "JSON readers round integers beyond 9007199254740991.",
          "value: 9007199254740992\n",
          "value: 9007199254740991\n"),
  };
}

std::vector<CheckInfo> structure_rows() {
  return {
      row("yaml-syntax",
          "The file is no valid YAML.",
          "What cannot be read cannot be checked.",
          "name: au: gift\n",
          "name: \"au: gift\"\n"),
      row("merge-conflict",
          "A merge left a conflict in the file.",
          "Both sides stand in the file, and nobody has said which of them is true.",
          "<<<<<<< HEAD\nkind: mno\n=======\nkind: mvno\n>>>>>>> topic\n",
          "kind: mno\n"),
      row("json-syntax",
          "The file is no valid JSON.",
          "What cannot be read cannot be checked.",
          "{\"id\": \"jp/au\",}\n",
          "{\"id\": \"jp/au\"}\n",
          ExampleKind::kJson),
      row("empty-document",
          "The file holds no value.",
          "An empty file would pass every check and publish nothing.",
          "# nothing but comments\n",
          "id: jp/au\n"),
      row("second-document",
          "A second document starts in the file.",
          "Many readers take the first document and never see the second.",
          "id: jp/au\n---\nid: jp/ahamo\n",
          "id: jp/au\n"),
  };
}

std::vector<CheckInfo> feature_rows() {
  return {
      row("anchor",
          "A value has an anchor.",
          "What is written once and meant twice cannot be reviewed in one place.",
          "id: &id jp/au\n",
          "id: jp/au\n"),
      row("alias",
          "A value is an alias of another.",
          "What is written once and meant twice cannot be reviewed in one place.",
          "id: *id\n",
          "id: jp/au\n"),
      row("tag",
          "A value has a tag.",
          "Tags change what a value means, or run code in some readers.",
          "id: !!str jp/au\n",
          "id: jp/au\n"),
      row("directive",
          "The file has a directive.",
          "A directive can change how the rest is read.",
          "%YAML 1.1\n---\nid: jp/au\n",
          "id: jp/au\n"),
      row("merge-key",
          "A mapping merges another one.",
          "Some readers merge, others see a key named `<<`.",
          "rule: {<<: {id: a}}\n",
          "rule: {id: a}\n"),
  };
}

std::vector<CheckInfo> value_rows() {
  return {
      row("null-value",
          "A value is null or missing.",
          "Prohibited, absent and not known are three different things; null says none of them.",
          "max:\n",
          "max: unpublished\n"),
      row("empty-list-item",
          "There is nothing between two commas.",
          "Some readers see null there, others refuse the file.",
          "countries: [JP,, KR]\n",
          "countries: [JP, KR]\n"),
      row("duplicate-key",
          "A mapping has the same key twice.",
          "Some readers keep the first value, others the last.",
          "id: jp/au\nid: jp/ahamo\n",
          "id: jp/au\n"),
      row("non-string-key",
          "A key is no string.",
          "JSON knows string keys only, so that 1 and \"1\" would be one key.",
          "1: gift\n",
          "\"1\": gift\n"),
      row("unclosed-quote",
          "A quote does not close.",
          "The quoted text swallows the lines below, which then are checked by nobody.",
          "name: \"au\nid: jp/au\n",
          "name: \"au\"\nid: jp/au\n"),
      row("ambiguous-scalar",
          "YAML readers disagree about an unquoted value.",
          "Norway's code NO is a boolean to readers of YAML 1.1, and 010 is 8 to them.",
          "countries: [NO]\n",
          "countries: [\"NO\"]\n"),
      row("fraction",
          "A number has a fraction.",
          "Binary fractions are not exact: 0.1 and 0.2 do not give 0.3.",
          "value: 0.5\n",
          "value: 500\nunit: MB\n"),
  };
}

}  // namespace

const std::vector<CheckInfo>& document_checks() {
  static const std::vector<CheckInfo> kChecks = [] {
    std::vector<CheckInfo> rows = byte_rows();
    for (const auto& group : {limit_rows(), structure_rows(), feature_rows(), value_rows()}) {
      rows.insert(rows.end(), group.begin(), group.end());
    }
    return rows;
  }();
  return kChecks;
}

}  // namespace simrules
