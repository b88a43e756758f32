"""A letter says what the notice says, to one person, by one of their safe contacts; or it is not written."""

from datetime import date

import pytest
from django.urls import reverse

from alongside.access.words import NotThere, Ref, Refused, Tray, Unsaid
from alongside.consent import commands as consent
from alongside.consent import queries as consents
from alongside.consent.words import Form
from alongside.contacts.words import Channel, Hiding, Never
from alongside.families import commands as families
from alongside.involvement import commands as involvement
from alongside.involvement import queries as involvement_queries
from alongside.involvement.commands import ToldPerson
from alongside.involvement.words import Ground, Told
from alongside.languages import catalogues, gathering
from alongside.languages.words import Language
from alongside.letters import commands
from alongside.letters.words import Leaf
from tests import journey
from tests.contacts.reaching import added, says_nothing_of
from tests.letters.writing import MATTER, PARAGRAPHS, TITLE, letter_words, letters, notice, text_of, written
from tests.recital import Deed, Recital, signed_in


def ready(cast):
    notice(cast, cast.mother_id)
    return letter_words(cast, added(cast, adult_id=cast.mother_id), adult_id=cast.mother_id)


class TestWriteLetter(Recital):
    deed = Deed(
        command=commands.write_letter,
        leaf=Leaf.LETTER_WRITTEN,
        ready=ready,
        stands=letters,
        page=lambda cast, _: reverse("letters:write", args=[notice(cast, cast.mother_id)]),
        right_words=lambda cast, words: {"contact": str(words["contact_id"]), "size": "large"},
        wrong_words={"size": ""},
        sentence="Choose the print, as the person wants it.",
        kept=TITLE,
        strangers=("dev", "ben", "cerys"),
    )


def test_the_page_offers_only_contacts_by_which_a_letter_may_go(cast):
    added(cast, adult_id=cast.mother_id)
    added(cast, adult_id=cast.mother_id, channel=Channel.TEXT)
    added(cast, adult_id=cast.mother_id, channel=Channel.HAND, verified=False)
    added(cast, adult_id=cast.father_id, channel=Channel.HAND)
    page = reverse("letters:write", args=[notice(cast, cast.mother_id)])
    shown = signed_in(cast, "amira").get(page).content.decode()
    assert shown.count('name="contact"') == 1
    assert "Safe contact 1: by post" in shown
    assert says_nothing_of(shown)


def test_without_a_safe_contact_the_page_says_what_to_do(cast):
    page = reverse("letters:write", args=[notice(cast, cast.mother_id)])
    assert "There is no safe contact" in signed_in(cast, "amira").get(page).content.decode()


def test_e39_nothing_goes_by_what_the_person_forbade_or_nobody_made_sure_of(cast):
    post = added(cast, adult_id=cast.mother_id)
    added(cast, adult_id=cast.mother_id, channel=Channel.TEXT, never=(Never.NO_POST,))
    with pytest.raises(Refused, match="no post to where they live"):
        written(cast, post, adult_id=cast.mother_id)
    unsure = added(cast, adult_id=cast.mother_id, channel=Channel.HAND, verified=False)
    with pytest.raises(Refused, match="Nobody has made sure"):
        written(cast, unsure, adult_id=cast.mother_id)
    text = added(cast, adult_id=cast.father_id, channel=Channel.TEXT)
    with pytest.raises(Refused, match="Choose one that fits"):
        written(cast, text, adult_id=cast.father_id)
    assert not letters(cast)


def test_a_letter_never_goes_by_the_contact_of_somebody_else(cast):
    with pytest.raises(NotThere):
        written(cast, added(cast, adult_id=cast.father_id), adult_id=cast.mother_id)


@pytest.mark.parametrize("about", ["the matter", "the child"])
def test_e3_no_letter_goes_to_a_person_from_whom_it_is_withheld(cast, about):
    ref = MATTER if about == "the matter" else Ref("child", cast.child_id)
    person = ToldPerson(
        cast.father_id,
        "Tunde Adeyemi (father)",
        Told.WITHHELD,
        None,
        "He would find her.",
        Ground.SERIOUS_HARM_TO_ADULT,
        date(2026, 11, 6),
    )
    involvement.record_telling(
        cast.amira.ctx(), child_id=cast.child_id, arising_from=ref, people=(person,), how=""
    )
    with pytest.raises(Refused, match="not to be told for now"):
        written(cast, added(cast, adult_id=cast.father_id), adult_id=cast.father_id)
    assert written(cast, added(cast, adult_id=cast.mother_id), adult_id=cast.mother_id)


@pytest.mark.parametrize("happened", ["died", "moved"])
def test_e6_e35_a_letter_is_neither_written_nor_printed_where_letters_have_stopped(cast, happened):
    contact_id = added(cast, adult_id=cast.mother_id)
    before = written(cast, contact_id, adult_id=cast.mother_id)
    if happened == "died":
        families.record_death(cast.amira.ctx(), child_id=cast.child_id, died_on=date(2026, 11, 2))
    else:
        families.record_move(cast.amira.ctx(), child_id=cast.child_id, moved_on=date(2026, 11, 2))
    with pytest.raises(Refused, match="Letters about this child have stopped"):
        written(cast, contact_id, adult_id=cast.mother_id)
    with pytest.raises(Refused, match="Letters about this child have stopped"):
        commands.print_letter(cast.amira.ctx(), letter_id=before, tray=Tray())


@pytest.mark.parametrize("language", [Language.CY, Language.PL, Language.UR])
def test_no_letter_is_sent_in_a_language_that_no_speaker_approved(cast, language):
    with pytest.raises(Refused, match=f"Nobody who speaks {language.in_english} has approved"):
        written(cast, added(cast, adult_id=cast.mother_id), adult_id=cast.mother_id, language=language)


def test_an_approved_language_is_sent(cast, tmp_path, monkeypatch):
    approved = {text: catalogues.catalogue(Language.PL).texts[text] or text for text in gathering.texts()}
    monkeypatch.setenv("ALONGSIDE_CATALOGUES", str(tmp_path))
    catalogues.write(catalogues.Catalogue(Language.PL, approved, None))
    catalogues.approve(Language.PL, by="Zofia Nowak", on=date(2026, 11, 2))
    tray = Tray()
    written(
        cast, added(cast, adult_id=cast.mother_id), adult_id=cast.mother_id, tray=tray, language=Language.PL
    )
    assert "3 listopada 2026" in text_of(tray.held)
    catalogues._read.cache_clear()


@pytest.mark.parametrize("kept_from", [Hiding.SOME, Hiding.UNSURE])
def test_e12_a_letter_never_says_where_somebody_is_who_is_hidden_from_its_reader(cast, kept_from):
    hidden = (cast.father_id,) if kept_from is Hiding.SOME else ()
    hers = added(cast, adult_id=cast.mother_id, hiding=kept_from, hidden_from=hidden)
    his = added(cast, adult_id=cast.father_id, where=Unsaid("2 Old Road"))
    says = (*PARAGRAPHS, "We visit at 41 quayside row.")
    with pytest.raises(Refused, match="says where somebody can be found"):
        written(cast, his, adult_id=cast.father_id, paragraphs=says)
    assert written(cast, his, adult_id=cast.father_id)
    if kept_from is Hiding.SOME:
        assert written(cast, hers, adult_id=cast.mother_id, paragraphs=says), "she may read her own"


@pytest.mark.parametrize("taken_back", [True, False])
def test_whoever_writes_or_prints_about_what_was_taken_back_is_told_so(cast, taken_back):
    journey.keep_profiles(cast)
    matter = journey.prepare(cast)
    journey.family_says(cast, matter)
    about = Ref("consultation", matter)
    (explained,) = involvement_queries.list_notices(cast.amira.ctx(), arising_from=about)
    letter_id = written(
        cast, added(cast, adult_id=cast.mother_id), adult_id=cast.mother_id, arising_from=about
    )
    if taken_back:
        (said,) = consents.list_answers(cast.amira.ctx(), arising_from=about)
        consent.withdraw_consent(
            cast.amira.ctx(), consent_id=said.id, words="She would rather not.", how=Form.VERBAL
        )
    for page in (reverse("letters:write", args=[explained.id]), reverse("letters:open", args=[letter_id])):
        shown = signed_in(cast, "amira").get(page).content.decode()
        assert (
            "Gwen Adeyemi (mother) took back on 3 November 2026 what they had agreed to" in shown
        ) is taken_back


def test_what_is_kept_nowhere_is_printed_at_once_or_never(cast):
    contact_id = added(cast, adult_id=cast.mother_id)
    once = {"once": (Unsaid("Your code is WREN-4417."),)}
    with pytest.raises(ValueError, match="give a tray"):
        written(cast, contact_id, adult_id=cast.mother_id, **once)
    tray = Tray()
    letter_id = written(cast, contact_id, adult_id=cast.mother_id, tray=tray, **once)
    assert "WREN-4417" in text_of(tray.held)
    with pytest.raises(Refused, match="kept nowhere"):
        commands.print_letter(cast.amira.ctx(), letter_id=letter_id, tray=Tray())


def test_a_letter_is_listed_by_its_label_alone(cast):
    notice(cast, cast.mother_id)
    written(cast, added(cast, adult_id=cast.mother_id), adult_id=cast.mother_id)
    (card,) = letters(cast)
    assert (card.name, card.contact_label, card.way) == ("Gwen Adeyemi", "Safe contact 1", "By post")
    page = signed_in(cast, "amira").get(reverse("letters:list", args=[cast.child_id])).content.decode()
    assert "safe contact 1, by post" in page
    assert says_nothing_of(page)
    assert says_nothing_of(repr(card))
