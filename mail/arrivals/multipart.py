"""multipart/form-data (RFC 7578), byte for byte: a mail in a form field must not be decoded on its way."""

from __future__ import annotations

import re

MAX_FIELDS = 200
_BOUNDARY = re.compile(
    r"multipart/form-data\s*;(?:[^\"]{0,200};)?\s*boundary=(?:\"([^\"]{1,70})\"|([^\s;\"]{1,70}))"
)
_NAME = re.compile(
    rb"(?i)content-disposition:\s*form-data\s*;[^\r\n]{0,500}?\bname=(?:\"([^\"\r\n]{0,200})\"|([^\s;\"]{1,200}))"
)


class MalformedError(ValueError):
    """The body is no whole form; the message says what is missing."""


def form_fields(body: bytes, content_type: str) -> dict[str, bytes]:
    """Give the fields of a form as they were sent, the first of each name; raises MalformedError."""
    found = _BOUNDARY.match(content_type.strip())
    if not found:
        raise MalformedError("this is not multipart/form-data with a boundary")
    mark = re.escape(b"--" + (found[1] or found[2]).encode("latin-1", "replace")) + rb"(--|[ \t]{0,20}\r\n)"
    between = re.compile(rb"\r\n" + mark)
    here = re.match(mark, body) or between.search(body)
    if not here:
        raise MalformedError("the form's boundary does not occur")
    fields: dict[str, bytes] = {}
    for _ in range(MAX_FIELDS):
        if here[1] == b"--":
            return fields
        after = between.search(body, here.end())
        if not after:
            raise MalformedError("the form is cut short")
        name, content = _field(body, here.end(), after.start())
        fields.setdefault(name, content)
        here = after
    raise MalformedError(f"the form has more than {MAX_FIELDS} fields")


def _field(body: bytes, start: int, end: int) -> tuple[str, bytes]:
    cut = body.find(b"\r\n\r\n", start, min(end + 2, start + 4096))
    if cut < 0:
        raise MalformedError("a field of the form has no head")
    named = _NAME.search(body, start, cut)
    if not named:
        raise MalformedError("a field of the form has no name")
    return (named[1] or named[2] or b"").decode("utf-8", "replace"), body[cut + 4 : end]
