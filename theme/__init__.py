"""The MkDocs theme `golive`: only what is rendered or served."""

from theme.brand import slim_css, slim_script, theme_css

__all__ = ["slim_css", "slim_script", "theme_css"]
