#pragma once

#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

namespace simrules {

/// How authors may write a field, where that is more than one type.
/// Shape: `kDecimal` is a number, or a text of its digits, and `kDecimalOrWord` may be a word, too;
///        `kListOrWord` a list, or a word for all that
///        could be in it; `kQuantity` an object, or a word or a number in its place; `kPartialDate` a
///        text that is a year, a month or a day.
enum class FieldForm { kOne, kDecimal, kDecimalOrWord, kListOrWord, kQuantity, kPartialDate };

/// Tells how authors may write a field.
/// Shape: `node` is its schema, references followed.
FieldForm form_of(const nlohmann::json& node);

/// How a dataset tells a list at a glance: by a word of its own beside it.
/// Shape: `words` are those for nothing in the list, something in it, and no list.
struct ListSummary {
  std::string name;
  std::string title;
  std::vector<std::string> words;
  std::vector<std::string> meanings;
};

/// How a dataset tells a field (`x-dataset`).
/// Shape: `name` is what it is called there; `flag` the member beside it that says whether a word stands
///        for all that could be in the list; `otherwise` the member whose value stands there where nothing
///        is stated; each is empty where that does not apply, and so is the name of `summary`.
struct FieldTelling {
  std::string name;
  std::string description;
  std::string flag;
  std::string otherwise;
  ListSummary summary;
};

/// Reads how a dataset tells a field; what the schema leaves open follows from the name of the field.
FieldTelling telling_of(const std::string& field, const nlohmann::json& node);

}  // namespace simrules
