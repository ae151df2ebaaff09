"""Looks that were made only to be sure of another; mutes of one finding, or of some hours of each day"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("probe", sa.Column("again", sa.Boolean(), server_default=sa.false(), nullable=False))
    for name in ("subject", "hours"):
        op.add_column("mute", sa.Column(name, sa.Text(), server_default="", nullable=False))
