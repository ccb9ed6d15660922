"""How values are put into words in the templates: days, counts, relations, and the address of a page of a list."""

from datetime import date, datetime
from typing import Any
from urllib.parse import quote, urlencode, urlunsplit

from flask import Flask, request
from markupsafe import Markup

from app.dashboard.fragments import fragment_url, outside
from app.dashboard.plots import month_bars, spark, strip
from app.identity import is_mixed, scripts
from app.search.claim_page import Attributed
from app.search.claims import ClaimRow
from app.search.dated import Dated, in_words
from app.search.links import by_statement
from app.search.slugs import slug
from app.search.speaker_names import HeldOffice

RELATIONS = {
    "same_statement": ("=", "same statement"),
    "repeat": ("●", "repeat"),
    "echo": ("○", "echo"),
    "changed": ("Δ", "changed"),
    "contradicts": ("≠", "contradicts"),
    "related": ("~", "related"),
}
POLARITIES = {
    "denied": "denied, not counted",
    "declined": "declined to say, not counted",
    "asked": "asked, not counted",
    "hypothetical": "hypothetical, not counted",
}
NOT_COUNTED = POLARITIES | {
    "unsure": "unsure, not counted",
    "earlier version": "in an earlier version, not counted",
}
SECOND_HAND = "second hand, not counted"
KINDS = {
    "direct": "all in quotation marks",
    "mixed": "partly in quotation marks",
    "indirect": "in the article’s own words",
}
HOW = {
    "full name": "named in full",
    "surname": "by surname",
    "pronoun": "by a pronoun",
    "role": "by role",
    "body": "as a body",
    "together": "several together",
    "office": "by the office held on that day",
    "by hand": "by hand",
    "imported": "from a people file",
    "open": "not resolved",
    "none": "no name given",
}
KNOWN_BY = {
    "full name": "The article names the speaker here in full.",
    "surname": "The article has the surname here, and the full name where the evidence stands.",
    "pronoun": "The article has a pronoun here; by its own text it takes up the name where the evidence stands.",
    "role": "The article has a role here, which its own text gives to the name where the evidence stands.",
    "body": "The article names a body.",
    "office": "The article names an office alone; who held it on the day of saying is told by the dated offices.",
    "together": "Several speak together: it is nobody’s alone, and counted for none of them.",
    "by hand": "An editor decided it.",
    "none": "The article names nobody who could be told apart, so it stays unnamed.",
}
TAGGER = "tagger "
WIKIDATA = ("https", "www.wikidata.org", "/wiki/")

ONE_SIDED = "(no polarity)"
"""What a comparison has for a side without a word that turns the sense around; no reader would know what it means."""


def register(app: Flask) -> None:
    app.add_template_filter(slug)
    app.add_template_filter(when)
    app.add_template_filter(month)
    app.add_template_filter(iso)
    app.add_template_filter(counted)
    app.add_template_filter(number)
    app.add_template_filter(reason)
    app.add_template_filter(found_by)
    app.add_template_filter(look_alike)
    app.add_template_filter(known_by)
    app.add_template_filter(office)
    app.add_template_filter(term)
    app.add_template_filter(wikidata)
    app.add_template_filter(by_statement)
    app.add_template_filter(outside)
    app.add_template_filter(fragment_url)
    app.add_template_global(with_page)
    for plot in (spark, strip, month_bars):
        app.add_template_global(plot)
    app.jinja_env.globals.update(
        RELATIONS=RELATIONS,
        POLARITIES=POLARITIES,
        NOT_COUNTED=NOT_COUNTED,
        SECOND_HAND=SECOND_HAND,
        KINDS=KINDS,
        HOW=HOW,
    )


def when(value: Dated | date | None) -> str:
    """A day in words, no more exactly than it is known."""
    if isinstance(value, Dated):
        return in_words(value.on, value.precision)
    return in_words(value.date() if isinstance(value, datetime) else value)


def month(value: date) -> str:
    """ "Sep 2024"."""
    return in_words(value, "month")


def iso(value: Dated | date | None) -> str:
    """A day for a machine, cut to what is known: "2024-09"."""
    if not isinstance(value, Dated):
        return value.isoformat() if value else ""
    length = {"year": 4, "month": 7, "none": 0}.get(value.precision, 10)
    return value.on.isoformat()[:length] if value.on else ""


def number(value: int) -> str:
    """12,345."""
    return f"{value:,}"


def counted(value: int, one: str, many: str | None = None) -> str:
    """ "1 report", "2 reports"."""
    return f"{value:,} {one if value == 1 else many or one + 's'}"


def reason(told: str) -> tuple[str, str, str]:
    """A reason of a link in parts: ("same but", "350m crowns", "410m crowns"). One without sides has only the first."""
    label, _, sides = told.partition(": ")
    before, arrow, after = sides.partition(" -> ")
    if not arrow or label not in ("same but", "opposite"):
        return (told.replace(" -> ", " → "), "", "")
    if ONE_SIDED in (before, after):
        return (f"only one says: {after if before == ONE_SIDED else before}", "", "")
    return (label, before, after)


def found_by(method: str) -> str:
    """What found a claim, in the words of a newsroom; another method by its own name."""
    known = {
        "rules": "the rules alone, by quotation marks and words of saying",
        "gold": "a person, who marked it",
    }
    if method.startswith(TAGGER):
        return f"the trained tagger and the rules together (tagger {method.removeprefix(TAGGER)})"
    return known.get(method, method)


def look_alike(name: str) -> Markup:
    """A badge to stand behind a name that mixes letters of several scripts, to look like another; else nothing."""
    if not is_mixed(name):
        return Markup("")
    mixed = " and ".join(sorted(scripts(name)))
    letters = f"look-alike letters: {mixed}" if " " in mixed else "look-alike letters"
    return Markup(' <span class="chip look-alike">{}</span>').format(letters)


def known_by(claim: ClaimRow, known: Attributed) -> str:
    """What it rests on that a claim is somebody's, or why it is open."""
    if claim.speaker_how != "open":
        return KNOWN_BY.get(claim.speaker_how, claim.speaker_how)
    if known.decision is not None:
        return "It is open because an editor decided so."
    if 1 < len(known.candidates):
        return "It is open: it could be any of these, and nothing in the archive tells which."
    if known.candidates:
        return "It is open: one name could be meant, and nothing makes it sure."
    if known.name:
        return "It is open: this name alone tells nobody apart."
    if known.role:
        return "It is open: neither the article nor a dated office tells who that was."
    return "It is open: the article does not tell who is meant."


def office(held: HeldOffice) -> str:
    """ "finance minister of Corland"; with the body where no area is known: "leader, Civic Party"."""
    place = held.area or held.body
    if not place or place.casefold() in held.title.casefold():
        return held.title
    return f"{held.title} of {place}" if held.area else f"{held.title}, {place}"


def term(held: HeldOffice) -> str:
    """From when to when, as exactly as the file tells."""
    first, last = when(held.begins), when(held.ends)
    if held.begins.on is None:
        return f"until {last}" if held.ends.on else "dates not given"
    return f"{first} – {last}" if held.ends.on else f"since {first}"


def wikidata(id: str) -> str:
    """The address of an item."""
    return urlunsplit((*WIKIDATA[:2], WIKIDATA[2] + quote(id, safe=""), "", ""))


def with_page(page: int, **more: Any) -> str:
    """The address that is shown now, at another page or with other parameters; those that are None are left out."""
    kept: dict[str, Any] = request.args.to_dict() | {"page": page if 1 < page else None} | more
    query = urlencode({name: value for name, value in kept.items() if value not in (None, "")})
    return f"{request.path}?{query}" if query else request.path
