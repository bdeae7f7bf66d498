"""The plan in calendars: what a feed says, and the bytes it says it in."""
