"""Certificates of every sad kind for the fault servers, made afresh in a folder of the caller's."""

import ssl
import warnings
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from benchmarks.bench_links_server import ip

_HOSTS = 200  # addresses that a good certificate is good for
_OLD = {"TLS 1.0": ssl.TLSVersion.TLSv1, "TLS 1.1": ssl.TLSVersion.TLSv1_1}


@dataclass
class Certificates:
    """`authority` is the file of the root certificate that a client would have to trust."""

    folder: Path

    def __post_init__(self) -> None:
        self._key = rsa.generate_private_key(65537, 2048)
        self._name = _name("Bench Root")
        now = datetime.now(UTC)
        root = self._builder(self._name, now - timedelta(days=9), now + timedelta(days=9), self._key)
        self._root = root.add_extension(x509.BasicConstraints(True, None), True).sign(self._key, SHA256())
        self.authority = self.folder / "root.pem"
        self.authority.write_bytes(self._root.public_bytes(Encoding.PEM))

    def context(self, kind: str) -> ssl.SSLContext:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self._file(kind))
        if kind in _OLD:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                context.minimum_version = context.maximum_version = _OLD[kind]
            context.set_ciphers("ALL:@SECLEVEL=0")
        if kind == "old ciphers":
            context.maximum_version = ssl.TLSVersion.TLSv1_2
            context.set_ciphers("AES128-SHA:AES256-SHA")  # RSA key exchange: old, and still read by browsers
        return context

    def _file(self, kind: str) -> Path:
        now, key = datetime.now(UTC), rsa.generate_private_key(65537, 2048)
        ends = now - timedelta(days=1) if kind == "expired" else now + timedelta(days=9)
        signer, issuer = (key, _name("host")) if kind == "self-signed" else (self._key, self._name)
        names: list[x509.GeneralName] = [x509.DNSName("www.elsewhere.gov.cn")]
        if kind != "wrong host":
            names = [x509.IPAddress(ip_address(ip(n))) for n in range(_HOSTS)]
        builder = self._builder(issuer, now - timedelta(days=8), ends, key)
        made = builder.add_extension(x509.SubjectAlternativeName(names), False).sign(signer, SHA256())
        path = self.folder / f"{kind.replace(' ', '-')}.pem"
        private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        path.write_bytes(private + made.public_bytes(Encoding.PEM))
        return path

    def _builder(
        self, issuer: x509.Name, starts: datetime, ends: datetime, key: rsa.RSAPrivateKey
    ) -> x509.CertificateBuilder:
        builder = x509.CertificateBuilder().subject_name(_name("Bench Root" if key is self._key else "host"))
        builder = builder.issuer_name(issuer).public_key(key.public_key()).serial_number(x509.random_serial_number())
        return builder.not_valid_before(starts).not_valid_after(ends)


def _name(common: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, common)])
