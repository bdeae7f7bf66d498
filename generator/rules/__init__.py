"""The rules of a good plan: the ten elements of mutual action plans, each as a small function with an id."""
