"""What the family reads of a consultation: the explanation before, what was decided after; each person apart."""

from datetime import date
from uuid import uuid4

import pytest
from django.urls import reverse

from alongside.access.words import Ref, Refused
from alongside.consultations import commands, family_notices
from alongside.consultations.words import OutcomeKind
from alongside.contacts import rules as contact_rules
from alongside.contacts.queries import Writing
from alongside.families import commands as families
from alongside.families.commands import RelatedAdult
from alongside.families.words import ParentalResponsibility, Relation
from alongside.involvement import queries as involvement
from alongside.involvement.commands import PartTaken, ToldPerson
from alongside.involvement.words import Ground, Happened, Leaf, NoticeKind, Step, Told
from alongside.languages.words import Language
from tests import journey
from tests.consultations.deeds import address
from tests.consultations.test_record_outcome import talked
from tests.consultations.test_record_telling import TYPED, concluded
from tests.contacts.test_how_to_write import said
from tests.family import notices_of
from tests.recital import Deed, Recital, signed_in

TODAY = date(2026, 11, 3)
PLAIN = "We will help with the damp before winter."


def notices(cast, consultation_id):
    return involvement.list_notices(cast.amira.ctx(), arising_from=Ref("consultation", consultation_id))


def reading(cast, adult_id):
    return notices_of(cast, adult_id)


def tell(cast, consultation_id, *people, words=PLAIN):
    commands.record_telling(
        cast.amira.ctx(),
        consultation_id=consultation_id,
        people=people,
        how="On the telephone",
        family_words=words,
    )


def mother(cast):
    return ToldPerson(cast.mother_id, "Gwen Adeyemi (mother)", Told.INFORMED, TODAY, "She was glad.")


def father_withheld(cast):
    because = "He would come to the refuge."
    ground = Ground.SERIOUS_HARM_TO_ADULT
    return ToldPerson(
        cast.father_id, "Tunde Adeyemi (father)", Told.WITHHELD, None, because, ground, date(2026, 11, 4)
    )


def decided(cast):
    consultation_id = talked(cast)["consultation_id"]
    journey.outcome(cast, consultation_id)
    return consultation_id


class TestWriteOutcome(Recital):
    deed = Deed(
        command=commands.write_outcome,
        leaf=Leaf.NOTICE_ISSUED,
        ready=lambda cast: {
            "consultation_id": decided(cast),
            "adult_id": cast.mother_id,
            "words": PLAIN,
        },
        stands=lambda cast, words: [
            n for n in notices(cast, words["consultation_id"]) if n.kind is NoticeKind.OUTCOME
        ],
        page=lambda cast, words: reverse(
            "consultations:write_notice", args=[words["consultation_id"], "outcome", cast.mother_id]
        ),
        right_words=lambda cast, words: {"words": PLAIN, "language": "en"},
        wrong_words={"language": ""},
        sentence="Choose the language in which they read it.",
        kept=PLAIN,
    )


class TestWriteExplanation(Recital):
    deed = Deed(
        command=commands.write_explanation,
        leaf=Leaf.NOTICE_ISSUED,
        ready=lambda cast: {"consultation_id": journey.prepare(cast), "adult_id": None, "words": PLAIN},
        stands=lambda cast, words: notices(cast, words["consultation_id"]),
        page=lambda cast, words: reverse(
            "consultations:write_notice", args=[words["consultation_id"], "explanation", "child"]
        ),
        right_words=lambda cast, words: {"words": PLAIN, "language": "en"},
        wrong_words={"words": "Tunde does not know it."},
        sentence="These words name Tunde Adeyemi.",
        kept="Tunde does not know it.",
    )


def test_whoever_is_told_reads_what_was_decided_why_by_whom_and_what_they_can_do(cast):
    consultation_id = decided(cast)
    tell(cast, consultation_id, mother(cast))
    mine = next(each for each in reading(cast, cast.mother_id) if each.kind is NoticeKind.OUTCOME)
    assert mine.title == "What was decided about Ayo Adeyemi"
    read = "\n".join(mine.paragraphs)
    for part in (
        "On 3 November 2026 Amira Haddad spoke with Cerys Pugh",
        "Why: ",
        "We were given advice. Amira Haddad goes on with the work.",
        PLAIN,
        "It was decided by Amira Haddad",
        "If something changes, Amira Haddad will tell you.",
        "Is something here wrong? Tell Amira Haddad: 01632 960 110.",
        "You can complain to Marlbrook Community Health",
        "in another language, in large print, or read to you",
    ):
        assert part in read, part
    assert "Meet with the family in two weeks." not in read, (
        "the practitioner's own record is not the family's"
    )
    assert "Tunde" not in read
    assert not reading(cast, cast.father_id)


def test_the_child_reads_a_notice_of_their_own_and_is_offered_an_advocate(cast):
    consultation_id = decided(cast)
    tell(cast, consultation_id, ToldPerson(None, "Ayo Adeyemi (the child)", Told.INFORMED, TODAY, ""))
    (mine,) = reading(cast, None)
    assert (mine.kind, mine.title) == (NoticeKind.CHILD, "What was decided about you")
    assert any("advocate" in each for each in mine.paragraphs)


def test_nothing_is_written_to_whom_it_is_withheld_from_and_nobody_reads_that_it_is(cast):
    consultation_id = decided(cast)
    tell(cast, consultation_id, mother(cast), father_withheld(cast))
    assert not reading(cast, cast.father_id)
    read = " ".join(p for each in reading(cast, cast.mother_id) for p in each.paragraphs)
    assert "refuge" not in read
    assert "Tunde" not in read
    with pytest.raises(Refused, match="not to be told for now"):
        commands.write_outcome(
            cast.amira.ctx(), consultation_id=consultation_id, adult_id=cast.father_id, words=PLAIN
        )


def test_words_that_name_another_relative_are_refused_and_kept(cast):
    words = concluded(cast)
    typed = TYPED | {"family_words": "Tunde may come too.", "command_id": str(uuid4())}
    answer = signed_in(cast, "amira").post(address("telling")(cast, words), typed)
    assert answer.status_code == 422
    assert "These words name Tunde Adeyemi." in answer.content.decode()
    assert "Tunde may come too." in answer.content.decode()


def test_what_they_will_read_is_shown_before_anything_is_written(cast):
    words = concluded(cast)
    browser, page = signed_in(cast, "amira"), address("telling")(cast, words)
    assert "What Gwen Adeyemi will read" in browser.get(page).content.decode()
    typed = TYPED | {"family_words": PLAIN, "show_what_they_read": "1", "command_id": str(uuid4())}
    shown = browser.post(page, typed)
    assert shown.status_code == 200
    assert shown.content.decode().count(PLAIN) == 4, "for each of the three, and in its box"
    kept = browser.post(page, typed | {"told_1": "withheld", "command_id": str(uuid4())}).content.decode()
    assert kept.count("reads nothing.") == 1
    assert kept.count(PLAIN) == 3, "whoever is not to be told for now is shown no notice"
    assert not [n for n in notices(cast, words["consultation_id"]) if n.kind is NoticeKind.OUTCOME]
    browser.post(page, TYPED | {"family_words": PLAIN, "command_id": str(uuid4())})
    (mine,) = [each for each in reading(cast, cast.mother_id) if each.kind is NoticeKind.OUTCOME]
    assert PLAIN in mine.paragraphs


def test_saved_again_nothing_is_written_twice(cast, clock):
    consultation_id = decided(cast)
    for _ in range(2):
        tell(cast, consultation_id, mother(cast))
        clock.advance(hours=1)
    assert len([n for n in notices(cast, consultation_id) if n.kind is NoticeKind.OUTCOME]) == 1


def test_whoever_is_told_before_reads_the_explanation(cast):
    consultation_id = journey.prepare(cast)
    part = PartTaken(cast.mother_id, "Gwen Adeyemi", Step.TOLD_BEFORE, Happened.YES, TODAY)
    commands.record_part(cast.amira.ctx(), consultation_id=consultation_id, part=part)
    (mine,) = reading(cast, cast.mother_id)
    assert mine.kind is NoticeKind.EXPLANATION
    assert mine.paragraphs[0].startswith("Amira Haddad would like to ask Cerys Pugh")


def test_an_explanation_that_names_another_relative_is_not_sent_by_itself(cast):
    consultation_id = journey.prepare(cast)
    commands.explain_reasons(
        cast.amira.ctx(),
        consultation_id=consultation_id,
        question="How is he?",
        benefit="Help",
        explanation_for_family="Tunde asked us to ring the school.",
    )
    part = PartTaken(cast.mother_id, "Gwen Adeyemi", Step.TOLD_BEFORE, Happened.YES, TODAY)
    commands.record_part(cast.amira.ctx(), consultation_id=consultation_id, part=part)
    assert not reading(cast, cast.mother_id)


def test_somebody_who_is_put_on_record_can_be_told_too(cast):
    consultation_id = decided(cast)
    gran_id = families.add_adult(
        cast.amira.ctx(),
        child_id=cast.child_id,
        adult=RelatedAdult("Rose Bell", Relation.GRANDPARENT, ParentalResponsibility.NO),
    )
    tell(cast, consultation_id, ToldPerson(gran_id, "Rose Bell", Told.INFORMED, TODAY, "She will help."))
    assert len(reading(cast, gran_id)) == 1


@pytest.mark.parametrize("kind", list(OutcomeKind))
def test_every_outcome_says_what_happens_next(kind):
    facts = family_notices.Facts(
        Ref("consultation", uuid4()), "Ayo", False, "Amira", "Health", "1", ("Cerys",), TODAY, "", kind
    )
    notice = family_notices.outcome(facts)
    assert all(notice.paragraphs)
    assert "{" not in "".join(notice.paragraphs)


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("Tunde was there.", True),
        ("tunde’s flat", True),
        ("The family Adeyemi", False),
        ("Attunded", False),
        ("", False),
    ],
)
def test_another_relative_is_named_by_first_name_or_whole_name(words, named):
    assert bool(contact_rules.others_named(words, others=("Tunde Adeyemi",))) is named


def test_the_table_shows_each_person_and_what_is_overdue(cast, clock):
    consultation_id = decided(cast)
    tell(cast, consultation_id, mother(cast), father_withheld(cast))
    browser = signed_in(cast, "amira")
    page = reverse("consultations:told", args=[consultation_id])
    shown = browser.get(page).content.decode()
    for part in (
        "Gwen Adeyemi",
        "Not told for now",
        "What was decided: 3 November 2026, Amira Haddad",
        "To be told",
    ):
        assert part in shown, part
    clock.advance(days=20)
    assert "Review overdue" in browser.get(page).content.decode()
    about = browser.get(reverse("consultations:told_about", args=[cast.child_id]))
    assert "Review overdue" in about.content.decode()
    asked = signed_in(cast, "cerys").get(page).content.decode()
    assert "refuge" not in asked


def test_beside_what_nobody_wrote_down_stands_where_it_is_written_down(cast):
    consultation_id = journey.prepare(cast)
    browser = signed_in(cast, "amira")
    page = reverse("consultations:told", args=[consultation_id])
    where = f"{reverse('consultations:part', args=[consultation_id])}?who={cast.mother_id}"
    assert where in browser.get(page).content.decode()
    assert f'value="{cast.mother_id}" checked' in " ".join(browser.get(where).content.decode().split())
    assert where not in signed_in(cast, "iris").get(page).content.decode(), (
        "whoever oversees writes nothing down"
    )


def test_where_somebody_is_still_to_be_told_the_table_leads_to_saying_it(cast):
    consultation_id = decided(cast)
    shown = (
        signed_in(cast, "amira").get(reverse("consultations:told", args=[consultation_id])).content.decode()
    )
    assert reverse("consultations:telling", args=[consultation_id]) in shown


def test_e40_without_a_ground_of_the_list_it_is_an_overdue_alarm(cast, clock):
    consultation_id = decided(cast)
    not_yet = ToldPerson(cast.mother_id, "Gwen Adeyemi (mother)", Told.NOT_YET, None, "She is cross with us.")
    tell(cast, consultation_id, not_yet)
    clock.advance(days=8)
    browser = signed_in(cast, "amira")
    shown = browser.get(reverse("consultations:told", args=[consultation_id])).content.decode()
    assert "Overdue" in shown
    today = browser.get(reverse("web:today")).content.decode()
    assert "Tell Ayo Adeyemi’s family what was decided" in today
    lead = signed_in(cast, "iris").get(reverse("web:today")).content.decode()
    assert "Families not told in time" in lead
    with pytest.raises(Refused, match="on which ground"):
        tell(
            cast,
            consultation_id,
            ToldPerson(
                cast.mother_id, "Gwen", Told.WITHHELD, None, "She is cross.", None, date(2026, 11, 12)
            ),
        )


NOBODY_TRANSLATED = "Nikt nie przetłumaczył ich na Twój język."


def test_a_notice_is_in_the_language_of_its_reader_and_says_that_nobody_translated_the_rest(cast):
    said(cast, adult_id=cast.mother_id)
    consultation_id = decided(cast)
    tell(cast, consultation_id, mother(cast))
    mine = next(each for each in reading(cast, cast.mother_id) if each.kind is NoticeKind.OUTCOME)
    assert mine.language == Language.PL
    assert mine.title != "What was decided about Ayo Adeyemi"
    own = [mine.paragraphs[place] for place in mine.own_words]
    assert PLAIN in own
    assert mine.own_language == "en"
    assert sum(NOBODY_TRANSLATED in each for each in mine.paragraphs) == 1
    assert NOBODY_TRANSLATED in mine.paragraphs[mine.own_words[0] - 1]
    assert "spoke with" not in "\n".join(each for each in mine.paragraphs if each not in own)


def test_the_page_begins_with_their_language_and_marks_ones_own_words(cast):
    said(cast, adult_id=cast.mother_id)
    consultation_id = decided(cast)
    page = reverse("consultations:write_notice", args=[consultation_id, "outcome", cast.mother_id])
    browser = signed_in(cast, "amira")
    assert 'value="pl" selected' in browser.get(page).content.decode()
    typed = {"words": PLAIN, "language": "pl", "own_language": "", "show_what_they_read": "1"}
    shown = browser.post(page, typed).content.decode()
    assert f'lang="en" dir="auto">{PLAIN}' in shown
    assert NOBODY_TRANSLATED in shown
    shown = browser.post(page, {**typed, "own_language": "pl"}).content.decode()
    assert f'<p class="words">{PLAIN}' in shown
    assert NOBODY_TRANSLATED not in shown


def test_what_will_be_written_is_shown_in_each_readers_language(cast):
    said(cast, adult_id=cast.mother_id, writing=Writing(Language.UR))
    consultation_id = decided(cast)
    shown = (
        signed_in(cast, "amira")
        .get(reverse("consultations:telling", args=[consultation_id]))
        .content.decode()
    )
    assert '<section class="letter" lang="ur" dir="rtl">' in shown
    assert '<section class="letter" lang="en" dir="ltr">' in shown


def test_the_same_words_are_not_written_twice(cast):
    consultation_id = concluded(cast)["consultation_id"]
    commands.write_outcome(
        cast.amira.ctx(), consultation_id=consultation_id, adult_id=cast.mother_id, words=PLAIN
    )
    with pytest.raises(Refused, match="They have this already, word for word"):
        commands.write_outcome(
            cast.amira.ctx(), consultation_id=consultation_id, adult_id=cast.mother_id, words=PLAIN
        )
    tell(cast, consultation_id, mother(cast))
    kinds = [each.kind for each in notices(cast, consultation_id) if each.adult_id == cast.mother_id]
    assert kinds.count(NoticeKind.OUTCOME) == 1, "telling them records it, and writes nothing twice"
