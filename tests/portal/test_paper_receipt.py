"""What a person agreed to, on paper: the words of their own page, and nothing where they are not to be told."""

import re
from uuid import uuid4

import pytest
from django.urls import reverse

from alongside.access.words import Ref
from alongside.consent import commands
from alongside.consent.words import Form, Invalid, Presence, Status
from alongside.contacts import commands as contacts
from alongside.contacts.queries import Writing
from alongside.families.words import ParentalResponsibility
from alongside.languages.words import Language
from tests.consent.deeds import ask, matter, record
from tests.involvement.test_issue_notice import withhold
from tests.portal.doors import AGREED, opened
from tests.recital import leaves, signed_in


def paper(cast, consent_id, *, who="amira", language=""):
    query = f"?language={language}" if language else ""
    return signed_in(cast, who).get(reverse("receipts:receipt", args=[consent_id]) + query)


def is_logged(consent_id):
    """Whether the log says that a receipt was opened."""
    return {"action": "page:opened", "about": f"consent_receipt:{consent_id}"} in leaves()


def read(html):
    """What one section of a page says, without its marks and what can only be pressed."""
    html = re.sub(r'<p><a class="button".*?</p>', "", html, flags=re.DOTALL)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html)).strip()


def at_their_own_page(cast, adult_id, *, place=0, language="en"):
    page = opened(cast, adult_id=adult_id).get(f"{AGREED}?language={language}").content.decode()
    return read(re.findall(r'<section class="card">(.*?)</section>', page, flags=re.DOTALL)[place])


def on_paper(answer):
    (card,) = re.findall(
        r'<section class="card receipt".*?>(.*?)</section>', answer.content.decode(), re.DOTALL
    )
    return read(card)


@pytest.mark.parametrize("language", ["en", "pl"])
def test_the_paper_says_what_their_own_page_says_in_their_language(cast, language):
    key = record(cast, matter(cast), words="Only about the flat.")
    shown = at_their_own_page(cast, cast.mother_id, language=language)
    assert "Only about the flat." in shown
    assert shown in on_paper(paper(cast, key, language=language))
    assert is_logged(key)


def test_taken_back_and_answered_anew_it_says_so_as_their_own_page_does(cast):
    consultation_id = matter(cast)
    first = record(cast, consultation_id)
    second = record(cast, consultation_id, status=Status.REFUSED, words="No more.")
    for place, key, says in ((0, second, "You said no."), (1, first, "You have answered again since.")):
        shown = at_their_own_page(cast, cast.mother_id, place=place)
        assert says in shown
        assert shown in on_paper(paper(cast, key))


def test_withdrawn_it_says_when(cast):
    key = record(cast, matter(cast))
    commands.withdraw_consent(cast.amira.ctx(), consent_id=key, words="No.", how=Form.VERBAL)
    said = on_paper(paper(cast, key))
    assert "You took it back on" in said
    assert at_their_own_page(cast, cast.mother_id) in said
    assert "You may change your mind at any time." not in said


def test_it_is_in_the_language_in_which_they_are_written_to_and_says_that_nobody_checked_it(cast):
    key = record(cast, matter(cast))
    contacts.say_how_to_write(
        cast.amira.ctx(), child_id=cast.child_id, adult_id=cast.mother_id, writing=Writing(Language.PL)
    )
    page = paper(cast, key).content.decode()
    assert 'lang="pl"' in page
    english = paper(cast, key, language="en").content.decode()
    assert "You said yes." in english
    assert "checked these words yet" not in english


def test_it_is_offered_where_an_answer_was_written_down(cast):
    consultation_id = matter(cast)
    href = reverse("receipts:receipt", args=[record(cast, consultation_id)])
    browser = signed_in(cast, "amira")
    for page in ("family", "open", "done"):
        assert (
            href in browser.get(reverse(f"consultations:{page}", args=[consultation_id])).content.decode()
        ), page


@pytest.mark.parametrize("about", ["the_matter", "everything"])
def test_nothing_is_printed_for_whom_it_is_withheld_from(cast, about):
    consultation_id = matter(cast)
    key = record(cast, consultation_id, words="The flat is cold.")
    ref = Ref("consultation", consultation_id) if about == "the_matter" else Ref("child", cast.child_id)
    withhold(cast, cast.mother_id, "Gwen Adeyemi (mother)", about=ref)
    page = paper(cast, key).content.decode()
    assert "Gwen Adeyemi is not to be told for now" in page
    assert "The flat is cold." not in page
    assert "You said yes." not in page
    assert not is_logged(key), "nothing was opened to be printed"


def test_what_names_another_of_the_family_is_printed_for_nobody(cast):
    key = record(cast, matter(cast), purpose="So that Tunde Adeyemi gets help.")
    page = paper(cast, key).content.decode()
    assert "This cannot be handed to Gwen Adeyemi." in page
    assert "So that Tunde Adeyemi gets help." not in page


@pytest.mark.parametrize("found", ["at_once", "later"])
def test_what_was_said_in_fear_and_what_it_answered_are_on_no_paper(cast, found):
    consultation_id = matter(cast)
    feared = {"feared_present": Presence.YES} if found == "at_once" else {}
    key = record(cast, consultation_id, words="He looks at me.", **feared)
    if found == "later":
        commands.find_invalid(
            cast.amira.ctx(), consent_id=key, reason=Invalid.IN_FRONT_OF_SOMEONE_FEARED, words="He was there."
        )
    page = paper(cast, key).content.decode()
    assert "may find a paper about it" in page
    assert "He looks at me." not in page


def test_somebody_who_is_not_on_record_is_handed_nothing(cast):
    key = record(
        cast,
        matter(cast),
        giver_adult_id=None,
        giver="Aunt Bola",
        giver_responsibility=ParentalResponsibility.UNKNOWN,
    )
    assert "is not among the people of this child" in paper(cast, key).content.decode()


def test_what_was_only_asked_is_printed_as_it_waits(cast):
    key = ask(cast, matter(cast), adult_id=cast.mother_id)
    assert "You were asked. You have not answered yet." in on_paper(paper(cast, key))


@pytest.mark.parametrize("who", ["dev", "ben", "esther", "iris", "cerys"])
def test_nobody_else_finds_it(cast, who):
    key = record(cast, matter(cast))
    answer = paper(cast, key, who=who)
    assert answer.status_code == 404
    assert answer.content == paper(cast, uuid4(), who=who).content


def test_it_names_who_agreed_and_about_whom_and_whom_to_ring_and_nobody_who_printed_it(cast):
    page = paper(cast, record(cast, matter(cast)))
    said = on_paper(page)
    assert "For Gwen Adeyemi, about Ayo Adeyemi." in said
    assert "To change your mind or to ask something, ring 01632 960" in said
    assert "What you said yes or no to" in said
    assert "Amira Haddad" not in said
    whole = page.content.decode()
    assert "<title>Page</title>" in whole
    assert 'class="govuk-template__body handed-over"' in whole, "print.css takes our mark away by it"
