"""S3 as SES fills it, against a moto server: moved or deleted only when safe."""

from __future__ import annotations

import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import boto3
import pytest
from letters import address, reply
from moto.server import ThreadedMotoServer
from scenes import Golive

from generator.errors import OutsideError, UsageError
from mail.arrivals import MAX_BYTES
from mail.arrivals.bucket import bucket
from mail.spool import Envelope, Spool

NOON = "2026-11-16T12:00:00+00:00"
URL = "s3://plan-mail/in/"
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning")


@pytest.fixture
def s3(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    settings = {
        "AWS_ENDPOINT_URL": f"http://{host}:{port}",
        "AWS_ACCESS_KEY_ID": "testing",
        "AWS_SECRET_ACCESS_KEY": "testing",
        "AWS_DEFAULT_REGION": "eu-central-1",
        "AWS_EC2_METADATA_DISABLED": "true",
    }
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    client = boto3.client("s3")
    client.create_bucket(Bucket="plan-mail", CreateBucketConfiguration={"LocationConstraint": "eu-central-1"})
    yield client
    client.close()
    request = urllib.request.Request(f"http://{host}:{port}/moto-api/reset", method="POST")
    urllib.request.urlopen(request).close()  # buckets live in the process, not in the server
    server.stop()


def keys(s3: Any) -> list[str]:
    return [one["Key"] for one in s3.list_objects_v2(Bucket="plan-mail").get("Contents", [])]


@pytest.mark.slow
def test_what_is_safe_is_moved_or_deleted(s3: Any, tmp_path: Path) -> None:
    raw = b"Subject: caf\xe9\r\n\r\n\xff"
    s3.put_object(Bucket="plan-mail", Key="in/a", Body=raw)
    s3.put_object(Bucket="plan-mail", Key="other/b", Body=b"not ours")
    spool = Spool(tmp_path)
    ((key, one),) = bucket(URL).take(spool.put, NOON)
    assert (key, spool.raw(one or "")) == ("in/a", raw)
    assert keys(s3) == ["other/b", "taken/in/a"]
    assert list(bucket(URL).take(spool.put, NOON)) == []
    s3.put_object(Bucket="plan-mail", Key="in/c", Body=b"Subject: next\r\n\r\n")
    assert len(list(bucket(URL, delete=True).take(spool.put, NOON))) == 1
    assert keys(s3) == ["other/b", "taken/in/a"]


@pytest.mark.slow
def test_nothing_is_acknowledged_that_is_not_kept(s3: Any) -> None:
    s3.put_object(Bucket="plan-mail", Key="in/a", Body=b"Subject: x\r\n\r\n")

    def full(_raw: bytes, _envelope: Envelope) -> str:
        raise OutsideError("the spool cannot be written")

    with pytest.raises(OutsideError, match="spool"):
        list(bucket(URL, delete=True).take(full, NOON))
    assert keys(s3) == ["in/a"]


@pytest.mark.slow
def test_more_than_a_page_and_one_too_large(s3: Any, tmp_path: Path) -> None:
    for n in range(1005):
        s3.put_object(Bucket="plan-mail", Key=f"in/{n:04}", Body=f"Subject: {n}\r\n\r\n".encode())
    s3.put_object(Bucket="plan-mail", Key="in/large", Body=b"x" * (MAX_BYTES + 1))
    taken = dict(bucket(URL, delete=True).take(lambda raw, _: raw.decode().split()[1], NOON))
    assert taken.pop("in/large") is None
    assert sorted(map(int, filter(None, taken.values()))) == list(range(1005))
    assert keys(s3) == ["in/large"]


@pytest.mark.slow
def test_the_command_fetches_and_settles(s3: Any, run: Golive, workspace: Path) -> None:
    to = address(run, workspace, "acme", "security", "security-cleared")
    s3.put_object(Bucket="plan-mail", Key="in/a", Body=reply(to, "done", name="m@sent.example"))
    (result,) = run("--workspace", workspace, "mail", "fetch", URL, "--json").json
    assert (result["file"], result["outcome"]) == ("in/a", "apply")
    gone = run("--workspace", workspace, "mail", "fetch", "s3://no-such-bucket/in/")
    assert (gone.code, "no-such-bucket" in gone.err) == (1, True)


@pytest.mark.parametrize("url", ["s3://plan-mail", "s3://plan-mail/", "s3:///in", "s3://plan-mail/taken/in"])
def test_a_bucket_needs_a_prefix(url: str) -> None:
    with pytest.raises(UsageError, match="s3://bucket/prefix"):
        bucket(url)
