"""Articles in: paths, folders, standard input, JSONL, HTML, WARC, compressed or not → Article."""
