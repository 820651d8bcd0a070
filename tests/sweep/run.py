#!/usr/bin/python3
"""Edits every path of the shipped policies, one at a time, and asks the gate: run.py SIMRULES [--list]

A path names list items by `*`: `plans/*/price/per`. Each is changed to something else that is valid, and taken away where that is
valid, in one of the policies that have it; one run of the gate judges one edit of every policy. What passes without a reason has to be
one of `allowed.txt`, and each line there has to be of use. What has no valid edit is counted; --list names it, too."""
import copy
import fnmatch
import itertools
import json
import pathlib
import re
import subprocess
import sys
import tempfile

import yaml

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
SCHEMA = json.loads((ROOT / "schemas/policy.schema.json").read_text(encoding="utf-8"))
GONE = object()
BY_FORMAT = {"date": ["2026-11-01", "2020-02-03"], "partial-date": ["2026-11-01", "2020-02", "2020"], "first-day": ["2020-02-03", "unknown"],
             "country": ["FR", "US"], "currency": ["USD", "EUR"], "language": ["fr", "en"], "time-zone": ["Europe/Paris", "Asia/Tokyo"],
             "uri": ["https://example.com/other"], "plmn": ["440-20", "440-50"], "subdivision": ["FR-GP", "FR-RE"],
             "time": ["03:00", "04:00"]}


class Loader(yaml.SafeLoader):
    """Reads dates as the text that they are."""


Loader.yaml_implicit_resolvers = {key: [each for each in rows if each[0] != "tag:yaml.org,2002:timestamp"]
                                  for key, rows in yaml.SafeLoader.yaml_implicit_resolvers.items()}


def resolved(node):
    while "$ref" in node:
        target = SCHEMA
        for part in node["$ref"].removeprefix("#/").split("/"):
            target = target[part]
        node = target | {key: value for key, value in node.items() if key != "$ref"}
    return node


def child(node, token):
    node = resolved(node)
    if token == "*":
        return node.get("items", {})
    return node.get("properties", {}).get(token, node.get("additionalProperties") or {})


def places(value, node, name=(), at=()):
    """Lists every value below one: its path by names, its path by keys and indexes, its node of the schema, whether it can go."""
    members = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, member in members:
        token = "*" if isinstance(value, list) else key
        found = name + (token,), at + (key,), child(node, token), key not in resolved(node).get("required", [])
        yield found
        yield from places(member, found[2], *found[:2])


def others(value, node, policy):
    """Lists what could stand there instead, the likeliest to be valid first."""
    node = resolved(node)
    found = list(node.get("enum", []))
    found += re.findall(r"[a-z_]+", node["pattern"]) if re.fullmatch(r"\^\([a-z_|]+\)\$", node.get("pattern", "")) else []
    found += BY_FORMAT.get(node.get("format"), [])
    if node.get("x-refers") == "policies":
        found += ["jp/docomo", "jp/au"]
    elif "x-refers" in node:
        found += [each["id"] for each in policy.get(node["x-refers"], [])]
    if isinstance(value, bool):
        found.append(not value)
    elif isinstance(value, int):
        found += [value + 1, value - 1, value * 2, 1]
    elif isinstance(value, str) and not found:
        found += [value + "x", value + "-x", "0.5", "12:00", "1"]
    elif isinstance(value, list):
        found += [value[:at] + value[at + 1:] for at in range(len(value))]
        if value and isinstance(value[0], str):
            found += [value + [word] for word in others("", node.get("items", {}), policy)]
    return [each for each in found if each != value and type(each) in (type(value), str)]


def edited(policy, at, value):
    policy = copy.deepcopy(policy)
    holder = policy
    for key in at[:-1]:
        holder = holder[key]
    if value is GONE:
        del holder[at[-1]]
    else:
        holder[at[-1]] = value
    return policy


def edits_of(policies):
    """Lists what is to be tried: (path, kind, ways), each way a policy, a place in it and what stands there then."""
    ways = {}
    for name, policy in policies.items():
        for path, at, node, can_go in places(policy, SCHEMA):
            value = policy
            for key in at:
                value = value[key]
            path = "/".join(path)
            for other in others(value, node, policy)[:6]:
                ways.setdefault((path, "changed"), {}).setdefault(name, []).append((at, other))
            if can_go:
                ways.setdefault((path, "removed"), {}).setdefault(name, []).append((at, GONE))
    edits = []
    for index, (edit, by_policy) in enumerate(sorted(ways.items())):
        # Another policy first for each edit, so that many are judged at once.
        names = sorted(by_policy)
        names = names[index % len(names):] + names[:index % len(names)]
        rows = [[(name, *way) for way in by_policy[name][:8]] for name in names]
        edits.append((edit, [way for row in itertools.zip_longest(*rows) for way in row if way][:12]))
    return edits


class Sweep:
    """The policies in a scratch folder, as they are in base/ and edited in policies/."""

    def __init__(self, tool, folder):
        self.tool, self.folder = tool, folder
        paths = sorted((ROOT / "policies").glob("*/*.yaml"))
        self.base = {f"{path.parent.name}/{path.name}": yaml.load(path.read_text(encoding="utf-8"), Loader) for path in paths}
        for side in ("base", "policies"):
            for name, policy in self.base.items():
                self.write(f"{side}/{name}", policy)

    def write(self, name, policy):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(policy, ensure_ascii=False, indent=1), encoding="utf-8")

    def errors(self, *command):
        """Runs the program and lists the checks that find an error, by file."""
        done = subprocess.run([self.tool, *command, "--format", "json", "--no-config"], cwd=self.folder, capture_output=True, text=True)
        if done.returncode > 1:
            sys.exit(f"exit {done.returncode} of {command}:\n{done.stderr}")
        found = {}
        for each in json.loads(done.stdout)["diagnostics"]:
            if each["severity"] == "error":
                found.setdefault(each["path"], set()).add(each["check"])
        return found

    def valid(self, edits):
        """Keeps the ways that are valid: all are written side by side, and what is wrong with the last copy, too, is that there are more."""
        for name, policy in self.base.items():
            self.write(f"ways/z/{name}", policy)
        for number, (_, ways) in enumerate(edits):
            for at, (name, place, value) in enumerate(ways):
                self.write(f"ways/{number}-{at}/{name}", edited(self.base[name], place, value))
        errors = self.errors("validate", "ways")
        usual = {name: errors.get(f"ways/z/{name}", set()) for name in self.base}
        return [(edit, [way for at, way in enumerate(ways)
                        if not errors.get(f"ways/{number}-{at}/{way[0]}", set()) - usual[way[0]]])
                for number, (edit, ways) in enumerate(edits)]

    def passing(self, edits):
        """Makes the edits, one of each policy in a round, and returns those that the gate lets pass, and how many rounds it took."""
        rounds, passing = {}, {}
        for edit, ways in edits:
            name = min((way[0] for way in ways), key=lambda name: len(rounds.get(name, [])))
            rounds.setdefault(name, []).append((edit, next(way for way in ways if way[0] == name)))
        for tried in itertools.zip_longest(*rounds.values()):
            tried = [each for each in tried if each]
            for _, (name, place, value) in tried:
                self.write(f"policies/{name}", edited(self.base[name], place, value))
            errors = self.errors("gate", "--against", "base", "--as-of", "2099-01-01")
            for edit, way in tried:
                self.write(f"policies/{way[0]}", self.base[way[0]])
                if f"policies/{way[0]}" not in errors:
                    passing[edit] = way
        return passing, max(map(len, rounds.values()))


def main():
    tool = pathlib.Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory(prefix="simrules-sweep-") as folder:
        sweep = Sweep(tool, pathlib.Path(folder))
        edits = sweep.valid(edits_of(sweep.base))
        possible = [each for each in edits if each[1]]
        passing, rounds = sweep.passing(possible)
    lines = [line.split("#")[0].strip() for line in (HERE / "allowed.txt").read_text(encoding="utf-8").splitlines()]
    allowed = [line for line in lines if line]
    used, wrong = set(), 0
    for (path, kind), where in sorted(passing.items()):
        fitting = [pattern for pattern in allowed if fnmatch.fnmatchcase(path, pattern)]
        used.update(fitting)
        if "--list" in sys.argv:
            print(f"passes: {path} {kind}")
        if not fitting:
            wrong += 1
            print(f"passes without a reason: {path} {kind}, as in {where}")
    for pattern in allowed:
        if pattern not in used:
            wrong += 1
            print(f"allowed.txt has {pattern}, which nothing needs")
    if "--list" in sys.argv:
        print("\n".join(f"no valid edit: {path} {kind}" for (path, kind), ways in edits if not ways))
    paths = {path for (path, _), _ in possible}
    print(f"{len(paths)} paths, {len(possible)} edits in {rounds} rounds: {len(passing)} pass, {len(possible) - len(passing)} are refused; "
          f"{len(edits) - len(possible)} cannot be made alone; {wrong} wrong")
    return 1 if wrong or len(paths) < 200 else 0


if __name__ == "__main__":
    sys.exit(main())
