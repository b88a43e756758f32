"""What is withheld from one of the family, as practitioners read it: why, by whose word, for how long. Pure."""

from datetime import date

from alongside.consultations.concluding_pages import authorised, stopped
from alongside.design.jinja import day
from alongside.design.parts import SummaryRow, Tag, Tone
from alongside.involvement.queries import TellingCard
from alongside.involvement.rules import how_long
from alongside.involvement.words import Authorisation, Permanence

FOR_GOOD = "For good: no day is set on which it is looked at again"


def withheld_rows(told: TellingCard, *, today: date) -> tuple[SummaryRow, ...]:
    """What a safeguarding lead reads of one withholding."""
    again = (
        f"{day(told.review_on)}{': that is today' if told.review_on == today else ''}"
        if told.review_on
        else ""
    )
    on = day(told.recorded_at)
    words: tuple[tuple[str, str], ...] = (("Why", told.words), ("Withheld by", f"{told.recorded_by}, {on}"))
    if told.reviewed_by:  # what whoever withheld wrote stands with what was said before
        words = (
            ("Withheld by", told.recorded_by),
            ("Last looked at by", f"{told.reviewed_by}, {on}: {told.words}"),
        )
    rows = (
        ("Who is not told", told.name),
        ("On which ground", told.ground.label if told.ground else ""),
        *words,
        ("Until when", FOR_GOOD) if told.permanence is Permanence.FOR_GOOD else ("Looked at again on", again),
    )
    return tuple(SummaryRow(name, words) for name, words in rows)


def earlier_rows(earlier: tuple[TellingCard, ...]) -> tuple[SummaryRow, ...]:
    """What was withheld from the same person before: each time who wrote what, and whether somebody agreed to it."""
    return tuple(SummaryRow(day(told.recorded_at), _earlier(told)) for told in earlier)


def _earlier(told: TellingCard) -> str:
    """One word of before. What was asked for good, and replaced before anybody agreed to that, was not agreed to."""
    if told.reviewed_by:
        return authorised(told)
    stands = authorised(told)
    if told.permanence is Permanence.FOR_GOOD and not stands:
        stands = "It was asked to leave it out for good, and nobody agreed to that."
    return f"{told.recorded_by} wrote: {stopped(told.words)} {stands}".strip()


def withheld_tag(told: TellingCard) -> Tag:
    """Where one withholding stands, in a word: to be told after all, not told for now, or not told for good."""
    if told.authorisation is Authorisation.DECLINED:
        return Tag("To be told", Tone.DUE)
    span = how_long(told.permanence, authorisation=told.authorisation)
    return Tag("Not told, for good", Tone.CALM) if span == "for good" else Tag("Not told for now", Tone.DUE)
