"""Writes a policy as YAML in one of many styles, each inside what the project's reader takes.

What is left out is refused by design: anchors, tags, directives, tabs, null, words that YAML 1.1 reads otherwise.
"""
import re

HEADER = "# yaml-language-server: $schema=../../schemas/policy.schema.json"
COMMENTS = ["see the terms", "要確認", "확인 필요", "проверено вручную", "tax: see the page",
            "conditions générales", "- not a list", "{not: flow}", "\"quotes\" and 'quotes'"]
AMBIGUOUS = {"true", "false", "yes", "no", "on", "off", "y", "n", "null", "~", ""}
PLAIN = re.compile(r"[^\W\d_][^:#\[\]{},&*!|>'\"%@`\\?=]*\Z")
DATE = re.compile(r"\d{4}-\d\d(-\d\d)?\Z")
ADDRESS = re.compile(r"https://[\w./-]+\Z")


def may_be_plain(text):
    """Tells whether every YAML reader takes the unquoted text for this very string."""
    if text.casefold() in AMBIGUOUS or text != text.strip() or "  " in text:
        return False
    return bool(PLAIN.match(text) or DATE.match(text) or ADDRESS.match(text))


class Style:
    """The habits of one author."""

    def __init__(self, rng):
        self.rng = rng
        self.indent = rng.choice([2, 2, 2, 4])
        self.flow = rng.choice([0, 0.3, 0.6, 0.95])
        self.deep_flow = rng.choice([0, 0, 0.2])
        self.wrap_flow = rng.choice([0, 0, 0.3])
        self.quote = rng.choice(["plain", "plain", "single", "double", "mixed"])
        self.escape = rng.choice([0, 0, 0.3])
        self.quoted_keys = rng.choice([0, 0, 0, 0.2])
        self.list_indent = rng.choice([True, True, False])
        self.comments = rng.choice([0, 0.05, 0.2])
        self.start = rng.random() < 0.3
        self.blank = rng.random() < 0.4
        self.block_text = rng.choice([0, 0.4, 0.9])

    def chance(self, probability):
        return self.rng.random() < probability


class Writer:
    """One file while it is written; a line of `lines` may hold line breaks."""

    def __init__(self, style):
        self.style = style
        self.lines = []

    def comment(self):
        if not self.style.chance(self.style.comments):
            return ""
        return "  # " + self.style.rng.choice(COMMENTS)

    def double_quoted(self, text):
        escaped = text.replace("\\", "\\\\").replace('"', '\\"')
        if self.style.chance(self.style.escape):
            escaped = "".join(char if ord(char) < 128 else f"\\u{ord(char):04x}" for char in escaped)
        return f'"{escaped}"'

    def scalar(self, value):
        if isinstance(value, bool):
            return "true" if value else "false"
        if isinstance(value, int):
            return str(value)
        quote = self.style.quote
        if quote == "mixed":
            quote = self.style.rng.choice(["plain", "single", "double"])
        if quote == "plain" and may_be_plain(value):
            return value
        if quote == "single":
            return "'" + value.replace("'", "''") + "'"
        return self.double_quoted(value)

    def key(self, name):
        return self.double_quoted(name) if self.style.chance(self.style.quoted_keys) else name

    def inline(self, value, indent):
        """Writes a value in flow style, perhaps over several lines."""
        if isinstance(value, dict):
            parts = [f"{self.key(name)}: {self.inline(item, indent)}" for name, item in value.items()]
            opening, closing = "{", "}"
        elif isinstance(value, list):
            parts = [self.inline(item, indent) for item in value]
            opening, closing = "[", "]"
        else:
            return self.scalar(value)
        wraps = len(parts) > 1 and self.style.chance(self.style.wrap_flow)
        return opening + (",\n" + " " * indent if wraps else ", ").join(parts) + closing

    def is_inline(self, value):
        if not value:
            return True
        children = value.values() if isinstance(value, dict) else value
        is_flat = not any(isinstance(child, (dict, list)) for child in children)
        return self.style.chance(self.style.flow if is_flat else self.style.deep_flow)

    def text_block(self, text, head, indent):
        """Writes long text as a block scalar; a folded one has its line breaks where blanks are."""
        pad = " " * indent
        if self.style.chance(0.4):
            self.lines.append(f"{head} |-\n{pad}{text}")
            return
        middle = text.find(" ", len(text) // 2)
        folded = text if middle < 0 else text[:middle] + "\n" + pad + text[middle + 1:]
        self.lines.append(f"{head} >-\n{pad}{folded}")

    def value(self, value, head, indent):
        """Writes what follows a key or a dash; `indent` is that of its children."""
        is_text = isinstance(value, str) and len(value) > 30 and "  " not in value
        if is_text and self.style.chance(self.style.block_text):
            self.text_block(value, head, indent)
        elif not isinstance(value, (dict, list)) or self.is_inline(value):
            self.lines.append(f"{head} {self.inline(value, indent)}{self.comment()}")
        elif isinstance(value, dict):
            self.mapping(value, head, indent)
        else:
            self.lines.append(head + self.comment())
            own = indent if self.style.list_indent or head.endswith("-") else indent - self.style.indent
            for item in value:
                self.value(item, " " * own + "-", own + 2)

    def mapping(self, value, head, indent):
        starts_item = head.endswith("-")
        if not starts_item:
            self.lines.append(head + self.comment())
        for name, item in value.items():
            lead = head + " " if starts_item else " " * indent
            starts_item = False
            self.value(item, f"{lead}{self.key(name)}:", indent + self.style.indent)

    def policy(self, policy):
        self.lines.append(HEADER)
        if self.style.start:
            self.lines.append("---")
        for name, value in policy.items():
            if self.style.blank and isinstance(value, (dict, list)):
                self.lines.append("")
            self.value(value, f"{self.key(name)}:", self.style.indent)
        return "\n".join(self.lines) + "\n"


def write_policy(policy, rng):
    """Returns the text of a file."""
    return Writer(Style(rng)).policy(policy)
