"""One contract for every target: a folder, and a bucket on a server of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from buckets import BUCKET, s3_server

from generator.deploy.stores import FolderStore, Moved, Store
from generator.deploy.stores.s3 import S3Store
from generator.errors import OutsideError

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning")
FILES = {"t/index.html": b"<p>1", "t/a/index.html": b"<p>2", "t/day.ics": b"BEGIN", "_assets/1/x.css": b"p{}"}


@pytest.fixture
def s3(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    with s3_server(monkeypatch) as client:
        yield client


@pytest.fixture(params=["folder", "s3"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Store:
    if request.param == "folder":
        return FolderStore(tmp_path / "public")
    request.getfixturevalue("s3")
    return S3Store(BUCKET, "plans")


def test_what_was_put_is_there_until_it_is_deleted(store: Store) -> None:
    store.put_all(FILES)
    first = store.listing()
    assert set(first) == set(FILES)
    assert store.has("t/index.html")
    store.put_all({"t/index.html": b"<p>other"})
    assert {path for path, md5 in store.listing().items() if md5 != first[path]} == {"t/index.html"}
    store.delete_all(["t/index.html", "t/day.ics", "t/never-there.html"])
    assert set(store.listing()) == {"t/a/index.html", "_assets/1/x.css"}
    store.put_all({})
    store.delete_all([])


def test_more_files_than_a_request_takes(s3: Any) -> None:
    store = S3Store(BUCKET, "plans")
    many = {f"t/{n}.html": str(n).encode() for n in range(1100)}
    tags = store.put_all(many | FILES)
    assert store.listing() == tags
    store.delete_all(many)
    assert set(store.listing()) == set(FILES)


def test_files_are_served_as_what_they_are(s3: Any) -> None:
    S3Store(BUCKET, "plans").put_all(FILES)
    said = {path: s3.head_object(Bucket=BUCKET, Key=f"plans/{path}") for path in FILES}
    assert said["t/index.html"]["ContentType"] == "text/html; charset=utf-8"
    assert said["t/day.ics"]["ContentType"] == "text/calendar; charset=utf-8"
    assert said["t/index.html"]["CacheControl"] == said["t/day.ics"]["CacheControl"] == "private, max-age=60"
    assert said["_assets/1/x.css"]["CacheControl"] == "public, max-age=31536000, immutable"


def test_a_record_is_written_only_over_the_version_that_is_known(s3: Any) -> None:
    one, other = S3Store(BUCKET, "plans").records, S3Store(BUCKET, "plans").records
    assert one.read("acme") is None
    tag = one.write("acme", b"1", "")
    with pytest.raises(Moved):
        other.write("acme", b"2", "")
    assert other.write("acme", b"1", "") == tag, "the same again is an answer that was lost"
    found = other.read("acme")
    assert found
    assert (found.content, found.tag) == (b"1", tag)
    assert 0 <= found.age_seconds < 60
    other.write("acme", b"2", tag)
    with pytest.raises(Moved):
        one.write("acme", b"3", tag)
    assert list(one.tags()) == ["acme"]
    assert S3Store(BUCKET, "plans").listing() == {}, "records are not served"
    one.remove("acme")
    assert one.tags() == {}


def test_a_bucket_that_is_not_there(s3: Any) -> None:
    with pytest.raises(OutsideError, match="no bucket no-such-pages"):
        S3Store("no-such-pages", "plans").put_all(FILES)


def test_no_credentials(s3: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_PROFILE", "AWS_WEB_IDENTITY_TOKEN_FILE"):
        monkeypatch.delenv(name, raising=False)
    for name in ("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "AWS_CONTAINER_CREDENTIALS_FULL_URI"):
        monkeypatch.delenv(name, raising=False)
    for name in ("AWS_SHARED_CREDENTIALS_FILE", "AWS_CONFIG_FILE"):
        monkeypatch.setenv(name, str(tmp_path / "none"))
    monkeypatch.setattr("boto3.DEFAULT_SESSION", None)
    with pytest.raises(OutsideError, match="no keys to publish"):
        S3Store(BUCKET, "plans").listing()


REFUSALS = {
    "AccessDenied": "does not allow",
    "AuthorizationHeaderMalformed": "another region",
    "PermanentRedirect": "another region",
    "RequestTimeTooSkewed": "clock is wrong",
    "SlowDown": "asks to go slower",
    "InvalidAccessKeyId": "does not know these keys",
    "ExpiredToken": "sign in again",
    "SomethingNew": "refused PutObject",
}


@pytest.mark.parametrize("code", REFUSALS)
def test_every_refusal_is_a_sentence(s3: Any, code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from botocore.exceptions import ClientError

    store = S3Store(BUCKET, "plans")

    def refuse(*_: object, **__: object) -> None:
        raise ClientError({"Error": {"Code": code, "Message": "no"}}, "PutObject")

    monkeypatch.setattr(store._client, "put_object", refuse)
    with pytest.raises(OutsideError, match=REFUSALS[code]):
        store.put_all({"t/index.html": b""})
