"""Whether what a lead decided where two people do not agree still stands, and who is told of it (E1, E27)."""

from dataclasses import replace
from html import unescape

import pytest
from django.urls import reverse

from alongside.access.words import Answered, Ref, Refused
from alongside.consent import queries
from alongside.consent.words import Status, Verdict
from alongside.consultations import commands
from alongside.duties.words import Owed
from alongside.involvement import queries as told
from tests.consent.deeds import TODAY, assess, decide, here, record
from tests.consent.test_edge_cases import DECIDED, disputed, owed
from tests.consent.test_last_word import take_back
from tests.recital import signed_in

NO_LONGER = "stands no longer"


def decided(cast):
    """She agreed, he said no, and a lead decided that one of them may act alone."""
    consultation_id, key = disputed(cast)
    decide(cast, key, DECIDED)
    return consultation_id, key


def child_says_no(cast, consultation_id):
    assess(cast, consultation_id)
    record(
        cast,
        consultation_id,
        who="child",
        recipient=here(cast, consultation_id),
        status=Status.REFUSED,
        words="Not that.",
    )


def stands(cast, key, *, who="amira"):
    return queries.open_disagreement(cast.people[who].ctx(), disagreement_id=key).card.stands


def shown(cast, name, key, *, who="amira"):
    return unescape(signed_in(cast, who).get(reverse(name, args=[key])).content.decode())


def told_how(cast, key, **more):
    words = {"told_on": TODAY, "how": "By telephone, with how to complain."} | more
    return commands.answer_objection(cast.amira.ctx(), disagreement_id=key, **words)


@pytest.mark.parametrize("who", ["amira", "iris"])
def test_e27_what_was_decided_stands_until_a_child_who_decides_says_no(cast, who):
    consultation_id, key = decided(cast)
    assert stands(cast, key, who=who) is Answered.YES
    assert NO_LONGER not in shown(cast, "consent:disagreement", key, who=who)
    child_says_no(cast, consultation_id)
    assert stands(cast, key, who=who) is Answered.NO
    assert NO_LONGER in shown(cast, "consent:disagreement", key, who=who)
    assert NO_LONGER in shown(cast, "consent:ledger", cast.child_id, who=who)


@pytest.mark.parametrize("who", ["amira", "iris"])
def test_e1_what_was_decided_stands_no_longer_once_the_yes_is_taken_back(cast, who):
    consultation_id, key = disputed(cast)
    decide(cast, key, DECIDED)
    (yes,) = (
        a
        for a in queries.list_answers(cast.amira.ctx(), arising_from=Ref("consultation", consultation_id))
        if a.status is Status.GIVEN
    )
    take_back(cast, yes.id)
    assert stands(cast, key, who=who) is Answered.NO


def test_e27_whoever_objected_reads_nothing_that_stands_no_longer_and_is_told_by_somebody(cast):
    consultation_id, key = decided(cast)
    child_says_no(cast, consultation_id)
    page = shown(cast, "consultations:answer_objection", key)
    assert "nothing is written to them" in page
    assert "may go on" not in page
    assert owed(cast, Owed.ANSWER_OBJECTOR)
    with pytest.raises(Refused, match="Tell them yourself"):
        told_how(cast, key, words="It helps him.")
    told_how(cast, key)
    assert not told.list_notices(cast.amira.ctx(), arising_from=Ref("consultation", consultation_id))
    assert not owed(cast, Owed.ANSWER_OBJECTOR)


def test_e1_a_no_that_is_respected_stands_whatever_is_said_later(cast):
    consultation_id, key = disputed(cast)
    decide(cast, key, replace(DECIDED, verdict=Verdict.RESPECT_THE_NO))
    child_says_no(cast, consultation_id)
    assert stands(cast, key) is Answered.YES
