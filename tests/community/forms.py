#!/usr/bin/env python3
"""Looks at what GitHub shows to people: issue forms, owners, pages. forms.py [--self-test]

Forms that GitHub would not show are found here first; words that they repeat are those of the schema; owners own what is there;
links lead to files. The self-test breaks each in turn, and expects that it is found.
"""
import json
import pathlib
import re
import shutil
import sys
import tempfile

try:
    import yaml
except ImportError:
    print("skipped: python3-yaml is not installed; it comes with pre-commit, see scripts/bootstrap --test")
    sys.exit(77)

ROOT = pathlib.Path(__file__).resolve().parents[2]
FORMS = ".github/ISSUE_TEMPLATE"
PAGES = ("README.md", "CONTRIBUTING.md", "SECURITY.md", "CODE_OF_CONDUCT.md", "policies/README.md")
NEEDED = {"markdown": {"value"}, "input": {"label"}, "textarea": {"label"}, "dropdown": {"label", "options"},
          "checkboxes": {"label", "options"}}


def faults_of_form(name, form):
    for key in ("name", "description", "body"):
        if not form.get(key):
            yield f"{name}: has no {key}"
    seen = set()
    for at, part in enumerate(form.get("body", [])):
        where = f"{name}: part {at + 1}"
        needed = NEEDED.get(part.get("type"))
        if needed is None:
            yield f"{where}: type {part.get('type')} is none"
            continue
        for key in sorted(needed - set(part.get("attributes", {}))):
            yield f"{where}: has no {key}"
        if part["type"] == "markdown":
            continue
        if not re.fullmatch(r"[A-Za-z0-9_-]+", str(part.get("id"))) or part["id"] in seen:
            yield f"{where}: its id is missing, wrong or there twice"
        seen.add(part.get("id"))
        options = part["attributes"].get("options", [])
        if len({str(option) for option in options}) != len(options) or not all(
                isinstance(option, dict if part["type"] == "checkboxes" else str) for option in options):
            yield f"{where}: its options are no different texts"


def options(form, part):
    return next((each["attributes"]["options"] for each in form["body"] if each.get("id") == part), [])


def faults_of_words(forms, schema):
    kinds = [option.split(" - ")[0] for option in options(forms["new-policy.yml"], "kind")[:-1]]
    if kinds != schema["properties"]["kind"]["enum"]:
        yield f"new-policy.yml: the kinds are not those of the schema: {kinds}"
    topics = [name for name, field in schema["properties"].items() if field.get("x-topic") == name]
    if options(forms["wrong-policy.yml"], "topic")[:-1] != topics:
        yield f"wrong-policy.yml: the topics are not those of the schema: {topics}"


def faults_of_owners(root):
    lines = [line.split() for line in (root / ".github/CODEOWNERS").read_text().splitlines()]
    rules = [line for line in lines if line and not line[0].startswith("#")]
    for rule in rules:
        # A levels file is there only where it is needed.
        path = rule[0].lstrip("/")
        if path not in ("*", "gate-levels.yaml") and not (root / path).exists():
            yield f"CODEOWNERS: {rule[0]} is not there"
        if len(rule) < 2 or not all(re.fullmatch(r"@[\w-]+/[\w-]+", owner) for owner in rule[1:]):
            yield f"CODEOWNERS: {rule[0]} has no team"
    for path in ("/policies/", "/schemas/", "/src/", "/.github/"):
        if path not in [rule[0] for rule in rules]:
            yield f"CODEOWNERS: nobody owns {path}"


def anchors_of(text):
    titles = re.findall(r"^#+ (.*)$", text, re.M)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


def faults_of_links(root):
    for page in PAGES:
        text = (root / page).read_text()
        for link in re.findall(r"\]\((?!https:)([^)\s]+)\)", text):
            path, _, anchor = link.partition("#")
            target = (root / page).parent / path if path else root / page
            if not target.exists():
                yield f"{page}: {link} leads nowhere"
            elif anchor and anchor not in anchors_of(target.read_text()):
                yield f"{page}: {link} leads to no heading"


def faults(root):
    forms = {path.name: yaml.safe_load(path.read_text()) for path in sorted((root / FORMS).glob("*.yml"))}
    if forms.pop("config.yml").get("blank_issues_enabled") is not False:
        yield "config.yml: issues without a form are allowed"
    for name, form in forms.items():
        yield from faults_of_form(name, form)
    yield from faults_of_words(forms, json.loads((root / "schemas/policy.schema.json").read_text()))
    yield from faults_of_owners(root)
    yield from faults_of_links(root)


BROKEN = [
    (f"{FORMS}/bug.yml", "id: version", "id: command", "there twice"),
    (f"{FORMS}/bug.yml", "type: input", "type: text", "type text is none"),
    (f"{FORMS}/bug.yml", "label: Version", "title: Version", "has no label"),
    (f"{FORMS}/bug.yml", "description: A finding", "about: A finding", "has no description"),
    (f"{FORMS}/config.yml", "false", "true", "without a form"),
    (f"{FORMS}/new-policy.yml", "- sub_brand - ", "- second_brand - ", "not those of the schema"),
    (f"{FORMS}/wrong-policy.yml", "[transfer, ", "[", "not those of the schema"),
    (f"{FORMS}/wrong-policy.yml", "- Our data was wrong from the start", "- The carrier changed its rule", "no different texts"),
    ("schemas/policy.schema.json", '"mvno", "visitor_sim"', '"mvno", "mvne", "visitor_sim"', "not those of the schema"),
    (".github/CODEOWNERS", "/schemas/ ", "/schema/ ", "/schema/ is not there"),
    (".github/CODEOWNERS", "/src/ ", "/tests/ ", "nobody owns /src/"),
    (".github/CODEOWNERS", "@simrules/policies", "someone@example.com", "has no team"),
    ("policies/README.md", "(#changing-a-rule)", "(#changing)", "leads to no heading"),
    ("SECURITY.md", "(reports/README.md)", "(reports/READ.md)", "leads nowhere"),
]


def self_test():
    with tempfile.TemporaryDirectory() as name:
        for number, (path, right, wrong, expected) in enumerate(BROKEN):
            root = pathlib.Path(name) / str(number)
            shutil.copytree(ROOT, root, symlinks=True, ignore=lambda where, names: {"build", ".git", "tests"} & set(names)
                            if pathlib.Path(where) == ROOT else ())
            text = (root / path).read_text()
            (root / path).write_text(text.replace(right, wrong, 1))
            found = list(faults(root))
            if right not in text or not any(expected in fault for fault in found):
                sys.exit(f"FAILED: {path} with {wrong} is not found: {found}")
    print(f"{len(BROKEN)} broken copies are found")


if sys.argv[1:] == ["--self-test"]:
    self_test()
else:
    found = list(faults(ROOT))
    print("\n".join(found) or "forms, owners and links are as they should be")
    sys.exit(1 if found else 0)
