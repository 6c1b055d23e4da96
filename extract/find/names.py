"""Mentions by name: the entities of the parse, with the title and country that stand before them."""

from spacy.tokens import Doc, Span

from extract.find.acting import acts
from extract.find.lexicon import ActorsRule, Lexicon
from extract.parse.countries import Countries
from extract.parse.frames import Mention

BEFORE = frozenset({"det", "amod", "compound", "nmod", "poss", "nummod"})


def named(doc: Doc, lexicon: Lexicon, countries: Countries) -> list[Mention]:
    """One mention for each entity of `doc.ents` that may act."""
    return [
        mention(ent, rule, lexicon, countries)
        for ent in doc.ents
        if (rule := lexicon.labels.get(ent.label_)) is not None
    ]


def mention(ent: Span, rule: ActorsRule, lexicon: Lexicon, countries: Countries) -> Mention:
    """The mention of an entity: its whole phrase, its name and what stands before the name."""
    root = ent.root
    start = min([ent.start, *(t.left_edge.i for t in root.lefts if t.dep_ in BEFORE)])
    before = ent.doc[start : ent.start]
    name = bare(ent)
    return Mention(
        span=ent.doc[start : name.end],
        head=root.i if root.i < name.end else name.end - 1,
        rule=rule.id,
        kind=rule.kind,
        name=name.text,
        role=role(before, lexicon, countries) if rule.kind == "person" else None,
        country=countries.code(name.text) or country(before, countries),
        acts=acts(root, lexicon),
        gender=gender(ent.doc[start : name.end], lexicon) if rule.kind == "person" else "n",
        plural=rule.kind == "group",
    )


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
    if not words or words[-1].lemma_.lower() not in lexicon.nouns:
        return None
    return before.doc[words[0].i : words[-1].i + 1].text


def country(before: Span, countries: Countries) -> str | None:
    """The country in the words before a name."""
    return next((code for t in before if (code := countries.code(t.text)) is not None), None)


def gender(phrase: Span, lexicon: Lexicon) -> str | None:
    """The gender that a title shows."""
    honorifics = lexicon.words["honorific"]
    return next((h.gender for t in phrase if (h := honorifics.get(t.text)) is not None), None)
