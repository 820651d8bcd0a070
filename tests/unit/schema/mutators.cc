#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "base/pointer.h"
#include "mutation.h"
#include "schema/reference.h"

namespace simrules {

namespace {

using nlohmann::json;

/// What a mutator works with: the keyword's value, its schema and the value of the document.
struct Spot {
  const json& root;
  const json& schema;
  const Constraint& constraint;
  const json& limit;
  const Site& site;
  const json& value;
};

using Mutations = std::vector<Mutation>;

json operation(const char* name, const std::string& at, const json& value) {
  return {{"op", name}, {"path", at}, {"value", value}};
}

Mutation replaced(const Spot& spot, const json& value, const char* check) {
  return {json::array({operation("replace", spot.site.pointer, value)}),
          {check, spot.site.pointer, Target::kValue}};
}

/// Adds a member to an object or an item to a list; the finding is there.
Mutation added(const Spot& spot, const std::string& key, const json& value, const char* check) {
  const std::string at = pointer_join(spot.site.pointer, key);
  const Target target = spot.value.is_object() ? Target::kKey : Target::kValue;
  return {json::array({operation("add", at, value)}), {check, at, target}};
}

Mutation without(const Spot& spot, const std::string& key, ExpectedFinding finding) {
  const std::string at = pointer_join(spot.site.pointer, key);
  return {json::array({{{"op", "remove"}, {"path", at}}}), std::move(finding)};
}

void mutate_type(const Spot& spot, Mutations& out) {
  const json quantity = {{"value", 1}, {"unit", "GB"}};
  for (const json& sample :
       {json(true), json(7), json(1.5), json("text"), json::array(), quantity}) {
    out.push_back(replaced(spot, sample, "wrong-type"));
  }
}

void mutate_words(const Spot& spot, Mutations& out) {
  if (spot.value.is_string()) {
    const std::string word = spot.value;
    out.push_back(replaced(spot, word + word.back(), "unknown-word"));
  }
  if (spot.value.is_boolean()) {
    out.push_back(replaced(spot, !spot.value.get<bool>(), "unknown-word"));
  }
  out.push_back(replaced(spot, "no-word-of-the-list", "unknown-word"));
  out.push_back(replaced(spot, 7, "unknown-word"));
  out.push_back(replaced(spot, json::array(), "unknown-word"));
}

void mutate_required(const Spot& spot, Mutations& out) {
  const std::string& key = spot.limit.get_ref<const std::string&>();
  if (!spot.value.is_object() || !spot.value.contains(key)) return;
  out.push_back(without(spot, key, {"missing-key", spot.site.pointer, Target::kObject}));
}

void mutate_additional(const Spot& spot, Mutations& out) {
  if (spot.value.is_object()) out.push_back(added(spot, "zz-no-such-key", 1, "unknown-key"));
}

void mutate_dependencies(const Spot& spot, Mutations& out) {
  const std::string& needed = spot.limit.get_ref<const std::string&>();
  const std::string key = pointer_leaf(pointer_parent(spot.constraint.place));
  if (!spot.value.is_object() || !spot.value.contains(key) || !spot.value.contains(needed)) return;
  out.push_back(without(
      spot, needed, {"missing-dependency", pointer_join(spot.site.pointer, key), Target::kKey}));
}

void mutate_min_items(const Spot& spot, Mutations& out) {
  const auto least = spot.limit.get<std::size_t>();
  if (!spot.value.is_array() || spot.value.size() < least || least == 0) return;
  json list = spot.value;
  while (list.size() >= least) list.erase(list.size() - 1);
  out.push_back(replaced(spot, list, "too-few-items"));
}

/// Fills lists with what looks like the item that is there.
void mutate_max_items(const Spot& spot, Mutations& out) {
  if (!spot.value.is_array() || spot.value.empty()) return;
  const auto fill = [&](const auto& item) {
    json list = spot.value;
    for (std::size_t i = 0; list.size() <= spot.limit.get<std::size_t>(); ++i)
      list.push_back(item(i));
    out.push_back(replaced(spot, list, "too-many-items"));
  };
  if (!spot.schema.value("uniqueItems", false))
    return fill([&](std::size_t) { return spot.value.front(); });
  const json& items = resolve(spot.root, spot.schema.at("items"));
  json words = items.value("enum", json::array());
  std::erase_if(words.get_ref<json::array_t&>(), [&](const json& word) {
    return std::find(spot.value.begin(), spot.value.end(), word) != spot.value.end();
  });
  if (spot.value.size() + words.size() > spot.limit.get<std::size_t>())
    return fill([&](std::size_t i) { return words.at(i); });
  if (items.contains("enum")) return;
  fill([](std::size_t i) { return fmt::format("item-{}", i); });
  fill([](std::size_t i) { return fmt::format("jp/item-{}", i); });
  fill([](std::size_t i) { return fmt::format("999-{:03}", i); });
  fill([](std::size_t i) { return fmt::format("TR-{:02}", i + 1); });
}

void mutate_unique(const Spot& spot, Mutations& out) {
  if (!spot.value.is_array() || spot.value.empty()) return;
  const std::string end = std::to_string(spot.value.size());
  out.push_back(added(spot, end, spot.value.front(), "duplicate-item"));
  out.push_back(added(spot, end, spot.value.back(), "duplicate-item"));
}

void mutate_min_length(const Spot& spot, Mutations& out) {
  const auto least = spot.limit.get<std::size_t>();
  if (least > 0) out.push_back(replaced(spot, std::string(least - 1, 'a'), "too-short"));
}

void mutate_max_length(const Spot& spot, Mutations& out) {
  if (!spot.value.is_string()) return;
  const auto most = spot.limit.get<std::size_t>();
  for (const char* filler : {"a", "-aaaaaaaa", "-aaaaaaaaaaaaaaaaaaaaaaa", "\xE6\x97\xA5"}) {
    std::string text = spot.value;
    for (std::size_t length = 0; length <= most; ++length) text += filler;
    if (std::string_view(filler).size() > 3) text.resize(most + 1);
    if (text.back() == '-') text.back() = 'a';
    out.push_back(replaced(spot, text, "too-long"));
  }
}

/// Tells whether a pattern is but a list of words.
bool is_word_list(const std::string& pattern) {
  return pattern.starts_with("^(") && pattern.ends_with(")$") &&
         pattern.find_first_not_of("abcdefghijklmnopqrstuvwxyz_|", 2) == pattern.size() - 2;
}

void mutate_pattern(const Spot& spot, Mutations& out) {
  const char* const check = is_word_list(spot.limit) ? "unknown-word" : "wrong-pattern";
  for (const char* text : {"?", "No Match", "-", "1.5"}) out.push_back(replaced(spot, text, check));
  if (spot.value.is_string()) {
    const std::string text = spot.value;
    for (const std::string& other : {text + "!", " " + text, text + "\n"})
      out.push_back(replaced(spot, other, check));
  }
}

void mutate_minimum(const Spot& spot, Mutations& out) {
  out.push_back(replaced(spot, spot.limit.get<std::int64_t>() - 1, "too-small"));
}

void mutate_maximum(const Spot& spot, Mutations& out) {
  out.push_back(replaced(spot, spot.limit.get<std::int64_t>() + 1, "too-large"));
}

struct WrongFormat {
  const char* check;
  std::vector<std::string> texts;
};

void mutate_format(const Spot& spot, Mutations& out) {
  static const std::map<std::string, WrongFormat> kFormats = {
      {"date", {"not-a-date", {"2026-02-30", "2026", "today"}}},
      {"partial-date", {"not-a-date", {"2026-13", "2026-02-30", "26"}}},
      {"first-day", {"not-a-date", {"2026-13", "never", "26"}}},
      {"last-day", {"not-a-date", {"2026-13", "never", "26"}}},
      {"line", {"several-lines", {"two\nlines", "a\n"}}},
      {"uri", {"not-a-uri", {"ftp://example.com/", "http://localhost/", "example.com"}}},
      {"https-address",
       {"not-a-uri", {"http://example.com/", "https://localhost/", "example.com"}}},
      {"country", {"unknown-country", {"UK", "jp", "Japan"}}},
      {"subdivision", {"unknown-subdivision", {"Hawaii", "US-ZZ", "US"}}},
      {"currency", {"unknown-currency", {"YEN", "jpy", "$"}}},
      {"unit-or-currency", {"unknown-currency", {"YEN", "QQQ"}}},
      {"language", {"unknown-language", {"jp", "Japanese", "ja-"}}},
      {"time-zone", {"not-a-time-zone", {"JST", "UTC+99", "Tokyo"}}},
      {"plmn", {"malformed-plmn", {"44010", "440-1", "44-010"}}},
  };
  const auto row = kFormats.find(spot.limit);
  if (row == kFormats.end()) return;
  for (const std::string& text : row->second.texts)
    out.push_back(replaced(spot, text, row->second.check));
}

void mutate_key_format(const Spot& spot, Mutations& out) {
  if (!spot.value.is_object() || spot.value.empty() || spot.limit != "language") return;
  out.push_back(added(spot, "jp", spot.value.front(), "unknown-language"));
}

/// Violates what a condition asks for where one of its words meets it.
void mutate_condition(const Spot& spot, Mutations& out) {
  const std::string words = pointer_parent(spot.constraint.place);
  const std::string key = pointer_leaf(pointer_parent(words));
  if (!spot.value.is_object() || spot.value.value(key, json()) != spot.limit) return;
  const std::string then = spot.constraint.node + "/then";
  const std::vector<Constraint> asked = constraints_of(spot.root, then);
  visit(spot.root, then, spot.site, [&](const std::string& node, const Site& site) {
    for (const Constraint& constraint : asked) {
      if (constraint.node != node) continue;
      for (Mutation& mutation : mutations(spot.root, constraint, site))
        out.push_back(std::move(mutation));
    }
  });
}

using Mutator = void (*)(const Spot&, Mutations&);

const std::map<std::string, Mutator, std::less<>> kMutators = {
    {"type", mutate_type},
    {"enum", mutate_words},
    {"const", mutate_words},
    {"required", mutate_required},
    {"additionalProperties", mutate_additional},
    {"dependencies", mutate_dependencies},
    {"minItems", mutate_min_items},
    {"maxItems", mutate_max_items},
    {"uniqueItems", mutate_unique},
    {"minLength", mutate_min_length},
    {"maxLength", mutate_max_length},
    {"pattern", mutate_pattern},
    {"minimum", mutate_minimum},
    {"maximum", mutate_maximum},
    {"format", mutate_format},
    {"x-key-format", mutate_key_format},
    {"if", mutate_condition},
};

}  // namespace

bool has_mutator(std::string_view keyword) { return kMutators.contains(keyword); }

std::vector<Mutation> mutations(const json& schema,
                                const Constraint& constraint,
                                const Site& site) {
  Mutations out;
  const json& node = *find_value(schema, constraint.node);
  const json& limit = *find_value(schema, constraint.place);
  const Spot spot{schema, node, constraint, limit, site, site.value()};
  const auto mutator = kMutators.find(constraint.keyword);
  if (mutator != kMutators.end()) mutator->second(spot, out);
  return out;
}

}  // namespace simrules
