"""A new workspace's own settings: who sells, where the pages are served, who sends the mails."""

from __future__ import annotations

import json
import re
from email.utils import formataddr
from pathlib import Path

from generator.errors import UsageError

_ADDRESS = re.compile(r"[^@\s<>\",;]{1,64}@([A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})+)")
_WEB = re.compile(r"https?://[^\s\"'<>]{1,500}")


def web_address(text: str) -> str:
    """Take the address where pages are served; empty for none yet. Raises UsageError."""
    text = text.strip()
    if text and not _WEB.fullmatch(text):
        raise UsageError(f"{text!r} is no web address; write it as https://plans.nimbus.example/")
    return text


def mail_address(text: str) -> str:
    """Take the address that mails come from; empty for none yet. Raises UsageError."""
    text = text.strip()
    if text and not (_ADDRESS.fullmatch(text) and text.isascii()):
        raise UsageError(f"{text!r} is no mail address; write it as plan@nimbus.example")
    return text


def write_settings(folder: Path, seller: str, url: str, sender: str) -> None:
    """Put the answers into a new mkdocs.yml; what is empty stays as the samples have it."""
    file = folder / "mkdocs.yml"
    text = file.read_text("utf-8")
    if seller:
        text = _put(text, r"^()site_name: .*$", f"site_name: {_quoted(seller)}")
    if url:
        text = _put(text, r"^( +)# url: .*$", f"url: {_quoted(web_address(url))}")
    if found := _ADDRESS.fullmatch(mail_address(sender)):
        whole = formataddr((f"{seller or 'Our'} plan", sender))
        text = _put(text, r"^( +)from: .*$", f"from: {_quoted(whole)}")
        text = _put(text, r"^( +)reply_domain: .*$", f"reply_domain: reply.{found[1].lower()}")
    file.write_text(text, encoding="utf-8")


def _quoted(text: str) -> str:
    return json.dumps(" ".join(text.split()), ensure_ascii=False)


def _put(text: str, line: str, new: str) -> str:
    found = re.search(line, text, re.MULTILINE)
    assert found, line
    return text[: found.start()] + found[1] + new + text[found.end() :]
