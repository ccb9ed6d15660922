"""The right person: what was found apart from what was decided, decisions, offices, names of one person.

Claims of before were resolved within their article and by the full name alone: what they have is what was found.
Columns are added in place, with their constraints, as in 0002."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

COLUMNS = {
    "speaker": (
        "found_name TEXT DEFAULT '' NOT NULL",
        "wikidata TEXT",
        "merged_into_id INTEGER CONSTRAINT fk_speaker_merged_into_id_speaker REFERENCES speaker (id) "
        "CONSTRAINT ck_speaker_merged_into_another CHECK (merged_into_id <> id)",
    ),
    "alias": (
        "name_key TEXT",
        "claim_id INTEGER CONSTRAINT fk_alias_claim_id_claim REFERENCES claim (id)",
    ),
    "claim": (
        "found_name TEXT",
        "found_key TEXT",
        "found_role TEXT",
        "found_kind TEXT DEFAULT 'unnamed' NOT NULL",
        "found_how TEXT DEFAULT 'none' NOT NULL",
        "found_candidates JSON DEFAULT '[]' NOT NULL",
        "decision_id INTEGER CONSTRAINT fk_claim_decision_id_decision REFERENCES decision (id)",
    ),
}
INDEXES = (
    ("speaker", "wikidata"),
    ("speaker", "merged_into_id"),
    ("alias", "name_key"),
    ("claim", "found_key"),
    ("claim", "found_role"),
    ("claim", "speaker_how"),
)


def upgrade() -> None:
    _decisions()
    _offices()
    _evidence()
    for table, columns in COLUMNS.items():
        for column in columns:
            op.execute(f"ALTER TABLE {table} ADD COLUMN {column}")
    for table, column in INDEXES:
        op.create_index(f"ix_{table}_{column}", table, [column])
    op.execute("UPDATE speaker SET found_name = name")
    op.execute(
        "UPDATE claim SET found_kind = speaker_kind, found_how = speaker_how, found_candidates = speaker_candidates, "
        "found_name = (SELECT name FROM speaker WHERE speaker.id = claim.speaker_id), "
        "found_key = (SELECT name_key FROM speaker WHERE speaker.id = claim.speaker_id)"
    )


def downgrade() -> None:
    """An older edition knows no decisions: the claims keep the speakers that they have."""
    for table, column in INDEXES:
        op.drop_index(f"ix_{table}_{column}", table)
    for table, columns in COLUMNS.items():
        for column in reversed(columns):
            op.execute(f"ALTER TABLE {table} DROP COLUMN {column.split()[0]}")
    for table in ("likeness", "spelling_key", "co_naming", "office", "decision_claim", "decision"):
        op.drop_table(table)


def _decisions() -> None:
    op.create_table(
        "decision",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("speaker_id", sa.Integer(), nullable=True),
        sa.Column("other_id", sa.Integer(), nullable=True),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("name_key", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("saw", sa.JSON(), nullable=False),
        sa.Column("decided_by", sa.Text(), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("undone_by", sa.Text(), nullable=True),
        sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "kind IN ('rename', 'alias', 'merge', 'apart', 'split', 'reassign', 'never')", name=op.f("ck_decision_kind")
        ),
        sa.CheckConstraint("speaker_id <> other_id", name=op.f("ck_decision_two_speakers")),
        sa.CheckConstraint("(undone_by IS NULL) = (undone_at IS NULL)", name=op.f("ck_decision_undone_by_somebody")),
        sa.ForeignKeyConstraint(["speaker_id"], ["speaker.id"], name=op.f("fk_decision_speaker_id_speaker")),
        sa.ForeignKeyConstraint(["other_id"], ["speaker.id"], name=op.f("fk_decision_other_id_speaker")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decision")),
        sqlite_autoincrement=True,
    )
    for column in ("name_key", "speaker_id", "other_id"):
        op.create_index(f"ix_decision_{column}", "decision", [column])
    op.create_table(
        "decision_claim",
        sa.Column("decision_id", sa.Integer(), nullable=False),
        sa.Column("claim_id", sa.Integer(), nullable=False),
        sa.Column("speaker_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["decision_id"], ["decision.id"], name=op.f("fk_decision_claim_decision_id_decision")),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"], name=op.f("fk_decision_claim_claim_id_claim")),
        sa.ForeignKeyConstraint(["speaker_id"], ["speaker.id"], name=op.f("fk_decision_claim_speaker_id_speaker")),
        sa.PrimaryKeyConstraint("decision_id", "claim_id", name=op.f("pk_decision_claim")),
    )
    op.create_index("ix_decision_claim_claim_id", "decision_claim", ["claim_id"])
    op.create_index("ix_decision_claim_speaker_id", "decision_claim", ["speaker_id"])


def _offices() -> None:
    op.create_table(
        "office",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("speaker_id", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("title_key", sa.Text(), nullable=False),
        sa.Column("area", sa.Text(), nullable=False),
        sa.Column("area_names", sa.JSON(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("begins_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("precision", sa.Text(), nullable=False),
        sa.Column("told_by", sa.Text(), nullable=False),
        sa.CheckConstraint("begins_on <= ends_on", name=op.f("ck_office_begins_first")),
        sa.CheckConstraint("precision IN ('day', 'month', 'year')", name=op.f("ck_office_precision")),
        sa.ForeignKeyConstraint(["speaker_id"], ["speaker.id"], name=op.f("fk_office_speaker_id_speaker")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_office")),
        sa.UniqueConstraint(
            "speaker_id",
            "title",
            "area",
            "body",
            "begins_on",
            "ends_on",
            name=op.f("uq_office_speaker_id_title_area_body_begins_on_ends_on"),
        ),
    )
    for column in ("speaker_id", "title_key"):
        op.create_index(f"ix_office_{column}", "office", [column])


def _evidence() -> None:
    op.create_table(
        "co_naming",
        sa.Column("speaker_id", sa.Integer(), nullable=False),
        sa.Column("other_id", sa.Integer(), nullable=False),
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.CheckConstraint("speaker_id <> other_id", name=op.f("ck_co_naming_two_names")),
        sa.ForeignKeyConstraint(["speaker_id"], ["speaker.id"], name=op.f("fk_co_naming_speaker_id_speaker")),
        sa.ForeignKeyConstraint(["other_id"], ["speaker.id"], name=op.f("fk_co_naming_other_id_speaker")),
        sa.ForeignKeyConstraint(["version_id"], ["version.id"], name=op.f("fk_co_naming_version_id_version")),
        sa.PrimaryKeyConstraint("speaker_id", "other_id", "version_id", name=op.f("pk_co_naming")),
    )
    op.create_index("ix_co_naming_other_id", "co_naming", ["other_id"])
    op.create_table(
        "spelling_key",
        sa.Column("speaker_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["speaker_id"], ["speaker.id"], name=op.f("fk_spelling_key_speaker_id_speaker")),
        sa.PrimaryKeyConstraint("speaker_id", "key", name=op.f("pk_spelling_key")),
    )
    op.create_index("ix_spelling_key_key", "spelling_key", ["key"])
    op.create_table(
        "likeness",
        sa.Column("speaker_id", sa.Integer(), nullable=False),
        sa.Column("other_id", sa.Integer(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.CheckConstraint("speaker_id < other_id", name=op.f("ck_likeness_pair_once")),
        sa.ForeignKeyConstraint(["speaker_id"], ["speaker.id"], name=op.f("fk_likeness_speaker_id_speaker")),
        sa.ForeignKeyConstraint(["other_id"], ["speaker.id"], name=op.f("fk_likeness_other_id_speaker")),
        sa.PrimaryKeyConstraint("speaker_id", "other_id", name=op.f("pk_likeness")),
    )
    op.create_index("ix_likeness_other_id", "likeness", ["other_id"])
