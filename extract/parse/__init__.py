"""Article → Doc: the pipeline, the rule files, and the syntax that the finders ask for."""
