#include "render/page/view.h"

#include <algorithm>
#include <limits>
#include <set>
#include <tuple>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/member.h"
#include "model/effective.h"
#include "model/policy_id.h"
#include "release/contents/parts/localized_name.h"
#include "schema/codes.h"
#include "wording/rule.h"

namespace simrules {
namespace {

using nlohmann::json;

/// How many policies a page begins with where nobody has chosen them.
constexpr std::size_t kFeatured = 3;

ShownPolicy shown_policy(const Policy& policy, const ReleaseContent& content) {
  ShownPolicy out{
      &policy, content.head.catalog.find(policy.id), content.current.on_day.find(policy.id), {}};
  for (const TopicQuestion& question : content.head.schema.questions()) {
    out.answers.push_back(out.on_day == nullptr ? QuestionAnswer{}
                                                : answer_question(*out.on_day, question));
  }
  return out;
}

std::size_t featured_question(const ReleaseContent& content) {
  const auto& questions = content.head.schema.questions();
  for (std::size_t i = 0; i < questions.size(); ++i) {
    if (questions[i].id() == content.head.about.question) return i;
  }
  return 0;
}

void feature(PageView& view) {
  if (view.asked() == nullptr) return;
  for (const std::string& id : view.content.head.about.featured) {
    const auto found = std::ranges::find_if(
        view.policies, [&](const ShownPolicy& policy) { return policy.id() == id; });
    if (found != view.policies.end()) view.featured.push_back(&*found);
  }
  if (!view.featured.empty()) return;
  for (const ShownPolicy& policy : view.policies) {
    if (view.featured.size() < kFeatured) view.featured.push_back(&policy);
  }
}

/// Lists the countries that a page can be filtered by.
std::vector<std::string> countries_of(const PageView& view) {
  std::set<std::string> codes;
  for (const ShownPolicy& policy : view.policies) {
    if (policy.id().starts_with(std::string(kGlobal) + '/')) continue;
    for (const std::string_view code : policy.shown->countries()) codes.emplace(code);
  }
  return {codes.begin(), codes.end()};
}

/// Lists the kinds that the policies have.
std::vector<std::string> kinds_of(const PageView& view) {
  const FieldSpec* spec = view.schema.root().member("kind");
  std::vector<std::string> kinds;
  if (spec == nullptr) return kinds;
  for (const std::string& word : spec->words) {
    const bool is_used = std::ranges::any_of(
        view.policies, [&](const ShownPolicy& policy) { return policy.shown->kind() == word; });
    if (is_used) kinds.push_back(word);
  }
  return kinds;
}

/// Sets what the filters of a page can be set to, once for all of its policies.
void set_filters(PageView& view) {
  view.countries = countries_of(view);
  view.kinds = kinds_of(view);
}

}  // namespace

bool ShownPolicy::is_unknown() const {
  return std::ranges::all_of(
      answers, [](const QuestionAnswer& answer) { return answer.word == AnswerWord::kUnknown; });
}

Phrasing PageView::phrasing(const Policy& policy) const {
  return {schema, language(), &policy.raw()};
}

PageView view_of(const ReleaseContent& content,
                 const std::vector<ReleaseFile>& files,
                 const std::string& language) {
  const PolicySchema& schema = content.head.schema;
  PageView view{content, files, schema, schema.language(language), {}, 0, {}};
  for (const Policy& policy : content.current.whole.policies())
    view.policies.push_back(shown_policy(policy, content));
  std::ranges::stable_sort(view.policies, [](const ShownPolicy& a, const ShownPolicy& b) {
    const auto key = [](const ShownPolicy& policy) {
      // What nobody ranked comes last.
      return std::tuple(policy.shown->rank().value_or(std::numeric_limits<std::int64_t>::max()),
                        std::numeric_limits<std::size_t>::max() - policy.shown->rules.size());
    };
    return key(a) < key(b);
  });
  view.question = featured_question(content);
  feature(view);
  set_filters(view);
  return view;
}

std::vector<std::string> parts_of(const PageView& view) {
  std::set<std::string> parts;
  for (const ShownPolicy& policy : view.policies) parts.insert(country_part(policy.id()));
  return {parts.begin(), parts.end()};
}

PageView only_part(PageView view, const std::string& part) {
  std::erase_if(view.policies,
                [&](const ShownPolicy& policy) { return country_part(policy.id()) != part; });
  view.featured.clear();
  view.part = part;
  set_filters(view);
  return view;
}

std::string part_name(const std::string& part, const Language& words) {
  return part == kGlobal ? words.message("page", "anywhere")
                         : country_name(meant_country(part), words);
}

RuleTime time_of(const Rule& rule, const ShownPolicy& policy, const PageView& view) {
  const bool is_there =
      policy.on_day != nullptr && find_rule(*policy.on_day, rule.topic, rule.id) != nullptr;
  if (is_there) return rule.has_ended() ? RuleTime::kEnded : RuleTime::kNow;
  const auto day = parse_date(view.content.released);
  return day && begins_after(rule, *day) ? RuleTime::kAnnounced : RuleTime::kEnded;
}

std::string anchor_of(const Rule& rule, const Policy& policy) {
  const auto same =
      std::ranges::count_if(policy.rules, [&](const Rule& other) { return other.id == rule.id; });
  return same > 1 ? fmt::format("{}/{}/{}", policy.id, rule.topic, rule.id)
                  : fmt::format("{}/{}", policy.id, rule.id);
}

std::string address_of(const Policy& policy, const std::string& anchor, const PageView& view) {
  const std::string part = country_part(policy.id);
  const bool is_elsewhere = view.is_split && view.part != part;
  return (is_elsewhere ? page_name(view.language(), part) : "") + '#' + anchor;
}

std::string filter_classes(const ShownPolicy& policy, const PageView& view) {
  std::string out = "f";
  for (std::size_t i = 0; i < view.countries.size(); ++i) {
    if (policy.shown->serves(view.countries[i])) out += fmt::format(" c{}", i);
  }
  for (std::size_t i = 0; i < view.kinds.size(); ++i) {
    if (policy.shown->kind() == view.kinds[i]) out += fmt::format(" k{}", i);
  }
  std::set<std::size_t> words;
  for (std::size_t q = 0; q < policy.answers.size(); ++q) {
    const auto word = static_cast<std::size_t>(policy.answers[q].word);
    out += fmt::format(" q{}a{}", q, word);
    words.insert(word);
  }
  for (const std::size_t word : words) out += fmt::format(" a{}", word);
  return out;
}

std::string search_text(const Policy& policy) {
  std::string out = policy.id;
  const json& names = policy.name().raw();
  for (const auto& [tag, name] : names.items()) {
    if (name.is_string() && out.find(name.get<std::string>()) == std::string::npos)
      out += ' ' + name.get<std::string>();
  }
  return out;
}

std::string kind_word(const Item& item, const FieldSpec* spec, const PageView& view) {
  const std::string word(text_at(item.raw(), "kind"));
  const FieldSpec* member = spec == nullptr ? nullptr : spec->member("kind");
  return member == nullptr ? word
                           : word_phrase({view.schema, view.language(), nullptr}, word, *member);
}

std::string page_name(std::string_view language, const std::string& part) {
  return localized_name(part.empty() ? "report.html" : fmt::format("report-{}.html", part),
                        language);
}

std::vector<std::string> page_languages(const PolicySchema& schema) {
  std::vector<std::string> tags = schema.languages();
  std::ranges::sort(
      tags, {}, [](const std::string& tag) { return std::pair(tag != kFallbackLanguage, tag); });
  return tags;
}

std::string country_name(const std::string& code, const Language& words) {
  const std::string& name = words.name_of("countries", code);
  return name.empty() ? code : name;
}

}  // namespace simrules
