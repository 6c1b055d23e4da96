"""Names: the model's entities, corrected for news."""

from extract.find.entities.finder import make_entities

__all__ = ["make_entities"]
