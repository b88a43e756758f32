"""The edge cases of the rulebook that are the ledger's: E1, E3, E4, E5, E7, E18, E22, E23, E25, E27; S04, S07, S11."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from alongside.access import context
from alongside.access.words import NotThere, Refused
from alongside.consent import commands, queries
from alongside.consent.commands import NotAsking, Resolved
from alongside.consent.words import (
    AbsentReason,
    Category,
    Conclusion,
    Form,
    Interpreted,
    Invalid,
    May,
    Presence,
    State,
    Status,
    Verdict,
    YesNo,
)
from alongside.duties import queries as duties
from alongside.duties.words import Owed
from alongside.families import commands as families
from alongside.families.commands import RelatedAdult
from alongside.families.words import ParentalResponsibility, Relation
from tests import journey
from tests.consent.deeds import NURSE, TODAY, about, ask, assess, consent, decide, here, matter, page, record
from tests.people import NOW


def owed(cast, kind, *, who="amira"):
    return [d for d in duties.list_my_duties(cast.people[who].ctx()) if d.kind is kind]


def with_responsibility(cast):
    """The father's parental responsibility has been seen too."""
    families.correct_responsibility(
        cast.amira.ctx(),
        child_id=cast.child_id,
        adult_id=cast.father_id,
        parental_responsibility=ParentalResponsibility.SEEN,
    )


def step_father(cast):
    adult = RelatedAdult("Stan Moss", Relation.STEP_PARENT, ParentalResponsibility.NO)
    return families.add_adult(cast.amira.ctx(), child_id=cast.child_id, adult=adult)


DECIDED = Resolved(Verdict.ONE_MAY_ACT, YesNo.YES, "None on file.", "He wants help.", "It helps him.")


def disputed(cast):
    """Both hold parental responsibility; she agrees and he says no (S06)."""
    with_responsibility(cast)
    consultation_id = matter(cast)
    to = here(cast, consultation_id)
    record(cast, consultation_id, recipient=to)
    record(cast, consultation_id, who="father", recipient=to, status=Status.REFUSED, words="I object.")
    (found,) = queries.open_ledger(cast.amira.ctx(), child_id=cast.child_id).disagreements
    return consultation_id, found.id


def test_e1_two_who_disagree_are_unsure_until_somebody_else_has_decided(cast):
    consultation_id, disagreement_id = disputed(cast)
    before = consent(cast, consultation_id)
    assert before.answer == "unsure"
    assert "I object." in before.because
    assert owed(cast, Owed.RESOLVE_DISAGREEMENT, who="iris")
    decide(cast, disagreement_id, DECIDED)
    after = consent(cast, consultation_id)
    assert (after.first, after.answer) == (("unsure",), "yes")
    assert (after.advice["from"], after.advice["summary"]) == ("Iris Olsen", "It helps him.")
    assert "I object." in after.because, "his no is neither overwritten nor hidden"
    assert not owed(cast, Owed.RESOLVE_DISAGREEMENT, who="iris")


def test_e1_whoever_said_no_is_told_what_was_decided(cast):
    _, disagreement_id = disputed(cast)
    decide(cast, disagreement_id, DECIDED)
    assert owed(cast, Owed.ANSWER_OBJECTOR)
    told = {"told_on": TODAY, "how": "By telephone, with how to complain."}
    commands.tell_objector(cast.amira.ctx(), disagreement_id=disagreement_id, **told)
    assert not owed(cast, Owed.ANSWER_OBJECTOR)


def test_e1_nobody_who_wrote_an_answer_down_decides_and_orders_are_looked_for_first(cast):
    _, disagreement_id = disputed(cast)
    with pytest.raises(NotThere):
        commands.resolve_conflict(cast.amira.ctx(), disagreement_id=disagreement_id, resolved=DECIDED)
    with pytest.raises(Refused, match="court order"):
        commands.resolve_conflict(
            cast.iris.ctx(),
            disagreement_id=disagreement_id,
            resolved=replace(DECIDED, orders_checked=YesNo.NOT_KNOWN),
        )


def test_e1_a_no_that_is_respected_is_no_consent(cast):
    consultation_id, disagreement_id = disputed(cast)
    no = replace(DECIDED, verdict=Verdict.RESPECT_THE_NO)
    decide(cast, disagreement_id, no)
    assert consent(cast, consultation_id).answer == "no"


def test_e1_what_is_about_the_father_needs_the_father(cast):
    with_responsibility(cast)
    journey.keep_profiles(cast)
    of_him = replace(journey.DAMP, text="He drinks.", about_adult_id=cast.father_id)
    consultation_id = journey.prepare(cast, items=(journey.ABSENT, of_him))
    to = here(cast, consultation_id)
    record(cast, consultation_id, recipient=to)
    found = consent(cast, consultation_id)
    assert found.answer == "no"
    assert "It is about another adult, who has not agreed. Nobody else can agree for them." in found.because
    record(cast, consultation_id, who="father", recipient=to)
    assert consent(cast, consultation_id).answer == "yes"


def test_e1_whoever_agreed_about_the_child_is_named_where_something_is_about_themselves(cast):
    journey.keep_profiles(cast)
    of_her = replace(
        journey.DAMP, text="She cannot sleep.", category=Category.GP_HISTORY, about_adult_id=cast.mother_id
    )
    consultation_id = journey.prepare(cast, items=(journey.ABSENT, of_her))
    record(cast, consultation_id, recipient=here(cast, consultation_id), excluded=())
    found = consent(cast, consultation_id)
    assert found.answer == "no"
    assert "It is about Gwen Adeyemi, who has not agreed to that." in found.because
    assert "another adult" not in found.because


def test_e3_no_request_reaches_a_person_for_whom_asking_adds_danger_and_the_other_parent_is_apart(cast):
    consultation_id = matter(cast)
    withheld = NotAsking(
        cast.father_id,
        "Tunde Adeyemi",
        NURSE,
        journey.BENEFIT,
        AbsentReason.ASKING_WOULD_INCREASE_RISK,
        "She says that he hit her.",
        "Iris Olsen, today",
        "When the police say so.",
    )
    commands.decide_not_to_ask(
        cast.amira.ctx(), child_id=cast.child_id, arising_from=about(consultation_id), withheld=withheld
    )
    with pytest.raises(Refused, match="add danger"):
        ask(cast, consultation_id, adult_id=cast.father_id)
    assert page(cast, ask(cast, consultation_id, adult_id=cast.mother_id)).state is State.REQUESTED


@pytest.mark.parametrize("left_out", ["facts", "advice_from", "told_later"])
def test_e3_not_asking_is_written_down_whole(cast, left_out):
    consultation_id = matter(cast)
    words = {"facts": "He hit her.", "advice_from": "Iris Olsen", "told_later": "Never by us."} | {
        left_out: ""
    }
    withheld = NotAsking(cast.father_id, "Tunde", NURSE, "", AbsentReason.ASKING_WOULD_INCREASE_RISK, **words)
    with pytest.raises(Refused, match="Say "):
        commands.decide_not_to_ask(
            cast.amira.ctx(), child_id=cast.child_id, arising_from=about(consultation_id), withheld=withheld
        )


def test_e4_consent_by_someone_without_responsibility_is_kept_and_never_counts(cast):
    adult_id, consultation_id = step_father(cast), matter(cast)
    to = here(cast, consultation_id)
    key = record(cast, consultation_id, giver_adult_id=adult_id, giver="Stan Moss", recipient=to)
    found = page(cast, key)
    assert (found.state, found.invalid_reason) == (State.NOT_VALID, Invalid.GIVER_LACKS_AUTHORITY)
    assert consent(cast, consultation_id).answer == "unsure"
    (duty,) = owed(cast, Owed.ASK_RIGHT_PERSON)
    assert context.day_in_london(duty.due_at) == date(2026, 11, 4), "the next working day (S11)"
    allowed = queries.open_ledger(cast.amira.ctx(), child_id=cast.child_id).allowed
    assert {each.may for each in allowed} == {"no"}
    record(cast, consultation_id, recipient=to)
    assert not owed(cast, Owed.ASK_RIGHT_PERSON)
    assert consent(cast, consultation_id).answer == "yes"
    assert page(cast, key).state is State.NOT_VALID


def born(cast, on):
    """Another child of the family, whose mother holds parental responsibility."""
    child_id = families.add_child(cast.amira.ctx(), case_id=cast.case_id, name="Mina Adeyemi", born_on=on)
    adult = RelatedAdult("Gwen Adeyemi", Relation.MOTHER, ParentalResponsibility.SEEN)
    families.relate_adult(cast.amira.ctx(), child_id=child_id, adult_id=cast.mother_id, adult=adult)
    return replace(cast, child_id=child_id)


def test_e5_at_sixteen_the_young_person_decides_and_a_parents_agreement_is_looked_at_again(cast):
    mina = born(cast, date(2010, 11, 20))
    consultation_id = matter(cast)
    record(mina, consultation_id)
    (duty,) = owed(cast, Owed.REVIEW_CONSENT)
    assert context.day_in_london(duty.due_at) == date(2026, 11, 20)
    before = queries.open_ledger(cast.amira.ctx(), child_id=mina.child_id)
    assert {each.may for each in before.allowed} == {"yes"}
    with context.at_time(NOW + timedelta(days=18)):
        after = queries.open_ledger(cast.amira.ctx(), child_id=mina.child_id)
        assert {each.may for each in after.allowed} == {"no"}
        may = {each.name: each.may for each in after.who_may}
        assert may == {"Mina Adeyemi": May.MAY, "Gwen Adeyemi": May.MAY_NOT}
        (said,) = after.people
        assert "16th birthday" in said.entries[0].why


def test_e5_at_eighteen_nobody_agrees_for_them(cast):
    grown = born(cast, date(2008, 11, 3))
    may = {each.name: each for each in queries.open_ledger(cast.amira.ctx(), child_id=grown.child_id).who_may}
    assert may["Mina Adeyemi"].may is May.MAY
    assert may["Gwen Adeyemi"].may is May.MAY_NOT


def test_e7_what_is_said_of_one_child_says_nothing_of_a_sibling(cast):
    consultation_id = matter(cast)
    record(cast, consultation_id)
    sibling = born(cast, date(2021, 5, 1))
    other = queries.open_ledger(cast.amira.ctx(), child_id=sibling.child_id)
    assert (other.people, other.allowed) == ((), ())


def test_e18_withdrawn_after_sharing_ends_from_its_moment_and_the_past_stays_as_it_was(cast):
    consultation_id = matter(cast)
    key = record(cast, consultation_id, recipient=here(cast, consultation_id))
    assert consent(cast, consultation_id).answer == "yes"
    with context.at_time(NOW + timedelta(days=2)):
        commands.withdraw_consent(cast.amira.ctx(), consent_id=key, words="No more.", how=Form.VERBAL)
        assert consent(cast, consultation_id).answer == "no"
        assert page(cast, key).state is State.WITHDRAWN
        days = {
            on: {
                each.may
                for each in queries.open_ledger(cast.amira.ctx(), child_id=cast.child_id, on=on).allowed
            }
            for on in (TODAY, TODAY + timedelta(days=1), None)
        }
        assert list(days.values()) == [{"yes"}, {"yes"}, {"no"}]
        with pytest.raises(Refused):
            commands.withdraw_consent(cast.amira.ctx(), consent_id=key, words="", how=Form.VERBAL)


def test_what_was_written_down_later_is_left_out_of_what_was_known_then(cast):
    consultation_id = matter(cast)
    key = record(cast, consultation_id)
    with context.at_time(NOW + timedelta(days=2)):
        commands.withdraw_consent(
            cast.amira.ctx(),
            consent_id=key,
            words="She rang on Wednesday.",
            how=Form.VERBAL,
            withdrawn_at=NOW + timedelta(days=1),
        )
        on = TODAY + timedelta(days=1)
        may = {
            known: {
                each.may
                for each in queries.open_ledger(
                    cast.amira.ctx(), child_id=cast.child_id, on=on, known=known
                ).allowed
            }
            for known in ("then", "now")
        }
    assert may == {"then": {"yes"}, "now": {"no"}}


def test_e22_no_reply_is_no_consent_and_no_refusal(cast):
    consultation_id = matter(cast)
    to = here(cast, consultation_id)
    request_id = ask(cast, consultation_id, adult_id=cast.mother_id, recipient=to)
    with pytest.raises(Refused, match="how often"):
        commands.record_no_reply(cast.amira.ctx(), request_id=request_id, words="")
    key = commands.record_no_reply(cast.amira.ctx(), request_id=request_id, words="Rang on three days.")
    assert page(cast, key).state is State.NO_REPLY
    found = consent(cast, consultation_id)
    assert found.answer == "no"
    assert "No reply is no consent." in found.because
    record(cast, consultation_id, recipient=to)
    assert consent(cast, consultation_id).answer == "yes"


@pytest.mark.parametrize(
    ("conclusion", "may"), [(Conclusion.UNABLE, May.MAY_NOT), (Conclusion.ABLE, May.MAY), (None, May.MAY)]
)
def test_e23_a_parent_is_taken_to_be_able_unless_this_decision_was_assessed(cast, conclusion, may):
    consultation_id = matter(cast)
    if conclusion:
        assess(cast, consultation_id, conclusion=conclusion, adult_id=cast.mother_id)
    found = queries.list_who_may(
        cast.amira.ctx(), child_id=cast.child_id, arising_from=about(consultation_id)
    )
    mother = next(each for each in found if each.adult_id == cast.mother_id)
    assert mother.may is may
    if conclusion is Conclusion.UNABLE:
        assert "another person with parental responsibility" in mother.reason
        assert "advocate" in mother.reason


def test_e25_a_relative_who_interprets_makes_it_no_consent(cast):
    consultation_id = matter(cast)
    to = here(cast, consultation_id)
    key = record(
        cast,
        consultation_id,
        recipient=to,
        language="Polish",
        interpreted=Interpreted.RELATIVE,
        interpreter="Her sister",
    )
    assert page(cast, key).invalid_reason is Invalid.RELATIVE_INTERPRETED
    assert consent(cast, consultation_id).answer == "unsure"
    assert owed(cast, Owed.ASK_RIGHT_PERSON)
    independent = {"interpreted": Interpreted.INDEPENDENT, "interpreter": "Ola Nowak, Lingua Ltd"}
    record(cast, consultation_id, recipient=to, language="Polish", **independent)
    assert consent(cast, consultation_id).answer == "yes"


def test_what_is_given_in_front_of_somebody_feared_is_no_consent(cast):
    key = record(cast, matter(cast), feared_present=Presence.YES)
    assert page(cast, key).invalid_reason is Invalid.IN_FRONT_OF_SOMEONE_FEARED


def test_e27_a_competent_childs_no_counts_and_a_parents_yes_is_no_way_round_it(cast):
    consultation_id = matter(cast)
    to = here(cast, consultation_id)
    assess(cast, consultation_id)
    record(cast, consultation_id, who="child", recipient=to, status=Status.REFUSED, words="No.")
    key = record(cast, consultation_id, recipient=to)
    assert page(cast, key).state is State.NOT_VALID
    assert consent(cast, consultation_id).answer == "no"
    assert not queries.open_ledger(cast.amira.ctx(), child_id=cast.child_id).disagreements


def test_s07_a_competent_child_agrees_and_the_assessment_holds_for_no_other_matter(cast):
    consultation_id, other = matter(cast), journey.prepare(cast)
    to = here(cast, consultation_id)
    assess(cast, consultation_id)
    record(cast, consultation_id, who="child", recipient=to)
    record(cast, other, who="child", recipient=to)
    assert consent(cast, consultation_id).answer == "yes"
    assert consent(cast, other).answer == "no"


def test_s04_the_same_people_are_not_asked_the_same_again_without_anything_new(cast):
    consultation_id = matter(cast)
    record(cast, consultation_id, status=Status.REFUSED, words="We sort it out.")
    with pytest.raises(Refused, match="said no on 3 November"):
        ask(cast, consultation_id, adult_id=cast.mother_id)
    assert ask(cast, consultation_id, adult_id=cast.mother_id, new_facts="He was in hospital on Monday.")
    with context.at_time(NOW + timedelta(days=29)):
        assert ask(cast, consultation_id, adult_id=cast.mother_id)
