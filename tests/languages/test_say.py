"""A text in the reader's language; what nobody translated stays English, and what nobody approved is not sent."""

from datetime import date

import pytest
from click.testing import CliRunner

from alongside.languages import catalogues, rules
from alongside.languages.cli import languages
from alongside.languages.words import Direction, Language

CHANGE = "You can change your mind."
MET = "{name} met {other}."


def test_a_text_is_said_in_the_language(own_catalogues):
    own_catalogues(Language.PL, {CHANGE: "Możesz zmienić zdanie."})
    assert rules.say(CHANGE, Language.PL) == "Możesz zmienić zdanie."
    assert rules.say(CHANGE, "en") == CHANGE


def test_an_untranslated_text_is_english_and_says_so(own_catalogues):
    own_catalogues(Language.PL, {CHANGE: "Możesz zmienić zdanie.", MET: ""})
    assert rules.say(MET, Language.PL, name="Ann", other="Bo") == "Ann met Bo."
    assert rules.is_said(CHANGE, language=Language.PL)
    assert not rules.is_said(MET, language=Language.PL)
    assert not rules.is_whole(Language.PL)


def test_a_language_without_a_catalogue_is_english(own_catalogues):
    assert rules.say(CHANGE, Language.CY) == CHANGE
    assert not rules.is_whole(Language.CY)
    assert not rules.is_approved(Language.CY)


def test_english_needs_nobody():
    assert rules.is_whole(Language.EN)
    assert rules.is_approved(Language.EN)


def test_places_are_filled_once_and_never_read_again():
    assert rules.say(MET, "en", name="{other}", other="Bo {name}") == "{other} met Bo {name}."


def test_a_place_left_empty_is_our_fault():
    with pytest.raises(KeyError):
        rules.say(MET, "en", name="Ann")


def test_what_is_filled_into_urdu_keeps_its_own_direction(own_catalogues):
    own_catalogues(Language.UR, {MET: "{name} نے {other} سے ملاقات کی۔"})
    assert rules.say(MET, "ur", name="Ann", other="Bo") == "\u2068Ann\u2069 نے \u2068Bo\u2069 سے ملاقات کی۔"
    assert Language.UR.direction is Direction.RIGHT_TO_LEFT


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("en", "3 November 2026"),
        ("cy", "3 Tachwedd 2026"),
        ("pl", "3 listopada 2026"),
        ("ur", "3 نومبر 2026"),
    ],
)
def test_a_day_is_written_as_people_write_it(language, written):
    assert rules.day(date(2026, 11, 3), language=language) == written


def test_an_approval_lasts_until_a_word_changes(own_catalogues):
    own_catalogues(Language.CY, {CHANGE: "Gallwch newid eich meddwl."})
    assert not rules.is_approved("cy")
    catalogues.approve(Language.CY, by="Mair  Evans", on=date(2026, 11, 3))
    assert rules.is_approved("cy")
    read = catalogues.catalogue(Language.CY)
    assert read.approval is not None
    assert (read.approval.by, read.approval.on) == ("Mair Evans", date(2026, 11, 3))

    path = catalogues.folder() / "cy.po"
    path.write_text(path.read_text().replace("newid eich", "newid dy"))
    catalogues._read.cache_clear()
    assert not rules.is_approved("cy"), "a changed text"


def test_a_new_text_ends_an_approval(own_catalogues):
    own_catalogues(Language.CY, {CHANGE: "Gallwch newid eich meddwl."})
    catalogues.approve(Language.CY, by="Mair Evans", on=date(2026, 11, 3))
    catalogues.bring_up_to_date(Language.CY, [CHANGE, MET])
    assert rules.say(CHANGE, "cy") == "Gallwch newid eich meddwl."
    assert not rules.is_approved("cy")


def test_a_catalogue_with_a_gap_cannot_be_approved(own_catalogues):
    own_catalogues(Language.CY, {CHANGE: ""})
    with pytest.raises(ValueError, match="1 texts have no translation"):
        catalogues.approve(Language.CY, by="Mair Evans", on=date(2026, 11, 3))


def test_quotes_and_new_lines_come_back_as_they_were(own_catalogues):
    texts = {'Say "no" at any time.\nNobody minds \\ asks.': 'Dywedwch "na".\n\\ Iawn.'}
    own_catalogues(Language.CY, texts)
    assert dict(catalogues.catalogue(Language.CY).texts) == texts


def test_the_command_line_says_how_far_each_is(own_catalogues, monkeypatch):
    from alongside.languages import gathering

    monkeypatch.setattr(gathering, "texts", lambda: frozenset({CHANGE}))
    run = CliRunner()
    assert "not in the catalogue" in run.invoke(languages, ["check"]).output
    run.invoke(languages, ["gather"])
    assert run.invoke(languages, ["check"]).exit_code == 0
    assert "0 of 1 texts" in run.invoke(languages, ["list"]).output
    own_catalogues(Language.CY, {CHANGE: "Gallwch newid eich meddwl."})
    approved = run.invoke(languages, ["approve", "cy", "--by", "Mair Evans", "--on", "2026-11-03"])
    assert "Approved by Mair Evans on 2026-11-03" in approved.output
