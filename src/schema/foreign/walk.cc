#include "schema/foreign/walk.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/member.h"
#include "base/text.h"
#include "schema/foreign/numbers.h"
#include "schema/foreign/text.h"
#include "schema/format.h"

namespace simrules {

using nlohmann::json;

namespace {

constexpr std::size_t kMostExplained = 20'000;

}  // namespace

bool ForeignWalk::walk(const json& schema, const json& value, const std::string& at) {
  const bool fine = conforms(schema, value);
  if (fine || faults_ == nullptr) return fine;
  // Of so many faults nobody reads another one.
  if (++explained_ <= kMostExplained) judge(schema, value, at);
  return false;
}

bool ForeignWalk::judge(const json& schema, const json& value, const std::string& at) {
  if (faults_ == nullptr) ++steps_;
  if (schema.is_boolean()) {
    return schema.get<bool>() ||
           fail("not-allowed-here", at, fmt::format("{} is not allowed here", name_at(at)));
  }
  if (const json* reference = find_member(schema, "$ref")) {
    const json* target = schema_.addresses().find(schema, reference->get<std::string>());
    // Who comes back to the same question about the same value has found nothing against it.
    const auto [step, is_new] = active_.insert({target, &value});
    if (!is_new) {
      ++assumed_;
      return true;
    }
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

bool ForeignWalk::conforms(const json& schema, const json& value) {
  const std::pair question(&schema, &value);
  if (const auto known = judged_.find(question); known != judged_.end()) {
    steps_ += known->second.steps;
    return known->second.conforms;
  }
  const double steps = steps_;
  const std::size_t assumed = assumed_;
  Faults* const outer = std::exchange(faults_, nullptr);
  const bool fine = judge(schema, value, "");
  faults_ = outer;
  // An answer that rests on a question which is still open is none for ever.
  if (assumed_ == assumed) judged_.emplace(question, Judged{fine, steps_ - steps});
  return fine;
}

bool ForeignWalk::fail(const char* check,
                       const std::string& at,
                       std::string message,
                       std::string help) {
  if (faults_ != nullptr) faults_->push_back({check, at, std::move(message), std::move(help)});
  return false;
}

bool ForeignWalk::fail_at_key(const char* check,
                              const std::string& at,
                              std::string message,
                              std::string help) {
  fail(check, at, std::move(message), std::move(help));
  if (faults_ != nullptr) faults_->back().at_key = true;
  return false;
}

bool ForeignWalk::type(const json& schema, const json& value, const std::string& at) {
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

bool ForeignWalk::words(const json& schema, const json& value, const std::string& at) {
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

bool ForeignWalk::bound(const json& schema,
                        const char* keyword,
                        const json& value,
                        const std::string& at) {
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

bool ForeignWalk::number(const json& schema, const json& value, const std::string& at) {
  bool fine = true;
  for (const char* keyword : {"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"})
    fine = bound(schema, keyword, value, at) && fine;
  const json* divisor = find_member(schema, "multipleOf");
  if (divisor == nullptr || is_multiple(value, *divisor)) return fine;
  return fail(
      "wrong-type",
      at,
      fmt::format(
          "{} is {}, expected a multiple of {}", name_at(at), shown_value(value), divisor->dump()));
}

bool ForeignWalk::count(const json& schema,
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

bool ForeignWalk::matches(const std::string& pattern,
                          const std::string& text,
                          const std::string& at) {
  const PatternMatch found = schema_.pattern(pattern).search(text);
  if (found != PatternMatch::kExhausted) return found == PatternMatch::kFound;
  return fail(
      "schema-unsafe-pattern",
      at,
      fmt::format("{} takes too long to compare with the pattern {}", name_at(at), quoted(pattern)),
      "write the pattern without repeats inside of repeats");
}

bool ForeignWalk::date(const json& schema, const std::string& text, const std::string& at) {
  const json* format = find_member(schema, "format");
  if (format == nullptr || *format != kCheckedFormat || find_format(kCheckedFormat)->accepts(text))
    return true;
  return fail(
      "not-a-date",
      at,
      fmt::format(
          "{} is {}, expected a calendar date such as `2024-10-01`", name_at(at), quoted(text)));
}

bool ForeignWalk::text(const json& schema, const json& value, const std::string& at) {
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

const Pattern& ReadSchema::pattern(const std::string& text) {
  const auto known = patterns_.find(text);
  // The lint has read every pattern.
  return known != patterns_.end() ? known->second
                                  : patterns_.emplace(text, *Pattern::parse(text)).first->second;
}

}  // namespace simrules
