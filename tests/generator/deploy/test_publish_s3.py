"""Publishing to a bucket: the whole loop, two publishers, drift, and a publish that is cut short anywhere."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from buckets import BUCKET, objects, requests, s3_server
from letters import address, reply
from readers import broken
from scenes import MKDOCS, Golive, make_workspace

from generator.deploy.stores import FolderStore
from generator.deploy.stores.s3 import S3Store
from generator.deploy.stores.s3_records import S3Records

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning")
CONFIG = MKDOCS.replace("      mail:\n", f"      target: s3://{BUCKET}/plans\n      mail:\n")


@pytest.fixture
def s3(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    with s3_server(monkeypatch) as client:
        yield client


def pages(s3: Any) -> dict[str, bytes]:
    return objects(s3, "plans/")


def change(root: Path, old: str = "Security review cleared", new: str = "Security review passed") -> None:
    plan = root / "plans" / "acme" / "plan.yaml"
    plan.write_text(plan.read_text("utf-8").replace(old, new), "utf-8")


def test_the_loop_runs_in_a_bucket(run: Golive, tmp_path: Path, s3: Any) -> None:
    root = make_workspace(tmp_path / "work", "acme", config=CONFIG)
    local = make_workspace(tmp_path / "local", "acme")
    published = run("--workspace", root, "publish", "--json").json
    token = next(k["url"] for k in published["deals"][0]["links"] if k["person"] == "security").split("/")[-2]
    run("--workspace", local, "publish")
    there = {p.relative_to(local / "public").as_posix() for p in (local / "public").rglob("*") if p.is_file()}
    assert set(pages(s3)) == there
    before = pages(s3)[f"{token}/index.html"]
    mail = root.parent / "reply.eml"
    mail.write_bytes(reply(address(run, root, "acme", "security", "security-cleared"), "Yep, cleared today."))
    got = run("--workspace", root, "mail", "receive", mail, "--json")
    assert got.json[0]["outcome"] == "apply"
    after = pages(s3)[f"{token}/index.html"]
    assert b"10 days off" in before
    assert b"On course" in after


def test_nothing_changed_asks_once_for_a_thousand_deals(
    run: Golive, tmp_path: Path, s3: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = make_workspace(tmp_path / "work", "acme", config=CONFIG)
    run("--workspace", root, "publish")
    asked = requests(monkeypatch)
    monkeypatch.setattr("generator.deploy.manifests._FEW", 0)
    assert run("--workspace", root, "publish", "--json").json["deals"][0]["uploaded"] == 0
    assert asked == ["ListObjectsV2"]


def test_a_publisher_without_a_past_writes_nothing_again(run: Golive, tmp_path: Path, s3: Any) -> None:
    one, other = (make_workspace(tmp_path / name, "acme", config=CONFIG) for name in ("one", "other"))
    run("--workspace", one, "publish")
    shutil.copytree(one / "plans", other / "plans", dirs_exist_ok=True)  # as by git
    got = run("--workspace", other, "publish", "--json").json["deals"][0]
    assert (got["uploaded"], got["deleted"]) == (0, 0)
    change(other)
    run("--workspace", other, "publish")
    shutil.copytree(other / "plans", one / "plans", dirs_exist_ok=True)
    assert run("--workspace", one, "publish", "--json").json["deals"][0]["uploaded"] == 0


def test_two_publishers_do_not_interleave(
    run: Golive, tmp_path: Path, s3: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = (make_workspace(tmp_path / name, "acme", config=CONFIG) for name in ("one", "other"))
    run("--workspace", one, "publish")
    shutil.copytree(one / "plans", other / "plans", dirs_exist_ok=True)
    change(one)
    change(other, new="Security review waived")
    real, refused = S3Store.delete_all, []

    def meanwhile(store: S3Store, paths: Any) -> None:
        if not refused:
            refused.append(None)
            refused[0] = run("--workspace", other, "publish")
        real(store, paths)

    with monkeypatch.context() as patched:
        patched.setattr(S3Store, "delete_all", meanwhile)
        assert run("--workspace", one, "publish").code == 0
    assert refused[0].code == 1
    assert "somebody else" in refused[0].err
    assert b"Security review passed" in b"".join(pages(s3).values())
    assert b"Security review waived" not in b"".join(pages(s3).values())
    assert run("--workspace", other, "publish").code == 0
    assert b"Security review passed" not in b"".join(pages(s3).values())


def test_what_a_publisher_left_is_taken_over_when_it_is_old(
    run: Golive, tmp_path: Path, s3: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = make_workspace(tmp_path / "work", "acme", config=CONFIG)
    left = {"files": {"gone/index.html": ""}, "inputs": "", "assets": "", "by": "somebody", "begun": True}
    s3.put_object(Bucket=BUCKET, Key="plans-manifest/deals/acme.json", Body=json.dumps(left).encode())
    s3.put_object(Bucket=BUCKET, Key="plans/gone/index.html", Body=b"old")
    assert run("--workspace", root, "publish").code == 1
    monkeypatch.setattr("generator.deploy.manifests.CLAIM_SECONDS", -1)
    assert run("--workspace", root, "publish").code == 0
    assert "gone/index.html" not in pages(s3)


@pytest.mark.parametrize("where", ["folder", "s3"])
def test_verify_heals_drift(run: Golive, tmp_path: Path, where: str, request: pytest.FixtureRequest) -> None:
    target = request.getfixturevalue("s3") if where == "s3" else None
    root = make_workspace(tmp_path / "work", "acme", config=CONFIG if target else MKDOCS)
    store = S3Store(BUCKET, "plans") if target else FolderStore(root / "public")
    run("--workspace", root, "publish")
    whole = store.listing()
    page = next(path for path in whole if path.endswith("index.html"))
    style = next(path for path in whole if path.endswith(".css"))
    store.put_all({page: b"defaced"})
    store.delete_all([style])
    got = run("--workspace", root, "publish", "--verify", "--json").json["deals"][0]
    assert (got["uploaded"], got["deleted"]) == (1, 0)
    assert store.listing() == whole
    assert run("--workspace", root, "publish", "--verify", "--json").json["deals"][0]["uploaded"] == 0


class Cut(BaseException):
    """A publish ends here, as by SIGKILL."""


def cut_at(n: int, patched: pytest.MonkeyPatch, kind: type) -> None:
    """End the publish at its nth touch of the target."""
    count = [0]
    touches = [(S3Store, "_put"), (S3Store, "delete_all"), (S3Records, "write")]
    for owner, name in touches if kind is S3Store else [(FolderStore, "put"), (FolderStore, "_delete")]:
        real = getattr(owner, name)

        def touch(store: Any, *args: Any, real: Callable[..., Any] = real) -> Any:
            count[0] += 1
            if count[0] >= n:
                raise Cut
            return real(store, *args)

        patched.setattr(owner, name, touch)


@pytest.mark.slow
@pytest.mark.parametrize("where", ["folder", "s3"])
def test_a_publish_may_be_cut_short_anywhere(
    run: Golive, tmp_path: Path, where: str, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    """New theme and plan at once; after every cut all is whole, and the next publish ends right."""
    target = request.getfixturevalue("s3") if where == "s3" else None
    root = make_workspace(tmp_path / "work", "acme", config=CONFIG if target else MKDOCS)
    folder = FolderStore(root / "public")

    def there() -> dict[str, bytes]:
        return pages(target) if target else {p: (folder.root / p).read_bytes() for p in folder.listing()}

    run("--workspace", root, "publish")
    assert broken(there()) == []
    for turn, n in enumerate([1, 2, 3, 5, 8, 13, 21, 24, 27, 30, 34, 40, 47, 55, 60]):
        config = (root / "mkdocs.yml").read_text("utf-8")
        accent = f'theme: {{name: golive, accent: "#7a1f{turn + 16:x}"}}'
        (root / "mkdocs.yml").write_text(re.sub(r"theme: .*", accent, config), "utf-8")
        change(root, f"Security review cleared{'!' * turn}", f"Security review cleared{'!' * (turn + 1)}")
        with monkeypatch.context() as patched:
            cut_at(n, patched, S3Store if target else FolderStore)
            with suppress(Cut):
                run("--workspace", root, "publish")
        assert broken(there()) == [], n
        got = run("--workspace", root, "publish", "--json")
        assert got.code == 0, got.err
        assert broken(there()) == [], n
        after = there()
        clean = make_workspace(tmp_path / f"clean{n}", config=MKDOCS)
        shutil.copytree(root / "plans", clean / "plans", dirs_exist_ok=True)
        shutil.copy(root / "mkdocs.yml", clean / "mkdocs.yml")
        text = (clean / "mkdocs.yml").read_text("utf-8").replace(f"s3://{BUCKET}/plans", "public")
        (clean / "mkdocs.yml").write_text(text, "utf-8")
        run("--workspace", clean, "publish")
        fresh = FolderStore(clean / "public")
        wanted = {p: (fresh.root / p).read_bytes() for p in fresh.listing()}
        if target:  # older assets stay for a day, for pages that are still open in a browser
            after = {p: c for p, c in after.items() if p in wanted or not p.startswith("_assets/")}
        assert after == wanted, n


def test_many_files_do_not_go_unasked(run: Golive, tmp_path: Path) -> None:
    root = make_workspace(tmp_path / "work", "acme")
    run("--workspace", root, "publish")
    files = {f"old/{n}.html": "" for n in range(300)}
    left = {"files": files, "inputs": "", "assets": ""}
    (root / ".golive" / "manifest" / "old.json").write_text(json.dumps(left))
    (root / "public" / "old").mkdir()
    (root / "public" / "old" / "1.html").write_text("old")
    got = run("--workspace", root, "publish")
    assert "--delete-many" in got.err
    assert (root / "public" / "old").is_dir()
    assert run("--workspace", root, "publish", "--delete-many").code == 0
    assert not (root / "public" / "old").exists()
