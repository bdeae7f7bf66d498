"""Manifests in a bucket, each written only over the version that we know (If-Match, If-None-Match)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import Any

from generator.deploy.stores.records import Moved, Record
from generator.deploy.stores.refusals import refusals

_DEALS = "deals/"
_ENDING = ".json"
_MOVED = {"PreconditionFailed", "ConditionalRequestConflict", "412", "409"}
_NONE = {"NoSuchKey", "404"}


@dataclass(frozen=True)
class S3Records:
    """Records under one prefix of a bucket; names that begin with _ are not a deal's, and are not listed."""

    client: Callable[[], Any]
    bucket: str
    prefix: str

    def tags(self) -> dict[str, str]:
        """Give the ETag of every deal's record, asking once for a thousand."""
        found: dict[str, str] = {}
        with refusals(self.bucket):
            pages = self.client().get_paginator("list_objects_v2")
            for page in pages.paginate(Bucket=self.bucket, Prefix=f"{self.prefix}{_DEALS}"):
                for one in page.get("Contents", ()):
                    name = one["Key"][len(self.prefix) + len(_DEALS) :]
                    if name.endswith(_ENDING):
                        found[name.removesuffix(_ENDING)] = one["ETag"]
        return found

    def read(self, name: str) -> Record | None:
        """Read a record; its age is by the server's own clock."""
        from botocore.exceptions import ClientError

        with refusals(self.bucket):
            try:
                answer = self.client().get_object(Bucket=self.bucket, Key=self._key(name))
            except ClientError as error:
                if _code(error) in _NONE:
                    return None
                raise
            content = bytes(answer["Body"].read())
        now = parsedate_to_datetime(answer["ResponseMetadata"]["HTTPHeaders"]["date"])
        return Record(content, answer["ETag"], (now - answer["LastModified"]).total_seconds())

    def write(self, name: str, content: bytes, tag: str) -> str:
        """Replace the version `tag`; one that an answer was lost of counts as written."""
        from botocore.exceptions import ClientError

        condition = {"IfMatch": tag} if tag else {"IfNoneMatch": "*"}
        with refusals(self.bucket):
            try:
                answer = self.client().put_object(
                    Bucket=self.bucket,
                    Key=self._key(name),
                    Body=content,
                    ContentType="application/json",
                    CacheControl="no-store",
                    **condition,
                )
                return str(answer["ETag"])
            except ClientError as error:
                if _code(error) not in _MOVED | (_NONE if tag else set()):
                    raise
        now = self.read(name)
        if now is not None and now.content == content:
            return now.tag  # it was our own write, whose answer we never saw
        raise Moved(name)

    def remove(self, name: str) -> None:
        """Take a record away."""
        with refusals(self.bucket):
            self.client().delete_object(Bucket=self.bucket, Key=self._key(name))

    def _key(self, name: str) -> str:
        folder = "" if name.startswith("_") else _DEALS
        return f"{self.prefix}{folder}{name}{_ENDING}"


def _code(error: Any) -> str:
    return str(error.response.get("Error", {}).get("Code", ""))
