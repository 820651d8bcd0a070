#!/usr/bin/python3
"""Artefacts that want more than to be shown, given to scripts/ci/comment, with a server that only writes down what it is
asked. Whatever comes, what is posted is Markdown of which nothing is alive but the links that it may have."""
import io
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import warnings
import xml.etree.ElementTree as xml
import zipfile

from runner import foreign_commands

ROOT = pathlib.Path(__file__).resolve().parents[2]
SHA, MARKER = "a" * 40, "<!-- simrules:changes -->"
work = pathlib.Path(tempfile.mkdtemp())
failures = 0

# Stands for gh: answers from files, through the filters that it is given, and keeps what is written.
FAKE = r"""#!/usr/bin/env bash
set -euo pipefail
[ "$1" = api ] || exit 9
shift
filter=. method=GET input='' path=''
while [ $# -gt 0 ]; do
  case $1 in
    --jq) filter=$2; shift 2 ;;
    --method) method=$2; shift 2 ;;
    --input) input=$2; shift 2 ;;
    --paginate) shift ;;
    -*) exit 9 ;;
    *) [ -z "$path" ] || exit 9; path=$1; shift ;;
  esac
done
printf '%s %s\n' "$method" "$path" >>"$ANSWERS/calls"
case "$method ${path%%\?*}" in
  'GET repos/o/r/pulls') jq -r "$filter" "$ANSWERS/pulls.json" ;;
  'GET repos/o/r/actions/runs/7/artifacts') jq -r "$filter" "$ANSWERS/artifacts.json" ;;
  'GET repos/o/r/actions/artifacts/5/zip') cat "$ANSWERS/preview.zip" ;;
  'GET repos/o/r/pulls/'[0-9]*/files) jq -r "$filter" "$ANSWERS/files.json" ;;
  'GET repos/o/r/issues/'[0-9]*/comments) jq -r "$filter" "$ANSWERS/comments.json" ;;
  'POST repos/o/r/issues/'[0-9]*/comments | 'PATCH repos/o/r/issues/comments/'[0-9]*)
    cp "$input" "$ANSWERS/posted.json"; echo '{"html_url": "x"}' | jq -r "$filter" ;;
  *) exit 8 ;;
esac
"""


def fail(name, why, said=""):
    global failures
    failures += 1
    print(f"FAILED: {name}: {why}\n" + "\n".join("    " + repr(line)[1:-1][:300] for line in said.splitlines()[:20]))


def archive(*members):
    """A zip of (name, bytes, mode)."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data, mode in members:
            info = zipfile.ZipInfo(name)
            info.external_attr = mode << 16
            info.compress_type = zipfile.ZIP_DEFLATED
            file.writestr(info, data)
    return out.getvalue()


def preview(text):
    return archive(("preview.md", text if isinstance(text, bytes) else text.encode(), 0o100644))


def cleaned(data):
    """What scripts/ci/comment would post of an artefact, without asking anybody."""
    (work / "preview.zip").write_bytes(data)
    done = subprocess.run([ROOT / "scripts/ci/clean-preview", work / "preview.zip"], capture_output=True, text=True, timeout=60)
    return done.returncode, done.stderr, [], f"{MARKER}\n{done.stdout}"


def run(data, *, pulls=((7, SHA),), size=None, files=("policies/jp/a.yaml",), comments=(), count=1, environment=()):
    answers = work / "answers"
    shutil.rmtree(answers, ignore_errors=True)
    answers.mkdir()
    write = lambda name, value: (answers / name).write_text(json.dumps(value))
    (answers / "preview.zip").write_bytes(data)
    write("pulls.json", [{"number": number, "head": {"sha": sha}} for number, sha in pulls])
    write("artifacts.json", {"artifacts": [{"id": 5, "name": "preview", "expired": False,
                                            "size_in_bytes": len(data) if size is None else size}] * count})
    write("files.json", [{"filename": name} for name in files])
    write("comments.json", [{"id": 900 + at, "user": {"login": login}, "body": body} for at, (login, body) in enumerate(comments)])
    done = subprocess.run([ROOT / "scripts/ci/comment"], capture_output=True, text=True, timeout=60,
                          env=os.environ | {"PATH": f"{work / 'bin'}:{os.environ['PATH']}", "ANSWERS": str(answers),
                                            "REPOSITORY": "o/r", "RUN_ID": "7", "HEAD_SHA": SHA} | dict(environment))
    calls = (answers / "calls").read_text().splitlines() if (answers / "calls").exists() else []
    posted = json.loads((answers / "posted.json").read_text())["body"] if (answers / "posted.json").exists() else None
    return done.returncode, done.stdout + done.stderr, calls, posted


ALIVE = {"document", "paragraph", "heading", "text", "code", "strong", "link", "softbreak", "linebreak", "thematic_break",
         "list", "item", "table", "table_header", "table_row", "table_cell"}


def alive(body):
    """What a reader of Markdown makes of a body that it should not: as cmark-gfm with GitHub's extensions reads it."""
    tree = xml.fromstring(subprocess.run(
        ["cmark-gfm", "--to", "xml", "-e", "table", "-e", "autolink", "-e", "strikethrough", "-e", "tagfilter"],
        input=body, capture_output=True, text=True, check=True).stdout)
    for node in tree.iter():
        kind = node.tag.split("}")[-1]
        if kind not in ALIVE:
            yield f"a {kind}"
        elif kind == "link":
            if not re.fullmatch(r"https://[A-Za-z0-9.-]+(/[^\s<>\"]*)?", node.get("destination")) or list(node)[0].tag.split("}")[-1] != "code":
                yield f"a link to {node.get('destination')}"
        elif kind == "text" and re.search(r"@\w|#\d|(?i:gh-\d)|https?://|www\.", node.text or ""):
            yield f"a reference in {node.text!r}"


HEADER = "## Gate: 0 errors\n\n| A | B |\n|---|---|\n"
TEXTS = {
    "HTML": "<img src=x onerror=alert(1)><details open><summary>x</summary><script>alert(1)</script>\n",
    "a comment that hides": "<!-- \n## hidden\n",
    "another marker": f"{MARKER}\n{MARKER}\ntext {MARKER}\n",
    "mentions": "@octocat @org/team cc: @x, mail a@b.example\n| @octocat | `x` @octocat |\n",
    "escaped mentions": "\\@octocat \\\\@octocat &#64;octocat &commat;octocat\n",
    "references": "#1 o/r#1 GH-1 gh-2 fixes #3 https://github.com/o/r/issues/4 o/r@" + SHA + "\n",
    "links": "[approve](https://evil.example) [x](javascript:alert(1)) <https://evil.example> https://evil.example www.evil.example "
             "[`label`](<javascript:alert(1)>) [`l`](<http://evil.example/>) [`l`](<https://github.com/o/r/issues/1>) "
             "[`l`](<https://x.github.com>) [`l`](<https://GitHub.com/o/r/issues/1>) [`l`](<https://github.com./o/r/issues/1>) "
             "[`l`](<https://user@evil.example/>) [`l`](<https://evil.example/ \"t\">)\n",
    "a reference definition": "[x]: https://evil.example\n\n[x] [x][x] ![x]\n[^1]\n\n[^1]: note\n",
    "images": "![x](https://evil.example/x.png) [![x](https://evil.example/x.png)](https://evil.example)\n",
    "code that ends in the next line": "a `\n` @octocat ` <b>x</b>\n",
    "code across cells": "| a | b |\n|---|---|\n| `a | @octocat <b>` | c |\n| `a \\| @octocat` | \\`<b>x</b>\\` |\n",
    "backslashes before code": "\\`@octocat\\` \\\\`x` \\\\\\`<b>`\n",
    "runs of backticks": "``` a `` @octocat ```` b ` c ``\n```\n@octocat\n```\n~~~\n<b>\n",
    "blocks": "> @octocat\n\n    indented @octocat\n\n1. @a\n\n***\n===\n+ @x\n- [x] @y\n- - - @z\n# Top\n##### Five\n",
    "emphasis": "**bold @octocat <b>** ~~gone~~ *x* __y__ **a** @octocat **b**\n**`x` @octocat**\n",
    "a direction": "abc\u202edef\u200b\u2066 \ufeff@octo\u200bcat\u0007\u009b31m\n",
    "separators": "a\u2028@octocat\u2029<b>\r<b>\x0b@octocat\x0c<i>\x85@x\n",
    "math": "$\\href{javascript:alert(1)}{x}$ $$x$$\n",
    "what our own tool writes": (ROOT / "tests/cases/gate/every-format/expected/out/gate.md").read_text(),
}
warnings.simplefilter("ignore", UserWarning)  # of an archive that holds one name twice
REFUSED = {
    "NUL as a link": archive(("preview.md", "/etc/passwd", 0o120777)),
    "a folder": archive(("preview.md/", "", 0o40755)),
    "a device": archive(("preview.md", "", 0o20666)),
    "another name": archive(("../preview.md", "x", 0o100644)),
    "two files": archive(("preview.md", "x", 0o100644), ("number", "1", 0o100644)),
    "the same twice": archive(("preview.md", "x", 0o100644), ("preview.md", "y", 0o100644)),
    "no file": archive(),
    "no archive": b"PK\x03\x04 not really",
    "nothing": b"",
    "not UTF-8": preview(b"\xff\xfe@octocat"),
    "a bomb": preview(b"x" * (8 << 20)),
    "one byte too many": preview(b"\n" * ((1 << 20) + 1)),
}
OURS, THEIRS = ("github-actions[bot]", MARKER + "\nold"), ("octocat", MARKER + "\nforged")


def main():
    (work / "bin").mkdir()
    (work / "bin/gh").write_text(FAKE)
    (work / "bin/gh").chmod(0o755)
    for name, text in TEXTS.items():
        in_a_table = HEADER + "| " + text.replace("\n", " ") + " | x |\n"
        for code, said, calls, posted in (run(preview(text)), cleaned(preview(in_a_table))):
            if code != 0 or posted is None:
                fail(name, f"exit {code}, not posted", said)
                continue
            if not posted.startswith(MARKER + "\n") or posted.count("<!--") != 1:
                fail(name, "does not begin with the marker alone", posted)
            for what in alive(posted.removeprefix(MARKER + "\n").replace(
                    f"[this run](https://github.com/o/r/actions/runs/7)", "")):
                fail(name, what, posted)
            for line in foreign_commands(said):
                fail(name, f"gives the runner a command: {line}", said)
    for name, data in REFUSED.items():
        code, said, calls, posted = run(data)
        if code != 1 or posted is not None or "nothing is posted" not in said:
            fail(name, f"exit {code}, posted {posted!r}", said)

    # Too long to post as a whole, with characters of several bytes.
    code, said, calls, posted = run(preview(("料" * 70 + "\n") * 4000))
    if code != 0 or not 50_000 < len(posted) < 65_536 or "more lines are in the summary" not in posted:
        fail("a long preview", f"exit {code}, {len(posted or '')} characters", said)

    table = [  # what is asked: the answer of the script, which calls write, what is in the comment
        ("a first comment", {}, 0, ["POST repos/o/r/issues/7/comments"], "text"),
        ("an update", {"comments": [THEIRS, OURS, OURS]}, 0, ["PATCH repos/o/r/issues/comments/901"], "text"),
        ("a forged comment", {"comments": [THEIRS]}, 0, ["POST repos/o/r/issues/7/comments"], "text"),
        ("a comment of ours about something else", {"comments": [("github-actions[bot]", "see " + MARKER)]}, 0,
         ["POST repos/o/r/issues/7/comments"], "text"),
        ("code in the pull request", {"files": ["policies/jp/a.yaml", ".github/workflows/policies.yml"]}, 0,
         ["POST repos/o/r/issues/7/comments"], "1 files of this pull request are no policies"),
        ("a name that hides code", {"files": ["x\npolicies/a.yaml"]}, 0, ["POST repos/o/r/issues/7/comments"], "no policies"),
        ("a head that moved on", {"pulls": [(7, "b" * 40)]}, 0, [], None),
        ("no pull request", {"pulls": []}, 0, [], None),
        ("two pull requests of one head", {"pulls": [(7, SHA), (8, SHA), (9, "b" * 40)]}, 0,
         ["POST repos/o/r/issues/7/comments", "POST repos/o/r/issues/8/comments"], "text"),
        ("a number that is none", {"pulls": [("7/../8", SHA)]}, 1, [], None),
        ("no artefact", {"count": 0}, 0, [], None),
        ("two artefacts", {"count": 2}, 1, [], None),
        ("a large artefact", {"size": 3_000_000}, 1, [], None),
        ("an endless size", {"size": 10 ** 30}, 1, [], None),
        ("a head that is no commit", {"environment": {"HEAD_SHA": "$(id)"}}, 2, [], None),
        ("a run that is no number", {"environment": {"RUN_ID": "7/../8"}}, 2, [], None),
        ("a repository that is a path", {"environment": {"REPOSITORY": "o/r/../x"}}, 2, [], None),
    ]
    for name, how, wanted, writes, text in table:
        code, said, calls, posted = run(preview("text\n"), **how)
        if code != wanted or [call for call in calls if not call.startswith("GET")] != writes or \
                (text is None) != (posted is None) or (text and text not in posted):
            fail(name, f"exit {code}, calls {calls}, posted {posted!r}", said)
    shutil.rmtree(work)
    print(f"{2 * len(TEXTS) + len(REFUSED) + len(table) + 1} artefacts, {failures} failures")
    sys.exit(1 if failures else 0)


main()
