"""How what became of an invented consultation is told: each turn one deed, at its own time."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from uuid import UUID

from alongside.access import context
from alongside.access.context import day_in_london
from alongside.access.words import Ref
from alongside.consent import commands as consent
from alongside.consent import queries as consents
from alongside.consent.commands import NewRequest
from alongside.consent.words import Category, Form, Invalid, Status
from alongside.consultations import commands
from alongside.duties import queries as duties
from alongside.duties.rules import Calendar
from alongside.duties.words import Owed
from alongside.involvement import queries as involvement
from alongside.involvement.commands import Review
from alongside.involvement.words import Authorisation, Reviewed
from alongside.reliance import commands as reliance
from alongside.reliance import queries as relied
from alongside.reliance.words import Answer, Basis, Settled
from alongside.sharing.words import Included
from alongside.upkeep.asking_told import hear
from alongside.upkeep.invented_matters import InventedAnswer
from alongside.upkeep.invented_turns import InventedTurn, Turn
from alongside.upkeep.past import Matter, TimeLine
from alongside.voice import commands as voice
from alongside.voice import queries as voices
from alongside.voice.commands import Heard
from alongside.voice.words import Answer as Answered
from alongside.voice.words import Picture, ReadBack, Safety, Shown, Taken

DRAWING = (
    Path(__file__).parent / "marlbrook" / "drawing.png"
)  # by a child of the town: a bed, and a wall with damp
AGAIN_AFTER = timedelta(days=84)
SAFE = "We looked: nothing in it keeps the child safe that would be missing without it."


def turn(line: TimeLine, matter: Matter, invented: InventedTurn) -> None:
    """Let one turn happen at its moment."""
    line.add(matter.settled.at(invented.when), partial(DEEDS[invented.deed], matter, invented))


def _about(matter: Matter) -> Ref:
    return Ref("consultation", matter.id)


def _person(matter: Matter, told: InventedTurn) -> UUID | None:
    """The adult of a turn; None where it is the child."""
    return matter.settled.adults.get((matter.child, told.who))


def _child(matter: Matter) -> UUID:
    return matter.settled.children[matter.child]


def _running(matter: Matter, told: InventedTurn, *, status: Status = Status.GIVEN) -> UUID:
    """The last answer of one person with this status."""
    said = consents.list_answers(matter.asker.ctx(), arising_from=_about(matter))
    of_them = (a for a in said if a.giver_adult_id == _person(matter, told) and a.status is status)
    return list(of_them)[-1].id


def _withdraw(matter: Matter, told: InventedTurn) -> None:
    key = _running(matter, told)
    consent.withdraw_consent(matter.asker.ctx(), consent_id=key, words=told.words, how=Form.VERBAL)


def _lapse(matter: Matter, told: InventedTurn) -> None:
    consent.let_lapse(matter.asker.ctx(), consent_id=_running(matter, told), words=told.words)


def _renew(matter: Matter, told: InventedTurn) -> None:
    consent.renew_consent(
        matter.asker.ctx(),
        consent_id=_running(matter, told),
        review_by=_today() + AGAIN_AFTER,
        words=told.words,
        how=Form.VERBAL,
    )


def _find_none(matter: Matter, told: InventedTurn) -> None:
    key = _running(matter, told)
    consent.find_invalid(matter.asker.ctx(), consent_id=key, reason=Invalid.NOT_TOLD_ENOUGH, words=told.words)


def _refuse(matter: Matter, told: InventedTurn) -> None:
    hear(matter, InventedAnswer(told.who, Status.REFUSED, told.words), at=context.clock())


def _agree(matter: Matter, told: InventedTurn) -> None:
    allowed = _categories(matter)
    hear(matter, InventedAnswer(told.who, Status.GIVEN, told.words, allowed=allowed), at=context.clock())


def _categories(matter: Matter) -> tuple[Category, ...]:
    shared = (item.category for item in matter.written.items if item.included is Included.SHARE)
    return tuple(dict.fromkeys(shared))


def _request(matter: Matter, told: InventedTurn) -> None:
    asked = NewRequest(
        giver_adult_id=_person(matter, told),
        recipient=next(iter(matter.titles.values())),
        purpose=matter.written.benefit,
        categories=told.about or _categories(matter),
        text_shown=told.words,
    )
    consent.request_consent(
        matter.asker.ctx(), child_id=_child(matter), arising_from=_about(matter), asked=asked
    )


def _no_reply(matter: Matter, told: InventedTurn) -> None:
    request_id = _running(matter, told, status=Status.REQUESTED)
    consent.record_no_reply(matter.asker.ctx(), request_id=request_id, words=told.words)


def _settle(settled: Settled, matter: Matter, told: InventedTurn) -> None:
    ctx = matter.asker.ctx
    changes = relied.list_changes_of(ctx(), things=list(matter.decisions.values()))
    basis = Basis.PUBLIC_INTEREST if settled is Settled.KEEP else None
    waiting = next(each for each in changes if each.settled is None and each.through_id is None)
    commands.settle_change(
        ctx(), changed_id=waiting.id, settled=settled, words=told.words, risk=SAFE, basis=basis
    )


def _let_go(matter: Matter, told: InventedTurn) -> None:
    ctx = matter.settled.actors[told.by].ctx
    for stop in relied.list_my_stops(ctx()):
        if stop.retraction and stop.retraction.answer is None:
            reliance.confirm_retraction(ctx(), notice_id=stop.id, answer=Answer.DELETED, words=told.words)


def _telling(matter: Matter, told: InventedTurn) -> UUID:
    tellings = involvement.list_tellings(matter.asker.ctx(), arising_from=_about(matter))
    return next(each.id for each in tellings if each.adult_id == _person(matter, told))


def _authorise(verdict: Authorisation, matter: Matter, told: InventedTurn) -> None:
    commands.authorise_withholding(
        matter.settled.actors[told.by].ctx(),
        telling_id=_telling(matter, told),
        verdict=verdict,
        words=told.words,
    )


def _review(verdict: Reviewed, matter: Matter, told: InventedTurn) -> None:
    next_day = Calendar({}).after(_today(), working_days=4) if verdict is Reviewed.RENEWED else None
    review = Review(verdict, told.words, next_day)
    commands.review_withholding(matter.asker.ctx(), telling_id=_telling(matter, told), review=review)


def _tell_objector(matter: Matter, told: InventedTurn) -> None:
    owed = duties.list_my_duties(matter.asker.ctx())
    waiting = next(each for each in owed if each.kind is Owed.ANSWER_OBJECTOR)
    commands.answer_objection(
        matter.asker.ctx(),
        disagreement_id=waiting.arising_from.id,
        told_on=_today(),
        how="In person, and how to complain",
        words=told.words,
    )


def _say(matter: Matter, told: InventedTurn, *, safety: Safety = Safety.NOT_SAID) -> None:
    heard = _heard(matter, told, safety)
    voice.keep_words(matter.asker.ctx(), child_id=_child(matter), words=told.words, heard=heard)


def _show(matter: Matter, told: InventedTurn) -> None:
    voice.keep_pictures(
        matter.asker.ctx(),
        child_id=_child(matter),
        pictures=(Picture.STORMY, Picture.SCHOOL),
        heard=_heard(matter, told, Safety.NOT_SAID),
        words=told.words,
    )


def _draw(matter: Matter, told: InventedTurn) -> None:
    voice.keep_drawing(
        matter.asker.ctx(),
        child_id=_child(matter),
        picture=DRAWING.read_bytes(),
        heard=replace(_heard(matter, told, Safety.NOT_SAID), shown=Shown.YES),
        words=told.words,
    )


def _make_safe(matter: Matter, told: InventedTurn) -> None:
    ctx = matter.asker.ctx
    said = voices.list_child_voice(ctx(), child_id=_child(matter)).said
    waiting = next(each for each in said if each.waits)
    voice.answer_not_safe(ctx(), said_id=waiting.id, what_was_done=told.words, told_back=told.answer)


def _heard(matter: Matter, told: InventedTurn, safety: Safety) -> Heard:
    return Heard(_person(matter, told), Taken.TYPED, ReadBack.CONFIRMED, said_on=_today(), safety=safety)


def _call_wrong(matter: Matter, told: InventedTurn) -> None:
    voice.record_correction(
        matter.asker.ctx(),
        child_id=_child(matter),
        adult_id=_person(matter, told),
        about=_about(matter),
        words=told.words,
        said_on=_today(),
    )


def _answer(answer: Answered, matter: Matter, told: InventedTurn) -> None:
    ctx = matter.asker.ctx
    waiting = voices.list_corrections(ctx(), about=_about(matter))[0]
    voice.answer_correction(ctx(), correction_id=waiting.id, answer=answer, words=told.words)


def _complain(matter: Matter, told: InventedTurn) -> None:
    voice.record_complaint(
        matter.asker.ctx(), child_id=_child(matter), adult_id=_person(matter, told), words=told.words
    )


def _answer_complaint(matter: Matter, told: InventedTurn) -> None:
    lead = matter.settled.actors[told.by]
    owed = duties.list_my_duties(lead.ctx())
    waiting = next(each for each in owed if each.kind is Owed.ANSWER_COMPLAINT)
    voice.answer_complaint(lead.ctx(), complaint_id=waiting.arising_from.id, words=told.words)


def _today() -> date:
    return day_in_london(context.clock())


DEEDS: Mapping[Turn, Callable[[Matter, InventedTurn], None]] = {
    Turn.REFUSED: _refuse,
    Turn.AGREED: _agree,
    Turn.REQUESTED: _request,
    Turn.NO_REPLY: _no_reply,
    Turn.WITHDRAWN: _withdraw,
    Turn.LAPSED: _lapse,
    Turn.RENEWED: _renew,
    Turn.NOT_TOLD_ENOUGH: _find_none,
    Turn.KEPT: partial(_settle, Settled.KEEP),
    Turn.RETRACTED: partial(_settle, Settled.RETRACT),
    Turn.CONFIRMED: _let_go,
    Turn.AUTHORISED: partial(_authorise, Authorisation.GIVEN),
    Turn.DECLINED: partial(_authorise, Authorisation.DECLINED),
    Turn.OBJECTOR_TOLD: _tell_objector,
    Turn.HELD_AGAIN: partial(_review, Reviewed.RENEWED),
    Turn.LEFT_OUT: partial(_review, Reviewed.REDACTED),
    Turn.RELEASED: partial(_review, Reviewed.RELEASED),
    Turn.SAID: _say,
    Turn.PICTURES: _show,
    Turn.DRAWN: _draw,
    Turn.NOT_SAFE: partial(_say, safety=Safety.NOT_SAFE),
    Turn.MADE_SAFE: _make_safe,
    Turn.WRONG: _call_wrong,
    Turn.PUT_BESIDE: partial(_answer, Answered.BOTH_KEPT),
    Turn.PUT_RIGHT: partial(_answer, Answered.PUT_RIGHT),
    Turn.NOT_CHANGED: partial(_answer, Answered.NOT_CHANGED),
    Turn.COMPLAINED: _complain,
    Turn.COMPLAINT_ANSWERED: _answer_complaint,
}
