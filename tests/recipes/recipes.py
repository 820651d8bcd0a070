#!/usr/bin/env python3
"""Runs the recipes of CONTRIBUTING.md in a scratch copy of the repository: recipes.py SIMRULES RECIPE...

A recipe is a heading below "Recipes" with one block of at most ten lines; its commands are run as they stand, and what they
promise is looked at. Recipes that compile run at the path of the real tree, which a copy stands in for, so that only what they
change is built; where the machine allows no such thing, that is said aloud and the test is skipped.
`recipes.py SIMRULES --self-test` shows that a recipe that fails, or does not keep its promise, is found.
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
MOST_LINES = 10
SKIPPED = 77


class Broken(Exception):
    """A recipe that does not work."""


def recipes_of(text):
    """Returns the block of each recipe by its title."""
    part = text.split("\n## Recipes\n", 1)[1].split("\n## ", 1)[0]
    blocks = {}
    for section in part.split("\n### ")[1:]:
        title, body = section.split("\n", 1)
        found = re.findall(r"^```([^\n]*)\n(.*?)^```$", body, re.M | re.S)
        if not found:
            continue
        if [kind for kind, _ in found] != ["sh"]:
            raise Broken(f"{title}: has not one block of sh")
        if found[0][1].count("\n") > MOST_LINES:
            raise Broken(f"{title}: has more than {MOST_LINES} lines")
        blocks[title] = found[0][1]
    return blocks


def copy_tree(folder, with_build):
    """Copies what a clone would have, and for recipes that compile the objects of the build."""
    skipped = {"build", "out", ".git", "node_modules", ".cache"}
    shutil.copytree(ROOT, folder, symlinks=True, ignore=lambda path, names: skipped & set(names))
    if with_build:
        build = ROOT / "build" / "dev"
        # The program alone is built again: what tests and packages are made of is not looked at.
        unused = {str(build): {"Testing", "static"}, str(build / "tests"): {"faults", "reproducibility", "corpus"}}
        shutil.copytree(build, folder / "build" / "dev", symlinks=True, ignore=lambda path, names: unused.get(path, set()) | {
            name for name in names if path.startswith(str(build / "tests")) and name.endswith((".dir", "_test"))})


def run(command, folder, env, **more):
    return subprocess.run(command, cwd=folder, env=env, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, **more)


def environment(work, tool, edit):
    """An environment in which `$EDITOR` does what a person would, with a sed script."""
    editor = work / "editor"
    editor.write_text(f"#!/bin/sh\nexec sed -i {edit} \"$1\"\n")
    editor.chmod(0o755)
    keep = {name: value for name, value in os.environ.items() if name in ("HOME", "CCACHE_DIR", "CXX")}
    who = {f"GIT_{role}_{what}": value for role in ("AUTHOR", "COMMITTER")
           for what, value in (("NAME", "A"), ("EMAIL", "a@example.com"))}
    return {**keep, **who, "PATH": f"{tool.parent}:{os.environ['PATH']}", "EDITOR": str(editor), "TZ": "UTC",
            "LC_ALL": "C.UTF-8", "NO_COLOR": "1", "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1"}


def make_clone(folder, env):
    """Makes a repository of the copy, on a branch of its own, as if it had been cloned."""
    # Objects are none of its files: packing them would take longer than to make them.
    for command in ("git init -q -b mine", "git add -f . :!build", "git commit -qm Tree",
                    "git update-ref refs/remotes/origin/main HEAD"):
        made = run(command.split(), folder, env)
        if made.returncode:
            raise Broken(f"{command}: {made.stdout}")


def expect(said, *patterns):
    for pattern in patterns:
        if not re.search(pattern, said, re.M):
            raise Broken(f"does not say {pattern}")


def changed(folder, env):
    return run(["git", "status", "--porcelain", "-uall"], folder, env).stdout


def after_policy(said, folder, env):
    expect(said, r"^wrote policies/jp/foo-mobile\.yaml$", r"0 errors, 0 warnings$", r"Foo Mobile")
    left = re.search("# change this$", (folder / "policies/jp/foo-mobile.yaml").read_text(), re.M)
    if left or changed(folder, env):
        raise Broken("the policy is not filled in and committed")


def after_field(said, folder, env):
    expect(said, r"[Pp]lans for tourists", r"0 errors, 0 warnings$")
    expect((folder / "reports/FIELDS.md").read_text(), "tourist_plans")
    expect(changed(folder, env), r"^ M schemas/policy\.schema\.json$")


def after_language(said, folder, env):
    expect(said, r"^1 schema checked; 0 errors, 0 warnings$", r"^au allows .eSIM reissue")
    expect(changed(folder, env), r"^\?\? schemas/languages/ko\.json$")


def after_check(said, folder, env):
    expect(said, r"^\+.*my-check")
    expect((folder / "tests/cases/validate/my-check/expected/stdout").read_text(), r"\[my-check\]$")


def after_format(said, folder, env):
    expect(said, r"^<testsuites")


def after_case(said, folder, env):
    expect(said, r"^\+.*\[duplicate-id\]$")


def after_release(said, folder, env):
    expect(said, r"^would publish \d", r"^published \d")
    tags = run(["git", "tag", "--points-at", "HEAD"], folder, env).stdout
    expect(tags, r"^v\d+\.\d+\.\d+$")
    if changed(folder, env):
        raise Broken("the release is not committed")


FILL_IN = "-e 's/ *# change this$//' -e 's|https://example.com/page|https://foo.example/terms|'"
KEEP = "-e ''"
# What a person edits, what must be true afterwards, whether it compiles, and the recipe whose result it goes on with.
RECIPES = {
    "Add a policy": (FILL_IN, after_policy, False, None),
    "Add a field": (KEEP, after_field, False, None),
    "Add a language": (KEEP, after_language, False, None),
    "Add a check": (KEEP, after_check, True, None),
    "Add a format": (KEEP, after_format, True, None),
    "Add a case": (KEEP, after_case, False, None),
    "Make a release": (FILL_IN, after_release, False, "Add a policy"),
}


def try_recipe(title, blocks, tool, work, folder):
    edit, promise, _, before = RECIPES[title]
    env = environment(work, tool, edit)
    if folder.joinpath(".git").exists() is False:
        make_clone(folder, env)
    build = folder / "build" / "dev"
    if not build.exists():
        build.mkdir(parents=True)
        build.joinpath("simrules").symlink_to(tool)
    for step in [before, title] if before else [title]:
        done = run(["bash", "-euo", "pipefail", "-c", blocks[step]], folder, env, stdin=subprocess.DEVNULL)
        if done.returncode:
            raise Broken(f"{step}: exit {done.returncode}\n{done.stdout}")
    try:
        promise(done.stdout, folder, env)
    except Broken as broken:
        raise Broken(f"{title}: {broken}\n{done.stdout}") from None


def try_in_copy(titles, blocks, tool):
    for title in titles:
        with tempfile.TemporaryDirectory(prefix="simrules-recipes-") as name:
            work = pathlib.Path(name)
            copy_tree(work / "tree", RECIPES[title][2])
            if RECIPES[title][2]:
                at_real_path(title, work)
            else:
                try_recipe(title, blocks, tool, work, work / "tree")
        print(f"works: {title}", flush=True)


def at_real_path(title, work):
    """Goes on in a namespace of mounts in which the copy stands at the path of the real tree."""
    script = 'mount --bind "$1" "$2" && cd "$2" && exec "$3" "$4" --inside "$5" "$6"'
    done = subprocess.run(["unshare", "--map-root-user", "--mount", "sh", "-c", script, "sh", str(work / "tree"),
                           str(ROOT), sys.executable, __file__, str(work), title])
    if done.returncode:
        raise Broken(f"{title}: failed as said above")


def may_mount():
    return subprocess.run(["unshare", "--map-root-user", "--mount", "mount", "--bind", "/usr", "/usr"],
                          stderr=subprocess.DEVNULL).returncode == 0


def self_test(blocks, tool):
    """Breaks recipes, and expects that each is found."""
    right = blocks["Add a case"]
    for what, block in {"fails in the middle": right.replace("git add", "false; git add"),
                        "lacks a command": "true\n" + right.split("\n", 3)[3].replace("git add", "true #"),
                        "keeps no promise": "true\n"}.items():
        try:
            try_in_copy(["Add a case"], {**blocks, "Add a case": block}, tool)
        except Broken:
            print(f"found: a recipe that {what}")
            continue
        raise Broken(f"a recipe that {what} is not found")
    for text in ("```sh\n" + "true\n" * 11 + "```\n", "```sh\ntrue\n```\n```text\n```\n"):
        try:
            recipes_of(f"\n## Recipes\n\n### A\n\n{text}\n## B\n")
        except Broken as broken:
            print(f"found: {broken}")
            continue
        raise Broken("a malformed recipe is not found")


def main(arguments):
    blocks = recipes_of((ROOT / "CONTRIBUTING.md").read_text())
    if blocks.keys() != RECIPES.keys():
        raise Broken(f"the recipes are {sorted(blocks)}, and the test knows {sorted(RECIPES)}")
    if arguments[0] == "--inside":
        try_recipe(arguments[2], blocks, ROOT / "build" / "dev" / "simrules", pathlib.Path(arguments[1]), ROOT)
        return 0
    tool, titles = pathlib.Path(arguments[0]).resolve(), arguments[1:]
    if titles == ["--self-test"]:
        self_test(blocks, tool)
        return 0
    if any(RECIPES[title][2] for title in titles) and not may_mount():
        print("skipped: this machine allows no mounts of one's own, so nothing can be built in a copy")
        return SKIPPED
    try_in_copy(titles, blocks, tool)
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except Broken as broken:
        print(f"FAILED: {broken}")
        sys.exit(1)
