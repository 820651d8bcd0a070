"""The system calls of a run, and one of them made to fail."""
import os
import pathlib
import re
import shutil
import subprocess
from dataclasses import dataclass

CALL = re.compile(r"^(?:[0-9]+ +)?(?P<name>[a-z0-9_]+)\((?P<arguments>.*)\) += (?P<result>.+)$")

DESCRIPTOR = re.compile(r"(?:AT_FDCWD|[0-9]+)<([^>]*)>")
QUOTED = re.compile(r'"([^"]*)"')
BELOW_FOLDER = {"openat", "newfstatat", "mkdirat", "unlinkat", "renameat", "renameat2"}


@dataclass(frozen=True)
class Call:
    """A system call: its name, which one of that name it is from 1 on, and how strace shows it.

    Shape: paths of descriptors are shown after them, in angle brackets.
    """

    name: str
    number: int
    arguments: str
    result: str

    def path(self):
        """Returns the path that the call is about, as far as it is shown."""
        folder, quoted = DESCRIPTOR.match(self.arguments), QUOTED.search(self.arguments)
        if folder and not (self.name in BELOW_FOLDER and quoted and quoted[1]):
            return folder[1]
        return os.path.join(folder[1] if folder else "", quoted[1]) if quoted else ""


def why_not():
    """Returns why no call can be made to fail on this machine, or nothing."""
    if not shutil.which("strace"):
        return "strace is not installed"
    probe = ["strace", "-f", "-o", "/dev/null", "-e", "inject=getcwd:error=EIO:when=1", "true"]
    done = subprocess.run(probe, capture_output=True, encoding="utf-8", check=False)
    return "" if done.returncode == 0 else f"strace cannot trace here: {done.stderr.strip()}"


def tracing(log, *options):
    """Returns what goes before a command to trace it, but not the git that it asks: that counts its own calls."""
    return ("strace", "-y", "-qq", "-o", str(log), *options)


def read_calls(log):
    """Reads the calls of a log in their order."""
    counts, calls = {}, []
    for line in pathlib.Path(log).read_text(encoding="utf-8", errors="replace").splitlines():
        found = CALL.match(line)
        if not found:
            continue
        name = found["name"]
        counts[name] = counts.get(name, 0) + 1
        calls.append(Call(name, counts[name], found["arguments"], found["result"]))
    return calls


def injection(call, fault):
    """Returns the options that make one call fail with an error, or the process die of a signal there."""
    kind = "signal" if fault.startswith("SIG") else "error"
    return (f"--trace={call.name}", "-e", f"inject={call.name}:{kind}={fault}:when={call.number}")


def happened(log, call, fault):
    """Tells whether the log shows the call that was to fail: a signal may be held back and never show itself."""
    text = pathlib.Path(log).read_text(encoding="utf-8", errors="replace")
    if fault.startswith("SIG"):
        return len(re.findall(rf"^(?:[0-9]+ +)?{call.name}\(", text, re.MULTILINE)) >= call.number
    return "(INJECTED)" in text
