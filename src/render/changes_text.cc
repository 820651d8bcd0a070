#include "render/changes_text.h"

#include <array>

#include <fmt/format.h>

#include "base/text.h"
#include "render/terminal.h"
#include "render/ui_words.h"

namespace simrules {
namespace {

constexpr std::size_t kValueBytes = 400;

/// In the order of Impact.
constexpr std::array<Ink, 8> kInks = {Ink::kBad,
                                      Ink::kCaution,
                                      Ink::kCaution,
                                      Ink::kGood,
                                      Ink::kGood,
                                      Ink::kPlain,
                                      Ink::kFaint,
                                      Ink::kFaint};

std::string place_words(const ChangeWords& words) {
  std::string out = printable(words.policy);
  if (!words.rule.empty()) out += " › " + printable(words.rule);
  if (!words.field.empty()) out += " › " + printable(words.field);
  return out;
}

std::string reason_words(const Change& change, const ChangeWords& words) {
  std::string out;
  const auto add = [&](const char* name, const std::string& value) {
    if (!value.empty())
      out += fmt::format("{}{}: {}", out.empty() ? "" : " · ", name, printable(value));
  };
  add("cause", words.cause);
  add("effective", words.effective);
  std::string sources;
  for (const std::string& source : change.evidence) {
    sources += (sources.empty() ? "" : ", ") + source;
  }
  add("evidence", sources);
  return out;
}

std::string change_text(const Change& change, const ChangeContext& context, bool color) {
  const ChangeWords words = describe_change(change, context);
  const Ink ink = kInks.at(static_cast<std::size_t>(change.impact));
  std::string out = fmt::format("  {}: {}\n      {} -> {}\n",
                                paint(impact_word(change.impact, context.language), ink, color),
                                place_words(words),
                                line_start(printable(words.before, kValueBytes)),
                                printable(words.after, kValueBytes));
  if (change.kind == ChangeKind::kRecorded)
    out += "      a field that the base's schema did not know\n";
  const std::string reasons = reason_words(change, words);
  if (!reasons.empty()) out += fmt::format("      {}\n", paint(reasons, Ink::kFaint, color));
  return out;
}

std::string version_text(const VersionPlan& version) {
  if (!version.next) return "";
  std::string out =
      fmt::format("\nnext version: {} ({})\n", to_string(*version.next), to_string(version.level));
  for (const std::string& reason : version.reasons)
    out += fmt::format("  - {}\n", printable(reason));
  return out;
}

}  // namespace

std::string changes_as_text(const ChangeReport& report, bool color) {
  std::string out = fmt::format(
      "base: {}\nhead: {}\n\n{}\n",
      origin_text(report.base),
      origin_text(report.head),
      paint(summary_text(report.changes, report.context.language), Ink::kStrong, color));
  for (const ChangeGroup& group :
       group_by_topic(report.changes, report.context.schema, report.context.language)) {
    const std::string title = group.title.empty() ? "Policy" : printable(group.title);
    out += fmt::format("\n{}\n", paint(title, Ink::kStrong, color));
    for (const Change* change : group.changes) out += change_text(*change, report.context, color);
  }
  return out + version_text(report.version);
}

}  // namespace simrules
