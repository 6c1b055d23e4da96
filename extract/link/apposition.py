"""Who stands beside a description: in apposition to it, joined with it by "be", or told to be the same."""

from collections.abc import Iterator

from spacy.tokens import Token

from extract.find.actors.lexicon import Lexicon
from extract.parse.frames import Mention

LONG = 8  # words of a name at most
FOLLOWING = frozenset({"VERB", "AUX", "ADV", "PART"})  # what goes on with the clause; a noun would go on with a list


def neighbours(head: Token, lexicon: Lexicon) -> Iterator[Token]:
    """The nouns in apposition to a noun or joined with it by "be"."""
    while head.dep_ == "conj" and not any(t.dep_ in {"det", "poss"} for t in head.lefts) and head.head != head:
        head = head.head
    if head.dep_ == "appos":
        yield head.head
    for token in (t for t in head.children if t.dep_ == "appos"):
        yield token
        yield from (t for t in token.children if t.dep_ == "appos")  # "the owner, the fund, Andean Capital"
    yield from beyond(head)
    yield from enclosed(head)
    yield from identity(head, lexicon)
    verb = predicate(head, lexicon)
    if verb is not None:
        subject = next((t for t in verb.lefts if t.dep_ == "nsubj"), None)
        if subject is not None:
            yield verb.head if subject.tag_ == "WP" and verb.dep_ == "relcl" else subject


def beyond(head: Token) -> Iterator[Token]:
    """The person named after what somebody is in charge of: "Flores" in "the minister for trade, Ana Flores"."""
    for link in head.rights:
        for charge in (t for t in link.rights if t.dep_ == "pobj" and link.dep_ == "prep" and t.ent_type_ != "PERSON"):
            yield from (t for t in charge.rights if t.dep_ == "appos" and t.ent_type_ == "PERSON")


def enclosed(head: Token) -> Iterator[Token]:
    """The person named between commas right after the phrase, however parsed: "the prosecutor in the case, Flores,"."""
    doc, start = head.doc, head.right_edge.i + 2
    if start + 1 >= len(doc) or doc[start - 1].text != "," or doc[start].ent_type_ != "PERSON":
        return
    end = next((i for i in range(start, min(start + LONG, len(doc))) if doc[i].ent_type_ != "PERSON"), start)
    name = doc[start:end].root if end > start else head
    if doc[end].text == "," and name.dep_ != "conj" and end + 1 < len(doc) and doc[end + 1].pos_ in FOLLOWING:
        yield name


def identity(head: Token, lexicon: Lexicon) -> Iterator[Token]:
    """As whom somebody is identified: "the suspect, identified as Ruiz", "police named the suspect as Ruiz"."""
    verbs = [t for t in head.rights if t.dep_ == "acl"]
    if head.dep_ in {"dobj", "nsubjpass"}:
        verbs.append(head.head)
    for verb in verbs:
        if verb.lemma_ in lexicon.words["identify"]:
            yield from (t for link in verb.rights if link.lower_ == "as" for t in link.rights if t.dep_ == "pobj")


def predicate(head: Token, lexicon: Lexicon) -> Token | None:
    """The verb that makes the noun what its subject is: "is the minister", "serves as minister"."""
    if head.dep_ == "attr" and head.head.lemma_ == "be":
        return head.head
    if head.dep_ == "pobj" and head.head.lower_ == "as" and head.head.head.lemma_ in lexicon.words["serve"]:
        return head.head.head
    return None


def described_role(mention: Mention) -> str | None:
    """The role that a description gives to whom it stands beside, without its article."""
    if mention.kind != "person":
        return None
    doc, start, end = mention.span.doc, mention.span.start, mention.span.end
    owner = next((t for t in doc[mention.head].lefts if t.dep_ == "poss"), None)
    if owner is not None:
        start = owner.right_edge.i + 1
    while start < mention.head and (doc[start].dep_ == "det" or doc[start].ent_type_ in {"NORP", "GPE"}):
        if doc[start + 1].text == "-":  # "London-based analyst"
            break
        start += 1
    return doc[start:end].text
