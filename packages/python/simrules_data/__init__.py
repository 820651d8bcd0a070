"""What mobile carriers and eSIM sellers allow for transfer, roaming and tethering: one release of the dataset."""

import functools
import importlib.resources
import json
from typing import Any, Dict, List, Optional

__all__ = ["dataset", "lookup", "questions", "read", "words"]


def read(name: str) -> str:
    """Returns a file of the release as text: `rules.csv`, `manifest.json`, ..."""
    return importlib.resources.files(__name__).joinpath("data", name).read_text(encoding="utf-8")


@functools.lru_cache(maxsize=None)
def dataset() -> Dict[str, Any]:
    """Returns every policy of the release."""
    return json.loads(read("dataset.json"))


@functools.lru_cache(maxsize=None)
def words() -> Dict[str, Any]:
    """Returns the words of the data in each language of the release."""
    return json.loads(read("i18n.json"))


@functools.lru_cache(maxsize=None)
def _policies() -> Dict[str, Dict[str, Any]]:
    return {policy["id"]: policy for policy in dataset()["policies"]}


@functools.lru_cache(maxsize=None)
def _redirects() -> Dict[str, Optional[str]]:
    return {entry["from"]: entry["to"] for entry in json.loads(read("redirects.json"))["redirects"]}


def _rules(policy: Dict[str, Any]) -> Dict[str, Dict[str, Any]]:
    lists = [part for part in policy.values() if isinstance(part, list)]
    return {rule["ref"]: rule for part in lists for rule in part if isinstance(rule, dict) and "ref" in rule}


def questions() -> List[str]:
    """Lists the questions that `lookup` takes."""
    return list(next(iter(_policies().values()), {"answers": {}})["answers"])


def lookup(policy_id: str, question: str) -> Optional[Dict[str, Any]]:
    """Says what a policy answers to a question on the day of the release; None for a policy that there is none of.

    An id that a policy had before finds it, too. Raises a ValueError for a question that there is none of.
    """
    if question not in questions():
        raise ValueError(f"no question {question!r}; there are {', '.join(questions())}")
    policy = _policies().get(policy_id) or _policies().get(_redirects().get(policy_id) or "")
    if policy is None:
        return None
    answer, rules = policy["answers"][question], _rules(policy)
    return {
        "policy": policy["id"],
        "name": policy["name"],
        "question": question,
        "answer": answer["answer"],
        "confidence": answer["confidence"],
        "by_plan": answer["by_plan"],
        "rules": [rules[ref] for ref in answer["rules"]],
        "released": dataset()["released"],
        "version": dataset()["version"],
    }
