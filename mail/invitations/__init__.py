"""Dates as invitations that calendars show, keep right, and answer (iTIP, RFC 5546)."""
