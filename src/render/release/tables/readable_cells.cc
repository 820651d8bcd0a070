#include "render/release/tables/readable_cells.h"

#include <optional>
#include <vector>

#include <nlohmann/json.hpp>

#include "base/member.h"
#include "model/policy.h"
#include "model/question.h"
#include "render/release/tables/csv.h"
#include "wording/date.h"
#include "wording/evidence.h"
#include "wording/rule.h"
#include "wording/value.h"
#include "wording/words.h"

namespace simrules {
namespace {

using nlohmann::json;

constexpr const char* kWorldwide = "worldwide";

std::string joined(const std::vector<std::string>& parts) {
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : kCsvSetJoiner) + part;
  return text;
}

const std::string& word(const ReadableRow& row, const char* use) {
  return row.words().message("table_words", use);
}

std::string country_names(const ReadableRow& row, const WordList& countries) {
  std::vector<std::string> names;
  for (const std::string_view code : countries) {
    const std::string& name = row.words().name_of("countries", code);
    names.emplace_back(name.empty() ? code : name);
  }
  return joined(names);
}

std::string country_codes(const WordList& countries) {
  return joined({countries.begin(), countries.end()});
}

/// Returns the word for anywhere; empty where the policy serves some countries.
std::string anywhere(const ReadableRow& row) {
  return row.policy.served().worldwide ? kWorldwide : "";
}

std::string served_names(const ReadableRow& row) {
  const FieldSpec* spec = row.phrasing.schema.root().member("serves");
  const std::string word = anywhere(row);
  if (word.empty()) return country_names(row, row.policy.served().countries);
  return spec == nullptr ? word : spec->word_label(word, row.phrasing.language);
}

std::string served_codes(const ReadableRow& row) {
  const std::string word = anywhere(row);
  return word.empty() ? country_codes(row.policy.served().countries) : word;
}

std::string rule_text(const ReadableRow& row, const char* field) {
  return rule_field_phrase(row.phrasing, row.rule, field);
}

std::string label_of(const ReadableRow& row, const char* field) {
  return rule_word(row.rule, field, row.phrasing.schema, row.phrasing.language);
}

/// Says what free, priced and not stated are to people.
std::string pricing(const ReadableRow& row) {
  const json& fees = member_of(row.rule.raw(), "fees");
  return word(row, fees.is_null() ? "not_stated" : fees.empty() ? "free" : "priced");
}

std::string listed(const ReadableRow& row, const char* field) {
  return member_of(row.rule.raw(), field).empty() ? "" : rule_text(row, field);
}

std::string in_force(const ReadableRow& row) {
  const bool is_there =
      row.now != nullptr && find_rule(*row.now, row.rule.topic, row.rule.id) != nullptr;
  return row.words().message("report", is_there ? "yes" : "no");
}

/// Tells what the brand answers to the questions that the rule is one of the answers to.
std::string answers(const ReadableRow& row) {
  std::vector<std::string> told;
  for (const TopicQuestion& question : row.phrasing.schema.questions()) {
    if (row.now == nullptr || !answers_question(row.rule, question)) continue;
    const QuestionAnswer answer = answer_question(*row.now, question);
    const std::string& language = row.phrasing.language;
    told.push_back(question.text("label", language) + row.words().message("report", "colon") +
                   row.words().message("answers", to_string(answer.word)));
  }
  return joined(told);
}

std::string day(const ReadableRow& row, const std::optional<PartialDate>& date) {
  return date ? date_phrase(row.phrasing, to_string(*date)) : "";
}

std::string from(const ReadableRow& row) {
  const auto since = row.rule.since();
  return day(row, since ? since : row.rule.effective().from());
}

std::string topic(const ReadableRow& row) {
  const FieldSpec* spec = row.phrasing.schema.root().member(row.rule.topic);
  return spec == nullptr ? row.rule.topic : spec->label(row.phrasing.language);
}

std::string notes(const ReadableRow& row) {
  return std::string(row.rule.notes().in(row.phrasing.language));
}

/// Tells one thing of each source, in the order of the evidence.
template <typename Tell>
std::string of_sources(const ReadableRow& row, const Tell& tell) {
  std::vector<std::string> told;
  const auto lines = evidence_of(row.rule, row.policy, row.phrasing.schema, row.phrasing.language);
  told.reserve(lines.size());
  for (const EvidenceLine& line : lines) told.push_back(tell(line));
  return joined(told);
}

template <std::string EvidenceLine::*member>
std::string of_each_source(const ReadableRow& row) {
  return of_sources(row, [](const EvidenceLine& line) { return line.*member; });
}

/// A source without a title is called by its publisher.
std::string source_titles(const ReadableRow& row) {
  return of_sources(row, [](const EvidenceLine& line) {
    return line.title.empty() ? line.publisher : line.title;
  });
}

constexpr ReadableCells kCells[kReadableColumns] = {
    {"ref", [](const ReadableRow& row) { return to_string(full_name(row.policy, row.rule)); }},
    {"policy", [](const ReadableRow& row) { return row.policy.id; }},
    {"brand",
     [](const ReadableRow& row) { return policy_name(row.policy, row.phrasing.language); }},
    {"kind",
     [](const ReadableRow& row) {
       return field_word(
           row.policy.raw(), "kind", &row.phrasing.schema.root(), row.phrasing.language);
     }},
    {"home", [](const ReadableRow& row) { return country_names(row, row.policy.countries()); }},
    {"home_codes", [](const ReadableRow& row) { return country_codes(row.policy.countries()); }},
    {"serves", served_names},
    {"serves_codes", served_codes},
    {"topic", topic},
    {"rule", [](const ReadableRow& row) { return rule_phrase(row.phrasing, row.rule); }},
    {"mechanism", [](const ReadableRow& row) { return rule_text(row, field::kMechanism); }},
    {"in_force", in_force},
    {"verdict", [](const ReadableRow& row) { return label_of(row, field::kVerdict); }},
    {"answers", answers},
    {"short",
     [](const ReadableRow& row) {
       return rule_short(row.rule, row.policy, row.phrasing.schema, row.phrasing.language);
     }},
    {"sentence",
     [](const ReadableRow& row) {
       return rule_sentence(row.rule, row.policy, row.phrasing.schema, row.phrasing.language);
     }},
    {"plans", [](const ReadableRow& row) { return rule_text(row, "plans"); }},
    {"conditions", [](const ReadableRow& row) { return listed(row, field::kConditions); }},
    {"pricing", pricing},
    {"fees", [](const ReadableRow& row) { return listed(row, "fees"); }},
    {"limits", [](const ReadableRow& row) { return listed(row, "limits"); }},
    {"from", from},
    {"until", [](const ReadableRow& row) { return day(row, row.rule.effective().until()); }},
    {"confidence",
     [](const ReadableRow& row) { return confidence_word(row.rule.confidence, row.words()); }},
    {"notes", notes},
    {"source_titles", source_titles},
    {"source_publishers", of_each_source<&EvidenceLine::publisher>},
    {"source_tiers", of_each_source<&EvidenceLine::tier>},
    {"source_days", of_each_source<&EvidenceLine::accessed>},
    {"source_urls", of_each_source<&EvidenceLine::url>},
};

}  // namespace

const ReadableCells (&readable_cells())[kReadableColumns] { return kCells; }

}  // namespace simrules
