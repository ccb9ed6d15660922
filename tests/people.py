"""People of Westerholm whose names are a question: added to the archive of `tests/archive.py` for the pages on which
editors answer it."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from app.identity import title_key
from app.models import Alias, CoNaming, Likeness, Office
from tests.archive import Archive

DAY = date(2025, 4, 7)
MIXED = "Аnders Kvist"
"""Its first letter is Cyrillic."""


@dataclass(frozen=True, slots=True)
class People:
    """The ids that tests ask for by name."""

    brandt: int
    brandt_long: int
    harlow: int
    harlowe: int
    mixed: int
    by_office: int
    by_name_alone: int
    by_role: int
    together: int


def fill_people(session: Session) -> People:
    """Ilka Brandt, whom one article also calls Ilka M. Brandt; Edda Harlow and Edda Harlowe, who are alike; a minister
    known by the office; a name in letters of two scripts; and claims that are open in several ways."""
    archive = Archive(session)
    brandt, longer = archive.speaker("Ilka Brandt"), archive.speaker("Ilka M. Brandt")
    longer.merged_into_id, brandt.wikidata = brandt.id, "Q1234567"
    harlow, harlowe = archive.speaker("Edda Harlow"), archive.speaker("Edda Harlowe")
    archive.add(Likeness(speaker_id=harlow.id, other_id=harlowe.id, why="spelling"))
    archive.add(Alias(speaker_id=brandt.id, name="Ilka Brandt-Sehl", how="imported", name_key="ilka brandt-sehl"))
    _office(archive, brandt.id)
    for number, name in enumerate(("Ilka Brandt", "Ilka M. Brandt", "Edda Harlow", "Edda Harlowe", MIXED)):
        version, _ = _said(
            archive, name, f"The quay wall will be mended in {number + 3} weeks", speaker_how="full name"
        )
        if number == 1:
            archive.add(CoNaming(speaker_id=brandt.id, other_id=longer.id, version_id=version))
    role = {"speaker_kind": "person", "found_role": "the finance minister"}
    office = {"found_name": None, "found_key": None, "found_how": "open", "speaker_how": "office"}
    _, by_office = _said(
        archive, "Ilka Brandt", "The harbour dues will fall", printed="the finance minister", **role, **office
    )
    open_ = {"speaker_kind": "person", "speaker_how": "open"}
    alone = {"found_name": "Harlow", "found_key": "harlow", "speaker_candidates": ["Harlow"]}
    _, by_name = _said(archive, None, "The dredger is too small", printed="Harlow", **open_, **alone)
    _, by_role = _said(
        archive, None, "Next year’s budget is balanced", printed="the minister", **open_, found_role="minister"
    )
    both = {
        "speaker_kind": "collective",
        "speaker_how": "together",
        "speaker_candidates": ["Ilka Brandt", "Edda Harlow"],
    }
    _, together = _said(archive, None, "We stand by the tunnel", printed="Brandt and Harlow", **both)
    return People(
        brandt=brandt.id,
        brandt_long=longer.id,
        harlow=harlow.id,
        harlowe=harlowe.id,
        mixed=archive.speaker(MIXED).id,
        by_office=by_office,
        by_name_alone=by_name,
        by_role=by_role,
        together=together,
    )


def _office(archive: Archive, speaker_id: int) -> None:
    archive.add(
        Office(
            speaker_id=speaker_id,
            title="finance minister",
            title_key=title_key("finance minister"),
            area="Corland",
            area_names=["Corland", "Corlandish"],
            body="",
            begins_on=date(2024, 10, 15),
            ends_on=date(2025, 6, 19),
            precision="day",
            told_by="people.json",
        )
    )


def _said(archive: Archive, speaker: str | None, words: str, *, printed: str = "", **more: object) -> tuple[int, int]:
    """One article with one claim: the ids of its version and of the claim."""
    source = printed or speaker or ""
    version = archive.article("Quay Gazette", words, f"“{words},” {source} said.", DAY)
    shown = "Ilka Brandt" if speaker == "Ilka M. Brandt" else speaker
    if speaker != shown:
        more = {"found_name": speaker, "found_key": "ilka m. brandt"} | more
    statement = archive.statement(archive.thread(), DAY, shown, "published")
    claim = archive.claim(version, statement, f"“{words},”", source=source, cue="said", speaker=shown, **more)
    return version.id, claim
