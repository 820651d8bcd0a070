"""Edits of single terms: words, sets, quantities."""
from fractions import Fraction

import words
from draft import (CLARIFIED, MIXED, MORE_PERMISSIVE, MORE_RESTRICTIVE, NEUTRAL, OBSCURED, PLAN_IDS, ZONE_IDS,
                   better_if, by_order, find, region)

RANKED = {"recipients": words.RECIPIENTS, "activation": words.ACTIVATIONS, "behavior": words.BEHAVIORS,
          "rounding": words.ROUNDINGS, "whichever": words.WHICHEVER, "esim": words.ESIM,
          "lifecycle": words.LIFECYCLES, "role": words.ROLES}
UNRANKED = {"until": words.UNTIL, "ends": words.ENDS, "direction": words.DIRECTIONS, "basis": words.BASES,
            "tethering": words.TETHERING_ABROAD, "payment": words.PAYMENTS}
MAY_BE_UNKNOWN = ("recipients", "activation", "behavior", "esim", "bucket", "until", "ends", "tethering", "basis")

# Every word of a set is more for the subscriber, or one more thing against him; `None` is neither.
SETS = {"services": (words.SERVICES, True), "channels": (words.CHANNELS, True), "balances": (words.BALANCES, True),
        "methods": (words.METHODS, True), "payment": (words.PAYMENTS, True), "to": (words.PAYMENTS, True),
        "conditions": (words.CONDITIONS, False), "excluded_balances": (words.BALANCES, False),
        "scope": (words.SCOPES, False), "identity_checks": (words.ID_CHECKS, False),
        "plmn": (None, None)}
# Sets whose absence says that there is none.
EMPTY_IF_ABSENT = ("conditions", "except", "excluded_balances")

GREATER_IS_BETTER = {"max": True, "allowance": True, "amount": True, "speed": True, "notice": True, "lasts": True,
                     "data": True, "step": False, "min": False, "line_age": False, "min_remaining": False,
                     "age_min": False, "count": True, "length": None}
AMOUNT_WORDS = {"max": "unlimited unpublished unspecified unknown", "allowance": "unlimited unpublished unspecified "
                "unknown", "data": "unlimited unpublished unknown", "lasts": "unlimited unpublished unknown"}
NOT_KNOWN = ("unpublished", "unknown")


def in_topic(place):
    return place[0] in words.TOPICS


def vocabulary(place, value, table):
    """Returns the words that a place may take instead of its own, if it is one of a table."""
    name = place[-1]
    if name == "bucket" and table is UNRANKED and in_topic(place):
        allowed = words.BUCKETS[place[0]]
    elif name == "role" and place[-2] not in ("sender", "recipient"):
        return []
    elif name == "until" and place[-2] != "on_exceed":
        return []
    else:
        allowed = table.get(name, [])
    return allowed if isinstance(value, str) and value in allowed else []


def ranked_word(draft):
    found = draft.take(lambda place, value: vocabulary(place, value, RANKED))
    if not found:
        return False
    place, value = found
    allowed = RANKED[place[-1]]
    after = draft.rng.choice([word for word in allowed if word != value])
    grows = allowed.index(after) > allowed.index(value)
    turns = place[-1] == "lifecycle" and draft.refuses(place)
    return draft.set(place, after, better_if(grows != turns))


def unranked_word(draft):
    """Words with some order among them, or with none."""
    found = draft.take(lambda place, value: vocabulary(place, value, UNRANKED))
    if not found:
        return False
    place, value = found
    after = draft.rng.choice([word for word in vocabulary(place, value, UNRANKED) if word != value])
    return draft.set(place, after, by_order(place[-1], value, after))


def truth(draft):
    """`used_first` is neither better nor worse; a top-up that restores the speed is better than none."""
    found = draft.take(lambda place, value: isinstance(value, bool) and place[-1] in ("used_first", "top_up_restores"))
    if not found:
        return False
    place, value = found
    return draft.set(place, not value, NEUTRAL if place[-1] == "used_first" else better_if(not value))


def becomes_unknown(draft):
    found = draft.take(lambda place, value: place[-1] in MAY_BE_UNKNOWN and value != "unknown" and (
        vocabulary(place, value, RANKED) or vocabulary(place, value, UNRANKED)))
    return bool(found) and draft.set(found[0], "unknown", OBSCURED)


def becomes_known(draft):
    found = draft.take(lambda place, value: value == "unknown" and place[-1] in MAY_BE_UNKNOWN)
    if not found:
        return False
    place = found[0]
    allowed = words.BUCKETS[place[0]] if place[-1] == "bucket" else RANKED.get(place[-1]) or UNRANKED[place[-1]]
    return draft.set(place, draft.rng.choice(allowed), CLARIFIED)


def end_of_sales(draft):
    """What says nothing of its life cycle is active."""
    found = draft.take(
        lambda place, value: len(place) == 2 and isinstance(value, dict) and "lifecycle" not in value
        and (place[0] == "plans" or draft.is_offer(place)),
        lambda place: [place + ("lifecycle",)])
    return bool(found) and draft.set(found[0] + ("lifecycle",), "closed_to_new", MORE_RESTRICTIVE)


def resumed_sales(draft):
    found = draft.take(lambda place, value: place[-1] == "lifecycle" and value == "closed_to_new" and len(place) == 3
                       and (place[0] == "plans" or draft.is_offer(place)))
    return bool(found) and draft.drop(found[0], MORE_PERMISSIVE)


def set_facts(draft, place):
    """Returns all words of a set and whether more of them is better, or nothing."""
    name = place[-1]
    if name in SETS:
        return SETS[name]
    if name == "zones" and len(place) == 3:
        return [zone["id"] for zone in draft.head["zones"]], True
    if name == "zones" and len(place) == 5:
        return [zone["id"] for zone in draft.head["zones"]], None
    if name == "except":
        return [plan["id"] for plan in draft.head["plans"]], False
    if name == "countries":
        return words.MORE_COUNTRIES, True if place[0] == "zones" else None
    return None


def edit_set(draft, loses, gains):
    def matches(place, value):
        return (isinstance(value, list) and value and isinstance(value[0], str) and set_facts(draft, place)
                and len(value) > (0 if gains else 1) and not (loses and place == ("countries",)))

    def claims(place):
        ids = {"zones": [ZONE_IDS], "except": [PLAN_IDS]}.get(place[-1], [])
        return [region(place)] + ids

    found = draft.take(matches, claims)
    if not found:
        return False
    place, value = found
    universe, more_is_better = set_facts(draft, place)
    if universe is None:
        universe = [f"{draft.identity.mcc}-{code}" for code in range(10, 99)]
    lost = draft.rng.sample(value, draft.rng.randint(1, max(1, len(value) - 1)) if loses else 0)
    fresh = [word for word in universe if word not in value]
    gained = draft.rng.sample(fresh, min(len(fresh), draft.rng.randint(1, 2))) if gains else []
    after = [word for word in value if word not in lost] + gained
    if not after or sorted(after) == sorted(value):
        return False
    if more_is_better is None:
        impact = NEUTRAL
    elif lost and gained:
        impact = MIXED
    else:
        impact = better_if(bool(gained) == more_is_better)
    return draft.set(place, after, impact)


def set_loses(draft):
    return edit_set(draft, True, False)


def set_gains(draft):
    return edit_set(draft, False, True)


def set_swaps(draft):
    return edit_set(draft, True, True)


def zone_edit(draft):
    """The countries of a zone: some out, some in, or both; two for two is what a carrier's notice may say."""
    found = draft.take(lambda place, value: place[0] == "zones" and place[-1] == "countries")
    if not found:
        return False
    place, value = found
    out = draft.rng.sample(value, draft.rng.choice([0, 1, 2, 2]))
    fresh = [country for country in words.MORE_COUNTRIES if country not in value]
    new = draft.rng.sample(fresh, 2 if not out else draft.rng.choice([0, 1, 2]))
    impact = MIXED if out and new else better_if(bool(new))
    return draft.set(place, [country for country in value if country not in out] + new, impact)


def none_becomes_some(draft):
    """A rule without conditions, exceptions or excluded balances says that it has none."""
    found = draft.take(lambda place, value: len(place) == 2 and draft.is_offer(place),
                       lambda place: [place + ("conditions",), place + ("excluded_balances",)])
    if not found:
        return False
    place = found[0]
    names = [name for name in ("conditions", "excluded_balances") if not find(draft.base, place).get(name)
             and (name == "conditions" or place[0] == "transfer")]
    if not names:
        return False
    name = draft.rng.choice(names)
    return draft.set(place + (name,), draft.rng.sample(SETS[name][0], 2), MORE_RESTRICTIVE)


def some_becomes_none(draft):
    found = draft.take(lambda place, value: place[-1] in EMPTY_IF_ABSENT and value and draft.is_offer(place),
                       lambda place: [place] + [PLAN_IDS] * (place[-1] == "except"))
    return bool(found) and draft.drop(found[0], MORE_PERMISSIVE)


def first_words(draft):
    """A set that nothing was said of says something now."""
    name, topic = draft.rng.choice([("services", "roaming"), ("channels", "transfer"), ("methods", "tethering"),
                                    ("balances", "transfer")])
    found = draft.take(lambda place, value: len(place) == 2 and place[0] == topic and draft.is_offer(place)
                       and name not in value, lambda place: [place + (name,)])
    return bool(found) and draft.set(found[0] + (name,), draft.rng.sample(SETS[name][0], 2), CLARIFIED)


def last_words(draft):
    """What is taken away is not known any more; a word that said so is no loss."""
    found = draft.take(lambda place, value: len(place) == 3 and place[-1] in (
        "services", "channels", "methods", "balances", "activation", "bucket", "sender", "amount", "tethering",
        "sizes", "recipient", "payment_pairs", "closed"))
    if not found:
        return False
    place, value = found
    return draft.drop(place, NEUTRAL if value == "unknown" else OBSCURED)


def number(value):
    return Fraction(str(value))


def written(value):
    """Writes a number as a policy does: whole, or as a decimal in quotes."""
    if value.denominator == 1:
        return int(value)
    text = f"{float(value):.9f}".rstrip("0")
    return text if Fraction(text) == value else None


def is_amount(value):
    return isinstance(value, dict) and set(value) == {"value", "unit"}


def is_sized(place, value):
    """Tells whether a place holds a number or an amount that has an order."""
    if place[0] == "plans" or "free" in place or place[-1] not in GREATER_IS_BETTER:
        return False
    return is_amount(value) or (isinstance(value, int) and not isinstance(value, bool))


def other_unit(draft, amount):
    """Writes an amount in another unit of its kind, now and then, so that sizes are not compared by number."""
    for family in words.UNIT_FAMILIES:
        if amount["unit"] in family and draft.chance(0.5):
            unit = draft.rng.choice(list(family))
            value = written(number(amount["value"]) * family[amount["unit"]] / family[unit])
            if value is not None:
                return {"value": value, "unit": unit}
    return amount


def scaled(draft, value, grows):
    """Returns a greater or a smaller value."""
    factor = draft.rng.choice([2, 3, Fraction(3, 2)]) if grows else Fraction(1, 2)
    if is_amount(value):
        after = written(number(value["value"]) * factor)
        return other_unit(draft, {"value": after, "unit": value["unit"]})
    return value + max(1, value // 4) if grows else value // 2


def longer_is_better(draft, place):
    """A pass is better for lasting longer, and a limit is worse for counting over a longer time."""
    around = find(draft.head, place[:-2])
    if place[-2] == "period":
        return True if around["mechanism"] in ("day_pass", "bundle") else None
    return None if isinstance(around["max"], str) else False


def size(draft):
    """What a length is for is claimed with it."""
    found = draft.take(lambda place, value: is_sized(place, value) and value != 0,
                       lambda place: [place[:-2] if place[-1] == "length" else region(place)])
    if not found:
        return False
    place, value = found
    grows = draft.chance(0.5)
    better = longer_is_better(draft, place) if place[-1] == "length" else GREATER_IS_BETTER[place[-1]]
    return draft.set(place, scaled(draft, value, grows), NEUTRAL if better is None else better_if(grows == better))


def number_becomes_word(draft):
    found = draft.take(lambda place, value: is_sized(place, value) and place[-1] in AMOUNT_WORDS)
    if not found:
        return False
    word = draft.rng.choice(AMOUNT_WORDS[found[0][-1]].split())
    impact = {"unlimited": MORE_PERMISSIVE, "unspecified": NEUTRAL}.get(word, OBSCURED)
    return draft.set(found[0], word, impact)


def word_becomes_number(draft):
    """Unlimited is above every number; a word for another number (`plan_allowance`) is neither above nor below."""
    found = draft.take(lambda place, value: place[-1] in AMOUNT_WORDS and in_topic(place) and value in (
        "unlimited", "unpublished", "unspecified", "unknown", "plan_allowance"))
    if not found:
        return False
    place, word = found
    after = {"value": 7, "unit": "day"} if place[-1] == "lasts" else {"value": 7, "unit": "GB"}
    if "limits" in place and find(draft.head, place[:-1])["metric"] not in ("data", "remaining_data"):
        after = 7
    impact = {"unlimited": MORE_RESTRICTIVE, "unpublished": CLARIFIED, "unknown": CLARIFIED}.get(word, NEUTRAL)
    return draft.set(place, after, impact)


def word_becomes_word(draft):
    """Among words that are no number nothing is better, but knowing is better than not knowing."""
    found = draft.take(lambda place, value: place[-1] in ("max", "allowance") and in_topic(place)
                       and isinstance(value, str))
    if not found:
        return False
    place, word = found
    after = draft.rng.choice([other for other in AMOUNT_WORDS["max"].split() if other != word])
    known = (word not in NOT_KNOWN, after not in NOT_KNOWN)
    impact = {(True, False): OBSCURED, (False, True): CLARIFIED}.get(known, NEUTRAL)
    return draft.set(place, after, impact)


EDITS = [ranked_word, ranked_word, unranked_word, truth, becomes_unknown, becomes_known, end_of_sales, resumed_sales,
         set_loses, set_gains, set_swaps, zone_edit, none_becomes_some, some_becomes_none, first_words, last_words,
         size, size, size, number_becomes_word, word_becomes_number, word_becomes_word]
