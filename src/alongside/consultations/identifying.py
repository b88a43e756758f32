"""What in a text could say who a child is: looked for before a consultation without names is saved (E15). Pure.

It warns and never blocks: a person decides. A warning at every sentence would not be read, so each kind is looked
for narrowly; what is missed is caught by the adviser, who is told that no name was given.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum

from alongside.consultations.identifying_words import (
    NOT_A_NAME,
    OFTEN_A_WORD,
    PLACES_OF_CHILDREN,
    RARE_TRAITS,
    STREETS,
    TITLES,
)

LONGEST = 20_000  # no text of a consultation is longer; what lies beyond is not looked at


class Trace(StrEnum):
    """What kind of thing could say who it is."""

    NHS_NUMBER = "nhs_number"
    DATE_OF_BIRTH = "date_of_birth"
    POSTCODE = "postcode"
    TELEPHONE = "telephone"
    EMAIL = "email"
    ADDRESS = "address"
    CASE_NUMBER = "case_number"
    FULL_NAME = "full_name"
    INITIALS = "initials"
    KNOWN_NAME = "known_name"
    RARE_TOGETHER = "rare_together"


SENTENCES = {
    Trace.NHS_NUMBER: "“{words}” is an NHS number. Leave it out.",
    Trace.DATE_OF_BIRTH: "“{words}” looks like a date of birth. Say how old the child is instead.",
    Trace.POSTCODE: "“{words}” looks like a postcode. Leave it out, or say “the area”.",
    Trace.TELEPHONE: "“{words}” looks like a telephone number. Leave it out.",
    Trace.EMAIL: "“{words}” looks like an e-mail address. Leave it out.",
    Trace.ADDRESS: "“{words}” looks like an address. Say “their home”.",
    Trace.CASE_NUMBER: "“{words}” looks like the number of a record. Leave it out.",
    Trace.FULL_NAME: "“{words}” looks like a name. Say “the child”, “the mother” or “a neighbour”.",
    Trace.INITIALS: "“{words}” looks like initials, which say who it is to those who know. Say “the child”.",
    Trace.KNOWN_NAME: "“{words}” is a name of somebody you work with. Say “the child” or “the parent”.",
    Trace.RARE_TOGETHER: (
        "{words} together may say who it is, because few share it at one place. Leave out the place."
    ),
}


@dataclass(frozen=True, slots=True)
class Identifying:
    """One thing that was found: what it is, the exact words, where they begin, and what to do instead."""

    trace: Trace
    words: str
    start: int
    together: str = ""  # of what says it only together: both, as a person reads them

    @property
    def sentence(self) -> str:
        """What a person reads about it."""
        return SENTENCES[self.trace].format(words=self.together or " ".join(self.words.split()))


def found(text: str, *, known: Collection[str] = (), beside: str = "") -> tuple[Identifying, ...]:
    """Everything in a text that could say who it is about, in order; each stretch of text once.

    `known` holds full names of people whom the writer works with: any part of them counts wherever it stands.
    `beside` is what is read together with the text: it may say with it what neither says alone.
    """
    looked_at = text[:LONGEST]
    traces = (
        *_numbers(looked_at),
        *_known_names(looked_at, known),
        *_names(looked_at),
        *_rare(looked_at, beside[:LONGEST]),
    )
    ordered = sorted(traces, key=lambda each: (each.start, -len(each.words)))
    kept: list[Identifying] = []
    for each in ordered:
        if not kept or each.start >= kept[-1].start + len(kept[-1].words):
            kept.append(each)
    return tuple(kept)


_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_YEAR = r"(?:(?:19|20)\d\d|\d\d)"
_BORN = r"(?:born(?: on)?|dob|d\.o\.b\.?|date of birth|birthday(?: is)?(?: on)?)[ :]{0,3}(?:is |on |the )?"
PATTERNS: tuple[tuple[Trace, re.Pattern[str]], ...] = (
    (Trace.EMAIL, re.compile(r"\b[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}\b")),
    (
        Trace.DATE_OF_BIRTH,
        re.compile(
            rf"\b{_BORN}(?:{_DAY}[ /.-]{{1,2}}(?:\d{{1,2}}|{_MONTH})(?:[ /.,-]{{1,2}}{_YEAR})?"
            rf"|{_MONTH} {_DAY}(?:,? {_YEAR})?)\b",
            re.IGNORECASE,
        ),
    ),
    # An exact day with a year in the past of a childhood is nearly always somebody's birth, whatever stands before it.
    (
        Trace.DATE_OF_BIRTH,
        re.compile(
            rf"\b(?:0?[1-9]|[12]\d|3[01])[/.-](?:0?[1-9]|1[0-2])[/.-](?:19|20)\d\d\b"
            rf"|\b{_DAY} {_MONTH},? (?:19|20)\d\d\b",
            re.IGNORECASE,
        ),
    ),
    (
        Trace.DATE_OF_BIRTH,
        re.compile(r"(?<![\d.])(?:0[1-9]|[12]\d|3[01])([/.-])(?:0[1-9]|1[0-2])\1\d\d(?![\d.]\d|\d)"),
    ),
    (
        Trace.POSTCODE,
        re.compile(r"\b(?:[A-Z]{1,2}\d[A-Z\d]?|GIR) ?\d[ABD-HJLNP-UW-Z]{2}\b", re.IGNORECASE),
    ),
    (
        Trace.TELEPHONE,
        re.compile(r"(?<![\d+])(?:\+44[ -]?(?:\(0\)[ -]?)?|0)[1-9](?:[ -]?\d){8,9}(?!\d)"),
    ),
    (
        Trace.ADDRESS,
        re.compile(
            rf"\b(?:flat \d{{1,4}}[a-z]?,? )?\d{{1,4}}[a-z]? (?:[A-Z][\w’'-]{{1,20}} ){{1,3}}(?:{STREETS})\b"
        ),
    ),
    (
        Trace.CASE_NUMBER,
        re.compile(
            r"\b(?:\d{2}/\d{2,8}[A-Z]|(?:urn|crn|pnc|upn|lac|case(?: (?:no|number|ref))?|ref(?:erence)?)"
            r"[ .:#]{1,3}[A-Z]{0,4}[-/]?\d[\w/-]{3,15})\b",
            re.IGNORECASE,
        ),
    ),
)
_TEN_DIGITS = re.compile(r"(?<![\d+])\d(?:[ -]?\d){9}(?!\d)")


def _numbers(text: str) -> Iterator[Identifying]:
    for trace, pattern in PATTERNS:
        for match in pattern.finditer(text):
            yield Identifying(trace, match[0], match.start())
    for match in _TEN_DIGITS.finditer(text):
        if is_nhs_number(match[0]):
            yield Identifying(Trace.NHS_NUMBER, match[0], match.start())


def is_nhs_number(text: str) -> bool:
    """Whether ten digits are an NHS number: the last is the check digit of the others, modulus 11."""
    digits = [int(each) for each in text if each.isdigit()]
    if len(digits) != 10:
        return False
    check = 11 - sum(digit * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False)) % 11
    return check % 11 == digits[9] and check != 10


def _known_names(text: str, known: Collection[str]) -> Iterator[Identifying]:
    """Any part of a known name as a whole word. One that is also an English word counts only with a capital."""
    parts = {part for name in known for part in name.replace("-", " ").split() if len(part) > 2}
    if not parts:
        return
    words = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(parts)))})\b", re.IGNORECASE)
    for match in words.finditer(text):
        said = match[0]
        if said.casefold() in OFTEN_A_WORD and (said.islower() or _begins_a_sentence(text, match.start())):
            continue
        yield Identifying(Trace.KNOWN_NAME, said, match.start())


_UPPER, _LOWER = "A-ZÀ-ÖØ-Þ", "a-zà-öø-ÿ"
_ONE = rf"(?:[{_UPPER}][’'])?[{_UPPER}][{_LOWER}]{{1,20}}"
_CAPITAL = rf"{_ONE}(?:[’'-]{_ONE})?"
_TITLED = re.compile(rf"\b(?:{TITLES})\.? {_CAPITAL}(?: {_CAPITAL})?")
_RUN = re.compile(rf"\b{_CAPITAL}(?: {_CAPITAL}){{1,4}}\b")
_SHOUTED = re.compile(rf"\b[{_UPPER}]{{3,20}}(?:[ ’'-][{_UPPER}]{{3,20}}){{1,2}}\b")
_INITIALS = re.compile(rf"(?<![\w.])(?:(?:[A-Z]\.){{2,3}}(?!\w)|[A-Z]\. ?{_CAPITAL}\b)")


def _names(text: str) -> Iterator[Identifying]:
    for match in _TITLED.finditer(text):
        yield Identifying(Trace.FULL_NAME, match[0], match.start())
    for match in _INITIALS.finditer(text):
        if match[0] not in {"U.K.", "N.H.S.", "G.P.", "U.S.", "D.O.B.", "A.M.", "P.M."}:
            yield Identifying(Trace.INITIALS, match[0], match.start())
    for pattern in (_RUN, _SHOUTED):
        for match in pattern.finditer(text):
            yield from _name_in(text, match)


def _name_in(text: str, match: re.Match[str]) -> Iterator[Identifying]:
    """Two words with capitals that are no known phrase: of those that end a place or an office, none is a name."""
    words = [(each[0], match.start() + each.start()) for each in re.finditer(r"\S+", match[0])]
    while words and _is_no_name(words[0][0]):
        words.pop(0)
    while words and _is_no_name(words[-1][0]):
        if words[-1][0].casefold() in PLACES_OF_CHILDREN:
            return  # “Willow Lane Primary” is a place; with a rare trait it is looked at elsewhere
        words.pop()
    if len(words) < 2 or any(_is_no_name(word) for word, _ in words):
        return
    if len(words) == 2 and _begins_a_sentence(text, words[0][1]) and words[0][0].casefold() in OFTEN_A_WORD:
        return
    start = words[0][1]
    last, at = words[-1]
    yield Identifying(Trace.FULL_NAME, text[start : at + len(last)], start)


def _is_no_name(word: str) -> bool:
    return word.casefold() in NOT_A_NAME


def _begins_a_sentence(text: str, start: int) -> bool:
    before = text[:start].rstrip(" “‘(\"'")
    return not before or before[-1] in ".!?:\n•–-"


_PLACE = re.compile(
    rf"\b(?:St\.? )?{_CAPITAL}(?:[’']s)?(?: {_CAPITAL}){{0,3}} ?"
    r"(?:Primary|Infants?|Juniors?|Nursery|Academy|School|College|Ward|Pre-?school|Children[’']s Centre)\b"
    r"|\bSt\.? [A-Z][a-z]{2,15}[’']s\b"
)
_RARE = re.compile(rf"\b(?:{RARE_TRAITS})\b", re.IGNORECASE)


def _rare(text: str, beside: str) -> Iterator[Identifying]:
    """A named place of children, and a trait that few share: together they may say who it is, wherever each stands."""
    here = [pattern.search(text) for pattern in (_PLACE, _RARE)]
    both = [match or pattern.search(beside) for match, pattern in zip(here, (_PLACE, _RARE), strict=True)]
    words = [" ".join(match[0].split()) for match in both if match]
    if len(words) == len(both):
        together = f"“{words[0]}” and “{words[1]}”"
        for match in filter(None, here):
            yield Identifying(Trace.RARE_TOGETHER, match[0], match.start(), together)
