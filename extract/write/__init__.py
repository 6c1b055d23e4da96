"""Records out: JSON lines, a table, a page."""
