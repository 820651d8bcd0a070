#!/usr/bin/env python3
"""Mutates what people and pull requests bring to the built program, and looks at how it ends.

  mutate.py SIMRULES SECONDS [--runs N] [--seed N] [--keep FOLDER]

A small repository with two releases is made; then, one mutation at a time, its policies, schemas, languages, settings,
levels and releases go through the commands that read them, half of the releases with their digests made to fit. Every run
has to end with 0, 1 or 2, within 2 seconds of processor time and 512 MiB. What does not is copied to FOLDER, with its
command; the last line counts. Exit 0: all did; 1: some did not.
"""
import argparse
import copy
import hashlib
import json
import os
import pathlib
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
CATALOG = ROOT / "tests/impacts/catalog"
SECONDS, MEMORY_KIB = 2.0, 512 * 1024
ENVIRONMENT = {"PATH": "/usr/bin:/bin", "LC_ALL": "C", "TZ": "UTC", "SOURCE_DATE_EPOCH": "1796083200",
               "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1", "GIT_AUTHOR_NAME": "A",
               "GIT_AUTHOR_EMAIL": "a@example.com", "GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@example.com"}

LEVELS = """schema_version: 1
levels:
  - {check: change-without-note, level: warning, policy: jp/mineo, rule: tethering/hotspot, reason: The page is rewritten.}
"""
SETTINGS = """lang = "ja"
jobs = 1
[validate]
fail-on = "warning"
[diff]
against = "release"
"""

POLICY = (["validate"], ["validate", "--format", "sarif"], ["validate", "--fix", "--dry-run"], ["gate", "--against", "git:BASE"],
          ["gate", "--against", "release", "--format", "markdown"], ["diff", "--against", "git:BASE"],
          ["diff", "--against", "release", "--lang", "ja", "--format", "html"], ["query"], ["query", "--format", "json"],
          ["stale", "--as-of", "2027-06-01"], ["release", "--dry-run", "--date", "2026-12-05"])
SCHEMA = (["validate"], ["gate", "--against", "git:BASE"], ["diff", "--against", "git:BASE"], ["verify"],
          ["schema", "policy", "--format", "markdown"], ["schema", "dataset", "--format", "markdown"],
          ["schema", "manifest", "--format", "markdown"], ["release", "--dry-run", "--date", "2026-12-05"])
WORDS = (["validate"], ["diff", "--against", "git:BASE", "--lang", "ja"], ["query", "--lang", "en"],
         ["release", "--dry-run", "--date", "2026-12-05"])
JUDGE = (["gate", "--against", "git:BASE"], ["validate"], ["diff"])
REPORTS = (["verify"], ["verify", "reports/1.1.0"], ["diff", "--against", "release"], ["diff", "--against", "release:1.0.0", "release"],
           ["query", "--from", "release"], ["history", "jp/mineo"], ["gate", "--against", "release"],
           ["release", "--dry-run", "--date", "2026-12-05"])


class Run:
    """One end of the program."""

    def __init__(self, program, folder, command):
        self.command = command
        with tempfile.TemporaryFile() as said:
            process = subprocess.Popen([program, *command], cwd=folder, stdin=subprocess.DEVNULL, stdout=said,
                                       stderr=subprocess.STDOUT, env=ENVIRONMENT, preexec_fn=self.limit)
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = status
            said.seek(0)
            self.said = said.read(2000).decode("utf-8", "replace")
        self.code = os.waitstatus_to_exitcode(status)
        self.seconds = usage.ru_utime + usage.ru_stime
        self.kib = usage.ru_maxrss

    @staticmethod
    def limit():
        resource.setrlimit(resource.RLIMIT_CPU, (10, 11))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

    def fault(self):
        if self.code not in (0, 1, 2):
            return f"exit {self.code}"
        if self.seconds > SECONDS:
            return f"{self.seconds:.1f} s"
        return f"{self.kib // 1024} MiB" if self.kib > MEMORY_KIB else None


TEXTS = ["", "\0", "a\0b", "::error::x", "##[error]x", "\u202e", "\ud800", "e\u0301", "\n", "a\nb", "🂡" * 40, "x" * 3000, "=1+1",
         "unknown", "unlimited", "all", "jp/mineo", "2026-02-30", "9999-12-31", "0000-00-00", "2024", "24:30", "-1", "1e400", "0.0",
         "999999999999.999999999", "https://192.0.2.1/", "<script>", "../../../etc/passwd", "#/definitions/limit", "#", "^(a+)+$", "[", "(?"]
VALUES = [None, True, False, 0, -1, 1, 10 ** 18, -10 ** 18, 2 ** 63, 2 ** 64, 0.5, 1e300, [], {}, [[]], [{}], {"": 0}, ["a", "a"], {"a": {"b": {}}},
          {"value": 0, "unit": "GB"}, {"en": "x"}, {"$ref": "#"}, {"not": {}}]
BYTES = [b"\0", b"\xff", b"\xef\xbb\xbf", b"\r", b"\t", b"\n", b"---\n", b"...\n", b"&a ", b"*a", b"!!str ", b"<<: ", b"? ", b"- ", b": ", b"{", b"}",
         b"[", b"]", b",", b'"', b"'", b"|\n", b">\n", b"#", b"\\", b"%YAML 1.1\n", b"\xe2\x80\xae", b"\xed\xa0\x80", b"0x1F", b"1_000", b"TRUE", b"\\u0000"]


def deep(depth, leaf):
    value = leaf
    for _ in range(depth):
        value = [value] if depth % 2 else {"a": value}
    return value


class Mutator:
    """Changes bytes, or the values of a tree."""

    def __init__(self, seed):
        self.dice = random.Random(seed)

    def some_value(self):
        kind = self.dice.randrange(8)
        if kind < 3:
            return self.dice.choice(TEXTS)
        if kind < 7:
            return copy.deepcopy(self.dice.choice(VALUES))
        return deep(self.dice.choice([3, 20, 60]), self.dice.choice(TEXTS))

    def bytes(self, data):
        data = bytearray(data)
        for _ in range(self.dice.choice([1, 1, 1, 2, 5])):
            at, width = self.dice.randrange(len(data) + 1), self.dice.choice([1, 1, 2, 8, 80, 800])
            kind = self.dice.randrange(6)
            if kind == 0:
                del data[at:at + width]
            elif kind == 1 and at < len(data):
                data[at] ^= 1 << self.dice.randrange(8)
            elif kind == 2:
                data[at:at] = data[at:at + width] * self.dice.choice([1, 2, 30])
            elif kind == 3:
                data[at:at] = self.dice.choice(BYTES)
            elif kind == 4:
                other = self.dice.randrange(len(data) + 1)
                data[at:at] = data[other:other + width]
            else:
                data[at:at + width] = self.dice.choice(BYTES)
        return bytes(data)

    def lines(self, data):
        lines = data.split(b"\n")
        for _ in range(self.dice.choice([1, 1, 2])):
            at, other = self.dice.randrange(len(lines)), self.dice.randrange(len(lines))
            kind = self.dice.randrange(4)
            if kind == 0:
                del lines[at]
            elif kind == 1:
                lines.insert(at, lines[other])
            elif kind == 2:
                lines[at], lines[other] = lines[other], lines[at]
            else:
                lines[at] = self.dice.choice([b"  ", b" ", b""]) + lines[at].lstrip()
            lines = lines or [b""]
        return b"\n".join(lines)

    def places(self, tree, found, path=()):
        found.append(path)
        for key, part in tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ():
            self.places(part, found, path + (key,))
        return found

    def tree(self, tree):
        for _ in range(self.dice.choice([1, 1, 1, 2, 4])):
            path = self.dice.choice(self.places(tree, []))
            if not path:
                tree = self.some_value() if self.dice.random() < 0.05 else tree
                continue
            around = tree
            for key in path[:-1]:
                around = around[key]
            key, kind = path[-1], self.dice.randrange(7)
            if kind == 0:
                del around[key]
            elif kind == 1 and isinstance(around, list):
                around.insert(key, copy.deepcopy(around[key]))
            elif kind == 2 and isinstance(around, dict):
                around[self.dice.choice(TEXTS + ["x-better", "$ref", "formerly"])] = around.pop(key)
            elif kind == 3:
                other = self.dice.choice(self.places(tree, []))
                part = tree
                for step in other:
                    part = part[step]
                around[key] = copy.deepcopy(part)
            else:
                around[key] = self.some_value()
        return tree

    def file(self, path):
        data = path.read_bytes()
        kind = self.dice.randrange(4)
        if path.suffix in (".json", ".ndjson") and kind > 0:
            try:
                return json.dumps(self.tree(json.loads(data)), indent=self.dice.choice([None, 2])).encode()
            except (ValueError, RecursionError):
                return self.bytes(data)
        if path.suffix == ".yaml" and kind > 1:
            return json.dumps(self.tree(load_yaml(data)), indent=1, ensure_ascii=self.dice.random() < 0.5).encode("utf-8", "surrogatepass")
        return self.lines(data) if kind == 1 else self.bytes(data)


def load_yaml(data):
    import yaml
    return yaml.load(data, Loader=type("Loader", (yaml.CSafeLoader,), {
        "yaml_implicit_resolvers": {key: [row for row in rows if row[0] != "tag:yaml.org,2002:timestamp"]
                                    for key, rows in yaml.CSafeLoader.yaml_implicit_resolvers.items()}}))


def make_repository(program, folder):
    """A few policies, two releases of them, and all that judges them."""
    def run(*command):
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, env=ENVIRONMENT)
        if done.returncode != 0:
            sys.exit(f"mutate: {' '.join(command)} ended with {done.returncode}\n{done.stdout}{done.stderr}")

    (folder / "policies/jp").mkdir(parents=True)
    for name in ("mineo", "his-mobile", "ahamo"):
        shutil.copy(CATALOG / "jp" / f"{name}.yaml", folder / "policies/jp")
    for path in (folder / "policies/jp").iterdir():
        path.chmod(0o644)
        text = path.read_text()
        # A policy that is not here cannot be referred to.
        path.write_text("\n".join(line for line in text.split("\n") if not line.startswith("parent:")))
    shutil.copytree(ROOT / "schemas", folder / "schemas")
    (folder / "gate-levels.yaml").write_text(LEVELS)
    (folder / ".simrules.toml").write_text(SETTINGS)
    run(program, "release", "--initial", "--date", "2026-12-01")
    path = folder / "policies/jp/mineo.yaml"
    text = path.read_text()
    edited = text.replace("verdict: allowed", "verdict: unknown", 1)
    if edited == text:
        sys.exit("mutate: the edit of the second release does not fit the catalog any more")
    path.write_text(edited)
    run(program, "release", "--date", "2026-12-02")
    run("git", "init", "-q", "-b", "main", ".")
    run("git", "add", "-A")
    run("git", "commit", "-qm", "base")
    run("git", "tag", "BASE")


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def make_digests_fit(reports):
    """Writes manifests, sums and index anew, so that what was changed is read by more than the digests."""
    index = json.loads((reports / "index.json").read_text())
    before = None
    for entry in index["releases"]:
        folder = reports / entry["version"]
        manifest = json.loads((folder / "manifest.json").read_text())
        for file in manifest["files"]:
            path = folder / file["path"]
            file["sha256"], file["bytes"] = digest(path), path.stat().st_size
        if before:
            manifest["previous"]["manifest_sha256"] = before
        (folder / "manifest.json").write_text(json.dumps(manifest, indent=2, sort_keys=True, ensure_ascii=False) + "\n")
        sums = [line.split("  ", 1)[1] for line in (folder / "SHA256SUMS").read_text().splitlines()]
        (folder / "SHA256SUMS").write_text("".join(f"{digest(folder / name)}  {name}\n" for name in sums))
        before = entry["manifest_sha256"] = digest(folder / "manifest.json")
    (reports / "index.json").write_text(json.dumps(index, indent=2, sort_keys=True, ensure_ascii=False) + "\n")


def targets(folder):
    """What is mutated, how often, and what reads it."""
    yield 4, sorted((folder / "policies/jp").iterdir()), POLICY
    yield 3, [folder / "schemas/policy.schema.json"], SCHEMA
    yield 1, sorted(folder.glob("schemas/*.schema.json")), SCHEMA
    yield 1, sorted(folder.glob("schemas/languages/*.json")), WORDS
    yield 1, [folder / "gate-levels.yaml", folder / ".simrules.toml"], JUDGE
    yield 3, sorted(path for path in folder.glob("reports/**/*") if path.is_file()), REPORTS


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("seconds", type=int)
    parser.add_argument("--runs", type=int, default=10 ** 9)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=pathlib.Path, default=pathlib.Path("mutants"))
    options = parser.parse_args()
    program = str(pathlib.Path(options.program).resolve())
    mutator = Mutator(options.seed)
    work = pathlib.Path(tempfile.mkdtemp())
    whole, folder = work / "whole", work / "mutant"
    whole.mkdir()
    make_repository(program, whole)
    shutil.copytree(whole, folder)
    rows = list(targets(folder))
    # Where what is whole is refused already, mutants would prove nothing.
    for command in [command for row in rows for command in row[2]]:
        run = Run(program, folder, command)
        if run.code not in (0, 1) or run.fault():
            sys.exit(f"mutate: simrules {' '.join(command)} ended with {run.code} before anything was mutated\n{run.said}")
    ends, broken, worst = 0, {}, (0.0, 0)
    until = time.monotonic() + options.seconds
    while time.monotonic() < until and ends < options.runs:
        _, files, commands = mutator.dice.choices(rows, [row[0] for row in rows])[0]
        path = mutator.dice.choice(files)
        original = path.read_bytes()
        mutant = mutator.file(path)
        path.write_bytes(mutant)
        reports = folder / "reports"
        fitted = commands is REPORTS and mutator.dice.random() < 0.7
        if fitted:
            try:
                make_digests_fit(reports)
            except (ValueError, KeyError, TypeError, OSError, AttributeError, IndexError):
                pass
        for command in mutator.dice.sample(commands, 3):
            run = Run(program, folder, command)
            ends += 1
            worst = (max(worst[0], run.seconds), max(worst[1], run.kib))
            fault = run.fault()
            if fault is None:
                continue
            kind = (fault if fault.startswith("exit") else fault.split()[-1], run.said.strip().split("\n")[-1][:100])
            broken[kind] = broken.get(kind, 0) + 1
            if broken[kind] <= 2:
                kept = options.keep / f"{len(broken)}-{broken[kind]}"
                shutil.rmtree(kept, ignore_errors=True)
                shutil.copytree(folder, kept)
                (kept / "cmd").write_text(f"# {fault}: {path.relative_to(folder)}\nsimrules {' '.join(command)}\n")
                print(f"{fault}: simrules {' '.join(command)} with {path.relative_to(folder)}, in {kept}\n  {kind[1]}", flush=True)
        path.write_bytes(original)
        if fitted:
            shutil.rmtree(reports)
            shutil.copytree(whole / "reports", reports)
    shutil.rmtree(work)
    print(f"{ends} runs, {sum(broken.values())} ended wrong in {len(broken)} ways; the longest took {worst[0]:.2f} s, the largest {worst[1] // 1024} MiB")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
