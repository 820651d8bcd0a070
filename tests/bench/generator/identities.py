"""Whom the policies are of: brands and network codes from Debian's mobile-broadband-provider-info (public domain)."""
import random
import re
import unicodedata
import xml.etree.ElementTree
from dataclasses import dataclass, field

from .facts import COUNTRIES

PROVIDERS = "/usr/share/mobile-broadband-provider-info/serviceproviders.xml"
# A policy names no more of them.
MOST_NETWORKS = 4
LONGEST_WORD = 24
LONGEST_SLUG = 60


@dataclass
class Identity:
    """A brand in a country, with the codes of its networks."""

    country: str
    brand: str
    networks: list = field(default_factory=list)

    @property
    def slug(self):
        return slug_of(self.brand) or "brand"


def slug_of(text):
    """Returns a text as a part of an id."""
    ascii_text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    words = re.findall("[a-z0-9]{1,%d}" % LONGEST_WORD, ascii_text)
    return "-".join(words[:5])[:LONGEST_SLUG].strip("-")


def brands():
    """Lists each brand of a country once; a network code belongs to the first brand that has it."""
    found, taken = {}, set()
    for country in xml.etree.ElementTree.parse(PROVIDERS).getroot().findall("country"):
        code = country.get("code").upper()
        for provider in country.findall("provider") if code in COUNTRIES else []:
            brand = " ".join((provider.findtext("name") or "").split())
            # The Russian code stands beside brands of its neighbours, too.
            codes = {f"{network.get('mcc')}-{network.get('mnc')}" for network in provider.iter("network-id")
                     if network.get("mcc") != "250" or code == "RU"}
            identity = Identity(code, brand, sorted(codes - taken)[:MOST_NETWORKS])
            if brand and (code, identity.slug) not in found:
                found[code, identity.slug] = identity
                taken.update(identity.networks)
    return list(found.values())


def identities(count, seed):
    """Yields ids with their identities; once every brand has a policy, each gets another one."""
    known = brands()
    random.Random(f"{seed}/identities").shuffle(known)
    for number in range(count):
        turn, identity = number // len(known), known[number % len(known)]
        if turn % 4 == 3:
            identity = Identity(identity.country, identity.brand)
        yield f"{identity.country.lower()}/{identity.slug}" + (f"-v{turn}" if turn else ""), identity
