"""Makes the rules of the three topics."""

OFFERED = ("allowed", "conditional")
RECIPIENTS = ["family_group", "same_account", "same_brand", "same_operator", "own_lines"]


def quantity(value, unit):
    return {"value": value, "unit": unit}


class Rules:
    """The rules of one policy; `pages` names the source of each topic."""

    def __init__(self, maker, pages):
        self.maker = maker
        self.rng = maker.rng
        self.pages = pages

    def closed(self, rule, topic, claim):
        """Adds what stands at the end of every rule."""
        if rule["verdict"] != "unknown":
            rule["evidence"] = [{"source": self.pages[topic], "stance": "supports", "claim": {"en": claim}}]
        rule["revision"] = {"date": "2026-11-22", "cause": "initial"}
        return rule

    def transfer(self, plans):
        return [self.gift(plans), self.pool(), self.reissue()]

    def gift(self, plans):
        maker, rng = self.maker, self.rng
        verdicts = ["not_allowed", "not_offered", "allowed", "conditional", "unknown"]
        rule = {"id": "data-gift",
                "mechanism": rng.choice(["gift_allowance", "gift_allowance", "gift_purchased"]),
                "name": {"en": "Data gift"},
                "plans": "all" if maker.chance(0.7) else [plans[0]["id"]],
                "verdict": rng.choices(verdicts, [20, 25, 20, 30, 5])[0]}
        if rule["verdict"] not in OFFERED:
            return self.closed(rule, "transfer", "The terms say that data stays with the line that bought it.")
        self.add_gift_terms(rule)
        if rule["verdict"] == "conditional":
            rule["conditions"] = maker.some(["application_required", "eligible_plan", "postpaid_only",
                                             "recipient_consent", "same_contract_holder"], 2)
        if maker.chance(0.5):
            rule["effective"] = {"from": f"{rng.randint(2019, 2025)}-{rng.randint(1, 12):02d}"}
        return self.closed(rule, "transfer", "Data can be given to numbers of the same network.")

    def add_gift_terms(self, rule):
        maker, rng = self.maker, self.rng
        step = maker.data(50, 100, 500, unit="MB")
        rule["recipients"] = rng.choice(RECIPIENTS)
        rule["amount"] = {"step": step, "min": step, "max": rng.choice([maker.data(1, 2, 5, 10), "unpublished"])}
        rule["channels"] = maker.some(["app", "web", "sms", "ussd"], 2)
        if maker.chance(0.6):
            rule["validity"] = [{"of": "data", "lasts": maker.data(1, 3, 7, 30, unit="day"), "basis": "from_receipt"}]
        else:
            rule["validity"] = [{"of": "data",
                                 "ends": rng.choice(["end_of_month", "end_of_next_month", "end_of_cycle"])}]
        month = maker.month("calendar", "home")
        rule["limits"] = [{"id": "send-month", "metric": "transfers", "max": rng.choice([1, 2, 4, 5, 10]),
                           "window": month, "direction": "send"}]
        if maker.chance(0.4):
            rule["limits"].append({"id": "receive-month", "metric": "data", "max": maker.data(2, 5, 20),
                                   "window": month, "direction": "receive"})
        rule["fees"] = [] if maker.chance(0.5) else [maker.fee("gift", "transfer", 0.3, "transfer")]

    def pool(self):
        verdict = self.rng.choices(["allowed", "not_offered", "unknown"], [35, 45, 20])[0]
        rule = {"id": "data-pool", "mechanism": "pool", "plans": "all", "verdict": verdict}
        if verdict != "allowed":
            return self.closed(rule, "transfer", "There is no shared allowance.")
        rule["recipients"] = "same_account"
        rule["limits"] = [{"id": "lines", "metric": "lines", "max": self.rng.randint(2, 10)}]
        return self.closed(rule, "transfer", "Lines of one account draw on one allowance.")

    def reissue(self):
        verdict = self.rng.choice(["allowed", "conditional", "not_offered", "unknown"])
        rule = {"id": "esim-reissue", "mechanism": "esim_reissue", "plans": "all", "verdict": verdict}
        if verdict not in OFFERED:
            return self.closed(rule, "transfer", "There is no reissue.")
        rule["fees"] = [] if self.maker.chance(0.6) else [self.maker.fee("reissue", "reissue", 5, "reissue")]
        if verdict == "conditional":
            rule["conditions"] = ["id_check"]
        return self.closed(rule, "transfer", "A lost profile is issued again.")

    def abroad(self, zone):
        rng = self.rng
        mechanism = rng.choice(["included_allowance", "day_pass", "day_pass", "pay_per_use", "bundle"])
        rule = {"id": f"{zone['id']}-{mechanism.replace('_', '-')}", "mechanism": mechanism, "plans": "all",
                "verdict": rng.choice(OFFERED), "services": ["data"], "zones": [zone["id"]]}
        self.add_roaming_terms(rule)
        if rule["verdict"] == "conditional":
            rule["conditions"] = [rng.choice(["option_required", "activation_each_use", "postpaid_only"])]
        count = zone.get("count") or len(zone["countries"])
        return self.closed(rule, "roaming", f"The {mechanism.replace('_', ' ')} holds in {count} countries.")

    def add_roaming_terms(self, rule):
        maker, rng, mechanism = self.maker, self.rng, rule["mechanism"]
        if mechanism == "included_allowance":
            rule["allowance"] = rng.choice(["plan_allowance", maker.data(1, 3, 5, 12, 25)])
        elif mechanism == "bundle":
            rule["allowance"] = maker.data(1, 3, 5, 12)
            rule["fees"] = [maker.fee("bundle", "data", rng.choice([5, 10, 20]), "once")]
        elif mechanism == "pay_per_use":
            rule["fees"] = [maker.fee("use", "use", 0.1, quantity(1, "MB"))]
        else:
            rule["period"] = {"length": quantity(24, "hour"), "basis": "from_first_use"}
            if maker.chance(0.5):
                zone = rng.choice(["home", "UTC", "Asia/Hong_Kong", "Europe/Zurich"])
                rule["period"] = {"length": quantity(1, "day"), "basis": "calendar", "time_zone": zone}
            if maker.chance(0.6):
                rule["tethering"] = rng.choice(["same_as_home", "allowed", "not_allowed", "unknown"])
            rule["limits"] = [{"id": "volume", "metric": "data", "max": self.maker.data(1, 2, 5),
                               "on_exceed": self.throttled(64, 128, 256, 384)}]
            rule["fees"] = [maker.fee("pass", "pass", rng.choice([2, 5, 10]), quantity(1, "day"))]

    def throttled(self, *speeds):
        return {"behavior": "throttled", "speed": self.maker.data(*speeds, unit="kbit/s")}

    def hotspot(self):
        maker, rng = self.maker, self.rng
        verdict = rng.choices(["allowed", "conditional", "not_allowed", "unknown"], [45, 35, 15, 5])[0]
        rule = {"id": "hotspot", "mechanism": "hotspot", "name": {"en": "Tethering"}, "plans": "all",
                "verdict": verdict}
        if verdict not in OFFERED:
            return self.closed(rule, "tethering", "Sharing the connection is forbidden.")
        rule["bucket"] = rng.choice(["part_of_allowance", "shared", "unknown"])
        if verdict == "conditional":
            rule["limits"] = [{"id": "cap", "metric": "data", "max": maker.data(5, 10, 15, 30, 60),
                               "window": maker.month("billing_cycle"), "scope": ["tethering"],
                               "on_exceed": self.throttled(128, 200, 512, 600)}]
        option = maker.fee("option", "subscription", 5, quantity(1, "month"))
        rule["fees"] = [] if maker.chance(0.7) else [option]
        if verdict == "conditional":
            rule["conditions"] = [rng.choice(["option_required", "eligible_plan", "application_required"])]
        return self.closed(rule, "tethering", "The page names tethering among the features of the plans.")
