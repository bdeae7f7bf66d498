"""Undo format=flowed: soft line breaks of a plain text become the paragraphs the sender typed (RFC 3676)."""

SIGNATURE = "-- "


def unflow(text: str, delsp: bool = False) -> str:
    """Join the lines that a sending program wrapped.

    Args:
        text: the body with LF line ends.
        delsp: whether the space that marks a soft break was added by the wrapping (DelSp=yes).
    """
    out: list[str] = []
    open_depth = -1
    parts: list[str] = []
    for line in text.split("\n"):
        depth, content = _unquoted(line)
        if content == SIGNATURE or depth != open_depth:
            _close(out, open_depth, parts)
        if content == SIGNATURE:
            out.append(_quoted(depth, content))
            continue
        soft = content.endswith(" ")
        parts.append(content[:-1] if soft and delsp else content)
        open_depth = depth
        if not soft:
            _close(out, open_depth, parts)
            open_depth = -1
    _close(out, open_depth, parts)
    return "\n".join(out)


def _unquoted(line: str) -> tuple[int, str]:
    """Quote depth and content without its space-stuffing."""
    content = line.lstrip(">")
    depth = len(line) - len(content)
    return depth, content[1:] if content.startswith(" ") else content


def _quoted(depth: int, content: str) -> str:
    return ">" * depth + " " + content if depth else content


def _close(out: list[str], depth: int, parts: list[str]) -> None:
    if parts:
        out.append(_quoted(depth, "".join(parts)))
        parts.clear()
