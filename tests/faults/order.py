#!/usr/bin/env python3
"""Reads from one trace of `simrules release` that nothing becomes visible before it is on the disk.

  order.py SIMRULES WORK_FOLDER

Every file that is written is flushed before the rename that makes it visible, a renamed folder as well, the parent after
each rename; the index comes after the release, and what announces it last. Then every flush is left out of the trace in turn, which must be
noticed. Exit 0: so it is; 1: it is not; 77: nothing was traced.
"""
import sys

sys.dont_write_bytecode = True

import os
import pathlib

from scratch import SECOND, SKIPPED, VERSION, Scratch
from tracing import read_calls, tracing, why_not

# The index, which alone decides what is published, and what is made of it.
LAST = ("index.json", "feed.atom", "feed.jp.atom", "latest.json", "index.html")
CREATING = ("mkdir", "mkdirat")
WATCHED = ("openat", "write", "pwrite64", "fsync", "fdatasync", "rename", "renameat", "renameat2", *CREATING)


def named(call, root):
    """Returns the paths that a call names, below the repository."""
    return [os.path.join(root, part) for part in call.arguments.split('"')[1::2]]


class Disk:
    """What would be lost in a power cut.

    Shape: `dirty` holds pairs: a file and nothing, whose bytes are not flushed; a folder and a name in it that is not.
    """

    def __init__(self, root):
        self.root, self.dirty, self.visible, self.wrong = root, set(), [], []

    def unflushed(self, path):
        return sorted(each for each, _ in self.dirty if each == path or each.startswith(path + "/"))

    def rename(self, source, target):
        for path in self.unflushed(source):
            self.wrong.append(f"{path} is renamed to {target} before it is flushed")
        # What had another name needs that one on the disk no more.
        self.dirty.discard(os.path.split(source))
        if target.endswith(LAST) and self.dirty:
            self.wrong.append(f"{target} is replaced before {sorted(self.dirty)} is flushed")
        self.dirty.add(os.path.split(target))
        self.visible.append(target)

    def take(self, call):
        """Follows one call that succeeded."""
        if call.name.startswith("rename"):
            self.rename(*named(call, self.root))
        elif call.name in CREATING:
            self.dirty.add(os.path.split(named(call, self.root)[0]))
        elif call.name == "openat" and "O_CREAT" in call.arguments:
            self.dirty |= {(call.path(), ""), os.path.split(call.path())}
        elif call.name.startswith(("write", "pwrite")):
            self.dirty.add((call.path(), ""))
        elif "sync" in call.name:
            self.dirty = {pair for pair in self.dirty if pair[0] != call.path()}


def faults(calls, reports):
    """Returns what is visible too early, or not on the disk at the end."""
    disk = Disk(os.path.dirname(reports))
    for call in calls:
        paths = named(call, disk.root)
        if call.result.startswith("-1") or not (call.path().startswith(reports) or (paths and paths[0].startswith(reports))):
            continue
        disk.take(call)
    wrong = disk.wrong + [f"{path} is not flushed at the end" for path, _ in sorted(disk.dirty)]
    wanted = [f"{reports}/{name}" for name in (VERSION, *LAST)]
    if disk.visible != wanted:
        wrong.append(f"{wanted} should become visible one after the other, but it is {disk.visible}")
    return wrong


def main():
    if why_not():
        print(f"skipped: nothing was traced, {why_not()}")
        return SKIPPED
    work = pathlib.Path(sys.argv[2]).resolve()
    scratch, log = Scratch(sys.argv[1], work / "a"), work / "trace"
    scratch.run("release", *SECOND, "--jobs", "1", under=tracing(log, "--trace=" + ",".join(f"?{c}" for c in WATCHED)))
    calls = read_calls(log)
    wrong = faults(calls, str(scratch.reports))
    # The name of a stage is flushed too, which nothing depends on.
    flushes = [i for i, call in enumerate(calls) if "sync" in call.name and calls[i - 2].name not in CREATING]
    unnoticed = [calls[i].path() for i in flushes if not faults(calls[:i] + calls[i + 1:], str(scratch.reports))]
    wrong += [f"{path} is flushed, but without that nothing would seem wrong" for path in unnoticed]
    if not flushes:
        wrong.append("the trace has no flush at all")
    for line in wrong:
        print(f"FAILED: {line}")
    print(f"{len(calls)} calls, {len(flushes)} flushes, each of them needed" if not wrong else f"see {log}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
