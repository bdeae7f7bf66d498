"""An S3 bucket that SES fills: s3://bucket/prefix. The one module of mail that imports boto3.

An object is deleted, or moved to `taken/` in the same bucket, only when it is durable in the spool. Keys and
endpoint come from AWS's own environment variables.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from generator.errors import OutsideError, UsageError
from mail.arrivals import MAX_BYTES, Keep
from mail.spool import Envelope

TAKEN = "taken/"
PAUSE_SECONDS = 30


@dataclass(frozen=True)
class Bucket:
    """Where SES puts its mails; `delete` removes what was taken instead of moving it."""

    name: str
    prefix: str
    delete: bool = False

    def take(self, keep: Keep, received: str) -> Iterator[tuple[str, str | None]]:
        """Bring every object to the spool; gives (its key, id), None for one that is too large."""
        with _failures(self.name), closing(_client()) as client:
            pages = client.get_paginator("list_objects_v2").paginate(Bucket=self.name, Prefix=self.prefix)
            for page in pages:
                for found in page.get("Contents", ()):
                    key = found["Key"]
                    if key.startswith(TAKEN) or key.endswith("/"):
                        continue
                    if found["Size"] > MAX_BYTES:
                        yield key, None
                        continue
                    raw = self._read(client, key)
                    if raw is None:
                        continue  # another of us took it
                    message_id = keep(raw, Envelope(received))
                    self._acknowledge(client, key)
                    yield key, message_id

    def wait(self) -> None:
        """Wait until there may be new mail."""
        time.sleep(PAUSE_SECONDS)

    def _read(self, client: Any, key: str) -> bytes | None:
        try:
            return bytes(client.get_object(Bucket=self.name, Key=key)["Body"].read())
        except client.exceptions.NoSuchKey:
            return None

    def _acknowledge(self, client: Any, key: str) -> None:
        if not self.delete:
            source = {"Bucket": self.name, "Key": key}
            client.copy_object(Bucket=self.name, Key=TAKEN + key, CopySource=source)
        client.delete_object(Bucket=self.name, Key=key)


def bucket(url: str, *, delete: bool = False) -> Bucket:
    """Read s3://bucket/prefix; raises UsageError where the prefix is missing."""
    parts = urlsplit(url)
    prefix = parts.path.lstrip("/")
    if not parts.netloc or not prefix or prefix.startswith(TAKEN):
        raise UsageError(f"{url} names no mails; write s3://bucket/prefix, as the SES receipt rule does")
    return Bucket(parts.netloc, prefix, delete)


def _client() -> Any:
    try:
        import boto3
    except ImportError:
        raise OutsideError("fetching from S3 needs a library: pip install golive-plan[s3]") from None
    return boto3.client("s3")


@contextmanager
def _failures(name: str) -> Iterator[None]:
    """Turn what AWS and the net can do to us into one sentence."""
    from boto3.exceptions import Boto3Error
    from botocore.exceptions import BotoCoreError, ClientError

    try:
        yield
    except (Boto3Error, BotoCoreError, ClientError) as error:
        raise OutsideError(f"bucket {name}: {error}") from None
