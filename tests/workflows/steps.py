#!/usr/bin/python3
"""Plays policies.yml and comment.yml step by step as a runner does, for pull requests on a scratch server: steps.py SIMRULES

What a pull request brings of its own (scripts, schemas, a judge that always says yes) must not run; the installer of
packages, the build and the API are stood in for, the rest is real.
"""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

import yaml

from runner import foreign_commands

TOOL = pathlib.Path(sys.argv[1]).resolve()
ROOT = pathlib.Path(__file__).resolve().parents[2]
POLICY = (ROOT / "tests/walkthrough/one.yaml").read_text()
work = pathlib.Path(tempfile.mkdtemp())
origin, author, failures = work / "server/o/r", work / "author", 0
CLEAN = {key: value for key, value in os.environ.items() if not key.startswith(("GIT_", "GITHUB_"))} | {
    "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1", "GIT_CEILING_DIRECTORIES": str(work), "NO_COLOR": "1",
    "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.com", "GIT_COMMITTER_NAME": "A",
    "GIT_COMMITTER_EMAIL": "a@example.com", "PATH": f"{work / 'bin'}:{os.environ['PATH']}"}


def fail(name, why, said=""):
    global failures
    failures += 1
    print(f"FAILED: {name}: {why}\n" + "\n".join("    " + repr(line)[1:-1] for line in said.splitlines()[-20:]))


def git(*arguments):
    return subprocess.run(["git", *arguments], cwd=author, env=CLEAN, check=True, capture_output=True, text=True).stdout.strip()


def script(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(0o755)


def pull_request(edits):
    """A branch with these files, merged into main as the server does it; returns the merge and the head."""
    git("checkout", "-q", "-B", "topic", "main")
    for name, text in edits.items():
        (author / name).parent.mkdir(parents=True, exist_ok=True)
        (author / name).write_text(text)
    git("add", ".")
    git("commit", "-qm", "Topic")
    head = git("rev-parse", "HEAD")
    git("checkout", "-q", "--detach", "main")
    git("merge", "-q", "--no-ff", "-m", "Merge", "topic")
    merge = git("rev-parse", "HEAD")
    git("push", "-q", "--force", "origin", f"{merge}:refs/pull/1/merge", f"{head}:refs/pull/1/head")
    return merge, head


def play(workflow, sha, variables):
    """Runs the steps of the only job in an empty workspace; returns what the last one said, and the workspace."""
    job, = yaml.safe_load((ROOT / ".github/workflows" / workflow).read_text())["jobs"].values()
    workspace = work / "workspace"
    shutil.rmtree(workspace, ignore_errors=True)
    workspace.mkdir()
    (work / "summary").write_text("")
    runner = {"GITHUB_ACTIONS": "true", "GITHUB_SERVER_URL": f"file://{work}/server", "GITHUB_REPOSITORY": "o/r", "GITHUB_SHA": sha,
              "GITHUB_STEP_SUMMARY": str(work / "summary")}
    for step in job["steps"]:
        if "run" not in step:
            continue
        (work / "step.sh").write_text(step["run"])
        known = {"${{ github.token }}": "token"} | variables
        values = {name: known[value] for name, value in step.get("env", {}).items()}
        done = subprocess.run(["bash", "--noprofile", "--norc", "-eo", "pipefail", work / "step.sh"], cwd=workspace,
                              env=CLEAN | runner | values, capture_output=True, text=True, timeout=120)
        if done.returncode:
            return step["name"], done.returncode, done.stdout + done.stderr, workspace
    return None, 0, done.stdout + done.stderr, workspace


QUEUE_BASE = "${{ github.event.merge_group.base_sha }}"
PWNED = f"touch {work}/pwned; exit 0"
BAD = POLICY.replace("jp/one", "jp/two").replace("kind: mno", "kind: mno\nsecret_field: 1")
evil = {name: f"#!/bin/sh\n{PWNED}\n" for name in ("scripts/ci/judge", "scripts/ci/say.bash", "scripts/bootstrap", "scripts/build",
                                                     "scripts/ci/comment", "scripts/ci/clean-preview")}
permissive = '{"$schema": "http://json-schema.org/draft-07/schema#", "title": "anything", "type": "object"}\n'
PULL_REQUESTS = {  # files, whether it may be merged, what is said
    "a new policy": ({"policies/jp/two.yaml": POLICY.replace("jp/one", "jp/two")}, True, "2 files checked"),
    "a bad policy": ({"policies/jp/two.yaml": BAD}, False, "::error title=unknown-key,file=policies/jp/two.yaml,"),
    "a bad policy and its own judge": ({"policies/jp/two.yaml": BAD} | evil, False, "::error title=split-pull-request::"),
    "a bad policy and its own schema": ({"policies/jp/two.yaml": BAD, "schemas/policy.schema.json": permissive}, False,
                                        "::error title=unknown-key,file=policies/jp/two.yaml,"),
    "only its own judge": (evil, True, "1 file checked"),
}
GH = f"""case "$*" in
  *pulls?state*) echo 7 ;;
  *artifacts?name*) stat -c '5 %s' {work}/preview.zip ;;
  *artifacts/5/zip*) cat {work}/preview.zip ;;
  *POST*) for last; do test "${{last%.json}}" = "$last" || cp "$last" {work}/posted; done ;;
esac"""


def main():
    script(work / "bin/apt-get", "exit 0")
    script(work / "bin/gh", GH)
    origin.mkdir(parents=True)
    subprocess.run(["git", "init", "-q", "--bare", "-b", "main", origin], env=CLEAN, check=True)
    author.mkdir()
    git("init", "-q", "-b", "main")
    git("remote", "add", "origin", str(origin))
    shutil.copytree(ROOT / "scripts/ci", author / "scripts/ci", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "schemas", author / "schemas")
    script(author / "scripts/bootstrap", "exit 0")
    script(author / "scripts/build", f'mkdir -p "build/$1" && ln -s {TOOL} "build/$1/simrules"')
    (author / "policies/jp").mkdir(parents=True)
    (author / "policies/jp/one.yaml").write_text(POLICY)
    (author / ".gitignore").write_text("/build/\n/out/\n")
    git("add", ".")
    git("commit", "-qm", "Base")
    git("push", "-q", "origin", "main")
    base = git("rev-parse", "main")
    for name, (edits, may_pass, text) in PULL_REQUESTS.items():
        merge, head = pull_request(edits)
        step, code, said, workspace = play("policies.yml", merge, {QUEUE_BASE: ""})
        if (code == 0) != may_pass or (code and step != "Judge the policies"):
            fail(name, f"step {step}, exit {code}", said)
        if text not in said:
            fail(name, f"does not say {text}", said)
        if foreign_commands(said):
            fail(name, f"gives the runner commands: {foreign_commands(said)}", said)
        preview = workspace / "out/judge/preview.md"
        if not preview.is_file() or (work / "summary").read_bytes() != preview.read_bytes():
            fail(name, "the summary is not the preview", said)
            continue
        # The other workflow: main's copy of it, at main.
        shutil.make_archive(str(work / "preview"), "zip", preview.parent, "preview.md")
        (work / "posted").unlink(missing_ok=True)
        step, code, said, _ = play("comment.yml", base, {
            "${{ github.token }}": "token", "${{ github.repository }}": "o/r", "${{ github.event.workflow_run.id }}": "9",
            "${{ github.event.workflow_run.head_sha }}": head})
        posted = json.loads((work / "posted").read_text())["body"] if (work / "posted").exists() else ""
        if code or not posted.startswith("<!-- simrules:changes -->\n") or head not in posted:
            fail(name, f"step {step}, exit {code}, posted {posted[:200]!r}", said)
    # A merge queue puts several on top of each other: each is judged, also what is not the last.
    pull_request({"policies/jp/two.yaml": BAD})
    (author / "policies/jp/three.yaml").write_text(POLICY.replace("jp/one", "jp/three"))
    git("add", ".")
    git("commit", "-qm", "Next in the queue")
    group = git("rev-parse", "HEAD")
    git("push", "-q", "--force", "origin", f"{group}:refs/heads/gh-readonly-queue/main/pr-2")
    step, code, said, _ = play("policies.yml", group, {QUEUE_BASE: base})
    if code != 1 or step != "Judge the policies" or "file=policies/jp/two.yaml," not in said:
        fail("a merge queue", f"step {step}, exit {code}", said)
    if (work / "pwned").exists():
        fail("all", "something of a pull request was run")
    shutil.rmtree(work)
    print(f"{len(PULL_REQUESTS)} pull requests, {failures} failures")
    sys.exit(1 if failures else 0)


main()
