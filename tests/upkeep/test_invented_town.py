"""The invented town of Marlbrook: enough of everything, nobody left hanging, nothing that could be real."""

import re
import shutil
from collections import Counter
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime, time
from itertools import chain
from uuid import UUID

import pytest

from alongside.consent import rules as consent
from alongside.consent.words import AbsentReason, ConsentKind, May, Status
from alongside.consultations.words import Medium, OutcomeKind
from alongside.directory.words import AgencyClass, MemberStanding
from alongside.families.words import LivesWith, ParentalResponsibility, Relation
from alongside.guidance import engine, packs
from alongside.sharing.words import Countersignature, Included
from alongside.upkeep import invented, invented_past
from alongside.upkeep.invented_checks import FOR_FICTION
from alongside.upkeep.invented_filling import Filling
from alongside.upkeep.invented_matter_checks import family_of, faults_of_consultation, is_internal
from alongside.upkeep.invented_matters import DO_NOT_SHARE, InventedConsultation, InventedView
from alongside.upkeep.invented_reading import longest
from alongside.upkeep.invented_shapes import Age, InventedChild, InventedPerson, Moment
from alongside.upkeep.words import NextStep, Slip, Stop, Way, YesOrNo

TODAY = date(2026, 11, 24)
SEED = 20


@pytest.fixture(scope="module")
def town():
    return invented.marlbrook()


@pytest.fixture(scope="module")
def past(town):
    return invented_past.generated(SEED, town=town)


@pytest.fixture(scope="module")
def told(town, past):
    """Everything that is told: written by hand and generated."""
    return (*town.consultations.values(), *past)


def texts(value):
    """Every text in a value, however deep, closed words apart."""
    if type(value) is str:
        yield value
    elif is_dataclass(value):
        yield from chain.from_iterable(texts(getattr(value, f.name)) for f in fields(value))
    elif isinstance(value, tuple):
        yield from chain.from_iterable(map(texts, value))


# Enough of everything


def test_there_is_an_agency_of_every_class(town):
    assert {agency.agency_class for agency in town.agencies.values()} == set(AgencyClass)
    assert len(town.agencies) >= 14


def test_there_are_forty_practitioners_and_a_lead_in_every_agency(town):
    standing = Counter(person.standing for person in town.people.values())
    assert standing[MemberStanding.PRACTITIONER] >= 42
    assert standing[MemberStanding.ADMINISTRATOR] == 2
    leads = {p.agency for p in town.people.values() if p.oversees is YesOrNo.YES}
    officers = {p.agency for p in town.people.values() if p.keeps_lawful_answers is YesOrNo.YES}
    assert leads == set(town.agencies)
    assert officers == set(town.agencies), "each has a data-protection officer"


def test_those_whom_the_stories_know_are_still_there(town):
    assert {"bea", "helen", "graham", "sunita", "maya", "tom", "kezia"} <= set(town.people)
    children = {child.key for family in town.families.values() for child in family.children}
    assert {"ayo", "kai", "mia", "freya", "yusuf", "leo"} <= children


def test_three_lines_take_questions(town):
    lines = {key for key, agency in town.agencies.items() if agency.consultation_line}
    assert {"mash", "health", "early_help"} <= lines


def test_thirty_families_have_the_shapes_that_practice_meets(town):
    families = town.families.values()
    children = [child for family in families for child in family.children]
    ties = [
        adult.to(child.key) for family in families for child in family.children for adult in family.adults
    ]
    assert len(families) >= 30
    assert max(len(family.children) for family in families) == 4
    assert any(child.expected_in_weeks for child in children)
    assert sum(child.born_on(TODAY) is None and not child.expected_in_weeks for child in children) >= 2
    assert {tie.relation for tie in ties} == set(Relation)
    assert {tie.lives_with for tie in ties} == set(LivesWith)
    assert any(sum(a.relation is Relation.MOTHER for a in family.adults) == 2 for family in families)


def test_thirty_consultations_stop_everywhere(town):
    matters = town.consultations.values()
    assert len(matters) >= 30
    assert {matter.state for matter in matters} == set(Stop)
    assert {m.outcome.kind for m in matters if m.outcome} == set(OutcomeKind)
    assert {m.outcome.next_step for m in matters if m.outcome} == set(NextStep)
    assert sum(matter.state is Stop.WAITING for matter in matters) >= 6
    assert sum(not matter.children for matter in matters) == 3


def test_what_is_rare_in_practice_is_there_to_be_seen(town):
    matters = town.consultations.values()
    asked = [recipient for matter in matters for recipient in matter.recipients]
    refused = [m for m in matters if m.recipients and m.state is Stop.REFUSED]
    signed = Counter(
        r.decision.countersignature.stands if r.decision.countersignature else Countersignature.NOT_NEEDED
        for m in refused
        for r in m.recipients
    )
    assert signed == dict.fromkeys(Countersignature, 1)
    assert any(len(matter.recipients) == 2 for matter in matters)
    assert any(len(recipient.talks) == 3 for recipient in asked)
    assert any(matter.procedure_followed for matter in matters)
    assert any(matter.way is Way.AFTERWARDS and len(matter.children) == 3 for matter in matters)
    assert any(talk.medium is Medium.SECURE_MAIL for recipient in asked for talk in recipient.talks)
    assert any(r.outside and r.outside.slip is Slip.CONFIRMED for r in asked)
    assert {bool(w.authorised_by) for matter in matters for w in matter.withheld} == {True, False}
    assert any(recipient.handed_on for recipient in asked)


def test_no_gap_in_a_text_is_left_unfilled(told):
    assert not [text for matter in told for text in texts(matter) if "{" in text or "}" in text]


# Nothing that could be real


def test_telephone_numbers_are_unique_and_kept_free_for_fiction(town):
    numbers = [agency.telephone for agency in town.agencies.values()]
    numbers += [a.consultation_line.telephone for a in town.agencies.values() if a.consultation_line]
    numbers += [person.telephone for person in town.people.values()]
    assert all(FOR_FICTION.fullmatch(number) for number in numbers)
    assert len(set(numbers)) == len(numbers)


def test_without_names_nothing_says_who(town):
    names = {a.name for a in town.agencies.values()} | {p.name for p in town.people.values()}
    for family in town.families.values():
        names |= {child.name for child in family.children} | {adult.name for adult in family.adults}
    words = {word for name in names for word in re.findall(r"[A-Z]\w+", name)} - {"Children", "Early"}
    for matter in town.consultations.values():
        if not matter.children:
            said = " ".join(
                t for shared in (matter.question, matter.benefit, matter.items) for t in texts(shared)
            )
            said += " ".join(t for r in matter.recipients for talk in r.talks for t in texts(talk))
            assert not words & set(re.findall(r"\w+", said))
            assert not re.search(r"\d{2}", said)


def test_nobody_asks_themselves(told, town):
    assert not [m.key for m in told for r in m.recipients if r.adviser == m.asker]


def test_everybody_asks_about_children_on_their_own_case(told, town):
    for matter in told:
        if matter.children:
            assert family_of(matter, town).case_of == matter.asker


# The law as the charts say it


def responsibility(matter, who, town):
    """What is known of the parental responsibility of whoever answers; None for those who speak for themselves."""
    family = family_of(matter, town)
    adults = {adult.key: adult for adult in family.adults}
    mothers_to_be = {child.mother for child in family.children if child.key in matter.children}
    if who not in adults or who in mothers_to_be:
        return None
    return adults[who].to(matter.children[0]).parental_responsibility


MAY = {
    None: May.MAY,
    ParentalResponsibility.SEEN: May.MAY,
    ParentalResponsibility.NO: May.MAY_NOT,
    ParentalResponsibility.CLAIMED: May.NOT_KNOWN,
    ParentalResponsibility.UNKNOWN: May.NOT_KNOWN,
}
NOON = datetime.combine(TODAY, time(12), tzinfo=UTC)


def answers_of(matter, recipient, town):
    """What the family said about sharing with one recipient, as the consent room would have it."""
    return [
        consent.Answer(
            id=UUID(int=number), kind=ConsentKind.OPENNESS_AGREEMENT, giver=each.who, giver_adult_id=None,
            responsibility=responsibility(matter, each.who, town), status=each.status,
            absent_reason=AbsentReason.REFUSED if each.status is Status.REFUSED else each.absent_reason,
            words=each.words, recipient=recipient.key, purpose=matter.benefit, allowed=each.allowed,
            excluded=each.excluded, form=None, answered_on=TODAY, review_by=None,
            may=MAY[responsibility(matter, each.who, town)],
        )
        for number, each in enumerate(matter.family)
        if not each.for_whom or recipient.key in each.for_whom
    ]  # fmt: skip


def covered(matter, recipient, town):
    shared = {
        consent.Piece(i.category) for i in matter.items_for(recipient.key) if i.included is Included.SHARE
    }
    said = answers_of(matter, recipient, town)
    return consent.coverage(said, recipient=recipient.key, purpose=matter.benefit, items=shared, at=NOON)


def decisions(told, town):
    return [(m, r, covered(m, r, town)) for m in told for r in m.recipients if r.decision]


def test_what_rests_on_consent_is_covered_by_it(told, town):
    rested = [(m, r, c) for m, r, c in decisions(told, town) if not {"Q2", "Q4"} & set(r.decision.answers)]
    assert len(rested) > 100
    assert [(m.key, c.uncovered) for m, _, c in rested if not c.is_complete] == []


def test_every_decision_is_the_one_to_which_the_chart_leads(told, town):
    pack = packs.load("hmg-2018-07")
    for matter, recipient, said in decisions(told, town):
        answers = {"S0": "wish", "Q1": "yes", **recipient.decision.answers}
        if matter.children:
            answers.setdefault("Q3", "yes")
            disagree = said.refused and said.given
            if not disagree:
                answers.setdefault("Q2", "yes" if said.is_complete else "no")
        facts = {
            "consent_valid": bool(said.given),
            "consent_covers_recipient": bool(said.given),
            "consent_covers_purpose": bool(said.given),
            "items_outside_consent": [gap.category.label for gap in said.uncovered],
        }
        trace = engine.walk(pack, answers=answers, facts=facts)
        assert trace.decided == recipient.decision.outcome, (matter.key, trace.path, trace.problems)
        assert set(recipient.decision.answers) <= set(trace.path), matter.key


def test_a_refusal_with_a_worry_is_countersigned_and_one_without_is_not(told, town):
    for matter, recipient, _ in decisions(told, town):
        if recipient.decision.outcome == DO_NOT_SHARE:
            worried = recipient.decision.answers["P0"] != "no"
            assert worried == (recipient.decision.countersignature is not None), matter.key


# The generated past


def test_the_past_is_a_hundred_and_twenty_over_two_years(past):
    assert len(past) == 120
    ages = [matter.days_ago for matter in past]
    assert ages == sorted(ages, reverse=True)
    assert 400 < max(ages) <= 500
    assert min(ages) >= 40


def test_the_same_seed_tells_the_same_past(town, past):
    assert invented_past.generated(SEED, town=town) == past
    assert invented_past.generated(SEED + 1, town=town) != past


@pytest.mark.parametrize("seed", range(8))
def test_nothing_is_wrong_with_any_past(town, seed):
    past = invented_past.generated(seed, town=town)
    assert [(m.key, wrong) for m in past for wrong in faults_of_consultation(m, town)] == []


@pytest.mark.parametrize("seed", range(8))
def test_every_past_is_varied(town, seed):
    past = invented_past.generated(seed, town=town)
    assert len({town.people[matter.asker].agency for matter in past}) >= 12
    assert 2 <= sum(matter.state is Stop.REFUSED for matter in past) <= 20
    assert sum(len(matter.recipients) == 2 for matter in past) >= 3
    assert sum(bool(matter.procedure_followed) for matter in past) >= 2
    themes = {matter.benefit.replace(child_of(matter, town).first_name, "") for matter in past}
    assert len(themes) >= 12


@pytest.mark.parametrize(
    ("role", "said"),
    [
        ("School nurse", "the school nurse"),
        ("GP and safeguarding lead", "the GP"),
        ("Speech and language therapist", "the speech and language therapist"),
        ("Detective sergeant, child protection", "the detective sergeant"),
    ],
)
def test_whoever_is_asked_stands_in_a_sentence_by_their_role(town, role, said):
    family = town.families["thornbury"]
    fill = Filling(
        family.children[0], family.adults[0], town.people["bea"], (InventedPerson("x", "X", "gp", role, ""),)
    )
    assert fill("{adult} asks {adviser} about {child}.") == f"Kai’s father asks {said} about Kai."


def test_nobody_speaks_of_a_home_in_which_they_do_not_live(town, past):
    for matter in past:
        family = family_of(matter, town)
        for adult in family.adults:
            if adult.to(matter.children[0]).lives_with is LivesWith.NO:
                assert adult.name not in {item.source for item in matter.items}, matter.key


def child_of(matter, town):
    return next(c for f in town.families.values() for c in f.children if c.key == matter.children[0])


def test_nobody_is_asked_about_before_they_are_born(told, town):
    for matter in told:
        for key in matter.children:
            child = next(c for f in town.families.values() for c in f.children if c.key == key)
            if child.age is not None:
                assert child.age.in_months * 20 > matter.days_ago, matter.key


def test_texts_fit_the_tables(told, town):
    def too_long(value):
        if is_dataclass(value):
            for name, most in longest(type(value)).items():
                if len(getattr(value, name)) > most:
                    yield getattr(value, name)
            yield from chain.from_iterable(too_long(getattr(value, f.name)) for f in fields(value))
        elif isinstance(value, tuple):
            yield from chain.from_iterable(map(too_long, value))

    assert list(too_long(told)) == []
    assert longest(InventedConsultation)["question"] == 2000
    assert longest(InventedView)["offer"] == 2000


# Times and ages


def test_a_child_is_as_old_as_was_written():
    child = InventedChild("kai", "Kai Thornbury", Age(9, 2))
    born = child.born_on(TODAY)
    months = (TODAY.year - born.year) * 12 + TODAY.month - born.month - (TODAY.day < born.day)
    assert months == 9 * 12 + 2
    assert InventedChild("x", "X").born_on(TODAY) is None
    assert InventedChild("x", "X", expected_in_weeks=2).expected_on(TODAY) == date(2026, 12, 8)


@pytest.mark.parametrize("text", ["0 days ago, 09:00", "3 days ago", "3 days ago, 25:00", "yesterday", ""])
def test_a_moment_that_is_none_is_refused(text):
    with pytest.raises(ValueError, match="write a time"):
        Moment.read(text)


def test_an_earlier_moment_is_smaller():
    assert Moment.read("2 days ago, 09:00").order < Moment.read("1 day ago, 08:00").order


# A broken file


@pytest.fixture
def folder(tmp_path):
    return shutil.copytree(invented.FOLDER, tmp_path / "town")


def replace(folder, name, old, new):
    path = folder / name
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))


def faults(folder):
    with pytest.raises(invented.TownRefused) as refused:
        invented.read(folder)
    return [fault.sentence() for fault in refused.value.faults]


def test_a_town_as_it_is_written_is_read(folder, town):
    assert invented.read(folder) == town


@pytest.mark.parametrize(
    ("name", "old", "new", "wrong"),
    [
        ("people.yaml", "role: School nurse, ", "", "people.yaml: sunita: role: is missing"),
        ("people.yaml", "role: School nurse", "roll: School nurse", "people.yaml: sunita: roll: is no field here"),
        ("agencies.yaml", "agency_class: police", "agency_class: navy", "agencies.yaml: police: agency_class: 'navy': is none of"),
        ("people.yaml", "role: School nurse", 'role: ""', "people.yaml: sunita: role: must say something"),
        ("people.yaml", "asked_about: [attendance]", "asked_about: attendance", "people.yaml: helen: asked_about: write a list"),
        ("people.yaml", "role: School nurse", "role: [School nurse]", "people.yaml: sunita: role: write one text"),
        ("families.yaml", "age: 9y 2m", "age: nine", "families.yaml: thornbury: children: kai: age: 'nine': write an age"),
        ("consultations/lines.yaml", "days ago, 12:40", "days ago, 25:40", "consultations/lines.yaml: harvey_ears: recipients: desk: posted"),
        ("people.yaml", "\nhelen:", "\nbea:", "people.yaml: the file: the key 'bea' stands twice"),
        ("agencies.yaml", "nursery:\n  name: Little Acorns Nursery", "nursery: [", "agencies.yaml: the file: cannot be read"),
    ],
)  # fmt: skip
def test_a_file_of_bad_form_is_refused_with_its_entry(folder, name, old, new, wrong):
    replace(folder, name, old, new)
    assert any(fault.startswith(wrong) for fault in faults(folder)), faults(folder)


@pytest.mark.parametrize(
    ("name", "old", "new", "wrong"),
    [
        ("people.yaml", "01632 960 111", "01632 555 111", "people.yaml: sunita: 01632 555 111 is not kept free for fiction"),
        ("people.yaml", "01632 960 111", "01632 960 112", "people.yaml: maya: the telephone number 01632 960 112 is given twice"),
        ("people.yaml", "agency: gp, role: GP,", "agency: abbey, role: GP,", "people.yaml: cath: there is no agency abbey"),
        ("people.yaml", "oversees: yes, asked_about: [attendance]", "asked_about: [attendance]", "agencies.yaml: school: nobody oversees safeguarding here"),
        ("people.yaml", "asked_about: [toilet]", "asked_about: [toil]", "people.yaml: rosie: is asked about toil, which is no theme"),
        ("agencies.yaml", "people: [yvonne, josh, sadia]", "people: [yvonne, josh, bea]", "agencies.yaml: mash: bea serves on its line"),
        ("families.yaml", "case_of: erin", "case_of: stuart", "families.yaml: marsden: is the case of stuart"),
        ("families.yaml", "mother: chloe", "mother: jordan", "families.yaml: marsden: baby_marsden is expected, and jordan is no mother here"),
        ("families.yaml", "children: {mia:", "children: {kai:", "families.yaml: ellery: the child kai stands in another family, too"),
        ("consultations/finished.yaml", "person: sunita", "person: bea", "consultations/finished.yaml: kai_swimming: sunita: nobody asks themselves"),
        ("consultations/finished.yaml", "who: daniel", "who: dana", "consultations/finished.yaml: kai_swimming: dana is nobody in the family thornbury"),
        ("consultations/finished.yaml", "15 days ago, 16:20", "16 days ago, 16:20", "consultations/finished.yaml: kai_swimming: somebody was spoken with before it was begun"),
        ("consultations/finished.yaml", "state: finished", "state: begun", "consultations/finished.yaml: kai_swimming: says begun and stops at finished"),
        ("consultations/finished.yaml", 'outcome: SHARE, answers: {P0: "no"}', 'outcome: DO_NOT_SHARE, answers: {P0: "no"}', "consultations/finished.yaml: kai_swimming: sunita: was spoken with, and it was not decided to share"),
        ("consultations/finished.yaml", "asker: bea", "asker: tom", "consultations/finished.yaml: kai_swimming: tom does not work with the family thornbury; bea does"),
        ("consultations/finished.yaml", ", left_out_reason: The nurse does not need it to advise about his skin.", "", "consultations/finished.yaml: kai_swimming: “His father has fallen behind with the pa” is left out"),
        ("consultations/not_shared.yaml", "stands: given, by: nadia", "stands: given, by: helen", "consultations/not_shared.yaml: ella_suppers: pauline: helen is not the asker's safeguarding lead"),
        ("consultations/urgent.yaml", "authorised_by: anil", "authorised_by: tamsin", "consultations/urgent.yaml: luca_handover: marco: tamsin is not the asker's safeguarding lead"),
        ("consultations/waiting_for_somebody.yaml", ", next_step: awaited", "", "consultations/waiting_for_somebody.yaml: kai_tenancy: ends with taf: say of a ring"),
        ("consultations/finished.yaml", 'next_step_when: "31 days ago, 13:50", ', "", "consultations/finished.yaml: jake_neck: a ring that was made says when"),
        ("consultations/urgent.yaml", '        necessity: "Social care', '        review_trigger: "Social care', "consultations/urgent.yaml: theo_cheek: josh: shares without consent: say why"),
        ("consultations/lines.yaml", "{by: ruth", "{by: josh", "consultations/lines.yaml: harvey_ears: desk: josh does not serve on the line"),
        ("consultations/finished.yaml", 'decision: {outcome: SHARE, answers: {P0: "no"}, reasons: Her father agrees', 'posted: 22 days ago, 15:20\n      decision: {outcome: MAYBE, answers: {P0: "no"}, reasons: Her father agrees', "consultations/finished.yaml: comfort_quiet: tamsin: MAYBE is no outcome of the chart"),
    ],
)  # fmt: skip
def test_a_town_that_contradicts_itself_is_refused(folder, name, old, new, wrong):
    replace(folder, name, old, new)
    assert any(fault.startswith(wrong) for fault in faults(folder)), faults(folder)


def test_everything_wrong_is_said_at_once(folder):
    replace(folder, "people.yaml", "role: School nurse, ", "")
    replace(folder, "families.yaml", "age: 9y 2m", "age: nine")
    replace(folder, "consultations/lines.yaml", "state: taken", "state: stolen")
    files = {fault.split(":")[0] for fault in faults(folder)}
    assert {"people.yaml", "families.yaml", "consultations/lines.yaml"} <= files


def test_a_text_too_long_for_its_table_is_refused(folder):
    replace(folder, "people.yaml", "role: School nurse", f"role: {'n' * 101}")
    assert "people.yaml: sunita: role: has 101 characters; at most 100 fit" in faults(folder)


def test_a_consultation_inside_one_agency_is_recognised(town):
    trip = town.consultations["tyrese_trip"]
    assert is_internal(trip.recipients[0], trip, town)
