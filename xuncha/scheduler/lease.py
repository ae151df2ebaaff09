"""A portal's lease: it keeps every other process and machine from patrolling it, and ends by itself if we die."""

import logging
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from time import monotonic
from uuid import uuid4

from storage.store import Store, StoreError

log = logging.getLogger(__name__)

LEASE_SECONDS = 60.0
RENEW_AFTER = 15.0  # seconds: three tries may fail before it ends


class Lease:
    def __init__(self, store: Store, name: str) -> None:
        self.name = name
        self._store = store
        self._owner = f"{socket.gethostname()}:{os.getpid()}:{uuid4().hex[:8]}"
        self._renew_at = 0.0

    def take(self) -> bool:
        """Takes or renews it; False if another has it. May raise StoreError."""
        now = datetime.now(UTC)
        self._renew_at = monotonic() + RENEW_AFTER
        return self._store.take_lease(self.name, self._owner, now=now, until=now + timedelta(seconds=LEASE_SECONDS))

    def keep(self) -> bool:
        """Renews it when it is time; False if another has taken it."""
        if monotonic() < self._renew_at:
            return True
        try:
            return self.take()
        except StoreError as error:  # e.g. locked for a moment; the next try comes before the lease ends
            log.warning("lease %s could not be renewed: %s", self.name, error, extra={"action": "lease_not_renewed"})
            return True

    def release(self) -> None:
        with suppress(StoreError):  # it ends by itself
            self._store.release_lease(self.name, self._owner)


@contextmanager
def portal_lease(store: Store, portal_id: int) -> Iterator[Lease | None]:
    """The portal's lease while the context is open, or None if another has it."""
    lease = Lease(store, f"portal:{portal_id}")
    if not lease.take():
        yield None
        return
    try:
        yield lease
    finally:
        lease.release()
