"""A bucket of S3, or of any server that speaks as S3 does (AWS_ENDPOINT_URL): s3://bucket/prefix.

boto3 is loaded when the first request is made. Pages lie under the prefix, which is served; manifests lie
under its sibling `prefix-manifest/`, which is not.
"""

from __future__ import annotations

import hashlib
import os
from base64 import b64encode
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import FIRST_EXCEPTION, ThreadPoolExecutor, wait
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from generator.deploy.stores.cloudfront import invalidate
from generator.deploy.stores.headers import cache_control, content_type
from generator.deploy.stores.refusals import refusals
from generator.deploy.stores.s3_records import S3Records
from generator.errors import OutsideError

AT_ONCE = 32  # uploads
_TRIES = 6
_READ_SECONDS = 20
_MOST_IN_ONE = 1000  # objects that one DeleteObjects takes
_LINGERS_SECONDS = 86_400  # a page may be open in a browser, or be kept by a cache, for a day


def open_client(service: str) -> Any:
    """Make a client with our patience; raises OutsideError where boto3 is not installed."""
    try:
        import boto3
        from botocore.config import Config
    except ImportError:
        raise OutsideError("publishing to S3 needs a library: pip install golive-plan[s3]") from None
    tries: dict[str, Any] = {"mode": "standard"}
    if "AWS_MAX_ATTEMPTS" not in os.environ:
        tries["total_max_attempts"] = _TRIES
    return boto3.client(
        service,
        config=Config(
            retries=tries,
            max_pool_connections=AT_ONCE,
            connect_timeout=5,
            read_timeout=_READ_SECONDS,
            request_checksum_calculation="when_required",  # servers other than AWS's know no newer ones
        ),
    )


@dataclass
class S3Store:
    """A bucket's prefix; `distribution` is the CloudFront one in front of it, if it is to be told."""

    bucket: str
    prefix: str
    distribution: str | None = None
    lingers_seconds: int = _LINGERS_SECONDS

    @cached_property
    def _client(self) -> Any:
        with refusals(self.bucket):
            return open_client("s3")

    @cached_property
    def _pool(self) -> ThreadPoolExecutor:
        return ThreadPoolExecutor(AT_ONCE, "upload")

    @cached_property
    def records(self) -> S3Records:
        """Where manifests are kept for all who publish here."""
        return S3Records(lambda: self._client, self.bucket, f"{self.prefix}-manifest/")

    def put_all(self, files: Mapping[str, bytes]) -> dict[str, str]:
        """Upload files, many at once; when one fails, those not yet begun are left. Gives path -> ETag."""
        if not files:
            return {}
        client = self._client  # made once, before the threads want it
        waiting = {path: self._pool.submit(self._put, client, path, c) for path, c in files.items()}
        try:
            done, _ = wait(waiting.values(), return_when=FIRST_EXCEPTION)
        finally:
            for future in waiting.values():
                future.cancel()
        wait(waiting.values())
        for future in done:
            future.result()
        return {path: future.result() for path, future in waiting.items()}

    def _put(self, client: Any, path: str, content: bytes) -> str:
        with refusals(self.bucket):
            answer = client.put_object(
                Bucket=self.bucket,
                Key=self._key(path),
                Body=content,
                ContentType=content_type(path),
                CacheControl=cache_control(path),
                ContentMD5=b64encode(hashlib.md5(content, usedforsecurity=False).digest()).decode(),
                Metadata={"sha256": hashlib.sha256(content).hexdigest()},
            )
        return str(answer["ETag"])

    def delete_all(self, paths: Iterable[str]) -> None:
        """Delete objects, a thousand with each request."""
        keys = [{"Key": self._key(path)} for path in paths]
        for start in range(0, len(keys), _MOST_IN_ONE):
            some = keys[start : start + _MOST_IN_ONE]
            with refusals(self.bucket):
                answer = self._client.delete_objects(
                    Bucket=self.bucket, Delete={"Objects": some, "Quiet": True}
                )
            for refused in answer.get("Errors", ()):
                raise OutsideError(
                    f"{len(answer['Errors'])} files in {self.bucket} could not be deleted, such as "
                    f"{refused['Key']}: {refused.get('Message', refused.get('Code'))}"
                )

    def has(self, path: str) -> bool:
        """Believe the manifest: to ask for each file would cost more than to publish. --verify lists."""
        return True

    def listing(self) -> dict[str, str]:
        """Give path -> ETag of all objects, asking once for a thousand."""
        found: dict[str, str] = {}
        start = len(self._key(""))
        with refusals(self.bucket):
            pages = self._client.get_paginator("list_objects_v2")
            for page in pages.paginate(Bucket=self.bucket, Prefix=self._key("")):
                found |= {one["Key"][start:]: one["ETag"] for one in page.get("Contents", ())}
        return found

    def announce(self, paths: Iterable[str]) -> str | None:
        """Have CloudFront forget what changed or went; where that fails, the pages are right all the same."""
        if self.distribution is None:
            return None
        folders = {path.split("/")[0] + "/*" if "/" in path else path for path in paths}
        client: Callable[[], Any] = lambda: open_client("cloudfront")  # noqa: E731
        return invalidate(client, self.distribution, sorted(folders))

    def _key(self, path: str) -> str:
        return f"{self.prefix}/{path}"
