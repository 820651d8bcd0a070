#pragma once

#include <string>
#include <string_view>

namespace simrules {

/// What a text of a format lacks, where that can be told.
/// Shape: `wrong` completes "`url` is `...`, ..." in the place of what is expected, and `meant` is the
///        text that its writer most likely meant; each may be empty.
struct FormatHint {
  std::string wrong;
  std::string meant;
};

/// What is wrong with a text of a format, for those that people write most.
FormatHint date_hint(std::string_view text);
FormatHint address_hint(std::string_view text);
FormatHint country_hint(std::string_view text);
FormatHint currency_hint(std::string_view text);
FormatHint language_hint(std::string_view text);
FormatHint plmn_hint(std::string_view text);

}  // namespace simrules
