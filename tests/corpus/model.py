"""Makes one policy: plausible, random, valid."""
import words
from rules import Rules


def quantity(value, unit):
    return {"value": value, "unit": unit}


def data(rng, *values, unit="GB"):
    return quantity(rng.choice(values), unit)


def price(rng, currency, dollars):
    """Returns an amount of money of that rough worth: a whole number, or a decimal in quotes."""
    amount = dollars * words.RATES.get(currency, 1) * rng.uniform(0.8, 1.25)
    if currency in words.WITHOUT_CENTS or amount >= 20:
        return max(1, int(round(amount, -1 if amount >= 100 else 0)))
    return f"{max(amount, 0.01):.2f}"


def date(rng, first=2019, last=2025):
    return f"{rng.randint(first, last)}-{rng.randint(1, 12):02d}-{rng.randint(1, 28):02d}"


def partial_date(rng, first=2019, last=2025):
    return date(rng, first, last)[:rng.choice([4, 7, 7, 10, 10])]


class Builder:
    """What the parts of one policy share: its random numbers, identity, plans, zones and sources."""

    def __init__(self, identity, rng):
        self.identity = identity
        self.rng = rng
        self.sources = self.make_sources()
        self.plans = self.make_plans()
        self.zones = self.make_zones()

    def chance(self, probability):
        return self.rng.random() < probability

    def text(self):
        """Returns text in English, perhaps also in the brand's language."""
        text = {"en": self.rng.choice(words.CLAIMS)}
        language = self.identity.language
        if language in words.SENTENCES and language != "en" and self.chance(0.25):
            text[language] = words.SENTENCES[language]
        return text

    def price(self, dollars):
        return price(self.rng, self.identity.currency, dollars)

    def money(self, dollars, per="once"):
        return {"price": self.price(dollars), "currency": self.identity.currency,
                "tax": self.rng.choice(words.TAXES), "per": per}

    def window(self):
        window = {"length": self.rng.choice([quantity(1, "month"), quantity(1, "day"), quantity(24, "hour"),
                                             quantity(4, "month"), quantity(1, "billing_month")]),
                  "basis": self.rng.choice(words.BASES)}
        if self.chance(0.3):
            window["time_zone"] = self.rng.choice(["home", "visited", "UTC", self.identity.time_zone])
        return window

    def on_exceed(self):
        behavior = self.rng.choice(words.BEHAVIORS + ["unknown"])
        exceed = {"behavior": behavior}
        if behavior == "throttled":
            exceed["speed"] = self.rng.choice([quantity(128, "kbit/s"), quantity(1, "Mbit/s"), quantity(384, "kbit/s")])
        if self.chance(0.5):
            exceed["until"] = self.rng.choice(words.UNTIL)
        if self.chance(0.3):
            exceed["top_up_restores"] = self.chance(0.5)
        return exceed

    def source(self, number, tier):
        rng = self.rng
        source = {"id": f"{self.identity.slug.split('-')[0]}-{['terms', 'faq', 'news', 'review', 'guide'][number]}",
                  "url": f"https://example.com/{self.identity.slug}/page-{number}?lang={self.identity.language}",
                  "publisher": self.identity.name["en"] if tier == "official" else "Example & Sons: News",
                  "tier": tier, "language": self.identity.language,
                  "accessed": date(rng, 2026, 2026)}
        if self.chance(0.5):
            source["published"] = partial_date(rng)
        if self.chance(0.2):
            source["archived"] = self.chance(0.7)
        if tier == "generated" and self.chance(0.5):
            source.update(tier="article", title=self.text())
            del source["url"]
        return source

    def make_sources(self):
        tiers = ["official"] + [self.rng.choice(words.TIERS) for _ in range(self.rng.randint(0, 2))]
        return [self.source(number, tier) for number, tier in enumerate(tiers)]

    def evidence(self, most=2):
        """Returns evidence from different sources; most of it supports."""
        chosen = self.rng.sample(self.sources, self.rng.choice([1, 1, min(most, len(self.sources))]))
        stances = ["supports"] * 8 + ["contradicts"]
        return [{"source": source["id"], "stance": self.rng.choice(stances), "claim": self.text()}
                for source in chosen]

    def effective(self):
        effective = {"from": partial_date(self.rng, 2019, 2023)}
        if self.chance(0.3):
            effective["announced"] = partial_date(self.rng, 2019, 2023)
        if self.chance(0.3):
            effective["until"] = partial_date(self.rng, 2027, 2029)
        return effective

    def make_plans(self):
        names = self.rng.sample(["Start", "Max", "Flex", "Senior", "Youth", "Lite", "Prepaid 30", "No Limit"],
                                self.rng.randint(2, 3))
        return [self.make_plan(name) for name in names]

    def make_plan(self, name):
        plan = {"id": name.lower().replace(" ", "-"), "name": {"en": name}}
        if self.chance(0.2):
            plan["lifecycle"] = self.rng.choice(["closed_to_new", "active"])
        if self.chance(0.6):
            plan["payment"] = self.rng.choice(words.PAYMENTS)
        plan["allowance"] = {"amount": data(self.rng, 3, 5, 10, 20, 30, 50)}
        if self.chance(0.15):
            plan["allowance"]["window"] = self.window()
        if self.chance(0.15):
            plan["allowance"]["on_exceed"] = self.on_exceed()
        if self.chance(0.25):
            plan["price"] = self.money(20, quantity(1, "month"))
        return plan

    def make_zones(self):
        zones = []
        for key in self.rng.sample(sorted(words.ZONES), self.rng.randint(1, 3)):
            label, countries = words.ZONES[key]
            zone = {"id": key, "name": {"en": label}, "countries": countries.split()}
            if self.chance(0.15):
                zone["effective"] = self.effective()
            zones.append(zone)
        if self.chance(0.2):
            zones.append({"id": "world", "name": {"en": "World"}, "count": self.rng.randint(100, 160),
                          "precision": self.rng.choice(["at_least", "about"])})
        return zones

    def networks(self):
        identity = self.identity
        role = {"mno": "own", "mvno": "host"}.get(identity.kind, "host")
        if identity.folder == "global":
            return []
        codes = self.rng.sample(range(10, 90), self.rng.randint(1, 3))
        network = {"id": "main", "role": role, "plmn": [f"{identity.mcc}-{code}" for code in codes]}
        if role == "host":
            network["operator"] = "Example Networks"
        return [network]


def make_policy(identity, rng):
    """Returns a policy as its author would write it down; every source is cited."""
    builder = Builder(identity, rng)
    rules = Rules(builder)
    policy = {"schema_version": 1, "id": identity.id, "name": dict(identity.name), "kind": identity.kind,
              "lifecycle": "closed_to_new" if builder.chance(0.1) else "active", "countries": [identity.country],
              "currency": identity.currency}
    if builder.chance(0.6):
        policy["esim"] = rng.choice(words.ESIM + ["unknown"])
    if builder.chance(0.4):
        policy["identity_checks"] = rng.sample(words.ID_CHECKS, rng.randint(1, 2))
    policy["networks"] = builder.networks()
    policy["plans"] = builder.plans
    policy["zones"] = builder.zones
    policy["transfer"] = rules.transfer()
    policy["roaming"] = rules.roaming()
    policy["tethering"] = rules.tethering()
    if builder.chance(0.2):
        policy["alternatives"] = [{"kind": "public_wifi", "evidence": builder.evidence()}]
    if builder.chance(0.15):
        policy["retired"] = [{"id": "transfer/former-gift", "date": date(rng)}]
    if builder.chance(0.3):
        policy["notes"] = builder.text()
    cited = cited_sources(policy)
    policy["sources"] = [source for source in builder.sources if source["id"] in cited]
    return policy


def cited_sources(value):
    """Collects the ids of the sources that some evidence names."""
    if isinstance(value, list):
        return set().union(*map(cited_sources, value))
    if not isinstance(value, dict):
        return set()
    own = {value["source"]} if "stance" in value else set()
    return own.union(*map(cited_sources, value.values()))
