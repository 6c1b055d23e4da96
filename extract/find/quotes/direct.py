"""Direct speech: each quotation with the cue beside it, or with the one before that it carries on."""

from collections.abc import Iterable, Mapping

from spacy.tokens import Span

from extract.find.quotes.adjacency import Adjacency, is_finite
from extract.find.quotes.attribute import attribute
from extract.find.quotes.clauses import clause
from extract.find.quotes.content import content
from extract.find.quotes.cues import Cue, QuotesRule, Sign
from extract.find.quotes.layout import FINAL, MARKS, PAUSES, sentence_end, sentence_start, trim
from extract.find.quotes.parenthesis import interrupted
from extract.find.quotes.passage import Passage
from extract.find.quotes.quotation import Quotation
from extract.find.quotes.sources import announcer, source
from extract.parse.frames import Attribution

_LIST = 6  # tokens between two quotations of a list


class DirectSpeech:
    """Attributes the quotations of one text; `taken` are the attributions by the token of their cue."""

    def __init__(self, passage: Passage, cues: Iterable[Cue], rules: Mapping[Sign, QuotesRule]) -> None:
        self._passage = passage
        self._doc = passage.doc
        self._rules = rules
        beside: dict[int, Cue] = {}
        for cue in cues:
            if cue.takes("quotation"):
                beside.setdefault(cue.token.i, cue)
        self._beside = Adjacency(passage, beside, rules["other-verb"])
        self._found: list[Attribution] = []
        self.taken: dict[int, Attribution] = {}

    def attributions(self, quoted: Iterable[Quotation]) -> list[Attribution]:
        """The attributions of quotations, which are in the order of the text."""
        last: Attribution | None = None
        line = -1
        waiting: list[Quotation] = []  # quotations left open, whose cue comes with the paragraph that takes them up
        for quotation in quoted:
            here = self._passage.layout.line_start(quotation.left)
            if here != line and not quotation.resumed:
                last = None
            line = here
            made = self._attributed(quotation)
            if made is not None and quotation.resumed:
                made.content = [*map(self._passage.words, waiting), *made.content]
            made = made or self._carried(quotation, last)
            waiting = [] if made is not None else [*waiting, quotation] if quotation.resumed else [quotation]
            last = made or last
        for made in self._found:
            made.kind = self._passage.kind(made.content)
        return self._found

    def _attributed(self, quotation: Quotation) -> Attribution | None:
        """The attribution of a quotation with a cue of its own."""
        cue = self._beside.leader(quotation)
        if cue is not None and not _has_said(cue, quotation):
            return self._led(cue, quotation)
        behind = self._beside.follower(quotation)
        words = self._followed(quotation) if behind is not None else None
        if behind is not None and words is not None:
            return self._add(behind, words)
        return self._announced(quotation, cue) or self._signed(quotation)

    def _add(self, cue: Cue, span: Span) -> Attribution:
        made = self.taken.get(cue.token.i)
        if made is not None:
            made.content.append(span)
            return made
        made = self.taken[cue.token.i] = attribute(cue, [span], self._passage)
        self._found.append(made)
        return made

    def _led(self, cue: Cue, quotation: Quotation) -> Attribution:
        """A quotation behind its cue; one that goes on with a sentence takes the sentence's beginning with it."""
        made = self._add(cue, self._to_its_end(cue, quotation))
        paused = any(t.text in PAUSES for t in self._doc[cue.token.i : quotation.left])
        if paused and len(made.content) == 1 and self._doc[quotation.start].is_lower:
            made.content = [*interrupted(cue.token), *made.content]
        return made

    def _to_its_end(self, cue: Cue, quotation: Quotation) -> Span:
        """A quotation with the rest of the clause if it stops short of its end: said “we will win” in June."""
        words = self._passage.words(quotation)
        if self._doc[quotation.end - 1].text in FINAL | PAUSES or cue.rule.word != "verb":
            return words
        for span in clause(cue):
            if span.start <= words.start and span.end > words.end:
                return self._passage.to_closing_mark(self._doc[words.start : span.end])
        return words

    def _followed(self, quotation: Quotation) -> Span | None:
        """A quotation before its cue, with the words of its sentence before it; None for a title ("In “Today,” …")."""
        words = self._passage.words(quotation)
        if self._passage.stands_alone(quotation) or self._doc[quotation.left - 1].text in PAUSES:
            return words
        whole = trim(self._doc, sentence_start(self._doc, quotation.left), quotation.end) or words
        return whole if any(is_finite(t) for t in whole) else None

    def _announced(self, quotation: Quotation, cue: Cue | None) -> Attribution | None:
        """A quotation behind a colon, said by whom the words before the colon are about."""
        colon = self._passage.layout.before(quotation.left)
        if colon < 0 or self._doc[colon].text != ":" or not self._passage.ends(quotation):
            return None
        who = source(cue) if cue is not None else announcer(self._doc, sentence_start(self._doc, colon), colon)
        return self._shown(quotation, "colon", colon, who) if who is not None else None

    def _signed(self, quotation: Quotation) -> Attribution | None:
        """A quotation with a name behind a dash under it."""
        signed = self._beside.signature(quotation) if self._passage.stands_alone(quotation) else None
        return self._shown(quotation, "dash", *signed) if signed is not None else None

    def _shown(self, quotation: Quotation, sign: Sign, cue: int, who: Span) -> Attribution:
        words = self._passage.words(quotation)
        made = Attribution([words], "direct", self._rules[sign].id, self._doc[cue : cue + 1], who)
        self._found.append(made)
        return made

    def _carried(self, quotation: Quotation, last: Attribution | None) -> Attribution | None:
        """The attribution that a quotation without a cue goes on with."""
        if last is None:
            return None
        alone = self._passage.stands_alone(quotation)
        if quotation.resumed or (alone and self._passage.ends(quotation)) or self._is_listed(last, quotation):
            last.content.append(self._passage.words(quotation))
            return last
        rest = self._rest(quotation) if alone else None
        if rest is not None:
            last.content.append(rest)
        return last if rest is not None else None

    def _rest(self, quotation: Quotation) -> Span | None:
        """A quotation with the words that end its sentence, if they say nothing of their own: “We lost” the vote."""
        words = self._doc[quotation.right : sentence_end(self._doc, quotation.right)]
        if not quotation.end - quotation.start > len(words) > 0 or any(is_finite(t) or t.text in MARKS for t in words):
            return None
        return trim(self._doc, quotation.start, words.end)

    def _is_listed(self, last: Attribution, quotation: Quotation) -> bool:
        """Whether nothing but commas and "and" stands between a quotation and the one before: “…,” “…” and “…”."""
        between = self._doc[last.content[-1].end : quotation.left]
        return len(between) <= _LIST and all(t.is_punct or t.dep_ in {"cc", "intj"} for t in between)


def _has_said(cue: Cue, quotation: Quotation) -> bool:
    """Whether the cue has a clause of its own before the quotation: "said it was over: “We lost.”"."""
    spans = content(cue)
    return bool(spans) and cue.token.i < spans[0].start and spans[-1].end <= quotation.left
