"""Fixtures shared by all tests: one loaded pipeline for the session."""

import sys
from pathlib import Path

import pytest
from spacy.language import Language

import extract

# for `benchmarks`; last, so that it's the installed package that is tested where there is one
sys.path.append(str(Path(__file__).parents[1]))


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The whole pipeline, loaded once."""
    return extract.load()
