"""Pages from views: the MkDocs plugin, the builder, personal copies, preview, one file."""
