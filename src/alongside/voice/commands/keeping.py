"""Keeping what somebody says for themselves: in words, in pictures, in a drawing; theirs, and never changed."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from alongside.access import commands as access
from alongside.access.gate import Act, writes
from alongside.access.words import Ref, Refused, Standing
from alongside.papers import commands as papers
from alongside.voice import rules, speaking
from alongside.voice.commands.protecting import owe_safety
from alongside.voice.models import Said
from alongside.voice.speaking import Speaker
from alongside.voice.words import Leaf, Picture, ReadBack, Right, Safety, Secrecy, Shown, Taken


@dataclass(frozen=True, slots=True)
class Heard:
    """How a practitioner heard it: from whom (None is the child), when, who put it down, whether it was read back."""

    adult_id: UUID | None
    taken: Taken
    read_back: ReadBack
    said_on: date | None = None
    safety: Safety = Safety.NOT_SAID
    secrecy: Secrecy = Secrecy.NOT_ASKED
    arising_from: Ref | None = None
    language: str = "en"
    shown: Shown = Shown.NOT_ASKED


@writes(Right.WORDS_KEEP)
def keep_words(act: Act, *, child_id: UUID, words: str, heard: Heard) -> UUID:
    """Keep what somebody said, in their own words (rulebook 5.7). Raises Refused without any."""
    if not words:
        raise Refused("Write what they said, in their own words.", field="words")
    return _keep(act, child_id, heard, words=words)


@writes(Right.WORDS_KEEP)
def keep_pictures(
    act: Act, *, child_id: UUID, pictures: tuple[Picture, ...], heard: Heard, words: str = ""
) -> UUID:
    """Keep which pictures somebody chose, with what they said of them. Raises Refused without any."""
    if not pictures:
        raise Refused("Choose at least one picture that they pointed to.", field="pictures")
    return _keep(act, child_id, heard, words=words, pictures=pictures)


@writes(Right.WORDS_KEEP)
def keep_drawing(act: Act, *, child_id: UUID, picture: bytes, heard: Heard, words: str = "") -> UUID:
    """Keep a drawing, with what they said of it. Raises Refused for what is no picture."""
    who = speaking.heard_from(act, child_id=child_id, adult_id=heard.adult_id)
    drawing_id = papers.keep_picture(
        act, agency_id=who.child.agency_id, case_id=who.child.case_id, picture=picture
    )
    return _lay(act, who, heard, words=words, drawing_id=drawing_id)


@writes(Right.WORDS_SAY, to=(Standing.FAMILY,))
def say_for_myself(
    act: Act,
    *,
    words: str,
    pictures: tuple[Picture, ...] = (),
    drawing: bytes | None = None,
    safety: Safety = Safety.NOT_SAID,
    language: str = "en",
) -> UUID:
    """Say something at one's own private link. Who says that they are not safe is answered the same day.

    Raises Refused where nothing is said.
    """
    who = speaking.at_their_own_page(act)
    heard = Heard(
        who.adult_id, Taken.THEMSELVES, ReadBack.NOT_NEEDED, safety=safety, language=language, shown=Shown.YES
    )
    if drawing is None:
        return _lay(act, who, heard, words=words, pictures=pictures)
    drawing_id = papers.keep_picture(
        act, agency_id=who.child.agency_id, case_id=who.child.case_id, picture=drawing, field="drawing"
    )
    access.address_to_family(act, reader_id=who.reader_id, row_id=drawing_id)
    return _lay(act, who, heard, words=words, pictures=pictures, drawing_id=drawing_id)


@writes(Right.WORDS_KEEP)
def confirm_words(act: Act, *, said_id: UUID) -> None:
    """Say that what was put down for somebody was read back to them, and that they said it is right."""
    act.admit("voice.Said", said_id)
    row = Said.objects.get(id=said_id)
    if row.read_back == ReadBack.NOT_YET:
        row.read_back = ReadBack.CONFIRMED
        row.save(update_fields=["read_back"])
    act.note(Leaf.WORDS_READ_BACK, about=Ref("said", row.id))


def _keep(act: Act, child_id: UUID, heard: Heard, *, words: str, pictures: tuple[Picture, ...] = ()) -> UUID:
    who = speaking.heard_from(act, child_id=child_id, adult_id=heard.adult_id)
    return _lay(act, who, heard, words=words, pictures=pictures)


def _lay(
    act: Act,
    who: Speaker,
    heard: Heard,
    *,
    words: str,
    pictures: tuple[Picture, ...] = (),
    drawing_id: UUID | None = None,
) -> UUID:
    form = rules.form_of(words=words, pictures=pictures, has_drawing=drawing_id is not None)
    if form is None and heard.safety is Safety.NOT_SAFE:
        words = "I am not safe." if heard.taken is Taken.THEMSELVES else "They say that they are not safe."
        form = rules.form_of(words=words, pictures=(), has_drawing=False)
    if form is None:
        raise Refused("Write something, choose a picture, or add a drawing.", field="words")
    row = Said.objects.create(
        **speaking.columns(
            act,
            who,
            about=heard.arising_from,
            taken=heard.taken,
            language=heard.language,
            said_on=heard.said_on,
        ),
        words=words,
        form=form,
        pictures=[str(picture) for picture in pictures],
        drawing_id=drawing_id,
        read_back=rules.read_back_of(heard.taken, said=heard.read_back),
        safety=heard.safety,
        secrecy=heard.secrecy,
        shown=heard.shown,
    )
    _address(act, who, heard, row=row)
    act.note(Leaf.WORDS_KEPT, about=Ref("said", row.id))
    if heard.safety is Safety.NOT_SAFE:
        owe_safety(act, row=row)
    return row.id


def _address(act: Act, who: Speaker, heard: Heard, *, row: Said) -> None:
    """Put it on the speaker's own page, only where they said that it is safe there: whoever they fear may look."""
    if heard.shown is not Shown.YES:
        return
    access.address_to_family(act, reader_id=who.reader_id, row_id=row.id)
    if row.drawing_id is not None:
        access.address_to_family(act, reader_id=who.reader_id, row_id=row.drawing_id)
