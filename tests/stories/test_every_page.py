"""axe finds nothing on any page, and nothing runs over the side, at both widths."""

import pytest

from alongside.advice import commands
from alongside.advice import queries as advice
from alongside.advice.commands import GivenView
from alongside.advice.words import Heard, NoteState
from alongside.cases import commands as cases
from alongside.cases.commands import Adopted
from alongside.consultations import queries
from alongside.consultations.words import OutcomeKind, Task
from alongside.sharing import queries as sharing
from tests import journey, lines
from tests.consultations.deeds import place_of
from tests.consultations.test_record_slip import spoken_outside
from tests.sharing.keeping import name_keeper

pytestmark = pytest.mark.story


@pytest.mark.long
def test_every_page_is_looked_over(visit, cast):
    consultation_id = journey.decided(cast)
    lead = visit(cast.iris)
    lead.open("/consultations/?whose=team&names=named")
    journey.talk(cast, consultation_id)
    decision_id = (
        queries.open_consultation(cast.amira.ctx(), consultation_id=consultation_id).people[0].decision.id
    )
    (shared,) = sharing.list_my_inbox(cast.cerys.ctx())
    begun = journey.prepare(cast, asked=cast.dev)
    amira, cerys = visit(cast.amira), visit(cast.cerys)
    for path in ("", "children/", "children/add/", f"children/{cast.child_id}/", "consultations/"):
        amira.open(f"/{path}")
    for path in (
        "guidance/",
        "guidance/hmg-2018-07/",
        "guidance/dfe-2024-derived/",
        "guidance/ca2004-s16la/",
    ):
        amira.open(f"/{path}")
    for page in (
        "begin/",
        "without-names/",
        "already-spoken/",
        f"{begun}/family/part/",
        f"{begun}/not-held/",
    ):
        amira.open(f"/consultations/{page}")
    for task in (Task.WHOM, Task.WHY, Task.WHAT, Task.FAMILY, Task.MAY_I_SHARE):
        amira.open(place_of(begun, task))
    for page in ("", "outcome/", "telling/", "done/", "told/", "write/explanation/child/"):
        amira.open(f"/consultations/{consultation_id}/{page}")
    for page in ("", "keep/", "correct/", "complain/"):
        amira.open(f"/voice/children/{cast.child_id}/{page}")
    amira.open(f"/consultations/about/{cast.child_id}/told/")
    amira.open(f"/consultations/about/{cast.child_id}/nothing/{cast.father_id}/")
    amira.open(f"/consultations/about/{cast.child_id}/told/{cast.father_id}/")
    amira.open(f"/decisions/{decision_id}/")
    cerys.open("/shared-with-me/")
    cerys.open(f"/shared-with-me/{shared.id}/")
    rest = "N4a=agreement_given&N7=none&N9=no_one"
    for typed in ("", "?edition=dfe-2024-derived", f"?edition=dfe-2024-derived&{rest}"):
        amira.open(f"/decisions/{decision_id}/look-again/{typed}")
    journey.outcome(cast, consultation_id, kind=OutcomeKind.REFERRAL)
    for page in ("", "step/referral_rung/", "done/"):
        amira.open(f"/consultations/{consultation_id}/{page}")
    amira.open(f"/decisions/{journey.refused(cast)}/review/")
    visit(cast.iris).open("/")
    amira.open(f"/children/{cast.child_id}/adults/{cast.father_id}/")
    for page in ("", "add/", "couple/", "homes/", "orders/", "birth-date/", "adoption/", "death/", "move/"):
        amira.open(f"/children/{cast.child_id}/people/{page}")
    amira.open(f"/children/{cast.child_id}/adults/{cast.father_id}/correct/")
    sealing = cast.amira.ctx()
    adopted = Adopted("Ayo Whitfield", cast.iris.membership_id, cast.ben.membership_id, "Adoption order")
    cases.seal_adoption(sealing, child_id=cast.child_id, adopted=adopted)
    amira.open(f"/children/sealed/{sealing.command_id}/")
    amira.open("/consultations/no-such-page/")
    nobody = visit(None)
    nobody.open("/sign-in/")


def test_every_page_of_what_an_agency_keeps_is_looked_over(visit, cast):
    journey.keep_profiles(cast)
    earlier = sharing.open_profile(cast.ben.ctx()).editions.shown
    journey.keep_profiles(cast)
    name_keeper(cast, "iris")
    iris = visit(cast.iris)
    for path in ("", "decisions/lawful/", f"decisions/lawful/{earlier.id}/", "decisions/lawful/change/"):
        iris.open(f"/{path}")
    for path in ("decisions/procedure/", "decisions/procedure/change/"):
        iris.open(f"/{path}")
    iris.press("Keep as a new edition")
    iris.page.get_by_role("link", name="Write the procedure, so that your colleagues can read").click()
    assert iris.page.get_by_label("Our procedure", exact=True).evaluate("e => e === document.activeElement")


def test_every_page_of_the_side_that_is_asked_is_looked_over(visit, cast):
    cast = lines.with_nia(cast)
    line_id = lines.opened(cast, cast.cerys, cast.nia)
    keys, other = lines.decided(cast, line_id), lines.decided(cast, line_id)
    for each in (keys, other):
        lines.sent(cast, each)
    amira, cerys = visit(cast.amira), visit(cast.cerys)
    amira.open("/consultations/{consultation_id}/people/{person_id}/send/".format(**keys))
    taken, _waits = advice.open_line(cast.cerys.ctx(), line_id=line_id).questions
    disclosure_id = commands.take_question(cast.cerys.ctx(), question_id=taken.id)
    back_id = commands.ask_back(cast.cerys.ctx(), disclosure_id=disclosure_id, words="Since when?")
    line = f"/shared-with-me/lines/{line_id}/"
    item = f"/shared-with-me/{disclosure_id}/"
    for page in ("/shared-with-me/", line, f"{line}{taken.id}/hand-on/", item, f"{item}ask-back/"):
        cerys.open(page)
    amira.open(f"/consultations/{keys['consultation_id']}/asked-back/{back_id}/")
    given = GivenView(NoteState.ANSWERED, view="Ring the nurse.", heard=Heard.SIGNIFICANT_HARM)
    commands.give_view(cast.cerys.ctx(), disclosure_id=disclosure_id, given=given)
    for page in (item, f"{item}copy/"):
        cerys.open(page)
    outside = spoken_outside(cast)
    for page in (
        f"{keys['consultation_id']}/",
        f"{outside['consultation_id']}/",
        f"{outside['consultation_id']}/talks/{outside['talk_id']}/slip/",
    ):
        amira.open(f"/consultations/{page}")
