"""Mentions by name: the entities of the parse, with the title and country that stand before them."""

import re
from collections.abc import Iterable
from itertools import chain, pairwise, takewhile

from spacy.tokens import Doc, Span, Token

from extract.find.actors.acting import acts, encounters
from extract.find.actors.lexicon import ActorsRule, Lexicon
from extract.parse import given_names
from extract.parse.countries import Countries
from extract.parse.frames import Mention
from extract.parse.syntax import noun_phrase

PEOPLE = "actor.people"
SEATED = frozenset({"ORG", "FAC", "LOC", "PRODUCT"})  # labels that the seat of a government may bear
DATELINE = frozenset({":", "-", "–", "—", "--"})
DATELINE_LENGTH = 8  # tokens before or after a name in it
CLAUSAL = frozenset({"WP", "WDT", "VBD", "VBZ", "VBP", "MD"})
PLURAL = frozenset({"NNS", "NNPS"})
PARTY_TAG = re.compile(r"[DIR]-[A-Z]")  # "D-N.M.", "R-Ohio" behind a senator's name
WHOLE = ("se", "sh", "ch", "ss")  # ends of adjectives that as nouns name all of a people
BEFORE = frozenset({"det", "amod", "compound", "nmod", "poss", "nummod"})


def named(ents: Iterable[Span], lexicon: Lexicon, countries: Countries) -> list[Mention]:
    """One mention for each entity of the Doc that may act."""
    labels, government = lexicon.labels, lexicon.labels["GPE"]
    found = []
    for ent in ents:
        rule = government if ent.label_ in SEATED and countries.seat(ent.text) is not None else labels.get(ent.label_)
        if rule is not None and not PARTY_TAG.match(ent.text):
            found.append(mention(ent, rule, lexicon, countries))
    return found


def mention(ent: Span, rule: ActorsRule, lexicon: Lexicon, countries: Countries) -> Mention:
    """The mention of an entity: its whole phrase, its name and what stands before the name."""
    root = ent.root
    if rule.id == PEOPLE:
        return people(ent, rule, lexicon, countries)
    first = min([ent.start, *(t.left_edge.i for t in root.lefts if t.dep_ in BEFORE)])
    start = after_break(ent.doc, first, ent.start)
    before = ent.doc[start : ent.start]
    name = bare(ent)
    return Mention(
        span=ent.doc[start : name.end],
        head=root.i if root.i < name.end else name.end - 1,
        rule=rule.id,
        kind=rule.kind,
        name=name.text,
        role=role(before, lexicon, countries) if rule.kind == "person" else None,
        country=own_country(name, rule, countries) or country(before, countries),
        acts=acting(root, lexicon, rule)
        and not aside(ent.doc, start, ent.end)
        and not belongs(ent.doc, ent.end, lexicon),
        gender=gender(before, name, lexicon) if rule.kind == "person" else "n",
        plural=rule.kind == "group",
    )


def people(ent: Span, rule: ActorsRule, lexicon: Lexicon, countries: Countries) -> Mention:
    """The mention of a people or party by its plural noun, "Peruvians", or of somebody by his: "the Peruvian"."""
    root = ent.root
    code, itself = countries.code(ent.text), stands_alone(ent)
    noun = root.tag_ in PLURAL or itself
    if code is not None and itself and not root.text.endswith(WHOLE):
        return Mention(
            span=noun_phrase(root), head=root.i, rule=rule.id, kind="person", country=code, acts=acts(root, lexicon)
        )
    return Mention(
        span=noun_phrase(root) if noun else ent,
        head=root.i,
        rule=rule.id,
        kind=rule.kind,
        name=ent.text,
        country=code,
        acts=noun and acts(root, lexicon),
        plural=True,
    )


def stands_alone(ent: Span) -> bool:
    """Whether the adjective of a people is a noun: "the Peruvian said", and "the French", who are all of them."""
    root = ent.root
    apt = len(ent) == 1 and root.tag_ in {"NN", "NNP", "JJ"} and root.dep_ in {"nsubj", "nsubjpass", "dobj"}
    return apt and any(t.lower_ == "the" for t in root.lefts)


def acting(root: Token, lexicon: Lexicon, rule: ActorsRule) -> bool:
    """Whether the named acts, be it by the noun before its name: "councillors Ana Flores and Juan Ruiz voted"."""
    if acts(root, lexicon):
        idle = root.dep_ == "nsubj" and root.head.lemma_ in lexicon.words["weak"]
        return rule.kind != "government" or not idle
    if rule.kind not in {"person", "organization"}:
        return False
    if encounters(root, lexicon):
        return rule.kind == "person" or root.dep_ != "nsubjpass"
    before = root.doc[root.left_edge.i - 1] if root.left_edge.i else root
    return before.tag_ == "NNS" and before.lemma_ in lexicon.nouns and acts(before, lexicon)


def aside(doc: Doc, start: int, end: int) -> bool:
    """Whether a name stands alone in brackets or belongs to a dateline: "(R-Ohio)", "LIMA, Peru —"."""
    return any(doc[i].text == "(" for i in range(max(0, start - 3), start)) or in_dateline(doc, start, end)


def belongs(doc: Doc, end: int, lexicon: Lexicon) -> bool:
    """Whether a name only says whose somebody is: "Lima Club spokesman Ana Flores"."""
    after = doc[end : end + 1]
    return bool(after) and after[0].tag_ == "NN" and after[0].lower_ in lexicon.nouns and after[0].ent_type_ == ""


def in_dateline(doc: Doc, start: int, end: int) -> bool:
    """Whether a name stands before the body, or between a word in capitals that opens a line and a dash or colon."""
    if end <= doc._.body and not any("\n" in token.text for token in doc[end : doc._.body]):
        return True
    first = start
    while first > max(0, start - DATELINE_LENGTH) and not doc[first - 1].is_space:
        first -= 1
    opens = doc[first].is_upper and doc[first].ent_type_ == "GPE" and (first == 0 or doc[first - 1].is_space)
    return opens and any(doc[i].text in DATELINE for i in range(end, min(len(doc), end + DATELINE_LENGTH)))


def after_break(doc: Doc, start: int, end: int) -> int:
    """Where a phrase starts that no line break may cut, nor a clause: "Ruiz, who plays in the band Lares"."""
    cuts = [i + 1 for i in range(start, end) if doc[i].is_space]
    clause = any(doc[i].tag_ in CLAUSAL for i in range(start, end))
    return end if clause else max([start, *cuts])


def bare(ent: Span) -> Span:
    """The entity without article and possessive."""
    start, end = ent.start, ent.end
    if end - start > 1 and ent[0].lower_ in {"the", "a", "an"}:
        start += 1
    if end - start > 1 and ent.doc[end - 1].tag_ == "POS":
        end -= 1
    return ent.doc[start:end]


def role(before: Span, lexicon: Lexicon, countries: Countries) -> str | None:
    """The title in the words before a name: "Peruvian Foreign Minister" → "Foreign Minister"."""
    words = [t for t in before if t.dep_ != "det" and countries.code(t.text) is None and t.text != "'s"]
    while words and (words[0].ent_type_ == "GPE" or words[0].tag_ in {"PRP$", "WP$"}):
        words = words[1:]  # "New York Governor", "her lawyer"
    title = noun(words[-1], lexicon) if words else None
    while title is None and words and (words[-1].text in lexicon.words["honorific"] or words[-1].text == "."):
        words.pop()  # "Prime Minister Sheikh"; "Col." that the tokenizer took for the end of a sentence
        title = noun(words[-1], lexicon) if words else None
    if title is None and any(noun(word, lexicon) and follows.lower_ == "of" for word, follows in pairwise(words)):
        title = words[-1].text  # "Head of the council"
    return before.doc[words[0].i : words[-1].i].text_with_ws + title if title is not None else None


def noun(word: Token, lexicon: Lexicon) -> str | None:
    """The noun for what somebody is: "senator" for "Sen.", "councillor" for "councillors Ana Flores and Juan Ruiz"."""
    if (rank := lexicon.words["rank"].get(word.text)) is not None:
        return rank.noun
    rule = lexicon.nouns.get(word.lemma_.lower())
    if rule is None or rule.kind != "person":
        return None
    return word.lemma_ if word.tag_ in PLURAL else word.text


def own_country(name: Span, rule: ActorsRule, countries: Countries) -> str | None:
    """The country that a name stands for or tells: "Peru", "Nestlé", "Bank of Ghana", "US Congress"; not "Brussels"."""
    if rule.kind == "person" or countries.host(name.text) is not None:
        return None  # nobody called Victoria or Hamilton is at home there
    if (whole := countries.code(name.text) or countries.institution(name.text)) is not None:
        return whole
    if rule.kind != "organization":
        return None
    words = [t.text for t in name if not is_attitude(t)]
    pairs = (f"{first} {second}" for first, second in pairwise(words))
    return next((code for text in chain(pairs, words) if (code := countries.code(text)) is not None), None)


def country(before: Span, countries: Countries) -> str | None:
    """The country in the words before a name."""
    return next((code for t in before if (code := countries.code(t.text)) and not is_attitude(t)), None)


def is_attitude(token: Token) -> bool:
    """Whether a place only names what one is for or against: "pro-Lima"."""
    return token.i > 0 and token.nbor(-1).text == "-"


def gender(before: Span, name: Span, lexicon: Lexicon) -> str | None:
    """The gender that a title shows, or the given name of a full name, or the word before the name: "actress"."""
    honorifics = lexicon.words["honorific"]
    titles = takewhile(lambda t: t.text in honorifics or t.text == ".", reversed(list(before)))  # not the "Lord Mayor"
    shown: str | None = next(
        (honorifics[t.text].gender for t in titles if t.text != "." and honorifics[t.text].gender), None
    )
    if shown is None and " " in name.text:
        shown = given(name[0].text, lexicon)
    word = before[-1] if len(before) and before[-1].text not in honorifics else None
    return shown or (lexicon.sex(word) if word is not None else None)


def given(name: str, lexicon: Lexicon) -> str | None:
    """The gender that a given name shows."""
    listed = lexicon.words["given"].get(name)
    return listed.gender if listed is not None else given_names.gender(name)
