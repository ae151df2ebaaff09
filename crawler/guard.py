"""No private addresses: which ones the crawler may not connect to, whatever name or spelling leads there.

Checked on the addresses that a name resolves to, at the moment of connecting (a name may change its mind between
two look-ups), and so at every redirect.
"""

import socket
import unicodedata
from collections.abc import Iterable
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network

# Metadata services of clouds that stand on public addresses; 169.254.169.254 and the like are link-local anyway.
_METADATA = frozenset({IPv4Address("168.63.129.16"), IPv4Address("100.100.100.200"), IPv4Address("192.0.0.192")})
_NAT64 = ip_network("64:ff9b::/96")


class AddressRefused(Exception):
    """Raised by the guard: the address may not be connected to. The message is the reason code of the visit."""

    def __init__(self, address: Address | str) -> None:
        super().__init__(f"private_address:{address}")
        self.address = address


class Guard:
    """Says which addresses are forbidden. `allowed`: private networks that may be fetched all the same."""

    def __init__(self, allowed: Iterable[Network] = ()) -> None:
        self._allowed = tuple(allowed)

    @classmethod
    def parse(cls, networks: str) -> "Guard":
        """From the setting's text: CIDR networks with commas between."""
        return cls(ip_network(part.strip(), strict=False) for part in networks.split(",") if part.strip())

    def forbids(self, address: Address) -> bool:
        """Whether a resolved address is off limits.

        >>> Guard().forbids(ip_address("::ffff:10.0.0.1")), Guard.parse("10.0.0.0/8").forbids(ip_address("10.0.0.1"))
        (True, False)
        """
        real = _unwrapped(address)
        if any(real in network for network in self._allowed if network.version == real.version):
            return False
        return not real.is_global or real.is_multicast or real.is_reserved or real in _METADATA

    def check(self, address: Address | str) -> None:
        """Raises AddressRefused for a forbidden address."""
        parsed = ip_address(address.partition("%")[0]) if isinstance(address, str) else address
        if self.forbids(parsed):
            raise AddressRefused(parsed)

    def check_host(self, host: str) -> None:
        """Raises AddressRefused where the host of a URL is itself a forbidden address; names pass."""
        literal = literal_address(host)
        if literal is not None and self.forbids(literal):
            raise AddressRefused(literal)


def literal_address(host: str) -> Address | None:
    """The address a host spells out, in any form the C library reads; None for a name.

    >>> literal_address("0x7f.1"), literal_address("2130706433"), literal_address("www.gov.cn")
    (IPv4Address('127.0.0.1'), IPv4Address('127.0.0.1'), None)
    """
    plain = unicodedata.normalize("NFKC", host).strip("[]").rstrip(".").partition("%")[0]
    try:
        return ip_address(plain)
    except ValueError:
        pass
    try:
        return IPv4Address(socket.inet_aton(plain))
    except (OSError, ValueError):
        return None


def _unwrapped(address: Address) -> Address:
    """The IPv4 address inside an IPv6 one, where a network would unwrap it."""
    if isinstance(address, IPv4Address):
        return address
    if address.ipv4_mapped is not None:
        return address.ipv4_mapped
    if address.sixtofour is not None:
        return address.sixtofour
    if address.teredo is not None:
        return address.teredo[1]
    if address in _NAT64:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address
