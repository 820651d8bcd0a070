"""Edits of what a rule has several of: fees and their waivers, limits, validities, sizes; and of dates."""
import model
import words
from draft import (CLARIFIED, MORE_PERMISSIVE, MORE_RESTRICTIVE, NEUTRAL, OBSCURED, better_if, find, opposite)
from edits_terms import is_amount, number, other_unit, scaled


def dearer(value):
    """Returns a higher price in the notation of the lower one."""
    return value * 2 + 1 if isinstance(value, int) else f"{float(value) * 2 + 1:.2f}"


def cheaper(value):
    """Returns a lower price, in another notation now and then: `990` and `"495.50"`."""
    return max(value // 2, 0) if isinstance(value, int) and value > 20 else f"{float(value) / 4:.4f}"


def take_fee(draft, matches=lambda fee: True):
    """Claims a fee as a whole, because its parts are compared with regard to each other."""
    found = draft.take(lambda place, value: len(place) == 4 and place[2] == "fees" and matches(value),
                       lambda place: [place])
    return found or (None, None)


def price(draft):
    rises = draft.chance(0.5)
    place, fee = take_fee(draft)
    return bool(place) and draft.set(place + ("price",), (dearer if rises else cheaper)(fee["price"]),
                                     better_if(not rises))


def plan_price(draft):
    found = draft.take(lambda place, value: place[0] == "plans" and place[2:] == ("price",))
    if not found:
        return False
    rises = draft.chance(0.5)
    place, plan = found
    return draft.set(place + ("price",), (dearer if rises else cheaper)(plan["price"]), better_if(not rises))


def other(draft, items, value):
    return draft.rng.choice([item for item in items if item != value])


def tax_basis(before, after, rises):
    """Says what another tax means, and a price that rises with it: what may come on top bounds them."""
    least, most = zip(words.ON_TOP[before], words.ON_TOP[after])
    price = MORE_RESTRICTIVE if most[0] <= least[1] else NEUTRAL
    if "unstated" in (before, after):
        return (CLARIFIED if before == "unstated" else OBSCURED), price
    return (NEUTRAL if rises or least[0] == least[1] else better_if(least[1] < least[0])), price


def price_per(before, after, price, dearer_price):
    """Says what it means that a price is for something else, by the price of one byte where both are for data."""
    data = words.UNIT_FAMILIES[0]
    if not all(is_amount(each) and each["unit"] in data for each in (before, after)):
        return NEUTRAL
    cost = [number(each) / (number(amount["value"]) * data[amount["unit"]])
            for each, amount in ((price, before), (dearer_price, after))]
    return NEUTRAL if cost[0] == cost[1] else better_if(cost[1] < cost[0])


def price_basis(draft):
    """A price with another tax, currency or unit; whether it is higher than what it was hangs on both."""
    place, fee = take_fee(draft)
    if not place:
        return False
    name = draft.rng.choice(["tax", "currency", "per"])
    after = {"tax": other(draft, words.TAXES, fee["tax"]), "currency": other(draft, ["USD", "EUR"], fee["currency"]),
             "per": other(draft, ["once", "transfer", "line", "reissue", {"value": 1, "unit": "GB"}], fee["per"])}[name]
    rises = draft.chance(0.6)
    price_after = dearer(fee["price"]) if rises else fee["price"]
    own = of_price = NEUTRAL
    if name == "tax":
        own, of_price = tax_basis(fee["tax"], after, rises)
    elif name == "per":
        of_price = price_per(fee["per"], after, fee["price"], price_after)
        own = NEUTRAL if rises else of_price
    draft.set(place + (name,), after, own)
    if rises:
        draft.set(place + ("price",), price_after, of_price)
    return True


def new_waiver(draft):
    return {"kind": draft.rng.choice(["campaign", "plan_benefit"]), "price": 0, "end": "none_known"}


def waiver_begins(draft):
    """Not to pay is better, but for a price that changed as well: what the sum of both means is open."""
    place, fee = take_fee(draft, lambda fee: "waiver" not in fee)
    if not place:
        return False
    rises = draft.chance(0.3)
    if rises:
        draft.set(place + ("price",), dearer(fee["price"]), NEUTRAL)
    return draft.set(place + ("waiver",), new_waiver(draft), NEUTRAL if rises else MORE_PERMISSIVE)


def waiver_ends(draft):
    place, _ = take_fee(draft, lambda fee: "waiver" in fee)
    return bool(place) and draft.drop(place + ("waiver",), MORE_RESTRICTIVE)


def waiver_terms(draft):
    """How long and how much: a later end is better, the same month told to the day is no other end."""
    place, fee = take_fee(draft, lambda fee: "waiver" in fee)
    if not place:
        return False
    place += ("waiver",)
    until = fee["waiver"].get("until")
    if until is None:
        draft.set(place + ("end",), "dated", NEUTRAL)
        return draft.set(place + ("until",), "2027-06-30", CLARIFIED)
    if draft.chance(0.3):
        return draft.set(place + ("price",), dearer(fee["waiver"]["price"]), MORE_RESTRICTIVE)
    return draft.set(place + ("until",), *moved_date(draft, until))


def moved_date(draft, before):
    """Returns another date and what it means for something that is good while it lasts."""
    year = int(before[:4])
    after = draft.rng.choice([f"{year + 1}", f"{year + 1}-02", f"{year + 1}-02-28", f"{year - 1}", f"{year - 1}-11",
                              before + {4: "-05", 7: "-15", 10: ""}[len(before)], before[:4]])
    if after == before:
        after = f"{year + 2}-01-01"
    shared = min(len(before), len(after))
    if before[:shared] == after[:shared]:
        return after, NEUTRAL
    return after, better_if(after[:shared] > before[:shared])


LISTS = {"fees": False, "limits": False, "sizes": True, "closed": False, "payment_pairs": True, "validity": None}


def make_item(draft, name, number):
    """Returns a new item of a list."""
    return {
        "fees": {"id": f"extra-{number}", "charge": "line", "price": "1.50", "currency": draft.identity.currency,
                 "tax": "included", "per": "line"},
        "limits": {"id": f"extra-{number}", "metric": "purchases", "max": number + 1},
        "sizes": {"id": f"extra-{number}", "amount": {"value": 700, "unit": "MB"}},
        "closed": {"id": f"extra-{number}", "from_day": "last_of_month", "from_time": "20:00",
                   "until_day": "first_of_month", "until_time": "09:00", "time_zone": draft.identity.time_zone},
        "payment_pairs": {"from": words.PAYMENTS[number], "to": ["prepaid"]},
        "validity": {"of": ["code", "pass", "sim", "data"][number], "lasts": {"value": 30, "unit": "day"}},
    }[name]


def list_of(draft, place, value):
    """Tells whether a place is a list of terms of a rule that offers something, or of none yet."""
    return len(place) == 3 and place[2] in LISTS and isinstance(value, list) and draft.is_offer(place)


def item_comes(draft):
    """One more fee, limit or hour of closure is worse, one more size is better; a validity is told now."""
    found = draft.take(lambda place, value: list_of(draft, place, value), lambda place: [place + ("#new",)])
    if not found:
        return False
    place, items = found
    key = words.KEYS.get(place[2], "id")
    known = {item[key] for item in items + (find(draft.base, place) or [])}
    item = next((item for item in (make_item(draft, place[2], number) for number in range(4))
                 if item[key] not in known), None)
    if item is None or not draft.claim(place + (item[key],)):
        return False
    more_is_better = LISTS[place[2]]
    return draft.add_item(place + (item[key],), item,
                          CLARIFIED if more_is_better is None else better_if(more_is_better))


def item_goes(draft):
    found = draft.take(lambda place, value: len(place) == 4 and place[2] in LISTS and draft.is_offer(place),
                       lambda place: [place])
    if not found:
        return False
    place = found[0]
    more_is_better = LISTS[place[2]]
    return draft.remove_item(place, OBSCURED if more_is_better is None else better_if(not more_is_better))


def list_begins(draft):
    """What nobody told is told now, be it good or bad."""
    name = draft.rng.choice(["fees", "limits", "validity", "sizes", "closed"])
    found = draft.take(lambda place, value: len(place) == 2 and draft.is_offer(place) and name not in value
                       and (place[0] == "transfer" or name in ("fees", "limits")),
                       lambda place: [place + (name,)])
    return bool(found) and draft.set(found[0] + (name,), [make_item(draft, name, 0)], CLARIFIED)


def list_ends(draft):
    found = draft.take(lambda place, value: list_of(draft, place, value), lambda place: [place])
    return bool(found) and draft.drop(found[0], OBSCURED)


def within_window(draft):
    """As many in three years are fewer; more in a longer time have no order."""
    found = draft.take(lambda place, value: len(place) == 4 and place[2] == "limits" and "window" in value
                       and not isinstance(value["max"], str), lambda place: [place])
    if not found:
        return False
    place, limit = found
    rises = draft.chance(0.7)
    draft.set(place + ("window", "length"), {"value": 3, "unit": "year"}, NEUTRAL if rises else MORE_RESTRICTIVE)
    if rises:
        after = scaled(draft, limit["max"], True)
        draft.set(place + ("max",), after, NEUTRAL)
    return True


def another_metric(draft):
    """A limit that counts something else is another limit under the same name."""
    found = draft.take(lambda place, value: len(place) == 4 and place[2] == "limits"
                       and value["metric"] in ("transfers", "devices", "days"), lambda place: [place])
    if not found:
        return False
    place, limit = found
    draft.set(place + ("metric",), "recipients", NEUTRAL)
    if isinstance(limit["max"], int) and draft.chance(0.7):
        draft.set(place + ("max",), limit["max"] + 3, NEUTRAL)
    return True


def within_basis(draft):
    """A week from the issue and two weeks from the receipt have no order."""
    found = draft.take(lambda place, value: len(place) == 4 and place[2] == "validity" and is_amount(
        value.get("lasts")) and value.get("basis", "unknown") != "unknown", lambda place: [place])
    if not found:
        return False
    place, validity = found
    draft.set(place + ("basis",), other(draft, words.BASES, validity["basis"]), NEUTRAL)
    return draft.set(place + ("lasts",), other_unit(draft, scaled(draft, validity["lasts"], True)), NEUTRAL)


def consequence(draft):
    """What happens beyond a limit is told now, or not any more."""
    found = draft.take(lambda place, value: len(place) == 4 and place[2] == "limits", lambda place: [place])
    if not found:
        return False
    place, limit = found
    if "on_exceed" in limit:
        return draft.drop(place + ("on_exceed",), OBSCURED)
    return draft.set(place + ("on_exceed",), {"behavior": "throttled", "speed": {"value": 200, "unit": "kbit/s"}},
                     CLARIFIED)


def effective(draft):
    """Dates: when a rule began is a fact without a direction; a later end of an offer is better, an end of a refusal, too."""
    found = draft.take(lambda place, value: len(place) == 2 and place[0] in words.TOPICS,
                       lambda place: [place + ("effective",)])
    if not found:
        return False
    place = found[0] + ("effective",)
    dates = find(draft.head, place)
    if dates is None:
        return draft.set(place, {"from": model.partial_date(draft.rng, 2019, 2023)}, CLARIFIED)
    edit = draft.rng.choice(["all", "from", "until", "until", "until"])
    if edit == "all":
        return draft.drop(place, OBSCURED)
    if edit == "from":
        return draft.set(place + ("from",), "2023-12-31" if dates["from"] != "2023-12-31" else "2023", NEUTRAL)
    refuses = draft.refuses(place)
    if "until" not in dates:
        return draft.set(place + ("until",), "2029-01", MORE_PERMISSIVE if refuses else CLARIFIED)
    if draft.chance(0.2):
        return draft.drop(place + ("until",), MORE_RESTRICTIVE if refuses else OBSCURED)
    until, impact = moved_date(draft, dates["until"])
    return draft.set(place + ("until",), until, opposite(impact) if refuses else impact)


EDITS = [price, price, plan_price, price_basis, price_basis, waiver_begins, waiver_ends, waiver_terms, item_comes,
         item_goes, list_begins, list_ends, within_window, another_metric, within_basis, consequence, effective,
         effective]
