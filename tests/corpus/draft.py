"""A policy while it is edited, and the changes that each edit is expected to be reported as.

Places are tuples of tokens; an item of a list is named by its key, so that ("transfer", "data-gift", "verdict") is
the pointer /transfer/data-gift/verdict. No two edits touch the same place: each claims what it depends on.
"""
import copy

import words

MORE_RESTRICTIVE = "more_restrictive"
MORE_PERMISSIVE = "more_permissive"
MIXED = "mixed"
CLARIFIED = "clarified"
OBSCURED = "obscured"
NEUTRAL = "neutral"
EVIDENCE = "evidence"
EDITORIAL = "editorial"

# Edits that name plans or zones, and edits that take some away, exclude each other.
PLAN_IDS = ("#plan-ids",)
ZONE_IDS = ("#zone-ids",)

# Lists whose items are compared with regard to their other members: price and tax, length and basis.
WHOLE_ITEMS = ("fees", "limits", "validity", "sizes")

# Lists that are empty where they are left out, so that what comes and goes is an item.
RECORDS = ("evidence", "retired", "alternatives", "plans", "zones")


def by_order(name, before, after):
    """Says what it means that a word became another one, by the lists that have both."""
    for order in words.ORDERS.get(name, []):
        if before in order and after in order:
            return better_if(order.index(after) > order.index(before))
    return NEUTRAL


def better_if(is_better):
    return MORE_PERMISSIVE if is_better else MORE_RESTRICTIVE


def opposite(impact):
    pairs = {MORE_RESTRICTIVE: MORE_PERMISSIVE, CLARIFIED: OBSCURED}
    pairs.update({after: before for before, after in pairs.items()})
    return pairs.get(impact, impact)


def pointer(place):
    return "".join("/" + token.replace("~", "~0").replace("/", "~1") for token in place)


def key_of(list_name):
    return words.KEYS.get(list_name, "id")


def is_keyed(value):
    return isinstance(value, list) and bool(value) and isinstance(value[0], dict)


def is_rule(place):
    return len(place) == 2 and place[0] in words.TOPICS


def find(document, place):
    """Returns the value at a place, or nothing."""
    value = document
    for parent, token in zip((None,) + tuple(place), place):
        if isinstance(value, list):
            value = next((item for item in value if item.get(key_of(parent)) == token), None)
        elif isinstance(value, dict):
            value = value.get(token)
        else:
            return None
    return value


def walk(value, place=()):
    """Yields every place of a document with its value."""
    if place:
        yield place, value
    if isinstance(value, dict):
        for token, child in value.items():
            yield from walk(child, place + (token,))
    elif is_keyed(value):
        for item in value:
            yield from walk(item, place + (item[key_of(place[-1])],))


def region(place):
    """Returns what an edit of a place must have for itself."""
    for i, token in enumerate(place):
        if token in WHOLE_ITEMS and 1 < i < len(place) - 1:
            return place[:i + 2]
    return place


def confidence(rule, policy):
    """Derives how sure a rule is, by the table of policies/README.md."""
    evidence = rule.get("evidence", [])
    if not evidence:
        return "unverified"
    if any(entry["stance"] == "contradicts" for entry in evidence):
        return "disputed"
    tiers = [find(policy, ("sources", entry["source"]))["tier"] for entry in evidence]
    return "confirmed" if any(tier in words.CONFIRMING for tier in tiers) else "claimed"


class Draft:
    """The head of one policy in the making."""

    def __init__(self, identity, base, head, rng):
        self.identity = identity
        self.base = base
        self.head = head
        self.rng = rng
        self.changes = []
        self.claimed = set()

    def chance(self, probability):
        return self.rng.random() < probability

    def claim(self, *places):
        """Reserves places for one edit; all of them or none."""
        for place in places:
            for other in self.claimed:
                shorter = min(len(place), len(other))
                if place[:shorter] == other[:shorter]:
                    return False
        self.claimed.update(places)
        return True

    def take(self, matches, claims=lambda place: [region(place)]):
        """Chooses a free place and claims it; returns the place and its value, or nothing."""
        found = [(place, value) for place, value in walk(self.head) if matches(place, value)]
        self.rng.shuffle(found)
        for place, value in found:
            if self.claim(*claims(place)):
                return place, value
        return None

    def expect(self, place, impact, after):
        """Notes what must be reported; what was there is read from the base."""
        before = find(self.base, place)
        if before is None and after is None:
            return
        kind = "added" if before is None else "removed" if after is None else "changed"
        if place[-1] in RECORDS and kind != "changed" and is_keyed(before or after):
            for item in before or after:
                sides = (item, None) if after is None else (None, item)
                self.note(place + (item[key_of(place[-1])],), kind, impact, *sides)
            return
        self.note(place, kind, impact, before, after)

    def note(self, place, kind, impact, before, after):
        self.changes.append({"pointer": pointer(place), "kind": kind, "impact": impact,
                             "before": copy.deepcopy(before), "after": copy.deepcopy(after)})

    def set(self, place, value, impact):
        find(self.head, place[:-1])[place[-1]] = value
        self.expect(place, impact, value)
        return True

    def drop(self, place, impact):
        del find(self.head, place[:-1])[place[-1]]
        self.expect(place, impact, None)
        return True

    def add_item(self, place, item, impact):
        items = find(self.head, place[:-1])
        items.insert(self.rng.randint(0, len(items)), item)
        self.expect(place, impact, item)
        return True

    def remove_item(self, place, impact):
        find(self.head, place[:-1]).remove(find(self.head, place))
        self.expect(place, impact, None)
        return True

    def is_offer(self, place):
        """Tells whether a place is inside a rule that offers something, before and after."""
        return place[0] in words.TOPICS and len(place) > 1 and all(
            (find(side, place[:2]) or {}).get("verdict") in words.OFFERED for side in (self.base, self.head))

    def refuses(self, place):
        """Tells whether a place is inside a rule that refuses something: its end is what is good."""
        return place[0] in words.TOPICS and len(place) > 1 and find(self.head, place[:2]).get("verdict") in (
            "not_allowed", "not_offered")

    def rules(self, document=None):
        """Lists the places of the rules of the head, or of another document."""
        document = document or self.head
        return [(topic, rule["id"]) for topic in words.TOPICS for rule in document[topic]]
