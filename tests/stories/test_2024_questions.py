"""S06 and S07 again on the 2024 questions: the walk in the browser, to the end that the rulebook's scenario gives it.

What comes before and after the walk is the same under either edition, and is told in test_s06… and test_s07….
"""

from dataclasses import replace
from pathlib import Path

import pytest
import yaml

import alongside.guidance
from alongside.access import context
from alongside.consent.commands import Resolved
from alongside.consent.words import Category, Status, Verdict, YesNo
from alongside.consultations import commands as consultations
from alongside.directory import commands as directory
from alongside.directory.words import Setting
from alongside.duties import queries as duties
from alongside.duties.words import Owed
from alongside.involvement.commands import ToldPerson
from alongside.involvement.words import Told
from alongside.sharing import queries as sharing
from alongside.sharing.words import Included
from tests import journey
from tests.consent.deeds import assess, decide
from tests.consent.test_edge_cases import with_responsibility
from tests.people import NOW
from tests.stories import asking
from tests.stories.test_s06_disagree import OF_HIM
from tests.stories.test_s07_in_confidence import mina_of

pytestmark = pytest.mark.story

EDITION = "dfe-2024-derived"
SCENARIOS = Path(alongside.guidance.__file__).parent / "scenarios"
COUGH = replace(journey.DAMP, text="He coughs every night.", category=Category.PHYSICAL_HEALTH)
LOW = replace(journey.DAMP, text="She is anxious and low.", category=Category.MENTAL_HEALTH)
NEEDED = "It is the least that they need to advise me."


@pytest.fixture
def of_2024():
    """Decisions of the partnership follow the 2024 questions."""
    directory.decide_setting(
        context.upkeep_context(),
        name=Setting.GUIDANCE_EDITION,
        value=EDITION,
        from_on=NOW.date(),
        source="The tests",
    )


def scenario(key):
    return yaml.safe_load((SCENARIOS / f"{key}.yaml").read_text())["walks"][EDITION]


def walks(amira, *answers):
    """The questions that the record leaves open, each met as it is said here, and the decision."""
    for question, answer in answers:
        assert amira.reads(question)
        asking.answers(amira, answer)
    amira.write("Why is sharing this much needed, and no more?", NEEDED)
    asking.decides_to_share(amira)


def ended(cast, matter, *people):
    """The rest of the matter, and its walk as it was frozen at its end."""
    journey.talk(cast, matter)
    journey.outcome(cast, matter)
    consultations.record_telling(cast.amira.ctx(), consultation_id=matter, people=people, how="At school")
    decision = sharing.open_decision(
        cast.amira.ctx(), decision_id=journey.page_of(cast, matter).person.decision.id
    )
    (walk,) = decision.trace["walks"]
    return decision, walk


def a_lead_decided(cast):
    (owed,) = (d for d in duties.list_my_duties(cast.iris.ctx()) if d.kind is Owed.RESOLVE_DISAGREEMENT)
    resolved = Resolved(
        Verdict.ONE_MAY_ACT, YesNo.YES, "No order on file.", "He wants to sleep.", "One may act alone."
    )
    decide(cast, owed.arising_from.id, resolved)


def test_s06_two_disagree_under_the_2024_questions(visit, cast, of_2024):
    with_responsibility(cast)
    journey.keep_profiles(cast)
    about_him = replace(journey.ABSENT, text=OF_HIM, about_adult_id=cast.father_id)
    matter = journey.prepare(cast, items=(COUGH, about_him))
    journey.family_says(cast, matter, status=Status.REFUSED, who="father")
    journey.family_says(cast, matter, allowed=(COUGH.category,))
    a_lead_decided(cast)
    amira = visit(cast.amira)
    amira.open(f"/consultations/{matter}/")
    amira.press("Continue: May I share?")
    walks(
        amira,
        ("How urgent is it?", "It is not an emergency"),
        ("Is a child at risk of harm, or is there a perceived risk?", "No"),
        ("Is this part of a voluntary offer of help?", "Yes, and they have agreed to it"),
        ("Is there a duty of confidence", "No restriction"),
        ("Could anyone be harmed if they were identified or located?", "No one"),
    )
    assert amira.reads("Somebody said no to what is about themselves")
    leaves_it_out(amira)
    walks(amira)
    knew = tuple(
        ToldPerson(adult_id, name, Told.INFORMED, NOW.date(), "With how to complain.")
        for adult_id, name in ((cast.mother_id, "Gwen Adeyemi"), (cast.father_id, "Tunde Adeyemi"))
    )
    decision, walk = ended(cast, matter, *knew)
    assert_as_written(walk, scenario("s06"))
    assert OF_HIM not in {item.text for item in decision.items if item.included is Included.SHARE}


def test_s07_she_decides_under_the_2024_questions(visit, cast, of_2024):
    mina = mina_of(cast)
    journey.keep_profiles(cast)
    matter = journey.prepare(mina, items=(LOW,))
    assess(mina, matter)
    journey.family_says(mina, matter, giver_adult_id=None, giver="Mina Adeyemi", allowed=(LOW.category,))
    amira = visit(cast.amira, scripts=False)
    amira.open(f"/consultations/{matter}/")
    amira.press("Continue: May I share?")
    walks(
        amira,
        ("How urgent is it?", "It is not an emergency"),
        ("Is a child at risk of harm, or is there a perceived risk?", "No"),
        ("Is this part of a voluntary offer of help?", "Yes, and they have agreed to it"),
        ("Is there a duty of confidence", "Yes, and it may be set aside for a stated reason"),
        ("Could anyone be harmed if they were identified or located?", "Yes, and they are protected"),
    )
    knew = ToldPerson(None, "Mina Adeyemi", Told.ALREADY_AWARE, NOW.date(), "")
    _, walk = ended(cast, matter, knew)
    assert_as_written(walk, scenario("s07"))


# Below the line: where things are on the pages


def leaves_it_out(amira):
    amira.press("Change what you share")
    amira.page.get_by_label("Leave it out", exact=True).nth(1).check()
    amira.page.get_by_label("Why you leave it out", exact=True).nth(1).fill("It is about him.")
    amira.press("Save and continue")


def assert_as_written(walk, expected):
    assert (walk["path"], walk["outcome"], walk["missing_records"]) == (
        expected["path"],
        expected["outcome"],
        [],
    )
    assert walk["state"] | expected["state"] == walk["state"]
