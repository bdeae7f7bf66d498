"""The parts of a MIME mail that hold the sender's words, found without trusting its structure."""

import email
import html
import re
from dataclasses import dataclass, replace
from email.message import Message as Part

from mail.mime.charsets import decode
from mail.mime.flowed import unflow
from mail.mime.headers import decoded

READ_BYTES = 1_000_000  # of the mail; its words come first, what follows are attachments
BOUNDARIES = 100
SEPARATORS = 3_000
DEPTH = 20

_BOUNDARY = re.compile(rb"boundary\s{0,20}=", re.IGNORECASE)
_ARMOUR = re.compile(r"-----BEGIN PGP SIGNED MESSAGE-----[^\n]*\n(?:[A-Za-z]+: [^\n]*\n){0,9}\n?")
_NOT_TEXT = re.compile(r"[\x00\x0b\x0e-\x1f\x7f]")


@dataclass(frozen=True)
class Report:
    """A machine-readable report (RFC 3464 delivery, RFC 8098 reading): its fields, lower-case names."""

    type: str  # "delivery-status" or "disposition-notification"
    groups: tuple[dict[str, str], ...]


@dataclass(frozen=True)
class Parts:
    """What was found in the body of a mail."""

    text: str | None = None
    html: str | None = None
    calendar: str | None = None
    reports: tuple[Report, ...] = ()
    attachments: tuple[str, ...] = ()
    sealed: str | None = None  # why a part of it cannot be opened
    fault: str | None = None


def collect(body: bytes) -> Parts:
    """Walk the parts of a mail whose header section starts at the first byte; never raises."""
    window = body[:READ_BYTES]
    boundaries = len(_BOUNDARY.findall(window))
    if boundaries > BOUNDARIES:
        return Parts(fault="The mail is nested too deeply to be read.")
    if boundaries and window.count(b"\n--") > SEPARATORS:
        return Parts(fault="The mail has too many parts to be read.")
    try:
        root = email.message_from_bytes(window)
        found = _walk(root, 0)
    except (RecursionError, LookupError, ValueError, TypeError, AttributeError, AssertionError):
        return Parts(fault="The structure of the mail is broken.")
    if found.text is None and found.html is None:
        if found.sealed and not found.reports and not found.calendar:
            found = replace(found, fault=found.sealed)
    elif len(body) > READ_BYTES and not _whole(root):
        found = Parts(fault="The text of the mail is larger than 1 MB.")
    return found


def _whole(part: Part) -> bool:
    """Whether the first text part ended before the read window did."""
    if not part.is_multipart():
        return False
    children = part.get_payload()
    return isinstance(children, list) and (len(children) > 1 or _whole(children[0]))  # type: ignore[arg-type]


def _walk(part: Part, depth: int) -> Parts:
    if depth > DEPTH:
        return Parts(fault="The mail is nested too deeply to be read.")
    kind = part.get_content_type()
    main = kind.partition("/")[0]
    if main == "multipart":
        return _container(part, kind, depth)
    if kind in ("message/delivery-status", "message/disposition-notification"):
        return Parts(reports=(_report(part, kind),))
    if main == "message" or (main != "text" and main != "application"):
        return Parts(attachments=_name(part, kind))
    if _is_attachment(part):
        return Parts(attachments=_name(part, kind), sealed=_sealed(part, kind))
    if kind == "text/calendar":
        return Parts(calendar=_text(part))
    if kind == "text/html":
        return Parts(html=_text(part))
    if kind == "text/plain":
        return Parts(text=_plain(part))
    return Parts(attachments=_name(part, kind), sealed=_sealed(part, kind))


def _container(part: Part, kind: str, depth: int) -> Parts:
    children = part.get_payload()
    if not isinstance(children, list):
        return Parts(fault="The mail says it has several parts, but not where they begin.")
    if kind == "multipart/encrypted":
        return Parts(sealed="The mail is encrypted.")
    if kind == "multipart/signed":
        children = children[:1]
    if kind == "multipart/digest":
        return Parts(attachments=("forwarded mails",))
    found = [_walk(child, depth + 1) for child in children if isinstance(child, Part)]
    return _alternative(found) if kind == "multipart/alternative" else _sequence(found)


def _joined(found: list[Parts]) -> Parts:
    """All but the words: those of an alternative and of a sequence differ."""
    return Parts(
        calendar=next((p.calendar for p in found if p.calendar is not None), None),
        reports=tuple(report for p in found for report in p.reports),
        attachments=tuple(name for p in found for name in p.attachments),
        sealed=next((p.sealed for p in found if p.sealed), None),
        fault=next((p.fault for p in found if p.fault), None),
    )


def _alternative(found: list[Parts]) -> Parts:
    text = next((p.text for p in found if p.text is not None), None)
    rich = [p.html for p in found if p.html is not None]
    return replace(_joined(found), text=text, html=rich[-1] if rich else None)


def _sequence(found: list[Parts]) -> Parts:
    """One part after the other; where one has HTML, all have, so that the HTML is never the poorer."""
    worded = [p for p in found if p.text is not None or p.html is not None]
    texts = [p.text for p in worded if p.text is not None]
    rich = any(p.html is not None for p in worded)
    pages = [p.html if p.html is not None else _as_html(p.text or "") for p in worded] if rich else []
    return replace(
        _joined(found),
        text="\n".join(texts) if texts else None,
        html="\n".join(pages) if pages else None,
    )


def _as_html(text: str) -> str:
    return '<div style="white-space:pre-wrap">' + html.escape(text) + "</div>"


def _text(part: Part) -> str:
    data = part.get_payload(decode=True)
    label = part.get_param("charset")
    if isinstance(label, tuple):
        label = label[2]
    text = decode(data if isinstance(data, bytes) else b"", str(label) if label else None)
    return _NOT_TEXT.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def _plain(part: Part) -> str:
    text = _text(part)
    if str(part.get_param("format") or "").lower() == "flowed":
        text = unflow(text, str(part.get_param("delsp") or "").lower() == "yes")
    return _without_armour(text)


def _without_armour(text: str) -> str:
    """The words inside an inline PGP signature (RFC 9580, section 7)."""
    start = _ARMOUR.search(text) if "-----BEGIN PGP SIGNED" in text else None
    if not start:
        return text
    body, mark, rest = text[start.end() :].partition("-----BEGIN PGP SIGNATURE-----")
    if not mark:
        return text
    after = rest.partition("-----END PGP SIGNATURE-----")[2]
    unescaped = re.sub(r"(?m)^- ", "", body)
    return text[: start.start()] + unescaped + after


def _is_attachment(part: Part) -> bool:
    disposition = str(part.get("Content-Disposition") or "").strip().lower()
    if part.get_content_type() == "text/calendar" and _is_calendar_answer(part):
        return False  # some calendars attach their answer, and nothing else says it
    if disposition.startswith("attachment"):
        return True
    return bool(part.get_filename()) and part.get_content_type() != "text/calendar"


def _is_calendar_answer(part: Part) -> bool:
    return str(part.get_param("method") or "").upper() in ("REPLY", "COUNTER")


def _name(part: Part, kind: str) -> tuple[str, ...]:
    return (decoded(str(part.get_filename() or kind))[:200],)


def _sealed(part: Part, kind: str) -> str | None:
    name = str(part.get_filename() or "").lower()
    if kind in ("application/ms-tnef", "application/vnd.ms-tnef") or name == "winmail.dat":
        return "The mail came as winmail.dat, a form only Outlook opens."
    if kind in ("application/pkcs7-mime", "application/x-pkcs7-mime"):
        how = str(part.get_param("smime-type") or "").lower()
        return (
            "The mail is signed in a form that hides its text." if "sign" in how else "The mail is encrypted."
        )
    return None


def _report(part: Part, kind: str) -> Report:
    """Groups of fields; the standard library parses them as small messages."""
    groups = part.get_payload()
    read = [
        {str(name).lower(): decoded(str(value))[:500] for name, value in group.items()}
        for group in (groups[:50] if isinstance(groups, list) else [])
        if isinstance(group, Part)
    ]
    return Report(kind.partition("/")[2], tuple(group for group in read if group))
