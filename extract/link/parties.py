"""Who the parties of a demand are: from their words, or from the statement that holds it, to entities."""

from spacy.language import Language
from spacy.tokens import Doc, Span

from extract.find.demands.rules import Words, word_lists
from extract.link.lookup import Lookup
from extract.link.restatements import name_askers
from extract.parse.countries import Countries, load_countries
from extract.parse.frames import Attribution, Directive, Entity

SPEAKER = frozenset({"i", "me", "my", "we", "us", "our"})
JOINT = frozenset({"we", "us", "our"})
TOLD = frozenset({"it"})  # "reminded the firm that it must pay"
HEARER = frozenset({"you", "your"})


@Language.factory("extract_parties_v1", assigns=["doc._.demands"], default_config={"rules": None})
def make_parties(nlp: Language, name: str, rules: str | None) -> "Parties":
    """Builds the component; `rules` is a folder of the user's own."""
    return Parties(word_lists(rules), load_countries(rules))


class Parties:
    """Gives each demand the entities of its actor, addressee and reporter.

    Inside a statement "I" and "we" are its speaker and "you" its hearer; a demand that names nobody
    who wants it is the speaker's. What somebody asks "further", he asks of the same.
    """

    def __init__(self, words: Words, countries: Countries) -> None:
        self._words = words
        self._countries = countries

    def __call__(self, doc: Doc) -> Doc:
        lookup = Lookup(doc)
        last: Directive | None = None
        for directive in doc._.demands:
            _resolve(directive, lookup)
            if directive.within is not None and _is_refused(directive.within, self._words):
                directive.reporter = directive.reporter_entity = None
            if last is not None and directive.addressee is None and self._goes_on(last, directive):
                directive.addressee, directive.addressee_entity = last.addressee, last.addressee_entity
            if directive.actor is not None and directive.actor_entity is None:
                directive.actor_entity = self._government(directive.actor)
            last = directive
        name_askers(doc._.demands)
        doc._.demands = [directive for directive in doc._.demands if not _is_own_need(directive, lookup)]
        return doc

    def _government(self, span: Span) -> Entity | None:
        """Whose demand is called by a nationality: "a Peruvian demand"."""
        code = self._countries.demonym(span.text) if span.root.ent_type_ == "NORP" else None
        governments = (e for e in span.doc._.actors if e.kind == "government" and e.country == code)
        return next(governments, None) if code is not None else None

    def _goes_on(self, last: Directive, directive: Directive) -> bool:
        """Whether somebody adds a demand to the last, in the next sentence: "Further, Peru called for"."""
        who = directive.actor_entity
        if who is None or who is not last.actor_entity or last.addressee_entity is None:
            return False
        cue = directive.cue[0]
        between = directive.cue.doc[last.cue.end : cue.i]
        near = sum(bool(token.is_sent_start) for token in between) == 1
        return near and any(t.dep_ == "advmod" and t.lower_ in self._words.adding for t in cue.lefts)


def _is_refused(statement: Attribution, words: Words) -> bool:
    """Whether the words refuse a demand and report none: "rejected calls for a vote"."""
    return statement.cue is not None and statement.cue.root.lemma_ in words.facing


def _is_own_need(directive: Directive, lookup: Lookup) -> bool:
    """Whether somebody only says what he or she must do: "the firm said it must save"."""
    told = directive.quote is not None and directive.quote.kind == "indirect"
    if not told or directive.addressee is None or directive.addressee.root.pos_ != "PRON":
        return False
    who = directive.actor_entity
    return who is not None and lookup.entity(directive.addressee) in {who, who.speaks_for} - {None}


def _resolve(directive: Directive, lookup: Lookup) -> None:
    within = directive.within
    speaker = _speaker(within, lookup)
    if directive.quote is not None:
        directive.actor, directive.actor_entity = directive.quote.source, _speaker(directive.quote, lookup)
    else:
        directive.actor_entity = _who(directive.actor, within, lookup)
        if directive.actor_entity is None and within is not None and _is_speaker(directive.actor):
            directive.actor = _named_source(within) or directive.actor
        if within is not None and (speaker is None or speaker is not directive.actor_entity):
            directive.reporter, directive.reporter_entity = within.source, speaker
    _resolve_addressee(directive, lookup)


def _is_speaker(span: Span | None) -> bool:
    return span is not None and span.text.lower() in SPEAKER


def _named_source(statement: Attribution) -> Span | None:
    """The words for the speaker where they tell more than "he" or "we"."""
    source = statement.source
    return source if source is not None and source.root.pos_ != "PRON" else None


def _speaker(statement: Attribution | None, lookup: Lookup) -> Entity | None:
    if statement is None:
        return None
    return statement.speaker_entity or lookup.entity(statement.source)


def _resolve_addressee(directive: Directive, lookup: Lookup) -> None:
    """Who is asked; nobody in particular where a speaker says that "we" must act, or "you" at large."""
    asked = directive.addressee
    if asked is None:
        return
    word = asked.text.lower()
    if not (directive.quote is not None and word in SPEAKER):
        directive.addressee_entity = _who(asked, directive.within, lookup)
    if directive.addressee_entity is None and word in TOLD and directive.quote is not None:
        directive.addressee_entity = directive.quote.addressee_entity or lookup.entity(directive.quote.addressee)
    if directive.addressee_entity is directive.actor_entity:
        directive.addressee_entity = None  # nobody asks himself, but for "himself" (Chomsky 1981, principles B and C)
    if directive.addressee_entity is None and word in HEARER | SPEAKER:
        directive.addressee = None


def _who(span: Span | None, statement: Attribution | None, lookup: Lookup) -> Entity | None:
    """The entity of the words; that of the speaker or hearer for "I", "we" and "you" in a statement."""
    if span is not None and statement is not None and len(span) == 1:
        if span[0].lower_ in SPEAKER:
            speaker = _speaker(statement, lookup)
            body = speaker.speaks_for if speaker is not None and span[0].lower_ in JOINT else None
            return body or speaker or lookup.entity(span)
        if span[0].lower_ in HEARER:
            return statement.addressee_entity or lookup.entity(statement.addressee)
    entity = lookup.entity(span) if span is None or span[0].lower_ != "no" else None
    return entity if entity is None or span is None or _is_meant(entity, span) else None


def _is_meant(entity: Entity, span: Span) -> bool:
    """Whether the words mean the entity, and do not only mention it: "Peru's allies", "Peruvian farmers"."""
    heads = {mention.head for mention in entity.mentions}
    if span.root.i in heads or (span.root.dep_ == "appos" and span.root.head.i in heads):
        return True
    within = [span.doc[i] for i in heads if span.start <= i < span.end]
    return any(t.dep_ == "appos" or (t.dep_ == "pobj" and t.head.lower_ == "of") for t in within)
