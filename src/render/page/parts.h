#pragma once

#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

#include "render/page/view.h"

// The parts of the page of answers, each as its template takes it: what ends with `html` is markup
// already, everything else is escaped by the template.

namespace simrules {

/// The question that is asked first, a card for each of the featured policies, what to do instead, and
/// what the article says that the data started from.
nlohmann::json answers_part(const PageView& view);

/// A row for each policy and a column for each question; `folded` are those of which nothing is known.
/// Where the sections stand on other pages the rows have the anchors of the policies, which feeds lead to.
nlohmann::json matrix_part(const PageView& view);

/// What the page can be filtered by.
nlohmann::json filters_part(const PageView& view);

/// Writes the style that makes the filters work without a script.
std::string filters_style(const PageView& view);

/// A section for each policy with its rules.
nlohmann::json sections_part(const PageView& view);

/// The pages of the countries, each with how many brands it has.
nlohmann::json parts_part(const PageView& view);

/// Tells the terms of a rule in the few words of its short form, without its verdict.
std::string rule_terms_html(const Rule& rule, const Policy& policy, const PageView& view);

/// A rule with its terms, dates and evidence.
/// Shape: `is_bare` where there is nothing to say but that nobody knows.
nlohmann::json rule_part(const Rule& rule, const ShownPolicy& policy, const PageView& view);

/// What speaks for something and what against it.
/// Shape: `for` and `against` with their counts where there are both, else `lines` of the one `side`;
///        `has` tells whether there is any.
nlohmann::json evidence_part(const Item& item, const ShownPolicy& policy, const PageView& view);

/// One source and what it says; `stated` is the policy whose source it is.
nlohmann::json evidence_line(const Evidence& evidence, const Policy& policy, const PageView& view);

/// When the things of a policy began and ended, drawn and as a list.
nlohmann::json timeline_part(const ShownPolicy& policy, const PageView& view);

/// What changed since the release before, the weightiest first.
nlohmann::json changes_part(const PageView& view);

/// How sure the data is.
nlohmann::json confidence_part(const PageView& view);

/// The files of the release, and what the page is called in the other languages.
nlohmann::json data_part(const PageView& view);

/// What stands in the head of the page beside its style.
nlohmann::json head_part(const PageView& view);

}  // namespace simrules
