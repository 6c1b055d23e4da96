"""Many articles: in batches, over processes or machines, resumable, the results always in the order of the inputs."""
