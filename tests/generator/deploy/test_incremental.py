"""Publishing only what changed ends at the same bytes as publishing everything."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pytest
from scenes import TODAY, Golive

from generator.deploy import inputs, settled, unchanged
from generator.deploy.publish import Publisher
from generator.deploy.unchanged import Unchanged, how_it_lies

REAL_TIME_NS = time.time_ns


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let all files be old enough to be trusted."""
    for module in (settled, unchanged):
        monkeypatch.setattr(module.time, "time_ns", lambda: REAL_TIME_NS() + 10 * unchanged.RACY_NS)


def tree(root: Path) -> dict[str, bytes]:
    return {str(p.relative_to(root)): p.read_bytes() for p in sorted(root.rglob("*")) if p.is_file()}


def opened_deals(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Note every deal that is opened, which means that it was not left alone."""
    seen: list[str] = []
    real = Publisher.publish_one

    def noting(publisher: Publisher, deal: str) -> object:
        seen.append(deal)
        return real(publisher, deal)

    monkeypatch.setattr(Publisher, "publish_one", noting)
    return seen


def replaced(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def edit_plan(root: Path, random: Random) -> None:
    with (root / "plans" / random.choice(["acme", "harbor"]) / "plan.yaml").open("a") as plan:
        plan.write("# a remark\n")
    replaced(root / "plans/acme/plan.yaml", "\nwhy: ", f"\nwhy: Because {random.randint(10**6, 10**7)} ")


def write_page(root: Path, random: Random) -> None:
    page = root / "plans" / "harbor" / "pages" / f"note-{random.randint(0, 2)}.md"
    page.write_text(f"# A note\n\n{'More. ' * random.randint(1, 400)}\n", "utf-8")


def lose_page(root: Path, _random: Random) -> None:
    for page in (root / "plans" / "harbor" / "pages").glob("note-*.md"):
        page.unlink()


def change_colour(root: Path, random: Random) -> None:
    (root / "mkdocs.yml").write_text(
        (root / "mkdocs.yml").read_text("utf-8").split("# colour")[0]
        + f"# colour {'x' * random.randint(1, 99)}\n"
    )


def override(root: Path, random: Random) -> None:
    config = root / "mkdocs.yml"
    if "custom_dir" not in config.read_text("utf-8"):
        replaced(config, "name: golive", "name: golive, custom_dir: ours")
    ours = root / "ours"
    ours.mkdir(exist_ok=True)
    (ours / "404.html").write_text(f"<!doctype html><title>{'gone ' * random.randint(1, 50)}</title>")


def lose_files(root: Path, random: Random) -> None:
    files = [p for p in (root / "public").rglob("*") if p.is_file()]
    for file in random.sample(files, 3):
        file.unlink()


def lose_cache(root: Path, _random: Random) -> None:
    shutil.rmtree(root / ".golive" / "cache", ignore_errors=True)


def damage_cache(root: Path, random: Random) -> None:
    file = root / ".golive" / "cache" / "published.sqlite"
    raw = bytearray(file.read_bytes() if file.exists() else b"?" * 200)
    file.parent.mkdir(exist_ok=True)
    match random.randint(0, 2):
        case 0:
            raw = raw[: random.randrange(len(raw))]
        case 1:
            raw[random.randrange(100) :] = random.randbytes(200)
        case _:
            raw = bytearray(b"not a database at all")
    file.write_bytes(raw)


EDITS = (edit_plan, write_page, lose_page, change_colour, override, lose_files, lose_cache, damage_cache)


@pytest.mark.slow
@pytest.mark.usefixtures("later")
@pytest.mark.parametrize("seed", range(4))
def test_what_changed_is_published_as_a_clean_publish_would(
    run: Golive, workspace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    random, day = Random(seed), 16
    assert run("--workspace", workspace, "publish").code == 0
    for turn in range(5):
        for edit in random.sample(EDITS, random.randint(0, 2)):
            edit(workspace, random)
        if random.random() < 0.3:
            day += 1
        if random.random() < 0.3:
            monkeypatch.setenv(
                "GOLIVE_SECRET", f"another secret {random.random()} with many characters in it"
            )
        if random.random() < 0.2:
            monkeypatch.setattr(inputs, "_code", lambda: f"version {turn}")  # noqa: B023 - used in this turn
        today = f"--today=2026-11-{day}"
        got = run("--workspace", workspace, today, "publish")
        assert got.code == 0, got.err
        clean = tmp_path / f"clean-{turn}"
        ignore = shutil.ignore_patterns("public", ".golive")
        shutil.copytree(workspace, clean, ignore=ignore)
        assert run("--workspace", clean, today, "publish").code == 0
        assert tree(workspace / "public") == tree(clean / "public"), (seed, turn)


@pytest.mark.usefixtures("later")
def test_settled_deals_are_not_opened(run: Golive, workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = run("--workspace", workspace, "publish", "--json").json
    seen = opened_deals(monkeypatch)
    again = run("--workspace", workspace, "publish", "--json").json
    assert not seen
    assert [d["links"] for d in again["deals"]] == [d["links"] for d in first["deals"]]
    assert [d["unchanged"] for d in again["deals"]] == [d["uploaded"] for d in first["deals"]]


HAPPENINGS: dict[str, Callable[[Path], object]] = {
    "a plan touched": lambda root: (root / "plans/acme/plan.yaml").touch(),
    "a file more": lambda root: (root / "plans/acme/files/more.txt").write_text("more"),
    "a file beside the plan": lambda root: (root / "plans/acme/plan.yaml.next").write_text("torn"),
    "a published file lost": lambda root: next((root / "public").rglob("index.html")).unlink(),
    "a manifest lost": lambda root: (root / ".golive/manifest/acme.json").unlink(),
    "a link to elsewhere": lambda root: (root / "plans/acme/pages/x.md").symlink_to(root / "mkdocs.yml"),
    "settings": lambda root: replaced(root / "mkdocs.yml", "Nimbus Robotics\n", "Nimbus\n"),
    "a record others may write": lambda root: (root / ".golive/cache/published.sqlite").chmod(0o666),
}


@pytest.mark.usefixtures("later")
@pytest.mark.parametrize("name", HAPPENINGS)
def test_whatever_happens_to_a_deal_opens_it(
    run: Golive, workspace: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    run("--workspace", workspace, "publish")
    HAPPENINGS[name](workspace)
    seen = opened_deals(monkeypatch)
    run("--workspace", workspace, "publish")
    assert seen


@pytest.mark.usefixtures("later")
def test_another_day_opens_every_deal(run: Golive, workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("--workspace", workspace, "publish", f"--today={TODAY}")
    seen = opened_deals(monkeypatch)
    run("--workspace", workspace, "publish", "--today=2026-11-17")
    assert seen == ["acme", "harbor"]


def test_what_was_just_touched_is_not_trusted(tmp_path: Path) -> None:
    """It may be written again, as long as before, within the same tick of the clock."""
    (tmp_path / "plan.yaml").write_text("a")
    assert how_it_lies([tmp_path], []) is None
    assert how_it_lies([tmp_path], [], time.time_ns() + 2 * unchanged.RACY_NS)
    assert how_it_lies([tmp_path], [tmp_path / "missing"], time.time_ns() * 2) is None


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Path]:
    file = tmp_path / "cache" / "published.sqlite"
    known = Unchanged(file, "around")
    known.put("acme", unchanged.Left("UTC", TODAY, "as it lay", 3, ("a", "b"), ()))
    known.close()
    yield file


def test_the_record_remembers(record: Path) -> None:
    left = Unchanged(record, "around").get("acme")
    assert left == unchanged.Left("UTC", TODAY, "as it lay", 3, ("a", "b"), ())
    assert Unchanged(record, "something else").get("acme") is None
    assert Unchanged(record, "around").get("harbor") is None
    assert record.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("damage", [b"", b"no database", bytes(4096)])
def test_a_damaged_record_is_begun_anew(record: Path, damage: bytes) -> None:
    record.write_bytes(damage)
    known = Unchanged(record, "around")
    assert known.get("acme") is None
    known.put("acme", unchanged.Left("UTC", TODAY, "x", 1, (), ()))
    known.close()
    assert Unchanged(record, "around").get("acme") is not None


def test_a_record_that_others_may_write_is_not_believed(record: Path) -> None:
    record.chmod(0o622)
    assert Unchanged(record, "around").get("acme") is None


def test_a_record_that_leads_elsewhere_is_not_believed(record: Path) -> None:
    elsewhere = record.rename(record.with_name("elsewhere.sqlite"))
    record.symlink_to(elsewhere)
    assert Unchanged(record, "around").get("acme") is None
    assert elsewhere.is_file()
