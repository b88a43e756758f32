"""A printed letter can be read by everybody, a screen reader too; it leaves once, and each time is in the log."""

import re
from uuid import uuid4

import pytest
import segno
from django.urls import reverse

from alongside.access.words import NotThere, Tray, Unsaid
from alongside.contacts import commands as contacts
from alongside.contacts.words import Hiding
from alongside.languages.words import Language
from alongside.letters import commands
from alongside.letters.printing import FILE_NAME
from alongside.letters.words import Leaf, Print
from tests.contacts.reaching import WHERE, added
from tests.contacts.test_where_it_leads import found_in, stored
from tests.letters.writing import PARAGRAPHS, TITLE, letters, pages_of, printed, spoken_in, text_of, written
from tests.recital import actions, signed_in


def a_letter(cast, **changed):
    return written(
        cast, added(cast, adult_id=cast.mother_id, sender="Mrs J Smith"), adult_id=cast.mother_id, **changed
    )


@pytest.mark.parametrize("size", list(Print))
def test_it_is_tagged_and_says_its_language_and_nothing_in_it_names_anybody(cast, size):
    held = printed(cast, a_letter(cast, size=size))
    pdf = pages_of(held)
    root = pdf.trailer["/Root"]
    assert "/StructTreeRoot" in root
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en"
    assert "<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data().decode()
    assert pdf.metadata.title == "Letter"
    assert pdf.metadata.author is None
    said_of_it = repr(pdf.metadata) + root["/Metadata"].get_data().decode() + FILE_NAME
    for word in ("Gwen", "Ayo", "Adeyemi", "Amira", "Marlbrook", "Quayside", "decided"):
        assert word not in said_of_it


def test_it_says_what_the_notice_says_under_an_address_for_a_window(cast):
    text = text_of(printed(cast, a_letter(cast)))
    for words in (TITLE, *PARAGRAPHS, "Dear Gwen Adeyemi", "3 November 2026", "Mrs J Smith"):
        assert words in text
    assert text.startswith("Mrs J Smith Gwen Adeyemi " + " ".join(WHERE.split()))


def test_it_says_nothing_twice_and_ends_with_who_wrote_it_and_a_reference_to_ask_by(cast):
    own = "You can have this in another language, in large print, or read to you. Ask Amira Haddad."
    telephone = "Tell Amira Haddad: 01632 960 110."
    letter_id = a_letter(cast, paragraphs=(*PARAGRAPHS, telephone, own))
    text = text_of(printed(cast, letter_id))
    assert text.count("in another language") == text.count("To talk about this letter") + 1 == 1
    (card,) = letters(cast)
    assert f"Our reference: {card.sheet.reference} Dear Gwen Adeyemi" in text
    assert "Yours sincerely Amira Haddad Health visitor, Marlbrook Community Health" in text
    shown = signed_in(cast, "amira").get(reverse("letters:open", args=[letter_id])).content.decode()
    assert f"Reference {card.sheet.reference}." in shown


def test_a_letter_whose_words_say_neither_says_whom_to_ring_and_how_else_it_can_be_had(cast):
    text = text_of(printed(cast, a_letter(cast)))
    for words in (
        "To talk about this letter, ring 01632 960 110.",
        "in large print, or read to you. Ask Amira",
    ):
        assert text.count(words) == 1


def test_what_nobody_put_into_the_readers_language_is_marked_on_paper_and_on_the_page(cast):
    letter_id = a_letter(cast, own_words=(1,), own_language=Language.PL)
    held = printed(cast, letter_id)
    assert spoken_in(held) >= {"pl"}
    assert "pl" not in spoken_in(printed(cast, a_letter(cast)))
    shown = signed_in(cast, "amira").get(reverse("letters:open", args=[letter_id])).content.decode()
    assert re.search(f'lang="pl"\\s+dir="ltr">{PARAGRAPHS[1]}', shown)
    assert re.search(f'lang="en"\\s+dir="ltr">{PARAGRAPHS[0]}', shown)


def test_the_same_letter_is_the_same_file_and_each_printing_is_in_the_log(cast):
    letter_id = a_letter(cast)
    assert printed(cast, letter_id) == printed(cast, letter_id)
    assert actions().count(Leaf.LETTER_PRINTED) == 2
    assert letters(cast)[0].printings == 2


def test_pressed_twice_it_leaves_once(cast):
    letter_id, command_id = a_letter(cast), uuid4()
    assert printed(cast, letter_id, command_id=command_id)
    assert printed(cast, letter_id, command_id=command_id) is None
    assert letters(cast)[0].printings == 1


def test_e12_nothing_that_is_kept_says_where_it_went(cast, house):
    letter_id = a_letter(cast)
    printed(cast, letter_id)
    held = stored(house)
    assert found_in(held) == []
    assert TITLE.encode() in held, "what is kept in the open is found"


def test_what_forbids_it_is_asked_again_when_it_is_printed(cast):
    contact_id = added(cast, adult_id=cast.mother_id)
    letter_id = written(cast, contact_id, adult_id=cast.mother_id)
    contacts.correct_contact(
        cast.amira.ctx(),
        contact_id=contact_id,
        where=Unsaid("2 New Road"),
        hiding=Hiding.UNSURE,
        hidden_from=(),
    )
    browser = signed_in(cast, "amira")
    answer = browser.post(reverse("letters:print", args=[letter_id]), {"command_id": str(uuid4())})
    assert answer.status_code == 422
    assert "Nobody knows yet from whom this place must be kept" in answer.content.decode()
    assert Leaf.LETTER_PRINTED not in actions()


def test_the_page_hands_over_a_file_whose_name_says_nothing_and_that_nobody_keeps(cast):
    page = reverse("letters:print", args=[a_letter(cast)])
    browser = signed_in(cast, "amira")
    answer = browser.post(page, {"command_id": str(uuid4())})
    assert answer["Content-Disposition"] == 'attachment; filename="letter.pdf"'
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Cache-Control"] == "no-store"
    assert TITLE in text_of(answer.content)
    assert browser.get(page).status_code == 404


@pytest.mark.parametrize("stranger", ["dev", "ben", "esther", "hal", "cerys", "iris"])
def test_nobody_else_prints_it(cast, stranger):
    letter_id = a_letter(cast)
    with pytest.raises(NotThere):
        commands.print_letter(cast.people[stranger].ctx(), letter_id=letter_id, tray=Tray())


def test_a_private_link_is_on_the_paper_with_its_picture_and_in_nothing_that_is_kept(cast, house):
    picture = segno.make("https://example.org/f/WREN-4417").svg_inline(scale=4)
    tray = Tray()
    a_letter(
        cast,
        tray=tray,
        once=(Unsaid("Type Heron Court WREN-4417."),),
        picture=Unsaid(picture),
        picture_words="A picture that opens your page",
    )
    assert "WREN-4417" in text_of(tray.held)
    held = stored(house)
    assert b"WREN-4417" not in held
    assert b"<svg" not in held


def test_a_long_letter_in_large_print_has_its_pages(cast):
    held = printed(cast, a_letter(cast, size=Print.LARGE, paragraphs=("A long word on it. " * 60,) * 4))
    assert len(pages_of(held).pages) > 2
