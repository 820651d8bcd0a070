#include "cli/commands/new_request.h"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "base/unicode.h"
#include "cli/arguments/words.h"
#include "cli/clock.h"
#include "model/policy_id.h"
#include "schema/codes.h"

namespace simrules {
namespace {

bool refuse(Objection& why, std::string message, std::string help) {
  why = {std::move(message), std::move(help)};
  return false;
}

/// Proposes the word that was meant, else says what is allowed.
std::string did_you_mean(const std::string& word,
                         const std::vector<std::string>& words,
                         const std::string& otherwise) {
  const auto twin = nearest(word, words);
  return twin ? fmt::format("did you mean {}?", quoted(*twin)) : otherwise;
}

/// Lists the countries that policies have, as the folders are called.
std::vector<std::string> known_folders(const KnownPolicies& known) {
  std::set<std::string> folders = {kGlobal};
  for (const Policy& policy : known.catalog.policies()) {
    folders.insert(country_part(policy.id));
  }
  return {folders.begin(), folders.end()};
}

bool take_id(const NewOptions& options,
             const KnownPolicies& known,
             NewPolicy& policy,
             Objection& why) {
  policy.id = options.id;
  const auto parts = parse_policy_id(options.id);
  if (!parts) {
    const auto meant = near_policy_id(options.id);
    return refuse(
        why,
        fmt::format("{} is no id of a policy", quoted(options.id)),
        meant ? fmt::format("did you mean {}?", quoted(*meant))
              : "write the country's two letters or `global`, a slash and the brand in lower-case "
                "letters, digits and hyphens, as in `jp/foo-mobile`");
  }
  if (parts->country == kGlobal || is_country(in_capitals(parts->country))) return true;
  const auto meant = near_policy_id(options.id);
  return refuse(why,
                fmt::format("{} is no country of ISO 3166-1", quoted(parts->country)),
                meant ? fmt::format("did you mean {}?", quoted(*meant))
                      : did_you_mean(parts->country,
                                     known_folders(known),
                                     "use the country's two letters, or `global` for a seller "
                                     "without a home country"));
}

bool take_kind(const NewOptions& options,
               const PolicySchema& schema,
               NewPolicy& policy,
               Objection& why) {
  const FieldSpec* field = schema.root().member("kind");
  const std::vector<std::string> words =
      field == nullptr ? std::vector<std::string>() : field->words;
  policy.kind = same_word(options.kind, words).value_or(options.kind);
  if (std::ranges::find(words, policy.kind) != words.end()) return true;
  const std::string all = fmt::format("the kinds are {}", quoted_list(words, "and"));
  if (policy.kind.empty())
    return refuse(why, "the kind of the brand is missing", all + "; write `--kind`");
  return refuse(why,
                fmt::format("{} is no kind of brand", quoted(policy.kind)),
                did_you_mean(policy.kind, words, all));
}

bool take_names(const NewOptions& options, NewPolicy& policy, Objection& why) {
  policy.names["en"] = name_of_brand(policy.id.substr(policy.id.find('/') + 1));
  std::set<std::string> given;
  for (const std::string& name : options.names) {
    if (find_invalid_utf8(name)) {
      return refuse(why, fmt::format("the name {} is no UTF-8", quoted(name)), "write it in UTF-8");
    }
    const std::size_t equals = std::min(name.find('='), name.size());
    const bool has_language = equals < name.size() && is_language(name.substr(0, equals));
    const std::string language = has_language ? name.substr(0, equals) : "en";
    if (!given.insert(language).second) {
      return refuse(why,
                    fmt::format("there are two names in the language {}", quoted(language)),
                    "write `--name \"Foo Mobile\" --name ja=フー`, each language once");
    }
    const std::string text = to_nfc(has_language ? name.substr(equals + 1) : name);
    if (text.empty()) return refuse(why, "the name is empty", "write it as the source does");
    if (text.find_first_of("\t\n\r") != std::string::npos) {
      return refuse(why,
                    fmt::format("{} is no name of one line", quoted(text)),
                    "write it as the source does, on one line");
    }
    policy.names[language] = text;
  }
  return true;
}

bool take_countries(const NewOptions& options, NewPolicy& policy, Objection& why) {
  for (const std::string& country : options.countries) {
    const std::string code = meant_country(country);
    if (!is_country(code)) {
      const auto meant = near_policy_id(country + "/x");
      const bool named =
          meant && meant->find('/') == 2 && is_country(in_capitals(meant->substr(0, 2)));
      return refuse(why,
                    fmt::format("{} is no country of ISO 3166-1", quoted(country)),
                    named
                        ? fmt::format("did you mean {}?", quoted(in_capitals(meant->substr(0, 2))))
                        : "use the two letters of a country, as in `--country JP`");
    }
    policy.countries.push_back(code);
  }
  const std::string folder = country_part(policy.id);
  if (policy.countries.empty() && folder != kGlobal)
    policy.countries.push_back(in_capitals(folder));
  if (!policy.countries.empty()) return true;
  return refuse(why,
                "a seller without a home country has to name the countries of its subscribers",
                "write `--country CODE`, once for each");
}

/// Returns the currency that all policies of a folder have; empty if they differ or there are none.
std::string usual_currency(const std::string& folder, const KnownPolicies& known) {
  std::set<std::string> found;
  for (const Policy& policy : known.catalog.policies()) {
    if (policy.id.starts_with(folder + '/')) found.emplace(policy.currency());
  }
  return found.size() == 1 ? *found.begin() : "";
}

bool take_currency(const NewOptions& options,
                   const KnownPolicies& known,
                   NewPolicy& policy,
                   Objection& why) {
  const std::string folder = country_part(policy.id);
  policy.currency = meant_currency(options.currency);
  if (policy.currency.empty()) policy.currency = in_capitals(options.currency);
  const std::vector<std::string> spoken = languages_of(policy.countries.front());
  if (!spoken.empty()) policy.language = spoken.front();
  if (is_currency(policy.currency)) return true;
  const std::vector<std::string> national = currencies_of(policy.countries.front());
  const std::string proposal = national.empty() ? "`EUR`, for one" : quoted_list(national);
  if (!policy.currency.empty()) {
    return refuse(why,
                  fmt::format("{} is no currency of ISO 4217", quoted(options.currency)),
                  "use its three letters: " + proposal);
  }
  policy.currency = folder == kGlobal ? "" : usual_currency(folder, known);
  if (policy.currency.empty() && folder != kGlobal && !national.empty()) {
    policy.currency = national.front();
  }
  if (!policy.currency.empty()) return true;
  return refuse(why,
                "the currency of the prices does not follow from the id",
                "write `--currency` and its three letters: " + proposal);
}

bool take_date(const NewOptions& options, NewPolicy& policy, Objection& why) {
  policy.date = release_date(options.date).value_or("");
  return !policy.date.empty() ||
         refuse(why, "the date of the revisions is no date", "write `--date 2026-11-22`");
}

}  // namespace

std::optional<NewPolicy> new_policy(const NewOptions& options,
                                    const PolicySchema& schema,
                                    const KnownPolicies& known,
                                    Objection& why) {
  NewPolicy policy;
  const bool fine = take_id(options, known, policy, why) &&
                    take_kind(options, schema, policy, why) && take_names(options, policy, why) &&
                    take_countries(options, policy, why) &&
                    take_currency(options, known, policy, why) && take_date(options, policy, why);
  return fine ? std::optional(policy) : std::nullopt;
}

}  // namespace simrules
