#include <algorithm>
#include <mutex>
#include <type_traits>
#include <utility>
#include <variant>

#include "schema/language/file.h"
#include "schema/schema.h"
#include "schema/spec/field_spec.h"
#include "schema/spec/field_targets.h"
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

/// What the fields of a schema are read with, one thread at a time.
struct Reader {
  Reader(std::shared_ptr<const json> schema, LanguagesPtr words)
      : root(std::move(schema)), languages(std::move(words)), targets(*root) {}

  std::shared_ptr<const json> root;
  LanguagesPtr languages;
  FieldTargets targets;
  std::mutex mutex;
};

using ReaderPtr = std::shared_ptr<Reader>;

using ByWord = std::map<std::string, std::vector<std::string>>;

std::string text_in(const json& value) {
  return value.is_string() ? value.get<std::string>() : std::string();
}

std::string text_of(const json& node, const char* keyword) {
  const auto value = node.find(keyword);
  return value == node.end() ? std::string() : text_in(*value);
}

std::vector<std::string> texts_of(const json& node, const char* keyword) {
  const auto value = node.find(keyword);
  return value == node.end() ? std::vector<std::string>() : value->get<std::vector<std::string>>();
}

template <typename Value, std::size_t size>
Value one_of(const std::pair<std::string_view, Value> (&rows)[size],
             std::string_view word,
             Value otherwise) {
  const auto* row = std::find_if(
      std::begin(rows), std::end(rows), [&](const auto& r) { return r.first == word; });
  return row == std::end(rows) ? otherwise : row->second;
}

void read_turns(const json& written, FieldSpec& spec) {
  for (const auto& [word, turn] : written.items()) {
    spec.turns[word] = {text_of(turn, "fall"), text_of(turn, "rise")};
  }
}

/// Reads a direction, or one for each word of another field.
void read_better(const json& written, FieldSpec& spec) {
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

void read_unit_ranges(const json& written, FieldSpec& spec) {
  for (const auto& [unit, range] : written.items()) {
    spec.unit_ranges[unit] = {range.at("least").get<std::int64_t>(),
                              range.at("most").get<std::int64_t>()};
  }
}

void read_stretch(const json& written, FieldSpec& spec) {
  spec.stretch = {text_of(written, "from"),
                  text_of(written, "until"),
                  text_of(written, "from_day"),
                  text_of(written, "until_day")};
}

void read_counts(const json& written, FieldSpec& spec) {
  const auto words = written.find("words");
  spec.counts = {text_of(written, "by"), {}, text_of(written, "within")};
  if (words != written.end()) words->get_to(spec.counts.words);
}

void read_money(const json& written, FieldSpec& spec) {
  spec.money = {text_of(written, "currency"), text_of(written, "per")};
}

void read_questions(const json& written, FieldSpec& spec) {
  for (const json& question : written) {
    spec.questions.push_back({text_of(question, "id"), texts_of(question, "words")});
  }
}

/// A keyword of a field, and where it goes: to a member of its type, or to what reads it.
struct FieldKeyword {
  std::string_view name;
  std::variant<std::string FieldSpec::*,
               std::vector<std::string> FieldSpec::*,
               bool FieldSpec::*,
               ByWord FieldSpec::*,
               void (*)(const json&, FieldSpec&)>
      target;
};

constexpr FieldKeyword kFieldKeywords[] = {
    {"description", &FieldSpec::description},
    {"format", &FieldSpec::format},
    {"pattern", &FieldSpec::pattern},
    {"title", &FieldSpec::title},
    {"x-absent", [](const json& value, FieldSpec& spec) { spec.absent = value; }},
    {"x-at-most", &FieldSpec::at_most},
    {"x-better", read_better},
    {"x-change-name", &FieldSpec::change_name},
    {"x-counts", read_counts},
    {"x-decimals", [](const json& value, FieldSpec& spec) { spec.decimals = value; }},
    {"x-disjoint", &FieldSpec::disjoint},
    {"x-divisible", &FieldSpec::divisible},
    {"x-excludes", &FieldSpec::excludes},
    {"x-expects", &FieldSpec::expects},
    {"x-former", &FieldSpec::is_former},
    {"x-happened", &FieldSpec::has_happened},
    {"x-help", &FieldSpec::help},
    {"x-key", &FieldSpec::key},
    {"x-key-format", &FieldSpec::key_format},
    {"x-money", read_money},
    {"x-most", &FieldSpec::most},
    {"x-on-top", &FieldSpec::on_top},
    {"x-only", &FieldSpec::only},
    {"x-order", &FieldSpec::order},
    {"x-per", &FieldSpec::per},
    {"x-plan-values", [](const json& value, FieldSpec& spec) { value.get_to(spec.plan_values); }},
    {"x-products", &FieldSpec::products},
    {"x-questions", read_questions},
    {"x-ranks", [](const json& value, FieldSpec& spec) { value.get_to(spec.ranks); }},
    {"x-refers", &FieldSpec::refers},
    {"x-set", &FieldSpec::is_set},
    {"x-short", &FieldSpec::brief},
    {"x-stretch", read_stretch},
    {"x-turns", read_turns},
    {"x-unit", &FieldSpec::unit},
    {"x-unit-ranges", read_unit_ranges},
    {"x-units", [](const json& value, FieldSpec& spec) { value.get_to(spec.units); }},
    {"x-unknown", &FieldSpec::unknown},
    {"x-within", &FieldSpec::within},
};
static_assert(std::ranges::is_sorted(kFieldKeywords, {}, &FieldKeyword::name));

void read_keyword(const FieldKeyword& keyword, const json& value, FieldSpec& spec) {
  const auto read = [&](const auto& target) {
    if constexpr (std::is_same_v<decltype(target), std::string FieldSpec::*const&>) {
      spec.*target = text_in(value);
    } else if constexpr (std::is_invocable_v<decltype(target), const json&, FieldSpec&>) {
      target(value, spec);
    } else {
      value.get_to(spec.*target);
    }
  };
  std::visit(read, keyword.target);
}

/// Reads the keywords that a schema has, of all that there are.
void read_keywords(const json& node, FieldSpec& spec) {
  for (const auto& [name, value] : node.get_ref<const json::object_t&>()) {
    const auto* keyword = std::ranges::lower_bound(kFieldKeywords, name, {}, &FieldKeyword::name);
    if (keyword != std::end(kFieldKeywords) && keyword->name == name)
      read_keyword(*keyword, value, spec);
  }
  spec.types = types_of(node);
  spec.words = words_of(node);
}

/// A quantity is known by its unit, and is compared as a whole: the factors belong to the object.
bool is_unit(const json& node) {
  const auto properties = node.find("properties");
  return node.contains("x-units") && (properties == node.end() || properties->empty());
}

void take_units(const json& unit, FieldSpec& spec) {
  FieldSpec member;
  read_keywords(unit, member);
  spec.units = std::move(member.units);
  spec.unit_ranges = std::move(member.unit_ranges);
  spec.divisible = std::move(member.divisible);
}

void drop_units(FieldSpec& member) {
  member.units.clear();
  member.unit_ranges.clear();
  member.divisible.clear();
}

/// Returns the member of an object that says its unit, or nullptr.
const json* unit_member(FieldTargets& targets, const json& node) {
  const auto properties = node.find("properties");
  if (properties == node.end() || node.contains("x-units")) return nullptr;
  for (const json& member : *properties) {
    const json* target = targets.of(member).node;
    if (is_unit(*target)) return target;
  }
  return nullptr;
}

std::string place_of(const FieldTarget& target, const std::string& otherwise) {
  return target.place.empty() ? otherwise : target.place;
}

/// What a field says that the schema of another field in it says.
void take_from_inside(FieldTargets& targets, const json& node, FieldSpec& spec) {
  if (const json* unit = unit_member(targets, node)) take_units(*unit, spec);
  const auto items = node.find("items");
  if (!spec.is_set || items == node.end()) return;
  // The words of a set are written at the set or at its items; both know them.
  const FieldTarget& target = targets.of(*items);
  if (spec.words.empty()) spec.words = words_of(*target.node);
  spec.twin = place_of(target, spec.place + "/[]");
}

InnerFields read_inside(const ReaderPtr& reader, const json& node, const FieldSpec& spec);

std::unique_ptr<FieldSpec> read_field(const ReaderPtr& reader,
                                      const json& written,
                                      const std::string& name,
                                      const std::string& place,
                                      const Inherited& inherited) {
  const FieldTarget& target = reader->targets.of(written);
  const json& node = *target.node;
  auto spec = std::make_unique<FieldSpec>();
  spec->name = name;
  spec->place = place_of(target, place);
  spec->languages = reader->languages;
  read_keywords(node, *spec);
  const std::string topic = text_of(node, "x-topic");
  spec->topic = topic.empty() ? inherited.topic : topic;
  // A note inside of bookkeeping is no note that anybody reads for itself.
  spec->area = inherited.area == Area::kBookkeeping
                   ? inherited.area
                   : one_of(kAreas, text_of(node, "x-area"), inherited.area);
  take_from_inside(reader->targets, node, *spec);
  spec->inside.read_by([reader, &node, &here = *spec] {
    const std::lock_guard lock(reader->mutex);
    return read_inside(reader, node, here);
  });
  return spec;
}

/// Which members are scopes is said by the object that they are in: one definition can be a scope
/// here and a value there.
void read_scopes(const json& node, InnerFields& inside) {
  const auto scopes = node.find("x-scopes");
  if (scopes == node.end()) return;
  for (const auto& [name, word] : scopes->items()) {
    const auto member = inside.properties.find(name);
    if (member != inside.properties.end())
      member->second->scope = one_of(kScopes, word.get<std::string>(), Scope::kNone);
  }
}

InnerFields read_inside(const ReaderPtr& reader, const json& node, const FieldSpec& spec) {
  InnerFields inside;
  const Inherited inherited{spec.topic, spec.area};
  if (const auto properties = node.find("properties"); properties != node.end()) {
    const json* unit = unit_member(reader->targets, node);
    for (const auto& [key, child] : properties->items()) {
      auto member = read_field(reader, child, key, spec.place + '/' + key, inherited);
      if (reader->targets.of(child).node == unit) {
        drop_units(*member);
        unit = nullptr;
      }
      inside.properties.emplace(key, std::move(member));
    }
  }
  read_scopes(node, inside);
  if (const auto items = node.find("items"); items != node.end()) {
    inside.items = read_field(reader, *items, spec.name, spec.place + "/[]", inherited);
    if (spec.is_set) inside.items->twin = spec.place;
  }
  const auto additional = node.find("additionalProperties");
  if (additional != node.end() && additional->is_object()) {
    inside.additional = read_field(reader, *additional, spec.name, spec.place + "/*", inherited);
    if (!reader->targets.of(*additional).node->contains("x-better")) {
      inside.additional->better = spec.better;
    }
  }
  return inside;
}

}  // namespace

std::unique_ptr<FieldSpec> read_field_specs(std::shared_ptr<const json> schema,
                                            LanguagesPtr languages) {
  if (languages == nullptr) languages = languages_for(*schema);
  const auto reader = std::make_shared<Reader>(std::move(schema), std::move(languages));
  return read_field(reader, *reader->root, "", "policy", {});
}

std::unique_ptr<FieldSpec> read_field_specs(const json& schema) {
  return read_field_specs(std::make_shared<const json>(schema));
}

}  // namespace simrules
