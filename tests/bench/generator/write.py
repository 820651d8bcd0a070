"""Writes a policy as YAML the way that the shipped ones look: what fits a line is in flow style."""
import pathlib
import sys

sys.path.append(str(pathlib.Path(__file__).parents[2] / "corpus"))
from write_yaml import HEADER, may_be_plain

WIDTH = 96


def inline(value):
    if isinstance(value, dict):
        return "{" + ", ".join(f"{inline(name)}: {inline(item)}" for name, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(inline, value)) + "]"
    if isinstance(value, int):
        return str(value)
    if may_be_plain(value):
        return value
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


def lines_of(value, head, indent):
    """Yields the lines of a value after a key or a dash; `indent` is that of its children."""
    line = f"{head} {inline(value)}"
    is_nested = isinstance(value, dict) or isinstance(value, list) and any(isinstance(item, dict) for item in value)
    if len(line) <= WIDTH or not is_nested:
        yield line
        return
    pad = " " * indent
    if isinstance(value, list):
        yield head
        for item in value:
            yield from lines_of(item, pad + "-", indent + 2)
        return
    leads = [f"{pad}{inline(name)}:" for name in value]
    if head.endswith("-"):
        leads[0] = f"{head} {leads[0].lstrip()}"
    else:
        yield head
    for lead, item in zip(leads, value.values()):
        yield from lines_of(item, lead, indent + 2)


def policy_text(policy):
    lines = [line for name, value in policy.items() for line in lines_of(value, f"{name}:", 2)]
    return "\n".join([HEADER, *lines]) + "\n"
