"""Attributions put together: each quotation and each clause with its cue and its source."""

from collections.abc import Iterable, Mapping, Sequence

from spacy.tokens import Span

from extract.find.adjacency import Adjacency, is_finite, last_word
from extract.find.content import clause, content, interrupted, trim
from extract.find.cues import Cue, QuotesRule, Sign
from extract.find.edges import cut, extend
from extract.find.layout import FINAL, PAUSES, Layout
from extract.find.quotation import Quotation
from extract.find.sources import addressee, announcer, beside, source
from extract.find.transcripts import Turn, headline, turns
from extract.parse.frames import Attribution
from extract.records import QuoteKind

_DIRECT_SHARE = 0.95
_LIST = 6  # tokens between two quotations of a list
_STATEMENT = 4  # tokens of the shortest quotation that goes on without a cue


class Attributor:
    """Puts together the attributions of one text."""

    def __init__(
        self, layout: Layout, quoted: Sequence[Quotation], cues: Iterable[Cue], rules: Mapping[Sign, QuotesRule]
    ) -> None:
        self._layout = layout
        self._doc = layout.doc
        self._quoted = quoted
        self._inside = frozenset(i for q in quoted for i in range(q.start, q.end))
        self._cues = [cue for cue in cues if cue.token.i not in self._inside]
        self._cues_at: dict[int, list[Cue]] = {}
        for cue in self._cues:
            self._cues_at.setdefault(cue.token.i, []).append(cue)
        self._nesting = frozenset(cue.rule.id for cue in self._cues if cue.rule.nests)
        self._reporting = frozenset(cue.token.i for cue in self._cues if cue.rule.word == "verb")
        beside = {cue.token.i: cue for cue in reversed(self._cues) if cue.takes("quotation")}
        self._beside = Adjacency(layout, beside, self._inside, rules["other-verb"])
        self._turns = turns(layout)
        self._spoken = frozenset(i for turn in self._turns for i in range(turn.source.start, turn.content[-1].end))
        self._rules = rules
        self._taken: dict[int, Attribution] = {}

    def attributions(self) -> list[Attribution]:
        """All attributions, in the order of the text."""
        found = [*self._printed(), *self._direct()]
        for cue in self._cues:
            if cue.token.i not in self._taken and cue.token.i not in self._spoken:
                found.extend(self._indirect(cue))
        found.extend(self._continued(found))
        by_cue = sorted(found, key=lambda a: a.cue.start if a.cue is not None else a.content[0].start)
        self._share_sources(by_cue)
        return self._outermost(sorted(found, key=lambda a: (a.content[0].start, -a.content[-1].end)))

    def _share_sources(self, found: Sequence[Attribution]) -> None:
        """Gives a cue without a source of its own that of the cue before it: "Flores denied it, adding that …"."""
        holder = {i: made for made in reversed(found) for span in made.content for i in range(span.start, span.end)}
        last: Attribution | None = None
        for made in found:
            if made.cue is None or made.cue.start in holder:
                continue
            if last is not None and self._lacks_source(made, holder) and self._in_one_sentence(last, made):
                made.source = last.source
            if made.source is not None:
                last = made

    def _lacks_source(self, made: Attribution, holder: Mapping[int, Attribution]) -> bool:
        if made.cue is None or made.cue[0].pos_ not in {"VERB", "AUX"}:
            return False
        return made.source is None or holder.get(made.source.start, made) is not made

    def _in_one_sentence(self, last: Attribution, made: Attribution) -> bool:
        if last.cue is None or made.cue is None or not last.cue.start < made.cue.start:
            return False
        return self._layout.sentence_start(made.cue.start) <= last.cue.start

    def _outermost(self, found: list[Attribution]) -> list[Attribution]:
        """Attributions whose cue stands in the content of another are nested: those of speech alone are kept."""
        held = frozenset(i for made in found for span in made.content for i in range(span.start, span.end))
        kept: list[Attribution] = []
        for made in found:
            made.nested = made.cue is not None and made.cue.start in held
            if not made.nested or made.rule in self._nesting:
                kept.append(made)
        return kept

    def _printed(self) -> list[Attribution]:
        """What print gives to a speaker: the turns of transcripts, the statement of a headline."""
        made = [self._turn(turn, self._rules["transcript"]) for turn in self._turns]
        head = headline(self._layout, self._rules["headline"])
        return made if head is None else [self._turn(head, self._rules["headline"]), *made]

    def _turn(self, turn: Turn, rule: QuotesRule) -> Attribution:
        kind: QuoteKind = "direct" if rule.sign == "transcript" else self._kind(turn.content)
        return Attribution(turn.content, kind, rule.id, self._doc[turn.colon : turn.colon + 1], turn.source)

    def _direct(self) -> list[Attribution]:
        """Quotations with a cue beside them, and those that carry one of these on."""
        found: list[Attribution] = []
        last: Attribution | None = None
        line = -1
        for quotation in self._quoted:
            here = self._layout.line_start(quotation.left)
            if here != line and not quotation.resumed:
                last = None
            line = here
            if quotation.start in self._spoken:
                continue
            last = self._attributed(quotation, found) or self._carried(quotation, last) or last
        for made in found:
            made.kind = self._kind(made.content)
        return found

    def _attributed(self, quotation: Quotation, found: list[Attribution]) -> Attribution | None:
        """The attribution of a quotation with a cue of its own."""
        cue = self._beside.leader(quotation)
        if cue is not None and not self._has_said(cue, quotation):
            made = self._add(found, cue, self._led(cue, quotation))
            if len(made.content) == 1 and self._doc[quotation.start].is_lower:
                made.content = [*interrupted(cue.token), *made.content]
            return made
        behind = self._beside.follower(quotation)
        if behind is not None and (words := self._followed(quotation)) is not None:
            return self._add(found, behind, words)
        colon = self._layout.before(quotation.left)
        if colon >= 0 and self._doc[colon].text == ":":
            return self._announced(quotation, colon, cue, found)
        signed = self._beside.signature(quotation) if self._layout.stands_alone(quotation.left) else None
        return self._signed(quotation, signed, found) if signed is not None else None

    def _ends(self, quotation: Quotation) -> bool:
        """Whether a quotation ends with its sentence or at a pause."""
        return last_word(quotation, self._doc) in FINAL | PAUSES or not self._doc[quotation.right : quotation.right + 1].text.isalpha()

    def _is_listed(self, last: Attribution, quotation: Quotation) -> bool:
        """Whether nothing but commas and "and" stands between a quotation and the one before: “…,” “…” and “…”."""
        between = self._doc[last.content[-1].end : quotation.left]
        return 0 <= len(between) <= _LIST and all(t.is_punct or t.dep_ in {"cc", "intj"} for t in between)

    def _has_said(self, cue: Cue, quotation: Quotation) -> bool:
        """Whether the cue has a clause of its own before the quotation: "said it was over: “We lost.”"."""
        spans = content(cue)
        return bool(spans) and cue.token.i < spans[0].start and spans[-1].end <= quotation.left

    def _announced(
        self, quotation: Quotation, colon: int, cue: Cue | None, found: list[Attribution]
    ) -> Attribution | None:
        """The attribution of a quotation behind a colon, said by whom the words before the colon are about."""
        who = source(cue) if cue is not None else announcer(self._doc, self._layout.sentence_start(colon), colon)
        if who is None:
            return None
        made = Attribution(
            [self._words(quotation)], "direct", self._rules["colon"].id, self._doc[colon : colon + 1], who
        )
        found.append(made)
        return made

    def _continued(self, found: Iterable[Attribution]) -> list[Attribution]:
        """Statements in quotation marks without a cue: the last speaker goes on."""
        held = frozenset(i for made in found for span in made.content for i in range(span.start, span.end))
        made: list[Attribution] = []
        before = sorted((a for a in found if a.source is not None), key=lambda a: a.content[-1].end)
        for quotation in self._quoted:
            if quotation.start in held or not self._is_statement(quotation):
                continue
            last = next((a for a in reversed([*before, *made]) if a.content[-1].end <= quotation.start), None)
            if last is None or not self._follows(last, quotation):
                continue
            words = self._words(quotation)
            if last.kind == "mixed" and self._layout.line_start(last.content[0].start) == self._layout.line_start(
                quotation.left
            ):
                last.content.append(words)
            else:
                made.append(Attribution([words], "direct", self._rules["continued"].id, source=last.source))
        return made

    def _is_statement(self, quotation: Quotation) -> bool:
        """Whether a quotation stands alone as a sentence of its own."""
        last = self._doc[quotation.end - 1].text
        return (
            self._layout.stands_alone(quotation.left)
            and last in FINAL
            and quotation.end - quotation.start >= _STATEMENT
        )

    def _follows(self, last: Attribution, quotation: Quotation) -> bool:
        """Whether a quotation stands in the line of the last attribution or in the next."""
        start = self._layout.line_start(quotation.left)
        return self._layout.line_end(last.content[-1].end - 1) >= self._layout.before(start)

    def _signed(self, quotation: Quotation, signed: tuple[int, Span], found: list[Attribution]) -> Attribution:
        dash, name = signed
        made = Attribution([self._words(quotation)], "direct", self._rules["dash"].id, self._doc[dash : dash + 1], name)
        found.append(made)
        return made

    def _carried(self, quotation: Quotation, last: Attribution | None) -> Attribution | None:
        """The attribution that a quotation without a cue goes on with."""
        if last is None:
            return None
        whole = self._layout.stands_alone(quotation.left) and self._ends(quotation)
        if quotation.resumed or whole or self._is_listed(last, quotation):
            last.content.append(self._words(quotation))
            return last
        return None

    def _add(self, found: list[Attribution], cue: Cue, span: Span) -> Attribution:
        made = self._taken.get(cue.token.i)
        if made is not None:
            made.content.append(span)
            return made
        made = self._attribute(cue, [span])
        self._taken[cue.token.i] = made
        found.append(made)
        return made

    def _words(self, quotation: Quotation) -> Span:
        return trim(self._doc, quotation.start, quotation.end) or quotation.span(self._layout)

    def _led(self, cue: Cue, quotation: Quotation) -> Span:
        """A quotation behind its cue, with the rest of the clause if it stops short of its end."""
        words = self._words(quotation)
        ends = self._doc[quotation.end - 1].text in FINAL | PAUSES
        if ends or cue.rule.word != "verb":
            return words
        for span in clause(cue.token):
            if span.start <= words.start and span.end > words.end:
                return self._to_closing_mark(self._doc[words.start : span.end])
        return words

    def _followed(self, quotation: Quotation) -> Span | None:
        """A quotation before its cue, with the words of its sentence before it; None for a title ("In “Today,” …")."""
        words = self._words(quotation)
        if self._layout.stands_alone(quotation.left) or self._doc[quotation.left - 1].text in PAUSES:
            return words
        whole = trim(self._doc, self._layout.sentence_start(quotation.left), quotation.end) or words
        return whole if any(is_finite(t) for t in whole) else None

    def _indirect(self, cue: Cue) -> list[Attribution]:
        if cue.rule.only and cue.token.head.i in self._reporting:
            return []  # "in a poll, most said": the verb attributes
        first, last = self._layout.line_start(cue.token.i), self._layout.line_end(cue.token.i)
        spans = [span for span in content(cue) if first <= span.start and span.end <= last]
        if not spans or not self._is_weighty(cue, spans):
            return []
        spans[-1] = cut(self._to_closing_mark(spans[-1]), cue.token, self._reports)
        if spans[-1].start > cue.token.i:
            spans[-1] = extend(spans[-1], cue.token)
        made = self._attribute(cue, spans)
        if made.source is None and (cue.rule.word == "noun" or not cue.takes("clause")):
            return []  # what only is an action, a view, is a statement only if somebody has it
        self._taken[cue.token.i] = made
        return [made]

    def _reports(self, i: int) -> bool:
        """Whether a token is a verb that attributes something."""
        return i in self._reporting and any(content(cue) for cue in self._cues_at.get(i, ()))

    def _is_weighty(self, cue: Cue, spans: Iterable[Span]) -> bool:
        """Whether the content has the words that the rule asks for, or some in quotation marks."""
        words = [t.i for span in spans for t in span if not t.is_punct]
        return len(words) >= cue.rule.least or any(i in self._inside for i in words)

    def _to_closing_mark(self, span: Span) -> Span:
        """The span with the rest of a quotation that begins in it: parsers end sentences inside quotations."""
        for quotation in self._quoted:
            if span.start <= quotation.start and quotation.left <= span.end < quotation.end:
                return trim(self._doc, span.start, quotation.end) or span
        return span

    def _attribute(self, cue: Cue, spans: list[Span]) -> Attribution:
        return Attribution(
            content=spans,
            kind=self._kind(spans),
            rule=cue.rule.id,
            cue=self._doc[cue.token.i : cue.token.i + 1],
            source=self._source(cue, spans),
            addressee=addressee(cue),
        )

    def _source(self, cue: Cue, spans: Sequence[Span]) -> Span | None:
        """Who speaks; never somebody named in the content itself or in a quotation."""
        found = source(cue)
        if self._may_speak(found, spans):
            return found
        found = beside(cue.token) if cue.rule.word == "verb" else None
        return found if self._may_speak(found, spans) else None

    def _may_speak(self, found: Span | None, spans: Iterable[Span]) -> bool:
        if found is None or found.root.i in self._inside:
            return False
        return not any(found.start < span.end and span.start < found.end for span in spans)

    def _kind(self, spans: Iterable[Span]) -> QuoteKind:
        words = [t.i in self._inside for span in spans for t in span if not (t.is_punct or t.is_space)]
        if not any(words):
            return "indirect"
        return "direct" if sum(words) >= _DIRECT_SHARE * len(words) else "mixed"

