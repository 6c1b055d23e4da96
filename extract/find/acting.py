"""Who acts in a sentence: subjects and agents of what is done, and those who are asked or accused."""

from spacy.tokens import Token

from extract.find.lexicon import Lexicon

MEDIATING = frozenset({"conj", "appos"})  # who stands beside an actor acts with it


def acts(token: Token, lexicon: Lexicon) -> bool:
    """Whether the noun or pronoun does, says, wants or decides something, is asked, or is accused of something."""
    while token.dep_ in MEDIATING and token.head.i != token.i:
        token = token.head
    return _acts(token, token.head, lexicon)


def _acts(token: Token, head: Token, lexicon: Lexicon) -> bool:
    match token.dep_:
        case "nsubj":
            return head.pos_ == "VERB" and head.lemma_ not in lexicon.words["undergo"]
        case "nsubjpass" | "dobj" | "dative":
            return head.lemma_ in lexicon.words["address"]
        case "pobj":
            return head.dep_ == "agent" or (head.lower_ == "by" and head.head.lemma_ in lexicon.words["deed"])
        case "poss":
            return head.lemma_ in lexicon.words["deed"]
        case _:
            return False
