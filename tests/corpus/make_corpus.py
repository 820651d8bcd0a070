#!/usr/bin/env python3
"""Makes a base and a head of many policies, and the exact list of changes between them.

  make_corpus.py --count 1000 --seed 1 --out DIR

writes DIR/base/policies and DIR/head/policies, and DIR/changes.json: what a comparison has to report, known from how
the head was made. Brands are invented, rules are random; nothing here is a fact about any carrier.
"""
import sys

sys.dont_write_bytecode = True

import argparse
import collections
import copy
import json
import pathlib
import random
import shutil

import edits_items
import edits_other
import edits_rules
import edits_terms
from disguises import DISGUISES, disguise
from draft import CLARIFIED, EDITORIAL, EVIDENCE, OBSCURED, Draft, confidence, find
from identities import identities
from model import cited_sources, make_policy
from write_yaml import write_policy

EDIT_GROUPS = [edits_terms.EDITS, edits_items.EDITS, edits_rules.EDITS, edits_other.EDITS]
ALL_EDITS = {edit.__name__: edit for group in EDIT_GROUPS for edit in group}


def revise(draft, topic, rule_id):
    """Dates the revision of a rule, as its author has to; the words of a revision are editorial."""
    place = (topic, rule_id, "revision")
    draft.set(place + ("date",), "2026-05-20", EDITORIAL)
    cause = draft.rng.choice(["carrier_change", "correction", "clarification", "initial"])
    if cause != "initial":
        draft.set(place + ("cause",), cause, EDITORIAL)
    if "note" in find(draft.base, place):
        draft.set(place + ("note", "en"), "The terms are new.", EDITORIAL)
    elif draft.chance(0.5):
        draft.set(place + ("note",), {"en": "The terms are new.", "ja": "条件が変わった。"}, EDITORIAL)


def finish(draft):
    """Adds what follows from the edits: revisions, sources that nobody cites, confidence."""
    changed = {tuple(change["pointer"].split("/")[1:3]) for change in draft.changes}
    both = [place for place in draft.rules() if find(draft.base, place) is not None]
    for place in both:
        if place in changed and draft.chance(0.85):
            revise(draft, *place)
    for source in sorted({source["id"] for source in draft.head["sources"]} - cited_sources(draft.head)):
        draft.remove_item(("sources", source), EVIDENCE)
    for place in both:
        before = confidence(find(draft.base, place), draft.base)
        after = confidence(find(draft.head, place), draft.head)
        if before != after:
            draft.note(place + ("confidence",), "changed", EVIDENCE, before, after)


def rarest_edit(draft, made):
    """Makes the edit that was made least of those that are possible here."""
    for name in sorted(ALL_EDITS, key=lambda name: (made[name], name)):
        if ALL_EDITS[name](draft):
            return name
    return None


def edit_policy(identity, base, rng, made):
    """Returns the head of a policy with a few edits, now and then disguised as well; `made` counts them."""
    names = rng.sample(sorted(DISGUISES), rng.choice([0, 0, 1, 3]))
    draft = Draft(identity, base, disguise(copy.deepcopy(base), names, rng), rng)
    made[rarest_edit(draft, made)] += 1
    for _ in range(rng.choice([0, 1, 2, 4, 8])):
        edit = rng.choice(rng.choice(EDIT_GROUPS))
        if edit(draft):
            made[edit.__name__] += 1
    finish(draft)
    return draft


def rename(draft):
    """Gives the head another id, beside its former one."""
    former = draft.base["id"]
    draft.set(("id",), former + "-next", EDITORIAL)
    draft.set(("formerly",), [former], EDITORIAL)


TOPICS = ("transfer", "roaming", "tethering")


def whole_policy(policy, kind, impact, side):
    """Lists what is told of a policy that came or went: what it is, then each of its rules."""
    rest = {name: value for name, value in policy.items() if name not in TOPICS}
    told = [("", rest)] + [(f"/{topic}/{rule['id']}", rule) for topic in TOPICS for rule in policy.get(topic, [])]
    return [{"pointer": pointer, "kind": kind, "impact": impact, "before": None, "after": None, side: value}
            for pointer, value in told]


class Corpus:
    """The folder that is written and the key to it."""

    def __init__(self, out, seed):
        self.out = pathlib.Path(out)
        self.seed = seed
        self.key = {"added": [], "removed": [], "renamed": [], "without_meaning": {}, "changes": []}
        self.edits = collections.Counter()

    def rng(self, purpose, policy_id):
        return random.Random(f"{self.seed}/{purpose}/{policy_id}")

    def write(self, side, policy, style):
        path = self.out / side / "policies" / (policy["id"] + ".yaml")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(write_policy(policy, self.rng(f"style-{style}", policy["id"])), encoding="utf-8")

    def expect(self, policy_id, changes):
        self.key["changes"] += [{"policy": policy_id, **change} for change in changes]

    def add(self, identity, fate):
        """Writes one policy on the sides that its fate puts it on."""
        policy = make_policy(identity, self.rng("policy", identity.id))
        rng = self.rng("fate", identity.id)
        if fate == "added":
            self.write("head", policy, "base")
            self.key["added"].append(policy["id"])
            self.expect(policy["id"], whole_policy(policy, "added", CLARIFIED, "after"))
            return
        self.write("base", policy, "base")
        if fate == "removed":
            self.key["removed"].append(policy["id"])
            self.expect(policy["id"], whole_policy(policy, "removed", OBSCURED, "before"))
        elif fate == "disguised":
            names = rng.sample(sorted(DISGUISES), rng.randint(0, 3))
            self.write("head", disguise(copy.deepcopy(policy), names, rng), "head")
            self.key["without_meaning"][policy["id"]] = sorted(names) + ["restyle"]
        elif fate in ("edited", "renamed"):
            draft = edit_policy(identity, policy, rng, self.edits)
            if fate == "renamed":
                rename(draft)
                self.key["renamed"].append(policy["id"])
            self.write("head", draft.head, rng.choice(["base", "head"]))
            self.expect(draft.head["id"], draft.changes)
        else:
            self.write("head", policy, "base")

    def finish(self):
        self.key["edits"] = {name: self.edits[name] for name in sorted(ALL_EDITS)}
        text = json.dumps(self.key, ensure_ascii=False, indent=1)
        (self.out / "changes.json").write_text(text + "\n", encoding="utf-8")


def make_corpus(out, count, seed):
    """Writes a corpus of `count` policies on each side and returns its key."""
    shutil.rmtree(out, ignore_errors=True)
    corpus = Corpus(out, seed)
    few = max(1, count // 100)
    fates = ["removed"] * few + ["renamed"] * few + ["edited"] * (count * 45 // 100) + ["disguised"] * (count // 4)
    fates += ["untouched"] * (count - len(fates)) + ["added"] * few
    rng = random.Random(f"{seed}/identities")
    for identity, fate in zip(identities(len(fates), rng), fates):
        corpus.add(identity, fate)
    corpus.finish()
    return corpus.key


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", required=True)
    arguments = parser.parse_args()
    key = make_corpus(arguments.out, arguments.count, arguments.seed)
    print(f"{len(key['changes'])} changes, {len(key['without_meaning'])} policies edited without meaning")


if __name__ == "__main__":
    main()
