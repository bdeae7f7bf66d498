"""What the buyer sees: the view of a plan, its pages and its calendar feed."""
