"""The daily rhythm: who is written to unasked, about what, when, and when better not."""
