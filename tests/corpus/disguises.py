"""Edits without meaning: after each of them a policy says the same in other words, and no change may be told."""
from fractions import Fraction

import words
from draft import walk
from edits_terms import is_amount, number, written


def reorder_keys(value, rng):
    """Returns the value with the members of every mapping in another order."""
    if isinstance(value, dict):
        names = list(value)
        rng.shuffle(names)
        return {name: reorder_keys(value[name], rng) for name in names}
    return [reorder_keys(item, rng) for item in value] if isinstance(value, list) else value


def reorder_lists(policy, rng):
    """Shuffles sets and lists whose items have a key; a policy has no list whose order matters."""
    for _, value in walk(policy):
        if isinstance(value, list):
            rng.shuffle(value)
    return policy


def equal_amounts(policy, rng):
    """Writes amounts in other units: 1 GB as 1000 MB, two weeks as 14 days. Prices have no units of time."""
    for place, value in list(walk(policy)):
        if not is_amount(value):
            continue
        for family in words.UNIT_FAMILIES:
            if value["unit"] not in family or (place[-1] == "per" and "hour" in family):
                continue
            unit = rng.choice(list(family))
            amount = written(number(value["value"]) * family[value["unit"]] / family[unit])
            if amount is not None and len(str(amount)) <= 12:
                value.update(value=amount, unit=unit)
    return policy


def equal_numbers(policy, rng):
    """Writes prices with more or fewer digits after the point: 5, 5.0, 5.00."""
    for _, value in list(walk(policy)):
        if not isinstance(value, dict) or "price" not in value or isinstance(value["price"], dict):
            continue
        price = Fraction(str(value["price"]))
        short = written(price)
        value["price"] = rng.choice([short, f"{float(price):.2f}", f"{float(price):.3f}"])
    return policy


def told_defaults(policy, rng):
    """Tells what absence says anyway: nothing of a life cycle is active, no conditions are none."""
    for topic in words.TOPICS:
        for rule in policy[topic]:
            if rule["verdict"] in words.OFFERED and rng.random() < 0.7:
                rule.setdefault("conditions", [])
                rule.setdefault("lifecycle", "active")
    for plan in policy["plans"]:
        plan.setdefault("lifecycle", "active")
    return policy


def untold_defaults(policy, rng):
    """Leaves out what absence says as well."""
    for place, value in list(walk(policy)):
        if isinstance(value, dict) and len(place) == 2 and value.get("lifecycle") == "active":
            del value["lifecycle"]
    return policy


DISGUISES = {disguise.__name__: disguise for disguise in (reorder_keys, reorder_lists, equal_amounts, equal_numbers,
                                                          told_defaults, untold_defaults)}


def disguise(policy, names, rng):
    """Returns the policy after the named edits; it belongs to the caller."""
    for name in names:
        policy = DISGUISES[name](policy, rng)
    return policy
