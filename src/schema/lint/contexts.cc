#include <algorithm>

#include <fmt/format.h>

#include "base/pointer.h"
#include "base/text.h"
#include "schema/lint/surroundings.h"
#include "schema/lint/vocabulary.h"
#include "schema/spec/words.h"

namespace simrules {

namespace {

using nlohmann::json;

/// A field whose keywords name others, and where it stands.
struct Context {
  SchemaLint& lint;
  const Surroundings& around;
  const std::string& pointer;
  const json& node;

  std::string place(const std::string& keyword) const { return pointer_join(pointer, keyword); }
};

/// Refuses a path that leads to nothing wherever the field is used.
/// Returns whether it leads to something.
bool lint_path(const Context& context, const std::string& at, const std::string& path) {
  if (!context.around.follow(context.node, path).fields.empty()) return true;
  const auto close = nearest(path, context.around.names_beside(context.node));
  context.lint.value_error("schema-unknown-sibling",
                           at,
                           fmt::format("{} stands nowhere beside this field", quoted(path)),
                           close ? fmt::format("did you mean {}?", quoted(*close))
                                 : "name members of the object that the field is in");
  return false;
}

/// Refuses a path that leads to nothing in one of the places where the field is used.
bool lint_path_everywhere(const Context& context,
                          const std::string& at,
                          const std::string& path,
                          const char* help) {
  if (!lint_path(context, at, path)) return false;
  for (const std::string& object : context.around.follow(context.node, path).missing) {
    context.lint.value_error(
        "schema-missing-context",
        at,
        fmt::format("{} is not there where {} uses this field", quoted(path), quoted(object)),
        help);
    return false;
  }
  return true;
}

/// Refuses words that the field at a path does not have in each of its places.
void lint_words_at(const Context& context,
                   const std::string& at,
                   const std::string& path,
                   const json& words) {
  for (const json* field : context.around.follow(context.node, path).fields) {
    for (std::size_t i = 0; i < words.size(); ++i) {
      lint_word_list(context.lint, pointer_join(at, i), words[i], words_of(*field));
    }
  }
}

void lint_better(const Context& context) {
  const auto better = context.node.find("x-better");
  if (better == context.node.end() || !better->is_object()) return;
  const std::string at = context.place("x-better");
  const std::string by = better->at("by");
  const bool is_known =
      better->contains("without")
          ? lint_path(context, pointer_join(at, "by"), by)
          : lint_path_everywhere(
                context,
                pointer_join(at, "by"),
                by,
                "say which direction holds there with `without`, or give that place "
                "a definition of its own");
  if (!is_known) return;
  for (const auto& [name, words] : better->items()) {
    if (words.is_array()) lint_words_at(context, pointer_join(at, name), by, words);
  }
}

/// Tells in which order two words stand in a list: negative, positive, or 0 where it lacks one.
int order_in(const json& list, const json& a, const json& b) {
  const auto first = std::find(list.begin(), list.end(), a);
  const auto second = std::find(list.begin(), list.end(), b);
  if (first == list.end() || second == list.end() || first == second) return 0;
  return first < second ? -1 : 1;
}

void lint_contradiction(const Context& context, const json& ranks, std::size_t of) {
  for (std::size_t other = 0; other < of; ++other) {
    for (const json& a : ranks[of]) {
      for (const json& b : ranks[of]) {
        if (order_in(ranks[of], a, b) >= 0 || order_in(ranks[other], a, b) <= 0) continue;
        context.lint.value_error("schema-wrong-keyword-value",
                                 pointer_join(context.place("x-ranks"), of),
                                 fmt::format("{} is worse than {} here and better in another list",
                                             quoted(a.get<std::string>()),
                                             quoted(b.get<std::string>())),
                                 "write each list from worst to best");
        return;
      }
    }
  }
}

void lint_ranks(const Context& context, const std::vector<std::string>& words) {
  const json ranks = context.node.value("x-ranks", json::array());
  for (std::size_t i = 0; i < ranks.size(); ++i) {
    const std::string at = pointer_join(context.place("x-ranks"), i);
    for (std::size_t j = 0; j < ranks[i].size(); ++j) {
      lint_word_list(context.lint, pointer_join(at, j), ranks[i][j], words);
    }
    lint_contradiction(context, ranks, i);
  }
}

void lint_only(const Context& context) {
  const json only = context.node.value("x-only", json::object());
  for (const auto& [path, words] : only.items()) {
    const std::string at = pointer_join(context.place("x-only"), path);
    const bool is_known = lint_path_everywhere(
        context, at, path, "give that place a definition of its own, without `x-only`");
    if (is_known) lint_words_at(context, at, path, words);
  }
}

/// Refuses words that a field does not have, and paths that lead to nothing.
void lint_contradictions(const Context& context, const std::vector<std::string>& words) {
  const auto lint_paths = [&](const std::string& at, const json& paths) {
    for (std::size_t i = 0; i < paths.size(); ++i)
      lint_path(context, pointer_join(at, i), paths[i]);
  };
  for (const char* keyword : {"x-excludes", "x-expects", "x-products"}) {
    const json by_word = context.node.value(keyword, json::object());
    for (const auto& [word, others] : by_word.items()) {
      const std::string at = pointer_join(context.place(keyword), word);
      lint_word_list(context.lint, at, word, words);
      // Paths are of fields that many schemas do without: one definition is used beside all of them.
      const bool are_words = !context.around.is_named(context.node);
      for (std::size_t i = 0; are_words && i < others.size(); ++i)
        lint_word_list(context.lint, pointer_join(at, i), others[i], words);
    }
  }
  const json questions = context.node.value("x-questions", json::array());
  for (std::size_t i = 0; i < questions.size(); ++i) {
    const json& answering = questions[i].at("words");
    const std::string at = pointer_join(pointer_join(context.place("x-questions"), i), "words");
    for (std::size_t j = 0; j < answering.size(); ++j)
      lint_word_list(context.lint, pointer_join(at, j), answering[j], words);
  }
  lint_paths(context.place("x-at-most"), context.node.value("x-at-most", json::array()));
  if (const auto other = context.node.find("x-disjoint"); other != context.node.end())
    lint_path(context, context.place("x-disjoint"), *other);
  const json money = context.node.value("x-money", json::object());
  for (const auto& [name, path] : money.items())
    lint_path(context, pointer_join(context.place("x-money"), name), path);
  const auto counts = context.node.find("x-counts");
  if (counts == context.node.end()) return;
  const std::string at = context.place("x-counts");
  lint_path(context, pointer_join(at, "within"), counts->at("within"));
  const std::string by = counts->at("by");
  if (!lint_path(context, pointer_join(at, "by"), by)) return;
  json counted = json::array();
  for (const auto& [word, unit] : counts->at("words").items()) counted.push_back(word);
  lint_words_at(context, pointer_join(at, "words"), by, counted);
}

void lint_ranges(const Context& context) {
  const json ranges = context.node.value("x-unit-ranges", json::object());
  for (const auto& [unit, range] : ranges.items()) {
    if (range.at("least") <= range.at("most")) continue;
    context.lint.value_error("schema-wrong-keyword-value",
                             pointer_join(context.place("x-unit-ranges"), unit),
                             fmt::format("the least of {} is more than its most", quoted(unit)),
                             "write the smaller number as `least`");
  }
}

}  // namespace

void lint_contexts(SchemaLint& lint,
                   const Surroundings& around,
                   const std::string& pointer,
                   const json& node) {
  const Context context{lint, around, pointer, node};
  const json within = node.value("x-within", json::array());
  for (std::size_t i = 0; i < within.size(); ++i) {
    lint_path(context, pointer_join(context.place("x-within"), i), within[i]);
  }
  const json stretch = node.value("x-stretch", json::object());
  for (const auto& [name, member] : stretch.items()) {
    lint_path_everywhere(context,
                         pointer_join(context.place("x-stretch"), name),
                         member,
                         "name members of the object that the field is in");
  }
  if (const auto per = node.find("x-per"); per != node.end()) {
    lint_path_everywhere(context,
                         context.place("x-per"),
                         *per,
                         "give that place a definition of its own, without `x-per`");
  }
  lint_better(context);
  lint_ranks(context, words_of(node));
  lint_only(context);
  lint_contradictions(context, words_of(node));
  lint_ranges(context);
}

}  // namespace simrules
