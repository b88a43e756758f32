"""S12: asked by a hub after the duty to share has started; the father objects, and the law says that it is shared."""

from datetime import date

import pytest

from alongside.access import context
from alongside.consultations import queries
from alongside.directory import commands as directory
from alongside.directory.words import Setting
from alongside.sharing import queries as sharing
from tests import journey
from tests.stories import asking

pytestmark = pytest.mark.story

TODAY = date(2026, 11, 3)
REPLY = "I told him that the law asks it, and that his objection is kept. He said that he understands."
DRINK = "He told us in September that he drinks every day and cannot stop."


@pytest.fixture
def duty(cast):
    """The duty to share is in force, and decisions follow the graph of 2024."""
    journey.keep_profiles(cast)
    for name, value in ((Setting.GUIDANCE_EDITION, "dfe-2024-derived"), (Setting.DUTY_IN_FORCE, "yes")):
        directory.decide_setting(
            context.upkeep_context(), name=name, value=value, from_on=date(2026, 9, 30), source="The tests"
        )


def was_asked_by_the_hub(visit):
    asking.starts_about(visit, "Ayo Adeyemi")
    visit.choose("Did they ask you for information?", "Yes: they asked me for information")
    asking.wants_to_ask(visit, "Dev Malik")
    asking.says_why(visit)
    visit.write("What you would say", DRINK)
    visit.page.get_by_label("What it is about").first.select_option(label="Alcohol and drugs")
    visit.choose("What kind of statement is it?", "Reported by someone")
    visit.write("Where it comes from", "The father, at his appointment")
    visit.choose("Share it?", "Share it")
    visit.press("Save and continue")
    asking.says_no(visit, who="Tunde Adeyemi", on=TODAY, then="Save and continue")


def walks_the_duty(visit):
    for answer in ("Yes", "Yes", "No"):
        asking.answers(visit, answer)


def test_s12_the_duty_is_walked_first_and_an_objection_cannot_end_it(visit, cast, duty):
    amira = visit(cast.amira)
    was_asked_by_the_hub(amira)
    walks_the_duty(amira)
    for answer in ("Not an emergency", "Yes", "Yes, and a justified reason to share", "No one"):
        options = amira.page.get_by_role("radio").all()
        labels = [each.evaluate("e => e.labels[0].innerText") for each in options]
        assert not any("refused" in label.lower() for label in labels), (
            "no answer ends it for want of consent"
        )
        pick = next((label for label in labels if label.startswith(answer.split(",")[0])), labels[0])
        asking.answers(amira, pick)
    assert amira.reads("You may share this with Dev Malik")
    assert amira.reads("The law says that we must share this")
    amira.choose("Are these lawful answers right for this?", "Yes, they are right")
    amira.write("Why is sharing this much needed, and no more?", "It bears on the safety of the child.")
    amira.write("Why you decide this, in a sentence", "The law asks it, and it helps the hub.")
    amira.press("I decide to share")
    asking.records_the_talk(amira, on=TODAY)
    (line,) = queries.list_consultations(cast.amira.ctx()).lines
    page = queries.open_consultation(cast.amira.ctx(), consultation_id=line.id)
    decision = sharing.open_decision(cast.amira.ctx(), decision_id=page.people[0].decision.id)
    duty_walk, graph = decision.trace["walks"]
    assert duty_walk["path"] == ["D0", "D1", "D2", "D3", "D4", "O_MUST"]
    way = ["N0", "N1", "N2", "N2a", "N3", "N3a", "N4", "N5", "N6", "N6a", "N7", "N8", "N9"]
    assert graph["path"][: len(way)] == way
    assert (graph["state"]["objection"], graph["state"]["risk"]) == (True, True)
    assert "6(1)(c)" in decision.lawful.art6
    assert "CA 2004 s.16LA" in decision.lawful.power
    assert [answer.words for answer in page.answers] == ["We will sort it out ourselves."]
    assert [item.text for item in decision.items] == [DRINK], "never the whole record"
    amira.choose("What did you decide together?", "Advice, and I carry on")
    amira.write("In your words", "The hub plans with both parents.")
    amira.choose("What did the child think, and how did it count?", "I did not ask: too young to say")
    amira.press("Save and continue")
    replies_to_his_objection(amira)
    told = {telling.name: telling.words for telling in journey.page_of(cast, line.id).tellings}
    assert told["Tunde Adeyemi (father)"] == REPLY
    (shared,) = sharing.list_my_inbox(cast.dev.ctx())
    assert shared.child == "Ayo Adeyemi", "filed on the child’s record, and on no adult’s"


def replies_to_his_objection(visit):
    for number, words in ((1, "She knew."), (2, REPLY)):
        visit.page.locator(f"[name=told_{number}][value=informed]").check()
        for label, value in (("day", TODAY.day), ("month", TODAY.month), ("year", TODAY.year)):
            visit.page.locator(f"[name=informed_on_{number}_{label}]").fill(str(value))
        visit.page.locator(f"[name=said_{number}]").fill(words)
    visit.write("How did you tell them?", "At the surgery")
    visit.press("Save and continue")


def test_s12_the_hub_reads_what_was_shared_and_that_the_law_asks_it(visit, cast, duty):
    amira = visit(cast.amira)
    was_asked_by_the_hub(amira)
    for node, given in (("D2", "yes"), ("D3", "yes"), ("D4", "no")):
        journey.answer(cast, the_consultation(cast), node, given, pack="ca2004-s16la")
    for node, given in (("N0", "not_emergency"), ("N4", "yes"), ("N7", "justified"), ("N9", "no_one")):
        journey.answer(cast, the_consultation(cast), node, given, pack="dfe-2024-derived")
    journey.decide(cast, the_consultation(cast), necessity="It bears on the safety of the child.")
    journey.talk(cast, the_consultation(cast))
    dev = visit(cast.dev)
    dev.open("/shared-with-me/")
    dev.press("About Ayo Adeyemi")
    assert dev.reads(DRINK)
    assert dev.reads("The law says that this must be shared.")


def the_consultation(cast):
    (line,) = queries.list_consultations(cast.amira.ctx()).lines
    return line.id
