"""Claims told inside another one ("Smith said that Jones had promised ..."): tied to it, shown as second hand, never
counted.

Foreign key and constraint belong to their column, which SQLite adds and drops in place, as in 0002. An edition before
this one does not know second hand: on the way down such claims are called unsure, which it does not count either.
"""

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute(
        "ALTER TABLE claim ADD COLUMN told_in_id INTEGER "
        "CONSTRAINT fk_claim_told_in_id_claim REFERENCES claim (id) "
        "CONSTRAINT ck_claim_only_first_hand_counts CHECK (NOT counts OR told_in_id IS NULL)"
    )
    op.create_index("ix_claim_told_in_id", "claim", ["told_in_id"])


def downgrade() -> None:
    op.execute("UPDATE claim SET is_unsure = true WHERE told_in_id IS NOT NULL")
    op.drop_index("ix_claim_told_in_id", "claim")
    op.execute("ALTER TABLE claim DROP COLUMN told_in_id")
