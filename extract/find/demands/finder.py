"""The demand finder: who wants what of whom, clause by clause."""

from collections.abc import Iterator

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from extract.find.demands.content import contents
from extract.find.demands.necessity import NECESSITY, imperative
from extract.find.demands.nouns import NOMINAL
from extract.find.demands.parties import recipient
from extract.find.demands.provisos import proviso
from extract.find.demands.reading import Reading
from extract.find.demands.rules import DemandsRule, Words, word_lists
from extract.find.demands.stance import stance
from extract.find.demands.verbs import VERBAL, is_phrasal
from extract.find.demands.voices import other_voice
from extract.parse.frames import Attribution, Directive, mark
from extract.parse.rulebook import rulebook
from extract.parse.syntax import child, noun_phrase

BY_VERB = VERBAL | {"proviso": proviso}
INDEPENDENT = frozenset({"ROOT", "ccomp", "parataxis"})


@Language.factory("extract_demands_v1", assigns=["doc.spans"], default_config={"rules": None})
def make_demands(nlp: Language, name: str, rules: str | None) -> "Demands":
    """Builds the component; `rules` is a folder of the user's own."""
    return Demands(nlp, rulebook("demands", DemandsRule, rules), word_lists(rules))


class Demands:
    """Marks what actors want of one another: `doc._.demands`, and their contents in `doc.spans["demands"]`.

    Reads the dependency parse and `doc._.quotes`. Directives are told by construction (Searle 1976 for
    the term; Huddleston & Pullum 2002, ch. 10.9 and 11.1 for mandatives and imperatives).
    """

    def __init__(self, nlp: Language, rules: list[DemandsRule], words: Words) -> None:
        self._words = words
        self._base_form = nlp.vocab.strings.add("VB")
        self._imperatives: list[DemandsRule] = []
        self._rules: dict[int, list[DemandsRule]] = {}
        for rule in rules:
            if rule.construction == "imperative":
                self._imperatives.append(rule)
            for lemma in rule.cue:
                self._rules.setdefault(nlp.vocab.strings.add(lemma), []).append(rule)
        self._cues = np.array(list(self._rules), dtype="uint64")

    def __call__(self, doc: Doc) -> Doc:
        doc._.demands = list(self._directives(doc))
        mark(doc, "demands", ((directive.content, directive.rule) for directive in doc._.demands))
        return doc

    def _directives(self, doc: Doc) -> Iterator[Directive]:
        statement = statements(doc)
        taken: set[tuple[int, int]] = set()
        wanted: set[Token] = set()
        for reading in self._readings(doc, statement):
            if reading.verb in wanted or (reading.actor is not None and self._words.is_law(reading.actor)):
                continue  # to urge somebody to ask is not to ask; laws bind without asking
            if _is_anyone(reading.actor, statement[reading.cue.start]):
                continue
            reading.actor = _reporter(reading, statement) or reading.actor
            for head, span, doer in contents(reading.head, reading.theme, self._words):
                wanted.add(head)
                if (place := (span.start, span.end)) not in taken:
                    taken.add(place)
                    asked = doer or _asked(reading, head, self._words)
                    yield self._directive(reading, span, asked, statement[reading.cue.start])

    def _readings(self, doc: Doc, statement: list[Attribution | None]) -> Iterator[Reading]:
        columns = doc.to_array(["LEMMA", "TAG"])
        for i in np.flatnonzero(np.isin(columns[:, 0], self._cues)):
            token = doc[int(i)]
            for rule in self._rules[token.lemma]:
                if not rule.stated or statement[token.i] is not None:
                    yield from self._read(token, rule, statement[token.i])
        for i in np.flatnonzero(columns[:, 1] == self._base_form):
            quote = statement[i]
            if quote is None or (quote.cue is not None and quote.cue.root.lemma_ in self._words.heeding):
                continue
            if _is_speech(quote) and _is_independent(verb := doc[int(i)], statement):
                for rule in self._imperatives:
                    yield from imperative(verb, rule, self._words, quote)

    def _read(self, token: Token, rule: DemandsRule, quote: Attribution | None) -> Iterator[Reading]:
        if token.pos_ in {"NOUN", "PROPN"} and (read := NOMINAL.get(rule.construction)) is not None:
            yield from read(token, rule, self._words)
        elif token.pos_ in {"VERB", "AUX"} and (read := BY_VERB.get(rule.construction)) is not None:
            other = rule.construction != "proviso" and is_phrasal(token, rule)
            yield from () if other else read(token, rule, self._words)
        elif quote is not None and (state := NECESSITY.get(rule.construction)) is not None:
            yield from () if _is_of_thing(quote, self._words) else state(token, rule, self._words, quote)

    def _directive(self, reading: Reading, content: Span, asked: Token | None, within: Attribution | None) -> Directive:
        actor, quote = self._voice(reading, within)
        return Directive(
            content=_without_agent(_without_cue(content, reading), actor),
            cue=reading.cue,
            kind=reading.rule.kind,
            rule=reading.rule.id,
            stance="asserted" if reading.firm else stance(reading.verb, self._words),
            actor=None if self._words.is_nobody(actor) else phrase(actor),
            addressee=phrase(asked),
            within=within,
            quote=quote,
        )

    def _voice(self, reading: Reading, within: Attribution | None) -> tuple[Token | None, Attribution | None]:
        """Who wants it: in words of the clause, or the statement that is the wish of its speaker."""
        quote = within if reading.rule.stated else reading.quote
        if quote is None or reading.actor is not None:
            return reading.actor, None
        others, who = other_voice(reading.head, quote, self._words)
        return (who, None) if others else (None, quote)


def _is_anyone(actor: Token | None, within: Attribution | None) -> bool:
    """Whether the article itself says "you": "you would want a guide"."""
    return actor is not None and actor.lower_ == "you" and within is None


def _reporter(reading: Reading, statement: list[Attribution | None]) -> Token | None:
    """Who reports, where the parser took for a part of the report what the statement leaves out.

    In "said his client had slipped and urged the jury to wait" the client slipped, and did not urge.
    """
    actor, verb = reading.actor, reading.verb
    report = statement[actor.i] if actor is not None and actor.head != verb and verb.dep_ == "conj" else None
    if report is None or report is statement[reading.cue.start] or report.source is None:
        return None
    return report.source.root


def _asked(reading: Reading, head: Token, words: Words) -> Token | None:
    """Who is asked for a content that names no doer; nobody where it is a further clause with a subject of its own."""
    if head != reading.head and child(head, "nsubj", "nsubjpass") is not None:
        return None
    return reading.bearer or recipient(reading.verb, words)


def _is_independent(verb: Token, statement: list[Attribution | None]) -> bool:
    """Whether the verb heads a clause of its own, one that hangs on the narrator's words included."""
    if verb.dep_ in INDEPENDENT or (verb.dep_ == "conj" and statement[verb.head.i] is None):
        return True
    return verb.dep_ == "xcomp" and verb.i > 0 and verb.nbor(-1).is_quote  # "they just say, 'Go home'"


def _is_speech(quote: Attribution) -> bool:
    """Whether the words are spoken to somebody: quoted, and no line of a transcript, where hosts direct the talk."""
    return quote.kind != "indirect" and (quote.cue is None or not quote.cue[0].is_punct)


def phrase(token: Token | None) -> Span | None:
    """The noun phrase of a token, a possessive ending left out."""
    if token is None:
        return None
    span = noun_phrase(token)
    return span[:-1] if span[-1].dep_ == "case" else span


def _is_of_thing(quote: Attribution, words: Words) -> bool:
    """Whether a thing seems to speak that is no document: "theory suggests that it should slow down"."""
    source = quote.source.root if quote.source is not None else None
    if source is None or source.pos_ != "NOUN" or source.ent_type_ or words.can_ask(source):
        return False
    return words.is_act(source) or source.lemma_ in words.theories


def _without_cue(content: Span, reading: Reading) -> Span:
    """The content without the relative clause that asks for it: "the vote they demanded"."""
    if reading.verb.head != reading.head or reading.verb.dep_ not in {"relcl", "acl"}:
        return content
    return content.doc[content.start : min(content.end, max(content.start + 1, reading.verb.left_edge.i))]


def _without_agent(content: Span, actor: Token | None) -> Span:
    """The content without "by the ministry" at its end, where that is who wants it."""
    if actor is None or not content.start < actor.i < content.end or actor.right_edge.i + 1 < content.end:
        return content
    by = actor.head
    return content.doc[content.start : by.i] if content.start < by.i and by.dep_ in {"agent", "prep"} else content


def statements(doc: Doc) -> list[Attribution | None]:
    """For each token the innermost statement that holds it."""
    held: list[Attribution | None] = [None] * len(doc)
    spans = [(span, quote) for quote in doc._.quotes for span in quote.content]
    for span, quote in sorted(spans, key=lambda pair: len(pair[0]), reverse=True):
        held[span.start : span.end] = [quote] * len(span)
    return held
