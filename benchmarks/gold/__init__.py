"""The gold set that the project owns: invented articles with every record annotated from the text."""
