"""The record of a yes that was taken back: how it was said, what comes next, and no button for who wrote it down."""

from django.urls import reverse

from alongside.consent import commands
from alongside.consent.words import Form
from alongside.consultations import commands as consultations
from alongside.reliance.words import Settled
from tests.consent.deeds import matter, record
from tests.consultations.test_told_what_became import WORDS, kept, taken_back
from tests.family import at_their_page
from tests.recital import signed_in


def shown(cast, consent_id):
    return signed_in(cast, "amira").get(reverse("consent:open_record", args=[consent_id])).content.decode()


def test_it_says_how_it_was_said_what_is_done_and_what_comes_next(cast):
    consent_id, changed_id = taken_back(cast)
    page = shown(cast, consent_id)
    assert f"How they said it: {Form.VERBAL.label.lower()}" in page
    assert "was told to use it no further. Next: look again at what you decided." in page
    consultations.settle_change(cast.amira.ctx(), changed_id=changed_id, settled=Settled.STOP, **WORDS)
    assert "It was looked at again, and stopped" in shown(cast, consent_id)


def test_kept_it_says_whom_to_tell_next(cast):
    consent_id, _ = kept(cast)
    assert "Next: tell Gwen Adeyemi (mother). They do not know it yet." in shown(cast, consent_id)


def test_whoever_wrote_it_down_is_not_asked_to_say_that_they_read_it(cast):
    consent_id, _ = taken_back(cast)
    assert "I have read this" not in shown(cast, consent_id)


def test_what_they_took_back_on_their_own_page_is_to_be_read(cast):
    consent_id = record(cast, matter(cast))
    commands.withdraw_my_consent(at_their_page(cast, cast.mother_id), consent_id=consent_id, words="No more.")
    page = shown(cast, consent_id)
    assert "I have read this" in page
    assert "Nothing that you may see was decided or shared on this yet." in page
