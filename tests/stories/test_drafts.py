"""Nothing typed is lost: a draft put back and discarded, two people on one page, a connection lost and back."""

import pytest
from django.conf import settings as django_settings

from alongside.access.commands import keep_draft
from alongside.access.queries import find_draft
from alongside.access.words import Purpose
from alongside.cases import commands as cases
from tests import journey
from tests.consultations.deeds import address, page_of
from tests.stories.conftest import signed_in

pytestmark = pytest.mark.story

HELPS = "How would it help the child or the family?"
TYPED = "So that he breathes well at night."
LOST = "Connection lost. What you type is kept on this machine until it is back."
OFFERED = "were kept on this machine while the connection was lost."
BACK = "It is not saved yet."


@pytest.fixture
def asking(cast):
    """A consultation of Amira's about Ayo, before the family's answer."""
    return journey.prepare(cast)


@pytest.fixture
def why(cast, asking):
    """The address of the page that asks why."""
    return address("why")(cast, {"consultation_id": asking})


@pytest.fixture
def amira(visit, cast):
    return visit(cast.amira)


def helps(visit):
    return visit.page.get_by_label(HELPS)


def says(visit, words):
    visit.page.get_by_text(words).first.wait_for()


def kept_on_the_machine(visit):
    """What lies in the browser's storage, as text."""
    return visit.page.evaluate(
        "Object.entries(localStorage).filter(([name]) => name.startsWith('alongside'))"
    )


def loses_the_connection_while_typing(visit, page, words=TYPED):
    visit.open(page)
    visit.context.set_offline(True)
    visit.write(HELPS, words)
    says(visit, LOST)
    assert len(kept_on_the_machine(visit)) == 1


def closes_the_page_and_comes_back(visit, page):
    visit.page.close()
    visit.context.set_offline(False)
    visit.page = visit.context.new_page()
    visit.page.set_default_timeout(5_000)
    visit.open(page)


def somebody_else_signs_in(visit, person):
    value = signed_in(person)
    visit.context.add_cookies(
        [{"name": django_settings.SESSION_COOKIE_NAME, "value": value, "url": visit.address}]
    )


# Connection lost and back


def test_words_typed_without_a_connection_are_offered_once_and_put_back(visit, cast, why):
    amira = visit(cast.amira)
    loses_the_connection_while_typing(amira, why)
    closes_the_page_and_comes_back(amira, why)
    says(amira, OFFERED)
    assert helps(amira).input_value() == journey.BENEFIT
    amira.looked_over()
    amira.page.get_by_role("button", name="Put them back").click()
    assert helps(amira).input_value() == TYPED
    assert kept_on_the_machine(amira) == []
    says(amira, "Draft kept at")
    assert find_draft(cast.amira.ctx(), page=why).words["benefit"] == [TYPED]
    amira.open(why)
    says(amira, BACK)
    assert not amira.reads(OFFERED)


def test_thrown_away_they_are_not_offered_again(amira, why):
    loses_the_connection_while_typing(amira, why)
    closes_the_page_and_comes_back(amira, why)
    amira.page.get_by_role("button", name="Throw them away").click()
    says(amira, "They are thrown away.")
    assert kept_on_the_machine(amira) == []
    assert helps(amira).input_value() == journey.BENEFIT


def test_what_lies_on_the_machine_cannot_be_read(amira, why):
    loses_the_connection_while_typing(amira, why)
    ((name, kept),) = kept_on_the_machine(amira)
    assert "breathes" not in kept
    assert "Amira" not in name + kept
    read_out = """async () => {
        const opening = indexedDB.open("alongside.keys");
        await new Promise((done) => { opening.onsuccess = done; });
        const found = opening.result.transaction("words").objectStore("words").get("words");
        await new Promise((done) => { found.onsuccess = done; });
        return crypto.subtle.exportKey("raw", found.result).then(() => "read out", () => "refused");
    }"""
    assert amira.page.evaluate(read_out) == "refused"


def test_when_the_connection_is_back_the_words_go_to_the_house_and_off_the_machine(amira, cast, why):
    loses_the_connection_while_typing(amira, why)
    amira.context.set_offline(False)
    says(amira, "Draft kept at")
    assert kept_on_the_machine(amira) == []
    assert find_draft(cast.amira.ctx(), page=why).words["benefit"] == [TYPED]


def test_sent_without_a_connection_the_page_stays_and_is_sent_when_it_is_back(amira, cast, asking, why):
    amira.open(why)
    amira.context.set_offline(True)
    amira.write(HELPS, TYPED)
    amira.page.get_by_role("button", name="Save and continue").click()
    says(amira, f"Not sent. {LOST}")
    assert helps(amira).input_value() == TYPED
    amira.context.set_offline(False)
    amira.press("Save and continue")
    assert page_of(cast, asking).benefit == TYPED
    assert kept_on_the_machine(amira) == []
    amira.open(why)
    assert not amira.reads(OFFERED)
    assert not amira.reads(BACK)


def test_another_person_on_the_same_machine_is_offered_nothing(amira, cast, why):
    loses_the_connection_while_typing(amira, why)
    somebody_else_signs_in(amira, cast.ben)
    closes_the_page_and_comes_back(amira, "/")
    assert amira.reads("Ben Ashworth")
    assert kept_on_the_machine(amira) == []
    somebody_else_signs_in(amira, cast.amira)
    amira.open(why)
    assert not amira.reads(OFFERED)


@pytest.mark.parametrize("connection", ["back", "lost"])
def test_signing_out_wipes_them(amira, cast, why, connection):
    amira.context.route("**/drafts/**", lambda route: route.abort())  # not even the next autosave wipes them
    loses_the_connection_while_typing(amira, why)
    amira.context.set_offline(connection == "lost")
    assert len(kept_on_the_machine(amira)) == 1
    amira.page.get_by_role("button", name="Sign out").click()
    amira.page.wait_for_url(lambda url: "/consultations/" not in url)
    somebody_else_signs_in(amira, cast.amira)
    closes_the_page_and_comes_back(amira, why)
    assert kept_on_the_machine(amira) == []
    assert not amira.reads(OFFERED)


def test_a_newer_draft_of_the_house_wins_without_a_word(amira, cast, why, clock):
    loses_the_connection_while_typing(amira, why)
    clock.advance(minutes=5)
    keep_draft(cast.amira.ctx(), page=why, words={"benefit": ["From another machine."]})
    closes_the_page_and_comes_back(amira, why)
    assert helps(amira).input_value() == "From another machine."
    amira.page.wait_for_function("!Object.keys(localStorage).some(name => name.startsWith('alongside'))")
    assert not amira.reads(OFFERED)


@pytest.mark.parametrize(("hours", "kept"), [(23, 1), (25, 0)])
def test_after_a_day_nothing_is_left(amira, why, clock, hours, kept):
    loses_the_connection_while_typing(amira, why)
    clock.advance(hours=hours)
    closes_the_page_and_comes_back(amira, why)
    assert len(kept_on_the_machine(amira)) == kept
    if kept:
        says(amira, f"yesterday {OFFERED}")


def test_rows_come_back_as_many_as_there_were(amira, cast, asking):
    page = address("what")(cast, {"consultation_id": asking})
    amira.open(page)
    amira.context.set_offline(True)
    amira.page.get_by_role("button", name="Add another item").click()
    amira.page.locator("[name=items-2-text]").fill("He is often tired.")
    amira.page.locator("[name=items-2-included]").last.check()
    says(amira, LOST)
    closes_the_page_and_comes_back(amira, page)
    amira.page.get_by_role("button", name="Put them back").click()
    assert amira.page.locator("[name=items-count]").input_value() == "3"
    assert amira.page.locator("[name=items-2-text]").input_value() == "He is often tired."
    assert amira.page.locator("[name=items-2-included]").last.is_checked()
    assert (
        amira.page.locator("[name=items-0-text]").input_value()
        == "The flat is damp and Ayo coughs at school."
    )


def test_an_ended_login_is_no_lost_connection(amira, why):
    amira.open(why)
    amira.context.clear_cookies(name=django_settings.SESSION_COOKIE_NAME)
    amira.write(HELPS, TYPED)
    says(amira, "Not saved yet – keep this page open")
    assert kept_on_the_machine(amira) == []


# Discard


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_a_draft_put_back_is_discarded(visit, cast, why, scripts):
    keep_draft(cast.amira.ctx(), page=why, words={"benefit": [TYPED]})
    amira = visit(cast.amira, scripts=scripts)
    amira.open(why)
    assert helps(amira).input_value() == TYPED
    assert amira.reads("What you typed here on 3 November 2026 at 3.40 pm is back.")
    amira.press("Discard it and start from what is saved")
    assert helps(amira).input_value() == journey.BENEFIT
    assert not amira.reads(BACK)


# Two people


def test_two_people_edit_the_reasons_and_the_second_gets_both_texts(visit, cast, asking, why):
    cases.admit_member(
        cast.amira.ctx(),
        case_id=cast.case_id,
        membership_id=cast.ben.membership_id,
        purpose=Purpose.EARLY_HELP,
        reason="Covers for her",
    )
    amira, ben = visit(cast.amira), visit(cast.ben)
    amira.open(why)
    ben.open(why)
    ben.write(HELPS, "So that he sleeps.")
    ben.press("Save and continue")
    amira.write(HELPS, TYPED)
    amira.press("Save and continue")
    assert amira.reads("This page has changed since you opened it")
    assert amira.reads("So that he sleeps.")
    assert amira.reads(TYPED)
    assert page_of(cast, asking).benefit == "So that he sleeps."
    amira.press("Save what I sent now")
    assert page_of(cast, asking).benefit == TYPED
