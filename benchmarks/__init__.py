"""Speed and quality against gold data and against the peers: each table one command."""
