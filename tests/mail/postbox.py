"""A real Dovecot on loopback, for tests; they are skipped where it is not installed."""

from __future__ import annotations

import getpass
import imaplib
import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from peers import certificate

DOVECOT = shutil.which("dovecot") or shutil.which("dovecot", path="/usr/sbin") or ""
VERSION = (
    subprocess.run([DOVECOT, "--version"], capture_output=True, text=True, check=False).stdout
    if DOVECOT
    else ""
)
real = pytest.mark.skipif(
    not VERSION.startswith("2.3"),
    reason="needs Dovecot 2.3 (apt install dovecot-imapd); .ci/install-extras gets it",
)
CONFIG = """
protocols = imap
listen = 127.0.0.1
base_dir = {root}/run
log_path = {root}/log
mail_location = maildir:{root}/mail/%u
ssl = yes
ssl_cert = <{root}/peer.pem
ssl_key = <{root}/peer.pem
disable_plaintext_auth = no
first_valid_uid = 1
default_internal_user = {internal}
default_login_user = {login}
passdb {{
  driver = static
  args = password=secret
}}
userdb {{
  driver = static
  args = uid={user} gid={group} home={root}/mail/%u
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = {tls_port}
  }}
}}
service anvil {{
  chroot =
}}
service stats {{
  chroot =
}}
"""


@dataclass(frozen=True)
class Box:
    port: int
    tls_port: int

    @property
    def url(self) -> str:
        return f"imap://plan@127.0.0.1:{self.port}/INBOX"

    def client(self) -> imaplib.IMAP4:
        client = imaplib.IMAP4("127.0.0.1", self.port)
        client.login("plan", "secret")
        client.select("INBOX")
        return client

    def append(self, raw: bytes) -> None:
        client = self.client()
        client.append("INBOX", None, None, raw)
        client.logout()

    def flags(self) -> list[str]:
        client = self.client()
        numbers = client.search(None, "ALL")[1][0].replace(b" ", b",").decode()
        found = client.fetch(numbers, "(FLAGS)")[1] if numbers else []
        client.logout()
        return [one.decode() for one in found if isinstance(one, bytes)]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def box() -> Iterator[Box]:
    root = Path(tempfile.mkdtemp(prefix="golive-imap-"))
    root.chmod(0o755)
    certificate(root)
    (root / "mail").mkdir()
    as_root = os.getuid() == 0
    me = getpass.getuser()
    if as_root:
        shutil.chown(root / "mail", "mail", "mail")
    names = ("dovecot", "dovenull", "mail", "mail") if as_root else (me, me, me, str(os.getgid()))
    box = Box(free_port(), free_port())
    text = CONFIG.format(
        root=root,
        internal=names[0],
        login=names[1],
        user=names[2],
        group=names[3],
        port=box.port,
        tls_port=box.tls_port,
    )
    (root / "dovecot.conf").write_text(text)
    server = subprocess.Popen([DOVECOT, "-F", "-c", str(root / "dovecot.conf")])
    try:
        wait_for(box, server, root)
        yield box
    finally:
        server.terminate()
        server.wait(20)
        shutil.rmtree(root)


def wait_for(box: Box, server: subprocess.Popen[bytes], root: Path) -> None:
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline and server.poll() is None:
        try:
            box.client().logout()
        except (OSError, imaplib.IMAP4.error):
            time.sleep(0.05)
        else:
            return
    raise AssertionError((root / "log").read_text() if (root / "log").exists() else "Dovecot did not start")
