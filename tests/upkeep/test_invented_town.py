"""The invented town of Marlbrook: enough of everything, nobody left hanging, nothing that could be real."""

import re
from collections import Counter

from alongside.consultations.words import Medium, OutcomeKind
from alongside.directory.words import AgencyClass, MemberStanding
from alongside.families.words import LivesWith, Relation
from alongside.sharing.words import Countersignature
from alongside.upkeep.invented_checks import FOR_FICTION
from alongside.upkeep.invented_matter_checks import family_of
from alongside.upkeep.words import NextStep, Slip, Stop, Way, YesOrNo
from tests.upkeep.town import TODAY, texts

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
