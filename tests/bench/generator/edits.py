"""Edits a policy so that the gate lets it pass: what is new, since when, why, and what was before."""
import copy

LAST_DAY = "2026-11-25"
SINCE = "2026-11-26"
READ = "2026-11-28"
EDITED = "2026-11-29"
# What stands below the terms of a rule.
TAIL = ("notes", "evidence", "revision")


def dearer(rule):
    """Raises the price of the first fee."""
    fee = rule["fees"][0]
    fee["price"] = int(float(fee["price"])) + 10
    return "fees", "The fee rose.", "more_restrictive"


def more_sends(rule):
    rule["limits"][0]["max"] += 3
    return "limits", "More gifts a month are allowed.", "more_permissive"


def less_sharing(rule):
    rule["limits"][0]["max"]["value"] -= 3
    return "limits", "Tethering has less data.", "more_restrictive"


def faster(rule):
    rule["limits"][0]["on_exceed"]["speed"]["value"] *= 2
    return "limits", "The speed beyond the volume doubled.", "more_permissive"


def more_data(rule):
    rule["allowance"]["value"] += 2
    return "allowance", "There is more data abroad.", "more_permissive"


def possible_edits(policy):
    """Lists pairs of a rule and an edit of its terms."""
    gift, hotspot = policy["transfer"][0], policy["tethering"][0]
    found = []
    if "limits" in gift:
        found.append((gift, more_sends))
    if "limits" in hotspot:
        found.append((hotspot, less_sharing))
    found += [(rule, dearer) for rule in [gift, *policy["roaming"]] if rule.get("fees")]
    found += [(rule, faster) for rule in policy["roaming"] if rule["mechanism"] == "day_pass"]
    found += [(rule, more_data) for rule in policy["roaming"] if isinstance(rule.get("allowance"), dict)]
    return found


def change_terms(policy, rule, edit):
    """The carrier changed a rule and said so on a page of news; the terms before keep their evidence."""
    before = copy.deepcopy(rule)
    member, note, impact = edit(rule)
    was = before[member]
    if isinstance(was, list):
        was = [item for item in was if item not in rule[member]]
    tail = {name: rule.pop(name) for name in TAIL if name in rule}
    rule["since"] = SINCE
    rule["previously"] = [{"until": LAST_DAY, member: was, "evidence": before["evidence"]}]
    claim = {"en": f"{note} It holds since {SINCE}."}
    tail["evidence"] = [{"source": "news", "stance": "supports", "claim": claim}]
    tail["revision"] = {"date": EDITED, "cause": "carrier_change", "note": {"en": note}}
    rule.update(tail)
    first = policy["sources"][0]
    policy["sources"].append({**first, "id": "news", "url": first["url"] + "/news", "tier": "official",
                              "accessed": READ})
    return {"rule": rule["id"], "impact": impact}


def read_again(policy, rng):
    """Somebody read a page again, and it says what it said: each rule keeps the day on which it was read first."""
    source = rng.choice(policy["sources"])
    for topic in ("transfer", "roaming", "tethering"):
        for rule in policy[topic]:
            if any(evidence["source"] == source["id"] for evidence in rule.get("evidence", [])):
                tail = {name: rule.pop(name) for name in TAIL if name in rule}
                rule.update({"seen": source["accessed"], **tail})
    source["accessed"] = READ
    return {"rule": None, "impact": "evidence"}


def edited(policy, rng):
    """Returns a policy with one edit, and what the edit means."""
    policy = copy.deepcopy(policy)
    edits = possible_edits(policy)
    if not edits or rng.random() < 0.1:
        return policy, read_again(policy, rng)
    return policy, change_terms(policy, *rng.choice(edits))
