#include "document/po_reader.h"

#include <string>

#include <gtest/gtest.h>

namespace simrules {
namespace {

/// Prints what a file says, an entry a line, or the first finding as `line:column message`.
std::string read(const std::string& text) {
  DiagnosticList findings;
  const auto file = read_po("a.po", text, findings);
  if (!file) {
    const Diagnostic first = findings.sorted().front();
    return std::to_string(first.place.line) + ":" + std::to_string(first.place.column) + " " +
           first.message;
  }
  std::string out = file->language;
  for (const PoEntry& entry : file->entries) {
    out += "|" + entry.context + "=" + entry.original + "=" + entry.text;
  }
  return out;
}

struct Row {
  const char* text;
  const char* result;
};

TEST(PoReader, ReadsWhatTranslatorsWrite) {
  const Row rows[] = {
      {"", ""},
      {"msgid \"\"\nmsgstr \"\"\n\"Project-Id-Version: x\\n\"\n\"Language: ja\\n\"\n", "ja"},
      {"msgctxt \"/a\"\nmsgid \"A\"\nmsgstr \"B\"\n", "|/a=A=B"},
      {"# a note\n#: place\n#. hint\nmsgctxt \"/a\"\nmsgid \"\"\n\"A \"\n\"b\"\nmsgstr \"B\"",
       "|/a=A b=B"},
      {"msgctxt \"/a\"\nmsgid \"A\"\nmsgstr \"B\"\nmsgctxt \"/b\"\nmsgid \"C\"\nmsgstr \"D\"\n",
       "|/a=A=B|/b=C=D"},
      {"#, fuzzy\nmsgctxt \"/a\"\nmsgid \"A\"\nmsgstr \"B\"\n", "|/a=A="},
      {"#, fuzzy\nmsgctxt \"/a\"\nmsgid \"A\"\nmsgstr \"B\"\n\nmsgctxt \"/b\"\nmsgid \"C\"\nmsgstr "
       "\"D\"\n",
       "|/a=A=|/b=C=D"},
      {"#~ msgctxt \"/a\"\n#~ msgid \"A\"\n#~ msgstr \"B\"\n", ""},
      {"msgctxt \"/a\"\nmsgid \"A \\\"b\\\" \\\\ \\n\"\nmsgstr \"日本\"\n",
       "|/a=A \"b\" \\ \n=日本"},
  };
  for (const Row& row : rows) EXPECT_EQ(read(row.text), row.result) << row.text;
}

TEST(PoReader, SaysWhatIsNoPoFile) {
  const Row rows[] = {
      {"hello", "1:1 this line is no part of a PO file"},
      {"msgctxt \"/a\"\nmsgid \"A\n", "2:7 a text is not in double quotes"},
      {"\"A\"\n", "1:1 a text belongs to no keyword"},
      {"msgid \"a\"b\"\n", "1:9 a double quote ends the text before its end"},
      {"msgid \"a\\x\"\n",
       "1:9 a backslash stands before something else than n, t, a quote or a backslash"},
      {"msgid \"a\\\"\n",
       "1:9 a backslash stands before something else than n, t, a quote or a backslash"},
      {"msgctxt \"/a\"\nmsgid \"A\"\n", "1:9 the entry has no `msgstr`"},
      {"msgid_plural \"A\"\n", "1:1 this line is no part of a PO file"},
      {"msgid\n", "1:1 this line is no part of a PO file"},
  };
  for (const Row& row : rows) EXPECT_EQ(read(row.text), row.result) << row.text;
}

TEST(PoReader, RefusesTextThatHidesSomething) {
  EXPECT_NE(read("msgctxt \"/a\"\nmsgid \"A\"\nmsgstr \"\u202eB\"\n").find("3:8"),
            std::string::npos);
  EXPECT_NE(read("msgid \"\xff\"\n").find("1:8"), std::string::npos);
}

}  // namespace
}  // namespace simrules
