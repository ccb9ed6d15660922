"""A small invented archive, written through the models: for tests of the doors out, where no model may have a say.

`Archive` adds records one by one, every span found by `str.index`; `fill` makes the town of Westerholm and its harbour
tunnel, with a repeat, an echo, a changed figure, a denial, a copy, an earlier version and a speaker who stays open.
"""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from hashlib import sha256
from typing import Any

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from app.embedding import Embedder, HashingEmbedder
from app.identity import name_key
from app.models import (
    Alias,
    Article,
    Claim,
    Embedding,
    Job,
    Link,
    Outlet,
    Run,
    Span,
    Speaker,
    Statement,
    Thread,
    Version,
)
from app.search.vectors import stored_form

NOON = time(12, tzinfo=UTC)
LATER = datetime(2025, 12, 1, tzinfo=UTC)


@dataclass
class Archive:
    """Adds records to a session. Names are keys: the same outlet or speaker again is the same row."""

    session: Session
    embedder: Embedder = field(default_factory=HashingEmbedder)
    outlets: dict[str, Outlet] = field(default_factory=dict)
    speakers: dict[str, Speaker] = field(default_factory=dict)

    def __post_init__(self) -> None:
        by_hand = {"method": "by hand", "version": "1", "parameters_key": "{}"}
        known = self.session.scalars(select(Run).filter_by(**by_hand)).one_or_none()
        self.run = known or self.add(Run(**by_hand, parameters={}, first_used_at=LATER))

    def add(self, row: Any) -> Any:
        self.session.add(row)
        self.session.flush()
        return row

    def outlet(self, name: str) -> Outlet:
        if name not in self.outlets:
            self.outlets[name] = self.add(Outlet(name=name, name_key=name.casefold(), host=None))
        return self.outlets[name]

    def speaker(self, name: str, kind: str = "person", **printed: str) -> Speaker:
        if name not in self.speakers:
            self.speakers[name] = self.add(Speaker(name=name, name_key=name.casefold(), found_name=name, kind=kind))
            for how, as_printed in printed.items():
                self.add(Alias(speaker_id=self.speakers[name].id, name=as_printed, how=how.replace("_", " ")))
        return self.speakers[name]

    def article(
        self, outlet: str | None, title: str, body: str, on: date | None, *, url: str | None = None, **more: Any
    ) -> Version:
        """An article with its first version; the version is returned."""
        article = self.add(
            Article(
                natural_key=url or f"text:{sha256((title + body).encode()).hexdigest()}",
                outlet_id=self.outlet(outlet).id if outlet else None,
                url=url,
                title=title,
                published_at=datetime.combine(on, NOON) if on else None,
                published_on=on,
                published_precision="time" if on else "none",
                stored_at=LATER,
                **more,
            )
        )
        return self.version(article.id, f"{title}\n\n{body}", number=1)

    def version(self, article_id: int, words: str, *, number: int, is_current: bool = True) -> Version:
        added: Version = self.add(
            Version(
                article_id=article_id,
                number=number,
                text=words,
                text_sha256=sha256(words.encode()).hexdigest(),
                stored_at=LATER,
                is_current=is_current,
                is_partial=False,
                analysed_at=LATER,
            )
        )
        return added

    def thread(self, **more: Any) -> int:
        return int(self.add(Thread(**more)).id)

    def statement(self, thread_id: int, on: date | None, speaker: str | None = None, precision: str = "day") -> int:
        return int(
            self.add(
                Statement(
                    thread_id=thread_id,
                    speaker_id=self.speaker(speaker).id if speaker else None,
                    said_on=on,
                    said_on_precision=precision if on else "none",
                )
            ).id
        )

    def claim(
        self,
        version: Version,
        statement_id: int,
        *pieces: str,
        source: str = "",
        cue: str = "",
        evidence: str = "",
        speaker: str | None = None,
        **more: Any,
    ) -> int:
        """A claim whose content is these pieces of the version's text, each looked for after the one before."""
        values: dict[str, Any] = {
            "kind": "direct",
            "polarity": "said",
            "confidence": 0.9,
            "rule": "quotation",
            "said_on": None,
            "said_on_precision": "none",
            "speaker_kind": self.speaker(speaker).kind if speaker else "unnamed",
            "speaker_how": "surname" if speaker else "none",
            "speaker_candidates": [],
            "is_unsure": False,
        } | more
        found = {"found_kind": values["speaker_kind"], "found_how": values["speaker_how"]}
        if speaker:
            found |= {"found_name": speaker, "found_key": name_key(speaker)}
        values = found | {"found_candidates": values["speaker_candidates"]} | values
        said = values["polarity"] == "said" and not values["is_unsure"] and values.get("told_in_id") is None
        values.setdefault("counts", said and version.is_current)
        parts = {"content": pieces, "source": (source,), "cue": (cue,), "evidence": (evidence,)}
        spans = [span for part, words in parts.items() for span in _spans(version.text, part, words)]
        claim = self.add(
            Claim(
                version_id=version.id,
                position=min(span.start for span in spans if span.part == "content"),
                speaker_id=self.speaker(speaker).id if speaker else None,
                statement_id=statement_id,
                run_id=self.run.id,
                spans=spans,
                **values,
            )
        )
        self._index(claim.id, " ".join(pieces), speaker or source)
        return int(claim.id)

    def link(self, claim_id: int, earlier_id: int, relation: str, *reasons: str, score: float = 0.9) -> int:
        joins = relation in ("same_statement", "repeat", "echo")
        values = {"relation": relation, "score": score, "reasons": list(reasons), "joins": joins}
        return int(self.add(Link(claim_id=claim_id, earlier_claim_id=earlier_id, run_id=self.run.id, **values)).id)

    def job(self, version: Version, state: str, reason: str | None = None) -> None:
        self.add(
            Job(
                kind="analyse",
                key=str(version.id),
                payload={"version_id": version.id},
                state=state,
                attempts=3 if state == "quarantined" else 0,
                reason=reason,
                due_at=LATER,
                added_at=LATER,
            )
        )

    def _index(self, claim_id: int, words: str, speaker: str) -> None:
        self.session.execute(
            text("INSERT INTO claim_words (rowid, content, speaker) VALUES (:id, :content, :speaker)"),
            {"id": claim_id, "content": words, "speaker": speaker},
        )
        self.add(
            Embedding(
                claim_id=claim_id,
                model=self.embedder.name,
                text_sha256=sha256(words.encode()).hexdigest(),
                vector=stored_form(self.embedder.encode([words])[0]),
                is_windowed=False,
            )
        )


def _spans(words: str, part: str, pieces: tuple[str, ...]) -> list[Span]:
    spans, after = [], 0
    for position, piece in enumerate(piece for piece in pieces if piece):
        start = words.index(piece, after)
        after = start + len(piece)
        spans.append(Span(part=part, position=position, start=start, end=after))
    return spans


@dataclass(frozen=True, slots=True)
class Filled:
    """The ids that tests ask for by name."""

    tunnel: int
    changed: int
    denied: int
    first_claim: int
    denial: int
    old_claim: int
    open_claim: int
    wire: int
    copy: int
    revised: int
    quarantined: int
    vestergaard: int
    merged: int


HOLM, POST, WIRE, BAY = "The Holm Observer", "Westerholm Post", "Norrland Wire", "Bay Radio"
VEST, OKAFOR, COUNCIL = "Ingrid Vestergaard", "Samuel Okafor", "Westerholm City Council"


def fill(session: Session, embedder: Embedder | None = None) -> Filled:
    """Westerholm and its harbour tunnel."""
    archive = Archive(session, embedder or HashingEmbedder())
    archive.speaker(VEST, surname="Vestergaard", role="the mayor")
    archive.speaker(OKAFOR)
    archive.speaker(COUNCIL, "organisation")
    tunnel, tunnel_ids = _tunnel(archive)
    changed = _changed(archive, tunnel_ids["first"])
    denied, denial = _denied(archive, tunnel_ids["first"])
    revised, old_claim = _revised(archive)
    open_claim = _open(archive)
    quarantined = _queue(archive)
    _many(archive)
    return Filled(
        tunnel=tunnel,
        changed=changed,
        denied=denied,
        first_claim=tunnel_ids["first"],
        denial=denial,
        old_claim=old_claim,
        open_claim=open_claim,
        wire=tunnel_ids["wire"],
        copy=tunnel_ids["copy"],
        revised=revised,
        quarantined=quarantined,
        vestergaard=archive.speaker(VEST).id,
        merged=archive.thread(merged_into_id=tunnel),
    )


def _tunnel(archive: Archive) -> tuple[int, dict[str, int]]:
    """Said three times: twice by the mayor, once by Okafor; five independent reports and one copy."""
    thread = archive.thread()
    march, june, july = (
        archive.statement(thread, date(2025, 3, 3), VEST),
        archive.statement(thread, date(2025, 6, 1), VEST, "month"),
        archive.statement(thread, date(2025, 7, 14), OKAFOR, "published"),
    )
    body = (
        "WESTERHOLM — The harbour tunnel will carry its first train before winter.\n\n"
        "“The harbour tunnel will open in November,” Mayor Ingrid Vestergaard told the council on Monday, "
        "“and it will open on budget.”\n\nVestergaard took no questions."
    )
    wire = archive.article(WIRE, "Tunnel on time, mayor says", body, date(2025, 3, 4), url="https://wire.example/1")
    copy = archive.article(BAY, "Mayor: tunnel on time", body, date(2025, 3, 4), copy_of_id=wire.article_id)
    words = ("“The harbour tunnel will open in November,”", "“and it will open on budget.”")
    said: dict[str, Any] = {
        "source": "Mayor Ingrid Vestergaard",
        "cue": "told",
        "evidence": "Ingrid Vestergaard",
        "speaker": VEST,
        "said_on": date(2025, 3, 3),
        "said_on_precision": "day",
        "speaker_how": "full name",
    }
    first = archive.claim(wire, march, *words, **said)
    carried = archive.claim(copy, march, *words, **said)
    archive.link(carried, first, "same_statement", "one article carries the other's text", score=0.99)
    observer = archive.article(
        HOLM,
        "Council hears of tunnel",
        "The tunnel under the harbour will open in November and on budget, Vestergaard said on Monday.",
        date(2025, 3, 5),
        url="https://observer.example/tunnel",
    )
    report = archive.claim(
        observer,
        march,
        "The tunnel under the harbour will open in November and on budget",
        source="Vestergaard",
        cue="said",
        speaker=VEST,
        kind="indirect",
        said_on=date(2025, 3, 3),
        said_on_precision="day",
    )
    archive.link(report, first, "same_statement", "same speaker, same day", "both: November, on budget", score=0.93)
    post = archive.article(
        POST,
        "Summer plans of the mayor",
        "Speaking in June, the mayor said the harbour tunnel “will open in November, on budget”.",
        date(2025, 6, 20),
        url="https://post.example/summer",
    )
    again = archive.claim(
        post,
        june,
        "the harbour tunnel “will open in November, on budget”",
        source="the mayor",
        cue="said",
        speaker=VEST,
        kind="mixed",
        speaker_how="role",
        said_on=date(2025, 6, 1),
        said_on_precision="month",
    )
    archive.link(again, first, "repeat", "same speaker, another day", "both: November, on budget", score=0.91)
    for outlet in (HOLM, POST):
        version = archive.article(
            outlet,
            f"Okafor backs the tunnel, {outlet} learns",
            "“The harbour tunnel opens in November and it is on budget,” said Samuel Okafor, the city engineer.",
            date(2025, 7, 14),
        )
        echo = archive.claim(
            version,
            july,
            "“The harbour tunnel opens in November and it is on budget,”",
            source="Samuel Okafor, the city engineer",
            cue="said",
            speaker=OKAFOR,
            speaker_how="full name",
        )
        archive.link(echo, first, "echo", "another speaker", "both: November, on budget", score=0.88)
    return thread, {"first": first, "wire": wire.article_id, "copy": copy.article_id}


def _changed(archive: Archive, first: int) -> int:
    thread = archive.thread()
    statement = archive.statement(thread, date(2025, 8, 20), VEST)
    version = archive.article(
        POST,
        "Tunnel slips",
        "“The harbour tunnel will open in March 2026,” Vestergaard said on Wednesday. Asked whether that was late, she "
        "declined to say whether the budget would hold.",
        date(2025, 8, 20),
        url="https://post.example/slips",
    )
    claim = archive.claim(
        version,
        statement,
        "“The harbour tunnel will open in March 2026,”",
        source="Vestergaard",
        cue="said",
        speaker=VEST,
        said_on=date(2025, 8, 20),
        said_on_precision="day",
    )
    archive.link(claim, first, "changed", "same but: November -> March 2026", score=0.62)
    aside = archive.statement(archive.thread(), date(2025, 8, 20), VEST)
    archive.claim(
        version,
        aside,
        "whether the budget would hold",
        source="she",
        cue="declined to say",
        speaker=VEST,
        kind="indirect",
        polarity="declined",
        speaker_how="pronoun",
    )
    return thread


def _denied(archive: Archive, first: int) -> tuple[int, int]:
    thread = archive.thread()
    version = archive.article(
        HOLM,
        "Council rejects rumour",
        "The city council denied that the tunnel was leaking. “It is dry,” a spokesman said.",
        date(2025, 8, 25),
    )
    denial = archive.claim(
        version,
        archive.statement(thread, date(2025, 8, 25), COUNCIL, "published"),
        "the tunnel was leaking",
        source="The city council",
        cue="denied that",
        speaker=COUNCIL,
        kind="indirect",
        polarity="denied",
        speaker_how="body",
        rule="clause",
    )
    archive.claim(
        version,
        archive.statement(archive.thread(), date(2025, 8, 25), None, "published"),
        "“It is dry,”",
        source="a spokesman",
        cue="said",
        speaker_kind="unnamed",
    )
    archive.link(denial, first, "related", "same topic only: harbour tunnel", score=0.2)
    return thread, denial


def _revised(archive: Archive) -> tuple[int, int]:
    """An article in two versions, with a claim within another's words in the newer one."""
    thread = archive.thread()
    statement = archive.statement(thread, date(2025, 5, 6), OKAFOR)
    body = "“We counted 350 million in costs, as the mayor said, ‘not one crown more’,” Okafor said."
    article = archive.article(BAY, "What the tunnel costs", body, date(2025, 5, 7), url="https://bay.example/costs")
    article.is_current = False
    archive.session.flush()
    old: dict[str, Any] = {"source": "Okafor", "cue": "said", "speaker": OKAFOR, "counts": False}
    old_claim = archive.claim(article, statement, body.removesuffix(" Okafor said."), **old)
    newer = archive.version(article.article_id, "What the tunnel costs\n\n" + body.replace("350", "355"), number=2)
    words = body.replace("350", "355").removesuffix(" Okafor said.")
    whole = archive.claim(newer, statement, words, source="Okafor", cue="said", speaker=OKAFOR)
    inner = archive.statement(archive.thread(), date(2025, 5, 7), VEST, "published")
    archive.claim(
        newer, inner, "‘not one crown more’", source="the mayor", cue="said", speaker=VEST, speaker_how="role"
    )
    archive.link(whole, old_claim, "changed", "same but: 350 million -> 355 million", score=0.55)
    return article.article_id, old_claim


def _open(archive: Archive) -> int:
    version = archive.article(
        BAY,
        "Two Bergs, one harbour",
        "“The quay is safe,” Berg said. Anna Berg and Nils Berg sit in council.",
        None,
    )
    return archive.claim(
        version,
        archive.statement(archive.thread(), None),
        "“The quay is safe,”",
        source="Berg",
        cue="said",
        speaker_kind="person",
        speaker_how="open",
        speaker_candidates=["Anna Berg", "Nils Berg"],
    )


def _queue(archive: Archive) -> int:
    waiting = archive.article(BAY, "Not read yet", "Nothing is known of this one.", date(2025, 8, 28))
    archive.job(waiting, "waiting")
    failed = archive.article(POST, "Could not be read", "This one ended its worker.", date(2025, 8, 27))
    archive.job(failed, "quarantined", "its worker stopped 3 times while at it")
    return int(failed.article_id)


SAYINGS = (
    "Ferry fares will stay as they are until the spring timetable",
    "The school in Nordby needs a new roof before the first snow",
    "No family in Westerholm will pay more for water this year",
    "The night bus loses money on every trip it makes",
    "Every third shop in the old town stands empty",
    "The hospital has lost forty beds in two years",
)


def _many(archive: Archive) -> None:
    """Everyday claims, so that lists have rows."""
    people = ("Tove Halvorsen", "Erik Sandström", "Maria Lund", OKAFOR, VEST)
    outlets = (HOLM, POST, WIRE, BAY)
    for place, saying in enumerate(SAYINGS):
        thread, earlier = archive.thread(), None
        for time_ in range(1 + place % 4):
            speaker = people[(place + time_ // 2) % len(people)]
            on = date(2025, 2 + time_ * 2, 3 + place * 3)
            statement = archive.statement(thread, on, speaker, "published")
            for outlet in outlets[: 1 + (place + time_) % 3]:
                words = saying if time_ % 2 == 0 else saying.replace("will", "would").replace("has", "have")
                version = archive.article(
                    outlet, f"{speaker} speaks out ({place}.{time_})", f"“{words},” {speaker} said.\n\n{outlet}.", on
                )
                claim = archive.claim(version, statement, f"“{words},”", source=speaker, cue="said", speaker=speaker)
                if earlier is not None:
                    archive.link(claim, earlier, "repeat", "same words", score=0.95)
                earlier = earlier or claim
