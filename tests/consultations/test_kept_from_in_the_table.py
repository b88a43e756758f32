"""Who in the family knows: somebody from whom everything is kept stands there so, and nothing refused is offered."""

from django.urls import reverse

from alongside.consultations import commands
from alongside.involvement import commands as involvement_commands
from alongside.involvement.words import Authorisation, Ground
from tests.consultations.test_keep_from import FACTS, KEEPING, whom
from tests.consultations.test_withhold_telling import withheld
from tests.consultations.test_write_notices import decided, father_withheld, mother, tell
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
