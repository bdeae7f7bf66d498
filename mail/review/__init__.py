"""The rep's queue: what golive would not decide by itself, and what became of it."""
