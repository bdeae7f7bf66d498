"""An S3 target: is the bucket there, and closed to the public; asks AWS, and only where a target is there."""

from __future__ import annotations

from collections.abc import Iterator

from generator.doctor.finding import Finding, doubtful, well, wrong

_BLOCKS = ("BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets")


def examine_bucket(target: str) -> Iterator[Finding]:
    """Look whether the bucket of an S3 target can be reached, and is closed to the public."""
    bucket = target.removeprefix("s3://").partition("/")[0]
    try:
        import boto3
        from botocore.exceptions import BotoCoreError, ClientError
    except ImportError:
        yield wrong("target", f"{target} needs a library", "pip install golive-plan[s3]")
        return
    try:
        client = boto3.client("s3")
        client.head_bucket(Bucket=bucket)
    except (BotoCoreError, ClientError, ValueError) as error:
        yield wrong(
            "target", f"{bucket} cannot be reached: {error}", "check its name, the region and AWS's keys"
        )
        return
    yield well("target", f"{bucket} can be reached")
    try:
        blocks = client.get_public_access_block(Bucket=bucket)["PublicAccessBlockConfiguration"]
        open_ways = [name for name in _BLOCKS if not blocks.get(name)]
    except ClientError as error:
        if error.response["Error"]["Code"] != "NoSuchPublicAccessBlockConfiguration":
            yield doubtful(
                "target",
                f"cannot see whether {bucket} is private: {error}",
                "allow s3:GetBucketPublicAccessBlock",
            )
            return
        open_ways = list(_BLOCKS)
    if open_ways:
        yield wrong("target", f"{bucket} can be opened to the public", f"turn on: {', '.join(open_ways)}")
    else:
        yield well("target", f"{bucket} is closed to the public")
