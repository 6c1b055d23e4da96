"""Indirect speech: each cue with the clause or phrase that it governs."""

from collections.abc import Container, Iterable, Sequence

from spacy.tokens import Span, Token

from extract.find.quotes.attribute import attribute
from extract.find.quotes.complements import is_infinitive
from extract.find.quotes.content import content
from extract.find.quotes.cues import Cue
from extract.find.quotes.edges import cut, extend, resume, without_leading, without_trailing
from extract.find.quotes.passage import Passage
from extract.parse.frames import Attribution
from extract.parse.syntax import child


class IndirectSpeech:
    """Attributes what cues govern in the grammar of one text."""

    def __init__(self, passage: Passage, cues: Sequence[Cue]) -> None:
        self._passage = passage
        self._cues = cues
        self._verbs: dict[int, list[Cue]] = {}
        for cue in cues:
            if cue.rule.word == "verb":
                self._verbs.setdefault(cue.token.i, []).append(cue)

    def attributions(self, taken: Container[int]) -> list[Attribution]:
        """One attribution a cue at most, none for the cues of `taken`; of several readings the first that is filled."""
        found: dict[int, Attribution] = {}
        for cue in self._cues:
            if cue.token.i not in taken and cue.token.i not in found and (made := self._attributed(cue)) is not None:
                found[cue.token.i] = made
        return list(found.values())

    def _attributed(self, cue: Cue) -> Attribution | None:
        if _describes(cue) or (cue.rule.asserted and not _is_asserted(cue.token)):
            return None
        if self._is_anothers(cue):
            return None
        layout = self._passage.layout
        first, last = layout.line_start(cue.token.i), layout.line_end(cue.token.i)
        spans = [span for span in content(cue) if first <= span.start and span.end <= last]
        if not spans or self._is_requested(cue.token):
            return None
        spans = [*spans[:-1], self._edged(cue, spans[-1])]
        if spans[0].start < cue.token.i and spans[0].start not in self._passage.inside:
            spans[0] = without_leading(spans[0])
        if not self._is_weighty(cue, spans):
            return None
        made = attribute(cue, spans, self._passage)
        return made if _is_somebodys(made, cue) and not _is_anothers_words(made, cue) else None

    def _is_anothers(self, cue: Cue) -> bool:
        """Whether a verb attributes, not the phrase on it: "in a poll, most said that …"."""
        phrase = cue.rule.word == "preposition" and cue.rule.only and not cue.rule.possessed
        return bool(phrase) and cue.token.head.i in self._verbs

    def _is_requested(self, verb: Token) -> bool:
        """Whether somebody is only asked to tell: "urged Peru to explain why it left"."""
        asked = any(cue.takes("request") for cue in self._verbs.get(verb.head.i, ()))
        return asked and is_infinitive(verb)

    def _edged(self, cue: Cue, span: Span) -> Span:
        """The last span of a content, ending where the reported words end."""
        span = cut(self._passage.to_closing_mark(span), cue.token, self._reports)
        if span.start > cue.token.i:
            span = resume(extend(span, cue.token), cue.token)
        return without_trailing(span)

    def _reports(self, token: int) -> bool:
        """Whether a token is a verb that attributes something."""
        return any(content(cue) for cue in self._verbs.get(token, ()))

    def _is_weighty(self, cue: Cue, spans: Iterable[Span]) -> bool:
        """Whether the content has the words that the rule asks for, or some in quotation marks."""
        if any(i in self._passage.inside for span in spans for i in range(span.start, span.end)):
            return True
        return sum(not t.is_punct for span in spans for t in span) >= cue.rule.least


def _describes(cue: Cue) -> bool:
    """Whether a participle tells who somebody is: "villagers opposing the mine", not "a letter opposing the mine"."""
    participle = cue.token.dep_ == "acl" and cue.token.tag_ == "VBG" and cue.takes("object")
    return participle and cue.token.head.lemma_.lower() not in cue.rule.vehicle


def _is_asserted(verb: Token) -> bool:
    """Whether a verb tells what somebody does or did: "they back the bill", not "those who back it", "to back it"."""
    told = verb.dep_ in {"ROOT", "conj", "ccomp"} or (verb.dep_ == "advcl" and verb.tag_ == "VBD")
    return told and child(verb, "nsubj", "nsubjpass") is not None


def _is_anothers_words(made: Attribution, cue: Cue) -> bool:
    """Whether words all in quotation marks stand behind a verb of thinking: somebody else is quoted there."""
    thinks = cue.rule.word == "verb" and cue.takes("clause") and not cue.takes("quotation")
    return thinks and made.kind == "direct"


def _is_somebodys(made: Attribution, cue: Cue) -> bool:
    """Whether an attribution has the source that it needs: what is only an act or a view is somebody's."""
    if cue.rule.subject and not _is_among(made.addressee if cue.rule.told else made.source, cue.rule.subject):
        return False
    if made.source is None:
        declared = cue.rule.word != "noun" or made.content[0][0].tag_ != "TO"
        return declared and cue.rule.word != "adjective" and (cue.takes("clause") or cue.takes("held"))
    return made.source.root.lower_ not in cue.rule.unless


def _is_among(who: Span | None, nouns: Sequence[str]) -> bool:
    return who is not None and who.root.lemma_.lower() in nouns
