#include "render/answers/query_text.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "base/text.h"
#include "model/policy.h"
#include "render/text/terminal.h"
#include "render/text/verdict_mark.h"
#include "wording/date.h"
#include "wording/evidence.h"
#include "wording/rule.h"
#include "wording/value.h"
#include "wording/words.h"

namespace simrules {
namespace {

/// Claims are sentences of up to 600 characters.
constexpr std::size_t kClaimBytes = 2400;

/// A rule with many limits and fees takes a few lines.
constexpr std::size_t kSentenceBytes = 8192;

/// What every part of the output needs.
struct Writer {
  const PolicySchema& schema;
  std::string language;
  bool color;

  const Language& words() const { return schema.language(language); }
  const std::string& word(const char* use) const { return words().message("report", use); }
};

std::string label_of(const Writer& writer, const FieldSpec* spec) {
  return spec == nullptr ? std::string() : printable(spec->label(writer.language));
}

/// Names a column after its field, in the topic that has it.
std::string column_title(const Writer& writer,
                         const std::vector<Answer>& answers,
                         std::string_view field) {
  for (const Answer& answer : answers) {
    const FieldSpec* spec = rule_field(writer.schema, answer.rule->topic, field);
    if (spec != nullptr) return label_of(writer, spec);
  }
  return std::string(field);
}

std::vector<TextCell> answer_row(const Writer& writer, const Answer& answer, bool has_recipients) {
  const Phrasing phrasing{writer.schema, writer.language, &answer.policy->raw()};
  const auto phrase = [&](const char* name) {
    return printable(rule_field_phrase(phrasing, *answer.rule, name));
  };
  const VerdictMark& mark = verdict_mark(answer.rule->verdict());
  std::vector<TextCell> row = {
      {std::string(mark.sign), mark.ink},
      {printable(policy_name(*answer.policy, writer.language)), Ink::kStrong},
      {printable(rule_phrase(phrasing, *answer.rule))},
      {phrase(field::kMechanism)},
      {printable(rule_word(*answer.rule, field::kVerdict, writer.schema, writer.language)),
       mark.ink}};
  if (has_recipients) row.push_back({phrase(field::kRecipients)});
  row.push_back({confidence_word(answer.rule->confidence, writer.words())});
  return row;
}

std::string table(const Writer& writer, const std::vector<Answer>& answers) {
  const bool has_recipients = std::any_of(answers.begin(), answers.end(), [](const Answer& answer) {
    return !answer.rule->recipients().raw().is_null();
  });
  const auto title = [&](const char* field) {
    return TextCell{column_title(writer, answers, field), Ink::kFaint};
  };
  std::vector<std::vector<TextCell>> rows = {{{" "},
                                              {writer.word("brand"), Ink::kFaint},
                                              {writer.word("rule"), Ink::kFaint},
                                              title(field::kMechanism),
                                              title(field::kVerdict)}};
  if (has_recipients) rows[0].push_back(title(field::kRecipients));
  rows[0].push_back({writer.word("confidence"), Ink::kFaint});
  for (const Answer& answer : answers) rows.push_back(answer_row(writer, answer, has_recipients));
  return text_table(rows, writer.color);
}

std::string evidence_text(const Writer& writer,
                          const Item& item,
                          const PolicyView& policy,
                          const std::string& indent) {
  std::string out;
  for (const EvidenceLine& line : evidence_of(item, policy, writer.schema, writer.language)) {
    out += fmt::format("{}- {}{}{} ({}){}{}\n",
                       indent,
                       printable(line.stance),
                       writer.word("colon"),
                       printable(line.shown_name()),
                       printable(line.tier),
                       writer.word("colon"),
                       printable(line.claim, kClaimBytes));
    if (line.url.empty()) continue;
    out += fmt::format("{}  {}", indent, printable(line.url, kClaimBytes));
    out += fmt::format(" ({} {})\n", writer.word("read_on"), printable(line.accessed));
  }
  return out;
}

/// Writes things that have a kind and evidence: reasons and alternatives.
std::string kinds_text(const Writer& writer,
                       const ListOf<Reason>& list,
                       const FieldSpec* spec,
                       const PolicyView& policy) {
  if (list.empty() || spec == nullptr || spec->items == nullptr) return "";
  std::string out;
  for (const Reason& item : list) {
    const std::string kind = field_word(item.raw(), spec->key, spec->items.get(), writer.language);
    if (kind.empty()) continue;
    const std::string label = label_of(writer, spec) + writer.word("colon");
    out += fmt::format("    {}{}\n", paint(label, Ink::kFaint, writer.color), printable(kind));
    out += evidence_text(writer, item, policy, "      ");
  }
  return out;
}

std::string answer_sentence(const Writer& writer, const Answer& answer) {
  const std::string sentence =
      rule_sentence(*answer.rule, *answer.policy, writer.schema, writer.language);
  return printable(sentence, kSentenceBytes);
}

std::string answer_evidence(const Writer& writer, const Answer& answer) {
  const Rule& rule = *answer.rule;
  const PolicyView& policy = *answer.policy;
  const VerdictMark& mark = verdict_mark(rule.verdict());
  const std::string heading =
      fmt::format("{} › {}",
                  printable(policy_name(*answer.policy, writer.language)),
                  printable(rule_phrase({writer.schema, writer.language}, rule)));
  std::string out = fmt::format("\n{} {}\n",
                                paint(mark.sign, mark.ink, writer.color),
                                paint(heading, Ink::kStrong, writer.color));
  out += fmt::format("    {}\n", answer_sentence(writer, answer));
  out += evidence_text(writer, rule, policy, "    ");
  return out + kinds_text(writer,
                          rule.reasons(),
                          rule_field(writer.schema, rule.topic, field::kReasons),
                          policy);
}

std::string alternatives_text(const Writer& writer, const Policy& policy) {
  const ListOf<Reason> list = policy.alternatives();
  if (list.empty()) return "";
  const FieldSpec* spec = writer.schema.root().member(field::kAlternatives);
  const std::string title = fmt::format(
      "{} › {}", label_of(writer, spec), printable(policy_name(policy, writer.language)));
  return fmt::format("\n{}\n", paint("= " + title, Ink::kStrong, writer.color)) +
         kinds_text(writer, list, spec, policy);
}

std::string answers_text(const Writer& writer, const std::vector<Answer>& answers, bool evidence) {
  if (answers.empty()) return "";
  std::string out = table(writer, answers);
  if (!evidence) {
    out += '\n';
    for (const Answer& answer : answers) out += answer_sentence(writer, answer) + '\n';
    return out;
  }
  for (std::size_t i = 0; i < answers.size(); ++i) {
    out += answer_evidence(writer, answers[i]);
    const bool is_last = i + 1 == answers.size() || answers[i + 1].policy != answers[i].policy;
    if (is_last) out += alternatives_text(writer, *answers[i].policy);
  }
  return out;
}

/// Returns the first day of what is only announced: of its terms, else of the thing.
std::string begin_of(const Answer& answer) {
  const auto since = answer.rule->since();
  const auto from = since ? since : answer.rule->effective().from();
  return from ? to_string(*from) : std::string();
}

/// Writes what is only announced by the day on which it begins.
std::string announced_text(const Writer& writer, const Answers& answers, bool evidence) {
  std::map<std::string, std::vector<Answer>> by_begin;
  for (const Answer& answer : answers.announced) by_begin[begin_of(answer)].push_back(answer);
  std::string out;
  for (const auto& [begin, list] : by_begin) {
    const std::string day = date_phrase({writer.schema, writer.language}, begin);
    const std::string title = writer.word("not_yet_in_force") + writer.word("colon") +
                              fill_message(writer.words(), "report", "from_day", {{"day", day}});
    out += fmt::format("\n{}\n", paint(title, Ink::kStrong, writer.color));
    out += answers_text(writer, list, evidence);
  }
  return out;
}

}  // namespace

std::string query_as_text(const Answers& answers,
                          const PolicySchema& schema,
                          std::string_view language,
                          const QueryTextOptions& options) {
  const Writer writer{schema, std::string(language), options.color};
  if (answers.in_force.empty() && answers.possible.empty() && answers.announced.empty()) return "";
  const std::string day = date_phrase({schema, writer.language}, to_string(answers.day));
  std::string out = fill_message(writer.words(), "report", "on_day", {{"day", day}}) + '\n';
  if (!answers.in_force.empty()) out += '\n';
  out += answers_text(writer, answers.in_force, options.evidence);
  if (!answers.possible.empty()) {
    out += fmt::format("\n{}\n", paint(writer.word("possible"), Ink::kStrong, options.color));
    out += answers_text(writer, answers.possible, options.evidence);
  }
  return out + announced_text(writer, answers, options.evidence);
}

}  // namespace simrules
