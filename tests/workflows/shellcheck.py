#!/usr/bin/python3
"""Reads every script of the repository, and each `run:` of a workflow or action as a script, with shellcheck."""
import pathlib
import subprocess
import sys
import tempfile

import yaml

ROOT = pathlib.Path(__file__).resolve().parents[2]
tracked = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout.decode().split("\0")


def is_bash(path):
    """Told by its first line, or by its name where it is only sourced."""
    if path.suffix == ".bash":
        return True
    with path.open("rb") as file:
        return file.readline() in (b"#!/usr/bin/env bash\n", b"#!/bin/bash\n", b"#!/bin/sh\n")


def runs(path):
    data = yaml.safe_load(path.read_text())
    groups = [job.get("steps", []) for job in data.get("jobs", {}).values()] + [data.get("runs", {}).get("steps", [])]
    return [step["run"] for steps in groups for step in steps if "run" in step]


def check(paths):
    """What shellcheck says; a finding of any weight counts, but that a backtick in quotes may be meant as a command (here
    it quotes a word in a message) and that sed could be an expansion."""
    return subprocess.run(["shellcheck", "-e", "SC2016,SC2001", "-s", "bash", "-x", "-P", ROOT, *paths], cwd=ROOT, capture_output=True, text=True)


scripts = [ROOT / name for name in tracked if name and (ROOT / name).is_file() and not (ROOT / name).is_symlink() and is_bash(ROOT / name)]
workflows = [*sorted(ROOT.glob(".github/workflows/*.yml")), ROOT / "action.yml"]
with tempfile.TemporaryDirectory() as folder:
    blocks = []
    for workflow in workflows:
        for at, run in enumerate(runs(workflow)):
            block = pathlib.Path(folder) / f"{workflow.stem}-{at + 1}.bash"
            block.write_text(f"set -eo pipefail\n{run}\n")
            blocks.append(block)
    failed = 0
    for paths in (scripts, blocks):
        done = check(paths)
        print(done.stdout + done.stderr, end="")
        failed += done.returncode != 0
    wrong = pathlib.Path(folder) / "wrong.bash"
    wrong.write_text("rm -rf $1/*\n")
    if check([wrong]).returncode == 0:
        print("FAILED: shellcheck finds nothing anywhere")
        failed += 1
if len(scripts) < 10 or len(blocks) < 10:
    print("FAILED: the scripts were not found")
    failed += 1
print(f"{len(scripts)} scripts, {len(blocks)} blocks of workflows, {failed} failures")
sys.exit(1 if failed else 0)
