#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "model/names.h"
#include "model/written.h"

namespace simrules {

// What logic needs to know of a policy, by name. This is the only place that names fields of a
// policy: everything else goes by the schema. All of these are views: cheap to copy, and valid as
// long as the policy that they look at.

/// The field that says so, of a policy, a rule, a plan or a zone.
inline constexpr const char* kRevisionField = "revision";

/// When and why our data last changed.
/// Shape: `date` and `cause` are empty where there is no revision.
class Revision : public Written {
 public:
  using Written::Written;

  std::string_view date() const { return text("date"); }
  std::string_view cause() const { return text("cause"); }
  Text note() const { return Text(member("note")); }
};

/// The lists of a policy that its rules refer to.
inline constexpr const char* kPlanList = "plans";
inline constexpr const char* kZoneList = "zones";

/// Causes that a report or a check treats in a way of its own.
inline constexpr const char* kCarrierChange = "carrier_change";
inline constexpr const char* kCorrection = "correction";
inline constexpr const char* kClarification = "clarification";
inline constexpr const char* kInitial = "initial";
inline constexpr const char* kReverified = "reverified";

/// Where the plans of a policy are meant to be used: anywhere, or in these countries.
struct Served {
  bool worldwide = false;
  WordList countries = {};
};

/// A reference to a source, and what it says.
class Evidence : public Written {
 public:
  using Written::Written;

  std::string_view source() const { return text("source"); }
  std::string_view stance() const { return text("stance"); }
  Text claim() const { return Text(member("claim")); }
  bool contradicts() const { return stance() == "contradicts"; }
};

/// A page that was read.
/// Shape: `accessed` is the day on which it was read; `published` is as precise as the page; `archive` is
///        the address of an archived copy.
class Source : public Written {
 public:
  using Written::Written;

  std::string_view id() const { return text("id"); }
  Text title() const { return Text(member("title")); }
  std::string_view url() const { return text("url"); }
  std::string_view publisher() const { return text("publisher"); }
  std::string_view tier() const { return text("tier"); }
  std::string_view language() const { return text("language"); }
  bool is_archived() const { return member("archived") != nullptr && *member("archived") == true; }
  std::string_view archive() const { return text("archive"); }
  std::string_view published() const { return text("published"); }
  std::string_view accessed() const { return text("accessed"); }
};

class EarlierTerms;

/// A rule, or a part of one or of a policy that is like it: a plan, a zone, a limit, a fee, a
/// reason.
/// Shape: each has some of these and none has all.
class Item : public Written {
 public:
  using Written::Written;

  Text name() const { return Text(member("name")); }
  Text notes() const { return Text(member("notes")); }
  std::string_view lifecycle() const { return text("lifecycle"); }
  Dates effective() const { return Dates(member("effective")); }
  Dates contracts() const { return Dates(member("contracts")); }
  Revision revision() const { return Revision(member("revision")); }
  ListOf<Evidence> evidence() const { return ListOf<Evidence>(member("evidence")); }

  /// Returns the first day of its terms, and that on which somebody first read them, as they are
  /// written.
  std::optional<PartialDate> since() const;
  std::optional<PartialDate> seen() const;

  /// Returns the first day of its terms as it is written: a date, or `unknown`.
  std::string_view since_text() const { return text("since"); }

  /// Lists the terms before, the newest first, and the times in which it was not to be had.
  ListOf<EarlierTerms> previously() const;
  ListOf<Dates> suspended() const { return ListOf<Dates>(member("suspended")); }

  /// Returns what is announced without a day.
  Dates upcoming() const { return Dates(member("upcoming")); }

  /// Tells whether it is over, whatever its dates say.
  bool has_ended() const { return lifecycle() == "ended"; }

  /// Lists the plans that it names, and those that it excepts.
  /// Shape: nothing where it is for all plans; `names_plans` tells the two apart.
  WordList plans() const { return WordList(member("plans")); }
  WordList except() const { return WordList(member("except")); }
  bool names_plans() const;
};

/// What a thing said before: only what was different then.
class EarlierTerms : public Item {
 public:
  using Item::Item;

  /// Returns the last day of the terms, nothing where it is not known; and when that was told before.
  std::optional<PartialDate> until() const;
  std::optional<PartialDate> announced() const;

  /// Returns the last day as it is written.
  std::string_view until_text() const { return text("until"); }

  /// Lists the places of what was not there: `limits`, `fees/web`.
  WordList without() const { return WordList(member("without")); }

  /// Lists the countries of a zone that came, and those that went, when the terms ended.
  WordList added() const { return WordList(member("added")); }
  WordList removed() const { return WordList(member("removed")); }
};

inline ListOf<EarlierTerms> Item::previously() const {
  return ListOf<EarlierTerms>(member("previously"));
}

/// What has an id: a plan, a zone, a limit, a fee, a source, a rule.
class NamedItem : public Item {
 public:
  using Item::Item;

  std::string_view id() const { return text("id"); }

  /// Lists the ids that it had before.
  WordList formerly() const { return WordList(member("formerly")); }
};

/// What a customer subscribes to.
class Plan : public NamedItem {
 public:
  using NamedItem::NamedItem;

  /// Returns the data that the plan comes with.
  Written allowance() const { return Written(member("allowance")); }
};

/// A group of places.
class Zone : public NamedItem {
 public:
  using NamedItem::NamedItem;

  WordList countries() const { return WordList(member("countries")); }

  /// Lists the zones whose countries it leaves out, where it is the rest of the world.
  WordList all_except() const { return WordList(member("all_except")); }

  /// Tells whether its countries are listed, and not only counted.
  bool is_listed() const { return member("countries") != nullptr; }
};

/// A reason of a refusal, or an alternative to a product.
class Reason : public Item {
 public:
  using Item::Item;

  std::string_view kind() const { return text("kind"); }
};

/// A policy's word that the id of a rule is gone for good.
class Retired : public Item {
 public:
  using Item::Item;

  /// Returns what the rule was called within the policy: `transfer/data-gift`.
  std::string_view id() const { return text("id"); }
  Text note() const { return Text(member("note")); }

  /// Returns the name of the rule that takes its place as it was written; empty where none does.
  std::string_view moved_to() const { return text("moved_to"); }

  /// Returns the rule that takes its place, nothing where none does.
  std::optional<RuleName> successor() const { return parse_rule_name(moved_to()); }
};

/// A source that evidence does not rest on any more.
class Withdrawn : public Written {
 public:
  using Written::Written;

  /// Returns the id that the source had.
  std::string_view id() const { return text("id"); }
  Text note() const { return Text(member("note")); }
};

/// A network that a brand has or uses.
class Network : public Written {
 public:
  using Written::Written;

  std::string_view id() const { return text("id"); }
  std::string_view role() const { return text("role"); }
  ListOf<Evidence> evidence() const { return ListOf<Evidence>(member("evidence")); }
};

/// What a rule says.
class RuleView : public Item {
 public:
  using Item::Item;

  std::string_view mechanism() const { return text("mechanism"); }
  std::string_view verdict() const { return text("verdict"); }
  std::string_view place() const { return text("place"); }
  WordList zones() const { return WordList(member("zones")); }
  WordList services() const { return WordList(member("services")); }
  Written recipients() const { return Written(member("recipients")); }
  Written conditions() const { return Written(member("conditions")); }
  ListOf<Reason> reasons() const { return ListOf<Reason>(member("reasons")); }
};

/// What a policy says.
class PolicyView : public Written {
 public:
  using Written::Written;

  Text name() const { return Text(member("name")); }
  std::string_view kind() const { return text("kind"); }
  std::string_view lifecycle() const { return text("lifecycle"); }
  std::string_view currency() const { return text("currency"); }
  Text notes() const { return Text(member("notes")); }
  WordList countries() const { return WordList(member("countries")); }

  /// Returns where its plans are meant to be used: where it says, else at home.
  Served served() const;
  bool serves(std::string_view country) const;

  /// Returns its place among the brands that people know, 1 the best; nothing where nobody ranked it.
  std::optional<std::int64_t> rank() const;
  ListOf<Network> networks() const { return ListOf<Network>(member("networks")); }
  ListOf<Plan> plans() const { return ListOf<Plan>(member("plans")); }
  ListOf<Zone> zones() const { return ListOf<Zone>(member("zones")); }
  ListOf<Source> sources() const { return ListOf<Source>(member("sources")); }
  ListOf<Retired> retired() const { return ListOf<Retired>(member("retired")); }
  ListOf<Reason> alternatives() const { return ListOf<Reason>(member("alternatives")); }
  ListOf<Withdrawn> withdrawn() const { return ListOf<Withdrawn>(member("withdrawn")); }
  Revision revision() const { return Revision(member("revision")); }

  /// Lists the ids that the policy had before.
  WordList formerly() const { return WordList(member("formerly")); }

  /// Tells whether the brand is no more.
  bool has_ended() const { return lifecycle() == "ended"; }

  /// Finds a source, a zone, a plan or an entry of `retired` by its id; nothing where there is none.
  Source find_source(std::string_view id) const;
  Zone find_zone(std::string_view id) const;
  Plan find_plan(std::string_view id) const;
  Retired find_retired(std::string_view topic, std::string_view rule) const;
};

/// Lists the ids of the plans that something covers: those that it names, all of the policy for
/// `all`, without those that it excepts.
/// Shape: sorted.
std::vector<std::string_view> covered_plans(const Item& item, const PolicyView& policy);

/// Lists the countries of a zone: those that it lists, or all but its home and those of the zones that
/// it leaves out; nothing where that cannot be told.
/// Shape: sorted where they are what others leave.
std::optional<std::vector<std::string_view>> countries_of(const Zone& zone,
                                                          const PolicyView& policy);

/// Returns the source of some evidence that was read last, the first named of several; nothing
/// without evidence.
Source newest_reading(const ListOf<Evidence>& evidence, const PolicyView& policy);

/// Returns the day on which the newest source of a policy was read; empty without one.
std::string_view newest_day_read(const PolicyView& policy);

/// Returns the day of the newest revision of a policy or in it; empty without one.
std::string_view newest_revision(const PolicyView& policy);

/// Returns the newest day that a policy itself states: of a reading, or of a revision; empty without
/// one.
std::string_view newest_day_stated(const PolicyView& policy);

}  // namespace simrules
