#!/usr/bin/python3
"""Holds .github/ and action.yml to rules that keep what a pull request brings from ever running with rights.

Each rule is one function; each has broken copies of our own files, and a copy that its rule does not flag fails too.
"""
import pathlib
import re
import sys

import yaml

ROOT = pathlib.Path(__file__).resolve().parents[2]
FILES = sorted([*ROOT.glob(".github/workflows/*"), ROOT / "action.yml", ROOT / ".github/dependabot.yml",
                *ROOT.glob(".github/CODEOWNERS")])
FULL = re.compile(r"^[A-Za-z0-9_.-]+/[A-Za-z0-9_./-]+@[0-9a-f]{40}$")

# Who may write what: nothing else may write anything.
WRITERS = {("comment.yml", "comment"): {"pull-requests"}, ("release.yml", "attest"): {"attestations", "id-token"},
           ("release.yml", "publish"): {"contents"}, ("stale.yml", "issue"): {"issues"},
           ("code-scanning.yml", "upload"): {"security-events"}, ("pages.yml", "publish"): {"pages", "id-token"}}
TRIGGERS = {"pull_request", "merge_group", "push", "workflow_dispatch", "schedule"}
# The one file that may follow another workflow; `comment_alone` holds it to more.
FOLLOWER = "comment.yml"


class File:
    """A file of ours, as text and as what YAML makes of it (`on` is a word here, not a truth)."""

    def __init__(self, path, text):
        self.path, self.name, self.text = path, path.name, text
        self.data = yaml.load(text, Loader=yaml.BaseLoader) if path.suffix == ".yml" else {}
        self.is_workflow = path.parent.parent.name == ".github"
        triggers = self.data.get("on", {})
        self.on = triggers if isinstance(triggers, dict) else dict.fromkeys(
            [triggers] if isinstance(triggers, str) else triggers)
        self.jobs = self.data.get("jobs", {}) if self.is_workflow else {}
        self.of_pull_requests = any(trigger.startswith(("pull_request", "merge_group")) for trigger in self.on)

    def steps(self):
        for name, job in self.jobs.items():
            for step in job.get("steps", []):
                yield name, job, step
        for step in self.data.get("runs", {}).get("steps", []) if self.name == "action.yml" else []:
            yield "action", {}, step

    def runs(self):
        for job, _, step in self.steps():
            if "run" in step:
                yield job, step["run"]


def written(permissions):
    return {key for key, value in permissions.items() if value not in ("read", "none")} if isinstance(permissions, dict) else {"all"}


def nothing_by_default(file):
    if file.is_workflow and file.data.get("permissions") != {}:
        yield "the workflow does not begin with `permissions: {}`"


def each_job_lists(file):
    for name, job in file.jobs.items():
        if not isinstance(job.get("permissions"), dict) or not job["permissions"]:
            yield f"{name} does not list what it needs"


def no_write_for_pull_requests(file):
    for name, job in file.jobs.items():
        if file.of_pull_requests and written(job.get("permissions", {})):
            yield f"{name} may write in a run for a pull request"


def writers_are_known(file):
    for name, job in file.jobs.items():
        extra = written(job.get("permissions", {})) - WRITERS.get((file.name, name), set())
        if extra:
            yield f"{name} may write {sorted(extra)}"


def triggers_are_safe(file):
    for trigger in file.on:
        if trigger not in TRIGGERS and not (trigger == "workflow_run" and file.name == FOLLOWER):
            yield f"it runs on {trigger}"


def comment_alone(file):
    if file.name != FOLLOWER:
        return
    if file.on != {"workflow_run": {"workflows": ["policies"], "types": ["completed"]}}:
        yield "it follows more than policies.yml"
    if list(file.jobs) != ["comment"]:
        yield "it has more than one job"
    for name, job in file.jobs.items():
        if not job.get("if", "").startswith("github.event.workflow_run.event == 'pull_request' &&") or "||" in job.get("if", ""):
            yield f"{name} also runs after what was no pull request"
        for step in job["steps"]:
            if "uses" in step:
                yield f"{name} uses an action"
    text = re.sub(r"(?m)^\s*#.*$", "", file.text)
    if set(re.findall(r"github\.event[\w.]*", text)) - {
            f"github.event.workflow_run.{name}" for name in ("event", "conclusion", "id", "head_sha")}:
        yield "it takes more of the run than its number and commit"
    runs = [run for _, run in file.runs()]
    if len(runs) != 2 or runs[1].strip() != "scripts/ci/comment" or "HEAD_SHA" in runs[0] or not all(
            line.startswith(("git init", "git remote add", "git config credential.helper", "git fetch", "git checkout")) for line in runs[0].splitlines()) or \
            re.findall(r"(?m)^git (?:fetch|checkout).* (\S+)$", runs[0]) != ['"$GITHUB_SHA"'] * 2:
        yield "it does more than check main out and post"


def actions_are_pinned(file):
    for _, job, step in file.steps():
        if "uses" in step and not FULL.match(step["uses"]):
            yield f"{step['uses']} is no full commit"
    for name, job in file.jobs.items():
        if "uses" in job:
            yield f"{name} is somebody's workflow"
    for line in file.text.splitlines():
        if re.match(r"\s*(- )?uses:", line) and not re.search(r"@[0-9a-f]{40} # v\d+\.\d+\.\d+$", line):
            yield f"`{line.strip()}` does not say which version it is"


def pins_agree(file):
    """One action has one pin: kept for the run, so that files are compared with each other."""
    for line in re.findall(r"uses: (\S+@[0-9a-f]{40} # v\S+)", file.text):
        action = line.split("@")[0]
        if pins_agree.seen.setdefault(action, line) != line:
            yield f"{action} is pinned in two ways"


pins_agree.seen = {}


def actions_are_few(file):
    for _, _, step in file.steps():
        if "uses" in step and not step["uses"].startswith(("actions/", "github/codeql-action/")):
            yield f"{step['uses']} is of somebody else"


def images_are_pinned(file):
    for name, job in file.jobs.items():
        images = [job.get("container")] + list(job.get("services", {}).values())
        for image in images:
            image = image.get("image", "") if isinstance(image, dict) else image
            if image is not None and not re.search(r"@sha256:[0-9a-f]{64}$", image):
                yield f"{name} takes the image {image}"


def nothing_is_piped_to_a_shell(file):
    for job, run in file.runs():
        if re.search(r"\b(curl|wget)\b|\|\s*(sudo\s+)?(ba|z|da)?sh\b|\bpip3?\s+install|npm\s+(i|install)\b|\beval\b", run):
            yield f"{job} installs from somewhere else than the packages of Debian"


def no_credentials_kept(file):
    for job, _, step in file.steps():
        if step.get("uses", "").startswith("actions/checkout@") and step.get("with", {}).get("persist-credentials") != "false":
            yield f"{job} leaves its token in the checkout"


def jobs_end(file):
    for name, job in file.jobs.items():
        if not re.fullmatch(r"[1-9]|[12]\d|30", job.get("timeout-minutes", "")):
            yield f"{name} may run for longer than 30 minutes"


def runs_do_not_pile_up(file):
    if file.is_workflow and not file.data.get("concurrency", {}).get("group"):
        yield "there is no concurrency group"
    if file.name == "release.yml" and file.data.get("concurrency", {}).get("cancel-in-progress") != "false":
        yield "a release may be cut off by the next"


def no_expressions_in_scripts(file):
    for job, run in file.runs():
        if "${{" in run:
            yield f"{job} puts an expression into a script"
    for job, _, step in file.steps():
        if "script" in step.get("with", {}) or "${{" in step.get("working-directory", "") + step.get("shell", ""):
            yield f"{job} has a script in an input"


def nothing_is_handed_on(file):
    for job, run in file.runs():
        if re.search(r"GITHUB_(OUTPUT|ENV|PATH|STATE)", run):
            yield f"{job} hands text on to later steps"


def only_checks_out(step):
    """Whether a step runs git and nothing else; it takes the token, for a private repository is read with it."""
    return all(line.startswith(("git ", "chown ")) for line in step.get("run", "-").splitlines())


def no_secrets(file):
    if re.search(r"\bsecrets\s*[.\[]|secrets: *inherit", file.text):
        yield "it takes a secret"
    for name, job, step in file.steps():
        if "github.token" in str(step) and not written(job.get("permissions", {})) and not only_checks_out(step):
            yield f"{name} takes the token without a right to use"
        if "git fetch" in step.get("run", "") and step.get("env", {}).get("TOKEN") != "${{ github.token }}":
            yield f"{name} cannot fetch from a private repository"


def it_can_fail(file):
    bare = re.sub(r"(?m)(^|\s)#.*$", "", file.text)
    for word in ("|| true", "|| :", "continue-on-error", "always()", "set +e", "|| exit 0", "|| echo"):
        if word in bare:
            yield f"`{word}` hides a failure"


def required_jobs_decide_inside(file):
    if not file.of_pull_requests:
        return
    for name, job in file.jobs.items():
        if "if" in job:
            yield f"{name} may be skipped, which counts as passed"
    if any(isinstance(value, dict) and any(key.startswith("paths") for key in value) for value in file.on.values()):
        yield "a filter of paths leaves a required check pending"


def only_uploads_have_conditions(file):
    for job, _, step in file.steps():
        if "if" in step and (step["if"] != "${{ !cancelled() }}" or not step.get("uses", "").startswith("actions/upload-artifact@")):
            yield f"{job} has a step that may be skipped"


def the_base_judges(file):
    if file.name != "policies.yml":
        return
    runs = [run for _, run in file.runs()]
    # What waits in a queue goes to the base of its group, which the server names; nothing else may name one.
    bases = [step["env"].get("QUEUE_BASE") for _, _, step in file.steps() if "env" in step]
    if set(bases) != {"${{ github.event.merge_group.base_sha }}"} or len(re.findall(r"\bQUEUE_BASE\b *:(?!-)", file.text)) != 2:
        yield "something else than the server says what a queue goes to"
    if len(runs) < 2 or 'git checkout -q --detach "${QUEUE_BASE:-$GITHUB_SHA^1}"' not in runs[1] or runs[1].count("git checkout") != 1:
        yield "what is built is not the base"
    if len(runs) != 4 or runs[3].split()[:1] != ["scripts/ci/judge"] or \
            '--base "${QUEUE_BASE:-$GITHUB_SHA^1}" --head "$GITHUB_SHA"' not in runs[3] or "git " in runs[2] + runs[3]:
        yield "the policies are not judged by the base"


def releases_are_guarded(file):
    if file.name != "release.yml":
        return
    if file.on != {"push": {"tags": ["v*"]}, "workflow_dispatch": ""}:
        yield "it runs on more than a tag"
    jobs = file.jobs
    if [jobs.get(name, {}).get("needs") for name in ("assemble", "attest", "publish")] != ["build", "assemble", "attest"]:
        yield "what is published need not be what was compared and attested"
    if jobs.get("build", {}).get("strategy", {}).get("matrix") != {"copy": ["first", "second"]}:
        yield "it is not built twice"
    for name, job in jobs.items():
        if written(job["permissions"]) and job.get("environment") != "release":
            yield f"{name} waits for nobody"
    if "subject-checksums: assets/SHA256SUMS" not in file.text:
        yield "not everything is attested"
    if not any(run.startswith('scripts/ci/release "$GITHUB_REF" out/first out/second ') for _, run in file.runs()):
        yield "the two builds are not compared"


def no_caches(file):
    for job, _, step in file.steps():
        if "cache" in step.get("uses", "").split("@")[0] or any("cache" in key for key in step.get("with", {})):
            yield f"{job} reads a cache that others may have filled"


def runners_are_githubs(file):
    for name, job in file.jobs.items():
        if job.get("runs-on") != "ubuntu-24.04":
            yield f"{name} runs on {job.get('runs-on')}"
    if "ACTIONS_ALLOW_UNSECURE_COMMANDS" in file.text:
        yield "it lets a log set variables"


def shells_stop_at_errors(file):
    if file.is_workflow and file.data.get("defaults", {}).get("run", {}).get("shell") != "bash":
        yield "a failure inside a pipe is not seen"
    for job, _, step in file.steps():
        if "run" in step and step.get("shell", "bash") != "bash":
            yield f"{job} has another shell"


def scripts_hold_the_logic(file):
    for job, run in file.runs():
        if len(run.splitlines()) > 7 or re.search(r"\b(if|for|while|case)\b|&&", run):
            yield f"{job} has logic that runs only on GitHub"


def inputs_are_declared(file):
    if file.name != "action.yml":
        return
    taken = re.findall(r"\$\{\{ inputs\.([\w-]+) \}\}", file.text)
    if sorted(taken) != sorted(file.data["inputs"]):
        yield f"it takes {taken}, and declares {list(file.data['inputs'])}"
    for _, _, step in file.steps():
        for name, value in step.get("env", {}).items():
            if "inputs." in value and value != "${{ inputs." + name.removeprefix("INPUT_").lower().replace("_", "-") + " }}":
                yield f"{name} is {value}"


def updates_wait(file):
    if file.name != "dependabot.yml":
        return
    updates = file.data.get("updates", [])
    if {update["package-ecosystem"] for update in updates} != {"github-actions", "npm"}:
        yield "not everything is kept up to date"
    for update in updates:
        if int(update.get("cooldown", {}).get("default-days", "0")) < 7:
            yield f"a version of {update['package-ecosystem']} is taken on its first day"


def the_judge_has_owners(file):
    if file.name != "CODEOWNERS":
        return
    owned = {line.split()[0] for line in file.text.splitlines() if line.split()[1:] and not line.startswith("#")}
    for path in ("/.github/", "/schemas/", "/src/", "/scripts/"):
        if path not in owned:
            yield f"nobody owns {path}"


JOB = "    timeout-minutes: 30\n"
UPLOAD = "actions/upload-artifact@043fb46d1a93c77aae656e7c1c64a875d1fc6a0a # v7.0.1"
STEPS = "    steps:\n"
# rule: broken copies of our files as (file, what is there, what is put in its place)
RULES = {
    nothing_by_default: [("ci.yml", "permissions: {}\n", ""), ("fuzz.yml", "permissions: {}\n", "permissions: read-all\n")],
    each_job_lists: [("ci.yml", "    permissions:\n      contents: read\n", ""),
                     ("release.yml", "    permissions:\n      contents: write\n", "    permissions: write-all\n")],
    no_write_for_pull_requests: [("policies.yml", "      contents: read", "      contents: read\n      pull-requests: write"),
                                 ("ci.yml", "    permissions:\n      contents: read\n", "    permissions: write-all\n")],
    writers_are_known: [("fuzz.yml", "contents: read", "contents: write"), ("comment.yml", "contents: read", "contents: write"),
                        ("release.yml", "      id-token: write", "      id-token: write\n      packages: write"),
                        ("stale.yml", "      contents: read\n    steps", "      contents: read\n      actions: write\n    steps")],
    triggers_are_safe: [("policies.yml", "  pull_request:", "  pull_request_target:"),
                        ("ci.yml", "  workflow_dispatch:", "  issue_comment:"),
                        ("stale.yml", "  workflow_dispatch:", "  workflow_run: {workflows: [ci], types: [completed]}")],
    comment_alone: [("comment.yml", "workflows: [policies]", "workflows: [policies, ci]"),
                    ("comment.yml", "github.event.workflow_run.event == 'pull_request' &&", ""),
                    ("comment.yml", "-q --depth 1 origin \"$GITHUB_SHA\"", "-q --depth 1 origin \"$HEAD_SHA\""),
                    ("comment.yml", "${{ github.event.workflow_run.id }}", "${{ github.event.workflow_run.head_branch }}"),
                    ("comment.yml", "run: scripts/ci/comment", "run: scripts/bootstrap"),
                    ("comment.yml", "      - name: Post", f"      - uses: {UPLOAD}\n      - name: Post")],
    actions_are_pinned: [("policies.yml", UPLOAD, "actions/upload-artifact@v7"),
                         ("policies.yml", UPLOAD, UPLOAD.split(" #")[0]),
                         ("release.yml", "@1e69f48acb82d1966a394da916b4c1698aa569d6 ", "@1e69f48 "),
                         ("fuzz.yml", "jobs:\n", "jobs:\n  other:\n    uses: o/r/.github/workflows/x.yml@main\n")],
    pins_agree: [("fuzz.yml", "@043fb46d1a93c77aae656e7c1c64a875d1fc6a0a", "@" + "0" * 40)],
    actions_are_few: [("policies.yml", "actions/upload-artifact@", "somebody/upload-artifact@")],
    images_are_pinned: [("ci.yml", re.compile(r"debian:12@sha256:\w+"), "debian:12"),
                        ("fuzz.yml", re.compile(r"container: (\S+)"), r"container:\n      image: debian:latest")],
    nothing_is_piped_to_a_shell: [("fuzz.yml", "scripts/fuzz 180", "wget -qO- https://example.org/x | sh"),
                                  ("ci.yml", "        run: scripts/ci/test", "        run: pip install x; scripts/ci/test")],
    no_credentials_kept: [("fuzz.yml", STEPS, STEPS + "      - uses: actions/checkout@" + "3" * 40 + " # v7.0.1\n")],
    jobs_end: [("ci.yml", JOB, ""), ("policies.yml", JOB, "    timeout-minutes: 360\n")],
    runs_do_not_pile_up: [("release.yml", "cancel-in-progress: false", "cancel-in-progress: true"),
                          ("fuzz.yml", "concurrency:\n  group: fuzz\n  cancel-in-progress: false\n", "")],
    no_expressions_in_scripts: [("comment.yml", "run: scripts/ci/comment", "run: scripts/ci/comment ${{ github.event.workflow_run.head_branch }}"),
                                ("action.yml", "/scripts/ci/action\"'", "/scripts/ci/action\" ${{ inputs.paths }}'"),
                                ("policies.yml", "          path: out/judge/preview.md", "          script: x")],
    nothing_is_handed_on: [("policies.yml", "          scripts/bootstrap", "          echo X=1 >>\"$GITHUB_ENV\"\n          scripts/bootstrap")],
    no_secrets: [("ci.yml", "          RUN:", "          KEY: ${{ secrets.KEY }}\n          RUN:"),
                 ("policies.yml", "          path: out/judge/preview.md", "          token: ${{ github.token }}"),
                 ("policies.yml", "        env:\n          TOKEN: ${{ github.token }}\n", ""),
                 ("ci.yml", "          chown ", "          scripts/bootstrap\n          chown ")],
    it_can_fail: [("policies.yml", '--out out/judge\n', '--out out/judge || true\n'),
                  ("policies.yml", "      - name: Judge", "      - continue-on-error: true\n        name: Judge"),
                  ("fuzz.yml", "!cancelled()", "always()")],
    required_jobs_decide_inside: [("policies.yml", "  judge:\n", "  judge:\n    if: github.actor != 'dependabot[bot]'\n"),
                                  ("policies.yml", "  pull_request:\n", "  pull_request:\n    paths: [policies/**]\n")],
    only_uploads_have_conditions: [("policies.yml", "      - name: Judge", "      - if: github.actor == 'x'\n        name: Judge"),
                                   ("ci.yml", "      - name: Build", "      - if: ${{ !cancelled() }}\n        name: Build")],
    the_base_judges: [("policies.yml", '--detach "${QUEUE_BASE:-$GITHUB_SHA^1}"', '--detach "$GITHUB_SHA"'),
                      ("policies.yml", '--base "${QUEUE_BASE:-$GITHUB_SHA^1}"', '--base "$GITHUB_SHA"'),
                      ("policies.yml", "github.event.merge_group.base_sha", "github.event.merge_group.head_sha"),
                      ("policies.yml", "scripts/ci/judge --tool", "scripts/ci/other --tool"),
                      ("policies.yml", "          scripts/bootstrap", "          git checkout -q \"$GITHUB_SHA\" -- scripts\n          scripts/bootstrap")],
    releases_are_guarded: [("release.yml", "    tags: ['v*']", "    branches: [main]"), ("release.yml", "    environment: release\n", ""),
                           ("release.yml", "    needs: attest", "    needs: build"), ("release.yml", "[first, second]", "[first]"),
                           ("release.yml", "subject-checksums: assets/SHA256SUMS", "subject-path: assets/*.deb"),
                           ("release.yml", "run: scripts/ci/release ", "run: scripts/ci/copy ")],
    no_caches: [("release.yml", STEPS, STEPS + "      - uses: actions/cache@" + "3" * 40 + " # v5.0.0\n")],
    runners_are_githubs: [("ci.yml", "runs-on: ubuntu-24.04", "runs-on: [self-hosted]"), ("fuzz.yml", "ubuntu-24.04", "ubuntu-latest"),
                          ("ci.yml", "          RUN:", "          ACTIONS_ALLOW_UNSECURE_COMMANDS: true\n          RUN:")],
    shells_stop_at_errors: [("ci.yml", "defaults:\n  run:\n    shell: bash\n", ""), ("action.yml", "shell: bash", "shell: sh")],
    scripts_hold_the_logic: [("fuzz.yml", "scripts/fuzz 180", "if scripts/fuzz 180; then exit 1; fi")],
    inputs_are_declared: [("action.yml", "inputs.fail-on", "inputs.fail_on"), ("action.yml", "  checksum:", "  digest:"),
                          ("action.yml", "INPUT_BASE", "INPUT_BASES")],
    updates_wait: [("dependabot.yml", "default-days: 7", "default-days: 0"),
                   ("dependabot.yml", "package-ecosystem: github-actions", "package-ecosystem: docker")],
    the_judge_has_owners: [("CODEOWNERS", re.compile(r"(?m)^/schemas/.*$"), ""), ("CODEOWNERS", re.compile(r"(?m)^(/\.github/).*$"), r"\1")],
}


def findings(files):
    """What the rules say about some files: (rule, file, message)."""
    pins_agree.seen = {}
    return [(rule.__name__, file.name, message) for file in files for rule in RULES for message in rule(file)]


def main():
    texts = {path: path.read_text() for path in FILES}
    wrong = 0
    for rule, name, message in findings([File(path, text) for path, text in texts.items()]):
        print(f"FAILED: {name}: {message} [{rule}]")
        wrong += 1
    copies = 0
    for rule, patches in RULES.items():
        for name, old, new in patches:
            path = next((path for path in texts if path.name == name), None)
            broken = re.sub(old, new, texts.get(path, ""), count=1) if isinstance(old, re.Pattern) else texts.get(path, "").replace(old, new, 1)
            if path is None or broken == texts[path]:
                print(f"FAILED: {name}: has nothing to break for {rule.__name__}: {old!r}")
                wrong += 1
                continue
            copies += 1
            said = findings([File(each, broken if each == path else text) for each, text in texts.items()])
            if not any(each == rule.__name__ and where == name or each == "pins_agree" == rule.__name__ for each, where, _ in said):
                print(f"FAILED: {rule.__name__} does not see {new!r} in {name}")
                wrong += 1
    print(f"{len(texts)} files, {len(RULES)} rules, {copies} broken copies, {wrong} failures")
    sys.exit(1 if wrong else 0)


main()
