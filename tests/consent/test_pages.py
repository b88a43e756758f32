"""The ledger's pages: what they show, what can be done from them, and the receipt as a file."""

import json
from uuid import uuid4

import pytest
from django.urls import reverse

from alongside.access.words import NotThere
from alongside.cases import commands as cases
from alongside.consent import queries
from alongside.consent.words import State, Status
from alongside.families.words import OrderKind
from tests.consent.deeds import about, ask, assess, matter, page, record
from tests.consent.test_causes import order
from tests.consent.test_edge_cases import disputed
from tests.consultations.deeds import boxes
from tests.recital import leaves, signed_in
from tests.reliance import changing


def test_the_ledger_is_reached_from_the_child_and_says_what_is_allowed_and_why(cast):
    consultation_id = matter(cast)
    key = record(cast, consultation_id)
    assess(cast, consultation_id)
    browser = signed_in(cast, "amira")
    href = reverse("consent:ledger", args=[cast.child_id])
    assert href in browser.get(reverse("web:child", args=[cast.child_id])).content.decode()
    shown = browser.get(href).content.decode()
    assert "Housing: no agreement covers it" in shown, (
        "the child was assessed as able, so a parent’s word is not enough"
    )
    assert reverse("consent:open_record", args=[key]) in shown
    for odd in ("2099-01-01", "soon"):
        assert "cannot be shown" in browser.get(f"{href}?on={odd}").content.decode()
    past = browser.get(f"{href}?on=2026-11-02&known=now").content.decode()
    assert "cannot be shown" not in past
    assert "as we know it now" in past
    assert "Nobody has been asked about sharing anything." in past


def test_a_person_is_one_person_under_whatever_name_they_were_written_down(cast):
    consultation_id = matter(cast)
    record(cast, consultation_id, giver="Gwen Adeyemi (mother)")
    ask(cast, consultation_id, adult_id=cast.mother_id)
    record(cast, consultation_id, who="father")
    people = queries.open_ledger(cast.amira.ctx(), child_id=cast.child_id).people
    assert [(each.name, len(each.entries)) for each in people] == [("Tunde Adeyemi", 1), ("Gwen Adeyemi", 2)]


def test_a_request_is_answered_under_whatever_name_the_answer_was_written_down(cast):
    consultation_id = matter(cast)
    ask(cast, consultation_id, adult_id=cast.mother_id)
    href = reverse("consultations:open", args=[consultation_id])
    assert State.REQUESTED.value in signed_in(cast, "amira").get(href).content.decode()
    record(cast, consultation_id, giver="Gwen (mother)")
    assert State.REQUESTED.value not in signed_in(cast, "amira").get(href).content.decode()


def test_that_nobody_replied_is_asked_of_no_record_that_was_answered(cast):
    consultation_id = matter(cast)
    request_id = ask(cast, consultation_id, adult_id=cast.mother_id)
    browser = signed_in(cast, "amira")
    href = reverse("consent:no_reply", args=[request_id])
    assert browser.get(href).status_code == 200
    assert browser.get(reverse("consent:no_reply", args=[record(cast, consultation_id)])).status_code == 404


def test_taking_back_is_one_page_away_from_the_record(cast):
    key = record(cast, matter(cast))
    browser = signed_in(cast, "amira")
    shown = browser.get(reverse("consent:open_record", args=[key])).content.decode()
    href = reverse("consent:withdraw", args=[key])
    assert href in shown
    typed = {"how": "verbal", "words": "No more.", "command_id": str(uuid4())}
    typed |= boxes("withdrawn_at", page(cast, key).answer.answered_on) | {"withdrawn_at_clock": "9 am"}
    assert browser.get(href).status_code == 200
    answer = browser.post(href, typed)
    assert answer.status_code == 302, answer.content.decode()
    assert page(cast, key).state is State.WITHDRAWN


@pytest.mark.parametrize("name", ["renew", "found_invalid", "heed"])
def test_every_page_about_a_record_opens(cast, name):
    key = record(cast, matter(cast))
    assert signed_in(cast, "amira").get(reverse(f"consent:{name}", args=[key])).status_code == 200


def test_the_receipt_is_a_file_in_the_terms_of_the_standard(cast):
    key = record(cast, matter(cast))
    answer = signed_in(cast, "amira").get(reverse("consent:receipt", args=[key]))
    receipt = json.loads(answer.content)
    assert receipt["record_id"] == str(key)
    assert receipt["hl7_consent_status"] == "active"
    assert receipt["consent_events"][0]["event_state"] == "given"
    assert "Ayo" not in answer["Content-Disposition"]


@pytest.mark.parametrize("name", ["dev", "ben", "esther"])
def test_nobody_else_finds_the_ledger(cast, name):
    key = record(cast, matter(cast))
    with pytest.raises(NotThere):
        queries.open_ledger(cast.people[name].ctx(), child_id=cast.child_id)
    with pytest.raises(NotThere):
        queries.open_record(cast.people[name].ctx(), consent_id=key)


def test_a_lead_reads_both_sides_and_decides_on_a_page(cast):
    _, key = disputed(cast)
    browser = signed_in(cast, "iris")
    shown = browser.get(reverse("consent:disagreement", args=[key])).content.decode()
    assert "I object." in shown
    href = reverse("consent:resolve", args=[key])
    assert browser.get(href).status_code == 200
    typed = {
        "orders_checked": "yes",
        "childs_view": "He wants help.",
        "verdict": "one_may_act",
        "reasons": "It helps him.",
        "command_id": str(uuid4()),
    }
    look = reverse("consent:look_for_orders", args=[key])
    assert browser.post(look, {"command_id": str(uuid4())}).status_code == 302
    assert browser.post(href, typed).status_code == 302
    assert "It helps him." in browser.get(reverse("consent:disagreement", args=[key])).content.decode()
    assert (
        signed_in(cast, "amira").get(reverse("consultations:answer_objection", args=[key])).status_code == 200
    )
    assert signed_in(cast, "amira").get(href).status_code == 404


def test_today_names_what_the_ledger_asks(cast):
    record(cast, matter(cast), who="mother", status=Status.REFUSED, words="No.")
    disputed(cast)
    shown = signed_in(cast, "iris").get("/").content.decode()
    assert "two people who each have a say do not agree" in shown


def test_a_lead_reads_the_ledger_of_what_they_decide_and_no_familys_record(cast):
    _, disagreement_id = disputed(cast)
    key = record(cast, matter(cast), words="Only the flat.")
    href = reverse("consent:ledger", args=[cast.child_id])
    iris = signed_in(cast, "iris")
    for name, args in (("disagreement", disagreement_id), ("resolve", disagreement_id), ("open_record", key)):
        page = iris.get(reverse(f"consent:{name}", args=[args]))
        assert page.status_code == 200, name
        assert href in page.content.decode(), name
    shown = iris.get(href).content.decode()
    assert "Only the flat." in shown
    assert "you oversee safeguarding" in shown
    assert "Who may agree</h2>" not in shown
    assert "What is allowed" not in shown
    assert "by itself it gives no authority" not in shown, "it was found to give it when it was written down"
    assert reverse("web:child", args=[cast.child_id]) not in shown


def shown_to(cast, name, shared, key):
    """Everything that one person reads of an agreement: the ledger, the record, the file, the consultation."""
    browser = signed_in(cast, name)
    pages = (("consent:ledger", cast.child_id), ("consent:open_record", key), ("consent:receipt", key),
             ("consultations:open", shared.consultation_id), ("sharing:open_decision", shared.decision_id))  # fmt: skip
    return [browser.get(reverse(page, args=[arg])).content.decode() for page, arg in pages]


def test_a_lead_never_reads_that_an_agreement_runs_which_a_court_order_has_stopped(cast, clock):
    shared = changing.shared(cast)
    (answer,) = queries.list_answers(cast.amira.ctx(), arising_from=about(shared.consultation_id))
    clock.advance(days=9)
    before = shown_to(cast, "iris", shared, answer.id)
    order(cast, OrderKind.CARE, made_on=clock.at.date(), authority="Marlbrook")
    ledger, record_page, receipt, consultation, decision = shown_to(cast, "iris", shared, answer.id)
    for page_of_hers in (ledger, record_page, consultation):
        assert State.ON_RECORD.value in page_of_hers
        assert "ask whoever works with the child" in page_of_hers
    for page_of_hers in (*before, ledger, record_page, consultation, decision):
        assert "15 December 2026" not in page_of_hers
        assert "May be shared" not in page_of_hers
    assert json.loads(receipt)["hl7_consent_status"] == "unknown"
    assert json.loads(receipt)["review_by"] is None
    assert page(cast, answer.id).state is State.UNDER_REVIEW


def test_a_lead_reads_that_the_day_of_an_agreement_has_passed_and_not_which(cast, clock):
    shared = changing.shared(cast)
    (answer,) = queries.list_answers(cast.amira.ctx(), arising_from=about(shared.consultation_id))
    clock.advance(days=60)
    ledger, record_page, _, consultation, decision = shown_to(cast, "iris", shared, answer.id)
    for page_of_hers in (ledger, record_page, consultation):
        assert State.UNDER_REVIEW.value in page_of_hers
        assert "has passed" in page_of_hers
    for page_of_hers in (ledger, record_page, consultation, decision):
        assert "15 December 2026" not in page_of_hers
        assert "May be shared" not in page_of_hers


def test_that_a_lead_opened_the_ledger_is_in_the_log(cast):
    record(cast, matter(cast))
    signed_in(cast, "iris").get(reverse("consent:ledger", args=[cast.child_id]))
    assert {"action": "page:opened", "about": f"consent_ledger:{cast.child_id}"} in leaves()


def test_a_lead_opens_no_ledger_in_which_nothing_of_their_agency_stands(cast):
    assert signed_in(cast, "iris").get(reverse("consent:ledger", args=[cast.child_id])).status_code == 404


def test_a_lead_with_a_conflict_finds_no_ledger(cast):
    record(cast, matter(cast))
    cases.declare_conflict(
        cast.amira.ctx(), case_id=cast.case_id, membership_id=cast.iris.membership_id, reason="Her niece"
    )
    answer = signed_in(cast, "iris").get(reverse("consent:ledger", args=[cast.child_id]))
    assert answer.status_code == 404
