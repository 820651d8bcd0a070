#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "schema/language/file.h"
#include "schema/language/place.h"
#include "schema/reference.h"
#include "schema/schema.h"
#include "schema/spec/field_spec.h"
#include "schema/spec/words.h"

namespace simrules {

namespace {

using nlohmann::json;

constexpr std::pair<std::string_view, Better> kBetter[] = {
    {"none", Better::kNone},
    {"higher", Better::kHigher},
    {"lower", Better::kLower},
    {"true", Better::kTrue},
    {"false", Better::kFalse},
    {"later", Better::kLater},
    {"earlier", Better::kEarlier},
    {"sooner", Better::kSooner},
    {"more", Better::kMore},
    {"fewer", Better::kFewer},
};

constexpr std::pair<std::string_view, Area> kAreas[] = {
    {"substance", Area::kSubstance},
    {"past", Area::kPast},
    {"evidence", Area::kEvidence},
    {"editorial", Area::kEditorial},
    {"bookkeeping", Area::kBookkeeping},
};

constexpr std::pair<std::string_view, Scope> kScopes[] = {
    {"plans", Scope::kPlans},
    {"except", Scope::kExcept},
    {"zones", Scope::kZones},
    {"place", Scope::kPlace},
    {"services", Scope::kServices},
    {"other", Scope::kOther},
};

/// What a field takes over from the field around it.
struct Inherited {
  std::string topic;
  Area area = Area::kSubstance;
};

struct Reader {
  const json& root;
  LanguagesPtr languages;
};

std::string text_of(const json& node, const char* keyword) {
  const auto value = node.find(keyword);
  return value != node.end() && value->is_string() ? value->get<std::string>() : std::string();
}

std::vector<std::string> texts_of(const json& node, const char* keyword) {
  const auto value = node.find(keyword);
  return value == node.end() ? std::vector<std::string>() : value->get<std::vector<std::string>>();
}

template <typename Map>
Map map_of(const json& node, const char* keyword) {
  const auto value = node.find(keyword);
  return value == node.end() ? Map() : value->get<Map>();
}

template <typename Value, std::size_t size>
Value one_of(const std::pair<std::string_view, Value> (&rows)[size],
             std::string_view word,
             Value otherwise) {
  const auto* row = std::find_if(
      std::begin(rows), std::end(rows), [&](const auto& r) { return r.first == word; });
  return row == std::end(rows) ? otherwise : row->second;
}

std::map<std::string, Turn> turns_of(const json& node) {
  std::map<std::string, Turn> turns;
  const auto words = node.find("x-turns");
  if (words == node.end()) return turns;
  for (const auto& [word, turn] : words->items()) {
    turns[word] = {text_of(turn, "fall"), text_of(turn, "rise")};
  }
  return turns;
}

/// Reads a direction, or one for each word of another field.
void read_better(const json& node, FieldSpec& spec) {
  const json written = node.value("x-better", json());
  if (written.is_string()) spec.better = one_of(kBetter, written.get<std::string>(), Better::kNone);
  if (!written.is_object()) return;
  spec.better = one_of(kBetter, text_of(written, "else"), Better::kNone);
  spec.better_by.by = text_of(written, "by");
  spec.better_by.without = one_of(kBetter, text_of(written, "without"), spec.better);
  for (const auto& [name, better] : kBetter) {
    for (const std::string& word : texts_of(written, name.data())) {
      spec.better_by.words[word] = better;
    }
  }
}

std::map<std::string, UnitRange> unit_ranges_of(const json& node) {
  std::map<std::string, UnitRange> ranges;
  const json written = node.value("x-unit-ranges", json::object());
  for (const auto& [unit, range] : written.items()) {
    ranges[unit] = {range.at("least").get<std::int64_t>(), range.at("most").get<std::int64_t>()};
  }
  return ranges;
}

Stretch stretch_of(const json& node) {
  const json written = node.value("x-stretch", json::object());
  return {text_of(written, "from"),
          text_of(written, "until"),
          text_of(written, "from_day"),
          text_of(written, "until_day")};
}

Counts counts_of(const json& node) {
  const json written = node.value("x-counts", json::object());
  return {text_of(written, "by"),
          map_of<std::map<std::string, std::string>>(written, "words"),
          text_of(written, "within")};
}

Money money_of(const json& node) {
  const json written = node.value("x-money", json::object());
  return {text_of(written, "currency"), text_of(written, "per")};
}

std::vector<Question> questions_of(const json& node) {
  std::vector<Question> questions;
  const json written = node.value("x-questions", json::array());
  for (const json& question : written) {
    questions.push_back({text_of(question, "id"), texts_of(question, "words")});
  }
  return questions;
}

/// Reads what contradicts a value.
void read_contradictions(const json& node, FieldSpec& spec) {
  using ByWord = std::map<std::string, std::vector<std::string>>;
  spec.only = map_of<ByWord>(node, "x-only");
  spec.excludes = map_of<ByWord>(node, "x-excludes");
  spec.expects = map_of<ByWord>(node, "x-expects");
  spec.products = map_of<ByWord>(node, "x-products");
  spec.at_most = texts_of(node, "x-at-most");
  spec.disjoint = text_of(node, "x-disjoint");
  spec.counts = counts_of(node);
  spec.decimals = node.value("x-decimals", json());
  spec.money = money_of(node);
}

void read_keywords(const json& node, FieldSpec& spec) {
  spec.title = text_of(node, "title");
  spec.description = text_of(node, "description");
  spec.help = text_of(node, "x-help");
  read_better(node, spec);
  spec.ranks = map_of<std::vector<std::vector<std::string>>>(node, "x-ranks");
  spec.unit = text_of(node, "x-unit");
  spec.units = map_of<std::map<std::string, std::int64_t>>(node, "x-units");
  spec.unit_ranges = unit_ranges_of(node);
  spec.divisible = texts_of(node, "x-divisible");
  spec.per = text_of(node, "x-per");
  spec.stretch = stretch_of(node);
  read_contradictions(node, spec);
  spec.questions = questions_of(node);
  spec.within = texts_of(node, "x-within");
  if (const auto absent = node.find("x-absent"); absent != node.end()) spec.absent = *absent;
  spec.key = text_of(node, "x-key");
  spec.key_format = text_of(node, "x-key-format");
  spec.order = texts_of(node, "x-order");
  spec.brief = texts_of(node, "x-short");
  spec.format = text_of(node, "format");
  spec.pattern = text_of(node, "pattern");
  spec.types = types_of(node);
  spec.is_set = node.value("x-set", false);
  spec.is_former = node.value("x-former", false);
  spec.has_happened = node.value("x-happened", false);
  spec.words = words_of(node);
  spec.unknown = texts_of(node, "x-unknown");
  spec.on_top = texts_of(node, "x-on-top");
  spec.most = text_of(node, "x-most");
  spec.turns = turns_of(node);
  spec.change_name = text_of(node, "x-change-name");
  spec.refers = text_of(node, "x-refers");
  spec.plan_values = map_of<std::map<std::string, std::string>>(node, "x-plan-values");
}

/// Which members are scopes is said by the object that they are in: one definition can be a scope
/// here and a value there.
void read_scopes(const json& node, FieldSpec& spec) {
  const auto scopes = node.find("x-scopes");
  if (scopes == node.end()) return;
  for (const auto& [name, word] : scopes->items()) {
    const auto member = spec.properties.find(name);
    if (member != spec.properties.end())
      member->second->scope = one_of(kScopes, word.get<std::string>(), Scope::kNone);
  }
}

/// A quantity is known by its unit, and is compared as a whole: the factors belong to the object.
void lift_units(FieldSpec& spec) {
  for (auto& [name, member] : spec.properties) {
    const bool is_unit = member->properties.empty() && !member->units.empty();
    if (!is_unit || !spec.units.empty()) continue;
    spec.units = std::exchange(member->units, {});
    spec.unit_ranges = std::exchange(member->unit_ranges, {});
    spec.divisible = std::exchange(member->divisible, {});
  }
}

/// The words of a set are written at the set or at its items; both know them afterwards.
void share_words(FieldSpec& set) {
  if (set.words.empty()) set.words = set.items->words;
  set.twin = set.items->place;
  set.items->twin = set.place;
}

std::unique_ptr<FieldSpec> read_field(const Reader& reader,
                                      const json& written,
                                      const std::string& name,
                                      std::string place,
                                      Inherited inherited) {
  const json& node = resolve_place(reader.root, written, place);
  auto spec = std::make_unique<FieldSpec>();
  spec->name = name;
  spec->languages = reader.languages;
  read_keywords(node, *spec);
  const std::string topic = text_of(node, "x-topic");
  if (!topic.empty()) inherited.topic = topic;
  // A note inside of bookkeeping is no note that anybody reads for itself.
  if (inherited.area != Area::kBookkeeping) {
    inherited.area = one_of(kAreas, text_of(node, "x-area"), inherited.area);
  }
  spec->place = place;
  spec->topic = inherited.topic;
  spec->area = inherited.area;
  if (const auto properties = node.find("properties"); properties != node.end()) {
    for (const auto& [key, child] : properties->items()) {
      spec->properties.emplace(
          key, read_field(reader, child, key, fmt::format("{}/{}", place, key), inherited));
    }
  }
  read_scopes(node, *spec);
  if (const auto items = node.find("items"); items != node.end()) {
    spec->items = read_field(reader, *items, name, place + "/[]", inherited);
    if (spec->is_set) share_words(*spec);
  }
  const auto additional = node.find("additionalProperties");
  if (additional != node.end() && additional->is_object()) {
    spec->additional = read_field(reader, *additional, name, place + "/*", inherited);
    if (!resolve(reader.root, *additional).contains("x-better")) {
      spec->additional->better = spec->better;
    }
  }
  lift_units(*spec);
  return spec;
}

}  // namespace

std::unique_ptr<FieldSpec> read_field_specs(const json& schema, LanguagesPtr languages) {
  if (languages == nullptr) languages = languages_for(schema);
  return read_field({schema, std::move(languages)}, schema, "", "policy", {});
}

}  // namespace simrules
