"""Twenty practitioners ask one line at once, five answer it: nothing is taken twice, nothing is lost, all is answered."""

import threading
from collections import Counter
from collections.abc import Callable
from uuid import UUID

from django.db import connections

from alongside.access.words import Refused
from alongside.advice import commands, queries
from alongside.advice.commands import GivenView
from alongside.advice.words import Leaf, NoteState, Wanted
from tests import journey, lines
from tests.people import Person
from tests.recital import leaves

ASKERS, ANSWERERS = 20, 5
LONGEST_SECONDS = 120


class Desk:
    """What the answerers have done between them."""

    def __init__(self, line_id: UUID) -> None:
        self.line_id = line_id
        self.taken: list[tuple[str, UUID]] = []
        self.too_late = 0
        self.all_answered = threading.Event()

    def answers(self, person: Person) -> None:
        """Take whatever stands first, as everybody else does, and answer it, until all is answered."""
        while not self.all_answered.is_set():
            waiting = queries.open_line(person.ctx(), line_id=self.line_id)
            for question in (each for each in waiting.questions if not each.taken_by):
                self.takes(person, question.id)
                break

    def takes(self, person: Person, question_id: UUID) -> None:
        try:
            disclosure_id = commands.take_question(person.ctx(), question_id=question_id)
        except Refused:
            self.too_late += 1
            return
        given = GivenView(NoteState.ANSWERED, view=f"{person.name} would ring the school nurse.")
        commands.give_view(person.ctx(), disclosure_id=disclosure_id, given=given)
        self.taken.append((person.name, question_id))
        if len(self.taken) == ASKERS:
            self.all_answered.set()


def at_once(*deeds: Callable[[], None]) -> list[BaseException]:
    """Let all of them begin at the same moment, each in a thread of its own; answers what went wrong."""
    together, wrong = threading.Barrier(len(deeds)), []

    def run(deed: Callable[[], None]) -> None:
        try:
            together.wait()
            deed()
        except BaseException as fault:  # noqa: BLE001 - told by the test, whatever it is
            wrong.append(fault)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=(deed,), daemon=True) for deed in deeds]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(LONGEST_SECONDS)
    assert not any(thread.is_alive() for thread in threads), "somebody still waits"
    return wrong


def test_twenty_ask_and_five_answer_at_once(cast):
    answerers = [
        lines.colleague(cast, f"answerer{n}", f"Answerer Number{n}", like=cast.cerys)
        for n in range(ANSWERERS)
    ]
    line_id = lines.opened(cast, *answerers)
    journey.keep_profiles(cast)
    asking = [lines.with_a_child_of_their_own(cast, number) for number in range(ASKERS)]
    ready = [(each, lines.decided(each, line_id)) for each in asking]
    desk, wanted = Desk(line_id), tuple(Wanted)
    wrong = at_once(
        *(
            lambda each=each, keys=keys, n=n: lines.sent(each, keys, wanted=wanted[n % 3])
            for n, (each, keys) in enumerate(ready)
        ),
        *(lambda person=person: desk.answers(person) for person in answerers),
    )
    assert wrong == []
    questions = [question_id for _name, question_id in desk.taken]
    assert len(questions) == len(set(questions)) == ASKERS
    taken = Counter(deed["about"] for deed in leaves() if deed["action"] == Leaf.QUESTION_TAKEN)
    assert taken == {f"question:{question_id}": 1 for question_id in questions}
    left = queries.open_line(answerers[0].ctx(), line_id=line_id)
    assert (left.questions, left.waiting, left.taken) == ((), 0, 0)
    for each, keys in ready:
        (sent,) = journey.page_of(each, keys["consultation_id"]).people[0].sent
        assert sent.view.view == f"{sent.view.given_by} would ring the school nurse."
        assert sent.state.taken_by == sent.view.given_by
