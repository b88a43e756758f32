"""What one person agreed to, at their own page: the receipt, changing their mind as easily, answering with a name under it."""

import base64
import io

import pytest
from PIL import Image

from alongside.consent import queries as consents
from alongside.consent.words import State, Status
from alongside.portal import queries
from tests import journey
from tests.consent.deeds import ask, record
from tests.portal.doors import AGREED, opened, to_answer, to_change
from tests.portal.test_say import sent


def asked(cast):
    """Gwen was asked something, and has agreed to something else."""
    matter = journey.prepare(cast)
    return ask(cast, matter, adult_id=cast.mother_id), record(cast, matter)


def mine(cast, consent_id):
    return consents.open_record(cast.amira.ctx(), consent_id=consent_id)


def test_it_says_what_was_agreed_in_plain_words(cast):
    asked(cast)
    page = opened(cast, adult_id=cast.mother_id).get(AGREED).content.decode()
    for words in (
        "You said yes.",
        "Where you live",
        "You were asked. You have not answered yet.",
        "I would like to ask the nurse.",
    ):
        assert words in page
    assert to_answer(1) in page
    assert to_change(2) in page


def test_one_changes_ones_mind_as_easily_as_one_agreed(cast):
    _, consent_id = asked(cast)
    browser = opened(cast, adult_id=cast.mother_id)
    assert "I take my yes back" in browser.get(to_change(2)).content.decode()
    assert sent(browser, to_change(2), words="I thought again.").status_code == 302
    page = browser.get(AGREED).content.decode()
    assert "You changed your mind." in page
    assert "You took it back on" in page
    assert "I thought again." in page
    assert "We ask you again by" not in page
    assert mine(cast, consent_id).state is State.WITHDRAWN


def test_an_answer_is_signed_with_a_typed_name(cast):
    asked(cast)
    browser = opened(cast, adult_id=cast.mother_id)
    empty = sent(browser, to_answer(1), status="given", name="")
    assert empty.status_code == 422
    assert "Type your name." in empty.content.decode()
    assert "Tick what may be told." in empty.content.decode()
    done = sent(browser, to_answer(1), status="given", allowed=["housing"], name="Gwen A.")
    assert done.status_code == 302
    (signed,) = queries.list_signatures(cast.amira.ctx(), child_id=cast.child_id)
    assert (signed.name, signed.drawn_id) == ("Gwen A.", None)
    assert mine(cast, signed.consent_id).state is State.GIVEN


@pytest.mark.parametrize("name", ["Tunde Adeyemi", "Mrs Adeyemi", "Me"])
def test_a_name_that_is_not_theirs_is_asked_about_once(cast, name):
    asked(cast)
    browser, at = opened(cast, adult_id=cast.mother_id), to_answer(1)
    typed = {"status": "given", "allowed": ["housing"], "words": "Only the flat."}
    question = sent(browser, at, name=name, **typed).content.decode()
    assert f"You are signing as {name}. Is this your name?" in question
    assert "Only the flat." in question
    assert not queries.list_signatures(cast.amira.ctx(), child_id=cast.child_id)
    assert sent(browser, at, name="Somebody Else", asked_about=name, **typed).status_code == 200
    assert sent(browser, at, name=name, asked_about=name, **typed).status_code == 302
    (signed,) = queries.list_signatures(cast.amira.ctx(), child_id=cast.child_id)
    assert signed.name == name


@pytest.mark.parametrize("name", ["Gwen Adeyemi", "gwen adeyemi", "G. Adeyemi", "Gwen"])
def test_a_name_that_is_theirs_is_not_asked_about(cast, name):
    asked(cast)
    typed = {"status": "refused", "name": name}
    browser = opened(cast, adult_id=cast.mother_id)
    assert sent(browser, to_answer(1), **typed).status_code == 302


def test_a_no_needs_no_tick_and_a_name_can_be_drawn_too(cast):
    asked(cast)
    drawing = io.BytesIO()
    Image.new("RGB", (600, 200), "white").save(drawing, "PNG")
    drawn = "data:image/png;base64," + base64.b64encode(drawing.getvalue()).decode()
    browser = opened(cast, adult_id=cast.mother_id)
    sent(browser, to_answer(1), status=str(Status.REFUSED), name="Gwen", drawn=drawn)
    (signed,) = queries.list_signatures(cast.amira.ctx(), child_id=cast.child_id)
    assert signed.drawn_id is not None
    assert mine(cast, signed.consent_id).state is State.REFUSED


def test_what_is_not_ones_own_has_no_number(cast):
    asked(cast)
    father = opened(cast, adult_id=cast.father_id)
    assert "You have not been asked anything here yet." in father.get(AGREED).content.decode()
    assert father.get(to_change(1)).status_code == 404
    assert sent(father, to_answer(1), status="refused", name="T").status_code == 404
