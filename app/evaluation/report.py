"""All figures of one evaluation, and the table in which they are printed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.evaluation.attributions import Attributions, attributions
from app.evaluation.counting import Counted, CountErrors, count_errors, counted
from app.evaluation.gold import GoldArticle
from app.evaluation.joins import Joins, found_of_golden, joins
from app.evaluation.pairing import Judged
from app.evaluation.ratios import Rates
from app.evaluation.reach import Reach, reach, ties_of
from app.evaluation.speakers import Speakers, Told, speakers
from app.evaluation.world import World
from app.models import Article, Version
from app.search.counts import counts_by_thread


@dataclass(frozen=True, slots=True)
class Copies:
    """Articles that carry another's text: how many there are, how many were found with the right original or with a
    copy of it, and how many others were taken for copies."""

    gold: int
    found: int
    wrong: int


@dataclass(frozen=True, slots=True)
class Report:
    """What `flask evaluate --json` prints."""

    articles: int
    attributions: Attributions
    speakers: Speakers
    joins: Joins
    reach: Reach
    counts: CountErrors
    planned_counts: CountErrors
    copies: Copies


def report(session: Session, judged: Sequence[Judged], versions: Mapping[str, int], world: World) -> Report:
    """Every figure. `versions` has the version's id of each article's slug."""
    compared = compare_counts(session, judged)
    return Report(
        articles=len(judged),
        attributions=attributions(judged, world),
        speakers=speakers(judged, world),
        joins=joins(judged),
        reach=reach(judged, ties_of(session)),
        counts=count_errors(compared, planned=False),
        planned_counts=count_errors(compared, planned=True),
        copies=copies(session, [each.article for each in judged], versions),
    )


def compare_counts(session: Session, judged: Sequence[Judged]) -> list[Counted]:
    """The three counts of each gold thread and of the thread found for it."""
    finds = found_of_golden(pair for each in judged for pair in each.pairs)
    return counted(judged, counts_by_thread(session, {thread for held in finds.values() for thread in held}))


def copies(session: Session, articles: Sequence[GoldArticle], versions: Mapping[str, int]) -> Copies:
    """Compare which articles are copies, and of which."""
    rows = select(Version.id, Article.id, Article.copy_of_id).join(Article, Version.article_id == Article.id)
    stored = {version_id: (article_id, copy_of_id) for version_id, article_id, copy_of_id in session.execute(rows)}
    ids = {slug: stored[version_id][0] for slug, version_id in versions.items()}
    originals = {article.slug: stored[versions[article.slug]][1] for article in articles}
    golden = [article for article in articles if article.copy_of is not None]
    return Copies(
        gold=len(golden),
        found=sum(originals[each.slug] == ids.get(each.copy_of or "", 0) for each in golden),
        wrong=sum(originals[each.slug] is not None for each in articles if each.copy_of is None),
    )


def table(figures: Report) -> Iterator[str]:
    """The report in lines of text."""
    found, joined = figures.attributions, figures.joins
    yield f"articles      {figures.articles}; claims {found.gold} gold, {found.found} found, {found.pairs} matched"
    yield f"claims        {_rates(found.matched)}   exact F1 {found.exact.f1:.3f}   source {found.source:.3f}"
    recalls = "   ".join(f"{kind} {recall:.3f}" for kind, recall in found.recall_by_kind.items())
    yield f"  recall      {recalls}"
    yield f"  judged      kind {found.kind:.3f}   polarity {found.polarity:.3f} right; {_not_said(found)}"
    yield f"  said on     {_dates(found)}"
    yield f"  unsure      {found.unsure} found under the floor and not counted, {found.unsure_right} of them right"
    yield f"  second hand {_second_hand(found)}"
    yield f"speakers      named    {_told(figures.speakers.named)}"
    yield f"              unnamed  {_told(figures.speakers.unnamed)}"
    yield f"threads       {_rates(joined.threads)}   planned {_rates(joined.planned_threads)}"
    yield f"statements    {_rates(joined.statements)}   planned {_rates(joined.planned_statements)}"
    wrong = f"{joined.false_joins} threads and {joined.false_statements} statements falsely joined"
    yield f"              {wrong}, {joined.splits} splits"
    yield f"reach         {_reach(figures.reach)}"
    yield f"counts        {_counts(figures.planned_counts)} (planned threads)"
    yield f"              {_counts(figures.counts)} (all)"
    yield f"copies        {figures.copies.found} of {figures.copies.gold} found, {figures.copies.wrong} wrongly"


def _rates(rates: Rates) -> str:
    return f"precision {rates.precision:.3f} recall {rates.recall:.3f} F1 {rates.f1:.3f}"


def _not_said(found: Attributions) -> str:
    return f"{found.said_though_not} of {found.not_said} not said were stored as said"


def _second_hand(found: Attributions) -> str:
    marked = f"{found.second_hand_right} of them marked in the gold"
    return f"{found.second_hand} told inside other claims and left out above, {marked}"


def _dates(found: Attributions) -> str:
    told = f"{found.dated_right} of the {found.dated} that their text tells or implies"
    return f"{told}; {found.day_wrong} wrong days, {found.day_unknown} that cannot be judged"


def _told(told: Told) -> str:
    outcomes = f"right {told.right} wrong {told.wrong} open {told.open} missed {told.missed}"
    return f"{outcomes}   accuracy {told.accuracy:.3f} wrong {told.wrong_rate:.3f} of those found"


def _reach(ties: Reach) -> str:
    apart = f"joined {ties.joined} proposed {ties.proposed} other {ties.other} untied {ties.none}"
    return f"{ties.repeating} claims repeat an earlier article's: {apart}"


def _counts(errors: CountErrors) -> str:
    means = f"error of said {errors.said:.3f} reports {errors.reports:.3f} copies {errors.copies:.3f}"
    return f"{means} a thread, {errors.all_right} of {errors.threads} all right, {errors.said_too_high} said too high"
