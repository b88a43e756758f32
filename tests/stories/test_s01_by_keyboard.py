"""S01 with no mouse: from Today to the family told by Tab, Space, Enter, arrows and typing alone."""

from datetime import date

import pytest

from alongside.consultations import queries
from alongside.consultations.rules import Progress
from tests import journey
from tests.stories import asking

pytestmark = pytest.mark.story

TODAY, REVIEW = date(2026, 11, 3), date(2026, 12, 14)
MOST_TABS = 90  # more than any page has stops: a control that is not reached by then cannot be reached


class Keyboard:
    """Hands on the keys of a visit's page."""

    def __init__(self, visit):
        self.page, self.keys = visit.page, visit.page.keyboard

    def comes_to(self, target, *, where="(here, there) => document.activeElement === there"):
        there = target.element_handle()
        for _ in range(MOST_TABS):
            self.keys.press("Tab")
            if self.page.evaluate(f"there => ({where})(document.activeElement, there)", there):
                return
        raise AssertionError(f"Tab never came to {target}")

    def writes(self, label, words, *, within=None):
        self.comes_to((within or self.page).get_by_label(label, exact=True).first)
        self.keys.press("Control+A")
        self.keys.type(words)

    def chooses(self, question, answer):
        group = self.page.get_by_role("group", name=question).first
        target = group.get_by_label(answer, exact=True).first
        if target.get_attribute("type") == "checkbox":
            self.comes_to(target)
            self.keys.press("Space")
            return
        self.comes_to(target, where="(here, there) => here.type === 'radio' && here.name === there.name")
        self.keys.press("Space")
        for _ in range(20):
            if target.is_checked():
                return
            self.keys.press("ArrowDown")
        raise AssertionError(f"No arrow came to {answer}")

    def gives_the_day(self, question, on):
        group = self.page.get_by_role("group", name=question).first
        for label, value in (("Day", on.day), ("Month", on.month), ("Year", on.year)):
            self.writes(label, str(value), within=group)

    def presses(self, name):
        main = self.page.locator("main")
        self.comes_to(main.get_by_role("button", name=name).or_(main.get_by_role("link", name=name)).first)
        with self.page.expect_navigation():
            self.keys.press("Enter")


def asks_why_and_what(amira, keys):
    keys.presses("Start a consultation")
    keys.chooses("Who is it about?", "Ayo Adeyemi")
    keys.presses("Start the consultation")
    person = amira.page.get_by_role("radio", name="Someone who is not on Alongside")
    keys.comes_to(person, where="(here, there) => here.type === 'radio' && here.name === there.name")
    keys.keys.press("ArrowUp")  # from the first round to the last
    assert person.is_checked()
    for label, words in (
        ("Their name", "Sunita Rao"),
        ("Their role", "School nurse"),
        ("Their agency", "Harbour Health"),
        ("Their telephone number", "01632 960 555"),
    ):
        keys.writes(label, words)
    keys.chooses("How do you know that this is the right person?", "I looked the number up myself")
    keys.presses("Save and continue")
    keys.writes("What do you want to ask?", asking.QUESTION)
    keys.writes("How would it help the child or the family?", asking.BENEFIT)
    keys.writes("How would you explain it to the family?", "I would like to ask the nurse how Ayo is.")
    keys.presses("Save and continue")
    keys.writes("What you would say", "The flat is damp.")
    keys.comes_to(amira.page.get_by_label("What it is about").first)
    keys.keys.type("Housing")
    keys.chooses("What kind of statement is it?", "Fact I or a colleague saw")
    keys.writes("Where it comes from", "My own visit")
    keys.chooses("Share it?", "Share it")
    keys.presses("Save and continue")


def hears_the_family_decides_talks_and_tells(amira, keys):
    keys.chooses("Whose answer is this?", "Gwen Adeyemi")
    keys.chooses("What did they say?", "They agreed")
    keys.chooses("What did they agree may be shared?", "Housing")
    keys.chooses("Did they say that anything must not be shared?", "No")
    keys.chooses("How did they say it?", "Signed on a form")
    keys.gives_the_day("On which day did they agree?", TODAY)
    keys.gives_the_day("Look at this agreement again by", REVIEW)
    keys.presses("Save and continue")
    keys.chooses("Is there a worry that a child is in need", "No")
    keys.presses("Save and continue")
    keys.chooses("Are these lawful answers right for this?", "Yes, they are right")
    keys.writes("Why you decide this, in a sentence", "It helps Ayo, and his mother agrees.")
    keys.presses("I decide to share")
    keys.chooses("How did you speak?", "Telephone")
    keys.gives_the_day("When did you speak?", TODAY)
    keys.writes("Time", "3.40 pm")
    keys.writes("What you said", "I told her about the damp.")
    keys.writes("What they said", asking.ADVICE)
    keys.presses("Save and continue")
    keys.chooses("What did you decide together?", "A Team Around the Family")
    keys.writes("In your words", "Meet with the family within two weeks.")
    keys.chooses("What did the child think, and how did it count?", "I did not ask: too young to say")
    keys.presses("Save and continue")
    for name in ("Gwen Adeyemi", "Tunde Adeyemi"):
        keys.chooses(f"Has {name}", "They knew: we agreed it beforehand")
        group = amira.page.get_by_role("group", name="Since which day?").locator("visible=true").last
        for label, value in (("Day", TODAY.day), ("Month", TODAY.month), ("Year", TODAY.year)):
            keys.writes(label, str(value), within=group)
    keys.presses("Save and continue")


def test_s01_by_keyboard_alone(visit, cast):
    journey.keep_profiles(cast)
    amira = visit(cast.amira)
    amira.open("/")
    keys = Keyboard(amira)
    asks_why_and_what(amira, keys)
    hears_the_family_decides_talks_and_tells(amira, keys)
    (line,) = queries.list_consultations(cast.amira.ctx()).lines
    page = queries.open_consultation(cast.amira.ctx(), consultation_id=line.id)
    assert {each.progress for each in page.progress} == {Progress.DONE}
