"""Linking and comparing claims from rows to rows, without a database: what `flask batch` and the measures call.

Decision: this is the only place where vectors and decisions meet outside the pipeline. Rankings and decisions are pure
and know no model; here the embedder is called, once for each list of texts, and the answers are put into plain rows.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import islice
from typing import Any

import numpy as np
from numpy.typing import NDArray

from app.embedding import Embedder
from app.matching import Comparable, decide, propose
from app.matching.ranking import Archive, Asked, archive, rank, surname

RANKED = 50
LINKED = 10
CHUNK = 256
"""Pairs that are encoded together."""

Row = dict[str, Any]


def compare(pairs: Iterable[Mapping[str, Any]], embedder: Embedder) -> Iterator[Row]:
    """For each {"a", "b"} its {"relation", "score", "reasons"}, in order. Raises EmbedderUnavailable."""
    rest = iter(pairs)
    while chunk := list(islice(rest, CHUNK)):
        texts = [str(pair[side]) for pair in chunk for side in ("a", "b")]
        vectors = embedder.encode(texts)
        for place in range(0, len(texts), 2):
            new, earlier = (_comparable({"text": text}, embedder) for text in texts[place : place + 2])
            decision = decide(new, earlier, cosine=_cosine(vectors[place], vectors[place + 1]))
            yield {
                "relation": decision.sameness.value,
                "score": round(decision.score, 4),
                "reasons": list(decision.reasons),
            }


def link(
    claims: Sequence[Mapping[str, Any]], queries: Sequence[Mapping[str, Any]], embedder: Embedder
) -> Iterator[Row]:
    """For each query {"id", "ranked", "links"}: up to 50 ids of claims not dated after it, best first, and decisions.

    The ten best have a link with relation (also "related" and "different"), score and reasons.
    """
    if not queries:
        return
    held = _archive(claims, embedder)
    texts = [str(query["text"]) for query in queries]
    alone = embedder.encode(texts)
    after = embedder.encode([_with_line_before(query) for query in queries])
    for place, query in enumerate(queries):
        asked = Asked(
            text=texts[place],
            context=" ".join([*_lines(query), texts[place]]),
            vector=alone[place],
            vector_in_context=after[place],
            speaker=_name(query),
            said_on=_date(query),
        )
        ranked = rank(held, asked, most=RANKED)
        yield {
            "id": query["id"],
            "ranked": [claims[found]["id"] for found in ranked],
            "links": [
                _link(query, claims[found], _cosine(alone[place], held.vectors[found]), embedder)
                for found in ranked[:LINKED]
            ],
        }


def _archive(claims: Sequence[Mapping[str, Any]], embedder: Embedder) -> Archive:
    titles = [str(claim.get("title") or "") for claim in claims]
    texts = [str(claim["text"]) for claim in claims]
    return archive(
        texts=texts,
        titles=titles,
        vectors=embedder.encode(texts),
        title_vectors=embedder.encode(titles) if any(titles) else None,
        speakers=[_name(claim) for claim in claims],
        dates=[_date(claim) for claim in claims],
    )


def _link(query: Mapping[str, Any], claim: Mapping[str, Any], cosine: float, embedder: Embedder) -> Row:
    new, earlier = _comparable(query, embedder), _comparable(claim, embedder)
    if new.speaker and earlier.speaker and _one_person(new.speaker, earlier.speaker):
        new = Comparable(new.text, earlier.speaker, new.said_on, partly_read=new.partly_read)
    proposal = propose(new, earlier, cosine=cosine)
    if proposal is not None:
        relation, score, reasons = proposal.relation.value, proposal.score, proposal.reasons
    else:
        decision = decide(new, earlier, cosine=cosine)
        relation, score, reasons = decision.sameness.value, decision.score, decision.reasons
    return {"id": claim["id"], "relation": relation, "score": round(score, 4), "reasons": list(reasons)}


def _one_person(one: str, other: str) -> bool:
    """Whether two printed names may be one person's: equal, or one is a surname with a title ("MR. ROMNEY")."""
    if one.casefold() == other.casefold():
        return True
    titled = one.isupper() or other.isupper() or min(len(one.split()), len(other.split())) == 1
    return titled and surname(one) == surname(other)


def _comparable(row: Mapping[str, Any], embedder: Embedder) -> Comparable:
    text = str(row["text"])
    return Comparable(text, _name(row), _date(row), partly_read=embedder.truncates(text))


def _name(row: Mapping[str, Any]) -> str | None:
    return str(row["speaker"]).strip() or None if row.get("speaker") else None


def _date(row: Mapping[str, Any]) -> date | None:
    try:
        return date.fromisoformat(str(row["date"])[:10]) if row.get("date") else None
    except ValueError:
        return None


def _lines(row: Mapping[str, Any]) -> list[str]:
    """The lines before a claim, in their order; given as one text or as a list of them."""
    context = row.get("context") or []
    return [context] if isinstance(context, str) else [str(line) for line in context]


def _with_line_before(row: Mapping[str, Any]) -> str:
    return " ".join([*_lines(row)[-1:], str(row["text"])])


def _cosine(one: NDArray[np.float32], two: NDArray[np.float32]) -> float:
    return min(1.0, round(float(np.dot(one.astype(np.float64), two.astype(np.float64))), 6))
