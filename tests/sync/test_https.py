"""TLS as it must be: a certificate that is checked, and a clock that is named when it is the cause."""

import http.server
import ssl
import threading
from datetime import UTC, datetime, timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from app.protocol import signatures, stamp
from app.sync.https import connected

NOW = datetime.now(UTC)
DAY = timedelta(days=1)
KEY = signatures.new_key()


class Ping(http.server.BaseHTTPRequestHandler):
    """A gateway that only knows the probe."""

    def do_GET(self):
        self.send_response_only(204)
        for name, text in stamp.stamp(NOW, KEY).items():
            self.send_header(name, text)
        self.end_headers()


class Quiet(http.server.HTTPServer):
    def handle_error(self, request, client_address):
        """A refused handshake is what some tests want."""


def certificate(folder, begin, end, name="localhost"):
    """A self-signed certificate of *name*, good from *begin* to *end*."""
    key = ec.generate_private_key(ec.SECP256R1())
    who = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    made = (
        x509.CertificateBuilder()
        .subject_name(who).issuer_name(who).public_key(key.public_key()).serial_number(7)
        .not_valid_before(begin).not_valid_after(end)
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )  # fmt: skip
    pem = serialization.Encoding.PEM
    private = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    (folder / "server.pem").write_bytes(private + made.public_bytes(pem))
    (folder / "ca.pem").write_bytes(made.public_bytes(pem))


@pytest.fixture
def serve(tmp_path, monkeypatch):
    """Starts a TLS server with a certificate that this machine trusts, or not; gives its address."""
    started = []

    def start(begin, end, *, trusted=True, name="localhost", version=None):
        certificate(tmp_path, begin, end, name)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(tmp_path / "server.pem")
        if version:
            context.minimum_version, context.maximum_version = ssl.TLSVersion.MINIMUM_SUPPORTED, version
        monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem") if trusted else "/etc/ssl/certs/none.pem")
        server = Quiet(("127.0.0.1", 0), Ping)
        server.socket = context.wrap_socket(server.socket, server_side=True)
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        started.append((server, thread))
        return f"https://localhost:{server.server_port}"

    yield start
    for server, thread in started:
        server.shutdown()
        thread.join()
        server.server_close()


def said(address):
    """Whether the probe was answered, else why not."""
    with connected(address, "token", signatures.public_of(KEY)) as gateway:
        outcome = gateway.events(0)
        return "answered" if gateway.ping() else getattr(outcome, "why", outcome)


def test_a_certificate_that_the_system_trusts_is_enough(serve):
    assert said(serve(NOW - DAY, NOW + DAY)) == "answered"


def test_a_strangers_certificate_is_refused(serve):
    assert said(serve(NOW - DAY, NOW + DAY, trusted=False)) == "certificate"


def test_a_certificate_of_another_host_is_refused(serve):
    assert said(serve(NOW - DAY, NOW + DAY, name="ailleurs.exemple.fr")) == "certificate"


@pytest.mark.parametrize(("begin", "end"), [(NOW + DAY, NOW + 2 * DAY), (NOW - 2 * DAY, NOW - DAY)])
def test_a_certificate_that_the_clock_contradicts_is_named_so(serve, begin, end):
    assert said(serve(begin, end)) == "certificate-date"


@pytest.mark.filterwarnings("ignore:ssl.TLSVersion:DeprecationWarning")
def test_old_tls_is_not_spoken(serve):
    assert said(serve(NOW - DAY, NOW + DAY, version=ssl.TLSVersion.TLSv1_1)) == "network"


def test_a_client_is_not_followed_by_its_token_into_texts():
    with connected("http://127.0.0.1:9", "secret-token", b"k" * 32) as gateway:
        assert "secret-token" not in repr(gateway.__dict__)
        assert not gateway.ping()
