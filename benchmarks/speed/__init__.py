"""How fast, and in how much memory: against the bare model and against the peers."""
