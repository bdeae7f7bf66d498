"""The one template environment of a workspace: autoescaping, and compiled once for all deals and runs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import jinja2

from generator.site.pages.assets import shared_name
from generator.workspace import Workspace


def prepare(env: jinja2.Environment, workspace: Workspace, shared: frozenset[str]) -> jinja2.Environment:
    """Make MkDocs' new environment ours; `shared` names the theme's static files as templates do.

    Nothing from a plan becomes markup. Compiling the theme takes longer than building a deal, so what is
    compiled is kept on disk; Jinja compares it with the template's text.
    """
    env.autoescape = True
    env.bytecode_cache = jinja2.FileSystemBytecodeCache(str(_compiled(workspace)))
    env.filters["url"] = _url_filter(env.filters["url"], shared)
    return env


def shared_url(name: str, context: Mapping[str, Any], shared: frozenset[str]) -> str | None:
    """Say where a static file of the theme lies as seen from a page, if it is among the shared assets."""
    return f"{context['assets']}{shared_name(name)}" if name in shared else None


def _compiled(workspace: Workspace) -> Path:
    folder = workspace.state / "cache" / f"templates-{jinja2.__version__}"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder


def _url_filter(of_mkdocs: Callable[[Any, str], str], shared: frozenset[str]) -> Callable[[Any, str], str]:
    """Let `'img/x.png'|url` in a custom_dir find static files where they are put once per target."""

    @jinja2.pass_context
    def url(context: Any, value: str) -> str:
        return shared_url(str(value), context, shared) or of_mkdocs(context, value)

    return url
