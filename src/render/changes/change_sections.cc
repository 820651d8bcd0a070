#include "render/changes/change_sections.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/pointer.h"
#include "wording/fields.h"
#include "wording/phrase_scalars.h"
#include "wording/report_words.h"
#include "wording/sentences.h"
#include "wording/ui_words.h"
#include "wording/wording.h"

namespace simrules {
namespace {

using nlohmann::json;

/// How many tokens of a pointer name a rule, a plan or a source: its section and its id.
constexpr std::size_t kItemTokens = 2;

/// What the changes of one block have in common.
using BlockKey = std::tuple<std::string, std::string, std::string>;

BlockKey key_of(const Change& change, const ChangeContext& context) {
  if (!change.rule.empty()) return {change.policy, change.topic + "/" + change.rule, ""};
  std::string shared = change.effective.dump();
  for (const std::string& source : change.evidence) shared += " " + source;
  if (!change.cause.empty()) shared += revision_of(change, context).dump();
  return {change.policy, "", shared};
}

std::string text_of(const json& value) {
  return value.is_string() ? value.get<std::string>() : std::string();
}

/// Tells whether an address leads to a page on https and holds nothing that a format could take for
/// its own.
bool is_page(std::string_view url) {
  constexpr std::string_view kMarks = "<>[]{}\"\\`|";
  return url.starts_with("https://") && std::all_of(url.begin(), url.end(), [&](char c) {
           return c > ' ' && c < '\x7F' && kMarks.find(c) == std::string_view::npos;
         });
}

/// Tells whether the facts of a block tell a change already.
bool is_told(const Change& change, const RuleChanges& block) {
  const std::vector<std::string> tokens = pointer_split(change.pointer);
  return !block.cause.empty() && tokens.size() > kItemTokens && tokens[kItemTokens] == "revision";
}

RuleChanges start_block(const Change& change, const ChangeContext& context) {
  const ChangeWords words = describe_change(change, context);
  RuleChanges block;
  block.policy = words.policy;
  block.rule = words.rule;
  block.cause = words.cause;
  block.why = cause_phrase(change, context);
  block.effective = words.effective;
  // A revision that did not move speaks of an earlier change.
  const bool is_gone =
      change.after.is_null() && pointer_split(change.pointer).size() == kItemTokens;
  if (!block.cause.empty() || is_gone) {
    const json& revision = revision_of(change, context);
    // What differs by the dates alone differs for no reason that a revision gives.
    const bool is_why = is_gone || member_of(revision, "cause") == change.cause;
    const std::string date = is_why ? text_of(member_of(revision, "date")) : "";
    const Phrasing phrasing{context.schema, context.language, nullptr};
    if (!date.empty()) block.revised = date_phrase(phrasing, date);
    if (is_why) block.note = local_text(member_of(revision, "note"), context.language);
  }
  for (const std::string& source : change.evidence) {
    block.sources.push_back({source, source_url(change, source, context)});
  }
  return block;
}

void finish_block(RuleChanges& block) {
  std::vector<Impact> impacts;
  for (const Change* change : block.changes) impacts.push_back(change->impact);
  block.impact = roll_up(impacts);
  std::stable_sort(block.changes.begin(),
                   block.changes.end(),
                   [](const Change* a, const Change* b) { return a->impact < b->impact; });
}

/// Leaves out what the facts of each block tell, unless nothing else changed.
std::vector<RuleChanges> without_told(std::vector<RuleChanges> blocks) {
  for (RuleChanges& block : blocks) {
    std::vector<const Change*> shown;
    for (const Change* change : block.changes) {
      if (!is_told(*change, block)) shown.push_back(change);
    }
    if (!shown.empty()) block.changes = std::move(shown);
  }
  return blocks;
}

/// Begins a sentence with a capital; a first word that has capitals or marks of its own is a name.
std::string sentence_case(std::string text) {
  const std::string_view word = std::string_view(text).substr(0, text.find(' '));
  const bool is_plain = !word.empty() && std::all_of(word.begin(), word.end(), [](char c) {
    return c >= 'a' && c <= 'z';
  });
  if (is_plain) text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

/// Says why a change has no order, or why what is new may be no news.
std::string remark_of(const Change& change, const ChangeContext& context) {
  const std::string_view language = context.language;
  if (change.kind == ChangeKind::kRecorded) {
    return std::string(report_word(ReportWord::kRecorded, language));
  }
  std::string names;
  for (const std::string& name : change.incomparable) {
    const std::string pointer = pointer_join(pointer_parent(change.pointer), name);
    const FieldSpec* spec = find_field(context.schema.root(), pointer);
    if (!names.empty()) names += ui_word(Ui::kListComma, language);
    names += spec == nullptr ? name : spec->label(language);
  }
  return names.empty() ? "" : std::string(report_word(ReportWord::kIncomparable, language)) + names;
}

}  // namespace

std::vector<RuleChanges> changes_by_rule(const std::vector<const Change*>& changes,
                                         const ChangeContext& context) {
  std::vector<RuleChanges> blocks;
  std::map<BlockKey, std::size_t> places;
  for (const Change* change : changes) {
    const auto [place, is_new] = places.emplace(key_of(*change, context), blocks.size());
    if (is_new) blocks.push_back(start_block(*change, context));
    blocks[place->second].changes.push_back(change);
  }
  for (RuleChanges& block : blocks) finish_block(block);
  std::stable_sort(blocks.begin(), blocks.end(), [](const RuleChanges& a, const RuleChanges& b) {
    return a.impact < b.impact;
  });
  return blocks;
}

std::vector<ChangeSection> change_sections(const ChangeReport& report) {
  const ChangeContext& context = report.context;
  std::vector<ChangeSection> sections;
  std::vector<const Change*> corrections;
  for (const ChangeGroup& group :
       group_by_topic(report.changes, context.schema, context.language)) {
    std::vector<const Change*> others;
    for (const Change* change : group.changes) {
      (is_correction(*change) ? corrections : others).push_back(change);
    }
    if (others.empty()) continue;
    const std::string title =
        group.title.empty() ? std::string(report_word(ReportWord::kPolicyItself, context.language))
                            : group.title;
    sections.push_back({title, "", without_told(changes_by_rule(others, context))});
  }
  const auto add = [&](ReportWord title, ReportWord note, const auto& changes) {
    if (changes.empty()) return;
    sections.push_back({std::string(report_word(title, context.language)),
                        std::string(report_word(note, context.language)),
                        without_told(changes_by_rule(changes, context))});
  };
  std::vector<const Change*> announced;
  for (const Change& change : report.announced) announced.push_back(&change);
  add(ReportWord::kCorrections, ReportWord::kCorrectionsNote, corrections);
  add(ReportWord::kAnnounced, ReportWord::kAnnouncedNote, announced);
  return sections;
}

std::string why_text(const RuleChanges& rule, std::string_view language) {
  std::string out = rule.why;
  if (!out.empty() && !rule.revised.empty()) out += fmt::format(" ({})", rule.revised);
  if (!out.empty() && !rule.note.empty()) out += ui_word(Ui::kColon, language);
  return out + rule.note;
}

ShownChange shown_change(const Change& change, const ChangeContext& context) {
  const ChangeWords words = describe_change(change, context);
  // Since when is told once for the whole rule.
  Change undated = change;
  undated.effective = nullptr;
  ShownChange shown;
  shown.sentence = sentence_case(change_clause(undated, context));
  shown.remark = remark_of(change, context);
  const auto is_said = [&](const std::string& value) {
    return shown.sentence.find(value) != std::string::npos;
  };
  const bool is_one_sided = change.before.is_null() || change.after.is_null();
  if (is_one_sided || is_said(words.before) || is_said(words.after)) return shown;
  shown.before = words.before;
  shown.after = words.after;
  return shown;
}

const json& revision_of(const Change& change, const ChangeContext& context) {
  static const json nothing;
  const Policy* policy = context.head.find(change.policy);
  const std::vector<std::string> tokens = pointer_split(change.pointer);
  if (policy == nullptr || tokens.size() < kItemTokens) return nothing;
  const std::string pointer = pointer_join(pointer_join("", tokens[0]), tokens[1]);
  const json* item = value_at(*policy->value, context.schema.root(), pointer);
  if (item != nullptr) return member_of(*item, "revision");
  for (const json& entry : member_of(*policy->value, "retired")) {
    if (member_of(entry, "id") == tokens[0] + "/" + tokens[1]) return entry;
  }
  return nothing;
}

bool is_correction(const Change& change) { return change.cause == kCorrection; }

std::string source_url(const Change& change,
                       const std::string& source,
                       const ChangeContext& context) {
  for (const Catalog* side : {&context.head, &context.base}) {
    const Policy* policy = side->find(change.policy);
    if (policy == nullptr) continue;
    for (const json& entry : member_of(*policy->value, "sources")) {
      const std::string url = text_of(member_of(entry, "url"));
      if (member_of(entry, "id") == source && is_page(url)) return url;
    }
  }
  return "";
}

}  // namespace simrules
