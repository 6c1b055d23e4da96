"""Articles in: paths, folders, standard input, JSONL → Article."""
