#!/usr/bin/env python3
"""Makes the same two releases in many surroundings; every file must have the same bytes in all of them.

  matrix.py SIMRULES WORK_FOLDER

What this machine lacks is said aloud and left out. Exit 0: all are equal; 1: they are not.
"""
import sys

sys.dont_write_bytecode = True

import os
import pathlib
import random
import shutil
import subprocess
from dataclasses import dataclass, field

HERE = pathlib.Path(__file__).resolve().parent
SOURCES = HERE.parent.parent
sys.path.insert(0, str(HERE.parent / "faults"))

from scratch import Scratch, environment, is_sanitized, write_policy

POLICIES = ("one", "two", "three", "four", "five", "six")
DAYS = (("2026-11-22", "1795305600"), ("2026-11-23", "1795392000"))
LOCALES = ("de_DE", "tr_TR")


@dataclass
class Surroundings:
    """Where and how a release is made; everything but `tool` and `under` is of no meaning to it.

    Shape: `variables` are set in the environment, or taken out where they are None.
    """

    name: str
    variables: dict = field(default_factory=dict)
    root: str = "a"
    folder: str = "."
    umask: int = 0o022
    jobs: int = 1
    order: int = 0
    dates: bool = True
    under: tuple = ()
    tool: pathlib.Path = None


def own_locales(work):
    """Generates locales that the machine does not have into a folder of the test; returns their names."""
    made = []
    for name in LOCALES:
        target = work / "locales" / f"{name}.UTF-8"
        target.parent.mkdir(exist_ok=True)
        command = ["localedef", "-i", name, "-f", "UTF-8", str(target)]
        done = subprocess.run(command, capture_output=True, check=False) if shutil.which("localedef") else None
        if target.is_dir():
            made.append(target.name)
        else:
            print(f"not tried: locale {name}: " + (done.stderr.decode().strip()[:100] if done else "no localedef"))
    return made


def other_builds(tool):
    """Returns builds of the same sources by other compilers or with other options."""
    watched = [path for folder in ("src", "schemas") for path in (SOURCES / folder).rglob("*") if path.is_file()]
    newest = max(path.stat().st_mtime for path in watched)
    for other in sorted(tool.parent.parent.glob("*/simrules")):
        if other.resolve() == tool or is_sanitized(other):
            continue
        if other.stat().st_mtime < newest:
            print(f"not tried: {other.parent.name}/simrules is older than the sources")
            continue
        yield other.resolve()


def all_surroundings(tool, work):
    yield Surroundings("nothing special")
    yield Surroundings("another root", root="some where/ルート/deeper")
    yield Surroundings("from a folder below", folder="policies/jp")
    yield Surroundings("from elsewhere", folder="..")
    for zone in ("Asia/Tokyo", "America/Los_Angeles", "Pacific/Kiritimati"):
        yield Surroundings(f"TZ={zone}", {"TZ": zone})
    for locale in ("C", "C.UTF-8", "POSIX"):
        yield Surroundings(f"LC_ALL={locale}", {"LC_ALL": locale})
    for locale in own_locales(work):
        yield Surroundings(f"LC_ALL={locale}", {"LC_ALL": locale, "LANG": locale, "LOCPATH": str(work / "locales")})
    for mask in (0o000, 0o077):
        yield Surroundings(f"umask {mask:03o}", umask=mask)
    yield Surroundings("no HOME, no USER", {"HOME": None, "USER": None, "LOGNAME": None})
    for jobs in (2, 8):
        yield Surroundings(f"--jobs {jobs}", jobs=jobs)
    for seed in (1, 2, 3):
        yield Surroundings(f"files created in order {seed}", order=seed)
    yield Surroundings("SOURCE_DATE_EPOCH", dates=False)
    yield Surroundings("a terminal of colours", {"NO_COLOR": None, "CLICOLOR_FORCE": "1", "TERM": "xterm-256color"})
    if is_sanitized(tool):
        print("not tried: another clock: faketime and a sanitizer both want to be loaded first")
    elif shutil.which("faketime"):
        yield Surroundings("a clock of 2031", under=("faketime", "2031-01-01 12:00:00"))
    else:
        print("not tried: another clock: faketime is not installed")
    others = list(other_builds(tool))
    for other in others:
        yield Surroundings(f"built as {other.parent.name}", tool=other)
    if not others:
        print("not tried: another compiler or optimisation: there is no other build beside this one")


def make(scratch, surroundings, work):
    """Makes two releases in surroundings and returns the bytes of everything in `reports/`."""
    root = work / "roots" / surroundings.root
    shutil.rmtree(work / "roots", ignore_errors=True)
    names = list(POLICIES)
    random.Random(surroundings.order).shuffle(names)
    shutil.copytree(scratch.root / "schemas", root / "schemas")
    variables = environment() | surroundings.variables
    for day, (date, epoch) in enumerate(DAYS):
        for name in names:
            write_policy(root, name, "same_brand" if day and name in ("two", "five") else "family_group")
        dated = ["--date", date] if surroundings.dates else []
        command = [*surroundings.under, str(surroundings.tool or scratch.binary), "release", *dated,
                   *["--initial"][day:], "--jobs", str(surroundings.jobs), "--root", str(root)]
        variables["SOURCE_DATE_EPOCH"] = None if surroundings.dates else epoch
        own = {name: value for name, value in variables.items() if value is not None}
        done = subprocess.run(command, cwd=root / surroundings.folder, env=own, umask=surroundings.umask,
                              capture_output=True, encoding="utf-8", check=False)
        if done.returncode != 0:
            raise SystemExit(f"FAILED: {surroundings.name}: exit {done.returncode}: {done.stderr}")
    reports = root / "reports"
    return {str(path.relative_to(reports)): path.read_bytes() for path in sorted(reports.rglob("*")) if path.is_file()}


def differences(expected, found):
    """Returns the files that two releases do not have in common, byte for byte."""
    return sorted(name for name in expected.keys() | found.keys() if expected.get(name) != found.get(name))


def real_data(tool, work):
    """Previews the release of the repository's own policies with one job and with eight, from two places."""
    previews = []
    for jobs, variables, cwd in ((1, {"LC_ALL": "C"}, SOURCES), (8, {"LC_ALL": "C.UTF-8", "TZ": "Asia/Tokyo"}, work)):
        folder = work / f"preview-{jobs}"
        shutil.rmtree(folder, ignore_errors=True)
        command = [str(tool), "release", "--date", "2099-01-01", "--jobs", str(jobs), "--root",
                   os.path.relpath(SOURCES, cwd), "--preview", str(folder)]
        done = subprocess.run(command, cwd=cwd, env=environment() | variables, capture_output=True, encoding="utf-8",
                              check=False)
        if done.returncode != 0:
            raise SystemExit(f"FAILED: a preview of the repository's policies: {done.stderr}")
        previews.append({str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()})
    return differences(*previews)


def main():
    tool, work = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
    scratch = Scratch(tool, work / "scratch")
    expected, broken, count = None, 0, 0
    for surroundings in all_surroundings(tool, work):
        found = make(scratch, surroundings, work)
        expected, count = expected or found, count + 1
        for name in differences(expected, found):
            broken += 1
            print(f"FAILED: {surroundings.name}: {name} has other bytes")
    for name in real_data(tool, work):
        broken += 1
        print(f"FAILED: {name} of the repository's own policies has other bytes with 8 jobs from another place")
    print(f"{count} surroundings, {len(expected)} files each, {broken} differences; the repository's policies twice")
    return 1 if broken or count < 20 else 0


if __name__ == "__main__":
    sys.exit(main())
