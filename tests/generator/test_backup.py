"""A workspace is packed while in use, restored whole, and hostile archives write nothing."""

from __future__ import annotations

import gzip
import io
import json
import tarfile
import threading
from collections.abc import Iterable
from pathlib import Path

import pytest
from scenes import Golive

from generator.record.truth import Deal, locked
from generator.safekeeping.pack import pack
from generator.safekeeping.unpack import unpack
from generator.workspace import open_workspace

REMADE = {"locks", "cache", "build"}


@pytest.fixture
def running(workspace: Path, run: Golive, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace that has published by its own secret and sent its invitations."""
    config = workspace / "mkdocs.yml"
    own = "theme: {name: golive, custom_dir: ours}"
    config.write_text(config.read_text("utf-8").replace("theme: {name: golive}", own), "utf-8")
    (workspace / "ours").mkdir()
    (workspace / "ours" / "mark.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", "utf-8")
    monkeypatch.delenv("GOLIVE_SECRET")
    assert run("--workspace", workspace, "publish").code == 0
    assert run("--workspace", workspace, "mail", "invite", "acme").code == 0
    return workspace


def contents(folder: Path) -> dict[str, bytes]:
    """Every file that a backup must hold."""
    found = {p.relative_to(folder): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}
    return {
        path.as_posix(): raw
        for path, raw in found.items()
        if path.parts[0] != "public" and not (path.parts[0] == ".golive" and path.parts[1] in REMADE)
    }


def test_restored_elsewhere_it_is_the_same_and_publishes_the_same_links(
    running: Path, run: Golive, tmp_path: Path
) -> None:
    links = run("--workspace", running, "links", "acme", "--json").json
    file, elsewhere = tmp_path / "copy.tar.gz", tmp_path / "elsewhere"
    made = run("--workspace", running, "backup", file, "--json").json
    assert made["secret"] is True
    assert file.stat().st_mode & 0o777 == 0o600
    before = contents(running)
    assert made["files"] == len(before)
    assert run("restore", file, elsewhere).code == 0
    assert contents(elsewhere) == before
    assert (elsewhere / ".golive").stat().st_mode & 0o777 == 0o700
    assert (elsewhere / ".golive" / "secret").stat().st_mode & 0o777 == 0o600
    assert run("--workspace", elsewhere, "links", "acme", "--json").json == links
    (running / "public").rename(elsewhere / "public")
    again = run("--workspace", elsewhere, "publish", "--json").json["deals"]
    assert [(deal["uploaded"], deal["deleted"]) for deal in again] == [(0, 0), (0, 0)]


def test_the_same_workspace_gives_the_same_bytes(running: Path, tmp_path: Path) -> None:
    one, two = tmp_path / "1.tar.gz", tmp_path / "2.tar.gz"
    for file in (one, two):
        pack(open_workspace(running), file, secret=True)
    assert one.read_bytes() == two.read_bytes()


def test_without_the_secret(running: Path, run: Golive, tmp_path: Path) -> None:
    file = tmp_path / "copy.tar.gz"
    secret = (running / ".golive" / "secret").read_bytes()
    said = run("--workspace", running, "backup", file, "--without-secret").out
    assert "does not hold the secret" in said
    assert secret not in gzip.decompress(file.read_bytes())
    got = run("restore", file, tmp_path / "elsewhere")
    assert "set GOLIVE_SECRET" in got.out
    assert not (tmp_path / "elsewhere" / ".golive" / "secret").exists()


def test_it_waits_for_a_deal_that_is_being_changed(running: Path, tmp_path: Path) -> None:
    plan = running / "plans" / "acme" / "plan.yaml"
    whole, file = plan.read_bytes(), tmp_path / "copy.tar.gz"
    worker = threading.Thread(target=lambda: pack(open_workspace(running), file, secret=True))
    with locked(Deal("acme", plan.parent, running / ".golive")):
        plan.write_bytes(whole[:100])
        worker.start()
        worker.join(0.3)
        assert worker.is_alive()
        plan.write_bytes(whole)
    worker.join(20)
    unpack(file, tmp_path / "elsewhere", force=False)
    assert (tmp_path / "elsewhere" / "plans" / "acme" / "plan.yaml").read_bytes() == whole


def test_a_link_is_left_out_and_said(running: Path, run: Golive, tmp_path: Path) -> None:
    (running / "plans" / "acme" / "files" / "passwords").symlink_to("/etc/passwd")
    got = run("--workspace", running, "backup", tmp_path / "copy.tar.gz", "--json")
    assert got.json["left_out"] == ["plans/acme/files/passwords"]
    assert "left out" in got.err


def test_a_theme_that_lies_elsewhere_is_left_out_and_said(running: Path, run: Golive, tmp_path: Path) -> None:
    (tmp_path / "shared").mkdir()
    config = running / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("custom_dir: ours", "custom_dir: ../shared"), "utf-8")
    got = run("--workspace", running, "backup", tmp_path / "copy.tar.gz", "--json")
    assert [Path(name).name for name in got.json["left_out"]] == ["shared"]


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("copy.tar.gz", "there already"),
        ("work/public/copy.tar.gz", "served"),
        ("work/.golive/copy.tar.gz", "next backup"),
        ("work/plans/copy.tar.gz", "next backup"),
    ],
)
def test_it_refuses_a_place_that_loses_or_shows_it(
    running: Path, run: Golive, tmp_path: Path, name: str, sentence: str
) -> None:
    (tmp_path / "copy.tar.gz").write_bytes(b"precious")
    got = run("--workspace", running, "backup", tmp_path / name)
    assert (got.code, sentence in got.err) == (2, True)
    assert (tmp_path / "copy.tar.gz").read_bytes() == b"precious"


def test_nothing_is_ever_overwritten(running: Path, run: Golive, tmp_path: Path) -> None:
    file, other = tmp_path / "copy.tar.gz", tmp_path / "other"
    run("--workspace", running, "backup", file)
    other.mkdir()
    (other / "mine.txt").write_text("mine", "utf-8")
    got = run("restore", file, other)
    assert (got.code, "--force" in got.err, contents(other)) == (2, True, {"mine.txt": b"mine"})
    forced = run("restore", file, other, "--force", "--json").json
    assert (Path(forced["aside"]) / "mine.txt").read_text("utf-8") == "mine"
    assert (other / "mkdocs.yml").is_file()
    assert not list(tmp_path.glob(".other*"))


@pytest.mark.parametrize("part", [0.0, 0.02, 0.3, 0.9, 0.999])
def test_a_file_cut_short_is_a_sentence(running: Path, run: Golive, tmp_path: Path, part: float) -> None:
    file, short = tmp_path / "copy.tar.gz", tmp_path / "short.tar.gz"
    run("--workspace", running, "backup", file)
    short.write_bytes(file.read_bytes()[: int(file.stat().st_size * part)])
    got = run("restore", short, tmp_path / "elsewhere")
    assert got.code == 1
    assert "is no backup that can be restored" in got.err
    assert "Nothing was changed" in got.err
    assert not (tmp_path / "elsewhere").exists()
    assert not list(tmp_path.glob(".elsewhere*"))


def _file(name: str, content: bytes = b"x") -> tuple[tarfile.TarInfo, bytes]:
    member = tarfile.TarInfo(name)
    member.size = len(content)
    return member, content


def _link(kind: bytes, target: str) -> tuple[tarfile.TarInfo, bytes]:
    member = tarfile.TarInfo("plans/link")
    member.type, member.linkname = kind, target
    return member, b""


def _says(files: int = 2, size: int = 2, **more: object) -> tuple[tarfile.TarInfo, bytes]:
    said = {"format": 1, "files": files, "bytes": size, "secret": False, **more}
    return _file("golive-backup.json", json.dumps(said).encode())


SETTINGS = _file("mkdocs.yml")
HOSTILE = {
    "a path that leads out": [_says(), SETTINGS, _file("../out")],
    "a path from the root": [_says(1, 1), _file("/tmp/golive-hostile/out"), SETTINGS],
    "a symbolic link": [_says(), SETTINGS, _link(tarfile.SYMTYPE, "/etc")],
    "a link inside": [_says(), SETTINGS, _link(tarfile.SYMTYPE, "mkdocs.yml")],
    "a hard link": [_says(), SETTINGS, _link(tarfile.LNKTYPE, "mkdocs.yml")],
    "a device": [_says(), SETTINGS, _link(tarfile.CHRTYPE, "")],
    "more bytes than it says": [_says(), SETTINGS, _file("plans/bomb", bytes(50_000_000))],
    "more files than it says": [_says(), SETTINGS, _file("a"), _file("b")],
    "fewer files than it says": [_says(3, 3), SETTINGS, _file("a")],
    "no settings": [_says(1, 1), _file("a")],
    "more than any disk holds": [_says(2, 10**18), SETTINGS, _file("a")],
    "less than nothing": [_says(2, -1), SETTINGS, _file("a")],
    "a format of tomorrow": [_says(format=2), SETTINGS, _file("a")],
    "nothing of ours": [SETTINGS, _file("a")],
    "words that are no JSON": [_file("golive-backup.json", b"{"), SETTINGS],
}


def _archive(members: Iterable[tuple[tarfile.TarInfo, bytes]]) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz") as tar:
        for member, content in members:
            tar.addfile(member, io.BytesIO(content))
    return out.getvalue()


@pytest.mark.parametrize("case", HOSTILE)
def test_a_hostile_archive_writes_nothing(run: Golive, tmp_path: Path, case: str) -> None:
    file = tmp_path / "hostile.tar.gz"
    file.write_bytes(_archive(HOSTILE[case]))
    got = run("restore", file, tmp_path / "in" / "elsewhere")
    assert got.code == 1, got.out
    assert got.err.startswith("golive: ")
    assert [p for p in tmp_path.rglob("*") if p.is_file()] == [file]


def test_a_header_that_wants_all_memory_is_refused(run: Golive, tmp_path: Path) -> None:
    """A name of 300 MB, packed into 300 KB, must not be read whole."""
    file = tmp_path / "hostile.tar.gz"
    header = tarfile.TarInfo("././@PaxHeader")
    header.type, header.size = tarfile.XHDTYPE, 300_000_000
    with gzip.open(file, "wb", compresslevel=1) as out:
        out.write(gzip.decompress(_archive([_says()]))[:1536].ljust(1536, b"\0")[:1024])
        out.write(header.tobuf(tarfile.USTAR_FORMAT))
        for _ in range(300):
            out.write(bytes(1_000_000))
    got = run("restore", file, tmp_path / "elsewhere")
    assert (got.code, "larger than it says" in got.err) == (1, True)
