"""Puts one mistake into the text of a policy, as contributors make them; each is named by the check that finds it."""
import re

NAME = r"\nname:[^\n]*(\n [^\n]*)*"


def misspelt_key(text):
    return text.replace("\nlifecycle:", "\nlifecylce:", 1)


def unknown_word(text):
    return text.replace("verdict: ", "verdict: perhaps_", 1)


def wrong_type(text):
    return re.sub(NAME, "\\nname: Brand", text, count=1)


def without_name(text):
    return re.sub(NAME, "", text, count=1)


def key_twice(text):
    return text.replace("\nlifecycle:", "\nesim: offered\nlifecycle:", 1)


def no_date(text):
    return re.sub(r"accessed: \d{4}-\d\d-\d\d", "accessed: 2026-02-30", text, count=1)


def country_as_word(text):
    return re.sub(r"\ncountries: \[..\]", "\ncountries: [NO]", text, count=1)


def unknown_plan(text):
    return text.replace("plans: all", "plans: [nowhere]", 1)


def tab(text):
    return text.replace("\n    ", "\n\t", 1)


def open_bracket(text):
    return re.sub(r"\ncountries: \[(..)\]", r"\ncountries: [\1", text, count=1)


def other_id(text):
    return re.sub(r"\nid: (\S+)", r"\nid: \1-else", text, count=1)


MISTAKES = {"unknown-key": misspelt_key, "unknown-word": unknown_word, "wrong-type": wrong_type,
            "missing-key": without_name, "duplicate-key": key_twice, "not-a-date": no_date,
            "ambiguous-scalar": country_as_word, "unknown-reference": unknown_plan, "tab-indentation": tab,
            "yaml-syntax": open_bracket, "id-path-mismatch": other_id}
