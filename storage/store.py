"""The one door to the database: one method, one transaction."""

from sqlalchemy import func, select

from storage import schema
from storage.alerts_incidents import AlertIncidents
from storage.alerts_mutes import AlertMutes
from storage.alerts_news import AlertNews
from storage.column_lists import ColumnLists
from storage.copies import Copies
from storage.deliveries import Deliveries
from storage.engine import BUSY_TIMEOUT, Database
from storage.errors import StoreError
from storage.facts import Facts
from storage.figures import FiguresPart
from storage.findings import Findings
from storage.integrity import complaints
from storage.keeping import Keeping
from storage.leases import Leases
from storage.link_checks import LinkChecks
from storage.links import TargetIds
from storage.models import Base
from storage.outbox import Outbox
from storage.portals import Portals
from storage.probes import Probes
from storage.records import KnownPage, Lead, RunStart
from storage.runs import Runs
from storage.sizes import Sizes
from storage.timetables import Timetables
from storage.visits import Visits

__all__ = ["KnownPage", "Lead", "RunStart", "Store", "StoreError"]


class Store(
    Portals,
    Runs,
    Visits,
    ColumnLists,
    LinkChecks,
    Facts,
    Findings,
    Outbox,
    Deliveries,
    Leases,
    Probes,
    Timetables,
    AlertNews,
    AlertIncidents,
    AlertMutes,
    FiguresPart,
    Keeping,
    Copies,
    Sizes,
):
    """A database of facts and verdicts. Times are aware and UTC; `now` is always an argument.

    Opening makes the folder of an SQLite file, never tables: that is upgrade(). Every method may raise StoreError, the
    operator's trouble in one line. Threads may share a Store; processes open one each.
    """

    def __init__(self, url: str, *, busy_timeout: float = BUSY_TIMEOUT) -> None:
        """`busy_timeout`: seconds that a write waits for another process's on SQLite before it is a StoreError."""
        self.database = Database(url, busy_timeout)
        self.known_targets = TargetIds()

    def upgrade(self) -> None:
        """Makes the tables, or brings old ones up to date."""
        schema.upgrade(self.database)

    def is_new(self) -> bool:
        """Whether no xuncha has made tables in it yet."""
        return schema.is_new(self.database)

    def require_current(self) -> None:
        """StoreError unless the tables are there and exactly this xuncha's."""
        schema.require_current(self.database)

    def check(self) -> list[str]:
        """Bodies against their hashes, rows against each other. One line per complaint; none: all is well."""
        with self.database.read() as connection:
            return complaints(connection, self.database.is_sqlite)

    def counts(self) -> dict[str, int]:
        """Table → rows."""
        with self.database.read() as connection:
            return {
                table.name: int(connection.execute(select(func.count()).select_from(table)).scalar_one())
                for table in Base.metadata.sorted_tables
            }

    def close(self) -> None:
        self.database.close()
