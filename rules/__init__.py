"""The built-in rules, as package data `extract.rules`."""
