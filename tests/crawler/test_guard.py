"""Which addresses may not be connected to, in whatever spelling."""

import socket
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.guard import AddressRefused, Guard, literal_address

V4 = st.integers(0, 2**32 - 1).map(IPv4Address)
PRIVATE = st.sampled_from(
    ["10.0.0.0/8", "127.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16", "100.64.0.0/10"]
)
INSIDE = st.tuples(PRIVATE, st.integers(0, 2**32)).map(
    lambda drawn: ip_network(drawn[0])[drawn[1] % ip_network(drawn[0]).num_addresses]
)


@pytest.mark.parametrize(
    "address",
    [
        *("127.0.0.1", "0.0.0.0", "10.1.2.3", "172.31.255.255", "192.168.0.1", "169.254.169.254", "100.64.0.1"),
        *("168.63.129.16", "100.100.100.200", "192.0.0.192", "224.0.0.1", "255.255.255.255", "198.18.0.1"),
        *("::1", "::", "fe80::1", "fc00::1", "fd00:ec2::254", "ff02::1", "::ffff:127.0.0.1", "64:ff9b::7f00:1"),
        *("2002:7f00:1::", "2001:0:4136:e378:8000:63bf:80ff:fffe"),
    ],
)
def test_an_inner_address_is_forbidden(address: str) -> None:
    with pytest.raises(AddressRefused, match=r"^private_address:"):
        Guard().check(address)


@pytest.mark.parametrize("address", ["202.108.33.60", "1.2.4.8", "240e::1", "2400:3200::1", "64:ff9b::ca6c:213c"])
def test_a_public_address_is_free(address: str) -> None:
    Guard().check(address)


@given(INSIDE)
def test_no_private_address_passes_in_any_wrapping(address: IPv4Address) -> None:
    guard = Guard()
    number = int(address)
    wrapped = [f"::ffff:{address}", str(IPv6Address((0x2002 << 112) | (number << 80))), f"64:ff9b::{address}"]
    assert all(guard.forbids(ip_address(one)) for one in [str(address), *wrapped])


@given(INSIDE)
def test_no_spelling_of_a_private_address_passes(address: IPv4Address) -> None:
    a, b, c, d = address.packed
    number = int(address)
    spellings = [
        str(number),
        hex(number),
        f"0{a:o}.{b}.{c}.{d}",
        f"{a}.{b * 65536 + c * 256 + d}",
        f"{address}.",
        f"[::ffff:{address}]",
    ]
    spellings.append("".join(chr(ord(one) + 0xFEE0) if one.isdigit() else one for one in str(address)))  # full width
    for host in spellings:
        with pytest.raises(AddressRefused):
            Guard().check_host(host)


@given(V4)
def test_a_network_that_is_allowed_is_allowed_and_no_other(address: IPv4Address) -> None:
    if Guard().forbids(address):
        assert not Guard([ip_network(address)]).forbids(address)
        assert Guard([ip_network("203.0.113.77/32")]).forbids(address) or str(address) == "203.0.113.77"


@given(st.text(max_size=40))
def test_any_text_is_a_host_or_none(host: str) -> None:
    found = literal_address(host)
    assert found is None or found.version in (4, 6)


def test_a_literal_is_read_as_the_c_library_reads_it() -> None:
    for host in ("0x7f.1", "017700000001", "127.1", "0"):
        assert str(literal_address(host)) == socket.inet_ntoa(socket.inet_aton(host))
