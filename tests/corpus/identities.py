"""Brands that nobody owns, for countries that exist.

A brand is four syllables and says nothing about any carrier; the same syllables are written in the script of the
country, so that the corpus has names in Japanese, Chinese, Korean, Russian and Arabic.
"""
from dataclasses import dataclass, field

# code, currency, language, mobile country code, time zone; real, so that no check finds a contradiction.
COUNTRIES = [row.split() for row in """
JP JPY ja 440 Asia/Tokyo
KR KRW ko 450 Asia/Seoul
CN CNY zh 460 Asia/Shanghai
TW TWD zh-Hant 466 Asia/Taipei
HK HKD zh-Hant 454 Asia/Hong_Kong
RU RUB ru 250 Europe/Moscow
KZ KZT ru 401 Asia/Almaty
AE AED ar 424 Asia/Dubai
SA SAR ar 420 Asia/Riyadh
EG EGP ar 602 Africa/Cairo
JO JOD ar 416 Asia/Amman
TN TND ar 605 Africa/Tunis
DE EUR de 262 Europe/Berlin
AT EUR de 232 Europe/Vienna
CH CHF de 228 Europe/Zurich
FR EUR fr 208 Europe/Paris
BE EUR nl 206 Europe/Brussels
NL EUR nl 204 Europe/Amsterdam
ES EUR es 214 Europe/Madrid
PT EUR pt 268 Europe/Lisbon
IT EUR it 222 Europe/Rome
PL PLN pl 260 Europe/Warsaw
CZ CZK cs 230 Europe/Prague
SE SEK sv 240 Europe/Stockholm
NO NOK nb 242 Europe/Oslo
FI EUR fi 244 Europe/Helsinki
GB GBP en 234 Europe/London
IE EUR en 272 Europe/Dublin
US USD en 310 America/New_York
CA CAD en 302 America/Toronto
MX MXN es 334 America/Mexico_City
BR BRL pt 724 America/Sao_Paulo
CL CLP es 730 America/Santiago
AU AUD en 505 Australia/Sydney
NZ NZD en 530 Pacific/Auckland
IN INR en 404 Asia/Kolkata
ID IDR id 510 Asia/Jakarta
MY MYR ms 502 Asia/Kuala_Lumpur
SG SGD en 525 Asia/Singapore
VN VND vi 452 Asia/Ho_Chi_Minh
ZA ZAR en 655 Africa/Johannesburg
KE KES en 639 Africa/Nairobi
NG NGN en 621 Africa/Lagos
TR TRY tr 286 Europe/Istanbul
""".split("\n") if row.strip()]

# The same syllable in Latin, kana, hangul, Cyrillic, Arabic and han.
SYLLABLES = [row.split() for row in """
ka カ 카 ка كا 卡
mi ミ 미 ми مي 米
ro ロ 로 ро رو 罗
ne ネ 네 не ني 内
to ト 토 то تو 托
sa サ 사 са سا 萨
lu ル 루 лу لو 卢
vi ヴィ 비 ви في 维
no ノ 노 но نو 诺
ta タ 타 та تا 塔
mo モ 모 мо مو 莫
re レ 레 ре ري 雷
ki キ 키 ки كي 奇
za ザ 자 за زا 扎
pe ペ 페 пе بي 佩
du ドゥ 두 ду دو 杜
""".split("\n") if row.strip()]
SCRIPT_OF = {"ja": 1, "ko": 2, "ru": 3, "ar": 4, "zh": 5, "zh-Hant": 5}
KINDS = ["mno", "mno", "mvno", "mvno", "sub_brand", "visitor_sim"]


@dataclass
class Identity:
    """Who a policy is about; `folder` is the first part of its id."""

    folder: str
    slug: str
    name: dict
    kind: str
    country: str
    currency: str
    language: str
    mcc: str
    time_zone: str
    extra_languages: list = field(default_factory=list)

    @property
    def id(self):
        return f"{self.folder}/{self.slug}"


def brand(rng):
    """Returns the syllables of one brand."""
    return [rng.choice(SYLLABLES) for _ in range(4)]


def name_of(syllables, language):
    """Writes a brand in English and, where it has one, in the script of a language."""
    name = {"en": "".join(row[0] for row in syllables).capitalize()}
    script = SCRIPT_OF.get(language)
    if script:
        name[language] = "".join(row[script] for row in syllables)
    if script == 3:
        name[language] = name[language].capitalize()
    return name


def make_identity(rng):
    code, currency, language, mcc, time_zone = rng.choice(COUNTRIES)
    is_global = rng.random() < 0.05
    syllables = brand(rng)
    name = name_of(syllables, language)
    slug = name["en"].lower()
    suffix = rng.choice(["", "", "mobile", "5g", "lite"])
    if suffix:
        slug += "-" + suffix
        name["en"] += " " + suffix.capitalize()
    others = [other for other in ("ja", "zh", "ko", "ru", "ar") if other != language]
    return Identity("global" if is_global else code.lower(), slug, name,
                    "travel_esim" if is_global else rng.choice(KINDS), code, currency, language, mcc, time_zone,
                    rng.sample(others, 2))


def identities(count, rng):
    """Yields that many identities with different ids."""
    seen = set()
    while len(seen) < count:
        identity = make_identity(rng)
        if identity.slug in seen:
            continue
        seen.add(identity.slug)
        yield identity
