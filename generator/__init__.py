"""From a plan file to pages, feeds and a deployed site; knows nothing of mail."""
