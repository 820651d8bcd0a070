#!/usr/bin/env python3
"""Asks the shipped policies what travellers ask: run.py SIMRULES
Every row of travellers.md is a question, the command that answers it, what its answer has to hold, and what the page of today
has to hold in the language of the command."""
import functools
import html
import os
import pathlib
import re
import shlex
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]


def said(tool, *arguments):
    """What the tool writes, as one line; a space between wide characters is only where a line broke."""
    done = subprocess.run([tool, *arguments, "--root", ROOT, "--no-config"], capture_output=True, text=True, timeout=120,
                          env=os.environ | {"NO_COLOR": "1"}, check=True)
    return one_line(done.stdout)


def one_line(text):
    return re.sub(r"(?<=[^\x00-\u2e7f]) (?=[^\x00-\u2e7f])", "", re.sub(r"\s+", " ", text))


@functools.cache
def page(tool, language):
    return one_line(html.unescape(re.sub(r"<[^>]*>", "", said(tool, "page", "--lang", language))))


def main():
    tool = sys.argv[1]
    table = (HERE / "travellers.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (.*) \| `(.*)` \| (.*) \| (.*) \|$", table, re.MULTILINE)
    failures = 0
    for question, command, answer, shown in rows:
        arguments = shlex.split(command)
        language = arguments[arguments.index("--lang") + 1] if "--lang" in arguments else "en"
        for wanted, where, text in ((answer, "the answer", said(tool, *arguments)), (shown, "the page", page(tool, language))):
            for missing in (part for part in wanted.split(" · ") if one_line(part) not in text):
                failures += 1
                print(f"{question}\n  {where} lacks: {missing}\n  simrules {shlex.join(arguments)}")
    print(f"{len(rows)} questions, {failures} failures")
    return failures > 0 or len(rows) < 10


if __name__ == "__main__":
    sys.exit(main())
