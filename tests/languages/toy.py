#!/usr/bin/env python3
"""Adds a language to a scratch repository as one file, every English text in marks of its own, and looks for it in
whatever speaks a language: toy.py <simrules> <folder to work in>"""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys

SOURCE = pathlib.Path(__file__).resolve().parents[2]
TAG = "kab"
OPEN, CLOSE = "⟦", "⟧"


def marked(value, place=()):
    """Marks every text; the joiners of a list and the names of months stay what they are."""
    if isinstance(value, dict):
        return {name: marked(member, place + (name,)) for name, member in value.items()}
    if place[-1] in ("$schema", "language", "html_lang", "months", "list_comma", "colon", "sentence_joiner", "plural"):
        return value
    return f"{OPEN}{value}{CLOSE}"


def add_language(root):
    english = json.loads((SOURCE / "schemas/languages/en.json").read_text(encoding="utf-8"))
    toy = marked(english)
    toy.update(language=TAG, html_lang=TAG)
    (root / "schemas/languages").mkdir(parents=True)
    (root / "schemas/languages" / f"{TAG}.json").write_text(json.dumps(toy, ensure_ascii=False), encoding="utf-8")
    return toy


def edit(policy):
    """Changes a limit, a verdict and a revision, as a carrier would."""
    text = policy.read_text(encoding="utf-8")
    new = re.sub(r"verdict: allowed", "verdict: conditional", text, count=1)
    assert new != text, policy
    policy.write_text(new, encoding="utf-8")


class Tool:
    def __init__(self, program, root):
        self.program, self.root, self.faults = program, root, []

    def run(self, *words, status=(0, 1)):
        done = subprocess.run([self.program, *words], cwd=self.root, capture_output=True, text=True)
        if done.returncode not in status:
            sys.exit(f"simrules {' '.join(words)}: exit {done.returncode}\n{done.stdout}{done.stderr}")
        return done.stdout

    def expect(self, texts, *words):
        """Expects every text in the output of a command."""
        out = self.run(*words)
        # Lines are broken for the terminal.
        flat = re.sub(r"\s+", " ", out)
        for text in texts:
            if re.sub(r"\s+", " ", text) not in flat:
                self.faults.append(f"simrules {' '.join(words)}: no {text!r} in\n{out[:1500]}")


def main(program, folder):
    root = pathlib.Path(folder)
    shutil.rmtree(root, ignore_errors=True)
    root.mkdir(parents=True)
    shutil.copytree(SOURCE / "policies", root / "policies", ignore=shutil.ignore_patterns("*.md"))
    shutil.copytree(SOURCE / "policies", root / "base/policies", ignore=shutil.ignore_patterns("*.md"))
    toy = add_language(root)
    messages, label = toy["messages"], {name: entry.get("label") for name, entry in toy["fields"].items()}
    policy = next(path for path in sorted(root.glob("policies/*/*.yaml")) if "verdict: allowed" in path.read_text())
    edit(policy)
    tool = Tool(os.path.abspath(program), root)

    report = messages["report"]
    diff = ["diff", "--against", "base/policies", "--lang", TAG]
    tool.expect([report["base"], report["head"], "the ⟦verdict⟧"][:2] + [messages["impacts"]["more_restrictive"]], *diff)
    tool.expect([report["title"], report["policy_and_rule"], report["before"]], *diff, "--format", "markdown")
    tool.expect([report["title"], f'lang="{TAG}"', messages["impacts"]["more_restrictive"]], *diff, "--format", "html")
    tool.expect([messages["impacts"]["more_restrictive"]], *diff, "--format", "github")
    tool.expect([f'"{TAG}":', OPEN], "query", "--format", "json", "--policy", policy.parent.name + "/" + policy.stem)
    tool.expect([report["brand"], report["confidence"], label["verdict"]], "query", "--lang", TAG)
    tool.expect([messages["stale"]["age"], messages["stale"]["newest_source"]],
                "stale", "--as-of", "2030-01-01", "--lang", TAG)
    tool.expect([messages["stale"]["title"]], "stale", "--as-of", "2030-01-01", "--lang", TAG, "--format", "markdown")
    tool.expect([f"--lang en|ja|{TAG}|zh"], "query", "--help")

    tool.run("release", "--initial", "--date", "2030-01-01", status=(0,))
    name = policy.parent.name + "/" + policy.stem
    tool.expect([messages["history"]["records"]], "history", name, "--lang", TAG)
    tool.expect([OPEN], "history", name, "--format", "json")
    rows = (root / "reports/1.0.0/rules.ndjson").read_text(encoding="utf-8")
    if f'"{TAG}":"{OPEN}' not in rows.replace('": "', '":"'):
        tool.faults.append("the rows of a release have no sentence in the language")
    tool.run("verify", status=(0,))
    tool.run("release", "--preview", "next", "--date", "2030-01-02")
    page = (root / f"next/report.{TAG}.html").read_text(encoding="utf-8")
    for use in ("changes", "how_sure", "licence", "brands", "each"):
        if messages["page"][use] not in page:
            tool.faults.append(f"no {messages['page'][use]!r} on the page")
    for expected in (f'<html lang="{TAG}">', f'hreflang="{TAG}" href="report.{TAG}.html"'):
        if expected not in page:
            tool.faults.append(f"no {expected!r} on the page")
    if f'href="report.{TAG}.html"' not in (root / "next/report.html").read_text(encoding="utf-8"):
        tool.faults.append("the English page does not lead to the other one")
    tool.expect([messages["page"]["brands"]], "page", "--lang", TAG, "--as-of", "2030-01-02")
    for fault in tool.faults:
        print(fault)
    return 1 if tool.faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
