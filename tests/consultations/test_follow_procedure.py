"""Inside one agency its own procedure is followed in place of the chart: as it was shown, or saying how not."""

from uuid import uuid4

import pytest
from django.urls import reverse

from alongside.access import context
from alongside.access.words import Refused
from alongside.consultations import commands, queries
from alongside.sharing import commands as sharing
from alongside.sharing.words import Followed, Leaf
from tests import journey
from tests.consultations.deeds import address
from tests.recital import Deed, Recital, signed_in

TEXT = "Ask a colleague who already knows the family first."
DONE = {"followed": Followed.FOLLOWED, "words": ""}


def keep(cast, text=TEXT):
    return sharing.keep_procedure(context.upkeep_context(), agency_id=cast.amira.agency_id, text=text)


def ready(cast):
    keep(cast)
    consultation_id = journey.prepare(cast, asked=cast.ben)
    return {**journey.person_in(cast, consultation_id), **DONE}


def followed(cast, words):
    page = queries.open_consultation(cast.amira.ctx(), consultation_id=words["consultation_id"])
    return page.people[0].followed


class TestFollowProcedure(Recital):
    deed = Deed(
        command=commands.follow_procedure,
        leaf=Leaf.PROCEDURE_FOLLOWED,
        ready=ready,
        stands=followed,
        page=address("procedure"),
        right_words=lambda *_: {"followed": "followed", "seen": "1"},
        wrong_words={"followed": "otherwise", "words": ""},
        sentence="Say in what you went another way, and why.",
        kept='value="otherwise"',
    )


def test_the_edition_that_was_shown_is_the_one_that_is_recorded(cast):
    words = ready(cast)
    page = address("procedure")(cast, words)
    browser = signed_in(cast, "amira")
    assert TEXT in browser.get(page).content.decode()
    keep(cast, "Ring the nurse on duty first.")
    answer = browser.post(page, {"followed": "followed", "seen": "1", "command_id": str(uuid4())})
    shown = answer.content.decode()
    assert "has changed since you opened this page" in shown
    assert "Ring the nurse on duty first." in shown
    assert followed(cast, words) is None
    browser.post(page, {"followed": "followed", "seen": "2", "command_id": str(uuid4())})
    assert followed(cast, words).edition == 2


def test_where_none_is_kept_that_is_what_is_recorded(cast):
    consultation_id = journey.prepare(cast, asked=cast.ben)
    words = journey.person_in(cast, consultation_id)
    browser = signed_in(cast, "amira")
    page = address("procedure")(cast, words)
    assert 'name="seen" value="none"' in browser.get(page).content.decode()
    browser.post(page, {"followed": "followed", "seen": "none", "command_id": str(uuid4())})
    assert followed(cast, words).procedure_id is None
    record = browser.get(reverse("consultations:open", args=[consultation_id])).content.decode()
    assert "none was kept here then" in record


def test_for_somebody_of_another_agency_the_chart_decides(cast):
    consultation_id = journey.prepare(cast)
    with pytest.raises(Refused, match="the chart decides"):
        commands.follow_procedure(cast.amira.ctx(), **journey.person_in(cast, consultation_id), **DONE)
