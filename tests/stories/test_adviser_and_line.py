"""A question is sent to a school's line, taken, asked back, answered, and sealed: from both sides, at both widths."""

import pytest

from alongside.advice import queries as advice
from tests import lines
from tests.stories import asking

pytestmark = pytest.mark.story

HARM = "Does what you heard make you think that this child may be suffering significant harm?"
BACK = "Does he have a plan for his asthma?"


def sends_it(visit, keys):
    visit.open(f"/consultations/{keys['consultation_id']}/people/{keys['person_id']}/talk/")
    assert visit.reads("01632 960 121")
    visit.press("Or send the question and ask to be rung back")
    visit.write("Why have you not spoken?", "The line was engaged twice.")
    assert visit.page.get_by_label("On which number can they ring you back?").input_value() == lines.NUMBER
    visit.choose("By when would you like to be rung back?", "Today")
    visit.press("Send it")


def takes_it(visit):
    visit.open("/shared-with-me/")
    assert visit.reads("1 waiting")
    visit.press("Willow Lane advice line")
    assert visit.reads("Amira Haddad")
    assert not visit.reads("Ayo")
    visit.press("Take it")
    assert visit.reads(asking.QUESTION)
    assert visit.reads("Best by speaking")


def test_a_question_to_a_line_is_taken_asked_back_answered_and_sealed(visit, cast):
    cast = lines.with_nia(cast)
    keys = lines.decided(cast, lines.opened(cast, cast.cerys, cast.nia))
    amira, cerys = visit(cast.amira), visit(cast.cerys)
    sends_it(amira, keys)
    takes_it(cerys)
    cerys.press("Ask something back first")
    cerys.write("What do you need to know?", BACK)
    cerys.press("Ask them")
    amira.open("/")
    amira.press("Read and answer")
    assert amira.reads(BACK)
    amira.press("Reply")
    amira.write("Your reply", "No, none yet.")
    amira.press("Reply")
    assert amira.reads("Cerys Pugh has it.")
    cerys.page.reload()
    assert cerys.reads("No, none yet.")
    cerys.write("Your answer", "He coughs most on Mondays.")
    cerys.choose(HARM, "No")
    cerys.press("Send my answer")
    assert cerys.reads("It counts as not spoken.")
    cerys.press("Your agency’s copy")
    assert cerys.reads("The two digests agree")
    amira.open(f"/consultations/{keys['consultation_id']}/")
    assert amira.reads("He coughs most on Mondays.")
    assert amira.reads("This counts as not spoken. Best by speaking: ring")
    amira.press("Your agency’s copy")
    assert amira.reads("The two digests agree")
    assert advice.list_my_lines(cast.nia.ctx())[0].waiting == 0


def test_who_comes_too_late_is_told_and_who_has_it_hands_it_on(visit, cast):
    cast = lines.with_nia(cast)
    lines.waiting(cast)
    cerys, nia = visit(cast.cerys), visit(cast.nia)
    for each in (cerys, nia):
        each.open("/shared-with-me/")
        each.press("Willow Lane advice line")
    cerys.press("Take it")
    nia.press("Take it")
    assert nia.reads("Cerys Pugh has taken this already.")
    cerys.press("Hand it on to somebody else")
    cerys.press("Hand it on")
    assert cerys.reads("Choose who should have it.")
    cerys.choose("Who should have it?", "Nia Morgan")
    cerys.write("Why, in a sentence", "She knows the school nurse.")
    cerys.press("Hand it on")
    assert cerys.reads("Taken by Nia Morgan")
    nia.open("/")
    nia.press("Read the question")
    assert nia.reads(asking.QUESTION)
