"""How the side that is asked is told: questions sent, taken from a line and handed on, asked back, answered, slips."""

from functools import partial
from uuid import UUID

from alongside.access.context import day_in_london
from alongside.advice import commands as advice
from alongside.advice import queries as advice_queries
from alongside.advice.commands import GivenView, HandedQuestion
from alongside.advice.words import NoteState, Wanted
from alongside.consultations import commands, queries
from alongside.consultations.commands import Returned, Sent
from alongside.directory import queries as directory
from alongside.upkeep.invented_matters import AskedBack, InventedRecipient, InventedView
from alongside.upkeep.past import Matter, TimeLine, soon_after
from alongside.upkeep.words import Slip

NOT_SPOKEN = "I rang and could not get through, and I am with children until the afternoon."


def send(line: TimeLine, matter: Matter, recipient: InventedRecipient) -> None:
    """What was sent before anybody spoke, and who on a line took it: told before the talks."""
    posted = matter.settled.at(recipient.posted) if recipient.posted else None
    if posted is None and recipient.asked_back and not recipient.talks:
        posted = matter.written_at  # it was asked back, so it had been sent
    if posted is None:
        return
    decided = soon_after(matter.decided_at.get(recipient.key, posted), minutes=1)
    line.add(max(posted, decided), lambda: _send(matter, recipient))
    if recipient.taken:
        line.add(matter.settled.at(recipient.taken.when), lambda: _take(matter, recipient))
    if recipient.handed_on:
        line.add(matter.settled.at(recipient.handed_on.when), lambda: _hand_on(matter, recipient))


def answer(line: TimeLine, matter: Matter, recipient: InventedRecipient) -> None:
    """What the adviser asked back and said, and what came back on a slip: told after the talks."""
    if recipient.asked_back:
        _ask_back(line, matter, recipient, recipient.asked_back)
    view = recipient.view
    if view is None or not recipient.talks:
        return
    if recipient.adviser:
        line.add(matter.settled.at(view.when), lambda: _give(matter, recipient, view))
    elif recipient.outside and recipient.outside.slip is Slip.CONFIRMED:
        line.add(matter.settled.at(view.when), lambda: _return_slip(matter, recipient, view))


def _send(matter: Matter, recipient: InventedRecipient) -> None:
    me = directory.card_of(matter.asker.membership_id)
    of_a_line = recipient.line != ""
    sent = Sent(
        NOT_SPOKEN,
        ring_back_on=me.telephone if me and of_a_line else "",
        wanted=Wanted.THIS_WEEK if of_a_line else None,
    )
    commands.send_question(matter.asker.ctx(), **matter.with_person(recipient.key), sent=sent)


def _question(matter: Matter, recipient: InventedRecipient, *, by: str) -> UUID:
    """The question of this matter on a line, as somebody who answers the line finds it."""
    line_id, shared = matter.settled.lines[recipient.line], _sent(matter, recipient)
    page, ctx = 1, matter.settled.actors[by].ctx()
    while True:
        found = advice_queries.open_line(ctx, line_id=line_id, page=page)
        for each in found.questions:
            if each.disclosure_id == shared:
                return each.id
        if page >= found.pages:
            raise ValueError(f"{matter.written.key} does not wait on the line of {recipient.line}")
        page += 1


def _sent(matter: Matter, recipient: InventedRecipient) -> UUID:
    """What was last sent to one recipient, as the asker finds it."""
    opened = queries.open_consultation(matter.asker.ctx(), consultation_id=matter.id)
    return opened.person_of(matter.people[recipient.key]).sent[-1].disclosure_id


def _take(matter: Matter, recipient: InventedRecipient) -> None:
    if recipient.taken:
        question_id = _question(matter, recipient, by=recipient.taken.by)
        advice.take_question(matter.settled.actors[recipient.taken.by].ctx(), question_id=question_id)


def _hand_on(matter: Matter, recipient: InventedRecipient) -> None:
    if not (recipient.taken and recipient.handed_on):
        return
    actors = matter.settled.actors
    handed = HandedQuestion(
        matter.settled.lines[recipient.line],
        actors[recipient.handed_on.by].membership_id,
        recipient.handed_on.words,
    )
    question_id = _question(matter, recipient, by=recipient.taken.by)
    advice.hand_on_question(actors[recipient.taken.by].ctx(), question_id=question_id, handed=handed)


def _ask_back(line: TimeLine, matter: Matter, recipient: InventedRecipient, back: AskedBack) -> None:
    adviser = matter.settled.actors[recipient.adviser]

    def ask() -> None:
        shared = shared_with(matter, recipient)
        advice.ask_back(adviser.ctx(), disclosure_id=shared, words=back.words)

    line.add(matter.settled.at(back.when), ask)
    if back.answered and back.answer:
        line.add(matter.settled.at(back.answered), partial(_reply, matter, back))


def _reply(matter: Matter, back: AskedBack) -> None:
    opened = queries.open_consultation(matter.asker.ctx(), consultation_id=matter.id)
    asked = next(each for each in opened.asked_back if each.words == back.words and not each.reply)
    commands.answer_back(
        matter.asker.ctx(), consultation_id=matter.id, asked_back_id=asked.id, words=back.answer
    )


def _give(matter: Matter, recipient: InventedRecipient, view: InventedView) -> None:
    given = GivenView(view.note_state, view.correction, view.view, view.offer)
    advice.give_view(
        matter.settled.actors[recipient.adviser].ctx(),
        disclosure_id=shared_with(matter, recipient),
        given=given,
    )


def _return_slip(matter: Matter, recipient: InventedRecipient, view: InventedView) -> None:
    opened = queries.open_consultation(matter.asker.ctx(), consultation_id=matter.id)
    talk = opened.person_of(matter.people[recipient.key]).talks[-1]
    on = day_in_london(matter.settled.at(view.when))
    slip = Returned(NoteState(view.note_state), on, view.correction)
    commands.record_slip(matter.asker.ctx(), **matter.ids, talk_id=talk.id, slip=slip)


def shared_with(matter: Matter, recipient: InventedRecipient) -> UUID:
    """What was last disclosed to one recipient in this matter: in a talk, where there was one."""
    shared = advice_queries.list_my_inbox(matter.settled.actors[recipient.adviser].ctx())
    here = [each for each in shared if each.arising_from.id == matter.id]
    return next((each.id for each in here if each.note_of_talk), here[0].id)
