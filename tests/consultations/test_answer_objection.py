"""Telling whoever said no what was decided where two people disagreed (E1)."""

from datetime import date
from html import unescape
from uuid import uuid4

import pytest
from django.urls import reverse

from alongside.access.words import Ref, Refused
from alongside.consent import queries as consents
from alongside.consent.words import Leaf
from alongside.consultations import commands
from alongside.involvement import commands as involvement
from alongside.involvement import queries as told
from alongside.involvement.commands import ToldPerson
from alongside.involvement.words import Ground, NoticeKind, Told
from tests.consent.deeds import TODAY, about, decide
from tests.consent.test_edge_cases import DECIDED, disputed
from tests.consultations.deeds import boxes
from tests.family import notices_of
from tests.recital import Deed, Recital, signed_in


def resolved(cast):
    """Tunde said no, and a lead decided that Gwen may agree alone."""
    _, key = disputed(cast)
    decide(cast, key, DECIDED)
    return {"disagreement_id": key, "told_on": TODAY, "how": "By telephone, with how to complain."}


def answered(cast, words):
    page = consents.open_disagreement(cast.amira.ctx(), disagreement_id=words["disagreement_id"])
    return page.objector_told_how


class TestAnswerObjection(Recital):
    deed = Deed(
        command=commands.answer_objection,
        leaf=Leaf.OBJECTOR_TOLD,
        ready=resolved,
        stands=answered,
        page=lambda cast, words: reverse("consultations:answer_objection", args=[words["disagreement_id"]]),
        right_words=lambda cast, words: {**boxes("told_on", TODAY), "how": "By telephone.", "words": ""},
        wrong_words={"words": "Gwen wants it."},
        sentence="These words name Gwen Adeyemi.",
        kept="Gwen wants it.",
    )


def test_e1_whoever_said_no_reads_it_on_their_own_page_and_nobody_else_does(cast):
    commands.answer_objection(cast.amira.ctx(), **resolved(cast))
    (his,) = notices_of(cast, cast.father_id)
    assert his.kind is NoticeKind.OBJECTION_ANSWERED
    assert "You can complain to Marlbrook Community Health" in "\n".join(his.paragraphs)
    assert "Gwen" not in str(his)
    assert not notices_of(cast, cast.mother_id)


def test_e3_nothing_is_written_to_whoever_is_not_to_be_told_and_it_stays_owed(cast):
    consultation_id, key = disputed(cast)
    decide(cast, key, DECIDED)
    ground, review_on = Ground.SERIOUS_HARM_TO_ADULT, date(2026, 11, 6)
    withheld = ToldPerson(cast.father_id, "Tunde", Told.WITHHELD, None, "He hit her.", ground, review_on)
    involvement.record_telling(
        cast.amira.ctx(),
        child_id=cast.child_id,
        arising_from=about(consultation_id),
        people=(withheld,),
        how="",
    )
    words = {"disagreement_id": key, "told_on": TODAY, "how": "By telephone."}
    with pytest.raises(Refused, match="not to be told for now"):
        commands.answer_objection(cast.amira.ctx(), **words)
    assert not answered(cast, words)
    assert not told.list_notices(cast.amira.ctx(), arising_from=Ref("consultation", consultation_id))


def test_what_they_will_read_is_shown_before_it_is_written_and_is_what_they_then_read(cast):
    words = resolved(cast)
    href = reverse("consultations:answer_objection", args=[words["disagreement_id"]])
    amira = signed_in(cast, "amira")
    typed = {"words": "It helps him to sleep.", "show_what_they_read": "1", "command_id": str(uuid4())}
    shown = amira.post(href, typed)
    assert shown.status_code == 200
    assert not answered(cast, words), "nothing was saved"
    page = unescape(shown.content.decode())
    assert "What Tunde Adeyemi will read" in page
    assert "What Gwen Adeyemi will read" not in page
    commands.answer_objection(cast.amira.ctx(), **words, words="It helps him to sleep.")
    (his,) = notices_of(cast, cast.father_id)
    assert "It helps him to sleep." in his.paragraphs
    for each in (his.title, *his.paragraphs):
        assert each in page
