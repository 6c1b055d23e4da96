"""What follows the words of a demand without belonging to them: remarks, past days, the letter that it was made in."""

from spacy.tokens import Span, Token

from extract.find.demands.rules import Words
from extract.parse.syntax import child

SPINE = 12  # how deep the end of a phrase is looked for
PRESENT = frozenset({"VBZ", "VBP"})
THIS = frozenset({"the", "this", "that"})


def before_aside(part: Token, words: Words) -> int:
    """Where the part ends, without a clause after a comma that only adds something."""
    end, node = part.right_edge.i + 1, part
    for _ in range(SPINE):
        last = next((right for right in reversed(list(node.rights)) if right.dep_ != "punct"), None)
        if last is None or last.right_edge.i + 1 != end:
            return end
        if _is_remark(last, words) and follows_comma(last):
            return last.left_edge.i - 1
        node = last
    return end


def follows_comma(part: Token) -> bool:
    """Whether a comma stands before the part."""
    first = part.left_edge.i  # of a tree with crossing arcs it may be the first word of all
    return first > 0 and part.doc[first - 1].text == ","


def _is_remark(part: Token, words: Words) -> bool:
    """Whether the part adds something: ", which means that", ", ending a row", ", something he never did"."""
    if part.dep_ == "appos":
        return part.lower_ in words.summing
    return part.dep_ == "relcl" or (part.dep_ in {"acl", "advcl"} and part.tag_ == "VBG")


def is_past(part: Token, words: Words) -> bool:
    """Whether the part tells a time that is over: not when something is to be done, but when it was asked for."""
    if part.dep_ == "prep":
        return part.lower_ in words.past  # "be patient since May"
    dated = part.dep_ == "npadvmod" or (part.dep_ == "advmod" and child(part, "npadvmod") is not None)
    return dated and any(word.lower_ in words.past for word in part.subtree)  # "rejoin two weeks ago"


def before_speech(span: Span, head: Token, words: Words) -> Span:
    """The words without the letter that says them, the background or a threat: "open the gate in a speech"."""
    if head.lemma_ in words.saying or any(part.tag_ == "MD" for part in head.lefts):
        return span
    for token in span[1:]:
        told = token.lower_ in words.meetings and _is_speech(child(token, "pobj"), words)
        aside = token.dep_ == "prep" and (told or token.lower_ in words.background)
        if aside or _threatens(token, words) or _goes_on(token, words):
            return span.doc[span.start : token.i]
        if is_second_act(token) and token.nbor(-1).dep_ == "cc":
            return span.doc[span.start : token.i - 1]
    return span


def is_second_act(verb: Token) -> bool:
    """Whether a past verb, hung on a present one, tells what the asker did: "told us to arrest who stays and left"."""
    return verb.tag_ == "VBD" and verb.dep_ == "conj" and verb.head.tag_ in PRESENT


def _goes_on(link: Token, words: Words) -> bool:
    """Whether the words go on with what happened next: "following which"."""
    return link.lower_ in words.later and link.i + 1 < len(link.doc) and link.nbor().tag_ == "WDT"


def _threatens(link: Token, words: Words) -> bool:
    """Whether "or" brings in what else will come: "or risk a fine"."""
    if link.dep_ != "cc" or link.lower_ != "or" or link.i + 1 == len(link.doc):
        return False
    return link.nbor().lemma_ in words.sanctions


def _is_speech(noun: Token | None, words: Words) -> bool:
    """Whether the noun is a new letter, speech or broadcast, none that was spoken of."""
    if noun is None or noun.tag_ == "NNS" or noun.lemma_.lower() not in words.speeches:
        return False
    return not any(part.dep_ == "det" and part.lower_ in THIS for part in noun.lefts)
