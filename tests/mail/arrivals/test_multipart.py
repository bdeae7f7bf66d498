"""A form's fields, byte for byte, or a sentence that says why not."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mail.arrivals.multipart import MalformedError, form_fields

TYPE = "multipart/form-data; boundary=xYzZY"


def form(*fields: tuple[str, bytes], end: bytes = b"--xYzZY--\r\n") -> bytes:
    parts = [
        f'--xYzZY\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n'.encode() + content + b"\r\n"
        for name, content in fields
    ]
    return b"".join(parts) + end


@given(st.binary(max_size=200), st.binary(max_size=50))
def test_any_bytes_come_back(mail: bytes, other: bytes) -> None:
    for content in (mail, other):
        if b"--xYzZY" in content:
            return
    assert form_fields(form(("email", mail), ("to", other)), TYPE) == {"email": mail, "to": other}


@pytest.mark.parametrize(
    "content_type",
    [
        'multipart/form-data; boundary="xYzZY"',
        "multipart/form-data;boundary=xYzZY",
        "multipart/form-data; charset=utf-8; boundary=xYzZY",
        "multipart/form-data; boundary=xYzZY; charset=utf-8",
    ],
)
def test_forms_of_the_content_type(content_type: str) -> None:
    assert form_fields(form(("email", b"x")), content_type) == {"email": b"x"}


def test_what_looks_like_the_boundary_is_content() -> None:
    mail = b"a\r\n--xYzZYmore\r\n--xYzZ\r\n\n--xYzZY\r\nb"
    assert form_fields(form(("email", mail)), TYPE) == {"email": mail}


def test_a_file_field_and_a_preamble() -> None:
    body = (
        b'ignore me\r\n--xYzZY\r\ncontent-disposition: form-data; filename="name.eml"; name=email\r\n'
        b"Content-Type: message/rfc822\r\n\r\n\r\n--xYzZY--"
    )
    assert form_fields(body, TYPE) == {"email": b""}


@pytest.mark.parametrize(
    ("body", "content_type", "why"),
    [
        (form(("email", b"x")), "application/json", "not multipart"),
        (form(("email", b"x")), "multipart/form-data", "not multipart"),
        (b"", TYPE, "does not occur"),
        (b"email=x", TYPE, "does not occur"),
        (form(("email", b"x"), end=b""), TYPE, "cut short"),
        (form(("email", b"x"))[:-5], TYPE, "cut short"),
        (b"--xYzZY\r\nno head\r\n--xYzZY--", TYPE, "no head"),
        (b"--xYzZY\r\nContent-Type: text/plain\r\n\r\nx\r\n--xYzZY--", TYPE, "no name"),
        (form(*[("a", b"x")] * 201), TYPE, "more than 200"),
    ],
)
def test_what_is_no_whole_form(body: bytes, content_type: str, why: str) -> None:
    with pytest.raises(MalformedError, match=why):
        form_fields(body, content_type)


@pytest.mark.parametrize("filling", [b"\r\n--xYzZYx", b"\r\n", b"\r\n--xYz", b"x"])
def test_it_is_linear_in_the_size(filling: bytes) -> None:
    body = form(("email", filling * (20_000_000 // len(filling))))
    started = time.process_time()
    assert len(form_fields(body, TYPE)["email"]) > 19_000_000
    assert time.process_time() - started < 5
