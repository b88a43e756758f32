"""A page that was cut stays shut, an answer is signed in the visit that goes on, and what was said in fear is on no page."""

from datetime import date
from uuid import uuid4

import pytest
from django.test import Client

from alongside.access import context, frame
from alongside.access.models import Grant
from alongside.access.words import GrantKind, NotThere, Purpose, Ref
from alongside.cases import commands as cases
from alongside.consent import commands as consent
from alongside.consent.words import Invalid, Status
from alongside.duties import queries as duties
from alongside.duties.words import Owed
from alongside.families import commands as families
from alongside.involvement import commands as involvement
from alongside.involvement.commands import NewNotice
from alongside.involvement.words import NoticeKind
from alongside.portal import commands, queries, rules
from alongside.portal.commands import Signed
from alongside.portal.words import Way
from tests import journey
from tests.consent.deeds import ask, record
from tests.family import at_their_page
from tests.portal.doors import AGREED, HOME, QUESTIONS, about_shown, give, hand_over, opened, try_door
from tests.portal.test_say import sent


def test_a_page_that_a_move_cut_is_not_given_back_when_the_move_is_undone(cast):
    _, made = give(cast, adult_id=cast.mother_id)
    browser = opened(cast, adult_id=cast.father_id)
    for moved_on in (date(2026, 11, 2), None):
        families.record_move(cast.amira.ctx(), child_id=cast.child_id, moved_on=moved_on)
    assert try_door(Client(), made.code).status_code == 422, "no visit begins that would show nothing"
    assert browser.get(HOME).status_code == 302


def test_the_screen_is_handed_over_without_a_code(cast):
    """Together: their page opens in this browser, for an hour at most."""
    _, browser = hand_over(cast, adult_id=cast.mother_id)
    (link,) = queries.list_links(cast.amira.ctx(), child_id=cast.child_id)
    assert (link.way, link.person) == (Way.TOGETHER, "Gwen Adeyemi")
    assert browser.get(HOME).status_code == 200


def reads(browser):
    """Whether a page that was opened still shows what was written to its reader."""
    answer = browser.get(HOME)
    return answer.status_code == 200 and "Gwen Adeyemi" in answer.content.decode()


def grants_until(cast):
    """Until when the mother's pages would show something."""
    with frame.doing():
        return max(Grant.objects.filter(kind=GrantKind.FAMILY_PAGE).values_list("until_at", flat=True))


def end(cast, link_id):
    commands.revoke_private_link(cast.amira.ctx(), link_id=link_id)


@pytest.mark.parametrize("first", ["given", "handed_over"])
def test_ending_one_link_leaves_the_page_open_that_the_same_person_opened_by_another(cast, first):
    order = (give, hand_over) if first == "given" else (hand_over, give)
    made = {how: how(cast, adult_id=cast.mother_id) for how in order}
    beside = made[hand_over][1]
    end(cast, made[give][0])
    assert reads(beside)
    assert grants_until(cast) == context.clock() + rules.TOGETHER_LIFE, "no longer than the link that runs"
    end(cast, made[hand_over][0])
    assert not reads(beside)
    assert grants_until(cast) == context.clock()


def test_a_page_handed_over_that_is_ended_leaves_the_link_that_was_taken_away(cast):
    _, made = give(cast, adult_id=cast.mother_id)
    link_id, beside = hand_over(cast, adult_id=cast.mother_id)
    end(cast, link_id)
    assert not reads(beside)
    assert try_door(Client(), made.code).status_code == 302


def test_a_link_of_another_person_keeps_nothing_open(cast):
    link_id, _ = give(cast, adult_id=cast.mother_id)
    _, made = give(cast, adult_id=cast.father_id)
    end(cast, link_id)
    with frame.doing():
        assert Grant.objects.filter(kind=GrantKind.FAMILY_PAGE, until_at__gt=context.clock()).count() == 1
    assert try_door(Client(), made.code).status_code == 302


def test_what_a_move_cut_is_not_given_back_by_ending_another_link(cast):
    link_id, _ = give(cast, adult_id=cast.mother_id)
    _, beside = hand_over(cast, adult_id=cast.mother_id)
    for moved_on in (date(2026, 11, 2), None):
        families.record_move(cast.amira.ctx(), child_id=cast.child_id, moved_on=moved_on)
    end(cast, link_id)
    assert not reads(beside)


def test_an_answer_is_signed_in_the_link_of_the_visit_and_in_no_other(cast):
    request_id = ask(cast, journey.prepare(cast), adult_id=cast.mother_id)
    first, _ = give(cast, adult_id=cast.mother_id)
    own, _ = give(cast, adult_id=cast.mother_id)  # replaces the first
    mother = at_their_page(cast, cast.mother_id)
    words = {
        "request_id": request_id,
        "status": Status.REFUSED,
        "allowed": (),
        "words": "",
        "signed": Signed("Gwen"),
    }
    for wrong in (first, uuid4()):
        with pytest.raises(NotThere):
            commands.answer_and_sign(mother, link_id=wrong, **words)
    commands.answer_and_sign(at_their_page(cast, cast.mother_id), link_id=own, **words)
    assert len(queries.list_signatures(cast.amira.ctx(), child_id=cast.child_id)) == 1


def test_whoever_wrote_what_is_called_wrong_owes_the_answer(cast):
    browser = opened(cast, adult_id=cast.mother_id)
    about = Ref("child", cast.child_id)
    cases.admit_member(
        cast.amira.ctx(),
        case_id=cast.case_id,
        membership_id=cast.ben.membership_id,
        purpose=Purpose.EARLY_HELP,
        reason="Works with the family",
    )
    new = NewNotice(NoticeKind.EXPLANATION, about, "We spoke", ("We asked about mornings.",))
    involvement.issue_notice(cast.ben.ctx(), child_id=cast.child_id, adult_id=cast.mother_id, notice=new)
    sent(
        browser,
        QUESTIONS,
        send="wrong",
        wrong="Not so.",
        should_be="",
        about=about_shown(browser, "We spoke"),
    )
    kinds = [each.kind for each in duties.list_my_duties(cast.ben.ctx())]
    assert Owed.ANSWER_CORRECTION in kinds
    kinds = [each.kind for each in duties.list_my_duties(cast.amira.ctx())]
    assert Owed.ANSWER_CORRECTION not in kinds


def test_a_yes_found_to_be_said_in_fear_leaves_their_page_and_another_reason_does_not(cast):
    consent_id = record(cast, journey.prepare(cast))
    browser = opened(cast, adult_id=cast.mother_id)
    assert "You said yes." in browser.get(AGREED).content.decode()
    consent.find_invalid(
        cast.amira.ctx(),
        consent_id=consent_id,
        reason=Invalid.IN_FRONT_OF_SOMEONE_FEARED,
        words="She rang later: he stood beside her.",
    )
    page = browser.get(AGREED).content.decode()
    assert "does not count" not in page
    assert "You have not been asked anything here yet." in page
