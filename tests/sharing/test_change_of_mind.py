"""A change of mind end to end: given, shared, taken back by the person themselves, held, told, looked at again (E18)."""

from datetime import timedelta

import pytest
from django.urls import reverse

from alongside.access.words import Refused
from alongside.consent import commands as consent
from alongside.consent import queries as consents
from alongside.consent.words import Category, Form, Invalid, Status
from alongside.consultations import commands
from alongside.consultations import queries as consultations
from alongside.consultations.narrowing import Sought
from alongside.consultations.words import State
from alongside.duties import queries as duties
from alongside.duties.words import Owed
from alongside.reliance import queries as relied
from alongside.reliance.words import Basis, Change, Settled
from alongside.sharing import queries as sharing
from alongside.upkeep import reminding
from tests import journey
from tests.consent import deeds
from tests.portal.doors import opened, to_change
from tests.portal.test_say import sent
from tests.recital import signed_in
from tests.reliance import changing

SETTLED = {"words": "She fears the landlord.", "risk": "He is safe: the school sees him every day."}


def said(cast, matter, *, place=0):
    return consents.list_answers(cast.amira.ctx(), arising_from=deeds.about(matter.consultation_id))[place]


def again(cast, matter, **more):
    """The mother answers the same question again."""
    journey.family_says(cast, matter.consultation_id, **more)


def changes(cast, matter):
    return [each.change for each in relied.list_changes_of(cast.amira.ctx(), things=[matter.decision_id])]


def owed(cast):
    return [line.kind for line in duties.list_my_duties(cast.amira.ctx())]


def lapses(cast):
    reminding.remind()
    return Owed.LOOK_AGAIN_AT_WHAT_RELIED in owed(cast)


def test_e18_taken_back_on_her_own_page_is_held_told_and_settled(cast):
    matter = changing.shared(cast)
    browser = opened(cast, adult_id=cast.mother_id)
    assert "I take my yes back" in browser.get(to_change(1)).content.decode()
    assert sent(browser, to_change(1), words="The landlord hears of it.").status_code == 302
    assert changes(cast, matter) == [Change.CONSENT_WITHDRAWN]
    assert {Owed.LOOK_AGAIN_AT_WHAT_RELIED, Owed.READ_OWN_ANSWER} <= set(owed(cast))
    (stop,) = relied.list_my_stops(cast.cerys.ctx())
    assert stop.thing.id == matter.disclosure_id
    page = sharing_page(cast, matter)
    assert "Somebody changed their mind about sharing" in page
    with pytest.raises(Refused, match="has changed"):
        journey.talk(cast, matter.consultation_id)
    found = changing.found(cast, matter)
    commands.settle_change(cast.amira.ctx(), changed_id=found.id, settled=Settled.RETRACT, **SETTLED)
    assert Owed.LOOK_AGAIN_AT_WHAT_RELIED not in owed(cast)
    (stop,) = relied.list_my_stops(cast.cerys.ctx())
    assert stop.retraction is not None
    assert (
        len(sharing.list_disclosures(cast.amira.ctx(), arising_from=deeds.about(matter.consultation_id))) == 1
    )


def sharing_page(cast, matter):
    return (
        signed_in(cast, "amira")
        .get(reverse("sharing:open_decision", args=[matter.decision_id]))
        .content.decode()
    )


@pytest.mark.parametrize("later", [{"status": Status.REFUSED}, {"allowed": (Category.HOUSING,)}])
def test_e18_a_later_no_or_a_yes_to_less_holds_what_rested_on_the_first(cast, later):
    matter = changing.shared(cast)
    again(cast, matter, **later)
    assert changes(cast, matter) == [Change.CONSENT_WITHDRAWN]
    assert len(relied.list_my_stops(cast.cerys.ctx())) == 1


def test_a_no_holds_under_whatever_name_it_was_written_down(cast):
    matter = changing.shared(cast)
    first = said(cast, matter)
    no = {"giver": "Gwen", "status": Status.REFUSED, "recipient": first.recipient, "words": "No."}
    deeds.record(cast, matter.consultation_id, **no)
    assert changes(cast, matter) == [Change.CONSENT_WITHDRAWN]


def test_a_no_that_she_had_said_before_and_is_written_down_later_holds_nothing(cast, clock):
    matter = changing.shared(cast)
    first = said(cast, matter)
    before = first.answered_on - timedelta(days=2)
    no = {"status": Status.REFUSED, "recipient": first.recipient, "answered_on": before}
    deeds.record(cast, matter.consultation_id, **no)
    assert changes(cast, matter) == []


def test_a_later_yes_to_as_much_carries_it_and_is_withdrawn_for_both(cast, clock):
    matter = changing.shared(cast)
    clock.advance(days=30)
    again(cast, matter)
    assert changes(cast, matter) == []
    clock.advance(days=20)  # past the first day, and not the second
    assert not lapses(cast)
    assert sharing.list_run_out(cast.amira.ctx(), decision_id=matter.decision_id) == ()
    later = said(cast, matter, place=1)
    consent.withdraw_consent(cast.amira.ctx(), consent_id=later.id, words="No more.", how=Form.VERBAL)
    assert changes(cast, matter) == [Change.CONSENT_WITHDRAWN]


def test_renewed_it_does_not_lapse_on_the_first_day_and_does_on_the_next(cast, clock):
    matter = changing.shared(cast)
    clock.advance(days=30)
    on = clock.at.date() + timedelta(days=40)
    consent.renew_consent(
        cast.amira.ctx(), consent_id=said(cast, matter).id, review_by=on, words="The same.", how=Form.VERBAL
    )
    clock.advance(days=40)  # the last day on which it holds
    assert not lapses(cast)
    assert sharing.list_run_out(cast.amira.ctx(), decision_id=matter.decision_id) == ()
    clock.advance(days=1)
    assert lapses(cast)
    assert changes(cast, matter) == [Change.CONSENT_LAPSED]


@pytest.mark.parametrize(
    ("deed", "change"),
    [
        (lambda ctx, key: consent.let_lapse(ctx, consent_id=key, words="Over."), Change.CONSENT_LAPSED),
        (
            lambda ctx, key: consent.find_invalid(
                ctx, consent_id=key, reason=Invalid.NOT_FREE, words="He stood by."
            ),
            Change.CONSENT_INVALID,
        ),
        (
            lambda ctx, key: consent.withdraw_consent(ctx, consent_id=key, words="No.", how=Form.VERBAL),
            Change.CONSENT_WITHDRAWN,
        ),
    ],
)
def test_whatever_becomes_of_it_is_found_under_the_decision(cast, deed, change):
    matter = changing.shared(cast)
    deed(cast.amira.ctx(), said(cast, matter).id)
    assert changes(cast, matter) == [change]


def consultation_page(cast, matter, *, who="amira"):
    href = reverse("consultations:open", args=[matter.consultation_id])
    return signed_in(cast, who).get(href).content.decode()


def listed_as(cast, matter, *, who="amira"):
    listed = consultations.list_consultations(cast.people[who].ctx())
    (line,) = (each for each in listed.lines if each.id == matter.consultation_id)
    return line.state


def takes_back(cast, matter):
    consent.withdraw_consent(
        cast.amira.ctx(), consent_id=said(cast, matter).id, words="No more.", how=Form.VERBAL
    )


def test_the_consultation_and_the_list_say_what_stands_after_a_change_of_mind(cast):
    matter = changing.shared(cast)
    before = consultation_page(cast, matter)
    assert "May be shared" in before
    takes_back(cast, matter)
    after = consultation_page(cast, matter)
    assert "May be shared" not in after
    assert "Stopped until it is looked at again" in after
    assert "Taken back" in after
    assert "What it rested on has changed. Say what becomes of it." in after
    assert listed_as(cast, matter) is State.LOOK_AGAIN
    shown = consultations.list_consultations(cast.amira.ctx(), sought=Sought(state=State.LOOK_AGAIN))
    assert [each.id for each in shown.lines] == [matter.consultation_id]


def test_what_comes_next_names_the_look_that_is_owed_and_leads_to_it_until_it_was_taken(cast):
    matter = changing.shared(cast)
    assert "What comes next" not in consultation_page(cast, matter)
    takes_back(cast, matter)
    found = changing.found(cast, matter)
    href = reverse("consultations:changed", args=[found.id])
    for page in ("open", "done"):
        shown = signed_in(cast, "amira").get(reverse(f"consultations:{page}", args=[matter.consultation_id]))
        assert "Look again at what was decided and shared with" in shown.content.decode(), page
        assert href in shown.content.decode(), page
    commands.settle_change(cast.amira.ctx(), changed_id=found.id, settled=Settled.STOP, **SETTLED)
    after = consultation_page(cast, matter)
    assert "Look again at what was decided and shared with" not in after
    assert "Not shared any more" in after
    assert listed_as(cast, matter) is not State.LOOK_AGAIN


def test_kept_it_may_be_shared_as_before(cast):
    matter = changing.shared(cast)
    takes_back(cast, matter)
    found = changing.found(cast, matter)
    kept = {"settled": Settled.KEEP, "basis": Basis.PUBLIC_INTEREST}
    commands.settle_change(cast.amira.ctx(), changed_id=found.id, **kept, **SETTLED)
    assert "May be shared" in consultation_page(cast, matter)


def test_run_out_it_is_to_be_asked_again_on_the_consultations_page_too(cast, clock):
    matter = changing.shared(cast)
    clock.advance(days=60)
    page = consultation_page(cast, matter)
    assert "Run out: ask again before more is shared" in page
    assert "Agreed, to be looked at again before it is used" in page
    assert "May be shared" not in page


def keep(cast, matter):
    """Amira looks again at what lapsed last, and keeps it."""
    found = changing.found(cast, matter)
    kept = {"settled": Settled.KEEP, "basis": Basis.AGREED_SINCE}
    commands.settle_change(cast.amira.ctx(), changed_id=found.id, **kept, **SETTLED)


def renew(cast, matter, clock):
    """The mother is asked again and still agrees, for another forty days."""
    on = clock.at.date() + timedelta(days=40)
    consent.renew_consent(
        cast.amira.ctx(), consent_id=said(cast, matter).id, review_by=on, words="The same.", how=Form.VERBAL
    )


def test_what_was_kept_and_renewed_runs_out_again(cast, clock):
    matter = changing.shared(cast)
    clock.advance(days=60)
    reminding.remind()
    keep(cast, matter)
    assert "May be shared" in consultation_page(cast, matter)
    renew(cast, matter, clock)
    clock.advance(days=41)
    assert "Run out: ask again before more is shared" in consultation_page(cast, matter)
    for _ in range(2):
        reminding.remind()
    assert changes(cast, matter) == [Change.CONSENT_LAPSED, Change.CONSENT_LAPSED]
    assert "Stopped until it is looked at again" in consultation_page(cast, matter)
    keep(cast, matter)
    assert "May be shared" in consultation_page(cast, matter)


def test_a_first_lapse_that_nobody_looked_at_does_not_hide_the_second(cast, clock):
    matter = changing.shared(cast)
    clock.advance(days=60)
    reminding.remind()
    renew(cast, matter, clock)
    clock.advance(days=41)
    reminding.remind()
    assert changes(cast, matter) == [Change.CONSENT_LAPSED, Change.CONSENT_LAPSED]


def test_looked_at_and_run_out_is_the_lapse_that_the_clock_has_found(cast, clock):
    matter = changing.shared(cast)
    clock.advance(days=60)
    reminding.remind()
    consent.let_lapse(cast.amira.ctx(), consent_id=said(cast, matter).id, words="Over.")
    assert changes(cast, matter) == [Change.CONSENT_LAPSED]


def test_after_a_renewal_it_may_be_found_to_have_run_out_before_its_day_and_once(cast, clock):
    matter = changing.shared(cast)
    clock.advance(days=60)
    reminding.remind()
    keep(cast, matter)
    renew(cast, matter, clock)
    clock.advance(days=5)
    consent.let_lapse(cast.amira.ctx(), consent_id=said(cast, matter).id, words="Over.")
    assert changes(cast, matter) == [Change.CONSENT_LAPSED, Change.CONSENT_LAPSED]
    clock.advance(days=60)
    reminding.remind()
    assert changes(cast, matter) == [Change.CONSENT_LAPSED, Change.CONSENT_LAPSED]


def test_what_runs_out_through_a_later_yes_is_said_until_it_is_looked_at(cast, clock):
    matter = changing.shared(cast)
    clock.advance(days=30)
    again(cast, matter)
    clock.advance(days=60)
    assert "Run out: ask again before more is shared" in consultation_page(cast, matter)
    reminding.remind()
    keep(cast, matter)
    assert "May be shared" in consultation_page(cast, matter)


def test_a_safeguarding_lead_reads_what_changed_and_settles_nothing(cast):
    matter = changing.shared(cast)
    takes_back(cast, matter)
    page = consultation_page(cast, matter, who="iris")
    assert "Stopped until it is looked at again" in page
    assert "See what changed" in page


def test_somebody_who_was_only_asked_learns_of_no_change_from_their_list(cast):
    matter = changing.shared(cast)
    takes_back(cast, matter)
    listed = consultations.list_consultations(cast.cerys.ctx(), sought=Sought(state=State.LOOK_AGAIN))
    assert not listed.lines


def test_taking_back_is_one_page_away_from_the_consultation_and_only_while_there_is_something_to_take_back(
    cast,
):
    matter = changing.shared(cast)
    href = reverse("consent:withdraw", args=[said(cast, matter).id])
    assert href in consultation_page(cast, matter)
    assert href not in consultation_page(cast, matter, who="iris")
    takes_back(cast, matter)
    assert href not in consultation_page(cast, matter)
