#!/usr/bin/env python3
"""Asks what edits mean to subscribers: run.py SIMRULES [ID...]
Each edit of edits.json is made alone in a copy of catalog/, a state of the policies that stays as it is. `find` is replaced by
`replace` where it stands once, or everywhere with `all`; `more` are further edits of the same change, of another policy where
they name one. `diff --format json` has
to have every impact of `expect_impacts` (`a|b` is either), none of `not_impacts`, and a level of version that `bump` names;
`none` expects no change at all. `why` is the reason of the expert."""
import concurrent.futures
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
CATALOG = HERE / "catalog"


class Wrong(Exception):
    """Why an edit is not told as the expert tells it."""


def make(edit, folder):
    """Makes the edit in the policies of a folder and returns the paths that it touches."""
    paths = []
    for part in [edit, *edit.get("more", [])]:
        paths.append(folder / f"{part.get('policy', edit['policy'])}.yaml")
        text = paths[-1].read_text(encoding="utf-8")
        count = text.count(part["find"])
        if count == 0 or (count > 1 and not part.get("all")):
            raise Wrong(f"`find` fits {count} times")
        paths[-1].write_text(text.replace(part["find"], part["replace"]), encoding="utf-8")
    return paths


def run(tool, folder, *arguments):
    return subprocess.run([tool, *arguments, "--no-config"], cwd=folder, capture_output=True, text=True, timeout=120)


def told(tool, edit, folder):
    """Makes the edit and returns what `diff` says of it."""
    shutil.copytree(CATALOG, folder / "policies")
    validate = run(tool, folder, "validate", *map(str, make(edit, folder / "policies")))
    if validate.returncode != 0:
        raise Wrong(f"it is not valid:\n{validate.stdout}{validate.stderr}")
    diff = run(tool, folder, "diff", "--against", str(CATALOG), "policies", "--format", "json")
    if diff.returncode != 0:
        raise Wrong(f"diff exits {diff.returncode}:\n{diff.stderr}")
    return json.loads(diff.stdout)


def judge(edit, report):
    found = report["changes"] + report.get("effects", [])
    if edit.get("none"):
        if found:
            raise Wrong("nothing was to be told")
        return
    impacts = {each["impact"] for each in found if each.get("impact")}
    missing = [each for each in edit["expect_impacts"] if not impacts & set(each.split("|"))]
    extra = sorted(impacts & set(edit["not_impacts"]))
    level = report["version"]["level"]
    complaints = [f"it lacks {each}" for each in missing] + [f"it has {each}" for each in extra]
    if "bump" in edit and level not in edit["bump"].split("|"):
        complaints.append(f"the level is {level}, not {edit['bump']}")
    if complaints:
        lines = [f"    {each.get('impact')}: {each.get('pointer', each.get('rule'))}" for each in found]
        raise Wrong("\n".join(["; ".join(complaints), *lines]))


def check(tool, edit):
    """Returns what is wrong with one edit; nothing if nothing is."""
    with tempfile.TemporaryDirectory() as folder:
        try:
            judge(edit, told(tool, edit, pathlib.Path(folder)))
        except Wrong as wrong:
            return f"{edit['id']} ({edit['policy']}): {wrong}\n    right: {edit['why']}"
    return None


def main():
    tool, *ids = sys.argv[1:]
    tool = os.path.abspath(tool)
    edits = [each for each in json.loads((HERE / "edits.json").read_text(encoding="utf-8")) if not ids or each["id"] in ids]
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        wrong = [each for each in pool.map(lambda edit: check(tool, edit), edits) if each]
    print("\n".join([*wrong, f"{len(edits)} edits, {len(wrong)} wrong"]))
    return 1 if wrong or not edits else 0


if __name__ == "__main__":
    sys.exit(main())
