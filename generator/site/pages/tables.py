"""How columns of the rep's Markdown tables are aligned: by a class, since our CSP forbids inline style.

HTML has no attribute for it any more (`align` is obsolete since HTML 4).
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

CLASSES = {"right": "num", "center": "mid"}  # left is what a column is anyway


class _ByClass(Treeprocessor):
    def run(self, root: Element) -> None:
        """Turn `align` and `style` of table cells into a class."""
        for cell in root.iter():
            if cell.tag in ("th", "td"):
                stated = cell.attrib.pop("align", "") or cell.attrib.pop("style", "")
                side = stated.removeprefix("text-align:").strip(" ;")
                if side in CLASSES:
                    cell.set("class", CLASSES[side])


class AlignedByClass(Extension):
    """A Markdown extension that gives aligned table cells the class `num` or `mid`."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Run after the tables are made."""
        md.treeprocessors.register(_ByClass(md), "golive-tables", 1)
