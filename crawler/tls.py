"""Encryption as a visitor's browser sees it: what is too old for it, and what it would warn of."""

import ssl
import warnings
from collections.abc import Iterator
from datetime import datetime
from typing import Any, Literal

# What the browser's answer would be: a warning that can be clicked away, or for `obsolete` no page at all.
TlsFault = Literal["expired", "not_yet_valid", "wrong_host", "self_signed", "untrusted", "obsolete"]

_LEGACY_SERVER_CONNECT = 0x4  # OP_LEGACY_SERVER_CONNECT, named from Python 3.12 on: renegotiation as before RFC 5746
# Browsers still speak TLS 1.2 with an RSA key exchange and CBC; Python's own list would refuse such servers.
_CIPHERS = "DEFAULT:!aNULL:!eNULL:@SECLEVEL=1"


def browser_context() -> ssl.SSLContext:
    """Speaks what today's browsers speak. A bad certificate raises SSLCertVerificationError."""
    context = ssl.create_default_context()
    context.set_ciphers(_CIPHERS)
    context.options |= _LEGACY_SERVER_CONNECT
    return context


class TrustingContext(ssl.SSLContext):
    """The same, but takes any certificate and remembers it: `shown` is the last one of each host, in DER."""

    shown: dict[str, bytes]

    def __new__(cls) -> "TrustingContext":
        context = super().__new__(cls, ssl.PROTOCOL_TLS_CLIENT)
        context.shown = {}
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
        context.set_ciphers(_CIPHERS)
        context.options |= _LEGACY_SERVER_CONNECT
        context.sslobject_class = _Witness
        return context


class _Witness(ssl.SSLObject):
    def do_handshake(self) -> None:
        super().do_handshake()
        certificate = self.getpeercert(binary_form=True)
        if certificate and self.server_hostname and isinstance(self.context, TrustingContext):
            self.context.shown[self.server_hostname] = certificate


def legacy_context() -> ssl.SSLContext:
    """Speaks whatever OpenSSL still can, TLS 1.0 on: to tell an obsolete server from a broken one."""
    context = TrustingContext()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # that it is deprecated is the point
        context.minimum_version = ssl.TLSVersion.TLSv1
    context.set_ciphers("ALL:!aNULL:!eNULL:@SECLEVEL=0")
    return context


def certificate_fault(certificate: bytes, host: str, now: datetime) -> TlsFault:
    """The plainest thing that is wrong with a certificate (DER) that was refused for `host`."""
    from cryptography.x509 import load_der_x509_certificate  # only here: most hosts have good ones

    try:
        read = load_der_x509_certificate(certificate)
        if now > read.not_valid_after_utc:
            return "expired"
        if now < read.not_valid_before_utc:
            return "not_yet_valid"
        if not any(_covers(name, host.lower()) for name in _names(read)):
            return "wrong_host"
        return "self_signed" if read.issuer == read.subject else "untrusted"
    except ValueError:  # not even a certificate that can be read
        return "untrusted"


def _names(certificate: Any) -> Iterator[str]:
    """The hosts that it is good for; the common name where it has no list of them, as old ones do."""
    from cryptography import x509

    try:
        listed = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    except x509.ExtensionNotFound:
        yield from (
            str(one.value).lower() for one in certificate.subject.get_attributes_for_oid(x509.NameOID.COMMON_NAME)
        )
        return
    yield from (name.lower() for name in listed.get_values_for_type(x509.DNSName))
    yield from (str(address) for address in listed.get_values_for_type(x509.IPAddress))


def _covers(name: str, host: str) -> bool:
    """A star stands for one label (RFC 6125, 6.4.3)."""
    return name == host or (name.startswith("*.") and name[2:] == host.partition(".")[2])
