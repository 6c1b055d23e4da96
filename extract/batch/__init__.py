"""Many articles: a pool of workers and a journal."""
