#!/usr/bin/env python3
"""Makes every system call of `simrules release` fail in turn, and kills the run at each of them.

  sweep.py SIMRULES WORK_FOLDER [--full] [--only 'clean write 12 ENOSPC'] [--every N]

After each point the invariants of `Judge` hold. Exit 0: they did; 1: they did not; 77: nothing was tried.
"""
import sys

sys.dont_write_bytecode = True

import argparse
import collections
import errno
import os
import pathlib
import signal
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from scratch import SECOND, SKIPPED, VERSION, Judge, Scratch, is_sanitized
from tracing import Call, happened, injection, read_calls, tracing, why_not

ERRORS = {
    "openat": ("EIO", "EACCES", "EMFILE", "EINTR"),
    "newfstatat": ("EIO", "EACCES"),
    "read": ("EIO", "EINTR"),
    "getdents64": ("EIO",),
    "flock": ("ENOLCK", "EINTR"),
    "mkdir": ("ENOSPC", "EACCES"),
    "mkdirat": ("ENOSPC", "EACCES"),
    "write": ("EIO", "ENOSPC", "EINTR"),
    "pwrite64": ("EIO", "ENOSPC"),
    "fchmod": ("EPERM",),
    "fsync": ("EIO", "ENOSPC"),
    "fdatasync": ("EIO", "ENOSPC"),
    "close": ("EIO", "EINTR"),
    "rename": ("EIO", "ENOSPC", "EACCES"),
    "renameat": ("EIO", "ENOSPC", "EACCES"),
    "renameat2": ("EIO", "ENOSPC", "EACCES", "EEXIST"),
    "unlink": ("EIO", "EACCES"),
    "unlinkat": ("EIO", "EACCES"),
    "rmdir": ("EIO", "EACCES"),
}
SIGNALS = ("SIGKILL", "SIGTERM")
# What reads cannot leave anything behind: a signal there is tried at the calls that write.
WRITING = {"flock", "mkdir", "mkdirat", "write", "pwrite64", "fchmod", "fsync", "fdatasync", "close", "rename",
           "renameat", "renameat2", "unlink", "unlinkat", "rmdir"}
TIDYING = {"unlink", "unlinkat", "rmdir", "getdents64"}
RUN = ("release", *SECOND, "--jobs", "1")
LEAST_POINTS = 250
# A release writes dozens of files in one way: so many points of one kind in one folder are tried, spread over them.
MOST_OF_A_KIND = 8


@dataclass(frozen=True)
class Point:
    """One call made to fail; `start` names what was there before the run: nothing, or what a run left that died."""

    start: str
    call: Call
    fault: str

    def __str__(self):
        return f"{self.start} {self.call.name} {self.call.number} {self.fault}"


def leave_behind(scratch):
    """Leaves what a run leaves that died while it staged, and one that died before the index."""
    for folder in (scratch.reports / ".staging-1.1.0-1", scratch.reports / VERSION):
        folder.mkdir()
        (folder / "dataset.json").write_text("half", encoding="utf-8")


def start(scratch, name):
    scratch.restore()
    if name == "leftovers":
        leave_behind(scratch)


def is_ours(call, root):
    """Tells whether a call is about the repository or the result: not about libraries and the machine."""
    return call.path().startswith((root, "reports/")) or call.arguments.startswith("1<")


def faults_of(call, writes, is_full):
    """Returns what may happen at a call: in a sweep that is not full, each call gets one error, in turns."""
    errors = ERRORS[call.name]
    if is_full:
        return errors + SIGNALS * writes
    return (errors[call.number % len(errors)],) + SIGNALS[:1 + (call.number % 3 == 0)] * writes


def points_of(scratch, log, start_name, is_full):
    """Traces one undisturbed run and returns everything that can go wrong in it."""
    start(scratch, start_name)
    done = scratch.run(*RUN, under=tracing(log, "--trace=" + ",".join(f"?{name}" for name in ERRORS)))
    if done.returncode != 0 or scratch.state() != scratch.after:
        raise SystemExit(f"FAILED: the run under strace does not give what one without it gives\n{done.stderr}")
    calls = read_calls(log)
    locked = next((i for i, call in enumerate(calls) if call.name == "flock"), len(calls))
    locks = {call.arguments.split(",")[0] for call in calls if call.name == "flock"}
    for i, call in enumerate(calls):
        if not is_ours(call, str(scratch.root)):
            continue
        # An error that is made up leaves the lock open, and the run would wait for itself; no system does that.
        if call.name == "close" and call.arguments in locks:
            continue
        if start_name == "leftovers" and (i < locked or call.name not in TIDYING):
            continue
        writes = i > locked and (call.name in WRITING or "O_CREAT" in call.arguments)
        yield from (Point(start_name, call, fault) for fault in faults_of(call, writes, is_full))


def spread(points):
    """Keeps some points of each kind: the first, the last, and others at even distances."""
    kinds = collections.defaultdict(list)
    for point in points:
        folder = str(pathlib.PurePath(point.call.path()).parent)
        kinds[point.start, point.call.name, folder, point.fault].append(point)
    kept = set()
    for alike in kinds.values():
        steps = min(len(alike), MOST_OF_A_KIND) - 1
        kept.update(alike[i * (len(alike) - 1) // max(steps, 1)] for i in range(steps + 1))
    return [point for point in points if point in kept]


def message_faults(point, done):
    """Returns what is missing in the message of a run that failed: which path, and why."""
    if done.returncode <= 0:
        return []
    wrong = []
    if point.fault in errno.errorcode.values():
        cause = os.strerror(getattr(errno, point.fault))
        # What cannot be looked at is read, which fails where it is not there, or is not taken for a folder.
        is_search = "ENOENT" in point.call.result or point.call.path().endswith("/policies")
        if point.fault != "EEXIST" and not is_search and cause not in done.stderr:
            wrong.append(f"the message does not say {cause}")
    if "`" not in done.stderr and "standard output" not in done.stderr:
        wrong.append("the message names no path")
    if "internal error" in done.stderr or "terminate called" in done.stderr:
        wrong.append("the message is none for users")
    return wrong


def try_point(scratch, judge, log, point):
    """Runs up to a point, lets it fail there, and returns what is wrong afterwards."""
    start(scratch, point.start)
    done = scratch.run(*RUN, under=tracing(log, *injection(point.call, point.fault)))
    wrong = [] if happened(log, point.call, point.fault) else ["the point was not reached"]
    tidied = point.fault != "SIGKILL" and not (point.start == "leftovers" and done.returncode != 0)
    # strace dies of the signal that its child died of.
    deadly = getattr(signal, point.fault, 0)
    return wrong + message_faults(point, done) + judge.faults(done, tidied, deadly), done


def try_some(scratch, log, points):
    """Tries points one after the other; returns how to repeat each that broke something, and what it broke."""
    judge, broken = Judge(scratch), []
    for point in points:
        try:
            wrong, done = try_point(scratch, judge, log, point)
        except subprocess.TimeoutExpired as hanging:
            wrong, done = ["it does not end"], subprocess.CompletedProcess(hanging.cmd, -1, "", "")
        if wrong:
            broken.append((point, wrong, done))
    return broken


def report(broken, scratch, arguments):
    for point, wrong, done in broken:
        print(f"FAILED at {point}")
        print(f"  {point.call.name}({point.call.arguments}) = {point.call.result}")
        print("".join(f"  {line}\n" for line in wrong) + f"  exit {done.returncode}: {done.stderr.strip()}")
        print(f"  repeat: {sys.argv[0]} {arguments.simrules} {arguments.work} --only '{point}'")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("simrules")
    parser.add_argument("work", type=lambda path: pathlib.Path(path).resolve())
    parser.add_argument("--only", help="one point as a failure names it; what it leaves stays there")
    parser.add_argument("--full", action="store_true", help="every error at every call (default: one at some of each kind, in turns)")
    parser.add_argument("--every", type=int, help="try one point of so many (default: all; 8 of a sanitized program)")
    arguments = parser.parse_args()
    if why_not():
        print(f"skipped: no fault was tried, {why_not()}")
        return SKIPPED
    began = time.monotonic()
    scratches = [Scratch(arguments.simrules, arguments.work / name) for name in ("a", "b")]
    log = arguments.work / "trace"
    points = [point for name in ("clean", "leftovers") for point in points_of(scratches[0], log, name, arguments.full or arguments.only)]
    if arguments.only:
        points = [point for point in points if str(point) == arguments.only]
    elif not arguments.full:
        points = spread(points)
    every = arguments.every or (8 if is_sanitized(arguments.simrules) else 1)
    if every > 1:
        print(f"reduced: one point of {every} is tried, of {len(points)}")
    chosen = points[::every]
    halves = [chosen[0::2], chosen[1::2]] if len(chosen) > 1 else [chosen]
    with ThreadPoolExecutor(len(halves)) as pool:
        tried = [pool.submit(try_some, scratches[i], arguments.work / f"trace-{i}", half) for i, half in enumerate(halves)]
    broken = [found for future in tried for found in future.result()]
    report(broken, scratches[0], arguments)
    kinds = collections.Counter(f"{point.call.name} {point.fault}" for point in chosen)
    for kind, count in sorted(kinds.items()):
        print(f"{count:5} {kind}")
    print(f"{len(chosen)} points, {len(broken)} broke something, {time.monotonic() - began:.0f} s")
    enough = arguments.only or every > 1 or len(chosen) >= LEAST_POINTS
    if not enough or not chosen:
        print(f"FAILED: only {len(chosen)} points, {LEAST_POINTS} are wanted")
    return 1 if broken or not enough or not chosen else 0


if __name__ == "__main__":
    sys.exit(main())
