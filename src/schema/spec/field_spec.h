#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "schema/language/language.h"

namespace simrules {

/// Which direction of a field is better for the subscriber (`x-better`); `kSooner` is earlier, and
/// worst where it never comes.
enum class Better {
  kNone,
  kHigher,
  kLower,
  kTrue,
  kFalse,
  kLater,
  kEarlier,
  kSooner,
  kMore,
  kFewer
};

/// The words of another field that turn a direction (`x-better` with `by`).
/// Shape: `by` is a path such as `metric` or `../verdict`; other words leave `FieldSpec::better`, and
///        where nothing stands at the path the direction is `without`.
struct BetterBy {
  std::string by;
  std::map<std::string, Better> words;
  Better without = Better::kNone;
};

/// The least and the most that a unit can be (`x-unit-ranges`): a month has 28 to 31 days.
struct UnitRange {
  std::int64_t least = 0;
  std::int64_t most = 0;
};

/// The siblings that begin and end a stretch of the clock (`x-stretch`).
/// Shape: the days are empty where it begins and ends on any day.
struct Stretch {
  std::string from;
  std::string until;
  std::string from_day;
  std::string until_day;
};

/// What a number counts by the word of another field (`x-counts`): `within` is the path of the span that
/// has room for so many of the unit.
struct Counts {
  std::string by;
  std::map<std::string, std::string> words;
  std::string within;
};

/// A question that people ask, and the words of a field whose rules answer it (`x-questions`).
struct Question {
  std::string id;
  std::vector<std::string> words;
};

/// The paths of the currency of a price and of what it buys (`x-money`); empty where it is no price.
struct Money {
  std::string currency;
  std::string per;
};

/// What a difference in a field is about (`x-area`); `kPast` is what held at another time, and
/// `kBookkeeping` what only says when and why we wrote something.
enum class Area { kSubstance, kPast, kEvidence, kEditorial, kBookkeeping };

/// The last parts of a change's id when a field falls to a word and when it rises from it
/// (`x-turns`).
struct Turn {
  std::string fall;
  std::string rise;
};

/// What a field selects that says for whom or what a term is (`x-scopes`); `kOther` is what no
/// subscriber is told apart by.
enum class Scope { kNone, kPlans, kExcept, kZones, kPlace, kServices, kOther };

struct FieldSpec;

/// The fields inside a field: by name, those of the items of a list, and those of every member that has no
/// name of its own.
struct InnerFields {
  std::map<std::string, std::unique_ptr<FieldSpec>, std::less<>> properties;
  std::unique_ptr<FieldSpec> items;
  std::unique_ptr<FieldSpec> additional;
};

/// The inner fields of a field, read when somebody looks inside: a run needs few of all that there are.
/// Shape: may be asked by several threads.
class LazyFields {
 public:
  /// Sets what reads them; without it there are none.
  void read_by(std::function<InnerFields()> read) { read_ = std::move(read); }

  const InnerFields& get() const {
    if (!is_read_.load(std::memory_order_acquire)) read();
    return fields_;
  }

 private:
  void read() const;

  std::function<InnerFields()> read_;
  mutable std::once_flag reading_;
  mutable std::atomic<bool> is_read_ = false;
  mutable InnerFields fields_;
};

/// The inner fields that have a name, as a map.
class InnerProperties {
 public:
  explicit InnerProperties(const LazyFields& fields) : fields_(fields) {}

  auto begin() const { return all().begin(); }
  auto end() const { return all().end(); }
  auto find(std::string_view name) const { return all().find(name); }
  bool contains(std::string_view name) const { return all().contains(name); }
  bool empty() const { return all().empty(); }

 private:
  const decltype(InnerFields::properties)& all() const { return fields_.get().properties; }

  const LazyFields& fields_;
};

/// An inner field without a name, as a pointer.
class InnerField {
 public:
  using Which = std::unique_ptr<FieldSpec> InnerFields::*;

  InnerField(const LazyFields& fields, Which which) : fields_(fields), which_(which) {}

  const FieldSpec* get() const { return (fields_.get().*which_).get(); }
  const FieldSpec* operator->() const { return get(); }
  const FieldSpec& operator*() const { return *get(); }
  explicit operator bool() const { return get() != nullptr; }
  bool operator==(std::nullptr_t) const { return get() == nullptr; }

 private:
  const LazyFields& fields_;
  Which which_;
};

/// What the policy schema says of one field: the only way in which C++ knows a field.
/// Shape: `$ref`s are resolved; `topic` and `area` are inherited from the parent; `words` are those
///        of an `enum` or of a `^(a|b)$` pattern, in the schema's order; `types` are the JSON types that the schema
///        allows; `place` is where the files of languages have its words, and `twin` is the place of
///        the items of a set, and of the set that items are in: they share their words. `better` is
///        the direction where no word of `better_by` turns it; `per`, `within` and the keys of `only`
///        are paths as `BetterBy::by` is one; two words have an order where one of the `ranks`, from
///        worst to best, has both. `is_former` is a list of ids that an item had (`x-former`), and
///        `has_happened` a day that has come (`x-happened`).
///        `key_format` is what the keys of a map are, `language` for a text in several languages;
///        `order` are the members in the order in which they are told, and `brief` those that a short
///        form has room for, the weightiest first (`x-short`).
///        `excludes` and `expects` are by word: what may not stand beside it, and of what one should; of
///        the items of a set `excludes` are words of it, else both are paths; so are `products`, by which
///        two things of one word are told apart. `at_most` are paths of
///        what the value is not above, `disjoint` that of a set that shares no word. `decimals` says
///        how many a currency has, and any other one with `else`. `refers` is a list of the policy, or the
///        path of one that the field is in.
/// Units: `units` maps a unit to its factor; values of all units of one field compare after
///        multiplication; `unit_ranges` bound units that have no factor, each in a unit of their own.
struct FieldSpec {
  std::string name;
  std::string title;
  std::string description;
  std::string help;
  std::string place;
  std::string twin;
  LanguagesPtr languages;
  std::string topic;
  Area area = Area::kSubstance;
  Better better = Better::kNone;
  Scope scope = Scope::kNone;
  BetterBy better_by;
  std::vector<std::vector<std::string>> ranks;
  std::string unit;
  std::map<std::string, std::int64_t> units;
  std::map<std::string, UnitRange> unit_ranges;
  std::vector<std::string> divisible;
  std::string per;
  Stretch stretch;
  std::map<std::string, std::vector<std::string>> only;
  std::map<std::string, std::vector<std::string>> excludes;
  std::map<std::string, std::vector<std::string>> expects;
  std::map<std::string, std::vector<std::string>> products;
  std::vector<std::string> at_most;
  std::string disjoint;
  Counts counts;
  nlohmann::json decimals;
  Money money;
  std::vector<Question> questions;
  std::vector<std::string> within;
  std::optional<nlohmann::json> absent;
  std::string key;
  std::string key_format;
  std::vector<std::string> order;
  std::vector<std::string> brief;
  std::string format;
  std::string pattern;
  std::vector<std::string> types;
  bool is_set = false;
  bool is_former = false;
  bool has_happened = false;
  std::vector<std::string> words;
  std::vector<std::string> unknown;
  std::vector<std::string> on_top;
  std::string most;
  std::map<std::string, Turn> turns;
  std::string change_name;
  std::string refers;
  std::map<std::string, std::string> plan_values;
  LazyFields inside;
  InnerProperties properties{inside};
  InnerField items{inside, &InnerFields::items};
  InnerField additional{inside, &InnerFields::additional};

  /// Tells whether the value is one amount with a unit, compared as a whole.
  bool is_quantity() const { return !units.empty(); }

  /// Tells whether the value is a text in several languages.
  bool is_text() const { return key_format == "language"; }

  /// Tells whether the list that it refers to is one of what the field is in, and not of the policy.
  bool refers_around() const { return refers.starts_with("../"); }

  /// Tells whether list items are matched by a key.
  bool is_keyed_list() const { return items != nullptr && !key.empty(); }

  /// Returns the specification of a member, or nothing for a member that the schema does not know.
  const FieldSpec* member(std::string_view property) const;

  /// Tells whether a value is one of the words that mean not known.
  bool is_unknown(const nlohmann::json& value) const;

  /// Returns the field's name for people, in the language's words or else in English.
  std::string label(std::string_view language) const;

  /// Returns a word, or the code of a country or currency, for people; one without a label is shown
  /// with spaces for its underscores.
  std::string word_label(const std::string& word, std::string_view language) const;

  /// Returns a text of a question that the field's words answer: `label`, `question`; empty where the
  /// language has none.
  std::string question_text(std::string_view question,
                            std::string_view use,
                            std::string_view language) const;

  /// Returns a template for sentences; empty where the language has none for this use.
  std::string phrase(std::string_view use, std::string_view language) const;

  /// Returns all templates for sentences by their use.
  const Texts& phrases(std::string_view language) const;

  /// Returns a word as it stands in a sentence; empty where it is that of `word_label`.
  std::string phrase_word(std::string_view word, std::string_view language) const;
};

}  // namespace simrules
