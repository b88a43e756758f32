"""In which language and print a person reads is said once for the whole case, and the latest word stands."""

from django.urls import reverse

from alongside.contacts import commands, queries
from alongside.contacts.queries import Writing
from alongside.contacts.words import Leaf, Wanted
from alongside.families import commands as families
from alongside.families.commands import RelatedAdult
from alongside.families.words import LivesWith, ParentalResponsibility, Relation
from alongside.languages.words import Language
from tests.recital import Deed, Recital, signed_in

POLISH = Writing(Language.PL, Wanted.YES, Wanted.NO)
TYPED = {"language": "pl", "large_print": "yes", "interpreter": "no"}


def said(cast, *, adult_id, writing=POLISH):
    return commands.say_how_to_write(
        cast.amira.ctx(), child_id=cast.child_id, adult_id=adult_id, writing=writing
    )


class TestSayHowToWrite(Recital):
    deed = Deed(
        command=commands.say_how_to_write,
        leaf=Leaf.HOW_TO_WRITE_SAID,
        ready=lambda cast: {"child_id": cast.child_id, "adult_id": cast.mother_id, "writing": POLISH},
        stands=lambda cast, _: dict(queries.list_how_to_write(cast.amira.ctx(), child_id=cast.child_id)),
        page=lambda cast, _: reverse("contacts:how_to_write", args=[cast.child_id, cast.mother_id]),
        right_words=lambda *_: TYPED,
        wrong_words={"large_print": ""},
        sentence="Say whether they want large print.",
        kept='value="pl" checked',
    )


def test_the_latest_word_stands_for_that_person_alone(cast):
    said(cast, adult_id=cast.mother_id)
    said(cast, adult_id=None, writing=Writing(Language.CY))
    said(cast, adult_id=cast.mother_id, writing=Writing(Language.UR, interpreter=Wanted.YES))
    found = queries.list_how_to_write(cast.amira.ctx(), child_id=cast.child_id)
    assert found == {
        cast.mother_id: Writing(Language.UR, Wanted.NO, Wanted.YES),
        None: Writing(Language.CY),
    }
    page = signed_in(cast, "amira").get(reverse("contacts:list", args=[cast.child_id])).content.decode()
    assert "Reads Urdu. Needs an interpreter." in page
    assert "Reads Welsh." in page


def test_it_holds_for_a_sibling_page_of_the_same_parent_and_not_for_the_sibling(cast):
    said(cast, adult_id=cast.mother_id)
    said(cast, adult_id=None, writing=Writing(Language.CY))
    bisi = families.add_child(cast.amira.ctx(), case_id=cast.case_id, name="Bisi", born_on=None)
    hers = RelatedAdult("Gwen Adeyemi", Relation.MOTHER, ParentalResponsibility.UNKNOWN, LivesWith.UNKNOWN)
    families.relate_adult(cast.amira.ctx(), child_id=bisi, adult_id=cast.mother_id, adult=hers)
    assert queries.list_how_to_write(cast.amira.ctx(), child_id=bisi) == {cast.mother_id: POLISH}
