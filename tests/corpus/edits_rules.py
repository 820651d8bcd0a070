"""Edits of whole rules and plans: verdicts, rules that come and go, plans whose values rules stand for."""
import model
import words
from draft import (CLARIFIED, EDITORIAL, EVIDENCE, MIXED, MORE_PERMISSIVE, MORE_RESTRICTIVE, NEUTRAL, OBSCURED,
                   PLAN_IDS, ZONE_IDS, better_if, by_order, find, is_rule, walk)
from rules import Rules

# What is left of a rule that offers nothing.
WITHOUT_OFFER = ("id", "mechanism", "name", "plans", "except", "lifecycle", "verdict", "place", "effective", "notes",
                 "evidence", "revision", "reasons")


def builder_of(draft):
    """Returns a builder whose rules fit into the head."""
    builder = model.Builder(draft.identity, draft.rng)
    builder.plans, builder.zones, builder.sources = draft.head["plans"], draft.head["zones"], draft.head["sources"]
    return builder


def verdict(draft):
    """Allowed under conditions or without; forbidden or not offered: the terms stay as they are."""
    found = draft.take(lambda place, value: is_rule(place) and value["verdict"] != "unknown",
                       lambda place: [place])
    if not found:
        return False
    place, rule = found
    before = rule["verdict"]
    after = {"conditional": "allowed", "allowed": "conditional", "not_allowed": "not_offered",
             "not_offered": "not_allowed"}[before]
    return draft.set(place + ("verdict",), after, by_order("verdict", before, after))


def verdict_lost(draft):
    found = draft.take(lambda place, value: is_rule(place) and value["verdict"] != "unknown"
                       and "reasons" not in value, lambda place: [place])
    return bool(found) and draft.set(found[0] + ("verdict",), "unknown", OBSCURED)


def verdict_found(draft):
    found = draft.take(lambda place, value: is_rule(place) and value["verdict"] == "unknown",
                       lambda place: [place])
    if not found:
        return False
    place, rule = found
    if "evidence" not in rule:
        draft.set(place + ("evidence",), builder_of(draft).evidence(), EVIDENCE)
    return draft.set(place + ("verdict",), draft.rng.choice(["not_allowed", "not_offered"]), CLARIFIED)


def offer_begins(draft):
    """A product that was not there comes with its terms: nobody had it without them, so they only tell."""
    found = draft.take(lambda place, value: is_rule(place) and value["verdict"] not in words.OFFERED,
                       lambda place: [place, ZONE_IDS])
    if not found:
        return False
    place, rule = found
    was_known = rule["verdict"] != "unknown"
    if "reasons" in rule:
        if not keep_sources_of(draft, rule["reasons"]):
            return False
        draft.drop(place + ("reasons",), EVIDENCE)
    draft.set(place + ("verdict",), draft.rng.choice(words.OFFERED), MORE_PERMISSIVE if was_known else CLARIFIED)
    terms = {"mechanism": rule["mechanism"]}
    rules = Rules(builder_of(draft))
    {"transfer": rules.give, "roaming": rules.abroad, "tethering": rules.share}[place[0]](terms)
    terms["conditions"] = draft.rng.sample(words.CONDITIONS, 2)
    del terms["mechanism"]
    for name, value in terms.items():
        if name in rule:
            continue
        draft.set(place + (name,), value, NEUTRAL if value in ("unknown", "unpublished") else CLARIFIED)
    if "evidence" not in rule:
        draft.set(place + ("evidence",), builder_of(draft).evidence(), EVIDENCE)
    return True


def offer_ends(draft):
    """The terms of a product go with it: what they were is told no more, and that is no relief."""
    found = draft.take(lambda place, value: is_rule(place) and value["verdict"] in words.OFFERED,
                       lambda place: [place])
    if not found:
        return False
    place, rule = found
    draft.set(place + ("verdict",), draft.rng.choice(["not_allowed", "not_offered"]), MORE_RESTRICTIVE)
    for name in [name for name in rule if name not in WITHOUT_OFFER]:
        draft.drop(place + (name,), NEUTRAL if rule[name] in ("unknown", "unpublished") else OBSCURED)
    return True


def keep_sources_of(draft, value):
    """Claims every source that only this value may cite, so that no other edit speaks of it."""
    cited = model.cited_sources(value)
    return draft.claim(*[("sources", source) for source in sorted(cited)])


def rule_comes(draft):
    """New in the data is not new for subscribers, but where the carrier brought it."""
    topic = draft.rng.choice(["transfer", "transfer", "roaming", "roaming", "tethering"])
    mechanisms = {"transfer": words.TRANSFERS, "roaming": words.ROAMINGS, "tethering": ["router_use"]}[topic]
    used = {rule["mechanism"] for side in (draft.base, draft.head) for rule in side[topic]}
    free = [mechanism for mechanism in mechanisms if mechanism not in used]
    if not free:
        return False
    mechanism = draft.rng.choice(free)
    place = (topic, mechanism.replace("_", "-"))
    if not draft.claim(place, PLAN_IDS, ZONE_IDS):
        return False
    rules = Rules(builder_of(draft))
    rule = rules.base(place[1], mechanism)
    if rule["verdict"] in words.OFFERED:
        {"transfer": rules.give, "roaming": rules.abroad, "tethering": rules.share}[topic](rule)
    rule.pop("lifecycle", None)
    rules.close(rule)
    rule["revision"] = {"date": "2026-05-20", "cause": draft.rng.choice(["initial", "carrier_change", "correction"])}
    impact = CLARIFIED
    if rule["verdict"] == "unknown":
        impact = NEUTRAL
    elif rule["revision"]["cause"] == "carrier_change":
        impact = {"not_allowed": MORE_RESTRICTIVE, "not_offered": CLARIFIED}.get(rule["verdict"], MORE_PERMISSIVE)
    return draft.add_item(place, rule, impact)


def rule_goes(draft, is_retired, has_moved=False):
    """Nothing is known where a rule was, unless another one took its place; a tombstone alone names none."""
    def matches(place, value):
        if not is_rule(place) or len(draft.head[place[0]]) < 2 or len(draft.base[place[0]]) < 2:
            return False
        return (find(draft.base, place) or {}).get("lifecycle") != "ended"

    found = draft.take(matches, lambda place: [place] + [("sources", source) for source in sorted(
        model.cited_sources(find(draft.head, place)))])
    if not found:
        return False
    place, rule = found
    draft.remove_item(place, NEUTRAL if has_moved or rule["verdict"] == "unknown" else OBSCURED)
    if is_retired:
        retired = {"id": "/".join(place), "date": "2026-05-20"}
        if has_moved:
            # A rule that was there before is no other name of this one.
            others = [other for other in draft.rules() if other[0] == place[0] and find(draft.base, other)]
            if others:
                retired["moved_to"] = f"{draft.head['id']}#{'/'.join(draft.rng.choice(others))}"
        if "retired" in draft.head:
            draft.add_item(("retired", retired["id"]), retired, EDITORIAL)
        else:
            draft.set(("retired",), [retired], EDITORIAL)
    return True


def rule_forgotten(draft):
    return rule_goes(draft, False)


def rule_retired(draft):
    return draft.claim(("retired",)) and rule_goes(draft, True)


def rule_moved(draft):
    return draft.claim(("retired",)) and rule_goes(draft, True, True)


def ended_rule_goes(draft):
    """A rule whose life cycle said that it had ended is explained by that."""
    found = draft.take(lambda place, value: is_rule(place) and len(draft.head[place[0]]) > 1
                       and len(draft.base[place[0]]) > 1 and find(draft.base, place + ("lifecycle",)) == "ended",
                       lambda place: [place] + [("sources", source) for source in sorted(
                           model.cited_sources(find(draft.head, place)))])
    return bool(found) and draft.remove_item(found[0], NEUTRAL)


def plans_of_rule(draft):
    """`all` is above every list of plans, and a list is a set."""
    found = draft.take(lambda place, value: len(place) == 3 and place[2] == "plans" and place[0] in words.TOPICS
                       and "except" not in find(draft.head, place[:2]), lambda place: [place, PLAN_IDS])
    if not found:
        return False
    place, value = found
    ids = [plan["id"] for plan in draft.head["plans"]]
    if value == "all":
        return draft.set(place, draft.rng.sample(ids, draft.rng.randint(1, len(ids))), MORE_RESTRICTIVE)
    missing = [plan for plan in ids if plan not in value]
    if missing and draft.chance(0.4):
        return draft.set(place, [missing[0]] + value, MORE_PERMISSIVE)
    if missing and draft.chance(0.5):
        return draft.set(place, value[1:] + [missing[0]], MIXED)
    return draft.set(place, "all", MORE_PERMISSIVE)


def exception_comes(draft):
    found = draft.take(lambda place, value: is_rule(place) and draft.is_offer(place)
                       and value["plans"] == "all" and "except" not in value,
                       lambda place: [place + ("except",), place + ("plans",), PLAN_IDS])
    if not found:
        return False
    plan = draft.rng.choice(draft.head["plans"])["id"]
    return draft.set(found[0] + ("except",), [plan], MORE_RESTRICTIVE)


def plan_amounts(draft):
    """The data of one plan or of two; a rule that stands for the plan's data says the same as before."""
    count = draft.rng.choice([1, 1, 2, 2])
    plans = [plan["id"] for plan in draft.head["plans"]
             if isinstance(plan.get("allowance", {}).get("amount"), dict)]
    if len(plans) < count:
        return False
    changed = {}
    for plan in draft.rng.sample(plans, count):
        impact, after = draft.rng.choice([
            (MORE_PERMISSIVE, {"value": 77, "unit": "GB"}), (MORE_PERMISSIVE, "unlimited"),
            (MORE_RESTRICTIVE, {"value": 700, "unit": "MB"}), (OBSCURED, "unknown"), (OBSCURED, "unpublished")])
        changed[plan] = (impact, after)
    standing = [place for place, value in walk(draft.head) if value == "plan_allowance"]
    claims = [("plans", plan, "allowance", "amount") for plan in changed]
    for place in standing:
        claims += [place, place[:2] + ("plans",), place[:2] + ("except",)]
    if not draft.claim(*dict.fromkeys(claims)):
        return False
    for plan, (impact, after) in changed.items():
        draft.set(("plans", plan, "allowance", "amount"), after, impact)
    return True


def plan_comes(draft):
    return draft.claim(("plans", "extra")) and draft.add_item(
        ("plans", "extra"), {"id": "extra", "name": {"en": "Extra"}, "payment": "prepaid"}, CLARIFIED)


def plan_goes(draft):
    rules = [find(draft.head, place) for place in draft.rules()]
    named = {plan for rule in rules for plan in rule.get("except", [])}
    named.update(plan for rule in rules if rule["plans"] != "all" for plan in rule["plans"])
    found = draft.take(lambda place, value: len(place) == 2 and place[0] == "plans" and place[1] not in named
                       and len(draft.head["plans"]) > 1, lambda place: [place, PLAN_IDS])
    return bool(found) and draft.remove_item(found[0], OBSCURED)


EDITS = [verdict, verdict, verdict_lost, verdict_found, offer_begins, offer_ends, rule_comes, rule_comes,
         rule_forgotten, rule_retired, rule_moved, ended_rule_goes, plans_of_rule, plans_of_rule, exception_comes,
         plan_amounts, plan_amounts, plan_comes, plan_goes]
