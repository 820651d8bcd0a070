"""What the runner of GitHub does with a log: which of its lines it takes as commands (ActionCommand of actions/runner)."""
import re

# The commands that we mean to give: an annotation, titled by a check of ours, at a place below policies/ or at none.
OURS = re.compile(
    r"::(?:error|warning|notice) title=(?P<title>[a-z0-9-]+)"
    r"(?:,file=(?P<file>policies[^,:\r\n]*|gate-levels\.yaml|\.simrules\.toml))?(?:,(?:line|endLine|col|endColumn)=\d+)*::[^\r\n]*$")


def commands(log):
    """Yields each line of a log that the runner takes as a command: a bare CR ends a line as LF does."""
    for line in re.split(r"\r\n|\r|\n", log):
        if line.strip().startswith("::") or "##[" in line:
            yield line


def foreign_commands(log):
    """The commands of a log that are not ours."""
    return [line for line in commands(log) if "##[" in line or not OURS.match(line)]
