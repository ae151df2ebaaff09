"""Certificates and versions of TLS: what a browser would warn of is noted, what it would not open is unknown."""

import asyncio
import ssl
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from crawler.link_engine import check_links
from crawler.tls import certificate_fault
from storage.records import LinkChecked
from storage.settings import Settings
from tests.crawler.sites import Site, article

QUICK = Settings(crawl_timeout=3, crawl_delay=0, allowed_private_networks="127.0.0.0/8")
NOW = datetime.now(UTC)
KEY = ec.generate_private_key(ec.SECP256R1())


def name(common: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, common)])


def certificate(host: str = "127.0.0.1", *, starts: int = -9, ends: int = 9, issuer: str = "host") -> x509.Certificate:
    """Signed by itself, or to all looks by another; days from now."""
    named = x509.IPAddress(ip_address(host)) if host[0].isdecimal() else x509.DNSName(host)
    builder = (
        x509.CertificateBuilder().subject_name(name("host")).issuer_name(name(issuer)).public_key(KEY.public_key())
    )
    builder = builder.not_valid_before(NOW + timedelta(starts)).not_valid_after(NOW + timedelta(ends))
    builder = builder.serial_number(x509.random_serial_number())
    return builder.add_extension(x509.SubjectAlternativeName([named]), False).sign(KEY, SHA256())


@contextmanager
def secure_site(folder: Path, shown: x509.Certificate, version: ssl.TLSVersion | None = None) -> Iterator[Site]:
    file = folder / "host.pem"
    private = KEY.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    file.write_bytes(private + shown.public_bytes(Encoding.PEM))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file)
    if version is not None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            context.minimum_version = context.maximum_version = version
        context.set_ciphers("ALL:@SECLEVEL=0")
    site = Site({"/a.htm": article("甲"), "/b.htm": article("乙")})
    site.socket = context.wrap_socket(site.socket, server_side=True)
    with site:
        yield site


def check(site: Site, *paths: str) -> list[LinkChecked]:
    async def gather() -> list[LinkChecked]:
        urls = [site.url(path).replace("http:", "https:") for path in paths]
        return [one async for one in check_links(urls, QUICK, polite=False)]

    return sorted(asyncio.run(gather()), key=lambda one: one.url)


@pytest.mark.parametrize(
    ("shown", "reason"),
    [
        (certificate(ends=-1), "tls:expired"),
        (certificate(starts=3), "tls:not_yet_valid"),
        (certificate("www.elsewhere.gov.cn"), "tls:wrong_host"),
        (certificate(), "tls:self_signed"),
        (certificate(issuer="some authority"), "tls:untrusted"),
    ],
    ids=str,
)
def test_a_page_behind_a_bad_certificate_is_alive_and_the_fault_is_named(
    tmp_path: Path, shown: x509.Certificate, reason: str
) -> None:
    with secure_site(tmp_path, shown) as site:
        found = check(site, "/a.htm", "/b.htm")
    assert [(one.verdict, one.reason) for one in found] == [("alive", reason)] * 2


def test_a_page_that_is_gone_is_dead_whatever_the_certificate(tmp_path: Path) -> None:
    with secure_site(tmp_path, certificate(ends=-1)) as site:
        (found,) = check(site, "/none.htm")
    assert (found.verdict, found.reason) == ("dead", "http_404")


def test_a_server_that_speaks_obsolete_versions_only_is_a_kind_of_its_own(tmp_path: Path) -> None:
    with secure_site(tmp_path, certificate(), ssl.TLSVersion.TLSv1) as site:
        (found,) = check(site, "/a.htm")
    assert (found.verdict, found.reason) == ("unknown", "tls_obsolete")


@pytest.mark.parametrize(
    ("good_for", "host", "fault"),
    [
        ("*.a.gov.cn", "www.a.gov.cn", "self_signed"),
        ("*.a.gov.cn", "x.www.a.gov.cn", "wrong_host"),
        ("*.a.gov.cn", "a.gov.cn", "wrong_host"),
        ("www.a.gov.cn", "WWW.a.gov.cn", "self_signed"),
    ],
)
def test_a_star_stands_for_one_label(good_for: str, host: str, fault: str) -> None:
    shown = certificate(good_for).public_bytes(Encoding.DER)
    assert certificate_fault(shown, host, NOW) == fault


def test_what_is_no_certificate_is_not_trusted() -> None:
    assert certificate_fault(b"nonsense", "a.gov.cn", NOW) == "untrusted"
