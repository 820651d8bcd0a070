#include "cli/sources/reuse/relations.h"

#include <unordered_map>
#include <utility>

#include "base/digest.h"
#include "base/threads/parallel.h"
#include "cli/sources/loader.h"
#include "cli/sources/translations.h"

namespace simrules {
namespace {

/// A policy of either side.
/// Shape: `base` and `head` are null where a side has it not; `is_needed` tells that it is read.
struct Pair {
  std::string_view id;
  const UnreadPolicy* base = nullptr;
  const UnreadPolicy* head = nullptr;
  bool is_twice = false;
  bool is_needed = false;

  bool is_touched(const std::function<bool(std::string_view)>& is_asked) const {
    const bool differs = (base != nullptr && !base->is_checked) ||
                         (head != nullptr && (!head->is_checked || base == nullptr));
    return is_twice || differs || (head == nullptr && is_asked(id));
  }

  /// Calls for what each side mentions, once where both say the same.
  template <typename Call>
  void each(const Call& call) const {
    const bool is_same = base != nullptr && head != nullptr && base->is_checked && head->is_checked;
    if (base != nullptr && !is_same) call(base->mentions);
    if (head != nullptr) call(head->mentions);
  }
};

/// Finds what must be read, beginning with what differs.
class Relations {
 public:
  Relations(const std::vector<UnreadPolicy>& base, const std::vector<UnreadPolicy>& head) {
    for (const UnreadPolicy& policy : base) add(policy, &Pair::base);
    for (const UnreadPolicy& policy : head) add(policy, &Pair::head);
    for (auto& [id, pair] : pairs_) {
      pair.each([&, at = &pair](const Mentions& mentions) {
        for (const std::string& name : mentions.names) mentioning_[name].push_back(at);
        for (const std::string& name : mentions.forwards) forwarding_[name].push_back(at);
      });
    }
  }

  void find_needed(const std::function<bool(std::string_view)>& is_asked) {
    std::vector<Pair*> touched;
    for (auto& [id, pair] : pairs_) {
      if (pair.is_touched(is_asked)) {
        touched.push_back(&pair);
        need(pair);
      }
      pair.each([&, at = &pair](const Mentions& mentions) {
        if (!mentions.is_plain) need(*at);
      });
    }
    for (const Pair* pair : touched) follow(*pair);
    // What forwards to a rule of what is read may end elsewhere now.
    while (!waiting_.empty()) {
      const Pair& pair = *waiting_.back();
      waiting_.pop_back();
      need_all(forwarding_, pair.id);
      for_each_former(pair, [&](const std::string& name) { need_all(forwarding_, name); });
    }
  }

  std::vector<std::string> unneeded() const {
    std::vector<std::string> ids;
    for (const auto& [id, pair] : pairs_) {
      if (!pair.is_needed) ids.emplace_back(id);
    }
    return ids;
  }

 private:
  using Index = std::unordered_map<std::string_view, std::vector<Pair*>>;

  void add(const UnreadPolicy& policy, const UnreadPolicy* Pair::*side) {
    Pair& pair = pairs_[policy.id];
    pair.id = policy.id;
    pair.is_twice = pair.is_twice || pair.*side != nullptr;
    pair.*side = &policy;
  }

  void need(Pair& pair) {
    if (!std::exchange(pair.is_needed, true)) waiting_.push_back(&pair);
  }

  void need_all(const Index& index, std::string_view name) {
    const auto found = index.find(name);
    if (found == index.end()) return;
    for (Pair* pair : found->second) need(*pair);
  }

  /// Calls for the names in a policy that are no ids: former ones, perhaps, and network codes.
  template <typename Call>
  void for_each_former(const Pair& pair, const Call& call) const {
    pair.each([&](const Mentions& mentions) {
      for (const std::string& name : mentions.names) {
        if (!pairs_.contains(name)) call(name);
      }
    });
  }

  /// Needs what a policy that differs names, what names it, and what has a name in common with it.
  void follow(const Pair& touched) {
    need_all(mentioning_, touched.id);
    touched.each([&](const Mentions& mentions) {
      for (const std::string& name : mentions.names) {
        if (const auto named = pairs_.find(name); named != pairs_.end()) need(named->second);
      }
    });
    for_each_former(touched, [&](const std::string& name) { need_all(mentioning_, name); });
  }

  std::map<std::string_view, Pair, std::less<>> pairs_;
  Index mentioning_;
  Index forwarding_;
  std::vector<Pair*> waiting_;
};

}  // namespace

std::vector<UnreadPolicy> look_at(const std::vector<InputFile>& files,
                                  const CheckedById& checked,
                                  const Jobs& jobs) {
  std::vector<UnreadPolicy> unread(files.size());
  for_each_index(files.size(), jobs, "files compared", [&](std::size_t i, std::size_t) {
    DiagnosticList ignored;
    UnreadPolicy& policy = unread[i];
    policy.id = file_id(files[i]);
    const auto text = read_input(files[i], ignored);
    if (!text) return;
    policy.mentions = mentions_in(*text);
    const auto known = checked.find(policy.id);
    policy.is_checked = known != checked.end() && known->second.sha256 == sha256_hex(*text) &&
                        has_translations(files[i], known->second.translations);
  });
  return unread;
}

std::vector<std::string> unchanged_ids(const std::vector<UnreadPolicy>& base,
                                       const std::vector<UnreadPolicy>& head,
                                       const std::function<bool(std::string_view id)>& is_asked) {
  Relations relations(base, head);
  relations.find_needed(is_asked);
  return relations.unneeded();
}

}  // namespace simrules
