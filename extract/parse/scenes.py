"""The rule file of words that part an event from the dates and places around it."""

from typing import Literal

from extract.parse.rulebook import Rule


class SettingsRule(Rule):
    """A list of words that lead away from the time and place of an event."""

    type = "quote"
    fires = False

    role: Literal["topic", "limit", "reason", "sequel", "contrast", "extent", "other"]
    words: tuple[str, ...]
