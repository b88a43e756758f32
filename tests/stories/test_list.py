"""Amira finds the one that waits, by keyboard, sends its address to herself, takes it out as a file, and prints it."""

from pathlib import Path

import pytest

from alongside.consultations import commands
from tests import journey
from tests.stories.conftest import NARROW, WIDE

pytestmark = pytest.mark.story

PRINTED = "As it stood on 3 November 2026 at 3.40 pm, printed by Amira Haddad, Health visitor"


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_a_list_is_narrowed_shared_taken_out_and_printed(visit, cast, width):
    journey.talk(cast, journey.decided(cast))
    journey.prepare(cast, asked=cast.dev)
    commands.begin_no_names(cast.amira.ctx())
    amira = visit(cast.amira, width=width)

    amira.open("/consultations/")
    assert amira.reads("1–3 of 3")
    folded = amira.page.get_by_label("How far it has come").is_hidden()
    assert folded is (width == NARROW)
    if folded:
        amira.page.locator("summary").focus()
        amira.page.keyboard.press("Enter")
    amira.page.get_by_label("How far it has come").select_option(label="Begun")
    amira.page.get_by_label("By name or without").select_option(label="By name")
    amira.page.get_by_label("Words in it").fill("breathing")
    with amira.page.expect_navigation():
        amira.page.keyboard.press("Enter")
    amira.looked_over()
    assert amira.reads("1 consultation")
    assert amira.reads("Ayo Adeyemi, with Dev Malik")
    assert amira.page.url.endswith("?state=begun&names=named&words=breathing")

    with amira.page.expect_download() as taken:
        amira.page.get_by_role("button", name="Save this list as a file").click()
    assert taken.value.suggested_filename.startswith("my-consultations-")
    assert "Dev Malik" in Path(taken.value.path()).read_text(encoding="utf-8-sig")

    amira.press("Take out: How far it has come: Begun")
    assert amira.reads("1–2 of 2")
    assert not amira.reads(PRINTED)
    amira.page.emulate_media(media="print")
    assert amira.reads(PRINTED)
    assert not amira.reads("Save this list as a file")
    assert not amira.page.get_by_role("navigation").first.is_visible()
    amira.page.emulate_media(media="screen")

    amira.press("Ayo Adeyemi, with Cerys Pugh")
    amira.page.emulate_media(media="print")
    assert amira.reads(PRINTED)
    amira.page.emulate_media(media="screen")
    amira.open("/consultations/?since_day=31&since_month=2&since_year=2026&words=breathing")
    amira.page.get_by_role("link", name="Check the date").click()
    assert amira.page.evaluate("document.activeElement.id") == "id_since_day"
    assert amira.page.get_by_label("Words in it").input_value() == "breathing"
