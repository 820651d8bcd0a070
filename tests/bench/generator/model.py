"""Makes one policy: the brand is real, every rule is random, and all of it conforms."""
from .facts import COUNTRIES, CURRENCIES, SENTENCES, ZONES, country_name
from .identities import slug_of
from .rules import Rules, quantity

WARNING = "SYNTHETIC TEST DATA: the brand is real, every rule below is random and no fact about this carrier."
PLANS = ["Start", "Max", "Unlimited", "Flex", "Senior", "Youth", "Lite", "Five G", "Prepaid Thirty"]
PAGES = {"transfer": "terms-transfer", "roaming": "page-roaming", "tethering": "page-tethering"}


class Maker:
    """What the parts of one policy share."""

    def __init__(self, identity, rng):
        self.identity = identity
        self.rng = rng
        self.currency, self.language = COUNTRIES[identity.country]
        self.tax = rng.choice(["included", "excluded", "exempt", "unstated"])
        self.brand = identity.brand[:200]

    def chance(self, probability):
        return self.rng.random() < probability

    def some(self, words, most):
        return sorted(self.rng.sample(words, self.rng.randint(1, most)))

    def data(self, *values, unit="GB"):
        return quantity(self.rng.choice(values), unit)

    def price(self, dollars):
        """Returns a price as a carrier would round it: a whole number, or a decimal in quotes."""
        facts = CURRENCIES[self.currency]
        amount = dollars * facts["rate"] * self.rng.uniform(0.8, 1.25)
        digits = -2 if amount >= 1000 else -1 if amount >= 100 else 0
        whole = max(1, int(round(amount, digits)))
        if facts["digits"] == 0 or whole >= 10 or self.chance(0.5):
            return whole
        return f"{whole}.{self.rng.choice(['25', '50', '75', '90'])}"

    def money(self, dollars, per):
        return {"price": self.price(dollars), "currency": self.currency, "tax": self.tax, "per": per}

    def fee(self, fee_id, charge, dollars, per):
        return {"id": fee_id, "charge": charge, **self.money(dollars, per)}

    def month(self, basis, zone=None):
        return {"length": quantity(1, "month"), "basis": basis, **({"time_zone": zone} if zone else {})}

    def name(self):
        if self.language == "en":
            return {"en": self.brand}
        return {"en": self.brand, self.language: f"{self.brand} ({country_name(self.identity.country, self.language)})"}

    def networks(self, kind):
        if not self.identity.networks:
            return []
        role = "host" if kind == "mvno" else "own"
        return [{"id": "home", "role": role, "operator": self.brand, "plmn": self.identity.networks}]

    def plan(self, name):
        plan = {"id": slug_of(name), "name": {"en": name}}
        if self.chance(0.2):
            plan["lifecycle"] = "closed_to_new"
        plan["payment"] = self.rng.choice(["prepaid", "postpaid"])
        amount = "unlimited" if name == "Unlimited" else self.data(1, 3, 5, 10, 20, 50, 100)
        plan["allowance"] = {"amount": amount, "window": self.month(self.rng.choice(["calendar", "billing_cycle"]))}
        if self.chance(0.4):
            plan["price"] = self.money(self.rng.choice([5, 10, 20, 40]), quantity(1, "month"))
        return plan

    def zone(self, name):
        zone = {"id": name, "name": {"en": "EEA" if name == "eea" else name.capitalize()}}
        if self.chance(0.8):
            return {**zone, "countries": ZONES[name]}
        return {**zone, "count": len(ZONES[name]), "precision": self.rng.choice(["exact", "at_least", "about"])}

    def zones(self):
        names = self.rng.sample(sorted(set(ZONES) - {"eea"}), self.rng.randint(1, 2))
        if self.identity.country in ZONES["eea"]:
            names = ["eea", names[0]]
        return [self.zone(name) for name in names]

    def source(self, topic):
        host = f"carrier-{self.identity.country.lower()}.test"
        return {"id": PAGES[topic], "url": f"https://{host}/{self.identity.slug[:40]}/{topic}", "publisher": self.brand,
                "tier": self.rng.choice(["official", "official", "regulator", "press"]), "language": self.language,
                "accessed": f"2026-{self.rng.randint(6, 11):02d}-{self.rng.randint(1, 22):02d}"}

    def policy(self, policy_id):
        rng = self.rng
        kind = rng.choice(["mno", "mno", "mvno"] if self.identity.networks else ["visitor_sim", "travel_esim"])
        policy = {"schema_version": 1, "id": policy_id, "name": self.name(), "kind": kind,
                  "lifecycle": "active" if self.chance(0.95) else "closed_to_new",
                  "countries": [self.identity.country], "currency": self.currency,
                  "esim": rng.choice(["offered", "offered", "not_offered", "unknown"])}
        if self.chance(0.3):
            policy["identity_checks"] = self.some(["id_document", "passport", "resident"], 2)
        policy["networks"] = self.networks(kind)
        policy["plans"] = [self.plan(name) for name in rng.sample(PLANS, rng.randint(1, 3))]
        policy["zones"] = self.zones()
        rules = Rules(self, PAGES)
        policy["transfer"] = rules.transfer(policy["plans"])
        policy["roaming"] = [rules.abroad(zone) for zone in policy["zones"]]
        policy["tethering"] = [rules.hotspot()]
        policy["notes"] = {"en": WARNING, self.language: SENTENCES[self.language]}
        if self.language == "en":
            policy["notes"] = {"en": WARNING}
        policy["sources"] = [self.source(topic) for topic in PAGES]
        return tidied(policy)


def tidied(policy):
    """Leaves out the sources that nobody cites."""
    cited = {evidence["source"] for rule in rules_of(policy) for evidence in rule.get("evidence", [])}
    return {**policy, "sources": [source for source in policy["sources"] if source["id"] in cited]}


def rules_of(policy):
    return [rule for topic in PAGES for rule in policy[topic]]


def shortened(policy):
    """Returns a policy with less in it: a zone, a plan or a rule fewer; nothing if it is as short as it can be."""
    if len(policy["zones"]) > 1:
        return tidied({**policy, "zones": policy["zones"][:-1], "roaming": policy["roaming"][:-1]})
    if len(policy["plans"]) > 1:
        gone = policy["plans"][-1]["id"]
        transfer = [{**rule, "plans": "all"} if rule["plans"] == [gone] else rule for rule in policy["transfer"]]
        return {**policy, "plans": policy["plans"][:-1], "transfer": transfer}
    if len(policy["transfer"]) > 1:
        return tidied({**policy, "transfer": policy["transfer"][:-1]})
    return None
