"""What a buyer may see of a plan, and the sentences that say it."""
