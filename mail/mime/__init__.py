"""Raw bytes to a message: MIME as it really comes."""
