"""The connections under the route: kept open, opened again when they have ended, through the proxy of the machine."""

import base64
import socket
import threading
from http.client import IncompleteRead

import pytest

from app.sync import https
from app.sync import way as ways
from app.sync.deliver import Unreachable
from app.sync.way import Unconnected, way


class Listener:
    """Somebody who listens: answers each connection with the next of *answers*, then closes it, unless it is kept."""

    def __init__(self, *answers: bytes) -> None:
        self.asked: list[bytes] = []
        self.connections = 0
        self._answers = list(answers)
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        self._thread = threading.Thread(target=self._listen, daemon=True)
        self._thread.start()

    def _listen(self) -> None:
        while self._answers:
            connection, _address = self._socket.accept()
            self.connections += 1
            with connection:
                while self._answers and (said := connection.recv(65536)):
                    self.asked.append(said)
                    answer = self._answers.pop(0)
                    connection.sendall(answer)
                    if b"close" in answer or not self._answers:
                        break
        self._socket.close()

    def end(self) -> None:
        self._thread.join()


KEPT = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"
ENDED = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nX-Then: close\r\n\r\nok"
TOLD = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok"


def asked(opened, content=None):
    return opened.ask("PUT" if content else "GET", "/v1/ping", {}, content, 5)


def test_a_connection_is_kept_for_the_next_question():
    there = Listener(KEPT, KEPT, KEPT)
    with way(there.address, "") as opened:
        assert [asked(opened).body for _three in range(3)] == [b"ok"] * 3
    there.end()
    assert there.connections == 1


@pytest.mark.parametrize("answer", [ENDED, TOLD])
def test_a_connection_that_has_ended_is_opened_again(answer):
    there = Listener(answer, KEPT)
    with way(there.address, "") as opened:
        assert asked(opened).body == b"ok"
        for connection in opened.idle:
            connection.sock.recv(1, socket.MSG_PEEK)  # its end has arrived
        assert asked(opened).body == b"ok"
    there.end()
    assert there.connections == 2


def test_half_an_answer_is_none():
    there = Listener(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf")
    with way(there.address, "") as opened, pytest.raises(IncompleteRead):
        asked(opened)
    there.end()


def test_an_answer_in_pieces_is_whole_and_one_too_long_is_left(monkeypatch):
    monkeypatch.setattr(ways, "LARGEST", 5)
    pieces = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n3\r\ncde\r\n0\r\n\r\n"
    there = Listener(pieces, b"HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nabcdef")
    with way(there.address, "") as opened:
        assert asked(opened).body == b"abcde"
        assert asked(opened).body is None
        assert opened.idle == []
    there.end()


@pytest.mark.parametrize("address", ["http://127.0.0.1:1", "http://127.0.0.1:99999", "http://127.0.0.1:port"])
def test_where_nobody_listens_nothing_has_left(address):
    with way(address, "token") as opened, pytest.raises(Unconnected):
        asked(opened, b"body")


def test_the_proxy_of_the_machine_sees_where_to_and_no_token(monkeypatch):
    proxy = Listener(b"HTTP/1.1 407 Who are you\r\nContent-Length: 0\r\n\r\n")
    monkeypatch.setenv("HTTPS_PROXY", proxy.address.replace("//", "//borne:mot%20de%20passe@"))
    monkeypatch.delenv("NO_PROXY", raising=False)
    with way("https://passerelle.exemple.fr", "secret-token") as opened, pytest.raises(Unconnected):
        asked(opened, b"body")
    proxy.end()
    said = b"".join(proxy.asked)
    assert said.startswith(b"CONNECT passerelle.exemple.fr:443 ")
    assert base64.b64encode(b"borne:mot de passe") in said
    assert b"secret-token" not in said


@pytest.mark.parametrize(("name", "text"), [("HTTPS_PROXY", "proxy:3128"), ("ALL_PROXY", "http://proxy:3128")])
def test_a_proxy_is_passed_over_where_the_machine_says_so(monkeypatch, name, text):
    for other in ("HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy", "NO_PROXY", "no_proxy"):
        monkeypatch.delenv(other, raising=False)
    monkeypatch.setenv(name, text)
    found = ways._proxy("passerelle.exemple.fr")
    assert found
    assert (found.hostname, found.port) == ("proxy", 3128)
    monkeypatch.setenv("NO_PROXY", "exemple.fr")
    assert ways._proxy("passerelle.exemple.fr") is None


def test_a_gateway_that_says_nothing_is_slow(monkeypatch):
    monkeypatch.setattr(https, "PATIENCE", 0.05)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"http://127.0.0.1:{silent.getsockname()[1]}"
        with https.connected(address, "token", bytes(32)) as gateway:
            assert gateway.events(0) == Unreachable("slow")
