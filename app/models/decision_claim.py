"""The claims that a decision names, each with the speaker it was given."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base


class DecisionClaim(Base):
    """`speaker_id` is empty where the claim was left open, and for "never". A split also names the claims that
    stay, with whom it split: their name does not mean the new speaker, and they follow it wherever else it leads."""

    __tablename__ = "decision_claim"

    decision_id: Mapped[int] = mapped_column(ForeignKey("decision.id"), primary_key=True)
    claim_id: Mapped[int] = mapped_column(ForeignKey("claim.id"), primary_key=True, index=True)
    speaker_id: Mapped[int | None] = mapped_column(ForeignKey("speaker.id"), index=True)
