#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace simrules {

/// Lists the placeholders of a template, without the form that follows a colon.
std::vector<std::string> placeholders_of(std::string_view text);

/// Lists the forms that a template asks for, `each` of `{member:each}`.
std::vector<std::string> forms_of(std::string_view text);

/// Tells whether the brackets of optional parts close in the order in which they open.
bool has_balanced_brackets(std::string_view text);

/// Lists what a template of a section of the sentences can name; of `field` those that replace the
/// template of a direction at a field, of `amount` the forms of a quantity, of `number` those of a
/// number, of `of` the name of a member inside its object, and of `gained` an item of a set.
const std::vector<std::string>& placeholders_in(std::string_view section);

}  // namespace simrules
