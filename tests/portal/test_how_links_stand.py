"""The practitioner's list says of each link what the door would say of it; what ended by itself is owed a look."""

from datetime import date
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client

from alongside.access.words import NotThere, Ref
from alongside.duties import queries as duties
from alongside.duties.words import Owed
from alongside.families import commands as families
from alongside.involvement import commands as involvement
from alongside.involvement.commands import ToldPerson
from alongside.involvement.words import Ground, Told
from alongside.portal import commands, queries, rules
from alongside.portal.words import Leaf, State
from tests.portal.doors import HOME, PAGES, give, hand_over, opened, try_door
from tests.portal.test_give_private_link import withhold_everything
from tests.recital import actions, signed_in


def listed(cast):
    """The state of the newest link as the page of links shows it."""
    stands = commands.weigh_links(cast.amira.ctx(), child_id=cast.child_id)
    return queries.list_links(cast.amira.ctx(), child_id=cast.child_id, stands=stands)[0].state


def looked_at(cast, link_id):
    """What the page on which one looks at a link says of it."""
    return signed_in(cast, "amira").get(f"/private-links/{link_id}/look/").content.decode()


def owes_a_look(cast):
    return Owed.LOOK_AT_LINK in {each.kind for each in duties.list_my_duties(cast.amira.ctx())}


def test_a_link_that_opens_can_be_used(cast):
    _, made = give(cast, adult_id=cast.mother_id)
    assert listed(cast) is State.RUNNING
    assert try_door(Client(), made.code).status_code == 302


def test_e3_a_link_of_somebody_who_is_told_nothing_does_not_open_and_says_so(cast):
    _, made = give(cast, adult_id=cast.father_id)
    withhold_everything(cast)
    assert listed(cast) is State.HELD
    assert try_door(Client(), made.code).status_code == 422
    page = signed_in(cast, "amira").get(f"/private-links/children/{cast.child_id}/").content.decode()
    assert State.HELD.value in page
    assert State.RUNNING.value not in page
    assert "End it now" in page, "it could open again, so it can be ended"


def test_a_link_that_a_move_cut_is_not_said_to_open_when_the_move_was_undone(cast):
    give(cast, adult_id=cast.mother_id)
    for moved_on, state in ((date(2026, 11, 2), State.HELD), (None, State.CUT)):
        families.record_move(cast.amira.ctx(), child_id=cast.child_id, moved_on=moved_on)
        assert listed(cast) is state


def test_the_look_at_one_link_says_of_it_what_the_list_says(cast):
    link_id, _ = give(cast, adult_id=cast.mother_id)
    assert f"{State.RUNNING}." in looked_at(cast, link_id)
    for moved_on, state in ((date(2026, 11, 2), State.HELD), (None, State.CUT)):
        families.record_move(cast.amira.ctx(), child_id=cast.child_id, moved_on=moved_on)
        page = looked_at(cast, link_id)
        assert f"{state}." in page
        assert State.RUNNING not in page


def asked_of_the_writer(cast):
    """How many statements it takes to weigh every link about a child, while nobody else can write."""
    asked = []

    def note(execute, sql, params, many, words):
        asked.append(sql)
        return execute(sql, params, many, words)

    with connection.execute_wrapper(note):
        commands.weigh_links(cast.amira.ctx(), child_id=cast.child_id)
    return len(asked)


def test_each_person_is_asked_about_once_however_many_links_they_have(cast):
    give(cast, adult_id=cast.mother_id)
    one_link = asked_of_the_writer(cast)
    for _ in range(4):
        hand_over(cast, adult_id=cast.mother_id)
    assert asked_of_the_writer(cast) == one_link
    give(cast, adult_id=cast.father_id)
    assert one_link < asked_of_the_writer(cast) <= 2 * one_link, "the father is somebody else"


def test_a_link_that_rests_says_so(cast, clock):
    _, made = give(cast, adult_id=cast.mother_id)
    for _ in range(rules.FREE_TRIES):
        try_door(Client(), made.code, "guess")
    assert listed(cast) is State.RESTS
    clock.advance(minutes=6)
    assert listed(cast) is State.RUNNING


def objects(cast, told=Told.WITHHELD):
    """Ayo, who can decide it, does not want his father told of one matter."""
    ground = Ground.COMPETENT_YOUNG_PERSON_OBJECTS
    person = ToldPerson(cast.father_id, "Tunde", told, None, "He asked.", ground, date(2026, 11, 6))
    words = {"child_id": cast.child_id, "arising_from": Ref("consultation", uuid4()), "how": ""}
    involvement.record_telling(cast.amira.ctx(), people=(person,), **words)


def test_s07_a_link_that_a_parent_holds_already_shuts_when_the_child_objects_later(cast):
    _, made = give(cast, adult_id=cast.father_id)
    browser = opened(cast, adult_id=cast.father_id)
    assert browser.get(HOME).status_code == 200
    objects(cast)
    assert browser.get(HOME)["Location"] == PAGES
    assert try_door(Client(), made.code).status_code == 422
    assert listed(cast) is State.HELD


def wrong_to_the_end(cast, clock):
    link_id, made = give(cast, adult_id=cast.mother_id)
    for _ in range(rules.MOST_TRIES):
        try_door(Client(), made.code, "guess")
        clock.advance(days=1)
    return link_id


def test_whoever_gave_a_link_that_was_tried_to_its_end_owes_a_look(cast, clock):
    link_id = wrong_to_the_end(cast, clock)
    assert owes_a_look(cast)
    browser = signed_in(cast, "amira")
    assert f"/private-links/{link_id}/look/" in browser.get("/").content.decode()
    page = browser.get(f"/private-links/{link_id}/look/").content.decode()
    assert "typed the wrong second thing many times" in page
    answer = browser.post(f"/private-links/{link_id}/look/", {"command_id": str(uuid4())})
    assert answer.status_code == 302
    assert not owes_a_look(cast)
    assert Leaf.FAMILY_LINK_HEEDED in actions()


def test_a_new_link_is_the_look_that_was_owed(cast, clock):
    wrong_to_the_end(cast, clock)
    give(cast, adult_id=cast.mother_id)
    assert not owes_a_look(cast)


def test_wrong_tries_that_end_nothing_owe_nothing(cast):
    _, made = give(cast, adult_id=cast.mother_id)
    try_door(Client(), made.code, "guess")
    assert not owes_a_look(cast)


@pytest.mark.parametrize("who", ["ben", "dev", "cerys"])
def test_nobody_else_looks_at_it(cast, clock, who):
    link_id = wrong_to_the_end(cast, clock)
    with pytest.raises(NotThere):
        commands.heed_link(cast.people[who].ctx(), link_id=link_id)
    assert owes_a_look(cast)
