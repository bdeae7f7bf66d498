"""The MkDocs theme `golive`: only what is rendered or served."""

from theme.brand import theme_css

__all__ = ["theme_css"]
