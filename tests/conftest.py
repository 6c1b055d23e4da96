"""Fixtures shared by all tests: one loaded pipeline for the session."""

import sys
from pathlib import Path

import pytest
from hypothesis import settings
from spacy.language import Language

import extract

# for `benchmarks`; last, so that it's the installed package that is tested where there is one
sys.path.append(str(Path(__file__).parents[1]))

# the same examples in every run, and no time limit on one: machines differ
settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile("steady")


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The whole pipeline, loaded once."""
    return extract.load()
