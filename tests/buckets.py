"""An S3 server on loopback for tests, with a bucket for pages."""

from __future__ import annotations

import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import boto3
import pytest
from botocore.client import BaseClient
from moto.server import ThreadedMotoServer

BUCKET = "plan-pages"
REGION = "eu-central-1"


@contextmanager
def s3_server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """Run a server that the environment points to; gives a client of it."""
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    settings = {
        "AWS_ENDPOINT_URL": f"http://{host}:{port}",
        "AWS_ACCESS_KEY_ID": "testing",
        "AWS_SECRET_ACCESS_KEY": "testing",
        "AWS_DEFAULT_REGION": REGION,
        "AWS_EC2_METADATA_DISABLED": "true",
    }
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    client = boto3.client("s3")
    client.create_bucket(Bucket=BUCKET, CreateBucketConfiguration={"LocationConstraint": REGION})
    try:
        yield client
    finally:
        client.close()
        request = urllib.request.Request(f"http://{host}:{port}/moto-api/reset", method="POST")
        urllib.request.urlopen(request).close()  # buckets live in the process, not in the server
        server.stop()


def objects(client: Any, prefix: str = "") -> dict[str, bytes]:
    """Give all objects below a prefix: key without it -> content."""
    pages = client.get_paginator("list_objects_v2").paginate(Bucket=BUCKET, Prefix=prefix)
    return {
        one["Key"].removeprefix(prefix): client.get_object(Bucket=BUCKET, Key=one["Key"])["Body"].read()
        for page in pages
        for one in page.get("Contents", ())
    }


def requests(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Note the name of every request that is made from now on, by any client."""
    asked: list[str] = []
    real = BaseClient._make_api_call

    def noting(client: Any, name: str, given: Any) -> Any:
        asked.append(name)
        return real(client, name, given)

    monkeypatch.setattr(BaseClient, "_make_api_call", noting)
    return asked
