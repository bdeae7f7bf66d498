"""Bytes to text, whatever the label says.

Mail programs mislabel: utf-8 sold as ascii, Windows-1252 sold as iso-8859-1, gb18030 sold as gb2312. The
readings here are those of the WHATWG encoding standard, and bytes that prove to be utf-8 are read as utf-8.
"""

import codecs
import re

_WIDER = {
    "ascii": "cp1252",
    "us-ascii": "cp1252",
    "iso-8859-1": "cp1252",
    "iso8859-1": "cp1252",
    "latin1": "cp1252",
    "latin-1": "cp1252",
    "iso-8859-9": "cp1254",
    "iso-8859-11": "cp874",
    "tis-620": "cp874",
    "iso-8859-8-i": "iso-8859-8",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "x-gbk": "gb18030",
    "gb_2312-80": "gb18030",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "sjis": "cp932",
    "x-sjis": "cp932",
    "windows-31j": "cp932",
    "ks_c_5601-1987": "cp949",
    "ksc5601": "cp949",
    "euc-kr": "cp949",
    "big5": "cp950",
    "utf8mb4": "utf-8",
    "utf8mb3": "utf-8",
    "unicode-1-1-utf-8": "utf-8",
    "x-unicode-2-0-utf-8": "utf-8",
    "koi8-ru": "koi8-u",
    "x-mac-roman": "mac-roman",
    "cp-850": "cp850",
}
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SHIFTING = ("iso2022", "iso-2022", "utf-7", "utf_7", "hz", "utf-16", "utf-32", "utf16", "utf32")
_ESCAPED_JAPANESE = re.compile(rb"\x1b(?:\$[@B]|\([BJI])")
# Codecs of Python that are no character sets; some of them unpack, some run for long.
_TEXT_CODEC = re.compile(r"[a-z0-9][a-z0-9_.:-]{0,39}")


def _known(label: str) -> str | None:
    """The name of a codec for a charset label, or None when there is no such character set."""
    name = label.strip().strip("\"'").lower()
    name = _WIDER.get(name, name)
    if not _TEXT_CODEC.fullmatch(name):
        return None
    try:
        found = codecs.lookup(name)
        b"".decode(name)  # refuses base64, zip, rot13 and their like
    except (LookupError, ValueError):
        return None
    return _WIDER.get(found.name, found.name)


def _strict(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except (UnicodeError, ValueError):
        return None


def _utf8_with_scars(data: bytes) -> str | None:
    """Mostly sound utf-8 with a few broken characters (cut in the middle), or None."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = sum(ch > "\x7f" for ch in text) - broken
    return text if broken <= 1 + whole // 8 and whole > broken else None


def decode(data: bytes, label: str | None = None) -> str:
    """Read bytes as a person's mail program would show them; never raises.

    Args:
        data: the bytes as they came out of the transfer encoding.
        label: the charset they claim, if any; unknown and wrong ones are survived.
    """
    for mark, codec in _BYTE_ORDER_MARKS:
        if data.startswith(mark) and (marked := _strict(data, codec)) is not None:
            return marked
    name = _known(label) if label else None
    shifting = bool(name) and str(name).startswith(_SHIFTING)
    if shifting and name and (shifted := _strict(data, name)) is not None:
        return shifted
    if data.isascii():
        if _ESCAPED_JAPANESE.search(data) and (escaped := _strict(data, "iso2022_jp_ext")) is not None:
            return escaped
        return data.decode("ascii") if not shifting else data.decode(name or "ascii", "replace")
    if (plain := _strict(data, "utf-8")) is not None:
        return plain
    if name in (None, "utf-8"):
        return _utf8_with_scars(data) or _strict(data, "cp1252") or data.decode("latin-1")
    sound = _strict(data, name or "cp1252")
    return sound if sound is not None else data.decode(name or "cp1252", "replace")
