"""Who in the family knows: somebody from whom everything is kept stands there so, and nothing refused is offered."""

from uuid import uuid4

from django.urls import reverse

from alongside.consultations import commands
from alongside.involvement import commands as involvement_commands
from alongside.involvement.words import Authorisation, Ground
from tests import journey
from tests.consultations.deeds import boxes
from tests.consultations.test_keep_from import FACTS, KEEPING, whom
from tests.consultations.test_withhold_telling import withheld
from tests.consultations.test_write_notices import decided, father_withheld, mother, tell
from tests.people import NOW
from tests.recital import signed_in


def keep_from_father(cast):
    """Everything is kept from the father on a ground, and a safeguarding lead has agreed."""
    telling_id = involvement_commands.keep_everything_from(cast.amira.ctx(), **whom(cast), keeping=KEEPING)
    commands.authorise_withholding(
        cast.iris.ctx(), telling_id=telling_id, verdict=Authorisation.GIVEN, words="I read it."
    )


def write_to(consultation_id, adult_id, kind="outcome"):
    return reverse("consultations:write_notice", args=[consultation_id, kind, adult_id])


def table(cast, consultation_id, name="amira"):
    href = reverse("consultations:told", args=[consultation_id])
    return " ".join(signed_in(cast, name).get(href).content.decode().split())


def test_the_row_says_on_which_ground_by_whom_until_when_and_leads_to_why(cast):
    consultation_id = decided(cast)
    before = table(cast, consultation_id)
    assert write_to(consultation_id, cast.father_id) in before
    keep_from_father(cast)
    shown = table(cast, consultation_id)
    for part in (
        "Nothing goes to them for now",
        Ground.INCREASES_RISK_TO_CHILD.label,
        FACTS,
        "Withheld by Amira Haddad",
        "Authorised by Iris",
        "Looked at again on 4 November 2026",
        reverse("consultations:keep_from", args=[cast.child_id, cast.father_id]),
    ):
        assert part in shown, part
    assert write_to(consultation_id, cast.father_id) not in shown
    assert write_to(consultation_id, cast.mother_id) in shown, "others are judged apart"


def test_a_form_that_would_be_refused_does_not_open(cast):
    consultation_id = decided(cast)
    amira = signed_in(cast, "amira")
    assert amira.get(write_to(consultation_id, cast.father_id)).status_code == 200
    keep_from_father(cast)
    refused = amira.get(write_to(consultation_id, cast.father_id))
    assert refused.status_code == 409
    assert "nothing is written to them" in refused.content.decode()
    assert amira.get(write_to(consultation_id, cast.mother_id)).status_code == 200


def test_what_one_consultation_withholds_leads_to_looking_again(cast):
    consultation_id = decided(cast)
    tell(cast, consultation_id, mother(cast), father_withheld(cast))
    shown = table(cast, consultation_id)
    assert "Look at it again" in shown
    assert signed_in(cast, "amira").get(write_to(consultation_id, cast.father_id)).status_code == 409


def test_of_what_is_kept_another_agency_reads_nothing(cast):
    consultation_id = withheld(cast)
    keep_from_father(cast)
    shown = table(cast, consultation_id, "cerys")
    assert FACTS not in shown
    assert "Nothing goes to them" not in shown


def telling_page(cast, consultation_id):
    return reverse("consultations:telling", args=[consultation_id])


TOLD_AT_THE_GATE = {
    "told_1": "not_yet", "why_1": "On Friday.", "told_2": "informed", "how": "At the gate",
    "informed_on_2_day": "3", "informed_on_2_month": "11", "informed_on_2_year": "2026",
}  # fmt: skip


def test_e3_telling_somebody_from_whom_everything_is_kept_is_asked_about_first(cast):
    consultation_id = decided(cast)
    keep_from_father(cast)
    amira, page = signed_in(cast, "amira"), telling_page(cast, consultation_id)
    shown = " ".join(amira.get(page).content.decode().split())
    assert "Nothing goes to Tunde Adeyemi for now" in shown
    assert reverse("consultations:keep_from", args=[cast.child_id, cast.father_id]) in shown
    asked = amira.post(page, {**TOLD_AT_THE_GATE, "command_id": str(uuid4())})
    assert asked.status_code == 422
    assert "Tick that Tunde Adeyemi knows of this although nothing is to go to them" in asked.content.decode()
    assert not journey.page_of(cast, consultation_id).tellings
    ticked = {**TOLD_AT_THE_GATE, "anyway_informed_2": "yes", "command_id": str(uuid4())}
    assert amira.post(page, ticked).status_code == 302
    assert len(journey.page_of(cast, consultation_id).tellings) == 2


def test_e3_somebody_from_whom_everything_is_kept_may_be_left_open(cast):
    consultation_id = decided(cast)
    keep_from_father(cast)
    typed = {
        "told_1": "already_aware", **boxes("aware_on_1", NOW), "told_3": "already_aware", **boxes("aware_on_3", NOW),
    }  # fmt: skip
    answered = signed_in(cast, "amira").post(
        telling_page(cast, consultation_id), typed | {"command_id": str(uuid4())}
    )
    assert answered.status_code == 302, answered.content.decode()
    shown = signed_in(cast, "amira").get(answered["Location"]).content.decode()
    assert "Told what was decided: Gwen Adeyemi (mother); Ayo Adeyemi (the child)." in shown


def test_e3_no_receipt_is_offered_that_would_be_refused(cast):
    consultation_id = decided(cast)
    journey.family_says(cast, consultation_id, who="father")
    done = reverse("consultations:done", args=[consultation_id])
    amira = signed_in(cast, "amira")
    offered = "Print the receipt for Tunde Adeyemi (father)"
    assert offered in amira.get(done).content.decode()
    keep_from_father(cast)
    shown = amira.get(done).content.decode()
    assert offered not in shown
    assert "Print the receipt for Gwen Adeyemi (mother)" in shown
    receipts = amira.get(reverse("consultations:open", args=[consultation_id])).content.decode()
    assert receipts.count("Print the receipt") == 1
