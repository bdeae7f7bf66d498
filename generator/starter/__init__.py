"""What a newcomer starts from: a workspace with samples, and plans from templates."""
