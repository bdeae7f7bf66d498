"""Whatever fails under a publish to a bucket: nothing is mixed, and the next publish ends right."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import pytest
from buckets import BUCKET, objects, s3_server
from faults import FAULTS, Call, Proxy, faulty

from generator.deploy.manifests import Manifests
from generator.deploy.stores import s3 as s3_module
from generator.deploy.stores.s3 import S3Store
from generator.deploy.upload import Made, upload
from generator.errors import ConflictError, OutsideError

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning")
CALLS = ("list", "write manifest", "write page", "delete pages", "read manifest")
# the SDK tries these again by itself
PASSING = {"500", "503 SlowDown", "reset", "answer lost", "timeout", "slow drip"}


@dataclass
class Target:
    """A bucket behind a proxy that fails on purpose."""

    s3: Any
    proxy: Proxy
    folder: Path

    def publisher(self, name: str) -> Publisher:
        store = S3Store(BUCKET, "plans")
        return Publisher(store, Manifests(self.folder / name, store.records))

    def pages(self) -> dict[str, bytes]:
        return objects(self.s3, "plans/")


@dataclass
class Publisher:
    store: S3Store
    manifests: Manifests

    def publish(self, version: str) -> None:
        self.manifests.refresh()
        upload("acme", made(version), self.manifests, self.store, records=True)


def made(version: str) -> Made:
    """Files of one version: one stays, one is the version's own, two change."""
    files = {
        "t/index.html": f"<p>{version}".encode(),
        "t/value.html": f"<p>the value in {version}".encode(),
        f"t/only-{version}.html": b"<p>of this version",
        "f/plan.ics": b"BEGIN:VCALENDAR",
    }
    return Made(files, version, f"assets-{version}")


@pytest.fixture
def target(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Target]:
    with s3_server(monkeypatch) as client, faulty(client.meta.endpoint_url) as proxy:
        monkeypatch.setenv("AWS_ENDPOINT_URL", proxy.url)
        monkeypatch.setattr(s3_module, "_READ_SECONDS", 0.5)
        monkeypatch.setattr("botocore.retries.standard.ExponentialBackoff.delay_amount", lambda *_: 0)
        yield Target(client, proxy, tmp_path)


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_that_passes(target: Target, fault: str) -> None:
    """Once under every kind of call: it is tried again, or it is said; afterwards all is right."""
    one = target.publisher("one")
    one.publish("v0")
    for turn, kind in enumerate(CALLS, 1):
        version = f"v{turn}"
        once = iter([fault])
        target.proxy.fault = lambda call, k=kind, o=once: next(o, None) if call.kind == k else None  # type: ignore[misc]
        if kind == "read manifest":
            (one.manifests.state / "manifest" / "acme.json").unlink()  # so that it is read
        try:
            one.publish(version)
            told = False
        except OutsideError as error:
            told = True
            assert len(str(error)) < 400
            assert "Traceback" not in str(error)
        assert not (told and fault in PASSING), f"{fault} under {kind} was not tried again"
        of_one_version(target.pages(), {f"v{turn - 1}", version})
        target.proxy.clear()
        one.publish(version)
        assert target.pages() == made(version).files


def of_one_version(pages: dict[str, bytes], versions: set[str]) -> None:
    """Every page is whole, as one of these versions has it."""
    for path, content in pages.items():
        assert content in {made(v).files.get(path) for v in versions}, path


@pytest.mark.parametrize(
    "fault", ["500", "503 SlowDown", "reset", "clock skew", "denied", "412", "truncated"]
)
@pytest.mark.parametrize("kind", ["write page", "write manifest", "delete pages"])
def test_a_fault_that_stays_is_said_and_the_next_publish_ends_right(
    target: Target, fault: str, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AWS_MAX_ATTEMPTS", "2")
    one = target.publisher("one")
    one.publish("v0")
    target.proxy.fault = lambda call: fault if call.kind == kind else None
    with pytest.raises(OutsideError) as told:
        one.publish("v1")
    assert len(str(told.value)) < 400
    of_one_version(target.pages(), {"v0", "v1"})
    assert "f/plan.ics" in target.pages()
    target.proxy.clear()
    target.publisher("one").publish("v2")
    assert target.pages() == made("v2").files


def test_pages_go_up_before_others_go_away(target: Target) -> None:
    one = target.publisher("one")
    one.publish("v0")
    target.proxy.calls.clear()
    one.publish("v1")
    kinds = [call.kind for call in target.proxy.calls]
    assert kinds == ["list", "write manifest", *["write page"] * 3, "delete pages", "write manifest"]


def test_two_at_once_never_mix(target: Target) -> None:
    """Two publishers race for many rounds; whoever wins, the bucket ends as one version and its manifest."""
    names = ("one", "other")
    publishers = {name: target.publisher(name) for name in names}
    refused = []

    def race(name: str, version: str) -> None:
        try:
            publishers[name].publish(version)
        except ConflictError as error:
            refused.append(str(error))

    for turn in range(8):
        threads = [threading.Thread(target=race, args=(name, f"{name}-{turn}")) for name in names]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        pages = target.pages()
        assert pages in [made(f"{name}-{turn}").files for name in names], turn
    assert all("somebody else" in text for text in refused)


@pytest.mark.parametrize("seed", range(12))
def test_cut_short_anywhere_by_another_machine(target: Target, seed: int) -> None:
    """One machine dies at some call; another takes over when the claim is old, without a file too many."""
    random = Random(seed)
    dying, other = target.publisher("dying"), target.publisher("other")
    dying.publish("v0")
    at = random.randint(2, 7)
    target.proxy.calls.clear()

    def die(call: Call) -> str | None:
        return "reset" if call.number >= at else None

    target.proxy.fault = die
    with pytest.raises(OutsideError):
        dying.publish("v1")
    of_one_version(target.pages(), {"v0", "v1"})
    target.proxy.clear()
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("generator.deploy.manifests.CLAIM_SECONDS", -1)
        other.publish("v2")
    assert target.pages() == made("v2").files
