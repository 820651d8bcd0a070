"""What is timed: our commands, the floor and the peers, each in a folder that is ready for it."""
import os
import pathlib
import platform
import shutil
import subprocess
from dataclasses import dataclass
from typing import Callable

from measure import HERE, SCHEMA, floor_command, make_policies, validate_command

MODULES = HERE / "node_modules"
FIRST_DAY, SECOND_DAY = "2026-11-23", "2026-11-30"


def nothing():
    pass


@dataclass
class Subject:
    command: list
    folder: pathlib.Path
    prepare: Callable = nothing


def sourcemeta_command():
    """The program itself: its start through Node.js is no part of what is compared."""
    builds = MODULES / "@sourcemeta" / "jsonschema" / "build" / "github-releases"
    machine = {"aarch64": "arm64"}.get(platform.machine(), platform.machine())
    return [builds / f"jsonschema-linux-{machine}", "validate", SCHEMA, "policies", "--extension", ".yaml"]


def git(folder, *arguments):
    environment = {**os.environ, "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1"}
    for role in ("AUTHOR", "COMMITTER"):
        environment.update({f"GIT_{role}_NAME": "A", f"GIT_{role}_EMAIL": "a@example.com"})
    subprocess.run(["git", *arguments], cwd=folder, env=environment, check=True, stdout=subprocess.DEVNULL)


class Subjects:
    """All subjects for a number of policies, and the folders that they work in."""

    def __init__(self, simrules, floor, work, count):
        self.simrules = simrules
        self.work = work
        shutil.rmtree(work, ignore_errors=True)
        make_policies(work, count)
        self.base = work / "base"
        self.make_repository()
        self.commands = {**self.our_commands(), **self.their_commands(floor)}

    def make_repository(self):
        """Commits both states, one after the other; the first with a release of it, as a repository has one."""
        repository = self.work / "git"
        shutil.copytree(self.base, repository)
        subprocess.run([self.simrules, "release", "--initial", "--date", FIRST_DAY, "--no-config"], cwd=repository, check=True,
                       stdout=subprocess.DEVNULL)
        git(repository, "init", "-q", "-b", "main")
        for side in ("base", "head"):
            shutil.copytree(self.work / side / "policies", repository / "policies", dirs_exist_ok=True)
            git(repository, "add", ".")
            git(repository, "commit", "-qm", side)

    def without_releases(self):
        shutil.rmtree(self.base / "reports", ignore_errors=True)

    def with_first_release(self):
        """Puts the first release, which a subject before has made, below the head."""
        shutil.rmtree(self.work / "head" / "reports", ignore_errors=True)
        if (self.base / "reports").exists():
            shutil.copytree(self.base / "reports", self.work / "head" / "reports")

    def our_commands(self):
        ours = [self.simrules]
        end = ["--no-config"]
        one = next(iter(sorted((self.base / "policies").rglob("*.yaml"))))
        head = self.work / "head"
        return {
            "validate, 1 thread": Subject(validate_command(self.simrules, 1), self.base),
            "validate, 2 threads": Subject(validate_command(self.simrules, 2), self.base),
            "validate, one file": Subject([*ours, "validate", one, *end], self.base),
            "gate, git": Subject([*ours, "gate", "--against", "git:HEAD~1", *end], self.work / "git"),
            "release": Subject([*ours, "release", "--initial", "--date", FIRST_DAY, *end], self.base,
                               self.without_releases),
            "verify": Subject([*ours, "verify", *end], self.base),
            "gate, release": Subject([*ours, "gate", "--against", "release", *end], head, self.with_first_release),
            "release, the second": Subject([*ours, "release", "--date", SECOND_DAY, *end], head,
                                           self.with_first_release),
        }

    def their_commands(self, floor):
        theirs = {"floor": floor_command(floor), "sourcemeta": sourcemeta_command(),
                  "sourcemeta --fast": [*sourcemeta_command(), "--fast"]}
        for reader in ("yaml", "js-yaml"):
            theirs[f"ajv with {reader}"] = ["node", HERE / "ajv.mjs", reader, SCHEMA, "policies"]
        return {name: Subject(command, self.base) for name, command in theirs.items()}

    def release_size(self):
        """Returns the size of the first release over that of its policies, or nothing."""
        sizes = [sum(path.stat().st_size for path in (self.base / part).rglob("*") if path.is_file())
                 for part in ("reports", "policies")]
        return sizes[0] / sizes[1] if sizes[0] else None
