"""Nothing of anybody else reaches a person of a family: a house full of planted markers, and every way out of it.

Whatever is another person's, withheld, hidden, or said among practitioners carries a word of its own that is found
nowhere else. Every page below portal.urls is opened as each reader, wrong and right, and every mail is sent: none of
the words may be in any of them, in body, headers or cookies. The last tests show that the sweep can fail.
"""

import re
from collections.abc import Iterator
from datetime import date
from urllib.parse import quote
from uuid import uuid4

import pytest
from django.core import mail
from django.test import Client
from django.urls import get_resolver

from alongside.access import context
from alongside.access.words import Ref, Unsaid
from alongside.cases import commands as cases
from alongside.consent.words import Category
from alongside.consultations import commands as consultations
from alongside.consultations.commands import RecordedTalk
from alongside.consultations.words import Medium
from alongside.contacts import commands as contacts
from alongside.contacts.commands import NewContact
from alongside.contacts.words import Channel, Hiding, SafeTime
from alongside.families import commands as families
from alongside.families.commands import RelatedAdult
from alongside.families.words import ParentalResponsibility, Relation
from alongside.involvement.commands import ToldPerson
from alongside.involvement.words import Ground, Told
from alongside.letters.printing import FILE_NAME
from alongside.portal import urls as family_urls
from alongside.portal.words import Reader
from alongside.sharing.rules import ListedItem
from alongside.sharing.words import Included, ItemKind
from alongside.upkeep import reminding
from alongside.voice import commands as voice
from alongside.voice.commands import Heard
from alongside.voice.words import Answer, ReadBack, Shown, Taken
from tests import journey
from tests.consent.deeds import ask
from tests.contacts.reaching import added
from tests.letters.writing import pages_of, printed, text_of
from tests.letters.writing import written as letter
from tests.portal.doors import (
    AGREED,
    CLOSE,
    NOT_SAFE,
    PAGES,
    QUESTIONS,
    SAID,
    SECOND,
    TOLD,
    WHY,
    give,
    opened,
    shown_at,
    to_answer,
    try_door,
)
from tests.portal.test_say import notice
from tests.portal.test_send_link import give_by

# What belongs to one reader alone; everything else below is a marker for everybody.
OWN = {"mother": "Zqformother", "father": "Zqforfather", "child": "Zqforchild"}
MARKERS = (
    "Zqgrandmother", "Zqsibling", "Zqotherchild", "Zqstreet", "Zqwithheld", "Zqquestion", "Zqitem",
    "Zqasker", "Zqadviser", "Zqcase", "Zqearlier",
    # practitioners who neither gave the page nor spoke about them, and the ground on which telling was withheld
    "Ashworth", "Malik", "Olsen", "serious_harm", "withheld",
)  # fmt: skip
# Said by the father: his own, and a marker for the others.
HIS = ("Zqfatherwords", "Zqfathercomplaint", "Zqfathercorrection")
NAMES = {"mother": ("Tunde",), "father": ("Gwen",), "child": ("Tunde", "Gwen")}
KEY = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
# Random tokens and signatures: among so many signs a name of four letters is met by chance.
RANDOM = re.compile(r"[A-Za-z0-9_-]{32,}")
TYPED = {
    "words": "I say this.",
    "send": "complaint",
    "complaint": "I say this.",
    "keep": "yes",
    "should_be": "",
    "status": "refused",
    "name": "Me",
    "asked_about": "Me",
}


@pytest.fixture
def planted(cast):
    """The house with a word of its own in everything that no reader may meet."""
    adult = RelatedAdult("Zqgrandmother Adeyemi", Relation.GRANDPARENT, ParentalResponsibility.NO)
    families.add_adult(cast.amira.ctx(), child_id=cast.child_id, adult=adult)
    families.add_child(cast.amira.ctx(), case_id=cast.case_id, name="Zqsibling Adeyemi", born_on=None)
    other = cases.open_case(cast.amira.ctx())
    families.add_child(cast.amira.ctx(), case_id=other, name="Zqotherchild", born_on=date(2020, 1, 1))
    contacts.add_safe_contact(
        cast.amira.ctx(),
        child_id=cast.child_id,
        adult_id=cast.mother_id,
        contact=NewContact(Channel.POST, Unsaid("Zqstreet 4"), Hiding.SOME, (cast.father_id,)),
    )
    for adult_id, said in (
        (cast.father_id, OWN["father"]),
        (cast.mother_id, OWN["mother"]),
        (None, OWN["child"]),
    ):
        notice(cast, adult_id=adult_id, title=f"{said} title", words=f"{said} words")
    voice.keep_words(
        cast.amira.ctx(),
        child_id=cast.child_id,
        words="Zqfatherwords",
        heard=Heard(cast.father_id, Taken.TYPED, ReadBack.CONFIRMED, shown=Shown.YES),
    )
    voice.record_complaint(
        cast.amira.ctx(), child_id=cast.child_id, adult_id=cast.father_id, words="Zqfathercomplaint"
    )
    _ask(cast)
    _consult(cast)
    return cast


def _ask(cast) -> None:
    """Each parent is asked in words of their own, says something, and is answered."""
    matter = journey.prepare(cast)
    for adult_id, own in ((cast.father_id, OWN["father"]), (cast.mother_id, OWN["mother"])):
        ask(cast, matter, adult_id=adult_id, text_shown=f"{own} asked", purpose=f"{own} purpose")
    journey.family_says(cast, matter, words=f"{OWN['mother']} said this as well")
    correction_id = voice.record_correction(
        cast.amira.ctx(),
        child_id=cast.child_id,
        adult_id=cast.father_id,
        about=None,
        words="Zqfathercorrection",
    )
    voice.answer_correction(
        cast.amira.ctx(),
        correction_id=correction_id,
        answer=Answer.BOTH_KEPT,
        words=f"{OWN['father']} answer",
    )


def _consult(cast) -> None:
    """A consultation whose every word is among practitioners, and whose outcome is withheld from the father."""
    journey.keep_profiles(cast)
    item = ListedItem("Zqitem.", Category.HOUSING, ItemKind.OBSERVED_FACT, "Zqcase notes", Included.SHARE, "")
    consultation_id = journey.prepare(cast, items=(item,))
    consultations.explain_reasons(
        cast.amira.ctx(),
        consultation_id=consultation_id,
        question="Zqquestion?",
        benefit=journey.BENEFIT,
        explanation_for_family="I ask the school how he is.",
    )
    journey.family_says(cast, consultation_id)
    journey.answer(cast, consultation_id, "P0", "no")
    journey.decide(cast, consultation_id)
    talk = RecordedTalk(
        medium=Medium.TELEPHONE,
        talked_at=context.clock(),
        said_by_asker="Zqasker.",
        said_by_adviser="Zqadviser.",
    )
    consultations.record_talk(cast.amira.ctx(), **journey.person_in(cast, consultation_id), talk=talk)
    journey.outcome(cast, consultation_id)
    _address_before(cast, consultation_id)
    withheld = ToldPerson(
        cast.father_id,
        "Tunde Adeyemi (father)",
        Told.WITHHELD,
        None,
        "Zqwithheld words.",
        ground=Ground.SERIOUS_HARM_TO_ADULT,
        review_on=date(2026, 11, 6),
    )
    consultations.record_telling(
        cast.amira.ctx(), consultation_id=consultation_id, people=(withheld,), how=""
    )


def _address_before(cast, consultation_id) -> None:
    """The father is asked and written to in a matter that is withheld from him afterwards."""
    asked = {"recipient": "Nurse Zqearlier", "text_shown": "Zqearlier asked", "purpose": "Zqearlier purpose"}
    ask(cast, consultation_id, adult_id=cast.father_id, **asked)
    about = Ref("consultation", consultation_id)
    notice(cast, adult_id=cast.father_id, title="Zqearlier title", words="Zqearlier words", about=about)


def readers(cast) -> Iterator[tuple[str, Client]]:
    for name, adult_id, written_for in (
        ("mother", cast.mother_id, Reader.ADULT),
        ("father", cast.father_id, Reader.ADULT),
        ("child", None, Reader.YOUNG_PICTURES),
    ):
        yield name, opened(cast, adult_id=adult_id, written_for=written_for)


def paths() -> tuple[str, ...]:
    """Every address of the family's pages, found and not listed; a number stands for the first things of one's own."""
    found = tuple(f"{PAGES}{each.pattern}" for each in family_urls.urlpatterns)
    numbered = (re.sub(r"<int:\w+>", number, each) for each in found for number in "12")
    return (
        *dict.fromkeys(numbered),
        f"{PAGES}no/",
        f"{SAID}999/",
    )


def answers(browser: Client, at: tuple[str, ...]) -> Iterator[tuple[str, object]]:
    """Everything that the family's pages answer to one browser: looked at, from the right too, sent wrong and right."""
    for path in at:
        for language in ("", "?language=ur"):
            yield f"GET {path}{language}", browser.get(path + language)
        if path == CLOSE:
            continue
        yield f"POST nothing {path}", browser.post(path, {"command_id": str(uuid4())})
        typed = TYPED | {"shown": shown_at(browser, path), "command_id": str(uuid4())}
        sent = browser.post(path, typed)
        yield f"POST {path}", sent
        if sent.status_code == 302:
            yield f"after {path}", browser.get(sent["Location"])
    yield "POST without its id", browser.post(SAID, TYPED)


def written(answer) -> str:
    """All of an answer: body, headers, cookies, where it leads."""
    headers = "\n".join(f"{name}: {value}" for name, value in answer.headers.items())
    return f"{headers}\n{answer.cookies.output()}\n{answer.content.decode()}"


def found_in(text: str, markers: tuple[str, ...]) -> list[str]:
    return [each for each in markers if each.lower() in text.lower() or quote(each).lower() in text.lower()]


def sweep(cast, *, of: tuple[str, ...] = tuple(OWN), at: tuple[str, ...] = ()) -> list[str]:
    """Where a word of somebody else was met; empty where none was. Everywhere, unless it is said where."""
    met = []
    for name, browser in readers(cast):
        if name not in of:
            continue
        others = tuple(own for reader, own in OWN.items() if reader != name)
        others += HIS if name != "father" else ()
        for where, answer in answers(browser, at or paths()):
            text = written(answer)
            met += [
                f"{name}: {where}: {word}"
                for word in found_in(RANDOM.sub("", text), MARKERS + others + NAMES[name])
            ]
            said = re.sub(r'name="command_id" value="[^"]*"', "", text)
            met += [f"{name}: {where}: a key" for _ in KEY.findall(said)]
    return met


def test_nothing_of_anybody_else_is_on_any_family_page(planted):
    assert sweep(planted) == []


def test_each_reader_meets_what_is_their_own(planted):
    for name, browser in readers(planted):
        assert OWN[name] in browser.get(TOLD).content.decode()


@pytest.mark.parametrize("leak", ["Zqsibling said so.", "Tunde is not to know.", "It is withheld."])
def test_the_sweep_catches_what_is_planted_into_ones_own(planted, leak):
    notice(planted, adult_id=None, words=leak)
    met = sweep(planted, of=("child",), at=(TOLD,))
    assert any(where.startswith(f"child: GET {TOLD}") for where in met)


def test_e13_the_sweep_catches_what_was_addressed_before_it_was_withheld(planted, monkeypatch):
    monkeypatch.setattr("alongside.involvement.queries.withheld.is_withheld_from", lambda **_: False)
    met = sweep(planted, of=("father",), at=(TOLD, AGREED, to_answer(2)))
    caught = {where for where in (TOLD, AGREED, to_answer(2)) if f"father: GET {where}: Zqearlier" in met}
    assert caught == {TOLD, AGREED, to_answer(2)}


def test_a_key_of_a_record_would_be_caught(planted):
    notice(planted, adult_id=planted.mother_id, words=f"See {planted.case_id}.")
    assert any(where.endswith("a key") for where in sweep(planted, of=("mother",), at=(TOLD,)))


def test_no_letter_says_a_word_of_anybody_else(planted):
    contact_id = added(
        planted, adult_id=planted.mother_id, hiding=Hiding.SOME, hidden_from=(planted.father_id,)
    )
    words = {"title": f"{OWN['mother']} title", "paragraphs": (f"{OWN['mother']} words",)}
    held = printed(planted, letter(planted, contact_id, adult_id=planted.mother_id, **words))
    pdf = pages_of(held)
    said = (
        text_of(held) + repr(pdf.metadata) + pdf.trailer["/Root"]["/Metadata"].get_data().decode() + FILE_NAME
    )
    assert OWN["mother"] in said
    assert found_in(said, (*MARKERS, *HIS, OWN["father"], OWN["child"], *NAMES["mother"])) == []
    assert KEY.findall(said) == []


def test_no_mail_says_a_word_of_anybody(planted):
    _, made = give(planted, adult_id=planted.mother_id)
    browser = Client()
    try_door(browser, made.code)
    for path in (QUESTIONS, NOT_SAFE):
        browser.post(path, {**TYPED, "command_id": str(uuid4())})
    reminding.remind()
    assert mail.outbox, "something was said to a practitioner"
    everybody = (*MARKERS, *HIS, *OWN.values(), "Gwen", "Tunde", "Ayo", "Adeyemi", "I say this", made.code)
    for each in mail.outbox:
        assert each.recipients()
        assert all(to.endswith("@example.org") for to in each.recipients())
        posted = each.message()
        del posted["To"]  # a practitioner's own address
        assert found_in(posted.as_string(), everybody) == []


def test_no_mail_to_a_family_says_a_word_of_anybody_their_own_name_included(planted):
    """Subject, every header but To, and the body with its address, for a parent and for the child."""
    made = {}
    for adult_id in (planted.mother_id, None):
        words = {"channel": Channel.EMAIL, "where": Unsaid("zqmailbox@example.org"), "sender": "Mrs J Smith"}
        contact_id = added(planted, adult_id=adult_id, safe_times=tuple(SafeTime), **words)
        written_for = Reader.ADULT if adult_id else Reader.YOUNG_WORDS
        made[adult_id] = give_by(planted, contact_id, adult_id=adult_id, written_for=written_for)
    reminding.remind()
    sent = [each for each in mail.outbox if each.to == ["zqmailbox@example.org"]]
    assert len(sent) == len(made)
    told = (*MARKERS, *HIS, *OWN.values(), "Gwen", "Tunde", "Ayo", "Adeyemi", "Amira", "Haddad", "Alongside")
    for each in sent:
        headers = "".join(f"{name}: {value}\n" for name, value in each.message().items() if name != "To")
        everything = headers + each.body
        assert "Mrs J Smith" in everything
        assert found_in(everything, (*told, WHY, SECOND, "zqmailbox", "child", "agency", "family")) == []
        assert KEY.findall(each.body) == []


def test_no_address_answers_a_calendar():
    """None exist yet. When one comes, it is swept here with the letters and the mails."""
    found = repr(get_resolver().url_patterns) + repr(family_urls.urlpatterns)
    assert not re.search(r"calendar|\.ics|webcal", found, re.IGNORECASE)
