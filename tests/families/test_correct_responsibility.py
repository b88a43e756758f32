"""What is known of parental responsibility is said anew when evidence was seen; what was decided stays (E2)."""

from django.urls import reverse

from alongside.consultations import queries as consultations
from alongside.families import commands, queries
from alongside.families.words import Leaf, ParentalResponsibility
from alongside.guidance.words import Evidence
from alongside.sharing import rules
from tests import journey
from tests.recital import Deed, Recital, signed_in

SEEN = ParentalResponsibility.SEEN


def ready(cast):
    return {"child_id": cast.child_id, "adult_id": cast.father_id, "parental_responsibility": SEEN}


def is_seen(cast, words):
    adults = queries.open_child(cast.amira.ctx(), child_id=cast.child_id).adults
    return [each.id for each in adults if each.id == cast.father_id and each.parental_responsibility is SEEN]


class TestCorrectResponsibility(Recital):
    deed = Deed(
        command=commands.correct_responsibility,
        leaf=Leaf.RESPONSIBILITY_CORRECTED,
        ready=ready,
        stands=is_seen,
        page=lambda cast, _: reverse("families:correct_responsibility", args=[cast.child_id, cast.father_id]),
        right_words=lambda *_: {"parental_responsibility": "seen"},
        wrong_words={"parental_responsibility": ""},
        sentence="Say what is known of their parental responsibility. You may say that it is not known.",
        kept="Tunde Adeyemi",
        strangers=("dev", "ben", "iris", "cerys"),
    )


def test_e2_once_evidence_was_seen_an_agreement_counts(cast):
    journey.keep_profiles(cast)
    consultation_id = journey.prepare(cast)
    journey.family_says(cast, consultation_id, who="father")
    for expected in ("no", "yes"):
        page = consultations.sharing_of(cast.amira.ctx(), **journey.person_in(cast, consultation_id))
        assert rules.proposals(page.record)[Evidence.CONSENT].answer == expected
        commands.correct_responsibility(cast.amira.ctx(), **ready(cast))


def test_the_child_page_leads_there(cast):
    page = signed_in(cast, "amira").get(reverse("web:child", args=[cast.child_id])).content.decode()
    assert reverse("families:correct_responsibility", args=[cast.child_id, cast.father_id]) in page
