"""The whole pipeline at a glance, for the seller's managers: what each deal waits for, and why."""
