"""A small repository to release from, and what its `reports/` may hold after a run that was disturbed."""
import hashlib
import json
import os
import pathlib
import re
import shutil
import subprocess

FIRST = ("--initial", "--date", "2026-11-22")
SECOND = ("--date", "2026-11-23")
VERSION = "1.1.0"
SKIPPED = 77
# What the policy below needs of the policy schema: reading all of it would take most of the time.
ROOT_FIELDS = {"schema_version", "id", "name", "kind", "lifecycle", "countries", "currency", "networks", "plans",
               "transfer", "roaming", "tethering", "sources"}
RULE_FIELDS = {"id", "mechanism", "plans", "verdict", "recipients", "evidence", "revision"}
POLICY = """\
schema_version: 1
id: jp/{id}
name: {{en: {id}}}
kind: mno
lifecycle: active
countries: [JP]
currency: JPY
networks:
  - {{id: own, role: own, plmn: ["{plmn}"]}}
plans:
  - {{id: max, name: {{en: Max}}}}
transfer:
  - id: data-gift
    mechanism: gift_allowance
    plans: all
    verdict: conditional
    recipients: {recipients}
    evidence:
      - {{source: faq, stance: supports, claim: {{en: Data goes to family lines.}}}}
    revision: {{date: 2026-11-22, cause: initial}}
roaming:
  - {{id: day-pass, mechanism: day_pass, plans: all, verdict: unknown, revision: {{date: 2026-11-22, cause: initial}}}}
tethering:
  - {{id: hotspot, mechanism: hotspot, plans: all, verdict: unknown, revision: {{date: 2026-11-22, cause: initial}}}}
sources:
  - {{id: faq, url: "https://one.example/faq", publisher: One, tier: official, language: ja, accessed: 2026-11-22}}
"""


def write_policy(root, policy, recipients="family_group"):
    """Writes a policy file of the scratch repository."""
    path = root / "policies" / "jp" / f"{policy}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(POLICY.format(id=policy, recipients=recipients, plmn="440-10" if policy == "one" else "440-50"), encoding="utf-8")


def references(node):
    """Returns the names of the definitions that a node refers to."""
    if isinstance(node, list):
        return set().union(*map(references, node))
    if not isinstance(node, dict):
        return set()
    found = {node["$ref"].rsplit("/", 1)[1]} if "$ref" in node else set()
    return found.union(*map(references, node.values()))


def straighten(node):
    """Gives each field one direction: what turns it may be taken out."""
    for child in node.values() if isinstance(node, dict) else node:
        if isinstance(child, (dict, list)):
            straighten(child)
    if isinstance(node, dict) and isinstance(node.get("x-better"), dict):
        node["x-better"] = node["x-better"]["else"]


def small_schema(schema):
    """Takes out of the policy schema what the policies of the scratch repository do not use."""
    straighten(schema)
    known = schema["definitions"]
    wanted = {"transfer_rule": RULE_FIELDS, "roaming_rule": RULE_FIELDS, "tethering_rule": RULE_FIELDS,
              "plan": {"id", "name"}}
    for node, fields in [(schema, ROOT_FIELDS)] + [(known[name], fields) for name, fields in wanted.items()]:
        node["properties"] = {name: field for name, field in node["properties"].items() if name in fields}
        for word in ("allOf", "x-order", "x-short", "x-scopes", "defaultSnippets"):
            node.pop(word, None)
    live, waiting = set(), references({name: node for name, node in schema.items() if name != "definitions"})
    while waiting:
        live |= waiting
        waiting = set().union(*(references(known[name]) for name in waiting)) - live
    schema["definitions"] = {name: node for name, node in known.items() if name in live}
    return schema


def is_sanitized(binary):
    """Tells whether a program watches its own memory: it is slow then."""
    with open(binary, "rb") as program:
        return b"__asan_init" in program.read()


def environment():
    """Returns the variables that a run gets. A leak cannot be looked for where another program is tracing."""
    kept = {name: value for name, value in os.environ.items() if name not in ("SOURCE_DATE_EPOCH", "GITHUB_ACTIONS")}
    options = [os.environ.get("ASAN_OPTIONS", ""), "detect_leaks=0", "allocator_may_return_null=1"]
    return kept | {"LC_ALL": "C", "TZ": "UTC", "NO_COLOR": "1", "ASAN_OPTIONS": ":".join(filter(None, options))}


class Scratch:
    """A repository with one release, a changed policy, and so a second release to be made.

    Shape: `before` and `after` are what `reports/` holds before and after an undisturbed run.
    """

    def __init__(self, binary, root):
        self.binary, self.root = pathlib.Path(binary).resolve(), pathlib.Path(root).resolve()
        self.reports = self.root / "reports"
        self.kept = self.root.with_name(self.root.name + ".kept")
        for folder in (self.root, self.kept):
            shutil.rmtree(folder, ignore_errors=True)
        write_policy(self.root, "one")
        write_policy(self.root, "two")
        (self.root / "schemas").mkdir()
        shipped = json.loads(self.must("schema", "policy").stdout)
        text = json.dumps(small_schema(shipped), ensure_ascii=False, indent=1)
        (self.root / "schemas" / "policy.schema.json").write_text(text, encoding="utf-8")
        self.must("release", *FIRST)
        write_policy(self.root, "one", "same_brand")
        shutil.copytree(self.reports, self.kept, symlinks=True)
        self.before = self.state()
        self.must("release", *SECOND)
        self.must("verify")
        self.after = self.state()
        self.restore()

    def run(self, *arguments, under=(), **options):
        """Runs the tool in the repository, below another command if one is named."""
        command = [str(part) for part in (*under, self.binary, *arguments)]
        return subprocess.run(command, cwd=self.root, env=environment(), check=False, encoding="utf-8",
                              errors="replace", stdin=subprocess.DEVNULL, timeout=120,
                              **({"capture_output": True} | options))

    def must(self, *arguments):
        """Runs the tool and stops everything when it fails undisturbed."""
        done = self.run(*arguments)
        if done.returncode != 0:
            raise SystemExit(f"FAILED: simrules {' '.join(arguments)}\n{done.stdout}{done.stderr}")
        return done

    def restore(self):
        """Puts the first release back, and nothing else."""
        shutil.rmtree(self.reports, ignore_errors=True)
        shutil.copytree(self.kept, self.reports, symlinks=True)

    def state(self):
        """Returns the digest of every file below `reports/`, and every folder; the number of a process is left out."""
        found = {}
        for path in sorted(self.reports.rglob("*")):
            name = re.sub(r"^(\.staging-[0-9.]+)-[0-9]+", r"\1-N", str(path.relative_to(self.reports)))
            found[name] = "folder" if path.is_dir() else hashlib.sha256(path.read_bytes()).hexdigest()
        return found

    def lists(self, version=VERSION):
        """Tells whether the index lists a version."""
        index = json.loads((self.reports / "index.json").read_text(encoding="utf-8"))
        return any(release["version"] == version for release in index["releases"])


def below(state, folder):
    """Returns what a state has in one folder."""
    return {name: digest for name, digest in state.items() if name == folder or name.startswith(folder + "/")}


class Judge:
    """Holds what is left after a run against what must hold whatever happened to it."""

    def __init__(self, scratch):
        self.scratch = scratch
        self.settled = {}

    def faults(self, done, tidied=True, signal=0):
        """Returns what is wrong after a run that may die of `signal`; not `tidied`: it could not clean up."""
        scratch, state, said = self.scratch, self.scratch.state(), done.stdout + done.stderr
        wrong = []
        if below(state, "1.0.0") != below(scratch.before, "1.0.0"):
            wrong.append("an earlier release is not what it was")
        published = scratch.lists()
        if published and below(state, VERSION) != below(scratch.after, VERSION):
            wrong.append("the index lists a release that is not complete")
        if done.returncode == 0 and state != scratch.after:
            wrong.append("exit 0, but the release is not complete")
        if done.returncode > 0 and published and f"{VERSION} is published" not in said:
            wrong.append("not exit 0, but the release is there and the message does not say so")
        if tidied and [name for name in state if name.startswith(".staging-")]:
            wrong.append("a staged file or folder is left")
        if tidied and not published and below(state, VERSION):
            wrong.append("a folder is left that the index does not list")
        if done.returncode not in (0, 1, 2, -signal):
            wrong.append(f"exit {done.returncode}")
        key = tuple(sorted(state.items()))
        if key not in self.settled:
            self.settled[key] = self.aftermath()
        return wrong + self.settled[key]

    def aftermath(self):
        """Verifies what is left and runs again: both must succeed, and give what an undisturbed run gives."""
        wrong = []
        verified = self.scratch.run("verify")
        if verified.returncode != 0:
            wrong.append("verify fails: " + verified.stdout)
        again = self.scratch.run("release", *SECOND)
        if again.returncode != 0:
            wrong.append("another run fails: " + again.stderr)
        elif self.scratch.state() != self.scratch.after:
            wrong.append("another run does not give what an undisturbed run gives")
        return wrong
