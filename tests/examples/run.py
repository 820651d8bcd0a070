#!/usr/bin/env python3
"""Runs what `simrules explain` shows as commands: run.py SIMRULES [CHECK...]

The wrong commands of a check must find it; the right ones, run after them in the same repository, must not. Examples that are
texts are run by the unit tests of `cli`.
"""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
# What cannot be shown by running it once; each has a case or a test of its own.
ELSEWHERE = {
    "release-exists": "two runs that meet: tests/faults/together.py",
    "index-changed": "two runs that meet: tests/faults/together.py",
    "version-too-low": "its versions are those after one release",
    "release-feed-behind": "it goes back to the commit before a release",
    "release-duplicate-id": "a dataset alone lacks its schema",
    "release-newer": "a dataset alone lacks its schema",
    "policy-gone": "its right commands do not bring the file back",
    "unmatched-level": "its reason is too short for the levels file",
}
BY_HAND = "# and the digests of the release done again"


def main():
    tool, wanted = pathlib.Path(sys.argv[1]).resolve(), sys.argv[2:]
    who = {f"GIT_{role}_{what}": value for role in ("AUTHOR", "COMMITTER")
           for what, value in (("NAME", "A"), ("EMAIL", "a@example.com"))}
    env = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "GITHUB_"))} | who | {
        "PATH": f"{tool.parent}:{os.environ['PATH']}", "LC_ALL": "C.UTF-8", "TZ": "UTC", "NO_COLOR": "1",
        "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1"}

    def run(commands):
        done = subprocess.run(["bash", "-c", "\n".join(commands)], cwd=tree, env=env, text=True, stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=120)
        return done.stdout

    with tempfile.TemporaryDirectory(prefix="simrules-examples-") as name:
        tree = pathlib.Path(name) / "tree"
        for folder in ("policies", "reports", "schemas"):
            shutil.copytree(ROOT / folder, tree / folder)
        run(["git init -q -b main", "git add .", "git commit -qm 'Before the newest release' -- policies schemas",
             "git add .", "git commit -qm Tree", "git update-ref refs/remotes/origin/main HEAD"])
        checks = json.loads(run(["simrules explain --format json"]))["checks"]
        tried, failures = 0, 0
        for check in checks:
            name, wrong = check["check"], "\n".join(check["wrong"])
            if "simrules " not in wrong or name in ELSEWHERE or BY_HAND in wrong or wanted and name not in wanted:
                continue
            tried += 1
            run(["git sparse-checkout disable", "git reset -q --hard", "git clean -qfdx"])
            for commands, finds in ((check["wrong"], True), (check["right"], False)):
                said = run(commands)
                if (f"[{name}]" in said) != finds:
                    failures += 1
                    print(f"FAILED: {name}: {commands} {'does not find' if finds else 'finds'} it\n{said}")
    print(f"{tried} checks, {failures} failures")
    return 1 if failures or not tried else 0


if __name__ == "__main__":
    sys.exit(main())
