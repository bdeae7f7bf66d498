"""Dates: working days, working back from the launch, the forecast, slip and what causes it."""
