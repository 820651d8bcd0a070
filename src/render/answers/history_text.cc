#include "render/answers/history_text.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "render/answers/history_names.h"
#include "render/changes/block_text.h"
#include "render/changes/comparison.h"
#include "render/changes/sections.h"
#include "render/text/origin.h"
#include "render/text/terminal.h"
#include "wording/date.h"
#include "wording/rule.h"
#include "wording/value.h"
#include "wording/words.h"

namespace simrules {
namespace {

constexpr std::size_t kIndent = 2;
constexpr std::size_t kChangeBytes = 4000;

/// What every part is written with.
struct HistoryWriter {
  const History& history;
  const DataStates& states;
  std::string language;
  bool color = false;

  bool is_of_rule() const { return !history.name.id.empty(); }
  const Language& words() const { return newest_schema().language(language); }
  const std::string& colon() const { return words().message("report", "colon"); }
  const DataState& newest_release() const { return states[released_count(states) - 1]; }
  const PolicySchema& newest_schema() const { return *states.back().words; }

  std::string day(const std::string& date) const {
    return date_phrase({newest_schema(), language}, date);
  }
  std::string release_name(const DataState& state) const {
    return fill_message(words(),
                        "history",
                        "release_of",
                        {{"version", state.origin.version}, {"day", day(state.released)}});
  }
};

/// Breaks text into lines of an indent; what follows the first is indented further.
std::string lines_text(
    const std::string& text, std::size_t indent, std::size_t hanging, Ink ink, bool color) {
  std::string out;
  for (const std::string& line : wrap(text, kColumns - indent - hanging)) {
    out +=
        std::string(out.empty() ? indent : indent + hanging, ' ') + paint(line, ink, color) + "\n";
  }
  return out;
}

std::string title_text(const char* title, const HistoryWriter& writer) {
  return fmt::format("\n{}\n",
                     paint(writer.words().message("history", title), Ink::kStrong, writer.color));
}

/// Says what the history is about, under its name of now and those of before.
std::string head_text(const HistoryWriter& writer) {
  const RuleName& name = writer.history.name;
  const Policy* policy = newest_policy(writer.history, writer.states);
  std::string title = policy == nullptr ? name.policy : policy_name(*policy, writer.language);
  const Rule* rule = policy == nullptr ? nullptr : find_rule(*policy, name.topic, name.id);
  if (rule != nullptr) {
    title += " › " + rule_phrase({writer.newest_schema(), writer.language}, *rule);
  }
  std::string out = lines_text(fmt::format("{} ({})", printable(title), to_string(name)),
                               0,
                               kIndent,
                               Ink::kStrong,
                               writer.color);
  std::string former;
  for (const RuleName& other : writer.history.former) {
    former +=
        (former.empty() ? "" : writer.words().message("report", "list_comma")) + to_string(other);
  }
  if (former.empty()) return out;
  return out + lines_text(fill_message(writer.words(), "history", "formerly", {{"ids", former}}),
                          0,
                          kIndent,
                          Ink::kPlain,
                          false);
}

/// Tells whether a change is that the whole item came or went, which its date says already.
bool is_whole(const Change& change, const DatedEvent& event) {
  return change.pointer == "/" + event.item.topic + "/" + event.item.id;
}

/// Says what came on a date, and to what: "first day: eSIM reissue (esim-reissue), allowed".
std::string event_line(const DatedEvent& event, const HistoryWriter& writer) {
  const DataState& state = writer.states[event.state];
  const std::string& language = writer.language;
  std::string line = event_phrase(event, state, language);
  if (!writer.is_of_rule()) {
    line += std::string(writer.colon()) + item_name(event, state, language);
  }
  const auto came = std::ranges::find_if(event.changes, [&](const Change& c) {
    return c.kind == ChangeKind::kAdded && is_whole(c, event);
  });
  if (came == event.changes.end()) return line;
  const FieldSpec* spec = rule_spec(state.words->root(), event.item.topic);
  const std::string verdict = field_word(came->after, field::kVerdict, spec, language);
  return verdict.empty() ? line : line + writer.words().message("report", "list_comma") + verdict;
}

/// What is said beside a date.
/// Shape: each paragraph is printable.
std::vector<std::string> event_paragraphs(const DatedEvent& event, const HistoryWriter& writer) {
  const DataState& state = writer.states[event.state];
  const ChangeContext context{event.base, event.head, *state.words, writer.language};
  std::vector<std::string> paragraphs = {printable(event_line(event, writer), kChangeBytes)};
  for (const Change& change : event.changes) {
    if (is_whole(change, event)) continue;
    paragraphs.push_back(
        fmt::format("{}{}{}",
                    impact_word(change.impact, writer.words()),
                    writer.colon(),
                    printable(shown_change(change, context).sentence, kChangeBytes)));
  }
  std::string ids;
  for (const SourceLink& source : sources_of(event, state)) {
    if (!ids.empty()) ids += writer.words().message("report", "list_comma");
    ids += printable(source.id);
  }
  if (!ids.empty()) {
    const std::string& label = writer.words().message("report", "sources");
    paragraphs.push_back(fmt::format("{}{}{}", label, writer.colon(), ids));
  }
  if (&state != &writer.newest_release()) {
    paragraphs.push_back(
        fill_message(writer.words(), "history", "by", {{"release", writer.release_name(state)}}));
  }
  return paragraphs;
}

/// Writes dates in the left column, each once, and beside it what came with it.
std::string dates_text(const std::vector<const DatedEvent*>& events, const HistoryWriter& writer) {
  std::size_t widest = 0;
  for (const DatedEvent* event : events) {
    widest = std::max(widest, display_width(writer.day(to_string(event->date))));
  }
  const std::size_t start = kIndent + widest + 2;
  std::string out;
  std::string last;
  for (const DatedEvent* event : events) {
    std::string date = writer.day(to_string(event->date));
    std::string lead =
        std::string(kIndent, ' ') + pad(std::exchange(last, date) == date ? "" : date, widest + 2);
    Ink ink = Ink::kPlain;
    for (const std::string& paragraph : event_paragraphs(*event, writer)) {
      for (const std::string& line : wrap(paragraph, kColumns - start)) {
        out += lead + paint(line, ink, writer.color) + "\n";
        lead = std::string(start, ' ');
      }
      ink = Ink::kFaint;
    }
  }
  return out;
}

std::string events_text(const HistoryWriter& writer) {
  std::string out = title_text("events", writer);
  std::vector<const DatedEvent*> past;
  std::vector<const DatedEvent*> ahead;
  for (const DatedEvent& event : writer.history.events) {
    (event.is_ahead ? ahead : past).push_back(&event);
  }
  const std::string newest = writer.release_name(writer.newest_release());
  const std::string note =
      writer.history.events.empty()
          ? writer.words().message("history", "no_events")
          : fill_message(writer.words(), "history", "events_note", {{"release", newest}});
  out += lines_text(note, kIndent, 0, Ink::kFaint, writer.color);
  if (!past.empty()) out += "\n" + dates_text(past, writer);
  if (ahead.empty()) return out;
  out += "\n" + lines_text(fill_message(writer.words(), "history", "ahead", {{"release", newest}}),
                           kIndent,
                           0,
                           Ink::kStrong,
                           writer.color);
  return out + dates_text(ahead, writer);
}

/// Lists the rules that a policy was first recorded with, each with its verdict.
std::string rules_text(const HistoryRecord& record, const HistoryWriter& writer) {
  const DataState& state = writer.states[record.state];
  const Policy* policy = state.catalog.find(record.to->policy);
  std::string out;
  std::string topic;
  for (const Rule& rule : policy->rules) {
    const FieldSpec* spec = state.words->root().member(rule.topic);
    if (std::exchange(topic, rule.topic) != rule.topic && spec != nullptr) {
      out +=
          fmt::format("    {}\n", paint(spec->label(writer.language), Ink::kFaint, writer.color));
    }
    const std::string line =
        fmt::format("{} ({}){}{}",
                    rule_phrase({*state.words, writer.language}, rule),
                    rule.id,
                    writer.colon(),
                    rule_word(rule, field::kVerdict, *state.words, writer.language));
    out += lines_text(printable(line), 6, kIndent, Ink::kPlain, false);
  }
  return out;
}

/// Writes the changes of a record, those of each rule under its name.
std::string changes_text(const HistoryRecord& record, const HistoryWriter& writer) {
  const DataState& state = writer.states[record.state];
  const Comparison report{
      {}, {}, {}, {record.changes, {}}, {record.base, record.head, *state.words, writer.language}};
  std::string out;
  for (const ChangeSection& section : change_sections(report)) {
    for (const RuleChanges& block : section.rules) {
      std::size_t indent = 4;
      if (!writer.is_of_rule()) {
        const std::string rule = block.rule.empty() ? "" : " › " + printable(block.rule);
        const std::string title = fmt::format("{}{}{}{}",
                                              section.title,
                                              rule,
                                              writer.colon(),
                                              impact_word(block.impact, writer.words()));
        out += lines_text(title, indent, kIndent, impact_ink(block.impact), writer.color);
        indent += kIndent;
      }
      out += rule_changes_text(block, report.context, {indent, writer.color, kChangeBytes});
    }
  }
  return out;
}

std::string record_text(const HistoryRecord& record,
                        const std::string& data,
                        const HistoryWriter& writer) {
  const bool has_moved = record.kind == RecordKind::kMoved;
  const std::string what =
      has_moved
          ? fill_message(writer.words(),
                         "history",
                         "became",
                         {{"before", to_string(*record.from)}, {"after", to_string(*record.to)}})
          : writer.words().message("records", to_string(record.kind));
  const std::string title = fmt::format("{}{}{}", data, writer.colon(), what);
  const std::string head = lines_text(title, kIndent, kIndent, Ink::kStrong, writer.color);
  const bool is_new =
      record.kind == RecordKind::kFirstRecorded || record.kind == RecordKind::kRecordedAgain;
  if (is_new && !writer.is_of_rule()) return head + rules_text(record, writer);
  return head + changes_text(record, writer);
}

std::string records_text(const HistoryWriter& writer) {
  std::string out = title_text("records", writer);
  if (writer.history.records.empty()) {
    return out + lines_text(writer.words().message("history", "no_records"),
                            kIndent,
                            0,
                            Ink::kFaint,
                            writer.color);
  }
  for (const HistoryRecord& record : writer.history.records) {
    if (&record != &writer.history.records.front()) out += '\n';
    out += record_text(record, writer.release_name(writer.states[record.state]), writer);
  }
  return out;
}

}  // namespace

std::string history_as_text(const History& history,
                            const DataStates& states,
                            std::string_view language,
                            bool color) {
  const HistoryWriter writer{history, states, std::string(language), color};
  std::string out = head_text(writer) + events_text(writer) + records_text(writer);
  const bool is_waiting = history.unreleased && history.unreleased->kind != RecordKind::kUnchanged;
  if (!is_waiting) return out;
  return out + title_text("unreleased", writer) +
         record_text(
             *history.unreleased, origin_text(states.back().origin, writer.words()), writer);
}

}  // namespace simrules
