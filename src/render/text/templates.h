#pragma once

#include <string>

namespace simrules {

/// The templates of src/render/templates, compiled in.
extern const std::string kChangelogTemplate;
extern const std::string kChangesTemplate;
extern const std::string kFeedTemplate;

/// The page of answers, its style without that of its filters, its script, and the door to all pages.
extern const std::string kPageTemplate;
extern const std::string kPageStyle;
extern const std::string kPageScript;
extern const std::string kDoorTemplate;

}  // namespace simrules
