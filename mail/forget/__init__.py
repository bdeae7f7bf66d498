"""Forgetting a person: their mail and words go, the facts of the plans stay."""
