"""Spreadsheets in and out: a plan from the table that a team has, and a table from a plan."""
