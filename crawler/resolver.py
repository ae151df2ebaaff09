"""Twisted's name resolution behind the guard."""

from collections.abc import Sequence
from typing import Any

import attrs
from scrapy.crawler import Crawler
from twisted.internet.interfaces import IAddress, IHostnameResolver, IHostResolution, IResolutionReceiver
from zope.interface import implementer  # type: ignore[import-untyped]

from crawler.guard import AddressRefused, Guard


@implementer(IHostnameResolver)
class GuardedResolver:
    """Twisted's resolver without the forbidden addresses; what it let pass is kept for the whole crawl.

    `refused` names the hosts of which nothing was left, so that a visit can say "refused" and not "no such name".
    """

    def __init__(self, reactor: Any, guard: Guard) -> None:
        self.reactor = reactor
        self.refused: dict[str, AddressRefused] = {}
        self._guard = guard
        self._inner = reactor.nameResolver
        self._known: dict[str, list[Any]] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler, reactor: Any) -> "GuardedResolver":
        return cls(reactor, Guard.parse(crawler.settings.get("GUARD_ALLOWED_NETWORKS", "")))

    def install_on_reactor(self) -> None:
        self.reactor.installNameResolver(self)

    def resolveHostName(
        self,
        resolutionReceiver: Any,
        hostName: str,
        portNumber: int = 0,
        addressTypes: Sequence[type[IAddress]] | None = None,
        transportSemantics: str = "TCP",
    ) -> IHostResolution:
        gate = _Gate(self, resolutionReceiver, hostName, portNumber)
        if hostName in self._known:
            gate.replay(self._known[hostName])
            return resolutionReceiver  # type: ignore[no-any-return]
        return self._inner.resolveHostName(gate, hostName, portNumber, addressTypes, transportSemantics)  # type: ignore[no-any-return]

    def admit(self, host: str, address: Any) -> bool:
        try:
            self._guard.check(address.host)
        except AddressRefused as refusal:
            self.refused.setdefault(host, refusal)
            return False
        self.refused.pop(host, None)
        return True

    def keep(self, host: str, addresses: list[Any]) -> None:
        if addresses:
            self._known[host] = addresses


@implementer(IResolutionReceiver)
class _Gate:
    """Stands between the resolver and whoever asked, and lets only permitted addresses through."""

    def __init__(self, resolver: GuardedResolver, receiver: Any, host: str, port: int) -> None:
        self._resolver, self._receiver, self._host, self._port = resolver, receiver, host, port
        self._passed: list[Any] = []

    def resolutionBegan(self, resolution: Any) -> None:
        self._receiver.resolutionBegan(resolution)

    def addressResolved(self, address: Any) -> None:
        if self._resolver.admit(self._host, address):
            self._passed.append(address)
            self._receiver.addressResolved(address)

    def resolutionComplete(self) -> None:
        self._resolver.keep(self._host, self._passed)
        self._receiver.resolutionComplete()

    def replay(self, addresses: list[Any]) -> None:
        self._receiver.resolutionBegan(self)
        for address in addresses:
            self._receiver.addressResolved(attrs.evolve(address, port=self._port))
        self._receiver.resolutionComplete()
