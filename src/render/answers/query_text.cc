#include "render/answers/query_text.h"

#include <algorithm>
#include <functional>
#include <map>
#include <numeric>

#include <fmt/format.h>

#include "base/text.h"
#include "model/policy.h"
#include "render/answers/brands_text.h"
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
constexpr std::size_t kAnswerBytes = 8192;

/// What every part of the output needs.
struct AnswerWriter {
  const PolicySchema& schema;
  std::string language;
  bool color;

  const Language& words() const { return schema.language(language); }
  const std::string& word(const char* use) const { return words().message("report", use); }
};

std::string label_of(const AnswerWriter& writer, const FieldSpec* spec) {
  return spec == nullptr ? std::string() : printable(spec->label(writer.language));
}

/// Names a column after its field, in the topic that has it.
std::string column_title(const AnswerWriter& writer,
                         const std::vector<Answer>& answers,
                         std::string_view field) {
  for (const Answer& answer : answers) {
    const FieldSpec* spec = rule_field(writer.schema, answer.rule->topic, field);
    if (spec != nullptr) return label_of(writer, spec);
  }
  return std::string(field);
}

std::vector<TextCell> answer_row(const AnswerWriter& writer,
                                 const Answer& answer,
                                 bool has_recipients) {
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

/// Takes width from the widest columns until a row fits; no column gets narrower than a word.
std::vector<std::size_t> fitting_widths(const std::vector<std::vector<TextCell>>& rows) {
  constexpr std::size_t kLeast = 10;
  constexpr std::size_t kGap = 2;
  std::vector<std::size_t> widths(rows.front().size(), 0);
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i)
      widths[i] = std::max(widths[i], display_width(row[i].text));
  }
  std::size_t all = std::accumulate(widths.begin(), widths.end(), kGap * (widths.size() - 1));
  for (; all > kColumns; --all) {
    const auto widest = std::ranges::max_element(widths);
    if (*widest <= kLeast) break;
    --*widest;
  }
  return widths;
}

/// Breaks the cells of a table that is too wide, each row into as many as it takes.
std::vector<std::vector<TextCell>> fitted(const std::vector<std::vector<TextCell>>& rows) {
  const std::vector<std::size_t> widths = fitting_widths(rows);
  std::vector<std::vector<TextCell>> out;
  for (const auto& row : rows) {
    const std::size_t first = out.size();
    for (std::size_t i = 0; i < row.size(); ++i) {
      const std::vector<std::string> lines = wrap(row[i].text, widths[i]);
      while (out.size() < first + lines.size()) out.emplace_back(row.size());
      for (std::size_t line = 0; line < lines.size(); ++line)
        out[first + line][i] = {lines[line], row[i].ink};
    }
  }
  return out;
}

std::string table(const AnswerWriter& writer, const std::vector<Answer>& answers) {
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
  return text_table(fitted(rows), writer.color);
}

std::string evidence_text(const AnswerWriter& writer,
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
std::string kinds_text(const AnswerWriter& writer,
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

std::string answer_sentence(const AnswerWriter& writer, const Answer& answer) {
  const std::string sentence =
      rule_sentence(*answer.rule, *answer.policy, writer.schema, writer.language);
  return printable(sentence, kAnswerBytes);
}

std::string answer_evidence(const AnswerWriter& writer, const Answer& answer) {
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
  out += hanging(answer_sentence(writer, answer), "    ");
  out += evidence_text(writer, rule, policy, "    ");
  return out + kinds_text(writer,
                          rule.reasons(),
                          rule_field(writer.schema, rule.topic, field::kReasons),
                          policy);
}

std::string alternatives_text(const AnswerWriter& writer, const Policy& policy) {
  const ListOf<Reason> list = policy.alternatives();
  if (list.empty()) return "";
  const FieldSpec* spec = writer.schema.root().member(field::kAlternatives);
  const std::string title = fmt::format(
      "{} › {}", label_of(writer, spec), printable(policy_name(policy, writer.language)));
  return fmt::format("\n{}\n", paint("= " + title, Ink::kStrong, writer.color)) +
         kinds_text(writer, list, spec, policy);
}

/// Names rules in one line, each with its brand.
std::string names_text(const AnswerWriter& writer, const std::vector<Answer>& answers) {
  std::string out;
  for (const Answer& answer : answers) {
    out += fmt::format("{}{} › {}",
                       out.empty() ? "" : writer.word("list_comma"),
                       printable(policy_name(*answer.policy, writer.language)),
                       printable(rule_phrase({writer.schema, writer.language}, *answer.rule)));
  }
  return out;
}

/// Says in one line of which rules nobody knows.
std::string unknown_text(const AnswerWriter& writer, const std::vector<Answer>& answers) {
  if (answers.empty()) return "";
  const VerdictMark& mark = verdict_mark(answers.front().rule->verdict());
  const std::string word =
      rule_word(*answers.front().rule, field::kVerdict, writer.schema, writer.language);
  return hanging(fmt::format(
      "{} {}{}{}", mark.sign, printable(word), writer.word("colon"), names_text(writer, answers)));
}

std::string answers_text(const AnswerWriter& writer,
                         const std::vector<Answer>& all,
                         bool evidence) {
  std::vector<Answer> answers = all;
  std::vector<Answer> unknown;
  if (!evidence) {
    const auto rest =
        std::stable_partition(answers.begin(), answers.end(), std::not_fn(is_unknown));
    unknown.assign(rest, answers.end());
    answers.erase(rest, answers.end());
  }
  if (answers.empty()) return unknown_text(writer, unknown);
  std::string out = table(writer, answers);
  if (!evidence) {
    out += '\n';
    for (const Answer& answer : answers) out += hanging(answer_sentence(writer, answer));
    return out + (unknown.empty() ? "" : "\n") + unknown_text(writer, unknown);
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

/// Names what is over by the day.
std::string ended_text(const AnswerWriter& writer, const std::vector<Answer>& ended) {
  if (ended.empty()) return "";
  return fmt::format("\n{}\n", paint(writer.word("before"), Ink::kStrong, writer.color)) +
         hanging(names_text(writer, ended));
}

/// Writes what is only announced by the day on which it begins.
std::string announced_text(const AnswerWriter& writer, const Answers& answers, bool evidence) {
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
  const AnswerWriter writer{schema, std::string(language), options.color};
  if (answers.questions.empty() && answers.in_force.empty() && answers.possible.empty() &&
      answers.announced.empty() && answers.ended.empty()) {
    return "";
  }
  const std::string day = date_phrase({schema, writer.language}, to_string(answers.day));
  std::string out = fill_message(writer.words(), "report", "on_day", {{"day", day}}) + '\n';
  if (!answers.questions.empty()) {
    out += '\n' + brands_as_text(answers, schema, writer.language, options.color);
    if (!options.evidence) return out;
  }
  if (!answers.in_force.empty()) out += '\n';
  out += answers_text(writer, answers.in_force, options.evidence);
  if (!answers.possible.empty()) {
    out += fmt::format("\n{}\n", paint(writer.word("possible"), Ink::kStrong, options.color));
    out += answers_text(writer, answers.possible, options.evidence);
  }
  return out + announced_text(writer, answers, options.evidence) +
         ended_text(writer, answers.ended);
}

}  // namespace simrules
