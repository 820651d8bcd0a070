"""What the policies are made from: countries, currencies and zones as they are, sentences of our own, names from CLDR."""
import functools
import json
import pathlib
import re

_FACTS = json.loads(pathlib.Path(__file__).with_name("facts.json").read_text(encoding="utf-8"))
# What a dollar is worth, roughly, and how many decimals a price has.
CURRENCIES = _FACTS["currencies"]
# Currency and language of each country.
COUNTRIES = _FACTS["countries"]
ZONES = _FACTS["zones"]
SENTENCES = _FACTS["sentences"]

_NAMES = pathlib.Path("/usr/share/unicode/cldr/common/main")
_FILES = {"zh-TW": "zh_Hant", "pt-BR": "pt", "nb": "no"}


@functools.cache
def country_name(country, language):
    """Returns the name of a country in a language, or its code where CLDR has none."""
    text = (_NAMES / f"{_FILES.get(language, language)}.xml").read_text(encoding="utf-8")
    found = re.search(f'<territory type="{country}">([^<]+)<', text)
    return found[1] if found else country
