"""Finding a consultation again: one's own, a team's, all that one may see; narrowed, counted, paged."""

import re
from dataclasses import dataclass
from uuid import UUID, uuid4

import pytest
from django.db import connections
from django.urls import reverse

from alongside.access import context
from alongside.access.words import NotThere
from alongside.advice import commands as advice
from alongside.advice.commands import GivenView
from alongside.advice.words import Heard, NoteState
from alongside.cases import commands as cases
from alongside.consultations import commands, queries
from alongside.consultations.commands import Spoken
from alongside.consultations.queries import Sought
from alongside.consultations.words import OutcomeKind, Part, State, Whose
from alongside.sharing import commands as sharing_commands
from alongside.sharing import queries as sharing
from alongside.sharing.words import Followed
from tests import journey
from tests.people import NOW
from tests.recital import leaves, signed_in
from tests.staging import staged

PAGE = "consultations:list"
MOST_STATEMENTS = 20


def opened(cast, who="amira", **query):
    return signed_in(cast, who).get(reverse(PAGE), query, follow=True)


def shown(cast, who="amira", **query):
    return opened(cast, who, **query).content.decode()


def kept(cast, who="amira", **sought):
    """The lines of a list, newest first."""
    return queries.list_consultations(cast.people[who].ctx(), sought=Sought(**sought)).lines


@dataclass(frozen=True)
class Town:
    """One consultation of each sort, by what one would call it."""

    ids: dict[str, UUID]

    def names(self, page: str) -> set[str]:
        found = {UUID(key) for key in re.findall(r"/consultations/([0-9a-f-]{36})/", page)}
        return {name for name, key in self.ids.items() if key in found}


@pytest.fixture
def town(cast) -> Town:
    return one_of_each_sort(cast)


@staged
def one_of_each_sort(cast) -> Town:
    """Amira asked Dev and has not rung him; asked Cerys and rang her, twice, and one of these is over; two more."""
    ids = {"asked": journey.prepare(cast, asked=cast.dev)}
    context.clock.advance(hours=1)
    ids["talked"] = journey.decided(cast)
    journey.talk(cast, ids["talked"])
    context.clock.advance(days=1)
    ids["over"] = journey.decided(cast)
    journey.talk(cast, ids["over"])
    journey.outcome(cast, ids["over"], kind=OutcomeKind.NO_FURTHER_ACTION)
    journey.tell(cast, ids["over"])
    context.clock.advance(days=1)
    ids["nameless"] = commands.begin_no_names(cast.amira.ctx())
    (friend,) = [cases.begin_work(cast.amira.ctx(), child=cases.NewChild("Zara Quill", None), adult=None)]
    spoken = Spoken(child_ids=(friend,), said="A kingfisher was seen.")
    ids["afterwards"] = commands.record_spoken(cast.amira.ctx(), spoken=spoken)
    return Town(ids | {"friend": friend})


def test_the_first_time_it_says_that_there_is_none_and_how_to_begin(cast):
    page = shown(cast)
    assert "There is no consultation here yet." in page
    assert f'href="{reverse("consultations:begin")}"' in page
    assert f'href="{reverse("consultations:already_spoken")}"' in page


def test_it_names_the_child_the_person_and_the_question(cast):
    journey.prepare(cast)
    page = shown(cast)
    for words in (
        "Ayo Adeyemi",
        "Cerys Pugh",
        "What have you seen of Ayo’s breathing",
        "Begun",
    ):
        assert words in page


def test_it_waits_for_the_talk_from_when_it_was_decided_that_one_may_share(cast):
    journey.decided(cast)
    (line,) = kept(cast)
    assert line.state is State.WAITING_FOR_TALK
    assert kept(cast, state=State.WAITING_FOR_TALK) == (line,)
    assert kept(cast, state=State.BEGUN) == ()


@pytest.mark.parametrize(
    ("query", "left"),
    [
        ({}, "asked talked over nameless afterwards"),
        ({"state": "open"}, "asked talked nameless afterwards"),
        ({"state": "begun"}, "asked nameless"),
        ({"state": "waiting_for_talk"}, ""),
        ({"state": "waiting_for_outcome"}, "talked afterwards"),
        ({"state": "finished"}, "over"),
        ({"names": "named"}, "asked talked over afterwards"),
        ({"names": "no_names"}, "nameless"),
        ({"begun": "question"}, "asked talked over nameless"),
        ({"begun": "already_spoken"}, "afterwards"),
        ({"child": "friend"}, "afterwards"),
        ({"agency": "Marlbrook Police"}, "asked"),
        ({"agency": "Willow Lane Primary"}, "talked over"),
        ({"since_day": "5", "since_month": "11", "since_year": "2026"}, "nameless afterwards"),
        ({"until_day": "3", "until_month": "nov", "until_year": "2026"}, "asked talked"),
        ({"words": "breathing school"}, "asked talked over"),
        ({"words": "inhaler"}, "talked over"),
        ({"words": "KINGFISHER"}, "afterwards"),
        ({"words": "quill"}, "afterwards"),
        ({"words": "winter", "state": "finished", "names": "named"}, "over"),
    ],
)  # fmt: skip
def test_each_filter_leaves_those_that_it_names(cast, town, query, left):
    query = {name: str(town.ids.get(words, words)) for name, words in query.items()}
    assert town.names(shown(cast, **query)) == set(left.split())


def test_what_is_late_is_overdue_and_the_rest_is_not(cast, town, clock):
    assert town.names(shown(cast, state="overdue")) == set()
    clock.advance(days=13)
    assert town.names(shown(cast, state="overdue")) == {"talked", "afterwards"}


def test_what_is_late_says_so_on_its_line(cast, town, clock):
    clock.advance(days=13)
    states = {line.id: line.state for line in kept(cast)}
    assert states[town.ids["talked"]] is State.OVERDUE
    assert states[town.ids["over"]] is State.FINISHED


def test_the_last_outcome_is_the_one_that_is_shown(cast, clock):
    consultation_id = journey.decided(cast)
    journey.talk(cast, consultation_id)
    for kind in (OutcomeKind.ADVICE, OutcomeKind.NO_FURTHER_ACTION):
        journey.outcome(cast, consultation_id, kind=kind)
        clock.advance(hours=1)
    assert [line.outcome for line in kept(cast)] == [OutcomeKind.NO_FURTHER_ACTION]


def test_words_are_found_in_the_view_of_whoever_was_asked(cast, town):
    shared = next(
        s for s in sharing.list_my_inbox(cast.cerys.ctx()) if s.arising_from.id == town.ids["talked"]
    )
    given = GivenView(NoteState.CONFIRMED, Heard.NOTHING_MORE, view="He draws herons all day.")
    advice.give_view(cast.cerys.ctx(), disclosure_id=shared.id, given=given)
    assert town.names(shown(cast, words="HERONS")) == {"talked"}
    assert str(shared.id) in shown(cast, "cerys", words="herons")


def test_others_words_are_not_searched(cast, town):
    """Neither in a team's list nor in all: the question is not asked there, and an answer in the address is dropped."""
    for whose in ("team", "all"):
        answer = opened(cast, "iris", whose=whose, words="zebra")
        assert answer.redirect_chain[-1][0].endswith(f"?whose={whose}")
        assert 'name="words"' not in answer.content.decode()
        assert {"talked", "over"} <= town.names(answer.content.decode())


def test_whoever_was_asked_finds_what_they_have_in_hand(cast, town):
    mine = kept(cast, "cerys")
    assert [line.part for line in mine] == [Part.WAS_ASKED, Part.WAS_ASKED]
    assert {line.in_hand for line in mine} == {"disclosure"}
    page = shown(cast, "cerys")
    assert "Ayo Adeyemi, asked by Amira Haddad" in page
    assert town.names(page) == set(), "the asker's record is not theirs"
    assert len(kept(cast, "cerys", state=State.OPEN)) == 2
    for none in (
        {"state": State.FINISHED},
        {"state": State.WAITING_FOR_OUTCOME},
        {"agency": "Marlbrook Police"},
    ):
        assert kept(cast, "cerys", **none) == ()
    some = {"child_id": cast.child_id, "agency": "Willow Lane Primary", "since_on": NOW.date()}
    assert len(kept(cast, "cerys", **some, words="inhaler")) == 2


def test_a_colleague_who_is_asked_and_sees_the_record_finds_it_once(cast):
    admitted = {"case_id": cast.case_id, "membership_id": cast.ben.membership_id}
    cases.admit_member(cast.amira.ctx(), **admitted, purpose="early_help", reason="Shares the work")
    sharing_commands.keep_procedure(
        context.upkeep_context(), agency_id=cast.agencies["health"], text="Ask, and write it down."
    )
    consultation_id = journey.prepare(cast, asked=cast.ben)
    words = journey.person_in(cast, consultation_id)
    commands.follow_procedure(cast.amira.ctx(), **words, followed=Followed.FOLLOWED, words="")
    journey.talk(cast, consultation_id)
    assert sharing.list_my_inbox(cast.ben.ctx())
    for whose in (Whose.MINE, Whose.ALL):
        (line,) = kept(cast, "ben", whose=whose)
        assert (line.id, line.part) == (consultation_id, Part.WAS_ASKED)


def test_both_parts_stand_in_one_order(cast, town, clock):
    clock.advance(days=1)
    newest = commands.begin_no_names(cast.cerys.ctx())
    assert kept(cast, "cerys")[0].id == newest
    at = [line.at for line in kept(cast, "cerys")]
    assert at == sorted(at, reverse=True)
    assert len(at) == 3


def test_a_filter_that_finds_nothing_says_so_and_can_be_taken_out(cast, town):
    page = shown(cast, words="zebra", names="named")
    assert "No consultation here is like that." in page
    assert "Words in it: zebra" in page
    assert "By name or without: By name" in page
    assert 'href="/consultations/?names=named"' in page
    assert 'href="/consultations/?words=zebra"' in page
    assert "Clear all filters" in page


def test_an_address_keeps_only_what_it_asks(cast):
    answer = opened(cast, state="", names="named", child="", since_day="", words="", page="1", other="x")
    assert answer.redirect_chain == [("/consultations/?names=named", 302)]


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ({"since_day": "31", "since_month": "2", "since_year": "2026"}, "there is no such day in that month"),
        ({"since_day": "3"}, "Add the month"),
        ({"until_day": "x", "until_month": "2", "until_year": "2026"}, "Write the day as a number"),
        (
            {"since_day": "3", "since_month": "2", "since_year": "2026",
             "until_day": "2", "until_month": "2", "until_year": "2026"},
            "Give a last day that is not before the first",
        ),
        ({"state": "zebra"}, "Choose one of the answers shown on this page."),
        ({"child": str(uuid4())}, "Choose one of the answers shown on this page."),
    ],
)  # fmt: skip
def test_what_cannot_be_asked_is_refused_and_kept(cast, query, sentence):
    answer = opened(cast, words="herons", **query)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert sentence in page
    assert "<title>Error: " in page
    assert 'value="herons"' in page
    for name in ("since_day", "until_day"):
        if words := query.get(name):
            assert f'value="{words}"' in page


def test_others_find_nothing_in_it(cast, town):
    for who in ("ben", "esther"):
        for whose in ("mine", "all"):
            assert "Ayo" not in shown(cast, who, whose=whose)
    assert "Ayo" not in shown(cast, "dev"), "he has not been rung"


def test_a_safeguarding_lead_finds_those_of_the_agency(cast, town):
    assert "Ayo" not in shown(cast, "iris")
    page = shown(cast, "iris", whose="team")
    assert town.names(page) == {"asked", "talked", "over", "nameless", "afterwards"}
    assert "Amira Haddad" in page


def test_a_colleague_on_the_case_finds_it_among_all_and_not_among_their_own(cast, town):
    admitted = {"case_id": cast.case_id, "membership_id": cast.ben.membership_id}
    cases.admit_member(cast.amira.ctx(), **admitted, purpose="early_help", reason="Shares the work")
    assert town.names(shown(cast, "ben")) == set()
    assert town.names(shown(cast, "ben", whose="all")) == {"asked", "talked", "over"}


@pytest.mark.parametrize("who", ["amira", "ben", "cerys"])
def test_a_team_that_one_does_not_oversee_is_as_a_list_that_there_is_not(cast, town, who):
    assert "My team’s" not in shown(cast, who)
    theirs, nobodys = (opened(cast, who, whose=whose) for whose in ("team", "zebra"))
    assert theirs.status_code == 404
    assert theirs.content == nobodys.content
    with pytest.raises(NotThere):
        kept(cast, who, whose=Whose.TEAM)


def test_an_administrator_has_no_list(cast, town):
    assert opened(cast, "farid", whose="all").status_code == 404


@pytest.mark.wall
@pytest.mark.parametrize("beaten_by", ["restriction", "conflict"])
def test_a_team_s_list_neither_shows_nor_counts_what_the_lead_may_not_know_of(cast, town, beaten_by):
    about = {"case_id": cast.case_id, "reason": "Somebody they know"}
    before = queries.list_consultations(cast.iris.ctx(), sought=Sought(whose=Whose.TEAM))
    if beaten_by == "restriction":
        cases.restrict_case(cast.amira.ctx(), **about, named=())
    else:
        cases.declare_conflict(cast.amira.ctx(), **about, membership_id=cast.iris.membership_id)
    page = shown(cast, "iris", whose="team")
    assert town.names(page) == {"nameless", "afterwards"}
    assert "Ayo" not in page
    assert "Willow Lane Primary" not in page
    after = queries.list_consultations(cast.iris.ctx(), sought=Sought(whose=Whose.TEAM))
    assert (before.total, after.total) == (5, 2)
    ayo, nobody = (opened(cast, "iris", whose="team", child=str(key)) for key in (cast.child_id, uuid4()))
    assert main_of(ayo) == main_of(nobody)


def main_of(answer):
    """What a page says, without the mark against forged forms at its top."""
    return answer.content.decode().partition("<main")[2]


def test_it_is_paged_by_twenty_five_and_keeps_what_was_asked(cast):
    for _ in range(52):
        commands.begin_consultation(cast.amira.ctx(), child_id=cast.child_id)
    first = shown(cast, words="Ayo")
    assert first.count("Begun on 3 November") == 25
    assert "1–25 of 52" in first
    assert 'href="/consultations/?words=Ayo&amp;page=2"' in first
    second = shown(cast, words="Ayo", page="2")
    assert "26–50 of 52" in second
    assert 'href="/consultations/?words=Ayo"' in second
    assert "51–52 of 52" in shown(cast, words="Ayo", page="3")
    assert "51–52 of 52" in shown(cast, page="4000")


def test_a_page_number_that_is_none_shows_the_newest(cast):
    journey.prepare(cast)
    for page in ("x", "-1", "٣", "99999999999"):
        assert "Ayo Adeyemi" in shown(cast, page=page)


def statements(cast, who, **query):
    """How many statements the reader is asked for one page."""
    browser, asked = signed_in(cast, who), []

    def note(execute, sql, params, many, words):
        asked.append(sql)
        return execute(sql, params, many, words)

    with connections["reader"].execute_wrapper(note):
        assert browser.get(reverse(PAGE), query).status_code == 200
    return len(asked)


@pytest.mark.parametrize(
    ("who", "whose"), [("amira", {}), ("iris", {"whose": "team"}), ("cerys", {"whose": "all"})]
)
def test_a_longer_list_asks_no_more(cast, town, who, whose):
    few = statements(cast, who, **whose)
    for _ in range(20):
        journey.prepare(cast)
    assert statements(cast, who, **whose) == few <= MOST_STATEMENTS


def test_one_s_own_list_leaves_one_leaf_and_others_work_is_named_in_it(cast, town):
    before = len(leaves())
    shown(cast)
    assert leaves()[before:] == [{"action": "page:opened", "about": f"mine_list:{cast.amira.membership_id}"}]
    before = len(leaves())
    shown(cast, "iris", whose="team", names="no_names")
    about = [leaf["about"] for leaf in leaves()[before:]]
    assert about == [f"team_list:{cast.iris.membership_id}", f"listed_consultation:{town.ids['nameless']}"]


def test_it_counts_no_further_than_ten_thousand_and_says_so(cast, monkeypatch):
    for module in ("queries.lists", "list_pages"):
        monkeypatch.setattr(f"alongside.consultations.{module}.COUNTED_MOST", 50)
    for _ in range(52):
        commands.begin_consultation(cast.amira.ctx(), child_id=cast.child_id)
    assert "26–50 of more than 50" in shown(cast, page="2")


def test_a_printed_list_says_when_and_by_whom(cast):
    journey.prepare(cast)
    printed = "As it stood on 3 November 2026 at 3.40 pm, printed by Amira Haddad, Health visitor, Marlbrook Community Health."
    assert printed in shown(cast)
