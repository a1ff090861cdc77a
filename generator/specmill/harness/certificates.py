"""Certificates for a provider on loopback: a good one, and each kind that proves nothing.

Made anew for each provider, in a folder of its own, by `cryptography`, which only TLS
needs: without it a provider serves plain HTTP as always.
"""

from __future__ import annotations

import datetime
import ipaddress
import ssl
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from .light import dataclass

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey
    from cryptography.x509 import Certificate

HERE: Final = "127.0.0.1"
_DAY: Final = datetime.timedelta(days=1)
KINDS: Final = (
    "good",
    "other-host",
    "expired",
    "not-yet",
    "self-signed",
    "unknown-authority",
    "old-version",
)


@dataclass(frozen=True, slots=True, repr=False)
class _Identity:
    key: EllipticCurvePrivateKey
    certificate: Certificate


class Certificates:
    """One authority to trust, and a server's context for each of `KINDS`."""

    def __init__(self, *, asks: bool = False) -> None:
        """Make the authority; ImportError where `cryptography` is not installed.

        A server that *asks* takes no caller without a certificate of this authority.
        """
        self._authority = _authority("specmill mock")
        self._contexts: dict[str, ssl.SSLContext] = {}
        self._asks = asks

    @property
    def authority(self) -> bytes:
        """The certificate that a caller has to trust, as PEM."""
        return _pem(self._authority.certificate)

    def trusting(self) -> ssl.SSLContext:
        """Return a client's context that trusts this authority alone."""
        return ssl.create_default_context(cadata=self.authority.decode("ascii"))

    def presenting(self) -> ssl.SSLContext:
        """Return a client's context that trusts, and has a certificate to present."""
        context = self.trusting()
        purpose = "CLIENT_AUTH"
        _load(context, _leaf(self._authority, HERE, purpose=purpose))
        return context

    def context(self, kind: str) -> ssl.SSLContext:
        """Return a server's context; KeyError for a kind that is none."""
        if kind not in self._contexts:
            self._contexts[kind] = _served(self._identity(kind))
            if self._asks:
                self._contexts[kind].verify_mode = ssl.CERT_REQUIRED
                trusted = self.authority.decode("ascii")
                self._contexts[kind].load_verify_locations(cadata=trusted)
            if kind == "old-version":
                _make_old(self._contexts[kind])
        return self._contexts[kind]

    def _identity(self, kind: str) -> _Identity:
        if kind == "self-signed":
            return _leaf(None, HERE)
        if kind == "unknown-authority":
            return _leaf(_authority("nobody"), HERE)
        host, first, last = {
            "good": (HERE, -1, 1),
            "old-version": (HERE, -1, 1),
            "other-host": ("127.0.0.99", -1, 1),
            "expired": (HERE, -9, -1),
            "not-yet": (HERE, 1, 9),
        }[kind]
        return _leaf(self._authority, host, first, last)


def _authority(name: str) -> _Identity:
    from cryptography import x509

    constraints = x509.BasicConstraints(ca=True, path_length=0)
    return _issued(None, name, (constraints, _usage(signs=True)), -1, 9)


def _leaf(
    issuer: _Identity | None,
    host: str,
    first: int = -1,
    last: int = 1,
    *,
    purpose: str = "SERVER_AUTH",
) -> _Identity:
    from cryptography import x509
    from cryptography.x509.oid import ExtendedKeyUsageOID

    names = x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address(host))])
    use = x509.ExtendedKeyUsage([getattr(ExtendedKeyUsageOID, purpose)])
    constraints = x509.BasicConstraints(ca=False, path_length=None)
    extensions = (names, use, constraints, _usage(signs=False))
    return _issued(issuer, host, extensions, first, last)


def _issued(
    issuer: _Identity | None,
    name: str,
    extensions: tuple[Any, ...],
    first: int,
    last: int,
) -> _Identity:
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    own = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
    signer = issuer.key if issuer else key
    now = datetime.datetime.now(datetime.UTC)
    builder = (
        x509.CertificateBuilder()
        .subject_name(own)
        .issuer_name(issuer.certificate.subject if issuer else own)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now + first * _DAY)
        .not_valid_after(now + last * _DAY)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(signer.public_key()),
            critical=False,
        )
        .add_extension(
            x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False
        )
    )
    for extension in extensions:
        is_critical = isinstance(extension, x509.BasicConstraints | x509.KeyUsage)
        builder = builder.add_extension(extension, critical=is_critical)
    return _Identity(key, builder.sign(signer, hashes.SHA256()))


def _usage(*, signs: bool) -> Any:
    from cryptography import x509

    return x509.KeyUsage(
        digital_signature=True,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=signs,
        crl_sign=signs,
        encipher_only=False,
        decipher_only=False,
    )


def _served(identity: _Identity) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    _load(context, identity)
    return context


def _load(context: ssl.SSLContext, identity: _Identity) -> None:
    from cryptography.hazmat.primitives import serialization

    key = identity.key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    # The standard library reads a chain from a file only.
    with tempfile.TemporaryDirectory() as folder:
        both = Path(folder) / "both.pem"
        both.touch(0o600)
        both.write_bytes(key + _pem(identity.certificate))
        context.load_cert_chain(both)


def _make_old(context: ssl.SSLContext) -> None:
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        context.minimum_version = ssl.TLSVersion.TLSv1
        context.maximum_version = ssl.TLSVersion.TLSv1_1
    context.set_ciphers("ALL:@SECLEVEL=0")


def _pem(certificate: Certificate) -> bytes:
    from cryptography.hazmat.primitives import serialization

    return certificate.public_bytes(serialization.Encoding.PEM)
