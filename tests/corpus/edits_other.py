"""Edits that change no rule's terms: evidence, sources, names and notes; and of the policy itself."""
import model
import words
from draft import (CLARIFIED, EDITORIAL, EVIDENCE, NEUTRAL, OBSCURED, ZONE_IDS, better_if, find, is_rule)


def source_claims(value):
    return [("sources", source) for source in sorted(model.cited_sources(value))]


def evidence_comes(draft, stance):
    """Another page supports a rule, or contradicts it; what that makes of the confidence is told as well."""
    found = draft.take(lambda place, value: is_rule(place) and value.get("evidence") and len(value["evidence"]) < 3,
                       lambda place: [place + ("evidence",)])
    if not found:
        return False
    place, rule = found
    cited = {entry["source"] for entry in rule["evidence"]}
    free = [source["id"] for source in draft.head["sources"] if source["id"] not in cited]
    if not free or draft.chance(0.4):
        source = {"id": "new-page", "url": "https://example.org/new-page", "publisher": "Example: The News",
                  "tier": draft.rng.choice(words.TIERS), "language": "en", "accessed": "2026-05-19"}
        if not draft.claim(("sources", "new-page")):
            return False
        draft.add_item(("sources", "new-page"), source, EVIDENCE)
        free = ["new-page"]
    item = {"source": free[0], "stance": stance, "claim": {"en": draft.rng.choice(words.CLAIMS)}}
    return draft.add_item(place + ("evidence", free[0]), item, EVIDENCE)


def support_comes(draft):
    return evidence_comes(draft, "supports")


def contradiction_comes(draft):
    return evidence_comes(draft, "contradicts")


def evidence_goes(draft):
    found = draft.take(lambda place, value: is_rule(place) and len(value.get("evidence", [])) > 1,
                       lambda place: [place + ("evidence",)] + source_claims(find(draft.head, place)["evidence"]))
    if not found:
        return False
    place, rule = found
    source = draft.rng.choice(rule["evidence"])["source"]
    return draft.remove_item(place + ("evidence", source), EVIDENCE)


def stance(draft):
    found = draft.take(lambda place, value: place[-1] == "stance" and place[0] in words.TOPICS and len(place) == 5,
                       lambda place: [place[:3]])
    if not found:
        return False
    place, value = found
    return draft.set(place, "supports" if value == "contradicts" else "contradicts", EVIDENCE)


def tier(draft):
    """A source that is weighed anew moves the confidence of every rule that cites it."""
    found = draft.take(lambda place, value: place[0] == "sources" and place[2:] == ("tier",) and value != "article")
    if not found:
        return False
    place, value = found
    return draft.set(place, draft.rng.choice([word for word in words.TIERS if word != value]), EVIDENCE)


def text_becomes(draft, impact, matches):
    found = draft.take(lambda place, value: isinstance(value, dict) and "en" in value and matches(place))
    if not found:
        return False
    place, text = found
    if draft.chance(0.3):
        language = next(language for language in draft.identity.extra_languages + ["fr", "de"] if language not in text)
        # What somebody translated is no evidence.
        return draft.set(place + (language,), words.SENTENCES[language], EDITORIAL)
    return draft.set(place + ("en",), "Reworded: " + text["en"], impact)


def claim(draft):
    return text_becomes(draft, EVIDENCE, lambda place: place[-1] == "claim")


def wording(draft):
    return text_becomes(draft, EDITORIAL, lambda place: place[-1] in ("name", "notes"))


def note_comes_or_goes(draft):
    found = draft.take(lambda place, value: is_rule(place), lambda place: [place + ("notes",)])
    if not found:
        return False
    place, rule = found
    if "notes" in rule:
        return draft.drop(place + ("notes",), EDITORIAL)
    return draft.set(place + ("notes",), {"en": "Shops tell more.", "zh": words.SENTENCES["zh"]}, EDITORIAL)


def source_read_again(draft):
    found = draft.take(lambda place, value: place[0] == "sources" and len(place) == 2)
    if not found:
        return False
    place = found[0]
    draft.set(place + ("accessed",), "2027-01-02", EVIDENCE)
    if draft.chance(0.3):
        draft.set(place + ("archived",), not found[1].get("archived", False), EVIDENCE)
    return True


def alternatives(draft):
    """Advice for travellers stands outside the rules."""
    if not draft.claim(("alternatives",)):
        return False
    if "alternatives" in draft.head:
        item = {"kind": "global_sim", "evidence": one_page(draft)}
        return draft.add_item(("alternatives", "global_sim"), item, EVIDENCE)
    return draft.set(("alternatives",), [{"kind": "public_wifi", "evidence": one_page(draft)}], EVIDENCE)


def one_page(draft):
    source = draft.rng.choice(draft.head["sources"])["id"]
    return [{"source": source, "stance": "supports", "claim": {"en": words.CLAIMS[0]}}]


def reasons(draft):
    found = draft.take(lambda place, value: is_rule(place) and value["verdict"] in ("not_allowed", "not_offered")
                       and "reasons" not in value and place[0] == "transfer",
                       lambda place: [place + ("reasons",), place + ("verdict",)])
    reason = {"kind": "technical", "evidence": one_page(draft)}
    return bool(found) and draft.set(found[0] + ("reasons",), [reason], EVIDENCE)


def mechanism(draft):
    """The same rule is sorted in elsewhere: another kind of product, neither better nor worse."""
    found = draft.take(lambda place, value: is_rule(place) and place[0] != "tethering"
                       and value["verdict"] not in words.OFFERED, lambda place: [place])
    if not found:
        return False
    place, rule = found
    mechanisms = {"transfer": ["top_up", "community_pool", "symbolic_gift"], "roaming": words.ROAMINGS}[place[0]]
    used = {other["mechanism"] for other in draft.head[place[0]]}
    free = [word for word in mechanisms if word not in used]
    return bool(free) and draft.claim((place[0], free[0].replace("_", "-"))) and draft.set(
        place + ("mechanism",), free[0], NEUTRAL)


def policy_ends(draft):
    before = draft.head["lifecycle"]
    if not draft.claim(("lifecycle",)):
        return False
    after = draft.rng.choice([word for word in words.LIFECYCLES if word != before])
    return draft.set(("lifecycle",), after, better_if(words.LIFECYCLES.index(after) > words.LIFECYCLES.index(before)))


def policy_facts(draft):
    """What is not told at first: known now, or not any more."""
    name = draft.rng.choice(["esim", "identity_checks", "operator", "networks"])
    if not draft.claim((name,)):
        return False
    if name == "networks":
        return draft.add_item(("networks", "second"), {"id": "second", "role": "partner", "operator": "Example Air"},
                              CLARIFIED)
    if name in draft.head:
        return draft.drop((name,), NEUTRAL if draft.head[name] == "unknown" else OBSCURED)
    if name == "operator":
        return draft.set((name,), {"en": "Example Holdings"}, CLARIFIED)
    return draft.set((name,), {"esim": "offered", "identity_checks": ["id_document"]}[name], CLARIFIED)


def zone_comes_or_goes(draft):
    if not draft.claim(ZONE_IDS):
        return False
    used = {zone for place in draft.rules() for zone in zones_in(find(draft.head, place))}
    unused = [zone["id"] for zone in draft.head["zones"] if zone["id"] not in used]
    if unused and len(draft.head["zones"]) > 1 and draft.chance(0.5) and draft.claim(("zones", unused[0])):
        return draft.remove_item(("zones", unused[0]), OBSCURED)
    return draft.claim(("zones", "islands")) and draft.add_item(
        ("zones", "islands"), {"id": "islands", "name": {"en": "Islands"}, "countries": ["FJ", "WS", "NO"]}, CLARIFIED)


def zones_in(value):
    """Collects the zones that a rule names."""
    if isinstance(value, list):
        return set().union(*map(zones_in, value))
    if not isinstance(value, dict):
        return set()
    return set(value.get("zones", [])).union(*map(zones_in, value.values()))


EDITS = [support_comes, contradiction_comes, evidence_goes, stance, tier, claim, wording, wording,
         note_comes_or_goes, source_read_again, alternatives, reasons, mechanism, policy_ends, policy_facts,
         zone_comes_or_goes]
