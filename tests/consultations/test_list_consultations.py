"""Finding a consultation again."""

from django.urls import reverse

from alongside.consultations import commands
from tests import journey
from tests.recital import signed_in

PAGE = "consultations:list"


def shown(cast, who="amira", **query):
    return signed_in(cast, who).get(reverse(PAGE), query).content.decode()


def test_the_first_time_it_says_that_there_is_none(cast):
    assert "There is no consultation here yet." in shown(cast)


def test_it_names_the_child_the_person_and_the_question(cast):
    journey.prepare(cast)
    page = shown(cast)
    for words in ("Ayo Adeyemi", "Cerys Pugh", "What have you seen of Ayo’s breathing", "Not concluded yet"):
        assert words in page


def test_words_narrow_it_and_may_find_nothing(cast):
    journey.prepare(cast)
    assert "Cerys Pugh" in shown(cast, words="breathing")
    assert "No consultation that you may see matches “zebra”" in shown(cast, words="zebra")


def test_others_find_nothing_in_it(cast):
    journey.prepare(cast)
    for who in ("ben", "dev", "esther", "cerys"):
        assert "Ayo" not in shown(cast, who)


def test_a_safeguarding_lead_finds_those_of_the_agency(cast):
    journey.prepare(cast)
    assert "Ayo Adeyemi" in shown(cast, "iris")


def test_it_is_paged_by_twenty_five_and_keeps_the_words_searched_for(cast):
    for _ in range(26):
        commands.begin_consultation(cast.amira.ctx(), child_id=cast.child_id)
    first = shown(cast, words="Ayo")
    assert first.count("Begun on") == 25
    assert "?words=Ayo&amp;page=2" in first
    assert shown(cast, words="Ayo", page="2").count("Begun on") == 1


def test_a_page_number_that_is_none_shows_the_newest(cast):
    journey.prepare(cast)
    for page in ("x", "-1", "٣", "99999999999"):
        assert "Ayo Adeyemi" in shown(cast, page=page)
