"""`golive preview`: one deal in the browser, made anew whenever its plan, pages or the theme change.

Served on loopback by MkDocs' own live reload. A plan that cannot be shown shows its faults in the page's
place, so that two teams can mend it together on a shared screen.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from html import escape
from pathlib import Path

from mkdocs.livereload import LiveReloadServer

from generator.clock import Clock
from generator.errors import Fault, FaultsError, GoliveError, OutsideError
from generator.site.pages import assets
from generator.site.pages.build import SiteBuilder
from generator.site.pages.preview import facts_of_deal
from generator.workspace import Workspace, open_workspace

HOST = "127.0.0.1"
_LOOK_SECONDS = 0.2  # how often files are looked at; with what is waited for and built, under a second
_SETTLE_SECONDS = 0.05  # how long an editor may take to finish writing

FAULTS_PAGE = """\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>The plan cannot be shown yet</title>
<link rel="stylesheet" href="/{style}">
</head>
<body class="lost">
<main id="content" class="wrap">
<h1>{title}</h1>
<p class="because">This page shows the plan again as soon as it can be read.</p>
<section>
<h2>What to mend</h2>
<table>
<thead><tr><th scope="col">Where</th><th scope="col">What is wrong</th></tr></thead>
<tbody>
{rows}
</tbody>
</table>
</section>
</main>
</body>
</html>
"""


class Preview:
    """The preview of one deal, as the shared link shows it; `folder` is where its pages are written.

    `said` is told what keeps the plan from being shown, and when it is shown again.
    """

    def __init__(self, workspace: Workspace, deal: str, clock: Clock, said: Callable[[str], None]) -> None:
        self._workspace, self._deal, self._clock, self._said = workspace, deal, clock, said
        self._broken = False
        self.folder = workspace.state.absolute() / "build" / f"preview-{deal}"
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True, mode=0o700)

    def build(self) -> None:
        """Write the deal's pages as they are now, or what keeps them from being shown."""
        try:
            workspace = open_workspace(self._workspace.root)
            facts = facts_of_deal(workspace, self._deal, self._clock)
            pages = SiteBuilder(workspace).preview(facts)
        except GoliveError as error:
            self._said(str(error))
            self._broken = True
            self._show_faults(error)
        else:
            self._write(pages)
            if self._broken:
                self._said("The plan is shown again.")
            self._broken = False

    def serve(self, port: int) -> None:
        """Serve until interrupted; raises OutsideError where the port is taken."""
        server = LiveReloadServer(
            self.build, HOST, port, str(self.folder), polling_interval=_LOOK_SECONDS, shutdown_delay=0.1
        )
        server.build_delay = _SETTLE_SECONDS
        for path in (self._workspace.folder(self._deal), *self._theme_folders()):
            server.watch(str(path))
        server.watch(str(self._workspace.config_file), recursive=False)
        try:
            server.serve(open_in_browser=False)  # type: ignore[no-untyped-call]
        except KeyboardInterrupt:
            pass
        except OSError as error:
            raise OutsideError(
                f"cannot serve at {HOST}:{port}: {error.strerror}; choose another with --port"
            ) from None
        finally:
            server.shutdown()
            shutil.rmtree(self.folder, ignore_errors=True)

    def _theme_folders(self) -> list[Path]:
        import theme

        own = [folder for folder in self._workspace.overrides() if folder.is_dir()]
        return [*own, Path(theme.__file__).parent]

    def _show_faults(self, error: GoliveError) -> None:
        from theme import theme_css

        page = faults_page(error).encode()
        shown = {path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*.html")}
        style = {assets.FOLDER + assets.STYLE: theme_css(None)}
        self._write(dict.fromkeys({"index.html", *shown}, page) | style)

    def _write(self, files: Mapping[str, bytes]) -> None:
        for name, content in files.items():
            file = self.folder / name
            if not file.is_file() or file.read_bytes() != content:
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(content)


def faults_page(error: GoliveError) -> str:
    """Make the page that stands in for a plan that cannot be shown: every fault with its line."""
    faults = error.faults if isinstance(error, FaultsError) else [Fault("", 0, "", str(error))]
    what = "One thing keeps" if len(faults) == 1 else f"{len(faults)} things keep"
    return FAULTS_PAGE.format(
        style=assets.FOLDER + assets.STYLE,
        title=f"{what} the plan from being shown",
        rows="\n".join(map(_row, faults)),
    )


def _row(fault: Fault) -> str:
    place = f"{fault.file}:{fault.line}" if fault.line else fault.file
    what = f"{fault.where}: {fault.message}" if fault.where else fault.message
    return f'<tr><th scope="row">{escape(place)}</th><td>{escape(what)}</td></tr>'
