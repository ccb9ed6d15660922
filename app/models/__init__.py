"""The records, one table a file. `Base.metadata` equals what the migrations make; a test compares them."""

from app.models.alias import Alias
from app.models.article import Article
from app.models.base import Base
from app.models.claim import Claim
from app.models.co_naming import CoNaming
from app.models.decision import Decision
from app.models.decision_claim import DecisionClaim
from app.models.embedding import Embedding
from app.models.job import Job
from app.models.likeness import Likeness
from app.models.link import Link
from app.models.office import Office
from app.models.outlet import Outlet
from app.models.overlap import Overlap
from app.models.run import Run
from app.models.shingle_band import ShingleBand
from app.models.span import Span
from app.models.speaker import Speaker
from app.models.spelling_key import SpellingKey
from app.models.statement import Statement
from app.models.thread import Thread
from app.models.version import Version

__all__ = [
    "Alias",
    "Article",
    "Base",
    "Claim",
    "CoNaming",
    "Decision",
    "DecisionClaim",
    "Embedding",
    "Job",
    "Likeness",
    "Link",
    "Office",
    "Outlet",
    "Overlap",
    "Run",
    "ShingleBand",
    "Span",
    "Speaker",
    "SpellingKey",
    "Statement",
    "Thread",
    "Version",
]
