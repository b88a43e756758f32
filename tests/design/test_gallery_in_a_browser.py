"""The living pages through a real browser: seen, heard, pressed and typed into."""

import json
from pathlib import Path

import pytest

from alongside.design import vendor
from tests.design.gallery.pages import NAMES

pytestmark = pytest.mark.story

AXE = Path(vendor.STORIES / "axe.min.js").read_text()


def opened(gallery, name, *, width=1280):
    page = gallery.new_page()
    page.wrong = []
    page.on("console", lambda message: page.wrong.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: page.wrong.append(str(error)))
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"/{name}")
    return page


@pytest.mark.parametrize("width", [1280, 375])
@pytest.mark.parametrize("name", NAMES)
def test_axe_finds_nothing(gallery, name, width):
    page = opened(gallery, name, width=width)
    page.evaluate(AXE)
    found = page.evaluate("axe.run().then(r => r.violations.map(v => [v.id, v.nodes.map(n => n.target)]))")
    assert found == []


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_cut_off_or_refused_by_the_policy_at_320(gallery, name):
    page = opened(gallery, name, width=320)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert page.wrong == []


def test_the_typeface_is_ours(gallery):
    page = opened(gallery, "today")
    assert page.evaluate(
        "document.fonts.ready.then(() => [...document.fonts].some(f => f.status === 'loaded'))"
    )


def test_every_line_of_the_error_summary_focuses_its_input(gallery):
    page = opened(gallery, "form")
    links = page.locator(".govuk-error-summary__list a").all()
    assert len(links) == 10
    for link in links:
        link.click()
        focused = page.evaluate("[document.activeElement.tagName, document.activeElement.id]")
        assert focused[0] in {"INPUT", "TEXTAREA", "SELECT"}
        assert f"#{focused[1]}" == link.get_attribute("href")


def test_a_chosen_answer_reveals_its_questions_and_another_hides_them(gallery):
    page = opened(gallery, "form")
    assert page.locator("#id_reason").is_visible()
    assert page.locator("#id_who").is_hidden()
    page.get_by_label("Yes, we have spoken").check()
    assert page.locator("#id_reason").is_hidden()
    page.get_by_label("Somebody else").check()
    assert page.locator("#id_who").is_visible()


def test_the_whole_card_of_an_answer_can_be_pressed(gallery):
    page = opened(gallery, "share")
    page.get_by_text("Get advice, then come back here").click()
    assert page.get_by_label("I am not sure").is_checked()


def test_a_row_is_added_in_place_and_removed_again(gallery):
    page = opened(gallery, "form")
    page.get_by_role("button", name="Add another item").click()
    assert page.evaluate("document.activeElement.name") == "items-2-what"
    assert page.locator("[name=items-count]").input_value() == "3"
    page.get_by_role("button", name="Remove item 1").click()
    assert page.locator("[name=items-count]").input_value() == "2"
    assert page.locator("[name=items-0-what]").input_value() == "His room smells"
    assert page.locator(".rows__number").all_text_contents() == ["Item 1", "Item 2"]
    page.evaluate(AXE)
    assert page.evaluate("axe.run().then(r => r.violations.map(v => v.id))") == []


def test_enter_sends_the_form_and_does_not_add_a_row(gallery):
    page = opened(gallery, "form")
    with page.expect_request(lambda request: request.method == "POST") as sent:
        page.locator("#id_name").press("Enter")
    assert "items-add" not in sent.value.post_data
    assert "items-remove" not in sent.value.post_data


def test_a_form_pressed_twice_is_sent_once(gallery):
    page = opened(gallery, "share")
    page.evaluate(
        "window.sent = 0; document.addEventListener('submit', e => { e.defaultPrevented || window.sent++; e.preventDefault(); })"
    )
    button = page.get_by_role("button", name="Continue")
    button.click()
    button.click()
    assert page.evaluate("window.sent") == 1


def test_a_draft_is_kept_while_typing_without_secrets(gallery):
    sent = []
    gallery.route(
        "**/draft/1/", lambda route: (sent.append(route.request.post_data), route.fulfill(status=204))
    )
    page = opened(gallery, "form")
    page.locator("#id_secret").fill("hunter2")
    page.locator("#id_name").fill("Sunita Rao")
    page.get_by_text("Draft kept at").wait_for()
    assert "name=Sunita+Rao" in sent[-1]
    assert not {"secret", "command_id", "author", "csrfmiddlewaretoken"} & {
        pair.split("=")[0] for pair in sent[-1].split("&")
    }


def test_a_draft_that_could_not_be_kept_says_so(gallery):
    gallery.route("**/draft/1/", lambda route: route.fulfill(status=503))
    page = opened(gallery, "form")
    page.locator("#id_name").fill("Sunita Rao")
    page.get_by_text("Not saved yet – keep this page open").wait_for()


def test_where_a_browser_cannot_encrypt_nothing_is_kept_on_the_machine(gallery):
    gallery.route("**/draft/1/", lambda route: route.abort())  # and this address is not one that may encrypt
    page = opened(gallery, "form")
    page.locator("#id_name").fill("Sunita Rao")
    page.get_by_text("Connection lost. Keep this page open until it is back").wait_for()
    assert page.evaluate("[typeof crypto.subtle, localStorage.length]") == ["undefined", 0]


def test_the_room_left_in_a_text_is_counted_as_the_server_counts(gallery):
    page = opened(gallery, "form")
    page.locator("[name=items-0-what]").fill("🙂" * 501)
    page.get_by_text("1 too many. Shorten this before you go on.").wait_for()


def test_without_scripts_an_answer_reveals_its_questions_too(gallery_without_scripts):
    page = opened(gallery_without_scripts, "form")
    assert page.locator("#id_who").is_hidden()
    page.get_by_label("Somebody else").check()
    assert page.locator("#id_who").is_visible()


def test_without_scripts_a_row_is_asked_for_by_its_button(gallery_without_scripts):
    page = opened(gallery_without_scripts, "form")
    with page.expect_request(lambda request: request.method == "POST") as sent:
        page.get_by_role("button", name="Add another item").click()
    assert "items-add=1" in sent.value.post_data
    assert "items-count=2" in sent.value.post_data


def test_without_scripts_a_line_of_the_error_summary_leads_to_its_input(gallery_without_scripts):
    page = opened(gallery_without_scripts, "form")
    page.get_by_role("link", name="Choose an agency.").click()
    assert page.url.endswith("#id_agency")


def test_on_paper_there_is_nothing_to_press(gallery):
    page = opened(gallery, "share")
    page.emulate_media(media="print")
    assert page.get_by_role("button", name="Continue").is_hidden()
    assert page.locator(".top__nav").is_hidden()
    assert page.get_by_text("Do you have consent? You are here.").is_visible()
    after = page.evaluate("getComputedStyle(document.querySelector('.why a'), '::after').content")
    assert json.dumps(after) in {'"none"', '"normal"'}


def test_the_skip_link_is_the_first_stop_and_leads_to_the_page(gallery):
    page = opened(gallery, "today")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to main content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
