"""Writes a new revision from what models.py says and the last revision does not: for maintainers."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from alembic import command

from storage.engine import Database
from storage.schema import MIGRATIONS, config, upgrade


def main(message: str) -> None:
    with TemporaryDirectory() as folder:
        database = Database(f"sqlite:///{Path(folder) / 'old.db'}")
        upgrade(database)
        with database.write() as connection:
            number = len(list((MIGRATIONS / "versions").glob("[0-9]*.py"))) + 1
            command.revision(config(connection), message, autogenerate=True, rev_id=f"{number:04d}")
        database.close()


if __name__ == "__main__":
    main(sys.argv[1])
