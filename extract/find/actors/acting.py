"""Who acts in a sentence: subjects and agents of what is done, and those who are asked, accused, chosen or met."""

from spacy.tokens import Token

from extract.find.actors.lexicon import Lexicon
from extract.parse.syntax import FINITE, child

MEDIATING = frozenset({"conj", "appos"})  # who stands beside an actor acts with it
BODIES = frozenset({"ORG", "GPE", "LOC", "FAC"})
EXAMPLES = frozenset({"as", "including", "like"})
AGENTIVE = frozenset({"by", "from"})
RELATIVE = frozenset({"who", "which", "that"})
AUXILIARY = {"aux": "nsubj", "auxpass": "nsubjpass"}  # what the subject of a verb's auxiliary is to the verb
NOMINAL = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})  # labels of nouns, which a verb tagged by mistake may bear


def acts(token: Token, lexicon: Lexicon) -> bool:
    """Whether the noun or pronoun does, says, wants or decides something, is asked, or is accused of something."""
    token = representative(token, lexicon)
    dep, head = part(token)
    match dep:
        case "nsubj":
            return takes_sides(head, lexicon) or (head.pos_ == "VERB" and head.lemma_ not in lexicon.words["undergo"])
        case "nsubjpass":
            return any(head.lemma_ in lexicon.words[role] for role in ("address", "choose", "attitude"))
        case "dobj" | "dative":
            return head.lemma_ in lexicon.words["address"]
        case "pobj":
            return head.dep_ == "agent" or (
                head.lower_ in AGENTIVE and head.head.pos_ == "NOUN" and head.head.lemma_ in lexicon.words["deed"]
            )
        case "poss":
            return head.lemma_ in lexicon.words["deed"]
        case _:
            return False


def part(token: Token) -> tuple[str, Token]:
    """What a noun is in its clause, and to which word: a verb, not its auxiliary, and no noun tagged as a verb."""
    dep, head = token.dep_, token.head
    if dep in {"nsubj", "nsubjpass"}:
        if head.dep_ in AUXILIARY:
            return AUXILIARY[head.dep_], head.head
        if head.dep_ in NOMINAL and head.tag_ in FINITE:
            return "compound", head  # "the bank accounts of ..."
    return dep, head


def takes_sides(verb: Token, lexicon: Lexicon) -> bool:
    """Whether a form of "be" tells of an attitude: "they are opposed"."""
    return verb.lemma_ == "be" and any(t.dep_ == "acomp" and t.lemma_ in lexicon.words["attitude"] for t in verb.rights)


def encounters(token: Token, lexicon: Lexicon) -> bool:
    """Whether somebody named is met, chosen or made to act, or does what a participle or relative clause tells.

    Of a group without a name this tells too little.
    """
    if performs(token, lexicon):
        return True
    dep, verb = part(representative(token, lexicon))
    match dep:
        case "attr":
            return verb.lemma_ == "be"
        case "nsubjpass":
            return verb.lemma_ not in lexicon.words["harm"]
        case "dobj":
            return verb.lemma_ in lexicon.words["encounter"] or any(t.dep_ == "xcomp" for t in verb.rights)
        case _:
            return False


def representative(token: Token, lexicon: Lexicon) -> Token:
    """The noun that stands for the token in its clause: "Flores" for "Ruiz" in "Flores and Ruiz left".

    Goes up through coordination, apposition, "such as" and "hundreds of".
    """
    while True:
        head = token.head
        if token.dep_ in MEDIATING and token.ent_type_ == "PERSON" and head.dep_ == "pobj" and head.ent_type_ in BODIES:
            token = head.head.head  # "Flores of the Liberals, Ruiz of ...": beside Flores, not the Liberals
        elif token.dep_ == "appos" and token.ent_type_ in BODIES and head.ent_type_ == "PERSON":
            return token  # "Flores, Andean Bank, said": where she works
        elif (
            token.dep_ == "conj" and head.pos_ == "VERB" and (subject := child(head, "nsubj", "nsubjpass")) is not None
        ):
            return subject  # "Flores was elected, as well as Ruiz"
        elif token.dep_ in MEDIATING and head != token:
            token = head
        elif token.dep_ == "pobj" and (head.lower_ in EXAMPLES or is_quantity(head, lexicon)) and head.head != head:
            token = head.head if head.head.pos_ != "ADP" else head.head.head
        else:
            return token


def is_quantity(preposition: Token, lexicon: Lexicon) -> bool:
    """Whether the preposition is the "of" of a quantity: "hundreds of", "one of"."""
    noun = preposition.head
    amount = noun.lemma_ in lexicon.words["amount"] and any(t.lower_ == "the" for t in noun.lefts)
    return preposition.lower_ == "of" and noun.lemma_.lower() in lexicon.words["quantity"] and not amount


def performs(token: Token, lexicon: Lexicon) -> bool:
    """Whether a participle or relative clause tells of the noun's deed: "with Flores leading", "Flores, who led"."""
    for clause in token.rights:
        if clause.dep_ == "acl" and clause.tag_ == "VBG" and token.dep_ == "pobj" and token.head.lower_ == "with":
            return True
        if clause.dep_ == "relcl" and clause.pos_ == "VERB":
            subject = next((t for t in clause.lefts if t.dep_ == "nsubj"), None)
            if subject is not None and subject.lower_ in RELATIVE:
                return clause.lemma_ not in lexicon.words["undergo"] and clause.lemma_ not in lexicon.words["weak"]
    return False
