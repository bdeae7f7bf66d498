"""Pictures as figures: the timeline, the rail, the line on paper, money over time."""
