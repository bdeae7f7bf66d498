"""Email out and in: what the buying team is told, and what its answers mean for the plan."""
