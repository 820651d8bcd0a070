#!/usr/bin/env python3
"""Runs that meet: eight releases of one version, and releases beside a `verify` that never stops.

  together.py SIMRULES WORK_FOLDER
"""
import sys

sys.dont_write_bytecode = True

import collections
import fcntl
import os
import pathlib
import subprocess
import threading
import time

from scratch import SECOND, Judge, Scratch, environment, is_sanitized, write_policy

RUNS = 8
WORDS = ("family_group", "same_brand")


def begin(scratch):
    command = [str(scratch.binary), "release", *SECOND]
    return subprocess.Popen(command, cwd=scratch.root, env=environment(), encoding="utf-8", stdin=subprocess.DEVNULL,
                            stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def end(run):
    out, err = run.communicate(timeout=240)
    return subprocess.CompletedProcess(run.args, run.returncode, out, err)


def waiting():
    """Returns how many processes wait for a lock of a folder."""
    return pathlib.Path("/proc/locks").read_text(encoding="utf-8").count("-> FLOCK")


def kind(done):
    """Says how a run ended, from what it printed."""
    known = {"published 1.1.0": "won", "nothing changed since 1.1.0": "nothing to do", "[release-exists]": "said so"}
    said = done.stdout + done.stderr
    return next((word for part, word in known.items() if part in said), said), done.returncode


def race(scratch, at_once):
    """Starts eight releases and returns how they ended; `at_once`: none publishes before all of them could."""
    scratch.restore()
    lock = os.open(scratch.reports, os.O_RDONLY)
    before = waiting()
    if at_once:
        fcntl.flock(lock, fcntl.LOCK_EX)
    runs = [begin(scratch) for _ in range(RUNS)]
    deadline = time.monotonic() + 120
    while at_once and waiting() < before + RUNS and time.monotonic() < deadline:
        time.sleep(0.05)
    os.close(lock)
    results = [end(run) for run in runs]
    wrong = []
    # What is there in the end is complete; each run is held against it by what it said.
    wrong += Judge(scratch).faults(next(each for each in results if each.returncode == 0))
    return collections.Counter(map(kind, results)), wrong


def check_races(scratch):
    ended, wrong = race(scratch, at_once=True)
    if ended != {("won", 0): 1, ("said so", 2): RUNS - 1}:
        wrong.append(f"of {RUNS} releases that wait for each other one wins and the others say so, but {dict(ended)}")
    print(f"{RUNS} releases that wait for each other: {dict(ended)}")
    ended, more = race(scratch, at_once=False)
    late = ended[("said so", 2)] + ended[("nothing to do", 0)]
    if ended[("won", 0)] != 1 or late != RUNS - 1:
        more.append(f"of {RUNS} releases one wins and the others say so or have nothing to do, but {dict(ended)}")
    print(f"{RUNS} releases as they come: {dict(ended)}")
    return wrong + more


def check_readers(scratch, releases):
    """Verifies in a loop while releases appear: a reader sees some of them whole, and nothing else."""
    scratch.restore()
    stop, seen, wrong = threading.Event(), collections.Counter(), []

    def read():
        while not stop.is_set():
            done = scratch.run("verify", "--all")
            seen[done.stdout.split("\n")[-2] if done.stdout else done.stderr] += 1
            if done.returncode != 0:
                wrong.append(f"verify beside a release: exit {done.returncode}: {done.stdout}{done.stderr}")

    reader = threading.Thread(target=read)
    reader.start()
    for day in range(releases):
        write_policy(scratch.root, "one", WORDS[day % 2 == 0])
        done = scratch.run("release", "--date", f"2026-12-{day + 1:02}")
        if done.returncode != 0:
            wrong.append(f"a release beside verify: exit {done.returncode}: {done.stderr}")
    stop.set()
    reader.join()
    for line, count in sorted(seen.items()):
        print(f"  {count} times: {line}")
    if len(seen) < 2:
        wrong.append("verify met no release: nothing was shown")
    return wrong


def main():
    scratch = Scratch(sys.argv[1], pathlib.Path(sys.argv[2]) / "a")
    wrong = check_races(scratch) + check_readers(scratch, 3 if is_sanitized(sys.argv[1]) else 8)
    for line in wrong:
        print(f"FAILED: {line}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
