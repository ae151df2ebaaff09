"""Leases: a claim on work that ends by itself when its owner dies."""

from datetime import datetime

from sqlalchemy import delete, or_

from storage import tables as t
from storage.base import StorePart


class Leases(StorePart):
    def take_lease(self, name: str, owner: str, *, now: datetime, until: datetime) -> bool:
        """Takes or renews a claim; False if another owner's is still good. One statement, so no two can win."""
        insert = self.database.insert(t.lease).values(name=name, owner=owner, until=until)
        take = insert.on_conflict_do_update(
            index_elements=["name"],
            set_={"owner": insert.excluded.owner, "until": insert.excluded.until},
            where=or_(t.lease.c.until <= now, t.lease.c.owner == owner),
        ).returning(t.lease.c.name)
        with self.database.write() as connection:
            return connection.execute(take).first() is not None

    def release_lease(self, name: str, owner: str) -> None:
        """Gives a claim back; another owner's is left alone."""
        with self.database.write() as connection:
            connection.execute(delete(t.lease).where(t.lease.c.name == name, t.lease.c.owner == owner))
