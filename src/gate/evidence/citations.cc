#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "base/text.h"
#include "gate/evidence/evidence.h"

namespace simrules {
namespace {

/// What one side of a case names as its evidence.
class Citations {
 public:
  explicit Citations(const PolicyView& policy) : policy_(policy) {}

  void add(const ListOf<Evidence>& evidence,
           std::string_view holder = {},
           bool can_be_renamed = false) {
    for (const Evidence& each : evidence) {
      all_.push_back(
          {each, policy_.find_source(each.source()), std::string(holder), can_be_renamed});
    }
  }

  std::vector<Citation> all() && { return std::move(all_); }

 private:
  const PolicyView& policy_;
  std::vector<Citation> all_;
};

/// Lists what one side of a case names as its evidence.
/// Shape: of a policy as such that is what has no revision of its own; `with_past` adds that of
///        earlier terms.
std::vector<Citation> citations_of(const RuleView& item,
                                   const PolicyView& policy,
                                   const RuleCase& rule,
                                   bool with_past) {
  Citations all(policy);
  if (rule.name.is_policy()) {
    for (const Network& each : policy.networks()) all.add(each.evidence(), each.id(), true);
    for (const Reason& each : policy.alternatives()) all.add(each.evidence(), each.kind());
    return std::move(all).all();
  }
  all.add(item.evidence());
  for (const Reason& each : item.reasons()) all.add(each.evidence(), each.kind());
  if (!with_past) return std::move(all).all();
  for (const EarlierTerms& each : item.previously())
    all.add(each.evidence(), each.until_text(), true);
  return std::move(all).all();
}

std::vector<Citation> base_citations(const RuleCase& rule) {
  return citations_of(*rule.base, *rule.base_policy, rule, true);
}

/// Tells whether the head has a network, or earlier terms, of a name.
bool has_part(const RuleCase& rule, std::string_view name) {
  const ListOf<Network> networks = rule.head_policy->networks();
  const ListOf<EarlierTerms> terms = rule.head->previously();
  return rule.name.is_policy()
             ? std::any_of(networks.begin(),
                           networks.end(),
                           [&](const Network& each) { return each.id() == name; })
             : std::any_of(terms.begin(), terms.end(), [&](const EarlierTerms& each) {
                 return each.until_text() == name;
               });
}

/// Returns an address without what leads to the same page: a fragment, a last slash.
std::string_view page_of(std::string_view url) {
  url = url.substr(0, url.find('#'));
  if (url.ends_with('/')) url.remove_suffix(1);
  return url;
}

bool is_same(const Source& a, const Source& b) {
  return a.id() == b.id() || (!a.url().empty() && page_of(a.url()) == page_of(b.url()));
}

/// Returns what a claim says whatever its punctuation, spaces and capitals; a sign before a digit is part
/// of a number.
std::string said_in(const Evidence& evidence) {
  const std::string_view claim = evidence.claim().in("en");
  std::string said;
  for (std::size_t i = 0; i < claim.size(); ++i) {
    const char c = to_lower(claim[i]);
    const bool is_of_word = is_alphanumeric(c) || static_cast<unsigned char>(c) > 0x7F;
    const bool is_of_number = i + 1 < claim.size() && is_digit(claim[i + 1]);
    if (is_of_word || is_of_number) said += c;
  }
  return said;
}

/// Tells whether a source was read after any reading of it that the base rests on.
bool is_read_later(const Source& source, const std::vector<Source>& before) {
  return std::ranges::none_of(before, [&](const Source& former) {
    return is_same(former, source) && former.accessed() >= source.accessed();
  });
}

}  // namespace

bool was_read_again(const RuleCase& rule) {
  std::vector<Source> before;
  std::vector<Source> after;
  if (rule.name.is_policy()) {
    for (const Source& source : rule.base_policy->sources()) before.push_back(source);
    for (const Source& source : rule.head_policy->sources()) after.push_back(source);
  } else {
    for (const Citation& each : base_citations(rule)) before.push_back(each.source);
    for (const Citation& each : citations_of(*rule.head, *rule.head_policy, rule, false))
      after.push_back(each.source);
  }
  return std::ranges::any_of(after,
                             [&](const Source& source) { return is_read_later(source, before); });
}

bool has_new_evidence(const RuleCase& rule) {
  const std::vector<Citation> before = base_citations(rule);
  const std::vector<Citation> after = citations_of(*rule.head, *rule.head_policy, rule, false);
  return was_read_again(rule) || std::ranges::any_of(after, [&](const Citation& each) {
           return std::ranges::none_of(before, [&](const Citation& former) {
             return is_same(former.source, each.source) &&
                    // A translation of a claim is no new one.
                    said_in(former.evidence) == said_in(each.evidence);
           });
         });
}

std::vector<Citation> evidence_gone(const RuleCase& rule) {
  if (!rule.base || !rule.head) return {};
  std::vector<Citation> after = citations_of(*rule.head, *rule.head_policy, rule, true);
  std::vector<Citation> gone = base_citations(rule);
  // Each answers for one: a source of the newest terms is not kept by older ones that name it, too.
  const auto take = [&](const Citation& former, bool anywhere) {
    const auto found = std::ranges::find_if(after, [&](const Citation& each) {
      return is_same(former.source, each.source) &&
             former.evidence.stance() == each.evidence.stance() &&
             (anywhere || former.holder == each.holder);
    });
    if (found == after.end()) return false;
    after.erase(found);
    return true;
  };
  std::erase_if(gone, [&](const Citation& former) { return take(former, false); });
  std::erase_if(gone, [&](const Citation& former) {
    const bool can_move =
        former.holder.empty() || (former.can_be_renamed && !has_part(rule, former.holder));
    return can_move && take(former, true);
  });
  return gone;
}

}  // namespace simrules
