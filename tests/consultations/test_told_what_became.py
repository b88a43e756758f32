"""Somebody takes their yes back: what their own page and the paper say, on what ground it is kept, and who tells them."""

from dataclasses import replace
from datetime import date

import pytest
from django.urls import reverse

from alongside.access.words import Ref, Refused
from alongside.consent import commands as consent
from alongside.consent import queries as consents
from alongside.consent.words import ConsentKind, Form, Invalid
from alongside.consultations import commands
from alongside.duties import queries as duties
from alongside.duties.words import Owed
from alongside.involvement import commands as involvement
from alongside.reliance import commands as reliance
from alongside.reliance import queries as relied
from alongside.reliance.rules import became
from alongside.reliance.words import Basis, Became, Leaf, Settled
from tests.consultations.test_keep_from import KEEPING
from tests.portal.test_paper_receipt import at_their_own_page, on_paper, paper
from tests.recital import Deed, Recital, signed_in
from tests.reliance import changing

TODAY = date(2026, 11, 3)
WORDS = {
    "words": "He told the school of the landlord himself.",
    "risk": "He is safe: the school sees him daily.",
}
KEEP = {"settled": Settled.KEEP, "basis": Basis.PUBLIC_INTEREST}
STILL_USED = "What was shared before may still be used. You can ask us why."
NO_YES = "You changed your mind. Your yes does not count any more."


def taken_back(cast):
    """Shared on the mother's yes, which she then took back: her record, and the change that waits for its owner."""
    matter = changing.shared(cast)
    (said,) = consents.list_answers(
        cast.amira.ctx(), arising_from=Ref("consultation", matter.consultation_id)
    )
    consent.withdraw_consent(cast.amira.ctx(), consent_id=said.id, words="No more.", how=Form.VERBAL)
    return said.id, changing.found(cast, matter).id


def settle(cast, changed_id, **how):
    commands.settle_change(cast.amira.ctx(), changed_id=changed_id, **(KEEP | WORDS | how))


def kept(cast):
    consent_id, changed_id = taken_back(cast)
    settle(cast, changed_id)
    return consent_id, changed_id


def owes_telling(cast):
    return Owed.TELL_WHAT_BECAME in {line.kind for line in duties.list_my_duties(cast.amira.ctx())}


def ready(cast):
    return {"changed_id": kept(cast)[1], "told_on": TODAY, "how": "On a visit"}


def told_on(cast, words):
    return relied.open_change(cast.amira.ctx(), changed_id=words["changed_id"]).changed.told_on


class TestTellWhatBecame(Recital):
    deed = Deed(
        command=reliance.tell_what_became,
        leaf=Leaf.CHANGE_TOLD,
        ready=ready,
        stands=told_on,
        page=lambda cast, words: reverse("consultations:told_what_became", args=[words["changed_id"]]),
        right_words=lambda cast, words: {
            "told_on_day": "3",
            "told_on_month": "11",
            "told_on_year": "2026",
            "how": "On a visit",
        },
        wrong_words={"told_on_day": "", "told_on_month": "", "told_on_year": ""},
        sentence="Give the day on which you told them.",
        kept="On a visit",
        strangers=("dev", "ben", "cerys"),
    )


@pytest.mark.parametrize(
    ("settled", "is_told", "what"),
    [
        ("", False, Became.WAITS),
        (Settled.KEEP, False, Became.UNTOLD),
        (Settled.KEEP, True, Became.KEPT),
        (Settled.STOP, False, Became.ENDED),
        (Settled.RETRACT, False, Became.ENDED),
    ],
)
def test_that_it_is_kept_is_for_a_person_to_say_before_a_page_does(settled, is_told, what):
    assert became(settled, is_told=is_told) is what


def both_say(cast, consent_id):
    """What their own page says, which the paper must say too."""
    shown = at_their_own_page(cast, cast.mother_id)
    handed_over = on_paper(paper(cast, consent_id))
    stands = shown[shown.index(NO_YES) :]
    assert stands in handed_over
    return stands


def test_page_and_paper_say_what_stands_at_each_step(cast):
    consent_id, changed_id = taken_back(cast)
    assert "We have stopped using it while we look at this again." in both_say(cast, consent_id)
    settle(cast, changed_id)
    untold = both_say(cast, consent_id)
    for wrong in ("stopped using", "It is not used any more", STILL_USED):
        assert wrong not in untold
    reliance.tell_what_became(cast.amira.ctx(), changed_id=changed_id, told_on=TODAY, how="On a visit")
    assert STILL_USED in both_say(cast, consent_id)


def test_stopped_it_is_not_used_any_more(cast):
    consent_id, changed_id = taken_back(cast)
    settle(cast, changed_id, settled=Settled.STOP, basis=None)
    assert "It is not used any more." in both_say(cast, consent_id)
    assert not owes_telling(cast)


def test_kept_it_is_owed_to_tell_them_and_today_leads_to_saying_so(cast):
    assert not owes_telling(cast)
    changed_id = kept(cast)[1]
    assert owes_telling(cast)
    href = reverse("consultations:told_what_became", args=[changed_id])
    assert href in signed_in(cast, "amira").get("/").content.decode()
    page = reverse("consultations:changed", args=[changed_id])
    assert href in signed_in(cast, "amira").get(page).content.decode()
    reliance.tell_what_became(cast.amira.ctx(), changed_id=changed_id, told_on=TODAY, how="On a visit")
    assert not owes_telling(cast)
    assert "was told so on 3 November 2026: On a visit" in signed_in(cast, "amira").get(page).content.decode()


def test_somebody_who_is_not_to_be_told_is_not_told_this_either(cast):
    changed_id = taken_back(cast)[1]
    involvement.keep_everything_from(
        cast.amira.ctx(), child_id=cast.child_id, adult_id=cast.mother_id, keeping=KEEPING
    )
    settle(cast, changed_id)
    assert not owes_telling(cast)


def test_to_keep_it_asks_for_a_ground_of_the_list_and_says_it_after(cast):
    changed_id = taken_back(cast)[1]
    with pytest.raises(Refused, match="Choose on what you keep it"):
        settle(cast, changed_id, basis=None)
    browser, href = signed_in(cast, "amira"), reverse("consultations:changed", args=[changed_id])
    typed = {"settled": "keep", "command_id": str(changed_id), **WORDS}
    assert "Choose on what you keep it" in browser.post(href, typed).content.decode()
    assert browser.post(href, typed | {"basis": "statute"}).status_code == 302
    assert "On what ground: A law requires or allows it." in browser.get(href).content.decode()


def found_invalid(cast):
    """The same, where the yes was found to have been none."""
    matter = changing.shared(cast)
    (said,) = consents.list_answers(
        cast.amira.ctx(), arising_from=Ref("consultation", matter.consultation_id)
    )
    consent.find_invalid(cast.amira.ctx(), consent_id=said.id, reason=Invalid.NOT_FREE, words="I saw it.")
    return said.id, changing.found(cast, matter).id


@pytest.mark.parametrize("ends", [taken_back, found_invalid])
def test_a_yes_that_was_the_legal_ground_itself_is_never_swapped_for_another(cast, monkeypatch, ends):
    real, kind = consents.given_by, ConsentKind.UK_GDPR_CONSENT
    monkeypatch.setattr(consents, "given_by", lambda act, **of: replace(real(act, **of), kind=kind))
    changed_id = ends(cast)[1]
    with pytest.raises(Refused, match="itself the legal ground"):
        settle(cast, changed_id)
    settle(cast, changed_id, settled=Settled.STOP, basis=None)
