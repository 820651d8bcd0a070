#include "diff/compare/step.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "base/pointer.h"
#include "base/text.h"

namespace simrules {
namespace {

std::string item_label(const Step& step) {
  const Item item(step.head != nullptr ? step.head : step.base);
  const std::string name = display_name(item.name(), step.token);
  return is_rule(step) ? name : inside_sentence(step.spec().label("en")) + " " + name;
}

}  // namespace

const FieldSpec& Step::spec() const {
  static const FieldSpec kUnknownField;
  if (head_spec != nullptr) return *head_spec;
  return base_spec != nullptr ? *base_spec : kUnknownField;
}

std::vector<const Step*> chain_of(const Step& step) {
  std::vector<const Step*> chain;
  for (const Step* at = &step; at->parent != nullptr; at = at->parent) chain.push_back(at);
  std::reverse(chain.begin(), chain.end());
  return chain;
}

std::string keyed_pointer(const Step& step) {
  std::string pointer;
  for (const Step* at : chain_of(step)) pointer = pointer_join(pointer, at->token);
  return pointer;
}

std::string side_pointer(const Step& step, DiffSide side) {
  std::string pointer;
  for (const Step* at : chain_of(step)) {
    if ((side == DiffSide::kBase ? at->base : at->head) == nullptr) break;
    const std::size_t index = side == DiffSide::kBase ? at->base_index : at->head_index;
    pointer = at->is_item ? pointer_join(pointer, index) : pointer_join(pointer, at->token);
  }
  return pointer;
}

bool is_rule(const Step& step) {
  return step.is_item && step.parent->parent != nullptr && step.parent->parent->parent == nullptr &&
         step.parent->token == step.parent->spec().topic;
}

bool is_policy_id(const Step& step) {
  return step.token == "id" && step.parent != nullptr && step.parent->parent == nullptr;
}

std::string display_name(const Text& name, std::string_view fallback) {
  const std::string_view english = name.in("en");
  return std::string(english.empty() ? fallback : english);
}

std::string field_name(const Step& step) {
  std::string name;
  for (const Step* at : chain_of(step)) {
    if (is_rule(*at)) {
      name = "rule";
    } else if (!at->is_item) {
      // The key of a map is data, and its field is called as the map is.
      name = at->spec().change_name.empty() ? at->spec().name : at->spec().change_name;
    }
    if (at->spec().area != Area::kSubstance) break;
  }
  return name;
}

std::string label_path(const Step& step) {
  std::vector<std::string> parts;
  bool in_item = false;
  for (const Step* at : chain_of(step)) {
    if (at->is_item) {
      parts.back() = item_label(*at);
      in_item = in_item || parts.size() == 1;
    } else {
      parts.push_back(inside_sentence(at->spec().label("en")));
    }
  }
  std::string label;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) label += i == 1 && in_item ? ": " : ", ";
    label += parts[i];
  }
  return label;
}

}  // namespace simrules
