#!/usr/bin/env python3
"""Compares what simrules reports about a corpus with the corpus's key, change by change.

  check.py --simrules build/dev/simrules --count 1000 --seed 1 --work DIR
"""
import sys

sys.dont_write_bytecode = True

import argparse
import collections
import json
import pathlib
import subprocess
import time

from make_corpus import make_corpus

SHOWN = 20
COMPARED = ("policy", "pointer", "kind", "impact", "before", "after")
# What is invented at random need not make sense; changes are told of it all the same.
SENSE = ("contradicting-values", "incomplete-terms", "above-its-maximum", "too-many-decimals", "shared-plmn")


def run(*command):
    """Runs a command; returns its exit code and what it wrote."""
    done = subprocess.run([str(part) for part in command], capture_output=True, encoding="utf-8", check=False)
    return done.returncode, done.stdout, done.stderr


def in_any_order(value):
    """Sorts every list, because a policy has none whose order has a meaning."""
    if isinstance(value, dict):
        return {name: in_any_order(item) for name, item in value.items()}
    if isinstance(value, list):
        return sorted(map(in_any_order, value), key=lambda item: json.dumps(item, sort_keys=True))
    return value


def text_of(change):
    """Writes what counts of a change; one of substance has no impact of its own: effects have."""
    compared = {name: change.get(name) for name in COMPARED}
    if compared["impact"] not in ("evidence", "editorial"):
        compared["impact"] = None
    return json.dumps(in_any_order(compared), sort_keys=True, ensure_ascii=False)


def shorten(text):
    return text if len(text) <= 400 else text[:400] + " ..."


def show(title, texts):
    for text in texts[:SHOWN]:
        change = json.loads(text)
        print(f"{title}: {change['policy']} {change['pointer']} {change['kind']} {change['impact']}")
        print(f"    before {shorten(json.dumps(change['before'], ensure_ascii=False))}")
        print(f"    after  {shorten(json.dumps(change['after'], ensure_ascii=False))}")
    if len(texts) > SHOWN:
        print(f"{title}: {len(texts) - SHOWN} more")


def compare(expected, reported):
    """Prints what one side has and the other has not; returns how many those are."""
    wanted = collections.Counter(map(text_of, expected))
    got = collections.Counter(map(text_of, reported))
    missing = sorted((wanted - got).elements())
    unexpected = sorted((got - wanted).elements())
    show("not reported", missing)
    show("not expected", unexpected)
    return len(missing) + len(unexpected)


def files_of(folder):
    return {path.relative_to(folder): path.read_bytes() for path in sorted(folder.rglob("*.yaml"))}


def check_valid(simrules, folder, files):
    """Returns how many findings `validate` has in some files of a folder."""
    code, output, errors = run(simrules, "validate", "--root", folder, "--format", "json",
                               *(folder / file for file in files))
    if code not in (0, 1):
        sys.exit(f"validate {folder}: exit {code}\n{errors}")
    findings = [finding for finding in json.loads(output)["diagnostics"] if finding["check"] not in SENSE]
    for finding in findings[:SHOWN]:
        print(f"{finding['path']}:{finding['line']}: {finding['message']} [{finding['check']}]")
    return len(findings)


def check_changes(simrules, work, key):
    """Compares the changes with the key; those of an edit without meaning are among the unexpected ones."""
    code, output, errors = run(simrules, "diff", "--root", work / "head", "--against", work / "base" / "policies",
                               "--format", "json", work / "head" / "policies")
    if code != 0:
        sys.exit(f"diff: exit {code}\n{errors}")
    reported = json.loads(output)["changes"]
    flagged = {change["policy"] for change in reported} & set(key["without_meaning"])
    for policy in sorted(flagged):
        print(f"{policy}: only {', '.join(key['without_meaning'][policy])}, and yet changes are reported")
    print(f"{len(reported)} changes reported, {len(key['changes'])} expected")
    return compare(key["changes"], reported)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--simrules", type=pathlib.Path, required=True)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--work", type=pathlib.Path, required=True)
    arguments = parser.parse_args()
    started = time.monotonic()
    work = arguments.work.resolve()
    key = make_corpus(work, arguments.count, arguments.seed)
    base, head = files_of(work / "base"), files_of(work / "head")
    wrong = check_valid(arguments.simrules, work / "base", base)
    wrong += check_valid(arguments.simrules, work / "head", [name for name in head if head[name] != base.get(name)])
    wrong += check_changes(arguments.simrules, work, key)
    never = [name for name, made in key["edits"].items() if made == 0]
    if never and arguments.count >= 1000:
        print(f"the corpus lacks the edits {', '.join(never)}")
        wrong += 1
    print(f"{arguments.count} policies, seed {arguments.seed}: {wrong} wrong, {time.monotonic() - started:.1f} s")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
