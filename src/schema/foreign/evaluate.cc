#include "schema/foreign/evaluate.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/member.h"
#include "base/pointer.h"
#include "base/text.h"
#include "schema/foreign/numbers.h"
#include "schema/foreign/text.h"
#include "schema/format.h"

namespace simrules {

namespace {

using nlohmann::json;
using Faults = std::vector<ForeignFault>;

}  // namespace

/// One walk through a value and its schema.
class ForeignWalk {
 public:
  ForeignWalk(ForeignEvaluator& evaluator, Faults* faults)
      : evaluator_(evaluator), faults_(faults) {}

  bool walk(const json& schema, const json& value, const std::string& at) {
    if (schema.is_boolean()) {
      return schema.get<bool>() ||
             fail("not-allowed-here", at, fmt::format("{} is not allowed here", name_at(at)));
    }
    if (const json* reference = find_member(schema, "$ref")) {
      const json* target = evaluator_.addresses_.find(schema, reference->get<std::string>());
      // Who comes back to the same question about the same value has found nothing against it.
      const auto [step, is_new] = active_.insert({target, &value});
      if (!is_new) return true;
      const bool fine = walk(*target, value, at);
      active_.erase(std::pair(target, &value));
      return fine;
    }
    if (!type(schema, value, at) || !words(schema, value, at)) return false;
    bool fine = true;
    if (value.is_number()) fine = number(schema, value, at);
    if (value.is_string()) fine = text(schema, value, at);
    if (value.is_array()) fine = list(schema, value, at);
    if (value.is_object()) fine = object(schema, value, at);
    return choices(schema, value, at) && fine;
  }

 private:
  bool fail(const char* check, const std::string& at, std::string message, std::string help = "") {
    if (faults_ != nullptr) faults_->push_back({check, at, std::move(message), std::move(help)});
    return false;
  }

  bool fail_at_key(const char* check,
                   const std::string& at,
                   std::string message,
                   std::string help = "") {
    fail(check, at, std::move(message), std::move(help));
    if (faults_ != nullptr) faults_->back().at_key = true;
    return false;
  }

  /// Judges without telling why.
  bool conforms(const json& schema, const json& value) {
    Faults* const outer = std::exchange(faults_, nullptr);
    const bool fine = walk(schema, value, "");
    faults_ = outer;
    return fine;
  }

  bool type(const json& schema, const json& value, const std::string& at) {
    const json* types = find_member(schema, "type");
    if (types == nullptr) return true;
    const std::vector<std::string> names =
        types->is_string() ? std::vector{types->get<std::string>()} : listed(*types);
    if (std::ranges::any_of(names, [&](const auto& name) { return has_type(value, name); }))
      return true;
    return fail("wrong-type",
                at,
                fmt::format("{} is {}, expected {}",
                            name_at(at),
                            value.is_structured() ? value.type_name() : shown_value(value),
                            quoted_list(names)));
  }

  bool words(const json& schema, const json& value, const std::string& at) {
    const json* values = find_member(schema, "enum");
    const json* constant = find_member(schema, "const");
    const bool is_word =
        values == nullptr || std::find(values->begin(), values->end(), value) != values->end();
    if (is_word && (constant == nullptr || *constant == value)) return true;
    const std::vector<std::string> all = listed(is_word ? json::array({*constant}) : *values);
    const auto twin = value.is_string() ? nearest(value.get<std::string>(), all) : std::nullopt;
    constexpr std::size_t kMostListed = 12;
    return fail("unknown-word",
                at,
                fmt::format("{} is {}, expected {}",
                            name_at(at),
                            value.is_structured() ? value.type_name() : shown_value(value),
                            all.size() > kMostListed ? fmt::format("one of {} words", all.size())
                                                     : quoted_list(all)),
                twin ? fmt::format("did you mean {}?", quoted(*twin)) : "");
  }

  bool bound(const json& schema, const char* keyword, const json& value, const std::string& at) {
    const json* limit = find_member(schema, keyword);
    if (limit == nullptr) return true;
    const std::string_view name = keyword;
    const bool is_most = name.ends_with("aximum");
    const bool is_exclusive = name.starts_with("exclusive");
    const int order = compare_numbers(value, *limit) * (is_most ? 1 : -1);
    if (is_exclusive ? order < 0 : order <= 0) return true;
    return fail(is_most ? "too-large" : "too-small",
                at,
                fmt::format("{} is {}, expected {} {}",
                            name_at(at),
                            shown_value(value),
                            is_exclusive ? (is_most ? "less than" : "more than")
                                         : (is_most ? "at most" : "at least"),
                            limit->dump()));
  }

  bool number(const json& schema, const json& value, const std::string& at) {
    bool fine = true;
    for (const char* keyword : {"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"})
      fine = bound(schema, keyword, value, at) && fine;
    const json* divisor = find_member(schema, "multipleOf");
    if (divisor == nullptr || is_multiple(value, *divisor)) return fine;
    return fail("wrong-type",
                at,
                fmt::format("{} is {}, expected a multiple of {}",
                            name_at(at),
                            shown_value(value),
                            divisor->dump()));
  }

  bool count(const json& schema,
             const char* keyword,
             std::size_t size,
             const char* noun,
             const std::string& at) {
    const json* limit = find_member(schema, keyword);
    if (limit == nullptr) return true;
    const bool is_most = std::string_view(keyword).starts_with("max");
    const int order = compare_numbers(json(size), *limit);
    if (is_most ? order <= 0 : order >= 0) return true;
    const bool is_text = std::string_view(keyword).ends_with("Length");
    return fail(is_text ? (is_most ? "too-long" : "too-short")
                        : (is_most ? "too-many-items" : "too-few-items"),
                at,
                fmt::format("{} has {} {}, expected at {} {}",
                            name_at(at),
                            size,
                            noun,
                            is_most ? "most" : "least",
                            limit->dump()));
  }

  bool matches(const std::string& pattern, const std::string& text, const std::string& at) {
    const PatternMatch found = evaluator_.pattern(pattern).search(text);
    if (found != PatternMatch::kExhausted) return found == PatternMatch::kFound;
    return fail(
        "schema-unsafe-pattern",
        at,
        fmt::format(
            "{} takes too long to compare with the pattern {}", name_at(at), quoted(pattern)),
        "write the pattern without repeats inside of repeats");
  }

  /// Checks the one format that every reader takes alike.
  bool date(const json& schema, const std::string& text, const std::string& at) {
    const json* format = find_member(schema, "format");
    if (format == nullptr || *format != kCheckedFormat ||
        find_format(kCheckedFormat)->accepts(text))
      return true;
    return fail(
        "not-a-date",
        at,
        fmt::format(
            "{} is {}, expected a calendar date such as `2024-10-01`", name_at(at), quoted(text)));
  }

  bool text(const json& schema, const json& value, const std::string& at) {
    const auto& text = value.get_ref<const std::string&>();
    const std::size_t length = count_code_points(text);
    bool fine = count(schema, "minLength", length, "characters", at);
    fine = count(schema, "maxLength", length, "characters", at) && fine;
    fine = date(schema, text, at) && fine;
    const json* pattern = find_member(schema, "pattern");
    if (pattern == nullptr) return fine;
    const std::size_t before = faults_ == nullptr ? 0 : faults_->size();
    if (matches(*pattern, text, at)) return fine;
    if (faults_ != nullptr && faults_->size() > before) return false;
    return fail("wrong-pattern",
                at,
                fmt::format("{} is {}, which does not match {}",
                            name_at(at),
                            shown_value(value),
                            shown_value(*pattern)));
  }

  bool list(const json& schema, const json& value, const std::string& at) {
    bool fine = count(schema, "minItems", value.size(), "items", at);
    fine = count(schema, "maxItems", value.size(), "items", at) && fine;
    const json* items = find_member(schema, "items");
    const json* additional = find_member(schema, "additionalItems");
    for (std::size_t i = 0; items != nullptr && i < value.size(); ++i) {
      const json* each = !items->is_array() ? items : i < items->size() ? &(*items)[i] : additional;
      if (each != nullptr) fine = walk(*each, value[i], pointer_join(at, i)) && fine;
    }
    const json* unique = find_member(schema, "uniqueItems");
    if (unique != nullptr && *unique == true) fine = distinct(value, at) && fine;
    const json* contains = find_member(schema, "contains");
    const auto is_wanted = [&](const json& item) { return conforms(*contains, item); };
    if (contains == nullptr || std::any_of(value.begin(), value.end(), is_wanted)) return fine;
    return fail("too-few-items",
                at,
                fmt::format("{} has no item as `contains` of the schema asks for", name_at(at)));
  }

  bool distinct(const json& value, const std::string& at) {
    const auto less = [](const json* a, const json* b) { return *a < *b; };
    std::set<const json*, decltype(less)> seen(less);
    bool fine = true;
    for (std::size_t i = 0; i < value.size(); ++i) {
      if (seen.insert(&value[i]).second) continue;
      fine = fail("duplicate-item",
                  pointer_join(at, i),
                  fmt::format("item {} of {} is there already", i + 1, name_at(at)));
    }
    return fine;
  }

  bool object(const json& schema, const json& value, const std::string& at) {
    bool fine = count(schema, "minProperties", value.size(), "keys", at);
    fine = count(schema, "maxProperties", value.size(), "keys", at) && fine;
    if (const json* required = find_member(schema, "required")) {
      for (const json& key : *required) {
        if (value.contains(key.get_ref<const std::string&>())) continue;
        fine = fail_at_key("missing-key", at, fmt::format("key {} is missing", shown_value(key)));
      }
    }
    const json* names = find_member(schema, "propertyNames");
    for (const auto& [key, member] : value.items()) {
      const std::string place = pointer_join(at, key);
      if (names != nullptr && !conforms(*names, json(key))) {
        fine = fail_at_key("unknown-key",
                           place,
                           fmt::format("the key {} is none that the schema allows", quoted(key)));
      }
      fine = this->member(schema, key, member, place) && fine;
    }
    return dependencies(schema, value, at) && fine;
  }

  bool member(const json& schema,
              const std::string& key,
              const json& value,
              const std::string& at) {
    bool fine = true;
    bool is_known = false;
    if (const json* properties = find_member(schema, "properties")) {
      if (const auto known = properties->find(key); known != properties->end()) {
        is_known = true;
        fine = walk(*known, value, at);
      }
    }
    if (const json* patterns = find_member(schema, "patternProperties")) {
      for (const auto& [pattern, part] : patterns->items()) {
        if (!matches(pattern, key, at)) continue;
        is_known = true;
        fine = walk(part, value, at) && fine;
      }
    }
    const json* additional = find_member(schema, "additionalProperties");
    if (is_known || additional == nullptr) return fine;
    if (*additional != false) return walk(*additional, value, at) && fine;
    const json* properties = find_member(schema, "properties");
    std::vector<std::string> keys;
    if (properties != nullptr) {
      for (const auto& [name, part] : properties->items()) keys.push_back(name);
    }
    const auto twin = nearest(key, keys);
    return fail_at_key("unknown-key",
                       at,
                       fmt::format("unknown key {}", quoted(key)),
                       twin ? fmt::format("did you mean {}?", quoted(*twin)) : "");
  }

  bool dependencies(const json& schema, const json& value, const std::string& at) {
    const json* all = find_member(schema, "dependencies");
    if (all == nullptr) return true;
    bool fine = true;
    for (const auto& [key, needed] : all->items()) {
      if (!value.contains(key)) continue;
      if (!needed.is_array()) {
        fine = walk(needed, value, at) && fine;
        continue;
      }
      for (const json& name : needed) {
        if (value.contains(name.get_ref<const std::string&>())) continue;
        fine = fail_at_key("missing-dependency",
                           pointer_join(at, key),
                           fmt::format("{} needs {} beside it", quoted(key), shown_value(name)));
      }
    }
    return fine;
  }

  /// Tells the faults of the branch that comes nearest: that with the fewest, which are deepest.
  bool no_branch(const json& branches, const json& value, const std::string& at) {
    if (faults_ == nullptr) return false;
    Faults best;
    std::pair<std::size_t, std::size_t> best_rank{SIZE_MAX, 0};
    for (const json& branch : branches) {
      Faults found;
      ForeignWalk(evaluator_, &found).walk(branch, value, at);
      const bool is_other = std::ranges::any_of(found, [&](const ForeignFault& fault) {
        return fault.pointer == at && std::string_view(fault.check) == "wrong-type";
      });
      const std::pair rank{found.size() + (is_other ? 1000 : 0), std::size_t{0}};
      if (rank >= best_rank) continue;
      best_rank = rank;
      best = std::move(found);
    }
    if (branches.size() > 1 && best_rank.first >= 1000) {
      return fail("no-branch-matches",
                  at,
                  fmt::format("{} is none of the {} things that the schema allows here",
                              name_at(at),
                              branches.size()));
    }
    for (ForeignFault& fault : best) faults_->push_back(std::move(fault));
    return false;
  }

  bool choices(const json& schema, const json& value, const std::string& at) {
    bool fine = true;
    if (const json* all = find_member(schema, "allOf")) {
      for (const json& part : *all) fine = walk(part, value, at) && fine;
    }
    const auto matching = [&](const json& branches) {
      return std::count_if(branches.begin(), branches.end(), [&](const json& branch) {
        return conforms(branch, value);
      });
    };
    if (const json* any = find_member(schema, "anyOf"); any != nullptr && matching(*any) == 0)
      fine = no_branch(*any, value, at);
    if (const json* one = find_member(schema, "oneOf")) {
      const auto found = matching(*one);
      if (found == 0) fine = no_branch(*one, value, at);
      if (found > 1) {
        fine =
            fail("several-branches-match",
                 at,
                 fmt::format(
                     "{} is {} things at once of which the schema allows one", name_at(at), found));
      }
    }
    const json* excluded = find_member(schema, "not");
    if (excluded != nullptr && conforms(*excluded, value)) {
      fine = fail("not-allowed-here",
                  at,
                  fmt::format("{} is what `not` of the schema excludes", name_at(at)));
    }
    const json* condition = find_member(schema, "if");
    if (condition == nullptr) return fine;
    const json* asked = find_member(schema, conforms(*condition, value) ? "then" : "else");
    return (asked == nullptr || walk(*asked, value, at)) && fine;
  }

  ForeignEvaluator& evaluator_;
  Faults* faults_;
  std::set<std::pair<const json*, const json*>> active_;
};

ForeignEvaluator::ForeignEvaluator(const json& root) : root_(root), addresses_(root) {}

const Pattern& ForeignEvaluator::pattern(const std::string& text) {
  const auto known = patterns_.find(text);
  // The lint has read every pattern.
  return known != patterns_.end() ? known->second
                                  : patterns_.emplace(text, *Pattern::parse(text)).first->second;
}

std::vector<ForeignFault> ForeignEvaluator::faults(const json& value) {
  Faults found;
  ForeignWalk(*this, &found).walk(root_, value, "");
  return found;
}

}  // namespace simrules
