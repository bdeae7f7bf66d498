"""The return: costs and benefits by year, payback, and what a week of delay costs."""
