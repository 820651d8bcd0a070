#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace simrules {

/// What a text of YAML or JSON may say of other policies.
/// Shape: `names` are what could be ids of policies, and the network codes of one that may be a network
///        operator; `forwards` are those of the ids that a rule's name begins with: `jp/au` of
///        `jp/au#transfer/data-gift`. More may be listed than is meant, as from addresses, never less:
///        where a text has escapes, behind which a name could hide, `is_plain` is false.
struct Mentions {
  std::vector<std::string> names;
  std::vector<std::string> forwards;
  bool is_plain = true;
};

/// Lists what a text may mention, each once, without reading it.
Mentions mentions_in(std::string_view text);

}  // namespace simrules
