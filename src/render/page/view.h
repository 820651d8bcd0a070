#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "model/question.h"
#include "release/release.h"
#include "wording/phrasing.h"

namespace simrules {

/// How things stand with a rule on the day of the page.
enum class RuleTime { kNow, kAnnounced, kEnded };

/// A policy with everything that the parts of the page ask of it.
/// Shape: `shown` has every rule with its newest known terms, `stated` what its author wrote; `on_day`
///        is what exists on the day, nullptr where that is nothing; `answers` has one for each question
///        of the schema.
struct ShownPolicy {
  const Policy* shown = nullptr;
  const Policy* stated = nullptr;
  const Policy* on_day = nullptr;
  std::vector<QuestionAnswer> answers;

  const std::string& id() const { return shown->id; }

  /// Tells whether no question about it has an answer.
  bool is_unknown() const;
};

/// What the parts of a page are made of, in one language.
/// Shape: `policies` are in the order in which people know them; `question` is the place of the one
///        that is asked first and `featured` are the policies that are asked it; the release outlives it.
///        `part` is what the ids of the policies of a page begin with that has those of one country alone,
///        and `is_split` tells that there are such pages. The policies can be filtered by the `countries`,
///        by code, and the `kinds`, in the order of the schema.
struct PageView {
  const ReleaseContent& content;
  const std::vector<ReleaseFile>& files;
  const PolicySchema& schema;
  const Language& words;
  std::vector<ShownPolicy> policies;
  std::size_t question = 0;
  std::vector<const ShownPolicy*> featured;
  std::string part = {};
  bool is_split = false;
  std::vector<std::string> countries = {};
  std::vector<std::string> kinds = {};

  const std::string& language() const { return words.tag; }

  /// Returns the question that is asked first, nullptr where the schema has none.
  const TopicQuestion* asked() const {
    return question < schema.questions().size() ? &schema.questions()[question] : nullptr;
  }

  /// Returns what values of a policy are put into words with.
  Phrasing phrasing(const Policy& policy) const;

  /// Returns a message of the page.
  const std::string& message(std::string_view use) const { return words.message("page", use); }
};

/// Looks at a release for a page in a language.
PageView view_of(const ReleaseContent& content,
                 const std::vector<ReleaseFile>& files,
                 const std::string& language);

/// Lists the parts that the policies of a page have, by name.
std::vector<std::string> parts_of(const PageView& view);

/// Keeps the policies of one part.
PageView only_part(PageView view, const std::string& part);

/// Returns what a part is called: the name of its country.
std::string part_name(const std::string& part, const Language& words);

/// Tells how things stand with a rule.
RuleTime time_of(const Rule& rule, const ShownPolicy& policy, const PageView& view);

/// Returns the anchor of a rule: `jp/docomo/data-gift`, with its topic where two have one id.
std::string anchor_of(const Rule& rule, const Policy& policy);

/// Returns the address of something of a policy, by its anchor: on this page, or on that of its country.
std::string address_of(const Policy& policy, const std::string& anchor, const PageView& view);

/// Lists the classes that filters find a policy by.
std::string filter_classes(const ShownPolicy& policy, const PageView& view);

/// Returns the text in which a search for a policy looks: its id and its name in every language.
std::string search_text(const Policy& policy);

/// Returns what a word of a field is called where it stands alone: "public Wi-Fi"; the word itself where
/// the schema does not know the field.
std::string kind_word(const Item& item, const FieldSpec* spec, const PageView& view);

/// Returns the name of the page in a language, or of the page of a part: `report.html`,
/// `report.ja.html`, `report-jp.ja.html`.
std::string page_name(std::string_view language, const std::string& part = {});

/// Lists the languages of a schema in the order of pages: English, then the others by tag, wherever they
/// were read.
std::vector<std::string> page_languages(const PolicySchema& schema);

/// Returns the name of a country, else its code.
std::string country_name(const std::string& code, const Language& words);

}  // namespace simrules
