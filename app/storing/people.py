"""People, bodies, offices and other names from a file, added to the register; what is there is never overruled.

A person of the file is the one in the archive who has the same Wikidata id, or else the same name, as two articles with
that name would be; where the file, or an id, says that two bear a name, it means neither for certain. A name that
already means somebody else is refused: an editor can merge the two. The same file again changes nothing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.identity import ImportedOffice, ImportedPerson, PeopleFile, Refused, name_key
from app.identity.titles import office_key
from app.models import Alias, Office, Speaker
from app.search.vectors import VectorIndex
from app.storing.bearers import IMPORTED, Key, bearers
from app.storing.runs import the_run
from app.storing.settling import Moved, affected, relink, settle
from app.storing.speakers import add_namesake, register

METHOD, EDITION = "import", "1"


@dataclass(slots=True)
class Imported:
    """What an import did: speakers that are new and known, offices and names added, claims that have another speaker
    for it, and what was refused."""

    new: int = 0
    known: int = 0
    offices: int = 0
    names: int = 0
    moved: tuple[Moved, ...] = ()
    refused: list[Refused] = field(default_factory=list)


def add_people(session: Session, file: PeopleFile, *, told_by: str, index: VectorIndex, now: datetime) -> Imported:
    """Add what a file tells, in the caller's transaction. `told_by` is the name of the file."""
    index.top_up(session)
    done = Imported(refused=list(file.refused))
    touched: set[int] = set()
    for number, person in enumerate(file.people, 1):
        key = (person.kind, name_key(person.name))
        speaker = _speaker(session, person, key, touched, done)
        touched.add(speaker.id)
        for office in person.offices:
            done.offices += _add_office(session, speaker, office, told_by)
        for alias in person.aliases:
            _add_name(session, speaker, alias, done, where=f"{told_by}, {person.name} (number {number})")
    session.flush()
    done.moved = settle(session, affected(session, touched))
    run_id = the_run(session, METHOD, EDITION, {"embedding": index.model}, now=now)
    relink(session, done.moved, index=index, run_id=run_id)
    return done


def _speaker(session: Session, person: ImportedPerson, key: Key, taken: set[int], done: Imported) -> Speaker:
    """The row of a person of the file, who is none of those `taken` by others of it. One who shares the name, in the
    file or by another id, has their own."""
    if person.wikidata is not None:
        by_id = select(Speaker).where(Speaker.wikidata == person.wikidata).order_by(Speaker.id).limit(1)
        if (known := session.scalars(by_id).first()) is not None:
            done.known += 1
            return known
    bearing = _of_that_name(session, key)
    free = [each for each in bearing if each.id not in taken and _may_be(each, person)]
    if free:
        done.known += 1
        speaker = min(free, key=lambda each: (each.wikidata != person.wikidata, each.id))
    else:
        done.new += 1
        first = next((each for each in bearing if each.name_key == key[1]), None)
        if first is None:
            speaker = register(session, person.kind, person.name)
        else:
            speaker = _namesake(session, first, person)
    speaker.wikidata = speaker.wikidata or person.wikidata
    return speaker


def _may_be(speaker: Speaker, person: ImportedPerson) -> bool:
    return speaker.wikidata is None or person.wikidata is None or speaker.wikidata == person.wikidata


def _of_that_name(session: Session, key: Key) -> list[Speaker]:
    """Who is registered under a name, and namesakes whom a file brought before."""
    rows = select(Speaker).where(Speaker.kind == key[0], Speaker.name_key == key[1])
    given = select(Speaker).join(Alias, Alias.speaker_id == Speaker.id)
    given = given.where(Speaker.kind == key[0], Alias.how == IMPORTED, Alias.name_key == key[1])
    found = {each.id: each for query in (rows, given) for each in session.scalars(query)}
    return [each for each in found.values() if name_key(each.found_name or each.name) == key[1]]


def _namesake(session: Session, first: Speaker, person: ImportedPerson) -> Speaker:
    """Another bearer of a name. From now on the name alone means neither."""
    speaker = add_namesake(session, first.kind, person.name)
    speaker.wikidata = person.wikidata
    for each in (first, speaker):
        _given(session, each, person.name)
    return speaker


def _given(session: Session, speaker: Speaker, name: str) -> bool:
    """Keep that a file gives a name to a speaker. Returns whether that is news."""
    same = select(Alias.id).where(Alias.speaker_id == speaker.id, Alias.name == name, Alias.how == IMPORTED)
    if session.scalars(same).first() is not None:
        return False
    session.add(Alias(speaker_id=speaker.id, name=name, how=IMPORTED, name_key=name_key(name)))
    session.flush()
    return True


def _add_name(session: Session, speaker: Speaker, name: str, done: Imported, *, where: str) -> None:
    key = name_key(name)
    if key == speaker.name_key:
        return
    others = _others(session, bearers(session, [key]).of((speaker.kind, key)), speaker)
    if others:
        reason = f"“{name}” already means {others[0]} in this archive. If they are one, merge them by hand."
        done.refused.append(Refused(where, reason))
        return
    done.names += _given(session, speaker, name)


def _others(session: Session, ids: set[int], speaker: Speaker) -> Sequence[str]:
    """Those of these speakers who are not this one and have claims or an office, or come from a file."""
    found: Mapping[int, Speaker] = {id: session.get_one(Speaker, id) for id in sorted(ids)}
    mine = speaker.merged_into_id or speaker.id
    return [each.name for id, each in found.items() if (each.merged_into_id or id) != mine]


def _add_office(session: Session, speaker: Speaker, office: ImportedOffice, told_by: str) -> bool:
    """Add an office that is not known yet. One whose end has since become known has its end filled in."""
    area, body = office.area or "", office.body or ""
    same = select(Office).where(
        Office.speaker_id == speaker.id, Office.title == office.title, Office.area == area, Office.body == body
    )
    for known in session.scalars(same):
        if known.begins_on == office.begins:
            if known.ends_on is None and office.ends is not None:
                known.ends_on, known.precision, known.told_by = office.ends, office.precision.value, told_by
                return True
            return False
    session.add(
        Office(
            speaker_id=speaker.id,
            title=office.title,
            title_key=office_key(office.title, (area, *office.area_names, body)),
            area=area,
            area_names=list(office.area_names),
            body=body,
            begins_on=office.begins,
            ends_on=office.ends,
            precision=office.precision.value,
            told_by=told_by,
        )
    )
    return True
