"""Measures programs: time and memory of one run, and instructions a policy."""
import os
import pathlib
import re
import subprocess
import tempfile
import time
from dataclasses import dataclass

HERE = pathlib.Path(__file__).parent
SCHEMA = HERE.parents[1] / "schemas" / "policy.schema.json"
# Two sizes, so that the start of a program falls out of their difference.
FEW, MANY = 10, 40


@dataclass
class Run:
    """What one run took: seconds, seconds of processors, MiB; `refusal` is what it said if it failed."""

    wall: float
    cpu: float
    peak: float
    refusal: str


def run(command, folder):
    """Runs a command to its end."""
    with tempfile.TemporaryFile() as said:
        begin = time.perf_counter()
        process = subprocess.Popen(list(map(str, command)), cwd=folder, stdout=said, stderr=said)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begin
        process.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        lines = said.read().decode(errors="replace").strip().splitlines() or ["nothing"]
    refusal = f"exit {process.returncode}: {lines[0]}" if process.returncode else ""
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, refusal)


def seconds_of_others():
    """Returns the seconds of processors that this machine has spent on anything but us and what we have run."""
    user, nice, system, _, _, *rest = map(int, pathlib.Path("/proc/stat").read_text().split("\n")[0].split()[1:9])
    return (user + nice + system + sum(rest)) / os.sysconf("SC_CLK_TCK") - sum(os.times()[:4])


def make_policies(out, count, share=0.01):
    """Makes policies below a folder; the same ones every time."""
    subprocess.run([HERE / "make_policies", "--policies", str(count), "--share", str(share), "--out", out], check=True)


def instructions(command, folder):
    """Counts the instructions of a run; cachegrind without its caches counts as callgrind does, in less time."""
    valgrind = ["valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null"]
    done = subprocess.run(valgrind + list(map(str, command)), cwd=folder, capture_output=True, encoding="utf-8")
    counted = re.search(r"I\s+refs:\s+([\d,]+)", done.stderr)
    if done.returncode != 0 or not counted:
        raise RuntimeError(f"{command[0]}: exit {done.returncode}\n{done.stdout}{done.stderr}")
    return int(counted[1].replace(",", ""))


def instructions_per_policy(commands):
    """Returns for each named command what a policy costs it, in instructions; `policies` is where it finds them."""
    with tempfile.TemporaryDirectory() as work:
        folders = [pathlib.Path(work, str(count)) for count in (FEW, MANY)]
        for folder, count in zip(folders, (FEW, MANY)):
            make_policies(folder, count)
        costs = {}
        for name, command in commands.items():
            few, many = (instructions(command, folder / "base") for folder in folders)
            costs[name] = (many - few) / (MANY - FEW)
        return costs


def validate_command(simrules, jobs):
    return [simrules, "validate", "--no-config", "--jobs", jobs]


def floor_command(floor):
    return [floor, SCHEMA, "policies"]
