#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include <nlohmann/json.hpp>

#include "base/date.h"

namespace simrules {

// What a policy says, before it is known what it is: views, cheap to copy, and valid as long as the
// policy that they look at.

/// Something that a policy says, or nothing where it does not say it.
class Written {
 public:
  Written() = default;
  explicit Written(const nlohmann::json* value) : value_(value) {}

  explicit operator bool() const { return value_ != nullptr; }

  /// Returns the JSON as it was written, null for nothing: for what walks along the schema, and for
  /// output. A test counts who asks for it.
  const nlohmann::json& raw() const;

  /// Tells whether another policy, or another state of this one, says the very same here.
  bool says_same(const Written& other) const { return raw() == other.raw(); }

 protected:
  const nlohmann::json* member(std::string_view name) const;
  std::string_view text(std::string_view name) const;
  std::optional<PartialDate> date(std::string_view name) const;

 private:
  const nlohmann::json* value_ = nullptr;
};

/// A list of a policy as views of its items, or as its words; empty where there is no list.
template <typename View>
class ListOf {
 public:
  class Iterator {
   public:
    using iterator_category = std::input_iterator_tag;
    using value_type = View;
    using reference = View;
    using pointer = void;
    using difference_type = std::ptrdiff_t;

    Iterator() = default;
    explicit Iterator(const nlohmann::json* at) : at_(at) {}

    View operator*() const {
      if constexpr (std::is_same_v<View, std::string_view>) {
        return at_->is_string() ? View(at_->template get_ref<const std::string&>()) : View();
      } else {
        return View(at_);
      }
    }
    Iterator& operator++() {
      ++at_;
      return *this;
    }
    Iterator operator++(int) { return Iterator(at_++); }
    bool operator==(const Iterator&) const = default;

   private:
    const nlohmann::json* at_ = nullptr;
  };

  ListOf() = default;
  explicit ListOf(const nlohmann::json* list) {
    if (list == nullptr || !list->is_array()) return;
    const auto& items = list->get_ref<const nlohmann::json::array_t&>();
    first_ = items.data();
    size_ = items.size();
  }

  Iterator begin() const { return Iterator(first_); }
  Iterator end() const { return Iterator(first_ + size_); }
  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  View operator[](std::size_t index) const { return *Iterator(first_ + index); }

 private:
  const nlohmann::json* first_ = nullptr;
  std::size_t size_ = 0;
};

/// A list of words: ids, codes, conditions.
class WordList : public ListOf<std::string_view> {
 public:
  using ListOf<std::string_view>::ListOf;

  bool contains(std::string_view word) const;
};

/// A text in several languages.
class Text : public Written {
 public:
  using Written::Written;

  /// Returns the text in a language, else the English one; empty where there is neither.
  std::string_view in(std::string_view language) const;
};

/// A date of an item, with the name of its field.
struct NamedDate {
  std::string_view name;
  PartialDate date;
};

/// Since and until when something holds: `effective`, `contracts`, or an object that ends by itself.
class Dates : public Written {
 public:
  using Written::Written;

  std::optional<PartialDate> announced() const;
  std::optional<PartialDate> from() const;
  std::optional<PartialDate> until() const;

  /// Returns the last day on which newcomers get it.
  std::optional<PartialDate> new_signups_until() const;

  /// Lists every date that is there, by name.
  std::vector<NamedDate> all() const;
};

}  // namespace simrules
