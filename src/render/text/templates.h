#pragma once

#include <string>

namespace simrules {

/// The templates of src/render/templates, compiled in.
extern const std::string kChangelogTemplate;
extern const std::string kChangesTemplate;
extern const std::string kFeedTemplate;
extern const std::string kReportTemplate;

}  // namespace simrules
