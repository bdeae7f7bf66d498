"""Why a build failed, as a sentence that names the template or the page to mend."""

from __future__ import annotations

import traceback
from pathlib import Path

import jinja2

from generator.errors import GoliveError


def explain(error: Exception, page: str, folders: list[Path]) -> str | None:
    """Say what is wrong with a template or a Markdown page; None where the fault is ours.

    `page` is the page in hand, as a person would name its file; `folders` hold the templates.
    """
    if isinstance(error, GoliveError):
        return str(error)
    what = " ".join(str(error).split())[:300] or type(error).__name__
    if isinstance(error, jinja2.TemplateNotFound):
        return f"The theme has no template {error.name!r}, which {page or 'another template'} asks for."
    if isinstance(error, jinja2.TemplateSyntaxError):
        return f"The template {error.filename or error.name}:{error.lineno} is not valid: {what}."
    if place := _template_place(error, folders):
        return f"The template {place} cannot show {page or 'a page'}: {what}."
    if isinstance(error, UnicodeDecodeError):
        return f"{page} is not UTF-8 text; save the file with encoding UTF-8."
    if isinstance(error, OSError):
        return f"{error.filename or page} cannot be read: {error.strerror}."
    return f"{page} cannot be turned into a page: {what}." if page else None


def _template_place(error: Exception, folders: list[Path]) -> str | None:
    """Find the innermost line of a template in the traceback, which Jinja makes to name templates."""
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        if frame.filename.endswith(".html") and any(Path(frame.filename).is_relative_to(f) for f in folders):
            return f"{frame.filename}:{frame.lineno}"
    return None
