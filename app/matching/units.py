"""Units of figures: money, shares, measures, spans of time, and what a rate is per.

Decision: measures of one family are brought to one base unit, so that "8 km" and "5 miles" agree and "8 km" and
"8 miles" do not; currencies are never converted.
"""

from app.matching.words import FORMS, listed, stem

_MEASURES: dict[str, dict[str, float]] = {
    "dollar": {"$ dollar dollars usd buck": 1.0, "cent cents": 0.01},
    "pound sterling": {"£ pound pounds sterling gbp quid": 1.0, "pence penny": 0.01},
    "euro": {"€ euro euros eur": 1.0},
    "yen": {"¥ yen": 1.0},
    **{
        name: {name: 1.0}
        for name in listed("crown yuan rupee rouble ruble franc krona krone peso rand lira won dirham zloty")
    },
    "percent": {"percent": 1.0},
    "point": {"point points": 1.0},
    "basis point": {"bp bps": 1.0},
    "metre": {
        "metre meter": 1.0,
        "km kilometre kilometer": 1000.0,
        "mile": 1609.34,
        "foot feet ft": 0.3048,
        "inch inches": 0.0254,
        "yard": 0.9144,
        "cm centimetre centimeter": 0.01,
        "mm millimetre millimeter": 0.001,
    },
    "square metre": {"acre": 4046.86, "hectare": 10000.0},
    "kilogram": {
        "kg kilo kilogram kilogramme": 1.0,
        "tonne": 1000.0,
        "ton": 1000.0,
        "gram gramme": 0.001,
        "ounce oz": 0.02835,
        "lb lbs": 0.4536,
    },
    "litre": {"litre liter": 1.0, "gallon": 3.785, "barrel": 159.0, "pint": 0.568},
    "day": {
        "second": 1 / 86400,
        "minute min": 1 / 1440,
        "hour hr": 1 / 24,
        "day": 1.0,
        "week": 7.0,
        "fortnight": 14.0,
        "month": 30.4375,
        "year": 365.25,
        "decade": 3652.5,
        "century centuries": 36525.0,
    },
    "watt": {"watt": 1.0, "kilowatt kw": 1e3, "megawatt mw": 1e6, "gigawatt gw": 1e9, "terawatt tw": 1e12},
    "degree": {"degree": 1.0},
    "times": {"times": 1.0, "fold": 1.0},
    "mph": {"mph": 1.609, "kph kmh": 1.0},
    "clock": {"a.m.": 1.0, "p.m.": 1.0, "am": 1.0, "pm": 1.0},
}


def unit_key(key: str) -> str:
    """Under which a word is looked up in `UNITS`: its stem, but "am" and "won" as they stand, which are verbs too."""
    return key if key in FORMS else stem(key)


UNITS: dict[str, tuple[str, float]] = {
    unit_key(word): (family, factor)
    for family, measures in _MEASURES.items()
    for words, factor in measures.items()
    for word in words.split()
}
"""Key of a unit word (see `unit_key`) to its family and its size in the family's base unit."""

SIGNS = frozenset("$£€¥")
BEFORE_UNIT = frozenset({"u.s.", "american", "canadian", "australian", "percentage", "metric", "full", "whole"})
AREA = frozenset({"square", "sq", "cubic"})
RATES = {
    **{
        stem(word): word
        for word in listed("""
        second minute hour day week month quarter year decade person head household family capita
        mile kilometre barrel share ton tonne litre gallon pupil patient child worker employee taxpayer student unit""")
    },
    "daily": "day", "weekly": "week", "monthly": "month", "annually": "year", "yearly": "year", "annual": "year",
    "hourly": "hour", "dai": "day", "week": "week", "annum": "year",
}  # fmt: skip
PER = frozenset({"a", "an", "per", "each", "every"})
TIME_AFTER = frozenset({"ago", "later", "earlier", "before", "after", "old", "from"})
