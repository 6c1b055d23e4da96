"""Actors: the mentions of who acts, and which of them act."""

from extract.find.actors.finder import make_actors

__all__ = ["make_actors"]
