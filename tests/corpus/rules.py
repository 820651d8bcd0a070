"""Makes the rules of the three topics."""
import words


class Rules:
    """Rules of one policy; each mechanism stands once, so that no two rules overlap."""

    def __init__(self, builder):
        self.builder = builder
        self.rng = builder.rng

    def chance(self, probability):
        return self.builder.chance(probability)

    def some(self, items, most):
        return self.rng.sample(items, self.rng.randint(1, most))

    def base(self, rule_id, mechanism):
        """Returns what every rule has, with a verdict that is mostly an offer."""
        verdict = self.rng.choices(words.VERDICTS + ["unknown"], [12, 10, 38, 30, 10])[0]
        rule = {"id": rule_id, "mechanism": mechanism}
        if self.chance(0.5):
            rule["name"] = {"en": mechanism.replace("_", " ").title()}
        rule.update(self.plans())
        if self.chance(0.15):
            rule["lifecycle"] = self.rng.choice(words.LIFECYCLES)
        rule["verdict"] = verdict
        return rule

    def plans(self):
        ids = [plan["id"] for plan in self.builder.plans]
        if self.chance(0.25):
            return {"plans": self.some(ids, len(ids))}
        if self.chance(0.2):
            return {"plans": "all", "except": [self.rng.choice(ids)]}
        return {"plans": "all"}

    def close(self, rule):
        """Adds what stands at the end of every rule."""
        is_offer = rule["verdict"] in words.OFFERED
        if is_offer and self.chance(0.6):
            rule["conditions"] = self.rng.sample(words.CONDITIONS, self.rng.randint(1, 3))
        if self.chance(0.3):
            rule["effective"] = self.builder.effective()
        if self.chance(0.15):
            rule["notes"] = self.builder.text()
        if rule["verdict"] != "unknown" or self.chance(0.3):
            rule["evidence"] = self.builder.evidence()
        rule["revision"] = {"date": "2026-03-%02d" % self.rng.randint(1, 28), "cause": "initial"}
        if self.chance(0.2):
            rule["revision"]["note"] = self.builder.text()
        return rule

    def limit(self, number):
        """Returns one of the limits that carriers set; at most one of each kind."""
        builder, rng = self.builder, self.rng
        limit = [{"id": "sends", "metric": "transfers", "max": rng.choice([1, 2, 5, 10]), "window": builder.window(),
                  "direction": rng.choice(words.DIRECTIONS)},
                 {"id": "volume", "metric": "data", "max": {"value": rng.choice([1, 2, 5, 20]), "unit": "GB"},
                  "window": builder.window(), "scope": self.some(words.SCOPES, 3), "on_exceed": builder.on_exceed()},
                 {"id": "devices", "metric": "devices", "max": rng.choice([1, 5, 8, 10, "unpublished"])},
                 {"id": "share", "metric": "allowance_share", "max": rng.choice([25, 50, 80]),
                  "rounding": rng.choice(words.ROUNDINGS)},
                 {"id": "spend", "metric": "spend", "max": builder.price(60), "currency": builder.identity.currency,
                  "tax": rng.choice(words.TAXES), "notice": {"value": 2, "unit": "week"}},
                 {"id": "days", "metric": "days", "max": rng.choice([60, 63, 90]), "window": builder.window(),
                  "test": "presence", "notice": {"value": rng.choice([7, 14]), "unit": "day"}},
                 {"id": "night", "metric": "data", "max": rng.choice(["plan_allowance", "unlimited", "unspecified"]),
                  "hours": {"from": "23:00", "until": "24:00"}}][number]
        return limit

    def limits(self, numbers):
        return [self.limit(number) for number in sorted(self.some(numbers, 2 if self.chance(0.4) else 1))]

    def fee(self, fee_id, charge, dollars, per):
        fee = {"id": fee_id, "charge": charge, **self.builder.money(dollars, per)}
        if self.chance(0.3):
            fee["channels"] = self.rng.sample(words.CHANNELS, 2)
        if self.chance(0.25):
            fee["waiver"] = {"kind": self.rng.choice(["for_the_time_being", "campaign"]), "price": 0,
                             "end": "none_known"}
            if self.chance(0.5):
                fee["waiver"].update(end="dated", until=self.rng.choice(["2027", "2027-03", "2027-03-31"]))
        return fee

    def amount_word(self, *values):
        """Returns an amount of data, now and then the word that stands for it."""
        if self.chance(0.25):
            return self.rng.choice(["unlimited", "plan_allowance", "plan_allowance", "unpublished", "unspecified",
                                    "unknown"])
        return {"value": self.rng.choice(values), "unit": "GB"}

    def volume(self, *values):
        """Returns what a fee buys, which carriers always have a number for."""
        word = self.amount_word(*values)
        return "unlimited" if word == "unspecified" else word

    def give(self, rule):
        """Adds the terms of a transfer that is offered."""
        rng = self.rng
        rule["recipients"] = rng.choice(words.RECIPIENTS + ["unknown"])
        if self.chance(0.3):
            rule["sender"] = {"role": rng.choice(words.ROLES), "age_min": rng.choice([13, 16, 18]),
                              "line_age": {"value": rng.choice([1, 2, 4]), "unit": "week"}}
        if self.chance(0.2):
            rule["recipient"] = {"payment": self.some(words.PAYMENTS, 3)}
        if self.chance(0.2):
            rule["payment_pairs"] = [{"from": payment, "to": self.some(words.PAYMENTS, 3)}
                                     for payment in self.some(words.PAYMENTS, 2)]
        if self.chance(0.4):
            rule["balances"] = self.some(words.BALANCES[:4], 3)
        if self.chance(0.3):
            rule["excluded_balances"] = self.some(words.BALANCES[4:], 2)
        if self.chance(0.6):
            rule["amount"] = {"step": {"value": 100, "unit": "MB"}, "min": {"value": 100, "unit": "MB"},
                              "max": self.amount_word(1, 2, 5)}
        if self.chance(0.2):
            rule["sizes"] = [{"id": f"pack-{size}", "amount": {"value": size, "unit": "GB"},
                              "min_remaining": {"value": 500, "unit": "MB"}} for size in rng.sample([1, 3, 5], 2)]
        if self.chance(0.5):
            rule["channels"] = self.some(words.CHANNELS, 3)
        if self.chance(0.4):
            rule["validity"] = self.validity()
        if self.chance(0.15):
            rule["closed"] = [{"id": "night", "from_day": "every_day", "from_time": "22:00",
                               "until_day": "every_day", "until_time": "24:00"}]
        if self.chance(0.2):
            rule["used_first"] = self.chance(0.5)
        if self.chance(0.5):
            rule["limits"] = self.limits([0, 1, 3])
        if self.chance(0.6):
            rule["fees"] = [self.fee("send", "transfer", 0.5, "transfer")] if self.chance(0.7) else []

    def validity(self):
        validity = {"of": "data", "lasts": {"value": self.rng.choice([1, 2, 4]), "unit": "week"},
                    "basis": self.rng.choice(["from_receipt", "from_issue", "unknown"]),
                    "ends": self.rng.choice(words.ENDS)}
        if self.chance(0.5):
            validity["whichever"] = self.rng.choice(words.WHICHEVER)
        code = {"of": "code", "lasts": self.rng.choice([{"value": 48, "unit": "hour"}, "unpublished", "unlimited"])}
        return [validity, code] if self.chance(0.4) else [validity]

    def refuse(self, rule):
        if rule["verdict"] != "unknown" and self.chance(0.3):
            rule["reasons"] = [{"kind": "business_model", "evidence": self.builder.evidence(1)}]

    def transfer(self):
        rules = []
        for mechanism in self.some(words.TRANSFERS, 2 if self.chance(0.7) else 1):
            rule = self.base(mechanism.replace("_", "-"), mechanism)
            self.give(rule) if rule["verdict"] in words.OFFERED else self.refuse(rule)
            rules.append(self.close(rule))
        return rules

    def abroad(self, rule):
        """Adds the terms of roaming that is offered."""
        builder, rng, mechanism = self.builder, self.rng, rule["mechanism"]
        zone_ids = [zone["id"] for zone in builder.zones]
        if self.chance(0.4):
            rule["services"] = self.some(words.SERVICES, 3)
        rule["zones"] = self.some(zone_ids, len(zone_ids))
        if self.chance(0.4):
            rule["activation"] = rng.choice(words.ACTIVATIONS + ["unknown"])
        if mechanism in ("included_allowance", "bundle", "data_roaming"):
            rule["allowance"] = self.amount_word(3, 5, 12, 25)
            rule["bucket"] = rng.choice(words.BUCKETS["roaming"] + ["unknown"])
        if mechanism in ("day_pass", "bundle", "flat_daily"):
            rule["period"] = {"length": {"value": 24, "unit": "hour"}, "basis": rng.choice(words.BASES)}
        if self.chance(0.4):
            rule["tethering"] = rng.choice(words.TETHERING_ABROAD + ["unknown"])
        if self.chance(0.6):
            rule["limits"] = self.limits([1, 4, 5, 6])
        if mechanism in ("day_pass", "flat_daily"):
            rule["fees"] = [self.fee("pass", "pass", 6, {"value": 24, "unit": "hour"})]
            rule["fees"][0].update(data=self.volume(1, 2, 5), zones=self.some(zone_ids, min(2, len(zone_ids))))
        elif mechanism == "pay_per_use":
            rule["fees"] = [self.fee("use", "use", 0.9, {"value": 10, "unit": "MB"})]
        elif self.chance(0.3):
            rule["fees"] = []

    def roaming(self):
        rules = []
        for mechanism in self.some(words.ROAMINGS, 2 if self.chance(0.7) else 1):
            rule = self.base(mechanism.replace("_", "-"), mechanism)
            if rule["verdict"] in words.OFFERED:
                self.abroad(rule)
            rules.append(self.close(rule))
        return rules

    def share(self, rule):
        """Adds the terms of tethering that is offered."""
        if self.chance(0.4):
            rule["methods"] = self.some(words.METHODS, 3)
        rule["allowance"] = self.amount_word(10, 15, 30, 60)
        if self.chance(0.4):
            rule["bucket"] = self.rng.choice(words.BUCKETS["tethering"] + ["unknown"])
        if self.chance(0.5):
            rule["limits"] = self.limits([1, 2, 6])
        if self.chance(0.4):
            rule["fees"] = [self.fee("option", "subscription", 4, {"value": 1, "unit": "month"})]

    def tethering(self):
        places = [["anywhere"], [None], ["home", "abroad"]][self.rng.randrange(3)]
        rules = []
        for place in places:
            rule = self.base("hotspot" + (f"-{place}" if place in ("home", "abroad") else ""), "hotspot")
            if place:
                rule["place"] = place
            if rule["verdict"] in words.OFFERED:
                self.share(rule)
            rules.append(self.close(rule))
        return rules
