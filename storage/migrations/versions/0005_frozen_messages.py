"""The text of a message on its way; a message's notifications have the same tries behind them"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("notification", sa.Column("text", sa.JSON(), nullable=True))
    # Until now news joined a message that had failed. The message that it was last is what it stays.
    op.execute(
        "UPDATE notification SET attempts = (SELECT min(other.attempts) FROM notification AS other"
        " WHERE other.channel_id = notification.channel_id AND other.message = notification.message)"
        " WHERE message IS NOT NULL AND status <> 'sent'"
    )
