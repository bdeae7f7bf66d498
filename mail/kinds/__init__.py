"""What kind of mail it is: a person's reply, or something a machine sent."""

from mail.kinds.kind import Kind, kind

__all__ = ["Kind", "kind"]
