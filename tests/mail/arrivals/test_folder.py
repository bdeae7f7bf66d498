"""A Maildir or folder: what is taken is safe first, then acknowledged as mail programs do."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from letters import address, reply
from scenes import Golive

from generator.errors import OutsideError
from mail.arrivals import MAX_BYTES
from mail.arrivals.folder import MailFolder
from mail.spool import Envelope, Spool

NOON = "2026-11-16T12:00:00+00:00"


def maildir(root: Path) -> Path:
    for name in ("new", "cur", "tmp"):
        (root / name).mkdir(parents=True)
    return root


def files(root: Path) -> list[str]:
    return sorted(str(p.relative_to(root)) for p in root.rglob("*") if p.is_file())


def test_a_maildirs_new_mails_become_seen(tmp_path: Path) -> None:
    root = maildir(tmp_path / "box")
    (root / "new" / "1.a.host").write_bytes(b"one")
    (root / "new" / "2.b.host").write_bytes(b"two")
    (root / "tmp" / "3.c.host").write_bytes(b"half a ma")
    (root / "cur" / "0.z.host:2,S").write_bytes(b"old")
    os.utime(root / "new" / "2.b.host", (1, 1))
    spool = Spool(tmp_path / "spool")
    taken = list(MailFolder(root).take(spool.put, NOON))
    assert [name for name, _ in taken] == ["2.b.host", "1.a.host"]
    assert files(root) == ["cur/0.z.host:2,S", "cur/1.a.host:2,S", "cur/2.b.host:2,S", "tmp/3.c.host"]
    assert sorted(spool.raw(one) or b"" for one in spool.waiting()) == [b"one", b"two"]
    assert list(MailFolder(root).take(spool.put, NOON)) == []


def test_a_plain_folders_mails_are_moved_away(tmp_path: Path) -> None:
    root = tmp_path / "box"
    root.mkdir()
    (root / "a.eml").write_bytes(b"one")
    (root / ".b.eml").write_bytes(b"being written")
    (root / "notes.txt").write_bytes(b"no mail")
    spool = Spool(tmp_path / "spool")
    assert len(list(MailFolder(root).take(spool.put, NOON))) == 1
    assert files(root) == [".b.eml", "notes.txt", "taken/a.eml"]


@pytest.mark.parametrize("make", [maildir, lambda p: p.mkdir() or p])
def test_delete_deletes(tmp_path: Path, make: Callable[[Path], Path]) -> None:
    root = make(tmp_path / "box")
    (root / ("new" if (root / "new").exists() else "") / "a.eml").write_bytes(b"one")
    spool = Spool(tmp_path / "spool")
    list(MailFolder(root, delete=True).take(spool.put, NOON))
    assert (files(root), len(spool.waiting())) == ([], 1)


def test_nothing_is_acknowledged_that_is_not_kept(tmp_path: Path) -> None:
    root = maildir(tmp_path / "box")
    (root / "new" / "1.a.host").write_bytes(b"one")

    def full(_raw: bytes, _envelope: Envelope) -> str:
        raise OutsideError("the spool cannot be written")

    with pytest.raises(OutsideError):
        list(MailFolder(root, delete=True).take(full, NOON))
    assert files(root) == ["new/1.a.host"]


def test_a_mail_too_large_is_put_aside_and_never_deleted(tmp_path: Path) -> None:
    root = maildir(tmp_path / "box")
    with (root / "new" / "1.a.host").open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    spool = Spool(tmp_path / "spool")
    assert list(MailFolder(root, delete=True).take(spool.put, NOON)) == [("1.a.host", None)]
    assert (files(root), spool.waiting()) == (["cur/1.a.host:2,F"], [])


def test_links_and_folders_in_it_are_no_way_out(tmp_path: Path) -> None:
    root = maildir(tmp_path / "box")
    (root / "new" / "folder").mkdir()
    spool = Spool(tmp_path / "spool")
    assert list(MailFolder(root).take(spool.put, NOON)) == []


def test_the_command_takes_a_maildir_and_settles_it(run: Golive, workspace: Path) -> None:
    root = maildir(workspace.parent / "box")
    to = address(run, workspace, "acme", "security", "security-cleared")
    (root / "new" / "1.a.host").write_bytes(reply(to, "done", name="m@sent.example"))
    (result,) = run("--workspace", workspace, "mail", "receive", root, "--json").json
    assert (result["file"], result["outcome"]) == ("1.a.host", "apply")
    assert files(root) == ["cur/1.a.host:2,S"]
    assert run("--workspace", workspace, "mail", "receive", root, root).code == 2
    assert run("--workspace", workspace, "mail", "receive", "--watch", "x.eml").code == 2


def test_a_mail_at_the_door_may_not_be_endless(run: Golive, workspace: Path) -> None:
    file = workspace.parent / "huge.eml"
    with file.open("wb") as out:
        out.truncate(MAX_BYTES + 1)
    got = run("--workspace", workspace, "mail", "receive", file)
    assert (got.code, "larger than 30 MB" in got.err) == (2, True)
