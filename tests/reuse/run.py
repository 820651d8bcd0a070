#!/usr/bin/env python3
"""Edits policies and asks gate and diff twice, with and without what a release has checked: run.py SIMRULES

Each edit is judged against a commit and against a release. The findings, the changes and the exit code must be the same whether the
policies that nothing touches are read or not; a damaged release is not believed, and a note says so."""
import pathlib
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
TOOL = pathlib.Path(sys.argv[1]).resolve()
RELEASED = "2026-11-30"
RETIRED = "retired:\n  - {id: transfer/once, moved_to: \"%s\", date: 2026-11-30, note: {en: It moved.}}\n"


def edit(path, old, new):
    def apply(repository):
        file = repository / "policies" / path
        text = file.read_text(encoding="utf-8")
        assert old in text, f"{path} lacks {old}"
        file.write_text(text.replace(old, new, 1), encoding="utf-8")
    return apply


def add(path, text):
    return lambda repository: (repository / "policies" / path).write_text(
        (repository / "policies" / path).read_text(encoding="utf-8") + text, encoding="utf-8")


def write(path, text):
    return lambda repository: (repository / path).write_text(text, encoding="utf-8")


def remove(path):
    return lambda repository: (repository / "policies" / path).unlink()


def rename(path, to):
    return lambda repository: (repository / "policies" / path).rename(repository / "policies" / to)


# What the base has beside the shipped policies: relations that lead from one to another, a former id, an end to come.
BASE = [edit("jp/mineo.yaml", "id: jp/mineo\n", "id: jp/mineo\nformerly: [jp/once]\n"),
        add("jp/linksmate.yaml", "\n" + RETIRED % "jp/mineo#transfer/once-more"),
        add("jp/mineo.yaml", "\nretired:\n  - {id: transfer/once-more, moved_to: \"jp/iijmio#transfer/esim-reissue\", "
            "date: 2026-11-30, note: {en: It moved.}}\n"),
        add("jp/his-mobile.yaml", "\n" + RETIRED % "jp/once#transfer/once-more"),
        add("jp/nuro-mobile.yaml", '\n# A note with an \\ escape in it.\n'),
        edit("jp/ocn-mobile-one.yaml", "kind: mvno\n", "kind: mvno\nlifecycle: active\neffective: {until: 2027-03-31}\n")]

# Each: the edits, and what else the gate is asked.
EDITS = {
    "nothing": ([], []),
    "a note": ([edit("jp/au.yaml", "id: jp/au\n", "id: jp/au\nnotes: {en: Something.}\n")], []),
    "a verdict": ([edit("jp/ahamo.yaml", "verdict: allowed", "verdict: conditional")], []),
    "a policy that others name is gone": ([remove("jp/au.yaml")], []),
    "a policy that others forward to is gone": ([remove("jp/iijmio.yaml")], []),
    "a rule at the end of a way is gone": ([edit("jp/iijmio.yaml", "id: esim-reissue", "id: esim-again")], []),
    "a rule in the middle of a way is gone": ([edit("jp/mineo.yaml", "transfer/once-more", "transfer/once-again")], []),
    "a former id is given twice": ([edit("jp/linemo.yaml", "id: jp/linemo\n", "id: jp/linemo\nformerly: [jp/once]\n")], []),
    "a former id is that of a policy": ([edit("jp/linemo.yaml", "id: jp/linemo\n", "id: jp/linemo\nformerly: [jp/mineo]\n")], []),
    "a former id is gone": ([edit("jp/mineo.yaml", "formerly: [jp/once]\n", "")], []),
    "a former id is in use": ([rename("jp/linemo.yaml", "jp/once.yaml"), edit("jp/once.yaml", "id: jp/linemo", "id: jp/once")], []),
    "another operator has its network": ([edit("jp/softbank.yaml", "440-20", "440-50")], []),
    "a renamed file": ([rename("jp/ahamo.yaml", "jp/ahamo-new.yaml"),
                        edit("jp/ahamo-new.yaml", "id: jp/ahamo\n", "id: jp/ahamo-new\nformerly: [jp/ahamo]\n")], []),
    "a file that is no YAML": ([edit("jp/au.yaml", "id: jp/au\n", "id: jp/au: {\n")], []),
    "a translation": ([edit("jp/docomo.ja.po", "は", "も")], []),
    "a translation of nothing": ([lambda repository: shutil.copy(repository / "policies/jp/au.ja.po",
                                                                 repository / "policies/jp/none.ja.po")], []),
    "another ending": ([rename("jp/mobal.yaml", "jp/mobal.yml")], []),
    "a later day": ([], ["--as-of", "2028-01-01"]),
    "an earlier day": ([], ["--as-of", "2026-11-22"]),
    "levels": ([write("gate-levels.yaml", "schema_version: 1\nlevels:\n  - {check: rule-gone, level: warning, policy: jp/mobal, "
                      "reason: A test.}\n")], []),
    "a folder": ([edit("jp/au.yaml", "id: jp/au\n", "id: jp/au\nnotes: {en: Something.}\n")], ["policies/jp"]),
    "a file": ([edit("jp/au.yaml", "id: jp/au\n", "id: jp/au\nnotes: {en: Something.}\n")], ["policies/jp/uq-mobile.yaml"]),
    "another schema": ([lambda repository: (repository / "schemas").mkdir(),
                        lambda repository: write("schemas/policy.schema.json", (ROOT / "schemas/policy.schema.json").read_text(
                            encoding="utf-8").replace('"title": "Policy"', '"title": "One policy"'))(repository)], []),
}

DAMAGES = {
    "what was checked": lambda reports: [reports / "1.0.0/checked.json"],
    "a manifest": lambda reports: [reports / "1.0.0/manifest.json"],
    "an index": lambda reports: [reports / "index.json"],
}


def git(repository, *arguments):
    subprocess.run(["git", "-c", "user.name=A", "-c", "user.email=a@example.com", *arguments], cwd=repository, check=True,
                   stdout=subprocess.DEVNULL, env={"PATH": "/usr/bin:/bin", "GIT_CONFIG_GLOBAL": "/dev/null"})


def ask(command, repository, *arguments):
    """Returns the exit code, the findings and changes, and what was said beside them."""
    told = repository.parent / "told.md"
    told.unlink(missing_ok=True)
    done = subprocess.run([TOOL, command, "--format", "json", "--output", f"markdown={told}", *arguments], cwd=repository,
                          capture_output=True, encoding="utf-8", env={"PATH": "/usr/bin:/bin", "SOURCE_DATE_EPOCH": "1796083200"})
    assert done.returncode in (0, 1, 2), done.stderr
    return done.returncode, done.stdout, told.read_text(encoding="utf-8") if told.exists() else "", done.stderr


def differs(command, repository, name, base, arguments):
    fast = ask(command, repository, "--against", base, *arguments)
    whole = ask(command, repository, "--against", base, "--no-reuse", *arguments)
    if fast == whole:
        return 0
    print(f"{name}, against {base}: {command} says something else where it need not read all")
    print(*fast, "--- and with --no-reuse:", *whole, sep="\n")
    return 1


def main():
    failed = 0
    with tempfile.TemporaryDirectory() as work:
        base = pathlib.Path(work, "base")
        (base / "policies").mkdir(parents=True)
        shutil.copytree(ROOT / "policies/jp", base / "policies/jp")
        for apply in BASE:
            apply(base)
        subprocess.run([TOOL, "release", "--initial", "--date", RELEASED], cwd=base, check=True, stdout=subprocess.DEVNULL)
        git(base, "init", "-q", "-b", "main")
        git(base, "add", ".")
        git(base, "commit", "-qm", "base")
        checked = (base / "reports/1.0.0/checked.json").read_text(encoding="utf-8")
        assert "policies/jp/au.yaml" in checked and "policies/jp/ocn-mobile-one.yaml" not in checked
        for name, (edits, arguments) in EDITS.items():
            head = pathlib.Path(work, "head")
            shutil.copytree(base, head)
            for apply in edits:
                apply(head)
            for against in ("git:HEAD", "release"):
                day = [] if "--as-of" in arguments else ["--as-of", RELEASED]
                failed += differs("gate", head, name, against, [*arguments, *day])
                if "--as-of" not in arguments:
                    failed += differs("diff", head, name, against, arguments)
            shutil.rmtree(head)
        for name, files in DAMAGES.items():
            for file in files(base / "reports"):
                file.write_text(file.read_text(encoding="utf-8").replace("1", "2", 1), encoding="utf-8")
            git(base, "commit", "-qam", name)
            _, found, _, said = ask("gate", base, "--against", "git:HEAD", "--as-of", RELEASED)
            if "all policies are read" not in said or '"files": 0' in found:
                failed += 1
                print(f"a damage of {name} is not told: {said}")
    print(f"{len(EDITS)} edits and {len(DAMAGES)} damages, {failed} wrong")
    return 1 if failed else 0


sys.exit(main())
