"""A town as it is written: its times and ages, and a sentence for whatever is wrong in a file."""

import shutil
from datetime import date

import pytest

from alongside.upkeep import invented
from alongside.upkeep.invented_matter_checks import is_internal
from alongside.upkeep.invented_shapes import Age, InventedChild, Moment
from tests.upkeep.town import TODAY


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
