"""How the plan became true: the journal, and changes that survive any crash."""
