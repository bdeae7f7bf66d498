"""The plan: its words, its model, reading it from YAML and changing it in place."""
