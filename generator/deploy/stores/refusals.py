"""What AWS and the net can refuse us, each as a sentence for the person who can mend it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from generator.errors import OutsideError

if TYPE_CHECKING:
    from botocore.exceptions import ClientError

_AGAIN = "What is published is complete; run golive publish again."
_REGION = (
    "the bucket {bucket} lies in another region than the one that AWS_REGION, AWS_DEFAULT_REGION or the "
    "profile names; set it to the bucket's"
)
_KEY = "AWS does not know these keys; look at AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or the profile"
_SLOW = "S3 asks to go slower, or is in trouble, and did so on every try. " + _AGAIN
_SAYS = {
    "NoSuchBucket": "there is no bucket {bucket}; look at target in mkdocs.yml, or make it as in "
    "docs/running/aws.md",
    "AccessDenied": "AWS does not allow {doing} in the bucket {bucket}; the publisher needs the policy in "
    "infra/site.yaml",
    "AllAccessDisabled": "AWS has closed the bucket {bucket} to all; ask who pays for the account",
    "AuthorizationHeaderMalformed": _REGION,
    "IllegalLocationConstraintException": _REGION,
    "PermanentRedirect": _REGION,
    "301": _REGION,
    "RequestTimeTooSkewed": "this machine's clock is wrong by more than AWS allows; set it (timedatectl "
    "set-ntp true) and publish again",
    "RequestExpired": "this machine's clock is wrong by more than AWS allows; set it and publish again",
    "ExpiredToken": "the session with AWS is over; sign in again (aws sso login) and publish again",
    "InvalidAccessKeyId": _KEY,
    "SignatureDoesNotMatch": _KEY,
    "InvalidToken": _KEY,
    "BadDigest": "a file arrived damaged at {bucket} on every try; look at the network between. " + _AGAIN,
    "SlowDown": _SLOW,
    "ServiceUnavailable": _SLOW,
    "InternalError": _SLOW,
    "RequestTimeout": _SLOW,
    "503": _SLOW,
    "500": _SLOW,
}


@contextmanager
def refusals(bucket: str) -> Iterator[None]:
    """Raise OutsideError, with one sentence, for all that AWS's library raises."""
    from botocore import exceptions as aws

    try:
        yield
    except (aws.NoCredentialsError, aws.PartialCredentialsError, aws.CredentialRetrievalError):
        raise OutsideError(
            f"no keys to publish to {bucket}: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or sign in "
            "with aws sso login"
        ) from None
    except (aws.NoRegionError, aws.ProfileNotFound, aws.TokenRetrievalError, aws.SSOError) as error:
        raise OutsideError(f"AWS's settings on this machine do not work for {bucket}: {error}") from None
    except aws.SSLError:
        raise OutsideError(
            f"the certificate of the server of {bucket} is not one that this machine trusts; look at "
            "AWS_ENDPOINT_URL, AWS_CA_BUNDLE and the clock"
        ) from None
    except (aws.HTTPClientError, aws.ConnectionError) as error:
        raise OutsideError(
            f"the server of {bucket} does not answer as it should, on any try: {error}. {_AGAIN}"
        ) from None
    except aws.ClientError as error:
        raise OutsideError(_sentence(bucket, error)) from None
    except aws.BotoCoreError as error:
        raise OutsideError(f"publishing to {bucket} failed: {error}. {_AGAIN}") from None


def _sentence(bucket: str, error: ClientError) -> str:
    code = str(error.response.get("Error", {}).get("Code", ""))
    status = str(error.response.get("ResponseMetadata", {}).get("HTTPStatusCode", ""))
    code = "AccessDenied" if code == "403" else "NoSuchBucket" if code == "404" else code
    says = _SAYS.get(code) or _SAYS.get(status)
    if says is None:
        return f"the bucket {bucket} refused {error.operation_name}: {error}. {_AGAIN}"
    return says.format(bucket=bucket, doing=error.operation_name)
