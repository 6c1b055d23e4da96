"""What a phrase of place hangs on, where times, adverbs, prefixes or the parser's slips stand between the two."""

from spacy.tokens import Doc, Token

from extract.find.venues.locating import HYPHEN
from extract.find.venues.metonymy import CLAUSE

DISTANT = frozenset({"away", "far"})
TIMES = frozenset({"DATE", "TIME"})


def after_comma(doc: Doc, preposition: int, speaker: Token) -> bool:
    """Whether a comma parts the speaker from where the words were said: "said one of them, outside the court"."""
    after = doc[speaker.i + 1 : speaker.i + CLAUSE]
    return any(token.lower == preposition and token.nbor(-1).text == "," for token in after)


def is_apart(head: Token, noun: Token) -> bool:
    """Whether a line ends between two words of one phrase, as where a headline runs on into the text."""
    return any(token.is_space for token in head.doc[head.i + 1 : noun.i])


def before_time(preposition: Token) -> Token | None:
    """The noun that a date without a preposition parts from where it was: "strikes this month in Lima"."""
    here = preposition
    while here.i > 0 and here.nbor(-1).ent_type_ in TIMES:
        here = here.nbor(-1)
    return here.nbor(-1) if 0 < here.i < preposition.i and here.nbor(-1).pos_ == "NOUN" else None


def governor_of(preposition: Token) -> Token:
    """The word that a phrase of place belongs to, adverbs and times between the two left out."""
    governor = preposition.head
    if governor.pos_ == "ADV":  # "here in Lima", "back in Lima"
        governor = governor.head
    if governor.ent_type_ in TIMES:  # "on Monday in Lima"
        governor = _past(governor)
    governor = _prefixed(governor)
    if governor.i > preposition.i and governor.dep_ in {"nsubj", "nsubjpass"}:
        return governor.head
    return governor


def reaching(adverb: Token) -> Token | None:
    """The verb of an adverb of distance: "felt as far away as"."""
    while adverb.lower_ in DISTANT and adverb.head.i != adverb.i:
        adverb = adverb.head
    return adverb if adverb.pos_ == "VERB" else None


def _prefixed(verb: Token) -> Token:
    """The verb behind a prefix with a hyphen, which the parser takes for a verb: "re-elected"."""
    after = verb.doc[verb.i + 1 : verb.i + 3]
    joined = len(after) > 1 and after[0].text == HYPHEN and after[1].head.i == verb.i
    return after[1] if joined and after[1].pos_ == "VERB" and not verb.whitespace_ else verb


def _past(time: Token) -> Token:
    """What a temporal phrase belongs to."""
    while time.ent_type_ in TIMES or time.pos_ == "ADP":
        if time.head.i == time.i:
            break
        time = time.head
    return time
