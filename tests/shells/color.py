#!/usr/bin/env python3
"""Colour goes where it is wanted: color.py SIMRULES

Every way to say so is combined: --color, NO_COLOR, CLICOLOR_FORCE, FORCE_COLOR, TERM, and whether standard output and
standard error are terminals, real ones from the system, each by itself.
"""
import itertools
import os
import pty
import subprocess
import sys
import tempfile
from pathlib import Path

TOOL = str(Path(sys.argv[1]).resolve())
# Options of the command line, each with what it decides; None leaves it to the environment.
FLAGS = {(): None, ("--color", "auto"): None, ("--color", "always"): True, ("--color", "never"): False}
TERMS = {"xterm": True, "dumb": False, None: False}


def expected(flag, no_color, clicolor_force, force_color, term, is_terminal):
    """The rules, as the manual states them."""
    if flag is not None:
        return flag
    if no_color:
        return False
    if clicolor_force or force_color:
        return True
    return is_terminal and TERMS[term]


def run(arguments, environment, out_terminal, err_terminal, folder):
    """Runs the program with terminals or pipes; returns what it wrote to each."""
    pairs = [pty.openpty() if terminal else os.pipe() for terminal in (out_terminal, err_terminal)]
    process = subprocess.Popen([TOOL, *arguments], stdin=subprocess.DEVNULL, stdout=pairs[0][1], stderr=pairs[1][1],
                               env=environment, cwd=folder)
    written = []
    for _, theirs in pairs:
        os.close(theirs)
    for ours, _ in pairs:
        text = b""
        while True:
            try:
                part = os.read(ours, 65536)
            except OSError:  # A terminal ends with an error where a pipe ends with nothing.
                part = b""
            if not part:
                break
            text += part
        os.close(ours)
        written.append(text)
    process.wait()
    return written


def main():
    try:
        for end in pty.openpty():
            os.close(end)
    except OSError as error:
        print(f"skipped: this machine gives no terminal: {error}")
        sys.exit(77)
    wrong = 0
    runs = 0
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "bad.schema.json").write_text('{"minimun": 1}', encoding="utf-8")
        # It tells of a finding on standard output, and on standard error of a report that it cannot write.
        command = ["schema", "--check", "bad.schema.json", "--output", "json=nowhere/findings.json"]
        for flag, no_color, clicolor, force, term, out, err in itertools.product(
                FLAGS, ("", "1", None), ("1", "", None), ("1", None), TERMS, (True, False), (True, False)):
            environment = {"NO_COLOR": no_color, "CLICOLOR_FORCE": clicolor, "FORCE_COLOR": force, "TERM": term}
            environment = {name: value for name, value in environment.items() if value is not None}
            said = run([*command, *flag], environment, out, err, folder)
            for stream, is_terminal, text in zip(("out", "err"), (out, err), said):
                if b"error" not in text:
                    sys.exit(f"std{stream} tells of no error: {text!r}")
                want = expected(FLAGS[flag], no_color, clicolor, force, term, is_terminal)
                runs += 1
                if (b"\x1b[" in text) != want:
                    wrong += 1
                    print(f"{' '.join(flag)} with {environment}, terminals: out {out}, err {err}: "
                          f"std{stream} {'lacks' if want else 'has'} colour")
    print(f"{runs} streams, {wrong} wrong")
    sys.exit(1 if wrong else 0)


main()
