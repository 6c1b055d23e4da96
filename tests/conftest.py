"""Fixtures shared by all tests: one loaded pipeline for the session."""

import pytest
from spacy.language import Language

import extract


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The whole pipeline, loaded once."""
    return extract.load()
