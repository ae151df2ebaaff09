"""Alerts: routes, incidents, mutes, digests"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "incident",
        sa.Column("id", _ROW_ID, autoincrement=True, nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("evidence", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_incident")),
        sa.UniqueConstraint("key", name=op.f("uq_incident_key")),
    )
    op.create_index(op.f("ix_incident_closed_at"), "incident", ["closed_at"])
    op.create_table(
        "mute",
        sa.Column("id", _ROW_ID, autoincrement=True, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("portals", sa.Text(), nullable=False),
        sa.Column("codes", sa.Text(), nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("why", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mute")),
    )
    op.create_index(op.f("ix_mute_until"), "mute", ["until"])
    _widen_flips_and_channels()
    _widen_notifications()


def _widen_flips_and_channels() -> None:
    op.add_column("flip", sa.Column("look_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("flip", sa.Column("incident_id", _ROW_ID, nullable=True))
    op.create_index(op.f("ix_flip_incident_id"), "flip", ["incident_id"])
    for name in ("portals", "codes", "quiet", "digest"):
        op.add_column("channel", sa.Column(name, sa.Text(), nullable=False, server_default=""))
    op.add_column("channel", sa.Column("remind_days", sa.Integer(), nullable=False, server_default="0"))


def _widen_notifications() -> None:
    """Made anew on SQLite, which is safe for a table that no other refers to."""
    with op.batch_alter_table("notification") as batch:
        batch.add_column(sa.Column("key", sa.Text(), nullable=True))
        batch.add_column(sa.Column("kind", sa.Text(), nullable=True))
        batch.add_column(sa.Column("thread", sa.Text(), nullable=True))
        batch.add_column(sa.Column("message", sa.Text(), nullable=True))
        batch.add_column(sa.Column("incident_id", _ROW_ID, nullable=True))
        batch.add_column(sa.Column("evidence", sa.JSON(), nullable=True))
        batch.add_column(sa.Column("created_at", sa.DateTime(timezone=True), nullable=True))
        batch.alter_column("flip_id", existing_type=_ROW_ID, nullable=True)
    op.execute(
        "UPDATE notification SET key = 'flip:' || flip_id,"
        " kind = (SELECT flip.kind FROM flip WHERE flip.id = notification.flip_id),"
        " created_at = (SELECT coalesce(flip.routed_at, flip.noticed_at) FROM flip WHERE flip.id = notification.flip_id),"
        " thread = (SELECT 'portal:' || finding.portal_id FROM flip JOIN finding ON finding.id = flip.finding_id"
        " WHERE flip.id = notification.flip_id)"
    )
    with op.batch_alter_table("notification") as batch:
        for name in ("key", "kind", "thread"):
            batch.alter_column(name, existing_type=sa.Text(), nullable=False)
        batch.alter_column("created_at", existing_type=sa.DateTime(timezone=True), nullable=False)
        batch.drop_constraint(op.f("uq_notification_flip_id_channel_id"), type_="unique")
        batch.drop_index(op.f("ix_notification_channel_id"))
        batch.create_unique_constraint(op.f("uq_notification_channel_id_key"), ["channel_id", "key"])
        batch.create_index(op.f("ix_notification_flip_id"), ["flip_id"])
        batch.create_index(op.f("ix_notification_incident_id"), ["incident_id"])
        batch.create_foreign_key(
            op.f("fk_notification_incident_id"), "incident", ["incident_id"], ["id"], ondelete="CASCADE"
        )
