"""Whether a workspace can do its work, and what to do where it cannot: `golive doctor`."""
