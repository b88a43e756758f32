"""S01 from both sides: what the mother agreed to, in the ledger; and what she reads of it at her own page.

The walk itself is in test_s01_early_help.py and test_s01_two_recipients.py. The Team Around the Family has no room yet:
that the family is invited, that a lead practitioner is named, and that no agency outside the consent is invited without
a new decision, is for the issue that builds meetings. Here the ledger covers the two who were agreed to and nobody else.
"""

from datetime import date

import pytest

from alongside.consent import queries as consents
from alongside.consent.words import Category, ConsentKind
from alongside.consultations import commands
from alongside.consultations.commands import ChosenPerson, RecordedTalk
from alongside.consultations.words import Checked, Medium, OutcomeKind
from alongside.sharing import commands as deciding
from alongside.sharing import queries as sharing
from alongside.sharing.rules import ListedItem
from alongside.sharing.words import Included, ItemKind
from tests import journey
from tests.people import NOW
from tests.stories import asking
from tests.stories.own_page import opens_own_page

pytestmark = pytest.mark.story

TODAY, REVIEW = date(2026, 11, 3), date(2026, 12, 14)
GP = ListedItem(
    "His inhaler was changed twice.",
    Category.GP_HISTORY,
    ItemKind.REPORTED,
    "A letter of the GP",
    Included.LEAVE_OUT,
    "His mother does not want it shared.",
)


def agreed_for_both(cast):
    """Amira asks Cerys and Dev; Gwen agrees to it for each of them, and to the help, without the GP's history."""
    journey.keep_profiles(cast)
    consultation_id = journey.prepare(cast)
    dev = ChosenPerson(membership_id=cast.dev.membership_id, checked=Checked.DIRECTORY)
    commands.choose_person(cast.amira.ctx(), consultation_id=consultation_id, person=dev)
    items = (journey.DAMP, journey.ABSENT, GP)
    commands.list_what(cast.amira.ctx(), consultation_id=consultation_id, items=items)
    for person in journey.page_of(cast, consultation_id).people:
        help_too = {"kind": ConsentKind.SERVICE_AGREEMENT, "review_by": REVIEW}
        journey.family_says(cast, consultation_id, recipient=person.title, **help_too)
    return consultation_id


def spoken_with_both(cast):
    """Both were decided on and spoken with, and a Team Around the Family was agreed."""
    consultation_id = agreed_for_both(cast)
    talk = RecordedTalk(
        medium=Medium.TELEPHONE, talked_at=NOW, said_by_asker="The damp.", said_by_adviser="He coughs."
    )
    for place in (0, 1):
        keys = journey.person_in(cast, consultation_id, place=place)
        no = deciding.Answered("hmg-2018-07", "P0", "no")
        commands.answer_question(cast.amira.ctx(), **keys, answered=no)
        judged = deciding.Judged(outcome="SHARE", reasons="It helps Ayo.", same_answers="yes" * place)
        commands.decide_sharing(cast.amira.ctx(), **keys, judged=judged)
        commands.record_talk(cast.amira.ctx(), **keys, talk=talk)
    journey.outcome(cast, consultation_id, kind=OutcomeKind.TAF)
    return consultation_id


def test_s01_the_ledger_has_the_scope_and_the_mother_reads_who_spoke_with_whom_and_why(visit, cast):
    consultation_id = spoken_with_both(cast)
    page = journey.page_of(cast, consultation_id)
    amira = visit(cast.amira)
    amira.open(f"/consultations/{consultation_id}/telling/")
    amira.write("What they read of it, in plain words", "We all meet with you in two weeks.")
    asking.tells_the_family(amira, on=TODAY)
    reads_the_ledger(amira, cast, page)
    for each in (cast.cerys, cast.dev):
        (shared,) = sharing.list_my_inbox(each.ctx())
        assert [item.category for item in shared.items] == [Category.HOUSING, Category.ATTENDANCE]

    mother = opens_own_page(visit, cast, cast.mother_id)
    mother.press("Who spoke with whom, and why")
    for words in (
        f"Amira Haddad would like to ask {page.people[0].title} and {page.people[1].title} about Ayo",
        f"On 3 November 2026 Amira Haddad spoke with {page.people[0].title} and {page.people[1].title}.",
        "I would like to ask the school how Ayo is",
        "It is called a Team Around the Family.",
        "We all meet with you in two weeks.",
    ):
        assert mother.reads(words), words
    reads_what_she_agreed_to(mother, page)


def reads_the_ledger(amira, cast, page):
    """Two named agencies, two purposes each, GP history excluded, looked at again on 14 December."""
    amira.open(f"/children/{cast.child_id}/")
    amira.press("Consent: who agreed to what")
    for words in (
        "Housing: may be shared",
        "GP history: no agreement covers it",
        "Gwen Adeyemi (mother) said that",
    ):
        assert amira.reads(words), words
    amira.press("Agreed")
    for words in (page.people[1].title, "GP history", "14 December 2026", "Parental responsibility"):
        assert amira.reads(words), words
    ledger = consents.open_ledger(cast.amira.ctx(), child_id=cast.child_id)
    titles = {person.title for person in page.people}
    assert {each.recipient for each in ledger.allowed} == titles, "nobody else is covered"
    kinds = [(answer.recipient, answer.kind) for answer in page.answers]
    assert len(set(kinds)) == 4, "each of the two, for sharing and for help: four records"


def reads_what_she_agreed_to(mother, page):
    mother.press("Back to the start", within="footer")
    mother.press("What I said yes or no to")
    for person in page.people:
        assert mother.reads(person.title)
    for words in (
        "You said yes.",
        "Where you live",
        "Not about:",
        "What the doctor has written down",
        "We ask you again by 14 December 2026.",
        "This is about taking part in the help that you are offered.",
    ):
        assert mother.reads(words), words
    for words in ("Tunde", "inhaler"):
        assert not mother.reads(words), words
