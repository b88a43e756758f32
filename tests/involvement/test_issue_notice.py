"""A notice is written to one person of the family, and read by that person and by those who work on the case."""

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest

from alongside.access.context import family_context
from alongside.access.words import NotThere, Ref, Refused
from alongside.involvement import commands, queries
from alongside.involvement.commands import NewNotice, ToldPerson
from alongside.involvement.words import Ground, Leaf, NoticeKind, Told
from tests.family import notices_of
from tests.recital import actions

MATTER = Ref("consultation", uuid4())
NOTICE = NewNotice(
    NoticeKind.OUTCOME, MATTER, "What was decided about Ayo", ("We will meet.", "You can say no.")
)


def write(cast, adult_id, *, by="amira", notice=NOTICE):
    who = cast.people[by].ctx()
    return commands.issue_notice(who, child_id=cast.child_id, adult_id=adult_id, notice=notice)


def reading(cast, adult_id):
    """What one person of the family reads at their private link."""
    return notices_of(cast, adult_id)


def withhold(cast, adult_id, name, *, about=MATTER):
    person = ToldPerson(
        adult_id,
        name,
        Told.WITHHELD,
        None,
        "He would find her.",
        Ground.SERIOUS_HARM_TO_ADULT,
        date(2026, 11, 6),
    )
    commands.record_telling(
        cast.amira.ctx(), child_id=cast.child_id, arising_from=about, people=(person,), how=""
    )


def test_whoever_it_is_written_to_reads_it_word_for_word_and_nobody_else_of_the_family_does(cast):
    write(cast, cast.mother_id)
    (mine,) = reading(cast, cast.mother_id)
    assert (mine.title, mine.paragraphs, mine.language) == (NOTICE.title, NOTICE.paragraphs, "en")
    assert reading(cast, cast.father_id) == ()
    assert reading(cast, None) == ()


def test_the_child_reads_the_childs_own(cast):
    write(cast, None, notice=replace(NOTICE, kind=NoticeKind.CHILD))
    assert [each.kind for each in reading(cast, None)] == [NoticeKind.CHILD]


def test_it_is_in_the_log_and_whoever_works_on_the_case_reads_the_same_words(cast):
    notice_id = write(cast, cast.mother_id)
    assert Leaf.NOTICE_ISSUED in actions()
    card = queries.open_notice(cast.amira.ctx(), notice_id=notice_id)
    assert (card.name, card.issued_by, card.paragraphs) == ("Gwen Adeyemi", "Amira Haddad", NOTICE.paragraphs)
    assert [each.id for each in queries.list_notices(cast.iris.ctx(), arising_from=MATTER)] == [notice_id]


@pytest.mark.parametrize("stranger", ["dev", "ben", "esther", "hal"])
def test_a_stranger_a_conflicted_colleague_and_one_who_has_left_find_nothing(cast, stranger):
    notice_id = write(cast, cast.mother_id)
    with pytest.raises(NotThere):
        queries.open_notice(cast.people[stranger].ctx(), notice_id=notice_id)
    with pytest.raises(NotThere):
        write(cast, cast.mother_id, by=stranger)


def test_without_a_running_link_nobody_of_the_family_reads_anything(cast):
    notice_id = write(cast, None)
    stranger = family_context(reader_id=cast.child_id, session="s")
    assert queries.list_my_notices(stranger, readable={notice_id}) == ()


def test_nothing_is_written_to_a_person_for_whom_telling_is_withheld(cast):
    withhold(cast, cast.father_id, "Tunde Adeyemi (father)")
    with pytest.raises(Refused, match="Tunde Adeyemi is not to be told for now"):
        write(cast, cast.father_id)
    write(cast, cast.mother_id)
    write(cast, cast.father_id, notice=replace(NOTICE, arising_from=Ref("consultation", uuid4())))


def test_e3_nothing_at_all_is_written_to_an_alleged_perpetrator_and_the_other_parent_is_judged_apart(cast):
    withhold(cast, cast.father_id, "Tunde Adeyemi (father)", about=Ref("child", cast.child_id))
    for about in (MATTER, Ref("consultation", uuid4()), Ref("child", cast.child_id)):
        with pytest.raises(Refused, match="not to be told for now"):
            write(cast, cast.father_id, notice=replace(NOTICE, arising_from=about))
    write(cast, cast.mother_id)
    assert len(reading(cast, cast.mother_id)) == 1


@pytest.mark.parametrize(
    "wrong",
    [{"title": ""}, {"paragraphs": ()}, {"paragraphs": ("",)}, {"paragraphs": ("Long. " * 1000,)}],
)
def test_a_notice_without_words_or_with_too_many_is_refused(cast, wrong):
    with pytest.raises(Refused):
        write(cast, cast.mother_id, notice=replace(NOTICE, **wrong))
    assert reading(cast, cast.mother_id) == ()
