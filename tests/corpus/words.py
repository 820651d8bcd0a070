"""What the corpus knows of the fields of a policy: closed lists of words, and zones of real countries."""

# Written from worst to best for the subscriber, without the words that mean not known.
VERDICTS = ["not_allowed", "not_offered", "conditional", "allowed"]
OFFERED = ("conditional", "allowed")
RECIPIENTS = ["own_devices", "own_lines", "same_account", "family_group", "named_members", "same_brand",
              "same_operator", "anyone_with_code", "anyone"]
ACTIVATIONS = ["each_use", "once", "automatic"]
BEHAVIORS = ["suspended", "blocked", "rejected", "billed", "throttled"]
LIFECYCLES = ["ended", "closed_to_new", "active"]
ROLES = ["account_manager", "any_line"]
ROUNDINGS = ["down", "nearest", "up"]
WHICHEVER = ["earlier", "later"]
ESIM = ["not_offered", "offered"]

# No order: another word is another fact, neither better nor worse.
BUCKETS = {"roaming": ["separate", "additional", "part_of_home", "shared_with_home"],
           "tethering": ["separate", "part_of_allowance", "shared"]}
UNTIL = ["never", "return_home", "end_of_billing_month", "end_of_month", "end_of_window", "end_of_day"]
ENDS = ["end_of_day", "end_of_month", "end_of_next_month", "end_of_cycle", "with_base_plan", "keeps_original"]
TETHERING_ABROAD = ["not_allowed", "same_as_home", "allowed"]
# From worst to best: two words that no list has both of are neither better nor worse.
ORDERS = {"verdict": [["not_allowed", "conditional", "allowed"], ["not_offered", "conditional", "allowed"]],
          "until": [["never", "end_of_month", "end_of_day"], ["never", "end_of_billing_month", "end_of_day"],
                    ["never", "end_of_window"], ["never", "return_home"]],
          "ends": [["end_of_day", "end_of_month", "end_of_next_month"], ["end_of_day", "end_of_cycle"]],
          "tethering": [TETHERING_ABROAD]}
BASES = ["calendar", "rolling", "billing_cycle", "from_first_use", "from_activation", "from_issue", "from_purchase"]
TAXES = ["included", "excluded", "exempt", "unstated"]
# What can come on top of a price, at least and at most.
ON_TOP = {"included": (0, 0), "exempt": (0, 0), "excluded": (1, 1), "unstated": (0, 1)}
DIRECTIONS = ["send", "receive", "both"]
PAYMENTS = ["prepaid", "postpaid", "hybrid", "business"]

# Sets.
SERVICES = ["data", "voice", "sms"]
METHODS = ["wifi", "usb", "bluetooth"]
CHANNELS = ["app", "web", "phone", "store", "sms", "ussd"]
BALANCES = ["monthly_allowance", "carry_over", "purchased", "received", "bonus", "unlimited_pack", "app_specific"]
SCOPES = ["home_use", "roaming", "tethering", "data_sharing", "transfers"]
ID_CHECKS = ["id_document", "id_chip", "passport", "resident"]
CONDITIONS = ["application_required", "option_required", "same_contract_holder", "same_account", "family_group",
              "combined_billing", "eligible_plan", "eligible_device", "reservation_required", "recipient_consent",
              "voice_line_required", "id_check", "postpaid_only", "one_hop_only", "no_resale", "service_hours"]

TRANSFERS = ["gift_allowance", "gift_purchased", "gift_code", "pool", "device_share", "airtime_transfer",
             "validity_transfer", "operator_loan", "charity_donation", "profile_move", "esim_reissue",
             "line_transfer"]
ROAMINGS = ["included_allowance", "day_pass", "bundle", "flat_daily", "pay_per_use", "voice_sms", "data_roaming"]
TIERS = ["official", "official", "regulator", "press", "blog", "generated"]
CONFIRMING = ("official", "regulator")

ZONES = {
    "europe": ("Europe", "AT BE CZ DE DK ES FI FR GR HU IE IT NL NO PL PT SE"),
    "nearby": ("Nearby", "CH GB MD TR UA"),
    "asia": ("Asia", "CN HK ID JP KH KR LA MO MY PH SG TH TW VN"),
    "americas": ("Americas", "AR BR CA CL CO MX PE US UY"),
    "gulf": ("Gulf", "AE BH KW OM QA SA"),
    "oceania": ("Oceania", "AU FJ NZ PG"),
    "africa": ("Africa", "EG GH KE MA NG SN TN TZ UG ZA"),
}
MORE_COUNTRIES = "AD AL AM AZ BA BD BO CR DO EC GE GT IL IN JM KG KZ LK ME MK MN MU NP PA PK PY RS UZ XK".split()

# One neutral sentence per language, which restates nobody's page.
SENTENCES = {
    "en": "Data can be given within the same network; the page names the conditions.",
    "ja": "同じ回線網の中で贈ることができ、条件は「ご注意」にある。",
    "zh": "仅限同网号码之间赠送，条件见页面说明。",
    "zh-Hant": "僅限同網門號之間贈送，條件見頁面說明。",
    "ko": "같은 통신망 안에서만 선물할 수 있으며, 조건은 안내 페이지에 있다.",
    "ru": "Передача возможна внутри одной сети: условия указаны на странице.",
    "ar": "يمكن نقل البيانات داخل الشبكة نفسها، والشروط مذكورة في الصفحة.",
    "de": "Übertragbar innerhalb desselben Netzes; die Bedingungen stehen auf der Seite.",
    "fr": "Réservé aux numéros du même réseau ; les conditions sont sur la page.",
    "es": "Sólo a números de la misma red; las condiciones están en la página.",
    "pt": "Só para números da mesma rede; não é acumulável.",
    "it": "Solo verso numeri della stessa rete; così dice la pagina.",
    "tr": "Yalnızca aynı şebekedeki numaralara; koşullar sayfada.",
    "vi": "Chỉ tặng cho thuê bao cùng mạng; điều kiện ghi trên trang.",
}
CLAIMS = ["The page says so in its terms.", "A table on the page: it lists what holds for each plan.",
          "Subscribers are told this before they order; a footnote repeats it, with an example.",
          "It is #1 in the list of questions, and the answer is the carrier's \"own\" wording - restated here.",
          "What is left over cannot be kept: it's gone at the end of the month.",
          "The terms name the day from which this holds, and the plans; those who signed up earlier keep theirs."]

# Factors of units that are multiples of each other, for edits that change the notation alone.
UNIT_FAMILIES = [{"KB": 1, "MB": 1000, "GB": 1000000}, {"KiB": 1, "MiB": 1024, "GiB": 1048576},
                 {"kbit/s": 1, "Mbit/s": 1000}, {"minute": 1, "hour": 60, "day": 1440, "week": 10080}]

# How many units of a currency a US dollar roughly buys; prices look plausible, nothing depends on them.
RATES = {"JPY": 150, "KRW": 1400, "CNY": 7, "TWD": 32, "HKD": 8, "RUB": 90, "KZT": 500, "AED": 4, "SAR": 4,
         "EGP": 50, "PLN": 4, "CZK": 23, "SEK": 10, "NOK": 11, "MXN": 19, "BRL": 5, "CLP": 950, "INR": 85,
         "IDR": 16000, "MYR": 4, "VND": 25000, "ZAR": 18, "KES": 130, "NGN": 1500, "TRY": 40}
WITHOUT_CENTS = ("JPY", "KRW", "CLP", "VND", "IDR")

# The member that identifies an item, where it is not `id`.
KEYS = {"evidence": "source", "validity": "of", "payment_pairs": "from", "reasons": "kind", "alternatives": "kind"}
TOPICS = ("transfer", "roaming", "tethering")
