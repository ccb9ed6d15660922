"""Claims under the floor of confidence: stored, shown as unsure, never counted.

Claims of before were found by rules of which each is right more often than not: they stay as they are counted. The
constraint belongs to its column: SQLite adds and drops it with the column in place, and what hangs on a claim (spans,
links, vectors) is not touched.
"""

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute(
        "ALTER TABLE claim ADD COLUMN is_unsure BOOLEAN DEFAULT false NOT NULL "
        "CONSTRAINT ck_claim_only_sure_counts CHECK (NOT counts OR NOT is_unsure)"
    )


def downgrade() -> None:
    op.execute("ALTER TABLE claim DROP COLUMN is_unsure")
