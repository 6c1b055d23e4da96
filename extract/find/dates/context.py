"""Conditions on the surroundings of a match, by the names under which `dates.toml` calls them."""

from collections.abc import Callable

from spacy.tokens import Doc, Span, Token

from extract.find.dates.titles import is_no_title

_TIME_ENTITIES = frozenset({"DATE", "TIME"})
_NAMED_ENTITIES = frozenset({"PERSON", "WORK_OF_ART", "ORG", "FAC", "PRODUCT"})
_OPENING, _CLOSING = frozenset({"“", "``", "«"}), frozenset({"”", "''", "»"})
_PARTS = frozenset({"of", "before"})
_SPEECH = frozenset({"say", "tell", "add", "recall", "explain"})
_LASTING = frozenset({"in", "for", "during", "within", "after"})
_LONGEST_QUOTATION = 200  # tokens
_DATELINE_BEFORE = 60  # tokens


def is_dateline(span: Span) -> bool:
    """Whether the expression is a line of its own near the beginning of the text."""
    return span.start < _DATELINE_BEFORE and is_line(span)


def is_line(span: Span) -> bool:
    """Whether the expression is a line of its own inside the text."""
    doc = span.doc
    begins = span.start > 0 and "\n" in doc[span.start - 1].text
    return begins and span.end < len(doc) and "\n" in doc[span.end].text


def is_entity(span: Span) -> bool:
    """Whether the model takes some word of it for a date or time."""
    return any(token.ent_type_ in _TIME_ENTITIES for token in span)


def follows_preposition(span: Span, *but: str) -> bool:
    """Whether a preposition, other than `but` those, stands before it."""
    before = _before(span.doc, span.start)
    return before is not None and before.tag_ in {"IN", "TO"} and before.lower_ not in but


def follows_day_preposition(span: Span) -> bool:
    """Whether a preposition of days stands before it: "by the 10th", not "in the 10th" of innings."""
    return follows_preposition(span, "in", "of", "at", "with", "for", "into", "during", "over", "than", "as", "like")


def follows_amount(span: Span) -> bool:
    """Whether a figure, a sum or a percentage stands shortly before it: "$60,000 a year", not "$60,000 in a year"."""
    words = span.doc[max(0, span.start - 3) : span.start]
    return not follows_preposition(span) and any(
        token.like_num or token.ent_type_ in {"MONEY", "PERCENT", "QUANTITY"} for token in words
    )


def _before(doc: Doc, start: int) -> Token | None:
    return doc[start - 1] if start else None


def has_no_owner(span: Span) -> bool:
    """Whether it is not somebody's: "last week", not "her last week" of something else."""
    before = _before(span.doc, span.start)
    return before is None or before.tag_ not in {"POS", "PRP$"}


def is_part_of_nothing(span: Span) -> bool:
    """Whether no phrase says what it is part of: "in the last week", not "in the last week of the campaign"."""
    after, before = span.doc[span.end : span.end + 1], _before(span.doc, span.start)
    is_definite = span[0].lower_ == "the" or (before is not None and before.lower_ == "the")
    return not is_definite or after.text.lower() not in _PARTS


def is_determined(span: Span) -> bool:
    """Whether the word before it is a determiner: "that Friday", not "said that Friday's vote was fair"."""
    before = _before(span.doc, span.start)
    return before is not None and before.tag_ in {"DT", ""}


def is_no_preposition(span: Span) -> bool:
    """Whether its first word is no preposition itself: not "Following Monday's vote", "open past Friday"."""
    return span[0].tag_ not in {"IN", "VBG"}


def is_no_verb(span: Span) -> bool:
    """Whether its first word is no verb: "the last two days", not "will last two days"."""
    return span[0].tag_ not in {"VB", "VBP"}


def ends_in_noun(span: Span) -> bool:
    """Whether its last word, or the one before "old" or "long", is a noun: "second" as a unit, not as a rank."""
    return span[-1].lower_ != "second" or span[-1].pos_ == "NOUN"


def is_no_share(span: Span) -> bool:
    """Whether a quarter is one of a year: "lost money for a quarter", not "lost a quarter", "rose by a quarter"."""
    before = _before(span.doc, span.start)
    return span[-1].lower_ != "quarter" or (before is not None and before.lower_ in _LASTING)


def stands_last(span: Span) -> bool:
    """Whether its last word takes no phrase or clause: "the day before", not "the day before they left"."""
    followed = span.end < len(span.doc) and not span.doc[span.end].is_punct
    return span[-1].n_rights == 0 and not (followed and span[-1].tag_ == "IN")


def is_adjective(span: Span) -> bool:
    """Whether its last word is an adjective: "the current talks", not "a strong current"."""
    return span[-1].tag_ == "JJ"


def is_no_noun(span: Span) -> bool:
    """Whether it is an adjective or adverb: "sold daily", not "a daily"."""
    return span[-1].tag_ != "NN"


def shows_clock(span: Span) -> bool:
    """Whether a figure like 2:30 is a time of day: with a.m., a zone or a day, after a preposition, or by the model."""
    return len(span) > 1 or not span.text[-1].isdigit() or follows_preposition(span, "of") or is_entity(span)


def is_no_other_entity(span: Span) -> bool:
    """Whether the model does not take it for the name of something else: the March of Mothers, the Sunday Star."""
    kinds = {token.ent_type_ for token in span}
    return not kinds & _NAMED_ENTITIES or bool(kinds & _TIME_ENTITIES)


def is_no_surname(span: Span) -> bool:
    """Whether it is nobody's name: not Theresa May, not "June says"."""
    before = _before(span.doc, span.start)
    is_speaker = span[0].dep_ == "nsubj" and span[0].head.lemma_ in _SPEECH
    is_surname = before is not None and before.tag_ == "NNP" and before.dep_ == "compound" and before.head == span[0]
    return not is_speaker and not is_surname


def stands_as_year(span: Span) -> bool:
    """Whether a bare four-digit number is a year: the model says so, or a preposition does and no unit follows."""
    return is_entity(span) or (follows_preposition(span) and not _followed_by(span, "NOUN"))


def _followed_by(span: Span, *kinds: str) -> bool:
    return span.end < len(span.doc) and span.doc[span.end].pos_ in kinds


def stands_alone(span: Span) -> bool:
    """Whether no noun follows that it could be part of: not "the 11th Circuit", "the 10th-richest man"."""
    hyphened = span.end < len(span.doc) and span.doc[span.end].tag_ == "HYPH"
    return not hyphened and not _followed_by(span, "NOUN", "PROPN", "CCONJ", "ADJ", "NUM")


def stands_free(span: Span) -> bool:
    """Whether nothing follows that says which day it is: not "the day of the fair", "the week after they left"."""
    return not _followed_by(span, "NOUN", "PROPN", "PRON", "DET", "ADJ", "ADP", "SCONJ")


def names_no_place(span: Span) -> bool:
    """Whether no name follows that it could be part of: not "Easter Island"."""
    return not _followed_by(span, "PROPN")


def is_season(span: Span) -> bool:
    """Whether "fall" or "spring" is a season: a noun, and with words that say which, or the model says so.

    "The" says it after a preposition alone: not "the net broke the fall", "the fall of Troy".
    """
    if span[-1].n_rights and _followed_by(span, "ADP"):
        return False
    says_which = len(span) > 1 and (span[0].tag_ != "DT" or len(span) > 2 or follows_preposition(span))  # noqa: PLR2004
    return any(token.pos_ == "NOUN" for token in span) and (says_which or is_entity(span))


def is_quoted(span: Span) -> bool:
    """Whether it stands in a quotation, by the nearest mark in its line before it: said on another day, perhaps."""
    for place in range(span.start - 1, max(-1, span.start - _LONGEST_QUOTATION), -1):
        word = span.doc[place]
        if word.text in _OPENING or "\n" in word.text or word.text in _CLOSING:
            return word.text in _OPENING
        if word.text == '"':
            before = _before(span.doc, place)
            return not word.whitespace_ and (before is None or before.is_space or bool(before.whitespace_))
    return False


def is_attribute(span: Span) -> bool:
    """Whether it says which accord, attack or law is meant: "the May 3 accord"."""
    return span.root.dep_ in {"compound", "nmod", "nummod", "amod"}


def is_adverbial(span: Span) -> bool:
    """Whether it is an adverb to a verb without a preposition."""
    return span.root.dep_ in {"npadvmod", "advmod"}


def is_no_kind(span: Span) -> bool:
    """Whether no noun or adjective says what kind of days or years they are: not "game days", "formative years"."""
    before = _before(span.doc, span.start)
    return before is None or before.dep_ not in {"amod", "compound", "nmod", "nummod"} or before.head not in span


def is_no_name(span: Span) -> bool:
    """Whether no word of it belongs to a name: not "The Daily Miner"."""
    return all(token.tag_ not in {"NNP", "NNPS"} for token in span)


CONDITIONS: dict[str, Callable[[Span], bool]] = {
    "entity": is_entity,
    "on-day": follows_day_preposition,
    "amount": follows_amount,
    "noun": ends_in_noun,
    "year": stands_as_year,
    "free": stands_free,
    "no-proper": names_no_place,
    "no-noun": stands_alone,
    "season": is_season,
    "last": stands_last,
    "adjective": is_adjective,
    "no-kind": is_no_kind,
    "clock": shows_clock,
    "no-noun-itself": is_no_noun,
    "not-name": is_no_name,
    "no-entity": is_no_other_entity,
    "no-surname": is_no_surname,
    "no-preposition-itself": is_no_preposition,
    "no-verb": is_no_verb,
    "no-owner": has_no_owner,
    "determined": is_determined,
    "adverbial": is_adverbial,
    "no-share": is_no_share,
    "no-part": is_part_of_nothing,
    "no-title": is_no_title,
}
