"""What only one person knows is nothing that somebody would try first, and nothing that this house knows."""

from datetime import date
from uuid import uuid4

import pytest

from alongside.access.words import Refused
from alongside.contacts.words import Hiding
from alongside.portal import commands, keys
from alongside.portal.guessing import is_guessable
from tests.contacts.reaching import added
from tests.portal.doors import give, secrets
from tests.portal.test_give_private_link import TYPED, ready
from tests.recital import signed_in

NAMES = ("Folake Adeyemi", "Łucja Nowak", "Willow Lane Primary", "01632 960121")
BORN = (date(2019, 5, 21), date(1988, 10, 3))


@pytest.mark.parametrize(
    "second",
    [
        "123456",
        "654321",
        "112233",
        "111222",
        "121212",
        "88888888",
        "abcdefgh",
        "qwertyuiop",
        "password1",
        "Password 2019",
        "iloveyou",
        "blahblah",
        "21 May 2019",
        "21st of May, 2019",
        "May 21 2019",
        "21 Mai 2019",
        "21ain o Fai 2019",
        "21 maja 2019",
        "3 października 1988",
        "1 January",
        "21/05/19",
        "20190521",
        "05212019",
        "born 21052019",
        "Folake Adeyemi",
        "folakeadeyemi",
        "Folake 2019",
        "lucja nowak",
        "adeyemi 21 May",
        "Willow Lane Primary",
        "willow lane 12",
        "960121",
    ],
)
def test_what_others_would_try_or_the_house_knows_is_guessable(second):
    assert is_guessable(second, known=NAMES, born=BORN)


@pytest.mark.parametrize(
    "second",
    [
        "seven yellow ducks",
        "the green rocket",
        "may the wind be kind",
        "my old school bus",
        "Folake rides a red bicycle",
        "xk7#29fq",
        "bus 42 to the sea",
        "730518",
        "zielony rower babci",
        "سات پیلی بطخیں",
    ],
)
def test_what_somebody_made_up_is_not(second):
    assert not is_guessable(second, known=NAMES, born=BORN)


@pytest.mark.parametrize(
    "second",
    [
        "14 May 2019",
        "Gwen Adeyemi",
        "Tunde Adeyemi",
        "Amira Haddad",
        "123456789",
        "41 Quayside Row",
        "quayside row",
        "Heron Court",
        "MB7 4QX",
    ],
)
def test_a_link_with_such_a_secret_is_refused_in_one_sentence_that_says_not_which(cast, second):
    added(cast, adult_id=cast.father_id, hiding=Hiding.SOME, hidden_from=(cast.mother_id,))
    words = {**ready(cast), "secrets": secrets(keys.new_keys(), second)}
    with pytest.raises(Refused) as refused:
        commands.give_private_link(cast.amira.ctx(), **words)
    assert refused.value.sentence == "Choose something else: somebody could guess this, or know it."
    assert refused.value.field == "unsaid_second"


def test_the_page_says_so_beside_its_box_and_keeps_the_rest(cast):
    typed = {
        **TYPED,
        "whom": str(cast.mother_id),
        "unsaid_second": "Gwen Adeyemi",
        "command_id": str(uuid4()),
    }
    answer = signed_in(cast, "amira").post(f"/private-links/children/{cast.child_id}/give/", typed)
    assert answer.status_code == 422
    shown = answer.content.decode()
    assert "somebody could guess this, or know it" in shown
    assert TYPED["purpose"] in shown
    assert "Gwen Adeyemi" not in shown.split("unsaid_second")[-1][:300]


def test_a_secret_of_their_own_is_taken(cast):
    assert give(cast, adult_id=cast.mother_id)
