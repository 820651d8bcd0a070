#!/usr/bin/python3
"""Pull requests that want more than to change a policy, judged by scripts/ci/judge: hostile_pull_requests.py SIMRULES

Each is a commit on a scratch repository. It must end as its row says and say so readably; no line of what is said or
written is a command to the runner that is not ours; and nothing but the folder for results is touched.
"""
import functools
import hashlib
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

from runner import foreign_commands

TOOL = pathlib.Path(sys.argv[1]).resolve()
ROOT = pathlib.Path(__file__).resolve().parents[2]
POLICY = (ROOT / "tests/walkthrough/one.yaml").read_text()
EVIL = "::error title=pwned::x ##[error]pwned %0A::set-output name=a::b <img src=x onerror=alert(1)> @octocat #1 " \
       "[x](javascript:alert(1)) ![y](https://evil.example/y.png) | `a` **b** -- &lt; \\\\"
CHANGED = POLICY.replace("verdict: allowed\n    allowance", "verdict: not_allowed\n    allowance")

work = pathlib.Path(tempfile.mkdtemp())
repository, temporary = work / "repository", work / "tmp"
environment = {key: value for key, value in os.environ.items() if not key.startswith(("GIT_", "GITHUB_"))} | {
    "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1", "GIT_CEILING_DIRECTORIES": str(work),
    "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.com", "GIT_COMMITTER_NAME": "A",
    "GIT_COMMITTER_EMAIL": "a@example.com", "TMPDIR": str(temporary), "NO_COLOR": "1"}


def git(*arguments, text=b""):
    done = subprocess.run(["git", *arguments], cwd=repository, env=environment, input=text, capture_output=True)
    if done.returncode:
        sys.exit(f"git {arguments}: {done.stderr.decode()}")
    return done.stdout.decode().strip()


@functools.cache
def blob(text):
    return git("hash-object", "-w", "--stdin", text=text if isinstance(text, bytes) else text.encode())


def commit(parent, edits, message):
    """A commit on `parent` with entries set (path: text, or (mode, object)) or removed (path: None)."""
    git("read-tree", parent)
    lines = []
    for path, what in edits.items():
        path = path if isinstance(path, bytes) else path.encode()
        mode, name = what if isinstance(what, tuple) else ("0", "0" * 40) if what is None else ("100644", blob(what))
        lines.append(f"{mode} {name}\t".encode() + path + b"\0")
    git("update-index", "-z", "--index-info", text=b"".join(lines))
    return git("commit-tree", "-p", parent, "-m", message, git("write-tree"))


def climbing(parent):
    """A commit whose policies/ has an entry `..`, which no index would take."""
    inner = git("mktree", "-z", text=f"100644 blob {blob('pwned')}\tescaped.yaml\0".encode())
    policies = git("mktree", "-z", text=f"040000 tree {inner}\t..\0".encode() +
                   f"100644 blob {blob(POLICY)}\tone.yaml\0".encode())
    rest = "\0".join(line for line in git("ls-tree", "-z", parent).split("\0") if line and "\tpolicies" not in line)
    tree = git("mktree", "-z", text=f"{rest}\0" f"040000 tree {policies}\tpolicies\0".encode())
    return git("commit-tree", "-p", parent, "-m", "climbs", tree)


def snapshot():
    """All of the scratch place but the results: names, modes and bytes."""
    seen = {}
    for path in sorted(work.rglob("*")):
        if "out" in path.relative_to(work).parts[:1]:
            continue
        kind = os.readlink(path) if path.is_symlink() else path.read_bytes() if path.is_file() else b""
        seen[str(path)] = (path.lstat().st_mode, hashlib.sha256(kind if isinstance(kind, bytes) else kind.encode()).hexdigest())
    return seen


schema = (ROOT / "schemas/policy.schema.json").read_text()
permissive = '{"$schema": "http://json-schema.org/draft-07/schema#", "title": "anything", "type": "object"}\n'
unknown = POLICY.replace("kind: mno", "kind: mno\nsecret_field: {a: 1}")
hostile_text = POLICY.replace("tier: official", "tier: official, title: X", 0)
for plain in ("Data goes to family lines.", "A pass for neighbours.", "The hotspot is free.", "Max", "Mini", "Nearby"):
    hostile_text = hostile_text.replace(f"en: {plain}", "en: '" + EVIL.replace("'", "''") + "'")
hostile_text = hostile_text.replace("publisher: One", "publisher: '" + EVIL + "'").replace(
    "name: {en: One, ja", "name: {en: '" + EVIL + "', ja").replace(
    "currency: JPY", "currency: JPY\nnotes: {en: '" + EVIL + "'}")
commands_everywhere = CHANGED.replace("id: hotspot", "id: '" + EVIL[:60] + "'").replace("kind: mno", "kind: '" + EVIL + "'")
two = POLICY.replace("jp/one", "jp/two")
workflow = "on: pull_request_target\npermissions: write-all\n"

# name: (edits, exit, what is said, what is not said)
NAMES = {
    "colons": "policies/jp/::error title=pwned::x.yaml",
    "an old command": "policies/jp/##[add-mask]x.yaml",
    "a newline": "policies/jp/x\n::error title=pwned::y.yaml",
    "a carriage return": "policies/jp/x\r::error title=pwned::y.yaml",
    "percent": "policies/jp/x%0A::error title=pwned::y.yaml",
    "quotes": "policies/jp/\"x'`y`.yaml",
    "a leading dash": "policies/jp/--root=x.yaml",
    "a dash folder": "policies/-rf/x.yaml",
    "a hidden file": "policies/jp/.gitattributes",
    "invalid UTF-8": b"policies/jp/x\xff\xfe.yaml",
    "the other direction": "policies/jp/x\u202elmay.yaml",
    "a dollar": "policies/jp/$(touch pwned).yaml",
    "a long one": "policies/jp/" + "x" * 240 + " .yaml",
}
CASES = {f"a name with {what}": ({name: two}, 1, ["odd-name", "`policies/"], []) for what, name in NAMES.items()} | {
    "an honest change": ({"policies/jp/one.yaml": CHANGED}, 1, ["change-without-revision"], []),
    "a new policy": ({"policies/jp/two.yaml": two}, 0, ["0 errors"], []),
    "no data at all": ({"src/main.cc": "int x;\n"}, 0, ["0 errors"], []),
    "a symbolic link": ({"policies/jp/two.yaml": ("120000", "/etc/passwd")}, 1, ["not-a-plain-file", "symbolic link"], ["root:"]),
    "a hundred symbolic links": ({f"policies/jp/x{at}.yaml": ("120000", "/etc/passwd") for at in range(100)}, 1,
                                 ["not-a-plain-file", "100 findings"], ["x99.yaml"]),
    "more files than anybody has": ({f"policies/jp/x{at}.yaml": two for at in range(10_001)}, 1, ["too-many-files"], []),
    "a file of 2 MiB": ({"policies/jp/two.yaml": "#" * (2 << 20)}, 1, ["too-large"], []),
    "policies as a link": ({"policies/jp/one.yaml": None, "policies": ("120000", "/etc")}, 1, ["not-a-folder"], []),
    "policies as a file": ({"policies/jp/one.yaml": None, "policies": "x\n"}, 1, ["not-a-folder"], []),
    "a submodule": ({"policies/jp/sub": ("160000", "1" * 40)}, 1, ["not-a-plain-file", "submodule"], []),
    "policies as a submodule": ({"policies/jp/one.yaml": None, "policies": ("160000", "1" * 40)}, 1, ["not-a-folder"], []),
    "an executable": ({"policies/jp/two.yaml": ("100755", two)}, 1, ["not-a-plain-file", "executable"], []),
    "texts full of commands": ({"policies/jp/one.yaml": hostile_text}, 0, ["judge: 1 policies"], []),
    "words full of commands": ({"policies/jp/one.yaml": commands_everywhere}, 1, ["policies/jp/one.yaml"], []),
    "a schema that allows its data": ({"policies/jp/one.yaml": unknown, "schemas/policy.schema.json": permissive}, 1,
                                      ["split-pull-request", "once it is merged", "unknown-key"], []),
    "a schema alone": ({"schemas/policy.schema.json": permissive}, 0, ["0 errors"], ["split-pull-request"]),
    "levels that wave it through": ({"policies/jp/one.yaml": CHANGED, "gate-levels.yaml":
                                     "change-without-revision: note\n"}, 1,
                                    ["split-pull-request", "change-without-revision", "gate-levels.yaml of the branch"], []),
    "settings that wave it through": ({"policies/jp/one.yaml": CHANGED, ".simrules.toml":
                                       "[gate]\nfail-on = 'never'\n"}, 1,
                                      ["split-pull-request", "change-without-revision", ".simrules.toml of the branch"], []),
    "a workflow beside its data": ({"policies/jp/two.yaml": two, ".github/workflows/policies.yml": workflow}, 1,
                                   ["split-pull-request"], []),
    "a script beside its data": ({"policies/jp/two.yaml": two, "scripts/ci/judge": "exit 0\n"}, 1, ["split-pull-request"], []),
    "a build beside its data": ({"policies/jp/two.yaml": two, "CMakeLists.txt": "\n"}, 1, ["split-pull-request"], []),
    "attributes that hide its data": ({"policies/jp/two.yaml": unknown, ".gitattributes": "policies/** export-ignore\n"}, 1,
                                      ["split-pull-request", "unknown-key"], []),
    "everything deleted": ({"policies/jp/one.yaml": None, "schemas/policy.schema.json": None, "gate-levels.yaml": None}, 1,
                           ["no-policies"], []),
    "the policies deleted": ({"policies/jp/one.yaml": None}, 1, ["no-policies"], []),
    "only a text left": ({"policies/jp/one.yaml": None, "policies/README.md": "gone\n"}, 1, ["no-policies"], []),
    "a name of machinery that is a command": ({"policies/jp/two.yaml": two, "src/x\n::error title=pwned::y": "\n"}, 1,
                                              ["split-pull-request", "\\n::error"], []),
}

failures = 0


def fail(name, why, said):
    global failures
    failures += 1
    print(f"FAILED: {name}: {why}\n" + "\n".join("    " + repr(line)[1:-1] for line in said.splitlines()[:20]))


def judge(base, head, on_github):
    out = work / "out"
    shutil.rmtree(out, ignore_errors=True)
    extra = {"GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": str(work / "out-summary")} if on_github else {}
    summary = work / "out-summary"
    summary.unlink(missing_ok=True)
    done = subprocess.run([ROOT / "scripts/ci/judge", "--tool", TOOL, "--base", base, "--head", head, "--out", out],
                          cwd=repository, env=environment | extra, capture_output=True, timeout=120)
    written = {path.name: path.read_bytes() for path in sorted(out.iterdir())} if out.is_dir() else {}
    if on_github and (summary.read_bytes() if summary.exists() else b"") != written.get("preview.md", b""):
        fail("the summary", "is not the preview", "")
    summary.unlink(missing_ok=True)
    return done.returncode, (done.stdout + done.stderr).decode("utf-8"), written


def try_case(name, base, head, code, says, never):
    before = snapshot()
    # Where the tool itself speaks, its own tests compare how.
    for on_github in (True, False) if "odd-name" in says or "split-pull-request" in says else (True,):
        actual, said, written = judge(base, head, on_github)
        if actual != code and not (code is None and actual in (0, 1)):
            fail(name, f"exit {actual}, not {code}", said)
        for text in says:
            if text not in said:
                fail(name, f"does not say {text!r}", said)
        for text in never:
            if text in said or any(text.encode() in each for each in written.values()):
                fail(name, f"says {text!r}", said)
        if said.count("::error") - said.count("::error::") > 11:
            fail(name, "more annotations than the runner shows", said)
        for log in [said] + [each.decode("utf-8") for each in written.values()]:
            for line in foreign_commands(log):
                fail(name, f"gives the runner a command: {line!r}", said)
        if [char for char in said if not (char == "\n" or char.isprintable())]:
            fail(name, "says what cannot be read", said)
        if actual == 1 and "preview.md" not in written:
            fail(name, "leaves no preview", said)
    if snapshot() != before:
        fail(name, "touched something", str(set(snapshot().items()) ^ set(before.items())))


def main():
    repository.mkdir()
    temporary.mkdir()
    git("init", "-q", "-b", "main")
    for path in ("schemas", "gate-levels.yaml"):
        source = ROOT / path
        if source.is_dir():
            shutil.copytree(source, repository / path)
    (repository / "policies/jp").mkdir(parents=True)
    (repository / "policies/jp/one.yaml").write_text(POLICY)
    git("add", ".")
    git("commit", "-qm", "Base")
    base = git("rev-parse", "HEAD")
    heads = {}
    for name, (edits, *rest) in CASES.items():
        edits = {path: (what[0], blob(what[1])) if isinstance(what, tuple) and what[0] in ("120000", "100755") else what
                 for path, what in edits.items()}
        heads[name] = (commit(base, edits, name), *rest)
    heads["a way upward"] = (climbing(base), 1, ["odd-name", "`policies/../escaped.yaml`"], [])
    git("read-tree", base)
    for name, (head, *rest) in heads.items():
        try_case(name, base, head, *rest)
    for wrong in ("nothing", "--upload-pack=x", "HEAD:policies"):
        actual, said, _ = judge(base, wrong, True)
        if actual != 2 or "git knows no commit" not in said:
            fail(f"the commit {wrong}", f"exit {actual}", said)
    shutil.rmtree(work)
    print(f"{len(heads)} pull requests, {failures} failures")
    sys.exit(1 if failures else 0)


main()
