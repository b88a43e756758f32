"""Two people change the same page: the second meets both texts, chooses, and loses nothing that was typed."""

import re
from dataclasses import dataclass
from html import unescape
from uuid import uuid4

import pytest
from django.test import Client

from alongside.access import context
from alongside.access.queries import find_draft
from alongside.access.words import Purpose
from alongside.cases import commands as cases
from tests import journey
from tests.consultations.deeds import address, page_of
from tests.consultations.test_explain_reasons import REASONS
from tests.people import Person
from tests.recital import signed_in

CHANGED = "This page has changed since you opened it"
HERS, HIS = "So that he can come to school.", "So that he sleeps at night."
SPOKEN = {"medium": "telephone", "said_by_asker": "I told her.", "said_by_adviser": "He is well."}


@dataclass
class Window:
    """A page of the consultation open in somebody's browser, with what its form carries."""

    browser: Client
    page: str
    carried: dict[str, str]

    def sends(self, **words):
        return self.browser.post(self.page, {**self.carried, **words})


def carried(shown: str) -> dict[str, str]:
    """The hidden questions of a page's form."""
    hidden = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', shown)
    return {name: unescape(value) for name, value in hidden}


@pytest.fixture
def shared(cast):
    """Ben is admitted to Ayo's case: from here on Amira and he may both go on with the consultation."""
    cases.admit_member(
        cast.amira.ctx(),
        case_id=cast.case_id,
        membership_id=cast.ben.membership_id,
        purpose=Purpose.EARLY_HELP,
        reason="Covers for her",
    )
    return journey.prepare(cast)


@pytest.fixture
def opens(cast, shared):
    """Somebody opens one of its pages."""

    def open_window(person: Person, task: str = "why") -> Window:
        browser = signed_in(cast, next(name for name, each in cast.people.items() if each is person))
        page = address(task)(cast, {"consultation_id": shared})
        shown = browser.get(page).content.decode()
        return Window(browser, page, {"command_id": str(uuid4()), "stood": carried(shown)["stood"]})

    return open_window


def test_the_second_gets_both_texts_and_nothing_is_overwritten(cast, shared, opens):
    ben, amira = opens(cast.ben), opens(cast.amira)
    assert ben.sends(**REASONS | {"benefit": HIS}).status_code == 302
    answer = amira.sends(**REASONS | {"benefit": HERS})
    shown = answer.content.decode()
    assert answer.status_code == 409
    for text in (CHANGED, HERS, HIS, "Save what I sent now", "Keep what is recorded"):
        assert text in shown
    assert "What do you want to ask?" not in shown  # both asked the same
    assert page_of(cast, shared).benefit == HIS


def test_her_own_stand_when_she_says_so(cast, shared, opens):
    ben, amira = opens(cast.ben), opens(cast.amira)
    ben.sends(**REASONS | {"benefit": HIS})
    shown = amira.sends(**REASONS | {"benefit": HERS}).content.decode()
    again = carried(shown) | {"command_id": str(uuid4())}
    assert amira.browser.post(amira.page, again).status_code == 302
    assert page_of(cast, shared).benefit == HERS
    assert find_draft(cast.amira.ctx(), page=amira.page) is None


def test_what_is_recorded_stands_when_she_says_so(cast, shared, opens):
    ben, amira = opens(cast.ben), opens(cast.amira)
    ben.sends(**REASONS | {"benefit": HIS})
    shown = amira.sends(**REASONS | {"benefit": HERS}).content.decode()
    answer = amira.browser.post(amira.page, carried(shown) | {"discard_draft": "yes"})
    assert answer.headers["Location"] == amira.page
    assert page_of(cast, shared).benefit == HIS
    opened = amira.browser.get(amira.page).content.decode()
    assert HIS in opened
    assert HERS not in opened


def test_a_third_change_is_met_too(cast, shared, opens):
    ben, late, amira = opens(cast.ben), opens(cast.ben), opens(cast.amira)
    ben.sends(**REASONS | {"benefit": HIS})
    again = carried(amira.sends(**REASONS | {"benefit": HERS}).content.decode())
    late.carried["stood"] = opens(cast.ben).carried["stood"]
    late.sends(**REASONS | {"benefit": "So that he eats."})
    answer = amira.browser.post(amira.page, again)
    assert answer.status_code == 409
    assert "So that he eats." in answer.content.decode()


def test_if_she_leaves_the_choice_her_words_are_kept_with_what_they_rest_on(cast, opens):
    ben, amira = opens(cast.ben), opens(cast.amira)
    ben.sends(**REASONS | {"benefit": HIS})
    amira.sends(**REASONS | {"benefit": HERS})
    opened = amira.browser.get(amira.page).content.decode()
    assert HERS in opened
    assert carried(opened)["stood"] == amira.carried["stood"]


def test_a_draft_rests_on_what_stood_when_it_was_typed(cast, opens):
    amira = opens(cast.amira)
    typed = REASONS | {"benefit": HERS, "stood": amira.carried["stood"]}
    amira.browser.post(f"/drafts/?page={amira.page}", typed)
    opens(cast.ben).sends(**REASONS | {"benefit": HIS})
    put_back = carried(amira.browser.get(amira.page).content.decode())
    answer = amira.sends(**REASONS | {"benefit": HERS, "stood": put_back["stood"]})
    assert answer.status_code == 409
    assert HIS in answer.content.decode()


def test_the_same_words_from_both_are_no_conflict(cast, shared, opens):
    ben, amira = opens(cast.ben), opens(cast.amira)
    ben.sends(**REASONS | {"benefit": HIS})
    assert amira.sends(**REASONS | {"benefit": HIS}).status_code == 302
    assert page_of(cast, shared).benefit == HIS


def test_one_after_the_other_is_no_conflict(cast, shared, opens):
    opens(cast.ben).sends(**REASONS | {"benefit": HIS})
    assert opens(cast.amira).sends(**REASONS | {"benefit": HERS}).status_code == 302
    assert page_of(cast, shared).benefit == HERS


def test_wrong_words_keep_what_they_rest_on(cast, opens):
    ben, amira = opens(cast.ben), opens(cast.amira)
    ben.sends(**REASONS | {"benefit": HIS})
    refused = amira.sends(**REASONS | {"benefit": ""})
    assert refused.status_code == 422
    again = carried(refused.content.decode()) | REASONS | {"benefit": HERS}
    assert amira.browser.post(amira.page, again).status_code == 409


def test_pressed_twice_it_is_done_once_and_nobody_is_asked(cast, opens):
    amira = opens(cast.amira)
    first = amira.sends(**REASONS | {"benefit": HERS})
    assert amira.sends(**REASONS | {"benefit": HERS}).headers["Location"] == first.headers["Location"]


def test_ones_own_back_button_is_told_apart_from_a_colleague(cast, opens):
    amira = opens(cast.amira)
    amira.sends(**REASONS | {"benefit": HERS})
    answer = amira.sends(**REASONS | {"benefit": HIS})
    assert answer.status_code == 409
    assert "You have saved this page with other words" in answer.content.decode()


def test_two_choose_whom_to_ask_and_both_of_them_are_asked(cast, shared, opens):
    ben, amira = opens(cast.ben, "whom"), opens(cast.amira, "whom")
    assert ben.sends(person=str(cast.dev.membership_id)).status_code == 302
    nurse = {"name": "Sunita Rao", "role": "School nurse", "agency": "Harbour Health"}
    answer = amira.sends(person="someone_else", telephone="01632 960 555", checked="known", **nurse)
    assert answer.status_code == 302
    names = [person.name for person in page_of(cast, shared).people]
    assert names == ["Cerys Pugh", "Dev Malik", "Sunita Rao"]


def test_two_change_the_list_of_what_would_be_shared(cast, shared, opens):
    ben, amira = opens(cast.ben, "what"), opens(cast.amira, "what")
    damp = {
        "items-count": "1",
        "items-0-category": "housing",
        "items-0-kind": "observed_fact",
        "items-0-source": "Home visit",
        "items-0-included": "share",
    }
    assert ben.sends(**damp | {"items-0-text": "The flat is damp."}).status_code == 302
    answer = amira.sends(**damp | {"items-0-text": "The flat is cold."})
    assert answer.status_code == 409
    assert "The flat is damp." in answer.content.decode()
    assert [item.text for item in page_of(cast, shared).items] == ["The flat is damp."]


def test_a_day_that_the_page_proposes_is_no_record(cast, clock):
    consultation_id = journey.decided(cast)
    page, browser = address("talk")(cast, {"consultation_id": consultation_id}), signed_in(cast, "amira")
    hidden = carried(browser.get(page).content.decode())
    clock.advance(hours=9)  # over midnight: the page would now propose another day
    on = context.clock().date()
    when = {"talked_at_day": on.day, "talked_at_month": on.month, "talked_at_year": on.year}
    assert browser.post(page, hidden | SPOKEN | when | {"talked_at_clock": "12.15 am"}).status_code == 302
