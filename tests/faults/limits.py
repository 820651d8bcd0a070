#!/usr/bin/env python3
"""Releases where there is no room, no permission or too little of something; each must say so and publish nothing.

  limits.py SIMRULES WORK_FOLDER

Exit 0: the invariants of `Judge` held everywhere; 1: they did not; 77: they did, but a part could not be tried here.
"""
import sys

sys.dont_write_bytecode = True

import os
import pathlib
import shutil
import subprocess
import tempfile

from scratch import SECOND, SKIPPED, VERSION, Judge, Scratch, is_sanitized
from tracing import why_not

RUN = ("release", *SECOND, "--jobs", "1")
NOBODY = ("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups")
FILE_BYTES = (0, 100, 700, 4_096, 20_000, 60_000)
DESCRIPTORS = (4, 5, 6, 8)
PAGE = 4_096


class Trial:
    """Collects what is wrong and what could not be tried."""

    def __init__(self):
        self.broken, self.skipped, self.count = 0, [], 0

    def expect(self, name, done, wrong, says=""):
        self.count += 1
        if says and done.returncode > 0 and says not in done.stderr:
            wrong = [*wrong, f"the message does not say {says}"]
        for line in wrong:
            self.broken += 1
            print(f"FAILED: {name}: {line}\n  exit {done.returncode}: {done.stderr.strip()}")

    def require(self, holds, what):
        self.broken += not holds
        if not holds:
            print(f"FAILED: {what}")

    def skip(self, name, reason):
        self.skipped.append(name)
        print(f"skipped: {name}: {reason}")


def full_disk(trial, scratch):
    """Gives `reports/` a disk of its own that is full after so many pages, or so many files."""
    judge, kept = Judge(scratch), sum(path.stat().st_size // PAGE + 2 for path in scratch.kept.rglob("*"))
    files = len(list(scratch.kept.rglob("*"))) + 2
    whole = 2 * kept + 12
    disks = [f"size={pages * PAGE}" for pages in range(kept, whole + 1, max(1, (whole - kept) // 12))]
    disks += [f"nr_inodes={files + more},size=64m" for more in (0, 1, 2, 4, 7)]
    failed = set()
    for options in disks:
        subprocess.run(["mount", "-t", "tmpfs", "-o", options, "none", scratch.reports], check=True)
        shutil.copytree(scratch.kept, scratch.reports, dirs_exist_ok=True)
        done = scratch.run(*RUN)
        subprocess.run(["mount", "-o", "remount,size=64m,nr_inodes=10000", scratch.reports], check=True)
        failed.add(done.stderr.split("\n")[0].replace("`", "").split(" cannot")[0] if done.returncode else "")
        trial.expect(f"a disk of {options}", done, judge.faults(done), "No space left on device")
        subprocess.run(["umount", scratch.reports], check=True)
    trial.require("" in failed and len(failed) > 4, f"a full disk should be met at several files, and at last at none: {failed}")
    subprocess.run(["mount", "-t", "tmpfs", "none", scratch.reports], check=True)
    shutil.copytree(scratch.kept, scratch.reports, dirs_exist_ok=True)
    subprocess.run(["mount", "-o", "remount,ro", scratch.reports], check=True)
    done = scratch.run(*RUN)
    subprocess.run(["mount", "-o", "remount,rw", scratch.reports], check=True)
    trial.expect("a disk that is read-only", done, judge.faults(done), "Read-only file system")
    trial.require(done.returncode == 2, "a disk that is read-only: exit 2 was expected")
    subprocess.run(["umount", scratch.reports], check=True)


def own_mounts():
    """Returns what gives a command mounts of its own, or nothing where that is not allowed."""
    for under in (["unshare", "--mount"], ["unshare", "--user", "--map-root-user", "--mount"]):
        probe = [*under, "sh", "-c", "mount -t tmpfs none /mnt && umount /mnt"]
        if shutil.which("unshare") and subprocess.run(probe, capture_output=True, check=False).returncode == 0:
            return under
    return []


def try_full_disk(trial, arguments):
    under = own_mounts()
    if not under:
        return trial.skip("full disk", "this user may not mount")
    done = subprocess.run([*under, sys.executable, __file__, *arguments, "--inside"], check=False)
    trial.require(done.returncode == 0, "a full disk breaks a release")
    return None


def try_limits(trial, scratch):
    """Limits how large a file may grow and how many may be open."""
    judge = Judge(scratch)
    limits = [(f"--fsize={number}", "File too large") for number in FILE_BYTES]
    # The undefined-behaviour sanitizer opens a pipe to look at an object, and takes a failure for a bad object.
    descriptors = [number for number in DESCRIPTORS if number > 5 or not is_sanitized(scratch.binary)]
    limits += [(f"--nofile={number}", "Too many open files") for number in descriptors]
    failures = 0
    for option, says in limits:
        scratch.restore()
        done = scratch.run(*RUN, under=("prlimit", option))
        failures += done.returncode == 2
        # The program loader needs a descriptor too; then nothing of ours has run.
        loaded = "error while loading shared libraries" not in done.stderr
        trial.expect(f"prlimit {option}", done, judge.faults(done) if loaded else [], says if loaded else "")
    trial.require(failures >= len(FILE_BYTES) - 1, "limits that small should be felt")


def try_lost_output(trial, scratch):
    """Lets the result get lost: what is published stays so, and the message says that."""
    scratch.restore()
    judge = Judge(scratch)
    with open("/dev/full", "w", encoding="utf-8") as full:
        done = scratch.run(*RUN, capture_output=False, stdout=full, stderr=subprocess.PIPE)
    done.stdout = ""
    trial.expect("standard output on a full disk", done, judge.faults(done), f"{VERSION} is published")
    trial.require(done.returncode == 2, "a result that is lost is no success")


def try_no_permission(trial, binary):
    """Runs as a user who may read everything and write some of it."""
    under = NOBODY if os.geteuid() == 0 else ()
    if under and not shutil.which("setpriv"):
        return trial.skip("read-only folders", "setpriv is not installed and root may write everywhere")
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o755)
        own = shutil.copy(binary, folder)
        scratch = Scratch(own, pathlib.Path(folder) / "a")
        for closed in (scratch.reports, scratch.reports / "index.json", scratch.reports / "1.0.0", scratch.root):
            scratch.restore()
            if under:
                subprocess.run(["chown", "-R", "65534:65534", scratch.root], check=True)
            is_unread = closed.name in ("index.json", "1.0.0")
            closed.chmod(0o000 if is_unread else 0o555)
            done = scratch.run(*RUN, under=under)
            closed.chmod(0o755)
            needs_no_more = closed == scratch.root
            trial.expect(f"no permission for {closed.name}", done, Judge(scratch).faults(done), "Permission denied")
            trial.require(done.returncode == (0 if needs_no_more else 2) or is_unread and done.returncode == 1,
                          f"no permission for {closed.name}: exit {done.returncode}")
    return None


def try_two_faults(trial, scratch):
    """Lets a write fail and kills the run while it tidies up; then runs again."""
    if why_not():
        return trial.skip("two faults at once", why_not())
    if is_sanitized(scratch.binary):
        return trial.skip("two faults at once", "the writes that fail would be those of the sanitizer; dev tries it")
    judge, killed = Judge(scratch), 0
    for write in range(2, 8):
        for call, number in (("?unlinkat,?unlink", 1), ("?unlinkat,?unlink", 3), ("?rmdir,?unlinkat", 2)):
            scratch.restore()
            under = ("strace", "-f", "-qq", "-o", "/dev/null", "-e", f"inject=write:error=ENOSPC:when={write}",
                     "-e", f"inject={call}:signal=SIGKILL:when={number}")
            done = scratch.run(*RUN, under=under)
            killed += done.returncode == -9
            name = f"ENOSPC at write {write}, then killed at {call} {number}"
            trial.expect(name, done, judge.faults(done, tidied=done.returncode >= 0, signal=9), "No space left")
    trial.require(killed > 6, f"only {killed} runs were killed while they tidied up")
    return None


def main():
    binary, work, *inside = sys.argv[1:]
    trial, scratch = Trial(), Scratch(binary, pathlib.Path(work) / ("inside" if inside else "a"))
    if inside:
        full_disk(trial, scratch)
    else:
        try_full_disk(trial, [binary, work])
        try_limits(trial, scratch)
        try_lost_output(trial, scratch)
        try_no_permission(trial, binary)
        try_two_faults(trial, scratch)
    print(f"{trial.count} runs, {trial.broken} broke something" + (", inside a disk of its own" if inside else ""))
    return 1 if trial.broken or not trial.count else SKIPPED if trial.skipped else 0


if __name__ == "__main__":
    sys.exit(main())
