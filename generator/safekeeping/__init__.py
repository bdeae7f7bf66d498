"""A workspace in one file: packed while it is in use, and unpacked again without losing anything."""
