#!/usr/bin/python3
"""Lays out every policy of the repository and of its tests, and has another reader compare: run.py SIMRULES
What `simrules fmt` writes says the same to PyYAML, has the same comments, and is left alone by a second run."""
import pathlib
import re
import subprocess
import sys
import tempfile

import yaml

ROOT = pathlib.Path(__file__).resolve().parents[2]


class Reader(yaml.SafeLoader):
    """Reads what our own does not refuse: texts, whole numbers and truths."""


KNOWN = "tag:yaml.org,2002:int", "tag:yaml.org,2002:bool"
Reader.yaml_implicit_resolvers = {first: [each for each in resolvers if each[0] in KNOWN]
                                  for first, resolvers in Reader.yaml_implicit_resolvers.items()}


def run(tool, *arguments, **options):
    return subprocess.run([tool, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, check=False, **options)


def comments(text):
    """Lists the comments, also some that are none: what looks like one in a text looks so in both layouts."""
    return sorted(re.findall(r"(?:^|\s)(#.*?)\s*$", text, re.MULTILINE))


def in_blocks(text):
    """The same policy as another writer would have it: sorted keys, no brackets, short lines, no comments."""
    dumped = yaml.dump(yaml.load(text, Reader), allow_unicode=True, width=60)
    # That an hour could be a number of base 60 is known to few writers.
    return re.sub(r": (\d\d:\d\d)$", r": '\1'", dumped, flags=re.MULTILINE).encode()


def main():
    tool = sys.argv[1]
    shipped = {path.read_bytes() for path in ROOT.glob("policies/*/*.yaml")}
    others = {path.read_bytes() for path in ROOT.glob("tests/**/policies/**/*.yaml")}
    blocks = {in_blocks(text): text for text in shipped}
    with tempfile.TemporaryDirectory() as folder:
        files = {}
        for number, text in enumerate(sorted(shipped | others | set(blocks))):
            files[pathlib.Path(folder, f"{number}.yaml")] = text
            pathlib.Path(folder, f"{number}.yaml").write_bytes(text)
        laid = run(tool, "fmt", folder)
        assert laid.returncode in (0, 1), laid.stderr
        changed = 0
        for path, text in files.items():
            after = path.read_bytes()
            if text in blocks:
                assert after == re.sub(rb"(?m)^#.*\n", b"", blocks[text]), f"{after.decode()}\nis not what is shipped"
            if after == text:
                continue
            changed += 1
            before, after = text.decode(), after.decode()
            assert yaml.load(before, Reader) == yaml.load(after, Reader), f"{before}\nbecame\n{after}"
            assert comments(before) == comments(after), f"{before}\nbecame\n{after}"
            assert run(tool, "fmt", "--check", path).returncode == 0, after
    guide = (ROOT / "policies/README.md").read_text(encoding="utf-8")
    example = re.search(r"```yaml\n(# yaml-language-server[^\n]*\nschema_version.*?)```", guide, re.DOTALL)
    assert run(tool, "fmt", "--check", "-", input=example[1]).returncode == 0, "the example of policies/README.md"
    assert changed > len(files) / 2, f"only {changed} of {len(files)} files were laid out"
    print(f"{changed} of {len(files)} files laid out anew")


if __name__ == "__main__":
    main()
