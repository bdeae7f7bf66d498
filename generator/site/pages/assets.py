"""What all pages of a workspace share: the style sheet in the workspace's colour, pictures, the logo."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from generator.errors import GoliveError, OutsideError

FOLDER = "assets/"
STYLE, PAGES_STYLE, SCRIPT = "golive.css", "pages.css", "golive.js"


def theme_files(config: MkDocsConfig) -> dict[str, Path]:
    """List the theme's static files by the name templates use: its assets/, and all of custom_dir."""
    files = Files([])
    files.add_files_from_theme(config.theme.get_env(), config)
    paths = {file.src_uri: Path(str(file.abs_src_path)) for file in files}
    return {n: p for n, p in sorted(paths.items()) if n.startswith(FOLDER) or _is_custom(config, p)}


def shared_name(name: str) -> str:
    """Give the name that a theme file has among the shared assets."""
    return name.removeprefix(FOLDER)


def read_assets(config: MkDocsConfig, files: Mapping[str, Path]) -> dict[str, bytes]:
    """Read what is put once per target; raises GoliveError where the logo is nowhere to be found."""
    from theme import slim_css, slim_script, theme_css

    try:
        found = {shared_name(name): path.read_bytes() for name, path in files.items()}
        if logo := logo_file(config):
            found[Path(config.theme["logo"]).name] = logo.read_bytes()
    except OSError as error:
        raise OutsideError(f"cannot read the theme's file {error.filename}: {error.strerror}") from None
    if not _is_custom(config, files.get(FOLDER + STYLE)):
        found[STYLE] = theme_css(config.theme.get("accent"))
    for name, slim in ((PAGES_STYLE, slim_css), (SCRIPT, slim_script)):
        if not _is_custom(config, files.get(FOLDER + name)):
            found[name] = slim(found[name])
    return dict(sorted(found.items()))


def logo_file(config: MkDocsConfig) -> Path | None:
    """Find the logo that mkdocs.yml names: beside it, in custom_dir or in the theme."""
    name = config.theme.get("logo")
    if not name:
        return None
    for folder in (Path(config.config_file_path).parent, *map(Path, config.theme.dirs)):
        path = (folder / str(name)).resolve()
        if path.is_file() and path.is_relative_to(folder.resolve()):
            return path
    raise GoliveError(f"mkdocs.yml: theme.logo: there is no file {name!r} beside mkdocs.yml or in custom_dir")


def assets_hash(files: Mapping[str, bytes]) -> str:
    """Name a set of assets by what they hold: 16 hexadecimal digits."""
    whole = hashlib.sha256()
    for name, content in files.items():
        whole.update(f"{name}\0{len(content)}\0".encode())
        whole.update(content)
    return whole.hexdigest()[:16]


def _is_custom(config: MkDocsConfig, path: Path | None) -> bool:
    custom = config.theme.custom_dir
    return bool(path and custom) and Path(str(path)).is_relative_to(str(custom))
