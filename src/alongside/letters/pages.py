"""A notice as the letter that it becomes, and a printed letter as a file that leaves. Pure."""

from datetime import datetime

from django.http import HttpResponse

from alongside.access.context import day_in_london
from alongside.consent.rules import Answer
from alongside.consent.words import Change
from alongside.contacts.queries import ContactCard
from alongside.involvement.queries import NoticeCard
from alongside.languages import rules as languages
from alongside.languages.words import Language
from alongside.letters.commands import LetterContent
from alongside.letters.printing import FILE_NAME
from alongside.letters.rules import why_no_letter


def content_of(notice: NoticeCard) -> LetterContent:
    """The words of a notice as those of a letter."""
    return LetterContent(
        notice.title,
        notice.paragraphs,
        notice.arising_from,
        Language(notice.language),
        own_words=notice.own_words,
        own_language=Language(notice.own_language) if notice.own_words else None,
    )


def routes_for(notice: NoticeCard, cards: tuple[ContactCard, ...]) -> tuple[ContactCard, ...]:
    """The safe contacts of whoever the notice was written to by which a letter may go now."""
    person_id = notice.adult_id or notice.about_child_id
    return tuple(each for each in cards if each.person_id == person_id and not each.why_not_on_paper)


def taken_back(answers: tuple[Answer, ...]) -> tuple[str, ...]:
    """Who took back what they had agreed to in the matter of a letter, as sentences: a letter may say what has passed."""
    return tuple(
        f"{each.giver} took back on {_day(said.effective_at)} what they had agreed to in this. Look whether these words "
        "still hold before you send them."
        for each in answers
        for said in each.events
        if said.change is Change.WITHDRAWN
    )


def _day(at: datetime) -> str:
    return languages.day(day_in_london(at), language=Language.EN)


def preview_of(notice: NoticeCard) -> tuple[Language, str]:
    """In which language a letter would be, and why none may be sent in it; empty where one may."""
    language = Language(notice.language)
    return language, why_no_letter(language)


def attachment(printed: bytes) -> HttpResponse:
    """A printed letter as a download. Its name says nothing, and no cache keeps it."""
    return HttpResponse(
        printed,
        content_type="application/pdf",
        headers={"Content-Disposition": f'attachment; filename="{FILE_NAME}"', "Cache-Control": "no-store"},
    )
