"""What a safeguarding lead reads of orders and parental responsibility before deciding a disagreement (E1, S06)."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse

from alongside.access.words import NotThere, Refused
from alongside.consent import commands
from alongside.consent.words import Leaf
from alongside.families.words import OrderKind
from tests.consent.deeds import TODAY, decide
from tests.consent.test_causes import order
from tests.consent.test_edge_cases import DECIDED, disputed
from tests.recital import leaves, signed_in

STEPS = "Tunde may not be told where Ayo goes to school."


def barred(cast):
    """The two disagree, and an order that limits the father is on record."""
    _, key = disputed(cast)
    order(cast, OrderKind.PROHIBITED_STEPS, restricted_id=cast.father_id, restricts=STEPS)
    return key


def look(cast, key, *, who="iris"):
    return signed_in(cast, who).post(
        reverse("consent:look_for_orders", args=[key]), {"command_id": str(uuid4())}
    )


def shown(cast, key, *, name="resolve", who="iris"):
    return signed_in(cast, who).get(reverse(f"consent:{name}", args=[key])).content.decode()


def test_e1_the_orders_on_record_and_who_holds_responsibility_stand_where_it_is_decided(cast):
    key = barred(cast)
    before = shown(cast, key)
    assert "Look for court orders" in before
    assert "What do you decide?" not in before
    assert STEPS not in before
    assert look(cast, key).status_code == 302
    page = shown(cast, key)
    for words in ("Prohibited steps order", STEPS, "It restricts Tunde Adeyemi", "Gwen Adeyemi (mother)"):
        assert words in page
    assert "What do you decide?" in page
    assert Leaf.ORDERS_LOOKED_FOR in [each["action"] for each in leaves()]


def test_s06_no_order_on_file_is_not_said_where_one_is_on_record(cast):
    key = barred(cast)
    with pytest.raises(Refused, match="Look first"):
        commands.resolve_conflict(cast.iris.ctx(), disagreement_id=key, resolved=DECIDED)
    with pytest.raises(Refused, match="Say what it means"):
        decide(cast, key, replace(DECIDED, orders_words=""))
    decide(cast, key, replace(DECIDED, orders_words="It bars him from the school, not from a yes."))
    assert STEPS in shown(cast, key, name="disagreement")


def test_an_order_recorded_after_the_look_is_looked_at_before_it_is_decided(cast):
    _, key = disputed(cast)
    look(cast, key)
    order(cast, OrderKind.LIVES_WITH, holder_id=cast.mother_id, made_on=TODAY - timedelta(days=1))
    with pytest.raises(Refused, match="Look again"):
        commands.resolve_conflict(cast.iris.ctx(), disagreement_id=key, resolved=DECIDED)
    decide(cast, key, DECIDED)


@pytest.mark.parametrize("who", ["amira", "dev", "ben", "esther", "hal"])
def test_nobody_but_a_lead_looks(cast, who):
    key = barred(cast)
    with pytest.raises(NotThere):
        commands.look_for_orders(cast.people[who].ctx(), disagreement_id=key)


def test_the_family_record_stays_closed_to_the_lead_who_looked(cast):
    key = barred(cast)
    look(cast, key)
    answer = signed_in(cast, "iris").get(reverse("families:people", args=[cast.child_id]))
    assert answer.status_code == 404


def test_what_was_decided_on_stays_as_it_was_found(cast):
    key = barred(cast)
    decide(cast, key, DECIDED)
    with pytest.raises(Refused, match="decided already"):
        commands.look_for_orders(cast.iris.ctx(), disagreement_id=key)
