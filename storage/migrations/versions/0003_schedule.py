"""Schedule: timetables and groups of portals"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "timetable",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("cron", sa.Text(), nullable=True),
        sa.Column("every_seconds", sa.Double(), nullable=True),
        sa.Column("jitter_seconds", sa.Double(), nullable=False),
        sa.Column("quiet", sa.Text(), nullable=True),
        sa.Column("skip_holidays", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_timetable")),
    )
    # Not in a batch: that would copy the table, and dropping the old one takes the rows that name its portals along.
    op.add_column("portal", sa.Column("group_name", sa.Text(), nullable=True))
    op.create_index(op.f("ix_portal_group_name"), "portal", ["group_name"])
