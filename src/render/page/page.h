#pragma once

#include <string>
#include <vector>

#include "release/release.h"

namespace simrules {

/// Writes the page of answers of a release in a language: the question that is asked first, every brand
/// and question, every rule with its evidence, what changed and where the data is.
/// Shape: one file that requests nothing and says all without a script; texts of policies are escaped,
///        links lead to https. `files` are those that it lists.
/// Source: WCAG 2.2, level AA; Content Security Policy Level 3.
std::string page_html(const ReleaseContent& content,
                      const std::vector<ReleaseFile>& files,
                      const std::string& language);

/// Writes the page of a release in a language: `report.html`, in another one `report.ja.html`. Of more
/// policies than one page bears it leads to a page for each country: `report-jp.html`.
std::vector<ReleaseFile> pages(const ReleaseContent& content,
                               const std::vector<ReleaseFile>& files,
                               const std::string& language);

}  // namespace simrules
