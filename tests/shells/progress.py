#!/usr/bin/env python3
"""Who waits at a terminal is told how far it is, and nobody else: progress.py SIMRULES POLICY

Copies of a policy are checked behind one that comes from a pipe, late, so that all takes more than a second; with standard
error as a real terminal of the system or as a pipe, and with each way to ask for silence.
"""
import os
import pty
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

TOOL, POLICY = (str(Path(word).resolve()) for word in sys.argv[1:3])
COPIES = 40
LATE = 1.3  # seconds
ERASE = b"\r\x1b[K"
STEPS = (b"files checked", b"policies judged")
LINE = re.compile(rb"\r\x1b\[K([0-9]+) of ([0-9]+) (" + b"|".join(STEPS) + b")")


def run(folder, paths, arguments=(), variables=(), is_terminal=True):
    """Checks policies; returns what standard output and standard error got."""
    environment = {"PATH": os.environ["PATH"], "TERM": "xterm", **dict(variables)}
    ours, theirs = pty.openpty() if is_terminal else os.pipe()
    with open(Path(folder, "stdout"), "w+b") as out:
        process = subprocess.Popen([TOOL, "validate", "--jobs", "1", *arguments, *paths], stdin=subprocess.PIPE,
                                   stdout=out, stderr=theirs, env=environment, cwd=folder)
        os.close(theirs)
        if "-" in paths:
            time.sleep(LATE)
            process.stdin.write(Path(POLICY).read_bytes())
        process.stdin.close()
        written = b""
        while True:
            try:
                part = os.read(ours, 65536)
            except OSError:  # A terminal ends with an error where a pipe ends with nothing.
                part = b""
            if not part:
                break
            written += part
        os.close(ours)
        process.wait()
        out.seek(0)
        return out.read(), written


def what_is_wrong(folder):
    """Lists what is not as it should be."""
    many = ["-", "many"]
    plain, quiet = run(folder, many, is_terminal=False)
    wrong = [f"a pipe got {quiet[:80]!r}"] if quiet else []
    result, seen = run(folder, many)
    told = LINE.findall(seen)
    if result != plain:
        wrong.append("the result is another one at a terminal")
    if not told or {total for _, total, _ in told} != {str(1 + COPIES).encode()}:
        wrong.append(f"nobody is told how far it is: {seen[:80]!r}")
    way = [(STEPS.index(step), int(done)) for done, _, step in told]
    if way != sorted(way):
        wrong.append("it goes back")
    if LINE.sub(b"", seen).replace(ERASE, b"") or not seen.endswith(ERASE):
        wrong.append(f"something stays on the terminal: {seen[-80:]!r}")
    for arguments, variables in (("--quiet",), ()), ((), {"TERM": "dumb"}), ((), {"TERM": ""}), ((), {"CI": "true"}):
        seen = run(folder, many, arguments, variables)[1]
        if seen:
            wrong.append(f"with {arguments} and {variables} a terminal got {seen[:80]!r}")
    seen = run(folder, ["one.yaml"])[1]
    return wrong + ([f"of short work it says {seen[:80]!r}"] if seen else [])


def main():
    try:
        for end in pty.openpty():
            os.close(end)
    except OSError as error:
        print(f"skipped: this machine gives no terminal: {error}")
        sys.exit(77)
    with tempfile.TemporaryDirectory() as folder:
        text = Path(POLICY).read_bytes()
        Path(folder, "one.yaml").write_bytes(text)
        Path(folder, "many").mkdir()
        for number in range(COPIES):
            Path(folder, "many", f"{number}.yaml").write_bytes(text)
        wrong = what_is_wrong(folder)
    print("\n".join(wrong) or "progress is told where somebody looks")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
