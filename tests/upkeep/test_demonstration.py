"""The demonstration: a small invented partnership, brought in through the real commands, in every state."""

import re
import shutil
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.db import connections
from django.test import Client

from alongside.access import context, frame
from alongside.consent.models import CompetenceAssessment, Consent, ConsentChange, Disagreement
from alongside.consent.words import Change as Became
from alongside.consent.words import Status
from alongside.consultations.models import Consultation, Outcome, PersonAsked, PrivateLink
from alongside.consultations.words import Beginning, Mode, OutcomeKind
from alongside.directory.models import Agency, Membership
from alongside.duties.models import Duty
from alongside.involvement.models import Notice, Telling
from alongside.involvement.words import Authorisation, Permanence, Told
from alongside.letters.models import Letter
from alongside.letters.words import Print
from alongside.portal.words import INVENTED
from alongside.reliance.models import ReliedFactChanged, Retraction
from alongside.sharing.models import Decision, LawfulProfile
from alongside.upkeep import demonstration, doctor, invented
from alongside.upkeep.invented_shapes import Moment
from alongside.upkeep.settling import Settled
from alongside.voice.models import Complaint, Correction, Said
from alongside.voice.words import Answer, Form
from alongside.web.words import INTRODUCTIONS
from tests import people
from tests.portal.doors import PAGES, TOLD

FOR_FICTION = re.compile(r"(01632 960 \d{3}|07700 900 ?\d{3})")


@pytest.fixture(scope="module")
def filled_house(laid_house, tmp_path_factory, django_db_blocker) -> Path:
    """A database filled with the demonstration, made once; every test gets a copy."""
    path = tmp_path_factory.mktemp("house") / "filled.sqlite3"
    shutil.copy(laid_house, path)
    with django_db_blocker.unblock(), context.at_time(people.NOW):
        point_at(path)
        demonstration.load(past=6)
        connections[
            "reader"
        ].close()  # first: a reader that closes last leaves the newest pages in the journal
        connections.close_all()
    return path


@pytest.fixture
def loaded(filled_house, tmp_path, django_db_blocker, clock):
    path = tmp_path / "house.sqlite3"
    shutil.copy(filled_house, path)
    with django_db_blocker.unblock():
        point_at(path)
        yield path
        connections.close_all()


def point_at(path: Path) -> None:
    connections.close_all()
    for alias in ("default", "reader"):
        connections.settings[alias]["NAME"] = str(path)
        connections[alias].settings_dict["NAME"] = str(path)


def test_it_shows_consultations_in_every_state(loaded):
    """Each state in which something of the town is written stands there as real rows, and duties run on them."""
    with frame.doing():
        about_children = sum(
            max(1, len(each.children)) for each in invented.marlbrook().consultations.values()
        )
        assert Consultation.objects.count() == about_children + 6
        assert set(Mode.values) == values_of(Consultation, "mode")
        assert set(Beginning.values) == values_of(Consultation, "beginning")
        assert set(OutcomeKind.values) == values_of(Outcome, "kind")
        assert set(Told.values) == values_of(Telling, "told")
        assert {"awaited", "given"} <= values_of(Telling, "authorisation")
        assert {"awaited", "given"} <= values_of(Decision, "countersignature")
        assert PrivateLink.objects.exists()
        owed = set(Duty.objects.filter(discharged_at=None).values_list("kind", flat=True))
    assert {"confirm_note", "outcome", "tell_family", "countersign", "authorise_withholding"} <= owed


def test_it_shows_the_ledger_withholding_and_the_familys_own_words_in_every_state(loaded):
    """What became of it afterwards (issue 4): each state stands there to be looked at."""
    with frame.doing():
        assert set(Status.values) <= values_of(Consent, "status")
        # In the town nothing goes to anybody of whom whoever agreed was not told.
        assert set(Became.values) - {Became.REACHED_FURTHER} == values_of(ConsentChange, "change")
        assert {"", "one_may_act"} == values_of(Disagreement, "verdict")
        assert CompetenceAssessment.objects.exists()
        withdrawn = ReliedFactChanged.objects.filter(change="consent_withdrawn")
        assert {"", "keep", "retract"} <= set(withdrawn.values_list("settled", flat=True))
        assert Retraction.objects.filter(answer="deleted").exists()
        assert Telling.objects.filter(renewals=2, authorisation="given").exists()
        owed = set(Duty.objects.filter(discharged_at=None).values_list("kind", flat=True))
        assert {"tell_released", "review_withholding", "resolve_disagreement"} <= owed


def test_it_shows_the_withheld_the_spoken_and_the_letters_in_every_state(loaded):
    with frame.doing():
        assert set(Authorisation.values) == values_of(Telling, "authorisation")
        assert set(Permanence.values) == values_of(Telling, "permanence")
        assert set(Form.values) == values_of(Said, "form")
        unsafe = Said.objects.filter(safety="not_safe")
        assert unsafe.filter(acted_at=None).exists()
        assert unsafe.exclude(acted_at=None).exists()
        assert set(Answer.values) == values_of(Correction, "answer")
        assert Complaint.objects.exclude(answered_at=None).exists()
        assert set(Print.values) == values_of(Letter, "size")
        assert {0, 1} == values_of(Letter, "printings")
        assert {"en", "pl"} == values_of(Notice, "language")
        owed = set(Duty.objects.filter(discharged_at=None).values_list("kind", flat=True))
    assert "tell_after_all" in owed


def test_what_a_family_reads_is_what_the_record_says(loaded):
    """No notice tells a story of its own: each is of a consultation, and names whom that one asked."""
    with frame.doing():
        for notice in Notice.objects.all():
            matter = Consultation.objects.get(id=notice.arising_from_id)
            assert matter.about_child_id == notice.about_child_id
            asked = PersonAsked.objects.filter(consultation_id=matter.id)
            said = " ".join(notice.paragraphs)
            unheld = Outcome.objects.filter(consultation_id=matter.id, kind="not_held").exists()
            assert unheld or all(each.name in said for each in asked), notice.title


def values_of(table, column: str) -> set[str]:
    return set(table.objects.values_list(column, flat=True))


def test_it_is_marked_as_one_before_anything_else(loaded):
    assert doctor.holds_demonstration()


def test_its_past_is_past_and_its_clock_is_given_back(loaded, clock):
    with frame.doing():
        begun = Consultation.objects.order_by("begun_at").values_list("begun_at", flat=True)
        assert all(at < clock.at for at in begun)
    assert context.clock() == clock.at


def test_every_agency_keeps_its_lawful_answers(loaded):
    with frame.doing():
        assert LawfulProfile.objects.count() == Agency.objects.count() >= 12


def test_everybody_who_is_introduced_is_there_and_nobody_has_a_password(loaded):
    assert set(INTRODUCTIONS) <= {login.username for login in User.objects.all()}
    assert not any(login.has_usable_password() for login in User.objects.all())


def test_every_telephone_number_is_kept_free_for_fiction(loaded):
    numbers = [
        *Agency.objects.values_list("telephone", flat=True),
        *Membership.objects.values_list("telephone", flat=True),
    ]
    assert all(FOR_FICTION.fullmatch(number) for number in numbers if number)


@pytest.mark.parametrize("login_name", sorted(INTRODUCTIONS))
def test_everybody_meets_a_page_of_their_own(loaded, login_name):
    client = Client()
    client.post("/demonstration/", {"chosen": login_name})
    page = client.get("/")
    assert page.status_code == 200
    assert demonstration.SENTENCE in page.content.decode()


@pytest.mark.parametrize(("days_ago", "day"), [(1, 2), (2, 30), (6, 26), (7, 23)])
def test_a_story_is_told_on_weekdays(clock, days_ago, day):
    town = Settled(invented.marlbrook(), clock.at, {}, {}, {})
    at = town.at(Moment(days_ago, 9, 0))
    assert (at.day, at.hour) == (day, 9)
    assert at.weekday() < 5


@pytest.mark.parametrize("login_name", sorted(INTRODUCTIONS))
def test_a_visitor_meets_no_dead_end(loaded, login_name):
    """Every link of every page near Today leads to a page that is there, for everybody who is introduced."""
    client = Client()
    client.post("/demonstration/", {"chosen": login_name})
    seen, ahead = set(), ["/"]
    while ahead and len(seen) < VISITED_MOST:
        address = ahead.pop(0)
        seen.add(address)
        page = client.get(address, follow=True)
        assert page.status_code == 200, address
        links = LINK.findall(page.content.decode())
        ahead += [each for each in dict.fromkeys(links) if each not in seen and each not in ahead]


@pytest.mark.parametrize("given", INVENTED, ids=lambda each: each.name)
def test_the_keys_that_it_prints_open_a_familys_own_page(loaded, given):
    assert given.code in Client().get("/demonstration/").content.decode()
    client = Client()
    client.post(PAGES, {"code": given.code, "second": given.second})
    page = client.get(TOLD).content.decode()
    assert "Bea Okafor spoke with Tom Whitfield, Housing officer, Marlbrook Housing." in page
    with frame.doing():
        assert Consultation.objects.filter(child_as_named="Ayo Adeyemi").count() == 1


VISITED_MOST = 40
LINK = re.compile(r'<a\b[^>]*?href="(/(?!static/)[^"#]*)')
