"""The records: outlets, articles, versions, speakers, claims, statements, threads, links, runs, vectors, jobs.

Beside the tables: a trigger that keeps every version's text as it was stored, and the search table of claims' words.
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "job",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("payload", sa.JSON(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("token", sa.Text(), nullable=True),
        sa.Column("worker", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("leased_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("state IN ('waiting', 'taken', 'done', 'quarantined')", name=op.f("ck_job_state")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_job")),
        sa.UniqueConstraint("kind", "key", name=op.f("uq_job_kind_key")),
    )
    op.create_index("ix_job_state_attempts", "job", ["state", "attempts"])

    op.create_table(
        "outlet",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("name_key", sa.Text(), nullable=False),
        sa.Column("host", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outlet")),
        sa.UniqueConstraint("name_key", name=op.f("uq_outlet_name_key")),
    )
    op.create_index("ix_outlet_host", "outlet", ["host"])

    op.create_table(
        "run",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("method", sa.Text(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("parameters", sa.JSON(), nullable=False),
        sa.Column("parameters_key", sa.Text(), nullable=False),
        sa.Column("first_used_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_run")),
        sa.UniqueConstraint("method", "version", "parameters_key", name=op.f("uq_run_method_version_parameters_key")),
    )
    op.create_table(
        "speaker",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("name_key", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.CheckConstraint("kind IN ('person', 'organisation', 'document')", name=op.f("ck_speaker_kind")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_speaker")),
        sa.UniqueConstraint("kind", "name_key", name=op.f("uq_speaker_kind_name_key")),
    )
    op.create_table(
        "thread",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("merged_into_id", sa.Integer(), nullable=True),
        sa.CheckConstraint("merged_into_id <> id", name=op.f("ck_thread_merged_into_another")),
        sa.ForeignKeyConstraint(["merged_into_id"], ["thread.id"], name=op.f("fk_thread_merged_into_id_thread")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_thread")),
    )
    op.create_index("ix_thread_merged_into_id", "thread", ["merged_into_id"])

    op.create_table(
        "alias",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("speaker_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("how", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["speaker_id"], ["speaker.id"], name=op.f("fk_alias_speaker_id_speaker")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_alias")),
        sa.UniqueConstraint("speaker_id", "name", "how", name=op.f("uq_alias_speaker_id_name_how")),
    )
    op.create_index("ix_alias_speaker_id", "alias", ["speaker_id"])

    op.create_table(
        "article",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("natural_key", sa.Text(), nullable=False),
        sa.Column("outlet_id", sa.Integer(), nullable=True),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("byline", sa.Text(), nullable=True),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("published_on", sa.Date(), nullable=True),
        sa.Column("published_precision", sa.Text(), nullable=False),
        sa.Column("published_as_given", sa.Text(), nullable=True),
        sa.Column("copy_of_id", sa.Integer(), nullable=True),
        sa.Column("stored_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "published_precision IN ('time', 'day', 'none')", name=op.f("ck_article_published_precision")
        ),
        sa.CheckConstraint("copy_of_id <> id", name=op.f("ck_article_copy_of_another")),
        sa.ForeignKeyConstraint(["copy_of_id"], ["article.id"], name=op.f("fk_article_copy_of_id_article")),
        sa.ForeignKeyConstraint(["outlet_id"], ["outlet.id"], name=op.f("fk_article_outlet_id_outlet")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_article")),
        sa.UniqueConstraint("natural_key", name=op.f("uq_article_natural_key")),
        sa.UniqueConstraint("url", name=op.f("uq_article_url")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_article_copy_of_id", "article", ["copy_of_id"])
    op.create_index("ix_article_outlet_id", "article", ["outlet_id"])
    op.create_index("ix_article_published_on", "article", ["published_on"])

    op.create_table(
        "statement",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("thread_id", sa.Integer(), nullable=False),
        sa.Column("speaker_id", sa.Integer(), nullable=True),
        sa.Column("said_on", sa.Date(), nullable=True),
        sa.Column("said_on_precision", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "said_on_precision IN ('day', 'week', 'month', 'year', 'published', 'none')",
            name=op.f("ck_statement_said_on_precision"),
        ),
        sa.ForeignKeyConstraint(["speaker_id"], ["speaker.id"], name=op.f("fk_statement_speaker_id_speaker")),
        sa.ForeignKeyConstraint(["thread_id"], ["thread.id"], name=op.f("fk_statement_thread_id_thread")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_statement")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_statement_said_on", "statement", ["said_on"])
    op.create_index("ix_statement_speaker_id", "statement", ["speaker_id"])
    op.create_index("ix_statement_thread_id", "statement", ["thread_id"])

    op.create_table(
        "overlap",
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("other_article_id", sa.Integer(), nullable=False),
        sa.Column("share", sa.Double(), nullable=False),
        sa.CheckConstraint("article_id < other_article_id", name=op.f("ck_overlap_ascending")),
        sa.CheckConstraint("share >= 0 AND share <= 1", name=op.f("ck_overlap_share")),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name=op.f("fk_overlap_article_id_article")),
        sa.ForeignKeyConstraint(["other_article_id"], ["article.id"], name=op.f("fk_overlap_other_article_id_article")),
        sa.PrimaryKeyConstraint("article_id", "other_article_id", name=op.f("pk_overlap")),
    )
    op.create_index("ix_overlap_other_article_id", "overlap", ["other_article_id"])

    op.create_table(
        "version",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("text_sha256", sa.Text(), nullable=False),
        sa.Column("modified_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("stored_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("is_current", sa.Boolean(), nullable=False),
        sa.Column("is_partial", sa.Boolean(), nullable=False),
        sa.Column("analysed_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("length(text) > 0", name=op.f("ck_version_has_text")),
        sa.CheckConstraint("length(text_sha256) = 64", name=op.f("ck_version_whole_hash")),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name=op.f("fk_version_article_id_article")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_version")),
        sa.UniqueConstraint("article_id", "number", name=op.f("uq_version_article_id_number")),
        sa.UniqueConstraint("article_id", "text_sha256", name=op.f("uq_version_article_id_text_sha256")),
    )
    op.create_index("ix_version_article_id", "version", ["article_id"])
    op.create_index("ix_version_text_sha256", "version", ["text_sha256"])
    op.create_index("ux_version_current", "version", ["article_id"], unique=True, sqlite_where=sa.text("is_current"))

    op.create_table(
        "claim",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("polarity", sa.Text(), nullable=False),
        sa.Column("confidence", sa.Double(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("said_on", sa.Date(), nullable=True),
        sa.Column("said_on_precision", sa.Text(), nullable=False),
        sa.Column("speaker_id", sa.Integer(), nullable=True),
        sa.Column("speaker_kind", sa.Text(), nullable=False),
        sa.Column("speaker_how", sa.Text(), nullable=False),
        sa.Column("speaker_candidates", sa.JSON(), nullable=False),
        sa.Column("statement_id", sa.Integer(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("counts", sa.Boolean(), nullable=False),
        sa.CheckConstraint("(said_on IS NULL) = (said_on_precision = 'none')", name=op.f("ck_claim_dated")),
        sa.CheckConstraint("NOT counts OR polarity = 'said'", name=op.f("ck_claim_only_said_counts")),
        sa.CheckConstraint("kind IN ('direct', 'indirect', 'mixed')", name=op.f("ck_claim_kind")),
        sa.CheckConstraint(
            "polarity IN ('said', 'denied', 'declined', 'asked', 'hypothetical')", name=op.f("ck_claim_polarity")
        ),
        sa.CheckConstraint(
            "said_on_precision IN ('day', 'week', 'month', 'year', 'none')", name=op.f("ck_claim_said_on_precision")
        ),
        sa.CheckConstraint(
            "speaker_id IS NULL OR speaker_kind NOT IN ('collective', 'unnamed')", name=op.f("ck_claim_unnamed_stays")
        ),
        sa.CheckConstraint(
            "speaker_kind IN ('person', 'organisation', 'collective', 'unnamed', 'document')",
            name=op.f("ck_claim_speaker_kind"),
        ),
        sa.CheckConstraint("confidence >= 0 AND confidence <= 1", name=op.f("ck_claim_confidence")),
        sa.ForeignKeyConstraint(["run_id"], ["run.id"], name=op.f("fk_claim_run_id_run")),
        sa.ForeignKeyConstraint(["speaker_id"], ["speaker.id"], name=op.f("fk_claim_speaker_id_speaker")),
        sa.ForeignKeyConstraint(["statement_id"], ["statement.id"], name=op.f("fk_claim_statement_id_statement")),
        sa.ForeignKeyConstraint(["version_id"], ["version.id"], name=op.f("fk_claim_version_id_version")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_claim")),
        sa.UniqueConstraint("version_id", "position", name=op.f("uq_claim_version_id_position")),
    )
    op.create_index("ix_claim_speaker_id_counts", "claim", ["speaker_id", "counts"])
    op.create_index("ix_claim_statement_id", "claim", ["statement_id"])

    op.create_table(
        "shingle_band",
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("band", sa.Integer(), nullable=False),
        sa.Column("digest", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["version_id"], ["version.id"], name=op.f("fk_shingle_band_version_id_version")),
        sa.PrimaryKeyConstraint("version_id", "band", name=op.f("pk_shingle_band")),
    )
    op.create_index("ix_shingle_band_band_digest", "shingle_band", ["band", "digest"])

    op.create_table(
        "embedding",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("claim_id", sa.Integer(), nullable=False),
        sa.Column("model", sa.Text(), nullable=False),
        sa.Column("text_sha256", sa.Text(), nullable=False),
        sa.Column("vector", sa.LargeBinary(), nullable=False),
        sa.Column("is_windowed", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"], name=op.f("fk_embedding_claim_id_claim")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_embedding")),
        sa.UniqueConstraint("claim_id", "model", name=op.f("uq_embedding_claim_id_model")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_embedding_model", "embedding", ["model"])

    op.create_table(
        "link",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("claim_id", sa.Integer(), nullable=False),
        sa.Column("earlier_claim_id", sa.Integer(), nullable=False),
        sa.Column("relation", sa.Text(), nullable=False),
        sa.Column("score", sa.Double(), nullable=False),
        sa.Column("reasons", sa.JSON(), nullable=False),
        sa.Column("joins", sa.Boolean(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "NOT joins OR relation IN ('same_statement', 'repeat', 'echo')", name=op.f("ck_link_only_same_joins")
        ),
        sa.CheckConstraint(
            "relation IN ('same_statement', 'repeat', 'echo', 'changed', 'contradicts', 'related')",
            name=op.f("ck_link_relation"),
        ),
        sa.CheckConstraint("claim_id <> earlier_claim_id", name=op.f("ck_link_two_claims")),
        sa.CheckConstraint("score >= 0 AND score <= 1", name=op.f("ck_link_score")),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"], name=op.f("fk_link_claim_id_claim")),
        sa.ForeignKeyConstraint(["earlier_claim_id"], ["claim.id"], name=op.f("fk_link_earlier_claim_id_claim")),
        sa.ForeignKeyConstraint(["run_id"], ["run.id"], name=op.f("fk_link_run_id_run")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_link")),
        sa.UniqueConstraint("claim_id", "earlier_claim_id", name=op.f("uq_link_claim_id_earlier_claim_id")),
    )
    op.create_index("ix_link_earlier_claim_id", "link", ["earlier_claim_id"])

    op.create_table(
        "span",
        sa.Column("claim_id", sa.Integer(), nullable=False),
        sa.Column("part", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.CheckConstraint("part IN ('content', 'cue', 'source', 'evidence')", name=op.f("ck_span_part")),
        sa.CheckConstraint('start >= 0 AND "end" > start', name=op.f("ck_span_forward")),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"], name=op.f("fk_span_claim_id_claim")),
        sa.PrimaryKeyConstraint("claim_id", "part", "position", name=op.f("pk_span")),
    )
    op.execute(
        "CREATE TRIGGER version_text_stays BEFORE UPDATE OF text, text_sha256 ON version "
        "BEGIN SELECT RAISE(ABORT, 'the text of a version never changes'); END"
    )
    op.execute(
        "CREATE VIRTUAL TABLE claim_words "
        "USING fts5(content, speaker, tokenize = 'porter unicode61 remove_diacritics 2')"
    )


def downgrade() -> None:
    op.execute("DROP TABLE claim_words")
    op.execute("DROP TRIGGER version_text_stays")
    op.drop_table("span")
    op.drop_index("ix_link_earlier_claim_id", "link")

    op.drop_table("link")
    op.drop_index("ix_embedding_model", "embedding")

    op.drop_table("embedding")
    op.drop_index("ix_shingle_band_band_digest", "shingle_band")

    op.drop_table("shingle_band")
    op.drop_index("ix_claim_statement_id", "claim")
    op.drop_index("ix_claim_speaker_id_counts", "claim")

    op.drop_table("claim")
    op.drop_index("ux_version_current", "version")
    op.drop_index("ix_version_text_sha256", "version")
    op.drop_index("ix_version_article_id", "version")

    op.drop_table("version")
    op.drop_index("ix_overlap_other_article_id", "overlap")

    op.drop_table("overlap")
    op.drop_index("ix_statement_thread_id", "statement")
    op.drop_index("ix_statement_speaker_id", "statement")
    op.drop_index("ix_statement_said_on", "statement")

    op.drop_table("statement")
    op.drop_index("ix_article_published_on", "article")
    op.drop_index("ix_article_outlet_id", "article")
    op.drop_index("ix_article_copy_of_id", "article")

    op.drop_table("article")
    op.drop_index("ix_alias_speaker_id", "alias")

    op.drop_table("alias")
    op.drop_index("ix_thread_merged_into_id", "thread")

    op.drop_table("thread")
    op.drop_table("speaker")
    op.drop_table("run")
    op.drop_index("ix_outlet_host", "outlet")

    op.drop_table("outlet")
    op.drop_index("ix_job_state_attempts", "job")

    op.drop_table("job")
